/** What is said of what was given. @module */
import type { Quantity } from '../kernel/quantity.ts'
import type { Instant } from '../kernel/time.ts'
import type { Administration } from './administration.schema.ts'
import type { Doubted } from './infusion-run.ts'
import type { SaltFactor } from './salt.ts'
import type { AmountRange } from './span.ts'

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
