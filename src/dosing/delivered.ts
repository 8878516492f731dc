/** What reached the patient, as far as the log can tell. @module */
import { badArgument } from '../kernel/codes.ts'
import { type Fraction, nought } from '../kernel/fraction.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { ok, type Result } from '../kernel/result.ts'
import { instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import {
  type Account,
  accountOf,
  addAccounts,
  balanceOf,
  noAccount,
  type Scale,
  scaled,
  scaleOf,
} from './account.ts'
import { administered, type Free, keptOf, lost, type Open } from './administered.ts'
import {
  type AdministrationEvent,
  boundFor,
  type Delivered,
  type DeliveredOptions,
  type DeliveredPart,
  type SaltMixed,
} from './delivered-shape.ts'
import type { Doubted } from './infusion-run.ts'
import { placedEvents } from './log-entries.ts'
import { baseShare } from './salt.ts'
import { inMilligrams, isExact, lessBy, nothing, plusSpan } from './span.ts'

export type {
  AdministrationEvent,
  Balance,
  Delivered,
  DeliveredOptions,
  DeliveredPart,
  ExactAmount,
  SaltMixed,
} from './delivered-shape.ts'
export type { Doubted } from './infusion-run.ts'
export { isAdministration } from './log-entries.ts'
export type { AmountRange } from './span.ts'

/** What can be said of a log whose amounts cannot be added up: anything may have been given. */
export const deliveredUnknown: Delivered = /* @__PURE__ */ deepFreeze<Delivered>({
  least: { value: 0, unit: 'mg' },
  as: 'unstated',
  use: boundFor,
  parts: [],
  wasted: { least: { value: 0, unit: 'mg' } },
  doubts: [],
})

/**
 * What reached the patient, between two bounds: from pumps, devices and injections, less what was lost.
 *
 * A complete device gave what it holds; a partial one what was written, else anything up to that; a failed one nothing; an
 * unknown one anything up to that. An infusion gave its concentration times its rate times its time, through every
 * change, pause and stop; the pump’s own count and what was left in the bag stand beside it, and where they disagree
 * the bounds hold both. An entry without a time or an amount widens the bounds. Nothing is dropped: what could not be
 * used is listed in `doubts`. Corrections and voids have to be applied before.
 *
 * @param events - entries in any order
 * @param options - the moment up to which a running infusion counts, and the factor between hydrochloride and base
 * @returns mg, exact sums; `salt-mixed` where some entries count the base, some the hydrochloride, and no factor is given
 * @throws Refusal `bad-argument`, `not-readable`
 *
 * @example
 * ```ts
 * const device = { type: 'device-given', outcome: 'complete', holds: mg(28) } as const
 * const given = deliveredDose([
 *   { id: 'first', at: '2026-10-05T09:00:00-04:00', what: device },
 *   { id: 'second', at: '2026-10-05T09:05:00-04:00', what: { ...device, outcome: 'partial' } },
 * ])
 * given.ok && [given.value.least.value, given.value.most?.value] // => [28, 56]
 * ```
 */
export function deliveredDose(
  events: readonly AdministrationEvent[],
  options: DeliveredOptions = {},
): Result<Delivered, SaltMixed> {
  return answered(() => {
    demandUnaltered()
    const asOf = options.asOf === undefined ? undefined : instantMs(options.asOf)
    if (Number.isNaN(asOf)) throw new Refusal(badArgument, 'options.asOf')
    const share =
      options.saltFactor === undefined ? undefined : baseShare(options.saltFactor, 'options.saltFactor')
    const doubts: Doubted[] = []
    const placed = placedEvents(events, asOf, doubts)
    const parts = administered(placed, asOf, doubts)
    const free = lost(placed, parts, doubts)
    const scale = scaleOf(parts, share)
    if (!scale.ok) return scale
    const total = { ...totalled(parts, free, scale.value), doubts: tidied(doubts) }
    return ok(
      deepFreeze<Delivered>(
        options.saltFactor === undefined ? total : { ...total, saltFactor: { ...options.saltFactor } },
      ),
    )
  })
}

function totalled(parts: readonly Open[], free: Free, scale: Scale): Omit<Delivered, 'doubts'> {
  let [total, wasted] = [nothing, scaled(free.wasted, scale.of(undefined))]
  let account: Account | undefined = noAccount
  const listed = parts.map((part): DeliveredPart => {
    const by = scale.of(part)
    const own = accountOf(part, by)
    total = plusSpan(total, scaled(keptOf(part), by))
    wasted = plusSpan(wasted, scaled(part.wasted, by))
    account = addAccounts(account, own)
    return partOf(part, by, own)
  })
  const stray = scaled(free.lost, scale.of(undefined))
  // What was lost of nothing known may be part of anything: the least counts without it.
  const low = stray.high === undefined ? nought : lessBy(total.low, stray.high)
  const thrown = scaled(free.wasted, scale.of(undefined))
  const known = isExact(thrown) && stray.high?.top === 0n
  account = known ? addAccounts(account, { ...noAccount, drawn: thrown.low, wasted: thrown.low }) : undefined
  return {
    ...inMilligrams({ low, high: total.high }),
    as: scale.as,
    use: boundFor,
    parts: listed,
    wasted: inMilligrams(wasted),
    ...(account === undefined ? {} : { balance: balanceOf(account) }),
  }
}

function partOf(
  part: Open,
  by: { readonly low: Fraction; readonly high: Fraction },
  account: Account | undefined,
): DeliveredPart {
  const { event, kind, at, computed, counted, running, lost } = part
  const wasLost = lost.high === undefined || lost.high.top > 0n
  return {
    event,
    kind,
    ...(at === undefined ? {} : { at }),
    ...inMilligrams(scaled(keptOf(part), by)),
    given: inMilligrams(scaled(part.given, by)),
    ...(computed === undefined ? {} : { computed: inMilligrams(scaled(computed, by)) }),
    ...(counted === undefined ? {} : { counted: inMilligrams(scaled(counted, by)) }),
    ...(wasLost ? { lost: inMilligrams(scaled(lost, by)) } : {}),
    ...(running === true ? { running } : {}),
    ...(account === undefined ? {} : { balance: balanceOf(account) }),
  }
}

/** Each doubt once, by entry and code. */
function tidied(doubts: readonly Doubted[]): readonly Doubted[] {
  const sorted = [...doubts].sort((a, b) => byText(a.event, b.event) || byText(a.code, b.code))
  return sorted.filter(({ event, code }, at) => {
    const before = sorted[at - 1]
    return before === undefined || before.event !== event || before.code !== code
  })
}
