/** What one visit tells of side effects: which were seen, and whether anybody asked. @module */
import { badArgument } from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { byText, putInOrder } from '../kernel/order.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import { assessSeriousness } from '../side-effect/seriousness.ts'
import type { Observation } from '../side-effect/side-effect.schema.ts'
import type { AnchorPoint, EffectCourse, SessionState } from './state.ts'

/** An effect of one visit, from when it was first seen to when it was seen to be gone. */
export interface EffectSeen {
  readonly session: string
  /** Id of the entry that observed it. */
  readonly event: string
  /** After the first administration of its visit, or before it and in visits without one. */
  readonly when: 'session' | 'between'
  readonly number?: number
  readonly grade?: 1 | 2 | 3 | 4 | 5
  readonly distress?: number
  /** When it began; left out where only the time of the first observation is known, or not even that. */
  readonly onset?: Instant
  readonly firstSeen?: Instant
  /** The observation that it was gone; left out while nobody saw that. */
  readonly resolved?: { readonly event: string; readonly at?: Instant }
  /** From its onset, or where that is unknown from the first observation; left out where a time is unknown. */
  readonly lasted?: Quantity<'min'> & { readonly from: 'onset' | 'first-seen' }
  readonly serious: Truth
  readonly action?: NonNullable<Observation['action']>
  readonly rescue?: Truth
  /** What was decided for the next dose. */
  readonly nextDose?: NonNullable<Observation['nextDose']>
}

/** A course with what names its effect. */
export interface NamedEffect {
  readonly effect: string
  readonly text?: string
  readonly seen: EffectSeen
}

/** Whether there was such a part of the visit at all, and whether somebody asked in it and was answered. */
export interface Part {
  readonly exists: boolean
  readonly isAsked: boolean
}

/** A visit as far as a summary of side effects reads it. */
export interface VisitEffects {
  readonly session: string
  readonly asOf: Instant
  readonly number?: number
  readonly product?: string
  readonly delivered: { readonly least: Quantity<'mg'>; readonly most?: Quantity<'mg'> }
  readonly as: SessionState['delivered']['as']
  readonly effects: readonly NamedEffect[]
  /** From the first administration on. */
  readonly dose: Part
  /** Before it; the whole visit where nothing was given. */
  readonly between: Part
}

/** Reads a visit. */
export function effectsOfVisit(state: SessionState): VisitEffects {
  const { anchors, booked, delivered, session, asOf } = state
  if (typeof session !== 'string' || !Number.isFinite(instantMs(asOf)))
    throw new Refusal(badArgument, 'sessions')
  const effects = putInOrder(
    state.effects.map((course) => namedOf(course, state)),
    (a, b) => byText(a.seen.event, b.seen.event) || byText(canonical(a), canonical(b)),
  )
  const isGiven = anchors.start !== undefined
  const before = questions(state, (at) => !isGiven || isBefore(at, anchors.start))
  // A question before the end of the dose says nothing of what came after it.
  const after = questions(state, (at) => isAtOrAfter(at, anchors.end))
  const sawBetween = effects.some(({ seen }) => seen.when === 'between')
  const sawInSession = effects.some(({ seen }) => seen.when === 'session')
  return {
    session,
    asOf,
    ...(booked?.number === undefined ? {} : { number: finite(booked.number) }),
    ...(booked?.product === undefined ? {} : { product: booked.product }),
    delivered: {
      least: milligrams(delivered.least),
      ...(delivered.most === undefined ? {} : { most: milligrams(delivered.most) }),
    },
    as: delivered.as,
    effects,
    dose: { exists: isGiven, isAsked: isGiven && isAnswered(after, sawInSession) },
    between: {
      exists: !isGiven || sawBetween || before.length > 0,
      isAsked: isAnswered(before, sawBetween),
    },
  }
}

type Answer = 'none' | 'some' | 'unknown'

function questions(state: SessionState, counts: (at: Instant | undefined) => boolean): readonly Answer[] {
  return state.entries.flatMap(({ at, what }) =>
    what.type === 'asked' && what.about === 'side-effects' && counts(at) ? [what.answer] : [],
  )
}

// "Some" is an answer once it is written down which; until then nobody knows what the others are.
function isAnswered(answers: readonly Answer[], isSeen: boolean): boolean {
  return answers.includes('none') || (isSeen && answers.includes('some'))
}

function isBefore(at: Instant | undefined, point: AnchorPoint | undefined): boolean {
  return at !== undefined && point?.at !== undefined && instantMs(at) < instantMs(point.at)
}

function isAtOrAfter(at: Instant | undefined, point: AnchorPoint | undefined): boolean {
  return at !== undefined && point?.at !== undefined && instantMs(at) >= instantMs(point.at)
}

function namedOf(course: EffectCourse, state: SessionState): NamedEffect {
  const observed = course.entry.what.effect
  const { effect, text, severity, distress, onset, action, nextDose, rescue } = observed
  if (typeof effect !== 'string') throw new Refusal(badArgument, 'sessions')
  const firstSeen = course.entry.at
  const { start } = state.anchors
  // Where a time is unknown, what was seen in a visit with a dose counts against the dose.
  const isBetween = start === undefined || isBefore(onset ?? firstSeen, start)
  const number = state.booked?.number
  const lasted = lastedOf(course)
  return {
    effect,
    // A row of the catalogue is named by its id; the text tells apart what has no row.
    ...(effect === 'other' && text !== undefined ? { text } : {}),
    seen: {
      session: state.session,
      event: course.event,
      when: isBetween ? 'between' : 'session',
      ...(number === undefined ? {} : { number: finite(number) }),
      ...(severity === undefined ? {} : { grade: severity }),
      ...(distress === undefined ? {} : { distress: finite(distress) }),
      ...(onset === undefined ? {} : { onset }),
      ...(firstSeen === undefined ? {} : { firstSeen }),
      ...(course.resolved === undefined ? {} : { resolved: { ...course.resolved } }),
      ...(lasted === undefined ? {} : { lasted }),
      serious: assessSeriousness(observed.serious ?? {}).serious,
      ...(action === undefined ? {} : { action }),
      ...(rescue === undefined ? {} : { rescue }),
      ...(nextDose === undefined ? {} : { nextDose }),
    },
  }
}

function lastedOf({ entry, resolved }: EffectCourse): EffectSeen['lasted'] {
  const { onset } = entry.what.effect
  const began = onset ?? entry.at
  if (began === undefined || resolved?.at === undefined) return undefined
  const ms = instantMs(resolved.at) - instantMs(began)
  // Gone before it began: one of the two times is wrong, and nobody knows which.
  if (!(ms >= 0)) return undefined
  return { value: ms / 60_000, unit: 'min', from: onset === undefined ? 'first-seen' : 'onset' }
}

function finite(value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(badArgument, 'sessions')
  return value === 0 ? 0 : value
}

function milligrams(amount: Quantity<'mg'>): Quantity<'mg'> {
  return { value: finite(amount.value), unit: 'mg' }
}
