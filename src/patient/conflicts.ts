/** Statements of a record that cannot all be right. @module */

import type { Conflict, Seen } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import { CONFIRM } from './fact-index.ts'
import type { Patient } from './patient.schema.ts'
import { seenHit, seenStatement } from './question.ts'
import { type Entry, hitsOf, nowAs, type Reading } from './reading.ts'
import { everOf } from './standing.ts'

/**
 * Where entries and statements, or several statements, disagree about a fact; both sides are shown.
 *
 * Which of them counts was decided before: the latest statement of a clinician before a code, else the more cautious.
 */
export function conflictsIn(reading: Reading): readonly Conflict[] {
  const found = new Map<string, Conflict>()
  const add = (conflict: Conflict) => found.set(canonical(conflict), conflict)
  for (const [slot, statements] of reading.statements) {
    const fact = reading.index.rows[slot]?.id ?? ''
    const says = statements.filter((one) => one.fact === fact && one.answer !== undefined)
    const no = says.filter((one) => one.answer === 'no').map(seenStatement)
    const yes = says.filter((one) => one.answer === 'yes').map(seenStatement)
    const coded = hitsOf(reading, slot)
      .filter(
        (hit) => hit.kind !== CONFIRM && (nowAs(hit.kind, hit.standing) === 1 || everOf(hit.standing) === 1),
      )
      .map(seenHit)
    const against = [...yes, ...coded]
    if (no.length > 0 && against.length > 0) add({ fact, counted: first(no), against: sorted(against) })
  }
  for (const conflict of refutedBesideConfirmed(reading)) add(conflict)
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, conflict]) => conflict)
}

// Newest first; equal ones once.
function sorted(all: readonly Seen[]): readonly Seen[] {
  const byText = new Map(all.map((seen) => [canonical(seen), seen]))
  return [...byText.entries()].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, seen]) => seen)
}

function first(all: readonly Seen[]): Seen {
  const newest = all.toSorted((a, b) =>
    (a.at ?? '') < (b.at ?? '') || canonical(a) < canonical(b) ? 1 : -1,
  )[0]
  return newest ?? {}
}

function* refutedBesideConfirmed(reading: Reading): Generator<Conflict> {
  for (const entry of refuted(reading.patient)) {
    for (const code of entry.codes ?? []) {
      for (const placement of reading.index.place(code.system, code.code) ?? []) {
        const slot = placement >> 2
        const row = reading.index.rows[slot]
        const standing = hitsOf(reading, slot).filter((hit) => everOf(hit.standing) === 1)
        if (row === undefined || standing.length === 0) continue
        const said: Seen = { code: code.code, system: code.system, standing: 'refuted' }
        const from = entry.from ?? entry.id
        yield {
          fact: row.id,
          counted: first(standing.map(seenHit)),
          against: [{ ...said, ...(from === undefined ? {} : { from }) }],
        }
      }
    }
  }
}

function refuted(patient: Patient): readonly Entry[] {
  return [...(patient.conditions ?? []), ...(patient.allergies ?? [])].filter(
    (entry) => entry.verification === 'refuted',
  )
}
