/** Vital signs held against the limits of a session. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Content } from '../../src/kernel/content.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import type { Quantity } from '../../src/kernel/quantity.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { fromPolicy, latest, span } from '../../src/kernel/rule.ts'
import { assessVitals, type VitalGrade } from '../../src/session/assess-vitals.ts'
import { assessVisitVitals, worstInWindow } from '../../src/session/vitals-visit.ts'
import { alarm, byHand, packWith, rows } from './alarms-by-hand.ts'
import { entry, minute, reading, visit } from './monitored.ts'
import {
  aWorseValueIsNeverMilder,
  blankingIsNeverMilder,
  calm,
  gradesOf,
  moreIsNeverMilder,
  ranges,
  rank,
  readingOf,
  steps,
  type Values,
  vitalNames,
  worlds,
} from './vitals-laws.ts'

const signs = { 'sign-chest-pain': 'no' } as const
const packs = {
  'by hand': byHand,
  'the United States': { ...byHand, content: us },
  Europe: { ...byHand, content: eu, policy: euStartingPolicy },
}
const gradeOf = (values: Values, baseline?: Values, context = byHand) =>
  gradesOf({ values, baseline, signs, scales: {} }, context).grade

const refused = (run: () => unknown): readonly [string, string] => {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof Refusal) return [thrown.code, thrown.path]
    throw thrown
  }
  return ['', '']
}

const mmHg = (value: number): Quantity => ({ value, unit: 'mm[Hg]' })

describe('a reading nobody can have', () => {
  test.each<[string, unknown, string, string]>([
    ['B-037: 80/120', { systolic: mmHg(80), diastolic: mmHg(120) }, 'pressures-inverted', 'reading'],
    ['120/120', { systolic: mmHg(120), diastolic: mmHg(120) }, 'pressures-inverted', 'reading'],
    ['B-038: systolic 1200', { systolic: mmHg(1200) }, 'out-of-bounds', 'reading.systolic'],
    ['B-038: heart rate 0', { heartRate: { value: 0, unit: '/min' } }, 'out-of-bounds', 'reading.heartRate'],
    [
      'B-038: 98.6 Cel',
      { temperature: { value: 98.6, unit: 'Cel' } },
      'out-of-bounds',
      'reading.temperature',
    ],
    [
      'B-039: "120/80" for a number',
      { systolic: { value: '120/80', unit: 'mm[Hg]' } },
      'bad-argument',
      'reading.systolic',
    ],
    ['B-039: "120/80" for a quantity', { systolic: '120/80' }, 'bad-argument', 'reading.systolic'],
    [
      'B-041: saturation 0.97 %',
      { oxygenSaturation: { value: 0.97, unit: '%' } },
      'out-of-bounds',
      'reading.oxygenSaturation',
    ],
    [
      'B-041: saturation 101 %',
      { oxygenSaturation: { value: 101, unit: '%' } },
      'out-of-bounds',
      'reading.oxygenSaturation',
    ],
    [
      'a saturation of 0.97 with no unit of percent',
      { oxygenSaturation: { value: 0.97, unit: '1' } },
      'unknown-unit',
      'reading.oxygenSaturation.unit',
    ],
    ['B-042: -1', { heartRate: { value: -1, unit: '/min' } }, 'out-of-bounds', 'reading.heartRate'],
    ['B-042: 999', { systolic: mmHg(999) }, 'out-of-bounds', 'reading.systolic'],
    [
      'B-042: 9999',
      { respiratoryRate: { value: 9999, unit: '/min' } },
      'out-of-bounds',
      'reading.respiratoryRate',
    ],
    ['B-042: null', { systolic: null }, 'bad-argument', 'reading.systolic'],
    ['a bare number', { systolic: 120 }, 'bad-argument', 'reading.systolic'],
    [
      'a unit that is not listed',
      { systolic: { value: 120, unit: 'torr' } },
      'unknown-unit',
      'reading.systolic.unit',
    ],
    [
      'a pressure in kilograms',
      { systolic: { value: 120, unit: 'kg' } },
      'unknown-unit',
      'reading.systolic.unit',
    ],
    ['a misspelt vital sign', { sytolic: mmHg(120) }, 'unknown-key', 'reading'],
    ['a time that is none', { at: '2 pm' }, 'bad-argument', 'reading.at'],
    ['oxygen that is neither', { onOxygen: true }, 'bad-argument', 'reading.onOxygen'],
    ['a posture nobody has', { position: 'upside-down' }, 'bad-argument', 'reading.position'],
    ['an unread sign that is none', { unread: ['spirits'] }, 'bad-argument', 'reading.unread'],
    ['no reading', null, 'bad-argument', 'reading'],
    ['a list', [], 'bad-argument', 'reading'],
  ])('is refused, never clipped: %s', (_what, given, code, path) => {
    expect(refused(() => assessVitals(JSON.parse(JSON.stringify({ reading: given })), byHand))).toEqual([
      code,
      path,
    ])
    const beside = { reading: readingOf(calm), baseline: given }
    expect(refused(() => assessVitals(JSON.parse(JSON.stringify(beside)), byHand))).toEqual([
      code,
      path.replace('reading', 'baseline'),
    ])
  })

  test('is refused where it is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refused(() => assessVitals({ reading: { systolic: mmHg(value) } }, byHand))).toEqual([
        'out-of-bounds',
        'reading.systolic',
      ])
    }
  })

  test.each<[string, object, string]>([
    ['signs that are a list', { signs: [] }, 'signs'],
    ['a sign with another answer', { signs: { 'sign-chest-pain': true } }, 'signs'],
    ['a scale nobody knows', { scales: { wellbeing: 3 } }, 'scales'],
    ['a score in words', { scales: { alertness: 'five' } }, 'scales'],
  ])('nor is anything said beside %s', (_what, more, path) => {
    const question = JSON.parse(JSON.stringify({ reading: readingOf(calm), ...more }))
    expect(refused(() => assessVitals(question, byHand))).toEqual(['bad-argument', path])
  })

  test('MOAA/S 6, or half a point, is no score', () => {
    for (const alertness of [6, -1, 4.5]) {
      expect(refused(() => assessVitals({ reading: {}, scales: { alertness } }, byHand))).toEqual([
        'out-of-bounds',
        'scales.alertness',
      ])
    }
  })

  test('B-040: 16 kPa are 120.0 mmHg by constant, and 24 kPa are 180.0 and stop', () => {
    const inKPa = (systolic: number) =>
      assessVitals(
        { reading: { ...readingOf(calm), systolic: { value: systolic, unit: 'kPa' } }, signs },
        byHand,
      ).value
    const [first] = inKPa(16).vitals
    expect(first?.value?.unit).toBe('mm[Hg]')
    // 1 mmHg is 133.322387415 Pa.
    expect(first?.value?.value).toBe(16_000 / 133.322387415)
    expect(first?.value?.value.toFixed(1)).toBe('120.0')
    expect(inKPa(16).grade).toBe('within')
    expect(inKPa(24).grade).toBe('stop')
    expect(inKPa(23.99).grade).toBe('alert')
  })
})

describe('what a reading comes to', () => {
  const boundaries: readonly (readonly [Values, VitalGrade, string])[] = [
    [{ systolic: 159 }, 'within', 'pol-bp-alert 160'],
    [{ systolic: 160 }, 'alert', 'pol-bp-alert 160'],
    [{ systolic: 179 }, 'alert', 'pol-bp-stop 180'],
    [{ systolic: 180 }, 'stop', 'pol-bp-stop 180'],
    [{ systolic: 90 }, 'within', 'mon-bp-low-stop: below 90'],
    [{ systolic: 89 }, 'stop', 'mon-bp-low-stop: below 90'],
    [{ systolic: 150, diastolic: 99 }, 'within', 'pol-bp-alert 100'],
    [{ systolic: 150, diastolic: 100 }, 'alert', 'pol-bp-alert 100'],
    [{ systolic: 150, diastolic: 109 }, 'alert', 'pol-bp-stop 110'],
    [{ systolic: 150, diastolic: 110 }, 'stop', 'pol-bp-stop 110'],
    [{ heartRate: 120 }, 'within', 'pol-hr-stop: above 120'],
    [{ heartRate: 121 }, 'alert', 'pol-hr-stop: above 120'],
    [{ heartRate: 50 }, 'within', 'pol-hr-stop: below 50'],
    [{ heartRate: 49 }, 'stop', 'pol-hr-stop: below 50'],
    [{ oxygenSaturation: 95 }, 'within', 'pol-spo2-alert: below 95'],
    [{ oxygenSaturation: 94 }, 'alert', 'pol-spo2-alert: below 95'],
    [{ oxygenSaturation: 92 }, 'alert', 'pol-spo2-stop: below 92'],
    [{ oxygenSaturation: 91 }, 'stop', 'pol-spo2-stop: below 92'],
    [{ oxygenSaturation: 90 }, 'stop', 'pol-spo2-stop: emergency below 90'],
    [{ oxygenSaturation: 89 }, 'emergency', 'pol-spo2-stop: emergency below 90'],
    [{ respiratoryRate: 8 }, 'within', 'pol-spo2-stop: emergency below 8'],
    [{ respiratoryRate: 7 }, 'emergency', 'pol-spo2-stop: emergency below 8'],
  ]

  test.each(Object.entries(packs))(
    'stands on the right side of every limit of the reference: %s',
    (_name, context) => {
      for (const [values, grade, limit] of boundaries) {
        const low = values.systolic === 90 || values.systolic === 89 ? { diastolic: 60 } : {}
        expect([values, limit, gradeOf({ ...calm, ...low, ...values }, undefined, context)]).toEqual([
          values,
          limit,
          grade,
        ])
      }
    },
  )

  test.each(Object.entries(packs).slice(1))(
    'a large rise is an alert in %s: 40 systolic, 25 diastolic',
    (_name, context) => {
      const low = { ...calm, systolic: 100, diastolic: 60 }
      const risen = (more: Values) => gradeOf({ ...low, ...more }, low, context)
      expect([risen({ systolic: 139 }), risen({ systolic: 140 })]).toEqual(['within', 'alert'])
      expect([risen({ diastolic: 84 }), risen({ diastolic: 85 })]).toEqual(['within', 'alert'])
      // A fall of any size is no rise.
      expect(
        gradeOf({ ...calm, systolic: 95, diastolic: 55 }, { ...calm, systolic: 159, diastolic: 99 }, context),
      ).toBe('within')
    },
  )

  test('the numbers of the starting policies are those of the reference', () => {
    const limits = {
      'bp-alert-systolic': 160,
      'bp-alert-diastolic': 100,
      'bp-stop-systolic': 180,
      'bp-stop-diastolic': 110,
      'bp-low-stop': 90,
      'heart-rate-alert': 120,
      'heart-rate-stop-low': 50,
      'saturation-alert': 95,
      'saturation-stop': 92,
      'saturation-emergency': 90,
      'respiratory-rate-emergency': 8,
      'sedation-stop': 3,
    }
    for (const { policy } of Object.values(packs)) {
      const held = Object.keys(limits).map((name) => [name, policy.numbers[name]?.value])
      expect(Object.fromEntries(held)).toEqual(limits)
    }
  })

  test('each sign of the label is an emergency in both packs, also beside a calm reading', () => {
    const emergencies = [
      'sign-chest-pain',
      'sign-breathlessness',
      'sign-severe-headache',
      'sign-visual-loss',
      'sign-seizure',
      'sign-reduced-consciousness',
      'sign-focal-deficit',
      'sign-loss-of-consciousness',
      'sign-respiratory-depression',
    ]
    for (const context of Object.values(packs).slice(1)) {
      for (const sign of emergencies) {
        for (const product of ['esketamine-nasal', 'ketamine-iv']) {
          const asked = (answer: 'yes' | 'no' | 'unknown') =>
            assessVitals({ reading: readingOf(calm), signs: { [sign]: answer }, plan: { product } }, context)
              .value.grade
          expect([sign, asked('yes'), asked('no'), asked('unknown')]).toEqual([
            sign,
            'emergency',
            'within',
            'unknown',
          ])
        }
      }
    }
  })

  test('the worst of several counts, and each vital sign has its own grade', () => {
    const { value, verdict } = assessVitals(
      { reading: readingOf({ ...calm, systolic: 165, oxygenSaturation: 91 }), signs },
      byHand,
    )
    expect(value.grade).toBe('stop')
    expect(verdict).toBe('hold')
    expect(Object.fromEntries(value.vitals.map(({ vital, grade }) => [vital, grade]))).toEqual({
      systolic: 'alert',
      diastolic: 'within',
      heartRate: 'within',
      respiratoryRate: 'within',
      oxygenSaturation: 'stop',
      // No row asks for it.
      temperature: 'unknown',
    })
  })

  test('carries that it is about a session that runs', () => {
    const decision = assessVitals({ reading: readingOf(calm), signs }, byHand)
    expect(decision.provenance.timeCritical).toBe(true)
    expect(Object.isFrozen(decision.value.vitals)).toBe(true)
  })

  test('a vital sign that was not taken, or could not be read, is unknown and asked for', () => {
    const { oxygenSaturation: _left, ...rest } = calm
    for (const given of [readingOf(rest), { ...readingOf(calm), unread: ['oxygenSaturation' as const] }]) {
      const decision = assessVitals({ reading: given, signs }, byHand)
      expect(decision.value.grade).toBe('unknown')
      expect(decision.value.vitals.find(({ vital }) => vital === 'oxygenSaturation')).toEqual({
        vital: 'oxygenSaturation',
        grade: 'unknown',
      })
      expect(decision.missing.map(({ fact }) => fact)).toContain('oxygen-saturation')
    }
  })

  test('an unknown that may stop outweighs an alert, and not a stop', () => {
    const { heartRate: _left, ...rest } = calm
    expect(gradeOf({ ...rest, systolic: 165 })).toBe('unknown')
    expect(gradeOf({ ...rest, systolic: 185 })).toBe('stop')
  })

  test('a sign nobody looked for is unknown; one that was found is an emergency', () => {
    const asked = (found: Readonly<Record<string, 'yes' | 'no' | 'unknown'>> | undefined) =>
      assessVitals({ reading: readingOf(calm), ...(found === undefined ? {} : { signs: found }) }, byHand)
        .value.grade
    expect(asked(undefined)).toBe('unknown')
    expect(asked({ 'sign-chest-pain': 'unknown' })).toBe('unknown')
    expect(asked({ 'sign-chest-pain': 'no' })).toBe('within')
    expect(asked({ 'sign-chest-pain': 'yes' })).toBe('emergency')
  })

  test('a saturation under oxygen, or where nobody said, is known from above alone', () => {
    const under = (oxygenSaturation: number, onOxygen?: 'yes' | 'unknown') => {
      const { onOxygen: _no, ...given } = readingOf({ ...calm, oxygenSaturation })
      const how = onOxygen === undefined ? {} : { onOxygen }
      return assessVitals({ reading: { ...given, ...how }, signs }, byHand).value.grade
    }
    for (const how of ['yes', 'unknown', undefined] as const) {
      expect([98, 94, 91, 89].map((value) => under(value, how))).toEqual([
        'unknown',
        'unknown',
        'stop',
        'emergency',
      ])
    }
  })

  test('MOAA/S 3 stops, 4 does not', () => {
    const score = (alertness: number) =>
      gradesOf({ values: calm, baseline: undefined, signs, scales: { alertness } }, byHand).grade
    expect([score(3), score(4)]).toEqual(['stop', 'within'])
  })

  test('a reading too old for the limits is unknown, one from ahead too', () => {
    const at = (time: string) =>
      assessVitals({ reading: { ...readingOf(calm), at: time }, signs }, byHand).value.grade
    expect(at('2026-12-02T14:15:00-05:00')).toBe('within')
    expect(at('2026-12-02T14:14:59-05:00')).toBe('unknown')
    expect(at('2026-12-02T14:36:00-05:00')).toBe('unknown')
  })

  test('observations of the record do not stand in for what was not read', () => {
    const decision = assessVitals({ reading: {}, signs, plan: { product: 'esketamine-nasal' } }, byHand)
    expect(decision.value.grade).toBe('unknown')
    expect(decision.value.vitals.every(({ value }) => value === undefined)).toBe(true)
  })

  test('a pressure whose partner could not be read is not read either', () => {
    const { value } = assessVitals({ reading: { ...readingOf(calm), unread: ['diastolic'] }, signs }, byHand)
    expect(value.grade).toBe('unknown')
    expect(value.vitals.find(({ vital }) => vital === 'systolic')).toEqual({
      vital: 'systolic',
      grade: 'unknown',
    })
  })
})

describe('the change from the baseline', () => {
  const before = { ...calm, systolic: 100, diastolic: 60 }

  test.each([
    [139, 'within', 39, 39],
    [140, 'alert', 40, 40],
    [159, 'alert', 59, 59],
  ] as const)('from 100 to %i: %s, %i mmHg and %i %%', (systolic, grade, absolute, percent) => {
    const { value } = assessVitals(
      { reading: readingOf({ ...calm, systolic }), baseline: readingOf(before), signs },
      byHand,
    )
    expect(value.grade).toBe(grade)
    expect(value.vitals[0]?.change).toEqual({
      absolute: { value: absolute, unit: 'mm[Hg]' },
      percent: { value: percent, unit: '%' },
    })
  })

  test('is exact where floating point is not', () => {
    const change = (from: number, to: number) =>
      assessVitals(
        {
          reading: readingOf({ ...calm, systolic: to }),
          baseline: readingOf({ ...calm, systolic: from }),
          signs,
        },
        byHand,
      ).value.vitals[0]?.change
    expect(change(120.1, 132.11)?.absolute.value).toBe(12.01)
    expect(change(120.1, 132.11)?.percent.value).toBe(10)
    expect(change(150, 120)?.percent.value).toBe(-20)
  })

  test('without a baseline it is unknown, and what the value itself comes to stands', () => {
    const decision = assessVitals({ reading: readingOf(calm), signs }, byHand)
    expect(decision.value.grade).toBe('within')
    expect(decision.value.vitals[0]).not.toHaveProperty('change')
    expect(decision.missing.map(({ fact }) => fact)).toContain('systolic-rise')
  })

  test('a baseline taken after the reading is none, and it is said', () => {
    const taken = (at: string) =>
      assessVitals(
        {
          reading: { ...readingOf({ ...calm, systolic: 150 }), at: '2026-12-02T14:20:00-05:00' },
          baseline: { ...readingOf(before), at },
          signs,
        },
        byHand,
      )
    expect(taken('2026-12-02T14:20:00-05:00').value.grade).toBe('alert')
    const late = taken('2026-12-02T14:20:01-05:00')
    expect(late.value.vitals[0]).not.toHaveProperty('change')
    expect(late.issues).toContainEqual({
      code: 'baseline-after-reading',
      path: 'baseline',
      severity: 'set-aside',
    })
  })
})

describe('which rows count', () => {
  const onlyIv = alarm(
    'iv-only',
    'stop',
    latest('body-temperature', 'above', fromPolicy('iv-heat'), span(15, 'min')),
    ['ketamine-iv'],
  )
  const context = {
    ...byHand,
    content: packWith([...rows, onlyIv]),
    policy: byHand.policy,
  }

  test('without a plan the rows of every product, the worst grade of them', () => {
    const heat = {
      ...onlyIv,
      when: latest('body-temperature', 'above', { value: 38, unit: 'Cel' }, span(15, 'min')),
    }
    const both = { ...byHand, content: packWith([...rows, heat]) }
    const hot = { reading: readingOf({ ...calm, temperature: 39 }), signs }
    expect(assessVitals(hot, both).value.grade).toBe('stop')
    expect(assessVitals({ ...hot, plan: { product: 'esketamine-nasal' } }, both).value.grade).toBe('within')
    expect(assessVitals({ ...hot, plan: { product: 'ketamine-iv' } }, both).value.grade).toBe('stop')
  })

  test('a number the policy does not hold, a product nobody covers and a pack without the tables are refused', () => {
    const hot = { reading: readingOf(calm), signs }
    expect(refused(() => assessVitals(hot, context))[0]).toBe('policy-incomplete')
    expect(refused(() => assessVitals({ ...hot, plan: { product: 'aspirin' } }, byHand))[0]).toBe(
      'unknown-product',
    )
    const { session: _session, ...lean } = byHand.content
    expect(refused(() => assessVitals(hot, { ...byHand, content: markParsed<Content>(lean) }))[0]).toBe(
      'content-incomplete',
    )
  })
})

describe('laws', () => {
  test('a worse value is never graded milder: every step of every vital sign, with and without a baseline', () => {
    for (const [, context] of Object.entries(packs)) {
      for (const vital of vitalNames) {
        const [least, most] = ranges[vital]
        for (const baseline of [undefined, calm, { ...calm, systolic: 150, diastolic: 95 }]) {
          const graded: number[] = []
          for (let value = least; value <= most; value += 1) {
            // The other pressure is out of the way.
            const other =
              vital === 'diastolic' ? { systolic: 350 } : vital === 'systolic' ? { diastolic: 10 } : {}
            if (vital === 'systolic' && value <= 10) continue
            const own = gradesOf(
              { values: { ...calm, ...other, [vital]: value }, baseline, signs, scales: {} },
              context,
            )
            graded.push(rank(own.vitals.find((one) => one.vital === vital)?.grade ?? 'unknown'))
          }
          const turns = graded
            .map((grade, at) => Math.sign(grade - (graded[at - 1] ?? grade)))
            .filter((turn) => turn !== 0)
          // Once it has become worse on the way up it never becomes milder again.
          expect([vital, turns]).toEqual([vital, [...turns].sort((a, b) => a - b)])
          if (vital === 'oxygenSaturation') expect(turns.every((turn) => turn < 0)).toBe(true)
          if (vital === 'diastolic') expect(turns.every((turn) => turn > 0)).toBe(true)
        }
      }
    }
  })

  test('a worse value is never graded milder, whatever else was read', () => {
    fc.assert(
      fc.property(steps, (step) => aWorseValueIsNeverMilder(step, byHand)),
      { numRuns: 400 },
    )
  })

  test('what is blanked never makes a reading milder', () => {
    const blanked = fc.record({
      vitals: fc.subarray([...vitalNames], { minLength: 0 }),
      sign: fc.boolean(),
      air: fc.boolean(),
    })
    fc.assert(
      fc.property(worlds, blanked, (world, which) => blankingIsNeverMilder(world, which, byHand)),
      { numRuns: 400 },
    )
  })

  test('a sign or a baseline beside a reading raises its grade or leaves it', () => {
    fc.assert(
      fc.property(worlds, (world) => moreIsNeverMilder(world, byHand)),
      { numRuns: 200 },
    )
  })
})

describe('over a visit', () => {
  const pulse = (value: number) => ({ heartRate: { value, unit: '/min' } })
  const entries = [
    entry('before', -10, reading(128, 78, pulse(70))),
    entry('peak', 40, reading(186, 96, pulse(88))),
    entry('odd', 45, reading(90, 140, pulse(0))),
    entry('later', 60, reading(150, 88, pulse(52))),
    entry('undated', undefined, reading(150, 112, pulse(60))),
  ]
  const state = visit(60, { start: 0, end: 10 }, entries)

  test('the worst reading counts, per vital sign and direction, and never a mean', () => {
    expect(worstInWindow(state)).toEqual([
      {
        vital: 'systolic',
        highest: { value: 186, unit: 'mm[Hg]', event: 'peak', at: minute(40) },
        lowest: { value: 128, unit: 'mm[Hg]', event: 'before', at: minute(-10) },
        unread: ['odd'],
      },
      {
        vital: 'diastolic',
        highest: { value: 112, unit: 'mm[Hg]', event: 'undated' },
        unread: ['odd'],
      },
      {
        vital: 'heartRate',
        highest: { value: 88, unit: '/min', event: 'peak', at: minute(40) },
        lowest: { value: 52, unit: '/min', event: 'later', at: minute(60) },
        unread: ['odd'],
      },
    ])
  })

  test('a window takes in both its ends, and what may lie in it', () => {
    const events = (window: number) => worstInWindow(state, window).find(({ vital }) => vital === 'systolic')
    expect(events(20)?.highest?.event).toBe('peak')
    expect(events(19.99)?.highest?.event).toBe('undated')
    expect(events(19.99)?.unread).toEqual(['odd'])
    expect(events(14)?.unread).toEqual([])
  })

  test('every reading is graded at its own time, and the worst is named', () => {
    const pressures = rows.filter(({ id }) => /systolic|diastolic|rise/.test(id))
    const context = { ...byHand, content: packWith(pressures), asOf: minute(60) }
    const found = assessVisitVitals({ state }, context)
    expect(found.readings.map(({ event, grade }) => [event, grade])).toEqual([
      ['before', 'within'],
      ['peak', 'stop'],
      ['odd', 'unknown'],
      ['later', 'within'],
      // Nobody knows when, so it is not known to be now.
      ['undated', 'unknown'],
    ])
    expect(found.worst).toBe('stop')
    // One reading without a time may have been the last before the dose: then nobody knows what it is a change from.
    expect(found.readings[1]?.vitals[0]).not.toHaveProperty('change')
    const timed = { ...state, entries: state.entries.filter(({ at }) => at !== undefined) }
    const { readings } = assessVisitVitals({ state: timed }, context)
    expect(readings[1]?.vitals[0]?.change?.absolute).toEqual({ value: 58, unit: 'mm[Hg]' })
    expect(found.readings[0]?.vitals[0]).not.toHaveProperty('change')
    expect(assessVisitVitals({ state: visit(60, { start: 0 }) }, context)).toEqual({
      worst: 'unknown',
      readings: [],
    })
  })

  test('a sign counts from when it was found to when it was found gone', () => {
    const said = (id: string, at: number, answer: 'yes' | 'no') =>
      entry(id, at, { type: 'answered', fact: 'sign-chest-pain', answer })
    const rule = rows.filter(({ id }) => id === 'alarm/chest-pain')
    const read = (id: string, at: number) => entry(id, at, reading(120, 80))
    const log = [read('a', 5), said('x', 10, 'yes'), read('b', 12), said('y', 14, 'no'), read('c', 15)]
    const context = { ...byHand, content: packWith(rule), asOf: minute(20) }
    expect(
      assessVisitVitals({ state: visit(20, { start: 0 }, log) }, context).readings.map(({ grade }) => grade),
    ).toEqual(['unknown', 'emergency', 'within'])
  })
})
