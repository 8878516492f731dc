/** A planned course for a person to read: a table by week, what is open, and why there is no plan. @module */
import type { Course, Place, PlannedSession } from '../course/course.schema.ts'
import type { Constraint } from '../course/plan-shape.ts'
import { dayNumber } from '../kernel/time.ts'
import { issueLines } from './account.ts'
import { member } from './callable.ts'
import { markOf, sureField } from './certainty.ts'
import { counted, heading, type Paper, paragraph, rule, shown } from './paper.ts'
import { field, isError, isOk, refusedLines, section, words } from './result-lines.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A day of the week, by its civil day. */
export function weekdayOf(day: string): string {
  const number = dayNumber(day) + 3
  return weekdays[((number % 7) + 7) % 7] ?? ''
}

/** A place: `mon 2027-03-01 14:00`. */
export function placeWords({ day, time }: Place): string {
  return `${weekdayOf(day)} ${day} ${time}`
}

/** A plan week by week, or why there is none. */
export function planLines(value: unknown, paper: Paper): readonly string[] | undefined {
  if (isError(value)) return conflictLines(value, paper) ?? refusedLines(value, paper)
  if (!isOk<Course>(value, 'pattern')) return undefined
  const course = value.value
  const { protocol, zone, sessions, issues } = course
  const kept = sessions.filter(({ status }) => status !== 'cancelled')
  return [
    rule(paper),
    ...field(paper, 'Course', shown(course.id)),
    ...field(
      paper,
      'Protocol',
      `${shown(protocol.label)} (${shown(protocol.id)}, version ${shown(protocol.version)})`,
    ),
    ...sureField(protocol, paper),
    ...field(paper, 'Clock', `of ${zone}`),
    ...field(
      paper,
      'Sessions',
      `${counted(kept.length, 'session')}${kept.length < sessions.length ? `; ${sessions.length - kept.length} cancelled` : ''}`,
    ),
    ...adjunctLines(course, paper),
    ...weekLines(course, paper),
    ...section(
      paper,
      'Somebody has to choose',
      kept.flatMap((session) => chooseLines(session, course, paper)),
    ),
    ...section(
      paper,
      'Clock changes',
      kept.flatMap((session) => flagLines(session, paper)),
    ),
    ...section(paper, 'To be measured, asked or done', assessmentLines(course, paper)),
    ...section(paper, 'Odd', issueLines(issues, paper)),
    '',
    ...paragraph(paper, 'Nothing is booked. A place that is still to be chosen is a proposal.', {
      ink: 'faint',
    }),
  ]
}

function adjunctLines({ protocol, adjuncts, start }: Course, paper: Paper): readonly string[] {
  const inForce = protocol.adjuncts.filter(
    ({ effective }) => effective.from <= start && (effective.to === undefined || start <= effective.to),
  )
  return inForce.flatMap(({ id, label, need, certainty }) => {
    const part = adjuncts.find(({ adjunct }) => adjunct === id)?.part
    return field(
      paper,
      'Beside it',
      `${shown(label)} (${need})${markOf(certainty)}: ${part === undefined ? 'nobody stated whether it is a part' : partWords[part]}`,
    )
  })
}

const partWords = {
  yes: 'a part of this plan',
  no: 'no part of this plan',
  unknown: 'not known whether it is a part',
} as const

const sign: Readonly<Record<PlannedSession['status'], string>> = {
  regular: '',
  chosen: ' chosen',
  'to-choose': ' [?]',
  cancelled: '',
}

function weekLines({ sessions, protocol }: Course, paper: Paper): readonly string[] {
  const lines: string[] = []
  const kept = sessions.filter(({ status }) => status !== 'cancelled')
  const first = kept[0]
  if (first === undefined) return []
  const mondayOf = (day: string) => Math.floor((dayNumber(day) + 3) / 7)
  let [phase, week] = ['', Number.NaN]
  let cells: string[] = []
  const end = () => {
    if (cells.length > 0)
      lines.push(
        ...paragraph(paper, cells.join(' · '), {
          indent: 2,
          lead: `week ${week}`,
          hang: 10,
          leadInk: 'faint',
        }),
      )
    cells = []
  }
  for (const session of kept) {
    const { place, number, status } = session
    const inWeek = mondayOf(place.day) - mondayOf(first.place.day) + 1
    const stretch = `${session.phase}/${session.interval}`
    if (inWeek !== week || stretch !== phase) end()
    if (stretch !== phase) {
      const row = protocol.phases.find(({ id }) => id === session.phase)
      const interval = row?.intervals.find(({ id }) => id === session.interval)
      const label = interval?.label ?? words(session.interval)
      lines.push(
        '',
        heading(paper, shown(row?.label ?? session.phase)),
        ...paragraph(paper, `${shown(label)}${markOf(interval?.certainty)}`, { indent: 2, ink: 'faint' }),
      )
    }
    week = inWeek
    phase = stretch
    // What belongs to one session stays on one line: a space inside it is no place to break.
    cells.push(
      `${number}: ${placeWords(place)}${place.flag === undefined ? '' : ' (clock)'}${sign[status]}`.replaceAll(
        ' ',
        '\u00a0',
      ),
    )
  }
  end()
  return lines.map((line) => line.replaceAll('\u00a0', ' '))
}

