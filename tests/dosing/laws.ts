/** What holds of every log of administrations and of every plan. @module */
import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type AdministrationEvent,
  type Balance,
  type Delivered,
  deliveredDose,
  type Infusion,
  kg,
  mgPerKg,
  minutes,
  mL,
  planInfusion,
} from '../../src/index.ts'
import { infusion, now } from './grid.ts'
import { add, compare, decimal, div, isNearest, mul, ofText, type Rational, sub } from './rational.ts'

type What = AdministrationEvent['what']
/** One administration: its entries, minutes after its own start. */
type Administered = readonly { readonly after: number; readonly what: What }[]

const tenths = (least: number, most: number) =>
  fc.integer({ min: least * 10, max: most * 10 }).map((value) => value / 10)
const milligrams = tenths(0, 90).map((value) => ({ value, unit: 'mg' }))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 4 })

/** Leaves out what is not there, as JSON does. */
function given<T extends object>(members: T): T {
  return JSON.parse(JSON.stringify(members))
}

const device: fc.Arbitrary<Administered> = fc
  .record({
    outcome: fc.constantFrom('complete', 'partial', 'failed', 'unknown'),
    holds: maybe(fc.constant({ value: 28, unit: 'mg' })),
    amount: fc.option(milligrams, { nil: undefined, freq: 1 }),
  })
  .map((what) => [{ after: 0, what: given({ type: 'device-given', ...what }) }])

const dose: fc.Arbitrary<Administered> = maybe(milligrams).map((amount) => [
  { after: 0, what: given({ type: 'dose-given', how: 'injection', as: 'base', amount }) },
])

const rate = tenths(0, 200).map((value) => ({ value, unit: 'mL/h' }))
const control: fc.Arbitrary<What> = fc.oneof(
  maybe(rate).map((one): What => given({ type: 'infusion-rate-changed', rate: one })),
  fc.constant<What>({ type: 'infusion-paused' }),
  maybe(rate).map((one): What => given({ type: 'infusion-resumed', rate: one })),
)
const volume = tenths(0, 120).map((value) => ({ value, unit: 'mL' }))

const started = fc
  .record({
    concentration: maybe(tenths(0.1, 2).map((value) => ({ value, unit: 'mg/mL' }))),
    rate: maybe(rate),
    volume: maybe(volume),
  })
  .map((what): What => given({ type: 'infusion-started', as: 'base', ...what }))

const infused: fc.Arbitrary<Administered> = fc
  .tuple(
    started,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), control), { maxLength: 4 }),
    fc.record({ delivered: maybe(volume), left: fc.option(volume, { nil: undefined, freq: 1 }) }),
  )
  .map(([start, changes, stop]) => [
    { after: 0, what: start },
    ...changes.map(([after, what]) => ({ after: after + 0.5, what })),
    { after: 60, what: given({ type: 'infusion-stopped', why: 'complete', ...stop }) },
  ])

/** Any administration; each one in a stretch of time of its own. */
export const administration = fc.oneof(device, dose, infused)

const epoch = Date.parse('2026-10-05T06:00:00Z')
const slotMinutes = 70

function eventsOf(
  name: string,
  slot: number,
  one: Administered,
  untimed: boolean,
  unordered = false,
): AdministrationEvent[] {
  return one.map(({ after, what }, at) => {
    const ms = epoch + (slot * slotMinutes + after) * 60_000
    const original = unordered ? undefined : { recorder: 'pump', sequence: slot * 100 + at }
    const event = { id: `${name}-${at}`, what, original }
    return untimed ? event : { ...event, at: new Date(ms).toISOString() }
  })
}

/** A log: administrations one after another, some without a time, losses and waste of some of them. */
export interface Log {
  readonly events: readonly AdministrationEvent[]
  /** An entry of an infusion has no time. */
  readonly loose: boolean
  readonly slots: number
}

const withoutTimes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })

