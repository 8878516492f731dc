/** A visit in sentences, for those who do not see the picture, and for what cannot be drawn. @module */
import { formatQuantity, plainNumber } from '../../kernel/quantity.ts'
import type { DueObservation } from '../../session/due.ts'
import type { Entry, Phase, SessionState } from '../../session/state.ts'
import { clockOf, dayAndClockOf, isIn, msOf } from './clock.ts'
import { type Drawn, type Point, scales, statuses } from './drawn.ts'

/** What a phase is called. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  'nothing-recorded': 'nothing recorded',
  booked: 'booked',
  arrived: 'arrived',
  'checks-open': 'checks before the dose',
  dosing: 'being given',
  paused: 'paused',
  observing: 'under observation',
  ready: 'found ready to leave',
  departed: 'left',
  'departed-against-advice': 'left against advice',
  aborted: 'broken off',
  cancelled: 'cancelled',
  'no-show': 'did not come',
}

/** What a due observation is called. */
export const statusWords: Readonly<Record<DueObservation['status'], string>> = {
  done: 'done',
  'done-late': 'done late',
  due: 'due now',
  overdue: 'overdue',
  missed: 'missed',
  waiting: 'not yet due',
  unknown: 'not known whether done',
}

/** From what a due observation is counted. */
export const anchorWords: Readonly<Record<DueObservation['anchor'], string>> = {
  start: 'the start',
  end: 'the end',
  'first-device': 'the first device',
  'last-device': 'the last device',
}

/** What was given, in words. */
export function deliveredWords({ delivered: { least, most } }: SessionState): string {
  if (most === undefined) return `at least ${formatQuantity(least)} given, at most not known`
  if (most.value === least.value)
    return least.value === 0 ? 'nothing given' : `${formatQuantity(least)} given`
  return `between ${formatQuantity(least)} and ${formatQuantity(most)} given`
}

