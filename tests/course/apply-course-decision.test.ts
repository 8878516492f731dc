import { describe, expect, test } from 'vitest'
import { ketamineIvTwiceWeekly } from '../../src/content/protocols/ketamine-iv.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import type { Course, CourseDecision } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import type { Session } from '../../src/session/session.schema.ts'
import {
  at,
  changed,
  daysFrom,
  decided,
  patient,
  planned,
  recording,
  stored,
  told,
  visits,
} from './change-desk.ts'

const course = planned()
const words = ({ sessions }: Course, ids: readonly string[]) =>
  sessions
    .filter(({ id }) => ids.includes(id))
    .map(({ id, status, revision }) => `${id} ${status} ${revision}`)

const fault = (decision: object, when = '2026-12-04', one = course, sessions = visits(one, '2026-12-03')) => {
  const applied = applyCourseDecision(
    { course: one, sessions, decision: decision as CourseDecision },
    at(when),
  )
  return applied.ok ? 'applied' : `${applied.error.code} ${applied.error.path}`
}

describe('a missed session', () => {
  const sessions = visits(course, '2026-12-03', ['s3'])
  const { options } = missedSessionOptions({ course, patient, sessions, scores: [] }, at('2026-12-04')).value

  test.each(options.map((one) => [one.option, one] as const))(
    'the course after %s is recorded is the one that was shown',
    (_name, option) => {
      const decision = decided(recording(option), '2026-12-04')
      const done = changed(course, sessions, decision, '2026-12-04')
      expect({ ...done, decisions: [] }).toEqual(option.future)
      expect(done.decisions).toEqual([decision])
      expect(stored(done)).toEqual(done)
      const again = missedSessionOptions({ course: done, patient, sessions, scores: [] }, at('2026-12-04'))
      expect(again.value.missed).toEqual([])
    },
  )

  test('what was given stays, what goes is cancelled and kept, what comes is new', () => {
    const anew = options.find(({ option }) => option === 're-induce')
    if (anew === undefined) throw new Error('not offered')
    const done = changed(course, sessions, decided(recording(anew), '2026-12-04'), '2026-12-04')
    expect(words(done, ['s1', 's2', 's3', 's4'])).toEqual([
      's1 regular 0',
      's2 regular 0',
      's3 regular 0',
      's4 regular 0',
    ])
    // Each keeps its id where its day stays, and counts up where it moves into another phase.
    expect(words(done, ['s5', 's9'])).toEqual(['s5 regular 0', 's9 regular 1'])
    const ids = done.sessions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(course.sessions.every(({ id }) => ids.includes(id))).toBe(true)
    const live = done.sessions.filter(({ status }) => status !== 'cancelled')
    expect(live.map(({ number }) => number)).toEqual(live.map((_, place) => place + 1))
  })

  describe('whether it is made up, where the protocol leaves that open', () => {
    const iv = planned({ protocol: ketamineIvTwiceWeekly })
    const infusions = visits(iv, '2026-12-03', ['s3'], 'ketamine-iv')
    const keep = { kind: 'missed', session: 's3', option: 'continue' } as const
    const recorded = (more: object) =>
      told(changed(iv, infusions, decided({ ...keep, ...more }, '2026-12-04'), '2026-12-04'))

    test('is as the decision has it, and no session is added by saying nothing', () => {
      expect(recorded({ makesUp: true })).toEqual([...told(iv), 's7 twice-weekly 2026-12-14 09:00'])
      expect(recorded({ makesUp: false })).toEqual(told(iv))
      expect(recorded({})).toEqual(told(iv))
      const done = changed(iv, infusions, decided({ ...keep, makesUp: true }, '2026-12-04'), '2026-12-04')
      expect(done.decisions).toMatchObject([{ makesUp: true }])
      expect(stored(done)).toEqual(done)
    })

    test('is no matter of this decision where the protocol says it, or another way is taken', () => {
      const says = 'nothing-to-decide decision.makesUp'
      for (const makesUp of [true, false])
        expect(fault(decided({ ...keep, makesUp }, '2026-12-04'), '2026-12-04', course, [...sessions])).toBe(
          says,
        )
      const to = { phase: iv.protocol.phases[0]?.id, interval: iv.protocol.phases[0]?.intervals[0]?.id }
      const anew = { ...keep, option: 're-induce', to, makesUp: true }
      expect(fault(decided(anew, '2026-12-04'), '2026-12-04', iv, [...infusions])).toBe(says)
    })
  })

  test('it is decided about once', () => {
    const keep = { kind: 'missed', session: 's3', option: 'continue' } as const
    const done = changed(course, sessions, decided(keep, '2026-12-04'), '2026-12-04')
    expect(fault(decided(keep, '2026-12-04'), '2026-12-04', done, [...sessions])).toBe(
      'nothing-to-decide decision.session',
    )
  })

  test('a decision speaks of what was missed when it was made, and not of what was missed after it', () => {
    const keep = { kind: 'missed', session: 's3', option: 'continue' } as const
    // On the last day of its window it was still to come.
    expect(fault(decided(keep, '2026-12-01'), '2026-12-04', course, [...sessions])).toBe(
      'nothing-to-decide decision.session',
    )
    const early = stored({ ...course, decisions: [decided(keep, '2026-12-01')] })
    const found = missedSessionOptions({ course: early, patient, sessions, scores: [] }, at('2026-12-04'))
    expect(found.value.missed).toEqual(['s3'])
    expect(found.issues).toContainEqual({
      code: 'nothing-to-decide',
      path: `course.decisions.${early.decisions[0]?.id}`,
      severity: 'warning',
    })
  })

  test('a session missed before the one that was named, and found so only later, is asked about', () => {
    const keep = { kind: 'missed', session: 's3', option: 'continue' } as const
    // Nobody came on 3 December either, and that was said only after the decision about s3.
    const done = stored({ ...course, decisions: [decided({ ...keep, session: 's4' }, '2026-12-04')] })
    const none = visits(course, '2026-12-03', ['s3', 's4'])
    const found = missedSessionOptions(
      { course: done, patient, sessions: none, scores: [] },
      at('2026-12-08'),
    )
    expect(found.value.missed).toEqual(['s3', 's4'])
  })

  test('where nothing was missed there is nothing to decide', () => {
    expect(fault(decided({ kind: 'missed', session: 's3', option: 'continue' }, '2026-12-04'))).toBe(
      'nothing-to-decide decision.session',
    )
  })

  test('a step back says where to, and to a phase and an interval the protocol has', () => {
    const back = (to?: object) =>
      fault(
        decided(
          { kind: 'missed', session: 's3', option: 'step-back', ...(to === undefined ? {} : { to }) },
          '2026-12-04',
        ),
        '2026-12-04',
        course,
        [...sessions],
      )
    expect(back()).toBe('nothing-to-decide decision.to')
    expect(back({ phase: 'induction', interval: 'daily' })).toBe('unknown-phase decision.to')
    expect(back({ phase: 'nowhere', interval: 'weekly' })).toBe('unknown-phase decision.to')
  })
})

