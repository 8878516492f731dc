/** Scores, medicines and notes as entries. What lies after the question is set aside, and said. @module */
import type { CourseScores } from '../course/forecast-shape.ts'
import { type CodeRow, eventAhead, noteOfNothing, scoreAhead } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { canonical, digestOf } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { isInstant, type When, whenRangeDays, whenRangeMs } from '../kernel/time.ts'
import type { Score } from '../measure/score-shape.ts'
import type { Moment } from '../patient/moment.ts'
import type { MedicineEntry } from '../patient/patient.schema.ts'
import { standingOfMedicine, VOID } from '../patient/standing.ts'
import type { Draft } from './draft.ts'
import type { CheckedQuestion } from './question.ts'
import type { TimelineEntry } from './timeline-shape.ts'

/** Drafts, and what was odd on the way. */
export interface Drafted {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
}

/** What was set aside, as an issue. */
export function setAside(row: CodeRow, path: string): Issue {
  return { code: row.code, path, severity: 'set-aside' }
}

/** Whether something surely lies after the question: an instant, or the whole of a day, a month or a year. */
export function isAhead(at: When, { ms, day, zone }: Moment): boolean {
  if (isInstant(at)) return (whenRangeMs(at, zone)?.from ?? ms) > ms
  return (whenRangeDays(at, zone)?.from ?? day) > day
}

/** The scores of one measure up to the question, each once, in an order of their own. */
export function scoresUpTo({ scores }: CourseScores, moment: Moment): readonly Score[] {
  const once = new Map(
    scores
      .filter(({ takenAt }) => takenAt === null || !isAhead(takenAt, moment))
      .map((score) => [canonical(score), score] as const),
  )
  const placed = [...once].map(([text, score]) => ({
    text,
    score,
    reach: score.takenAt === null ? undefined : whenRangeMs(score.takenAt, moment.zone),
  }))
  const last = Number.POSITIVE_INFINITY
  return placed
    .sort((a, b) => {
      const [to, other] = [a.reach?.to ?? last, b.reach?.to ?? last]
      if (to !== other) return to - other
      return (b.reach?.from ?? 0) - (a.reach?.from ?? 0) || byText(a.text, b.text)
    })
    .map(({ score }) => score)
}

/** The scores of all measures; one that is handed in for two definitions stands once. */
export function draftsOfScores({ measures, moment }: CheckedQuestion): Drafted {
  const issues: Issue[] = []
  const byInstrument = new Map<string, Map<string, Score>>()
  for (const measure of measures) {
    const { id } = measure.instrument
    const known = byInstrument.get(id) ?? new Map<string, Score>()
    byInstrument.set(id, known)
    for (const score of scoresUpTo(measure, moment)) known.set(canonical(score), score)
    if (measure.scores.some(({ takenAt }) => takenAt !== null && isAhead(takenAt, moment)))
      issues.push(setAside(scoreAhead, `measures.${id}`))
  }
  const drafts = [...byInstrument].flatMap(([instrument, scores]) =>
    [...scores.values()].map(
      (score): Draft => ({
        id: `score/${instrument}/${score.takenAt ?? 'undated'}`,
        kind: 'score',
        at: score.takenAt,
        what: scoreWhat(score, instrument),
      }),
    ),
  )
  return { drafts, issues }
}

function scoreWhat({ total, exact, band, status }: Score, instrument: string): TimelineEntry['what'] {
  return {
    instrument,
    total: total === null ? null : total + 0, // a negative zero becomes zero
    exact: exact === null ? null : { numerator: exact.numerator + 0, denominator: exact.denominator },
    band,
    status,
  }
}

/**
 * Starts and stops of medicines.
 *
 * As for the facts of a record, what was entered in error, not taken, only planned or ordered not to be given leaves
 * nothing. An end of which nobody knows the day stands without a time.
 */
export function draftsOfMedicines({ medications, moment }: CheckedQuestion): Drafted {
  const drafts: Draft[] = []
  const issues: Issue[] = []
  const counted = medications.filter((entry) => standingOfMedicine(entry) !== VOID)
  const clashing = clashingIds(counted)
  for (const entry of counted) {
    const name = entry.id === undefined || clashing.has(entry.id) ? digestOf(entry) : entry.id
    const started = entry.period?.start ?? null
    if (started !== null && isAhead(started, moment)) {
      issues.push(setAside(eventAhead, `medications.${name}.period.start`))
      continue
    }
    const start = `medicine/${name}/started`
    const shared = { what: medicineWhat(entry) }
    drafts.push({
      id: start,
      kind: 'medicine-started',
      at: started,
      late: isLate(entry, started, moment),
      ...shared,
    })
    const stopped = stopOf(entry)
    // A course that is still to end has not ended: its planned end is no event.
    if (stopped === undefined || (stopped !== null && isAhead(stopped, moment))) continue
    drafts.push({
      id: `medicine/${name}/stopped`,
      kind: 'medicine-stopped',
      at: stopped,
      late: isLate(entry, stopped, moment),
      links: [start],
      ...shared,
    })
  }
  return { drafts, issues }
}

/** Ids under which entries stand that differ: none of them names one. */
function clashingIds(entries: readonly MedicineEntry[]): ReadonlySet<string> {
  const byId = new Map<string, string>()
  const clashing = new Set<string>()
  for (const entry of entries) {
    if (entry.id === undefined) continue
    const [text, known] = [canonical(entry), byId.get(entry.id)]
    if (known !== undefined && known !== text) clashing.add(entry.id)
    byId.set(entry.id, text)
  }
  return clashing
}

/** When it ended; null where nobody knows, nothing where the record does not say that it has. */
function stopOf({ period, lastTaken, status }: MedicineEntry): When | null | undefined {
  if (period?.end !== undefined) return period.end
  return status === 'stopped' || status === 'completed' ? (lastTaken ?? null) : undefined
}

function medicineWhat({ text, codes, status, dose }: MedicineEntry): TimelineEntry['what'] {
  const medicine = text ?? codes?.find(({ display }) => display !== undefined)?.display ?? codes?.[0]?.code
  return {
    ...(medicine === undefined ? {} : { medicine }),
    status,
    ...(dose?.text === undefined ? {} : { text: dose.text }),
  }
}

/** Written down on a day after the last one it can have been. */
function isLate({ recordedAt }: MedicineEntry, at: When | null, { zone }: Moment): boolean {
  if (recordedAt === undefined || at === null) return false
  const [written, happened] = [whenRangeDays(recordedAt, zone), whenRangeDays(at, zone)]
  return written !== undefined && happened !== undefined && written.from > happened.to
}

/** Notes, each linked with the entries it speaks of. */
export function draftsOfNotes({ notes, moment }: CheckedQuestion, known: ReadonlySet<string>): Drafted {
  const issues: Issue[] = []
  const drafts = notes.flatMap(({ id, at, text, by, about = [] }): readonly Draft[] => {
    if (isAhead(at, moment)) {
      issues.push(setAside(eventAhead, `notes.${id}`))
      return []
    }
    if (about.some((one) => !known.has(one))) issues.push(setAside(noteOfNothing, `notes.${id}.about`))
    const what = { text, ...(by === undefined ? {} : { by }) }
    return [{ id: `note/${id}`, kind: 'note', at, links: about, what }]
  })
  return { drafts, issues }
}
