/** The clocks of a visit in its record: since food, since the dose, and what is still to run. @module */
import { instantMs } from '../kernel/time.ts'
import { clockSkewMs } from '../patient/moment.ts'
import { observationLeft } from './due.ts'
import { addNow, type RecordDraft } from './record-draft.ts'
import type { VisitLog } from './record-log.ts'
import type { Watch } from './record-watch.ts'
import type { AnchorPoint, HappeningOf } from './state.ts'

const sinceFirst = 'time-since-first-administration'
const sinceLast = 'time-since-last-administration'
const stayLeft = 'stay-left'
/** The answer until when a clinician asks the person to stay. */
export const stayUntil = 'stay-until'

const elapsed = (value: number) => ({ value, unit: 'ms' })

/** Whether an answer says when something happened, or until when it holds. */
export function isTimeAnswer({ fact }: HappeningOf<'answered'>): boolean {
  return fact === stayUntil || (fact.startsWith('time-since-') && fact !== sinceFirst && fact !== sinceLast)
}

/** Adds how long ago things happened, and how long the person still stays. */
export function addTimes(draft: RecordDraft, log: VisitLog, watch: Watch): void {
  const { state } = log
  addAnswered(draft, log)
  const { start, end } = state.anchors
  const first = log.isFirstOpen && start !== undefined ? { event: start.event } : start
  if (draft.asked.has(sinceFirst)) addSince(draft, sinceFirst, first)
  if (draft.asked.has(sinceLast)) {
    // What is still being given was given just now.
    if (state.running) addNow(draft, sinceLast, elapsed(0), start?.event)
    else addSince(draft, sinceLast, start === undefined ? undefined : (end ?? { event: start.event }))
  }
  if (draft.asked.has('observation-left')) addObservationLeft(draft, log, watch)
}

function addSince(draft: RecordDraft, name: string, point: AnchorPoint | undefined): void {
  if (point === undefined) return
  const since = point.at === undefined ? undefined : draft.moment.ms - instantMs(point.at)
  addNow(draft, name, since === undefined ? undefined : elapsed(Math.max(0, since)), point.event)
}

/**
 * What the newest answer comes to now. Of several of one time the one that asks for longer counts; where one of them
 * has no time, or does not say when, nothing is known.
 */
function addAnswered(draft: RecordDraft, { answers }: VisitLog): void {
  const byFact = new Map<string, Newest>()
  const now = draft.moment.ms
  for (const { entry, ms } of answers) {
    const { id, what } = entry
    if (!isTimeAnswer(what)) continue
    const of = what.of === undefined ? Number.NaN : instantMs(what.of)
    const value = what.fact === stayUntil ? Math.max(0, of - now) : sinceThen(now - of)
    const known = byFact.get(what.fact)
    // Without a time it may be the newest.
    if (known === undefined || Number.isNaN(ms) || ms > known.ms) byFact.set(what.fact, { ms, value, id })
    else if (ms === known.ms) {
      const longer = what.fact === stayUntil ? value > known.value : value < known.value
      if (longer || Number.isNaN(value)) byFact.set(what.fact, { ms, value, id })
    }
  }
  for (const [fact, { ms, value, id }] of byFact) {
    const name = fact === stayUntil ? stayLeft : fact
    const isKnown = !Number.isNaN(ms) && !Number.isNaN(value)
    if (draft.asked.has(name)) addNow(draft, name, isKnown ? elapsed(value) : undefined, id)
  }
}

/** The newest answer so far. */
interface Newest {
  readonly ms: number
  readonly value: number
  readonly id: string
}

/** What is said to have happened after now, by more than clocks differ, is no answer. */
function sinceThen(ms: number): number {
  return ms < -clockSkewMs ? Number.NaN : Math.max(0, ms)
}

/**
 * The longest time still to run. Where one clock has no start the others tell the least it can be; where nothing was
 * given, and nothing will be, there is nothing to observe.
 */
function addObservationLeft(draft: RecordDraft, { state, isSurelyGiven }: VisitLog, watch: Watch): void {
  const { moment, engine } = draft
  if (watch.declined !== undefined) {
    addNow(draft, 'observation-left', elapsed(0), watch.declined)
    return
  }
  if (watch.schedule === undefined || state.anchors.start === undefined) return
  const { known, until, clocks } = observationLeft(state, watch.schedule, engine.numbers, moment)
  const from = state.anchors.end?.event ?? state.anchors.start.event
  if (!isSurelyGiven) {
    addNow(draft, 'observation-left', undefined, from)
    return
  }
  if (known && until !== undefined) {
    addNow(draft, 'observation-left', elapsed(Math.max(0, instantMs(until) - moment.ms)), from)
    return
  }
  let least = 0
  for (const clock of clocks)
    if (clock.until !== undefined) least = Math.max(least, instantMs(clock.until) - moment.ms)
  if (least > 0) addNow(draft, 'observation-left', elapsed(least), from, 'above')
  else addNow(draft, 'observation-left', undefined, from)
}
