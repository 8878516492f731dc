/** What exposure and time make due, and what was found. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { exposureWatch, type WatchQuestion } from '../../src/course/exposure-watch.ts'
import { engineOf, selectionOf } from '../../src/judgement/selection.ts'
import type { Context } from '../../src/kernel/content.ts'
import type { Verdict } from '../../src/kernel/rule.ts'
import type { Statement } from '../../src/patient/patient.schema.ts'
import type { SessionEvent } from '../../src/session/session.schema.ts'
import { type Draft, parsed, settledRecord } from '../screening/arbitrary.ts'
import { blanked, everyBlanking, picks } from '../screening/blanking.ts'
import { refusalOf } from '../screening/purpose-desk.ts'
import { everyBlankOf } from '../session/less.ts'
import { sessionOf } from '../session/visits.ts'
import { given, logOf } from './visits.ts'

const asOf = '2026-11-22T09:00:00-05:00'
const zone = 'America/New_York'
const now: Context = { content: us, policy: usStartingPolicy, zone, asOf }
const nowEu: Context = { ...now, content: eu, policy: euStartingPolicy }
const spray = { product: 'esketamine-nasal', indication: 'treatment-resistant-depression' } as const
const drip = { product: 'ketamine-iv' } as const

const mg = (value: number) => ({ value, unit: 'mg' })
const device: SessionEvent['what'] = { type: 'device-given', outcome: 'complete', holds: mg(28) }

/** A visit with a dose and whatever else was written in it, by minutes from the dose. */
const visit = (at: string, ...more: readonly (readonly [number, SessionEvent['what']])[]) =>
  logOf(at, at, [
    [-60, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal' }],
    ...more.filter(([minutes]) => minutes < 0),
    [0, device],
    ...more.filter(([minutes]) => minutes >= 0),
  ])
const askedAbout = (answer: 'none' | 'some' | 'unknown'): SessionEvent['what'] => ({
  type: 'asked',
  about: 'urinary-symptoms',
  answer,
})
const said = (fact: string, answer: Statement['answer'], at = asOf): Statement => ({
  fact,
  answer,
  at,
  by: 'clinician',
})
const answered = (fact: string, answer: 'yes' | 'no'): SessionEvent['what'] => ({
  type: 'answered',
  fact,
  answer,
})
const effect = (id: string): SessionEvent['what'] => ({
  type: 'effect-observed',
  effect: { effect: id, reportedBy: 'patient' },
})

const bare: Draft = { ...settledRecord, statements: [], observations: [] }
const person = (statements: readonly Statement[] = [], observations: Draft['observations'] = []): Draft => ({
  ...bare,
  statements: [...statements],
  observations: [...(observations ?? [])],
})
const watch = (
  draft: Draft,
  sessions: WatchQuestion['sessions'],
  more: Partial<WatchQuestion> = {},
  context = now,
) => exposureWatch({ plan: spray, patient: parsed(draft), sessions, earlier: [], ...more }, context)
const item = (rule: string, ...question: Parameters<typeof watch>) =>
  watch(...question).value.items.find((one) => one.rule === `exposure/${rule}`)

const monday = '2026-11-16T15:00:00Z'
const friday = '2026-11-20T15:00:00Z'

describe('the bladder', () => {
  const status = (...sessions: WatchQuestion['sessions']) => [
    item('bladder-found-us', person(), sessions)?.status,
    item('bladder-question-us', person(), sessions)?.status,
  ]

  test('asked about at the last session and free of symptoms: nothing is due', () => {
    expect(status(visit(friday, [-10, askedAbout('none')]))).toEqual(['not-due', 'not-due'])
    expect(status(visit(monday), visit(friday, [90, askedAbout('none')]))).toEqual(['not-due', 'not-due'])
  })

  test('never asked about is due and unknown, and so is what nobody answered', () => {
    expect(status(visit(friday))).toEqual(['unknown', 'due'])
    expect(status(visit(friday, [-10, askedAbout('unknown')]))).toEqual(['unknown', 'unknown'])
  })

  test('asked about at an earlier session alone is due again, with the day of the question', () => {
    const sessions = [visit(monday, [-10, askedAbout('none')]), visit(friday)]
    expect(item('bladder-question-us', person(), sessions)).toMatchObject({
      status: 'due',
      lastAt: '2026-11-16',
      nextBy: null,
    })
  })

  test('a symptom that was reported is found whatever the calendar says, until somebody asks again', () => {
    expect(status(visit(friday, [-10, askedAbout('some')]))).toEqual(['found', 'not-due'])
    expect(status(visit(monday, [-10, askedAbout('some')]), visit(friday))).toEqual(['found', 'due'])
    expect(
      status(visit(monday, [-10, askedAbout('some')]), visit(friday, [-10, askedAbout('none')])),
    ).toEqual(['not-due', 'not-due'])
    expect(
      item('bladder-found-us', person([said('urinary-symptoms-course', 'yes', '2024-01-01')]), [])?.status,
    ).toBe('found')
  })

  test('effects of the catalogue and answers of the day of a session count as reports', () => {
    expect(status(visit(friday, [30, effect('pollakiuria')]))[0]).toBe('found')
    expect(status(visit(friday, [30, effect('lt-cystitis')]))[0]).toBe('found')
    expect(status(visit(friday, [30, effect('headache')]))[0]).toBe('unknown')
    expect(status(visit(friday, [30, effect('a-word-of-another-catalogue')]))[0]).toBe('unknown')
    expect(status(visit(friday, [-5, answered('urinary-symptoms-new', 'yes')]))).toEqual(['found', 'not-due'])
    expect(status(visit(friday, [-5, answered('urinary-symptoms-new', 'no')]))).toEqual([
      'not-due',
      'not-due',
    ])
    const stated = [{ fact: 'urinary-symptoms-new', truth: 'no', at: asOf, by: 'patient' }] as const
    expect(item('bladder-question-us', person(), [visit(friday)], { stated })?.status).toBe('not-due')
  })

  test('sessions nobody logged make the question due as well', () => {
    const earlier = [{ product: 'esketamine-nasal', sessions: 4 }]
    expect(item('bladder-question-us', person(), [], { earlier })?.status).toBe('due')
    expect(item('bladder-question-us', person(), [])?.status).toBe('not-due')
    const { earlier: _none, ...unsaid } = { earlier: undefined }
    const open = exposureWatch({ plan: spray, patient: parsed(person()), sessions: [], ...unsaid }, now)
    expect(open.value.items.find(({ rule }) => rule === 'exposure/bladder-question-us')?.status).toBe(
      'unknown',
    )
  })

  test('a long course asks for a urinalysis, from the first dose ever', () => {
    const look = (statements: readonly Statement[], earlier: WatchQuestion['earlier'] = []) =>
      item('bladder-urinalysis', person(statements), [visit(friday)], { plan: drip, earlier })
    expect(look([])?.status).toBe('not-due')
    const before = [{ product: 'ketamine-iv', sessions: 3, from: '2026-04-01', to: '2026-05-22' }]
    const later = [{ product: 'ketamine-iv', sessions: 3, from: '2026-05-23', to: '2026-05-23' }]
    expect(look([], before)?.status).toBe('unknown')
    expect(look([said('urinalysis-done', 'no')], before)?.status).toBe('due')
    expect(look([said('urinalysis-done', 'no')], later)?.status).toBe('not-due')
    expect(look([said('urinalysis-done', 'yes', '2026-09-01')], before)).toMatchObject({
      status: 'not-due',
      lastAt: '2026-09-01',
      nextBy: '2027-03-01',
    })
    expect(look([said('urinalysis-done', 'yes', '2026-02-01')], before)).toMatchObject({
      status: 'due',
      lastAt: '2026-02-01',
      nextBy: '2026-08-01',
    })
    const device = { ...said('urinalysis-done', 'yes'), by: 'patient' } as const
    expect(look([device], before)?.status).toBe('unknown')
  })
})

describe('the liver', () => {
  const lab = (name: string, value: number, at = '2026-10-01', upper = 40) => ({
    name,
    status: 'final' as const,
    value: { value, unit: 'U/L' },
    upperLimit: { value: upper, unit: 'U/L' },
    at,
  })
  const fine = ['alt', 'alp', 'ggt'].map((name) => lab(name, 20))
  const status = (observations: Draft['observations'], draft = person([], observations)) =>
    ['liver-found', 'liver-tests-us'].map(
      (rule) => item(rule, draft, [visit(friday)], { plan: drip })?.status,
    )

  test('measured lately and below the limits is neither found nor due, and says until when it speaks', () => {
    expect(status(fine)).toEqual(['not-due', 'not-due'])
    expect(item('liver-tests-us', person([], fine), [visit(friday)], { plan: drip })).toMatchObject({
      lastAt: '2026-10-01',
      nextBy: '2027-04-01',
    })
  })

  test('a value above the limit is found, however long ago, until a newer one is below it', () => {
    expect(status([...fine, lab('ggt', 41, '2026-10-02')])).toEqual(['found', 'not-due'])
    expect(status([lab('alt', 41, '2023-10-02')])).toEqual(['found', 'due'])
    expect(status([...fine, lab('alt', 900, '2026-09-01')])).toEqual(['not-due', 'not-due'])
    const bilirubin = {
      ...lab('bilirubin-total', 2, '2026-10-01', 1.2),
      value: { value: 2, unit: 'mg/dL' },
      upperLimit: { value: 1.2, unit: 'mg/dL' },
    }
    expect(status([...fine, bilirubin])).toEqual(['found', 'not-due'])
  })

  test('a value far above the limit is found whatever the product', () => {
    for (const context of [now, nowEu])
      for (const { id } of context.content.products) {
        const high = person([], [lab('alt', 900)])
        const { items } = watch(high, [visit(friday)], { plan: { product: id } }, context).value
        const found = items.filter(({ status }) => status === 'found').map((one) => one.watch)
        expect([id, found]).toEqual([id, ['liver']])
      }
  })

  test('never measured, too long ago, or in part is never fine', () => {
    expect(status([])).toEqual(['unknown', 'due'])
    expect(status(['alt', 'alp', 'ggt'].map((name) => lab(name, 20, '2026-01-01')))).toEqual([
      'unknown',
      'due',
    ])
    expect(status([lab('alt', 20)])).toEqual(['unknown', 'due'])
    const { observations: _gone, ...none } = person()
    expect(status([], none)).toEqual(['unknown', 'unknown'])
  })

  test('an effect of the catalogue is found', () => {
    const sessions = [visit(friday, [30, effect('lt-dili')])]
    expect(item('liver-found', person([], fine), sessions, { plan: drip })?.status).toBe('found')
  })
})

describe('cognition and dependence', () => {
  test('an answer about signs counts as a look, and ages', () => {
    const look = (at: string, answer: Statement['answer'] = 'no') =>
      ['cognition', 'dependence'].flatMap((watched) => {
        const fact = watched === 'cognition' ? 'cognitive-complaints' : 'dependence-signs'
        const us = watched === 'cognition' ? '' : '-us'
        const draft = person([said(fact, answer, at)])
        return [
          item(`${watched}-found${us}`, draft, [visit(friday)])?.status,
          item(`${watched}-check${us}`, draft, [visit(friday)])?.status,
        ]
      })
    expect(look('2026-09-01')).toEqual(['not-due', 'not-due', 'not-due', 'not-due'])
    expect(look('2026-01-01')).toEqual(['unknown', 'due', 'unknown', 'due'])
    expect(look('2026-01-01', 'yes')).toEqual(['found', 'due', 'found', 'due'])
    expect(look('2026-09-01', 'unknown')).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  })

  test('are unknown where nobody ever asked, and not due where nothing was given', () => {
    expect(item('dependence-check-us', person(), [visit(friday)])?.status).toBe('unknown')
    expect(item('dependence-check-us', person(), [])?.status).toBe('not-due')
    expect(item('dependence-found-us', person(), [visit(friday, [200, effect('lt-misuse')])])?.status).toBe(
      'found',
    )
    expect(item('cognition-found', person(), [visit(friday, [200, effect('lt-cognition')])])?.status).toBe(
      'found',
    )
  })
})

describe('a record whose statements were never sent', () => {
  const { statements: _none, ...unsaid } = person()
  const heardIn = (...more: Parameters<typeof visit>[1][]) => [visit(monday, ...more)]
  const fine = heardIn(
    [10, askedAbout('none')],
    [12, answered('cognitive-complaints', 'no')],
    [13, answered('dependence-signs', 'no')],
  )
  const words = (draft: Draft, sessions: WatchQuestion['sessions'], more: Partial<WatchQuestion> = {}) =>
    Object.fromEntries(
      watch(draft, sessions, more).value.items.map(({ rule, status }) => [rule.slice(9), status]),
    )

  test('leaves open what a log answered: a newer word may stand among them', () => {
    expect(words(person(), fine)).toMatchObject({
      'bladder-found-us': 'not-due',
      'cognition-found': 'not-due',
      'cognition-check': 'not-due',
      'dependence-found-us': 'not-due',
      'dependence-check-us': 'not-due',
    })
    expect(words(unsaid, fine)).toMatchObject({
      'bladder-found-us': 'unknown',
      'bladder-question-us': 'not-due',
      'cognition-found': 'unknown',
      'cognition-check': 'unknown',
      'dependence-found-us': 'unknown',
      'dependence-check-us': 'unknown',
    })
    const stated = [{ fact: 'cognition-checked', truth: 'yes', at: asOf, by: 'clinician' }] as const
    expect(words(unsaid, [visit(friday)], { stated })['cognition-check']).toBe('unknown')
    expect(watch(unsaid, fine).verdict).toBe('caution')
  })

  test('shows what a log reported as found, beside a rule that is unknown', () => {
    const sessions = heardIn([10, askedAbout('some')], [12, answered('dependence-signs', 'yes')])
    const decision = watch(unsaid, sessions)
    expect(words(unsaid, sessions)).toMatchObject({
      'bladder-found-us': 'found',
      'dependence-found-us': 'found',
      'cognition-found': 'unknown',
    })
    const truths = decision.findings.filter(({ rule }) => rule.id.includes('-found')).map((one) => one.truth)
    expect(new Set(truths)).toEqual(new Set(['unknown']))
  })
})

test('a yes of this instant stands beside a no of the day, the month or the year it lies in', () => {
  const word = (yes: string, no?: string) => {
    const denied: Statement = { fact: 'dependence-signs', answer: 'no', by: 'clinician' }
    const draft = person([
      said('dependence-signs', 'yes', yes),
      no === undefined ? denied : { ...denied, at: no },
    ])
    return watch(draft, []).findings.find(({ rule }) => rule.id === 'exposure/dependence-found-us')?.truth
  }
  const dates = [undefined, '2026', '2026-11', '2026-11-22', asOf, '2026-11-21']
  expect(dates.map((no) => word(asOf, no))).toEqual(dates.map(() => 'yes'))
  expect(dates.map((no) => word('2026-11-22T08:00:00-05:00', no) ?? 'no')).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
    'no',
    'yes',
  ])
})

