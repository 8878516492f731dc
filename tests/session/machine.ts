/** A second machine of a visit, written plainly, and commands that drive both. @module */
import fc from 'fast-check'
import { expect } from 'vitest'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { applySessionEvent } from '../../src/session/apply.ts'
import { replaySession } from '../../src/session/replay.ts'
import { type Happening, type Session, SessionEvent } from '../../src/session/session.schema.ts'
import type { SessionState } from '../../src/session/state.ts'
import { booked, calm, clock, device, sessionOf, watchedAt } from './arbitrary.ts'

/** What the plain machine knows. */
export interface Model {
  phase: string
  minutes: number
  entries: number
  pump: 'off' | 'on' | 'held'
  devicesToCome: number
  product: boolean
  given: number[]
  pressures: number[]
}

/** The real one. */
export interface Real {
  session: Parsed<Session>
  state: SessionState | undefined
}

/** Both, before anything. */
export function bothNew(): { model: Model; real: Real } {
  return {
    model: {
      phase: 'nothing-recorded',
      minutes: 480,
      entries: 0,
      pump: 'off',
      devicesToCome: 0,
      product: false,
      given: [],
      pressures: [],
    },
    real: { session: sessionOf([]), state: undefined },
  }
}

const gone = ['departed', 'departed-against-advice', 'cancelled', 'no-show']

/** Whether the two readings were taken in their windows, and two hours are over. */
function isWatchedEnough({ given, pressures, minutes, product, pump }: Model): boolean {
  if (!product || pump !== 'off' || given.length === 0) return false
  const last = Math.max(...given)
  const within = (from: number, to: number) =>
    pressures.some((taken) => taken >= last + from && taken <= last + to)
  return minutes >= last + 120 && within(35, 60) && within(115, 720)
}

/** Where a happening leads by the plain rules; nothing where it cannot happen. The model is not changed. */
export function leadsTo(model: Model, what: Happening): string | undefined {
  const { phase, pump } = model
  const isHere = !['nothing-recorded', 'booked', 'aborted', ...gone].includes(phase)
  const isWaiting = phase === 'nothing-recorded' || phase === 'booked'
  const isBefore = phase === 'arrived' || phase === 'checks-open'
  switch (what.type) {
    case 'booked':
      if (phase === 'nothing-recorded') return 'booked'
      return phase === 'booked' || isBefore ? phase : undefined
    case 'arrived':
      return isWaiting ? 'arrived' : undefined
    case 'vitals':
    case 'answered':
      if (gone.includes(phase)) return undefined
      return phase === 'arrived' ? 'checks-open' : phase
    case 'device-given':
      if (!isWaiting && !isHere) return undefined
      if (pump === 'held') return 'paused'
      return pump === 'on' || model.devicesToCome > 1 ? 'dosing' : 'observing'
    case 'infusion-started':
      if (pump !== 'off') return undefined
      return isWaiting || isBefore || phase === 'observing' || phase === 'ready' ? 'dosing' : undefined
    case 'infusion-paused':
      return phase === 'dosing' && pump === 'on' ? 'paused' : undefined
    case 'infusion-resumed':
      return phase === 'paused' && pump === 'held' ? 'dosing' : undefined
    case 'infusion-stopped':
      if (pump === 'off') return undefined
      if (phase === 'aborted') return 'aborted'
      if (phase !== 'dosing' && phase !== 'paused') return undefined
      return model.devicesToCome > 0 ? 'dosing' : 'observing'
    case 'rescue-given':
      if (isWaiting || gone.includes(phase)) return undefined
      return phase === 'ready' ? 'observing' : phase
    case 'note':
      return phase
    case 'found-ready':
      if (phase !== 'observing' && phase !== 'dosing') return undefined
      return isWatchedEnough(model) ? 'ready' : undefined
    case 'left':
      if (isBefore || phase === 'observing' || phase === 'ready') return 'departed'
      return (phase === 'dosing' || phase === 'aborted') && pump !== 'on' ? 'departed' : undefined
    case 'left-against-advice':
      return isHere || phase === 'aborted' ? 'departed-against-advice' : undefined
    case 'aborted':
      return isHere ? 'aborted' : undefined
    case 'cancelled':
      return isWaiting || isBefore ? 'cancelled' : undefined
    case 'no-show':
      return isWaiting ? 'no-show' : undefined
    default:
      throw new Error('the plain machine does not know this')
  }
}

/** Changes the model by what happened. */
function happen(model: Model, what: Happening, phase: string): void {
  const { minutes } = model
  model.phase = phase
  model.entries += 1
  if (what.type === 'booked') {
    model.product = what.product !== undefined
    model.devicesToCome = what.dose?.basis === 'devices' ? what.dose.count : 0
  }
  if (what.type === 'device-given') {
    model.devicesToCome = Math.max(0, model.devicesToCome - 1)
    model.given.push(minutes)
  }
  if (what.type === 'infusion-started' || what.type === 'infusion-resumed') model.pump = 'on'
  if (what.type === 'infusion-paused') model.pump = 'held'
  if (what.type === 'infusion-stopped') {
    model.pump = 'off'
    model.given.push(minutes)
  }
  if (what.type === 'vitals') model.pressures.push(minutes)
}