/** Logs of all kinds, the gaps of real ones in them. */
export const logs: fc.Arbitrary<Log> = fc
  .tuple(
    fc.array(administration, { maxLength: 5 }),
    withoutTimes,
    fc.array(
      fc.record({ of: fc.nat(7), amount: maybe(milligrams), wasted: fc.boolean(), late: fc.nat(300) }),
      { maxLength: 3 },
    ),
  )
  .map(([all, dice, losses]) => {
    const events = all.flatMap((one, slot) =>
      eventsOf(`a${slot}`, slot, one, dice[slot] === 0, dice[slot] === 1),
    )
    const extra = losses.map(({ of, amount, wasted, late }, at): AdministrationEvent => {
      const id = `loss-${at}`
      const time = new Date(epoch + late * 60_000).toISOString()
      const what: What = wasted
        ? given({ type: 'wasted', of: `a${of}-0`, amount })
        : given({ type: 'loss-reported', of: `a${of}-0`, how: 'leaked', amount })
      return { id, at: time, what }
    })
    const loose = events.some(({ at, what }) => at === undefined && what.type.startsWith('infusion'))
    return { events: [...events, ...extra], loose, slots: all.length }
  })

/** What a log comes to; the logs of these laws count base alone. */
export function deliveredOf(events: readonly AdministrationEvent[]): Delivered {
  const result = deliveredDose(events)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const reaches = (most: number | undefined, before: number | undefined): boolean =>
  most === undefined || (before !== undefined && most >= before)

/** Totals never fall when an administration is added. */
export function addingNeverLowers({ events, loose, slots }: Log, added: Administered, timed: boolean): void {
  const isInfusion = added.length > 1
  const more = eventsOf('added', slots + 2, added, !timed && !isInfusion)
  const [before, after] = [deliveredOf(events), deliveredOf([...events, ...more])]
  expect(reaches(after.most?.value, before.most?.value)).toBe(true)
  // Which of two infusions an entry without a time speaks of cannot be told: less is sure then, and no less possible.
  if (!(loose && isInfusion)) expect(after.least.value).toBeGreaterThanOrEqual(before.least.value)
  if (after.most !== undefined) expect(after.most.value).toBeGreaterThanOrEqual(after.least.value)
}

/** The order in which a log is handed over changes nothing. */
export function orderNeverMatters({ events }: Log, keys: readonly number[]): void {
  const shuffled = events
    .map((event, at) => ({ event, key: keys[at % keys.length] ?? 0, at }))
    .sort((a, b) => a.key - b.key || b.at - a.at)
    .map(({ event }) => event)
  expect(deliveredOf(shuffled)).toEqual(deliveredOf(events))
}

/** An administration of which everything is known, with what was drawn, lost and thrown away, in milligrams. */
interface Known {
  readonly events: Administered
  readonly drawn: Rational
  readonly gross: Rational
}

const nought: Rational = [0n, 1n]

const knownDevice: fc.Arbitrary<Known> = fc
  .tuple(fc.constantFrom('complete', 'partial', 'failed'), tenths(0, 28))
  .map(([outcome, amount]) => {
    const what: What = given({
      type: 'device-given',
      outcome,
      holds: { value: 28, unit: 'mg' },
      amount: outcome === 'partial' ? { value: amount, unit: 'mg' } : undefined,
    })
    const gross = outcome === 'complete' ? decimal(28) : outcome === 'partial' ? decimal(amount) : nought
    return { events: [{ after: 0, what }], drawn: decimal(28), gross }
  })

const knownInfusion: fc.Arbitrary<Known> = fc
  .record({
    concentration: tenths(0.1, 2),
    first: tenths(0, 200),
    second: tenths(0, 200),
    pauseAt: fc.integer({ min: 1, max: 20 }),
    resumeAt: fc.integer({ min: 21, max: 40 }),
    stopAt: fc.integer({ min: 41, max: 60 }),
    spare: tenths(0, 50),
  })
  .map(({ concentration, first, second, pauseAt, resumeAt, stopAt, spare }) => {
    const run = (rateOf: number, time: number): Rational =>
      mul(mul(decimal(concentration), decimal(rateOf)), [BigInt(time), 60n])
    const gross = add(run(first, pauseAt), run(second, stopAt - resumeAt))
    // A bag that holds a whole number of mL above what went through.
    const pumped = div(gross, decimal(concentration))
    const bag = Number(pumped[0] / pumped[1]) + 1 + spare
    const flow = (value: number) => ({ value, unit: 'mL/h' })
    const events: Administered = [
      {
        after: 0,
        what: {
          type: 'infusion-started',
          as: 'base',
          concentration: { value: concentration, unit: 'mg/mL' },
          volume: { value: bag, unit: 'mL' },
          rate: flow(first),
        },
      },
      { after: pauseAt, what: { type: 'infusion-paused' } },
      { after: resumeAt, what: { type: 'infusion-resumed', rate: flow(second) } },
      { after: stopAt, what: { type: 'infusion-stopped', why: 'early' } },
    ]
    return { events, drawn: mul(decimal(bag), decimal(concentration)), gross }
  })

const knownDose: fc.Arbitrary<Known> = tenths(0, 90).map((amount) => {
  const what: What = { type: 'dose-given', how: 'bolus', as: 'base', amount: { value: amount, unit: 'mg' } }
  return { events: [{ after: 0, what }], drawn: decimal(amount), gross: decimal(amount) }
})

/** Logs in which everything is known; each with the share that was lost and thrown away, in tenths of a milligram. */
export const knownLogs = fc.array(
  fc.tuple(fc.oneof(knownDevice, knownInfusion, knownDose), fc.nat(400), fc.nat(400)),
  { maxLength: 5 },
)

const partsOf = ({ drawn, delivered, wasted, remaining }: Balance) => ({
  drawn: ofText(drawn.exact),
  delivered: ofText(delivered.exact),
  wasted: ofText(wasted.exact),
  remaining: ofText(remaining.exact),
})

/** Exactly: drawn = delivered + wasted + remaining, and each of them what was really so. */
export function everythingIsAccountedFor(log: readonly (readonly [Known, number, number])[]): void {
  const events: AdministrationEvent[] = []
  let [drawn, delivered, wasted] = [nought, nought, nought]
  for (const [slot, [known, lossTenths, wasteTenths]] of log.entries()) {
    const id = `a${slot}`
    events.push(...eventsOf(id, slot, known.events, false))
    const type = known.events[0]?.what.type
    const loss = decimal(lossTenths / 10)
    const isLost = compare(loss, known.gross) <= 0
    const waste = decimal(wasteTenths / 10)
    // Of a bag or a device no more can be thrown away than is left; a dose is drawn with what is thrown away.
    const isWasted = type === 'dose-given' || compare(waste, sub(known.drawn, known.gross)) <= 0
    const amount = (tenth: number) => ({ value: tenth / 10, unit: 'mg' })
    if (isLost) {
      const what: What = { type: 'loss-reported', of: `${id}-0`, how: 'spilled', amount: amount(lossTenths) }
      events.push({ id: `${id}-loss`, what })
    }
    if (isWasted)
      events.push({ id: `${id}-waste`, what: { type: 'wasted', of: `${id}-0`, amount: amount(wasteTenths) } })
    drawn = add(drawn, type === 'dose-given' && isWasted ? add(known.drawn, waste) : known.drawn)
    delivered = add(delivered, isLost ? sub(known.gross, loss) : known.gross)
    wasted = add(add(wasted, isWasted ? waste : nought), isLost ? loss : nought)
  }
  const found = deliveredOf(events)
  expect(found.balance).toBeDefined()
  for (const balance of [found, ...found.parts].flatMap((one) =>
    one.balance === undefined ? [] : [one.balance],
  )) {
    const sums = partsOf(balance)
    expect(compare(sums.drawn, add(add(sums.delivered, sums.wasted), sums.remaining))).toBe(0)
  }
  if (found.balance === undefined) return
  const sums = partsOf(found.balance)
  expect(compare(sums.drawn, drawn)).toBe(0)
  expect(compare(sums.delivered, delivered)).toBe(0)
  expect(compare(sums.wasted, wasted)).toBe(0)
  expect(isNearest(found.least.value, delivered)).toBe(true)
  expect(found.most).toEqual(found.least)
}

/** An order by weight, a person, a vial, a pump. */
export interface Ordered {
  readonly dose: number
  readonly basis: 'actual' | 'ideal' | 'adjusted' | 'lean'
  readonly over: number
  readonly weight: number
  readonly heavier: number
  readonly height: number
  readonly sex: 'female' | 'male'
  readonly strength: number
  readonly syringeStep: number
  readonly pumpStep: number
  readonly mode: 'nearest' | 'nearest-even' | 'down' | 'up'
  readonly limit: number | undefined
  readonly added: boolean
}

/** Orders around the maxima, on both sides of them. */
export const orders: fc.Arbitrary<Ordered> = fc.record({
  dose: fc.oneof(
    fc.integer({ min: 5, max: 120 }).map((value) => value / 100),
    fc.constantFrom(0.5, 1),
  ),
  basis: fc.constantFrom('actual', 'ideal', 'adjusted', 'lean'),
  over: fc.constantFrom(1, 2, 30, 40, 41, 59, 60, 61, 100),
  weight: tenths(30, 250),
  heavier: tenths(0, 60),
  height: fc.integer({ min: 150, max: 205 }),
  sex: fc.constantFrom('female', 'male'),
  strength: fc.constantFrom(10, 50, 100, 7.5, 33.3),
  syringeStep: fc.constantFrom(0.01, 0.05, 0.1, 0.2, 0.5, 1),
  pumpStep: fc.constantFrom(0.01, 0.1, 1, 5, 25),
  mode: fc.constantFrom('nearest', 'nearest-even', 'down', 'up'),
  limit: fc.option(tenths(10, 100), { nil: undefined }),
  added: fc.boolean(),
})

function planOf(order: Ordered, weight: number): Infusion {
  return infusion({
    dose: {
      basis: 'per-kg',
      amount: mgPerKg(order.dose),
      weight: order.basis,
      as: 'base',
      over: minutes(order.over),
    },
    weight: { actual: kg(weight), at: now.asOf, height: { value: order.height, unit: 'cm' }, sex: order.sex },
    vial: { concentration: { value: order.strength, unit: 'mg/mL' }, volume: mL(10), as: 'base' },
    bag: { volume: mL(50), is: order.added ? 'diluent-added' : 'final-volume' },
    pump: {
      step: { value: order.pumpStep, unit: 'mL/h' },
      syringeStep: mL(order.syringeStep),
      mode: order.mode,
    },
    ...(order.limit === undefined
      ? {}
      : { limits: { 'dose-max-mg-iv': { value: order.limit, unit: 'mg' } } }),
  })
}

/** A heavier patient is never given less by the same order. */
export function heavierNeverLess(order: Ordered): void {
  const lighter = planInfusion(planOf(order, order.weight), now)
  const heavier = planInfusion(planOf(order, order.weight + order.heavier), now)
  if (!lighter.ok || !heavier.ok) return
  expect(heavier.value.ordered.amount.value).toBeGreaterThanOrEqual(lighter.value.ordered.amount.value)
  expect(heavier.value.dose.rounded.value).toBeGreaterThanOrEqual(lighter.value.dose.rounded.value)
  expect(heavier.value.amount.value).toBeGreaterThanOrEqual(lighter.value.amount.value)
}

/** Rounding brings nothing inside a limit and carries nothing across one. */
export function roundingNeverCrosses(order: Ordered): void {
  const plan = planInfusion(planOf({ ...order, basis: 'actual' }, order.weight), now)
  const weight = decimal(order.weight)
  const hours: Rational = [BigInt(order.over), 60n]
  const mg = mul(decimal(order.dose), weight)
  const limits = (amount: Rational, perHour: Rational): boolean[] => [
    compare(amount, weight) <= 0,
    compare(amount, decimal(Math.min(100, order.limit ?? 100))) <= 0,
    order.dose > 0.5 || compare(amount, [60n, 1n]) <= 0,
    compare(perHour, weight) <= 0,
    compare(div(perHour, weight), [30n, 1n]) <= 0,
  ]
  const inside = !limits(mg, div(mg, hours)).includes(false)
  if (!plan.ok) {
    const refused = plan.error.code === 'over-ceiling'
    expect(refused).toBe(!inside)
    return
  }
  expect(inside).toBe(true)
  const { drawn, bag, rate, ceilings } = plan.value
  const given = mul(decimal(drawn.rounded.value), decimal(order.strength))
  const final = order.added ? add(decimal(50), decimal(drawn.rounded.value)) : decimal(50)
  const perHour = div(mul(decimal(rate.rounded.value), given), final)
  expect(limits(given, perHour)).not.toContain(false)
  expect(isNearest(bag.finalVolume.value, final)).toBe(true)
  // What is shown never contradicts what was decided.
  for (const { limit, exact, rounded } of ceilings) {
    expect(exact.value).toBeLessThanOrEqual(limit.value)
    expect(rounded.value).toBeLessThanOrEqual(limit.value)
  }
}