test('an effect nobody can read, gone at a time nobody knows, leaves open all that it may have been', () => {
  const log = (kind: string) =>
    logOf('b', monday, [
      [-60, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal' }],
      [0, device],
      [5, effect(kind)],
      [null, { type: 'effect-resolved', of: 'e3' }],
    ])
  const after = visit(
    friday,
    [10, askedAbout('none')],
    [12, answered('cognitive-complaints', 'no')],
    [13, answered('dependence-signs', 'no')],
  )
  const open = (kind: string) =>
    watch(person(), [log(kind), after])
      .value.items.filter(({ rule, status }) => status === 'unknown' && !rule.includes('-question'))
      .map(({ rule }) => rule)
      .sort()
  expect(open('headache')).toEqual([])
  expect(open('lt-cognition')).toEqual(['exposure/cognition-check', 'exposure/cognition-found'])
  expect(open('not-readable')).toEqual([
    'exposure/bladder-found-us',
    'exposure/cognition-check',
    'exposure/cognition-found',
    'exposure/dependence-check-us',
    'exposure/dependence-found-us',
    'exposure/liver-found-spray',
  ])
})

describe('the decision', () => {
  test('is a caution at most, lists what was found first, and says what to ask', () => {
    const decision = watch(person(), [visit(friday, [-10, askedAbout('some')])])
    expect(decision.verdict).toBe('caution')
    const order = ['found', 'due', 'unknown', 'not-due']
    const words = decision.value.items.map(({ status }) => order.indexOf(status))
    expect(words).toEqual(words.toSorted((a, b) => a - b))
    expect(decision.value.items[0]).toMatchObject({
      rule: 'exposure/bladder-found-us',
      watch: 'bladder',
      status: 'found',
    })
    expect(decision.missing.map(({ fact }) => fact)).toContain('dependence-checked')
    expect(decision.value.exposure.products[0]?.logged.sessions).toEqual({ least: 1, most: 1 })
    expect(decision.value.items.every(({ sources, because }) => sources.length > 0 && because !== '')).toBe(
      true,
    )
  })

  test('is made for the packs of both jurisdictions and every product', () => {
    for (const context of [now, nowEu])
      for (const { id } of context.content.products) {
        const { items } = watch(person(), [visit(friday)], { plan: { product: id } }, context).value
        const watches = new Set(items.map((one) => one.watch))
        expect([id, [...watches].sort()]).toEqual([id, ['bladder', 'cognition', 'dependence', 'liver']])
      }
  })

  test('of a record that is not active holds that state and no items', () => {
    const decision = watch({ ...person(), record: 'deceased' }, [visit(friday)])
    expect([decision.verdict, decision.value.items]).toEqual(['contraindicated', []])
  })

  test('can be overridden like any other, and reads no number a record brings along under a worked-out name', () => {
    const forged = {
      name: 'sessions-since-urinary-question',
      status: 'final' as const,
      value: { value: 0, unit: '{n}' },
      at: asOf,
    }
    expect(item('bladder-question-us', person([], [forged]), [visit(friday)])?.status).toBe('due')
  })
})

/** Everything that is handed in. */
interface World {
  readonly draft: Draft
  readonly logs: readonly (readonly SessionEvent[])[]
  readonly earlier: WatchQuestion['earlier'] | null
  readonly plan: WatchQuestion['plan']
}

const judged = ({ draft, logs, earlier, plan }: World) => {
  const sessions = logs.map((events, at) => sessionOf(events, `v${at}`))
  const patient = parsed(draft)
  return exposureWatch({ plan, patient, sessions, ...(earlier == null ? {} : { earlier }) }, now)
}

const asked = (plan: WatchQuestion['plan']) =>
  selectionOf(engineOf(us, usStartingPolicy), plan, 'course', 'exposure', '2026-11-22').ready.map(
    ({ rule }) => rule.id,
  )

/** What the first law forbids between two worlds, of which the first knows less. */
function brokenBetween(less: World, more: World): readonly string[] {
  const [a, b] = [judged(less), judged(more)]
  const truthIn = (decision: typeof a, rule: string) =>
    decision.findings.find((one) => one.rule.id === rule)?.truth ?? 'no'
  const broken =
    less.draft.record === more.draft.record
      ? asked(less.plan).flatMap((rule) => {
          const [after, before] = [truthIn(a, rule), truthIn(b, rule)]
          return after === 'unknown' || after === before
            ? []
            : [`${rule}: ${after} with less, ${before} with more`]
        })
      : []
  const allowed: Readonly<Partial<Record<Verdict, readonly Verdict[]>>> = {
    'no-finding': ['no-finding'],
    caution: ['caution', 'no-finding'],
  }
  const isMilder = allowed[a.verdict]?.includes(b.verdict) === false
  return isMilder ? [...broken, `${a.verdict} with less, ${b.verdict} with more`] : broken
}

const happenings = fc.constantFrom<SessionEvent['what']>(
  askedAbout('none'),
  askedAbout('some'),
  answered('urinary-symptoms-new', 'no'),
  answered('urinary-symptoms-new', 'yes'),
  answered('cognitive-complaints', 'no'),
  answered('dependence-signs', 'no'),
  answered('dependence-signs', 'yes'),
  answered('cognition-checked', 'yes'),
  answered('cognition-checked', 'no'),
  answered('urinalysis-done', 'yes'),
  { type: 'effect-resolved', of: 'e3' },
  effect('lt-cognition'),
  effect('not-readable'),
  effect('pollakiuria'),
  effect('lt-dili'),
  effect('lt-misuse'),
)
const days = ['2026-02-02', '2026-09-14', '2026-11-16', '2026-11-20']
const logs = fc.array(
  fc.record({
    day: fc.constantFrom(...days),
    isGiven: fc.boolean(),
    more: fc.array(fc.tuple(fc.integer({ min: -60, max: 300 }), happenings), { maxLength: 3 }),
  }),
  { maxLength: 3 },
)
const statements = fc.array(
  fc.record({
    fact: fc.constantFrom(
      'urinary-symptoms-new',
      'urinary-symptoms-course',
      'cognitive-complaints',
      'cognition-checked',
      'dependence-signs',
      'dependence-checked',
      'urinalysis-done',
      'liver-injury-suspected',
    ),
    answer: fc.constantFrom('yes' as const, 'no' as const),
    at: fc.constantFrom(...days, '2026-10', '2026-11', '2026-11-22', asOf),
    by: fc.constantFrom('clinician' as const, 'patient' as const),
  }),
  { maxLength: 4 },
)
const observations = fc.array(
  fc.record({
    name: fc.constantFrom('alt', 'alp', 'ggt', 'bilirubin-total'),
    status: fc.constant('final' as const),
    value: fc.integer({ min: 10, max: 90 }).map((value) => ({ value, unit: 'U/L' })),
    upperLimit: fc.constant({ value: 40, unit: 'U/L' }),
    at: fc.constantFrom(...days),
  }),
  { maxLength: 5 },
)
const earlier = fc.option(
  fc.array(
    fc.record({
      product: fc.constant('ketamine-iv'),
      sessions: fc.integer({ min: 0, max: 6 }),
      from: fc.constant('2026-01-01'),
    }),
    { maxLength: 1 },
  ),
)
const worlds: fc.Arbitrary<World> = fc
  .record({ logs, statements, observations, earlier, plan: fc.constantFrom(spray, drip) })
  .map(({ logs, statements, observations, ...rest }) => ({
    ...rest,
    draft: person(statements, observations),
    logs: logs.map(
      ({ day, isGiven, more }) =>
        logOf('x', `${day}T15:00:00Z`, [
          [-90, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal' }],
          ...(isGiven ? ([[0, device]] as const) : []),
          ...more,
        ]).events,
    ),
  }))

/** The record without the whole list of what was said, or of what was measured. */
function unsent(draft: Draft, which: 'statements' | 'observations'): Draft {
  const { [which]: _gone, ...rest } = draft
  return rest
}

const wholeLists = ['statements', 'observations'] as const

function withLess(world: World, chosen: readonly number[]): { readonly what: string; readonly world: World } {
  let [what, less] = ['', world]
  for (const [turn, pick] of chosen.entries()) {
    const at = pick % Math.max(1, less.logs.length)
    const log = less.logs[at]
    const list = wholeLists[pick % 7]
    if (turn % 4 === 3) {
      what += '; what was given before'
      less = { ...less, earlier: null }
    } else if (turn % 2 === 0 && list !== undefined) {
      what += `; all ${list}`
      less = { ...less, draft: unsent(less.draft, list) }
    } else if (turn % 2 === 0 || log === undefined) {
      const next = blanked(less.draft, [pick], asOf)
      what += next.what
      less = { ...less, draft: next.draft }
    } else {
      const all = everyBlankOf(log)
      const next = all[pick % Math.max(1, all.length)]
      if (next === undefined) continue
      what += `; ${at} ${next.what}`
      less = { ...less, logs: less.logs.with(at, next.events) }
    }
  }
  return { what, world: less }
}

test('first law: with facts made unknown no rule changes sides, and no verdict gets milder', () => {
  fc.assert(
    fc.property(worlds, picks(4), (world, chosen) => {
      const { what, world: less } = withLess(world, chosen)
      expect({ what, broken: brokenBetween(less, world) }).toEqual({ what, broken: [] })
    }),
    { numRuns: 300 },
  )
})

test('first law: whichever single fact of a course is blanked', () => {
  const fine = ['alt', 'alp', 'ggt'].map((name) => ({
    name,
    status: 'final' as const,
    value: { value: 20, unit: 'U/L' },
    upperLimit: { value: 40, unit: 'U/L' },
    at: '2026-10-01',
  }))
  const logs = [
    visit(
      monday,
      [-10, askedAbout('some')],
      [30, effect('pollakiuria')],
      [200, answered('dependence-signs', 'no')],
    ),
    visit(friday, [-10, askedAbout('none')], [200, answered('cognitive-complaints', 'no')]),
  ].map(({ events }) => events)
  const draft = person(
    [
      said('urinalysis-done', 'yes', '2026-09-01'),
      said('urinary-symptoms-course', 'yes', '2026-11-21'),
      said('cognitive-complaints', 'yes', '2026-11-21'),
      said('dependence-signs', 'yes', '2026-11-21'),
    ],
    fine,
  )
  for (const plan of [spray, drip]) {
    const world: World = { draft, logs, earlier: [], plan }
    const drafts = everyBlanking(draft, asOf).map((one) => ({
      what: one.what,
      world: { ...world, draft: one.draft },
    }))
    const logged = logs.flatMap((events, at) =>
      everyBlankOf(events).map((one) => ({
        what: one.what,
        world: { ...world, logs: logs.map((log, n) => (n === at ? one.events : log)) },
      })),
    )
    const lists = wholeLists.map((list) => ({
      what: `all ${list}`,
      world: { ...world, draft: unsent(draft, list) },
    }))
    for (const { what, world: less } of [...drafts, ...logged, ...lists])
      expect({ what, broken: brokenBetween(less, world) }).toEqual({ what, broken: [] })
  }
})

test('law: the order of the logs plays no part', () => {
  fc.assert(
    fc.property(worlds, ({ draft, logs, plan }) => {
      const sessions = logs.map((events, at) => sessionOf(events, `v${at}`))
      const all = watch(draft, sessions, { plan })
      expect(watch(draft, sessions.toReversed(), { plan }).value).toEqual(all.value)
    }),
    { numRuns: 50 },
  )
})

describe('bad input', () => {
  const patient = parsed(person())
  const whole = { plan: spray, patient, sessions: [], earlier: [] }
  const refused = (question: unknown, context: Context = now) =>
    refusalOf(() => exposureWatch(question as WatchQuestion, context))

  test('is refused by name', () => {
    expect(refused(null)).toBe('bad-argument question')
    expect(refused({ ...whole, patient: person() })).toBe('not-parsed patient')
    expect(refused({ ...whole, plan: { product: 'tea' } })).toBe('unknown-product plan.product')
    expect(refused({ ...whole, sessions: undefined })).toBe('bad-argument sessions')
    expect(refused({ ...whole, sessions: [{}] })).toBe('not-parsed sessions[0]')
    expect(refused({ ...whole, stated: [{ fact: '' }] })).toBe('bad-argument stated[0]')
    expect(refused({ ...whole, windows: [-1] })).toBe('bad-argument windows[0]')
    expect(refused({ ...whole, earlier: [{ product: 'tea' }] })).toBe('unknown-product earlier[0].product')
    expect(refused(whole, { ...now, content: usScreening })).toBe('content-incomplete context.content.course')
    expect(refused(whole, { ...now, zone: 'Mars/Olympus' })).toBe('unknown-zone context.zone')
  })

  test('visits of somebody else, and dates that cannot be, are refused too: there is no watch without them', () => {
    const other = given('s1', friday, 28, { patient: 'somebody-else' })
    const known = parsed({ ...person(), id: 'this-one' })
    expect(refused({ ...whole, patient: known, sessions: [other] })).toBe(
      'another-course sessions[0].patient',
    )
    const ahead = [{ product: 'ketamine-iv', from: '2027-01-01' }]
    expect(refused({ ...whole, earlier: ahead })).toBe('start-ahead earlier[0].from')
  })
})
