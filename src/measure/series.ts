/** The scores of a course put in order of time, and around the first dose. @module */
import { badArgument } from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { compareFractions, fractionOf } from '../kernel/fraction.ts'
import type { Instrument } from '../kernel/instrument.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { type Ends, endsOfTotal, worstOf } from './ends.ts'
import type { Score } from './score-shape.ts'
import { datedBeside, Fault, frameOf, listed, type Now, type Placing, scoresOf } from './series-argument.ts'
import type { OwnAccount, ScoreSeries, SeriesEvent, SeriesFault, SeriesPoint } from './series-shape.ts'

/** One score of the series. */
export interface Member {
  readonly index: number
  readonly score: Score
  readonly when: Placing | null
  /** What its total can truly be. */
  readonly ends: Ends
}

/** Scores of one time. The worst of them counts. */
export interface Moment {
  /** Days from the civil day of the first dose. */
  readonly day: number
  readonly from: number
  readonly to: number
  readonly isDay: boolean
  readonly members: readonly Member[]
  /** What the worst of them can truly be. */
  readonly ends: Ends
  /** The worst with a total; null where none has one. */
  readonly point: SeriesPoint | null
}

/** An event with its place. */
export interface PlacedEvent {
  readonly kind: SeriesEvent['kind']
  readonly at: string
  readonly label: string | null
  readonly when: Placing
  readonly day: number
}

/** A series in order. */
export interface SeriesRead {
  readonly instrument: Instrument
  readonly worse: 'higher' | 'lower' | 'neither'
  readonly start: Placing
  readonly now: Now
  /** The site’s own number of days. */
  readonly judgeFromDays: number | null
  readonly maxAgeDays: number | null
  /** Dated scores by time; of one day those known by the day alone come last. */
  readonly moments: readonly Moment[]
  readonly undated: readonly Member[]
  readonly events: readonly PlacedEvent[]
  readonly accounts: readonly OwnAccount[]
}

/** Runs a reading of a series: what is wrong with the series comes back, what else is thrown is a refusal. */
export function reading<T>(read: () => T): Result<T, SeriesFault> {
  return answered(() => {
    demandUnaltered()
    try {
      return Object.freeze(ok(read()))
    } catch (thrown) {
      if (thrown instanceof Fault) return Object.freeze(err(thrown.fault))
      throw thrown
    }
  })
}

/** The series in order of time; a fault is thrown. */
export function readSeries(series: ScoreSeries): SeriesRead {
  const { now, start, judgeFromDays, maxAgeDays } = frameOf(series)
  const { instrument, zone } = series
  const { worse } = instrument
  if (instrument.range === undefined) throw new Fault(badArgument, 'instrument.range')
  const members = scoresOf(series, now).map(([score, when], index): Member => {
    const ends = endsOfTotal(instrument, score)
    if (ends === null) throw new Fault(badArgument, 'instrument.range')
    return { index, score, when, ends }
  })
  return {
    instrument,
    worse,
    start,
    now,
    judgeFromDays,
    maxAgeDays,
    moments: momentsOf(members, start, worse),
    undated: members.filter(({ when }) => when === null),
    events: eventsOf(series, now, start),
    accounts: accountsOf(series, zone, now),
  }
}

function momentsOf(
  members: readonly Member[],
  start: Placing,
  worse: SeriesRead['worse'],
): readonly Moment[] {
  const byTime = new Map<string, Member[]>()
  for (const member of members) {
    const { when } = member
    if (when === null) continue
    const key = when.isDay ? `day ${when.day}` : `ms ${when.from}`
    const known = byTime.get(key)
    if (known === undefined) byTime.set(key, [member])
    else known.push(member)
  }
  const moments = [...byTime.values()].map((some) => momentOf(some, start, worse))
  return putInOrder(
    moments,
    (a, b) => a.day - b.day || (a.isDay === b.isDay ? a.from - b.from : a.isDay ? 1 : -1),
  )
}

