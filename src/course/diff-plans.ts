/** What differs between two plans of one course. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { PlanChange } from './change-shape.ts'
import type { Course, Place, PlannedAssessment, PlannedSession } from './course.schema.ts'
import { dosesOf, doseText, fieldsThatDiffer, partsOf } from './protocol-text.ts'

/** Two plans: as it is, and as it would be. */
export interface TwoPlans {
  readonly before: Parsed<Course>
  readonly after: Parsed<Course>
}

/**
 * What differs between two plans: rows of the protocol first, then sessions in the order of time, then assessments.
 *
 * Sessions and assessments are held together by their ids; one that is cancelled is not there. So the plan of a course
 * under another version of its protocol shows what an upgrade of the tables would change: doses, limits, checkpoints and
 * spacing by row, and each session that would move.
 *
 * @param plans - two courses that came through the door or out of this library
 * @returns the differences, frozen; none where the two plans are alike
 * @throws Refusal `bad-argument`, `not-parsed`
 *
 * @example
 * ```ts
 * diffPlans({ before: course, after: course }) // => []
 * ```
 */
export function diffPlans(plans: TwoPlans): readonly PlanChange[] {
  return answered(() => {
    if (!isObject(plans)) throw new Refusal(badArgument, 'plans')
    const { before, after } = plans
    demandParsed(before, 'before')
    demandParsed(after, 'after')
    return deepFreeze(changesBetween(before, after))
  })
}

/** The differences of two courses the library itself has at hand. */
export function changesBetween(before: Course, after: Course): readonly PlanChange[] {
  return [
    ...protocolChanges(before, after),
    ...sessionChanges(before, after),
    ...assessmentChanges(before.assessments, after.assessments),
  ]
}

function protocolChanges(before: Course, after: Course): readonly PlanChange[] {
  if (before.protocol === after.protocol) return []
  const old = new Map(partsOf(before.protocol).map((part) => [part.of, part]))
  const parts = partsOf(after.protocol)
  const now = new Set(parts.map(({ of }) => of))
  const changed = parts.flatMap((part): readonly PlanChange[] => {
    const was = old.get(part.of)
    if (was === undefined) return [{ kind: 'protocol', of: part.of, before: null, after: part.text }]
    if (was.whole === part.whole) return []
    // What differs may be in words that the short text leaves out.
    const isShort = was.text !== part.text && !part.byField
    const [a, b] = isShort ? [was.text, part.text] : fieldsThatDiffer(was, part)
    return [{ kind: 'protocol', of: part.of, before: a, after: b }]
  })
  const gone = [...old.values()]
    .filter(({ of }) => !now.has(of))
    .map(({ of, text }): PlanChange => ({ kind: 'protocol', of, before: text, after: null }))
  return [...changed, ...gone]
}

interface Dated {
  readonly ms: number
  readonly id: string
  readonly changes: readonly PlanChange[]
}

function sessionChanges(before: Course, after: Course): readonly PlanChange[] {
  const old = standing(before.sessions)
  const now = standing(after.sessions)
  const dated: Dated[] = []
  for (const [id, session] of now) {
    const was = old.get(id)
    const changes: readonly PlanChange[] =
      was === undefined
        ? [{ kind: 'added', of: id, before: null, after: placeText(session.place) }]
        : sessionChange(was, session, before, after)
    dated.push({ ms: instantMs(session.place.at), id, changes })
  }
  for (const [id, session] of old) {
    if (now.has(id)) continue
    const changes: readonly PlanChange[] = [
      { kind: 'removed', of: id, before: placeText(session.place), after: null },
    ]
    dated.push({ ms: instantMs(session.place.at), id, changes })
  }
  return dated.sort((a, b) => a.ms - b.ms || byText(a.id, b.id)).flatMap(({ changes }) => changes)
}

function standing(sessions: readonly PlannedSession[]): ReadonlyMap<string, PlannedSession> {
  return new Map(sessions.filter(({ status }) => status !== 'cancelled').map((one) => [one.id, one]))
}

function sessionChange(
  was: PlannedSession,
  now: PlannedSession,
  before: Course,
  after: Course,
): readonly PlanChange[] {
  const changes: PlanChange[] = []
  const add = (kind: PlanChange['kind'], a: string, b: string): void => {
    if (a !== b) changes.push({ kind, of: now.id, before: a, after: b })
  }
  const [from, to] = [placeText(was.place), placeText(now.place)]
  if (from === to) add('moved', was.place.at, now.place.at)
  else add('moved', from, to)
  // Whether somebody has to choose, or has chosen; that it stands elsewhere is told above.
  if (was.status === 'to-choose' || now.status === 'to-choose') add('status', was.status, now.status)
  add('phase', was.phase, now.phase)
  add('interval', was.interval, now.interval)
  add('doses', dosesText(was, before), dosesText(now, after))
  return changes
}

/** A place as its day and its time on the wall clock. */
function placeText({ day, time }: Place): string {
  return `${day} ${time}`
}

function dosesText({ phase, number }: PlannedSession, { protocol }: Course): string {
  const row = protocol.phases.find(({ id }) => id === phase)
  return dosesOf(row, number).map(doseText).join('; ')
}

function assessmentChanges(
  before: readonly PlannedAssessment[],
  after: readonly PlannedAssessment[],
): readonly PlanChange[] {
  const text = (one: PlannedAssessment | undefined): string | null =>
    one === undefined || one.status === 'cancelled' ? null : `${one.due} (${one.from} to ${one.to})`
  const old = new Map(before.map((one) => [one.id, one]))
  const now = new Map(after.map((one) => [one.id, one]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly PlanChange[] => {
    const [a, b] = [text(old.get(id)), text(now.get(id))]
    return a === b ? [] : [{ kind: 'assessment', of: id, before: a, after: b }]
  })
}
