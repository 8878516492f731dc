/** What reached the patient, as far as the log can tell. @module */
import { badArgument } from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import {
  compareFractions,
  difference,
  type Fraction,
  fractionText,
  larger,
  nought,
  numberOf,
  productOf,
  sum,
} from '../kernel/fraction.ts'
import { byText } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Administration } from './administration.schema.ts'
import { type Control, type ControlAt, type Doubted, infusionsIn, readable } from './infusion-run.ts'
import { baseShare, type SaltFactor } from './salt.ts'
import {
  type AmountRange,
  anything,
  around,
  exactly,
  inMilligrams,
  isExact,
  lessBy,
  nothing,
  plusSpan,
  type Span,
  upTo,
} from './span.ts'

export type { Doubted } from './infusion-run.ts'
export type { SaltFactor } from './salt.ts'
export type { AmountRange } from './span.ts'

/** One entry of a log that says what was given; the entries of a session are of this shape. */
export interface AdministrationEvent {
  readonly id: string
  /** Left out where nobody knows, or the clock cannot be relied on. */
  readonly at?: Instant | undefined
  readonly what: Administration
  /** Who wrote it, as which of their entries: it tells apart two entries of one instant. */
  readonly original?: { readonly recorder: string; readonly sequence: number } | undefined
}

/** An amount with its exact value beside the nearest number: `25/3` where the decimal has no end. */
export interface ExactAmount extends Quantity<'mg'> {
  readonly exact: string
}

/** Where everything that was drawn up went. Exactly: drawn = delivered + wasted + remaining. */
export interface Balance {
  readonly drawn: ExactAmount
  readonly delivered: ExactAmount
  /** Thrown away, or lost on the way. */
  readonly wasted: ExactAmount
  /** Left in the device, bag or syringe. */
  readonly remaining: ExactAmount
}

/** One administration. */
export interface DeliveredPart extends AmountRange {
  /** Id of its entry; of an infusion, of the entry that started it. */
  readonly event: string
  readonly kind: 'device' | 'dose' | 'infusion'
  readonly at?: Instant
  /** What left the device, the syringe or the pump, before anything was reported lost. */
  readonly given: AmountRange
  /** Of an infusion: rate over time. */
  readonly computed?: AmountRange
  /** Of an infusion: by what the pump counted and by what was left in the bag. */
  readonly counted?: AmountRange
  readonly lost?: AmountRange
  readonly running?: true
  /** Only where everything it takes is known. */
  readonly balance?: Balance
}

/** Which bound serves which purpose. */
export const boundFor = {
  ceilings: 'most',
  totals: 'most',
  effect: 'least',
  course: 'least',
} as const

/** What was given, between the least and the most the log allows; `most` is left out where nothing bounds it. */
export interface Delivered extends AmountRange {
  /** What the milligrams count; `unstated` where an entry does not say. */
  readonly as: 'base' | 'hydrochloride' | 'unstated'
  /** The bound each purpose must use: ceilings and totals the upper one, effect and course the lower one. */
  readonly use: typeof boundFor
  /** Each administration, oldest first, those without a time last. */
  readonly parts: readonly DeliveredPart[]
  /** Thrown away, and not counted as given. */
  readonly wasted: AmountRange
  readonly balance?: Balance
  /** Entries that made a bound wider or were not used, each with its code. */
  readonly doubts: readonly Doubted[]
  /** The factor that turned hydrochloride into base, where one was used. */
  readonly saltFactor?: SaltFactor
}

/** Why amounts are not added up: some count the base and some the salt, and no factor was named. */
export interface SaltMixed {
  readonly code: 'salt-mixed'
  /** Ids of the entries that count the hydrochloride. */
  readonly events: readonly string[]
}

/** How a log is read. */
export interface DeliveredOptions {
  /** What runs at this moment counts up to it; later entries are left out. */
  readonly asOf?: Instant | undefined
  readonly saltFactor?: SaltFactor | undefined
}