describe('another interval', () => {
  const sessions = visits(course, '2027-01-18')
  const when = '2027-01-20'
  const decision = decided({ kind: 'interval', session: 's14', interval: 'every-2-weeks' } as const, when)
  const done = changed(course, sessions, decision, when)

  test('counts from the session on that is named, and keeps the first place of the pattern', () => {
    expect(daysFrom(done, '2027-01-18').slice(0, 4)).toEqual([
      '2027-01-18',
      '2027-01-25',
      '2027-02-08',
      '2027-02-22',
    ])
    expect(done.sessions.find(({ id }) => id === 's14')).toMatchObject({
      interval: 'every-2-weeks',
      revision: 1,
    })
  })

  test('sessions that go are cancelled with their calendar entries, those before it are as they were', () => {
    expect(words(done, ['s13', 's15', 's16'])).toEqual(['s13 regular 0', 's15 cancelled 1', 's16 regular 1'])
    const gone = done.assessments.filter(({ session }) => session === 's15')
    expect(gone.length).toBeGreaterThan(0)
    expect(gone.every(({ status, revision }) => status === 'cancelled' && revision === 1)).toBe(true)
  })

  test('and back again every session stands where it stood, cancelled ones under a new id', () => {
    const back = changed(
      done,
      sessions,
      decided({ kind: 'interval', session: 's14', interval: 'weekly' } as const, when),
      when,
    )
    expect(daysFrom(back, '2027-01-18')).toEqual(
      daysFrom(course, '2027-01-18').slice(0, -1).concat(daysFrom(back, '2027-01-18').slice(-1)),
    )
    expect(stored(back)).toEqual(back)
  })

  test('the same interval, or one the phase does not have, is no decision', () => {
    const to = (interval: string) =>
      fault(decided({ kind: 'interval', session: 's14', interval }, when), when, course, [...sessions])
    expect(to('weekly')).toBe('nothing-to-decide decision.interval')
    expect(to('daily')).toBe('unknown-phase decision.interval')
  })
})

