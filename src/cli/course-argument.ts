/** Courses, protocols and scores as the command line reads them. @module */
import { painProtocols } from '../content/protocols/pain.ts'
import { Course } from '../course/course.schema.ts'
import type { CourseQuestion, CourseScores } from '../course/forecast-shape.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Content } from '../kernel/content.ts'
import { parse } from '../kernel/door.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import { Protocol } from '../kernel/protocol.schema.ts'
import type { Protocol as ProtocolRow } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Score } from '../measure/score-shape.ts'
import { atPlace, member } from './callable.ts'
import type { Bench } from './context.ts'
import { definitionIn, instrumentOf, scored } from './table-measure.ts'
import { parsedSessions } from './visit.ts'

/** The protocols that can be named: those of the tables, and those for pain, which stand apart. */
export function namedProtocols(content: Content): readonly ProtocolRow[] {
  return [...(content.course?.protocols ?? []), ...painProtocols]
}

/**
 * The protocol of an argument: written out, or named; else the one named on the command line.
 *
 * @throws Refusal where there is none, or where both name one
 */
export function protocolIn(argument: unknown, { context, protocol: named }: Bench): Parsed<ProtocolRow> {
  const own =
    member(argument, 'protocol') ?? (member(argument, 'phases') === undefined ? undefined : argument)
  if (own !== undefined && named !== undefined)
    throw new Refusal(
      { ...badArgument, text: 'The file and the command line both name a protocol.' },
      'protocol',
    )
  const asked = own ?? named
  if (typeof asked !== 'string') {
    const parsed = parse(Protocol, asked)
    if (!parsed.ok) throw atPlace(parsed.error, own === argument ? '' : 'protocol')
    return parsed.value
  }
  const found = namedProtocols(context.content).find(({ id }) => id === asked)
  if (found === undefined) {
    const known = namedProtocols(context.content).map(({ id }) => id)
    throw new Refusal({ ...badArgument, text: `There are the protocols ${known.join(', ')}.` }, 'protocol')
  }
  // A row of a pack is frozen with it, and came through the same door.
  return markParsed(structuredClone(found))
}

/** The course of an argument: a member `course`, the course itself, or what `course plan` printed of one. */
export function courseIn(argument: unknown, key = 'course'): Parsed<Course> {
  const own = member(argument, key)
  const [given, place] =
    own !== undefined
      ? [own, key]
      : member(argument, 'protocol') === undefined
        ? [member(argument, 'value'), 'value']
        : [argument, '']
  const held = member(given, 'ok') === true ? member(given, 'value') : given
  const course = parse(Course, held)
  if (!course.ok) throw place === '' ? course.error : atPlace(course.error, own === undefined ? key : place)
  return course.value
}

/** A course with everything that happened of it. */
export function followedIn(argument: unknown): CourseQuestion {
  const sessions = member(argument, 'sessions')
  const isAlone = member(argument, 'course') === undefined
  const scores = member(argument, 'scores')
  return {
    course: courseIn(argument),
    // A course alone has planned sessions and no logs.
    sessions: isAlone || sessions === undefined ? [] : parsedSessions(sessions, 'sessions'),
    ...(isAlone || scores === undefined ? {} : { scores: scoresIn(scores, 'scores') }),
  }
}

/** Scores by instrument: forms are scored first, a definition is named by its id. */
export function scoresIn(list: unknown, place: string): readonly CourseScores[] {
  if (!Array.isArray(list)) throw new Refusal(badArgument, place)
  return list.map((one: unknown, at): CourseScores => {
    const within = `${place}[${at}]`
    try {
      const instrument = instrumentOf(member(one, 'instrument'))
      const forms = member(one, 'forms')
      const scores = forms === undefined ? member(one, 'scores') : scored(forms, instrument)
      if (!isScores(scores)) throw new Refusal(badArgument, 'scores')
      return {
        instrument,
        scores,
        ...(member(one, 'definition') === undefined ? {} : { definition: definitionIn(one, instrument) }),
      }
    } catch (thrown) {
      throw thrown instanceof Refusal ? atPlace(thrown, within) : thrown
    }
  })
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isScores(value: unknown): value is readonly Score[] {
  return Array.isArray(value) && value.every(isObject)
}
