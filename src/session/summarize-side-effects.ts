/** Side effects over many visits: how often, how bad, how long. @module */
import { badArgument } from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { demandUnaltered } from '../kernel/realm.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import {
  type EffectSeen,
  effectsOfVisit,
  type NamedEffect,
  type Part,
  type VisitEffects,
} from './effects-of-visit.ts'
import type { SessionState } from './state.ts'

export type { EffectSeen } from './effects-of-visit.ts'

/** Visits by what they tell of an effect; the three counts add up to `visits`. */
export interface EffectCount {
  readonly visits: number
  readonly seen: number
  /** Somebody asked about side effects and was answered, and this one was not among them. */
  readonly notSeen: number
  /** Nobody asked, or no answer is known. Unknown is not no: the share lies between seen, and seen with these. */
  readonly notAsked: number
}

/** Visits of one number in their course; without `number` those of which nobody wrote it down. */
export interface CountBySession extends EffectCount {
  readonly number?: number
}

/** Visits in which as much was given of one product, as far as the log can tell. */
export interface CountByDose extends EffectCount {
  readonly product?: string
  readonly delivered: VisitEffects['delivered']
  readonly as: VisitEffects['as']
}

/** One effect over all visits. */
export interface EffectSummary {
  /** Id of the row of the catalogue, or `other` with its text. */
  readonly effect: string
  readonly text?: string
  /** In visits with a dose, from its first administration on. */
  readonly sessions: EffectCount
  readonly bySession: readonly CountBySession[]
  readonly byDose: readonly CountByDose[]
  /** Reported of the time between doses. */
  readonly between: EffectCount
  /** The highest grade anybody gave; there may be a higher one among those without a grade. */
  readonly worst?: { readonly grade: 1 | 2 | 3 | 4 | 5; readonly session: string; readonly event: string }
  readonly ungraded: number
  readonly mostDistress?: number
  readonly serious: Readonly<Record<Truth, number>>
  readonly resolution: {
    /** Seen to be gone. */
    readonly resolved: number
    /** Seen to be gone, and a time of it is unknown. */
    readonly untimed: number
    readonly shortest?: Quantity<'min'>
    readonly longest?: Quantity<'min'>
    /** Nobody saw these gone. */
    readonly open: readonly { readonly session: string; readonly event: string; readonly since?: Instant }[]
  }
  /** Each time it was seen, by visit and entry. */
  readonly courses: readonly EffectSeen[]
}

/** Whether people were asked. */
export interface AskedCount {
  readonly visits: number
  readonly asked: number
  readonly notAsked: number
}

/** The side effects of many visits. Plain JSON. */
export interface SideEffectSummary {
  /** Visits read, each once. */
  readonly visits: number
  /** Visits with a dose, asked after the end of the dose. */
  readonly sessions: AskedCount
  /** Visits without a dose, and what was asked before a dose. */
  readonly between: AskedCount
  readonly effects: readonly EffectSummary[]
}

/**
 * How often each side effect was seen, by session number and by dose, how bad it was, and how long until somebody saw
 * it gone.
 *
 * A visit in which nobody asked about side effects after the dose is counted as not asked, never as free of them. An
 * effect is resolved when somebody saw that, and open until then. Effects from before the first administration, and
 * those of visits in which nothing was given, are counted between sessions. A visit handed in at several moments counts
 * once, at the latest of them.
 *
 * @param sessions - visits as `replaySession` gives them, in any order
 * @returns frozen, the same for any order; times in min, doses in mg between the bounds of the log
 * @throws Refusal `altered-prototype`; `bad-argument` where a visit cannot be read, or two differ under one id at one moment
 *
 * @example
 * ```ts
 * summarizeSideEffects([]).sessions // => { visits: 0, asked: 0, notAsked: 0 }
 * ```
 *
 * @see requirements
 */
export function summarizeSideEffects(sessions: readonly SessionState[]): SideEffectSummary {
  return answered(() => {
    demandUnaltered()
    if (!Array.isArray(sessions)) throw new Refusal(badArgument, 'sessions')
    const visits = eachOnce(sessions.map((state) => effectsOfVisit(state)))
    const byName = new Map<string, NamedEffect[]>()
    for (const one of visits.flatMap((visit) => visit.effects)) {
      const name = nameOf(one)
      const known = byName.get(name)
      if (known === undefined) byName.set(name, [one])
      else known.push(one)
    }
    return deepFreeze<SideEffectSummary>({
      visits: visits.length,
      sessions: askedIn(visits.map((visit) => visit.dose)),
      between: askedIn(visits.map((visit) => visit.between)),
      effects: putInOrder([...byName.entries()], (a, b) => byText(a[0], b[0])).map(([name, found]) =>
        summaryOf(name, found, visits),
      ),
    })
  })
}

/** The visits by their ids, each once. */
function eachOnce(visits: readonly VisitEffects[]): readonly VisitEffects[] {
  const byId = new Map<string, VisitEffects>()
  for (const visit of visits) {
    const known = byId.get(visit.session)
    const later = known === undefined ? 1 : instantMs(visit.asOf) - instantMs(known.asOf)
    if (later > 0) byId.set(visit.session, visit)
  }
  // Looked at once all are in, so that the order makes no difference.
  for (const visit of visits) {
    const counted = byId.get(visit.session)
    if (counted === undefined || instantMs(visit.asOf) !== instantMs(counted.asOf)) continue
    if (canonical({ ...visit, asOf: '' }) !== canonical({ ...counted, asOf: '' })) {
      throw new Refusal(badArgument, 'sessions')
    }
  }
  return putInOrder([...byId.values()], (a, b) => byText(a.session, b.session))
}

