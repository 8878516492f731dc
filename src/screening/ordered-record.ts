/** The record of a patient with an order on it: what the rules on doses are held against. @module */
import { dosingTables, type Engine } from '../judgement/selection.ts'
import type { Content } from '../kernel/content.ts'
import {
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  nought,
  numberOf,
  productOf,
  quotientOf,
  sum,
} from '../kernel/fraction.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { leavesOf } from '../rules/compile.ts'
import { atOnce, type OrderRead } from './ordered-dose.ts'
import type { EarlierDoses } from './ordered-history.ts'

/** What is known of an order and of its place in the course. */
export interface Ordering {
  readonly order: OrderRead
  readonly history: EarlierDoses
  readonly labelledScheme: Truth
  readonly weightInDoubt: Truth
  /** On which weight the order is counted; nothing where it is counted on none. */
  readonly isOnActualWeight: Truth
  /** What a person said of the last dose, where the next one is chosen. */
  readonly said?: readonly Statement[]
}

/** Facts that only an order answers: what a record says under their names is not read. */
const numbers: readonly string[] = [
  'ordered-dose',
  'ordered-dose-by-weight',
  'ordered-rate-by-weight',
  'ordered-bolus-by-weight',
  'ordered-duration',
  'day-total',
  'session-number',
  'sessions-at-dose',
  'dose-change',
  'dose-change-by-weight',
  'time-since-last-dose',
]
const answers: readonly string[] = [
  'dosed-before',
  'dosed-today',
  'history-in-conflict',
  'labelled-scheme',
  'ordered-on-actual-weight',
  'weight-in-doubt',
  'last-dose-not-tolerated',
  'response-word',
]

/** The record with the order on it. */
export function withOrder(
  patient: Patient,
  ordering: Ordering,
  { content }: Engine,
  moment: Moment,
): Patient {
  const observations = [
    ...(patient.observations ?? []).filter(({ name }) => !numbers.includes(name)),
    ...numbersOf(ordering, moment),
  ]
  const statements = [
    ...(patient.statements ?? unsaid(content, moment)).filter(({ fact }) => !answers.includes(fact)),
    ...answersOf(ordering, moment),
  ]
  if (patient.observations !== undefined) return { ...patient, observations, statements }
  // The numbers of the order do not make whole a list that was never sent.
  return { ...patient, observations, statements, incomplete: [...(patient.incomplete ?? []), 'observations'] }
}

/** Of a record without statements nobody knows what they would say, also where a rule asks only what was recorded. */
function unsaid(content: Content, { asOf }: Moment): Statement[] {
  const facts = new Set<string>()
  for (const { when } of dosingTables(content).rules) {
    for (const leaf of leavesOf(when)) {
      const isOfPeople = leaf.kind === 'stated' || leaf.kind === 'graded'
      if (isOfPeople && leaf.onlyIfRecorded === true) facts.add(leaf.fact)
    }
  }
  return [...facts].map((fact) => ({ fact, answer: 'unknown', at: asOf, by: 'unknown' }))
}

function numbersOf({ order, history }: Ordering, moment: Moment): ObservationEntry[] {
  const made: ObservationEntry[] = []
  const add = (name: string, of: Fraction | undefined, unit: Unit, bound?: 'above'): void => {
    made.push(numberEntry(name, of, unit, bound, moment))
  }
  const { mg, byWeight, rate, over } = order
  const bolus = atOnce(order)
  add('ordered-dose', mg, 'mg')
  add('ordered-dose-by-weight', byWeight?.of, 'mg/kg', byWeight?.bound)
  add('ordered-rate-by-weight', rate?.of, 'mg/kg/h', rate?.bound)
  add('ordered-bolus-by-weight', bolus?.of, 'mg/kg', bolus?.bound)
  add('ordered-duration', over, 'min')
  const { today, session, sinceLast, hasUntimed } = history
  // A dose whose time nobody knows may be one of this day.
  const isBounded = mg !== undefined && today.most !== undefined && !hasUntimed
  if (isBounded) add('day-total', sum(mg, today.most), 'mg')
  else add('day-total', sum(mg ?? nought, today.least), 'mg', 'above')
  add('session-number', session === undefined ? undefined : fractionOf(session), '{n}')
  // In the unit it was counted in, so that nothing is rounded.
  if (sinceLast !== undefined) add('time-since-last-dose', fractionOf(sinceLast), 'ms')
  if (sinceLast === undefined || hasUntimed) add('time-since-last-dose', undefined, 'ms')
  addStep(order, history, add)
  return made
}

type Unit = 'mg' | 'mg/kg' | 'mg/kg/h' | 'min' | 'ms' | '{n}'
type Add = (name: string, of: Fraction | undefined, unit: Unit, bound?: 'above') => void

/** The step from the last dose: by weight where the order is counted by weight, else in milligrams. */
function addStep(order: OrderRead, { mg, mgPerKg }: EarlierDoses, add: Add): void {
  const { perKg, actual } = order
  const before = perKg === undefined ? mg : mgPerKg
  const now = perKg ?? order.mg
  add('sessions-at-dose', before.inARow === undefined ? undefined : fractionOf(before.inARow), '{n}')
  const step = now === undefined || before.last === undefined ? undefined : difference(now, before.last)
  if (perKg === undefined) {
    add('dose-change', step, 'mg')
    add('dose-change-by-weight', divided(step, actual), 'mg/kg')
    return
  }
  add('dose-change', multiplied(step, actual), 'mg')
  add('dose-change-by-weight', step, 'mg/kg')
}

// No step is none, whatever the weight.
function divided(step: Fraction | undefined, by: Fraction | undefined): Fraction | undefined {
  if (step === undefined || isNone(step)) return step
  return by === undefined ? undefined : quotientOf(step, by)
}

function multiplied(step: Fraction | undefined, by: Fraction | undefined): Fraction | undefined {
  if (step === undefined || isNone(step)) return step
  return by === undefined ? undefined : productOf(step, by)
}

function isNone(step: Fraction): boolean {
  return compareFractions(step, nought) === 0
}

function numberEntry(
  name: string,
  of: Fraction | undefined,
  unit: Unit,
  bound: 'above' | undefined,
  { asOf }: Moment,
): ObservationEntry {
  const value = of === undefined ? undefined : numberOf(of)
  if (value === undefined) return { name, status: 'final', absent: 'unknown', at: asOf, from: 'order' }
  return {
    name,
    status: 'final',
    value: { value, unit },
    ...(bound === undefined ? {} : { bound }),
    at: asOf,
    from: 'order',
  }
}

function answersOf(
  { history, labelledScheme, weightInDoubt, isOnActualWeight, said }: Ordering,
  { asOf }: Moment,
): Statement[] {
  const answer = (fact: string, truth: Truth): Statement => ({
    fact,
    answer: truth,
    at: asOf,
    by: 'import',
    from: 'order',
  })
  return [
    answer('dosed-before', history.dosedBefore),
    answer('dosed-today', history.dosedToday),
    answer('history-in-conflict', history.inConflict),
    answer('labelled-scheme', labelledScheme),
    answer('ordered-on-actual-weight', isOnActualWeight),
    answer('weight-in-doubt', weightInDoubt),
    ...(said ?? []),
  ]
}
