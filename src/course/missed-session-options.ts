/** What may follow missed sessions: every way on with its whole future, and what stands against it. @module */
import { checkedPlan, isObject, numbersOf } from '../judgement/context.ts'
import { contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { courseTables, engineOf } from '../judgement/selection.ts'
import {
  anotherCourse,
  badArgument,
  badDate,
  type CodeRow,
  idClash,
  mixedInstruments,
  policyIncomplete,
  tooLarge,
  tooManyScores,
  tooManySessions,
} from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayNumber, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { Fault } from '../measure/series-argument.ts'
import type { MissedOption, MissedOptions, MissedQuestion } from './change-shape.ts'
import { changedCourse } from './changed-course.ts'
import type { Course } from './course.schema.ts'
import { knownScores } from './course-scores.ts'
import { type CourseState, hasEnded, spokenOf, stateOf } from './course-state.ts'
import { changesBetween } from './diff-plans.ts'
import type { CourseScores, GapRead } from './forecast-shape.ts'
import { laidAnew } from './laid-anew.ts'
import { choicesFor, type MissedChoice } from './missed-choices.ts'
import { lapseOf, type MissedRead, readMissed } from './missed-facts.ts'
import { recordOfMissed } from './missed-record.ts'
import type { Standing } from './standing.ts'
import { afterMissed, isMakingUpAsked, issuesOfMissed, undecidedMissed } from './way-on.ts'

/**
 * The ways to go on after missed sessions, each with the course as it would be; none is picked.
 *
 * First what the protocol says, then what it says where the depression is worse, then what it is silent about. Each gap is
 * held against those that were studied in the phase of the last dose. Without a recent score since the last dose nothing is claimed of the depression,
 * and `missing` asks for one; that it is not worse takes a clinician’s judgement too. Nothing happens until `toRecord` of
 * one of them is made a decision and put on record by `applyCourseDecision`.
 *
 * @param question - the course, a parsed patient, the logs of its visits, its scores, and the dated judgement of a clinician
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds what was missed and the ways on
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-product`, `content-incomplete`, `policy-incomplete`,
 *   `unknown-zone`, `another-course`, `too-many-sessions`, `id-clash`, and for scores what a series is refused for
 * @see facts dose-esk-missed-induction, dose-esk-missed-maintenance, dose-esk-lapse-28d, dose-esk-interval-studied
 *
 * @example
 * ```ts
 * const later = { ...now, asOf: '2026-12-01T09:00:00-05:00' }
 * const found = missedSessionOptions({ course, patient, sessions: [], scores: [] }, later)
 * found.value.missed // => ['s1', 's2']
 * found.value.worse // => 'unknown'
 * found.value.options.map(({ option, makesUp }) => [option, makesUp])
 * // => [['continue', true], ['continue', false], ['re-induce', undefined]]
 * ```
 */
export function missedSessionOptions(question: MissedQuestion, context: Context): Decision<MissedOptions> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    courseTables(content)
    const { patient, overrides } = question
    demandParsed(patient, 'patient')
    const state = demandedState(question, context, patient.id)
    const { course } = state
    if (course.patient !== undefined && patient.id !== undefined && course.patient !== patient.id)
      throw new Refusal(anotherCourse, 'patient')
    const plan = checkedPlan(planOf(course), content)
    const missed = hasEnded(state) ? [] : undecidedMissed(state)
    const read = readOf(missed, question, context, state)
    const engine = engineOf(content, context.policy)
    const record = recordOfMissed(patient, question.stated, read, state, { plan, engine, moment })
    const selection = judge({ patient: record, plan, part: 'course', asked: 'missed' }, content, context)
    return decisionOf(selection, patient, overrides, context, () => ({
      value: optionsIn(patient.record === 'active' ? read : { ...read, missed: [] }, state),
      issues: [...state.issues, ...issuesOfMissed(state), ...read.judged.issues],
    }))
  })
}

function demandedState(question: MissedQuestion, context: Context, person: string | undefined): CourseState {
  const state = stateOf(question, context, person)
  if (state.ok) return state.value
  throw refusalOf(state.error)
}

const rows: readonly CodeRow[] = [
  anotherCourse,
  badDate,
  idClash,
  mixedInstruments,
  tooLarge,
  tooManyScores,
  tooManySessions,
]

