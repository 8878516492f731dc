/** The infusions of a log, followed entry by entry. @module */
import { byText } from '../kernel/order.ts'
import { closed, finished, loosened } from './infusion-end.ts'
import {
  type Control,
  type ControlAt,
  count,
  type InfusionGiven,
  opened,
  orphan,
  paceOf,
  type Run,
  step,
} from './infusion-run.ts'
import { around } from './span.ts'

/** The infusions of a log, oldest first, those without a time last. */
export function infusionsIn(controls: readonly ControlAt[], asOf: number | undefined): InfusionGiven[] {
  const known = [...controls].sort((a, b) => byText(a.id, b.id))
  const timed = known.filter(({ ms }) => ms !== undefined).sort((a, b) => (a.ms ?? 0) - (b.ms ?? 0))
  const starts = known.filter(isStart)
  const [first] = starts
  // One infusion, started at a time nobody can tell: all that is said is said of it.
  if (starts.length === 1 && first !== undefined && first.ms === undefined) {
    const run = opened(first, first.what)
    const others = known.filter((control) => control !== first)
    loosened(run, others, true, asOf)
    return [finished(run)]
  }
  const runs = followed(timed)
  for (const run of runs) closed(run, asOf)
  for (const start of starts) if (start.ms === undefined) runs.push(opened(start, start.what))
  const strays = known.filter((control) => control.ms === undefined && !isStart(control))
  if (runs.length === 0 && strays[0] !== undefined) runs.push(orphan(strays[0]))
  const only = runs.length === 1
  for (const run of runs) if (strays.length > 0 || run.ms === undefined) loosened(run, strays, only, asOf)
  return runs.map(finished)
}

type Start = ControlAt & { readonly what: Extract<Control, { readonly type: 'infusion-started' }> }

const isStart = (control: ControlAt): control is Start => control.what.type === 'infusion-started'

const ranks: Readonly<Record<Control['type'], number>> = {
  'infusion-started': 0,
  'infusion-rate-changed': 1,
  'infusion-resumed': 2,
  'infusion-paused': 3,
  'infusion-stopped': 4,
}

function isOrdered(a: ControlAt, b: ControlAt): boolean {
  return (
    a.recorder !== undefined &&
    a.recorder === b.recorder &&
    a.sequence !== undefined &&
    b.sequence !== undefined &&
    a.sequence !== b.sequence
  )
}

/** Entries of one instant whose order nobody can tell. */
function isTangle(group: readonly ControlAt[]): boolean {
  const [first] = group
  if (first === undefined || group.length === 1) return false
  const sameWay = group.every(({ what }) => what.type === first.what.type && what.type !== 'infusion-started')
  if (sameWay && first.what.type !== 'infusion-rate-changed' && first.what.type !== 'infusion-resumed')
    return false
  return group.some((a, at) => group.slice(at + 1).some((b) => !isOrdered(a, b)))
}

/** Follows the entries that have a time, in their order. */
function followed(timed: readonly ControlAt[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < timed.length; ) {
    const ms = timed[at]?.ms
    let end = at + 1
    while (end < timed.length && timed[end]?.ms === ms) end += 1
    const group = timed.slice(at, end)
    if (isTangle(group)) tangled(group, runs)
    else
      for (const control of group.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))) follow(control, runs)
    at = end
  }
  return runs
}

const isAlive = (run: Run): boolean => run.stoppedAt === undefined

/** Follows entries of one instant: whatever their order was, it lies within the bounds. */
function tangled(group: ControlAt[], runs: Run[]): void {
  const before = new Map(runs.map((run) => [run, run.pace]))
  // A bag that is changed is stopped and started within a second: the old one stops first.
  const stop = runs.some(isAlive) ? -1 : 4
  const rank = ({ what }: ControlAt): number => (what.type === 'infusion-stopped' ? stop : ranks[what.type])
  for (const control of group.sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id))) follow(control, runs)
  for (const run of runs) {
    const own = group.filter(({ id }) => run.members.includes(id))
    if (own.length < 2) continue
    for (const { id } of own) run.doubts.push({ event: id, code: 'order-unknown' })
    const old = before.get(run)
    let pace = old === undefined ? run.pace : around(run.pace, old)
    for (const { what } of own)
      if ('rate' in what && what.rate !== undefined) pace = around(pace, paceOf(what.rate, run.concentration))
    run.pace = pace
    const types = own.map(({ what }) => what.type)
    const stops = types.includes('infusion-stopped')
    const runsOn = types.some((type) => type !== 'infusion-stopped' && type !== 'infusion-paused')
    if (runsOn && (stops || types.includes('infusion-paused'))) {
      run.state = 'maybe'
      run.stoppedAt = undefined
    }
  }
}

function follow(control: ControlAt, runs: Run[]): void {
  const { id, what, ms = 0 } = control
  if (what.type === 'infusion-started') {
    for (const run of runs.filter(isAlive)) {
      count(run, ms)
      // Nobody wrote that it ended: it may have ended here, or gone on beside the new one.
      if (run.state !== 'no') {
        run.state = 'maybe'
        run.doubts.push({ event: id, code: 'infusion-overlap' })
      }
    }
    runs.push(opened(control, what))
    return
  }
  const newest = runs.at(-1)
  if (newest === undefined) {
    const run = orphan(control)
    runs.push(run)
    step(run, control, true)
    return
  }
  newest.members.push(id)
  const end = newest.stoppedAt
  for (const run of runs) {
    // An older one whose end was not written, or was written at the end of the newest, may be meant too.
    if (run === newest) step(run, control, true)
    else if (isAlive(run) || (end !== undefined && run.stoppedAt === end)) step(run, control, false)
  }
}
