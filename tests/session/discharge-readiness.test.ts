/** What stands before the door. */
import { describe, expect, test } from 'vitest'
import { allCodes } from '../../src/kernel/codes.ts'
import type { MonitoringSchedule } from '../../src/kernel/content.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import { dischargeReadiness } from '../../src/session/discharge-readiness.ts'
import type { Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { parsed } from '../screening/arbitrary.ts'
import { answered, at, decided, home, scripts, withMore, without } from './asked.ts'
import { sessionOf, type Visit } from './visits.ts'

const { nasalHome, ivHome } = scripts

const criterion = (visit: Visit, rule: string) => home(visit).value.criteria.find((one) => one.rule === rule)
const metOf = (visit: Visit, rule: string) => criterion(visit, rule)?.met
const cuff = (systolic: number, diastolic: number): Happening => ({
  type: 'vitals',
  reading: { systolic: { value: systolic, unit: 'mm[Hg]' }, diastolic: { value: diastolic, unit: 'mm[Hg]' } },
})
const isScale = (name: string) => (what: SessionEvent['what']) =>
  what.type === 'scale' && what.instrument === name
const isVitals = (what: SessionEvent['what']) => what.type === 'vitals'

describe('a visit with every criterion met', () => {
  test.each([
    ['nasal', nasalHome],
    ['intravenous', ivHome],
  ])('is ready for the door: %s', (_name, visit) => {
    const { value, verdict } = home(visit)
    expect(value).toMatchObject({ ready: 'yes', unmet: [], earliestRecheck: null })
    expect(value.criteria.every(({ met }) => met === 'yes')).toBe(true)
    expect(['caution', 'no-finding']).toContain(verdict)
  })
})

const answers = [
  ['release/orientation', 'oriented'],
  ['release/gait', 'steady-gait'],
  ['release/nausea', 'nausea-settled'],
  ['release/mental-state', 'mental-state-rechecked'],
  ['release/suicide-risk', 'suicide-risk-rechecked'],
  ['release/written-advice', 'written-advice-given'],
] as const

describe.each([
  ...answers.flatMap(([rule, fact]) => [nasalHome, ivHome].map((visit) => ({ rule, fact, visit }))),
  { rule: 'release/breathing', fact: 'breathing-normal', visit: nasalHome },
  { rule: 'release/breathing-ketamine', fact: 'breathing-normal', visit: ivHome },
  { rule: 'release/stable', fact: 'clinically-stable', visit: nasalHome },
  { rule: 'release/stable-ketamine', fact: 'clinically-stable', visit: ivHome },
  { rule: 'release/way-home', fact: 'escort-here', visit: nasalHome },
  { rule: 'release/way-home-ketamine', fact: 'escort-here', visit: ivHome },
])('$rule for $visit.plan.product', ({ rule, fact, visit }) => {
  test('answered yes it is met, answered no it stands, not answered nobody knows', () => {
    expect(metOf(visit, rule)).toBe('yes')
    expect(criterion(answered(visit, fact, 'no'), rule)).toMatchObject({ met: 'no', why: 'stands' })
    const silent = home(answered(visit, fact, undefined))
    expect(silent.value.ready).toBe('unknown')
    expect(silent.value.unmet).toEqual([
      expect.objectContaining({
        rule,
        met: 'unknown',
        why: 'never-recorded',
        missing: expect.arrayContaining([fact]),
      }),
    ])
  })
})

test('arrangements are told apart from how the person is', () => {
  const kinds = home(ivHome).value.criteria.filter(({ kind }) => kind === 'arrangement')
  expect(kinds.map(({ rule }) => rule)).toEqual(['release/way-home-ketamine', 'release/written-advice'])
})

describe('time', () => {
  const devices = nasalHome.events.filter(({ what }) => what.type === 'device-given').map(({ id }) => id)

  test('both clocks are shown, and the later one counts', () => {
    const early = home(at(nasalHome, '2026-11-24T11:02:00-05:00'))
    const [first = '', second = ''] = devices
    expect(early.value.clocks).toEqual({
      firstDevice: { event: first, at: '2026-11-24T09:01:00-05:00', minutes: 121 },
      lastDevice: { event: second, at: '2026-11-24T09:06:00-05:00', minutes: 116 },
      start: { event: first, at: '2026-11-24T09:01:00-05:00', minutes: 121 },
      end: { event: second, at: '2026-11-24T09:06:00-05:00', minutes: 116 },
    })
    expect(early.value).toMatchObject({ ready: 'no', earliestRecheck: '2026-11-24T11:06:00-05:00' })
    const observation = early.value.criteria.find(({ rule }) => rule === 'release/observation')
    expect(observation).toMatchObject({ met: 'no', opensAt: '2026-11-24T11:06:00-05:00' })
    expect(metOf(at(nasalHome, '2026-11-24T11:05:59-05:00'), 'release/observation')).toBe('no')
    expect(metOf(at(nasalHome, '2026-11-24T11:06:00-05:00'), 'release/observation')).toBe('yes')
  })

  test('without the time of a device the clocks say so, and nobody is ready', () => {
    const lost: Visit = {
      ...nasalHome,
      events: nasalHome.events.map(({ at: time, ...event }) =>
        event.id === devices[1] ? event : { ...event, at: time },
      ),
    } as Visit
    const { value } = home(lost)
    expect(Object.keys(value.clocks.lastDevice ?? {})).toEqual(['event'])
    expect(value.ready).toBe('unknown')
    expect(value.unmet.find(({ rule }) => rule === 'release/observation')?.opensAt).toBeUndefined()
  })

  test('no documented decision lifts the two hours of the label', () => {
    const early = at(nasalHome, '2026-11-24T11:02:00-05:00')
    const overrides = [decided(home(early), 'release/observation')]
    expect(home(early, { overrides }).value.ready).toBe('no')
  })

  test('over the night the clocks go back, two hours are two hours', () => {
    const shift = (event: SessionEvent): SessionEvent => {
      if (event.id === 'd1') return { ...event, at: '2026-11-01T00:30:00-04:00' }
      return event
    }
    const device: SessionEvent = {
      id: 'd1',
      sequence: 1,
      recorder: 'ward',
      by: 'nurse',
      source: 'person',
      what: { type: 'device-given', outcome: 'complete' },
    }
    const visit = (asOf: string): Visit => ({ ...at(nasalHome, asOf), events: [shift(device)], stated: [] })
    const observation = (asOf: string) => criterion(visit(asOf), 'release/observation')
    // 01:30 comes twice: after one hour, and after two.
    expect(observation('2026-11-01T01:30:00-04:00')).toMatchObject({
      met: 'no',
      opensAt: '2026-11-01T01:30:00-05:00',
    })
    expect(observation('2026-11-01T01:30:00-05:00')?.met).toBe('yes')
    // The tasks count days of the calendar.
    expect(
      home(visit('2026-11-01T01:30:00-05:00')).value.tasks.find(({ kind }) => kind === 'form')?.due,
    ).toBe('2026-11-08')
  })
})

describe('what was not observed is not known', () => {
  test('nobody was given anything: nothing is known', () => {
    const nothing = without(ivHome, (what) => what.type.startsWith('infusion-'))
    expect(home(nothing).value.ready).toBe('unknown')
    expect(criterion(nothing, 'release/observation-ketamine')).toMatchObject({
      met: 'unknown',
      why: 'never-recorded',
    })
    expect(home(nothing).value).toMatchObject({ clocks: {}, tasks: [] })
  })

  test('a dose that was refused leaves no observation to wait for', () => {
    const refused = withMore(
      without(ivHome, (what) => what.type.startsWith('infusion-')),
      { type: 'dose-refused' },
    )
    expect(metOf(refused, 'release/observation-ketamine')).toBe('yes')
    expect(metOf(refused, 'release/required-observations')).toBe('yes')
  })

  test('while the pump runs nobody leaves', () => {
    const running = without(ivHome, (what) => what.type === 'infusion-stopped')
    expect(metOf(running, 'release/administration-running')).toBe('no')
    expect(home(running).value.ready).toBe('no')
  })

  test('an observation the schedule requires and nobody took is unknown, whatever anybody says', () => {
    const required: MonitoringSchedule = {
      id: 'one-reading',
      label: 'One reading',
      products: ['ketamine-iv'],
      jurisdictions: ['us'],
      effective: { from: '2019-03-05' },
      slots: [
        {
          id: 'at-30',
          anchor: 'end',
          at: { value: 30, unit: 'min' },
          early: { value: 5, unit: 'min' },
          late: { value: 5, unit: 'min' },
          missed: { value: 10, unit: 'min' },
          observe: ['blood-pressure'],
          required: true,
          sources: [],
        },
      ],
      observation: [{ anchor: 'end', minimum: { value: 120, unit: 'min' }, sources: [] }],
      certainty: 'S',
      sources: [],
    }
    const { content } = ivHome.context
    if (content.session === undefined) throw new Error('the pack comes with the tables of a visit')
    const watched = markParsed({ ...content, session: { ...content.session, schedules: [required] } })
    const visit: Visit = { ...ivHome, context: { ...ivHome.context, content: watched } }
    expect(metOf(visit, 'release/required-observations')).toBe('yes')
    // 15:10 is 30 minutes after the end.
    const missed = {
      ...visit,
      events: visit.events.filter(
        ({ at: time, what }) => !(isVitals(what) && time === '2026-12-02T15:10:00-05:00'),
      ),
    }
    const said = withMore(missed, { type: 'answered', fact: 'required-observations-done', answer: 'yes' })
    expect(metOf(said, 'release/required-observations')).toBe('unknown')
    expect(home(said).value.ready).toBe('unknown')
  })
})

describe('how the person is', () => {
  const anew = (visit: Visit, ...readings: readonly Happening[]) => withMore(visit, ...readings)

  test.each([
    ['exactly 20 percent above', 156, 96, 'yes'],
    ['a little more than 20 percent', 157, 96, 'no'],
    ['exactly 20 percent below', 104, 64, 'yes'],
    ['more than 20 percent below', 103, 64, 'no'],
  ])('pressure against 130/80 before the dose: %s', (_name, systolic, diastolic, met) => {
    expect(metOf(anew(ivHome, cuff(systolic, diastolic)), 'release/pressure-off-baseline')).toBe(met)
  })

  test('a pressure that was last not readable is unknown', () => {
    const unread: Happening = { type: 'vitals', reading: { unread: ['systolic', 'diastolic'] } }
    for (const rule of [
      'release/pressure-off-baseline',
      'release/pressure-high',
      'release/pressure-rising-ketamine',
    ])
      expect(metOf(anew(ivHome, unread), rule)).toBe('unknown')
  })

  test('a pressure written down without its partner leaves the other open, and no older one stands in', () => {
    const alone: Happening = { type: 'vitals', reading: { systolic: { value: 124, unit: 'mm[Hg]' } } }
    for (const rule of ['release/pressure-high', 'release/pressure-off-baseline'])
      expect(metOf(anew(ivHome, alone), rule)).toBe('unknown')
    expect(home(anew(ivHome, alone)).value.ready).not.toBe('yes')
  })

  test('a pressure that rises again stands', () => {
    expect(metOf(ivHome, 'release/pressure-rising-ketamine')).toBe('yes')
    expect(metOf(anew(ivHome, cuff(150, 88)), 'release/pressure-rising-ketamine')).toBe('no')
  })

  test('alertness counts at the last two checks, by either scale', () => {
    const silent = without(ivHome, isScale('moaas'))
    const moaas = (total: number): Happening => ({ type: 'scale', instrument: 'moaas', total })
    const rass = (total: number): Happening => ({ type: 'scale', instrument: 'rass', total })
    const earlier = (what: Happening) => ({ what, at: '2026-12-02T16:30:00-05:00' })
    expect(metOf(silent, 'release/alertness')).toBe('unknown')
    expect(metOf(withMore(silent, moaas(5)), 'release/alertness')).toBe('unknown')
    expect(metOf(withMore(silent, earlier(moaas(5)), moaas(5)), 'release/alertness')).toBe('yes')
    expect(metOf(withMore(silent, earlier(moaas(4)), moaas(5)), 'release/alertness')).toBe('no')
    expect(metOf(withMore(silent, earlier(rass(0)), rass(0)), 'release/alertness')).toBe('yes')
    expect(metOf(withMore(silent, earlier(rass(0)), rass(-1)), 'release/alertness')).toBe('no')
    expect(metOf(withMore(ivHome, earlier(rass(0)), rass(1)), 'release/alertness')).toBe('no')
  })

  test('an effect that was seen has to be seen to be gone', () => {
    const seen = withMore(
      without(ivHome, (what) => what.type === 'asked'),
      { type: 'effect-observed', effect: { effect: 'dissociation', reportedBy: 'nurse' } },
    )
    expect(metOf(seen, 'release/open-dissociation')).toBe('no')
    expect(
      metOf(
        without(ivHome, (what) => what.type === 'asked'),
        'release/open-vomiting',
      ),
    ).toBe('unknown')
  })

  test('a score the site does not use is not asked for; one that is too low stands', () => {
    const silent = without(ivHome, isScale('aldrete'))
    expect(metOf(silent, 'release/aldrete')).toBe('yes')
    expect(
      metOf(withMore(silent, { type: 'scale', instrument: 'aldrete', total: 8 }), 'release/aldrete'),
    ).toBe('no')
    expect(metOf(withMore(silent, { type: 'scale', instrument: 'aldrete' }), 'release/aldrete')).toBe(
      'unknown',
    )
  })

  test('a saturation with oxygen is none on room air', () => {
    const silent = without(ivHome, isVitals)
    const read = (value: number, onOxygen?: 'yes' | 'no') =>
      metOf(
        withMore(silent, {
          type: 'vitals',
          reading: {
            oxygenSaturation: { value, unit: '%' },
            ...(onOxygen === undefined ? {} : { onOxygen }),
          },
        }),
        'release/saturation',
      )
    expect([read(97, 'no'), read(93, 'no'), read(97, 'yes'), read(93, 'yes'), read(97)]).toEqual([
      'yes',
      'no',
      'unknown',
      'no',
      'unknown',
    ])
  })
})

describe('a longer stay', () => {
  const without_ = without(ivHome, (what) => what.type === 'answered' && what.fact === 'stay-until')
  const until = (of: string): Happening => ({ type: 'answered', fact: 'stay-until', of })

  test('where no source gives minutes, the time of a clinician is asked for and waited for', () => {
    const open = home(without_)
    expect(open.value).toMatchObject({ ready: 'unknown', extendedBy: ['release/stay-rescue'] })
    expect(criterion(without_, 'release/stay-rescue')).toMatchObject({
      met: 'unknown',
      missing: ['stay-left'],
    })
    const waiting = home(withMore(without_, until('2026-12-02T17:30:00-05:00')))
    expect(waiting.value).toMatchObject({
      ready: 'no',
      extendedBy: ['release/stay-set', 'release/stay-rescue'],
      earliestRecheck: '2026-12-02T17:30:00-05:00',
    })
    const over = home(withMore(without_, until('2026-12-02T16:45:00-05:00')))
    expect(over.value).toMatchObject({ ready: 'yes', extendedBy: [] })
  })

  test('what the screening asks for extends it, and without a screening nobody knows', () => {
    const asked = withMore(
      without(without_, (what) => what.type === 'rescue-given'),
      { type: 'requested', actions: ['monitor-longer'] },
    )
    expect(home(asked).value.extendedBy).toEqual(['release/stay-requested'])
    expect(home(ivHome, { screening: null }).value.extendedBy).toEqual([])
    expect(home(without_, { screening: null }).value.extendedBy).toEqual([
      'release/stay-rescue',
      'release/stay-requested',
    ])
  })
})

describe('the way home', () => {
  test('without an escort, where the site lets people leave so, time decides once it is long enough', () => {
    const { policy } = ivHome.context
    const number = { value: 120, unit: 'min', reason: 'One clinic allows it after two hours.' }
    const lenient = markParsed({ ...policy, numbers: { ...policy.numbers, 'leaving-alone-after': number } })
    const site = { ...ivHome, context: { ...ivHome.context, policy: lenient } }
    const alone = answered(
      withMore(site, { type: 'answered', fact: 'departure-arranged', answer: 'yes' }),
      'escort-here',
      'no',
    )
    // 120 minutes after the end at 14:40.
    expect(metOf(alone, 'release/way-home-ketamine')).toBe('yes')
    const early = at(
      withMore(answered(at(site, '2026-12-02T16:20:00-05:00'), 'escort-here', 'no'), {
        type: 'answered',
        fact: 'departure-arranged',
        answer: 'yes',
      }),
      '2026-12-02T16:20:00-05:00',
    )
    expect(criterion(early, 'release/way-home-ketamine')).toMatchObject({
      met: 'no',
      opensAt: '2026-12-02T16:40:00-05:00',
    })
  })
})

describe('what is left to be done', () => {
  test('the form of the REMS is due a week of civil days after the dose, advice on driving has no hour', () => {
    const { tasks } = home(nasalHome).value
    expect(tasks.find(({ kind }) => kind === 'form')).toMatchObject({ due: '2026-12-01', asked: 'yes' })
    expect(
      tasks
        .filter(({ kind }) => kind === 'advice')
        .every(({ due }) => due === undefined || due.length === 10),
    ).toBe(true)
    expect(tasks.map(({ due = '9' }) => due)).toEqual(tasks.map(({ due = '9' }) => due).toSorted())
  })

  test('where the time of the dose is lost, the task stays and its day does not', () => {
    const lost: Visit = {
      ...nasalHome,
      events: nasalHome.events.filter(({ what }) => what.type !== 'device-given'),
    }
    const device: SessionEvent = {
      id: 'late',
      sequence: 1,
      recorder: 'paper',
      late: true,
      by: 'nurse',
      source: 'person',
      what: { type: 'device-given', outcome: 'complete' },
    }
    const form = home({ ...lost, events: [...lost.events, device] }).value.tasks.find(
      ({ kind }) => kind === 'form',
    )
    expect(form?.asked).toBe('yes')
    expect(form?.due).toBeUndefined()
  })
})

test('an override of a criterion holds a minute later', () => {
  const silent = answered(ivHome, 'nausea-settled', 'no')
  const overrides = [decided(home(silent), 'release/nausea')]
  const later = home(at(silent, '2026-12-02T16:49:00-05:00'), { overrides })
  expect(later.value).toMatchObject({ ready: 'yes', unmet: [] })
  expect(later.verdict).toBe('caution')
})

test('what was odd in the log is listed with the decision, by codes that are known', () => {
  const codes = home(withMore(ivHome, { type: 'effect-resolved', of: 'nothing' })).issues.map(
    ({ code }) => code,
  )
  expect(codes).toContain('resolved-nothing')
  const known = new Set<string>(allCodes.map(({ code }) => code))
  expect(codes.filter((code) => !known.has(code))).toEqual([])
})

test('the record of a person who has died has no criteria', () => {
  const { value } = home({ ...ivHome, draft: { ...ivHome.draft, record: 'deceased' } })
  expect(value).toMatchObject({ ready: 'no', criteria: [], unmet: [] })
})

test('a plan for another product than was booked is refused', () => {
  const question = {
    session: sessionOf(ivHome.events),
    patient: parsed(ivHome.draft),
    plan: { product: 'esketamine-nasal' },
  }
  expect(() => dischargeReadiness(question, ivHome.context)).toThrow('plan.product')
})

test('an effect written down in words of its own keeps the person until it was seen to be gone', () => {
  const effect = { effect: 'other', text: 'a rash on both arms', reportedBy: 'nurse' } as const
  const seen = withMore(ivHome, { type: 'effect-observed', effect })
  expect(metOf(seen, 'release/open-other')).toBe('no')
  expect(home(seen).value.ready).toBe('no')
  expect(JSON.stringify(home(seen))).not.toContain('rash')
})

test.each(['clinically-stable', 'breathing-normal', 'mental-state-rechecked', 'suicide-risk-rechecked'])(
  '%s is for a professional to say: the word of the person leaves it open',
  (fact) => {
    const what: Happening = { type: 'answered', fact, answer: 'yes' }
    const silent = answered(ivHome, fact, undefined)
    expect(home(withMore(silent, { what, by: 'nurse' })).value.ready).toBe('yes')
    expect(home(withMore(silent, { what, by: 'patient' })).value.ready).toBe('unknown')
    expect(home(withMore(silent, { what: { ...what, answer: 'no' }, by: 'patient' })).value.ready).toBe('no')
  },
)
