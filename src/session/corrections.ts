/** Corrections and voids, followed to the entry they speak of. @module */
import { type Clocks, clocksOf } from './clock.ts'
import type { Amending, Log, Row } from './log.ts'
import { byTime } from './order.ts'
import type { Happening } from './session.schema.ts'
import type { LeftOut } from './state.ts'

/** What corrections made of an entry. */
export type Amended =
  | { readonly kind: 'struck' }
  /** Whether a correction was known yet, or which of several came last, nobody can tell: so nor what it reads. */
  | { readonly kind: 'unclear'; readonly mayRead: readonly Happening[] }
  | {
      readonly kind: 'reads'
      readonly to: Happening
      /** The time somebody stated for it, and whose clock the correction was written by. */
      readonly happened?: { readonly at: string; readonly recorder: string }
      readonly by: Chain
    }

/** Corrections in the order in which they were followed: those before this one, this one, and those about it. */
interface Chain {
  readonly earlier: Chain | undefined
  readonly id: string
  readonly own: Chain | undefined
}

/** The ids of a chain. A long one is not worth more than its length, so it is laid out once, at the end. */
export function idsIn(chain: Chain): readonly string[] {
  const ids: string[] = []
  const open: (Chain | string | undefined)[] = [chain]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string') ids.push(one)
    else if (one !== undefined) open.push(one.own, one.id, one.earlier)
  }
  return ids
}

/** What the corrections of a log come to at a moment. */
export interface Amendments {
  readonly isEmpty: boolean
  of(id: string): Amended | undefined
  /** Every correction and void, and what became of it. */
  readonly leftOut: readonly LeftOut[]
}

const none: Amendments = { isEmpty: true, of: () => undefined, leftOut: [] }

const circle = -1
const nothing = -2

/**
 * Follows every correction and void that counts at a moment.
 *
 * The last one about an entry counts. A correction of a correction, or of a void, speaks of the entry at the end of the
 * chain; a void of a correction, or of a void, takes it back. What runs in a circle, or leads to no entry, is not
 * followed. Where one of them has no time, or one that lies ahead a clock that is not relied on, what the entry reads is
 * unclear.
 *
 * @param ms - the moment: a correction written later is not known yet
 */
export function amendmentsOf(log: Log, ms: number): Amendments {
  if (log.amending.length === 0) return none
  // Only of what lies ahead has anybody to know whose clock wrote it.
  let clocks: Clocks | undefined
  const leftOut: LeftOut[] = []
  const counted = new Map<string, Row<Amending>>()
  const unsure = new Set<string>()
  for (const row of log.amending) {
    const { id, recorder } = row.event
    const isLater = row.ms > ms && row.ms !== Number.POSITIVE_INFINITY
    if (isLater) clocks ??= clocksOf(log.rows)
    if (isLater && clocks?.faultOf(recorder) === undefined) leftOut.push({ id, why: 'after-as-of' })
    else counted.set(id, row)
    if (isLater || row.ms === Number.POSITIVE_INFINITY) unsure.add(id)
  }
  const steps = stepsToEntry(counted, log)
  const followed: { readonly row: Row<Amending>; readonly steps: number }[] = []
  for (const [id, row] of counted) {
    const away = steps.get(id) ?? nothing
    if (away === circle) leftOut.push({ id, why: 'correction-in-a-circle' })
    else if (away === nothing) leftOut.push({ id, why: 'correction-of-nothing' })
    else followed.push({ row, steps: away })
  }
  // Those furthest from the entry first: what they say has to be known when the next one is read.
  followed.sort((a, b) => b.steps - a.steps || byTime(a.row, b.row))
  const found = new Map<string, Amended>()
  const unclear = new Set<string>()
  for (const { row } of followed) {
    const { id } = row.event
    const own = found.get(id)
    const { of } = row.event.what
    leftOut.push({ id, why: own?.kind === 'struck' ? 'voided' : 'correction-followed' })
    const told = [...readingsOf(found.get(of)), ...readingsOf(own), ...readingsIn(row.event)]
    if (unsure.has(id) || own?.kind === 'unclear') unclear.add(of)
    if (unclear.has(of)) found.set(of, { kind: 'unclear', mayRead: told })
    else if (own?.kind !== 'struck') found.set(of, said(row, own, found.get(of)))
  }
  return { isEmpty: false, of: (id) => found.get(id), leftOut }
}

function readingsIn({ what }: Amending): readonly Happening[] {
  return what.type === 'corrected' ? [what.to] : []
}

function readingsOf(amended: Amended | undefined): readonly Happening[] {
  if (amended?.kind === 'reads') return [amended.to]
  return amended?.kind === 'unclear' ? amended.mayRead : []
}

/** What an entry comes to by one more correction. */
function said({ event }: Row<Amending>, own: Amended | undefined, before: Amended | undefined): Amended {
  const { what, id } = event
  const earlier = before?.kind === 'reads' ? before : undefined
  const reads = own?.kind === 'reads' ? own : undefined
  const to = reads?.to ?? (what.type === 'corrected' ? what.to : undefined)
  if (to === undefined) return { kind: 'struck' }
  const by: Chain = { earlier: earlier?.by, id, own: reads?.by }
  const happened = reads?.happened ?? stated(event) ?? earlier?.happened
  return { kind: 'reads', to, by, ...(happened === undefined ? {} : { happened }) }
}

function stated({
  what,
  recorder,
}: Amending): { readonly at: string; readonly recorder: string } | undefined {
  if (what.type === 'voided' || what.happenedAt === undefined) return undefined
  return { at: what.happenedAt, recorder }
}

/** How many steps each correction is away from the entry it ends at. */
function stepsToEntry(counted: ReadonlyMap<string, Row<Amending>>, log: Log): ReadonlyMap<string, number> {
  const steps = new Map<string, number>()
  for (const start of counted.keys()) {
    const path: string[] = []
    const passed = new Set<string>()
    let id = start
    let away = steps.get(id)
    while (away === undefined) {
      const row = counted.get(id)
      if (row === undefined) away = log.tells(id) ? 0 : nothing
      else if (passed.has(id)) away = circle
      else {
        passed.add(id)
        path.push(id)
        id = row.event.what.of
        away = steps.get(id)
      }
    }
    for (let back = path.length - 1; back >= 0; back -= 1) {
      if (away >= 0) away += 1
      steps.set(path[back] ?? '', away)
    }
  }
  return steps
}
