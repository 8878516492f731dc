/** A series as it was handed in, looked at field by field. @module */
import {
  badArgument,
  badDate,
  type CodeRow,
  eventAhead,
  mixedInstruments,
  scoreAhead,
  startAhead,
  tooLarge,
  tooManyScores,
  unknownZone,
} from '../kernel/codes.ts'
import type { Instrument } from '../kernel/instrument.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { nearestNumber } from '../kernel/quantity.ts'
import { dayNumberAt, instantMs, isCivilDate, isInstant, isZone, whenRangeMs } from '../kernel/time.ts'
import type { ExactScore, Score } from './score-shape.ts'
import type { ScoreSeries, SeriesFault } from './series-shape.ts'

/** No course has more scores, events or accounts. */
export const seriesAtMost = 10_000

/** Something a series is refused for; thrown inside a reading, handed out as a result. */
export class Fault {
  readonly fault: SeriesFault
  constructor(row: CodeRow, path: string) {
    this.fault = Object.freeze({ code: row.code, path })
  }
}

/** When something was: first and last millisecond, civil day, and whether only the day is known. */
export interface Placing {
  readonly from: number
  readonly to: number
  readonly day: number
  readonly isDay: boolean
}

/** A civil day, or an instant on the calendar of the zone. */
export function placed(at: unknown, zone: string, path: string): Placing {
  if (typeof at !== 'string' || !(isCivilDate(at) || isInstant(at))) throw new Fault(badDate, path)
  const range = whenRangeMs(at, zone)
  if (range === undefined) throw new Fault(badDate, path)
  return { ...range, day: dayNumberAt(range.from, zone), isDay: isCivilDate(at) }
}

/** The moment of the question. */
export interface Now {
  readonly ms: number
  readonly day: number
}

/** Whether something lies after the question; of what has only its day, the whole day has to. */
export function isAhead(when: Placing, now: Now): boolean {
  return when.isDay ? when.day > now.day : when.from > now.ms
}

/** The frame of a series: zone, question, first dose, and from when it is judged. */
export function frameOf(series: ScoreSeries): {
  readonly now: Now
  readonly start: Placing
  readonly judgeFromDays: number | null
  readonly maxAgeDays: number | null
} {
  if (!isObject(series)) throw new Fault(badArgument, '')
  demandParsed(series.instrument, 'series.instrument')
  const { zone, asOf, courseStart, judgeFromDays, maxAgeDays } = series
  if (!isZone(zone)) throw new Fault(unknownZone, 'zone')
  if (!isInstant(asOf)) throw new Fault(badDate, 'asOf')
  const ms = instantMs(asOf)
  const start = placed(courseStart, zone, 'courseStart')
  const now = { ms, day: dayNumberAt(ms, zone) }
  if (isAhead(start, now)) throw new Fault(startAhead, 'courseStart')
  if (judgeFromDays !== undefined && !isCount(judgeFromDays, 0)) throw new Fault(badArgument, 'judgeFromDays')
  if (maxAgeDays !== undefined && !isCount(maxAgeDays, 0)) throw new Fault(badArgument, 'maxAgeDays')
  return { now, start, judgeFromDays: judgeFromDays ?? null, maxAgeDays: maxAgeDays ?? null }
}

/** The scores, each of the instrument and as scoring makes them. */
export function scoresOf(series: ScoreSeries, now: Now): readonly (readonly [Score, Placing | null])[] {
  const { scores, instrument, zone } = series
  return listed(scores, 'scores', tooManyScores).map((score, index) => {
    const path = `scores[${index}]`
    checkScore(score, instrument, path)
    if (score.takenAt === null) return [score, null]
    const when = placed(score.takenAt, zone, `${path}.takenAt`)
    if (isAhead(when, now)) throw new Fault(scoreAhead, `${path}.takenAt`)
    return [score, when]
  })
}

