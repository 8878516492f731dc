/** One pass over a record: which facts its entries answer, and which entries nobody could place. @module */
import type { RecordedCode } from '../kernel/coding.ts'
import type { FactRow, ListName } from '../kernel/fact.ts'
import { CONFIRM, CORE, type FactIndex, HISTORY, listBits } from './fact-index.ts'
import { clockSkewMs, type FixedSpan, isAhead, isFresh, type Moment, rangeOf } from './moment.ts'
import type { ObservationEntry, Patient, Statement } from './patient.schema.ts'
import {
  everOf,
  nowOf,
  type Standing,
  standingOfAllergy,
  standingOfCondition,
  standingOfMedicine,
  standingOfProcedure,
  VOID,
} from './standing.ts'

/** What every coded entry has. */
export interface Entry {
  readonly id?: string | undefined
  readonly codes?: readonly RecordedCode[] | undefined
  readonly text?: string | undefined
  readonly recordedAt?: string | undefined
  readonly from?: string | undefined
}

/** An entry that leads to a fact. */
export interface Hit {
  readonly entry: Entry
  readonly code: RecordedCode
  readonly kind: number
  readonly standing: Standing
  readonly list: ListName
}

/** The record as the questions see it. One byte a fact: 0 nothing found, 1 yes, 2 possible. */
export interface Reading {
  readonly patient: Patient
  readonly moment: Moment
  readonly index: FactIndex
  readonly now: Uint8Array
  readonly ever: Uint8Array
  /** Lists whose absence answers no, for "now" and for "ever", as bits. */
  settledNow: number
  settledEver: number
  readonly statements: Map<number, Statement[]>
  readonly observations: Map<number, ObservationEntry[]>
}

/** How old an attestation may be; the numbers a site chose, by name. */
export interface ReadingPolicy {
  readonly attestationMaxAge: FixedSpan
}

/** A table that can be used for one record after another. */
export function emptyReading(index: FactIndex, patient: Patient, moment: Moment): Reading {
  return {
    patient,
    moment,
    index,
    now: new Uint8Array(index.rows.length),
    ever: new Uint8Array(index.rows.length),
    settledNow: 0,
    settledEver: 0,
    statements: new Map(),
    observations: new Map(),
  }
}

/**
 * Reads a record once.
 *
 * @param index - the fact rows of the pack
 * @param patient - a parsed record
 * @param moment - the time of the judgement
 * @param policy - how long an attestation speaks
 */
export function readPatient(
  index: FactIndex,
  patient: Patient,
  moment: Moment,
  policy: ReadingPolicy,
): Reading {
  const reading = emptyReading(index, patient, moment)
  const open = new Unplaced()
  for (const entry of patient.conditions ?? []) {
    take(reading, open, 'conditions', entry, standingOfCondition(entry))
  }
  for (const entry of patient.medicines ?? [])
    take(reading, open, 'medicines', entry, standingOfMedicine(entry))
  for (const entry of patient.allergies ?? [])
    take(reading, open, 'allergies', entry, standingOfAllergy(entry))
  for (const entry of patient.procedures ?? []) {
    take(reading, open, 'procedures', entry, standingOfProcedure(entry))
  }
  for (const statement of patient.statements ?? []) {
    const slot = index.slots.get(statement.fact)
    if (slot === undefined) continue
    // A yes about one medicine is a yes about its class; a no is not.
    const reaches = statement.answer === 'no' ? [slot] : (index.classes[slot] ?? [slot])
    for (const target of reaches) push(reading.statements, target, statement)
  }
  for (const observation of patient.observations ?? []) {
    if (observation.status === 'entered-in-error' || observation.status === 'cancelled') continue
    const slot = index.slots.get(observation.name)
    if (slot !== undefined) push(reading.observations, slot, observation)
  }
  settleLists(reading, open, policy)
  return reading
}

function push<T>(map: Map<number, T[]>, slot: number, value: T): void {
  const known = map.get(slot)
  if (known === undefined) map.set(slot, [value])
  else known.push(value)
}

/** Entries whose codes lead nowhere, by list: what they could be, and when the last of them was written. */
class Unplaced {
  /** Bits of lists with an entry that carries nothing a person could read either. */
  blindNow = 0
  blindEver = 0
  readonly entries: {
    readonly bit: number
    readonly now: boolean
    readonly recordedAt: string | undefined
  }[] = []
}

function take(reading: Reading, open: Unplaced, list: ListName, entry: Entry, standing: Standing): void {
  if (standing === VOID) return
  const bit = listBits[list]
  let placed = false
  for (const code of entry.codes ?? []) {
    const placements = reading.index.place(code.system, code.code)
    if (placements === undefined) continue
    placed = true
    for (const placement of placements) {
      const slot = placement >> 2
      if (((reading.index.lists[slot] ?? 0) & bit) === 0) continue
      mark(reading, slot, placement & 3, standing)
    }
  }
  if (placed) return
  if ((entry.codes ?? []).length === 0 && entry.text === undefined) {
    if (nowOf(standing) !== 0) open.blindNow |= bit
    open.blindEver |= bit
    return
  }
  open.entries.push({ bit, now: nowOf(standing) !== 0, recordedAt: entry.recordedAt })
}