class Add implements fc.Command<Model, Real> {
  readonly what: Happening
  readonly gap: number

  constructor(what: Happening, gap: number) {
    this.what = what
    this.gap = gap
  }

  check(): boolean {
    return true
  }

  run(model: Model, real: Real): void {
    model.minutes += this.gap
    const event = parse(SessionEvent, {
      id: `e${model.entries}`,
      at: clock(model.minutes),
      sequence: model.entries,
      recorder: 'ward',
      by: 'nurse',
      source: 'person',
      what: this.what,
    })
    if (!event.ok) throw event.error
    const context = watchedAt(model.minutes)
    const before = real.session.events.length
    const applied = applySessionEvent({ session: real.session, event: event.value }, context)
    const next = leadsTo(model, this.what)
    expect(real.session.events.length).toBe(before)
    if (next === undefined) {
      expect(applied.ok, `${this.what.type} in ${model.phase}`).toBe(false)
      if (applied.ok) return
      expect(applied.error.from).toBe(model.phase)
      expect(['illegal-transition', 'ready-not-shown']).toContain(applied.error.code)
      expect(applied.error.legal).not.toContain(this.what.type)
      for (const { type, what } of samples) {
        expect(applied.error.legal.includes(type), `${type} in ${model.phase}`).toBe(
          leadsTo(model, what) !== undefined,
        )
      }
      return
    }
    expect(applied.ok, `${this.what.type} in ${model.phase}`).toBe(true)
    if (!applied.ok) return
    // No way leads to `ready` but this one.
    if (next === 'ready' && model.phase !== 'ready') expect(this.what.type).toBe('found-ready')
    happen(model, this.what, next)
    expect(applied.value.state.phase).toBe(next)
    expect(applied.value.state.running).toBe(model.pump === 'on')
    if (next === 'ready') expect(isWatchedEnough(model) || this.what.type !== 'found-ready').toBe(true)
    real.session = applied.value.session
    real.state = applied.value.state
    // Grown entry by entry or read at once, it is the same visit.
    expect(replaySession(sessionOf(real.session.events), context).phase).toBe(next)
  }

  toString(): string {
    return `+${this.gap} min ${this.what.type}`
  }
}

const kinds: readonly Happening[] = [
  booked('esketamine-nasal', 2),
  booked('ketamine-iv'),
  booked(),
  { type: 'arrived' },
  { type: 'answered', fact: 'consent-on-file', answer: 'yes' },
  calm,
  device,
  { type: 'infusion-started' },
  { type: 'infusion-paused' },
  { type: 'infusion-resumed' },
  { type: 'infusion-stopped', why: 'complete' },
  { type: 'rescue-given', what: 'Ondansetron' },
  { type: 'note', text: 'Quiet.' },
  { type: 'found-ready' },
  { type: 'left' },
  { type: 'left-against-advice' },
  { type: 'aborted' },
  { type: 'cancelled' },
  { type: 'no-show' },
]

/** One of each kind the plain machine knows. */
const samples = kinds.map((what) => ({ type: what.type, what }))

const ends: readonly string[] = ['left', 'left-against-advice', 'aborted', 'cancelled', 'no-show']

const ordinary = kinds.filter(({ type }) => !ends.includes(type))

const gaps = fc.oneof(fc.constantFrom(0, 1, 5, 35, 40, 60, 75, 80, 115, 120), fc.integer({ min: 0, max: 90 }))

const commands = [
  fc.tuple(fc.constantFrom(...ordinary), gaps).map(([what, gap]) => new Add(what, gap)),
  fc.tuple(fc.constantFrom(...kinds), gaps).map(([what, gap]) => new Add(what, gap)),
  // Now and then what a clinic does, so that the far end of the machine is reached too.
  fc.tuple(fc.constantFrom(calm, device, kinds[13] ?? calm), gaps).map(([what, gap]) => new Add(what, gap)),
]

/** So many commands at most. */
export function runs(max: number): fc.Arbitrary<Iterable<fc.Command<Model, Real>>> {
  return fc.commands(commands, { maxCommands: max, size: 'max' })
}

/** Drives both machines, from the start or from so many steps into an ordinary visit. */
export function bothAgree(list: Iterable<fc.Command<Model, Real>>, steps: number): void {
  fc.modelRun(() => partOfAVisit(steps), list)
}

/** How far an ordinary visit goes. */
export const ordinarySteps = 8

/** The way of an ordinary visit, so many steps of it: it ends in `ready` by both machines. */
export function partOfAVisit(steps: number): { model: Model; real: Real } {
  const both = bothNew()
  const way: readonly (readonly [Happening, number])[] = [
    [booked('esketamine-nasal', 2), 0],
    [{ type: 'arrived' }, 10],
    [calm, 10],
    [device, 10],
    [device, 5],
    [calm, 40],
    [calm, 80],
    [{ type: 'found-ready' }, 5],
  ]
  for (const [what, gap] of way.slice(0, steps)) new Add(what, gap).run(both.model, both.real)
  return both
}
