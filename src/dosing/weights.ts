/** The weights a dose can be counted on, each by its own name: none stands in for another. @module */
import { type Citation, recall } from '../kernel/evidence.ts'
import {
  compareFractions,
  difference,
  exactIn,
  type Fraction,
  fractionText,
  productOf,
  quotientOf,
  sum,
} from '../kernel/fraction.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { formatQuantity, type Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { bodyMeasure, exact, type NumberFault, shown } from './argument.ts'
import type { WeightBasis } from './dose.schema.ts'

/** What the weights are worked out from. */
export interface Body {
  readonly weight: Quantity
  readonly height?: Quantity | undefined
  /** As the formulas ask: they have one for women and one for men, and none between. */
  readonly sex?: 'female' | 'male' | 'other' | 'unknown' | undefined
}

/** Why a weight cannot be worked out. */
export type NoWeight = 'height-unknown' | 'sex-unknown' | 'below-60-in' | 'not-above-ideal'

/** One weight, or why there is none. */
export type DoseWeight =
  | {
      readonly value: Quantity<'kg'>
      /** The weight exactly, as a fraction of whole numbers. */
      readonly exact: string
      readonly formula: string
      /** The fact behind the formula, with how sure we are of it; the weight on the scale needs none. */
      readonly sources: readonly Citation[]
    }
  | { readonly why: NoWeight; readonly sources: readonly Citation[] }

/** All weights of a person, and the body mass index where the height is known. */
export type DoseWeights = Readonly<Record<WeightBasis, DoseWeight>> & {
  readonly bodyMassIndex?: Quantity<'kg/m2'>
}

/** A formula as it is printed: its numbers, and the fact it is filed under. None was seen in its source. */
const formulas = {
  /** Devine 1974: `at60in` kg, and `perInch` kg for each inch above 60 in. */
  ideal: {
    text: {
      male: '50 kg + 2.3 kg x (height in inches - 60)',
      female: '45.5 kg + 2.3 kg x (height in inches - 60)',
    },
    at60in: { male: 50, female: 45.5 },
    perInch: 2.3,
    sources: [/* @__PURE__ */ recall('dose-weight-ibw-formula', 'K')],
  },
  /** Ideal weight and `share` of what is above it. */
  adjusted: {
    text: 'ideal + 0.4 x (actual - ideal)',
    share: 0.4,
    sources: [
      /* @__PURE__ */ recall('dose-weight-adjusted-formula', 'K'),
      /* @__PURE__ */ recall('dose-weight-ibw-formula', 'K'),
    ],
  },
  /** Janmahasatian 2005: `top` x kg / (`base` + `perIndex` x BMI). */
  lean: {
    text: {
      male: '9270 x kg / (6680 + 216 x BMI)',
      female: '9270 x kg / (8780 + 244 x BMI)',
    },
    top: 9270,
    base: { male: 6680, female: 8780 },
    perIndex: { male: 216, female: 244 },
    sources: [/* @__PURE__ */ recall('dose-weight-lean-formula', 'K')],
  },
} as const

/** A weight before it is shown. */
export type ExactWeight = { readonly kg: Fraction; readonly formula: string } | { readonly why: NoWeight }

/** All weights, exactly. */
export interface ExactWeights {
  readonly of: Readonly<Record<WeightBasis, ExactWeight>>
  /** kg/m2. */
  readonly index: Fraction | undefined
}

/** The weights of a body, exactly; a path in front of the names of its fields. */
export function exactWeights(body: Body, path: string): Result<ExactWeights, NumberFault> {
  const weight = bodyMeasure('body-weight', body.weight, `${path}weight`)
  if (!weight.ok) return weight
  const actual: ExactWeight = { kg: weight.value, formula: formatQuantity(body.weight) }
  const sex = sexOf(body.sex)
  if (sex === 'wrong') return err({ code: 'wrong-shape', path: `${path}sex` })
  if (body.height === undefined) {
    const why = { why: 'height-unknown' } as const
    return ok({ of: { actual, ideal: why, adjusted: why, lean: why }, index: undefined })
  }
  const height = bodyMeasure('body-height', body.height, `${path}height`)
  if (!height.ok) return height
  const metres = quotientOf(height.value, exact(100))
  const index = quotientOf(weight.value, productOf(metres, metres))
  if (sex === undefined) {
    const why = { why: 'sex-unknown' } as const
    return ok({ of: { actual, ideal: why, adjusted: why, lean: why }, index })
  }
  const inches = exactIn(body.height, '[in_i]')
  const ideal = inches === undefined ? ({ why: 'height-unknown' } as const) : idealOf(inches, sex)
  const adjusted = adjustedOf(weight.value, ideal)
  return ok({ of: { actual, ideal, adjusted, lean: leanOf(weight.value, index, sex) }, index })
}

