/** What exposure and time make due: bladder, liver, cognition, dependence. @module */
import { checkedPlan, isObject } from '../judgement/context.ts'
import { type Answered, answersIn, contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { engineOf, selectionOf } from '../judgement/selection.ts'
import { checkedStated } from '../judgement/stated.ts'
import {
  anotherCourse,
  badArgument,
  type CodeRow,
  earlierContradicts,
  endBeforeStart,
  idClash,
  startAhead,
  tooManySessions,
} from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision, FactRead } from '../kernel/decision.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { demandParsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { all, type Condition } from '../kernel/rule.ts'
import { addDays, addMonths, type CivilDate, civilDayAt } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import { type Moment, rangeOf } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { leavesOf } from '../rules/compile.ts'
import { replay } from '../rules/explain.ts'
import { limitingRead } from '../screening/limiting-read.ts'
import { readExposure } from './exposure.ts'
import { watchedRecord } from './exposure-record.ts'
import type { ExposureWatch, WatchItem, WatchQuestion } from './exposure-shape.ts'

export type { ExposureWatch, WatchItem, WatchQuestion } from './exposure-shape.ts'

/**
 * What a course makes due for bladder, liver, cognition and dependence, and what was found of them.
 *
 * It reads reported symptoms and laboratory values as well as counts and the calendar: a symptom that was reported, or a
 * value above the limit of its laboratory, is found whatever the calendar says, until somebody asks or measures again.
 * What was never asked or measured is due or unknown, never fine. It prompts a clinician and stops nothing.
 *
 * Where the statements of a record were not handed in, no answer of a log settles a rule: a newer one may stand among
 * them. What the logs report is shown as found all the same, beside a rule that is unknown.
 *
 * @param question - a plan, a parsed patient, the parsed logs of the course; what was given before them, answers kept
 *   outside the record, overrides
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the exposure and one item a rule, the most pressing first
 * @throws Refusal `bad-argument`, `not-parsed`, `unknown-product`, `content-incomplete`, `policy-incomplete`,
 *   `unknown-zone`, `birth-date-ahead`, and `another-course`, `id-clash`, `too-many-sessions`, `end-before-start`,
 *   `start-ahead`, `earlier-contradicts` where `courseExposure` would answer with them
 * @see facts ae-lt-cystitis-monitor, ae-lt-dili-label, ae-lt-dependence-label, pol-labs-repeat, conf-urinary-schedule
 *
 * @example
 * ```ts
 * exposureWatch({ plan, patient, sessions: [], earlier: [] }, now).value.exposure.products // => []
 * ```
 */
export function exposureWatch(question: WatchQuestion, context: Context): Decision<ExposureWatch> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    const { patient, overrides } = question
    demandParsed(patient, 'patient')
    const plan = checkedPlan(question.plan, content)
    const stated = checkedStated(question.stated)
    const read = readExposure(question, patient.id, context)
    if (!read.ok) throw new Refusal(rowOf(read.error.code), read.error.path)
    const { exposure } = read.value
    const engine = engineOf(content, context.policy)
    const asked = selectionOf(engine, plan, 'course', 'exposure', moment.today)
    const recordOf = (person: Patient) => watchedRecord(person, stated, read.value, asked, moment)
    const judged = (record: Patient) =>
      judge({ patient: record, plan, part: 'course', asked: 'exposure' }, content, context)
    // Before the judgement: an engine holds the answers of one record at a time.
    const reported =
      patient.statements === undefined ? holding(judged(recordOf(withNone(patient)).record)) : none
    const { record, lastAsked } = recordOf(patient)
    const selection = judged(record)
    return decisionOf(selection, patient, overrides, context, () => {
      if (patient.record !== 'active') return { value: { exposure, items: [] } }
      const items = answersIn(selection).map((row) => itemOf(row, reported, lastAsked, moment))
      return {
        value: { exposure, items: putInOrder(items, mostPressingFirst) },
        issues: read.value.states.flatMap(({ issues }) => issues),
      }
    })
  })
}

// What `courseExposure` answers as an error: a decision has no room for one.
const faults: readonly CodeRow[] = [
  anotherCourse,
  earlierContradicts,
  endBeforeStart,
  idClash,
  startAhead,
  tooManySessions,
]

function rowOf(code: string): CodeRow {
  return faults.find((row) => row.code === code) ?? badArgument
}

const none: ReadonlySet<string> = new Set()

/** The same person, had the list been sent with nothing in it. */
function withNone(patient: Patient): Patient {
  return { ...patient, statements: [] }
}

