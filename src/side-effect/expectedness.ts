/** Whether the label in force on the day of an event listed it. @module */
import { badArgument, contentIncomplete, unknownProduct } from '../kernel/codes.ts'
import type { Content, Listed } from '../kernel/content.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayNumber, isPartialDate, type PartialDate, type Range, whenRangeDays } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import { membersOf, textOf } from './members.ts'

/** What happened, with which product, under whose label, and on which day. */
export interface ExpectednessQuestion {
  /** Id of a row of the catalogue. */
  readonly effect: string
  readonly product: string
  readonly jurisdiction: string
  /** Day, month or year of the event; left out, it is unknown. */
  readonly on?: PartialDate | undefined
}

/** Why it is so. */
export type ExpectednessWhy =
  | 'listed'
  | 'not-listed-then'
  | 'day-unknown'
  | 'listing-undated'
  | 'before-the-labels-known'
  | 'no-listing-known'
  | 'not-in-the-catalogue'

/** The answer, and the row of the label it rests on. */
export interface Expectedness {
  readonly expectedness: 'expected' | 'unexpected' | 'unknown'
  readonly why: ExpectednessWhy
  readonly label?: Listed
}

/**
 * Whether an event was expected by the label of its own day, as a regulator asks.
 *
 * That a label is not in the tables, or has no date there, is unknown and never `unexpected`. The row is compared as
 * it stands: an event that is worse or more specific than its term is for a person to judge.
 *
 * @param question - the effect by its id in the catalogue, the product by its id, the jurisdiction, and when
 * @param content - a pack with the tables of a visit
 * @returns frozen: `unexpected` only before the listing, under dated labels that are known not to list it
 * @throws Refusal `not-parsed`, `content-incomplete`, `unknown-product`, `bad-argument`, `altered-prototype`
 *
 * @example
 * ```ts
 * const event = { effect: 'resp-depression', product: 'esketamine-nasal', jurisdiction: 'us' }
 * expectedness({ ...event, on: '2022-05-04' }, us).expectedness // => 'unexpected'
 * expectedness({ ...event, on: '2024-05-04' }, us).expectedness // => 'expected'
 * expectedness(event, us).expectedness // => 'unknown'
 * ```
 */
export function expectedness(question: ExpectednessQuestion, content: Parsed<Content>): Expectedness {
  return answered(() => {
    demandUnaltered()
    demandParsed(content, 'content')
    const given = membersOf(question, 'question')
    const id = textOf(given.get('effect'), 'question.effect')
    const product = textOf(given.get('product'), 'question.product')
    const jurisdiction = textOf(given.get('jurisdiction'), 'question.jurisdiction')
    const on = given.get('on')
    if (on !== undefined && on !== null && !isPartialDate(on)) throw new Refusal(badArgument, 'question.on')
    if (content.sideEffects === undefined) throw new Refusal(contentIncomplete, 'content.sideEffects')
    if (!content.products.some((row) => row.id === product)) {
      throw new Refusal(unknownProduct, 'question.product')
    }
    const row = content.sideEffects.find((one) => one.id === id)
    if (row === undefined) return unknown('not-in-the-catalogue')
    const label = row.listed.find((one) => one.product === product && one.jurisdiction === jurisdiction)
    if (label === undefined) return unknown('no-listing-known')
    // The days of a partial date are named by the date itself: the zone is not read.
    return judged(label, isPartialDate(on) ? whenRangeDays(on, 'UTC') : undefined)
  })
}

function judged(label: Listed, days: Range | undefined): Expectedness {
  if (label.from === undefined) return unknown('listing-undated', label)
  if (days === undefined) return unknown('day-unknown', label)
  const from = dayNumber(label.from)
  if (days.from >= from) return deepFreeze<Expectedness>({ expectedness: 'expected', why: 'listed', label })
  if (days.to >= from) return unknown('day-unknown', label)
  if (label.without === undefined || days.to < dayNumber(label.without)) {
    return unknown('before-the-labels-known', label)
  }
  if (days.from < dayNumber(label.without)) return unknown('day-unknown', label)
  return deepFreeze<Expectedness>({ expectedness: 'unexpected', why: 'not-listed-then', label })
}

function unknown(why: ExpectednessWhy, label?: Listed): Expectedness {
  return deepFreeze<Expectedness>({
    expectedness: 'unknown',
    why,
    ...(label === undefined ? {} : { label }),
  })
}
