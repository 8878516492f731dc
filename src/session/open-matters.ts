/** What earlier visits left open, until somebody reviewed it. @module */
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import { demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { instantMs } from '../kernel/time.ts'
import { and, not, or, type Truth } from '../kernel/truth.ts'
import { addAnswerNow, type RecordDraft } from './record-draft.ts'
import { replaySession } from './replay.ts'
import type { Session } from './session.schema.ts'
import type { Entry, SessionState } from './state.ts'

/** Something that an earlier visit left behind. */
interface Matter {
  readonly session: string
  readonly id: string
  /** Not a number where nobody can tell. */
  readonly ms: number
  /** Whether it is one: an effect of which nobody said how serious it was may be. */
  readonly is: Truth
}

/**
 * The states of earlier visits of the same person.
 *
 * @throws Refusal `not-parsed`, `bad-argument` where one is of another person
 */
export function earlierStates(
  earlier: readonly Parsed<Session>[] | undefined,
  session: Pick<Session, 'id' | 'patient'>,
  context: Context,
): readonly SessionState[] | undefined {
  if (earlier === undefined) return undefined
  if (!Array.isArray(earlier)) throw new Refusal(badArgument, 'earlier')
  const states: SessionState[] = []
  for (const one of earlier) {
    demandParsed(one, 'earlier')
    if (one.patient !== undefined && session.patient !== undefined && one.patient !== session.patient)
      throw new Refusal(badArgument, 'earlier.patient')
    if (one.id !== session.id) states.push(replaySession(one, context))
  }
  return states.length === 0 ? undefined : states
}

/**
 * Adds whether an earlier visit left a matter open: a serious effect, a referral, an admission, a transfer. A review
 * settles it that was written down later, names the entry or its visit, and whose time can be relied on.
 *
 * What was handed in answers this; where it tells of nothing, what somebody answered stands.
 */
export function addOpenMatters(
  draft: RecordDraft,
  earlier: readonly SessionState[] | undefined,
  state: SessionState,
): void {
  if (earlier === undefined || !draft.asked.has('earlier-matter-open')) return
  const isFda = draft.engine.content.jurisdictions.includes('us')
  const matters = mattersLeft(earlier, [...earlier, state], isFda)
  // An earlier visit of which nothing was written down tells nothing.
  const isSilent = earlier.some(({ entries }) => entries.length === 0)
  const told = or([...matters.map(({ open }) => open), isSilent ? 'unknown' : 'no'])
  // That nothing is found in what was handed in takes back nothing that a person said.
  if (told === 'no' && draft.statements.some(({ fact }) => fact === 'earlier-matter-open')) return
  const worst = matters.find(({ open }) => open === 'yes') ?? matters.find(({ open }) => open === 'unknown')
  addAnswerNow(draft, 'earlier-matter-open', told, worst?.id)
}

/** Something a visit left behind, and whether it is still open. */
export interface MatterLeft {
  readonly session: string
  /** Id of the entry. */
  readonly id: string
  readonly open: Truth
}

/** What visits left behind, each with whether a review in one of `reviewing` settles it. */
export function mattersLeft(
  visits: readonly SessionState[],
  reviewing: readonly SessionState[],
  isFda: boolean,
): readonly MatterLeft[] {
  const reviews = reviewing.flatMap((visit) =>
    visit.entries
      .filter(({ what }) => what.type === 'reviewed')
      .map((entry) => ({ entry, session: visit.session })),
  )
  const namesakes = new Map<string, number>()
  for (const { entries } of visits)
    for (const id of new Set(entries.map((entry) => entry.id)))
      namesakes.set(id, (namesakes.get(id) ?? 0) + 1)
  return visits
    .flatMap((visit) => mattersIn(visit, isFda))
    .map((matter) => {
      const { session, id, is } = matter
      const settled = or(reviews.map((review) => settles(review, matter, namesakes.get(id) ?? 0)))
      return { session, id, open: and([is, not(settled)]) }
    })
}

function mattersIn(visit: SessionState, isFda: boolean): readonly Matter[] {
  return visit.entries.flatMap((entry) => {
    const is = matterIn(entry, isFda)
    return is === 'no' ? [] : [{ session: visit.session, id: entry.id, ms: timeOf(entry), is }]
  })
}

function matterIn({ what }: Entry, isFda: boolean): Truth {
  switch (what.type) {
    case 'referred':
    case 'admitted':
    case 'transferred':
      return 'yes'
    case 'effect-observed':
      return seriousness(what.effect.serious ?? {}, isFda)
    default:
      return 'no'
  }
}

function timeOf({ at }: Entry): number {
  return at === undefined ? Number.NaN : instantMs(at)
}

type Answers = NonNullable<Extract<Entry['what'], { readonly type: 'effect-observed' }>['effect']['serious']>

/** One yes is serious, and what was not answered is not known; one of the tests is asked under the FDA alone. */
function seriousness(answers: Answers, isFda: boolean): Truth {
  const { death, lifeThreatening, hospitalisation, disability, congenitalAnomaly } = answers
  const { interventionNeeded = isFda ? 'unknown' : 'no', otherImportant } = answers
  const tests = [death, lifeThreatening, hospitalisation, disability, congenitalAnomaly, otherImportant]
  return or([interventionNeeded, ...tests.map((answer) => answer ?? 'unknown')])
}

/** Whether a review settles a matter; unknown where it names it and one of the two has no time. */
function settles(
  { entry, session }: { readonly entry: Entry; readonly session: string },
  matter: Matter,
  namesakes: number,
): Truth {
  if (entry.what.type !== 'reviewed') return 'no'
  const { of } = entry.what
  const isNamed =
    of === matter.session ||
    of === `${matter.session}/${matter.id}` ||
    (of === matter.id && (session === matter.session || namesakes === 1))
  if (!isNamed) return 'no'
  const reviewed = timeOf(entry)
  if (Number.isNaN(reviewed) || Number.isNaN(matter.ms)) return 'unknown'
  return reviewed >= matter.ms ? 'yes' : 'no'
}