/** Scores as one moment. */
export function momentOf(members: readonly Member[], start: Placing, worse: SeriesRead['worse']): Moment {
  const [first, ...rest] = members.flatMap(({ when }) => (when === null ? [] : [when]))
  if (first === undefined) throw new Fault(badArgument, 'scores')
  const day = first.day - start.day
  return {
    day,
    from: rest.reduce((from, when) => Math.min(from, when.from), first.from),
    to: rest.reduce((to, when) => Math.max(to, when.to), first.to),
    isDay: first.isDay,
    members,
    ends:
      worstOf(
        members.map(({ ends }) => ends),
        worse === 'lower' ? 'lower' : 'higher',
      ) ?? nothing,
    point: pointOf(members, day, worse),
  }
}

const nothing: Ends = { lo: fractionOf(0), hi: fractionOf(0) }

/** The worst score with a total. Of two that are as bad the one with less known is the worse one. */
function pointOf(members: readonly Member[], day: number, worse: SeriesRead['worse']): SeriesPoint | null {
  const some = members.filter(({ score }) => score.total !== null)
  const [first, ...rest] = some
  if (first === undefined) return null
  const worst = rest.reduce((found, one) => (byBadness(one, found, worse) < 0 ? one : found), first)
  const { total, status, band, takenAt } = worst.score
  if (total === null || takenAt === null) return null
  return {
    index: worst.index,
    at: takenAt,
    day,
    total: total + 0, // a negative zero becomes zero
    status: status === 'prorated' ? 'prorated' : 'complete',
    band,
  }
}

function byBadness(a: Member, b: Member, worse: SeriesRead['worse']): number {
  const higher = (b.score.total ?? 0) - (a.score.total ?? 0)
  const prorated = (one: Member) => (one.score.status === 'prorated' ? 0 : 1)
  return (
    (worse === 'lower' ? -higher : higher) ||
    compareFractions(b.ends.hi, a.ends.hi) ||
    prorated(a) - prorated(b) ||
    // What is left differs in nothing that counts; the text keeps the choice the same in any order.
    byText(canonical(a.score), canonical(b.score))
  )
}

const eventKinds: readonly SeriesEvent['kind'][] = [
  'hospitalised-for-depression',
  'judged-a-relapse',
  'dose',
  'other',
]

function eventsOf(series: ScoreSeries, now: Now, start: Placing): readonly PlacedEvent[] {
  const events = listed(series.events === undefined ? [] : series.events, 'events').map(
    (event, index): PlacedEvent => {
      const { kind, at, label } = event
      if (!eventKinds.includes(kind)) throw new Fault(badArgument, `events[${index}].kind`)
      if (label !== undefined && typeof label !== 'string')
        throw new Fault(badArgument, `events[${index}].label`)
      const when = datedBeside(at, series.zone, now, `events[${index}].at`)
      return { kind, at, label: label ?? null, when, day: when.day - start.day }
    },
  )
  return putInOrder(
    events,
    (a, b) =>
      a.when.from - b.when.from ||
      byText(a.kind, b.kind) ||
      byText(a.at, b.at) ||
      byText(a.label ?? '', b.label ?? ''),
  )
}

const words: readonly OwnAccount['word'][] = ['better', 'same', 'worse']

function accountsOf(series: ScoreSeries, zone: string, now: Now): readonly OwnAccount[] {
  const accounts = listed(series.accounts === undefined ? [] : series.accounts, 'accounts').map(
    (account, index) => {
      const path = `accounts[${index}]`
      const { at, word, text } = account
      if (word !== undefined && !words.includes(word)) throw new Fault(badArgument, `${path}.word`)
      if (text !== undefined && typeof text !== 'string') throw new Fault(badArgument, `${path}.text`)
      const from = at === undefined ? Number.POSITIVE_INFINITY : datedBeside(at, zone, now, `${path}.at`).from
      return { account, from }
    },
  )
  putInOrder(
    accounts,
    (a, b) =>
      (a.from === b.from ? 0 : a.from - b.from) ||
      byText(a.account.at ?? '', b.account.at ?? '') ||
      byText(a.account.word ?? '', b.account.word ?? '') ||
      byText(a.account.text ?? '', b.account.text ?? ''),
  )
  return accounts.map(({ account }) => account)
}
