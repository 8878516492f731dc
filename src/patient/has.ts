/** Has the patient, or did the patient ever have, what a fact row describes? @module */

import type { FactRead, Seen, UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow, ListName } from '../kernel/fact.ts'
import type { Has } from '../kernel/rule.ts'
import { ageOn, civilDate } from '../kernel/time.ts'
import { CONFIRM, listBits } from './fact-index.ts'
import { type FixedSpan, isAhead, isFresh, rangeOf } from './moment.ts'
import type { Statement } from './patient.schema.ts'
import { factRead, NO, type Numbers, OPEN, type Question, seenHit, seenStatement, YES } from './question.ts'
import { absenceSettles, type Hit, hitsOf, nowAs, type Reading } from './reading.ts'
import { everOf } from './standing.ts'
import { latestSaid, type Said, traceOf } from './statements.ts'

/** The question `has`, for one fact row. */
export function askHas(leaf: Has, slot: number, row: FactRow, numbers: Numbers): Question {
  const asked = askedOf(leaf, slot, row, numbers)
  return {
    answer: (reading) => weigh(asked, reading).answer,
    read: (reading) => explain(asked, reading),
    trace: (reading) =>
      reading.statements.size === 0 || !reading.statements.has(slot)
        ? ''
        : traceOf(weigh(asked, reading).said),
  }
}

/** The question with its numbers. */
export function askedOf(leaf: Has, slot: number, row: FactRow, numbers: Numbers): Asked {
  return {
    leaf,
    slot,
    row,
    entryMaxAge: row.entryMaxAge === undefined ? undefined : numbers.number(row.entryMaxAge),
    statementMaxAge: row.statementMaxAge === undefined ? undefined : numbers.number(row.statementMaxAge),
    childbearing:
      row.askedOf === undefined
        ? undefined
        : {
            from: numbers.number('childbearing-age-from').value,
            to: numbers.number('childbearing-age-to').value,
          },
  }
}

export interface Asked {
  readonly leaf: Has
  readonly slot: number
  readonly row: FactRow
  readonly entryMaxAge: FixedSpan | undefined
  readonly statementMaxAge: FixedSpan | undefined
  readonly childbearing: { readonly from: number; readonly to: number } | undefined
}

/** The answer, and which statement gave it where one did. */
export interface Weighed {
  readonly answer: number
  readonly entries: number
  readonly said: Said | undefined
}

// Without statements, which is most of the time, nothing is allocated.
const plain: readonly Weighed[] = /* @__PURE__ */ [NO, YES, OPEN].map((answer) => ({
  answer,
  entries: answer,
  said: undefined,
}))
const open: Weighed = { answer: OPEN, entries: OPEN, said: undefined }

function weigh(asked: Asked, reading: Reading): Weighed {
  return weighFound(asked, reading, foundIn(asked, reading))
}

/**
 * What entries and statements come to.
 *
 * @param found - what the entries say by themselves: 0 nothing leads here, 1 yes, 2 possibly
 */
export function weighFound(asked: Asked, reading: Reading, found: number): Weighed {
  const statements = reading.statements.size === 0 ? undefined : reading.statements.get(asked.slot)
  if (statements === undefined) {
    return plain[found === NO ? absence(asked, reading) : found] ?? open
  }
  return withStatements(asked, reading, statements, found)
}

/** What the entries say: 0 no entry leads here, 1 yes, 2 possibly. */
export function foundIn(asked: Asked, reading: Reading): number {
  const found = (asked.leaf.when === 'current' ? reading.now : reading.ever)[asked.slot] ?? NO
  if (found === NO || asked.entryMaxAge === undefined) return found
  let best = NO
  for (const hit of hitsOf(reading, asked.slot)) {
    const says = answerOf(asked, hit)
    if (says === NO) continue
    const fresh = freshness(asked, reading, hit)
    if (says === YES && fresh === 'yes') return YES
    best = OPEN
  }
  return best
}

function freshness(asked: Asked, reading: Reading, hit: Hit): 'yes' | 'no' | 'unknown' {
  if (asked.entryMaxAge === undefined) return 'yes'
  const range = rangeOf(hit.entry.recordedAt, reading.moment)
  if (range === undefined || isAhead(range, reading.moment)) return 'unknown'
  return isFresh(range, asked.entryMaxAge, reading.moment)
}