function mark(reading: Reading, slot: number, kind: number, standing: Standing): void {
  raise(reading.ever, slot, kind === CONFIRM ? 2 : everOf(standing))
  raise(reading.now, slot, nowAs(kind, standing))
}

/** What an entry says of "now": a history code nothing, a code to be confirmed at most "possible". */
export function nowAs(kind: number, standing: Standing): number {
  if (kind === HISTORY) return 0
  const now = nowOf(standing)
  return kind === CORE || now === 0 ? now : 2
}

// yes beats possible, possible beats nothing
function raise(table: Uint8Array, slot: number, answer: number): void {
  if (answer === 1) table[slot] = 1
  else if (answer === 2 && table[slot] === 0) table[slot] = 2
}

function settleLists(reading: Reading, open: Unplaced, policy: ReadingPolicy): void {
  const { patient, moment } = reading
  let now = 0
  let ever = 0
  let read = 0
  const readUpTo = new Map<number, number>()
  for (const attestation of patient.attestations ?? []) {
    const bit = listBits[attestation.list]
    const entries = patient[attestation.list]
    if (entries === undefined || patient.incomplete?.includes(attestation.list) === true) continue
    const counts = (part: { readonly at?: string | undefined } | undefined): boolean => {
      const range = rangeOf(part?.at, moment)
      if (range === undefined || isAhead(range, moment)) return false
      return isFresh(range, policy.attestationMaxAge, moment) === 'yes'
    }
    if (counts(attestation.complete) || (entries.length === 0 && counts(attestation.noneKnown))) {
      now |= bit
      ever |= bit
    }
    if (counts(attestation.read)) {
      read |= bit
      const upTo = rangeOf(attestation.read?.at, moment)?.to ?? Number.NEGATIVE_INFINITY
      readUpTo.set(bit, Math.max(upTo, readUpTo.get(bit) ?? Number.NEGATIVE_INFINITY))
    }
  }
  let openNow = open.blindNow
  let openEver = open.blindEver
  for (const entry of open.entries) {
    if ((read & entry.bit) !== 0 && wasRead(entry.recordedAt, readUpTo.get(entry.bit), moment)) continue
    openEver |= entry.bit
    if (entry.now) openNow |= entry.bit
  }
  reading.settledNow = now & ~openNow
  reading.settledEver = ever & ~openEver
}

// An entry without a date, or with one still to come, counts as written now; clocks may differ by a few minutes.
function wasRead(recordedAt: string | undefined, upTo: number | undefined, moment: Moment): boolean {
  if (upTo === undefined) return false
  const written = rangeOf(recordedAt, moment)?.from ?? moment.ms
  return Math.min(written, moment.ms) <= upTo + clockSkewMs
}

/** The entries that lead to a fact, found again for an explanation or for a question about dates. */
export function hitsOf(reading: Reading, slot: number): readonly Hit[] {
  const hits: Hit[] = []
  const { patient, index } = reading
  const lists = index.lists[slot] ?? 0
  if ((lists & listBits.conditions) !== 0) {
    for (const entry of patient.conditions ?? []) {
      collect(hits, index, slot, entry, standingOfCondition(entry), 'conditions')
    }
  }
  if ((lists & listBits.medicines) !== 0) {
    for (const entry of patient.medicines ?? []) {
      collect(hits, index, slot, entry, standingOfMedicine(entry), 'medicines')
    }
  }
  if ((lists & listBits.allergies) !== 0) {
    for (const entry of patient.allergies ?? []) {
      collect(hits, index, slot, entry, standingOfAllergy(entry), 'allergies')
    }
  }
  if ((lists & listBits.procedures) !== 0) {
    for (const entry of patient.procedures ?? []) {
      collect(hits, index, slot, entry, standingOfProcedure(entry), 'procedures')
    }
  }
  return hits
}

function collect(
  hits: Hit[],
  index: FactIndex,
  slot: number,
  entry: Entry,
  standing: Standing,
  list: ListName,
): void {
  if (standing === VOID) return
  for (const code of entry.codes ?? []) {
    for (const placement of index.place(code.system, code.code) ?? []) {
      if (placement >> 2 === slot) hits.push({ entry, code, kind: placement & 3, standing, list })
    }
  }
}

/** Whether every list a fact is looked for in was attested, and every entry of it placed or read. */
export function isSettled(reading: Reading, slot: number, when: 'current' | 'ever'): boolean {
  const lists = reading.index.lists[slot] ?? 0
  const settled = when === 'current' ? reading.settledNow : reading.settledEver
  return (settled & lists) === lists
}

/** Whether the absence of a fact from its lists answers no. */
export function absenceSettles(
  reading: Reading,
  slot: number,
  row: FactRow,
  when: 'current' | 'ever',
): boolean {
  return row.lists.length > 0 && row.needsStatement !== true && isSettled(reading, slot, when)
}