/** A list of a series without holes. */
export function listed<T extends object>(
  list: readonly T[],
  path: string,
  tooMany: CodeRow = tooLarge,
): readonly T[] {
  if (!Array.isArray(list)) throw new Fault(badArgument, path)
  if (list.length > seriesAtMost) throw new Fault(tooMany, path)
  // A copy without holes: what is missing in a list is looked at like any other member.
  return Array.from({ length: list.length }, (_, at) => {
    const member = list[at]
    if (!isObject(member)) throw new Fault(badArgument, `${path}[${at}]`)
    return member
  })
}

/** Something dated that is no score, and is not ahead of the question. */
export function datedBeside(at: unknown, zone: string, now: Now, path: string): Placing {
  const when = placed(at, zone, path)
  if (isAhead(when, now)) throw new Fault(eventAhead, path)
  return when
}

function checkScore(score: Score, instrument: Instrument, path: string): void {
  const from = score.instrument
  if (!isObject(from)) throw new Fault(badArgument, `${path}.instrument`)
  const isOfIt =
    from.id === instrument.id &&
    from.version === instrument.version &&
    from.rater === instrument.rater &&
    from.worse === instrument.worse
  if (!isOfIt) throw new Fault(mixedInstruments, `${path}.instrument`)
  const { status, total, exact, range } = { ...score, range: instrument.range }
  if (!statuses.includes(status)) throw new Fault(badArgument, `${path}.status`)
  if (!isObject(score.items)) throw new Fault(badArgument, `${path}.items`)
  if (!Array.isArray(score.subscales)) throw new Fault(badArgument, `${path}.subscales`)
  if (!Array.isArray(score.flags)) throw new Fault(badArgument, `${path}.flags`)
  // A score that says it is whole and names what is missing was not made by scoring a form.
  if (!Array.isArray(score.missing) || (status === 'complete' && score.missing.length > 0))
    throw new Fault(badArgument, `${path}.missing`)
  if (score.band !== null && typeof score.band !== 'string') throw new Fault(badArgument, `${path}.band`)
  for (let at = 0; at < score.subscales.length; at += 1) {
    const part = score.subscales[at]
    const partPath = `${path}.subscales[${at}]`
    if (part === undefined || !isObject(part)) throw new Fault(badArgument, partPath)
    if (!statuses.includes(part.status)) throw new Fault(badArgument, `${partPath}.status`)
    checkNumber(
      part.status,
      part.total,
      part.exact,
      instrument.subscales.find(({ id }) => id === part.id)?.range,
      partPath,
    )
  }
  checkNumber(status, total, exact, range, path)
}

const statuses: readonly string[] = ['complete', 'prorated', 'incomplete']

/** A total is inside its range and is its own exact number, rounded at most to the next whole one. */
function checkNumber(
  status: string,
  total: number | null,
  exact: ExactScore | null,
  range: { readonly least: number; readonly most: number } | undefined,
  path: string,
): void {
  if (total === null) {
    if (exact !== null) throw new Fault(badArgument, `${path}.exact`)
    return
  }
  const fits = range !== undefined && typeof total === 'number' && total >= range.least && total <= range.most
  if (!fits || status === 'incomplete') throw new Fault(badArgument, `${path}.total`)
  const value = isExact(exact) ? nearestNumber(BigInt(exact.numerator), BigInt(exact.denominator)) : undefined
  const room = status === 'prorated' ? 0.5 : 0
  if (value === undefined || Math.abs(value - total) > room) throw new Fault(badArgument, `${path}.exact`)
}

function isExact(exact: ExactScore | null): exact is ExactScore {
  return (
    isObject(exact) &&
    Number.isSafeInteger(exact.numerator) &&
    Number.isSafeInteger(exact.denominator) &&
    exact.denominator >= 1
  )
}

/** Whether a value is a whole number that days, visits and months can come to. */
export function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= 100_000
}

/** Whether a value has members at all. */
export function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null
}
