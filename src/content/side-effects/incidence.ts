/**
 * Whom the frequencies were counted in.
 *
 * Related terms are put together in the US pool and not elsewhere, so no two columns are compared or averaged.
 * @module
 */
import type { Incidence } from '../../kernel/content.ts'
import { type Citation, cite, recall } from '../../kernel/evidence.ts'

const usTrd =
  'US pool, short term, treatment-resistant depression, with an antidepressant: esketamine 346, placebo 222'
const transform1 = 'TRANSFORM-1, all esketamine 231, placebo 113'
const mdsi = 'ASPIRE I and II, acute suicidality, 84 mg 227, placebo 225'
const sustain1 = 'SUSTAIN-1, maintenance 152, placebo 145'
const eu = 'EU text, studies pooled'
const week1 = 'First week of esketamine, adverse events over time'
const infusions = 'Infusions of ketamine for depression, review of 60 studies; denominator not verified'
const twiceOrThrice = 'Infusions of ketamine two or three times a week'

/** Percent on the drug, and on control where there was one. */
type Pair = readonly [drug: number, control?: number]

/* @__NO_SIDE_EFFECTS__ */
function counted(population: string, source: Citation, pair: Pair | undefined, term?: string): Incidence[] {
  if (pair === undefined) return []
  const [drug, control] = pair
  const named = term === undefined ? {} : { term }
  return [{ population, ...named, drug, ...(control === undefined ? {} : { control }), sources: [source] }]
}

/** The columns of the table of the nasal spray: US pool, TRANSFORM-1, acute suicidality, maintenance, EU. */
interface Columns {
  readonly us?: Pair
  readonly t1?: Pair
  readonly mdsi?: Pair
  readonly maint?: Pair
  readonly eu?: Pair
}

/**
 * A line of that table.
 *
 * @param term - the term counted, where the row of the catalogue holds several
 */
/* @__NO_SIDE_EFFECTS__ */
export function rates(fact: string, columns: Columns, term?: string): readonly Incidence[] {
  return [
    ...counted(usTrd, cite(fact, 'HCP-SAF'), columns.us, term),
    ...counted(transform1, cite(fact, 'T1'), columns.t1, term),
    ...counted(mdsi, cite(fact, 'ASP12'), columns.mdsi, term),
    ...counted(sustain1, cite(fact, 'SUS1T'), columns.maint, term),
    ...counted(eu, cite(fact, 'SMPC-HK'), columns.eu, term),
  ]
}

/** One figure of one population. */
/* @__NO_SIDE_EFFECTS__ */
export function rate(
  population: string,
  source: Citation,
  drug: number,
  more: Omit<Incidence, 'population' | 'drug' | 'sources'> = {},
): readonly Incidence[] {
  return [{ population, drug, ...more, sources: [source] }]
}

/** In the first week, when most of it is seen. */
/* @__NO_SIDE_EFFECTS__ */
export function inWeek1(drug: number): readonly Incidence[] {
  return rate(week1, cite('ae-esk-week1', 'LONGAE'), drug)
}

/** As often quoted from the review of infusions. */
/* @__NO_SIDE_EFFECTS__ */
export function quotedOfInfusions(drug: number): readonly Incidence[] {
  return rate(infusions, recall('ae-iv-short-percent', 'K?', 'SHORT18'), drug)
}

/** In at least a fifth of those who had repeated infusions. */
/* @__NO_SIDE_EFFECTS__ */
export function inAFifthOfInfusions(): readonly Incidence[] {
  return rate(twiceOrThrice, cite('ae-iv-singh', 'SINGH16'), 20, { is: 'at-least' })
}

/** One more term that the EU text counts. */
/* @__NO_SIDE_EFFECTS__ */
export function inEuText(
  fact: string,
  drug: number,
  more: Omit<Incidence, 'population' | 'drug' | 'sources'>,
): readonly Incidence[] {
  return rate(eu, cite(fact, 'SMPC-HK'), drug, more)
}
