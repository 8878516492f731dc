/** One pass over a record: which facts its entries answer, and which entries nobody could place. @module */
import type { RecordedCode } from '../kernel/coding.ts'
import type { FactRow, ListName } from '../kernel/fact.ts'
import { type Age, OpenRange, readAge } from '../kernel/time.ts'
import { CONFIRM, CORE, type FactIndex, HISTORY, listBits } from './fact-index.ts'
import { Filing } from './filing.ts'
import {
  clockSkewMs,
  type FixedSpan,
  isAhead,
  isFresh,
  type Moment,
  never,
  readRange,
  sureUntil,
} from './moment.ts'
import type { Attestation, ObservationEntry, Patient, Statement } from './patient.schema.ts'
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
  patient: Patient
  moment: Moment
  readonly index: FactIndex
  readonly now: Uint8Array
  readonly ever: Uint8Array
  /** Lists whose absence answers no, for "now" and for "ever", as bits. */
  settledNow: number
  settledEver: number
  /** Lists that are there, that came in part, and that somebody called complete at any time. */
  present: number
  incomplete: number
  attested: number
  readonly statements: Filing<Statement>
  readonly observations: Filing<ObservationEntry>
  /** In completed years, where a birth date is known. */
  age: Age | undefined
  readonly years: { least: number; most: number }
  /** The last millisecond up to which a person read a list, by the bit of the list. */
  readonly readUpTo: Float64Array
  /** The last millisecond in which an entry nobody placed or read may have been written, by the bit of its list. */
  readonly unreadNow: Float64Array
  readonly unreadEver: Float64Array
  /** Entries that lead to a fact, found again; only as many count as were found last. */
  readonly hits: Hit[]
  /** A time that is looked at for a moment. */
  readonly glance: OpenRange
}

/** How old an attestation may be; the numbers a site chose, by name. */
export interface ReadingPolicy {
  readonly attestationMaxAge: FixedSpan
}

const nobody: Patient = { format: 'ketamine-treatment/patient/1', record: 'unknown' }

/** Tables that can be used for one record after another. They keep the last one until the next is read. */
export function emptyReading(index: FactIndex): Reading {
  return {
    patient: nobody,
    moment: never,
    index,
    now: new Uint8Array(index.rows.length),
    ever: new Uint8Array(index.rows.length),
    settledNow: 0,
    settledEver: 0,
    present: 0,
    incomplete: 0,
    attested: 0,
    statements: new Filing(index.rows.length),
    observations: new Filing(index.rows.length),
    age: undefined,
    years: { least: 0, most: 0 },
    readUpTo: new Float64Array(listBits.observations + 1),
    unreadNow: new Float64Array(listBits.observations + 1),
    unreadEver: new Float64Array(listBits.observations + 1),
    hits: [],
    glance: new OpenRange(),
  }
}

/**
 * Reads a record once.
 *
 * @param index - the fact rows of the pack
 * @param patient - a parsed record
 * @param moment - the time of the judgement
 * @param policy - how long an attestation speaks
 * @param into - the tables of an earlier record, to be used again
 */
export function readPatient(
  index: FactIndex,
  patient: Patient,
  moment: Moment,
  policy: ReadingPolicy,
  into: Reading = emptyReading(index),
): Reading {
  begin(into, patient, moment)
  settleLists(into, policy)
  takeAll(into, listBits.conditions, patient.conditions, standingOfCondition)
  takeAll(into, listBits.medicines, patient.medicines, standingOfMedicine)
  takeAll(into, listBits.allergies, patient.allergies, standingOfAllergy)
  takeAll(into, listBits.procedures, patient.procedures, standingOfProcedure)
  fileStatements(into, patient.statements ?? none)
  fileObservations(into, patient.observations ?? none)
  return into
}

// Lists are walked by their places: over a frozen list an iterator costs an object a step.

function takeAll<T extends Entry>(
  reading: Reading,
  bit: number,
  entries: readonly T[] | undefined,
  standingOf: (entry: T) => Standing,
): void {
  if (entries === undefined) return
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry !== undefined) take(reading, bit, entry, standingOf(entry))
  }
}

