/** What stands before the start of a session. */
import { describe, expect, test } from 'vitest'
import { contentIncomplete } from '../../src/kernel/codes.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { screen } from '../../src/screening/screen.ts'
import type { SessionEvent } from '../../src/session/session.schema.ts'
import { startReadiness } from '../../src/session/start-readiness.ts'
import { parsed } from '../screening/arbitrary.ts'
import { answered, at, decided, scripts, start, withMore, without } from './asked.ts'
import { sessionOf, type Visit } from './visits.ts'

const { nasalStart, ivStart } = scripts

const gateOf = (visit: Visit, rule: string) => start(visit).value.gates.find((gate) => gate.rule === rule)

describe('a visit with every gate met', () => {
  test.each([
    ['nasal', nasalStart],
    ['intravenous', ivStart],
  ])('is ready: %s', (_name, visit) => {
    const { value, verdict } = start(visit)
    expect(value.ready).toBe('yes')
    expect(value.gates.every(({ met }) => met === 'yes')).toBe(true)
    expect(value.open).toEqual([])
    expect(value.earliest).toBe(visit.context.asOf)
    expect(['caution', 'no-finding']).toContain(verdict)
  })
})

const nasalGates = [
  ['gates/rems-enrolment', 'rems-patient-enrolled'],
  ['gates/rems-setting', 'rems-setting-certified'],
  ['gates/consent', 'consent-on-file'],
  ['gates/prescriber-on-site', 'prescriber-on-site'],
  ['gates/oximeter', 'pulse-oximeter-at-hand'],
  ['gates/direct-observation', 'observed-by-professional'],
  ['gates/counselling', 'counselled'],
  ['gates/product-in-hand-esketamine', 'product-in-hand'],
  ['gates/medicines-reviewed', 'medicines-reviewed-today'],
  ['gates/mental-state', 'mental-state-assessed'],
] as const

const ivGates = [
  ['gates/consent', 'consent-on-file'],
  ['gates/pump-iv', 'pump-checked'],
  ['gates/staff-injection', 'staff-present'],
  ['gates/airway-injection', 'resuscitation-ready'],
  ['gates/oximeter-injection', 'pulse-oximeter-at-hand'],
  ['gates/product-in-hand', 'product-in-hand'],
] as const

describe.each([
  ...nasalGates.map(([rule, fact]) => ({ rule, fact, visit: nasalStart })),
  ...ivGates.map(([rule, fact]) => ({ rule, fact, visit: ivStart })),
])('$rule for $visit.plan.product', ({ rule, fact, visit }) => {
  test('answered yes it is met, answered no it stands, not answered nobody knows', () => {
    expect(gateOf(visit, rule)?.met).toBe('yes')
    const no = answered(visit, fact, 'no')
    expect(gateOf(no, rule)).toMatchObject({ met: 'no', why: 'stands' })
    expect(start(no).value).toMatchObject({ ready: 'no', open: expect.arrayContaining([rule]) })
    const silent = answered(visit, fact, undefined)
    expect(gateOf(silent, rule)).toMatchObject({ met: 'unknown', why: 'never-recorded', missing: [fact] })
    expect(start(silent).value.ready).toBe('unknown')
  })
})

describe('questions that speak against the plan', () => {
  test.each([
    ['functional/no-escort', 'no-escort', nasalStart],
    ['functional/capacity-today', 'cannot-consent-or-follow', nasalStart],
  ] as const)('%s: a yes stands, and nobody asked is unknown', (rule, fact, visit) => {
    expect(gateOf(answered(visit, fact, 'yes'), rule)?.met).toBe('no')
    expect(gateOf(answered(visit, fact, 'no'), rule)?.met).toBe('yes')
  })

  test('the suicide screen holds at its high levels until a clinician assessed the risk', () => {
    const screened = (level: string) =>
      withMore(
        without(nasalStart, (what) => what.type === 'scale' && what.instrument === 'c-ssrs-screener'),
        { type: 'scale', instrument: 'c-ssrs-screener', level },
      )
    expect(start(screened('none')).value.ready).toBe('yes')
    expect(start(screened('4')).value.ready).toBe('no')
    expect(start(screened('no-such-level')).value.ready).toBe('unknown')
    const assessed = withMore(screened('4'), {
      type: 'answered',
      fact: 'suicide-risk-assessed',
      answer: 'yes',
    })
    expect(gateOf(assessed, 'gates/suicide-screen-4')?.met).toBe('yes')
  })
})

