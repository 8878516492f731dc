/** A log taken apart: what happened, what amends it, what stands in it twice. @module */
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { instantMs } from '../kernel/time.ts'
import type { Happening, SessionEvent } from './session.schema.ts'

/** An entry that says what happened. */
export type Happened = SessionEvent & { readonly what: Happening }

/** An entry about another entry. */
export type Amending = SessionEvent & { readonly what: Exclude<SessionEvent['what'], Happening> }

/** One entry, its time read once. */
export interface Row<E extends SessionEvent = SessionEvent> {
  readonly event: E
  /** Its own time in ms; infinite where it has none, so that it stands last. */
  readonly ms: number
}

/** A log, each entry once. */
export interface Log {
  readonly happened: readonly Row<Happened>[]
  readonly amending: readonly Row<Amending>[]
  /** Entries of one id that differ, in an order of their own content. */
  readonly conflicts: ReadonlyMap<string, readonly Row[]>
  /** Ids of the entries that stand in the log once more, word for word. */
  readonly repeated: readonly string[]
  /** Every entry that counts for the clock of its recorder. */
  readonly rows: readonly Row[]
  /** Whether an entry of this id says what happened. */
  tells(id: string): boolean
}

/** Whether an entry is about another one. */
function isAmending(event: SessionEvent): event is Amending {
  return event.what.type === 'corrected' || event.what.type === 'voided'
}

/** Whether an entry says what happened. */
export function isHappened(event: SessionEvent): event is Happened {
  return !isAmending(event)
}

function isRowOf<E extends SessionEvent>(row: Row, isIt: (event: SessionEvent) => event is E): row is Row<E> {
  return isIt(row.event)
}

/** Takes a log apart. Where an entry stands in the array plays no part. */
export function readLog(events: readonly SessionEvent[]): Log {
  const byId = new Map<string, Row>()
  const rows: Row[] = []
  const repeated: string[] = []
  // The texts of entries are compared only where two share an id.
  const versions = new Map<string, Map<string, Row>>()
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at]
    if (event === undefined) continue
    const first = byId.get(event.id)
    const row = { event, ms: event.at === undefined ? Number.POSITIVE_INFINITY : instantMs(event.at) }
    if (first === undefined) {
      byId.set(event.id, row)
      rows.push(row)
      continue
    }
    let known = versions.get(event.id)
    if (known === undefined) {
      known = new Map([[canonical(first.event), first]])
      versions.set(event.id, known)
    }
    const text = canonical(event)
    if (known.has(text)) repeated.push(event.id)
    else {
      known.set(text, row)
      rows.push(row)
    }
  }
  const conflicts = new Map<string, readonly Row[]>()
  for (const [id, texts] of versions) {
    if (texts.size < 2) continue
    const sorted = [...texts].sort(([a], [b]) => byText(a, b))
    conflicts.set(
      id,
      sorted.map(([, row]) => row),
    )
  }
  const happened: Row<Happened>[] = []
  const amending: Row<Amending>[] = []
  for (const row of rows) {
    if (conflicts.size > 0 && conflicts.has(row.event.id)) continue
    if (isRowOf(row, isHappened)) happened.push(row)
    else if (isRowOf(row, isAmending)) amending.push(row)
  }
  const tells = (id: string): boolean => {
    const first = byId.get(id)
    if (first === undefined) return false
    return (conflicts.get(id) ?? [first]).some(({ event }) => isHappened(event))
  }
  return { happened, amending, conflicts, repeated, rows, tells }
}