function answerOf(asked: Asked, hit: Hit): number {
  if (asked.leaf.when === 'current') return nowAs(hit.kind, hit.standing)
  return hit.kind === CONFIRM ? OPEN : everOf(hit.standing)
}

/** Nothing leads to the fact: a no only where the lists were attested, or where the question does not arise. */
function absence(asked: Asked, reading: Reading): number {
  if (absenceSettles(reading, asked.slot, asked.row, asked.leaf.when)) return NO
  if (asked.childbearing === undefined || !listsArePresent(asked, reading)) return OPEN
  return childbearingIsRuledOut(asked.childbearing, reading) ? NO : OPEN
}

function listsArePresent(asked: Asked, reading: Reading): boolean {
  return asked.row.lists.every((list) => reading.patient[list] !== undefined)
}

function childbearingIsRuledOut(ages: { from: number; to: number }, reading: Reading): boolean {
  const { patient, moment, index } = reading
  if (patient.sex === 'male') return true
  const age = patient.birthDate === undefined ? undefined : ageOn(patient.birthDate, civilDate(moment.day))
  if (age !== undefined && (age.most < ages.from || age.least > ages.to)) return true
  const slot = index.slots.get('pregnancy-possible')
  const said = latestSaid(
    slot === undefined ? undefined : reading.statements.get(slot),
    undefined,
    moment,
    (statement) => statement.answer ?? 'unknown',
  )
  return said?.answer === 'no'
}

/** More speakers than that nobody knows, and their words are not weighed any more. */
const mostUnknownSpeakers = 4

/**
 * Where nobody knows who spoke, it may have been a clinician, whose word outranks a code, or somebody else: however it
 * was, the answer has to be the same.
 */
function withStatements(
  asked: Asked,
  reading: Reading,
  statements: readonly Statement[],
  found: number,
): Weighed {
  const clinicians = statements.filter((one) => one.by === 'clinician')
  const others = statements.filter((one) => one.by !== 'clinician' && one.by !== 'unknown')
  if (clinicians.length + others.length === statements.length)
    return heard(asked, reading, clinicians, others, found)
  const unknown = statements.filter((one) => one.by === 'unknown')
  const each = [...new Map(unknown.map((one) => [canonical(one), one])).values()]
  const first = heard(asked, reading, [...clinicians, ...each], others, found)
  const said = latestSaid(each, asked.statementMaxAge, reading.moment, ownAnswer)
  const open = {
    answer: OPEN,
    entries: first.entries,
    said: said && { ...said, why: said.why ?? 'in-conflict' },
  }
  if (each.length > mostUnknownSpeakers) return open
  for (let mask = 1; mask < 2 ** each.length; mask += 1) {
    const elsewhere = each.filter((_, at) => ((mask >> at) & 1) === 1)
    const asClinicians = [...clinicians, ...each.filter((one) => !elsewhere.includes(one))]
    if (heard(asked, reading, asClinicians, [...others, ...elsewhere], found).answer !== first.answer)
      return open
  }
  return first
}

function ownAnswer(statement: Statement): 'yes' | 'no' | 'unknown' {
  return statement.answer ?? 'unknown'
}

function heard(
  asked: Asked,
  reading: Reading,
  clinicians: readonly Statement[],
  others: readonly Statement[],
  found: number,
): Weighed {
  const first = latestSaid(clinicians, asked.statementMaxAge, reading.moment, ownAnswer)
  const second = latestSaid(others, asked.statementMaxAge, reading.moment, ownAnswer)
  const entries = found === NO ? absence(asked, reading) : found
  let answer = entries
  let said = first
  if (first !== undefined) answer = first.stale ? orOpen(found) : answerWord(first)
  if (second !== undefined && !(first !== undefined && !first.stale && second.ms < first.ms)) {
    const before = answer
    answer = joined(answer, second, found === NO && first === undefined && listsArePresent(asked, reading))
    if (answer !== before || first === undefined) said = second
  }
  return { answer, entries, said }
}

