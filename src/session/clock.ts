/** Which recorder’s clock can be relied on. @module */
import type { Row } from './log.ts'
import type { Entry } from './state.ts'

/** Why the times of a recorder are not relied on. */
export type Fault = Extract<
  NonNullable<Entry['untimed']>,
  'clock-ran-backwards' | 'count-repeated' | 'another-time-not-recorded'
>

/** What the clocks of a log come to. */
export interface Clocks {
  /** Why a recorder’s times are not relied on; nothing where they are. */
  faultOf(recorder: string): Fault | undefined
  /** Ids of the entries at which it was seen, with what was seen. */
  readonly seen: readonly { readonly id: string; readonly fault: Fault }[]
}

interface Watch {
  sequence: number
  ms: number
  /** Its entries have to be put in the order of its count before they can be judged. */
  open: boolean
}

/**
 * Holds each recorder’s times against its own count.
 *
 * A clock is relied on where every entry that was not written down late has a time, and these never fall while the
 * count rises. Two different entries under one count, at different times, say that the count does not count: a clock that
 * ran backwards could not be seen any more. A lost time could hide one too.
 *
 * @param rows - the log
 * @param isLeftAside - entries whose time is no reading of that clock: it was stated afterwards, or they do not count
 */
export function clocksOf(rows: readonly Row[], isLeftAside?: (row: Row) => boolean): Clocks {
  const watches = new Map<string, Watch>()
  let anyOpen = false
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]
    if (row === undefined || row.event.late === true || isLeftAside?.(row) === true) continue
    const { recorder, sequence } = row.event
    const watch = watches.get(recorder)
    if (watch === undefined) {
      const open = row.ms === Number.POSITIVE_INFINITY
      watches.set(recorder, { sequence, ms: row.ms, open })
      anyOpen ||= open
    } else if (!watch.open) {
      if (sequence > watch.sequence && row.ms >= watch.ms && row.ms !== Number.POSITIVE_INFINITY) {
        watch.sequence = sequence
        watch.ms = row.ms
      } else {
        watch.open = true
        anyOpen = true
      }
    }
  }
  if (!anyOpen) return { faultOf: () => undefined, seen: [] }
  const faults = new Map<string, Fault>()
  const seen: { id: string; fault: Fault }[] = []
  for (const [recorder, mine] of groupsOf(rows, watches, isLeftAside)) {
    for (const found of faultsIn(mine)) {
      seen.push(found)
      const known = faults.get(recorder)
      if (known === undefined || ranks.indexOf(found.fault) < ranks.indexOf(known))
        faults.set(recorder, found.fault)
    }
  }
  return { faultOf: (recorder) => faults.get(recorder), seen }
}

// What weighs more is named as the reason.
const ranks: readonly Fault[] = ['clock-ran-backwards', 'count-repeated', 'another-time-not-recorded']

function groupsOf(
  rows: readonly Row[],
  watches: ReadonlyMap<string, Watch>,
  isLeftAside: ((row: Row) => boolean) | undefined,
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const { recorder, late } = row.event
    if (watches.get(recorder)?.open !== true || late === true || isLeftAside?.(row) === true) continue
    const group = groups.get(recorder)
    if (group === undefined) groups.set(recorder, [row])
    else group.push(row)
  }
  return groups
}

function* faultsIn(rows: Row[]): Generator<{ readonly id: string; readonly fault: Fault }> {
  rows.sort((a, b) => a.event.sequence - b.event.sequence || (a.ms === b.ms ? 0 : a.ms - b.ms))
  let before: Row | undefined
  for (const row of rows) {
    const { id, sequence } = row.event
    if (row.ms === Number.POSITIVE_INFINITY) {
      yield { id, fault: 'another-time-not-recorded' }
      continue
    }
    if (before !== undefined) {
      if (row.ms < before.ms) yield { id, fault: 'clock-ran-backwards' }
      // Two readings of one entry are a conflict of its own, not one of the count.
      else if (sequence === before.event.sequence && row.ms > before.ms && id !== before.event.id)
        yield { id, fault: 'count-repeated' }
    }
    before = row
  }
}
