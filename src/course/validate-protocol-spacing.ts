/** Whether the limits of a phase leave room for its sessions at all, in any week a clinic could choose. @module */
import type { Interval, ProtocolPhase } from '../kernel/protocol.ts'

/** What a limit asks, in whole civil days, read as generously as its unit allows. */
export type Bound =
  /** Between one session and the one `of` later lie at least so many days. */
  | { readonly kind: 'least'; readonly of: number; readonly days: number }
  | { readonly kind: 'most'; readonly days: number }
  | { readonly kind: 'a-week'; readonly count: number }

/** An interval of a phase, in numbers. */
export interface Rhythm {
  readonly sessions: number
  readonly weeks: number
  readonly early: number
  readonly late: number
  /** How many sessions are looked at. */
  readonly length: number
}

const dayMinutes = 1440

/**
 * The fewest civil days that two instants so far apart can lie apart.
 *
 * The first may stand at the first minute of its day and the second at the last of its own. A night in which the clocks
 * are put back is no ground for a protocol to stand on.
 */
export function fewestDays(minutes: number): number {
  return Math.max(0, Math.ceil((minutes + 1) / dayMinutes) - 1)
}

/** The most civil days that two instants no farther apart can lie apart. */
export function mostDays(minutes: number): number {
  return minutes < 1 ? 0 : Math.floor((minutes - 1) / dayMinutes) + 1
}

// Long enough for every drift that small windows cannot take up, and short enough to be answered at once.
const longest = ({ sessions }: Interval): number => Math.max(24, 8 * sessions)

/** How many sessions of a phase are looked at for one of its intervals. */
export function lengthOf({ weeks, sessions }: ProtocolPhase, interval: Interval): number {
  const fit =
    weeks === undefined ? Number.POSITIVE_INFINITY : Math.ceil(weeks / interval.weeks) * interval.sessions
  return Math.min(fit, sessions ?? Number.POSITIVE_INFINITY, longest(interval))
}

/**
 * Whether there is a choice of weekdays for which every session finds a day inside its window.
 *
 * Hours are read as the fewest or most days they can come to, so that a no is sure.
 */
export function canKeep(rhythm: Rhythm, bounds: readonly Bound[]): boolean {
  return weeksOf(rhythm.sessions).some((days) =>
    days.some((_, first) => finds(regularDays(days, first, rhythm), rhythm, bounds)),
  )
}

/** Choices of weekdays for so many sessions, spread over the week as evenly as they go. */
function weeksOf(sessions: number): readonly (readonly number[])[] {
  const onEach = Math.floor(sessions / 7)
  return subsets(sessions % 7).map((extra) =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((day) =>
      new Array<number>(onEach + (extra.includes(day) ? 1 : 0)).fill(day),
    ),
  )
}

function subsets(size: number): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]]
  for (let round = 0; round < size; round += 1) {
    found = found.flatMap((some) =>
      [0, 1, 2, 3, 4, 5, 6].flatMap((day) => (day > (some.at(-1) ?? -1) ? [[...some, day]] : [])),
    )
  }
  return found
}

// Each round raises a day; windows wider than this are not looked through to their end.
const rounds = 400

function regularDays(days: readonly number[], first: number, rhythm: Rhythm): readonly number[] {
  return Array.from({ length: rhythm.length }, (_, n) => {
    const place = first + n
    const cycle = Math.floor(place / days.length)
    return cycle * 7 * rhythm.weeks + (days[place % days.length] ?? 0)
  })
}

/**
 * The earliest days that keep every bound, if there are any.
 *
 * Each bound says of one session that it lies on or after a day that only grows with that of another, so that raising
 * days until nothing has to be raised ends at the earliest answer, or outside a window.
 */
function finds(regular: readonly number[], { early, late }: Rhythm, bounds: readonly Bound[]): boolean {
  const days = regular.map((day) => day - early)
  const at = (n: number): number => days[n] ?? Number.NEGATIVE_INFINITY
  let again = true
  for (let round = 0; again && round < rounds; round += 1) {
    again = false
    for (const [n, day] of days.entries()) {
      // Sessions never change their order.
      let raised = Math.max(day, at(n - 1))
      for (const bound of bounds) {
        if (bound.kind === 'least') raised = Math.max(raised, at(n - bound.of) + bound.days)
        else if (bound.kind === 'most') raised = Math.max(raised, at(n + 1) - bound.days)
        else raised = Math.max(raised, (Math.floor(at(n - bound.count) / 7) + 1) * 7)
      }
      if (raised > (regular[n] ?? 0) + late) return false
      if (raised > day) again = true
      days[n] = raised
    }
  }
  return true
}