type FormulaSex = 'female' | 'male'

function sexOf(sex: unknown): FormulaSex | undefined | 'wrong' {
  if (sex === 'female' || sex === 'male') return sex
  return sex === undefined || sex === 'other' || sex === 'unknown' ? undefined : 'wrong'
}

function idealOf(inches: Fraction, sex: FormulaSex): ExactWeight {
  const { text, at60in, perInch } = formulas.ideal
  const above = difference(inches, exact(60))
  // The formula counts inches above sixty; nothing says that it goes on below.
  if (above.top < 0n) return { why: 'below-60-in' }
  return { kg: sum(exact(at60in[sex]), productOf(exact(perInch), above)), formula: text[sex] }
}

function adjustedOf(actual: Fraction, ideal: ExactWeight): ExactWeight {
  if ('why' in ideal) return ideal
  if (compareFractions(actual, ideal.kg) <= 0) return { why: 'not-above-ideal' }
  const { text, share } = formulas.adjusted
  return { kg: sum(ideal.kg, productOf(exact(share), difference(actual, ideal.kg))), formula: text }
}

function leanOf(actual: Fraction, index: Fraction, sex: FormulaSex): ExactWeight {
  const { text, top, base, perIndex } = formulas.lean
  const bottom = sum(exact(base[sex]), productOf(exact(perIndex[sex]), index))
  return { kg: quotientOf(productOf(exact(top), actual), bottom), formula: text[sex] }
}

/** The weights as they are shown. */
export function shownWeights({ of, index }: ExactWeights): DoseWeights {
  const one = (basis: WeightBasis): DoseWeight => {
    const weight = of[basis]
    const sources = basis === 'actual' ? [] : formulas[basis].sources
    if ('why' in weight) return { why: weight.why, sources }
    return {
      value: shown(weight.kg, 'kg'),
      exact: fractionText(weight.kg),
      formula: weight.formula,
      sources,
    }
  }
  const weights = { actual: one('actual'), ideal: one('ideal'), adjusted: one('adjusted'), lean: one('lean') }
  return index === undefined ? weights : { ...weights, bodyMassIndex: shown(index, 'kg/m2') }
}

/**
 * Every weight a dose can be counted on, and why another cannot be worked out.
 *
 * Actual weight is the one on the scale. Ideal (Devine), adjusted and lean (Janmahasatian) weight come from formulas that
 * ask for the height and the sex; the adjusted weight is there only where the actual one exceeds the ideal one. None
 * stands in for another.
 *
 * @param body - weight in a unit of mass, height in a unit of length, sex as the formulas ask
 * @returns kg, each the number nearest to the exact one, which stands beside it as a fraction
 * @throws Refusal `not-readable`, `altered-prototype`
 * @see facts dose-weight-ibw-formula, dose-weight-adjusted-formula, dose-weight-lean-formula (certainty K)
 *
 * @example
 * ```ts
 * const weights = doseWeights({ weight: kg(90), height: { value: 70, unit: '[in_i]' }, sex: 'male' })
 * weights.ok && 'value' in weights.value.ideal && weights.value.ideal.value // => { value: 73, unit: 'kg' }
 * ```
 */
export function doseWeights(body: Body): Result<DoseWeights, NumberFault> {
  return answered(() => {
    demandUnaltered()
    const weights = exactWeights(body, '')
    return weights.ok ? ok(deepFreeze(shownWeights(weights.value))) : weights
  })
}
