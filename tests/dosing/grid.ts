/** Plans over a grid of weights, doses and vials, held against sums in whole numbers. @module */
import { us, usStartingPolicy } from '../../src/entries/content.ts'
import { type Infusion, kg, mgPerKg, minutes, mL, planInfusion } from '../../src/index.ts'
import { ceiling, compare, decimal, div, floorTo, isNearest, mul, type Rational } from './rational.ts'

export const clinic = { content: us, policy: usStartingPolicy, zone: 'America/New_York' }
export const now = { ...clinic, asOf: '2026-10-05T09:00:00-04:00' }

/** A plan without anything odd. */
export function infusion(changes: Partial<Infusion> = {}): Infusion {
  return {
    dose: { basis: 'per-kg', amount: mgPerKg(0.5), weight: 'actual', as: 'base', over: minutes(40) },
    weight: { actual: kg(70), at: '2026-10-05T08:40:00-04:00' },
    vial: { concentration: { value: 10, unit: 'mg/mL' }, volume: mL(20), as: 'base' },
    bag: { volume: mL(100), is: 'final-volume' },
    pump: { step: { value: 0.1, unit: 'mL/h' }, syringeStep: mL(0.01), mode: 'down' },
    ...changes,
  }
}

/** One point of the grid. */
export interface Point {
  readonly weight: number
  readonly dose: number
  readonly strength: number
}

const whole = (value: number): Rational => [BigInt(value), 1n]

/** What the plan should hold, in the words of the reference: nothing of it comes from the library. */
function expected({ weight, dose, strength }: Point) {
  const over = dose <= 0.65 ? 40 : 90
  const mg = mul(decimal(dose), decimal(weight))
  const hours: Rational = [BigInt(over), 60n]
  const above = (limit: Rational): boolean => compare(mg, limit) > 0
  const refused =
    above(decimal(weight)) || // 1.0 mg/kg
    above(whole(100)) ||
    (dose <= 0.5 && above(whole(60))) ||
    above(mul(decimal(weight), hours)) // 1.0 mg/kg/h
  const rounded = floorTo(mg, whole(1))
  const volume = div(rounded, decimal(strength))
  const drawn = floorTo(volume, decimal(0.01))
  const given = mul(drawn, decimal(strength))
  const rate = div(whole(100), hours)
  const steps = floorTo(rate, decimal(0.1))
  const inBag = div(given, whole(100))
  const perHour = mul(steps, inBag)
  return { over, refused, mg, rounded, volume, drawn, given, rate, steps, inBag, perHour, hours }
}

/** What differs between the plan and the sums in whole numbers; nothing where they agree. */
export function mismatch(point: Point): string | undefined {
  const sums = expected(point)
  const plan = planInfusion(
    infusion({
      dose: {
        basis: 'per-kg',
        amount: mgPerKg(point.dose),
        weight: 'actual',
        as: 'base',
        over: minutes(sums.over),
      },
      weight: { actual: kg(point.weight), at: now.asOf },
      vial: { concentration: { value: point.strength, unit: 'mg/mL' }, volume: mL(10), as: 'base' },
    }),
    now,
  )
  const where = `${point.weight} kg, ${point.dose} mg/kg, ${point.strength} mg/mL`
  if (!plan.ok)
    return sums.refused && plan.error.code === 'over-ceiling' ? undefined : `${where}: ${plan.error.code}`
  if (sums.refused) return `${where}: not refused`
  const { ordered, dose, drawn, amount, bag, rate, perMinute, byWeight, byWeightPerHour, vials } = plan.value
  const weight = decimal(point.weight)
  const pairs: readonly (readonly [string, number, Rational])[] = [
    ['ordered', ordered.amount.value, sums.mg],
    ['dose', dose.exact.value, sums.mg],
    ['dose, rounded', dose.rounded.value, sums.rounded],
    ['drawn', drawn.exact.value, sums.volume],
    ['drawn, rounded', drawn.rounded.value, sums.drawn],
    ['amount', amount.value, sums.given],
    ['by weight', byWeight.exact.value, div(sums.mg, weight)],
    ['by weight, rounded', byWeight.rounded.value, div(sums.given, weight)],
    ['in the bag', bag.concentration.value, sums.inBag],
    ['rate', rate.exact.value, sums.rate],
    ['rate, rounded', rate.rounded.value, sums.steps],
    ['a minute', perMinute.exact.value, div(sums.mg, whole(sums.over))],
    ['a minute, rounded', perMinute.rounded.value, div(sums.perHour, whole(60))],
    ['by weight an hour', byWeightPerHour.exact.value, div(div(sums.mg, sums.hours), weight)],
    ['by weight an hour, rounded', byWeightPerHour.rounded.value, div(sums.perHour, weight)],
    ['vials', vials, whole(ceiling(div(sums.drawn, whole(10))))],
  ]
  const wrong = pairs.filter(([, value, exact]) => !isNearest(value, exact)).map(([name]) => name)
  return wrong.length === 0 ? undefined : `${where}: ${wrong.join(', ')}`
}

/** Numbers from one to another by tenths or hundredths, as they are typed. */
export function steps(from: number, to: number, per: number, by = 1): number[] {
  const [first, last] = [Math.round(from * per), Math.round(to * per)]
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, at) => (first + at * by) / per)
}

/** 0.1 to 1.5 mg/kg by 0.05. */
export const doses = steps(0.1, 1.5, 100, 5)
/** The strengths on the market, and three no vial has. */
export const strengths = [10, 50, 100, 7.5, 33.3, 12.345]
