/** What a log comes to: corrections, clocks, conflicts, and what cannot have happened. */
import { describe, expect, test } from 'vitest'
import { us } from '../../src/content/us.ts'
import { parse } from '../../src/kernel/door.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import { resolveLocal } from '../../src/kernel/time.ts'
import { replaySession } from '../../src/session/replay.ts'
import { SessionEvent as Event, type Happening, type SessionEvent } from '../../src/session/session.schema.ts'
import { at, atEnd, booked, calm, clock, device, entry, sessionOf, watched, watchedAt } from './arbitrary.ts'
import { wholeVisit } from './log-laws.ts'

const replay = (events: readonly SessionEvent[], context = watchedAt(1439)) =>
  replaySession(sessionOf(events), context)

const codes = (events: readonly SessionEvent[], context = watchedAt(1439)) =>
  replay(events, context).issues.map(({ code, path }) => `${code} ${path}`)

/** The visit with one entry changed, or taken out. */
function visitWith(id: string, change?: Partial<SessionEvent>): SessionEvent[] {
  return wholeVisit().flatMap((event) => {
    if (event.id !== id) return [event]
    return change === undefined ? [] : [{ ...event, ...change }]
  })
}

const bolus: Happening = { type: 'dose-given', how: 'bolus', amount: { value: 20, unit: 'mg' }, as: 'base' }
const start: Happening = {
  type: 'infusion-started',
  concentration: { value: 0.5, unit: 'mg/mL' },
  as: 'base',
  rate: { value: 108, unit: 'mL/h' },
}
const stop: Happening = { type: 'infusion-stopped', why: 'complete' }

