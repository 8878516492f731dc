/** Entries of a log that say what was given, each with its time as a number. @module */
import { badArgument } from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { byText } from '../kernel/order.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Administration } from './administration.schema.ts'
import type { AdministrationEvent } from './delivered-shape.ts'
import type { Doubted } from './infusion-run.ts'

const types: readonly string[] = [
  'device-given',
  'dose-given',
  'infusion-started',
  'infusion-rate-changed',
  'infusion-paused',
  'infusion-resumed',
  'infusion-stopped',
  'loss-reported',
  'wasted',
]

/** Whether an entry of a log says anything about what was given. */
export function isAdministration<T extends { readonly type: string }>(
  what: T,
): what is Extract<T, { readonly type: Administration['type'] }> {
  return types.includes(what.type)
}

/** An entry, with its time as a number. */
export interface Placed<W extends Administration = Administration> {
  readonly id: string
  readonly at: Instant | undefined
  readonly ms: number | undefined
  readonly what: W
  readonly recorder: string | undefined
  readonly sequence: number | undefined
}

export type Of<T extends Administration['type']> = Extract<Administration, { readonly type: T }>

export function placedEvents(
  events: readonly AdministrationEvent[],
  asOf: number | undefined,
  doubts: Doubted[],
): readonly Placed[] {
  if (!Array.isArray(events)) throw new Refusal(badArgument, 'events')
  const byId = new Map<string, Placed[]>()
  for (const [index, event] of events.entries()) {
    const { id, what, at, original } = event
    if (typeof id !== 'string' || typeof what !== 'object' || what === null || !isAdministration(what))
      throw new Refusal(badArgument, `events[${index}]`)
    const read = at === undefined ? Number.NaN : instantMs(at)
    const ms = Number.isNaN(read) ? undefined : read
    if (ms !== undefined && asOf !== undefined && ms > asOf) continue
    const one = {
      id,
      at: ms === undefined ? undefined : at,
      ms,
      what,
      recorder: original?.recorder,
      sequence: original?.sequence,
    }
    const known = byId.get(id)
    if (known === undefined) byId.set(id, [one])
    else known.push(one)
  }
  return [...byId.values()].flatMap((alike) => {
    if (alike.length === 1) return alike
    // The texts of entries are compared only where several share an id.
    const versions = new Map(alike.map((one) => [canonical([one.ms ?? null, one.what]), one]))
    const [[, first] = []] = versions
    if (first === undefined || versions.size === 1) return alike.slice(0, 1)
    doubts.push({ event: first.id, code: 'same-id-other-content' })
    return [...versions].sort(([a], [b]) => byText(a, b)).map(([, one]) => doubtful(one))
  })
}

/** One of several entries that share an id and differ: it may be the wrong one, so it has no time and no amounts. */
function doubtful(one: Placed): Placed {
  return { ...one, at: undefined, ms: undefined, what: withoutAmounts(one.what) }
}

function withoutAmounts(what: Administration): Administration {
  switch (what.type) {
    case 'device-given':
      return {
        type: what.type,
        outcome: 'unknown',
        ...(what.holds === undefined ? {} : { holds: what.holds }),
      }
    case 'dose-given':
      return { type: what.type, how: what.how }
    case 'infusion-stopped':
      return { type: what.type, why: 'unknown' }
    case 'loss-reported':
      return { type: what.type, of: what.of, how: what.how }
    case 'wasted':
      return what.of === undefined ? { type: what.type } : { type: what.type, of: what.of }
    default:
      return { type: what.type }
  }
}
