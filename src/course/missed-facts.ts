/** What rows about a missed session ask, worked out from the course: the gap, the scores, the judgement. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, eventAhead } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import type { ProtocolPhase } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import { dayNumberAt, instantMs, isInstant } from '../kernel/time.ts'
import { and, or, type Truth } from '../kernel/truth.ts'
import { clockSkewMs } from '../patient/moment.ts'
import { phaseOf } from './calendar.ts'
import type { Judgement } from './change-shape.ts'
import { refusedIn } from './checked-decision.ts'
import type { PlannedSession } from './course.schema.ts'
import { type CourseState, spokenOf } from './course-state.ts'
import { type ScoresSaid, saidByScores } from './depression-scores.ts'
import type { CourseScores, GapRead } from './forecast-shape.ts'
import { checkedKey } from './plan-argument.ts'
import type { Standing } from './standing.ts'
import { studiedGap } from './studied-gap.ts'
import type { VisitRead } from './visits.ts'

/** The last dose of the course, as far as its logs tell. */
export interface LastDose {
  readonly given: Truth
  /** Its civil day; null where nobody knows, nothing where none was given. */
  readonly day: number | null | undefined
  /** At least so many civil days ago; null where nobody knows. */
  readonly least: number | null
  /** Its moment, where that is known. */
  readonly ms: number | null
  /** The kind of phase it stood in: a lapse is held against what was studied there. Nothing where nobody knows. */
  readonly phase: ProtocolPhase['kind'] | undefined
}

/** The last dose: what may have been given after the last one that surely was leaves it open. */
export function lastDoseOf(state: CourseState): LastDose {
  const { zone, today } = state.calendar
  const doses = state.visits.filter(({ visit }) => visit.exposed !== 'no')
  const given = or(doses.map(({ visit }) => visit.exposed))
  if (doses.length === 0) return { given, day: undefined, least: null, ms: null, phase: undefined }
  const last = Math.max(...doses.map(({ ms, latestMs }) => ms ?? latestMs))
  const sure = doses.find(({ visit, ms }) => visit.exposed === 'yes' && ms === last)
  const day = dayNumberAt(last, zone)
  const least = today - day
  if (sure === undefined) return { given, day: null, least, ms: null, phase: undefined }
  const stood = sessionOf(sure, state)
  return { given, day, least, ms: last, phase: stood && phaseOf(state.calendar.protocol, stood.phase)?.kind }
}

/** The session a dose belongs to; of one outside the plan, the last one planned before it. */
function sessionOf({ visit, ms }: VisitRead, { calendar }: CourseState): PlannedSession | undefined {
  if (visit.session !== null) return calendar.all.find(({ id }) => id === visit.session)
  return calendar.sessions.findLast(({ place }) => ms !== null && instantMs(place.at) <= ms)
}

/** A gap since the last dose, against the gaps studied in the phase that dose stood in. */
export function lapseOf(days: number | null, { phase }: LastDose, { calendar }: CourseState): GapRead {
  if (phase === undefined) return { days, standing: 'unknown', studied: [] }
  return studiedGap({ days, phase }, calendar.protocol)
}

/** What the caller says of the person, where it speaks of the gap. */
export interface JudgementRead {
  readonly judgement: Judgement | null
  readonly worse: Truth
  readonly issues: readonly Issue[]
}

const words: readonly unknown[] = ['better', 'same', 'worse']

/** The judgement of a clinician; one from before the last dose, or older than a score may be, says nothing of the gap. */
export function judged(
  given: unknown,
  last: LastDose,
  recentDays: number,
  { calendar }: CourseState,
): JudgementRead {
  const judgement = checkedJudgement(given)
  if (judgement === null) return { judgement, worse: 'unknown', issues: [] }
  const ms = instantMs(judgement.at)
  if (ms > calendar.nowMs + clockSkewMs) {
    const issue = { code: eventAhead.code, path: 'judgement.at', severity: 'set-aside' } as const
    return { judgement, worse: 'unknown', issues: [issue] }
  }
  const isRecent = calendar.today - dayNumberAt(ms, calendar.zone) <= recentDays
  const isSince = last.day === undefined || (last.ms !== null && ms > last.ms)
  const worse = isRecent && isSince ? (judgement.word === 'worse' ? 'yes' : 'no') : 'unknown'
  return { judgement, worse, issues: [] }
}

