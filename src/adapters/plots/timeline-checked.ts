/** A timeline read back from a store, looked at before it is drawn. @module */
import { isObject } from '../../judgement/context.ts'
import { badArgument, unknownZone } from '../../kernel/codes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isCivilDate, isInstant, isZone } from '../../kernel/time.ts'
import type { Drawable } from './timeline-drawn.ts'

/**
 * Whether every member that is drawn is of its kind.
 *
 * @throws Refusal `bad-argument`, `unknown-zone`, each with the place
 */
export function checkDrawable(timeline: Drawable): void {
  if (!isObject(timeline)) throw new Refusal(badArgument, 'timeline')
  const { asOf, zone, start, entries, phases, protocol } = timeline
  if (!isInstant(asOf)) throw new Refusal(badArgument, 'timeline.asOf')
  if (!isZone(zone)) throw new Refusal(unknownZone, 'timeline.zone')
  if (start !== null && !isCivilDate(start)) throw new Refusal(badArgument, 'timeline.start')
  if (protocol !== undefined && protocol !== null && !isObject(protocol))
    throw new Refusal(badArgument, 'timeline.protocol')
  for (const [name, list, isSound] of [
    ['entries', entries, isEntry],
    ['phases', phases, isPhase],
  ] as const) {
    if (!Array.isArray(list)) throw new Refusal(badArgument, `timeline.${name}`)
    // One after the other: a hole of a list is no member, and is looked at all the same.
    for (let at = 0; at < list.length; at += 1)
      if (!isSound(list[at])) throw new Refusal(badArgument, `timeline.${name}[${at}]`)
  }
}

/** What is known of an instrument: its id, its title, and where it has one its range. */
export function isScale(scale: unknown): boolean {
  if (!isObject(scale)) return false
  const { id, title, range } = membersOf(scale)
  return isText(id) && isText(title) && (range === undefined || isRange(range))
}

function isRange(range: unknown): boolean {
  if (!isObject(range)) return false
  const { least, most } = membersOf(range)
  return isNumber(least) && isNumber(most) && least < most
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

function isPhase(phase: unknown): boolean {
  if (!isObject(phase)) return false
  const { from, to, label, interval } = membersOf(phase)
  return isCivilDate(from) && (to === null || isCivilDate(to)) && isText(label) && isText(interval)
}

function isEntry(entry: unknown): boolean {
  if (!isObject(entry)) return false
  const { kind, days, links, what } = membersOf(entry)
  if (!isText(kind) || !Array.isArray(links) || !isObject(what)) return false
  return (days === null || isDays(days)) && isWhat(membersOf(what))
}

function isDays(days: unknown): boolean {
  if (!isObject(days)) return false
  const { from, to } = membersOf(days)
  return isCivilDate(from) && isCivilDate(to)
}

const texts = ['instrument', 'effect', 'medicine', 'status', 'decision', 'label'] as const

function isWhat(what: Members): boolean {
  const { total, grade, delivered } = what
  return (
    texts.every((name) => what[name] === undefined || isText(what[name])) &&
    (total === undefined || total === null || Number.isFinite(total)) &&
    (grade === undefined || Number.isFinite(grade)) &&
    (delivered === undefined || isDelivered(delivered))
  )
}

function isDelivered(delivered: unknown): boolean {
  if (!isObject(delivered)) return false
  const { least, most } = membersOf(delivered)
  return isQuantity(least) && (most === undefined || isQuantity(most))
}

function isQuantity(quantity: unknown): boolean {
  if (!isObject(quantity)) return false
  const { value, unit } = membersOf(quantity)
  return Number.isFinite(value) && isText(unit)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

type Members = Readonly<Record<string, unknown>>

function membersOf(value: object): Members {
  return Object.fromEntries(Object.entries(value))
}
