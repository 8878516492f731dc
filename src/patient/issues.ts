/** What was odd in a record that was judged all the same. @module */
import { checkBounds } from '../kernel/bounds.ts'
import {
  activeButEnded,
  type CodeRow,
  entryNotPlaced,
  entryPossible,
  noneKnownBesideEntries,
  readingAhead,
  readingInverted,
  readingNotReadable,
  readingUndated,
  readingUnusual,
  sameIdOtherContent,
  statementUnknown,
} from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { valueIn } from '../kernel/quantity.ts'
import { entriesOf, type Filed } from './filing.ts'
import { ofOneReading } from './measured.ts'
import { readRange } from './moment.ts'
import type { ObservationEntry } from './patient.schema.ts'
import { workedOut } from './question.ts'
import type { Entry, Reading } from './reading.ts'
import {
  everOf,
  type Standing,
  standingOfAllergy,
  standingOfCondition,
  standingOfMedicine,
  standingOfProcedure,
  VOID,
} from './standing.ts'
import { weightOddity } from './weight.ts'

/** The oddities of a record, each once, by code and path; never a value. */
export function issuesIn(reading: Reading): Issue[] {
  const { patient } = reading
  const found: Issue[] = []
  const add = (row: CodeRow, path: string) => found.push({ code: row.code, path, severity: row.severity })
  ofConditions(reading, add)
  ofMedicines(reading, add)
  ofEntries(reading, 'allergies', patient.allergies, standingOfAllergy, add)
  ofEntries(reading, 'procedures', patient.procedures, standingOfProcedure, add)
  ofStatements(reading, add)
  ofObservations(reading, add)
  ofIds('conditions', patient.conditions, add)
  ofIds('medicines', patient.medicines, add)
  ofIds('allergies', patient.allergies, add)
  ofIds('procedures', patient.procedures, add)
  ofIds('observations', patient.observations, add)
  return found.length < 2 ? found : withoutRepeats(putInOrder(found, byCodeAndPath))
}

/** The order in which oddities are listed. */
export function byCodeAndPath(a: Issue, b: Issue): number {
  return byText(a.code, b.code) || byText(a.path, b.path)
}

function withoutRepeats(sorted: Issue[]): Issue[] {
  const isRepeated = (issue: Issue, at: number) =>
    issue.code === sorted[at - 1]?.code && issue.path === sorted[at - 1]?.path
  return sorted.some(isRepeated) ? sorted.filter((issue, at) => !isRepeated(issue, at)) : sorted
}

// Lists are walked by their places: over a frozen list an iterator costs an object a step.

function ofConditions(reading: Reading, add: Add): void {
  const entries = reading.patient.conditions
  ofEntries(reading, 'conditions', entries, standingOfCondition, add)
  for (let at = 0; at < (entries?.length ?? 0); at += 1) {
    const entry = entries?.[at]
    if (entry?.clinical === 'active' && isPast(entry.abated, reading))
      add(activeButEnded, pathOf('conditions', entry))
  }
}

function ofMedicines(reading: Reading, add: Add): void {
  const entries = reading.patient.medicines
  ofEntries(reading, 'medicines', entries, standingOfMedicine, add)
  for (let at = 0; at < (entries?.length ?? 0); at += 1) {
    const entry = entries?.[at]
    if (entry?.status === 'active' && isPast(entry.period?.end, reading))
      add(activeButEnded, pathOf('medicines', entry))
  }
}

function ofStatements(reading: Reading, add: Add): void {
  const { statements, attestations } = reading.patient
  for (let at = 0; at < (statements?.length ?? 0); at += 1) {
    const statement = statements?.[at]
    if (statement !== undefined && !reading.index.slots.has(statement.fact))
      add(statementUnknown, `statements.${statement.fact}`)
  }
  for (let at = 0; at < (attestations?.length ?? 0); at += 1) {
    const attestation = attestations?.[at]
    if (attestation?.noneKnown !== undefined && (reading.patient[attestation.list]?.length ?? 0) > 0)
      add(noneKnownBesideEntries, attestation.list)
  }
}

type Add = (row: CodeRow, path: string) => void

/** Where an entry stands, by its own id or source: the order of a list says nothing. */
function pathOf(list: string, entry: Entry): string {
  if (entry.id !== undefined) return `${list}[id=${entry.id}]`
  return entry.from === undefined ? list : `${list}[from=${entry.from}]`
}

