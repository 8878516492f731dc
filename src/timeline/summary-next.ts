/** What waits, what is late, what visits left, and what comes next, as lines. @module */
import type { ForecastCheckpoint, ForecastSession } from '../course/forecast-shape.ts'
import { byText } from '../kernel/order.ts'
import { type CivilDate, type Instant, instantMs } from '../kernel/time.ts'
import { boundOf } from './bound.ts'
import type { SummaryCode } from './summary-catalogue.ts'
import { counted, effectName, line, plannedEntry, type Summarised } from './summary-lines.ts'
import type { LeftMatter, SummaryLine, Timeline } from './timeline-shape.ts'

/** Reviews that are due or next, missed sessions nobody decided about, places nobody chose. */
export function reviewLines({ timeline, of }: Summarised): readonly SummaryLine[] {
  const { forecast } = timeline
  if (forecast === null) return []
  const { checkpoints, sessions } = forecast
  const open = checkpoints.filter(({ status }) => status === 'due' || status === 'past-due')
  const next = checkpoints
    .filter(({ status, due }) => status === 'planned' && due !== null)
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0]
  const waits = sessions.some(({ status }) => status === 'awaiting-review')
  const decided = new Set(
    of('decision').flatMap(({ what, planned }) => (what.decision === 'missed' ? [planned] : [])),
  )
  // Whoever ended the course has decided about what was missed before.
  const isEnded = forecast.end?.why === 'decided'
  const undecided = sessions.filter(({ id, status }) => status === 'missed' && !isEnded && !decided.has(id))
  return [
    ...open.map((checkpoint) => openReview(checkpoint)),
    ...(waits ? open.filter(({ blocks }) => blocks) : []).map((checkpoint) =>
      line('review/blocks', { review: checkpoint.label }, [entryOf(checkpoint)]),
    ),
    ...(next?.due == null
      ? []
      : [line('review/next', { review: next.label, due: next.due }, [entryOf(next)])]),
    ...firstOf('missed/undecided', undecided),
  ]
}

function entryOf({ phase, id, due }: ForecastCheckpoint): string {
  return `checkpoint/${phase}/${id}/${due ?? 'undated'}`
}

function openReview(checkpoint: ForecastCheckpoint): SummaryLine {
  const { label, due, status } = checkpoint
  const entries = [entryOf(checkpoint)]
  if (due === null) return line('review/no-day', { review: label }, entries)
  return line(status === 'due' ? 'review/due' : 'review/past-due', { review: label, due }, entries)
}

/** How many sessions, and which is the first of them; nothing where there is none. */
export function firstOf(code: SummaryCode, sessions: readonly ForecastSession[]): readonly SummaryLine[] {
  const [first] = sessions
  if (first === undefined) return []
  const values = { count: sessions.length, number: first.number, day: first.planned.day }
  return [
    line(
      code,
      values,
      sessions.map(({ id }) => plannedEntry(id)),
    ),
  ]
}

/** What is past due now. */
export function overdueLines({ timeline }: Summarised): readonly SummaryLine[] {
  const { forecast } = timeline
  if (forecast === null) return []
  const missed = forecast.assessments
    .filter(({ status }) => status === 'missed')
    .sort((a, b) => byText(a.due, b.due) || byText(a.id, b.id))
  const last = missed.at(-1)
  return [
    ...forecast.sessions
      .filter(({ status }) => status === 'past-due')
      .map(({ id, number, planned }) =>
        line('overdue/session', { number, day: planned.day }, [plannedEntry(id)]),
      ),
    ...forecast.assessments
      .filter(({ status }) => status === 'past-due')
      .map(({ id, label, due }) =>
        line('overdue/assessment', { assessment: label, due }, [`assessment/${id}`]),
      ),
    ...(last === undefined
      ? []
      : [
          line(
            'missed/assessments',
            { count: missed.length, assessment: last.label, due: last.due },
            missed.map(({ id }) => `assessment/${id}`),
          ),
        ]),
  ]
}

/** What visits left to be done, or to be looked at. */
export function leftLines(summarised: Summarised): readonly SummaryLine[] {
  const { left } = summarised.timeline
  const perhaps = left.filter(({ kind, open }) => !ofTables.includes(kind) && open === 'unknown')
  return [
    ...left.flatMap((matter) => (perhaps.includes(matter) ? [] : [lineOf(matter, summarised)])),
    ...counted(
      'left/perhaps',
      perhaps.length,
      perhaps.map(({ entry }) => entry),
    ),
  ]
}

type Dated = 'left/referral' | 'left/transfer' | 'left/admission' | 'left/serious-effect'

const ofTables: readonly LeftMatter['kind'][] = ['task', 'advice', 'tasks-unknown']

