/** Sums made ready: what stands in them, by place. @module */
import type { Domain, MissingRule, Scoring } from '../kernel/instrument.ts'

/** Items of which the highest counts. */
export interface ReadyDomain {
  readonly of: readonly number[]
  /** Groups of which one item is enough. */
  readonly oneOf: readonly (readonly number[])[]
  /** The highest it can come to. */
  readonly most: number
}

/** A sum or a mean. */
export interface ReadySum {
  readonly items: readonly number[]
  readonly domains: readonly ReadyDomain[]
  readonly parts: number
  readonly times: number
  readonly mean: boolean
  /** Parts that may be filled. */
  readonly atMost: number
  /** All the items in it. */
  readonly all: readonly number[]
}

type Most = readonly { readonly most: number }[]

/** A sum or a mean; nothing where a score is none. */
export function readySum(
  scoring: Scoring,
  missing: MissingRule | undefined,
  items: Most,
  place: (id: string) => number,
): ReadySum | null {
  if (scoring.kind === 'stated' || scoring.kind === 'none') return null
  const singles = scoring.of.flatMap((part: string | Domain) =>
    typeof part === 'string' ? [place(part)] : [],
  )
  const domains = scoring.of.flatMap((part: string | Domain) =>
    typeof part === 'string' ? [] : [readyDomain(part, items, place)],
  )
  return {
    items: singles,
    domains,
    parts: singles.length + domains.length,
    times: scoring.kind === 'sum' ? (scoring.times ?? 1) : 1,
    mean: scoring.kind === 'mean',
    atMost: missing?.atMost ?? 0,
    all: [...new Set([...singles, ...domains.flatMap(({ of }) => of)])].sort((a, b) => a - b),
  }
}

function readyDomain(domain: Domain, items: Most, place: (id: string) => number): ReadyDomain {
  const of = domain.highestOf.map(place)
  return {
    of,
    oneOf: (domain.oneOf ?? []).map((group) => group.map(place)),
    most: Math.max(...of.map((n) => items[n]?.most ?? 0)),
  }
}