function ofEntries<T extends Entry>(
  reading: Reading,
  list: string,
  entries: readonly T[] | undefined,
  standingOf: (entry: T) => Standing,
  add: Add,
): void {
  for (let at = 0; at < (entries?.length ?? 0); at += 1) {
    const entry = entries?.[at]
    const standing = entry === undefined ? VOID : standingOf(entry)
    if (entry === undefined || standing === VOID) continue
    if (!isPlaced(reading, entry)) add(entryNotPlaced, pathOf(list, entry))
    else if (everOf(standing) === 2) add(entryPossible, pathOf(list, entry))
  }
}

function isPlaced(reading: Reading, { codes }: Entry): boolean {
  for (let at = 0; at < (codes?.length ?? 0); at += 1) {
    const code = codes?.[at]
    if (code !== undefined && reading.index.place(code.system, code.code) !== undefined) return true
  }
  return false
}

function isPast(when: string | undefined, reading: Reading): boolean {
  const { moment, glance } = reading
  return readRange(when, moment, glance) && glance.to < moment.ms
}

function ofObservations(reading: Reading, add: Add): void {
  const { observations, index, moment } = reading
  for (let at = 0; at < observations.count; at += 1) {
    const slot = observations.slotAt(at)
    for (let filed = observations.of(slot); filed !== undefined; filed = filed.next) ofReading(filed, add)
    if (index.rows[slot]?.id !== 'body-weight') continue
    const odd = weightOddity(entriesOf(observations.of(slot)), moment)
    if (odd !== undefined) add(odd, 'observations')
  }
  const systolic = index.slots.get('systolic-pressure') ?? -1
  const diastolic = index.slots.get('diastolic-pressure') ?? -1
  for (let high = observations.of(systolic); high !== undefined; high = high.next) {
    for (let low = observations.of(diastolic); low !== undefined; low = low.next) {
      if (ofOneReading(high.entry, low.entry) && notAbove(high.entry, low.entry))
        add(readingInverted, pathOf('observations', high.entry))
    }
  }
}

function ofReading({ entry, when }: Filed<ObservationEntry>, add: Add): void {
  // What was worked out stands in no record.
  if (entry.method === workedOut) return
  if (when === 'undated') add(readingUndated, pathOf('observations', entry))
  if (when === 'future') add(readingAhead, pathOf('observations', entry))
  if (entry.value === undefined || entry.absent !== undefined || entry.status === 'unknown')
    add(readingNotReadable, pathOf('observations', entry))
  else if (checkBounds(entry.name, entry.value) === 'unusual')
    add(readingUnusual, pathOf('observations', entry))
}

function notAbove(high: ObservationEntry, low: ObservationEntry): boolean {
  const above = high.value === undefined ? undefined : valueIn(high.value, 'mm[Hg]')
  const below = low.value === undefined ? undefined : valueIn(low.value, 'mm[Hg]')
  return above !== undefined && below !== undefined && above <= below
}

// Up to this many entries are compared one by one, which leaves nothing to collect.
const few = 32

function ofIds(list: string, entries: readonly Entry[] | undefined, add: Add): void {
  if (entries === undefined) return
  if (entries.length > few) {
    ofManyIds(list, entries, add)
    return
  }
  for (let at = 1; at < entries.length; at += 1) {
    const entry = entries[at]
    const known = entry?.id === undefined ? undefined : firstWithId(entries, entry.id)
    if (entry !== undefined && known !== undefined && known !== entry) compareIds(list, known, entry, add)
  }
}

function firstWithId(entries: readonly Entry[], id: string): Entry | undefined {
  for (let at = 0; at < entries.length; at += 1) if (entries[at]?.id === id) return entries[at]
  return undefined
}

function ofManyIds(list: string, entries: readonly Entry[], add: Add): void {
  const seen = new Map<string, Entry>()
  for (const entry of entries) {
    const known = entry.id === undefined ? undefined : seen.get(entry.id)
    if (known !== undefined) compareIds(list, known, entry, add)
    else if (entry.id !== undefined) seen.set(entry.id, entry)
  }
}

function compareIds(list: string, a: Entry, b: Entry, add: Add): void {
  if (canonical(a) !== canonical(b)) add(sameIdOtherContent, `${list}[id=${a.id}]`)
}
