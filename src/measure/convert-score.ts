/** A score on one scale read off a published table for another. It compares groups, and measures nobody. @module */
import { badArgument, noScoreConversion, scoreNotComplete, scoreNotInTable } from '../kernel/codes.ts'
import type { Citation } from '../kernel/evidence.ts'
import type { ConversionTable } from '../kernel/instrument.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import type { Score } from './score-shape.ts'

/** As much of a score as a table needs. */
export interface Convertible {
  readonly instrument: Pick<Score['instrument'], 'id'>
  readonly total: number | null
  readonly status: Score['status']
}

/** A score, and the scale it is asked for on. */
export interface ConversionQuestion {
  readonly score: Convertible
  /** Id of the other instrument. */
  readonly to: string
}

/** What a table says. It was not measured, and is never stored as if it had been. */
export interface Converted {
  readonly table: string
  readonly label: string
  readonly method: ConversionTable['method']
  readonly sample: string
  /** How far the table is off for one person. */
  readonly error: string
  readonly from: { readonly instrument: string; readonly total: number }
  readonly to: { readonly instrument: string; readonly least: number; readonly most: number }
  /** The source prints something here that cannot be right. */
  readonly doubtful: boolean
  readonly measured: false
  readonly sources: readonly Citation[]
}

/** Why nothing was converted. */
export interface ConversionFault {
  readonly code: 'no-score-conversion' | 'score-not-in-table' | 'score-not-complete'
  readonly path: string
}

/**
 * What a published table gives for a complete score on another scale.
 *
 * Tables link groups. For one person the error is large, and bands of the two scales do not agree; the answer says so and
 * names the table, its sample and its method. Between rows that were seen nothing is worked out. Of several tables from one
 * scale to the other the first that has the total is read.
 *
 * @param conversions - the tables, as `./content` exports them
 * @param asked - the score, and the id of the other instrument
 * @returns what the table gives; `no-score-conversion` without a table, `score-not-in-table` without a row,
 *   `score-not-complete` for a prorated or incomplete score
 * @throws Refusal `bad-argument` where an argument is of another shape
 *
 * @example
 * ```ts
 * const eleven = { instrument: { id: 'qids-sr16' }, total: 11, status: 'complete' } as const
 * const converted = convertScore(conversions, { score: eleven, to: 'hamd-17' })
 * converted.ok && converted.value.to // => { instrument: 'hamd-17', least: 14, most: 15 }
 * convertScore(conversions, { score: eleven, to: 'bdi-ii' })
 * // => { ok: false, error: { code: 'no-score-conversion', path: 'to' } }
 * ```
 *
 * @see requirement R-44; fact `measure-conversion`, section 8 of the reference of measures: for comparing groups only,
 *   never stored as a measured score
 */
export function convertScore(
  conversions: readonly ConversionTable[],
  asked: ConversionQuestion,
): Result<Converted, ConversionFault> {
  return answered(() => {
    if (!isList(conversions)) throw new Refusal(badArgument, 'conversions')
    const { id, total, status, to } = checked(asked)
    if (status !== 'complete' || total === null) return refused(scoreNotComplete.code, 'score')
    const tables = conversions.filter((one) => one.from === id && one.to === to)
    if (tables.length === 0) return refused(noScoreConversion.code, 'to')
    // Of two tables of one pair each was seen in part: the first that has the row speaks.
    const table = tables.find(({ rows }) => rows.some(({ from }) => from === total))
    const row = table?.rows.find(({ from }) => from === total)
    if (table === undefined || row === undefined) return refused(scoreNotInTable.code, 'score.total')
    const { label, method, sample, error, sources } = table
    return deepFreeze(
      ok<Converted>({
        table: table.id,
        label,
        method,
        sample,
        error,
        from: { instrument: id, total },
        to: { instrument: to, least: row.to.least, most: row.to.most },
        doubtful: row.doubtful === true,
        measured: false,
        sources,
      }),
    )
  })
}

function refused(code: ConversionFault['code'], path: string): Result<never, ConversionFault> {
  return deepFreeze(err({ code, path }))
}

function isList(value: unknown): boolean {
  return Array.isArray(value)
}

const statuses: readonly unknown[] = ['complete', 'prorated', 'incomplete']

/** The members of the argument, each of its kind. */
function checked(asked: ConversionQuestion): {
  readonly id: string
  readonly total: number | null
  readonly status: Score['status']
  readonly to: string
} {
  const { score, to } = asked ?? {}
  if (typeof to !== 'string') throw new Refusal(badArgument, 'to')
  const { instrument, total, status } = score ?? {}
  const id = instrument?.id
  if (typeof id !== 'string') throw new Refusal(badArgument, 'score.instrument')
  if (status === undefined || !statuses.includes(status)) throw new Refusal(badArgument, 'score.status')
  if (total !== null && !(typeof total === 'number' && Number.isFinite(total))) {
    throw new Refusal(badArgument, 'score.total')
  }
  return { id, total, status, to }
}
