/** From a question of a rule to one that can be put to a record. @module */
import { badArgument, danglingReference } from '../kernel/codes.ts'
import type { FactRow } from '../kernel/fact.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Age, Graded, Leaf, Stated } from '../kernel/rule.ts'
import { askSince } from './events.ts'
import type { FactIndex } from './fact-index.ts'
import { askHas } from './has.ts'
import { askMeasured } from './measured.ts'
import { askDailyAmount, askTakes } from './medicines.ts'
import type { Statement } from './patient.schema.ts'
import {
  factRead,
  NO,
  type Numbers,
  OPEN,
  opposite,
  type Question,
  reaches,
  seenStatement,
  withWhy,
  YES,
} from './question.ts'
import type { Reading } from './reading.ts'
import { blankSaid, latestSaid, traceSaid } from './statements.ts'

/**
 * Makes a question ready.
 *
 * @throws Refusal `dangling-reference` where the pack has no row for the fact
 */
export function questionOf(leaf: Leaf, index: FactIndex, numbers: Numbers): Question {
  if (leaf.kind === 'age') return askAge(leaf, numbers)
  const slot = index.slots.get(leaf.fact)
  const row = slot === undefined ? undefined : index.rows[slot]
  if (slot === undefined || row === undefined)
    throw new Refusal(danglingReference, `content.facts.${leaf.fact}`)
  switch (leaf.kind) {
    case 'has':
      return askHas(leaf, slot, row, numbers)
    case 'since':
      return askSince(leaf, slot, row, numbers)
    case 'takes':
      return askTakes(leaf, slot, row, numbers)
    case 'measured':
      return askMeasured(leaf, slot, row, numbers, index.slots.get(partners[row.id] ?? ''))
    case 'daily-amount':
      return askDailyAmount(leaf, slot, row, numbers)
    case 'stated':
      return askStated(leaf, slot, row, numbers, spokenOf(row, index))
    case 'graded':
      return askGraded(leaf, slot, row, numbers)
  }
}

/** The place of the fact an answer speaks of. */
function spokenOf({ id, speaksOf }: FactRow, { slots }: FactIndex): number | undefined {
  if (speaksOf === undefined) return undefined
  const slot = slots.get(speaksOf)
  if (slot === undefined) throw new Refusal(danglingReference, `content.facts.${id}.speaksOf`)
  return slot
}

// The two pressures of a cuff check one another.
const partners: Readonly<Record<string, string>> = {
  'systolic-pressure': 'diastolic-pressure',
  'diastolic-pressure': 'systolic-pressure',
}

function askAge(leaf: Age, numbers: Numbers): Question {
  const is = numbers.edge(leaf.is)
  const limit = numbers.amount(leaf.limit)
  if (limit.unit !== 'a') throw new Refusal(badArgument, 'rule.when.limit')
  const shown = Object.freeze({ is, value: limit.value, unit: 'a' })
  return {
    answer: (reading) => {
      const { age } = reading
      if (age === undefined) return OPEN
      const least = reaches(age.least, is, limit.value)
      return least === reaches(age.most, is, limit.value) ? (least ? YES : NO) : OPEN
    },
    read: (reading, answer) => {
      const { age } = reading
      const read = factRead('age', answer)
      if (age !== undefined && age.least === age.most) {
        read.value = age.least
        read.unit = 'a'
      }
      read.limit = shown
      return withWhy(read, answer, age === undefined ? 'never-recorded' : 'unreadable')
    },
  }
}

function askStated(leaf: Stated, slot: number, row: FactRow, numbers: Numbers, of?: number): Question {
  const say = (statement: Statement) => statement.answer ?? 'unknown'
  return askPeople(slot, row, maxAgeOf(leaf, row, numbers), leaf.onlyIfRecorded === true, say, of)
}

function askGraded(leaf: Graded, slot: number, row: FactRow, numbers: Numbers): Question {
  return askPeople(slot, row, maxAgeOf(leaf, row, numbers), leaf.onlyIfRecorded === true, (statement) => {
    if (statement.grade !== undefined) return leaf.among.includes(statement.grade) ? 'yes' : 'no'
    // "No" to a graded fact: it has no grade at all. "Yes" does not say which.
    return statement.answer === 'no' ? 'no' : 'unknown'
  })
}

function maxAgeOf(leaf: Stated | Graded, row: FactRow, numbers: Numbers) {
  if (leaf.maxAge !== undefined) return numbers.span(leaf.maxAge)
  return row.statementMaxAge === undefined ? undefined : numbers.number(row.statementMaxAge)
}

const bits = { yes: YES, no: NO, unknown: OPEN } as const

function askPeople(
  slot: number,
  row: FactRow,
  maxAge: ReturnType<typeof maxAgeOf>,
  onlyIfRecorded: boolean,
  say: (statement: Statement) => 'yes' | 'no' | 'unknown',
  of?: number,
): Question {
  const place = blankSaid()
  // Statements are weighed as if a yes spoke against the plan: where it speaks for it, they are turned round and back.
  const turned = row.favourable === true
  const weighed = turned ? (statement: Statement) => opposite[say(statement)] : say
  const saidIn = (reading: Reading) => {
    const { statements, moment } = reading
    const said = latestSaid(statements.of(slot), maxAge, moment, weighed, place)
    if (said === undefined || of === undefined) return said
    for (let next = statements.of(of); next !== undefined; next = next.next) {
      if (Math.min(next.at.to, moment.ms) <= said.until) continue
      // It was given before what it speaks of was found.
      place.answer = 'unknown'
      place.why = 'stale'
    }
    return said
  }
  const silent = (reading: Reading) =>
    onlyIfRecorded && reading.patient.statements !== undefined ? NO : OPEN
  return {
    trace: (reading, digest) => traceSaid(saidIn(reading), digest),
    answer: (reading) => {
      const said = saidIn(reading)
      if (said === undefined) return silent(reading)
      return bits[turned ? opposite[said.answer] : said.answer]
    },
    read: (reading, answer) => {
      const said = saidIn(reading)
      const read = factRead(row.id, answer)
      if (said !== undefined) seenStatement(said.statement, read)
      if (maxAge !== undefined) read.maxAge = maxAge
      return withWhy(read, answer, said === undefined ? 'never-recorded' : said.why)
    },
  }
}
