/** The scales of a visit in its record: each score, the last two checks, and what is left above the start. @module */
import { instantMs } from '../kernel/time.ts'
import { addAt, addNow, type RecordDraft } from './record-draft.ts'
import { lostIn, newestBefore, type Timed, type VisitLog, visible } from './record-log.ts'
import type { Entry, HappeningOf, SessionState } from './state.ts'

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

/** Whether a question of a visit is answered from a scale of this name; the levels of the suicide screen are one. */
export function isScaleRead(instrument: string): boolean {
  return byInstrument.has(instrument) || instrument === 'c-ssrs-screener'
}

const dissociation = 'dissociation'
const overBaseline = 'dissociation-over-baseline'

/** Adds the scores that rules can see, and what is made of them. */
export function addScales(draft: RecordDraft, log: VisitLog): void {
  if (log.scales.length === 0) return
  const { asked, moment } = draft
  for (const { fact, counts, lastTwo } of groups) {
    if (asked.has(fact)) {
      for (const one of visible(log.scales, counts, moment.ms - asked.windowMs(fact))) {
        const total = totalOf(one)
        addAt(draft, fact, total === undefined ? undefined : points(total), one.entry.at, one.entry.id)
      }
    }
    if (lastTwo !== undefined && asked.has(lastTwo.fact)) addLastTwo(draft, lastTwo, counts, log)
    if (fact === dissociation && asked.has(overBaseline)) addOverBaseline(draft, counts, log)
  }
}

type Score = Timed<'scale'>
type Counts = (entry: Entry<HappeningOf<'scale'>>) => boolean

/** The instruments of one fact together. */
const groups = /* @__PURE__ */ [...new Set(scales.map(({ fact }) => fact))].map((fact) => {
  const own = scales.filter((scale) => scale.fact === fact)
  const names = own.map(({ instrument }) => instrument)
  const counts: Counts = ({ what }) => names.includes(what.instrument)
  return { fact, counts, lastTwo: own[0]?.lastTwo }
})

function totalOf({ entry: { what } }: Score): number | undefined {
  const { total } = what
  const scale = byInstrument.get(what.instrument)
  if (scale === undefined || total === undefined || !Number.isInteger(total)) return undefined
  return total >= scale.least && total <= scale.most ? total : undefined
}

const points = (value: number) => ({ value, unit: '{score}' })

/**
 * The worse of the checks at the last two times after the end of the last administration: a check before or while
 * something was given confirms no recovery.
 *
 * One check alone, or two of which one cannot be read, tell how good it is at best.
 */
function addLastTwo(
  draft: RecordDraft,
  { fact, is }: NonNullable<Scale['lastTwo']>,
  counts: Counts,
  log: VisitLog,
): void {
  const lost = lostIn(log.scales, counts)
  const end = endOfGiving(log.state)
  const last = newestBefore(log.scales, counts, Number.POSITIVE_INFINITY)
  const [newest] = last
  if (newest === undefined && lost === undefined) return
  if (newest === undefined || lost !== undefined || Number.isNaN(end)) {
    addNow(draft, fact, undefined, lost?.id)
    return
  }
  if (newest.ms <= end) return
  const before = newestBefore(log.scales, counts, newest.ms).filter(({ ms }) => ms > end)
  const totals = [...last, ...before].map(totalOf)
  const badness = (total: number) => (is === 'lowest' ? -total : Math.abs(total))
  let worst: number | undefined
  for (const total of totals)
    if (total !== undefined && (worst === undefined || badness(total) > badness(worst))) worst = total
  const { id, at } = newest.entry
  if (worst === undefined) {
    addAt(draft, fact, undefined, at, id)
    return
  }
  const isWhole = before.length > 0 && !totals.includes(undefined)
  const bound = isWhole ? undefined : is === 'lowest' ? 'below' : 'above'
  addAt(draft, fact, points(is === 'lowest' ? worst : Math.abs(worst)), at, id, bound)
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
function addOverBaseline(draft: RecordDraft, counts: Counts, log: VisitLog): void {
  if (log.begun === Number.POSITIVE_INFINITY) return
  const lost = lostIn(log.scales, counts)
  const last = newestBefore(log.scales, counts, Number.POSITIVE_INFINITY)
  const [newest] = last
  if (newest === undefined && lost === undefined) return
  let worst = Number.NEGATIVE_INFINITY
  for (const one of last) worst = Math.max(worst, differenceOf(one, log))
  // `Math.max` of what is no number is none.
  if (newest === undefined || lost !== undefined || Number.isNaN(worst))
    addNow(draft, overBaseline, undefined, (lost ?? newest?.entry)?.id)
  else addAt(draft, overBaseline, points(worst), newest.entry.at, newest.entry.id)
}

/** Not a number where either side is not known, or where the newest is not of the time after the dose. */
function differenceOf(one: Score, { scales: all, begun }: VisitLog): number {
  const { instrument } = one.entry.what
  const before = newestBefore(all, ({ what }) => what.instrument === instrument, begun, true)
  const [base, ...others] = before.map(totalOf)
  const total = totalOf(one)
  if (base === undefined || total === undefined || !(one.ms > begun)) return Number.NaN
  return others.every((other) => other === base) ? total - base : Number.NaN
}
