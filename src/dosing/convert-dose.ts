/** A dose of one product is never turned into a dose of another. @module */
import { badArgument, contentIncomplete, unknownProduct } from '../kernel/codes.ts'
import type { Content } from '../kernel/content.ts'
import type { Citation } from '../kernel/evidence.ts'
import { deepFreeze, demandParsed, type Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { isObject } from './argument.ts'

/** What somebody asks to be turned into what. */
export interface Conversion {
  /** Id of the product the dose is of. */
  readonly from: string
  readonly to: string
}

/** Why there is no answer, and what is known of how much of each product arrives. */
export interface NoConversion {
  readonly code: 'no-conversion'
  /** In what the two differ. */
  readonly differ: readonly ('product' | 'substance' | 'route')[]
  readonly sources: readonly Citation[]
}

/**
 * Refuses to turn a dose of one product, enantiomer or route into a dose of another, and says what is known instead.
 *
 * Ketamine and esketamine are two medicines; how much of either arrives differs by route and person, and no source gives
 * a number by which one dose stands for another. The function is there so that the question has a cited answer.
 *
 * @param conversion - ids of two products of the pack
 * @param content - a whole pack of tables
 * @returns always the error `no-conversion`, with the facts on bioavailability of both products
 * @throws Refusal `not-parsed`, `bad-argument`, `unknown-product`, `content-incomplete`
 *
 * @example
 * ```ts
 * const asked = convertDose({ from: 'ketamine-iv', to: 'esketamine-nasal' }, us)
 * asked.ok ? '' : asked.error.differ // => ['product', 'substance', 'route']
 * ```
 */
export function convertDose(conversion: Conversion, content: Parsed<Content>): Result<never, NoConversion> {
  return answered(() => {
    demandParsed(content, 'content')
    if (!isObject(conversion)) throw new Refusal(badArgument, 'conversion')
    const [from, to] = [productOf(conversion.from, content, 'from'), productOf(conversion.to, content, 'to')]
    if (content.dosing === undefined) throw new Refusal(contentIncomplete, 'content.dosing')
    const known = content.dosing.bioavailability
    const cited = (id: string): readonly Citation[] => (Object.hasOwn(known, id) ? (known[id] ?? []) : [])
    const differ: NoConversion['differ'][number][] = []
    if (from.id !== to.id) differ.push('product')
    if (from.substance !== to.substance) differ.push('substance')
    if (from.route !== to.route) differ.push('route')
    const sources = from.id === to.id ? cited(from.id) : [...cited(from.id), ...cited(to.id)]
    return err(deepFreeze<NoConversion>({ code: 'no-conversion', differ, sources }))
  })
}

function productOf(id: string, content: Content, path: string): Content['products'][number] {
  if (typeof id !== 'string') throw new Refusal(badArgument, `conversion.${path}`)
  const product = content.products.find((one) => one.id === id)
  if (product === undefined) throw new Refusal(unknownProduct, `conversion.${path}`)
  return product
}
