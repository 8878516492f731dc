/** The doses a next session could have, before anything is said of them: the sets of a label, or steps from the last dose. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import { dosingTables, selectionOf } from '../judgement/selection.ts'
import type { DoseSet, ProductForm } from '../kernel/content.ts'
import {
  compareFractions,
  difference,
  exactIn,
  type Fraction,
  fractionOf,
  larger,
  lesser,
  nought,
  numberOf,
  productOf,
  quotientOf,
  sum,
  wholeAbove,
} from '../kernel/fraction.ts'
import type { Unit } from '../kernel/units.ts'
import type { PlaceOfDose } from '../screening/ordered-question.ts'

/** A dose that could be next, and the sets of a label it stands in. */
export interface Candidate {
  readonly dose: PrescribedDose
  readonly sets: readonly DoseSet[]
}

// No course has more steps between nothing and its ceiling.
const most = 200

const sixty = /* @__PURE__ */ fractionOf(60)

/**
 * The candidates, the smallest first.
 *
 * A product in devices has the doses of its sets. Any other has steps of the size its rules name, from nothing through
 * the last dose, for as long as `goesOn` says of the one before; where no rule names a step there is only the last dose.
 */
export function* candidates(
  place: PlaceOfDose,
  line: ProductForm,
  applying: readonly string[],
): Generator<Candidate, void, unknown> {
  if (line.perDevice !== undefined) {
    yield* ofSets(place, line.perDevice.value, applying)
    return
  }
  const byWeight = upperLimit(place, 'titration', 'dose-change-by-weight', 'mg/kg')
  if (byWeight !== undefined && line.ordered.includes('per-kg')) {
    const last = place.history.mgPerKg.last
    for (const amount of steps(byWeight, last)) {
      yield { dose: byKilogram(amount, infusionTime(place, amount)), sets: [] }
    }
    return
  }
  const last = place.history.mg.last
  const inMilligrams = upperLimit(place, 'titration', 'dose-change', 'mg')
  const amounts = inMilligrams === undefined ? (last === undefined ? [] : [last]) : steps(inMilligrams, last)
  for (const amount of amounts) yield { dose: inMg(amount), sets: [] }
}

/** The doses of the sets that may apply; where none does, those the label has anywhere. */
function* ofSets(
  { engine, plan, moment, sets }: PlaceOfDose,
  perDevice: number,
  applying: readonly string[],
): Generator<Candidate, void, unknown> {
  const here = sets.filter(({ id }) => applying.includes(id))
  const anywhere = dosingTables(engine.content).doseSets.filter(
    ({ product, effective }) =>
      product === plan.product &&
      effective.from <= moment.today &&
      (effective.to === undefined || moment.today <= effective.to),
  )
  const from = here.length > 0 ? here : anywhere
  const doses = [...new Set(from.flatMap((set) => set.doses))].sort((a, b) => a - b)
  for (const mg of doses) {
    const count = numberOf(quotientOf(fractionOf(mg), fractionOf(perDevice))) ?? 0
    yield { dose: { basis: 'devices', count }, sets: here.filter((set) => set.doses.includes(mg)) }
  }
}

/** Above nothing in steps, so that the last dose is one of them. */
function* steps(step: Fraction, last: Fraction | undefined): Generator<Fraction, void, unknown> {
  let amount = step
  if (last !== undefined) {
    amount = last
    for (let count = 0; count < most && compareFractions(amount, step) > 0; count += 1)
      amount = difference(amount, step)
    if (compareFractions(amount, nought) <= 0) amount = sum(amount, step)
  }
  for (let count = 0; count < most; count += 1) {
    yield amount
    amount = sum(amount, step)
  }
}

/** The lowest limit the rules of the plan set from above on a number of the order; above nothing is no limit. */
function upperLimit(
  { engine, plan, moment }: PlaceOfDose,
  asked: 'dose' | 'titration',
  fact: string,
  unit: Unit,
): Fraction | undefined {
  let least: Fraction | undefined
  for (const leaf of selectionOf(engine, plan, 'dosing', asked, moment.today).leaves) {
    if (leaf.kind !== 'measured' || leaf.fact !== fact || engine.numbers.edge(leaf.is) !== 'above') continue
    const limit = exactIn(engine.numbers.amount(leaf.limit), unit)
    if (limit === undefined || compareFractions(limit, nought) <= 0) continue
    least = least === undefined ? limit : lesser(least, limit)
  }
  return least
}

/** As long as the reference infusion, or as the rate ceiling asks; nothing of a product that no rule limits by rate. */
function infusionTime(place: PlaceOfDose, amount: Fraction): Fraction | undefined {
  const rate = upperLimit(place, 'dose', 'ordered-rate-by-weight', 'mg/kg/h')
  if (rate === undefined) return undefined
  const reference = exactIn(place.engine.numbers.amount({ policy: 'infusion-duration-iv' }), 'min') ?? nought
  return larger(reference, wholeAbove(quotientOf(productOf(amount, sixty), rate)))
}

function byKilogram(amount: Fraction, over: Fraction | undefined): PrescribedDose {
  return {
    basis: 'per-kg',
    amount: { value: numberOf(amount) ?? 0, unit: 'mg/kg' },
    // Trials dosed on actual weight, and the ceilings speak of it (fact dose-weight-basis-trials).
    weight: 'actual',
    as: 'base',
    ...(over === undefined ? {} : { over: { value: numberOf(over) ?? 0, unit: 'min' } }),
  }
}

function inMg(amount: Fraction): PrescribedDose {
  return { basis: 'fixed', amount: { value: numberOf(amount) ?? 0, unit: 'mg' }, as: 'base' }
}
