/** An order held against the closed table of products, and the legal sets of its place in the course. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import { dosingTables, isInForce } from '../judgement/selection.ts'
import { notInProductTable } from '../kernel/codes.ts'
import type { Content, DoseSet, Plan, Policy, ProductForm } from '../kernel/content.ts'
import type { Certainty, Citation } from '../kernel/evidence.ts'
import { Refusal } from '../kernel/refusal.ts'
import { and, type Truth } from '../kernel/truth.ts'
import type { Reading } from '../patient/reading.ts'

/** What a regulator says of a product for an indication. */
export interface RegulatoryLine {
  readonly id: string
  readonly jurisdiction: string
  readonly status: ProductForm['status']
  /** The indication it speaks of; left out, every one that has no line of its own. */
  readonly indication?: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** A legal set of doses that holds, or may hold, in this place of the course. */
export interface AllowedDoses {
  /** Id of the set. */
  readonly set: string
  readonly applies: 'yes' | 'unknown'
  readonly doses: readonly { readonly mg: number; readonly devices?: number }[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

/** Whether a table row of a country counts at this site. */
function binds(jurisdiction: string, content: Content, policy: Policy): boolean {
  return content.jurisdictions.includes(jurisdiction) || policy.countries.includes(jurisdiction)
}

/**
 * The lines of the table an order falls under.
 *
 * @throws Refusal `not-in-product-table`: the path names the first part of the order that no line has
 */
export function productLines(
  content: Content,
  policy: Policy,
  plan: Plan,
  day: string,
  dose?: PrescribedDose,
): readonly ProductForm[] {
  // A line that says the product was not authorised is shown, and takes no order.
  const allowed = linesInForce(content, policy, plan, day).filter(({ status }) => status !== 'not-authorised')
  let lines = ofSetting(demandSome(allowed, 'plan.product'), plan.setting)
  // What is no matter of these tables (anaesthesia) has a line that takes no order.
  if (dose === undefined)
    return demandSome(
      lines.filter(({ ordered }) => ordered.length > 0),
      'plan.indication',
    )
  const { basis, route, enantiomer } = dose
  lines = demandSome(
    lines.filter(({ ordered }) => ordered.includes(basis)),
    'dose.basis',
  )
  if (route !== undefined)
    lines = demandSome(
      lines.filter((line) => line.route === route),
      'dose.route',
    )
  if (enantiomer !== undefined)
    lines = demandSome(
      lines.filter((line) => line.enantiomer === enantiomer),
      'dose.enantiomer',
    )
  return lines
}

/**
 * The lines that say what regulators make of a plan for its purpose; none where no line speaks of the product.
 *
 * @throws Refusal `not-in-product-table` where none has the setting
 */
export function statusLines(
  content: Content,
  policy: Policy,
  plan: Plan,
  day: string,
): readonly ProductForm[] {
  const lines = linesInForce(content, policy, plan, day)
  return lines.length === 0 ? lines : ofSetting(lines, plan.setting)
}

function linesInForce(content: Content, policy: Policy, plan: Plan, day: string): readonly ProductForm[] {
  const inForce = dosingTables(content).forms.filter(
    (line) =>
      line.product === plan.product &&
      binds(line.jurisdiction, content, policy) &&
      isInForce(line.effective, day),
  )
  return ofIndication(inForce, plan.indication)
}

function ofSetting(lines: readonly ProductForm[], setting: string | undefined): readonly ProductForm[] {
  if (setting === undefined) return lines
  return demandSome(
    lines.filter(({ settings }) => settings.some((one) => one === setting)),
    'plan.setting',
  )
}

// The line of the indication stands before the one of every other indication; without one named, all of them count.
function ofIndication(lines: readonly ProductForm[], indication: string | undefined): readonly ProductForm[] {
  if (indication === undefined) return lines
  return lines.filter((line) => {
    if (line.indication !== undefined) return line.indication === indication
    return !lines.some((one) => one.jurisdiction === line.jurisdiction && one.indication === indication)
  })
}

function demandSome(lines: readonly ProductForm[], path: string): readonly ProductForm[] {
  if (lines.length === 0) throw new Refusal(notInProductTable, path)
  return lines
}

/** What the regulators say, without what only the table needs. */
export function regulatoryLines(lines: readonly ProductForm[]): readonly RegulatoryLine[] {
  return lines.map(({ id, jurisdiction, status, indication, certainty, sources }) => ({
    id,
    jurisdiction,
    status,
    ...(indication === undefined ? {} : { indication }),
    certainty,
    sources,
  }))
}

/** The sets of a product that count at this site on a day, for the indication of the plan or for any. */
export function doseSetsFor(content: Content, policy: Policy, plan: Plan, day: string): readonly DoseSet[] {
  return dosingTables(content).doseSets.filter(
    (set) =>
      set.product === plan.product &&
      binds(set.jurisdiction, content, policy) &&
      isInForce(set.effective, day) &&
      (plan.indication === undefined || set.indication === plan.indication),
  )
}

/** Whether the label sets doses for the indication of a plan; unknown where none is named. */
export function hasLabelledScheme(plan: Plan, sets: readonly DoseSet[]): Truth {
  if (plan.indication === undefined) return 'unknown'
  return sets.length > 0 ? 'yes' : 'no'
}

/** The sets that hold, or may hold, for a session and an age. */
export function allowedDoses(
  sets: readonly DoseSet[],
  plan: Plan,
  session: number | undefined,
  age: Reading['age'],
  perDevice: number | undefined,
): readonly AllowedDoses[] {
  return sets.flatMap((set): readonly AllowedDoses[] => {
    const applies = and([
      plan.indication === undefined ? 'unknown' : 'yes',
      within(session, session, set.sessions),
      set.age === undefined ? 'yes' : within(age?.least, age?.most, set.age),
    ])
    if (applies === 'no') return []
    const doses = set.doses.map((mg) => (perDevice === undefined ? { mg } : { mg, devices: mg / perDevice }))
    return [{ set: set.id, applies, doses, certainty: set.certainty, sources: set.sources }]
  })
}

function within(
  least: number | undefined,
  most: number | undefined,
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
  }: { readonly from?: number; readonly to?: number },
): Truth {
  if (least === undefined || most === undefined) return 'unknown'
  if (least >= from && most <= to) return 'yes'
  return most < from || least > to ? 'no' : 'unknown'
}
