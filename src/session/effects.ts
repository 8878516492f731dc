/** Effects of a visit, from their first observation to the one that saw them gone. @module */
import { instantMs } from '../kernel/time.ts'
import { is } from './entry.ts'
import type { EffectCourse, Entry } from './state.ts'

/** The courses of all effects, and what was seen to be gone that is not there, or before it was seen. */
export interface Effects {
  readonly effects: readonly EffectCourse[]
  /** Ids of entries. */
  readonly ofNothing: readonly string[]
  readonly beforeOnset: readonly string[]
}

const none: Effects = { effects: [], ofNothing: [], beforeOnset: [] }

interface Open {
  readonly event: string
  readonly entry: EffectCourse['entry']
  resolved?: { readonly event: string; readonly at?: string }
}

/** Follows effects through entries in the order of time: the first entry that saw one gone counts. */
export function effectsOf(entries: readonly Entry[]): Effects {
  const courses: Open[] = []
  const gone: Entry[] = []
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry === undefined) continue
    if (is('effect-observed', entry)) courses.push({ event: entry.id, entry })
    else if (entry.what.type === 'effect-resolved') gone.push(entry)
  }
  if (courses.length === 0 && gone.length === 0) return none
  const byId = new Map<string, Open[]>()
  for (const course of courses) {
    const known = byId.get(course.event)
    if (known === undefined) byId.set(course.event, [course])
    else known.push(course)
  }
  const ofNothing: string[] = []
  const beforeOnset: string[] = []
  for (const entry of gone) {
    if (!is('effect-resolved', entry)) continue
    const spoken = byId.get(entry.what.of)
    if (spoken === undefined) ofNothing.push(entry.id)
    for (const course of spoken ?? []) {
      if (isBefore(entry, course.entry)) beforeOnset.push(entry.id)
      else course.resolved ??= { event: entry.id, ...(entry.at === undefined ? {} : { at: entry.at }) }
    }
  }
  return { effects: courses, ofNothing, beforeOnset }
}

function isBefore({ at }: Entry, other: Entry): boolean {
  return at !== undefined && other.at !== undefined && instantMs(at) < instantMs(other.at)
}