describe('one session', () => {
  test('moves inside its window and keeps its id', () => {
    const sessions = visits(course, '2026-12-21')
    const move = decided({ kind: 'move', session: 's10', day: '2026-12-30' } as const, '2026-12-22')
    const done = changed(course, sessions, move, '2026-12-22')
    expect(words(done, ['s9', 's10', 's11'])).toEqual(['s9 regular 0', 's10 chosen 1', 's11 regular 0'])
    expect(done.sessions.find(({ id }) => id === 's10')?.place).toMatchObject({
      day: '2026-12-30',
      time: '09:00',
    })
    // What hangs on it moves with it.
    const check = (one: Course) => one.assessments.find(({ id }) => id === 'check-after-session-s10')
    expect([check(course)?.due, check(done)?.due]).toEqual(['2026-12-29', '2026-12-31'])
    expect(check(done)?.revision).toBe(1)
    const again = decided({ kind: 'move', session: 's10', day: '2026-12-28' } as const, '2026-12-23')
    expect(words(changed(done, sessions, again, '2026-12-23'), ['s10'])).toEqual(['s10 regular 2'])
  })

  test('stays where it was chosen to be when the rest is laid out anew', () => {
    const sessions = visits(course, '2027-01-18')
    const moved = changed(
      course,
      sessions,
      decided({ kind: 'move', session: 's14', day: '2027-01-27' } as const, '2027-01-20'),
      '2027-01-20',
    )
    const done = changed(
      moved,
      sessions,
      decided({ kind: 'interval', session: 's14', interval: 'every-2-weeks' } as const, '2027-01-20'),
      '2027-01-20',
    )
    expect(done.sessions.find(({ id }) => id === 's14')).toMatchObject({
      status: 'chosen',
      place: { day: '2027-01-27' },
    })
  })

  test.each([
    [
      'a day outside its window',
      { kind: 'move', session: 's5', day: '2026-12-12' },
      'outside-window decision.day',
    ],
    ['a day that is over', { kind: 'move', session: 's5', day: '2026-12-01' }, 'outside-window decision.day'],
    [
      'a session that was given',
      { kind: 'move', session: 's3', day: '2026-12-01' },
      'not-still-to-come decision.session',
    ],
    [
      'a session nobody planned',
      { kind: 'cancel', session: 's99' },
      'unknown-planned-session decision.session',
    ],
    [
      'a checkpoint the protocol does not have',
      { kind: 'review', checkpoint: 'nothing', outcome: 'continue' },
      'nothing-to-decide decision.checkpoint',
    ],
    [
      'a day on which no review was due',
      { kind: 'review', checkpoint: 'benefit', due: '2026-12-01', outcome: 'continue' },
      'nothing-to-decide decision.due',
    ],
  ])('%s: refused', (_name, what, says) => {
    expect(fault(decided(what, '2026-12-04'))).toBe(says)
  })

  test('a closed day breaks a constraint', () => {
    const closed = planned({ closures: [{ id: 'staff', from: '2026-12-08' }] })
    expect(
      fault(decided({ kind: 'move', session: 's5', day: '2026-12-08' }, '2026-12-04'), '2026-12-04', closed),
    ).toBe('breaks-limit decision.day')
  })

  test('cancelled, it is kept, and those after it count on', () => {
    const done = changed(
      course,
      visits(course, '2026-12-03'),
      decided({ kind: 'cancel', session: 's5' } as const, '2026-12-04'),
      '2026-12-04',
    )
    expect(words(done, ['s5'])).toEqual(['s5 cancelled 1'])
    expect(done.sessions.find(({ id }) => id === 's6')?.number).toBe(5)
    expect(fault(decided({ kind: 'cancel', session: 's5' }, '2026-12-04'), '2026-12-04', done)).toBe(
      'not-still-to-come decision.session',
    )
  })
})

