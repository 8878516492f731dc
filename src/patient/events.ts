/** How long ago the last event of a kind was. @module */
import type { UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow } from '../kernel/fact.ts'
import type { Since } from '../kernel/rule.ts'
import { CONFIRM } from './fact-index.ts'
import { askedOf, askHas, weighFound } from './has.ts'
import { type FixedSpan, isAhead, type Moment, type Range, rangeOf, sideOf } from './moment.ts'
import {
  type Edge,
  NO,
  type Numbers,
  OPEN,
  type Question,
  readAgain,
  readOfHit,
  withWhy,
  YES,
} from './question.ts'
import { type Hit, hitsOf, type Reading } from './reading.ts'
import { everOf } from './standing.ts'

/** The question `since`. Only "more recent than" can be asked: how long ago the first event was tells nothing here. */
export function askSince(leaf: Since, slot: number, row: FactRow, numbers: Numbers): Question {
  const span = numbers.span(leaf.span)
  const is = numbers.edge(leaf.is)
  const asked = askedOf({ kind: 'has', fact: leaf.fact, when: 'ever' }, slot, row, numbers)
  const ever = askHas(asked.leaf, slot, row, numbers)
  const limit = { is, value: span.value, unit: span.unit }
  const find = (reading: Reading): Found => {
    if ((reading.ever[slot] ?? NO) === NO) return { answer: NO }
    const hits = hitsOf(reading, slot).toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
    const all = hits.map((hit): Found => ({ hit, ...recent(hit, reading, span, is) }))
    return all.find((one) => one.answer === YES) ?? all.find((one) => one.answer === OPEN) ?? { answer: NO }
  }
  return {
    answer: (reading) => weighFound(asked, reading, find(reading).answer).answer,
    read: (reading) => {
      const found = find(reading)
      const { answer, entries } = weighFound(asked, reading, found.answer)
      if (found.hit === undefined || answer !== entries) {
        const base = ever.read(reading, ever.answer(reading))
        const read = readAgain(base, answer)
        read.limit = limit
        return withWhy(read, answer, base.why ?? 'undated')
      }
      const read = readOfHit(row.id, answer, found.hit)
      const at = dateOf(reading, found.hit)
      if (at !== undefined) read.at = at
      read.limit = limit
      return withWhy(read, answer, found.why)
    },
  }
}

/** What the entries say by themselves, and the one that says it. */
interface Found {
  readonly answer: number
  readonly hit?: Hit
  readonly why?: UnknownWhy
}

function recent(hit: Hit, reading: Reading, span: FixedSpan, is: Edge): { answer: number; why?: UnknownWhy } {
  const range = rangeOf(dateOf(reading, hit), reading.moment)
  if (range === undefined) return { answer: OPEN, why: 'undated' }
  if (isAhead(range, reading.moment)) return { answer: OPEN, why: 'future' }
  const inside = within(range, span, is, reading.moment)
  if (inside === NO) return { answer: NO }
  if (hit.kind === CONFIRM) return { answer: OPEN, why: 'to-confirm' }
  if (everOf(hit.standing) === OPEN) return { answer: OPEN, why: 'not-confirmed' }
  return inside === YES ? { answer: YES } : { answer: OPEN, why: 'undated' }
}

// "Below six weeks" leaves the day on which six weeks are full outside; "at most" takes it in.
function within(range: Range, span: FixedSpan, is: Edge, moment: Moment): number {
  const counts = (side: number) => (is === 'at-most' ? side >= 0 : side > 0)
  if (is === 'above' || is === 'at-least') return OPEN
  if (counts(sideOf(range.from, span, moment))) return YES
  return counts(sideOf(range.to, span, moment)) ? OPEN : NO
}

function dateOf(reading: Reading, hit: Hit): string | undefined {
  if (hit.list === 'conditions')
    return reading.patient.conditions?.find((entry) => entry === hit.entry)?.onset
  if (hit.list === 'procedures')
    return reading.patient.procedures?.find((entry) => entry === hit.entry)?.performed
  return hit.entry.recordedAt
}
