/** The window of each session: the days it may stand on, and the time of each. @module */
import { outsideWindow } from '../kernel/codes.ts'
import type { Interval } from '../kernel/protocol.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { clockMinutes, dayNumber } from '../kernel/time.ts'
import type { Numbers } from '../patient/question.ts'
import { type AmountFault, wholeDays } from './amounts.ts'
import type { Preferences } from './course.schema.ts'
import { type Spot, spotOf } from './place.ts'
import { type LocalPlace, type WeekSlot, weekdayOf } from './week-pattern.ts'

/** No window reaches further than this to either side, so that no list of alternatives has more than a hundred. */
const mostDays = 49

/** No regular place lies on a later day: the calendar is read up to the end of 2200, and windows have to end in it. */
export const lastPlanned = /* @__PURE__ */ dayNumber('2200-12-31') - mostDays

/** A session with its window. */
export interface Ready {
  readonly id: string
  readonly phase: string
  readonly interval: string
  /** Already given: it stands where it stood. */
  readonly given: boolean
  readonly regular: Spot
  /** First and last day of the window. */
  readonly from: number
  readonly to: number
  /** In order of time. */
  readonly spots: readonly Spot[]
  readonly choice?: Spot
}

/** How far a session of an interval may lie from its regular day. */
export interface Reach {
  readonly early: number
  readonly late: number
}

/** The reach of an interval, in whole days. */
export function reachOf(interval: Interval, numbers: Numbers, path: string): Result<Reach, AmountFault> {
  const early = wholeDays(interval.early, mostDays, numbers, `${path}.early`)
  if (!early.ok) return early
  const late = wholeDays(interval.late, mostDays, numbers, `${path}.late`)
  return late.ok ? ok({ early: early.value, late: late.value }) : late
}

/** What windows are worked out with. */
export interface WindowSetting {
  readonly zone: string
  /** All slots of the pattern, in its order. */
  readonly slots: readonly WeekSlot[]
  /** No session before this day. */
  readonly notBefore: number
}

/** The time a session has on a day: its own on its regular day, else that of the first slot on that weekday. */
function minutesOn(day: number, regular: LocalPlace, slots: readonly WeekSlot[]): number {
  if (day === regular.day) return regular.minutes
  const weekday = weekdayOf(day)
  return slots.find((slot) => slot.weekday === weekday)?.minutes ?? regular.minutes
}

/** The places of a window, in order of time. */
export function spotsIn(
  regular: LocalPlace,
  { early, late }: Reach,
  setting: WindowSetting,
): readonly Spot[] {
  const spots: Spot[] = []
  for (let day = Math.max(regular.day - early, setting.notBefore); day <= regular.day + late; day += 1) {
    spots.push(spotOf(day, minutesOn(day, regular, setting.slots), setting.zone))
  }
  return spots
}

/** Nearest to the regular day first, of two equally near the later. */
export function byPreference(regular: LocalPlace): (a: LocalPlace, b: LocalPlace) => number {
  return (a, b) => Math.abs(a.day - regular.day) - Math.abs(b.day - regular.day) || b.day - a.day
}

/** The place chosen for a session. */
export function choiceOf(
  session: Omit<Ready, 'choice'>,
  { choices = [] }: Preferences,
  setting: WindowSetting,
): Result<Spot | undefined, AmountFault> {
  const at = choices.findIndex((one) => one.session === session.id)
  const choice = choices[at]
  if (choice === undefined) return ok(undefined)
  const day = dayNumber(choice.day)
  if (day < session.from || day > session.to)
    return err({ code: outsideWindow.code, path: `preferences.choices[${at}]` })
  const own = minutesOn(day, session.regular, setting.slots)
  const minutes = choice.time === undefined ? own : clockMinutes(choice.time)
  return ok(spotOf(day, minutes, setting.zone))
}
