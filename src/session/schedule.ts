/** Which observations a visit is watched by, and how long the person stays under them. @module */

import { sessionTables } from '../judgement/selection.ts'
import { badArgument, danglingReference } from '../kernel/codes.ts'
import type { Anchor, Content, MonitoringSchedule, Plan } from '../kernel/content.ts'
import { type Quantity, valueIn } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Amount } from '../kernel/rule.ts'
import { formatInstant, type Instant, instantMs, offsetMinutes } from '../kernel/time.ts'
import type { Moment } from '../patient/moment.ts'
import type { Numbers } from '../patient/question.ts'
import type { AnchorPoint, SessionState } from './state.ts'

/**
 * The schedule of observations for a plan on a day, or nothing where the tables have none.
 *
 * A row of the site's own country comes before one of the pack, a row that names the setting before one for every
 * setting, and else the order of the tables counts.
 *
 * @param content - a pack with the tables of a visit
 * @param plan - what is planned
 * @param moment - the day on which the row has to be in force
 * @param wanted - id of a schedule that was booked; it is taken whatever its country
 * @param countries - the countries the policy names
 * @throws Refusal `content-incomplete`; `dangling-reference` where no row in force for the product has the id
 */
export function scheduleFor(
  content: Content,
  plan: Plan,
  moment: Moment,
  wanted?: string,
  countries: readonly string[] = [],
): MonitoringSchedule | undefined {
  const rows = sessionTables(content).schedules.filter((row) => isFor(row, plan, moment.today))
  if (wanted !== undefined) {
    const booked = rows.find((row) => row.id === wanted)
    if (booked === undefined) throw new Refusal(danglingReference, 'session.events.booked.schedule')
    return booked
  }
  const rank = (row: MonitoringSchedule): number => {
    const own = row.jurisdictions.some((country) => countries.includes(country)) ? 0 : 2
    const named = (row.settings !== undefined) === (plan.setting !== undefined) ? 0 : 1
    return own + named
  }
  const binding = rows.filter(({ jurisdictions }) =>
    jurisdictions.some((country) => content.jurisdictions.includes(country) || countries.includes(country)),
  )
  let best: MonitoringSchedule | undefined
  for (const row of binding) if (best === undefined || rank(row) < rank(best)) best = row
  return best
}

function isFor({ products, settings, effective }: MonitoringSchedule, plan: Plan, day: string): boolean {
  if (!products.includes(plan.product)) return false
  const isInSetting = settings === undefined || settings.some((one) => one === plan.setting)
  if (plan.setting !== undefined && !isInSetting) return false
  return effective.from <= day && (effective.to === undefined || day <= effective.to)
}

/**
 * Milliseconds of elapsed time of an amount in a schedule.
 *
 * @throws Refusal `bad-argument` where its unit counts no elapsed time; `policy-incomplete`
 */
export function elapsedMs(amount: Amount, numbers: Numbers): number {
  const ms = valueIn(numbers.amount(amount), 'ms')
  if (ms === undefined)
    throw new Refusal(badArgument, 'policy' in amount ? `policy.numbers.${amount.policy}` : 'schedule')
  return ms
}

/** The point of a visit an anchor names; nothing where it was not reached. */
export function anchorPoint(state: SessionState, anchor: Anchor): AnchorPoint | undefined {
  const { anchors, running } = state
  switch (anchor) {
    case 'start':
      return anchors.start
    case 'end':
      // While something is given, there is no end to count from.
      return running ? undefined : anchors.end
    case 'first-device':
      return anchors.firstDevice
    case 'last-device':
      return anchors.lastDevice
  }
}

/** A point in time as it is written for a moment: on the clock of its zone. */
export function instantIn(ms: number, { zone }: Moment): Instant {
  return formatInstant(ms, offsetMinutes(ms, zone))
}

/** One clock of the observation. */
export interface ObservationClock {
  readonly anchor: Anchor
  readonly minimum: Quantity<'min'>
  /** When it began; left out where the anchor was not reached, or at a time nobody can tell. */
  readonly since?: Instant
  readonly until?: Instant
}

/** How long the person is still observed. */
export interface ObservationLeft {
  /** Whether that can be told. */
  readonly known: boolean
  /** 0 once every clock has run out. */
  readonly left?: Quantity<'min'>
  /** When the last clock runs out, or ran out. */
  readonly until?: Instant
  /** All clocks, in the order of the tables. */
  readonly clocks: readonly ObservationClock[]
}

/**
 * How long the observation a schedule asks for still runs: until the last of its clocks has run out.
 *
 * Not known while anything is given, before anything was, where the time of an anchor is not known, and where the
 * schedule names no minimum. An anchor before another never shortens what the other asks for.
 */
export function observationLeft(
  state: SessionState,
  schedule: MonitoringSchedule,
  numbers: Numbers,
  moment: Moment,
): ObservationLeft {
  let last = Number.NEGATIVE_INFINITY
  const clocks = schedule.observation.map(({ anchor, minimum }): ObservationClock => {
    const ms = elapsedMs(minimum, numbers)
    const at = anchorPoint(state, anchor)?.at
    const end = at === undefined ? Number.NaN : instantMs(at) + ms
    // Once it is not a number it stays none.
    last = Math.max(last, end)
    const clock = { anchor, minimum: minutesOf(ms) }
    return at === undefined ? clock : { ...clock, since: at, until: instantIn(end, moment) }
  })
  if (state.running || !Number.isFinite(last)) return { known: false, clocks }
  const left = minutesOf(Math.max(0, last - moment.ms))
  return { known: true, left, until: instantIn(last, moment), clocks }
}

function minutesOf(ms: number): Quantity<'min'> {
  const value = valueIn({ value: ms, unit: 'ms' }, 'min')
  if (value === undefined) throw new RangeError('milliseconds that are no number')
  return { value, unit: 'min' }
}
