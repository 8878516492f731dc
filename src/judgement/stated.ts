/** Answers kept outside a record, and a record with what was stated or worked out beside its own. @module */
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Leaf } from '../kernel/rule.ts'
import { type Instant, isInstant } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { FactIndex } from '../patient/fact-index.ts'
import type { Moment } from '../patient/moment.ts'
import type { ObservationEntry, Patient, Statement } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import { isObject } from './context.ts'

/** Who said it, and how a statement of a record names them. */
const speakers = {
  clinician: 'clinician',
  nurse: 'clinician',
  patient: 'patient',
  chaperone: 'patient',
  device: 'import',
  import: 'import',
  unknown: 'unknown',
} as const

/** Who answered. */
export type Speaker = keyof typeof speakers

/** An answer that is kept outside the record: consent on file, an enrolment, a decision. */
export interface StatedFact {
  /** Id of the fact. */
  readonly fact: string
  readonly truth: Truth
  /** When it was answered; without it nobody can tell whether it still holds. */
  readonly at?: Instant
  readonly by?: Speaker
}

/** Who said it, as a statement names them. */
export function speakerOf(by: Speaker): Statement['by'] {
  return speakers[by]
}

/**
 * Answers of the caller as statements.
 *
 * @throws Refusal `bad-argument` where they are no list of answers
 */
export function checkedStated(stated: readonly StatedFact[] | undefined): readonly Statement[] {
  if (stated === undefined) return []
  if (!Array.isArray(stated)) throw new Refusal(badArgument, 'stated')
  return stated.map((one: unknown, at): Statement => {
    if (!isStated(one)) throw new Refusal(badArgument, `stated[${at}]`)
    const time = one.at === undefined ? {} : { at: one.at }
    return { fact: one.fact, answer: one.truth, ...time, by: speakerOf(one.by ?? 'unknown'), from: 'stated' }
  })
}

const truths: readonly unknown[] = ['yes', 'no', 'unknown']

function isStated(value: unknown): value is StatedFact {
  if (!isObject(value) || !('fact' in value) || !('truth' in value)) return false
  if (typeof value.fact !== 'string' || value.fact === '' || !truths.includes(value.truth)) return false
  const at = 'at' in value ? value.at : undefined
  const by = 'by' in value ? value.by : undefined
  return (
    (at === undefined || isInstant(at)) &&
    (by === undefined || (typeof by === 'string' && Object.hasOwn(speakers, by)))
  )
}

/**
 * A statement as it is heard: a yes that speaks for the plan counts from those who can know it.
 *
 * What only a professional decides is decided by nobody else. What is measured a device or another system may report,
 * but not the person, nor somebody nobody knows.
 */
export function heard<S extends Pick<Statement, 'answer'>>(
  said: S,
  fact: string,
  by: Statement['by'],
  { rows, slots }: FactIndex,
): S {
  if (said.answer !== 'yes' || by === 'clinician') return said
  const row = rows[slots.get(fact) ?? -1]
  if (row?.favourable !== true) return said
  const canKnow = row.means === 'measure' ? by === 'import' : row.means !== 'decide'
  return canKnow ? said : { ...said, answer: 'unknown' }
}

/**
 * The record with statements beside its own.
 *
 * @param ifRecorded - facts of which silence answers no where the statements of a record are there
 */
export function withStatements(
  patient: Patient,
  statements: readonly Statement[],
  ifRecorded: Iterable<string>,
  { asOf }: Moment,
): Patient {
  const said = [...(patient.statements ?? []), ...statements]
  if (patient.statements === undefined) {
    // Of a record without statements nobody knows what they would say, also where a rule asks only what was recorded.
    for (const fact of ifRecorded) {
      if (said.some((one) => one.fact === fact)) continue
      said.push({ fact, answer: 'unknown', at: asOf, by: 'unknown', method: workedOut })
    }
  }
  return { ...patient, statements: said }
}

/** The record with readings beside its own. They do not make whole a list that was never sent. */
export function withObservations(patient: Patient, added: readonly ObservationEntry[]): Patient {
  const { observations, incomplete = [] } = patient
  if (observations !== undefined) return { ...patient, observations: [...observations, ...added] }
  return { ...patient, observations: [...added], incomplete: [...incomplete, 'observations'] }
}

/** The facts of statements whose absence answers no where the statements of a record are there. */
export function factsIfRecorded(leaves: readonly Leaf[]): ReadonlySet<string> {
  const facts = new Set<string>()
  for (const leaf of leaves)
    if ((leaf.kind === 'stated' || leaf.kind === 'graded') && leaf.onlyIfRecorded === true)
      facts.add(leaf.fact)
  return facts
}
