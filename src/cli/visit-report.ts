/** A report on one visit that a nurse can read on a terminal. @module */
import { phaseWords } from '../adapters/plots/account.ts'
import { dayAndClockOf } from '../adapters/plots/clock.ts'
import { instantMs } from '../kernel/time.ts'
import { issueLines } from './account.ts'
import type { Bench } from './context.ts'
import { heading, type Paper, paragraph, rule, shown } from './paper.ts'
import { readinessLines, timeOf } from './readiness-lines.ts'
import { footLines, policyWords } from './report.ts'
import {
  alarmLines,
  dueLines,
  effectLines,
  givenLines,
  leftOutLines,
  readingLines,
  type Telling,
} from './visit-lines.ts'
import type { Judged, VisitView } from './visit-view.ts'

/** The whole report, line by line. `full` leaves nothing out. */
export function visitLines(view: VisitView, bench: Bench, paper: Paper, full: boolean): readonly string[] {
  const { state, start, home } = view
  const { content, zone } = bench.context
  const telling: Telling = { content, zone, paper, full }
  const isOver =
    state.phase.startsWith('departed') || state.phase === 'cancelled' || state.phase === 'no-show'
  const before = start === undefined ? [] : startLines(view, start, telling)
  const hasBegun = state.anchors.start !== undefined
  return [
    rule(paper),
    ...headLines(view, bench, paper),
    ...(isOver ? [] : section(paper, 'Alarming now', alarmLines(view, telling))),
    ...(isOver ? [] : section(paper, 'To be observed', dueLines(view, telling))),
    // What stands before the dose is the matter until there is one; then it is how it began.
    ...(hasBegun ? [] : before),
    ...(home === undefined ? [] : homeLines(view, home, telling)),
    ...section(paper, 'Given', givenLines(view, telling)),
    ...section(paper, 'Vital signs', readingLines(view, telling)),
    ...section(paper, 'Side effects', effectLines(view, telling)),
    ...(isOver ? section(paper, 'Observations of the schedule', dueLines(view, telling)) : []),
    ...(hasBegun ? before : []),
    ...section(paper, 'Not counted, or without a time', leftOutLines(view, telling)),
    ...section(paper, 'Odd in the log', issueLines(state.issues, paper)),
    '',
    ...footLines(bench, paper),
  ]
}

function section(paper: Paper, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading(paper, title), '', ...lines]
}

function headLines(view: VisitView, bench: Bench, paper: Paper): readonly string[] {
  const { state, plan, hasPatient, hasScreening } = view
  const { content, policy, zone } = bench.context
  const { fromMachine } = bench
  const line = (lead: string, text: string) => paragraph(paper, text, { lead, hang: 12, leadInk: 'faint' })
  const product = content.products.find(({ id }) => id === plan.product)
  const number = state.booked?.number
  const by = (machine: boolean) => (machine ? ' (of this computer)' : '')
  const at = dayAndClockOf(instantMs(state.asOf), zone)
  return [
    ...line('Visit', shown(state.session)),
    ...line(
      'Plan',
      [
        product?.label ?? shown(plan.product),
        plan.indication,
        plan.setting,
        number === undefined ? undefined : `session ${number}`,
      ]
        .flatMap((one) => (one === undefined ? [] : [shown(one)]))
        .join(', '),
    ),
    ...line('Moment', `${at}${by(fromMachine.asOf)}, clock of ${zone}${by(fromMachine.zone)}`),
    ...paragraph(paper, phaseWords[state.phase].toUpperCase(), {
      lead: 'Stands',
      hang: 12,
      leadInk: 'faint',
      ink: 'strong',
    }),
    ...clocks(view, zone).flatMap((text) => line('Clock', text)),
    ...(hasPatient
      ? []
      : line('Patient', 'no record of the patient was handed in: what rests on it stays open')),
    ...(hasScreening
      ? []
      : line('Screening', 'none was handed in: what it would ask of this visit is not known')),
    ...line('Tables', `jurisdiction ${content.id}, content ${content.version}`),
    ...line('Policy', policyWords(policy)),
  ]
}