describe('the end', () => {
  const iv = planned({ protocol: ketamineIvTwiceWeekly })
  const all = visits(iv, '2026-12-20', [], 'ketamine-iv')
  const end = (one: Parsed<Course>, sessions: readonly Parsed<Session>[], when: string) => {
    const forecast = forecastCourse({ course: one, sessions }, at(when))
    return forecast.ok ? forecast.value.end?.why : forecast.error.code
  }

  test('of a protocol is passed only by a decision', () => {
    expect(told(iv).length).toBe(6)
    expect(end(iv, all, '2026-12-12')).toBe('protocol-ends')
    const on = changed(iv, all, decided({ kind: 'extend', sessions: 2 } as const, '2026-12-12'), '2026-12-12')
    expect(told(on).slice(6)).toEqual([
      's7 twice-weekly 2026-12-14 09:00',
      's8 twice-weekly 2026-12-17 14:00',
    ])
    expect(end(on, all, '2026-12-12')).toBeUndefined()
  })

  test('an extension after a long pause starts on a place that is still to come', () => {
    const on = changed(iv, all, decided({ kind: 'extend', sessions: 1 } as const, '2027-02-01'), '2027-02-01')
    expect(daysFrom(on, '2027-01-01')).toEqual(['2027-02-04'])
  })

  test('a plan that was cut short goes on as the protocol does', () => {
    const cut = planned({ horizon: { sessions: 6 } })
    const on = changed(
      cut,
      visits(cut, '2026-12-03'),
      decided({ kind: 'extend', sessions: 4 } as const, '2026-12-04'),
      '2026-12-04',
    )
    expect(told(on)).toEqual(told(course).slice(0, 10))
  })

  test('once decided, nothing comes after it, and nothing more is decided', () => {
    const sessions = visits(course, '2026-12-03')
    const done = changed(course, sessions, decided({ kind: 'end' } as const, '2026-12-04'), '2026-12-04')
    expect(daysFrom(done, '2026-12-04')).toEqual([])
    expect(end(done, sessions, '2026-12-04')).toBe('decided')
    for (const what of [{ kind: 'extend', sessions: 1 }, { kind: 'end' }, { kind: 'cancel', session: 's5' }])
      expect(fault(decided(what, '2026-12-05'), '2026-12-05', done, sessions)).toBe('course-ended course')
  })

  test('a review that says stop ends the course; one that says continue changes no session', () => {
    const sessions = visits(course, '2026-12-17')
    const review = (outcome: 'continue' | 'stop' | 'again') =>
      changed(
        course,
        sessions,
        decided({ kind: 'review', checkpoint: 'benefit', outcome } as const, '2026-12-18'),
        '2026-12-18',
      )
    expect(daysFrom(review('stop'), '2026-12-18')).toEqual([])
    expect(review('continue').sessions).toEqual(course.sessions)
    expect(review('again').sessions).toEqual(course.sessions)
  })

  test('more sessions than a course can have are refused', () => {
    expect(fault(decided({ kind: 'extend', sessions: 400 }, '2026-12-04'))).toMatch(/^horizon-too-long/)
  })
})

