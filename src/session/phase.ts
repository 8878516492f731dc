/** Where a visit can go from where it stands: a table of phases and happenings, and how it is read. @module */
import type { Happening } from './session.schema.ts'
import type { HappeningType, Phase } from './state.ts'

/**
 * Where a happening leads.
 *
 * `as-given`: to `dosing`, `paused` or `observing`, by what is being given and what of the booked devices is still to
 * come. `ready-if-shown`: to `ready` where the log alone shows that every required observation was made and that every
 * minimum of observation is over, else nowhere. `departed-unless-running`: nobody leaves while a pump runs.
 */
export type Next = Phase | 'as-given' | 'ready-if-shown' | 'departed-unless-running'

type Row = Readonly<Partial<Record<Phase, Next>>>

const always: Row = {
  'nothing-recorded': 'nothing-recorded',
  booked: 'booked',
  arrived: 'arrived',
  'checks-open': 'checks-open',
  dosing: 'dosing',
  paused: 'paused',
  observing: 'observing',
  ready: 'ready',
  departed: 'departed',
  'departed-against-advice': 'departed-against-advice',
  aborted: 'aborted',
  cancelled: 'cancelled',
  'no-show': 'no-show',
}

/** As long as the person may still be there. A visit that was broken off is still watched. */
const whileOpen: Row = {
  'nothing-recorded': 'nothing-recorded',
  booked: 'booked',
  arrived: 'arrived',
  'checks-open': 'checks-open',
  dosing: 'dosing',
  paused: 'paused',
  observing: 'observing',
  ready: 'ready',
  aborted: 'aborted',
}

/** The first of them opens the checks before the start. */
const checked: Row = {
  'nothing-recorded': 'nothing-recorded',
  booked: 'booked',
  arrived: 'checks-open',
  'checks-open': 'checks-open',
  dosing: 'dosing',
  paused: 'paused',
  observing: 'observing',
  ready: 'ready',
  aborted: 'aborted',
}

/** Given at once. What was given was given, also where nobody wrote down that the person had come. */
const given: Row = {
  'nothing-recorded': 'as-given',
  booked: 'as-given',
  arrived: 'as-given',
  'checks-open': 'as-given',
  dosing: 'as-given',
  paused: 'as-given',
  observing: 'as-given',
  ready: 'as-given',
}

const afterArrival: Row = {
  arrived: 'arrived',
  'checks-open': 'checks-open',
  dosing: 'dosing',
  paused: 'paused',
  observing: 'observing',
  ready: 'ready',
  aborted: 'aborted',
}

/** The whole table. What is not in it cannot happen there. Visits at home run by the same table. */
const transitions: Readonly<Record<HappeningType, Row>> = {
  booked: {
    'nothing-recorded': 'booked',
    booked: 'booked',
    arrived: 'arrived',
    'checks-open': 'checks-open',
  },
  arrived: { 'nothing-recorded': 'arrived', booked: 'arrived' },
  answered: checked,
  asked: checked,
  vitals: checked,
  scale: checked,
  'dose-refused': {
    arrived: 'arrived',
    'checks-open': 'checks-open',
    dosing: 'as-given',
    paused: 'paused',
    observing: 'observing',
    ready: 'ready',
  },
  'device-given': given,
  'dose-given': given,
  'infusion-started': {
    'nothing-recorded': 'dosing',
    booked: 'dosing',
    arrived: 'dosing',
    'checks-open': 'dosing',
    observing: 'dosing',
    ready: 'dosing',
  },
  'infusion-rate-changed': { dosing: 'dosing', paused: 'paused' },
  'infusion-paused': { dosing: 'paused' },
  'infusion-resumed': { paused: 'dosing' },
  // A pump may still have to be stopped after the visit was broken off.
  'infusion-stopped': { dosing: 'as-given', paused: 'as-given', aborted: 'aborted' },
  'loss-reported': afterArrival,
  wasted: afterArrival,
  // Something new ends that a person was found ready.
  'effect-observed': {
    'nothing-recorded': 'nothing-recorded',
    booked: 'booked',
    arrived: 'arrived',
    'checks-open': 'checks-open',
    dosing: 'dosing',
    paused: 'paused',
    observing: 'observing',
    ready: 'observing',
    departed: 'departed',
    'departed-against-advice': 'departed-against-advice',
    aborted: 'aborted',
    cancelled: 'cancelled',
    'no-show': 'no-show',
  },
  'effect-resolved': always,
  'rescue-given': {
    arrived: 'arrived',
    'checks-open': 'checks-open',
    dosing: 'dosing',
    paused: 'paused',
    observing: 'observing',
    ready: 'observing',
    aborted: 'aborted',
  },
  requested: whileOpen,
  note: always,
  handover: whileOpen,
  referred: always,
  transferred: {
    arrived: 'departed',
    'checks-open': 'departed',
    dosing: 'departed',
    paused: 'departed',
    observing: 'departed',
    ready: 'departed',
    aborted: 'departed',
  },
  admitted: always,
  outcome: always,
  reviewed: always,
  // Who finds a person ready between two devices says that the next one is not given.
  'found-ready': { dosing: 'ready-if-shown', observing: 'ready-if-shown' },
  left: {
    arrived: 'departed',
    'checks-open': 'departed',
    dosing: 'departed-unless-running',
    observing: 'departed',
    ready: 'departed',
    aborted: 'departed-unless-running',
  },
  'left-against-advice': {
    arrived: 'departed-against-advice',
    'checks-open': 'departed-against-advice',
    dosing: 'departed-against-advice',
    paused: 'departed-against-advice',
    observing: 'departed-against-advice',
    ready: 'departed-against-advice',
    aborted: 'departed-against-advice',
  },
  aborted: {
    arrived: 'aborted',
    'checks-open': 'aborted',
    dosing: 'aborted',
    paused: 'aborted',
    observing: 'aborted',
    ready: 'aborted',
  },
  cancelled: {
    'nothing-recorded': 'cancelled',
    booked: 'cancelled',
    arrived: 'cancelled',
    'checks-open': 'cancelled',
  },
  'no-show': { 'nothing-recorded': 'no-show', booked: 'no-show' },
}

