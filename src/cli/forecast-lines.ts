/** A course as it stands, for a person to read. @module */
import type { Course } from '../course/course.schema.ts'
import type { CourseForecast, ForecastSession, GapRead } from '../course/forecast-shape.ts'
import type { Context } from '../kernel/content.ts'
import type { DoseLine } from '../kernel/protocol.ts'
import { instantMs } from '../kernel/time.ts'
import { boundOf } from '../timeline/bound.ts'
import { issueLines } from './account.ts'
import { markOf, sureField } from './certainty.ts'
import { counted, type Ink, type Paper, paragraph, rule, shown } from './paper.ts'
import { placeWords, weekdayOf } from './plan-lines.ts'
import { field, isError, isOk, refusedLines, section, words } from './result-lines.ts'

const inks: Readonly<Partial<Record<ForecastSession['status'], Ink>>> = {
  due: 'strong',
  'past-due': 'caution',
  'awaiting-review': 'hold',
  missed: 'caution',
}

const standingWords: Readonly<Record<GapRead['standing'], string>> = {
  studied: 'was studied',
  between: 'lies between those studied in this phase',
  beyond: 'is longer than those studied in this phase',
  below: 'is shorter than those studied in this phase',
  'not-studied': 'of this kind none was studied',
  unknown: 'cannot be held against those that were studied yet',
}

/** A gap against those that were studied. */
export function gapWords({ days, standing, studied }: GapRead): string {
  if (days === null) return 'of a length that is not known'
  const near = studied.map(({ label, certainty }) => `${shown(label)}${markOf(certainty)}`).join('; ')
  return `${counted(days, 'day')}: ${standingWords[standing]}${near === '' ? '' : ` (${near})`}`
}

/** The doses a protocol allows. */
export function doseWords({ amounts, over, note, certainty }: DoseLine): string {
  const amount =
    'values' in amounts
      ? `${amounts.values.join(' or ')} ${amounts.unit}`
      : `${amounts.least} to ${amounts.most} ${amounts.unit}`
  return `${amount}${over === undefined ? '' : ` over ${over.value} ${over.unit}`}${note === undefined ? '' : ` (${shown(note).replace(/\.$/, '')})`}${markOf(certainty)}`
}

const comingAtMost = 10

/** Where the course stands, what is overdue, what comes, and what waits for a review. */
export function forecastLines(
  value: unknown,
  courseOf: () => Course,
  { zone }: Context,
  paper: Paper,
): readonly string[] | undefined {
  if (isError(value)) return refusedLines(value, paper)
  if (!isOk<CourseForecast>(value, 'adherence')) return undefined
  const {
    course,
    asOf,
    phase,
    sessions,
    assessments,
    checkpoints,
    next,
    adherence,
    intervals,
    end,
    issues,
    visits,
  } = value.value
  const planned = courseOf()
  const coming = sessions.filter(({ status }) => status === 'planned' || status === 'due')
  const late = sessions.filter(({ status }) => status === 'past-due' || status === 'missed')
  const waiting = sessions.filter(({ status }) => status === 'awaiting-review')
  const open = assessments.filter(
    ({ status }) => status === 'due' || status === 'past-due' || status === 'missed',
  )
  const reviews = checkpoints.filter(({ status }) => status !== 'reviewed')
  const { given, due, missed, cancelled, inDoubt } = adherence
  return [
    rule(paper),
    ...field(paper, 'Course', shown(course)),
    ...field(paper, 'Moment', `${asOf} (asked in ${zone}; days are those of the course)`),
    ...sureField({ ...value.value, basis: planned.protocol.basis }, paper),
    ...field(
      paper,
      'Stands',
      phase === null
        ? 'it has ended'
        : `${shown(phase.label)}, ${words(phase.interval)}, since ${phase.since}`,
      'strong',
    ),
    ...field(
      paper,
      'So far',
      `${given} given of ${due} due; ${missed} missed, ${cancelled} cancelled${inDoubt === 0 ? '' : `; ${inDoubt} in doubt: their logs leave it open`}`,
    ),
    ...nextLines(
      sessions.find(({ id }) => id === next),
      planned,
      paper,
    ),
    ...section(
      paper,
      'Late or missed',
      late.flatMap((session) => sessionLines(session, planned, paper)),
    ),
    ...section(
      paper,
      'Waits for a review',
      waiting.slice(0, comingAtMost).flatMap((session) => sessionLines(session, planned, paper)),
    ),
    ...section(
      paper,
      'Reviews',
      reviews.flatMap(({ label, due: day, status, prompt, data, blocks, certainty }) => [
        ...paragraph(
          paper,
          `${shown(label)}${markOf(certainty)}: ${words(status)}${day === null ? '' : `, ${day}`}${blocks ? '; sessions after it wait for it' : ''}`,
          { indent: 2, lead: '-', hang: 2, ...(status === 'planned' ? {} : { ink: 'strong' as const }) },
        ),
        ...paragraph(
          paper,
          `${shown(prompt)} (${counted(data.sessionsGiven, 'session')} given${data.outcomes.length === 0 ? '; no outcome was handed in' : `; ${data.outcomes.map(({ word, definition }) => `${words(word)} by ${shown(definition.label)}`).join('; ')}`})`,
          { indent: 4 },
        ),
      ]),
    ),
    ...section(paper, 'To come', [
      ...coming.slice(0, comingAtMost).flatMap((session) => sessionLines(session, planned, paper)),
      ...(coming.length > comingAtMost
        ? paragraph(paper, `and ${coming.length - comingAtMost} more, until ${coming.at(-1)?.planned.day}`, {
            indent: 2,
          })
        : []),
    ]),
    ...section(
      paper,
      'To be measured, asked or done',
      open.flatMap(({ label, assessment, due: day, from, to, status }) =>
        paragraph(
          paper,
          `${shown(label)}${markOf(rowOf(assessment, planned)?.certainty)}: ${words(status)} (${from} to ${to})`,
          {
            indent: 2,
            lead: day,
            hang: 12,
            ...(status === 'due' ? {} : { ink: 'caution' as const }),
          },
        ),
      ),
    ),
    ...section(
      paper,
      'Frequencies the phase allows',
      intervals.flatMap(({ interval, inUse, next: place, gap }) => [
        ...paragraph(
          paper,
          `${shown(interval.label)}${markOf(interval.certainty)}${inUse ? ' (in use)' : ''}: next ${place === null ? 'not known' : placeWords(place)}; gap ${gapWords(gap)}`,
          { indent: 2, lead: '-', hang: 2 },
        ),
        ...(interval.means === undefined
          ? []
          : paragraph(paper, shown(interval.means), { indent: 4, ink: 'faint' })),
      ]),
    ),
    ...section(
      paper,
      'After it',
      end === null
        ? []
        : paragraph(paper, `${endWords[end.why]} on ${end.on}. ${shown(end.beyond)}`, { indent: 2 }),
    ),
    ...section(
      paper,
      'Visits of no planned session',
      visits
        .filter(({ session }) => session === null)
        .flatMap(({ visit, at, outcome }) =>
          paragraph(paper, `${shown(visit)}, ${at ?? 'at a time nobody knows'}: ${words(outcome)}`, {
            indent: 2,
            lead: '-',
            hang: 2,
          }),
        ),
    ),
    ...section(paper, 'Odd', issueLines(issues, paper)),
    '',
    ...paragraph(paper, 'Nothing is booked and no dose is picked. A clinician decides.', { ink: 'faint' }),
  ]
}

