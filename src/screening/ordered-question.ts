/** The arguments of a question about a dose, read by hand, and what they come to before any rule is asked. @module */
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import type { SaltFactor } from '../dosing/salt.ts'
import { checkedPlan, isObject } from '../judgement/context.ts'
import { type ContextOfPack, momentIn } from '../judgement/judge.ts'
import { type Engine, engineOf } from '../judgement/selection.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Content, DoseSet, Plan } from '../kernel/content.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { type Reading, readPatient } from '../patient/reading.ts'
import { orderRead } from './ordered-dose.ts'
import { type DoseHistory, type EarlierDoses, earlierDoses } from './ordered-history.ts'
import { doseSetsFor, hasLabelledScheme, productLines } from './ordered-lines.ts'
import type { Ordering } from './ordered-record.ts'
import { type BodyRead, bodyRead } from './ordered-weight.ts'

/** Whom and where a dose is for: alike for every dose that is looked at. */
export interface PlaceOfDose {
  readonly engine: Engine
  readonly moment: Moment
  readonly plan: Plan
  readonly patient: Patient
  readonly history: EarlierDoses
  readonly body: BodyRead
  readonly age: Reading['age']
  readonly sets: readonly DoseSet[]
  readonly labelledScheme: Truth
}

/**
 * Reads the record once for the weight, the height and the age.
 *
 * @throws Refusal as every judgement does
 */
export function placeOfDose(
  patient: Patient,
  plan: Plan,
  history: DoseHistory,
  isWeightConfirmed: boolean,
  content: Content,
  context: ContextOfPack,
): PlaceOfDose {
  const moment = momentIn(content, context)
  const engine = engineOf(content, context.policy)
  const checked = checkedPlan(plan, content)
  const earlier = earlierDoses(history, checked.product, moment)
  const reading = readPatient(engine.index, patient, moment, engine, engine.reading)
  const body = bodyRead(engine, reading, earlier.session, isWeightConfirmed)
  const age = reading.age === undefined ? undefined : { ...reading.age }
  const sets = doseSetsFor(content, context.policy, checked, moment.today)
  return {
    engine,
    moment,
    plan: checked,
    patient,
    history: earlier,
    body,
    age,
    sets,
    labelledScheme: hasLabelledScheme(checked, sets),
  }
}

/**
 * An order in its place: worked out, and refused where the table of products has no line for it.
 *
 * @throws Refusal `not-in-product-table`, or what is wrong with the order
 */
export function orderingOf(
  dose: PrescribedDose,
  place: PlaceOfDose,
  saltFactor?: SaltFactor,
): { readonly ordering: Ordering; readonly lines: ReturnType<typeof productLines> } {
  const { engine, plan, moment, body, history, labelledScheme } = place
  const lines = productLines(engine.content, engine.policy, plan, moment.today, dose)
  const order = orderRead(dose, lines[0], body.body, saltFactor)
  return {
    lines,
    ordering: {
      order,
      history,
      labelledScheme,
      weightInDoubt: body.inDoubt,
      isOnActualWeight: 'weight' in dose && dose.weight === 'actual' ? 'yes' : 'no',
    },
  }
}

const bases: readonly unknown[] = ['fixed', 'per-kg', 'rate', 'devices']

/**
 * A dose as plain data; its numbers are read where they are used.
 *
 * @throws Refusal `bad-argument`, or what the door refuses
 */
export function checkedDose(given: unknown): PrescribedDose {
  const copy = plain(given)
  if (!isDose(copy)) throw new Refusal(badArgument, 'dose')
  return copy
}

function isDose(value: unknown): value is PrescribedDose {
  return isObject(value) && 'basis' in value && bases.includes(value.basis)
}

/** Own data of an argument and nothing else. */
export function plain(given: unknown): unknown {
  if (given === undefined) return undefined
  const copy = plainCopy(given)
  if (!copy.ok) throw copy.error
  return copy.value
}
