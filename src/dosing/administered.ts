/** Each administration of a log, with what it gave and what of it was lost. @module */
import { compareFractions, difference, type Fraction, larger, nought, productOf } from '../kernel/fraction.ts'
import { byText } from '../kernel/order.ts'
import type { Quantity } from '../kernel/quantity.ts'
import type { Instant } from '../kernel/time.ts'
import type { Administration } from './administration.schema.ts'
import type { DeliveredPart } from './delivered-shape.ts'
import { type Control, type ControlAt, type Doubted, positive, readable } from './infusion-run.ts'
import { infusionsIn } from './infusions.ts'
import type { Of, Placed } from './log-entries.ts'
import { anything, around, exactly, lessBy, nothing, plusSpan, type Span, upTo } from './span.ts'

/** An administration while it is added up, mg as written. */
export interface Open {
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

export function administered(placed: readonly Placed[], asOf: number | undefined, doubts: Doubted[]): Open[] {
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
function massOf(
  quantity: Quantity | undefined,
  event: string,
  doubts: Doubted[],
  read: typeof positive = readable,
): Fraction | undefined {
  const amount = read(quantity, 'mg')
  if (amount === undefined)
    doubts.push({ event, code: quantity === undefined ? 'amount-unknown' : 'amount-not-used' })
  return amount
}

function deviceOf(event: string, what: Of<'device-given'>, doubts: Doubted[]): Open {
  // A failed device gives nothing, whatever it holds.
  const idle = what.outcome === 'failed' && what.holds === undefined
  const held = idle ? undefined : massOf(what.holds, event, doubts, positive)
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
export interface Free {
  readonly wasted: Span
  readonly lost: Span
}

export function lost(placed: readonly Placed[], parts: readonly Open[], doubts: Doubted[]): Free {
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
export function keptOf({ given, lost }: Open): Span {
  const low = lost.high === undefined ? nought : lessBy(given.low, lost.high)
  if (given.high === undefined) return { low, high: undefined }
  // More lost than was given is a slip of one of the two; the upper bound does not rest on it.
  const slip = compareFractions(lost.low, given.high) > 0
  return { low, high: slip ? given.high : difference(given.high, lost.low) }
}
