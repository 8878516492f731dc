/** What people answered in a visit, and what the log itself answers, as statements. @module */
import { heard, speakerOf } from '../judgement/stated.ts'
import type { FactRow } from '../kernel/fact.ts'
import { instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Writable } from '../patient/moment.ts'
import type { Statement } from '../patient/patient.schema.ts'
import { addAnswerNow, type RecordDraft } from './record-draft.ts'
import type { VisitLog } from './record-log.ts'
import { isTimeAnswer } from './record-times.ts'
import { requiredAreDone, type Watch } from './record-watch.ts'
import type { Entry, HappeningOf, HappeningType } from './state.ts'

/** What the log and the screening answer, whatever anybody says. */
const workedOut: readonly string[] = [
  'screening-open',
  'required-observations-done',
  'administration-running',
  'started-or-over',
]

/** Whether an answer of a person counts for a fact. */
export function isAnswerable(fact: string): boolean {
  return !workedOut.includes(fact)
}

/** Adds the newest answers of the log and of the caller to each fact, and those without a time. */
export function addAnswers(draft: RecordDraft, log: VisitLog, stated: readonly Statement[]): void {
  const newest = new Map<string, number>()
  const now = draft.moment.ms
  for (const one of stated) {
    const ms = one.at === undefined ? Number.NaN : Math.min(instantMs(one.at), now)
    if (!(ms <= (newest.get(one.fact) ?? Number.NEGATIVE_INFINITY)) && !Number.isNaN(ms))
      newest.set(one.fact, ms)
  }
  const add = (entry: Entry, ms: number, fact: string, isIt: () => Pick<Statement, 'answer' | 'grade'>) => {
    if (!isAnswerable(fact)) return
    const last = newest.get(fact)
    if (last !== undefined && ms < last) return
    if (!Number.isNaN(ms)) newest.set(fact, ms)
    const by = speakerOf(entry.by)
    const made: Writable<Statement> = {
      fact,
      ...heard(isIt(), fact, by, draft.engine.index),
      by,
      from: entry.id,
    }
    if (entry.at !== undefined) made.at = entry.at
    draft.statements.push(made)
  }
  // From the newest to the oldest: the first one of a fact is its newest.
  for (let at = log.answers.length - 1; at >= 0; at -= 1) {
    const one = log.answers[at]
    if (one === undefined || isTimeAnswer(one.entry.what)) continue
    const { what } = one.entry
    add(one.entry, one.ms, what.fact, () => answerOf(draft, what))
  }
  for (let at = log.scales.length - 1; at >= 0; at -= 1) {
    const one = log.scales[at]
    if (one === undefined || one.entry.what.instrument !== suicideScreen) continue
    const { level } = one.entry.what
    add(one.entry, one.ms, suicideLevel, () => graded(rowOf(draft, suicideLevel), level))
  }
  for (const statement of stated) {
    const { at, fact } = statement
    // What lies a little ahead counts as now, as for every statement.
    const ms = at === undefined ? Number.NaN : Math.min(instantMs(at), now)
    if (isAnswerable(fact) && !(ms < (newest.get(fact) ?? ms)))
      draft.statements.push({ ...heard(statement, fact, statement.by, draft.engine.index) })
  }
}

const suicideScreen = 'c-ssrs-screener'
const suicideLevel = 'suicide-screen-level'

type Said = Pick<Statement, 'answer' | 'grade'>

function answerOf(draft: RecordDraft, { fact, answer, grade }: HappeningOf<'answered'>): Said {
  const row = grade === undefined ? undefined : rowOf(draft, fact)
  // A grade and a no contradict one another.
  if (row?.grades !== undefined) return graded(row, answer === 'no' ? undefined : grade)
  return { answer: answer ?? 'unknown' }
}

/** A grade nobody knows is no grade: it must not be read as one that is not among those asked for. */
function graded(row: FactRow | undefined, grade: string | undefined): Said {
  return grade !== undefined && row?.grades?.includes(grade) === true ? { grade } : { answer: 'unknown' }
}

function rowOf({ engine }: RecordDraft, fact: string): FactRow | undefined {
  const slot = engine.index.slots.get(fact)
  return slot === undefined ? undefined : engine.index.rows[slot]
}

/** Adds what the log answers by itself: whether something runs, whether a rescue was given, whether all was observed. */
export function addFromLog(draft: RecordDraft, log: VisitLog, watch: Watch): void {
  const { asked, moment, engine } = draft
  const { state, lostPump, rescue } = log
  if (asked.has('administration-running')) {
    const running = state.running ? 'yes' : 'no'
    // Where one of its entries has no time, nobody can tell which of them came last.
    addAnswerNow(draft, 'administration-running', lostPump === undefined ? running : 'unknown', lostPump?.id)
  }
  if (asked.has('rescue-given'))
    addAnswerNow(draft, 'rescue-given', rescue === undefined ? 'no' : 'yes', rescue?.id)
  if (asked.has('started-or-over')) addAnswerNow(draft, 'started-or-over', startedOrOver(log))
  if (asked.has('required-observations-done')) {
    const isDone = requiredAreDone(log, watch, engine, moment)
    addAnswerNow(draft, 'required-observations-done', isDone ? 'yes' : 'unknown')
  }
}

const ends: readonly HappeningType[] = [
  'left',
  'left-against-advice',
  'transferred',
  'admitted',
  'aborted',
  'cancelled',
  'no-show',
]

/** Whether the visit was started, or ended before it was; of a device whose outcome nobody knows nobody can tell. */
function startedOrOver({ state, isSurelyGiven, begun }: VisitLog): Truth {
  if (isSurelyGiven || state.entries.some(({ what }) => ends.includes(what.type))) return 'yes'
  return begun === Number.POSITIVE_INFINITY ? 'no' : 'unknown'
}