function chooseLines(
  { id, number, status, place, regular, because, alternatives }: PlannedSession,
  course: Course,
  paper: Paper,
): readonly string[] {
  if (status !== 'to-choose') return []
  const others = alternatives.filter(({ at }) => at !== place.at)
  const why = because.map((one) => becauseWords(one, course)).join('; ')
  return [
    ...paragraph(paper, `${placeWords(regular)} is taken away${why === '' ? '' : ` by ${why}`}.`, {
      indent: 2,
      lead: `[?] session ${number} (${shown(id)}) `,
      hang: 4,
      leadInk: 'indeterminate',
    }),
    ...paragraph(
      paper,
      `Proposed: ${placeWords(place)}.${others.length === 0 ? ' There is no other place.' : ` Also: ${others.map(placeWords).join('; ')}.`}`,
      { indent: 6 },
    ),
  ]
}

function becauseWords(id: string, { closures, preferences, protocol }: Course): string {
  const [kind, name = ''] = id.split(/\/(.*)/s)
  const limits = [...protocol.limits, ...protocol.phases.flatMap((phase) => phase.limits)]
  const limit = limits.find((one) => one.id === name)
  const label =
    kind === 'closure'
      ? closures.find((one) => one.id === name)?.label
      : kind === 'away'
        ? preferences.away?.find((one) => one.id === name)?.label
        : limit?.label
  if (label === undefined) return shown(id)
  return `${shown(label)} (${shown(id)})${kind === 'limit' ? markOf(limit?.certainty) : ''}`
}

const flags = {
  'moved-after-gap': 'the clock is put forward over this time; the first moment after it was taken',
  'earlier-of-two': 'the clock shows this time twice; the earlier one was taken',
} as const

function flagLines({ number, place }: PlannedSession, paper: Paper): readonly string[] {
  if (place.flag === undefined) return []
  return paragraph(paper, `session ${number}, ${placeWords(place)}: ${flags[place.flag]} (${place.at}).`, {
    indent: 2,
    lead: '-',
    hang: 2,
  })
}

const daysAtMost = 5

/** By row of the protocol: what it is, and the days on which it is due. */
function assessmentLines({ assessments, protocol }: Course, paper: Paper): readonly string[] {
  const rows = new Map<string, { readonly label: string; readonly days: string[] }>()
  for (const { assessment, label, due, status } of assessments) {
    if (status !== 'planned') continue
    const row = rows.get(assessment) ?? { label, days: [] }
    rows.set(assessment, row)
    row.days.push(due)
  }
  return [...rows].flatMap(([id, { label, days }]) => {
    const mark = markOf(protocol.assessments.find((one) => one.id === id)?.certainty)
    const sorted = days.toSorted()
    const rest = sorted.length - daysAtMost
    const said =
      rest <= 1
        ? sorted.join(', ')
        : `${sorted.slice(0, daysAtMost).join(', ')} and ${rest} more, the last on ${sorted.at(-1)}`
    return paragraph(paper, `${shown(label)}${mark}: ${said}`, { indent: 2, lead: '-', hang: 2 })
  })
}

/** Nothing fits: what cannot be kept together, in words. */
export function conflictLines(value: unknown, paper: Paper): readonly string[] | undefined {
  const error = member(value, 'error')
  const conflict = member(error, 'conflict')
  if (!isConstraints(conflict)) return undefined
  const window = member(error, 'window')
  return [
    ...paragraph(
      paper,
      'Nothing fits. What follows cannot be kept together; without any one of it, the rest could be.',
      { lead: 'NO PLAN', hang: 9, leadInk: 'strong' },
    ),
    ...(conflict.length === 0
      ? paragraph(paper, 'nothing but the windows and the order of the sessions', {
          indent: 9,
          lead: '-',
          hang: 2,
        })
      : []),
    ...conflict.flatMap(({ id, kind, label }) =>
      paragraph(paper, `${kindWords[kind]}: ${shown(label)} (${shown(id)})`, {
        indent: 9,
        lead: '-',
        hang: 2,
      }),
    ),
    ...paragraph(
      paper,
      `The first session without a place is ${shown(`${member(error, 'session')}`)}; its window is ${member(window, 'from')} to ${member(window, 'to')}. See ${shown(`${member(error, 'path')}`)}.`,
      { indent: 9 },
    ),
  ]
}

const kindWords: Readonly<Record<Constraint['kind'], string>> = {
  limit: 'limit',
  closure: 'closed',
  away: 'away',
  weekdays: 'days of the week',
  choice: 'chosen',
}

function isConstraints(value: unknown): value is readonly Constraint[] {
  return Array.isArray(value)
}