describe('gates of time', () => {
  const eaten = (of: string): Visit =>
    withMore(
      without(nasalStart, (what) => what.type === 'answered' && what.fact === 'time-since-food'),
      { type: 'answered', fact: 'time-since-food', of },
    )

  test.each([
    ['exactly two hours ago', '2026-11-24T07:00:30-05:00', 'yes', undefined],
    ['a second less', '2026-11-24T07:00:31-05:00', 'no', '2026-11-24T09:00:31-05:00'],
    ['ten minutes ago', '2026-11-24T08:50:30-05:00', 'no', '2026-11-24T10:50:30-05:00'],
  ])('food %s', (_name, of, met, opensAt) => {
    const { value } = start(eaten(of))
    expect(value.gates.find(({ rule }) => rule === 'gates/food')).toMatchObject({
      met,
      ...(opensAt === undefined ? {} : { opensAt }),
    })
    expect(value.earliest).toBe(opensAt ?? nasalStart.context.asOf)
    // Time alone meets it: it is not among what else is open.
    expect(value.open).toEqual([])
    if (opensAt === undefined) return
    expect(start(at(eaten(of), opensAt)).value.gates.find(({ rule }) => rule === 'gates/food')?.met).toBe(
      'yes',
    )
  })

  test('the later of two waits is the earliest start', () => {
    const both = withMore(eaten('2026-11-24T07:30:30-05:00'), {
      what: { type: 'answered', fact: 'time-since-clear-liquids', of: '2026-11-24T08:55:00-05:00' },
    })
    const { value } = start(both)
    expect(value.gates.find(({ rule }) => rule === 'gates/liquids')?.opensAt).toBe(
      '2026-11-24T09:25:00-05:00',
    )
    expect(value.earliest).toBe('2026-11-24T09:30:30-05:00')
  })

  test('where nobody knows when the last meal was, nothing is said of the earliest start', () => {
    const silent = without(nasalStart, (what) => what.type === 'answered' && what.fact === 'time-since-food')
    const { value } = start(silent)
    expect(value).toMatchObject({ ready: 'unknown', earliest: null, open: ['gates/food'] })
  })

  test('a pressure that has grown too old asks for a new one, and no time opens it', () => {
    const later = start(at(nasalStart, '2026-11-24T09:10:00-05:00')).value
    const pressure = later.gates.find(({ rule }) => rule === 'blood-pressure/raised-session')
    expect(pressure).toMatchObject({ met: 'unknown', why: 'stale' })
    expect(pressure?.opensAt).toBeUndefined()
    expect(later.open).toContain('blood-pressure/raised-session')
  })

  test('a fatty meal waits longer than a light one, and time settles both whatever the answer is', () => {
    const ate = withMore(answered(ivStart, 'last-meal-light', undefined), {
      type: 'answered',
      fact: 'time-since-food',
      of: '2026-12-02T06:50:00-05:00',
    })
    const { value } = start(ate)
    const fatty = value.gates.find(({ rule }) => rule === 'gates/fatty-food-injection')
    expect(fatty).toMatchObject({ met: 'unknown', opensAt: '2026-12-02T14:50:00-05:00' })
  })
})

describe('the screening', () => {
  const patient = parsed(nasalStart.draft)
  const screening = screen({ patient, plan: nasalStart.plan }, nasalStart.context)

  test.each([
    ['contraindicated', 'no'],
    ['hold', 'no'],
    ['indeterminate', 'unknown'],
    ['caution', 'yes'],
    ['no-finding', 'yes'],
  ] as const)('a verdict of %s leaves the start at %s', (verdict, ready) => {
    expect(start(nasalStart, { screening: { ...screening, verdict } }).value.ready).toBe(ready)
  })

  test('without a screening, or with one of another pack, nobody knows', () => {
    const none = start(nasalStart, { screening: null })
    expect(none.value.ready).toBe('unknown')
    expect(none.value.open).toContain('gates/screening')
    expect(none.missing.map(({ fact }) => fact)).toContain('screening-open')
    const content = { id: 'eu', version: '1' }
    const other = { ...screening, provenance: { ...screening.provenance, content } }
    expect(start(nasalStart, { screening: other }).value.ready).toBe('unknown')
  })

  test('a screening grows old', () => {
    const provenance = { ...screening.provenance, asOf: '2026-11-23T08:00:00-05:00' }
    const gate = start(nasalStart, { screening: { ...screening, provenance } }).value.gates.find(
      ({ rule }) => rule === 'gates/screening',
    )
    expect(gate).toMatchObject({ met: 'unknown', why: 'stale' })
  })

  test('nobody answers for it', () => {
    const said = withMore(nasalStart, { type: 'answered', fact: 'screening-open', answer: 'no' })
    expect(start(said, { screening: { ...screening, verdict: 'hold' } }).value.ready).toBe('no')
    expect(start(said, { screening: null }).value.ready).toBe('unknown')
  })

  test('what it asks for becomes part of the visit', () => {
    const bare = parsed({ format: 'ketamine-treatment/patient/1', record: 'active' })
    const finding = screen({ patient: bare, plan: nasalStart.plan }, nasalStart.context).findings[0]
    if (finding === undefined) throw new Error('of a bare record much is open')
    const action = { kind: 'document', code: 'setting-resuscitation-ready' } as const
    const asking = (truth: 'yes' | 'unknown') => ({
      ...screening,
      findings: [{ ...finding, truth, actions: [action] }],
    })
    const unready = answered(nasalStart, 'resuscitation-ready', 'no')
    expect(start(unready, { screening: { ...screening, findings: [] } }).value.ready).toBe('yes')
    const { value } = start(unready, { screening: asking('yes') })
    expect(value.ready).toBe('no')
    expect(value.requests).toEqual([
      { action: action.code, fact: 'resuscitation-requested', asked: 'yes', by: [finding.rule.id] },
    ])
    expect(start(unready, { screening: asking('unknown') }).value.ready).toBe('unknown')
    const requested = withMore(unready, { type: 'requested', actions: [action.code] })
    expect(start(requested, { screening: { ...screening, findings: [] } }).value.ready).toBe('no')
  })

  test('what is no decision is refused', () => {
    for (const wrong of [
      {},
      { ...screening, verdict: 'fine' },
      { ...screening, findings: [{}] },
      7,
    ] as never[])
      expect(() => start(nasalStart, { screening: wrong })).toThrow(Refusal)
  })
})

