/** Sessions laid out behind those that were given. */
import { expect, test } from 'vitest'
import { type FixedSession, layOut, type Setting } from '../../src/course/lay-out.ts'
import { numbersOf } from '../../src/judgement/context.ts'
import type { Limit } from '../../src/kernel/protocol.ts'
import { apart, desk, interval, phase, protocolOf, slots } from './plan-desk.ts'

const context = desk()
const setting = (limits: readonly Limit[], more: Partial<Setting> = {}): Setting => ({
  protocol: protocolOf([phase('open', { intervals: [interval('thrice', 3, 1)], limits })]),
  pattern: { slots: slots('mon 09:00', 'wed 09:00', 'fri 09:00') },
  closures: [],
  preferences: {},
  zone: 'America/New_York',
  numbers: numbersOf(context.policy, context.content),
  notBefore: '2027-02-03',
  ...more,
})
const given = (day: string, clock = '09:00'): FixedSession => ({
  day,
  at: `${day}T${clock}:00-05:00`,
  phase: 'open',
  interval: 'thrice',
})
const next = (limits: readonly Limit[], fixed: readonly FixedSession[], more: Partial<Setting> = {}) => {
  const laid = layOut(
    [{ phase: 'open', interval: 'thrice', from: '2027-02-03', sessions: 2 }],
    fixed,
    setting(limits, more),
  )
  return laid.ok ? laid.value.map(({ id, place, status }) => `${id} ${place.day} ${status}`) : laid.error
}

test('a limit looks back to the session given last, in any order they are told', () => {
  const limits = [apart('rest', 'least-between', 2, 'd')]
  expect(next(limits, [])).toEqual(['s1 2027-02-03 regular', 's2 2027-02-05 regular'])
  const late = [given('2027-02-02'), given('2027-01-29')]
  expect(next(limits, late)).toEqual(['s1 2027-02-04 to-choose', 's2 2027-02-06 to-choose'])
  expect(next(limits, [...late].reverse())).toEqual(next(limits, late))
})

test('sessions given count in a window, and what they broke among themselves is past', () => {
  const counted = (count: number, days: number): Limit => ({
    id: 'most',
    label: 'most',
    kind: 'most-sessions',
    count,
    in: 'rolling-days',
    window: { value: days, unit: 'd' },
    certainty: 'S',
    sources: [],
  })
  const past = [given('2027-01-31'), given('2027-02-01'), given('2027-02-02')]
  expect(next([counted(2, 3)], past)).toEqual(['s1 2027-02-04 to-choose', 's2 2027-02-05 regular'])
  expect(next([counted(3, 30)], past)).toMatchObject({
    code: 'plan-infeasible',
    conflict: [{ id: 'limit/most' }],
    session: 's1',
    window: { from: '2027-02-03', to: '2027-02-04' },
  })
})

test('no session is laid before one that was given', () => {
  expect(next([], [given('2027-02-04', '10:00')])).toMatchObject({ code: 'plan-infeasible', conflict: [] })
  expect(next([], [given('2027-02-03', '10:00')])).toEqual([
    's1 2027-02-04 to-choose',
    's2 2027-02-05 regular',
  ])
})

test('sessions keep the ids they have, and new ones go on counting', () => {
  expect(next([], [], { ids: ['s7'], nextId: 12 })).toEqual([
    's7 2027-02-03 regular',
    's12 2027-02-05 regular',
  ])
})

test('choices for other sessions are passed over', () => {
  const preferences = { choices: [{ session: 's1', day: '2027-02-01' }] }
  expect(next([], [], { ids: ['s7', 's8'], preferences })).toEqual([
    's7 2027-02-03 regular',
    's8 2027-02-05 regular',
  ])
})

test('a phase there is not, and a pattern with too few places, are told', () => {
  const of = (name: string, count: number) =>
    layOut(
      [{ phase: name, interval: 'thrice', from: '2027-02-03', sessions: 2 }],
      [],
      setting([], { pattern: { slots: slots('mon 09:00', 'wed 09:00', 'fri 09:00').slice(0, count) } }),
    )
  expect(of('closed', 3)).toEqual({ ok: false, error: { code: 'unknown-phase', path: 'protocol.phases' } })
  expect(of('open', 2)).toEqual({ ok: false, error: { code: 'too-few-slots', path: 'pattern.slots' } })
})