describe('a decision that cannot be put on record', () => {
  const good = { kind: 'cancel', session: 's5', id: 'd', at: '2026-12-04T12:00:00-05:00', by: 'dr-lee' }
  const refusal = (decision: unknown) => {
    try {
      return fault(decision as object)
    } catch (thrown) {
      return thrown instanceof Error && 'code' in thrown && 'path' in thrown
        ? `${String(thrown.code)} ${String(thrown.path)}`
        : 'thrown'
    }
  }

  test('is dated ahead', () => {
    expect(refusal({ ...good, at: '2026-12-04T12:00:01-05:00' })).toBe('decision-ahead decision.at')
  })

  test('bears an id that is on record', () => {
    const done = changed(
      course,
      [],
      decided({ kind: 'cancel', session: 's5' } as const, '2026-11-21'),
      '2026-11-21',
    )
    const [first] = done.decisions
    expect(fault({ ...good, session: 's6', id: first?.id }, '2026-12-04', done)).toBe(
      'decision-repeated decision.id',
    )
  })

  test.each([
    ['nothing', undefined, 'not-json decision'],
    ['a list', [], 'bad-argument decision'],
    ['a kind nobody knows', { ...good, kind: 'postpone' }, 'bad-argument decision.kind'],
    ['no author', { ...good, by: '' }, 'bad-argument decision.by'],
    ['no time', { ...good, at: '2026-12-04' }, 'bad-argument decision.at'],
    ['a session that is no text', { ...good, session: 5 }, 'bad-argument decision.session'],
    ['a reason that is no text', { ...good, reason: {} }, 'bad-argument decision.reason'],
    [
      'making up that is neither yes nor no',
      { ...good, kind: 'missed', option: 'continue', makesUp: 'yes' },
      'bad-argument decision.makesUp',
    ],
    ['half a session more', { ...good, kind: 'extend', sessions: 0.5 }, 'bad-argument decision.sessions'],
    ['a day that is none', { ...good, kind: 'move', day: '2026-02-30' }, 'bad-argument decision.day'],
    [
      'a time that is none',
      { ...good, kind: 'move', day: '2026-12-08', time: '25:00' },
      'bad-argument decision.time',
    ],
    [
      'an outcome that is none',
      { ...good, kind: 'review', checkpoint: 'benefit', outcome: 'perhaps' },
      'bad-argument decision.outcome',
    ],
    ['a hostile key', JSON.parse('{"__proto__": {"kind": "end"}, "kind": "end"}'), 'hostile-key decision'],
  ])('%s', (_name, decision, says) => {
    expect(refusal(decision)).toBe(says)
  })

  test('runs a getter of its own', () => {
    let runs = 0
    const hostile = {
      ...good,
      get session() {
        runs += 1
        return 's5'
      },
    }
    expect(refusal(hostile)).not.toBe('applied')
    expect(runs).toBe(0)
  })

  test('and its path is told from the decision on', () => {
    const decision = Object.defineProperty({ ...decided({}, '2026-12-04') }, 'kind', {
      get: () => 'end',
      enumerable: true,
    })
    expect(() => fault(decision)).toThrow(expect.objectContaining({ path: 'decision.kind' }))
  })

  test('and members it does not have are left behind', () => {
    const done = changed(
      course,
      [],
      { ...good, at: '2026-11-21T09:00:00Z', kind: 'cancel', session: 's5', more: 1 } as never,
      '2026-11-21',
    )
    expect(done.decisions[0]).toEqual({ ...good, at: '2026-11-21T09:00:00Z' })
  })
})