const endWords = {
  decided: 'It was decided to end it',
  'protocol-ends': 'The protocol ends',
  'planned-so-far': 'It is planned so far, and ends',
} as const

function rowOf(assessment: string, { protocol }: Course) {
  return protocol.assessments.find(({ id }) => id === assessment)
}

function nextLines(session: ForecastSession | undefined, course: Course, paper: Paper): readonly string[] {
  if (session === undefined) return field(paper, 'Next', 'nothing is planned')
  const { number, status, recommended, earliest, latest, doses } = session
  return [
    ...field(
      paper,
      'Next',
      `session ${number}, ${words(status)}: ${recommended === null ? 'no place inside its window is left' : placeWords(recommended)}`,
      'strong',
    ),
    ...chooseWords(session, course).flatMap((text) => field(paper, '', text, 'strong')),
    ...(earliest === null ? [] : field(paper, '', `not before ${boundWords(earliest, course.zone)}`)),
    ...(latest === null ? [] : field(paper, '', `not after ${latest}`)),
    ...(doses.length === 0
      ? []
      : field(paper, 'Doses', `${doses.map(doseWords).join('; ')}. None is picked.`)),
  ]
}

/** A bound as a colleague would write it: a day, and a time where it is not the start of the day. */
function boundWords(at: string, zone: string): string {
  const { day, time } = boundOf(at, zone)
  return `${weekdayOf(day)} ${day}${time === undefined ? '' : ` ${time}`}`
}

/** That its place is only proposed, with the others it could take from the earliest moment on. */
function chooseWords({ id, planned, earliest, status }: ForecastSession, course: Course): readonly string[] {
  const own = course.sessions.find((one) => one.id === id)
  if (own?.status !== 'to-choose' || !toCome.includes(status)) return []
  const from = earliest === null ? Number.NEGATIVE_INFINITY : instantMs(earliest)
  const others = own.alternatives.filter(({ at }) => at !== planned.at && instantMs(at) >= from)
  const also = others.length === 0 ? 'no other place is open' : `also ${others.map(placeWords).join('; ')}`
  return [`to be chosen: ${placeWords(planned)} is proposed; ${also}`]
}

const toCome: readonly ForecastSession['status'][] = ['planned', 'due', 'past-due', 'awaiting-review']

function sessionLines(session: ForecastSession, course: Course, paper: Paper): readonly string[] {
  const { number, status, planned, recommended, earliest, latest, because } = session
  const ink = inks[status]
  const when =
    recommended !== null && recommended.at !== planned.at
      ? `${placeWords(planned)}, now ${placeWords(recommended)}`
      : placeWords(planned)
  const bounds =
    earliest === null && latest === null
      ? ''
      : ` (${earliest === null ? '' : `from ${boundOf(earliest, course.zone).day} `}${latest === null ? '' : `to ${latest}`})`.replace(
          ' )',
          ')',
        )
  return [
    ...paragraph(
      paper,
      `${words(status)}: ${when}${bounds}${because === null ? '' : `; ${shown(because)}`}`,
      { indent: 2, lead: `${number}`.padStart(3), hang: 5, ...(ink === undefined ? {} : { ink }) },
    ),
    ...chooseWords(session, course).flatMap((text) =>
      paragraph(paper, text, { indent: 7, lead: '[?]', hang: 4, leadInk: 'indeterminate' }),
    ),
  ]
}
