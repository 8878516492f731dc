/** What people answered in a visit, and what the log itself answers, as statements. @module */
import type { FactRow } from '../kernel/fact.ts'
import { instantMs } from '../kernel/time.ts'
import type { Statement } from '../patient/patient.schema.ts'
import { addAnswerNow, newestOf, type Point, type RecordDraft, speakerOf, timeOf } from './record-draft.ts'
import { isTimeAnswer } from './record-times.ts'
import { requiredAreDone, type Watch } from './record-watch.ts'
import type { Entry, HappeningOf, SessionState } from './state.ts'

/** An answer with its time. */
interface Answer extends Point {
  readonly statement: Statement
}

/** What the log and the screening answer, whatever anybody says. */
const workedOut: readonly string[] = [
  'screening-open',
  'required-observations-done',
  'administration-running',
]

/** Whether an answer of a person counts for a fact. */
export function isAnswerable(fact: string): boolean {
  return !workedOut.includes(fact)
}

/** Adds the newest answers of the log and of the caller to each fact, and those without a time. */
export function addAnswers(draft: RecordDraft, state: SessionState, stated: readonly Statement[]): void {
  const byFact = new Map<string, Answer[]>()
  const add = (answer: Answer) => {
    const { fact } = answer.statement
    const known = byFact.get(fact)
    if (known !== undefined) known.push(answer)
    else if (isAnswerable(fact)) byFact.set(fact, [answer])
  }
  for (const entry of state.entries) {
    const said = answerIn(draft, entry)
    if (said === undefined) continue
    const { id, at } = entry
    const statement = { ...said, ...(at === undefined ? {} : { at }), by: speakerOf(entry.by), from: id }
    add({ id, at, ms: timeOf(entry), statement })
  }
  const now = draft.moment.ms
  for (const statement of stated) {
    const { at } = statement
    // What lies a little ahead counts as now, as for every statement.
    const ms = at === undefined ? Number.NaN : Math.min(instantMs(at), now)
    add({ id: '', at, ms, statement })
  }
  for (const answers of byFact.values()) {
    const newest = newestOf(answers)
    for (const { ms, statement } of answers) if (!(ms < newest)) draft.statements.push(statement)
  }
}

const suicideScreen = 'c-ssrs-screener'
const suicideLevel = 'suicide-screen-level'

type Said = Pick<Statement, 'fact' | 'answer' | 'grade'>

function answerIn(draft: RecordDraft, { what }: Entry): Said | undefined {
  if (what.type === 'answered') return isTimeAnswer(what) ? undefined : answerOf(draft, what)
  if (what.type !== 'scale' || what.instrument !== suicideScreen) return undefined
  return graded(rowOf(draft, suicideLevel), suicideLevel, what.level)
}

function answerOf(draft: RecordDraft, { fact, answer, grade }: HappeningOf<'answered'>): Said {
  const row = rowOf(draft, fact)
  // A grade and a no contradict one another.
  if (row?.grades !== undefined && grade !== undefined)
    return graded(row, fact, answer === 'no' ? undefined : grade)
  return { fact, answer: answer ?? 'unknown' }
}

/** A grade nobody knows is no grade: it must not be read as one that is not among those asked for. */
function graded(row: FactRow | undefined, fact: string, grade: string | undefined): Said {
  if (grade === undefined || row?.grades?.includes(grade) !== true) return { fact, answer: 'unknown' }
  return { fact, grade }
}

function rowOf({ engine }: RecordDraft, fact: string): FactRow | undefined {
  const slot = engine.index.slots.get(fact)
  return slot === undefined ? undefined : engine.index.rows[slot]
}

/** Adds what the log answers by itself: whether something runs, whether a rescue was given, whether all was observed. */
export function addFromLog(draft: RecordDraft, state: SessionState, watch: Watch): void {
  const { asked, moment, engine } = draft
  if (asked.has('administration-running')) {
    const lost = state.entries.find(({ at, what }) => at === undefined && what.type.startsWith('infusion-'))
    const running = state.running ? 'yes' : 'no'
    // Where one of them has no time, nobody can tell which of them came last.
    const answer = lost === undefined ? running : 'unknown'
    addAnswerNow(draft, 'administration-running', answer, lost?.id)
  }
  if (asked.has('rescue-given')) {
    const rescue = state.entries.findLast(({ what }) => what.type === 'rescue-given')
    addAnswerNow(draft, 'rescue-given', rescue === undefined ? 'no' : 'yes', rescue?.id)
  }
  if (asked.has('required-observations-done')) {
    const isDone = requiredAreDone(state, watch, engine, moment)
    addAnswerNow(draft, 'required-observations-done', isDone ? 'yes' : 'unknown')
  }
}
