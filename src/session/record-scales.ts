/** The scales of a visit in its record: each score, the last two checks, and what is left above the start. @module */
import { instantMs } from '../kernel/time.ts'
import { addAt, addNow, newestOf, type Point, type RecordDraft, timeOf, visible } from './record-draft.ts'
import type { AnchorPoint, SessionState } from './state.ts'

/** An instrument, the fact its total is, and the totals it can have. */
interface Scale {
  readonly instrument: string
  readonly fact: string
  readonly least: number
  readonly most: number
  /** The fact that holds the worse of the last two checks. */
  readonly lastTwo?: { readonly fact: string; readonly is: 'lowest' | 'furthest' }
}

/**
 * The instruments that are read. A version with other totals is another instrument: the two lengths of the CADSS have
 * a name each, and a six-item Aldrete score under this name is no reading where it goes beyond ten.
 */
const scales: readonly Scale[] = [
  {
    instrument: 'moaas',
    fact: 'alertness',
    least: 0,
    most: 5,
    lastTwo: { fact: 'alertness-lowest-of-last-two', is: 'lowest' },
  },
  {
    instrument: 'rass',
    fact: 'agitation-sedation',
    least: -5,
    most: 4,
    lastTwo: { fact: 'agitation-sedation-furthest-of-last-two', is: 'furthest' },
  },
  { instrument: 'cadss-23', fact: 'dissociation', least: 0, most: 92 },
  { instrument: 'cadss-28', fact: 'dissociation', least: 0, most: 112 },
  { instrument: 'aldrete', fact: 'aldrete-total', least: 0, most: 10 },
  { instrument: 'padss', fact: 'padss-total', least: 0, most: 10 },
]

const byInstrument: ReadonlyMap<string, Scale> = /* @__PURE__ */ new Map(
  scales.map((scale) => [scale.instrument, scale]),
)

const overBaseline = 'dissociation-over-baseline'

/** One score; without a total it is one nobody can read. */
interface Score extends Point {
  readonly scale: Scale
  readonly total: number | undefined
}

/** Adds the scores that rules can see, and what is made of them. */
export function addScales(draft: RecordDraft, state: SessionState): void {
  const byFact = new Map<string, Score[]>()
  for (const entry of state.entries) {
    const { id, at, what } = entry
    if (what.type !== 'scale') continue
    const scale = byInstrument.get(what.instrument)
    if (scale === undefined) continue
    const score = { id, at, ms: timeOf(entry), scale, total: readable(scale, what.total) }
    const known = byFact.get(scale.fact)
    if (known === undefined) byFact.set(scale.fact, [score])
    else known.push(score)
  }
  for (const [fact, scores] of byFact) {
    if (draft.asked.has(fact)) addScores(draft, fact, scores)
    const lastTwo = scores[0]?.scale.lastTwo
    if (lastTwo !== undefined && draft.asked.has(lastTwo.fact)) addLastTwo(draft, lastTwo, scores, state)
    if (fact === 'dissociation' && draft.asked.has(overBaseline))
      addOverBaseline(draft, scores, state.anchors.start)
  }
}

function readable({ least, most }: Scale, total: number | undefined): number | undefined {
  const isTotal = total !== undefined && Number.isInteger(total) && total >= least && total <= most
  return isTotal ? total : undefined
}

const points = (value: number) => ({ value, unit: '{score}' })

function addScores(draft: RecordDraft, fact: string, scores: readonly Score[]): void {
  for (const { id, at, total } of visible(scores, draft.asked.windowMs(fact), draft.moment.ms))
    addAt(draft, fact, total === undefined ? undefined : points(total), at, id)
}

/**
 * The worse of the checks at the last two times after the end of the last administration: a check before or while
 * something was given confirms no recovery.
 *
 * One check alone, or two of which one cannot be read, tell how good it is at best.
 */
function addLastTwo(
  draft: RecordDraft,
  { fact, is }: NonNullable<Scale['lastTwo']>,
  scores: readonly Score[],
  state: SessionState,
): void {
  const lost = scores.find(({ ms }) => Number.isNaN(ms))
  const from = endOfGiving(state)
  if (lost !== undefined || Number.isNaN(from)) {
    addNow(draft, fact, undefined, lost?.id)
    return
  }
  const after = scores.filter(({ ms }) => ms > from)
  const last = newestOf(after)
  const before = newestOf(after.filter(({ ms }) => ms < last))
  const counted = after.filter(({ ms }) => ms === last || ms === before)
  const newest = counted.findLast(({ ms }) => ms === last)
  if (newest === undefined) return
  const badness = (total: number) => (is === 'lowest' ? -total : Math.abs(total))
  let worst: number | undefined
  for (const { total } of counted)
    if (total !== undefined && (worst === undefined || badness(total) > badness(worst))) worst = total
  const isWhole = Number.isFinite(before) && counted.every(({ total }) => total !== undefined)
  if (worst === undefined) {
    addAt(draft, fact, undefined, newest.at, newest.id)
    return
  }
  const value = is === 'lowest' ? worst : Math.abs(worst)
  const bound = isWhole ? undefined : is === 'lowest' ? 'below' : 'above'
  addAt(draft, fact, points(value), newest.at, newest.id, bound)
}

/** When the last administration was over: minus infinity where nothing was given, not a number where nobody can tell. */
function endOfGiving({ anchors, running }: SessionState): number {
  if (running) return Number.NaN
  if (anchors.end?.at !== undefined) return instantMs(anchors.end.at)
  return anchors.start === undefined && anchors.end === undefined ? Number.NEGATIVE_INFINITY : Number.NaN
}

/**
 * The newest total less the last one before the first administration, both of one instrument. Of several at one time
 * the largest difference counts; where one of them is unknown, so is the whole.
 */
function addOverBaseline(draft: RecordDraft, scores: readonly Score[], start: AnchorPoint | undefined): void {
  if (start === undefined) return
  const began = start.at === undefined ? Number.NaN : instantMs(start.at)
  const lost = scores.find(({ ms }) => Number.isNaN(ms))
  const newest = newestOf(scores)
  let worst = Number.NEGATIVE_INFINITY
  for (const last of scores) if (last.ms === newest) worst = Math.max(worst, difference(last, scores, began))
  const last = lost ?? scores.findLast(({ ms }) => ms === newest)
  // `Math.max` of what is no number is none.
  if (lost !== undefined || Number.isNaN(worst)) addNow(draft, overBaseline, undefined, last?.id)
  else addAt(draft, overBaseline, points(worst), last?.at, last?.id)
}

/** Not a number where either side is not known, or where the newest is not of the time after the dose. */
function difference(last: Score, scores: readonly Score[], began: number): number {
  const before = scores.filter(({ ms, scale }) => ms <= began && scale === last.scale)
  const time = newestOf(before)
  const totals = before.filter(({ ms }) => ms === time).map(({ total }) => total)
  const base = totals.every((total) => total === totals[0]) ? totals[0] : undefined
  if (base === undefined || last.total === undefined || !(last.ms > began)) return Number.NaN
  return last.total - base
}
