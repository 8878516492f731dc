/** What of a visit is drawn, by lane: numbers, times and words of the tables, never a text somebody wrote. @module */
import { badArgument } from '../../kernel/codes.ts'
import { formatQuantity, type Quantity } from '../../kernel/quantity.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { DueObservation } from '../../session/due.ts'
import type { EffectCourse, Entry, SessionState } from '../../session/state.ts'
import { readVitals, type Vital } from '../../session/vitals.ts'
import { msOf } from './clock.ts'

/** A number at a time. */
export interface Point {
  readonly ms: number
  readonly value: number
  /** The entry was corrected. */
  readonly corrected: boolean
}

/** The two pressures of one reading. */
export interface Pressure {
  readonly ms: number
  readonly systolic: number
  readonly diastolic: number
  readonly corrected: boolean
}

/** Something given at once. */
export interface Given {
  readonly ms: number
  readonly text: string
  readonly isLoss: boolean
}

/** A stretch of an infusion at one rate; `rate` is left out where nobody wrote it down. */
export interface Flow {
  readonly from: number
  readonly to: number
  readonly rate?: string
  readonly isPause: boolean
  /** It went on at the moment the picture speaks of. */
  readonly isOpen: boolean
}

/** An effect as a bar. */
export interface EffectBar {
  readonly name: string
  readonly from: number
  /** Left out while nobody saw it gone, or where nobody knows when. */
  readonly to?: number
  readonly isGone: boolean
}

/** A due observation, or several of one clock and time, by the one that is worst off. */
export interface Check {
  readonly ms: number
  readonly minutes: number
  readonly status: DueObservation['status']
}

/** Numbers written as a row of text. */
export interface NumberRow {
  readonly name: string
  readonly points: readonly Point[]
}

/** Everything that has a time. */
export interface Drawn {
  readonly pressures: readonly Pressure[]
  readonly heartRates: readonly Point[]
  readonly saturations: readonly Point[]
  /** Times at which something was tried and could not be read. */
  readonly unread: readonly number[]
  readonly numberRows: readonly NumberRow[]
  readonly given: readonly Given[]
  readonly flows: readonly Flow[]
  readonly effects: readonly EffectBar[]
  readonly rescues: readonly number[]
  readonly checks: ReadonlyMap<DueObservation['anchor'], readonly Check[]>
}

type Timed = Entry & { readonly ms: number }

/** What is drawn of a state. */
export function drawnOf(state: SessionState, due: readonly DueObservation[]): Drawn {
  const timed = state.entries.flatMap((entry): readonly Timed[] => {
    const ms = msOf(entry.at)
    return ms === undefined ? [] : [{ ...entry, ms }]
  })
  const readings = timed.flatMap(({ ms, what, correctedBy }) =>
    what.type === 'vitals' ? [{ ms, corrected: correctedBy !== undefined, ...readVitals(what.reading) }] : [],
  )
  const pointsOf = (vital: Vital): readonly Point[] =>
    readings.flatMap(({ ms, corrected, values }) => {
      const value = values[vital]
      return value === undefined ? [] : [{ ms, value, corrected }]
    })
  return {
    pressures: readings.flatMap(({ ms, corrected, values: { systolic, diastolic } }) =>
      systolic === undefined || diastolic === undefined ? [] : [{ ms, systolic, diastolic, corrected }],
    ),
    heartRates: pointsOf('heartRate'),
    saturations: pointsOf('oxygenSaturation'),
    unread: readings.filter(({ unread }) => unread.length > 0).map(({ ms }) => ms),
    numberRows: [
      { name: 'Breaths /min', points: pointsOf('respiratoryRate') },
      { name: 'Temperature °C', points: pointsOf('temperature') },
      ...scaleRows(timed),
    ].filter(({ points }) => points.length > 0),
    given: timed.flatMap(givenAt),
    flows: flowsOf(timed, msOf(state.asOf) ?? 0),
    effects: state.effects.flatMap(barOf),
    rescues: timed.filter(({ what }) => what.type === 'rescue-given').map(({ ms }) => ms),
    checks: checksOf(due),
  }
}

/** The instruments that have a lane of numbers. */
export const scales: Readonly<Record<string, string>> = {
  moaas: 'Alertness, MOAA/S',
  rass: 'RASS',
  'cadss-23': 'CADSS, 23 items',
  'cadss-28': 'CADSS, 28 items',
  aldrete: 'Aldrete',
  padss: 'PADSS',
}

function scaleRows(timed: readonly Timed[]): readonly NumberRow[] {
  return Object.entries(scales).map(([instrument, name]) => ({
    name,
    points: timed.flatMap(({ ms, what, correctedBy }) =>
      what.type === 'scale' && what.instrument === instrument && what.total !== undefined
        ? [{ ms, value: what.total, corrected: correctedBy !== undefined }]
        : [],
    ),
  }))
}

const losses = {
  'spat-out': 'spat out',
  spilled: 'spilled',
  leaked: 'leaked',
  'blown-out': 'blown out',
  'device-failed': 'device failed',
  other: 'some lost',
} as const

