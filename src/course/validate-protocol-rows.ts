/** The rows of a protocol, each with the words it is told by, and the numbers they carry. @module */
import type { CodeRow } from '../kernel/codes.ts'
import type { Policy } from '../kernel/content.ts'
import type { Interval, Limit, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { Amount } from '../kernel/rule.ts'
import type { NamedRow, ProtocolFault } from './validate-protocol-shape.ts'

/** A number with its unit. */
export type Given = Exclude<Amount, { readonly policy: string }>

/** A number as it stands in a row or, by its name, in a policy; nothing where that does not hold it. */
export type Numbers = (amount: Amount) => Given | undefined

export function numbersIn(policy: Policy | undefined): Numbers {
  return (amount) => {
    if (!('policy' in amount)) return amount
    const held = policy?.numbers
    return held !== undefined && Object.hasOwn(held, amount.policy) ? held[amount.policy] : undefined
  }
}

/** A limit with its place, and with the phase it stands in. */
export interface PlacedLimit {
  readonly limit: Limit
  readonly path: string
  readonly phase?: ProtocolPhase
}

/** The limits of the protocol, then those of its phases. */
export function limitsOf({ limits, phases }: Protocol): readonly PlacedLimit[] {
  return [
    ...limits.map((limit, n) => ({ limit, path: `limits[${n}]` })),
    ...phases.flatMap((phase, at) =>
      phase.limits.map((limit, n) => ({ limit, path: `phases[${at}].limits[${n}]`, phase })),
    ),
  ]
}

/** A fault with the sentence of its code, or one that says more. */
export function fault(
  { code, text }: CodeRow,
  path: string,
  rows: readonly NamedRow[] = [],
  more = text,
): ProtocolFault {
  return { code, path, text: more, rows }
}

export function named(path: string, label: string, says: string): NamedRow {
  return { path, label, says }
}

export function namedPhase(phase: ProtocolPhase, at: number): NamedRow {
  const { weeks, sessions, next } = phase
  const parts = [
    ...(weeks === undefined ? [] : [counted(weeks, 'week')]),
    ...(sessions === undefined ? [] : [counted(sessions, 'session')]),
  ]
  const length = parts.length === 0 ? 'goes on until somebody decides' : `lasts ${parts.join(', ')}`
  const then = next === undefined ? '' : `, then ${next}`
  return named(`phases[${at}]`, phase.label, `${length}${then}`)
}

export function namedInterval(interval: Interval, phaseAt: number, at: number, numbers: Numbers): NamedRow {
  const { sessions, weeks, early, late } = interval
  const rhythm = `${counted(sessions, 'session')} in ${counted(weeks, 'week')}`
  const window = `up to ${spoken(numbers(early))} early and ${spoken(numbers(late))} late`
  return named(`phases[${phaseAt}].intervals[${at}]`, interval.label, `${rhythm}, ${window}`)
}

export function namedLimit({ limit, path }: PlacedLimit, numbers: Numbers): NamedRow {
  return named(path, limit.label, saidOf(limit, numbers))
}

const kinds = { 'civil-day': 'calendar day', 'calendar-week': 'calendar week' } as const

function saidOf(limit: Limit, numbers: Numbers): string {
  if ('amount' in limit) {
    const end = limit.kind === 'least-between' ? 'least' : 'most'
    return `at ${end} ${spoken(numbers(limit.amount))} between sessions`
  }
  const inside = 'window' in limit ? `any ${spoken(numbers(limit.window))}` : `one ${kinds[limit.in]}`
  return `at most ${counted(limit.count, 'session')} in ${inside}`
}

const words: Readonly<Record<string, string>> = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
}

/** An amount as people say it. */
export function spoken(given: Given | undefined): string {
  if (given === undefined) return 'an unknown time'
  const word = Object.hasOwn(words, given.unit) ? words[given.unit] : undefined
  return word === undefined ? `${given.value} ${given.unit}` : counted(given.value, word)
}

/** So many of something: 1 session, 2 sessions. */
export function counted(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`
}

/** Above nothing, and below a hundred years in minutes: what lies outside is told as no length of time. */
export const longestAmount = 52_596_000

/** Minutes, of an amount in minutes or hours. */
export function minutesOf(given: Given | undefined): number | undefined {
  if (given === undefined || (given.unit !== 'min' && given.unit !== 'h')) return undefined
  const minutes = valueIn(given, 'min')
  return minutes !== undefined && minutes > 0 && given.value <= longestAmount ? minutes : undefined
}

/** Whole civil days, of an amount in days. */
export function daysOf(given: Given | undefined): number | undefined {
  if (given?.unit !== 'd' || !Number.isInteger(given.value)) return undefined
  return given.value >= 0 && given.value <= longestAmount ? given.value : undefined
}
