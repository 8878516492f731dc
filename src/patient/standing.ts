/** What the status of an entry says: whether it holds now, and whether it ever did. @module */
import type { AllergyEntry, ConditionEntry, MedicineEntry, ProcedureEntry } from './patient.schema.ts'

/**
 * Two answers in one small integer, three values each (0 no, 1 yes, 2 unknown): `now + 3 * ever`.
 * `VOID` marks an entry that never counts.
 */
export type Standing = number

export const VOID = -1

/** Whether an entry of this standing holds now: 0 no, 1 yes, 2 unknown. */
export function nowOf(standing: Standing): number {
  return standing % 3
}

/** Whether it ever held. */
export function everOf(standing: Standing): number {
  return (standing / 3) | 0
}

/* @__NO_SIDE_EFFECTS__ */
function is(now: number, ever: number): Standing {
  return now + 3 * ever
}

type Table<K extends string> = Readonly<Record<K, Standing>>

// A confirmed entry: the clinical status decides. A missing one is unknown, whatever the dates say.
const confirmed: Table<ConditionEntry['clinical']> = {
  active: is(1, 1),
  recurrence: is(1, 1),
  relapse: is(1, 1),
  inactive: is(0, 1),
  remission: is(0, 1),
  resolved: is(0, 1),
  unknown: is(2, 1),
}

/** A condition: refuted and mistaken entries never count, unconfirmed ones only as possible. */
export function standingOfCondition(entry: ConditionEntry): Standing {
  switch (entry.verification) {
    case 'confirmed':
      return confirmed[entry.clinical]
    case 'refuted':
    case 'entered-in-error':
      return VOID
    default:
      return nowOf(confirmed[entry.clinical]) === 0 ? is(0, 2) : is(2, 2)
  }
}

/** An allergy is asked for ever: one that is no longer active is still a reason to look. */
export function standingOfAllergy(entry: AllergyEntry): Standing {
  switch (entry.verification) {
    case 'confirmed':
    case 'presumed':
      return entry.clinical === 'unknown' ? is(2, 1) : is(entry.clinical === 'active' ? 1 : 0, 1)
    case 'refuted':
    case 'entered-in-error':
      return VOID
    default:
      return is(entry.clinical === 'active' || entry.clinical === 'unknown' ? 2 : 0, 2)
  }
}

const taken: Table<MedicineEntry['status']> = {
  active: is(1, 1),
  'on-hold': is(2, 2),
  completed: is(0, 1),
  stopped: is(0, 1),
  cancelled: is(0, 2),
  'not-taken': VOID,
  intended: VOID,
  draft: VOID,
  'entered-in-error': VOID,
  unknown: is(2, 2),
}

/**
 * A medicine: an order not to give, a plan and a proposal never count.
 *
 * An active order counts whatever its dates say: an end in the past contradicts the status, and the more cautious of
 * the two stands.
 */
export function standingOfMedicine(entry: MedicineEntry): Standing {
  switch (entry.intent) {
    case 'order':
    case 'reported':
    case 'administered':
      return taken[entry.status]
    case 'unknown': {
      const standing = taken[entry.status]
      if (standing === VOID) return VOID
      return nowOf(standing) === 0 ? is(0, 2) : is(2, 2)
    }
    default:
      return VOID
  }
}

const done: Table<ProcedureEntry['status']> = {
  completed: is(1, 1),
  'in-progress': is(1, 1),
  planned: VOID,
  'on-hold': is(2, 2),
  stopped: is(2, 2),
  'not-done': VOID,
  'entered-in-error': VOID,
  unknown: is(2, 2),
}

/** A procedure: what was planned or not done never counts. */
export function standingOfProcedure(entry: ProcedureEntry): Standing {
  return done[entry.status]
}
