/** A course as it stands, for a person to read. @module */
import type { CourseForecast, ForecastSession, GapRead } from '../course/forecast-shape.ts'
import type { Context } from '../kernel/content.ts'
import type { DoseLine } from '../kernel/protocol.ts'
import { issueLines } from './account.ts'
import { counted, type Ink, type Paper, paragraph, rule, shown } from './paper.ts'
import { placeWords } from './plan-lines.ts'
import { field, isError, isOk, refusedLines, section, words } from './result-lines.ts'

const inks: Readonly<Partial<Record<ForecastSession['status'], Ink>>> = {
  due: 'strong',
  'past-due': 'caution',
  'awaiting-review': 'hold',
  missed: 'caution',
}

const standingWords: Readonly<Record<GapRead['standing'], string>> = {
  studied: 'was studied',
  between: 'lies between those that were studied',
  beyond: 'is longer than any that was studied',
  below: 'is shorter than any that was studied',
  'not-studied': 'of this kind none was studied',
  unknown: 'is not known',
}

/** A gap against those that were studied. */
export function gapWords({ days, standing, studied }: GapRead): string {
  const near = studied.map(({ label }) => shown(label)).join('; ')
  return `${days === null ? 'how long is not known' : counted(days, 'day')}: ${standingWords[standing]}${near === '' ? '' : ` (${near})`}`
}

/** The doses a protocol allows. */
export function doseWords({ amounts, over, note }: DoseLine): string {
  const amount =
    'values' in amounts
      ? `${amounts.values.join(' or ')} ${amounts.unit}`
      : `${amounts.least} to ${amounts.most} ${amounts.unit}`
  return `${amount}${over === undefined ? '' : ` over ${over.value} ${over.unit}`}${note === undefined ? '' : ` (${shown(note)})`}`
}

const comingAtMost = 10

/** Where the course stands, what is overdue, what comes, and what waits for a review. */
export function forecastLines(
  value: unknown,
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
      paper,
    ),
    ...section(
      paper,
      'Late or missed',
      late.flatMap((session) => sessionLines(session, paper)),
    ),
    ...section(
      paper,
      'Waits for a review',
      waiting.slice(0, comingAtMost).flatMap((session) => sessionLines(session, paper)),
    ),
    ...section(
      paper,
      'Reviews',
      reviews.flatMap(({ label, due: day, status, prompt, data, blocks }) => [
        ...paragraph(
          paper,
          `${shown(label)}: ${words(status)}${day === null ? '' : `, ${day}`}${blocks ? '; sessions after it wait for it' : ''}`,
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
      ...coming.slice(0, comingAtMost).flatMap((session) => sessionLines(session, paper)),
      ...(coming.length > comingAtMost
        ? paragraph(paper, `and ${coming.length - comingAtMost} more, until ${coming.at(-1)?.planned.day}`, {
            indent: 2,
          })
        : []),
    ]),
    ...section(
      paper,
      'To be measured, asked or done',
      open.flatMap(({ label, due: day, from, to, status }) =>
        paragraph(paper, `${shown(label)}: ${words(status)} (${from} to ${to})`, {
          indent: 2,
          lead: day,
          hang: 12,
          ...(status === 'due' ? {} : { ink: 'caution' as const }),
        }),
      ),
    ),
    ...section(
      paper,
      'Frequencies the phase allows',
      intervals.flatMap(({ interval, inUse, next: place, gap }) => [
        ...paragraph(
          paper,
          `${shown(interval.label)}${inUse ? ' (in use)' : ''}: next ${place === null ? 'not known' : placeWords(place)}; gap ${gapWords(gap)}`,
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

function nextLines(session: ForecastSession | undefined, paper: Paper): readonly string[] {
  if (session === undefined) return field(paper, 'Next', 'nothing is planned')
  const { number, status, recommended, earliest, latest, doses } = session
  return [
    ...field(
      paper,
      'Next',
      `session ${number}, ${words(status)}: ${recommended === null ? 'no place inside its window is left' : placeWords(recommended)}`,
      'strong',
    ),
    ...(earliest === null ? [] : field(paper, '', `not before ${earliest}`)),
    ...(latest === null ? [] : field(paper, '', `not after ${latest}`)),
    ...(doses.length === 0
      ? []
      : field(paper, 'Doses', `${doses.map(doseWords).join('; ')}. None is picked.`)),
  ]
}

function sessionLines(
  { number, status, planned, recommended, earliest, latest, because }: ForecastSession,
  paper: Paper,
): readonly string[] {
  const ink = inks[status]
  const when =
    recommended !== null && recommended.at !== planned.at
      ? `${placeWords(planned)}, now ${placeWords(recommended)}`
      : placeWords(planned)
  const bounds =
    earliest === null && latest === null
      ? ''
      : ` (${earliest === null ? '' : `from ${earliest.slice(0, 10)} `}${latest === null ? '' : `to ${latest}`})`.replace(
          ' )',
          ')',
        )
  return paragraph(
    paper,
    `${words(status)}: ${when}${bounds}${because === null ? '' : `; ${shown(because)}`}`,
    { indent: 2, lead: `${number}`.padStart(3), hang: 5, ...(ink === undefined ? {} : { ink }) },
  )
}