/** The rules that hold. */
function holding(selection: Parameters<typeof answersIn>[0]): ReadonlySet<string> {
  return new Set(answersIn(selection).flatMap(({ truth, row }) => (truth === 'yes' ? row.rule.id : [])))
}

const pressing: readonly WatchItem['status'][] = ['found', 'due', 'unknown', 'not-due']

function mostPressingFirst(a: WatchItem, b: WatchItem): number {
  return pressing.indexOf(a.status) - pressing.indexOf(b.status) || byText(a.rule, b.rule)
}

const watches: readonly WatchItem['watch'][] = ['bladder', 'liver', 'cognition', 'dependence']

/**
 * A rule names in its id what it watches and whether it looks for something: `exposure/bladder-found`.
 *
 * One of a site that does not is shown too: what holds is then due.
 */
function itemOf(
  row: Answered,
  reported: ReadonlySet<string>,
  lastAsked: CivilDate | null,
  moment: Moment,
): WatchItem {
  const { rule } = row.row
  const [watch, what] = rule.id.slice(rule.id.indexOf('/') + 1).split('-')
  const isFinding = what === 'found'
  const deciding = decidingRead(row, moment)
  const counts = row.inputs.some(({ fact }) => fact === 'sessions-since-urinary-question')
  const at = counts ? lastAsked : (deciding?.at ?? null)
  return {
    rule: rule.id,
    watch: watches.find((one) => one === watch) ?? 'other',
    label: rule.statement,
    status: isFinding && reported.has(rule.id) ? 'found' : statusOf(row, isFinding),
    because: rule.because,
    lastAt: at,
    nextBy: counts || isFinding ? null : nextBy(deciding, moment),
    basis: rule.basis,
    certainty: rule.certainty,
    clinicalReview: rule.clinicalReview,
    sources: rule.sources,
  }
}

function statusOf(row: Answered, isFinding: boolean): WatchItem['status'] {
  const { truth } = row
  if (truth === 'no') return 'not-due'
  if (truth === 'yes') return isFinding ? 'found' : 'due'
  return !isFinding && isOverdue(row) ? 'due' : 'unknown'
}

/** What is asked of everybody who was treated stands first, what is missing stands last. */
function partsOf(when: Condition): { readonly need: Condition; readonly missing: Condition } {
  const missing = when.kind === 'all' && when.of.length > 1 ? when.of.at(-1) : undefined
  if (when.kind !== 'all' || missing === undefined) return { need: all(), missing: when }
  return { need: all(...when.of.slice(0, -1)), missing }
}

function split({ row: { rule }, inputs }: Answered): {
  readonly need: Truth
  readonly missing: Condition
  readonly reads: readonly FactRead[]
} {
  const { need, missing } = partsOf(rule.when)
  const before = leavesOf(need).length
  return { need: replay(need, inputs.slice(0, before)), missing, reads: inputs.slice(before) }
}

/** It was looked at, and that is too long ago: the calendar is known where the answer is not. */
function isOverdue(row: Answered): boolean {
  const { need, reads } = split(row)
  return need === 'yes' && reads.some(({ truth, why }) => truth === 'unknown' && why === 'stale')
}

/** What was last read: of an answer that stands, what it stands with; else the newest that was seen at all. */
function decidingRead(row: Answered, moment: Moment): FactRead | undefined {
  const { missing, reads } = split(row)
  const truth = replay(missing, reads)
  const limiting = truth === 'unknown' ? undefined : limitingRead(missing, reads, truth, moment)
  if (limiting !== undefined) return limiting
  const dated = reads.filter((one) => one.why === 'stale' && one.at !== undefined)
  const begin = ({ at }: FactRead): number => rangeOf(at, moment)?.from ?? Number.NEGATIVE_INFINITY
  return dated.toSorted((a, b) => begin(a) - begin(b))[0]
}

/** The last civil day on which what was read still speaks. */
function nextBy(read: FactRead | undefined, moment: Moment): CivilDate | null {
  const range = rangeOf(read?.at, moment)
  if (read?.maxAge === undefined || range === undefined) return null
  const day = civilDayAt(range.from, moment.zone)
  const { value, unit } = read.maxAge
  switch (unit) {
    case 'mo':
      return addMonths(day, value)
    case 'a':
      return addMonths(day, 12 * value)
    case 'wk':
      return addDays(day, 7 * value)
    case 'd':
      return addDays(day, value)
    default:
      return null
  }
}
