/** A rule in plain words, and the answer worked out again from what a finding saw. @module */

import { badArgument } from '../kernel/codes.ts'
import type { FactRead } from '../kernel/decision.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Amount, Comparison, Condition, Leaf, Span } from '../kernel/rule.ts'
import { answered } from '../kernel/total.ts'
import { and, atLeast, not, or, type Truth } from '../kernel/truth.ts'

/**
 * The answer of a condition over reads, one for each of its questions in their order.
 *
 * A read that carries a number and a limit is compared again; the others say their answer themselves.
 */
export function replay(condition: Condition, reads: readonly FactRead[]): Truth {
  return walk(condition, reads, { next: 0 })
}

function walk(condition: Condition, reads: readonly FactRead[], at: { next: number }): Truth {
  switch (condition.kind) {
    case 'all':
      return and(condition.of.map((part) => walk(part, reads, at)))
    case 'any':
      return or(condition.of.map((part) => walk(part, reads, at)))
    case 'at-least-n':
      return atLeast(
        condition.n,
        condition.of.map((part) => walk(part, reads, at)),
      )
    case 'not':
      return not(walk(condition.of, reads, at))
    default: {
      const read = reads[at.next]
      at.next += 1
      return read === undefined ? 'unknown' : again(condition, read)
    }
  }
}

function again(leaf: Leaf, read: FactRead): Truth {
  const { limit, value } = read
  const isNumber = leaf.kind === 'age' || leaf.kind === 'measured'
  if (!isNumber || read.truth === 'unknown' || limit === undefined || value === undefined) return read.truth
  if (read.unit !== limit.unit) return read.truth
  switch (limit.is) {
    case 'above':
      return value > limit.value ? 'yes' : 'no'
    case 'at-least':
      return value >= limit.value ? 'yes' : 'no'
    case 'below':
      return value < limit.value ? 'yes' : 'no'
    case 'at-most':
      return value <= limit.value ? 'yes' : 'no'
    default:
      return read.truth
  }
}

/**
 * A condition as a sentence, for a reader who knows medicine and no code.
 *
 * @param condition - the condition of a rule
 * @param labelOf - the label of a fact row
 *
 * @example
 * ```ts
 * describeCondition(all(hasEver('aneurysm'), age('at-least', 65)), (fact) => fact)
 * // => 'all of: has or ever had aneurysm; age at least 65 years'
 * ```
 */
export function describeCondition(condition: Condition, labelOf: (fact: string) => string): string {
  return answered(() => {
    switch (condition.kind) {
      case 'all':
        // Nothing is asked: the plan itself is the matter.
        if (condition.of.length === 0) return 'always'
        return `all of: ${condition.of.map((part) => nested(part, labelOf)).join('; ')}`
      case 'any':
        return `any of: ${condition.of.map((part) => nested(part, labelOf)).join('; ')}`
      case 'at-least-n':
        return `at least ${condition.n} of: ${condition.of.map((part) => nested(part, labelOf)).join('; ')}`
      case 'not':
        return `not: ${nested(condition.of, labelOf)}`
      default:
        return describeLeaf(condition, labelOf)
    }
  })
}

function nested(condition: Condition, labelOf: (fact: string) => string): string {
  const text = describeCondition(condition, labelOf)
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'at-least-n'
    ? `(${text})`
    : text
}

function describeLeaf(leaf: Leaf, labelOf: (fact: string) => string): string {
  switch (leaf.kind) {
    case 'age':
      return `age ${compared(leaf.is)} ${numberOf(leaf.limit)}`
    case 'has':
      return `${leaf.when === 'current' ? 'has' : 'has or ever had'} ${labelOf(leaf.fact)}`
    case 'since':
      return `last ${labelOf(leaf.fact)} ${compared(leaf.is)} ${spanOf(leaf.span)} ago`
    case 'takes':
      return `takes ${labelOf(leaf.fact)}${leaf.within === undefined ? '' : `, or did within ${spanOf(leaf.within)}`}`
    case 'measured': {
      const pick = leaf.pick === 'latest' ? 'latest' : 'worst'
      const times = leaf.relativeTo === undefined ? '' : ' times the upper limit of normal'
      return `${pick} ${labelOf(leaf.fact)} ${compared(leaf.is)} ${numberOf(leaf.limit)}${times}, not older than ${spanOf(leaf.maxAge)}${onlyIf(leaf)}`
    }
    case 'stated':
      return `stated: ${labelOf(leaf.fact)}${onlyIf(leaf)}`
    case 'graded':
      return `${labelOf(leaf.fact)} is ${leaf.among.join(' or ')}${onlyIf(leaf)}`
    case 'daily-amount':
      return `daily amount of ${labelOf(leaf.fact)} ${compared(leaf.is)} ${numberOf(leaf.limit)} equivalent`
    default:
      throw new Refusal(badArgument, 'condition')
  }
}

function onlyIf(leaf: { readonly onlyIfRecorded?: true }): string {
  return leaf.onlyIfRecorded === true ? ' (where recorded)' : ''
}

function compared(is: Comparison): string {
  if (typeof is !== 'string') return `${is.side} (or at: policy “${is.edge}”)`
  return is.replace('-', ' ')
}

const unitWords: Readonly<Record<string, string>> = {
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
  min: 'minutes',
}

function numberOf(limit: Amount): string {
  if ('policy' in limit) return `policy “${limit.policy}”`
  return `${limit.value} ${unitWords[limit.unit] ?? limit.unit}`
}

function spanOf(span: Span): string {
  if ('policy' in span) return `policy “${span.policy}”`
  return `${span.value} ${unitWords[span.unit] ?? span.unit}`
}