describe('overrides', () => {
  test('a documented decision lifts a gate, marked, and leaves a caution behind', () => {
    const visit = answered(nasalStart, 'counselled', 'no')
    const decision = start(visit)
    const lifted = start(visit, { overrides: [decided(decision, 'gates/counselling')] })
    expect(lifted.value.ready).toBe('yes')
    expect(lifted.value.open).toEqual([])
    expect(lifted.value.gates.find(({ rule }) => rule === 'gates/counselling')).toMatchObject({
      met: 'no',
      overridden: true,
    })
    expect(lifted.verdict).toBe('caution')
  })

  test('it holds while only time goes on, and lapses with a new answer', () => {
    const eaten = withMore(nasalStart, {
      type: 'answered',
      fact: 'time-since-food',
      of: '2026-11-24T08:00:00-05:00',
    })
    const overrides = [decided(start(eaten), 'gates/food')]
    expect(start(eaten, { overrides }).value.ready).toBe('yes')
    expect(start(at(eaten, '2026-11-24T09:03:00-05:00'), { overrides }).value.ready).toBe('yes')
    const again = withMore(at(eaten, '2026-11-24T09:03:00-05:00'), {
      type: 'answered',
      fact: 'time-since-food',
      of: '2026-11-24T08:30:00-05:00',
    })
    const lapsed = start(again, { overrides })
    expect(lapsed.value.ready).toBe('no')
    expect(lapsed.issues.map(({ code }) => code)).toContain('override-lapsed')
  })
})

describe('what stands whatever is answered', () => {
  test('an earlier visit with an open matter holds this one until it was reviewed', () => {
    const event: SessionEvent = {
      id: 'ref',
      at: '2026-11-17T10:00:00-05:00',
      sequence: 1,
      recorder: 'ward',
      by: 'nurse',
      source: 'person',
      what: { type: 'referred', to: 'cardiology' },
    }
    expect(start(nasalStart, { earlier: [event] }).value.ready).toBe('no')
    const reviewed = withMore(nasalStart, { type: 'reviewed', of: 'ref' })
    expect(start(reviewed, { earlier: [event] }).value.ready).toBe('yes')
  })

  test.each(['cancelled', 'no-show', 'aborted', 'left'] as const)(
    'a visit that is over (%s) does not start',
    (type) => {
      const { value } = start(withMore(nasalStart, { type }))
      expect(value).toMatchObject({ ready: 'no', earliest: null })
    },
  )

  test('the record of a person who has died has no gates', () => {
    const { value, verdict } = start({ ...nasalStart, draft: { ...nasalStart.draft, record: 'deceased' } })
    expect(value).toMatchObject({ ready: 'no', gates: [], earliest: null, open: ['record/deceased'] })
    expect(verdict).toBe('contraindicated')
  })
})