function orOpen(found: number): number {
  return found === YES ? YES : OPEN
}

function answerWord(said: Said): number {
  if (said.answer === 'unknown') return OPEN
  return said.answer === 'yes' ? YES : NO
}

/** A statement of the patient or of another system adds to what is known; it lifts nothing a clinician or a code said. */
function joined(answer: number, said: Said, settlesAbsence: boolean): number {
  if (said.answer === 'yes') return YES
  if (said.answer === 'unknown') return answer === YES ? YES : OPEN
  return settlesAbsence ? NO : answer
}

function explain(asked: Asked, reading: Reading): FactRead {
  const { answer, entries, said } = weigh(asked, reading)
  const hits = hitsOf(reading, asked.slot).filter((hit) => answerOf(asked, hit) !== NO)
  const shown = hits.toSorted((a, b) => rankOf(asked, a) - rankOf(asked, b) || order(a, b))
  const first = shown[0]
  // A statement that does not itself leave the fact open is not why it is: the entries, or the list, are.
  const isWhy = said !== undefined && (answer !== OPEN || said.why !== undefined)
  const byStatement = isWhy && (first === undefined || answer !== entries || answer === OPEN)
  const maxAge = byStatement ? asked.statementMaxAge : asked.entryMaxAge
  const lists = answer === OPEN ? openLists(asked, reading).join(' ') : ''
  const more: Partial<FactRead> = {
    ...(lists === '' ? {} : { list: lists }),
    ...(maxAge === undefined ? {} : { maxAge }),
  }
  if (byStatement) {
    const against = first !== undefined && answer !== YES ? [seenHit(first)] : []
    return factRead(asked.row.id, answer, seenStatement(said.statement), said.why, {
      ...more,
      ...(against.length === 0 ? {} : { against }),
    })
  }
  const against: readonly Seen[] =
    said !== undefined && said.answer === 'no' && answer !== NO ? [seenStatement(said.statement)] : []
  return factRead(
    asked.row.id,
    answer,
    first === undefined ? undefined : seenHit(first),
    whyOpen(asked, reading, first),
    {
      ...more,
      ...(against.length === 0 ? {} : { against }),
    },
  )
}

// yes before possible, confirmed before a code to be confirmed
function rankOf(asked: Asked, hit: Hit): number {
  return answerOf(asked, hit) === YES ? hit.kind : 4 + hit.kind
}

// A fixed order that does not depend on the order of the record: newest first, then by source and code.
function order(a: Hit, b: Hit): number {
  return compare(keyOf(b), keyOf(a))
}

function keyOf(hit: Hit): string {
  const { entry, code } = hit
  return [entry.recordedAt, entry.from, entry.id, code.system, code.code, code.display, hit.standing].join(
    ' ',
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function whyOpen(asked: Asked, reading: Reading, hit: Hit | undefined): UnknownWhy {
  if (hit !== undefined) {
    if (hit.kind === CONFIRM) return 'to-confirm'
    if (answerOf(asked, hit) === OPEN) return 'not-confirmed'
    return rangeOf(hit.entry.recordedAt, reading.moment) === undefined ? 'undated' : 'stale'
  }
  return whyAbsent(asked, reading)
}

/** Why the absence of a fact from its lists answers nothing. */
export function whyAbsent(asked: Asked, reading: Reading): UnknownWhy {
  const { patient } = reading
  if (asked.row.needsStatement === true || asked.row.lists.length === 0) return 'never-recorded'
  if (asked.row.lists.some((list) => patient.incomplete?.includes(list) === true)) return 'incomplete'
  if (!listsArePresent(asked, reading)) return 'no-list'
  const open = openLists(asked, reading)
  const attested = (patient.attestations ?? []).some(
    (one) => open.includes(one.list) && one.complete !== undefined,
  )
  return attested ? 'not-read' : 'not-attested'
}

/** The lists of a fact that nobody has attested, or that hold entries nobody has read. */
function openLists(asked: Asked, reading: Reading): readonly ListName[] {
  const settled = asked.leaf.when === 'current' ? reading.settledNow : reading.settledEver
  return asked.row.lists.filter((list) => (settled & listBits[list]) === 0)
}