/** What can be said of a log whose amounts cannot be added up: anything may have been given. */
export const deliveredUnknown: Delivered = /* @__PURE__ */ deepFreeze<Delivered>({
  least: { value: 0, unit: 'mg' },
  as: 'unstated',
  use: boundFor,
  parts: [],
  wasted: { least: { value: 0, unit: 'mg' } },
  doubts: [],
})

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
interface Placed<W extends Administration = Administration> {
  readonly id: string
  readonly at: Instant | undefined
  readonly ms: number | undefined
  readonly what: W
  readonly recorder: string | undefined
  readonly sequence: number | undefined
}

type Of<T extends Administration['type']> = Extract<Administration, { readonly type: T }>

/** An administration while it is added up, mg as written. */
interface Open {
  readonly event: string
  readonly kind: DeliveredPart['kind']
  readonly at: Instant | undefined
  readonly ms: number | undefined
  readonly salt: 'base' | 'hydrochloride' | undefined
  readonly members: readonly string[]
  readonly concentration: Fraction | undefined
  /** What it was drawn from: the device, the bag. A dose given at once was drawn for itself. */
  readonly held: Fraction | undefined
  given: Span
  readonly computed?: Span
  readonly counted?: Span | undefined
  readonly running?: boolean
  lost: Span
  wasted: Span
}

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

