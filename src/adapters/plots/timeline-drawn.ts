/** What of a treatment is drawn, by lane: days, numbers and words of the tables, never a text somebody wrote freely. @module */
import { badArgument } from '../../kernel/codes.ts'
import { formatQuantity } from '../../kernel/quantity.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayNumber, isCivilDate, isWhen, whenRangeDays } from '../../kernel/time.ts'
import type { EntryKind, Timeline, TimelineEntry } from '../../timeline/timeline-shape.ts'
import { idWords } from './drawn.ts'

/** The members of a timeline that are drawn; the others may be left out. Of a protocol is told how sure it is. */
export type Drawable = Pick<Timeline, 'asOf' | 'zone' | 'start' | 'entries' | 'phases'> & {
  readonly protocol?: Pick<NonNullable<Timeline['protocol']>, 'certainty' | 'clinicalReview'> | null
}

/** What a planned session, an assessment or a review has come to, as the picture tells it apart. */
export type Standing =
  | 'given'
  | 'planned'
  /** Planned, and its place is only proposed. */
  | 'to-choose'
  | 'due'
  | 'past-due'
  | 'awaiting-review'
  | 'missed'
  | 'cancelled'
  | 'unknown'

/** Something with a day, and how it stands. */
export interface Mark {
  readonly day: number
  readonly standing: Standing
}

/** A dose, with what was given. */
export interface DoseMark {
  readonly day: number
  readonly text: string
  /** Whether it is the first, or another than the one before. */
  readonly isNew: boolean
}

/** The scores of one instrument. */
export interface ScoreLane {
  readonly instrument: string
  readonly points: readonly { readonly day: number; readonly total: number }[]
}

/** An effect, on every day it was seen. */
export interface EffectLane {
  readonly name: string
  readonly seen: readonly {
    readonly day: number
    readonly grade: number | null
    /** The day it was seen to be gone, where that is another one. */
    readonly to: number | null
  }[]
}

/** A medicine, by the days it was taken; null where nobody knows, or where it goes on. */
export interface MedicineLane {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  readonly isOpen: boolean
}

/** A decision, or a review that stands open. */
export interface Turn {
  readonly day: number
  readonly kind: 'decision' | 'checkpoint'
  readonly standing: Standing
  readonly text: string
}

/** Everything that has a day. */
export interface DrawnTimeline {
  readonly doses: readonly DoseMark[]
  readonly scores: readonly ScoreLane[]
  readonly effects: readonly EffectLane[]
  readonly medicines: readonly MedicineLane[]
  readonly planned: readonly Mark[]
  /** Days of sessions whose place is still to be chosen, and whose mark says something that matters more. */
  readonly toChoose: readonly number[]
  readonly assessments: readonly Mark[]
  readonly turns: readonly Turn[]
  readonly notes: number
  readonly late: number
  /** Drawn in the middle of the days they can have been on. */
  readonly rough: number
  /** Kinds of entry that have no day, with how many. */
  readonly undated: ReadonlyMap<EntryKind, number>
}

interface Placed {
  readonly entry: TimelineEntry
  readonly day: number
}

/** What is drawn of a timeline. */
export function drawnTimeline({ entries, zone }: Drawable): DrawnTimeline {
  const placed = entries.flatMap((entry): readonly Placed[] => {
    const day = dayOf(entry)
    return day === undefined ? [] : [{ entry, day }]
  })
  const of = (kind: EntryKind) => placed.filter(({ entry }) => entry.kind === kind)
  const undated = new Map<EntryKind, number>()
  for (const { kind, days } of entries)
    if (days === null && kind !== 'medicine-started' && kind !== 'medicine-stopped')
      undated.set(kind, (undated.get(kind) ?? 0) + 1)
  return {
    doses: dosesOf(of('dose')),
    scores: scoresOf(of('score')),
    effects: effectsOf(of('effect'), zone),
    medicines: medicinesOf(entries),
    planned: of('planned-session').map(sessionOf),
    toChoose: of('planned-session').flatMap((placed) => (isHidden(placed) ? [placed.day] : [])),
    assessments: of('planned-assessment').map(markOf),
    turns: [...of('decision'), ...of('checkpoint')].map(turnOf).sort((a, b) => a.day - b.day),
    notes: of('note').length,
    late: placed.filter(({ entry }) => entry.late).length,
    rough: placed.filter(({ entry: { days } }) => days !== null && days.from !== days.to).length,
    undated,
  }
}

function dayOf({ days }: TimelineEntry): number | undefined {
  if (days === null) return undefined
  if (!isCivilDate(days.from) || !isCivilDate(days.to)) throw new Refusal(badArgument, 'timeline.entries')
  return Math.floor((dayNumber(days.from) + dayNumber(days.to)) / 2)
}

function dosesOf(placed: readonly Placed[]): readonly DoseMark[] {
  const sorted = [...placed].sort((a, b) => a.day - b.day)
  let last: string | undefined
  return sorted.map(({ entry, day }) => {
    const text = doseText(entry)
    const isNew = text !== last
    last = text
    return { day, text, isNew }
  })
}

function doseText({ what: { delivered } }: TimelineEntry): string {
  if (delivered === undefined) return '?'
  const { least, most } = delivered
  if (most === undefined) return `≥ ${formatQuantity(least)}`
  if (most.value === least.value) return formatQuantity(least)
  return `${formatQuantity({ ...least, unit: '1' })}–${formatQuantity(most)}`
}

