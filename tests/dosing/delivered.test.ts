/** What reached the patient: each kind of entry, each gap in a log. */
import { describe, expect, test } from 'vitest'
import {
  type AdministrationEvent,
  type Delivered,
  type DeliveredOptions,
  deliveredDose,
  mg,
  mL,
} from '../../src/index.ts'
import { add, compare, ofText } from './rational.ts'

type What = AdministrationEvent['what']
const clock = (time: string) => `2026-10-05T${time}-04:00`
let count = 0
/** An entry at a time of that day; without one nobody knows when. */
function entry(what: What, time?: string, id?: string): AdministrationEvent {
  count += 1
  const event = { id: id ?? `e${count}`, what }
  return time === undefined ? event : { ...event, at: clock(time.length === 5 ? `${time}:00` : time) }
}
function delivered(events: readonly AdministrationEvent[], options?: DeliveredOptions): Delivered {
  const result = deliveredDose(events, options)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const range = ({ least, most }: Pick<Delivered, 'least' | 'most'>) => [least.value, most?.value]
const rangeOf = (events: readonly AdministrationEvent[], options?: DeliveredOptions) =>
  range(delivered(events, options))
const codes = (events: readonly AdministrationEvent[], options?: DeliveredOptions) =>
  [...new Set(delivered(events, options).doubts.map(({ code }) => code))].sort()
const flow = (value: number) => ({ value, unit: 'mL/h' })
const strength = (value: number) => ({ value, unit: 'mg/mL' })
const deviceOf = (
  outcome: 'complete' | 'partial' | 'failed' | 'unknown',
  more: object = { holds: mg(28) },
): What => ({
  type: 'device-given',
  outcome,
  ...more,
})

/** 0.7 mg/mL at 75 mL/h: 0.875 mg a minute. */
const start = (more: object = {}): What => ({
  type: 'infusion-started',
  as: 'base',
  concentration: strength(0.7),
  rate: flow(75),
  ...more,
})
const stop = (more: object = {}): What => ({ type: 'infusion-stopped', why: 'complete', ...more })
const pause: What = { type: 'infusion-paused' }
const resume: What = { type: 'infusion-resumed' }

describe('a device', () => {
  test.each([
    ['complete', {}, [28, 28]],
    ['partial', {}, [0, 28]],
    ['partial', { amount: mg(14) }, [14, 14]],
    ['partial', { amount: mg(28) }, [28, 28]],
    ['partial', { amount: mg(28.1) }, [0, 28.1]],
    ['failed', {}, [0, 0]],
    ['failed', { amount: mg(5) }, [0, 5]],
    ['unknown', {}, [0, 28]],
    ['complete', { amount: mg(20) }, [20, 28]],
  ] as const)('%s with %j gives %j', (outcome, more, bounds) => {
    expect(rangeOf([entry(deviceOf(outcome, { holds: mg(28), ...more }), '09:00')])).toEqual(bounds)
  })

  test('of which nobody says what it holds leaves the total without an upper bound', () => {
    expect(rangeOf([entry(deviceOf('complete', {}))])).toEqual([0, undefined])
    expect(codes([entry(deviceOf('complete', {}))])).toEqual(['amount-unknown'])
    expect(rangeOf([entry(deviceOf('failed', {}))])).toEqual([0, 0])
    expect(codes([entry(deviceOf('partial', { holds: mg(28), amount: mg(30) }))])).toEqual([
      'above-what-it-held',
    ])
  })

  test('given three times is 84 mg, and one of unknown outcome makes it 56 to 84', () => {
    const two = [entry(deviceOf('complete'), '09:00'), entry(deviceOf('complete'), '09:05')]
    expect(rangeOf([...two, entry(deviceOf('complete'), '09:10')])).toEqual([84, 84])
    expect(rangeOf([...two, entry(deviceOf('unknown'), '09:10')])).toEqual([56, 84])
  })
})

describe('a dose given at once', () => {
  test('is what was written, in any unit of mass, and anything where nothing was', () => {
    const dose = (amount?: object): What =>
      ({
        type: 'dose-given',
        how: 'injection',
        as: 'base',
        ...(amount === undefined ? {} : { amount }),
      }) as What
    expect(rangeOf([entry(dose(mg(35)))])).toEqual([35, 35])
    expect(rangeOf([entry(dose({ value: 35_000, unit: 'ug' }))])).toEqual([35, 35])
    expect(rangeOf([entry(dose(mg(0.1))), entry(dose(mg(0.2)))])).toEqual([0.3, 0.3])
    expect(rangeOf([entry(dose())])).toEqual([0, undefined])
    for (const amount of [mL(3), { value: 0.5, unit: 'mg/kg' }, mg(-1)]) {
      expect(rangeOf([entry(dose(amount))])).toEqual([0, undefined])
      expect(codes([entry(dose(amount))])).toEqual(['amount-not-used'])
    }
  })
})

describe('an infusion', () => {
  test('gives concentration times rate times time, through changes and pauses', () => {
    expect(rangeOf([entry(start(), '09:00'), entry(stop(), '09:40')])).toEqual([35, 35])
    const changed = [
      entry(start(), '09:00'), // 10 min of 0.875
      entry({ type: 'infusion-rate-changed', rate: flow(60) }, '09:10'), // 10 of 0.7
      entry(pause, '09:20'),
      entry({ type: 'infusion-resumed', rate: { value: 30, unit: 'mg/h' } }, '09:25'), // 10 of 0.5
      entry(stop(), '09:35'),
    ]
    expect(rangeOf(changed)).toEqual([20.75, 20.75])
    // Resumed at the rate it had.
    expect(
      rangeOf([
        entry(start(), '09:00'),
        entry(pause, '09:10'),
        entry(resume, '09:20'),
        entry(stop(), '09:30'),
      ]),
    ).toEqual([17.5, 17.5])
  })

  test('is counted by elapsed time across a change of the clock', () => {
    const first = { id: 'a', at: '2026-11-01T01:40:00-04:00', what: start() }
    const last = { id: 'b', at: '2026-11-01T01:20:00-05:00', what: stop() }
    expect(rangeOf([last, first])).toEqual([35, 35])
  })

  test('that runs counts up to the moment of the question, and without one has no upper bound', () => {
    const events = [entry(start(), '09:00')]
    expect(rangeOf(events, { asOf: clock('09:20:00') })).toEqual([17.5, 17.5])
    expect(delivered(events, { asOf: clock('09:20:00') }).parts[0]?.running).toBe(true)
    expect(rangeOf(events)).toEqual([0, undefined])
    // Later entries are not known yet.
    expect(rangeOf([...events, entry(stop(), '09:40')], { asOf: clock('09:20:00') })).toEqual([17.5, 17.5])
    expect(rangeOf([...events, entry(pause, '09:10')], { asOf: clock('09:20:00') })).toEqual([8.75, 8.75])
    expect(rangeOf([...events, entry(pause, '09:10')])).toEqual([8.75, 8.75])
  })

  test('gives no more than the bag held, on both sides of it', () => {
    const bag = [entry(start({ volume: mL(50) }), '09:00')] // 35 mg
    expect(rangeOf(bag, { asOf: clock('09:39:59.999') })[1]).toBeLessThan(35)
    expect(rangeOf(bag, { asOf: clock('09:40:00') })).toEqual([35, 35])
    expect(rangeOf(bag, { asOf: clock('12:00:00') })).toEqual([35, 35])
    expect(rangeOf(bag)).toEqual([0, 35])
    expect(codes(bag, { asOf: clock('12:00:00') })).toEqual(['above-what-it-held'])
    // With a stop one of the two numbers is wrong, so both stand.
    expect(rangeOf([...bag, entry(stop(), '09:50')])).toEqual([35, 43.75])
  })

  test('without its strength or rate gives what the pump counted, or anything', () => {
    const unpaced = (more: object) => {
      const { rate: _rate, ...what } = {
        rate: undefined,
        type: 'infusion-started' as const,
        concentration: strength(0.7),
        ...more,
      }
      return [entry(what, '09:00')]
    }
    expect(rangeOf([...unpaced({}), entry(stop(), '09:40')])).toEqual([0, undefined])
    expect(rangeOf([...unpaced({}), entry(stop({ delivered: mL(20) }), '09:40')])).toEqual([14, 14])
    expect(rangeOf([...unpaced({ volume: mL(50) }), entry(stop({ left: mL(20) }), '09:40')])).toEqual([
      21, 21,
    ])
    const unknown = [
      entry({ type: 'infusion-started', rate: flow(75) }, '09:00'),
      entry(stop({ delivered: mL(20) }), '09:40'),
    ]
    expect(rangeOf(unknown)).toEqual([0, undefined])
    expect(codes(unknown)).toEqual(['amount-unknown'])
    expect(codes([entry(start({ rate: mg(3) }), '09:00'), entry(stop(), '09:40')])).toEqual([
      'amount-not-used',
    ])
  })

  test('stands beside the count of the pump and what was left; where they disagree the bounds hold all', () => {
    const run = (more: object) => [entry(start({ volume: mL(50) }), '09:00'), entry(stop(more), '09:40')]
    expect(rangeOf(run({ delivered: mL(50), left: mL(0) }))).toEqual([35, 35])
    expect(rangeOf(run({ delivered: mL(40) }))).toEqual([28, 35])
    expect(rangeOf(run({ delivered: mL(40), left: mL(20) }))).toEqual([21, 35])
    expect(codes(run({ delivered: mL(40) }))).toEqual(['count-differs'])
    expect(codes(run({ delivered: mL(50), left: mL(0) }))).toEqual([])
    expect(codes(run({ left: mL(51) }))).toEqual(['above-what-it-held'])
    expect(delivered(run({ delivered: mL(40) })).parts[0]).toMatchObject({
      computed: { least: mg(35) },
      counted: { least: mg(28) },
    })
    expect(codes(run({ delivered: mg(20) }))).toEqual(['amount-not-used'])
  })

  test('of which an entry has no time has bounds, and never too narrow ones', () => {
    const ends = [entry(start(), '09:00'), entry(stop(), '09:40')]
    // The other rate may have held for all of the time or none.
    expect(rangeOf([...ends, entry({ type: 'infusion-rate-changed', rate: flow(60) })])).toEqual([28, 35])
    expect(rangeOf([...ends, entry(pause), entry(resume)])).toEqual([0, 35])
    expect(
      rangeOf(
        [
          entry(start(), '09:00'),
          entry({ type: 'infusion-rate-changed', rate: flow(75) }, '09:10'),
          entry(stop()),
        ],
        { asOf: clock('09:40:00') },
      ),
    ).toEqual([8.75, 35])
    expect(rangeOf([entry(start()), entry(stop(), '09:40')])).toEqual([0, undefined])
    expect(rangeOf([entry(start({ volume: mL(50) })), entry(stop(), '09:40')])).toEqual([0, 35])
    // All without a time, yet the pump counted.
    expect(rangeOf([entry(start()), entry(stop({ delivered: mL(20) }))])).toEqual([14, 14])
    expect(codes([entry(start()), entry(stop({ delivered: mL(20) }))])).toEqual(['order-unknown'])
  })

  test('of no strength, and a device that holds nothing, are slips and not nothing', () => {
    const weak = [entry(start({ concentration: strength(0) }), '09:00'), entry(stop(), '09:40')]
    expect(rangeOf(weak)).toEqual([0, undefined])
    expect(codes(weak)).toEqual(['amount-not-used'])
    expect(rangeOf([entry(deviceOf('complete', { holds: mg(0) }))])).toEqual([0, undefined])
    const bag = [entry(start({ volume: mL(0) }), '09:00'), entry(stop(), '09:40')]
    expect(rangeOf(bag)).toEqual([35, 35])
  })

  test('nobody wrote the start of has no upper bound', () => {
    for (const what of [stop({ delivered: mL(20) }), pause, resume]) {
      expect(rangeOf([entry(what, '09:00')])).toEqual([0, undefined])
      expect(rangeOf([entry(what)])).toEqual([0, undefined])
    }
    expect(codes([entry(pause, '09:00')])).toEqual(['infusion-without-start'])
  })

  test('started while another was not stopped may have run beside it', () => {
    const two = [entry(start(), '09:00'), entry(start(), '09:20'), entry(stop(), '09:40')]
    expect(rangeOf(two)).toEqual([35, 52.5])
    expect(codes(two)).toEqual(['infusion-overlap'])
  })

  test('spoken of after its stop may have run until then', () => {
    const again = [entry(start(), '09:00'), entry(stop(), '09:20'), entry(stop(), '09:40')]
    expect(rangeOf(again)).toEqual([17.5, 35])
    expect(codes(again)).toEqual(['event-after-stop'])
    expect(
      rangeOf([
        entry(start(), '09:00'),
        entry(stop(), '09:20'),
        entry(resume, '09:30'),
        entry(stop(), '09:40'),
      ]),
    ).toEqual([17.5, 35])
  })

  test('of which two entries share an instant is bounded by every order of them', () => {
    const tie = (a: What, b: What) => [
      entry(start(), '09:00'),
      entry(a, '09:20'),
      entry(b, '09:20'),
      entry(stop(), '09:40'),
    ]
    expect(rangeOf(tie(pause, resume))).toEqual([17.5, 35])
    expect(codes(tie(pause, resume))).toEqual(['order-unknown'])
    const rates = tie(
      { type: 'infusion-rate-changed', rate: flow(60) },
      { type: 'infusion-rate-changed', rate: flow(30) },
    )
    expect(rangeOf(rates)).toEqual([24.5, 35])
    // The same recorder counted them.
    const counted = tie(pause, resume).map((one, sequence) => ({
      ...one,
      original: { recorder: 'pump', sequence },
    }))
    expect(rangeOf(counted)).toEqual([35, 35])
    // A bag is changed within a second.
    const bag = [
      entry(start(), '09:00'),
      entry(stop(), '09:20'),
      entry(start(), '09:20'),
      entry(stop(), '09:40'),
    ]
    expect(rangeOf(bag)).toEqual([35, 35])
  })

  test('whose rate was set during a pause may have gone on', () => {
    const set = [
      entry(start(), '09:00'),
      entry(pause, '09:10'),
      entry({ type: 'infusion-rate-changed', rate: flow(75) }, '09:20'),
      entry(stop(), '09:40'),
    ]
    expect(rangeOf(set)).toEqual([8.75, 26.25])
  })
})

describe('a loss', () => {
  const dose: What = { type: 'dose-given', how: 'swallowed', as: 'base', amount: mg(50) }
  const lost = (amount?: object, of = 'dose'): What =>
    ({ type: 'loss-reported', of, how: 'spat-out', ...(amount === undefined ? {} : { amount }) }) as What

  test.each([
    [mg(20), [30, 30]],
    [mg(50), [0, 0]],
    [mg(50.1), [0, 50]],
    [undefined, [0, 50]],
    [mg(-1), [0, 50]],
  ] as const)('of %j leaves %j of 50 mg', (amount, bounds) => {
    expect(rangeOf([entry(dose, '09:00', 'dose'), entry(lost(amount), '09:05')])).toEqual(bounds)
  })

  test('larger than what was given, or of nothing that is known, is said', () => {
    expect(codes([entry(dose, '09:00', 'dose'), entry(lost(mg(51)), '09:05')])).toEqual(['loss-above-given'])
    const stray = [entry(dose, '09:00', 'dose'), entry(lost(mg(20), 'another'), '09:05')]
    expect(rangeOf(stray)).toEqual([30, 50])
    expect(codes(stray)).toEqual(['loss-of-nothing'])
  })

  test('of an infusion may be a volume, and name any of its entries', () => {
    const events = [
      entry(start(), '09:00'),
      entry(stop(), '09:40', 'stop'),
      entry({ ...lost(mL(10), 'stop') }, '09:45'),
    ]
    expect(rangeOf(events)).toEqual([28, 28])
  })
})

describe('base and hydrochloride', () => {
  const dose = (as?: 'base' | 'hydrochloride'): What =>
    ({ type: 'dose-given', how: 'injection', amount: mg(11.53), ...(as === undefined ? {} : { as }) }) as What
  const saltFactor = { base: mg(10), hydrochloride: mg(11.53) }

  test('are not added up without a factor, and the entries are named', () => {
    expect(
      deliveredDose([entry(dose('base'), '09:00', 'a'), entry(dose('hydrochloride'), '09:05', 'b')]),
    ).toEqual({
      ok: false,
      error: { code: 'salt-mixed', events: ['b'] },
    })
    expect(delivered([entry(dose('hydrochloride'))])).toMatchObject({ as: 'hydrochloride', most: mg(11.53) })
    expect(delivered([entry(dose())]).as).toBe('unstated')
  })

  test('are added up as base with it, and what is unstated may be either', () => {
    const all = [entry(dose('base')), entry(dose('hydrochloride'))]
    expect(delivered(all, { saltFactor })).toMatchObject({
      as: 'base',
      least: mg(21.53),
      most: mg(21.53),
      saltFactor,
    })
    expect(rangeOf([entry(dose())], { saltFactor })).toEqual([10, 11.53])
  })
})

describe('the whole of what was drawn up', () => {
  test('is what was given, thrown away and left', () => {
    const events = [
      entry(start({ volume: mL(50) }), '09:00', 'run'),
      entry(stop({ left: mL(12.5) }), '09:30'),
      entry({ type: 'wasted', amount: mL(10), of: 'run' }, '09:35'),
      entry({ type: 'wasted', amount: mg(3) }, '09:36'),
    ]
    const { balance, wasted } = delivered(events)
    expect(balance).toMatchObject({
      drawn: mg(38),
      delivered: mg(26.25),
      wasted: mg(10),
      remaining: mg(1.75),
    })
    expect(wasted.most).toEqual(mg(10))
    if (balance === undefined) return
    const { drawn, delivered: given, wasted: thrown, remaining } = balance
    const sum = add(add(ofText(given.exact), ofText(thrown.exact)), ofText(remaining.exact))
    expect(compare(ofText(drawn.exact), sum)).toBe(0)
  })

  test('is not claimed where a part of it is unknown', () => {
    expect(delivered([entry(start(), '09:00'), entry(stop(), '09:30')]).balance).toBeUndefined()
    expect(delivered([entry(deviceOf('unknown'))]).balance).toBeUndefined()
    expect(delivered([entry(deviceOf('complete')), entry({ type: 'wasted' })]).balance).toBeUndefined()
    expect(delivered([])).toMatchObject({ least: mg(0), most: mg(0), balance: { drawn: mg(0) } })
  })
})

test('the same entry twice counts once, and two that share an id have no amounts that are sure', () => {
  const one = entry(deviceOf('complete'), '09:00', 'a')
  expect(rangeOf([one, { ...one }])).toEqual([28, 28])
  const other = entry(deviceOf('complete', { holds: mg(56) }), '09:00', 'a')
  expect(rangeOf([one, other])).toEqual([0, 84])
  expect(codes([one, other])).toEqual(['same-id-other-content'])
})

test('says which bound serves which purpose', () => {
  expect(delivered([]).use).toEqual({ ceilings: 'most', totals: 'most', effect: 'least', course: 'least' })
})

test('refuses what is no log, and a moment that is none', () => {
  // @ts-expect-error no list
  expect(() => deliveredDose({})).toThrow(expect.objectContaining({ code: 'bad-argument', path: 'events' }))
  // @ts-expect-error an entry of another kind
  expect(() => deliveredDose([{ id: 'a', what: { type: 'vitals' } }])).toThrow(
    expect.objectContaining({ path: 'events[0]' }),
  )
  expect(() => deliveredDose([], { asOf: 'now' })).toThrow(expect.objectContaining({ path: 'options.asOf' }))
})
