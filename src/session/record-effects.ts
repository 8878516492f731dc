/** Which effects are still there, as statements: seen, seen to be gone, or asked for. @module */
import type { Instant } from '../kernel/time.ts'
import { instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Statement } from '../patient/patient.schema.ts'
import {
  addAnswer,
  addAnswerNow,
  newestOf,
  type Point,
  type RecordDraft,
  speakerOf,
  timeOf,
} from './record-draft.ts'
import type { EffectCourse, Entry, HappeningOf, SessionState } from './state.ts'

/** Somebody asked about side effects. */
interface Asking extends Point {
  readonly answer: HappeningOf<'asked'>['answer']
  readonly by: Statement['by']
}

/** What is known of one effect. */
interface Known {
  readonly answer: Truth
  /** `now`: it goes on. */
  readonly at: Instant | 'now' | undefined
  readonly from: string
  readonly by: Statement['by']
}

/** Adds a statement for each effect of the catalogue that rules ask and that somebody saw or asked for. */
export function addEffects(draft: RecordDraft, state: SessionState): void {
  const { sideEffects } = draft.engine.content
  if (sideEffects === undefined) return
  const askings: Asking[] = []
  for (const entry of state.entries) {
    const { id, at, what } = entry
    if (what.type !== 'asked' || what.about !== 'side-effects') continue
    askings.push({ id, at, ms: timeOf(entry), answer: what.answer, by: speakerOf(entry.by) })
  }
  if (askings.length === 0 && state.effects.length === 0) return
  const ids = new Set(sideEffects.map(({ id }) => id))
  // `other` says that it is none of the catalogue; an id that is not in it may be any of them.
  const strange = state.effects.filter(({ entry }) => {
    const { effect } = entry.what.effect
    return effect !== 'other' && !ids.has(effect)
  })
  for (const id of ids) {
    const fact = `open-${id}`
    if (!draft.asked.has(fact)) continue
    const courses = state.effects.filter(({ entry }) => entry.what.effect.effect === id)
    const known = knownOf(courses, strange, askings, state.entries)
    if (known === undefined) continue
    if (known.at === 'now') addAnswerNow(draft, fact, known.answer, known.from)
    else addAnswer(draft, fact, known.answer, known.at, known.from, known.by)
  }
}

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
  entries: readonly Entry[],
): Known | undefined {
  const lost =
    [...courses, ...strange].find(
      ({ entry, resolved }) =>
        entry.at === undefined || (resolved !== undefined && resolved.at === undefined),
    )?.event ?? askings.find(({ ms }) => Number.isNaN(ms))?.id
  if (lost !== undefined) return { answer: 'unknown', at: undefined, from: lost, by: 'unknown' }
  let doubt: EffectCourse | undefined
  for (const course of courses) {
    const state = standingOf(course, askings)
    if (state === 'open') return { answer: 'yes', at: 'now', from: course.event, by: 'import' }
    if (state === 'unknown') doubt = course
  }
  doubt ??= strange.find((course) => standingOf(course, askings) !== 'gone')
  if (doubt !== undefined) return { answer: 'unknown', at: 'now', from: doubt.event, by: 'unknown' }
  return lastWord(courses, askings, entries)
}

/** Whether one course goes on; an answer nobody knows, given after it was seen, leaves that open. */
function standingOf(
  { entry, resolved }: EffectCourse,
  askings: readonly Asking[],
): 'open' | 'gone' | 'unknown' {
  if (resolved !== undefined) return 'gone'
  const seen = timeOf(entry)
  const later = askings.filter(({ ms }) => ms > seen)
  if (later.some(({ answer }) => answer === 'none')) return 'gone'
  return later.some(({ answer }) => answer === 'unknown') ? 'unknown' : 'open'
}

/** The newest word that there is none: of a course that was seen to be gone, or of an answer. */
function lastWord(
  courses: readonly EffectCourse[],
  askings: readonly Asking[],
  entries: readonly Entry[],
): Known | undefined {
  const newest = newestOf(askings)
  const said = askings.filter(({ ms }) => ms === newest)
  const open = said.find(({ answer }) => answer !== 'none') ?? said[0]
  const gone = lastGone(courses)
  if (gone?.resolved?.at !== undefined && instantMs(gone.resolved.at) > newest) {
    const { event, at } = gone.resolved
    const witness = entries.find(({ id }) => id === event)
    return { answer: 'no', at, from: event, by: witness === undefined ? 'unknown' : speakerOf(witness.by) }
  }
  if (open === undefined) return undefined
  return { answer: open.answer === 'none' ? 'no' : 'unknown', at: open.at, from: open.id, by: open.by }
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
