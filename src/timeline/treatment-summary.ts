/** Where a patient stands, in lines a colleague would write. @module */
import { contentOf, momentIn } from '../judgement/judge.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { civilDayAt, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { courseLines, givenLines } from './summary-course.ts'
import { effectLines, exposureLines } from './summary-effects.ts'
import { counted, eachOnce, line, type Summarised } from './summary-lines.ts'
import { firstOf, leftLines, nextLines, overdueLines, reviewLines } from './summary-next.ts'
import { responseLines } from './summary-response.ts'
import type { SummaryLine, Timeline, TimelineEntry, TreatmentSummary } from './timeline-shape.ts'

/**
 * Where a patient stands: phase, sessions, response by each named definition, side effects, exposure, reviews, what is
 * late, what the last visit left to be done, and what comes next.
 *
 * Each line is a stable code with its values and the entries behind it; `describeLine` says it in words. What nobody
 * asked or recorded is said to be unknown, and a score that is missing or too old is asked for. The summary informs a
 * clinician and decides nothing.
 *
 * @param timeline - as `buildTimeline` returned it
 * @param context - the context it was built in
 * @returns frozen lines, in the order in which a colleague would read them
 * @throws Refusal `not-parsed`, `unknown-zone`; `bad-argument` where the instant is not that of the timeline
 *
 * @example
 * ```ts
 * const timeline = buildTimeline({ patient, sessions: [], measures: [] }, now)
 * const { lines } = treatmentSummary(timeline, now)
 * lines.map(({ code }) => code) // => ['course/none', 'sessions/no-dose', 'score/none']
 * lines.slice(1, 2).map((line) => describeLine(line)) // => ['No dose is on record.']
 * ```
 */
export function treatmentSummary(timeline: Parsed<Timeline>, context: Context): TreatmentSummary {
  return answered(() => {
    const content = contentOf(context)
    const moment = momentIn(content, context)
    demandParsed(timeline, 'timeline')
    const ms = instantMs(timeline.asOf)
    if (ms !== moment.ms) throw new Refusal(badArgument, 'context.asOf')
    const byKind = new Map<TimelineEntry['kind'], TimelineEntry[]>()
    for (const entry of timeline.entries) {
      const known = byKind.get(entry.kind)
      if (known === undefined) byKind.set(entry.kind, [entry])
      else known.push(entry)
    }
    const summarised: Summarised = {
      timeline,
      content,
      context,
      today: civilDayAt(ms, timeline.zone),
      of: (kind) => byKind.get(kind) ?? [],
    }
    return deepFreeze({ asOf: timeline.asOf, lines: eachOnce(parts.flatMap((part) => part(summarised))) })
  })
}

const parts: readonly ((summarised: Summarised) => readonly SummaryLine[])[] = [
  stateLines,
  courseLines,
  givenLines,
  responseLines,
  effectLines,
  exposureLines,
  reviewLines,
  placeLines,
  overdueLines,
  leftLines,
  nextLines,
  recordLines,
]

/** A record that is not that of somebody under treatment says so first. */
function stateLines({ timeline: { record } }: Summarised): readonly SummaryLine[] {
  return record === 'active' ? [] : [line('record/not-active', { state: record })]
}

/** Coming sessions whose place is proposed, and not yet chosen. */
function placeLines({ timeline, of }: Summarised): readonly SummaryLine[] {
  const open = new Set(
    of('planned-session').flatMap(({ what, planned }) => (what.toChoose === true ? [planned] : [])),
  )
  const waiting = (timeline.forecast?.sessions ?? []).filter(
    ({ id, status }) => open.has(id) && status !== 'given' && status !== 'cancelled' && status !== 'missed',
  )
  return firstOf('place/open', waiting)
}

/** How far the record can be relied on. */
function recordLines({ timeline }: Summarised): readonly SummaryLine[] {
  const { entries, issues } = timeline
  // That a medicine was begun years before somebody wrote it down is history, and no late entry.
  const late = entries.filter((one) => one.late && (one.visit !== null || (one.day ?? -1) >= 0))
  const undated = entries.filter(({ at, kind }) => at === null && kind !== 'checkpoint')
  return [
    ...counted('record/late', late.length, late.map(idOf)),
    ...counted('record/undated', undated.length, undated.map(idOf)),
    ...counted('record/odd', issues.length),
  ]
}

function idOf({ id }: TimelineEntry): string {
  return id
}
