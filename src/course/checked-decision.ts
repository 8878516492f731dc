/** A decision about a course as it was handed in, looked at field by field. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, notReadable } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import { type CivilDate, clockMinutes, isCivilDate, isInstant } from '../kernel/time.ts'
import type { CourseDecision } from './course.schema.ts'
import { checkedKey } from './plan-argument.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A decision as plain data with the members of its kind and no others.
 *
 * @throws Refusal `bad-argument` with the path of the member, or what the door refuses
 */
export function checkedDecision(given: unknown): CourseDecision {
  const copy = plainCopy(given)
  if (!copy.ok) throw refusedIn('decision', given, copy.error)
  if (!isFields(copy.value)) throw new Refusal(badArgument, 'decision')
  const { value } = copy
  const decided = {
    id: key(value, 'id'),
    at: instantIn(value),
    by: key(value, 'by'),
    ...optional('reason', value['reason'], (text) => typeof text === 'string' && text.length <= 10_000),
  }
  const session = (): { readonly session: string } => ({ session: key(value, 'session') })
  switch (value['kind']) {
    case 'review':
      return {
        kind: 'review',
        checkpoint: key(value, 'checkpoint'),
        ...optional('due', value['due'], isCivilDate),
        outcome: word(value, 'outcome', ['continue', 'stop', 'again'] as const),
        ...decided,
      }
    case 'missed':
      return {
        kind: 'missed',
        ...session(),
        option: word(value, 'option', ['continue', 'step-back', 're-induce'] as const),
        ...targetIn(value),
        ...makingUpIn(value),
        ...decided,
      }
    case 'interval':
      return { kind: 'interval', ...session(), interval: key(value, 'interval'), ...decided }
    case 'move':
      return { kind: 'move', ...session(), ...placeIn(value, 'decision.'), ...decided }
    case 'cancel':
      return { kind: 'cancel', ...session(), ...decided }
    case 'extend':
      return { kind: 'extend', sessions: count(value), ...decided }
    case 'end':
      return { kind: 'end', ...decided }
    default:
      throw new Refusal(badArgument, 'decision.kind')
  }
}

/** A day, and a time on the wall clock where one is named. */
export function placeIn(value: Fields, under: string): { readonly day: CivilDate; readonly time?: string } {
  const { day, time } = value
  if (!isCivilDate(day)) throw new Refusal(badArgument, `${under}day`)
  if (time === undefined) return { day }
  if (typeof time !== 'string' || Number.isNaN(clockMinutes(time)))
    throw new Refusal(badArgument, `${under}time`)
  return { day, time }
}

/** What the door refuses in an argument, with the path from its name on. */
export function refusedIn(name: string, given: unknown, { code, severity, text, path }: Refusal): Refusal {
  const member = path === '' && code === notReadable.code ? ranBy(given) : path
  return new Refusal({ code, severity, text }, member === '' ? name : `${name}.${member}`)
}

/** The first member that would have to be run to be read; nothing where none can be told. */
function ranBy(given: unknown): string {
  try {
    const members = isObject(given) ? Object.entries(Object.getOwnPropertyDescriptors(given)) : []
    return members.find(([, member]) => member.enumerable === true && member.get !== undefined)?.[0] ?? ''
  } catch {
    return ''
  }
}

/** Whether a value has members that can be looked at by name. */
export function isFields(value: unknown): value is Fields {
  return isObject(value) && !Array.isArray(value)
}

function key(value: Fields, name: string): string {
  return checkedKey(value[name], `decision.${name}`)
}

function instantIn({ at }: Fields): string {
  if (!isInstant(at)) throw new Refusal(badArgument, 'decision.at')
  return at
}

function optional<N extends string>(
  name: N,
  value: unknown,
  fits: (value: unknown) => boolean,
): { readonly [K in N]?: string } {
  if (value === undefined) return {}
  if (typeof value !== 'string' || !fits(value)) throw new Refusal(badArgument, `decision.${name}`)
  const made: { [K in N]?: string } = {}
  made[name] = value
  return made
}

function word<W extends string>(value: Fields, name: string, words: readonly W[]): W {
  const found = words.find((one) => one === value[name])
  if (found === undefined) throw new Refusal(badArgument, `decision.${name}`)
  return found
}

function count({ sessions }: Fields): number {
  if (typeof sessions !== 'number' || !Number.isInteger(sessions) || sessions < 1 || sessions > 400)
    throw new Refusal(badArgument, 'decision.sessions')
  return sessions
}

function targetIn({ to }: Fields): { readonly to?: { phase: string; interval: string } } {
  // What an option offers to record says null where it leads nowhere else.
  if (to === undefined || to === null) return {}
  if (!isFields(to)) throw new Refusal(badArgument, 'decision.to')
  return {
    to: {
      phase: checkedKey(to['phase'], 'decision.to.phase'),
      interval: checkedKey(to['interval'], 'decision.to.interval'),
    },
  }
}

function makingUpIn({ makesUp }: Fields): { readonly makesUp?: boolean } {
  if (makesUp === undefined) return {}
  if (typeof makesUp !== 'boolean') throw new Refusal(badArgument, 'decision.makesUp')
  return { makesUp }
}
