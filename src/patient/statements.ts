/** What people said: the latest statement about a fact, and what it is worth. @module */
import type { UnknownWhy } from '../kernel/decision.ts'
import { canonical, type Digest } from '../kernel/digest.ts'
import type { Filed } from './filing.ts'
import { type FixedSpan, isFresh, type Moment, sureUntil, type Writable } from './moment.ts'
import type { Statement } from './patient.schema.ts'
import { workedOut } from './question.ts'

/** The answer of the statements about one fact. */
export interface Said {
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly why: UnknownWhy | undefined
  readonly statement: Statement
  /** A clinician’s statement outranks a code; one by nobody knows whom might. */
  readonly rank: 'clinician' | 'unknown' | 'other'
  /** Too old to answer: codes may still. */
  readonly stale: boolean
  /** The milliseconds in which the latest word was said, at most now; of an undated one now. */
  readonly from: number
  readonly to: number
  /** Up to which millisecond an entry may have been written that it speaks of. */
  readonly until: number
}

/** A place for an answer, to be written again and again. */
export function blankSaid(): Writable<Said> {
  const statement: Statement = { fact: '', by: 'unknown' }
  const never = Number.NaN
  return {
    answer: 'unknown',
    why: undefined,
    statement,
    rank: 'unknown',
    stale: false,
    from: never,
    to: never,
    until: never,
  }
}

/**
 * The latest statement decides; of several at one time the more cautious one. Where dates are too vague to tell which
 * is the latest, nobody knows the answer, unless all of those that may be it say the same, or one that none of them can
 * be later than says the most cautious word.
 *
 * A statement without a date counts as made now and cannot be relied on, nor can one from the future.
 *
 * @param filed - all statements about the fact
 * @param read - the answer of one statement: its own, or whether its grade is among those asked for
 * @param into - where the answer is written
 * @param counts - which of the statements are weighed; all of them, where it is left out
 * @returns `into`; nothing where nobody said anything
 */
export function latestSaid(
  filed: Filed<Statement> | undefined,
  maxAge: FixedSpan | undefined,
  moment: Moment,
  read: (statement: Statement) => 'yes' | 'no' | 'unknown',
  into: Writable<Said>,
  counts?: (statement: Statement) => boolean,
): Said | undefined {
  let last = Number.NEGATIVE_INFINITY
  for (let next = filed; next !== undefined; next = next.next) {
    if (counts === undefined || counts(next.entry)) last = Math.max(last, Math.min(next.at.from, moment.ms))
  }
  let latest: Said | undefined
  let isOneWord = true
  let isOneTime = true
  // The most cautious word among those that begin last: what ends no later than they begin is older, or of their time.
  let surest = -1
  for (let next = filed; next !== undefined; next = next.next) {
    if (next.at.to < last || (counts !== undefined && !counts(next.entry))) continue
    const place = latest === undefined ? into : second
    place.statement = next.entry
    place.rank = rankOf(next.entry)
    place.from = Math.min(next.at.from, moment.ms)
    place.to = Math.min(next.at.to, moment.ms)
    place.until = sureUntil(next.at)
    judge(place, next, maxAge, moment, read)
    if (place.from === last) surest = Math.max(surest, caution[place.answer])
    if (latest !== undefined) {
      isOneWord &&= into.answer === second.answer
      isOneTime &&= areOneTime(into, second)
      together(into, second)
    }
    latest = into
  }
  if (isOneWord || isOneTime || (into.to === last && caution[into.answer] === surest)) return latest
  into.answer = 'unknown'
  into.why ??= 'in-conflict'
  return latest
}

/** Whether two statements are of one time: one instant, or one day. In one month they are not. */
export function areOneTime(a: Said, b: Said): boolean {
  return a.from === b.from && a.to === b.to && a.until >= a.to
}

// The other one of two statements either of which may be the latest.
const second = /* @__PURE__ */ blankSaid()

function rankOf(statement: Statement): Said['rank'] {
  return statement.by === 'clinician' || statement.by === 'unknown' ? statement.by : 'other'
}

function judge(
  into: Writable<Said>,
  filed: Filed<Statement>,
  maxAge: FixedSpan | undefined,
  moment: Moment,
  read: (statement: Statement) => 'yes' | 'no' | 'unknown',
): void {
  const fresh = filed.when !== 'dated' || maxAge === undefined ? 'yes' : isFresh(filed.at, maxAge, moment)
  const answer = read(filed.entry)
  into.stale = fresh === 'no'
  into.answer = 'unknown'
  if (filed.when !== 'dated') into.why = filed.when
  else if (fresh !== 'yes') into.why = 'stale'
  // A no from nobody knows whom is no answer; a yes is still a reason to stop.
  else if (answer === 'unknown' || (answer === 'no' && into.rank === 'unknown')) into.why = 'stated-unknown'
  else {
    into.answer = answer
    into.why = undefined
  }
}

const caution = { yes: 2, unknown: 1, no: 0 } as const
const ranks = { clinician: 0, unknown: 1, other: 2 } as const

// Of two such statements the more cautious answer stands, with the higher of the two ranks; of two alike
// one is shown by a fixed order, so that the order in the record does not matter.
function together(a: Writable<Said>, b: Said): void {
  a.from = Math.max(a.from, b.from)
  a.to = Math.max(a.to, b.to)
  a.until = Math.max(a.until, b.until)
  if (ranks[b.rank] < ranks[a.rank]) a.rank = b.rank
  a.stale = a.stale && b.stale
  const isFirst =
    caution[a.answer] === caution[b.answer]
      ? canonical(a.statement) <= canonical(b.statement)
      : caution[a.answer] > caution[b.answer]
  if (isFirst) return
  a.answer = b.answer
  a.why = b.why
  a.statement = b.statement
}

/** Adds a statement to a digest. */
export function traceSaid(said: Said | undefined, digest: Digest): void {
  if (said === undefined) return
  const { answer, grade, at, by, method } = said.statement
  digest.part(answer ?? '')
  digest.part(' ')
  digest.part(grade ?? '')
  digest.part(' ')
  // What is worked out for the moment is the same fact a minute later.
  digest.part(method === workedOut ? '' : (at ?? ''))
  digest.part(' ')
  digest.part(by)
}