describe('arguments', () => {
  const question = {
    session: sessionOf(nasalStart.events),
    patient: parsed(nasalStart.draft),
    plan: nasalStart.plan,
  }

  test('the session of another person, and a plan for another product than was booked, are refused', () => {
    const session = markParsed({ ...question.session, patient: 'somebody-else' })
    const patient = markParsed({ ...question.patient, id: 'this-one' })
    expect(() => startReadiness({ ...question, session, patient }, nasalStart.context)).toThrow(
      'session.patient',
    )
    const plan = { product: 'ketamine-iv' }
    expect(() => startReadiness({ ...question, plan }, nasalStart.context)).toThrow('plan.product')
    const earlier = [markParsed({ ...sessionOf([], 'e'), patient: 'somebody-else' })]
    expect(() => startReadiness({ ...question, patient, earlier }, nasalStart.context)).toThrow(
      'earlier.patient',
    )
  })

  test.each([
    [[{ fact: '', truth: 'yes' }]],
    [[{ fact: 'consent-on-file', truth: true }]],
    [[{ fact: 'consent-on-file', truth: 'yes', at: 'today' }]],
    [[{ fact: 'consent-on-file', truth: 'yes', by: 'somebody' }]],
    [{}],
  ] as never[])('answers that are none are refused: %j', (stated) => {
    expect(() => startReadiness({ ...question, stated }, nasalStart.context)).toThrow('stated')
  })

  test('an answer without a time cannot be placed, and one by nobody does not count for the plan', () => {
    const put = (stated: Visit['stated']) => gateOf({ ...nasalStart, stated }, 'gates/consent')?.met
    const rest = nasalStart.stated.filter(({ fact }) => fact !== 'consent-on-file')
    const at = nasalStart.context.asOf
    expect(put([...rest, { fact: 'consent-on-file', truth: 'yes', at, by: 'clinician' }])).toBe('yes')
    expect(put([...rest, { fact: 'consent-on-file', truth: 'yes', by: 'clinician' }])).toBe('unknown')
    expect(put([...rest, { fact: 'consent-on-file', truth: 'yes', at }])).toBe('unknown')
    expect(put(rest)).toBe('unknown')
  })

  test('a pack without the tables of a visit is refused by name', () => {
    const { session: _session, ...lean } = nasalStart.context.content
    const context = { ...nasalStart.context, content: markParsed(lean) }
    expect(() => startReadiness(question, context)).toThrow(contentIncomplete.code)
  })

  test('records that did not come through the door are refused', () => {
    const plain = { ...question.session } as never
    expect(() => startReadiness({ ...question, session: plain }, nasalStart.context)).toThrow('not-parsed')
    expect(() => startReadiness(undefined as never, nasalStart.context)).toThrow(Refusal)
  })
})

test('the same record twice gives the same bytes, and nothing handed in is changed', () => {
  const before = JSON.stringify(nasalStart.events)
  expect(JSON.stringify(start(nasalStart))).toBe(JSON.stringify(start(nasalStart)))
  expect(JSON.stringify(nasalStart.events)).toBe(before)
})

describe('a start that is none', () => {
  test.each(['transferred', 'admitted'] as const)('of somebody who was %s', (type) => {
    const what = type === 'transferred' ? { type, to: 'intensive care' } : { type }
    const { value, verdict } = start(withMore(scripts.nasalStart, what))
    expect([value.ready, value.earliest, verdict]).toEqual(['no', null, 'hold'])
  })

  test('of a visit in which something was given already', () => {
    const { value, verdict } = start(scripts.ivHome)
    expect([value.ready, value.earliest, verdict]).toEqual(['no', null, 'hold'])
  })

  test('in a setting the product is not given in is refused, and so is a plan for another setting than booked', () => {
    const remote = { ...scripts.nasalStart.plan, setting: 'remote' }
    const booked = scripts.nasalStart.events.map((event) => {
      if (event.what.type !== 'booked') return event
      return { ...event, what: { ...event.what, setting: 'remote' as const } }
    })
    expect(() => start({ ...scripts.nasalStart, plan: remote })).toThrow('bad-argument at plan.setting')
    expect(() => start({ ...scripts.nasalStart, plan: remote, events: booked })).toThrow(
      'not-in-product-table at plan.setting',
    )
  })

  test('on the screening of another product is refused', () => {
    const patient = parsed({ format: 'ketamine-treatment/patient/1', record: 'active' })
    const screening = screen({ patient, plan: { product: 'ketamine-oral' } }, scripts.nasalStart.context)
    expect(screening.findings.length).toBeGreaterThan(0)
    expect(() => start(scripts.nasalStart, { screening })).toThrow('bad-argument at screening')
  })
})

test('an earlier visit of which nothing was written down tells nothing, and takes back no word of a clinician', () => {
  const silent = answered(scripts.nasalStart, 'earlier-matter-open', undefined)
  expect(start(silent, { earlier: [] }).value.ready).toBe('unknown')
  const said = answered(scripts.nasalStart, 'earlier-matter-open', 'yes')
  expect(start(said, { earlier: scripts.nasalHome.events }).value.ready).toBe('no')
})