function scoresOf(placed: readonly Placed[]): readonly ScoreLane[] {
  const lanes = new Map<string, { readonly day: number; readonly total: number }[]>()
  for (const { entry, day } of placed) {
    const { instrument = 'scores', total } = entry.what
    if (total === null || total === undefined) continue
    if (!Number.isFinite(total)) throw new Refusal(badArgument, 'timeline.entries')
    const points = lanes.get(instrument) ?? []
    lanes.set(instrument, points)
    points.push({ day, total })
  }
  return [...lanes].map(([instrument, points]) => ({
    instrument,
    points: points.sort((a, b) => a.day - b.day),
  }))
}

function effectsOf(placed: readonly Placed[], zone: string): readonly EffectLane[] {
  const lanes = new Map<string, EffectLane['seen'][number][]>()
  for (const { entry, day } of placed) {
    const { effect = '', grade, resolved } = entry.what
    const name = idWords(effect) ?? 'other effect'
    const gone = resolved == null || !isWhen(resolved) ? undefined : whenRangeDays(resolved, zone)
    const to = gone?.to ?? null
    const seen = lanes.get(name) ?? []
    lanes.set(name, seen)
    seen.push({ day, grade: grade ?? null, to: to !== null && to > day ? to : null })
  }
  return [...lanes]
    .map(([name, seen]) => ({ name, seen }))
    .sort((a, b) => b.seen.length - a.seen.length || (a.name < b.name ? -1 : 1))
}

function medicinesOf(entries: readonly TimelineEntry[]): readonly MedicineLane[] {
  const stops = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'medicine-stopped' ? entry.links.map((link) => [link, entry] as const) : [],
    ),
  )
  return entries.flatMap((entry): readonly MedicineLane[] => {
    if (entry.kind !== 'medicine-started') return []
    const stop = stops.get(entry.id)
    return [
      {
        name: entry.what.medicine ?? 'medicine without a name',
        from: dayOf(entry) ?? null,
        to: stop === undefined ? null : (dayOf(stop) ?? null),
        isOpen: stop === undefined,
      },
    ]
  })
}

const standings: Readonly<Record<string, Standing>> = {
  given: 'given',
  done: 'given',
  reviewed: 'given',
  planned: 'planned',
  due: 'due',
  'past-due': 'past-due',
  'awaiting-review': 'awaiting-review',
  missed: 'missed',
  cancelled: 'cancelled',
}

function standingOf(status: string | undefined): Standing {
  const own = status !== undefined && Object.hasOwn(standings, status) ? standings[status] : undefined
  return own ?? 'unknown'
}

function markOf({ entry, day }: Placed): Mark {
  return { day, standing: standingOf(entry.what.status) }
}

function sessionOf(placed: Placed): Mark {
  const mark = markOf(placed)
  return mark.standing === 'planned' && placed.entry.what.toChoose === true
    ? { ...mark, standing: 'to-choose' }
    : mark
}

/** Due, late or waiting for a review, and its place is only proposed all the same. */
function isHidden({ entry: { what } }: Placed): boolean {
  return what.toChoose === true && ['due', 'past-due', 'awaiting-review'].includes(standingOf(what.status))
}

function turnOf({ entry: { kind, what }, day }: Placed): Turn {
  const said = [what.decision, what.status].flatMap((one) => (one === undefined ? [] : [idWords(one) ?? one]))
  // A checkpoint of a protocol has a label; a decision speaks of it by its id.
  const label = what.label === undefined ? [] : [idWords(what.label) ?? what.label]
  return kind === 'decision'
    ? {
        day,
        kind: 'decision',
        standing: 'given',
        text: ['decision:', decidedWords(what) ?? said.join(', '), ...bracketed(label)].join(' '),
      }
    : {
        day,
        kind: 'checkpoint',
        standing: standingOf(what.status),
        text: ['review:', ...label, ...bracketed(said)].join(' '),
      }
}

const reviewWords: Readonly<Record<string, string>> = {
  continue: 'review, the course goes on',
  stop: 'review, the course stops',
  again: 'review, nothing decided, to be asked again',
}

const missedWords: Readonly<Record<string, string>> = {
  continue: 'after a missed session, the course goes on as it was',
  'step-back': 'after a missed session, one step back',
  're-induce': 'after a missed session, a new induction',
}

/** What was decided, as a colleague would say it; nothing where it is of no kind the library knows. */
function decidedWords({ decision, status = '' }: TimelineEntry['what']): string | undefined {
  switch (decision) {
    case 'review':
      return Object.hasOwn(reviewWords, status) ? reviewWords[status] : undefined
    case 'missed':
      return Object.hasOwn(missedWords, status) ? missedWords[status] : undefined
    case 'interval':
      return idWords(status) === undefined ? undefined : `another interval, ${idWords(status)}`
    case 'move':
      return isCivilDate(status) ? `a session moved to ${status}` : undefined
    case 'cancel':
      return 'a session cancelled'
    case 'extend':
      return 'more sessions'
    case 'end':
      return 'the course ended'
    default:
      return undefined
  }
}

function bracketed(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`(${texts.join(', ')})`]
}