function lineOf(matter: LeftMatter, summarised: Summarised): SummaryLine {
  const { kind, label, entry } = matter
  const dated = (code: Dated, values: SummaryLine['values']): SummaryLine => {
    const day = summarised.timeline.entries.find(({ id }) => id === entry)?.days?.from
    return day === undefined
      ? line(`${code}-undated`, values, [entry])
      : line(code, { ...values, day }, [entry])
  }
  switch (kind) {
    case 'task':
    case 'advice':
      return taskLine(matter, summarised.today)
    case 'tasks-unknown':
      return line('left/tasks-unknown', {}, [entry])
    case 'next-dose':
      return line(nextDose[label] ?? 'left/next-dose-undecided', effectIn(entry, summarised), [entry])
    case 'serious-effect':
      return dated('left/serious-effect', effectIn(entry, summarised))
    case 'admission':
      return dated('left/admission', {})
    default:
      return dated(kind === 'referral' ? 'left/referral' : 'left/transfer', { to: label })
  }
}

const nextDose: Readonly<Record<string, SummaryCode>> = {
  lower: 'left/next-dose-lower',
  delayed: 'left/next-dose-delayed',
  stopped: 'left/next-dose-stopped',
}

function taskLine({ label: task, id, due, open, entry }: LeftMatter, today: CivilDate): SummaryLine {
  const values = { task, taskId: id }
  if (open === 'unknown') return line('left/task-perhaps', values, [entry])
  if (due === null) return line('left/task-undated', values, [entry])
  return line(due < today ? 'left/task-overdue' : 'left/task', { ...values, due }, [entry])
}

function effectIn(id: string, { timeline, content }: Summarised): SummaryLine['values'] {
  const { effect = '', text } = timeline.entries.find((entry) => entry.id === id)?.what ?? {}
  return { effect: effectName(effect, text, content), effectId: effect }
}

const over: readonly Timeline['record'][] = ['deceased', 'merged', 'other-person']

/** The next session with the time it has, and the next assessments. */
export function nextLines(summarised: Summarised): readonly SummaryLine[] {
  const { forecast, record } = summarised.timeline
  // Of somebody who has died, or of another person, nothing is to come.
  if (forecast === null || over.includes(record)) return []
  const next = forecast.sessions.find(({ id }) => id === forecast.next)
  const coming = forecast.assessments.filter(({ status }) => status === 'planned' || status === 'due')
  const soonest = coming.reduce((day, { due }) => (due < day ? due : day), '9999-12-31')
  return [
    ...(next === undefined ? [line('next/none')] : sessionLines(next, summarised)),
    ...coming
      .filter(({ due }) => due === soonest)
      .map(({ id, label, due }) => line('next/assessment', { assessment: label, due }, [`assessment/${id}`])),
  ]
}

function sessionLines(session: ForecastSession, summarised: Summarised): readonly SummaryLine[] {
  const { id, number, planned, recommended, earliest, latest } = session
  const entries = [plannedEntry(id)]
  const { day, time } = planned
  const isMoved = recommended !== null && (recommended.day !== day || recommended.time !== time)
  return [
    toChooseLine(session, summarised) ?? line('next/session', { number, day, time }, entries),
    ...(isMoved ? [line('next/recommended', { day: recommended.day, time: recommended.time }, entries)] : []),
    ...(earliest === null ? [] : [earliestLine(earliest, summarised.timeline.zone, entries)]),
    ...(latest === null ? [] : [line('next/latest', { day: latest }, entries)]),
  ]
}

/** A session whose place is only proposed, with the others it could take from now on. */
function toChooseLine(
  { id, number, planned, earliest }: ForecastSession,
  { timeline, of }: Summarised,
): SummaryLine | undefined {
  const entry = of('planned-session').find((one) => one.planned === id)
  if (entry?.what.toChoose !== true) return undefined
  const from = Math.max(instantMs(timeline.asOf), earliest === null ? 0 : instantMs(earliest))
  const others = (entry.what.alternatives ?? []).filter(
    ({ at }) => at !== planned.at && instantMs(at) >= from,
  )
  const values = { number, day: planned.day, time: planned.time }
  return others.length === 0
    ? line('next/to-choose-no-other', values, [entry.id])
    : line(
        'next/to-choose',
        { ...values, others: others.map(({ day, time }) => `${day} at ${time}`).join('; ') },
        [entry.id],
      )
}

/** By the clock of the course; a bound that is the start of a day is that day. */
function earliestLine(at: Instant, zone: string, entries: readonly string[]): SummaryLine {
  const { day, time } = boundOf(at, zone)
  return time === undefined
    ? line('next/earliest-day', { at, day }, entries)
    : line('next/earliest', { at, day, time }, entries)
}
