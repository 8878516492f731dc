/** What visits left to be done: the tasks of the last one, and what of any is still open. @module */
import { byText } from '../kernel/order.ts'
import type { CivilDate } from '../kernel/time.ts'
import { instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { followUpsOf } from '../session/follow-up.ts'
import { mattersLeft } from '../session/open-matters.ts'
import { judgedVisit } from '../session/readiness.ts'
import { planOf } from '../session/shown-ready.ts'
import type { Entry, SessionState } from '../session/state.ts'
import type { CheckedQuestion } from './question.ts'
import type { LeftMatter } from './timeline-shape.ts'

/** The visits with a dose that may be the last: those without a time, and the latest that has one. */
export function lastGiven(given: readonly SessionState[]): readonly SessionState[] {
  const untimed = given.filter(({ anchors }) => anchors.start?.at === undefined)
  const timed = given
    .filter(({ anchors }) => anchors.start?.at !== undefined)
    .sort((a, b) => startMs(a) - startMs(b) || byText(a.session, b.session))
  const last = timed.at(-1)
  return last === undefined ? untimed : [last, ...untimed]
}

function startMs({ anchors }: SessionState): number {
  return anchors.start?.at === undefined ? Number.NaN : instantMs(anchors.start.at)
}

/** Everything left, what is due first standing first; what has no day stands last. */
export function leftBy(
  question: CheckedQuestion,
  states: readonly SessionState[],
  given: readonly SessionState[],
): readonly LeftMatter[] {
  const left = [
    ...lastGiven(given).flatMap((state) => [...tasksOf(state, states, question), ...nextDoseIn(state)]),
    ...mattersIn(states, question),
  ]
  const dueOf = ({ due }: LeftMatter): CivilDate => due ?? '9999-12-31'
  return left.sort(
    (a, b) =>
      byText(dueOf(a), dueOf(b)) || byText(a.kind, b.kind) || byText(a.visit, b.visit) || byText(a.id, b.id),
  )
}

/** The rows of the tables for the product of the visit; without a product, or tables, nobody can tell. */
function tasksOf(
  state: SessionState,
  states: readonly SessionState[],
  { sessions, patient, content, context, moment, course }: CheckedQuestion,
): readonly LeftMatter[] {
  const plan =
    planOf(state.booked) ?? (course === undefined ? undefined : { product: course.protocol.product })
  const session = sessions.find(({ id }) => id === state.session)
  const isKnown = content.session !== undefined && content.products.some(({ id }) => id === plan?.product)
  const entry = `visit/${state.session}`
  if (plan === undefined || session === undefined || !isKnown) {
    const visit = state.session
    return [{ kind: 'tasks-unknown', id: visit, label: '', due: null, open: 'unknown', visit, entry }]
  }
  const { selection } = judgedVisit({ session, patient, plan }, context, 'release', 'release')
  const isBehind = (due: CivilDate | undefined): boolean => due !== undefined && due < moment.today
  return followUpsOf(state, plan, selection.engine, moment).flatMap(
    ({ id, label, kind, due, asked }): readonly LeftMatter[] => {
      // Advice belongs to its day, and what a reviewer has ticked off is done.
      if ((kind === 'advice' && isBehind(due)) || isReviewed(id, state, states)) return []
      return [
        {
          kind: kind === 'advice' ? 'advice' : 'task',
          id,
          label,
          due: due ?? null,
          open: asked,
          visit: state.session,
          entry,
        },
      ]
    },
  )
}

/** Named in the visit itself, or with the visit in a later one. */
function isReviewed(task: string, state: SessionState, states: readonly SessionState[]): boolean {
  return states.some(({ session, entries }) =>
    entries.some(
      ({ what }) =>
        what.type === 'reviewed' &&
        (what.of === `${state.session}/${task}` || (session === state.session && what.of === task)),
    ),
  )
}

/** What was decided, or left undecided, for the next dose. */
function nextDoseIn({ session, effects }: SessionState): readonly LeftMatter[] {
  return effects.flatMap(({ event, entry }): readonly LeftMatter[] => {
    const { nextDose } = entry.what.effect
    if (nextDose === undefined || nextDose === 'unchanged') return []
    return [
      {
        kind: 'next-dose',
        id: event,
        label: nextDose,
        due: null,
        open: 'yes',
        visit: session,
        entry: `effect/${session}/${event}`,
      },
    ]
  })
}

function mattersIn(states: readonly SessionState[], { content }: CheckedQuestion): readonly LeftMatter[] {
  const byVisit = new Map(states.map((state) => [state.session, state]))
  return mattersLeft(states, states, content.jurisdictions.includes('us')).flatMap(
    ({ session, id, open }): readonly LeftMatter[] => {
      const entry = byVisit.get(session)?.entries.find((one) => one.id === id)
      return entry === undefined || open === 'no' ? [] : [matterOf(entry, session, open)]
    },
  )
}

function matterOf({ id, what }: Entry, visit: string, open: Exclude<Truth, 'no'>): LeftMatter {
  const shared = { id, due: null, open, visit }
  switch (what.type) {
    case 'effect-observed':
      return {
        ...shared,
        kind: 'serious-effect',
        label: what.effect.effect,
        entry: `effect/${visit}/${id}`,
      }
    case 'referred':
      return { ...shared, kind: 'referral', label: what.to, entry: `visit/${visit}` }
    case 'transferred':
      return { ...shared, kind: 'transfer', label: what.to, entry: `visit/${visit}` }
    default:
      return { ...shared, kind: 'admission', label: what.type, entry: `visit/${visit}` }
  }
}