/** What would come back as a result elsewhere: a decision has no room for it. */
function refusalOf({ code, path }: { readonly code: string; readonly path: string }): Refusal {
  return new Refusal(rows.find((row) => row.code === code) ?? badArgument, path)
}

/** What a course is for: where a course for pain does not say, the first purpose of its protocol. */
function planOf({ protocol, indication }: Course): Plan {
  const [first, second] = protocol.indications
  // Of a protocol that is for one thing a course is for that; a course for pain is never one without a purpose.
  const own = protocol.field === 'pain' ? (first ?? protocol.field) : second === undefined ? first : undefined
  const named = indication ?? own
  return { product: protocol.product, ...(named === undefined ? {} : { indication: named }) }
}

function readOf(
  missed: readonly Standing[],
  question: MissedQuestion,
  context: Context,
  state: CourseState,
): MissedRead {
  const { value, unit } = numbersOf(context.policy, contentOf(context)).amount({ policy: 'recent-score' })
  if (unit !== 'd') throw new Refusal(policyIncomplete, 'policy.numbers.recent-score')
  checkScores(question.scores, state)
  return readMissed(missed, question, value, state)
}

/** Each list of scores, of whatever scale: one that is not in order is refused, and not passed over. */
function checkScores(scores: MissedQuestion['scores'], { calendar }: CourseState): void {
  if (scores === undefined) return
  if (!Array.isArray(scores) || scores.length > mostScales) throw new Refusal(badArgument, 'scores')
  const { zone, asOf, nowMs, today } = calendar
  for (const [at, one] of listed(scores)) {
    if (one === undefined || !isObject(one)) throw new Refusal(badArgument, `scores[${at}]`)
    demandParsed(one.instrument, `scores[${at}].instrument`)
    try {
      knownScores({ ...one, zone, asOf, courseStart: asOf }, { ms: nowMs, day: today })
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown
      const { code, path } = thrown.fault
      throw refusalOf({ code, path: `scores[${at}].${path}` })
    }
  }
}

function listed(scores: readonly (CourseScores | undefined)[]) {
  return scores.entries()
}

// No course is followed by more.
const mostScales = 100

function optionsIn(read: MissedRead, state: CourseState): MissedOptions {
  const { missed, gap, worse, judged } = read
  const last = missed.at(-1)
  const choices =
    last === undefined
      ? []
      : choicesFor(spokenOf(state, last.session), state.calendar.protocol, isMakingUpAsked(missed, state))
  return {
    missed: missed.map(({ session }) => session.id),
    gap: running(gap),
    worse,
    judgement: judged.judgement,
    options: last === undefined ? [] : choices.map((choice) => optionOf(choice, last, read, state)),
  }
}

/** A gap that goes on is not too short yet: of one shorter than all that were studied nothing is known. */
function running(gap: GapRead): GapRead {
  return gap.standing === 'below' ? { ...gap, standing: 'unknown', studied: [] } : gap
}

function optionOf(choice: MissedChoice, last: Standing, read: MissedRead, state: CourseState): MissedOption {
  const { option, to, makesUp } = choice
  const way = afterMissed(choice, read.missed, state)
  const laid = !way.ok
    ? way
    : way.value === undefined
      ? changedCourse(state, state.course.sessions)
      : laidAnew(way.value, state)
  const future = laid.ok ? laid.value : null
  return {
    ...choice,
    gap: gapTo(future, read, state),
    future,
    fault: laid.ok ? null : laid.error,
    changes: future === null ? [] : changesBetween(state.course, future),
    toRecord: {
      kind: 'missed',
      session: last.session.id,
      option,
      to,
      ...(makesUp === undefined ? {} : { makesUp }),
    },
  }
}

/** From the last dose to the next session of a course as it would be. */
function gapTo(future: Course | null, { dose }: MissedRead, state: CourseState): GapRead {
  const over = new Set(
    state.standings
      .filter(({ word }) => word !== 'to-come' && word !== 'cancelled')
      .map(({ session }) => session.id),
  )
  const next = (future?.sessions ?? [])
    .filter(({ id, status }) => status !== 'cancelled' && !over.has(id))
    .sort((a, b) => instantMs(a.place.at) - instantMs(b.place.at))[0]
  const isKnown = next !== undefined && typeof dose.day === 'number'
  // A session past its day is given today at the soonest.
  const days = isKnown ? Math.max(dayNumber(next.place.day), state.calendar.today) - (dose.day ?? 0) : null
  return lapseOf(days, dose, state)
}
