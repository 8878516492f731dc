/** The entries of a visit by what they bring to its record, gone through once. @module */
import { instantMs } from '../kernel/time.ts'
import { is } from './entry.ts'
import type { Entry, HappeningOf, HappeningType, SessionState } from './state.ts'

/** An entry with its time in ms; not a number where nobody can tell. */
export interface Timed<T extends HappeningType = HappeningType> {
  readonly entry: Entry<HappeningOf<T>>
  readonly ms: number
}

/** A log, sorted. Each list stands in the order of the state: by time, those without one last. */
export interface VisitLog {
  readonly state: SessionState
  readonly vitals: readonly Timed<'vitals'>[]
  readonly scales: readonly Timed<'scale'>[]
  readonly answers: readonly Timed<'answered'>[]
  readonly askings: readonly Timed<'asked'>[]
  readonly requested: readonly Entry<HappeningOf<'requested'>>[]
  /** The last rescue that was given. */
  readonly rescue: Entry | undefined
  /** An entry of a pump that has lost its time. */
  readonly lostPump: Entry | undefined
  /** The last word that no dose will be given. */
  readonly declined: Entry | undefined
  /**
   * When the first thing was given, or tried to be: a device that failed counts too. Infinite where nothing was, not a
   * number where one of them has no time.
   */
  readonly begun: number
  /**
   * Whether something was surely given: a device that was emptied at least in part, an injection, an infusion. Of a
   * device whose outcome nobody knows nothing may have come.
   */
  readonly isSurelyGiven: boolean
  /** Whether the first thing surely given may not have been the first: a device of unknown outcome lies before it. */
  readonly isFirstOpen: boolean
}

/** Sorts the entries of a state. */
export function logOf(state: SessionState): VisitLog {
  const vitals: Timed<'vitals'>[] = []
  const scales: Timed<'scale'>[] = []
  const answers: Timed<'answered'>[] = []
  const askings: Timed<'asked'>[] = []
  const requested: Entry<HappeningOf<'requested'>>[] = []
  let rescue: Entry | undefined
  let lostPump: Entry | undefined
  let declined: Entry | undefined
  let begun = Number.POSITIVE_INFINITY
  let isSurelyGiven = false
  let isFirstOpen = false
  const { entries } = state
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry === undefined) continue
    const ms = entry.at === undefined ? Number.NaN : instantMs(entry.at)
    if (is('vitals', entry)) vitals.push({ entry, ms })
    else if (is('scale', entry)) scales.push({ entry, ms })
    else if (is('answered', entry)) answers.push({ entry, ms })
    else if (is('asked', entry)) askings.push({ entry, ms })
    else if (is('requested', entry)) requested.push(entry)
    else {
      const { type } = entry.what
      if (type === 'rescue-given') rescue = entry
      else if (type === 'dose-refused' || type === 'aborted') declined = entry
      else if (isGiving(type)) {
        // Once it is not a number it stays none.
        begun = Math.min(begun, ms)
        const outcome = is('device-given', entry) ? entry.what.outcome : 'complete'
        if (outcome === 'unknown') isFirstOpen ||= !isSurelyGiven
        else if (outcome !== 'failed') isSurelyGiven = true
        if (Number.isNaN(ms) && type.startsWith('infusion-')) lostPump = entry
      }
    }
  }
  return {
    state,
    vitals,
    scales,
    answers,
    askings,
    requested,
    rescue,
    lostPump,
    declined,
    begun,
    isSurelyGiven,
    isFirstOpen,
  }
}

/** Whether an entry tells of something given, or of a device that failed: something may have come of it. */
function isGiving(type: HappeningType): boolean {
  return type === 'device-given' || type === 'dose-given' || type.startsWith('infusion-')
}

/** Which entries of a list count. */
type Counts<T extends HappeningType> = (entry: Entry<HappeningOf<T>>) => boolean

/**
 * The entries a rule can still see: the newest, those of its time, those of a window, and all that have lost their
 * time; newest first.
 *
 * The engine takes the newest of what it is given. What is older decides nothing, so it is not carried over.
 */
export function visible<T extends HappeningType>(
  list: readonly Timed<T>[],
  counts: Counts<T>,
  from: number,
): readonly Timed<T>[] {
  const seen: Timed<T>[] = []
  let first = Number.NaN
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at]
    if (one === undefined || !counts(one.entry)) continue
    if (Number.isNaN(first) && !Number.isNaN(one.ms)) first = Math.min(one.ms, from)
    if (one.ms < first) break
    seen.push(one)
  }
  return seen
}

/** Those of one time: the newest before a moment, that moment included where it is told so; newest first. */
export function newestBefore<T extends HappeningType>(
  list: readonly Timed<T>[],
  counts: Counts<T>,
  moment: number,
  isIncluded = false,
): readonly Timed<T>[] {
  const seen: Timed<T>[] = []
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at]
    if (one === undefined || !(one.ms < moment || (isIncluded && one.ms === moment)) || !counts(one.entry))
      continue
    if (seen[0] !== undefined && one.ms < seen[0].ms) break
    seen.push(one)
  }
  return seen
}

/** One that has lost its time; such stand last. */
export function lostIn<T extends HappeningType>(
  list: readonly Timed<T>[],
  counts: Counts<T>,
): Entry<HappeningOf<T>> | undefined {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at]
    if (one === undefined || !Number.isNaN(one.ms)) return undefined
    if (counts(one.entry)) return one.entry
  }
  return undefined
}
