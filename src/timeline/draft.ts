/** Entries as they are drafted by kind, and how drafts become the entries of a timeline. @module */
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { type CivilDate, dayNumber, type When } from '../kernel/time.ts'
import { daysOf, inTime, reachOf } from './placing.ts'
import type { EntryKind, TimelineEntry } from './timeline-shape.ts'

/** An entry before it has its place, its day and its links in both directions. */
export interface Draft {
  readonly id: string
  readonly kind: EntryKind
  readonly at: When | null
  readonly late?: boolean
  readonly visit?: string
  readonly planned?: string
  /** Ids of entries it led to, or that led to it; one of the two directions is enough. */
  readonly links?: readonly string[]
  readonly what: TimelineEntry['what']
}

/**
 * The same drafts with ids of their own: what was handed in twice stands once, and what only shares an id is counted.
 */
export function withOwnIds(drafts: readonly Draft[]): readonly Draft[] {
  const byId = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const same = byId.get(draft.id)
    if (same === undefined) byId.set(draft.id, [draft])
    else same.push(draft)
  }
  return [...byId.values()].flatMap((same) => {
    // Most ids stand alone: only those that do not are compared by all they hold.
    if (same.length === 1) return same
    const once = new Map(same.map((draft) => [canonical(draft), draft]))
    return [...once]
      .sort(([a], [b]) => byText(a, b))
      .map(([, draft], at) => (at === 0 ? draft : { ...draft, id: `${draft.id}~${at + 1}` }))
  })
}

/** The entries in the order of time, each linked with what links to it. */
export function entriesOf(
  drafts: readonly Draft[],
  zone: string,
  start: CivilDate | null,
): readonly TimelineEntry[] {
  const links = new Map<string, Set<string>>(drafts.map(({ id }) => [id, new Set()]))
  for (const { id, links: own = [] } of drafts) {
    for (const other of own) {
      const back = links.get(other)
      if (back === undefined || other === id) continue
      back.add(id)
      links.get(id)?.add(other)
    }
  }
  return drafts
    .map((draft) => {
      const days = daysOf(draft.at, zone)
      const entry: TimelineEntry = {
        id: draft.id,
        kind: draft.kind,
        at: draft.at,
        days,
        day:
          start === null || days === null || days.from !== days.to
            ? null
            : dayNumber(days.from) - dayNumber(start),
        late: draft.late === true,
        visit: draft.visit ?? null,
        planned: draft.planned ?? null,
        links: [...(links.get(draft.id) ?? [])].sort(byText),
        what: draft.what,
      }
      return { entry, reach: reachOf(draft.at, zone) }
    })
    .sort(inTime)
    .map(({ entry }) => entry)
}