const none: readonly never[] = []

function begin(reading: Reading, patient: Patient, moment: Moment): void {
  reading.patient = patient
  reading.moment = moment
  reading.now.fill(0)
  reading.ever.fill(0)
  reading.statements.clear()
  reading.observations.clear()
  const { birthDate } = patient
  reading.age =
    birthDate !== undefined && readAge(birthDate, moment.today, reading.years) ? reading.years : undefined
}

function fileStatements(reading: Reading, statements: readonly Statement[]): void {
  const { index, moment } = reading
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at]
    const slot = statement === undefined ? undefined : index.slots.get(statement.fact)
    if (statement === undefined || slot === undefined) continue
    // A yes about one medicine is a yes about its class; a no is not.
    const reaches = statement.answer === 'no' ? 1 : (index.classes[slot]?.length ?? 1)
    for (let target = 0; target < reaches; target += 1) {
      reading.statements.add(index.classes[slot]?.[target] ?? slot, statement, statement.at, moment)
    }
  }
}

function fileObservations(reading: Reading, observations: readonly ObservationEntry[]): void {
  for (let at = 0; at < observations.length; at += 1) {
    const observation = observations[at]
    if (observation === undefined || isMistake(observation)) continue
    const slot = reading.index.slots.get(observation.name)
    if (slot !== undefined) reading.observations.add(slot, observation, observation.at, reading.moment)
  }
}

function isMistake(observation: ObservationEntry): boolean {
  return observation.status === 'entered-in-error' || observation.status === 'cancelled'
}

/** Which lists are settled by what people attested, before any entry is looked at. */
function settleLists(reading: Reading, policy: ReadingPolicy): void {
  const { patient, readUpTo } = reading
  reading.present = presentLists(patient)
  reading.incomplete = 0
  reading.attested = 0
  reading.settledNow = 0
  readUpTo.fill(Number.NEGATIVE_INFINITY)
  reading.unreadNow.fill(Number.NEGATIVE_INFINITY)
  reading.unreadEver.fill(Number.NEGATIVE_INFINITY)
  const incomplete = patient.incomplete ?? none
  for (let at = 0; at < incomplete.length; at += 1) reading.incomplete |= bitOf(incomplete[at])
  const attestations = patient.attestations ?? none
  for (let at = 0; at < attestations.length; at += 1) {
    const attestation: Attestation | undefined = attestations[at]
    if (attestation !== undefined) hear(reading, attestation, policy)
  }
  reading.settledEver = reading.settledNow
}

function hear(reading: Reading, attestation: Attestation, policy: ReadingPolicy): void {
  const bit = listBits[attestation.list]
  if (attestation.complete !== undefined) reading.attested |= bit
  if ((reading.present & bit) === 0 || (reading.incomplete & bit) !== 0) return
  const isEmpty = reading.patient[attestation.list]?.length === 0
  if (speaks(reading, attestation.complete, policy)) reading.settledNow |= bit
  if (isEmpty && speaks(reading, attestation.noneKnown, policy)) reading.settledNow |= bit
  if (!speaks(reading, attestation.read, policy)) return
  const { readUpTo, glance } = reading
  const until = sureUntil(glance)
  readUpTo[bit] = Math.max(readUpTo[bit] ?? until, until)
}

function bitOf(list: ListName | undefined): number {
  return list === undefined ? 0 : listBits[list]
}

function presentLists(patient: Patient): number {
  return (
    (patient.conditions === undefined ? 0 : listBits.conditions) |
    (patient.medicines === undefined ? 0 : listBits.medicines) |
    (patient.allergies === undefined ? 0 : listBits.allergies) |
    (patient.procedures === undefined ? 0 : listBits.procedures) |
    (patient.observations === undefined ? 0 : listBits.observations)
  )
}

function speaks(reading: Reading, part: Attested, policy: ReadingPolicy): boolean {
  const { moment, glance } = reading
  if (part === undefined || !readRange(part.at, moment, glance) || isAhead(glance, moment)) return false
  return isFresh(glance, policy.attestationMaxAge, moment) === 'yes'
}

