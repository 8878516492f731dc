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

/** The protocols that can be named: those of the tables; or, where they were asked for, those for pain alone. */
export function namedProtocols({ context: { content }, isForPain }: Bench): readonly ProtocolRow[] {
  return isForPain === true ? painIn(content) : (content.course?.protocols ?? [])
}

function painIn({ jurisdictions }: Content): readonly ProtocolRow[] {
  return painProtocols.filter((one) => one.jurisdictions.some((place) => jurisdictions.includes(place)))
}

/**
 * The protocol of an argument: written out, or named; else the one named on the command line.
 *
 * @throws Refusal where there is none, or where both name one
 */
export function protocolIn(argument: unknown, bench: Bench): Parsed<ProtocolRow> {
  const { context, protocol: named } = bench
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
  const known = namedProtocols(bench)
  const found = known.find(({ id }) => id === asked)
  if (found === undefined) {
    const isForPain = painIn(context.content).some(({ id }) => id === asked)
    const text = isForPain
      ? 'This protocol is for pain. It stands apart, and is asked for with --pain.'
      : `There are the protocols ${known.map(({ id }) => id).join(', ')}.`
    throw new Refusal({ ...badArgument, text }, 'protocol')
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
  if (given === undefined)
    throw new Refusal(
      {
        ...badArgument,
        text: 'The course is missing: one of the format ketamine-treatment/course/1 is asked for.',
      },
      key,
    )
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
