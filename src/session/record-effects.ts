/** Which effects are still there, as statements: seen, seen to be gone, or asked for. @module */
import { speakerOf } from '../judgement/stated.ts'
import type { Content } from '../kernel/content.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Statement } from '../patient/patient.schema.ts'
import { addAnswer, addAnswerNow, type RecordDraft } from './record-draft.ts'
import type { Timed, VisitLog } from './record-log.ts'
import type { EffectCourse } from './state.ts'

/** What is known of one effect. */
interface Known {
  readonly answer: Truth
  /** `now`: it goes on. */
  readonly at: Instant | 'now' | undefined
  readonly from: string
  readonly by: Statement['by']
}

/** Adds a statement for each effect of the catalogue that rules ask and that somebody saw or asked for. */
export function addEffects(draft: RecordDraft, log: VisitLog): void {
  const { engine, asked } = draft
  const { effects } = log.state
  const catalogue = catalogueOf(engine.content)
  const askings = log.askings.filter(({ entry }) => entry.what.about === 'side-effects')
  if (catalogue.size === 0 || (askings.length === 0 && effects.length === 0)) return
  const courses = new Map<string, EffectCourse[]>()
  // `other` says that it is none of the catalogue; an id that is not in it may be any of them.
  const strange: EffectCourse[] = []
  for (const course of effects) {
    const { effect } = course.entry.what.effect
    if (!catalogue.has(effect)) {
      strange.push(course)
      continue
    }
    const known = courses.get(effect)
    if (known === undefined) courses.set(effect, [course])
    else known.push(course)
  }
  const others = knownOf(none, strange, askings, log)
  for (const [id, fact] of catalogue) {
    if (!asked.has(fact)) continue
    const own = courses.get(id)
    const known = own === undefined ? others : knownOf(own, strange, askings, log)
    if (known === undefined) continue
    if (known.at === 'now') addAnswerNow(draft, fact, known.answer, known.from)
    else addAnswer(draft, fact, known.answer, known.at, known.from, known.by)
  }
}

const none: readonly EffectCourse[] = []
const catalogues = /* @__PURE__ */ new WeakMap<Content, ReadonlyMap<string, string>>()

/** The effects of a pack, each with the fact that it is there, and those it does not name, together. */
function catalogueOf(content: Content): ReadonlyMap<string, string> {
  let catalogue = catalogues.get(content)
  if (catalogue === undefined) {
    const ids = [...(content.sideEffects ?? []).map(({ id }) => id), 'other']
    catalogue = new Map(ids.map((id) => [id, `open-${id}`]))
    catalogues.set(content, catalogue)
  }
  return catalogue
}

type Asking = Timed<'asked'>

/**
 * Whether an effect is still there.
 *
 * One that was seen is there until it was seen to be gone, or until somebody was asked later and said there was none.
 * What has no time may be the last word, so nothing is known then.
 */
function knownOf(
  courses: readonly EffectCourse[],
  strange: readonly EffectCourse[],
  askings: readonly Asking[],
  log: VisitLog,
): Known | undefined {
  const lost =
    courses.find(isLost)?.event ??
    strange.find(isLost)?.event ??
    askings.find(({ ms }) => Number.isNaN(ms))?.entry.id
  if (lost !== undefined) return { answer: 'unknown', at: undefined, from: lost, by: 'unknown' }
  let doubt: EffectCourse | undefined
  for (const course of courses) {
    const state = standingOf(course, askings)
    if (state === 'open') return { answer: 'yes', at: 'now', from: course.event, by: 'import' }
    if (state === 'unknown') doubt = course
  }
  doubt ??= strange.find((course) => standingOf(course, askings) !== 'gone')
  if (doubt !== undefined) return { answer: 'unknown', at: 'now', from: doubt.event, by: 'unknown' }
  return lastWord(courses, askings, log)
}

function isLost({ entry, resolved }: EffectCourse): boolean {
  return entry.at === undefined || (resolved !== undefined && resolved.at === undefined)
}

/** Whether one course goes on; an answer nobody knows, given after it was seen, leaves that open. */
function standingOf(
  { entry, resolved }: EffectCourse,
  askings: readonly Asking[],
): 'open' | 'gone' | 'unknown' {
  if (resolved !== undefined) return 'gone'
  const seen = entry.at === undefined ? Number.NaN : instantMs(entry.at)
  const later = askings.filter(({ ms }) => ms > seen)
  if (later.some((one) => one.entry.what.answer === 'none')) return 'gone'
  return later.some((one) => one.entry.what.answer === 'unknown') ? 'unknown' : 'open'
}

/** The newest word that there is none: of a course that was seen to be gone, or of an answer. */
function lastWord(
  courses: readonly EffectCourse[],
  askings: readonly Asking[],
  { state }: VisitLog,
): Known | undefined {
  const newest = askings.at(-1)?.ms ?? Number.NEGATIVE_INFINITY
  const said = askings.filter(({ ms }) => ms === newest)
  const word = (said.find((one) => one.entry.what.answer !== 'none') ?? said[0])?.entry
  const gone = lastGone(courses)?.resolved
  if (gone?.at !== undefined && instantMs(gone.at) > newest) {
    const { event, at } = gone
    const witness = state.entries.find(({ id }) => id === event)
    return { answer: 'no', at, from: event, by: witness === undefined ? 'unknown' : speakerOf(witness.by) }
  }
  if (word === undefined) return undefined
  const answer = word.what.answer === 'none' ? 'no' : 'unknown'
  return { answer, at: word.at, from: word.id, by: speakerOf(word.by) }
}

function lastGone(courses: readonly EffectCourse[]): EffectCourse | undefined {
  let last: EffectCourse | undefined
  for (const course of courses) {
    const at = course.resolved?.at
    if (at !== undefined && (last?.resolved?.at === undefined || instantMs(at) > instantMs(last.resolved.at)))
      last = course
  }
  return last
}
