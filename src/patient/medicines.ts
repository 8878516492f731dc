/** Medicines: taken now, taken lately, and how much of a class a day. @module */
import type { UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow } from '../kernel/fact.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { DailyAmount, Takes } from '../kernel/rule.ts'
import { CONFIRM } from './fact-index.ts'
import { askedOf, askHas, foundIn, weighFound, whyAbsent } from './has.ts'
import { type FixedSpan, isAhead, isFresh, rangeOf } from './moment.ts'
import type { MedicineEntry } from './patient.schema.ts'
import {
  type Equivalence,
  NO,
  type Numbers,
  OPEN,
  type Question,
  reaches,
  readAgain,
  withWhy,
  YES,
} from './question.ts'
import { findHits, type Hit, hitsOf, isSettled, nowAs, type Reading } from './reading.ts'
import { everOf, nowOf } from './standing.ts'

/** The question `takes`, for one medicine or class. */
export function askTakes(leaf: Takes, slot: number, row: FactRow, numbers: Numbers): Question {
  const now = askHas({ kind: 'has', fact: leaf.fact, when: 'current' }, slot, row, numbers)
  if (leaf.within === undefined) return now
  const within = numbers.span(leaf.within)
  const ever = askHas({ kind: 'has', fact: leaf.fact, when: 'ever' }, slot, row, numbers)
  const askedNow = askedOf({ kind: 'has', fact: leaf.fact, when: 'current' }, slot, row, numbers)
  const askedEver = askedOf({ kind: 'has', fact: leaf.fact, when: 'ever' }, slot, row, numbers)
  const found = (reading: Reading): number => {
    if ((reading.ever[slot] ?? NO) === NO) return NO
    if (foundIn(askedNow, reading) === YES) return YES
    let best = NO
    const count = findHits(reading, slot)
    for (let at = 0; at < count; at += 1) {
      const hit = reading.hits[at]
      const recent = hit === undefined ? NO : lastIntakeWithin(hit, within, reading)
      if (recent === YES) return YES
      if (recent === OPEN) best = OPEN
    }
    return best
  }
  const answer = (reading: Reading): number => weighFound(askedEver, reading, found(reading)).answer
  return {
    answer,
    read: (reading) => {
      const total = answer(reading)
      const base =
        now.answer(reading) === YES ? now.read(reading, YES) : ever.read(reading, ever.answer(reading))
      const read = readAgain(base, total)
      read.maxAge = within
      return withWhy(read, total, base.why ?? 'undated')
    },
  }
}

function lastIntakeWithin(hit: Hit, within: FixedSpan, reading: Reading): number {
  if (nowOf(hit.standing) !== NO) return OPEN
  const entry = medicineOf(reading, hit)
  const range = rangeOf(entry?.lastTaken ?? entry?.period?.end, reading.moment)
  if (range === undefined) return OPEN
  if (isAhead(range, reading.moment)) return OPEN
  const fresh = isFresh(range, within, reading.moment)
  if (fresh === 'no') return NO
  // A cancelled order may have been begun; a code to be confirmed may mean another medicine.
  return fresh === 'yes' && everOf(hit.standing) === YES && hit.kind !== CONFIRM ? YES : OPEN
}

function medicineOf(reading: Reading, hit: Hit): MedicineEntry | undefined {
  return reading.patient.medicines?.find((entry) => entry === hit.entry)
}

/** The question `daily-amount`: the sum of a class in the equivalent of one of its members. */
export function askDailyAmount(leaf: DailyAmount, slot: number, row: FactRow, numbers: Numbers): Question {
  const table = numbers.equivalents(leaf.equivalents)
  const is = numbers.edge(leaf.is)
  const limit = numbers.amount(leaf.limit)
  const asked = askedOf({ kind: 'has', fact: leaf.fact, when: 'current' }, slot, row, numbers)
  const taken = askHas(asked.leaf, slot, row, numbers)
  const weigh = (reading: Reading) => sum(reading, slot, table, taken.answer(reading))
  const answerOf = (total: Sum): number => {
    const upward = is === 'above' || is === 'at-least'
    if (reaches(total.known, is, limit.value) && (upward || total.open === undefined)) return YES
    if (total.open === undefined) return NO
    return !upward && !reaches(total.known, is, limit.value) ? NO : OPEN
  }
  return {
    answer: (reading) => answerOf(weigh(reading)),
    read: (reading) => {
      const total = weigh(reading)
      const base = taken.read(reading, taken.answer(reading))
      const whys = {
        taken: base.why,
        list: whyAbsent(asked, reading),
        'dose-unknown': 'dose-unknown',
      } as const
      const why: UnknownWhy | undefined = total.open === undefined ? undefined : whys[total.open]
      const answer = answerOf(total)
      const read = readAgain(base, answer)
      read.value = total.known
      read.unit = limit.unit
      read.limit = { is, value: limit.value, unit: limit.unit }
      read.standing = `${table.reference} equivalent by ${table.id}`
      return withWhy(read, answer, why)
    },
  }
}

interface Sum {
  /** Milligrams of the reference medicine a day that are known of. */
  readonly known: number
  /** Why more may be taken. */
  readonly open?: 'taken' | 'list' | 'dose-unknown'
}

function sum(reading: Reading, slot: number, table: Equivalence, taken: number): Sum {
  if (taken === NO) return { known: 0 }
  // Nobody knows whether any is taken: an entry that a statement puts in doubt has no amount either.
  if (taken === OPEN) return { known: 0, open: 'taken' }
  const entries = new Map<string, { readonly hit: Hit; readonly now: number }>()
  for (const hit of hitsOf(reading, slot)) {
    const now = nowAs(hit.kind, hit.standing)
    // The same entry may carry several codes, and be recorded twice.
    const key = canonical(hit.entry)
    if (now === YES || (now === OPEN && !entries.has(key))) entries.set(key, { hit, now })
  }
  let known = 0
  // More of the class may stand in entries nobody could place, or in a list nobody attested.
  let open: Sum['open'] = isSettled(reading, slot, 'current') ? undefined : 'list'
  // Somebody says that it is taken, and no entry says how much.
  if (entries.size === 0) open = 'dose-unknown'
  for (const { hit, now } of entries.values()) {
    const mg = milligrams(reading, hit, table)
    if (mg === undefined || now === OPEN) open ??= 'dose-unknown'
    if (mg !== undefined && now === YES) known += mg
  }
  // Sums of written decimals: the last binary digits are noise.
  const rounded = Math.round(known * 1e9) / 1e9
  return open === undefined ? { known: rounded } : { known: rounded, open }
}

function milligrams(reading: Reading, hit: Hit, table: Equivalence): number | undefined {
  const perDay = medicineOf(reading, hit)?.dose?.perDay
  const value = perDay === undefined ? undefined : valueIn(perDay, 'mg')
  if (value === undefined) return undefined
  for (const code of hit.entry.codes ?? []) {
    for (const placement of reading.index.place(code.system, code.code) ?? []) {
      const each = table.milligrams.get(reading.index.rows[placement >> 2]?.id ?? '')
      if (each !== undefined) return (value * table.per) / each
    }
  }
  return undefined
}
