/** Statements of a record that cannot all be right. @module */

import type { Conflict, Seen } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { CONFIRM } from './fact-index.ts'
import { entriesOf, type Filed } from './filing.ts'
import { rangeOf, type Writable } from './moment.ts'
import type { Patient, Statement } from './patient.schema.ts'
import { seenHit, seenStatement } from './question.ts'
import { hitsOf, nowAs, type Reading } from './reading.ts'
import { everOf } from './standing.ts'

/**
 * Where entries and statements, or several statements, disagree about a fact; both sides are shown.
 *
 * Which of them counts was decided before: the latest statement of a clinician before a code, else the more cautious.
 */
export function conflictsIn(reading: Reading): readonly Conflict[] {
  const found: Conflict[] = []
  for (let at = 0; at < reading.statements.count; at += 1) {
    const slot = reading.statements.slotAt(at)
    const fact = reading.index.rows[slot]?.id ?? ''
    if (!isSaid(reading.statements.of(slot), fact, 'no')) continue
    if (reading.ever[slot] === 0 && !isSaid(reading.statements.of(slot), fact, 'yes')) continue
    const says = entriesOf(reading.statements.of(slot)).filter((one) => one.fact === fact)
    const no = says.filter((one) => one.answer === 'no').map((one) => seenStatement(one, {}))
    const yes = says.filter((one) => one.answer === 'yes').map((one) => seenStatement(one, {}))
    const coded = hitsOf(reading, slot)
      .filter(
        (hit) => hit.kind !== CONFIRM && (nowAs(hit.kind, hit.standing) === 1 || everOf(hit.standing) === 1),
      )
      .map((hit) => seenHit(hit, {}))
    const against = [...yes, ...coded]
    if (against.length === 0) continue
    const cautious = reading.index.rows[slot]?.favourable === true ? 'no' : 'yes'
    const last = lastWordOfClinician(says, reading, cautious)
    const counted = last === 'yes' || last === 'no' ? last : cautious
    const [counts, loses] = counted === 'no' ? [no, against] : [against, no]
    found.push({ fact, counted: first(counts), against: sorted(loses) })
  }
  refutedBesideConfirmed(reading, reading.patient.conditions, found)
  refutedBesideConfirmed(reading, reading.patient.allergies, found)
  return found.length < 2 ? found : inOrder(found)
}

function inOrder(conflicts: readonly Conflict[]): readonly Conflict[] {
  const texts = new Map(conflicts.map((conflict) => [canonical(conflict), conflict]))
  return [...texts.entries()].sort(([a], [b]) => byText(a, b)).map(([, conflict]) => conflict)
}

function isSaid(filed: Filed<Statement> | undefined, fact: string, answer: 'yes' | 'no'): boolean {
  for (let next = filed; next !== undefined; next = next.next) {
    if (next.entry.answer === answer && next.entry.fact === fact) return true
  }
  return false
}

// Newest first; equal ones once.
function sorted(all: readonly Seen[]): readonly Seen[] {
  const texts = new Map(all.map((seen) => [canonical(seen), seen]))
  return [...texts.entries()].sort(([a], [b]) => byText(b, a)).map(([, seen]) => seen)
}

// The newest; of those of one time the last by its text, whatever the order of the record.
function first(all: readonly Seen[]): Seen {
  const newest = all.toSorted(
    (a, b) => byText(b.at ?? '', a.at ?? '') || byText(canonical(b), canonical(a)),
  )[0]
  return newest ?? {}
}

// A clinician outranks codes and other people; without one the more cautious side stands.
function lastWordOfClinician(
  says: readonly Statement[],
  reading: Reading,
  cautious: 'yes' | 'no',
): Statement['answer'] {
  const heard = says.flatMap(({ by, at, answer }) => {
    const range = by === 'clinician' ? rangeOf(at, reading.moment) : undefined
    return range === undefined ? [] : [{ ...range, answer }]
  })
  const last = Math.max(...heard.map(({ from }) => from))
  const latest = heard.filter(({ to }) => to >= last)
  return (latest.find(({ answer }) => answer === cautious) ?? latest[0])?.answer
}

function refutedBesideConfirmed(
  reading: Reading,
  entries: Patient['conditions'] | Patient['allergies'],
  found: Conflict[],
): void {
  for (let at = 0; at < (entries?.length ?? 0); at += 1) {
    const entry = entries?.[at]
    if (entry?.verification !== 'refuted') continue
    for (const code of entry.codes ?? []) {
      for (const placement of reading.index.place(code.system, code.code) ?? []) {
        const slot = placement >> 2
        const row = reading.index.rows[slot]
        if (row === undefined || reading.ever[slot] === 0) continue
        const standing = hitsOf(reading, slot).filter((hit) => everOf(hit.standing) === 1)
        if (standing.length === 0) continue
        const said: Writable<Seen> = { code: code.code, system: code.system, standing: 'refuted' }
        const from = entry.from ?? entry.id
        if (from !== undefined) said.from = from
        const stands = first(standing.map((hit) => seenHit(hit, {})))
        const [counted, against] = row.favourable === true ? [said, stands] : [stands, said]
        found.push({ fact: row.id, counted, against: [against] })
      }
    }
  }
}
