/** A room of visits: who is looked at first. */
import { expect, test } from 'vitest'
import { markParsed } from '../../src/kernel/parsed.ts'
import type { Grade, Rule } from '../../src/kernel/rule.ts'
import { chairBoard } from '../../src/session/chair-board.ts'
import type { Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { booked, calm, clock, device, entry, sessionOf, shuffled, watched, watchedAt } from './arbitrary.ts'

const { session } = watched
const [model] = watched.contraindications
if (session === undefined || model === undefined) throw new Error('the pack has tables')
const row: Rule = model

/** A row of the alarms, made up: a systolic pressure from here on. */
function alarm(grade: Grade, from: number): Rule {
  return {
    ...row,
    id: `test/${grade}`,
    asked: ['monitoring'],
    grade,
    scope: {
      products: ['esketamine-nasal', 'ketamine-iv'],
      jurisdictions: ['us'],
      effective: { from: '2019-03-05' },
    },
    when: {
      kind: 'measured',
      fact: 'systolic-pressure',
      is: 'at-least',
      limit: { value: from, unit: 'mm[Hg]' },
      maxAge: { value: 60, unit: 'min' },
      pick: 'latest',
    },
  }
}

const content = markParsed({
  ...watched,
  session: { ...session, alarms: [alarm('alert', 160), alarm('stop', 180), alarm('emergency', 220)] },
})
const now = (minutes: number) => ({ ...watchedAt(minutes), content })

const pressure = (systolic: number): Happening => ({
  type: 'vitals',
  reading: { systolic: { value: systolic, unit: 'mm[Hg]' }, diastolic: { value: 80, unit: 'mm[Hg]' } },
})

/** One device at a minute, and a reading afterwards. */
function dosed(id: string, minutes: number, ...more: SessionEvent[]) {
  return sessionOf(
    [
      entry('b', 480, booked('esketamine-nasal', 1)),
      entry('a', 490, { type: 'arrived' }),
      entry('d', minutes, device),
      ...more,
    ],
    id,
  )
}

test('a room is sorted by what presses', () => {
  const room = [
    sessionOf(
      [entry('a', 490, { type: 'arrived' }), entry('l', 500, { type: 'left-against-advice' })],
      'gone',
    ),
    sessionOf([entry('b', 480, booked('esketamine-nasal'))], 'booked'),
    dosed('later', 598),
    dosed('sooner', 595),
    dosed('due', 560),
    dosed('overdue', 548),
    dosed('alert', 596, entry('v', 599, pressure(165))),
    dosed('stop', 595, entry('v', 598, pressure(185))),
    dosed('emergency', 595, entry('v', 598, pressure(230))),
  ]
  const order = [
    ['emergency', 'emergency'],
    ['stop', 'stop'],
    ['overdue', 'overdue'],
    ['due', 'due'],
    ['sooner', 'next'],
    ['alert', 'next'],
    ['later', 'next'],
    ['booked', 'other'],
    ['gone', 'other'],
  ]
  for (const seed of [1, 2, 3]) {
    const { rows } = chairBoard(shuffled(room, seed), now(600))
    expect(rows.map((row) => [row.session, row.urgency])).toEqual(order)
  }
})

test('a row tells what is next, how late it is, and what is open', () => {
  const seen: Happening = { type: 'effect-observed', effect: { effect: 'nausea', reportedBy: 'patient' } }
  const room = [dosed('one', 548, entry('n', 560, seen), entry('v', 561, pressure(170)))]
  expect(chairBoard(room, now(600)).rows).toEqual([
    {
      session: 'one',
      phase: 'observing',
      urgency: 'overdue',
      running: false,
      sinceLastAdministration: { value: 52, unit: 'min' },
      next: {
        slot: 'at-40',
        observe: ['blood-pressure'],
        required: true,
        status: 'overdue',
        dueAt: clock(588),
        late: { value: 12, unit: 'min' },
      },
      alarm: { grade: 'alert', rules: ['test/alert'] },
      open: { effects: ['nausea'], observations: [], issues: 0 },
    },
  ])
})

test('what was missed stays open, and the next one is told', () => {
  const [row] = chairBoard([dosed('one', 520)], now(600)).rows
  expect(row?.open.observations).toEqual(['at-40'])
  expect([row?.next?.slot, row?.next?.status, row?.next?.late.value]).toEqual(['at-120', 'waiting', -40])
  expect(row?.urgency).toBe('next')
})

test('while a pump runs no time since the last dose is told', () => {
  const start: Happening = { type: 'infusion-started' }
  const room = [sessionOf([entry('a', 490, { type: 'arrived' }), entry('s', 500, start)])]
  const [row] = chairBoard(room, now(520)).rows
  expect([row?.running, row?.phase, row?.sinceLastAdministration]).toEqual([true, 'dosing', undefined])
})

test('an alarm is met also where nobody wrote down the product, and the newest reading counts', () => {
  const events = [entry('a', 490, { type: 'arrived' }), entry('v', 500, pressure(230))]
  expect(chairBoard([sessionOf(events)], now(510)).rows[0]?.alarm?.grade).toBe('emergency')
  const calmed = [...events, entry('w', 505, calm)]
  expect(chairBoard([sessionOf(calmed)], now(510)).rows[0]?.alarm).toBeUndefined()
  const gone = [...events, entry('l', 506, { type: 'left-against-advice' })]
  expect(chairBoard([sessionOf(gone)], now(510)).rows[0]?.alarm).toBeUndefined()
})

test('a board is frozen, says that it goes out of date, and names its tables', () => {
  const board = chairBoard([], now(600))
  expect(board.rows).toEqual([])
  expect(board.provenance).toMatchObject({ timeCritical: true, asOf: clock(600), content: { id: 'us' } })
  expect(Object.isFrozen(board.rows)).toBe(true)
  // @ts-expect-error: one session is no room
  expect(() => chairBoard(sessionOf([]), now(600))).toThrow(expect.objectContaining({ code: 'bad-argument' }))
})