function nameOf({ effect, text }: NamedEffect): string {
  return JSON.stringify([effect, text ?? ''])
}

function askedIn(parts: readonly Part[]): AskedCount {
  const there = parts.filter(({ exists }) => exists)
  const asked = there.filter(({ isAsked }) => isAsked).length
  return { visits: there.length, asked, notAsked: there.length - asked }
}

function summaryOf(
  name: string,
  found: readonly NamedEffect[],
  visits: readonly VisitEffects[],
): EffectSummary {
  const courses = putInOrder(
    found.map(({ seen }) => seen),
    (a, b) => byText(a.session, b.session) || byText(a.event, b.event),
  )
  const seenIn = (visit: VisitEffects, when: EffectSeen['when']): boolean =>
    visit.effects.some((one) => one.seen.when === when && nameOf(one) === name)
  const count = (some: readonly VisitEffects[], when: EffectSeen['when']): EffectCount =>
    countOf(
      some.map((visit) => ({
        part: when === 'session' ? visit.dose : visit.between,
        is: seenIn(visit, when),
      })),
    )
  const given = visits.filter(({ dose }) => dose.exists)
  const [first] = found
  const text = first?.text
  const distress = courses.flatMap((one) => (one.distress === undefined ? [] : [one.distress]))
  const worst = worstOf(courses)
  return {
    effect: first?.effect ?? '',
    ...(text === undefined ? {} : { text }),
    sessions: count(given, 'session'),
    bySession: groupsOf(given, ({ number }) => ({ number }), byNumber).map(([group, some]) => ({
      ...(group.number === undefined ? {} : { number: group.number }),
      ...count(some, 'session'),
    })),
    byDose: groupsOf(given, doseOf, byDose).map(([group, some]) => ({ ...group, ...count(some, 'session') })),
    between: count(visits, 'between'),
    ...(worst === undefined ? {} : { worst }),
    ungraded: courses.filter((one) => one.grade === undefined).length,
    ...(distress.length === 0 ? {} : { mostDistress: Math.max(...distress) }),
    serious: {
      yes: courses.filter((one) => one.serious === 'yes').length,
      no: courses.filter((one) => one.serious === 'no').length,
      unknown: courses.filter((one) => one.serious === 'unknown').length,
    },
    resolution: resolutionOf(courses),
    courses,
  }
}

function countOf(visits: readonly { readonly part: Part; readonly is: boolean }[]): EffectCount {
  const there = visits.filter(({ part }) => part.exists)
  const seen = there.filter(({ is }) => is).length
  const notSeen = there.filter(({ part, is }) => !is && part.isAsked).length
  return { visits: there.length, seen, notSeen, notAsked: there.length - seen - notSeen }
}

function worstOf(courses: readonly EffectSeen[]): EffectSummary['worst'] {
  let worst: EffectSummary['worst']
  for (const { grade, session, event } of courses) {
    if (grade !== undefined && grade > (worst?.grade ?? 0)) worst = { grade, session, event }
  }
  return worst
}

function resolutionOf(courses: readonly EffectSeen[]): EffectSummary['resolution'] {
  const resolved = courses.filter((one) => one.resolved !== undefined)
  const minutes = resolved.flatMap(({ lasted }) => (lasted === undefined ? [] : [lasted.value]))
  const spans =
    minutes.length === 0
      ? {}
      : {
          shortest: { value: Math.min(...minutes), unit: 'min' as const },
          longest: { value: Math.max(...minutes), unit: 'min' as const },
        }
  return {
    resolved: resolved.length,
    untimed: resolved.length - minutes.length,
    ...spans,
    open: courses
      .filter((one) => one.resolved === undefined)
      .map(({ session, event, onset, firstSeen }) => {
        const since = onset ?? firstSeen
        return { session, event, ...(since === undefined ? {} : { since }) }
      }),
  }
}

/** Visits put together by what they share, in order. */
function groupsOf<G extends object>(
  visits: readonly VisitEffects[],
  groupOf: (visit: VisitEffects) => G,
  compare: (a: G, b: G) => number,
): readonly (readonly [G, readonly VisitEffects[]])[] {
  const groups = new Map<string, [G, VisitEffects[]]>()
  for (const visit of visits) {
    const group = groupOf(visit)
    const key = canonical(group)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [group, [visit]])
    else known[1].push(visit)
  }
  return putInOrder([...groups.values()], (a, b) => compare(a[0], b[0]))
}

type Dose = Pick<CountByDose, 'product' | 'delivered' | 'as'>

function doseOf({ product, delivered, as }: VisitEffects): Dose {
  return { ...(product === undefined ? {} : { product }), delivered, as }
}

// What nobody knows comes last.
function byNumber(
  a: { readonly number: number | undefined },
  b: { readonly number: number | undefined },
): number {
  return ascending(a.number, b.number)
}

function byDose(a: Dose, b: Dose): number {
  return (
    byText(a.product ?? '\uffff', b.product ?? '\uffff') ||
    byText(a.as, b.as) ||
    ascending(a.delivered.least.value, b.delivered.least.value) ||
    ascending(a.delivered.most?.value, b.delivered.most?.value)
  )
}

function ascending(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0
  return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY)
}