/** How the infusions stand. */
export type InfusionStatus = 'none' | 'running' | 'paused' | 'over'

/** What an entry about an infusion needs of the one before it. */
export const needs: Readonly<Partial<Record<HappeningType, readonly InfusionStatus[]>>> = {
  'infusion-started': ['none', 'over'],
  'infusion-rate-changed': ['running', 'paused'],
  'infusion-paused': ['running'],
  'infusion-resumed': ['paused'],
  'infusion-stopped': ['running', 'paused'],
}

/** Where the table leads; what it does not name leads nowhere, whatever the host put on every object. */
export function leadsTo(type: HappeningType, phase: Phase): Next | undefined {
  const row = transitions[type]
  return Object.hasOwn(row, phase) ? row[phase] : undefined
}

/** What is being given, as the fold walks along. */
export interface Course {
  phase: Phase
  infusion: InfusionStatus
  /** Devices of the booked dose that are still to come. */
  devicesLeft: number
  /** Whether anything was given at all, and whether the rest or the whole of the dose was refused. */
  isGiven: boolean
  isRefused: boolean
}

/** A visit of which nothing is known. */
export function newCourse(): Course {
  return { phase: 'nothing-recorded', infusion: 'none', devicesLeft: 0, isGiven: false, isRefused: false }
}

/**
 * The phase after a happening, or nothing where it cannot happen here.
 *
 * @param course - with what this happening itself gave or stopped already counted
 * @param before - how the infusions stood without it
 * @param isShownReady - asked only where the table leads to `ready`
 */
export function nextPhase(
  course: Course,
  type: HappeningType,
  before: InfusionStatus,
  isShownReady: () => boolean,
): Phase | undefined {
  if (needs[type]?.includes(before) === false) return undefined
  const next = leadsTo(type, course.phase)
  switch (next) {
    case 'as-given':
      return phaseOfGiving(course)
    case 'ready-if-shown':
      return isShownReady() ? 'ready' : undefined
    case 'departed-unless-running':
      return course.infusion === 'running' ? undefined : 'departed'
    default:
      return next
  }
}

function phaseOfGiving({ infusion, devicesLeft }: Course): Phase {
  if (infusion === 'paused') return 'paused'
  return infusion === 'running' || devicesLeft > 0 ? 'dosing' : 'observing'
}

/** Counts what a happening gives or stops, whether or not it can happen in this phase. */
export function count(course: Course, what: Happening): void {
  switch (what.type) {
    case 'booked':
      if (leadsTo('booked', course.phase) !== undefined)
        course.devicesLeft = what.dose?.basis === 'devices' ? what.dose.count : 0
      return
    case 'device-given':
      // One that failed is given again.
      if (what.outcome === 'failed') return
      course.isGiven = true
      if (course.devicesLeft > 0) course.devicesLeft -= 1
      return
    case 'dose-given':
      course.isGiven = true
      return
    case 'dose-refused':
      course.devicesLeft = 0
      course.isRefused = true
      return
    case 'infusion-started':
    case 'infusion-resumed':
      course.isGiven = true
      course.infusion = 'running'
      return
    case 'infusion-rate-changed':
      course.isGiven = true
      if (course.infusion !== 'paused') course.infusion = 'running'
      return
    case 'infusion-paused':
      course.isGiven = true
      course.infusion = 'paused'
      return
    case 'infusion-stopped':
      course.isGiven = true
      course.infusion = 'over'
      return
    default:
  }
}

/** The types of entry that can be written down here, in the order of the table; a correction and a void always can. */
export function legalTypes(course: Course, isShownReady: () => boolean): readonly string[] {
  const legal: string[] = []
  for (const type of types(transitions)) {
    const next = leadsTo(type, course.phase)
    if (next === undefined) continue
    if (needs[type]?.includes(course.infusion) === false) continue
    if (next === 'ready-if-shown' && !isShownReady()) continue
    if (next === 'departed-unless-running' && course.infusion === 'running') continue
    legal.push(type)
  }
  legal.push('corrected', 'voided')
  return legal
}

// The members of a record are named by its type alone, which TypeScript does not say of `Object.keys`.
function types<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[]
function types(table: object): readonly string[] {
  return Object.keys(table)
}