/** The whole picture in sentences. */
export function describe(
  state: SessionState,
  drawn: Drawn,
  due: readonly DueObservation[],
  zone: string,
): string {
  const clock = (ms: number) => clockOf(ms, zone)
  const asOf = msOf(state.asOf)
  const start = msOf(state.anchors.start?.at)
  const sentences = [
    `${asOf === undefined ? 'A visit' : `At ${dayAndClockOf(asOf, zone)} (${zone})`}: ${phaseWords[state.phase]}`,
    ...(start === undefined ? [] : [`First administration at ${clock(start)}`]),
    deliveredWords(state),
    ...pressureSentence(drawn, clock),
    ...pointSentence('Heart rate', drawn.heartRates, '/min', clock),
    ...pointSentence('Oxygen saturation', drawn.saturations, '%', clock),
    ...drawn.numberRows.map(
      ({ name, points }) =>
        `${name}: ${points.map(({ ms, value }) => `${plainNumber(value)} at ${clock(ms)}`).join(', ')}`,
    ),
    ...drawn.effects.map(({ name, from, to, isGone }) => {
      if (to !== undefined) return `${name} from ${clock(from)}, seen to be gone at ${clock(to)}`
      return `${name} from ${clock(from)}, ${isGone ? 'gone at a time nobody knows' : 'not seen to be gone'}`
    }),
    ...drawn.rescues.map((ms) => `Rescue given at ${clock(ms)}`),
    ...checkSentences(due, clock),
  ]
  return sentences.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`).join(' ')
}

function pressureSentence({ pressures }: Drawn, clock: (ms: number) => string): readonly string[] {
  const [first] = pressures
  const last = pressures[pressures.length - 1]
  if (first === undefined || last === undefined) return []
  const said = ({ systolic, diastolic, ms }: typeof first) =>
    `${plainNumber(systolic)}/${plainNumber(diastolic)} at ${clock(ms)}`
  if (pressures.length === 1) return [`Blood pressure ${said(first)}`]
  const highest = pressures.reduce((worst, one) => (one.systolic > worst.systolic ? one : worst))
  return [
    `Blood pressure, ${pressures.length} readings: first ${said(first)}, highest ${said(highest)}, last ${said(last)}`,
  ]
}

function pointSentence(
  name: string,
  points: readonly Point[],
  unit: string,
  clock: (ms: number) => string,
): readonly string[] {
  if (points.length === 0) return []
  const lowest = points.reduce((low, one) => (one.value < low.value ? one : low))
  const highest = points.reduce((high, one) => (one.value > high.value ? one : high))
  const said = ({ value, ms }: Point) => `${plainNumber(value)} ${unit} at ${clock(ms)}`
  return lowest === highest
    ? [`${name} ${said(lowest)}`]
    : [`${name} between ${said(lowest)} and ${said(highest)}`]
}

function checkSentences(due: readonly DueObservation[], clock: (ms: number) => string): readonly string[] {
  return statuses.flatMap((status) => {
    const some = due.filter((one) => one.status === status)
    if (some.length === 0) return []
    const each = some.map(({ anchor, minutes, dueAt }) => {
      const ms = msOf(dueAt)
      const from = `${plainNumber(minutes)} min from ${anchorWords[anchor]}`
      return ms === undefined ? from : `${from} (${clock(ms)})`
    })
    return [`Checks ${statusWords[status]}: ${each.join(', ')}`]
  })
}

const kinds: Readonly<Partial<Record<Entry['what']['type'], readonly [string, string]>>> = {
  vitals: ['reading', 'readings'],
  scale: ['score', 'scores'],
  'effect-observed': ['side effect', 'side effects'],
  'effect-resolved': ['end of a side effect', 'ends of side effects'],
  'rescue-given': ['rescue', 'rescues'],
  'device-given': ['device', 'devices'],
  'dose-given': ['dose', 'doses'],
  'loss-reported': ['loss', 'losses'],
  'infusion-started': ['beginning of an infusion', 'beginnings of an infusion'],
  'infusion-rate-changed': ['change of rate', 'changes of rate'],
  'infusion-paused': ['pause', 'pauses'],
  'infusion-resumed': ['end of a pause', 'ends of a pause'],
  'infusion-stopped': ['end of an infusion', 'ends of an infusion'],
}

const untimedWords = {
  'not-recorded': 'nobody wrote down when',
  'clock-ran-backwards': 'the clock they were written by ran backwards',
  'in-conflict': 'two entries of one id contradict each other',
} as const

/** What could be drawn and is not, each line with its reason. */
export function notDrawn(
  state: SessionState,
  drawn: Drawn,
  axis: { readonly from: number; readonly to: number },
): readonly string[] {
  const reasons = ['not-recorded', 'clock-ran-backwards', 'in-conflict'] as const
  const lines = reasons.flatMap((reason) => {
    const some = state.entries.filter(
      ({ at, untimed }) => at === undefined && (untimed ?? 'not-recorded') === reason,
    )
    const parts = countedKinds(some)
    return parts === '' ? [] : [`Without a time: ${parts} (${untimedWords[reason]}).`]
  })
  const outside = countedKinds(
    state.entries.filter(({ at }) => {
      const ms = msOf(at)
      return ms !== undefined && !isIn(axis, ms)
    }),
  )
  return [
    ...lines,
    ...(outside === '' ? [] : [`Outside the hours shown: ${outside}.`]),
    ...(drawn.unread.length === 0
      ? []
      : ['A cross under the numbers: something was measured then and could not be read or used.']),
  ]
}

function countedKinds(entries: readonly Entry[]): string {
  const counts = new Map<readonly [string, string], number>()
  for (const { what } of entries) {
    // A score of an instrument that has no lane would not have been drawn with a time either.
    const isForeign =
      what.type === 'scale' && (what.total === undefined || !Object.hasOwn(scales, what.instrument))
    const kind = isForeign ? undefined : kinds[what.type]
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([[one, many], count]) => `${count} ${count === 1 ? one : many}`).join(', ')
}
