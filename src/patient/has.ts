/** Has the patient, or did the patient ever have, what a fact row describes? @module */
import type { FactRead, UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { FactRow } from '../kernel/fact.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Has } from '../kernel/rule.ts'
import { CONFIRM } from './fact-index.ts'
import { entriesOf, type Filed } from './filing.ts'
import { clockSkewMs, type FixedSpan, isAhead, isFresh, rangeOf, type Writable } from './moment.ts'
import type { Statement } from './patient.schema.ts'
import {
  factRead,
  NO,
  type Numbers,
  OPEN,
  opposite,
  type Question,
  readOfHit,
  seenHit,
  seenStatement,
  withWhy,
  YES,
} from './question.ts'
import { absenceSettles, findHits, type Hit, nowAs, type Reading } from './reading.ts'
import { everOf } from './standing.ts'
import { areOneTime, blankSaid, latestSaid, type Said, traceSaid } from './statements.ts'

/** The question `has`, for one fact row. */
export function askHas(leaf: Has, slot: number, row: FactRow, numbers: Numbers): Question {
  const asked = askedOf(leaf, slot, row, numbers)
  return {
    answer: (reading) => weigh(asked, reading).answer,
    read: (reading) => explain(asked, reading),
    trace: (reading, digest) => {
      if (reading.statements.of(slot) !== undefined) traceSaid(weigh(asked, reading).said, digest)
    },
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
    speaksFor: row.favourable === true,
    say: row.favourable === true ? oppositeOf : ownAnswer,
    weighed: { answer: OPEN, entries: OPEN, said: undefined },
    first: blankSaid(),
    second: blankSaid(),
    absences: [],
  }
}

export interface Asked {
  readonly leaf: Has
  readonly slot: number
  readonly row: FactRow
  readonly entryMaxAge: FixedSpan | undefined
  readonly statementMaxAge: FixedSpan | undefined
  readonly childbearing: { readonly from: number; readonly to: number } | undefined
  /** A yes speaks for the plan: no entry by itself is enough for it. */
  readonly speaksFor: boolean
  readonly say: (statement: Statement) => 'yes' | 'no' | 'unknown'
  /** Written anew for each record, so that a cohort leaves nothing to be collected. */
  readonly weighed: Writable<Weighed>
  readonly first: Writable<Said>
  readonly second: Writable<Said>
  /** What is shown where nothing is on record: alike for all patients, so it is made once. */
  readonly absences: FactRead[]
}

/** The answer, and which statement gave it where one did. */
export interface Weighed {
  readonly answer: number
  readonly entries: number
  readonly said: Said | undefined
}

function weigh(asked: Asked, reading: Reading): Weighed {
  return weighFound(asked, reading, foundIn(asked, reading))
}

/**
 * What entries and statements come to.
 *
 * @param found - what the entries say by themselves: 0 nothing leads here, 1 yes, 2 possibly
 */
export function weighFound(asked: Asked, reading: Reading, found: number): Weighed {
  const { weighed } = asked
  weighed.entries = found === NO ? absence(asked, reading) : asked.speaksFor ? OPEN : found
  weighed.answer = weighed.entries
  weighed.said = undefined
  const statements = reading.statements.of(asked.slot)
  if (statements !== undefined) withStatements(asked, reading, statements, found)
  return weighed
}

/** What the entries say: 0 no entry leads here, 1 yes, 2 possibly. */
export function foundIn(asked: Asked, reading: Reading): number {
  const found = (asked.leaf.when === 'current' ? reading.now : reading.ever)[asked.slot] ?? NO
  if (found === NO || asked.entryMaxAge === undefined) return found
  let best = NO
  const count = findHits(reading, asked.slot)
  for (let at = 0; at < count; at += 1) {
    const hit = reading.hits[at]
    const says = hit === undefined ? NO : answerOf(asked, hit)
    if (hit === undefined || says === NO) continue
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
  if (asked.speaksFor && reading.patient.statements === undefined) return OPEN
  if (absenceSettles(reading, asked.slot, asked.row, asked.leaf.when)) return NO
  if (asked.childbearing === undefined || !listsArePresent(asked, reading)) return OPEN
  return childbearingIsRuledOut(asked.childbearing, reading) ? NO : OPEN
}

function listsArePresent(asked: Asked, reading: Reading): boolean {
  const lists = listsOf(asked, reading)
  return (reading.present & lists) === lists
}

function listsOf(asked: Asked, reading: Reading): number {
  return reading.index.lists[asked.slot] ?? 0
}

function childbearingIsRuledOut(ages: { from: number; to: number }, reading: Reading): boolean {
  const { patient, moment, index, age } = reading
  if (patient.sex === 'male') return true
  if (age !== undefined && (age.most < ages.from || age.least > ages.to)) return true
  const slot = index.slots.get('pregnancy-possible')
  const stated = slot === undefined ? undefined : reading.statements.of(slot)
  return latestSaid(stated, undefined, moment, ownAnswer, blankSaid())?.answer === 'no'
}

/** More speakers than that nobody knows, and their words are not weighed any more. */
const mostUnknownSpeakers = 4

const ownAnswer = (statement: Statement) => statement.answer ?? 'unknown'
const oppositeOf = (statement: Statement) => opposite[ownAnswer(statement)]
const isUnknown = (statement: Statement) => statement.by === 'unknown'
const isClinician = (statement: Statement) => statement.by === 'clinician'
const mayBeClinician = (statement: Statement) => isClinician(statement) || isUnknown(statement)
const isOther = (statement: Statement) => !mayBeClinician(statement)
const isNoClinician = (statement: Statement) => !isClinician(statement)

/**
 * Where nobody knows who spoke, it may have been a clinician, whose word outranks a code, or somebody else: however it
 * was, the answer has to be the same.
 */
function withStatements(asked: Asked, reading: Reading, filed: Filed<Statement>, found: number): void {
  const { weighed } = asked
  hear(asked, reading, filed, mayBeClinician, isOther, found)
  const unknown = countOf(filed, isUnknown)
  if (unknown === 0) return
  if (agrees(asked, reading, filed, unknown, found)) {
    hear(asked, reading, filed, mayBeClinician, isOther, found)
    return
  }
  weighed.answer = OPEN
  weighed.said = latestSaid(filed, asked.statementMaxAge, reading.moment, asked.say, asked.first, isUnknown)
  asked.first.why ??= 'in-conflict'
}

/** Whether the answer is the same whichever of the unknown speakers were clinicians. */
function agrees(
  asked: Asked,
  reading: Reading,
  filed: Filed<Statement>,
  unknown: number,
  found: number,
): boolean {
  const { weighed } = asked
  const { answer } = weighed
  hear(asked, reading, filed, isClinician, isNoClinician, found)
  if (weighed.answer !== answer || unknown === 1) return weighed.answer === answer
  // The same words twice are one speaker.
  const texts = [...new Set(entriesOf(filed).filter(isUnknown).map(canonical))]
  if (texts.length > mostUnknownSpeakers) return false
  for (let mask = 1; mask < 2 ** texts.length - 1; mask += 1) {
    const isElsewhere = (one: Statement) => ((mask >> texts.indexOf(canonical(one))) & 1) === 1
    const spokeAsClinician = (one: Statement) => isClinician(one) || (isUnknown(one) && !isElsewhere(one))
    hear(asked, reading, filed, spokeAsClinician, (one) => !spokeAsClinician(one), found)
    if (weighed.answer !== answer) return false
  }
  return true
}

function countOf(filed: Filed<Statement>, counts: (one: Statement) => boolean): number {
  let count = 0
  for (let next: Filed<Statement> | undefined = filed; next !== undefined; next = next.next) {
    if (counts(next.entry)) count += 1
  }
  return count
}

function hear(
  asked: Asked,
  reading: Reading,
  filed: Filed<Statement>,
  outranks: (one: Statement) => boolean,
  isElse: (one: Statement) => boolean,
  found: number,
): void {
  const { weighed, statementMaxAge, say, speaksFor } = asked
  const first = latestSaid(filed, statementMaxAge, reading.moment, say, asked.first, outranks)
  const second = latestSaid(filed, statementMaxAge, reading.moment, say, asked.second, isElse)
  const counts = first !== undefined && !first.stale
  // What speaks for the plan is turned round, weighed as what speaks against it, and turned back.
  let answer = turned(asked, weighed.entries)
  weighed.said = first
  if (counts) answer = answerWord(first)
  else if (first !== undefined) answer = found === YES && !speaksFor ? YES : OPEN
  if (second !== undefined && !(counts && second.to < first.from)) {
    const before = answer
    if (speaksFor && first === undefined) answer = OPEN
    answer = joined(answer, second, first === undefined && bearsOut(asked, reading, found, second))
    if (counts && answer !== before && !isSince(first, second)) {
      answer = OPEN
      asked.second.why ??= 'in-conflict'
    }
    if (answer !== before || first === undefined) weighed.said = second
  }
  weighed.answer = turned(asked, answer)
}

function turned({ speaksFor }: Asked, answer: number): number {
  return speaksFor && answer !== OPEN ? YES - answer : answer
}

/** Whether what is on record agrees with somebody’s word, so that the two of them let the plan go on. */
function bearsOut(asked: Asked, reading: Reading, found: number, said: Said): boolean {
  return asked.speaksFor ? found === YES : found === NO && sawEveryEntry(asked, reading, said)
}

/** Whether the lists of a fact are there and hold nothing written after a statement that nobody could place or read. */
function sawEveryEntry(asked: Asked, reading: Reading, said: Said): boolean {
  if (!listsArePresent(asked, reading)) return false
  const unread = asked.leaf.when === 'current' ? reading.unreadNow : reading.unreadEver
  const until = said.until + clockSkewMs
  const lists = listsOf(asked, reading)
  for (let bit = 1; bit <= lists; bit *= 2)
    if ((lists & bit) !== 0 && (unread[bit] ?? until) > until) return false
  return true
}

/** Whether the other spoke at the time of the first or after it, as far as their dates tell. */
function isSince(first: Said, other: Said): boolean {
  return other.from >= first.to || areOneTime(first, other)
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
  const hit = shownHit(asked, reading)
  if (said === undefined && hit === undefined) return absent(asked, reading, answer)
  // A statement that does not itself leave the fact open is not why it is: the entries, or the list, are.
  const isWhy = said !== undefined && (answer !== OPEN || said.why !== undefined)
  const byStatement = isWhy && (hit === undefined || answer !== entries || answer === OPEN)
  const { id } = asked.row
  const read = byStatement || hit === undefined ? factRead(id, answer) : readOfHit(id, answer, hit)
  if (byStatement) seenStatement(said.statement, read)
  const list = answer === OPEN ? openLists(asked, reading) : ''
  if (list !== '') read.list = list
  const maxAge = byStatement ? asked.statementMaxAge : asked.entryMaxAge
  if (maxAge !== undefined) read.maxAge = maxAge
  if (byStatement && hit !== undefined && answer !== YES) read.against = [seenHit(hit, {})]
  if (!byStatement && said?.statement.answer === 'no' && answer !== NO)
    read.against = [seenStatement(said.statement, {})]
  return withWhy(read, answer, byStatement ? said.why : whyOpen(asked, reading, hit))
}

/** The read of a fact of which nothing is on record. */
function absent(asked: Asked, reading: Reading, answer: number): FactRead {
  const why = answer === OPEN ? whyAbsent(asked, reading) : undefined
  const list = answer === OPEN ? openLists(asked, reading) : ''
  for (const known of asked.absences) if (known.why === why && (known.list ?? '') === list) return known
  const read = factRead(asked.row.id, answer)
  if (list !== '') read.list = list
  if (asked.entryMaxAge !== undefined) read.maxAge = asked.entryMaxAge
  const made = deepFreeze(withWhy(read, answer, why))
  asked.absences.push(made)
  return made
}

// A fixed choice that does not depend on the order of the record.
function shownHit(asked: Asked, reading: Reading): Hit | undefined {
  let shown: Hit | undefined
  const count = findHits(reading, asked.slot)
  for (let at = 0; at < count; at += 1) {
    const hit = reading.hits[at]
    if (hit === undefined || answerOf(asked, hit) === NO) continue
    if (shown === undefined || comesBefore(asked, hit, shown)) shown = hit
  }
  return shown
}

function comesBefore(asked: Asked, a: Hit, b: Hit): boolean {
  const more = rankOf(asked, a) - rankOf(asked, b)
  return more !== 0 ? more < 0 : isShownFirst(a, b)
}

// yes before possible, confirmed before a code to be confirmed
function rankOf(asked: Asked, hit: Hit): number {
  return answerOf(asked, hit) === YES ? hit.kind : 4 + hit.kind
}

// Newest first, then by source and code.
function isShownFirst(a: Hit, b: Hit): boolean {
  const order =
    byText(a.entry.recordedAt ?? '', b.entry.recordedAt ?? '') ||
    byText(a.entry.from ?? '', b.entry.from ?? '') ||
    byText(a.entry.id ?? '', b.entry.id ?? '') ||
    byText(a.code.system, b.code.system) ||
    byText(a.code.code, b.code.code) ||
    byText(a.code.display ?? '', b.code.display ?? '') ||
    a.standing - b.standing
  return order > 0
}

function whyOpen(asked: Asked, reading: Reading, hit: Hit | undefined): UnknownWhy {
  if (hit !== undefined) {
    if (hit.kind === CONFIRM || asked.speaksFor) return 'to-confirm'
    if (answerOf(asked, hit) === OPEN) return 'not-confirmed'
    return rangeOf(hit.entry.recordedAt, reading.moment) === undefined ? 'undated' : 'stale'
  }
  return whyAbsent(asked, reading)
}

/** Why the absence of a fact from its lists answers nothing. */
export function whyAbsent(asked: Asked, reading: Reading): UnknownWhy {
  const { row } = asked
  const lists = listsOf(asked, reading)
  if (row.needsStatement === true || lists === 0 || openBits(asked, reading) === 0) return 'never-recorded'
  if ((reading.incomplete & lists) !== 0) return 'incomplete'
  if (!listsArePresent(asked, reading)) return 'no-list'
  return (reading.attested & openBits(asked, reading)) === 0 ? 'not-attested' : 'not-read'
}

/** The lists of a fact that nobody has attested, or that hold entries nobody has read. */
function openLists(asked: Asked, reading: Reading): string {
  return reading.index.listNames(asked.slot, openBits(asked, reading))
}

function openBits(asked: Asked, reading: Reading): number {
  return listsOf(asked, reading) & ~(asked.leaf.when === 'current' ? reading.settledNow : reading.settledEver)
}