function givenAt({ ms, what }: Timed): readonly Given[] {
  switch (what.type) {
    case 'device-given':
      return [{ ms, text: deviceText(what), isLoss: what.outcome !== 'complete' }]
    case 'dose-given':
      return [{ ms, text: amountText(what.amount), isLoss: false }]
    case 'loss-reported':
      return [{ ms, text: losses[what.how], isLoss: true }]
    default:
      return []
  }
}

function deviceText(what: Extract<Entry['what'], { readonly type: 'device-given' }>): string {
  switch (what.outcome) {
    case 'complete':
      return amountText(what.holds)
    case 'partial':
      return what.amount === undefined ? 'in part' : `${formatQuantity(what.amount)} in part`
    case 'failed':
      return 'device failed'
    case 'unknown':
      return 'device, amount ?'
  }
}

function amountText(amount: Quantity | undefined): string {
  return amount === undefined ? 'amount ?' : formatQuantity(amount)
}

/** The log of a pump as stretches. */
function flowsOf(timed: readonly Timed[], now: number): readonly Flow[] {
  const flows: Flow[] = []
  let open: { from: number; rate: string | undefined; isPause: boolean } | undefined
  const close = (to: number, isOpen: boolean) => {
    if (open === undefined) return
    const { from, rate, isPause } = open
    flows.push({ from, to: Math.max(from, to), isPause, isOpen, ...(rate === undefined ? {} : { rate }) })
    open = undefined
  }
  let rate: string | undefined
  for (const { ms, what } of timed) {
    switch (what.type) {
      case 'infusion-started':
      case 'infusion-rate-changed':
        close(ms, false)
        rate = what.rate === undefined ? undefined : formatQuantity(what.rate)
        open = { from: ms, rate, isPause: false }
        break
      case 'infusion-resumed':
        close(ms, false)
        // Resumed without a word about the rate, the pump goes on as it was set.
        if (what.rate !== undefined) rate = formatQuantity(what.rate)
        open = { from: ms, rate, isPause: false }
        break
      case 'infusion-paused':
        close(ms, false)
        open = { from: ms, rate: undefined, isPause: true }
        break
      case 'infusion-stopped':
      case 'aborted':
        close(ms, false)
        break
    }
  }
  close(now, true)
  return flows
}

const severities = ['', 'mild', 'moderate', 'severe', 'life-threatening', 'death'] as const

function barOf({ entry, resolved }: EffectCourse): readonly EffectBar[] {
  const seen = msOf(entry.at)
  if (seen === undefined) return []
  const { effect, severity, onset } = entry.what.effect
  const began = msOf(onset)
  const to = msOf(resolved?.at)
  const bad = severity === undefined ? '' : `, ${severities[severity]}`
  return [
    {
      name: `${idWords(effect) ?? 'other effect'}${bad}`,
      from: began !== undefined && began < seen ? began : seen,
      ...(to === undefined ? {} : { to }),
      isGone: resolved !== undefined,
    },
  ]
}

/** The words of an id of a table; none where it may be something else that somebody wrote. */
export function idWords(id: string): string | undefined {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,5}$/.test(id) && id.length <= 40
    ? id.replaceAll('-', ' ')
    : undefined
}

/** Worst first. */
export const statuses = [
  'missed',
  'overdue',
  'unknown',
  'due',
  'done-late',
  'waiting',
  'done',
] as const satisfies readonly DueObservation['status'][]

function checksOf(due: readonly DueObservation[]): Drawn['checks'] {
  const lanes = new Map<DueObservation['anchor'], Map<number, Check>>()
  for (const { anchor, minutes, dueAt, status } of due) {
    if (!statuses.includes(status)) throw new Refusal(badArgument, 'options.due')
    const ms = msOf(dueAt)
    if (ms === undefined) continue
    let lane = lanes.get(anchor)
    if (lane === undefined) {
      lane = new Map()
      lanes.set(anchor, lane)
    }
    const known = lane.get(ms)
    if (known === undefined || statuses.indexOf(status) < statuses.indexOf(known.status))
      lane.set(ms, { ms, minutes, status })
  }
  return new Map([...lanes].map(([anchor, lane]) => [anchor, [...lane.values()].sort((a, b) => a.ms - b.ms)]))
}

/** Every moment that something is drawn at. */
export function timesOf(drawn: Drawn): readonly number[] {
  return [
    ...drawn.pressures.map(({ ms }) => ms),
    ...drawn.heartRates.map(({ ms }) => ms),
    ...drawn.saturations.map(({ ms }) => ms),
    ...drawn.unread,
    ...drawn.numberRows.flatMap(({ points }) => points.map(({ ms }) => ms)),
    ...drawn.given.map(({ ms }) => ms),
    ...drawn.flows.flatMap(({ from, to, isOpen }) => (isOpen ? [from] : [from, to])),
    ...drawn.effects.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
    ...drawn.rescues,
  ]
}
