/** What a log tells, as a record that rules can be held against. */
import { describe, expect, test } from 'vitest'
import { us } from '../../src/content/us.ts'
import { engineOf } from '../../src/judgement/selection.ts'
import type { Context } from '../../src/kernel/content.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { Patient } from '../../src/patient/patient.schema.ts'
import { earlierStates } from '../../src/session/open-matters.ts'
import { knownVisit, visitRecord } from '../../src/session/record.ts'
import { replaySession } from '../../src/session/replay.ts'
import type { Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { at, booked, clock, device, entry, sessionOf } from './arbitrary.ts'

const nobody: Patient = {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  observations: [],
  statements: [],
}
const plan = { product: 'esketamine-nasal', setting: 'outpatient' }

interface More {
  readonly patient?: Patient
  readonly context?: Context
  readonly earlier?: readonly SessionEvent[]
}

/** The record of a log at so many minutes of the day. */
function recordAt(minutes: number, events: readonly SessionEvent[], more: More = {}): Patient {
  const context = more.context ?? at(minutes)
  const session = sessionOf(events)
  const earlier = more.earlier === undefined ? undefined : [sessionOf(more.earlier, 'earlier')]
  const moment = momentOf(context.asOf, context.zone)
  const beside = {
    engine: engineOf(context.content, context.policy),
    plan,
    earlier: earlierStates(earlier, session, context),
  }
  return visitRecord(
    more.patient ?? nobody,
    knownVisit(replaySession(session, context), beside, moment),
    moment,
  )
}

/** The readings of one fact: value, bound or why there is none. */
function readings(record: Patient, name: string): readonly unknown[] {
  return (record.observations ?? [])
    .filter((one) => one.name === name)
    .map(
      ({ value, absent, bound }) =>
        absent ?? (bound === undefined ? value?.value : `${bound} ${value?.value}`),
    )
}

function answers(record: Patient, fact: string): readonly unknown[] {
  return (record.statements ?? [])
    .filter((one) => one.fact === fact)
    .map(({ answer, grade }) => answer ?? grade)
}

let count = 0
/** An entry at so many minutes of the day, by somebody who counts. */
function on(
  minutes: number | undefined,
  what: SessionEvent['what'],
  more: Partial<SessionEvent> = {},
): SessionEvent {
  count += 1
  const late = minutes === undefined ? { late: true as const } : {}
  return entry(`n${count}`, minutes, what, { ...late, ...more })
}

const mmHg = (value: number) => ({ value, unit: 'mm[Hg]' })
const cuff = (systolic: number, diastolic: number): Happening => ({
  type: 'vitals',
  reading: { systolic: mmHg(systolic), diastolic: mmHg(diastolic) },
})
const saturation = (value: number, onOxygen?: 'yes' | 'no' | 'unknown'): Happening => ({
  type: 'vitals',
  reading: { oxygenSaturation: { value, unit: '%' }, ...(onOxygen === undefined ? {} : { onOxygen }) },
})
const scale = (instrument: string, total?: number): Happening => ({
  type: 'scale',
  instrument,
  ...(total === undefined ? {} : { total }),
})
const said = (fact: string, answer: 'yes' | 'no' | 'unknown'): Happening => ({
  type: 'answered',
  fact,
  answer,
})
const seen = (effect: string): Happening => ({
  type: 'effect-observed',
  effect: { effect, reportedBy: 'nurse' },
})
const asked = (answer: 'none' | 'some' | 'unknown'): Happening => ({
  type: 'asked',
  about: 'side-effects',
  answer,
})

/** Two devices at 9:00 and 9:05. */
const dosed = () => [on(480, booked('esketamine-nasal', 2)), on(540, device), on(545, device)]

describe('readings', () => {
  test('the newest reading of each vital sign stands beside the record, the pressures of a cuff together', () => {
    const patient: Patient = {
      ...nobody,
      observations: [
        { name: 'heart-rate', status: 'final', value: { value: 61, unit: '/min' }, at: clock(400) },
      ],
    }
    const record = recordAt(600, [on(500, cuff(130, 80)), on(530, cuff(120, 70))], { patient })
    expect(readings(record, 'systolic-pressure')).toEqual([120])
    expect(readings(record, 'diastolic-pressure')).toEqual([70])
    expect(readings(record, 'heart-rate')).toEqual([61])
    const [high, low] = (record.observations ?? []).filter(({ name }) => name.endsWith('pressure'))
    expect(high?.group).toBe(low?.group)
    expect(high?.from).toMatch(/^n/)
    expect(high?.at).toBe(clock(530))
  })

  test('a newest reading that cannot be read, is impossible or is upside down leaves no older one in its place', () => {
    const unread: Happening = { type: 'vitals', reading: { unread: ['systolic'] } }
    for (const last of [cuff(80, 120), cuff(1200, 80), unread])
      expect(readings(recordAt(600, [on(500, cuff(130, 80)), on(530, last)]), 'systolic-pressure')).toEqual([
        'not-readable',
      ])
  })

  test('a reading without a time stays beside the newest, without one', () => {
    const record = recordAt(600, [on(500, cuff(130, 80)), on(undefined, cuff(120, 70))])
    expect(readings(record, 'systolic-pressure')).toEqual([120, 130])
    expect(record.observations?.filter((one) => one.at === undefined)).toHaveLength(2)
  })

  test.each([
    ['no', 97, 97],
    ['yes', 97, 'below 97'],
    ['unknown', 97, 'below 97'],
    [undefined, 97, 'below 97'],
    ['no', 0.97, 'not-readable'],
  ] as const)(
    'a saturation with oxygen "%s" is a value on room air, or at best that',
    (onOxygen, value, expected) => {
      expect(readings(recordAt(600, [on(500, saturation(value, onOxygen))]), 'oxygen-saturation')).toEqual([
        expected,
      ])
    },
  )
})

describe('changes of pressure', () => {
  test('from 130 before the dose to 156 after it is exactly 20 percent', () => {
    const record = recordAt(600, [on(530, cuff(130, 80)), ...dosed(), on(590, cuff(156, 96))])
    expect(readings(record, 'systolic-off-baseline')).toEqual([20])
    expect(readings(record, 'diastolic-off-baseline')).toEqual([20])
  })

  test('the baseline is the last one taken before the dose: where it cannot be read there is none', () => {
    const before = [on(500, cuff(130, 80)), on(530, cuff(80, 120))]
    const record = recordAt(600, [...before, ...dosed(), on(590, cuff(131, 80))])
    expect(readings(record, 'systolic-off-baseline')).toEqual(['unknown'])
  })

  test('before a pressure was taken after the dose nothing is known of a change', () => {
    expect(readings(recordAt(600, [on(530, cuff(130, 80)), ...dosed()]), 'systolic-off-baseline')).toEqual([
      'unknown',
    ])
  })

  test('without the time of a reading, or of the dose, nothing is known of a change', () => {
    const lost = [on(530, cuff(130, 80)), ...dosed(), on(undefined, cuff(131, 80)), on(590, cuff(131, 80))]
    expect(readings(recordAt(600, lost), 'systolic-off-baseline')).toEqual(['unknown'])
    const dose = [on(530, cuff(130, 80)), on(undefined, device), on(590, cuff(131, 80))]
    expect(readings(recordAt(600, dose), 'systolic-off-baseline')).toEqual(['unknown'])
  })

  test('two baselines of one time that differ are none, two that agree are one', () => {
    const with2 = (second: number) =>
      recordAt(600, [on(530, cuff(130, 80)), on(530, cuff(second, 80)), ...dosed(), on(590, cuff(143, 80))])
    expect(readings(with2(131), 'systolic-off-baseline')).toEqual(['unknown'])
    expect(readings(with2(130), 'systolic-off-baseline')).toEqual([10])
  })

  test('the trend is the last reading less the one before, and unknown where either cannot be read', () => {
    const trend = (...cuffs: Happening[]) =>
      readings(
        recordAt(700, [...dosed(), ...cuffs.map((one, place) => on(590 + place, one))]),
        'systolic-trend',
      )
    expect(trend(cuff(150, 90), cuff(140, 88))).toEqual([-10])
    expect(trend(cuff(140, 88))).toEqual([])
    expect(trend(cuff(130, 80), cuff(80, 120), cuff(140, 88))).toEqual(['unknown'])
  })
})

describe('scales', () => {
  const lowest = 'alertness-lowest-of-last-two'
  test.each([
    [
      'two after the dose',
      [
        [600, 5],
        [620, 5],
      ],
      [5],
    ],
    [
      'the lower of two',
      [
        [600, 4],
        [620, 5],
      ],
      [4],
    ],
    [
      'one before and one after the dose: at best that',
      [
        [530, 5],
        [600, 5],
      ],
      ['below 5'],
    ],
    ['one after the dose that is low', [[600, 3]], ['below 3']],
    [
      'two of one time confirm nothing',
      [
        [600, 5],
        [600, 5],
      ],
      ['below 5'],
    ],
    ['none after the dose', [[530, 5]], []],
    [
      'one of the two without a total',
      [
        [600, 4],
        [620, undefined],
      ],
      ['below 4'],
    ],
    [
      'a total that is none',
      [
        [600, 5],
        [620, 7],
      ],
      ['below 5'],
    ],
    [
      'neither can be read',
      [
        [600, undefined],
        [620, undefined],
      ],
      ['unknown'],
    ],
    [
      'one without a time',
      [
        [600, 5],
        [undefined, 5],
        [620, 5],
      ],
      ['unknown'],
    ],
  ] as const)('alertness of the last two checks: %s', (_name, checks, expected) => {
    const events = checks.map(([minutes, total]) => on(minutes, scale('moaas', total)))
    expect(readings(recordAt(700, [...dosed(), ...events]), lowest)).toEqual(expected)
  })

  test('RASS counts by its distance from 0, to either side', () => {
    const record = recordAt(700, [...dosed(), on(600, scale('rass', -2)), on(620, scale('rass', 1))])
    expect(readings(record, 'agitation-sedation-furthest-of-last-two')).toEqual([2])
  })

  test('dissociation is compared with the total before the dose of the same length of the scale', () => {
    const over = (...scales: readonly (readonly [number, string, number])[]) =>
      readings(
        recordAt(700, [
          ...dosed(),
          ...scales.map(([minutes, name, total]) => on(minutes, scale(name, total))),
        ]),
        'dissociation-over-baseline',
      )
    expect(over([530, 'cadss-23', 2], [600, 'cadss-23', 10])).toEqual([8])
    expect(over([530, 'cadss-23', 2], [600, 'cadss-28', 10])).toEqual(['unknown'])
    expect(over([600, 'cadss-23', 10])).toEqual(['unknown'])
    expect(over([530, 'cadss-23', 2])).toEqual(['unknown'])
    expect(over([530, 'cadss-23', 2], [600, 'cadss-23', 3], [600, 'cadss-23', 9])).toEqual([7])
  })

  test('a level of the suicide screen that is on its list is a grade, any other is unknown', () => {
    const level = (word?: string) =>
      answers(
        recordAt(600, [
          on(500, {
            type: 'scale',
            instrument: 'c-ssrs-screener',
            ...(word === undefined ? {} : { level: word }),
          }),
        ]),
        'suicide-screen-level',
      )
    expect(level('behaviour-3-months')).toEqual(['behaviour-3-months'])
    expect(level('five')).toEqual(['unknown'])
    expect(level()).toEqual(['unknown'])
  })
})

describe('clocks', () => {
  test('the time since food is counted from the newest answer, in milliseconds', () => {
    const ate = (minutes: number): Happening => ({
      type: 'answered',
      fact: 'time-since-food',
      of: clock(minutes),
    })
    const since = (...events: SessionEvent[]) => readings(recordAt(600, events), 'time-since-food')
    expect(since(on(500, ate(430)), on(510, ate(440)))).toEqual([160 * 60_000])
    // Of two at one time the later meal counts.
    expect(since(on(500, ate(430)), on(500, ate(440)))).toEqual([160 * 60_000])
    expect(since(on(500, ate(430)), on(undefined, ate(440)))).toEqual(['unknown'])
    expect(since(on(500, { type: 'answered', fact: 'time-since-food' }))).toEqual(['unknown'])
    expect(since(on(500, ate(620)))).toEqual(['unknown'])
    expect(since()).toEqual([])
  })

  test('the observation runs by the later of the two clocks, and never below 0', () => {
    const left = (minutes: number) => readings(recordAt(minutes, dosed()), 'observation-left')
    expect(left(660)).toEqual([5 * 60_000])
    expect(left(665)).toEqual([0])
    expect(left(900)).toEqual([0])
    expect(readings(recordAt(600, []), 'observation-left')).toEqual([])
  })

  test('without the time of a device nobody can tell how long the observation still runs', () => {
    expect(readings(recordAt(900, [...dosed(), on(undefined, device)]), 'observation-left')).toEqual([
      'unknown',
    ])
  })

  test('a dose that was refused leaves nothing to observe; one that was given does', () => {
    const refused: Happening = { type: 'dose-refused' }
    expect(readings(recordAt(600, [on(500, refused)]), 'observation-left')).toEqual([0])
    expect(readings(recordAt(600, [...dosed(), on(560, refused)]), 'observation-left')).toEqual([65 * 60_000])
    // Something may have come of a device that failed.
    const failed: Happening = { type: 'device-given', outcome: 'failed' }
    expect(readings(recordAt(600, [on(500, failed), on(510, refused)]), 'observation-left')).toEqual([])
  })

  test('of a device whose outcome nobody knows nothing may have come, so nothing is known to run', () => {
    const unsure: Happening = { type: 'device-given', outcome: 'unknown' }
    const left = (...given: SessionEvent[]) => readings(recordAt(600, given), 'observation-left')
    expect(left(on(540, unsure))).toEqual(['unknown'])
    expect(left(on(540, unsure), on(545, device))).toEqual([65 * 60_000])
    expect(left(on(540, device), on(545, unsure))).toEqual([65 * 60_000])
  })

  test('two hours over the night of a clock change are two hours', () => {
    // On 1 November 2026 New York goes back from 02:00 to 01:00.
    const early: SessionEvent = entry('d', 1, device, { at: '2026-11-01T00:30:00-04:00' })
    const events = [on(0, booked('esketamine-nasal', 1), { at: '2026-10-31T23:50:00-04:00' }), early]
    const left = (asOf: string) =>
      readings(recordAt(0, events, { context: { ...at(0), asOf } }), 'observation-left')
    expect(left('2026-11-01T01:30:00-04:00')).toEqual([60 * 60_000])
    expect(left('2026-11-01T01:30:00-05:00')).toEqual([0])
    expect(left('2026-11-01T02:30:00-05:00')).toEqual([0])
  })

  test('the stay a clinician asks for runs until its time', () => {
    const stay = (minutes: number): Happening => ({
      type: 'answered',
      fact: 'stay-until',
      of: clock(minutes),
    })
    const left = (minutes: number, ...events: SessionEvent[]) =>
      readings(recordAt(minutes, events), 'stay-left')
    expect(left(600, on(500, stay(630)))).toEqual([30 * 60_000])
    expect(left(640, on(500, stay(630)))).toEqual([0])
    expect(left(600, on(500, stay(630)), on(510, stay(610)))).toEqual([10 * 60_000])
    expect(left(600, on(500, { type: 'answered', fact: 'stay-until' }))).toEqual(['unknown'])
  })
})

describe('effects', () => {
  const nausea = (...events: SessionEvent[]) => answers(recordAt(700, [...dosed(), ...events]), 'open-nausea')

  test('nobody asked: nothing is known', () => {
    expect(nausea()).toEqual([])
  })

  test('seen, it is there until it was seen to be gone', () => {
    expect(nausea(on(600, seen('nausea')))).toEqual(['yes'])
    const event = on(600, seen('nausea'))
    expect(nausea(event, on(650, { type: 'effect-resolved', of: event.id }))).toEqual(['no'])
  })

  test('one course that is over does not end another', () => {
    const first = on(600, seen('nausea'))
    const gone = on(650, { type: 'effect-resolved', of: first.id })
    expect(nausea(first, on(610, seen('nausea')), gone)).toEqual(['yes'])
  })

  test.each([
    ['none, asked later', [[650, 'none']], ['no']],
    ['none, asked at the same time', [[600, 'none']], ['yes']],
    ['none, asked before', [[590, 'none']], ['yes']],
    ['an answer nobody knows', [[650, 'unknown']], ['unknown']],
    ['some, without saying which', [[650, 'some']], ['yes']],
    ['none at a time nobody can tell', [[undefined, 'none']], ['unknown']],
  ] as const)('seen at 10:00, and %s', (_name, asks, expected) => {
    expect(
      nausea(on(600, seen('nausea')), ...asks.map(([minutes, answer]) => on(minutes, asked(answer)))),
    ).toEqual(expected)
  })

  test('never seen, it is as the last answer says', () => {
    expect(nausea(on(600, asked('some')), on(650, asked('none')))).toEqual(['no'])
    expect(nausea(on(600, asked('none')), on(650, asked('some')))).toEqual(['unknown'])
  })

  test('an effect that nobody can place may be any of them', () => {
    expect(nausea(on(600, asked('none')), on(610, seen('no-such-effect')))).toEqual(['unknown'])
    expect(nausea(on(600, asked('none')), on(610, seen('other')))).toEqual(['no'])
  })
})

describe('answers', () => {
  test('the newest answer of each question passes through, with who gave it and where it stands', () => {
    const record = recordAt(600, [
      on(500, said('oriented', 'no')),
      on(510, said('oriented', 'yes'), { by: 'chaperone', id: 'asked-again' }),
    ])
    expect(record.statements?.filter(({ fact }) => fact === 'oriented')).toEqual([
      { fact: 'oriented', answer: 'yes', at: clock(510), by: 'patient', from: 'asked-again' },
    ])
  })

  test('what the log works out by itself nobody answers', () => {
    const record = recordAt(600, [
      ...dosed(),
      on(590, said('required-observations-done', 'yes')),
      on(590, said('screening-open', 'no')),
      on(590, said('administration-running', 'yes')),
    ])
    expect(answers(record, 'required-observations-done')).toEqual(['unknown'])
    expect(answers(record, 'screening-open')).toEqual([])
    expect(answers(record, 'administration-running')).toEqual(['no'])
  })

  test('a pump that runs is told, and one of which an entry has lost its time is not', () => {
    const started: Happening = { type: 'infusion-started' }
    const stopped: Happening = { type: 'infusion-stopped', why: 'complete' }
    const running = (...events: SessionEvent[]) => answers(recordAt(600, events), 'administration-running')
    expect(running(on(500, started))).toEqual(['yes'])
    expect(running(on(500, started), on(540, stopped))).toEqual(['no'])
    expect(running(on(500, started), on(undefined, stopped))).toEqual(['unknown'])
  })

  test('a record without lists does not become whole by a visit', () => {
    const bare: Patient = { format: 'ketamine-treatment/patient/1', record: 'active' }
    const record = recordAt(600, [on(500, cuff(130, 80)), on(500, said('oriented', 'yes'))], {
      patient: bare,
    })
    expect(record.incomplete).toEqual(['observations'])
    // Asked only where it is on record: of a record without statements nobody knows.
    expect(answers(record, 'suicide-risk-assessed')).toEqual(['unknown'])
    expect(answers(recordAt(600, []), 'suicide-risk-assessed')).toEqual([])
  })
})

describe('what an earlier visit left open', () => {
  const tests = { death: 'no', lifeThreatening: 'no', hospitalisation: 'no', disability: 'no' } as const
  const mild = { ...tests, congenitalAnomaly: 'no', interventionNeeded: 'no', otherImportant: 'no' } as const
  const effect = (serious?: object): Happening => ({
    type: 'effect-observed',
    effect: { effect: 'nausea', reportedBy: 'nurse', ...(serious === undefined ? {} : { serious }) },
  })
  const referred: Happening = { type: 'referred', to: 'cardiology' }
  const open = (earlier: readonly SessionEvent[], now: readonly SessionEvent[] = []) =>
    answers(recordAt(600, now, { earlier }), 'earlier-matter-open')

  test('a referral, an admission, a transfer or a serious effect holds until it was reviewed', () => {
    for (const what of [referred, { type: 'admitted' }, { type: 'transferred', to: 'ward' }] as const)
      expect(open([on(100, what)])).toEqual(['yes'])
    expect(open([on(100, effect({ ...mild, hospitalisation: 'yes' }))])).toEqual(['yes'])
  })

  test('an effect of which nobody said how serious it was may be serious', () => {
    expect(open([on(100, effect())])).toEqual(['unknown'])
    expect(open([on(100, effect({ ...mild, death: 'unknown' }))])).toEqual(['unknown'])
    expect(open([on(100, effect(mild))])).toEqual(['no'])
  })

  test('a review names the entry or the visit, in either log, and lies after it', () => {
    const matter = on(100, referred)
    const review = (minutes: number | undefined, of: string) => on(minutes, { type: 'reviewed', of })
    expect(open([matter, review(110, matter.id)])).toEqual(['no'])
    for (const of of [matter.id, 'earlier', `earlier/${matter.id}`])
      expect(open([matter], [review(500, of)])).toEqual(['no'])
    expect(open([matter], [review(90, matter.id)])).toEqual(['yes'])
    expect(open([matter], [review(undefined, matter.id)])).toEqual(['unknown'])
    expect(open([matter], [review(500, 'another')])).toEqual(['yes'])
  })

  test('where no earlier visit was handed in, an answer counts', () => {
    expect(
      answers(recordAt(600, [on(500, said('earlier-matter-open', 'no'))]), 'earlier-matter-open'),
    ).toEqual(['no'])
    expect(open([on(100, referred)], [on(500, said('earlier-matter-open', 'no'))])).toContain('yes')
  })
})

test('every fact that is written is one the pack knows', () => {
  const known = new Set(us.facts.map(({ id }) => id))
  const record = recordAt(700, [
    on(530, cuff(130, 80)),
    on(531, scale('moaas', 5)),
    on(531, scale('rass', 0)),
    on(531, scale('cadss-23', 0)),
    on(532, scale('aldrete', 10)),
    on(532, scale('padss', 10)),
    ...dosed(),
    on(590, cuff(131, 80)),
    on(600, seen('nausea')),
    on(601, { type: 'rescue-given', what: 'Ondansetron' }),
    on(602, { type: 'requested', actions: ['monitor-longer'] }),
  ])
  const written = [
    ...(record.observations ?? []).map(({ name }) => name),
    ...(record.statements ?? []).map(({ fact }) => fact),
  ]
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter((fact) => !known.has(fact))).toEqual([])
})
