import { describe, expect, test } from 'vitest'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { ketamineIvTwiceWeekly } from '../../src/content/protocols/ketamine-iv.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import type { MissedOption, MissedOptions, MissedQuestion } from '../../src/course/change-shape.ts'
import type { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import {
  at,
  changed,
  daysFrom,
  decided,
  patient,
  phq,
  planned,
  read,
  recording,
  scores,
  stored,
  told,
  visits,
} from './change-desk.ts'
import { booking, given, logOf } from './visits.ts'

const course = planned({ preferences: { intervals: { maintenance: 'every-2-weeks' } } })
const weekly = planned()

const ask = (question: Partial<MissedQuestion>, asOf: string): Decision<MissedOptions> =>
  missedSessionOptions({ course, patient, sessions: [], scores: [], ...question }, at(asOf))

const offers = ({ value }: Decision<MissedOptions>) =>
  value.options.map(({ option, offered, to }) => `${option} ${offered} ${to?.interval ?? '-'}`)
const rules = ({ findings }: Decision<unknown>) => findings.map(({ rule, truth }) => `${rule.id} ${truth}`)

describe('a session missed in the first four weeks', () => {
  const sessions = visits(course, '2026-12-03', ['s3'])
  const found = ask({ sessions }, '2026-12-04')

  test('the schedule is kept, as the maker says; the other ways are shown as open', () => {
    expect(found.value.missed).toEqual(['s3'])
    expect(offers(found)).toEqual(['continue by-protocol -', 're-induce protocol-silent twice-weekly'])
    expect(rules(found)).toContain('missed/keep-schedule yes')
    expect(rules(found)).not.toContain('missed/without-rule yes')
  })

  test('keeping it moves nothing and adds nothing', () => {
    const [keep] = found.value.options
    expect(keep?.changes).toEqual([])
    expect(told(keep?.future ?? course)).toEqual(told(course))
    expect(keep?.sources.map(({ source }) => source)).toContain('JNJ-MISS')
    expect(keep?.gap).toMatchObject({ days: 4, standing: 'studied' })
  })

  test('beginning anew shows eight sessions, then the weekly ones, from the next place of the pattern', () => {
    const anew = found.value.options.at(-1)
    const days = daysFrom(anew?.future ?? course, '2026-12-05')
    expect(days.slice(0, 9)).toEqual([
      '2026-12-07',
      '2026-12-10',
      '2026-12-14',
      '2026-12-17',
      '2026-12-21',
      '2026-12-24',
      '2026-12-28',
      '2026-12-31',
      '2027-01-04',
    ])
    expect(anew?.changes.length).toBeGreaterThan(4)
    expect(stored(anew?.future ?? course)).toEqual(anew?.future)
  })
})

describe('a session missed in maintenance, every two weeks', () => {
  // s13 on 18 January 2027, s14 on 1 February, s15 on 15 February, which is missed.
  const sessions = visits(course, '2027-02-01')
  const when = '2027-02-22'
  const before = phq(6, '2027-02-01')
  const judgement = (word: 'better' | 'same' | 'worse', on = '2027-02-22T10:00:00-05:00') => ({
    word,
    at: on,
    by: 'dr-lee',
  })

  test('a step back to weekly is shown for worse depression, and the rest is open', () => {
    const found = ask({ sessions }, when)
    expect(found.value.missed).toEqual(['s15'])
    expect(offers(found)).toEqual([
      'step-back if-worse weekly',
      'continue protocol-silent -',
      're-induce protocol-silent twice-weekly',
    ])
    const [back] = found.value.options
    expect(daysFrom(back?.future ?? course, '2027-02-20').slice(0, 4)).toEqual([
      '2027-03-01',
      '2027-03-08',
      '2027-03-15',
      '2027-03-22',
    ])
    // As far as it was planned before.
    expect(daysFrom(back?.future ?? course, '2027-02-20').at(-1)).toBe(daysFrom(course, '2027-02-20').at(-1))
    expect(back?.changes.filter(({ kind }) => kind === 'interval').length).toBeGreaterThan(1)
    const keep = found.value.options[1]
    expect(keep?.changes).toEqual([])
  })

  test.each([
    { scored: 12, word: 'worse', worse: 'yes' },
    { scored: 6, word: 'same', worse: 'no' },
    { scored: 5, word: 'better', worse: 'no' },
    { scored: 12, word: 'better', worse: 'yes' },
    { scored: 5, word: 'worse', worse: 'yes' },
    // Worse by less than the smallest published change.
    { scored: 7, word: 'same', worse: 'unknown' },
    { scored: 7, word: 'worse', worse: 'yes' },
  ] as const)(
    'a PHQ-9 from 6 to $scored, and the clinician says $word: worse is $worse',
    ({ scored, word, worse }) => {
      const list = scores(before, phq(scored, '2027-02-22'))
      const found = ask({ sessions, scores: list, judgement: judgement(word) }, when)
      expect(found.value.worse).toBe(worse)
      const finding = found.findings.find(({ rule }) => rule.id === 'missed/worse')
      expect(finding?.truth ?? 'no').toBe(worse)
      expect(found.value.judgement).toEqual(judgement(word))
    },
  )

  test('a score and a judgement that contradict one another are both told', () => {
    const list = scores(before, phq(12, '2027-02-22'))
    const found = ask({ sessions, scores: list, judgement: judgement('better') }, when)
    expect(found.conflicts).toMatchObject([
      {
        fact: 'depression-worse-in-gap',
        counted: { answer: 'yes', from: 'scores' },
        against: [{ from: 'judgement' }],
      },
    ])
  })

  test.each([
    { name: 'no score at all', list: [] },
    { name: 'only the score from before', list: scores(before) },
    { name: 'a score without a date', list: scores(before, phq(12)) },
    { name: 'a score older than the site lets speak', list: scores(before, phq(12, '2027-02-05')) },
    { name: 'no list', list: undefined },
  ])('with $name nothing is claimed, whatever the clinician says', ({ list }) => {
    const found = missedSessionOptions(
      {
        course,
        patient,
        sessions,
        judgement: judgement('worse'),
        ...(list === undefined ? {} : { scores: list }),
      },
      at(when),
    )
    expect(found.value.worse).toBe('unknown')
    expect(rules(found)).toContain('missed/worse unknown')
    expect(found.missing.map(({ fact }) => fact)).toContain('depression-worse-in-gap')
    expect(found.findings.map(({ rule }) => rule.id)).toContain('missed/no-recent-score')
  })

  test.each([
    { name: 'left out', said: undefined },
    { name: 'from before the last dose', said: judgement('same', '2027-02-01T08:00:00-05:00') },
    { name: 'too old', said: judgement('worse', '2027-02-03T10:00:00-05:00') },
    { name: 'dated ahead', said: judgement('worse', '2027-02-23T10:00:00-05:00') },
  ])('with a stable score a judgement that is $name leaves the question open', ({ said }) => {
    const list = scores(before, phq(6, '2027-02-22'))
    const found = ask({ sessions, scores: list, ...(said === undefined ? {} : { judgement: said }) }, when)
    expect(found.value.worse).toBe('unknown')
  })

  test('looking back, a score dated ahead is set aside', () => {
    const list = scores(before, phq(12, '2027-02-22'))
    const whole = scores(before, phq(12, '2027-02-22'), phq(0, '2027-02-23'), phq(3, '2027-03-01'))
    const asked = (some: typeof list) => ask({ sessions, scores: some, judgement: judgement('worse') }, when)
    expect(asked(whole)).toEqual(asked(list))
    expect(asked(whole).value.worse).toBe('yes')
  })

  test('a judgement dated ahead is told', () => {
    const found = ask({ sessions, judgement: judgement('worse', '2027-02-23T10:00:00-05:00') }, when)
    expect(found.issues).toContainEqual({ code: 'event-ahead', path: 'judgement.at', severity: 'set-aside' })
  })

  test('three weeks lie between the gaps that were studied, five are beyond them', () => {
    const three = ask({ sessions }, '2027-02-22')
    expect(three.value.gap).toMatchObject({ days: 21, standing: 'between' })
    expect(three.value.gap.studied.map(({ id }) => id)).toEqual(['every-2-weeks', 'every-4-weeks'])
    expect(rules(three)).toContain('missed/gap-between-studied yes')
    const five = ask({ sessions }, '2027-03-08')
    expect(five.value.gap).toMatchObject({ days: 35, standing: 'beyond' })
    expect(rules(five)).toEqual(
      expect.arrayContaining(['missed/gap-beyond-studied yes', 'missed/lapse-28-days yes']),
    )
  })

  test('28 days are no lapse yet, 29 are', () => {
    expect(rules(ask({ sessions }, '2027-03-01'))).not.toContain('missed/lapse-28-days yes')
    expect(rules(ask({ sessions }, '2027-03-02'))).toContain('missed/lapse-28-days yes')
  })
})

test('a lapse is held against the phase of the last dose, wherever the way on leads', () => {
  // The last dose was given in maintenance, where 14 and 28 days were studied; of induction it is 3 to 4 days.
  const sessions = visits(weekly, '2027-02-01')
  const found = ask({ course: weekly, sessions }, '2027-02-17')
  expect(found.value.gap).toMatchObject({ days: 16, standing: 'between' })
  expect(found.value.options.map(({ to }) => to?.phase)).toEqual(['induction', undefined, 'induction'])
  for (const { gap } of found.value.options) {
    expect(gap.days).toBeGreaterThanOrEqual(16)
    expect(gap.standing).toBe('between')
    expect(gap.studied.map(({ id }) => id)).toEqual(['every-2-weeks', 'every-4-weeks'])
  }
  expect(rules(found)).toContain('missed/gap-between-studied yes')
  // After a last dose in induction five days are beyond what was studied there.
  const early = ask({ sessions: visits(weekly, '2026-12-03'), course: weekly }, '2026-12-09')
  expect(early.value.gap).toMatchObject({ days: 6, standing: 'beyond' })
  expect(rules(early)).toContain('missed/gap-beyond-studied yes')
})

test('a dose outside the plan stands in the phase the course was in', () => {
  const sessions = [...visits(weekly, '2027-01-25'), given('extra', '2027-01-28T15:00:00Z', 56)]
  const found = ask({ course: weekly, sessions }, '2027-02-10')
  expect(found.value.gap).toMatchObject({ days: 13, standing: 'between' })
})

describe('a weekly session missed: one step back is twice a week, in the phase that has it', () => {
  const sessions = visits(weekly, '2027-02-01')
  const when = '2027-02-13'
  const found = ask({ course: weekly, sessions }, when)
  const [back] = found.value.options
  const anew = found.value.options.find(({ option }) => option === 're-induce')
  if (back === undefined || anew === undefined) throw new Error('not offered')
  const ahead = (one: MissedOption) =>
    (one.future ?? weekly).sessions.filter(({ status, place }) => status !== 'cancelled' && place.day >= when)
  const done = changed(weekly, sessions, decided(recording(back), when), when)

  test('is shown without a length: as far as the course was planned, and nothing after it', () => {
    expect(found.value.missed).toEqual(['s16'])
    expect(back).toMatchObject({
      option: 'step-back',
      offered: 'if-worse',
      to: { phase: 'induction', interval: 'twice-weekly' },
    })
    expect(back.text).toContain('a review decides')
    expect(new Set(ahead(back).map(({ phase }) => phase))).toEqual(new Set(['induction']))
    const last = daysFrom(weekly, when).at(-1) ?? ''
    expect(daysFrom(back.future ?? weekly, when).slice(0, 3)).toEqual([
      '2027-02-15',
      '2027-02-18',
      '2027-02-22',
    ])
    expect(
      daysFrom(back.future ?? weekly, when)
        .at(-1)
        ?.slice(0, 7),
    ).toBe(last.slice(0, 7))
    // A new induction is something else: eight sessions, and the weekly ones after them.
    expect(
      ahead(anew)
        .map(({ phase }) => phase)
        .slice(0, 13),
    ).toEqual([
      ...Array.from({ length: 8 }, () => 'induction'),
      ...Array.from({ length: 4 }, () => 'optimisation'),
      'maintenance',
    ])
    expect({ ...done, decisions: [] }).toEqual(back.future)
  })

  test('brings no second review of four weeks, and no score for one', () => {
    const after = forecastCourse({ course: done, sessions }, at(when))
    if (!after.ok) throw new Error(after.error.code)
    expect(after.value.checkpoints.filter(({ id }) => id === 'benefit').length).toBe(1)
    const reviews = ({ assessments }: Course) =>
      assessments.filter(({ assessment, status }) => assessment.startsWith('score') && status === 'planned')
    expect(reviews(done).filter(({ id }) => id.endsWith('-2'))).toEqual([])
  })

  test('a session missed in it is none of the first four weeks', () => {
    const logs = visits(done, '2027-02-18', ['s16'])
    const next = ask({ course: done, sessions: logs }, '2027-02-25')
    const missed = done.sessions.find(
      ({ place, status }) => place.day === '2027-02-22' && status !== 'cancelled',
    )
    expect(next.value.missed).toEqual([missed?.id])
    expect(rules(next).filter((one) => one.startsWith('missed/keep-schedule'))).toEqual([])
    expect(rules(next)).toContain('missed/without-rule yes')
    expect(next.value.options.map(({ option, offered }) => `${option} ${offered}`)).toEqual([
      'continue protocol-silent',
      're-induce protocol-silent',
    ])
  })

  test('and ends by a decision: back to the interval of the phase it came from', () => {
    const id = done.sessions.find(({ place }) => place.day === '2027-02-22')?.id ?? ''
    const weeks = changed(
      done,
      sessions,
      decided({ kind: 'interval', session: id, interval: 'weekly' }, when),
      when,
    )
    const later = weeks.sessions.filter(({ status, place }) => status !== 'cancelled' && place.day >= when)
    expect(later.map(({ phase, place }) => `${phase} ${place.day}`).slice(0, 4)).toEqual([
      'induction 2027-02-15',
      'induction 2027-02-18',
      'maintenance 2027-02-22',
      'maintenance 2027-03-01',
    ])
    const more = changed(done, sessions, decided({ kind: 'extend', sessions: 2 }, when), when)
    expect(more.sessions.slice(-2).map(({ phase }) => phase)).toEqual(['induction', 'induction'])
  })
})

test('going on in an open phase whose plan has run out lays it on', () => {
  const short = planned({ horizon: { sessions: 14 } })
  const sessions = visits(short, '2027-01-18')
  const found = ask({ course: short, sessions }, '2027-02-02')
  expect(found.value.missed).toEqual(['s14'])
  const on = found.value.options.find(({ option }) => option === 'continue')
  const days = daysFrom(on?.future ?? short, '2027-02-02')
  expect(days.slice(0, 3)).toEqual(['2027-02-08', '2027-02-15', '2027-02-22'])
  // As long as the policy lays out a phase without an end.
  expect(days.length).toBe(usStartingPolicy.numbers['open-phase-weeks']?.value)
  expect(on?.gap.days).toBe(21)
})

test('a missed infusion of six: made up at the end, not made up, begun anew, and none is picked', () => {
  const iv = planned({ protocol: ketamineIvTwiceWeekly })
  const sessions = visits(iv, '2026-12-03', ['s3'], 'ketamine-iv')
  const found = ask({ course: iv, sessions }, '2026-12-04')
  expect(found.value.missed).toEqual(['s3'])
  expect(found.value.options.map(({ option, offered, makesUp }) => [option, offered, makesUp])).toEqual([
    ['continue', 'protocol-silent', true],
    ['continue', 'protocol-silent', false],
    ['re-induce', 'protocol-silent', undefined],
  ])
  const [on, as] = found.value.options
  expect(as?.changes).toEqual([])
  expect(told(as?.future ?? iv)).toEqual(told(iv))
  expect(as?.toRecord).toEqual({
    kind: 'missed',
    session: 's3',
    option: 'continue',
    to: null,
    makesUp: false,
  })
  expect(on?.text).not.toBe(as?.text)
  expect(told(on?.future ?? iv)).toEqual([...told(iv), 's7 twice-weekly 2026-12-14 09:00'])
  expect(on?.changes.filter(({ kind }) => kind !== 'assessment')).toEqual([
    { kind: 'added', of: 's7', before: null, after: '2026-12-14 09:00' },
  ])
  expect(rules(found)).toContain('missed/without-rule-ketamine yes')
})

test('a session missed in the weekly weeks: where nothing is said of making up, it is shown at their end too, and the rest shifts', () => {
  const sessions = visits(weekly, '2026-12-21')
  const found = ask({ course: weekly, sessions }, '2027-01-02')
  expect(found.value.missed).toEqual(['s10'])
  expect(offers(found)).toEqual([
    'step-back if-worse twice-weekly',
    'continue protocol-silent -',
    'continue protocol-silent -',
    're-induce protocol-silent twice-weekly',
  ])
  const on = found.value.options[1]?.future ?? weekly
  const phases = on.sessions
    .filter(({ status, place }) => status !== 'cancelled' && place.day >= '2027-01-02')
    .map(({ phase, place }) => `${phase} ${place.day}`)
  expect(phases.slice(0, 4)).toEqual([
    'optimisation 2027-01-04',
    'optimisation 2027-01-11',
    'optimisation 2027-01-18',
    'maintenance 2027-01-25',
  ])
  expect(daysFrom(on, '2027-01-02')).toEqual(daysFrom(weekly, '2027-01-02'))
})

test('two missed sessions are one question, and both are made up', () => {
  const iv = planned({ protocol: ketamineIvTwiceWeekly })
  const sessions = visits(iv, '2026-12-07', ['s3', 's4'], 'ketamine-iv')
  const found = ask({ course: iv, sessions }, '2026-12-08')
  expect(found.value.missed).toEqual(['s3', 's4'])
  expect(found.value.options[0]?.toRecord).toEqual({
    kind: 'missed',
    session: 's4',
    option: 'continue',
    to: null,
    makesUp: true,
  })
  expect(daysFrom(found.value.options[0]?.future ?? iv, '2026-12-11')).toEqual(['2026-12-14', '2026-12-17'])
})

test('a way that cannot be laid out says why, and the others are shown all the same', () => {
  const closed = planned({ closures: [{ id: 'rebuilding', from: '2026-12-18', to: '2026-12-23' }] })
  const sessions = visits(closed, '2026-12-10', ['s3'])
  const { options } = ask({ course: closed, sessions }, '2026-12-11').value
  const anew = options.find(({ option }) => option === 're-induce')
  expect(anew).toMatchObject({ future: null, changes: [], fault: { code: 'plan-infeasible' } })
  expect(anew?.fault && 'conflict' in anew.fault && anew.fault.conflict.map(({ id }) => id)).toContain(
    'closure/rebuilding',
  )
  expect(anew?.gap).toMatchObject({ days: null, standing: 'unknown' })
  expect(options[0]?.future).not.toBeNull()
  if (anew === undefined) throw new Error('not offered')
  const decision = decided(recording(anew), '2026-12-11')
  expect(applyCourseDecision({ course: closed, sessions, decision }, at('2026-12-11'))).toEqual({
    ok: false,
    error: anew.fault,
  })
})

test('a course for pain meets no row for depression', () => {
  const [pain] = painProtocols
  if (pain === undefined) throw new Error('no protocol')
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  const slots = days.map((weekday) => ({ weekday, time: '09:00' }))
  const one = planned({ protocol: pain, pattern: { slots } })
  const found = ask({ course: one, sessions: [] }, '2027-11-20')
  expect(found.value.missed.length).toBeGreaterThan(0)
  expect(found.findings).toEqual([])
  expect(found.value.options.length).toBeGreaterThan(0)
})

test('where nothing was missed nothing is offered, and nothing found', () => {
  const found = ask({ sessions: visits(course, '2026-12-03') }, '2026-12-04')
  expect(found.value).toMatchObject({ missed: [], options: [] })
  expect(found.verdict).toBe('no-finding')
})

test('a session of which the log leaves open whether it counts leaves open whether one was missed', () => {
  const sessions = [
    ...visits(course, '2026-12-03', ['s4']),
    logOf('s4', '2026-12-03T14:00:00-05:00', [
      [-60, booking('s4', '2026-12-03T14:00:00-05:00', 56)],
      [-20, { type: 'arrived' }],
      [0, { type: 'device-given', outcome: 'unknown' }],
      [125, { type: 'left' }],
    ]),
  ]
  const found = ask({ sessions }, '2026-12-04')
  expect(found.value.missed).toEqual([])
  expect(rules(found)).toContain('missed/no-recent-score unknown')
})

test('a gap that goes on is never too short: until it is as long as one that was studied nothing is said of it', () => {
  const sessions = visits(weekly, '2027-01-18')
  const found = ask({ course: weekly, sessions }, '2027-01-20')
  expect(found.value.missed).toEqual([])
  expect(found.value.gap).toEqual({ days: 2, standing: 'unknown', studied: [] })
  expect(found.verdict).toBe('no-finding')
})

test('a dose nobody can place may have been the session that was missed: nothing is said of its phase', () => {
  // Booked as no session: a device was given, or not, and nobody wrote down when.
  const untimed = logOf(null, '2027-02-08T14:00:00Z', [
    [null, booking(null, '2027-02-08T14:00:00Z', 56, { untimed: true })],
    [null, { type: 'device-given', outcome: 'unknown' }],
  ])
  const sessions = visits(weekly, '2027-02-01')
  const known = ask({ course: weekly, sessions }, '2027-02-13')
  const open = ask({ course: weekly, sessions: [...sessions, untimed] }, '2027-02-13')
  const found = ({ findings }: Decision<unknown>) =>
    findings.find(({ rule }) => rule.id === 'missed/no-recent-score')
  expect(found(known)?.truth).toBe('yes')
  expect(found(open)?.truth).toBe('unknown')
})

test('a first session that was missed has no gap behind it', () => {
  const found = ask({ sessions: [] }, '2026-11-26')
  expect(found.value.missed).toEqual(['s1'])
  expect(found.value.gap).toMatchObject({ days: null, standing: 'unknown' })
  expect(rules(found).filter((one) => one.includes('gap') || one.includes('lapse'))).toEqual([])
})

test('of a record that is not that of a living person only that is said', () => {
  const dead = read({ format: 'ketamine-treatment/patient/1', record: 'deceased' })
  const found = ask({ patient: dead, sessions: visits(course, '2026-12-03', ['s3']) }, '2026-12-04')
  expect(found.verdict).toBe('contraindicated')
  expect(found.value.options).toEqual([])
})

test('what a record itself says under these names is not read', () => {
  const said = read({
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    statements: [
      { fact: 'course-session-missed', answer: 'no', at: '2026-12-04T09:00:00-05:00', by: 'clinician' },
    ],
  })
  const found = ask({ patient: said, sessions: visits(course, '2026-12-03', ['s3']) }, '2026-12-04')
  expect(rules(found)).toContain('missed/keep-schedule yes')
})

describe('what cannot be read is refused', () => {
  const refusal = (question: object, asOf = '2026-12-04') => {
    try {
      missedSessionOptions({ course, patient, sessions: [], ...question }, at(asOf))
      return 'answered'
    } catch (thrown) {
      return thrown instanceof Error && 'code' in thrown && 'path' in thrown
        ? `${String(thrown.code)} ${String(thrown.path)}`
        : 'thrown'
    }
  }
  test.each([
    ['a course that never came through the door', { course: { ...course } }, 'not-parsed course'],
    ['a person who never did', { patient: {} }, 'not-parsed patient'],
    ['sessions that are no list', { sessions: 5 }, 'bad-argument sessions'],
    ['scores that are no list', { scores: 'phq' }, 'bad-argument scores'],
    [
      'a word no judgement has',
      { judgement: { word: 'bad', at: '2026-12-04T09:00:00Z', by: 'x' } },
      'bad-argument judgement.word',
    ],
    ['a judgement without a date', { judgement: { word: 'worse', by: 'x' } }, 'bad-argument judgement'],
    [
      'a judgement dated by the day',
      { judgement: { word: 'worse', at: '2026-12-04', by: 'x' } },
      'bad-argument judgement.at',
    ],
    [
      'a visit of another course',
      { sessions: [given('s1', '2026-11-23T14:00:00Z', 56, { course: 'another' })] },
      'another-course sessions[0]',
    ],
  ])('%s', (_name, question, says) => {
    expect(refusal(question)).toBe(says)
  })

  test('a log of another person, also where the course does not say whose it is', () => {
    const person = read({
      format: 'ketamine-treatment/patient/1',
      record: 'active',
      id: 'p1',
      statements: [],
    })
    const visit = given('s1', course.sessions[0]?.place.at ?? '', 56, { patient: 'p2' })
    expect(() => ask({ patient: person, sessions: [visit] }, '2026-12-04')).toThrow(
      expect.objectContaining({ code: 'another-course', path: 'sessions[0]' }),
    )
  })

  test('a judgement that runs a getter, with the path of its member', () => {
    const judgement = Object.defineProperty({ at: '2026-12-04T10:00:00Z', by: 'dr-lee' }, 'word', {
      get: () => 'worse',
      enumerable: true,
    })
    expect(() => ask({ judgement: judgement as never }, '2026-12-04')).toThrow(
      expect.objectContaining({ path: 'judgement.word' }),
    )
  })

  test('a person who is not the one of the course', () => {
    const of = planned({
      patient: read({
        format: 'ketamine-treatment/patient/1',
        id: 'a',
        record: 'active',
        birthDate: '1980-01-01',
      }),
    })
    expect(
      refusal({
        course: of,
        patient: read({ format: 'ketamine-treatment/patient/1', id: 'b', record: 'active' }),
      }),
    ).toBe('another-course patient')
  })
})
