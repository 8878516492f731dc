/** What people said: the latest statement about a fact, and what it is worth. @module */
import type { UnknownWhy } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import { type FixedSpan, isAhead, isFresh, type Moment, type Range, rangeOf } from './moment.ts'
import type { Statement } from './patient.schema.ts'

/** The answer of the statements about one fact. */
export interface Said {
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly why?: UnknownWhy
  readonly statement: Statement
  /** A clinician’s statement outranks a code; one by nobody knows whom might. */
  readonly rank: 'clinician' | 'unknown' | 'other'
  /** Too old to answer: codes may still. */
  readonly stale: boolean
  /** When it was said, in milliseconds; an undated one now. */
  readonly ms: number
}

/**
 * The latest statement decides; of several at one time the more cautious one.
 *
 * A statement without a date counts as made now and cannot be relied on, nor can one from the future.
 *
 * @param statements - all statements about the fact
 * @param read - the answer of one statement: its own, or whether its grade is among those asked for
 */
export function latestSaid(
  statements: readonly Statement[] | undefined,
  maxAge: FixedSpan | undefined,
  moment: Moment,
  read: (statement: Statement) => 'yes' | 'no' | 'unknown',
): Said | undefined {
  let latest: Said | undefined
  for (const statement of statements ?? []) {
    const range = rangeOf(statement.at, moment)
    const at = range === undefined || isAhead(range, moment) ? moment.ms : Math.min(range.to, moment.ms)
    if (latest !== undefined && at < latest.ms) continue
    const said = saidBy(statement, range, at, maxAge, moment, read)
    latest = latest === undefined || at > latest.ms ? said : together(latest, said)
  }
  return latest
}

function saidBy(
  statement: Statement,
  range: Range | undefined,
  ms: number,
  maxAge: FixedSpan | undefined,
  moment: Moment,
  read: (statement: Statement) => 'yes' | 'no' | 'unknown',
): Said {
  const rank = statement.by === 'clinician' || statement.by === 'unknown' ? statement.by : 'other'
  const open = (why: UnknownWhy, stale = false): Said => ({
    answer: 'unknown',
    why,
    statement,
    rank,
    stale,
    ms,
  })
  if (range === undefined) return open('undated')
  if (isAhead(range, moment)) return open('future')
  const fresh = maxAge === undefined ? 'yes' : isFresh(range, maxAge, moment)
  if (fresh !== 'yes') return open('stale', fresh === 'no')
  const answer = read(statement)
  // A no from nobody knows whom is no answer; a yes is still a reason to stop.
  if (answer === 'unknown' || (answer === 'no' && rank === 'unknown')) return open('stated-unknown')
  return { answer, statement, rank, stale: false, ms }
}

const caution = { yes: 2, unknown: 1, no: 0 } as const
const ranks = { clinician: 0, unknown: 1, other: 2 } as const

// Of two statements made at one time the more cautious answer stands, with the higher of the two ranks; of two alike
// one is shown by a fixed order, so that the order in the record does not matter.
function together(a: Said, b: Said): Said {
  const rank = ranks[a.rank] <= ranks[b.rank] ? a.rank : b.rank
  const first =
    caution[a.answer] === caution[b.answer]
      ? canonical(a.statement) <= canonical(b.statement)
      : caution[a.answer] > caution[b.answer]
  return { ...(first ? a : b), rank, stale: a.stale && b.stale }
}

/** What a statement adds to a digest. */
export function traceOf(said: Said | undefined): string {
  if (said === undefined) return ''
  const { answer, grade, at, by } = said.statement
  return `${answer} ${grade} ${at} ${by}`
}