function checkedJudgement(given: unknown): Judgement | null {
  if (given === undefined) return null
  const copy = plainCopy(given)
  if (!copy.ok) throw refusedIn('judgement', given, copy.error)
  const { value } = copy
  if (!isObject(value) || !('word' in value && 'at' in value && 'by' in value))
    throw new Refusal(badArgument, 'judgement')
  const { word, at, by } = value
  if (!isWord(word)) throw new Refusal(badArgument, 'judgement.word')
  if (!isInstant(at)) throw new Refusal(badArgument, 'judgement.at')
  return { word, at, by: checkedKey(by, 'judgement.by') }
}

function isWord(word: unknown): word is Judgement['word'] {
  return words.includes(word)
}

/** Everything the rows ask. */
export interface MissedRead {
  readonly missed: readonly Standing[]
  /** Whether a session was missed; the logs may leave it open. */
  readonly isMissed: Truth
  /** The last one that was, and those that may have been missed after it: which of them is the last the logs leave open. */
  readonly last: readonly Standing[]
  readonly dose: LastDose
  readonly gap: GapRead
  readonly scores: ScoresSaid
  readonly judged: JudgementRead
  /** Yes and no only with a recent score, and no only where a clinician judges so too. */
  readonly worse: Truth
}

/** Reads a course, its scores and the judgement for the sessions nobody decided about. */
export function readMissed(
  missed: readonly Standing[],
  question: { readonly scores?: readonly CourseScores[]; readonly judgement?: unknown },
  recentDays: number,
  state: CourseState,
): MissedRead {
  const { calendar, standings } = state
  // A dose nobody can place may have been any of the sessions it can have been.
  const surely = missed.filter(({ unplaced }) => unplaced === 0)
  const inDoubt = standings.filter(
    (one) =>
      (one.word === 'given' && one.given === 'unknown') || (missed.includes(one) && !surely.includes(one)),
  )
  const isMissed = surely.length > 0 ? 'yes' : inDoubt.length > 0 ? 'unknown' : 'no'
  const last = lastMissed(surely, inDoubt, standings)
  const dose = lastDoseOf(state)
  const days = dose.day === undefined || dose.day === null ? null : calendar.today - dose.day
  const { zone, asOf, nowMs, today } = calendar
  const scores = saidByScores(question.scores, calendar.protocol, {
    zone,
    asOf,
    nowMs,
    today,
    lastDose: dose.day,
    recentDays,
  })
  const read = judged(question.judgement, dose, recentDays, state)
  return {
    missed,
    isMissed,
    last,
    dose,
    gap: lapseOf(days, dose, state),
    scores,
    judged: read,
    // Where nobody judged, a score that is no worse leaves the question open.
    worse: scores.recent === 'yes' ? or([scores.worse, read.worse]) : 'unknown',
  }
}

function lastMissed(
  missed: readonly Standing[],
  inDoubt: readonly Standing[],
  standings: readonly Standing[],
): readonly Standing[] {
  const sure = missed.at(-1)
  const after = sure?.at ?? -1
  const doubt = inDoubt.filter(({ at }) => at > after)
  // A session is missed once a later one was given.
  const passed = standings.filter(
    ({ word, at }) => word === 'to-come' && at > after && doubt.some((one) => one.at > at),
  )
  return [...(sure === undefined ? [] : [sure]), ...doubt, ...passed]
}

/** The kind of phase these sessions stand in; nothing where they differ. */
export function kindOf(sessions: readonly Standing[], state: CourseState): ProtocolPhase['kind'] | undefined {
  const { protocol } = state.calendar
  const kinds = new Set(
    sessions.map(({ session }) => phaseOf(protocol, spokenOf(state, session).phase)?.kind),
  )
  return kinds.size === 1 ? [...kinds][0] : undefined
}

/** Whether scores and judgement contradict one another, each being known. */
export function disagree({ scores, judged: { worse } }: MissedRead): boolean {
  return scores.recent === 'yes' && and([scores.worse, worse]) === 'no' && or([scores.worse, worse]) === 'yes'
}