/** The clocks of the visit, each with its own beginning. */
function clocks({ state, home }: VisitView, zone: string): readonly string[] {
  const { start, end, firstDevice, lastDevice } = state.anchors
  const names =
    firstDevice === undefined
      ? ([
          ['start', start],
          ['end', end],
        ] as const)
      : ([
          ['first device', firstDevice],
          ['last device', lastDevice],
        ] as const)
  const until = home?.past === 'departure' ? home.asOf : state.asOf
  const texts = names.flatMap(([name, point]) => {
    if (point === undefined || (name === 'end' && state.running)) return []
    if (point.at === undefined) return [`${name}: at a time nobody knows`]
    const minutes = Math.floor((instantMs(until) - instantMs(point.at)) / 60_000)
    return [
      `${name} ${timeOf(point.at, zone, state.asOf)}, ${minutes} min ${home?.past === 'departure' ? 'before leaving' : 'ago'}`,
    ]
  })
  return texts.length === 0 ? [] : [texts.join('; ')]
}

/** Which moment a judgement is of, where it is not that of the report. */
function pastWords<T>({ past, asOf }: Judged<T>, { state }: VisitView, zone: string): string | undefined {
  if (past === undefined) return undefined
  const when = timeOf(asOf, zone, state.asOf)
  return past === 'departure'
    ? `So it stood when the person left, ${when}.`
    : `So it stood at the first administration, ${when}.`
}

function startLines(
  view: VisitView,
  start: NonNullable<VisitView['start']>,
  { content, zone, paper, full }: Telling,
): readonly string[] {
  const { decision } = start
  const { ready, gates, earliest, requests } = decision.value
  const clock =
    start.past !== undefined || ready === 'yes' || gates.length === 0
      ? pastWords(start, view, zone)
      : earliest === null
        ? 'From when on the clocks permit it cannot be told.'
        : `By the clocks alone not before ${timeOf(earliest, zone, decision.provenance.asOf)}.`
  const asked = requests.flatMap(({ action, asked: truth }) =>
    truth === 'yes' ? [content.actions[action] ?? action] : [],
  )
  return section(paper, 'Before the dose', [
    ...readinessLines({ ready, criteria: gates, decision, zone, content, ...told(clock) }, paper, full),
    ...(asked.length === 0 ? [] : paragraph(paper, `Asked of this visit: ${asked.join(' ')}`, { indent: 4 })),
  ])
}

function homeLines(
  view: VisitView,
  home: NonNullable<VisitView['home']>,
  { content, zone, paper, full }: Telling,
): readonly string[] {
  const { decision } = home
  const { ready, criteria, earliestRecheck, tasks } = decision.value
  const isEarly = view.state.phase === 'dosing' || view.state.phase === 'paused'
  const isWaiting = home.past === undefined && criteria.some(({ opensAt }) => opensAt !== undefined)
  const clock =
    isWaiting && earliestRecheck !== null
      ? `Look again at ${timeOf(earliestRecheck, zone, decision.provenance.asOf)} at the earliest.`
      : pastWords(home, view, zone)
  return [
    ...section(
      paper,
      'Before the door',
      readinessLines({ ready, criteria, decision, zone, content, isEarly, ...told(clock) }, paper, full),
    ),
    ...section(
      paper,
      'Left to be done',
      tasks.flatMap(({ label, due, asked }) =>
        paragraph(
          paper,
          `${label}${asked === 'unknown' ? ' (whether it is asked of this person is not known)' : ''}`,
          {
            lead: due === undefined ? 'no day' : `by ${due}`,
            hang: 15,
            indent: 2,
          },
        ),
      ),
    ),
  ]
}

function told(clock: string | undefined): { readonly clock?: string } {
  return clock === undefined ? {} : { clock }
}