function placedEvents(
  events: readonly AdministrationEvent[],
  asOf: number | undefined,
  doubts: Doubted[],
): readonly Placed[] {
  if (!Array.isArray(events)) throw new Refusal(badArgument, 'events')
  const byId = new Map<string, { readonly text: string; readonly one: Placed }[]>()
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
    const text = canonical([ms ?? null, what])
    const known = byId.get(id)
    if (known === undefined) byId.set(id, [{ text, one }])
    else if (!known.some((other) => other.text === text)) known.push({ text, one })
  }
  return [...byId.values()].flatMap((alike) => {
    const [first] = alike
    if (first !== undefined && alike.length === 1) return [first.one]
    doubts.push({ event: first?.one.id ?? '', code: 'same-id-other-content' })
    return alike.sort((a, b) => byText(a.text, b.text)).map(({ one }) => doubtful(one))
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

function administered(placed: readonly Placed[], asOf: number | undefined, doubts: Doubted[]): Open[] {
  const parts: Open[] = []
  const controls: ControlAt[] = []
  const times = new Map<string, Instant | undefined>()
  for (const one of placed) {
    const { id, at, ms, what } = one
    if (what.type === 'device-given') parts.push({ ...deviceOf(id, what, doubts), at, ms })
    else if (what.type === 'dose-given') parts.push({ ...doseOf(id, what, doubts), at, ms })
    else if (isControl(what)) {
      controls.push({ ...one, what })
      times.set(id, at)
    }
  }
  for (const run of infusionsIn(controls, asOf)) {
    doubts.push(...run.doubts)
    const { id, ms, members, concentration, held, given, computed, counted, running } = run
    const at = ms === undefined ? undefined : times.get(id)
    const open = {
      event: id,
      kind: 'infusion',
      at,
      ms,
      salt: run.as,
      members,
      concentration,
      held,
      given,
    } as const
    parts.push({ ...open, computed, counted, running, lost: nothing, wasted: nothing })
  }
  const when = ({ ms }: Open): number => ms ?? Number.POSITIVE_INFINITY
  return parts.sort((a, b) => (when(a) === when(b) ? byText(a.event, b.event) : when(a) - when(b)))
}

function isControl(what: Administration): what is Control {
  return what.type.startsWith('infusion-')
}

const bare = {
  at: undefined,
  ms: undefined,
  concentration: undefined,
  lost: nothing,
  wasted: nothing,
} as const

/** A mass as written; where it is left out or cannot be used, the doubt is listed. */
function massOf(quantity: Quantity | undefined, event: string, doubts: Doubted[]): Fraction | undefined {
  const amount = readable(quantity, 'mg')
  if (amount === undefined)
    doubts.push({ event, code: quantity === undefined ? 'amount-unknown' : 'amount-not-used' })
  return amount
}

function deviceOf(event: string, what: Of<'device-given'>, doubts: Doubted[]): Open {
  // A failed device gives nothing, whatever it holds.
  const idle = what.outcome === 'failed' && what.holds === undefined
  const held = idle ? undefined : massOf(what.holds, event, doubts)
  const amount = what.amount === undefined ? undefined : massOf(what.amount, event, doubts)
  if (amount !== undefined && held !== undefined && compareFractions(amount, held) > 0)
    doubts.push({ event, code: 'above-what-it-held' })
  const given = emptied(what.outcome, held, amount)
  if (
    what.outcome === 'complete' &&
    amount !== undefined &&
    held !== undefined &&
    compareFractions(amount, held) < 0
  )
    doubts.push({ event, code: 'count-differs' })
  return { ...bare, event, kind: 'device', salt: 'base', members: [event], held, given }
}

function emptied(
  outcome: Of<'device-given'>['outcome'],
  held: Fraction | undefined,
  amount: Fraction | undefined,
): Span {
  const most = held === undefined || amount === undefined ? held : larger(held, amount)
  switch (outcome) {
    case 'complete':
      if (held === undefined) return amount === undefined ? anything : exactly(amount)
      return amount === undefined ? exactly(held) : around(exactly(held), exactly(amount))
    case 'partial':
      if (amount === undefined) return upTo(held)
      // More than it can hold is no amount, but it is not less than it either.
      return held !== undefined && compareFractions(amount, held) > 0
        ? { low: nought, high: amount }
        : exactly(amount)
    case 'failed':
      return upTo(amount ?? nought)
    case 'unknown':
      return upTo(held === undefined ? undefined : most)
  }
}

function doseOf(event: string, what: Of<'dose-given'>, doubts: Doubted[]): Open {
  const amount = massOf(what.amount, event, doubts)
  const given = amount === undefined ? anything : exactly(amount)
  return { ...bare, event, kind: 'dose', salt: what.as, members: [event], held: undefined, given }
}

/** What was thrown away without belonging to an administration, and what was lost of none that is known. */
interface Free {
  readonly wasted: Span
  readonly lost: Span
}

function lost(placed: readonly Placed[], parts: readonly Open[], doubts: Doubted[]): Free {
  let [wasted, stray] = [nothing, nothing]
  for (const { id, what } of placed) {
    if (what.type !== 'loss-reported' && what.type !== 'wasted') continue
    const part =
      what.of === undefined ? undefined : parts.find(({ members }) => members.includes(what.of ?? ''))
    const amount = amountOf(what.amount, part?.concentration)
    if (amount === undefined)
      doubts.push({ event: id, code: what.amount === undefined ? 'amount-unknown' : 'amount-not-used' })
    if (part === undefined && what.of !== undefined) doubts.push({ event: id, code: 'loss-of-nothing' })
    const span = amount === undefined ? anything : exactly(amount)
    if (what.type === 'wasted') {
      if (part === undefined) wasted = plusSpan(wasted, span)
      else part.wasted = plusSpan(part.wasted, span)
    } else if (part === undefined) stray = plusSpan(stray, span)
    else part.lost = plusSpan(part.lost, span)
  }
  for (const part of parts) {
    const { high } = part.given
    if (high !== undefined && compareFractions(part.lost.low, high) > 0)
      doubts.push({ event: part.event, code: 'loss-above-given' })
  }
  return { wasted, lost: stray }
}

/** A mass, or a volume of an infusion. */
function amountOf(quantity: Quantity | undefined, concentration: Fraction | undefined): Fraction | undefined {
  const mass = readable(quantity, 'mg')
  if (mass !== undefined) return mass
  const volume = readable(quantity, 'mL')
  return volume === undefined || concentration === undefined ? undefined : productOf(volume, concentration)
}

/** What was given less what was lost: the least by all that may be gone, the most only by what surely is. */
function keptOf({ given, lost }: Open): Span {
  const low = lost.high === undefined ? nought : lessBy(given.low, lost.high)
  if (given.high === undefined) return { low, high: undefined }
  // More lost than was given is a slip of one of the two; the upper bound does not rest on it.
  const slip = compareFractions(lost.low, given.high) > 0
  return { low, high: slip ? given.high : difference(given.high, lost.low) }
}

interface Scale {
  readonly as: Delivered['as']
  /** Milligrams of base in one as written, between two bounds. */
  readonly of: (part: Open | undefined) => { readonly low: Fraction; readonly high: Fraction }
}

const one: Fraction = { top: 1n, bottom: 1n }
const same = { low: one, high: one }

function scaleOf(parts: readonly Open[], share: Fraction | undefined): Result<Scale, SaltMixed> {
  if (share !== undefined) {
    const salt = { low: share, high: share }
    const either = { low: share, high: one }
    return ok({
      as: 'base',
      of: (part) => (part?.salt === 'hydrochloride' ? salt : part?.salt === 'base' ? same : either),
    })
  }
  const salts = parts.filter(({ salt }) => salt === 'hydrochloride')
  if (salts.length === 0) {
    const stated = parts.every(({ salt }) => salt === 'base')
    return ok({ as: stated ? 'base' : 'unstated', of: () => same })
  }
  if (salts.length === parts.length) return ok({ as: 'hydrochloride', of: () => same })
  return err({ code: 'salt-mixed', events: salts.map(({ event }) => event) })
}

function scaled({ low, high }: Span, by: { readonly low: Fraction; readonly high: Fraction }): Span {
  return { low: productOf(low, by.low), high: high === undefined ? undefined : productOf(high, by.high) }
}

interface Account {
  readonly drawn: Fraction
  readonly delivered: Fraction
  readonly wasted: Fraction
  readonly remaining: Fraction
}

/** The account of one administration, where everything it takes is known and adds up. */
function accountOf(part: Open, by: { readonly low: Fraction; readonly high: Fraction }): Account | undefined {
  const { given, lost, wasted, held } = part
  if (!isExact(given) || !isExact(lost) || !isExact(wasted) || compareFractions(by.low, by.high) !== 0)
    return undefined
  if (part.kind !== 'dose' && held === undefined) return undefined
  if (compareFractions(lost.low, given.low) > 0) return undefined
  const drawn = part.kind === 'dose' ? sum(given.low, wasted.low) : (held ?? nought)
  const remaining = difference(difference(drawn, given.low), wasted.low)
  if (compareFractions(remaining, nought) < 0) return undefined
  const inBase = (amount: Fraction): Fraction => productOf(amount, by.low)
  return {
    drawn: inBase(drawn),
    delivered: inBase(difference(given.low, lost.low)),
    wasted: inBase(sum(wasted.low, lost.low)),
    remaining: inBase(remaining),
  }
}

function balanceOf(account: Account): Balance {
  const amount = (value: Fraction): ExactAmount => ({
    value: numberOf(value) ?? 0,
    unit: 'mg',
    exact: fractionText(value),
  })
  return {
    drawn: amount(account.drawn),
    delivered: amount(account.delivered),
    wasted: amount(account.wasted),
    remaining: amount(account.remaining),
  }
}

const noAccount: Account = { drawn: nought, delivered: nought, wasted: nought, remaining: nought }

function addAccounts(a: Account | undefined, b: Account | undefined): Account | undefined {
  if (a === undefined || b === undefined) return undefined
  return {
    drawn: sum(a.drawn, b.drawn),
    delivered: sum(a.delivered, b.delivered),
    wasted: sum(a.wasted, b.wasted),
    remaining: sum(a.remaining, b.remaining),
  }
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
