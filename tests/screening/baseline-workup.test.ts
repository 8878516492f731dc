/** What should be known before a first session. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usScreening } from '../../src/content/us.ts'
import type { Context, Plan } from '../../src/kernel/content.ts'
import type { Statement } from '../../src/patient/patient.schema.ts'
import { baselineWorkup } from '../../src/screening/baseline-workup.ts'
import { type Draft, factRows, parsed, worlds } from './arbitrary.ts'
import { blanked, picks } from './blanking.ts'
import { notPlain } from './laws.ts'
import { contextOf, planOf } from './plain-screen.ts'
import { asOf, now, nowEu, refusalOf, resistantPerson, spray } from './purpose-desk.ts'

const of = (draft: Draft, plan: Plan = spray, more = {}, context: Context = now) =>
  baselineWorkup({ plan, patient: parsed(draft), ...more }, context)
const item = (id: string, ...question: Parameters<typeof of>) =>
  of(...question).value.items.find(({ rule }) => rule === `workup/${id}`)
const said = (fact: string, answer: Statement['answer'], change: Partial<Statement> = {}): Statement => ({
  fact,
  answer,
  at: asOf,
  by: 'clinician',
  ...change,
})
const withSaid = (draft: Draft, ...statements: readonly Statement[]): Draft => ({
  ...draft,
  statements: [
    ...(draft.statements ?? []).filter((one) => !statements.some(({ fact }) => fact === one.fact)),
    ...statements,
  ],
})

const bare: Draft = { format: 'ketamine-treatment/patient/1', record: 'active' }
const drip = { product: 'ketamine-iv', indication: 'treatment-resistant-depression' }

describe('an item', () => {
  test('nobody recorded is to be obtained, and says why, from which source, and for how long it would speak', () => {
    const history = item('history', bare)
    expect(history).toMatchObject({ status: 'to-obtain', validFor: { value: 30, unit: 'd' }, at: null })
    expect(history?.because).not.toBe('')
    expect(history?.sources.length).toBeGreaterThan(0)
  })

  test('on record shows when it was found; too old it is to be obtained again', () => {
    const done = withSaid(resistantPerson, said('history-taken', 'yes', { at: '2026-11-01T10:00:00-05:00' }))
    expect(item('history', done)).toMatchObject({
      status: 'on-record',
      at: '2026-11-01T10:00:00-05:00',
      validFor: { value: 30, unit: 'd' },
    })
    const old = withSaid(resistantPerson, said('history-taken', 'yes', { at: '2026-10-22T10:00:00-04:00' }))
    expect(item('history', old)).toMatchObject({ status: 'to-obtain', at: null })
    expect(item('history', withSaid(resistantPerson, said('history-taken', 'no')))).toMatchObject({
      status: 'to-obtain',
    })
  })

  test('may be stated from outside', () => {
    const stated = [{ fact: 'history-taken', truth: 'yes', at: asOf, by: 'nurse' }]
    expect(item('history', bare, spray, { stated })).toMatchObject({ status: 'on-record', at: asOf })
  })

  test('counts from those who can know it: what was tested also from a device, a history from a clinician alone', () => {
    const statusBy = (id: string, fact: string, by: Statement['by'], answer: 'yes' | 'no' = 'yes') =>
      item(
        id,
        withSaid(resistantPerson, said('cardiovascular-risk-high', 'yes'), said(fact, answer, { by })),
        drip,
      )?.status
    const voices = ['clinician', 'import', 'patient', 'unknown'] as const
    const tested = [
      ['electrocardiogram', 'ecg-read'],
      ['sleep-apnoea', 'sleep-apnoea-screened'],
      ['renal-function', 'renal-function-tested'],
      ['urine-drug-screen', 'urine-drug-screen-done'],
    ] as const
    for (const [id, fact] of tested)
      expect([id, ...voices.map((by) => statusBy(id, fact, by))]).toEqual([
        id,
        'on-record',
        'on-record',
        'to-obtain',
        'to-obtain',
      ])
    expect(voices.map((by) => statusBy('history', 'history-taken', by))).toEqual([
      'on-record',
      'to-obtain',
      'to-obtain',
      'to-obtain',
    ])
    // What is asked of the person the person may answer.
    expect(statusBy('urinary-symptoms', 'urinary-symptoms-asked', 'patient')).toBe('on-record')
    const outside = (by: string) =>
      item('renal-function', resistantPerson, drip, {
        stated: [{ fact: 'renal-function-tested', truth: 'yes', at: asOf, by }],
      })?.status
    expect(['nurse', 'device', 'chaperone', 'patient', 'unknown'].map(outside)).toEqual([
      'on-record',
      'on-record',
      'to-obtain',
      'to-obtain',
      'to-obtain',
    ])
  })

  test('that only some people need is not needed, or its need is not known', () => {
    const risk = (answer: Statement['answer']) =>
      item(
        'electrocardiogram',
        withSaid(
          resistantPerson,
          said('cardiovascular-risk-high', answer),
          said('cardiovascular-disease', 'no'),
        ),
        drip,
      )
    expect([risk('no')?.status, risk('yes')?.status, risk('unknown')?.status]).toEqual([
      'not-needed',
      'to-obtain',
      'need-unknown',
    ])
    const read = withSaid(resistantPerson, said('cardiovascular-risk-high', 'yes'), said('ecg-read', 'yes'))
    expect(item('electrocardiogram', read, drip)?.status).toBe('on-record')
  })

  test('that is a reading shows it, and one that is too old counts no more', () => {
    const weighed = (at: string): Draft => ({
      ...resistantPerson,
      observations: [
        ...(resistantPerson.observations ?? []),
        { name: 'body-weight', status: 'final', value: { value: 70, unit: 'kg' }, at },
      ],
    })
    expect(item('weight', weighed('2026-11-20T09:00:00-05:00'), drip)).toMatchObject({
      status: 'on-record',
      at: '2026-11-20T09:00:00-05:00',
    })
    expect(item('weight', weighed('2025-11-20T09:00:00-05:00'), drip)?.status).toBe('to-obtain')
  })
})

describe('the day of an item', () => {
  const reading = (name: string, value: number, unit: 'U/L' | 'mm[Hg]' | '{score}', at: string) => ({
    name,
    status: 'final' as const,
    value: { value, unit },
    at,
  })
  const withReadings = (...readings: readonly ReturnType<typeof reading>[]): Draft => ({
    ...withSaid(resistantPerson, said('liver-risk', 'yes')),
    observations: [
      ...(resistantPerson.observations ?? []).filter(
        ({ name }) => !readings.some((one) => one.name === name),
      ),
      ...readings,
    ],
  })
  const [newer, older] = ['2026-11-20T09:00:00-05:00', '2026-10-24T09:00:00-04:00']

  test('is that of the oldest reading where several are needed, wherever it stands', () => {
    const names = ['alt', 'ast', 'alp', 'ggt']
    for (const late of names) {
      const tests = names.map((name) => reading(name, 20, 'U/L', name === late ? older : newer))
      expect(item('liver-tests-us', withReadings(...tests), drip)).toMatchObject({
        status: 'on-record',
        at: older,
      })
      expect(item('liver-risk', withReadings(...tests), drip)).toMatchObject({ at: older })
    }
    for (const [high, low] of [
      [newer, '2026-11-15'],
      ['2026-11-15', newer],
    ] as const) {
      const cuff = withReadings(
        reading('systolic-pressure', 120, 'mm[Hg]', high),
        reading('diastolic-pressure', 70, 'mm[Hg]', low),
      )
      expect(item('blood-pressure-ketamine', cuff, drip)).toMatchObject({
        status: 'on-record',
        at: '2026-11-15',
      })
    }
  })

  test('is that of the newest where one of several is enough', () => {
    const scored = (score: string, scale: string) =>
      item(
        'depression-scale',
        withSaid(
          withReadings(reading('phq9-total', 14, '{score}', score)),
          said('depression-scale-scored', 'yes', { at: scale }),
        ),
      )
    expect([scored(newer, '2026-11-02'), scored('2026-11-02', newer)]).toMatchObject([
      { status: 'on-record', at: newer },
      { status: 'on-record', at: newer },
    ])
    // One that is too old to speak is not shown.
    expect(scored('2025-11-02', '2026-11-03')).toMatchObject({ status: 'on-record', at: '2026-11-03' })
  })
})

describe('the whole', () => {
  test('what is to be obtained stands first, then what may be needed, then what is there', () => {
    const order = ['to-obtain', 'need-unknown', 'on-record', 'not-needed']
    fc.assert(
      fc.property(worlds(4), (world) => {
        const found = baselineWorkup({ plan: planOf(world), patient: parsed(world.draft) }, contextOf(world))
        const places = found.value.items.map(({ status }) => order.indexOf(status))
        expect(places).toEqual(places.toSorted())
        expect(notPlain(found)).toEqual([])
        const { items, complete } = found.value
        if (complete === 'yes')
          expect(items.every(({ status }) => status === 'on-record' || status === 'not-needed')).toBe(true)
        if (items.some(({ status }) => status === 'to-obtain' || status === 'need-unknown'))
          expect(complete).not.toBe('yes')
      }),
      { numRuns: 150 },
    )
  })

  test('knowing less never completes it, and never says that something is missing for sure', () => {
    fc.assert(
      fc.property(worlds(4), picks(3), (world, chosen) => {
        const complete = (draft: Draft) =>
          baselineWorkup({ plan: planOf(world), patient: parsed(draft) }, contextOf(world)).value.complete
        const less = blanked(world.draft, chosen, world.asOf)
        if (less.draft.record !== world.draft.record) return
        const after = complete(less.draft)
        expect([less.what, after === 'unknown' || after === complete(world.draft)]).toEqual([less.what, true])
      }),
      { numRuns: 200 },
    )
  })

  test('is complete where every item is there', () => {
    const favourable = factRows.filter((row) => row.favourable === true).map(({ id }) => said(id, 'yes'))
    const numbers = [
      ['body-weight', 70, 'kg'],
      ['body-height', 170, 'cm'],
      ['alt', 20, 'U/L'],
      ['ast', 20, 'U/L'],
      ['alp', 60, 'U/L'],
      ['ggt', 20, 'U/L'],
    ] as const
    const whole: Draft = withSaid(
      {
        ...resistantPerson,
        observations: [
          ...(resistantPerson.observations ?? []),
          ...numbers.map(([name, value, unit]) => ({
            name,
            status: 'final' as const,
            value: { value, unit },
            at: asOf,
          })),
        ],
      },
      ...favourable,
      said('mental-state-assessed', 'yes'),
      { fact: 'suicide-screen-level', grade: 'none', at: asOf, by: 'clinician' },
      said('cardiovascular-risk-high', 'no'),
      said('liver-risk', 'no'),
      said('pregnancy-possible', 'no'),
    )
    const open = of(whole, drip).value.items.filter(
      ({ status }) => status === 'to-obtain' || status === 'need-unknown',
    )
    expect(open.map(({ rule }) => rule)).toEqual([])
    expect(of(whole, drip).value.complete).toBe('yes')
    const without = withSaid(whole, said('history-taken', 'no'))
    expect(of(without, drip).value.complete).toBe('no')
    expect(of(bare, drip).value.complete).toBe('unknown')
  })

  test('differs by product and country', () => {
    const ids = (plan: Plan, context: Context) =>
      of(bare, plan, {}, context).value.items.map(({ rule }) => rule)
    expect(ids(spray, now)).not.toEqual(ids(drip, now))
    expect(ids(spray, nowEu).length).toBeGreaterThan(0)
  })

  test('of a record that is not that of a person to be treated nothing is listed', () => {
    const found = of({ ...bare, record: 'merged' })
    expect([found.verdict, found.value]).toEqual(['contraindicated', { items: [], complete: 'unknown' }])
  })

  test.each<[string, () => unknown, string]>([
    [
      'no question',
      () => Reflect.apply(baselineWorkup, undefined, [undefined, now]),
      'bad-argument question',
    ],
    [
      'no plan',
      () => Reflect.apply(baselineWorkup, undefined, [{ patient: parsed(bare) }, now]),
      'bad-argument plan.product',
    ],
    [
      'a record that was not parsed',
      () => Reflect.apply(baselineWorkup, undefined, [{ plan: spray, patient: bare }, now]),
      'not-parsed patient',
    ],
    [
      'a pack for screening alone',
      () => of(bare, { product: 'ketamine-iv' }, {}, { ...now, content: usScreening }),
      'content-incomplete context.content.indication',
    ],
  ])('%s is refused', (_name, call, expected) => {
    expect(refusalOf(call)).toBe(expected)
  })
})