describe('a visit', () => {
  test('that went as planned ends with a person found ready', () => {
    const state = replay(wholeVisit())
    expect(state.phase).toBe('ready')
    expect(state.issues).toEqual([])
    expect(state.anchors).toEqual({
      start: { at: clock(540), event: 'first' },
      end: { at: clock(545), event: 'second' },
      firstDevice: { at: clock(540), event: 'first' },
      lastDevice: { at: clock(545), event: 'second' },
    })
    expect(state.effects.map(({ event, resolved }) => [event, resolved?.event])).toEqual([['dizzy', 'gone']])
    expect([state.delivered.least.value, state.delivered.most?.value]).toEqual([56, 56])
  })

  test.each([
    [479, 'nothing-recorded'],
    [480, 'booked'],
    [500, 'arrived'],
    [510, 'checks-open'],
    [540, 'dosing'],
    [545, 'observing'],
    [669, 'observing'],
    [670, 'ready'],
  ])('stands at minute %i where the log had led by then: %s', (minutes, phase) => {
    const state = replay(wholeVisit(), watchedAt(minutes))
    expect(state.phase).toBe(phase)
    const later = wholeVisit().filter((event) => (event.at ?? '') > clock(minutes))
    expect(state.leftOut).toEqual(
      later.map(({ id }) => ({ id, why: 'after-as-of' })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
  })

  test('of which nothing was written down is a state all the same', () => {
    const state = replay([])
    expect(state.phase).toBe('nothing-recorded')
    expect(state.entries).toEqual([])
    expect(state.anchors).toEqual({})
    expect([state.delivered.least.value, state.delivered.most?.value]).toEqual([0, 0])
  })

  test('at home with a chaperone runs by the same table', () => {
    const home: Happening = {
      type: 'booked',
      kind: 'dosing',
      product: 'ketamine-sublingual',
      setting: 'remote',
    }
    const events = [
      entry('b', 480, home),
      entry('a', 500, { type: 'arrived' }),
      entry('c', 505, { type: 'answered', fact: 'chaperone-present', answer: 'yes' }, { by: 'chaperone' }),
      entry('d', 510, { type: 'dose-given', how: 'under-the-tongue', amount: { value: 100, unit: 'mg' } }),
    ]
    expect(replay(events).phase).toBe('observing')
    expect(replay(events).booked).toEqual(home)
  })

  test('B-036: that was cancelled is cancelled, and nothing was given', () => {
    const state = replay([entry('b', 480, booked('ketamine-iv')), entry('c', 490, { type: 'cancelled' })])
    expect(state.phase).toBe('cancelled')
    expect(state.anchors).toEqual({})
    expect(state.delivered.most?.value).toBe(0)
  })
})

describe('being found ready', () => {
  test.each(['forty', 'two-hours', 'booked', 'first', 'second', 'arrived', 'before', 'dizzy', 'gone'])(
    'rests on what was written down: without “%s”',
    (id) => {
      const needed = ['forty', 'two-hours', 'booked']
      const { phase } = replay(visitWith(id))
      // Without one of two devices the readings lie elsewhere from the last one; both still fill their windows.
      expect(phase).toBe(needed.includes(id) ? 'observing' : 'ready')
    },
  )

  test('without any device leads nowhere', () => {
    const events = wholeVisit().filter(({ what }) => what.type !== 'device-given')
    const state = replay(events)
    expect(state.phase).toBe('checks-open')
    expect(codes(events)).toEqual(['event-impossible-here events.ready'])
  })

  test.each([
    [664, 'observing'],
    [664.9, 'observing'],
    [665, 'ready'],
    [665.1, 'ready'],
  ])('120 minutes after the last device, at minute %f: %s', (minutes, phase) => {
    const moved = visitWith('ready', { at: clock(minutes) }).map((event) =>
      event.id === 'two-hours' ? { ...event, at: clock(662) } : event,
    )
    expect(replay(moved).phase).toBe(phase)
    if (phase === 'observing') expect(codes(moved)).toEqual(['ready-not-shown events.ready'])
  })

  test('is not shown by a schedule nobody knows, nor in a pack whose tables have none', () => {
    const unknown = { ...booked('esketamine-nasal', 2), schedule: 'of-another-site' }
    expect(codes(visitWith('booked', { what: unknown }))).toEqual(['ready-not-shown events.ready'])
    const { session: _session, ...screening } = us
    const lean = markParsed(screening)
    expect(codes(wholeVisit(), { ...watchedAt(1439), content: lean })).toEqual([
      'ready-not-shown events.ready',
    ])
  })

  test('ends with a new effect, and with a rescue', () => {
    const effect: Happening = { type: 'effect-observed', effect: { effect: 'vomiting', reportedBy: 'nurse' } }
    const rescue: Happening = { type: 'rescue-given', what: 'Ondansetron' }
    for (const what of [effect, rescue])
      expect(replay([...wholeVisit(), entry('new', 672, what, { sequence: 8 })]).phase).toBe('observing')
  })

  test('is not shown while a booking or a cancellation without a time may have held it back', () => {
    for (const what of [booked('esketamine-nasal', 2), { type: 'cancelled' }, { type: 'no-show' }] as const) {
      const { at: _lost, ...other } = entry('other', 481, what, { recorder: 'app' })
      expect(replay([...wholeVisit(), other]).phase).toBe('observing')
    }
  })

  test('counts a reading of the same instant by any tablet, and a dose of it as a new one', () => {
    const moved = visitWith('two-hours', { at: clock(670), recorder: 'z-trolley', sequence: 1 })
    expect(replay(moved).phase).toBe('ready')
    const again = [...wholeVisit(), entry('third', 670, device, { recorder: 'z-trolley', sequence: 1 })]
    expect(replay(again).phase).toBe('observing')
    expect(codes(again)).toEqual([])
    const before = [...wholeVisit(), entry('third', 670, device, { recorder: 'a-trolley', sequence: 1 })]
    expect(codes(before)).toEqual(['ready-not-shown events.ready'])
  })

  test('is not shown while a pump stood at a time nobody can tell', () => {
    const { at: _lost, ...pause } = entry('p', 600, { type: 'infusion-paused' }, { recorder: 'pump' })
    expect(replay([...wholeVisit(), pause]).phase).toBe('observing')
    expect(replay([...wholeVisit(), pause]).anchors.end).toBeUndefined()
  })

  test('needs a time of its own', () => {
    const { at: _lost, ...ready } = entry('ready', 670, { type: 'found-ready' }, { recorder: 'doctor' })
    const events = [...visitWith('ready'), ready]
    expect(replay(events).phase).toBe('observing')
    expect(codes(events)).toEqual(['time-not-recorded events.ready'])
  })
})

describe('leaving', () => {
  test('ready is a departure, and nothing is odd', () => {
    const events = [...wholeVisit(), entry('left', 680, { type: 'left' }, { sequence: 8 })]
    expect(replay(events).phase).toBe('departed')
    expect(codes(events)).toEqual([])
  })

  test('after a dose before anybody found the person ready is a departure that shows', () => {
    const events = [...visitWith('ready'), entry('left', 680, { type: 'left' }, { sequence: 8 })]
    expect(replay(events).phase).toBe('departed')
    expect(codes(events)).toEqual(['left-before-ready events.left'])
  })

  test('cannot be while a pump runs', () => {
    const events = [
      entry('a', 500, { type: 'arrived' }),
      entry('s', 510, start),
      entry('l', 520, { type: 'left' }),
      entry('x', 530, { type: 'left-against-advice' }),
    ]
    expect(replay(events.slice(0, 3)).phase).toBe('dosing')
    expect(codes(events.slice(0, 3))).toEqual(['event-impossible-here events.l'])
    expect(replay(events).phase).toBe('departed-against-advice')
  })

  test('B-034: without a dose on record leaves the observation unknown, not complete', () => {
    const events = wholeVisit().filter(
      ({ what }) => what.type !== 'device-given' && what.type !== 'found-ready',
    )
    const left = [...events, entry('left', 680, { type: 'left' }, { sequence: 8 })]
    const state = replay(left)
    expect(state.phase).toBe('departed')
    expect(state.anchors).toEqual({})
    expect(codes(left)).toEqual(['no-dose-recorded events.left'])
  })

  test('without a dose is plain where it was refused, or where the visit was not for one', () => {
    const arrived = entry('a', 500, { type: 'arrived' })
    const left = entry('l', 600, { type: 'left' })
    expect(codes([arrived, entry('r', 550, { type: 'dose-refused' }), left])).toEqual([])
    expect(codes([entry('b', 480, { type: 'booked', kind: 'integration' }), arrived, left])).toEqual([])
  })

  test('B-026: before the dose is odd, and no duration is negative', () => {
    const events = [
      entry('a', 500, { type: 'arrived' }),
      entry('l', 530, { type: 'left' }),
      entry('d', 540, bolus),
    ]
    const state = replay(events)
    expect(codes(events)).toEqual(['event-impossible-here events.d'])
    expect(state.anchors.end).toEqual({ at: clock(540), event: 'd' })
    expect(state.delivered.least.value).toBe(20)
  })

  test('for another house is a departure', () => {
    const events = [
      ...visitWith('ready'),
      entry('t', 600, { type: 'transferred', to: 'emergency' }, { sequence: 8, late: true }),
    ]
    expect(replay(events.filter(({ id }) => id !== 'two-hours')).phase).toBe('departed')
  })
})

describe('what cannot have happened', () => {
  test('B-026: an infusion that ends before it starts began at a time nobody can tell, and still runs', () => {
    const events = [entry('a', 500, { type: 'arrived' }), entry('e', 510, stop), entry('s', 520, start)]
    const state = replay(events)
    expect(state.anchors).toEqual({ start: { event: 'e' } })
    expect(state.running).toBe(true)
    expect(codes(events)).toEqual(['event-impossible-here events.e'])
  })

  test('still counts for what was seen: a reading before anybody came is a reading', () => {
    const state = replay([entry('b', 480, booked('ketamine-iv')), entry('v', 490, calm)])
    expect(state.phase).toBe('booked')
    expect(state.entries.map(({ id }) => id)).toEqual(['b', 'v'])
    expect(state.issues).toEqual([])
  })

  test('a dose before anybody wrote down an arrival is a dose, and shows', () => {
    const events = [entry('b', 480, booked('ketamine-iv')), entry('s', 490, start)]
    expect(replay(events).phase).toBe('dosing')
    expect(replay(events).running).toBe(true)
    expect(codes(events)).toEqual(['arrival-not-recorded events.s'])
  })

  test('a second start of a running pump, a pause of one that stands, an arrival twice', () => {
    const events = [
      entry('a', 500, { type: 'arrived' }),
      entry('again', 501, { type: 'arrived' }),
      entry('p', 505, { type: 'infusion-paused' }),
      entry('x', 506, stop),
      entry('s', 510, start),
      entry('s2', 520, start),
    ]
    // The pump that was paused ran since a time nobody wrote down: its stop is no wonder, but no phase of the visit.
    expect(codes(events)).toEqual(['again', 'p', 's2', 'x'].map((id) => `event-impossible-here events.${id}`))
  })

  test('an effect seen gone before it was seen, and one that nobody saw', () => {
    const events = [
      entry('gone', 500, { type: 'effect-resolved', of: 'seen' }),
      entry('seen', 510, { type: 'effect-observed', effect: { effect: 'nausea', reportedBy: 'patient' } }),
      entry('what', 520, { type: 'effect-resolved', of: 'nobody' }),
    ]
    expect(codes(events)).toEqual(['gone-before-seen events.gone', 'resolved-nothing events.what'])
    expect(replay(events).effects[0]?.resolved).toBeUndefined()
  })

  test('a scale under a name that no question reads is kept and told', () => {
    const scale = (instrument: string): Happening => ({ type: 'scale', instrument, total: 5 })
    const events = [
      entry('known', 500, scale('moaas')),
      entry('level', 505, { type: 'scale', instrument: 'c-ssrs-screener', level: '1' }),
      entry('shouted', 510, scale('MOAAS')),
      entry('other', 520, scale('phq-9')),
    ]
    expect(codes(events)).toEqual(['scale-not-read events.other', 'scale-not-read events.shouted'])
    expect(replay(events).entries).toHaveLength(4)
  })

  test('an effect seen gone twice was gone the first time', () => {
    const events = [
      entry('seen', 510, { type: 'effect-observed', effect: { effect: 'nausea', reportedBy: 'patient' } }),
      entry('gone', 520, { type: 'effect-resolved', of: 'seen' }),
      entry('still', 530, { type: 'effect-resolved', of: 'seen' }),
    ]
    expect(replay(events).effects[0]?.resolved).toEqual({ event: 'gone', at: clock(520) })
  })

  test('base and hydrochloride are not added up', () => {
    const salt: Happening = { ...bolus, as: 'hydrochloride' }
    const events = [entry('a', 500, { type: 'arrived' }), entry('b', 510, bolus), entry('s', 520, salt)]
    expect(replay(events).delivered.most).toBeUndefined()
    expect(codes(events).every((code) => code.startsWith('salt-mixed'))).toBe(true)
    expect(codes(events).length).toBeGreaterThan(0)
  })
})

describe('the anchors', () => {
  const arrived = entry('a', 500, { type: 'arrived' })

  test('of an infusion are its start and its stop; while it runs or stands there is no end', () => {
    const events = [
      arrived,
      entry('s', 510, start),
      entry('p', 520, { type: 'infusion-paused' }),
      entry('r', 525, { type: 'infusion-resumed' }),
      entry('e', 555, stop),
    ]
    expect(replay(events, watchedAt(515)).anchors).toEqual({ start: { at: clock(510), event: 's' } })
    expect(replay(events, watchedAt(522)).anchors).toEqual({ start: { at: clock(510), event: 's' } })
    expect(replay(events, watchedAt(522)).running).toBe(false)
    expect(replay(events, watchedAt(530)).running).toBe(true)
    expect(replay(events).anchors.end).toEqual({ at: clock(555), event: 'e' })
  })

  test('a pause outlasts a change of the rate', () => {
    const events = [
      arrived,
      entry('s', 510, start),
      entry('p', 520, { type: 'infusion-paused' }),
      entry('c', 525, { type: 'infusion-rate-changed', rate: { value: 60, unit: 'mL/h' } }),
    ]
    expect([replay(events).phase, replay(events).running]).toEqual(['paused', false])
    const again = [...events, entry('d', 530, device)]
    expect(replay(again).phase).toBe('paused')
  })

  test('a device that failed is given again before the dose is whole', () => {
    const failed: Happening = { type: 'device-given', outcome: 'failed' }
    const events = [
      entry('b', 480, booked('esketamine-nasal', 2)),
      arrived,
      entry('d', 510, device),
      entry('f', 515, failed),
    ]
    expect(replay(events).phase).toBe('dosing')
    expect(replay([...events, entry('g', 516, device)]).phase).toBe('observing')
    expect(replay([...events, entry('r', 516, { type: 'dose-refused' })]).phase).toBe('observing')
  })

  test('a device that failed is not the first, and can be the last', () => {
    const failed: Happening = { type: 'device-given', outcome: 'failed' }
    const events = [arrived, entry('f', 510, failed), entry('d', 515, device), entry('g', 520, failed)]
    expect(replay(events).anchors.firstDevice).toEqual({ at: clock(515), event: 'd' })
    expect(replay(events).anchors.lastDevice).toEqual({ at: clock(520), event: 'g' })
    expect(replay([arrived, entry('f', 510, failed)]).anchors).toEqual({})
  })

  test('one administration without a time makes the first and the last unknown', () => {
    const { at: _lost, ...untimed } = entry('u', 530, device, { recorder: 'pump' })
    const events = [arrived, entry('d', 515, device), untimed]
    expect(replay(events).anchors).toEqual({
      start: { event: 'u' },
      end: { event: 'u' },
      firstDevice: { event: 'u' },
      lastDevice: { event: 'u' },
    })
  })

  test('as many stops as starts tell that nothing runs, though nobody knows since when', () => {
    const { at: _lost, ...untimed } = entry('e', 530, stop, { recorder: 'pump' })
    const state = replay([arrived, entry('s', 515, start), untimed])
    expect(state.running).toBe(false)
    expect(state.anchors).toEqual({ start: { event: 'e' }, end: { event: 'e' } })
    const { at: _gone, ...begun } = entry('s2', 520, start, { recorder: 'pump', sequence: 1 })
    expect(replay([arrived, entry('s', 515, start), untimed, begun]).running).toBe(true)
  })
})

describe('clocks', () => {
  test('two tablets with clocks of their own each count for themselves', () => {
    const events = [
      ...wholeVisit(),
      entry('other', 560, calm, { recorder: 'trolley', sequence: 9 }),
      entry('other-2', 550, calm, { recorder: 'trolley', sequence: 10 }),
    ]
    const { entries } = replay(events)
    const untimed = entries.filter((one) => one.at === undefined)
    expect(untimed.map(({ id, untimed: why }) => [id, why])).toEqual([
      ['other', 'clock-ran-backwards'],
      ['other-2', 'clock-ran-backwards'],
    ])
    expect(replay(events).phase).toBe('ready')
    expect(codes(events)).toEqual(['clock-not-relied-on events.other-2'])
  })

  test('what was written down late takes its place in time and is no sign of a clock', () => {
    const events = [...wholeVisit(), entry('late', 570, calm, { sequence: 8, late: true })]
    const { entries, phase } = replay(events)
    expect(entries.map(({ id }) => id).indexOf('late')).toBe(6)
    expect(entries.find(({ id }) => id === 'late')?.late).toBe(true)
    expect(phase).toBe('ready')
  })

  test('a lost time darkens its recorder, for a fall could hide there; a late entry without one only itself', () => {
    const { at: _lost, ...note } = entry('note', 600, { type: 'note', text: '.' }, { sequence: 8 })
    const state = replay([...wholeVisit(), note])
    expect(state.phase).not.toBe('ready')
    expect(state.entries.find(({ id }) => id === 'second')?.untimed).toBe('another-time-not-recorded')
    expect(state.entries.find(({ id }) => id === 'note')?.untimed).toBe('another-time-not-recorded')
    const late = replay([...wholeVisit(), { ...note, late: true }])
    expect(late.phase).toBe('ready')
    expect(late.entries.find(({ id }) => id === 'note')?.untimed).toBe('not-recorded')
  })

  test('two entries of different times under one count leave no way to see a fall', () => {
    const events = [...wholeVisit(), entry('twice', 610, calm, { sequence: 7 })]
    expect(replay(events).entries.find(({ id }) => id === 'forty')?.untimed).toBe('count-repeated')
    expect(replay([...wholeVisit(), entry('twice', 666, calm, { sequence: 7 })]).phase).toBe('ready')
  })

  test('a fall of a thousandth of a second is one, and so is a count that falls while time goes on', () => {
    const two = (sequence: number, when: string) => [
      entry('a', 500, { type: 'arrived' }, { sequence: 5 }),
      entry('d', 510, bolus, { sequence, at: when }),
    ]
    const times = (events: readonly SessionEvent[]) => replay(events).entries.map(({ at: time }) => time)
    expect(times(two(6, clock(500)))).toEqual([clock(500), clock(500)])
    expect(times(two(6, clock(500 - 1 / 60_000)))).toEqual([undefined, undefined])
    expect(times(two(4, clock(510)))).toEqual([undefined, undefined])
  })

  test('two readings of one entry at different times are a conflict, and no fault of the count', () => {
    const events = [...wholeVisit(), { ...entry('forty', 590, calm), sequence: 5 }]
    const { entries } = replay(events)
    expect(entries.filter(({ id }) => id === 'forty').map(({ at: time }) => time)).toEqual([
      clock(585),
      clock(590),
    ])
    expect(entries.every(({ untimed }) => untimed === undefined)).toBe(true)
  })

  test('an entry that is void tells nothing of a clock', () => {
    const events = [...wholeVisit(), entry('wrong', 400, calm, { sequence: 8 })]
    expect(replay(events).anchors.end?.at).toBeUndefined()
    const voided = [
      ...events,
      entry('x', 680, { type: 'voided', of: 'wrong' }, { recorder: 'desk', sequence: 3 }),
    ]
    expect(replay(voided).phase).toBe('ready')
  })

  test('of a log without any time the counts alone make the order, and what cannot be shows', () => {
    const untimed = (id: string, sequence: number, what: Happening): SessionEvent => {
      const { at: _lost, ...rest } = entry(id, 500, what, { sequence })
      return rest
    }
    const events = [
      untimed('l', 3, { type: 'left' }),
      untimed('a', 1, { type: 'arrived' }),
      untimed('v', 4, calm),
    ]
    expect(replay(events).phase).toBe('departed')
    expect(codes(events)).toContain('event-impossible-here events.v')
  })

  test('B-030: what is dated further ahead than clocks differ is not used, and shows', () => {
    const ahead = (minutes: number) => [entry('a', 500, { type: 'arrived' }), entry('v', minutes, calm)]
    expect(replay(ahead(600 + 5), watchedAt(600)).leftOut).toEqual([{ id: 'v', why: 'after-as-of' }])
    expect(codes(ahead(600 + 5), watchedAt(600))).toEqual([])
    expect(codes(ahead(600 + 6), watchedAt(600))).toEqual(['reading-ahead events.v'])
    expect(replay(ahead(600 + 6), watchedAt(600)).phase).toBe('arrived')
  })

  test('B-032: over both changes of the clock only instants count', () => {
    // 25 October 2026 in Berlin, 02:00 summer time comes once more as 02:00 winter time an hour later.
    const autumn = (first: string, last: string) => [
      entry('a', undefined, { type: 'arrived' }, { at: '2026-10-25T01:00:00+02:00', sequence: 1 }),
      entry('d', undefined, bolus, { at: first, sequence: 2 }),
      entry('v', undefined, calm, { at: last, sequence: 3 }),
    ]
    const berlin = at(0, { zone: 'Europe/Berlin', asOf: '2026-10-25T12:00:00+01:00' })
    const put = replay(autumn('2026-10-25T02:30:00+02:00', '2026-10-25T02:10:00+01:00'), berlin)
    expect(put.entries.map(({ id }) => id)).toEqual(['a', 'd', 'v'])
    expect(put.issues).toEqual([])
    const fallen = replay(autumn('2026-10-25T02:30:00+01:00', '2026-10-25T02:40:00+02:00'), berlin)
    expect(fallen.issues.map(({ code }) => code)).toEqual(['clock-not-relied-on'])
    const spring = [
      entry('a', undefined, { type: 'arrived' }, { at: '2026-03-29T01:50:00+01:00', sequence: 1 }),
      entry('d', undefined, bolus, { at: '2026-03-29T03:10:00+02:00', sequence: 2 }),
    ]
    const march = replay(spring, at(0, { zone: 'Europe/Berlin', asOf: '2026-03-29T12:00:00+02:00' }))
    expect(march.issues).toEqual([])
    expect(march.anchors.end?.at).toBe('2026-03-29T03:10:00+02:00')
  })

  test('B-032: from 00:30 in the first to 02:30 in the second hour are three hours, not two', () => {
    // New York puts its clocks back on 1 November 2026.
    const night = (found: string) =>
      [
        entry('b', undefined, booked('esketamine-nasal', 1), {
          at: '2026-11-01T00:00:00-04:00',
          sequence: 1,
        }),
        entry('a', undefined, { type: 'arrived' }, { at: '2026-11-01T00:10:00-04:00', sequence: 2 }),
        entry('d', undefined, device, { at: '2026-11-01T00:30:00-04:00', sequence: 3 }),
        entry('40', undefined, calm, { at: '2026-11-01T01:10:00-04:00', sequence: 4 }),
        entry('120', undefined, calm, { at: '2026-11-01T01:29:00-05:00', sequence: 5 }),
        entry('r', undefined, { type: 'found-ready' }, { at: found, sequence: 6 }),
      ] satisfies SessionEvent[]
    const context = at(0, { content: watched, asOf: '2026-11-01T12:00:00-05:00' })
    expect(replay(night('2026-11-01T01:29:59-05:00'), context).phase).toBe('observing')
    expect(replay(night('2026-11-01T01:30:00-05:00'), context).phase).toBe('ready')
  })

  test('B-029, B-033: a time without an offset, or one that never was, does not come into a log', () => {
    const told = (when: string) => parse(Event, { ...entry('a', 500, { type: 'arrived' }), at: when })
    for (const when of ['2026-11-24T08:20:00', '2026-11-24T08:20', '2026-02-30T08:20:00Z']) {
      const read = told(when)
      expect(read.ok ? '' : [read.error.code, read.error.path]).toEqual(['bad-date', 'at'])
    }
    const gap = { day: '2026-03-08', time: '02:30', zone: 'America/New_York', kind: 'recorded' } as const
    expect(resolveLocal(gap)).toEqual({
      ok: false,
      error: {
        code: 'skipped-local-time',
        before: '2026-03-08T01:59:00-05:00',
        after: '2026-03-08T03:00:00-04:00',
      },
    })
  })
})

describe('two of one id', () => {
  test('B-027: with the same content are one, with other content a conflict', () => {
    const one = entry('d', 510, bolus)
    const arrived = entry('a', 500, { type: 'arrived' })
    const same = replay([arrived, one, { ...one }])
    expect(same.entries.length).toBe(2)
    expect(same.leftOut).toEqual([{ id: 'd', why: 'repeated' }])
    expect(same.delivered.most?.value).toBe(20)
    const other = [arrived, one, { ...one, what: { ...bolus, amount: { value: 30, unit: 'mg' } } }]
    const conflict = replay(other)
    expect(codes(other)).toEqual(['same-id-other-content events.d'])
    expect(conflict.entries.map(({ id, untimed }) => [id, untimed])).toEqual([
      ['a', undefined],
      ['d', 'in-conflict'],
    ])
    expect(conflict.leftOut).toEqual([{ id: 'd', why: 'in-conflict' }])
    expect(conflict.anchors.start).toEqual({ event: 'd' })
    expect(conflict.delivered.most).toBeUndefined()
  })

  test('both readings count, so that the worse one is not lost', () => {
    const reading = (systolic: number): Happening => ({
      type: 'vitals',
      reading: { systolic: { value: systolic, unit: 'mm[Hg]' }, diastolic: { value: 80, unit: 'mm[Hg]' } },
    })
    const state = replay([entry('v', 510, reading(120)), entry('v', 510, reading(190))])
    expect(state.entries.length).toBe(2)
    expect(state.entries.every(({ at: time }) => time === clock(510))).toBe(true)
  })

  test.each<[Happening, Happening, unknown]>([
    [
      { type: 'answered', fact: 'escort-here', answer: 'yes' },
      { type: 'answered', fact: 'escort-here', answer: 'no' },
      { type: 'answered', fact: 'escort-here', answer: 'unknown' },
    ],
    [
      { type: 'asked', about: 'side-effects', answer: 'none' },
      { type: 'asked', about: 'side-effects', answer: 'some' },
      { type: 'asked', about: 'side-effects', answer: 'unknown' },
    ],
    [device, { type: 'device-given', outcome: 'failed' }, { type: 'device-given', outcome: 'unknown' }],
    [stop, { type: 'infusion-stopped', why: 'early' }, { type: 'infusion-stopped', why: 'unknown' }],
    [start, { type: 'infusion-started' }, { type: 'infusion-started' }],
    [booked('ketamine-iv'), booked('esketamine-nasal'), { type: 'booked', kind: 'dosing' }],
    [
      { type: 'loss-reported', of: 'd', how: 'leaked', amount: { value: 1, unit: 'mg' } },
      { type: 'loss-reported', of: 'd', how: 'leaked', amount: { value: 2, unit: 'mg' } },
      { type: 'loss-reported', of: 'd', how: 'leaked' },
    ],
    [
      { type: 'wasted', amount: { value: 1, unit: 'mg' } },
      { type: 'wasted', amount: { value: 2, unit: 'mg' } },
      { type: 'wasted' },
    ],
    [
      { type: 'note', text: 'a' },
      { type: 'requested', actions: ['x'] },
      { type: 'note', text: 'a' },
    ],
  ])('of a conflict only what is sure is left: %o', (one, other, left) => {
    const state = replay([entry('c', 510, one), entry('c', 510, other)])
    expect(state.entries.map(({ what }) => what)).toContainEqual(left)
    expect(state.entries.every(({ untimed }) => untimed === 'in-conflict')).toBe(true)
  })

  test('answers to two questions under one id leave both unknown', () => {
    const answer = (fact: string): Happening => ({ type: 'answered', fact, answer: 'yes' })
    const { entries } = replay([entry('q', 510, answer('oriented')), entry('q', 510, answer('steady-gait'))])
    expect(entries.map(({ what }) => what)).toEqual([
      { type: 'answered', fact: 'oriented', answer: 'unknown' },
      { type: 'answered', fact: 'steady-gait', answer: 'unknown' },
    ])
  })

  test('what would settle something settles nothing while it is in conflict', () => {
    const seen = entry('s', 500, {
      type: 'effect-observed',
      effect: { effect: 'nausea', reportedBy: 'nurse' },
    })
    const state = replay([
      seen,
      entry('r', 510, { type: 'effect-resolved', of: 's' }),
      entry('r', 511, { type: 'effect-resolved', of: 's' }),
    ])
    expect(state.effects[0]?.resolved).toBeUndefined()
    expect(state.leftOut.map(({ why }) => why)).toEqual(['in-conflict', 'in-conflict'])
  })

  test('a conflict of later is not known yet; a correction settles one, a void takes both back', () => {
    const pair = [entry('d', 510, bolus), entry('d', 510, { ...bolus, amount: { value: 30, unit: 'mg' } })]
    expect(replay(pair, watchedAt(505)).leftOut.map(({ why }) => why)).toEqual(['after-as-of', 'after-as-of'])
    const settled = replay([...pair, entry('c', 520, { type: 'corrected', of: 'd', to: bolus })])
    expect(settled.delivered.most?.value).toBe(20)
    expect(settled.anchors.start?.at).toBe(clock(510))
    const voided = replay([...pair, entry('c', 520, { type: 'voided', of: 'd' })])
    expect(voided.entries).toEqual([])
    expect(voided.leftOut.map(({ why }) => why).sort()).toEqual(['correction-followed', 'voided', 'voided'])
  })
})

describe('corrections', () => {
  const visit = [entry('a', 500, { type: 'arrived' }), entry('d', 510, bolus)]
  const to = (value: number): Happening => ({ ...bolus, amount: { value, unit: 'mg' } })
  const correct = (id: string, minutes: number, of: string, value: number) =>
    entry(id, minutes, { type: 'corrected', of, to: to(value) })
  const strike = (id: string, minutes: number, of: string) => entry(id, minutes, { type: 'voided', of })
  const given = (events: readonly SessionEvent[], minutes = 1439) =>
    replay([...visit, ...events], watchedAt(minutes)).delivered.most?.value

  test('count from their own time, and the original is kept', () => {
    const log = [correct('c', 520, 'd', 25)]
    expect([given(log, 515), given(log, 520)]).toEqual([20, 25])
    const { entries } = replay([...visit, ...log])
    const read = entries.find(({ id }) => id === 'd')
    expect(read?.at).toBe(clock(510))
    expect(read?.original.what).toEqual(bolus)
    expect(read?.correctedBy).toEqual(['c'])
  })

  test.each([
    ['the last one counts', [correct('c', 520, 'd', 25), correct('e', 530, 'd', 30)], 30],
    ['a correction of a correction', [correct('c', 520, 'd', 25), correct('e', 530, 'c', 30)], 30],
    ['a void of a correction', [correct('c', 520, 'd', 25), strike('e', 530, 'c')], 20],
    ['a void', [strike('c', 520, 'd')], 0],
    ['a void of a void', [strike('c', 520, 'd'), strike('e', 530, 'c')], 20],
    ['a correction of a void', [strike('c', 520, 'd'), correct('e', 530, 'c', 30)], 30],
    ['a void of a void of a void', [strike('c', 520, 'd'), strike('e', 530, 'c'), strike('f', 540, 'e')], 0],
    ['a correction after a void', [strike('c', 520, 'd'), correct('e', 530, 'd', 30)], 30],
    ['a void after a correction', [correct('c', 520, 'd', 25), strike('e', 530, 'd')], 0],
    ['a circle of two', [correct('c', 520, 'e', 25), correct('e', 530, 'c', 30)], 20],
    ['one of itself', [correct('c', 520, 'c', 25)], 20],
    ['one that leads into a circle', [correct('c', 520, 'c', 25), strike('e', 530, 'c')], 20],
    ['one of nothing', [strike('c', 520, 'nobody')], 20],
  ])('%s', (_name, log, milligrams) => {
    expect(given(log)).toBe(milligrams)
    expect(given(log.toReversed())).toBe(milligrams)
  })

  test('that lie ahead by a clock that is not relied on leave the entry unclear', () => {
    const pad = { recorder: 'pad' }
    const log = [
      { ...correct('c', 900, 'd', 25), ...pad, sequence: 1 },
      entry('x', 600, { type: 'note', text: '.' }, { ...pad, sequence: 2 }),
    ]
    expect(given(log.slice(0, 1), 700)).toBe(20)
    expect(given(log, 700)).toBeUndefined()
  })

  test.each([
    ['one', [{ ...correct('c', 520, 'd', 25), at: undefined }]],
    ['the first of two', [{ ...correct('c', 520, 'd', 25), at: undefined }, correct('e', 530, 'd', 30)]],
    ['a void', [{ ...strike('c', 520, 'd'), at: undefined }]],
    ['one of a correction', [correct('c', 520, 'd', 25), { ...correct('e', 530, 'c', 30), at: undefined }]],
  ])('without a time leave the entry unclear, for it may not have been known yet: %s', (_name, log) => {
    const events = log.map((event) => JSON.parse(JSON.stringify({ ...event, late: true })))
    expect(given(events)).toBeUndefined()
    expect(given(events.toReversed())).toBeUndefined()
    const { entries } = replay([...visit, ...events], watchedAt(1439))
    expect(entries.find(({ id }) => id === 'd')).toMatchObject({ untimed: 'in-conflict' })
  })

  test('without a time let nothing of what they say be lost: the entry may read any of it', () => {
    const note = entry('x', 519, { type: 'note', text: '.' })
    const what = {
      type: 'corrected',
      of: 'x',
      to: { type: 'effect-observed', effect: { effect: 'sedation', reportedBy: 'nurse' } },
    }
    const untimed = JSON.parse(
      JSON.stringify({ ...entry('y', 520, note.what), at: undefined, late: true, what }),
    )
    const { effects, entries } = replay([...visit, note, untimed], watchedAt(1439))
    expect(entries.filter(({ id }) => id === 'x').map((one) => [one.what.type, one.untimed])).toEqual([
      ['note', 'in-conflict'],
      ['effect-observed', 'in-conflict'],
    ])
    expect(effects.map(({ event }) => event)).toEqual(['x'])
  })

  test('that run in a circle, or speak of nothing, are named', () => {
    const circle = [...visit, correct('c', 520, 'e', 25), correct('e', 530, 'c', 30)]
    expect(codes(circle)).toEqual(['correction-in-a-circle events.c', 'correction-in-a-circle events.e'])
    expect(codes([...visit, strike('c', 520, 'nobody')])).toEqual(['correction-of-nothing events.c'])
    expect(replay(circle).leftOut.map(({ why }) => why)).toEqual([
      'correction-in-a-circle',
      'correction-in-a-circle',
    ])
  })

  test('a chain of any length is followed', () => {
    const chain = Array.from({ length: 20_000 }, (_, place) =>
      correct(`c${place}`, 520, place === 0 ? 'd' : `c${place - 1}`, place),
    )
    expect(given(chain)).toBe(19_999)
  })

  test('of a time move the entry, and a mistyped time is then no fault of the clock', () => {
    const events = [
      entry('a', 500, { type: 'arrived' }, { sequence: 1 }),
      entry('d', 440, bolus, { sequence: 2 }),
      entry('v', 530, calm, { sequence: 3 }),
    ]
    expect(replay(events).anchors.end?.at).toBeUndefined()
    const moved = [
      ...events,
      entry('c', 540, { type: 'corrected', of: 'd', to: bolus, happenedAt: clock(510) }, { sequence: 4 }),
    ]
    expect(replay(moved).anchors.end).toEqual({ at: clock(510), event: 'd' })
    expect(codes(moved)).toEqual([])
    // A later correction of the amount alone leaves the time as it was stated.
    const again = [...moved, entry('e', 550, { type: 'corrected', of: 'd', to: to(25) }, { sequence: 5 })]
    expect(replay(again).anchors.end?.at).toBe(clock(510))
    expect(replay(again).delivered.most?.value).toBe(25)
  })

  test('written by a clock that is not relied on state no time', () => {
    const events = [
      ...visit,
      entry('x', 600, { type: 'note', text: '.' }, { recorder: 'pad', sequence: 1 }),
      entry(
        'c',
        560,
        { type: 'corrected', of: 'd', to: bolus, happenedAt: clock(505) },
        { recorder: 'pad', sequence: 2 },
      ),
    ]
    const read = replay(events).entries.find(({ id }) => id === 'd')
    expect([read?.at, read?.untimed]).toEqual([undefined, 'clock-ran-backwards'])
  })

  test('of a correction in conflict make no entry of it', () => {
    const log = [correct('c', 520, 'd', 25), correct('c', 520, 'd', 30), correct('e', 530, 'c', 35)]
    expect(given(log)).toBe(20)
    expect(replay([...visit, ...log]).entries.map(({ id }) => id)).toEqual(['a', 'd'])
  })

  test('in conflict with one another are not followed', () => {
    const log = [correct('c', 520, 'd', 25), correct('c', 520, 'd', 30)]
    expect(given(log)).toBe(20)
    expect(replay([...visit, ...log]).leftOut).toEqual([
      { id: 'c', why: 'in-conflict' },
      { id: 'c', why: 'in-conflict' },
    ])
  })
})

test('a session that did not come through the door is refused', () => {
  const plain = { format: 'ketamine-treatment/session/1', id: 'x', events: [] } as const
  // @ts-expect-error: the mark is missing on purpose
  expect(() => replaySession(plain, atEnd)).toThrow(
    expect.objectContaining({ code: 'not-parsed', path: 'session' }),
  )
})
