/** What an infusion gave in the end: by its rate, by the count of its pump, by what was left. @module */
import { compareFractions, larger, lesser, nought, productOf, quotientOf } from '../kernel/fraction.ts'
import {
  type ControlAt,
  count,
  countedBy,
  type InfusionGiven,
  more,
  msInHour,
  paced,
  type Run,
  whole,
} from './infusion-run.ts'
import { around, exactly, isExact, isWithin, type Span } from './span.ts'

/** Counts what still runs up to the moment of the question; without one nothing bounds it. */
export function closed(run: Run, asOf: number | undefined): void {
  if (run.stoppedAt !== undefined || run.state === 'no') return
  if (asOf !== undefined) count(run, Math.max(asOf, run.until))
  else if (run.pace.high === undefined || run.pace.high.top > 0n) run.high = undefined
}

/** Widens a run by entries nobody knows the time of, and by not knowing its own. */
export function loosened(
  run: Run,
  strays: readonly ControlAt[],
  only: boolean,
  asOf: number | undefined,
): void {
  for (const { id, what } of strays) {
    if (only && !run.members.includes(id)) run.members.push(id)
    run.doubts.push({ event: id, code: 'order-unknown' })
    if (what.type === 'infusion-rate-changed' || what.type === 'infusion-resumed') paced(run, id, what, false)
    if (what.type !== 'infusion-stopped') continue
    const counts = countedBy(run, what, id)
    if (only) {
      run.counts = counts
      run.ended = true
    } else if (counts !== undefined)
      run.perhaps = run.perhaps === undefined ? counts : around(run.perhaps, counts)
  }
  if (run.ms === undefined) {
    run.doubts.push({ event: run.id, code: 'order-unknown' })
    run.low = nought
    run.high = run.paces.every(({ high }) => high?.top === 0n) ? nought : undefined
    return
  }
  const pace = run.paces.reduce(around)
  const types = strays.map(({ what }) => what.type)
  const still = only && !run.paused && !types.includes('infusion-paused') && run.state !== 'maybe'
  // A stop without a time came after every entry that still speaks of the infusion, as far as anyone can tell.
  const sure = run.stoppedAt ?? (types.includes('infusion-stopped') ? run.lastAt : run.until)
  const end = run.stoppedAt ?? asOf
  run.low =
    still && run.high !== undefined ? lesser(run.low, productOf(pace.low, whole(sure - run.ms))) : nought
  run.high = end === undefined ? undefined : more(nought, pace.high, whole(Math.max(end, run.ms) - run.ms))
}

export function finished(run: Run): InfusionGiven {
  const computed: Span = {
    low: quotientOf(run.low, msInHour),
    high: run.high === undefined ? undefined : quotientOf(run.high, msInHour),
  }
  const { id, ms, as, members, concentration, held, counts, doubts } = run
  const running = !run.ended && run.stoppedAt === undefined && run.state !== 'no'
  const agrees = agreed(run, computed)
  const { perhaps } = run
  const given = perhaps === undefined ? agrees : { low: agrees.low, high: around(agrees, perhaps).high }
  return { id, ms, as, members, concentration, held, computed, counted: counts, given, running, doubts }
}

/** What rate, pump and bag say together: where they disagree, the span holds both. */
function agreed(run: Run, computed: Span): Span {
  const { counts, held, id, doubts } = run
  if (counts !== undefined) {
    if (held !== undefined && counts.high !== undefined && compareFractions(counts.high, held) > 0)
      doubts.push({ event: id, code: 'above-what-it-held' })
    if (!isExact(counts) || !isWithin(counts, computed)) doubts.push({ event: id, code: 'count-differs' })
    if (isWithin(counts, computed)) return counts
    const high = computed.high ?? larger(computed.low, counts.high ?? nought)
    return around(counts, { low: computed.low, high })
  }
  if (held === undefined) return computed
  if (compareFractions(computed.low, held) > 0) {
    doubts.push({ event: id, code: 'above-what-it-held' })
    // Without a stop the bag ran empty; with one, either the bag or the rate was written down wrongly.
    return !run.ended ? exactly(held) : { low: held, high: computed.high }
  }
  return { low: computed.low, high: computed.high === undefined ? held : lesser(computed.high, held) }
}