type Attested = { readonly at?: string | undefined } | undefined

function take(reading: Reading, bit: number, entry: Entry, standing: Standing): void {
  if (standing === VOID) return
  const { index } = reading
  const codes = entry.codes ?? none
  let placed = false
  for (let at = 0; at < codes.length; at += 1) {
    const code: RecordedCode | undefined = codes[at]
    const placements = code === undefined ? undefined : index.place(code.system, code.code)
    if (placements === undefined) continue
    placed = true
    for (let of = 0; of < placements.length; of += 1) {
      const placement = placements[of] ?? 0
      const slot = placement >> 2
      if (((index.lists[slot] ?? 0) & bit) !== 0) mark(reading, slot, placement & 3, standing)
    }
  }
  if (!placed) leaveOpen(reading, bit, entry, standing)
}

/**
 * Nobody knows what an entry is that could not be placed: whatever its list could hold stays open, until a person read
 * it. One that carries nothing to read cannot be read.
 *
 * An entry counts as written as late as its date allows; one without a date, or with one still to come, now. Clocks may
 * differ by a few minutes.
 */
function leaveOpen(reading: Reading, bit: number, entry: Entry, standing: Standing): void {
  const { moment, glance, readUpTo, unreadNow, unreadEver } = reading
  const isLegible = (entry.codes ?? none).length > 0 || entry.text !== undefined
  const written = readRange(entry.recordedAt, moment, glance) ? Math.min(glance.to, moment.ms) : moment.ms
  if (isLegible && written <= (readUpTo[bit] ?? Number.NEGATIVE_INFINITY) + clockSkewMs) return
  reading.settledEver &= ~bit
  unreadEver[bit] = Math.max(unreadEver[bit] ?? written, written)
  if (nowOf(standing) === 0) return
  reading.settledNow &= ~bit
  unreadNow[bit] = Math.max(unreadNow[bit] ?? written, written)
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

/** The entries that lead to a fact, found again for an explanation or for a question about dates. */
export function hitsOf(reading: Reading, slot: number): readonly Hit[] {
  return reading.hits.slice(0, findHits(reading, slot))
}

/**
 * Finds the entries that lead to a fact, in `reading.hits`.
 *
 * @returns how many of them there are; what follows them is of another fact
 */
export function findHits(reading: Reading, slot: number): number {
  if (reading.ever[slot] === 0) return 0 // every entry that leads here has left its mark
  const { conditions, medicines, allergies, procedures } = reading.patient
  let count = 0
  count = collect(reading, count, slot, 'conditions', conditions, standingOfCondition)
  count = collect(reading, count, slot, 'medicines', medicines, standingOfMedicine)
  count = collect(reading, count, slot, 'allergies', allergies, standingOfAllergy)
  return collect(reading, count, slot, 'procedures', procedures, standingOfProcedure)
}

function collect<T extends Entry>(
  reading: Reading,
  from: number,
  slot: number,
  list: ListName,
  entries: readonly T[] | undefined,
  standingOf: (entry: T) => Standing,
): number {
  let count = from
  if (((reading.index.lists[slot] ?? 0) & listBits[list]) === 0) return count
  for (let at = 0; at < (entries?.length ?? 0); at += 1) {
    const entry = entries?.[at]
    const standing = entry === undefined ? VOID : standingOf(entry)
    if (entry !== undefined && standing !== VOID)
      count = collectCodes(reading, count, slot, list, entry, standing)
  }
  return count
}

function collectCodes(
  reading: Reading,
  from: number,
  slot: number,
  list: ListName,
  entry: Entry,
  standing: Standing,
): number {
  const codes = entry.codes ?? none
  let count = from
  for (let at = 0; at < codes.length; at += 1) {
    const code: RecordedCode | undefined = codes[at]
    if (code === undefined) continue
    for (const placement of reading.index.place(code.system, code.code) ?? none) {
      if (placement >> 2 !== slot) continue
      reading.hits[count] = { entry, code, kind: placement & 3, standing, list }
      count += 1
    }
  }
  return count
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
