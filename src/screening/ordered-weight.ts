/** The body an order is counted on, from the record: the newest weight, while it is recent enough. @module */
import type { Body } from '../dosing/weights.ts'
import type { Engine } from '../judgement/selection.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { Truth } from '../kernel/truth.ts'
import { weightChange } from '../kernel/weight-change.ts'
import type { Filed } from '../patient/filing.ts'
import { isFresh } from '../patient/moment.ts'
import type { ObservationEntry } from '../patient/patient.schema.ts'
import type { Reading } from '../patient/reading.ts'

/** A weight as it was read. */
export interface WeightRead {
  readonly value: Quantity
  readonly at: string
  readonly from?: string
}

/** The body of a record. */
export interface BodyRead {
  readonly body: Body | undefined
  readonly weight: WeightRead | undefined
  /** The weight changed more than bodies do, and nobody confirmed it. */
  readonly inDoubt: Truth
}

/**
 * The body of a record, as an order may be counted on it.
 *
 * A weight speaks for a few days in the induction and for longer afterwards; a session nobody numbered counts as one of
 * the induction. A newest weight that cannot be read is not replaced by an older one.
 */
export function bodyRead(
  engine: Engine,
  reading: Reading,
  session: number | undefined,
  isConfirmed: boolean,
): BodyRead {
  const { numbers } = engine
  const induction = numbers.amount({ policy: 'induction-sessions' }).value
  const isLater = session !== undefined && session > induction
  const maxAge = numbers.number(isLater ? 'weight-max-age' : 'weight-max-age-induction')
  const weights = filedAs('body-weight', reading)
  const newest = newestOf(weights, 'kg')
  const isRecent = newest !== undefined && isFresh(newest.at, maxAge, reading.moment) === 'yes'
  const weight = isRecent ? readOf(newest.entry) : undefined
  const height = newestOf(filedAs('body-height', reading), 'cm')?.entry.value
  const { sex } = reading.patient
  return {
    body: weight === undefined ? undefined : { weight: weight.value, height, sex },
    weight,
    inDoubt: isConfirmed ? 'no' : doubtOf(weights, newest),
  }
}

type Weighed = Filed<ObservationEntry>

function filedAs(name: string, { index, observations }: Reading): readonly Weighed[] {
  const slot = index.slots.get(name)
  const found: Weighed[] = []
  if (slot === undefined) return found
  for (let next = observations.of(slot); next !== undefined; next = next.next) found.push(next)
  return found
}

/** The newest reading, where it can be read and no other of its time says otherwise. */
function newestOf(filed: readonly Weighed[], unit: 'kg' | 'cm'): Weighed | undefined {
  const latest = Math.max(...filed.map(({ at }) => at.from))
  const candidates = filed.filter(({ at }) => at.to >= latest)
  const [first] = candidates
  if (first === undefined) return undefined
  const value = usable(first, unit)
  return value !== undefined && candidates.every((one) => usable(one, unit) === value) ? first : undefined
}

function usable({ entry, when }: Weighed, unit: 'kg' | 'cm'): number | undefined {
  const { value, absent, bound, status } = entry
  const isUsable = when === 'dated' && absent === undefined && bound === undefined && status !== 'unknown'
  return isUsable && value !== undefined ? valueIn(value, unit) : undefined
}

function readOf({ value, at, from, id }: ObservationEntry): WeightRead | undefined {
  if (value === undefined || at === undefined) return undefined
  const source = from ?? id
  return { value, at, ...(source === undefined ? {} : { from: source }) }
}

/** Whether the newest weight differs from the one before as bodies do not; a single weight has nothing to differ from. */
function doubtOf(weights: readonly Weighed[], newest: Weighed | undefined): Truth {
  if (newest === undefined) return 'unknown'
  const kg = usable(newest, 'kg')
  const earlier = weights.filter(({ at }) => at.from < newest.at.from)
  if (earlier.length === 0) return 'no'
  const latest = Math.max(...earlier.map(({ at }) => at.from))
  const before = earlier.filter(({ at }) => at.to >= latest).map((one) => usable(one, 'kg'))
  if (kg === undefined || before.includes(undefined)) return 'unknown'
  const changes = before.map((one) => weightChange(one ?? kg, kg, undefined))
  return changes.some((change) => change === 'unit-slip' || change === 'large') ? 'yes' : 'no'
}
