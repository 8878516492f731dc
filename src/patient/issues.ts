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
import { valueIn } from '../kernel/quantity.ts'
import { ofOneReading } from './measured.ts'
import { isAhead, rangeOf } from './moment.ts'
import type { ObservationEntry } from './patient.schema.ts'
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
export function issuesIn(reading: Reading): readonly Issue[] {
  const { patient } = reading
  const found = new Map<string, Issue>()
  const add = (row: CodeRow, path: string) => {
    found.set(`${row.code} ${path}`, { code: row.code, path, severity: row.severity })
  }
  for (const entry of patient.conditions ?? []) {
    ofEntry(reading, 'conditions', entry, standingOfCondition(entry), add)
    if (entry.clinical === 'active' && isPast(entry.abated, reading))
      add(activeButEnded, pathOf('conditions', entry))
  }
  for (const entry of patient.medicines ?? []) {
    ofEntry(reading, 'medicines', entry, standingOfMedicine(entry), add)
    if (entry.status === 'active' && isPast(entry.period?.end, reading))
      add(activeButEnded, pathOf('medicines', entry))
  }
  for (const entry of patient.allergies ?? [])
    ofEntry(reading, 'allergies', entry, standingOfAllergy(entry), add)
  for (const entry of patient.procedures ?? [])
    ofEntry(reading, 'procedures', entry, standingOfProcedure(entry), add)
  for (const statement of patient.statements ?? []) {
    if (!reading.index.slots.has(statement.fact)) add(statementUnknown, `statements.${statement.fact}`)
  }
  for (const attestation of patient.attestations ?? []) {
    const entries = patient[attestation.list]
    if (attestation.noneKnown !== undefined && entries !== undefined && entries.length > 0) {
      add(noneKnownBesideEntries, attestation.list)
    }
  }
  ofObservations(reading, add)
  for (const list of ['conditions', 'medicines', 'allergies', 'procedures', 'observations'] as const) {
    for (const id of idsWithOtherContent(patient[list] ?? [])) add(sameIdOtherContent, `${list}[id=${id}]`)
  }
  return [...found.values()]
}

type Add = (row: CodeRow, path: string) => void

/** Where an entry stands, by its own id or source: the order of a list says nothing. */
function pathOf(list: string, entry: Entry): string {
  if (entry.id !== undefined) return `${list}[id=${entry.id}]`
  return entry.from === undefined ? list : `${list}[from=${entry.from}]`
}

function ofEntry(reading: Reading, list: string, entry: Entry, standing: Standing, add: Add): void {
  if (standing === VOID) return
  const placed = (entry.codes ?? []).some((code) => reading.index.place(code.system, code.code) !== undefined)
  if (!placed) add(entryNotPlaced, pathOf(list, entry))
  else if (everOf(standing) === 2) add(entryPossible, pathOf(list, entry))
}

function isPast(when: string | undefined, reading: Reading): boolean {
  const range = rangeOf(when, reading.moment)
  return range !== undefined && range.to < reading.moment.ms
}

function ofObservations(reading: Reading, add: Add): void {
  for (const [slot, readings] of reading.observations) {
    for (const entry of readings) {
      const path = pathOf('observations', entry)
      const range = rangeOf(entry.at, reading.moment)
      if (range === undefined) add(readingUndated, path)
      else if (isAhead(range, reading.moment)) add(readingAhead, path)
      if (entry.value === undefined || entry.absent !== undefined || entry.status === 'unknown')
        add(readingNotReadable, path)
      else if (checkBounds(entry.name, entry.value) === 'unusual') add(readingUnusual, path)
    }
    const odd =
      reading.index.rows[slot]?.id === 'body-weight' ? weightOddity(readings, reading.moment) : undefined
    if (odd !== undefined) add(odd, 'observations')
  }
  const systolic = reading.index.slots.get('systolic-pressure')
  const diastolic = reading.index.slots.get('diastolic-pressure')
  for (const high of reading.observations.get(systolic ?? -1) ?? []) {
    for (const low of reading.observations.get(diastolic ?? -1) ?? []) {
      if (ofOneReading(high, low) && notAbove(high, low)) add(readingInverted, pathOf('observations', high))
    }
  }
}

function notAbove(high: ObservationEntry, low: ObservationEntry): boolean {
  const above = high.value === undefined ? undefined : valueIn(high.value, 'mm[Hg]')
  const below = low.value === undefined ? undefined : valueIn(low.value, 'mm[Hg]')
  return above !== undefined && below !== undefined && above <= below
}

function idsWithOtherContent(entries: readonly Entry[]): readonly string[] {
  const seen = new Map<string, Entry>()
  const differ = new Set<string>()
  for (const entry of entries) {
    if (entry.id === undefined) continue
    const known = seen.get(entry.id)
    if (known === undefined) seen.set(entry.id, entry)
    else if (canonical(known) !== canonical(entry)) differ.add(entry.id)
  }
  return [...differ]
}
