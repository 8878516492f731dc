/** The whole treatment in one list: everything in order, nothing invented, nothing lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Session } from '../../src/session/session.schema.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { inTime, placedEntries } from '../../src/timeline/placing.ts'
import type { Timeline, TimelineQuestion } from '../../src/timeline/timeline-shape.ts'
import { treatmentSummary } from '../../src/timeline/treatment-summary.ts'
import { at, courseOf, timeOf, zone } from '../course/courses.ts'
import { logOf } from '../course/visits.ts'
import {
  asked,
  gone,
  measured,
  nausea,
  personOf,
  scored,
  sixSessions,
  visitAt,
  visitOf,
} from './treatment.ts'

const now = at('2026-10-24T09:00:00-04:00')
const six = buildTimeline(sixSessions(), now)
const entry = (timeline: Timeline, id: string) => {
  const found = timeline.entries.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no entry ${id}`)
  return found
}
const nothing: TimelineQuestion = { patient: personOf(), sessions: [], measures: [] }
const build = (members: Partial<TimelineQuestion>, asOf = now) =>
  buildTimeline({ ...nothing, ...members }, asOf)

describe('a treatment of six sessions', () => {
  test('stands in the order of time, what has none last', () => {
    const placed = placedEntries(six.entries, six.zone)
    expect([...placed].sort(inTime)).toEqual(placed)
    const times = six.entries.flatMap(({ at: when }) => (when?.includes('T') ? [Date.parse(when)] : []))
    expect([...times].sort((a, b) => a - b)).toEqual(times)
    expect(six.entries.at(-1)?.at).toBeNull()
  })

  test('counts its days from the first dose', () => {
    expect(six.start).toBe('2026-10-06')
    expect(entry(six, 'dose/visit-s6').day).toBe(17)
    expect(entry(six, 'score/phq-9/2026-10-05').day).toBe(-1)
    expect(entry(six, 'medicine/m1/started')).toMatchObject({
      at: '2026-03',
      days: { from: '2026-03-01', to: '2026-03-31' },
      day: null,
    })
  })

  test('links a dose with its visit, what was seen in it and the session it was', () => {
    expect(entry(six, 'dose/visit-s1').links).toEqual(['effect/visit-s1/e5', 'planned/s1', 'visit/visit-s1'])
    expect(entry(six, 'effect/visit-s1/e5').links).toEqual(['dose/visit-s1', 'visit/visit-s1'])
    expect(entry(six, 'planned/s1').what.status).toBe('given')
    expect(entry(six, 'planned/s7').what.status).toBe('planned')
  })

  test('every link leads somewhere, and back', () => {
    for (const { id, links } of six.entries)
      for (const other of links) expect(entry(six, other).links).toContain(id)
  })

  test('keeps what was given, what was ordered, and whether anybody asked', () => {
    expect(entry(six, 'dose/visit-s2').what).toEqual({
      product: 'esketamine-nasal',
      delivered: { least: { value: 56, unit: 'mg' }, most: { value: 56, unit: 'mg' } },
      ordered: '2 devices',
    })
    expect(entry(six, 'visit/visit-s2').what.asked).toBe('yes')
  })

  test('shows starts and stops of medicines, and leaves out what was entered in error', () => {
    const ids = six.entries.filter(({ kind }) => kind.startsWith('medicine')).map(({ id }) => id)
    expect(ids).toEqual(['medicine/m2/started', 'medicine/m1/started', 'medicine/m2/stopped'])
    expect(entry(six, 'medicine/m2/stopped')).toMatchObject({ at: '2026-10-01', late: true, day: -5 })
    expect(entry(six, 'medicine/m1/started').late).toBe(false)
  })

  test('a phase none of whose sessions was begun is planned, though its first day is over', () => {
    const sessions = Array.from({ length: 8 }, (_, index) => visitOf(index + 1, [asked('none')]))
    const { phases, forecast } = build({ course: courseOf(), sessions }, at('2026-11-04T18:00:00-05:00'))
    expect(forecast?.sessions[8]?.status).toBe('awaiting-review')
    expect(phases.map(({ phase, from, to, isPlanned }) => [phase, from, to, isPlanned])).toEqual([
      ['induction', '2026-10-06', '2026-11-02', false],
      ['maintenance', '2026-11-03', null, true],
    ])
  })

  test('parts the phases at the end of today', () => {
    expect(six.phases.map(({ phase, from, to, isPlanned }) => [phase, from, to, isPlanned])).toEqual([
      ['induction', '2026-10-06', '2026-10-24', false],
      ['induction', '2026-10-25', '2026-11-02', true],
      ['maintenance', '2026-11-03', null, true],
    ])
  })

  test('holds the forecast, the exposure and the response under the definition that was named', () => {
    expect(six.forecast?.next).toBe('s7')
    expect(six.exposure?.products.map(({ logged }) => logged.mg.least.value)).toEqual([336])
    expect(six.outcomes.map(({ word, definition }) => [word, definition.id])).toEqual([
      ['response', 'halved'],
    ])
    expect(six.sideEffects.effects.map(({ effect, sessions }) => [effect, sessions.seen])).toEqual([
      ['nausea', 3],
    ])
  })

  test('tells what the last visit left to be done', () => {
    expect(six.left.filter(({ kind }) => kind === 'task')).toEqual([
      expect.objectContaining({ id: 'rems-monitoring-form', due: '2026-10-30', visit: 'visit-s6' }),
    ])
  })

  test('is plain JSON, frozen through and through', () => {
    expect(JSON.parse(JSON.stringify(six))).toEqual(six)
    expect(Object.isFrozen(six.entries[0]?.what)).toBe(true)
  })
})

describe('a treatment of sixty sessions', () => {
  const start = Date.parse('2025-01-07T15:00:00Z')
  const visits = Array.from({ length: 60 }, (_, week) =>
    visitAt(null, new Date(start + week * 7 * 86_400_000).toISOString(), [asked('none')], {
      id: `v${String(week).padStart(2, '0')}`,
    }),
  )
  const timeline = build({ sessions: visits })

  test('holds every visit and dose, without a course', () => {
    expect(timeline.entries).toHaveLength(120)
    expect(timeline.start).toBe('2025-01-07')
    expect(entry(timeline, 'dose/v59').day).toBe(413)
    expect([timeline.phases, timeline.forecast, timeline.protocol]).toEqual([[], null, null])
  })
})

describe('nothing at all', () => {
  test('is an empty timeline', () => {
    const timeline = build({})
    expect(timeline).toMatchObject({
      start: null,
      entries: [],
      phases: [],
      outcomes: [],
      left: [],
      issues: [],
    })
    expect(timeline.exposure?.products).toEqual([])
  })
})

describe('what has no time', () => {
  test('stands last and is given none', () => {
    const untimed = visitOf(3, [nausea(1)], { untimed: true })
    const timeline = build({ sessions: [visitOf(1), visitOf(2), untimed], course: courseOf() })
    const undated = timeline.entries.slice(-4)
    expect(undated.map(({ id }) => id)).toEqual([
      'visit/visit-s3',
      'dose/visit-s3',
      'effect/visit-s3/e5',
      'checkpoint/maintenance/periodic/undated',
    ])
    for (const { at: when, days, day } of undated) expect([when, days, day]).toEqual([null, null, null])
    expect(timeline.entries.slice(0, -4).every(({ at: when }) => when !== null)).toBe(true)
  })

  test('an undated dose of a later number leaves the first dose known; one without a number does not', () => {
    const later = visitOf(3, [], { untimed: true })
    expect(build({ sessions: [visitOf(1), later], course: courseOf() }).start).toBe('2026-10-06')
    const unnumbered = visitAt('s3', timeOf(3), [], { course: 'course-1', untimed: true })
    const timeline = build({
      sessions: [visitOf(1), unnumbered],
      course: courseOf(),
      measures: measured(scored(20, '2026-10-05'), scored(9, '2026-10-22')),
    })
    expect(timeline.start).toBeNull()
    expect(timeline.entries.every(({ day }) => day === null)).toBe(true)
    expect(timeline.outcomes).toEqual([])
  })

  test('a dose at the time it was booked for is never made of a booking alone', () => {
    const booked = logOf('s7', timeOf(7), [
      [-60, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal', for: timeOf(7) }],
    ])
    const timeline = build({ sessions: [booked] }, at('2026-10-28T09:00:00-04:00'))
    expect(timeline.entries.map(({ id, at: when, what }) => [id, when, what.status])).toEqual([
      ['visit/visit-s7', timeOf(7), 'booked'],
    ])
  })

  test('somebody came and nobody wrote down when: the day that was booked is not the day it was', () => {
    const came = logOf('s7', timeOf(7), [
      [-60, { type: 'booked', kind: 'dosing', product: 'esketamine-nasal', for: timeOf(7) }],
      [null, { type: 'arrived' }],
    ])
    expect(build({ sessions: [came] }, at('2026-10-28T09:00:00-04:00')).entries[0]?.at).toBeNull()
  })

  test('a partial date reaches from its first day to its last', () => {
    const medications = [
      { status: 'active', intent: 'order', text: 'A', period: { start: '2025' } },
      { status: 'stopped', intent: 'reported', text: 'B', period: { start: '2026-02', end: '2026-02-10' } },
      { status: 'completed', intent: 'order', text: 'C' },
    ] as const
    const timeline = build({ medications })
    expect(timeline.entries.map(({ what, kind, days }) => [what.medicine, kind, days])).toEqual([
      ['A', 'medicine-started', { from: '2025-01-01', to: '2025-12-31' }],
      ['B', 'medicine-stopped', { from: '2026-02-10', to: '2026-02-10' }],
      ['B', 'medicine-started', { from: '2026-02-01', to: '2026-02-28' }],
      ['C', 'medicine-started', null],
      ['C', 'medicine-stopped', null],
    ])
  })

  test('a score known by its month alone is shown, and makes no response', () => {
    const timeline = build({
      sessions: [visitOf(1)],
      measures: measured(scored(20, '2026-10-05'), scored(2, '2026-10')),
    })
    expect(entry(timeline, 'score/phq-9/2026-10').days).toEqual({ from: '2026-10-01', to: '2026-10-31' })
    expect(timeline.outcomes[0]?.word).not.toBe('remission')
  })
})

describe('what lies after the question', () => {
  test('is set aside and told', () => {
    const timeline = build({
      measures: measured(scored(9, '2026-10-25')),
      medications: [{ id: 'm', status: 'active', intent: 'order', period: { start: '2026-11' } }],
      notes: [{ id: 'n', at: '2026-10-25', text: 'To come.' }],
      course: courseOf({
        decisions: [{ kind: 'end', id: 'd', at: '2026-10-25T09:00:00-04:00', by: 'clinician' }],
      }),
    })
    expect(
      timeline.entries.filter(({ kind }) => !kind.startsWith('planned') && kind !== 'checkpoint'),
    ).toEqual([])
    expect(timeline.issues.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['decision-ahead', 'course.decisions.d', 'set-aside'],
      // A course that was changed later is not the one of that day: no forecast is made of it.
      ['decision-ahead', 'forecast.course.decisions', 'set-aside'],
      ['event-ahead', 'medications.m.period.start', 'set-aside'],
      ['event-ahead', 'notes.n', 'set-aside'],
      ['score-ahead', 'measures.phq-9', 'set-aside'],
    ])
    expect(timeline.forecast).toBeNull()
  })

  test('an end that is planned is no stop', () => {
    const medications = [
      { id: 'm', status: 'active', intent: 'order', period: { start: '2026-10-01', end: '2026-12-01' } },
    ] as const
    expect(build({ medications }).entries.map(({ kind }) => kind)).toEqual(['medicine-started'])
  })

  test('what of today is known by its day alone counts', () => {
    expect(build({ measures: measured(scored(9, '2026-10-24')) }).entries).toHaveLength(1)
  })
})

describe('medicines', () => {
  test.each(['entered-in-error', 'not-taken', 'intended', 'draft'] as const)(
    '%s leaves nothing',
    (status) => {
      const medications = [{ id: 'm', status, intent: 'order', period: { start: '2026-10-01' } }] as const
      expect(build({ medications }).entries).toEqual([])
    },
  )

  test.each(['plan', 'proposal', 'prohibited'] as const)('an intent of %s leaves nothing', (intent) => {
    const medications = [{ id: 'm', status: 'active', intent, period: { start: '2026-10-01' } }] as const
    expect(build({ medications }).entries).toEqual([])
  })

  test('the last intake of one that was stopped is its end, of one that is taken it is none', () => {
    const medications = [
      { id: 'a', status: 'stopped', intent: 'order', lastTaken: '2026-10-02' },
      { id: 'b', status: 'active', intent: 'order', lastTaken: '2026-10-02' },
    ] as const
    expect(
      build({ medications })
        .entries.filter(({ kind }) => kind === 'medicine-stopped')
        .map(({ id, at: when }) => [id, when]),
    ).toEqual([['medicine/a/stopped', '2026-10-02']])
  })

  test('two entries of one id that differ are both shown, each with its own end', () => {
    const one = { id: 'm', status: 'stopped', intent: 'order' } as const
    const timeline = build({
      medications: [
        { ...one, text: 'A', period: { start: '2026-01-01', end: '2026-02-01' } },
        { ...one, text: 'B', period: { start: '2026-03-01', end: '2026-04-01' } },
      ],
    })
    expect(timeline.entries.map(({ what, links }) => [what.medicine, links.length])).toEqual([
      ['A', 1],
      ['A', 1],
      ['B', 1],
      ['B', 1],
    ])
    for (const { what, links } of timeline.entries) expect(entry(timeline, links[0] ?? '').what).toEqual(what)
  })
})

describe('decisions, checkpoints and notes', () => {
  const review = {
    kind: 'review',
    checkpoint: 'early',
    outcome: 'continue',
    id: 'd1',
    at: '2026-10-19T09:00:00-04:00',
    by: 'clinician',
  }
  const missed = {
    kind: 'missed',
    session: 's7',
    option: 'continue',
    id: 'd2',
    at: '2026-10-29T09:00:00-04:00',
    by: 'clinician',
  }
  const move = {
    kind: 'move',
    session: 's9',
    day: '2026-11-04',
    id: 'd3',
    at: '2026-11-01T09:00:00-05:00',
    by: 'c',
  }
  const later = at('2026-11-02T09:00:00-05:00')
  const timeline = build({ ...sixSessions({ decisions: [review, missed, move] }) }, later)

  test('a review is linked with its checkpoint', () => {
    expect(entry(timeline, 'decision/d1').links).toEqual(['checkpoint/induction/early/2026-10-16'])
    expect(entry(timeline, 'checkpoint/induction/early/2026-10-16').what.status).toBe('reviewed')
  })

  test('a decision about a missed session is linked with it and with what was laid out under it', () => {
    const { links, planned } = entry(timeline, 'decision/d2')
    expect(planned).toBe('s7')
    expect(links).toEqual([
      'planned/s10',
      'planned/s11',
      'planned/s12',
      'planned/s7',
      'planned/s8',
      'planned/s9',
    ])
  })

  test('a move is linked with the session it moved', () => {
    expect(entry(timeline, 'decision/d3').links).toEqual(['planned/s9'])
    expect(entry(timeline, 'planned/s9').links).toContain('decision/d2')
  })

  test('after another one that lays the rest out, that one has moved the rest', () => {
    const interval = {
      kind: 'interval',
      session: 's10',
      interval: 'two-weekly',
      id: 'd4',
      at: '2026-11-05T09:00:00-05:00',
      by: 'c',
    }
    const both = build({ ...sixSessions({ decisions: [missed, interval] }) }, at('2026-11-06T09:00:00-05:00'))
    expect(entry(both, 'decision/d2').links).toEqual(['planned/s7', 'planned/s8', 'planned/s9'])
    expect(entry(both, 'decision/d4').links).toEqual(['planned/s10', 'planned/s11', 'planned/s12'])
  })

  test('an end is linked with what it cancelled', () => {
    const end = { kind: 'end', id: 'd5', at: '2026-10-24T08:00:00-04:00', by: 'c' }
    const cancelled = { ...courseOf() }
    const sessions = cancelled.sessions.map((one) =>
      one.number > 6 ? { ...one, status: 'cancelled', revision: 1 } : one,
    )
    const ended = build({ ...sixSessions({ decisions: [end], sessions }) })
    expect(entry(ended, 'decision/d5').links).toHaveLength(6)
    expect(ended.phases.map(({ to, isPlanned }) => [to, isPlanned])).toEqual([['2026-10-23', false]])
  })

  test('a note is linked with what it is about; what is not there is told', () => {
    expect(entry(six, 'note/n1')).toMatchObject({ links: ['dose/visit-s3'], what: { by: 'nurse' } })
    const lost = build({ notes: [{ id: 'n', at: '2026-10', text: 'x', about: ['dose/none'] }] })
    expect(lost.issues).toEqual([{ code: 'note-of-nothing', path: 'notes.n.about', severity: 'set-aside' }])
    expect(entry(lost, 'note/n').links).toEqual([])
  })
})

describe('late entries and corrections', () => {
  const written = (late: boolean): Parsed<Session> =>
    visitOf(1, [[30, nausea(2)[1], late ? { late: true, sequence: 900 } : {}], asked('some')])

  test('count as if they had been written in time, and are marked', () => {
    const [prompt, late] = [build({ sessions: [written(false)] }), build({ sessions: [written(true)] })]
    expect(entry(late, 'effect/visit-s1/e5').late).toBe(true)
    const unmarked = (timeline: Timeline) => ({
      ...timeline,
      entries: timeline.entries.map((one) => ({ ...one, late: false })),
    })
    expect(unmarked(late)).toEqual(unmarked(prompt))
  })

  test('a corrected effect is told as corrected', () => {
    const corrected = visitOf(1, [
      nausea(1),
      [
        60,
        {
          type: 'corrected',
          of: 'e5',
          to: { type: 'effect-observed', effect: { effect: 'vomiting', severity: 3, reportedBy: 'nurse' } },
        },
      ],
    ])
    const timeline = build({ sessions: [corrected] })
    expect(entry(timeline, 'effect/visit-s1/e5').what).toEqual({ effect: 'vomiting', grade: 3 })
  })

  test('an effect seen gone at a time nobody knows is gone all the same', () => {
    const sick = visitOf(1, [nausea(1), [null, { type: 'effect-resolved', of: 'e5' }]])
    expect(entry(build({ sessions: [sick] }), 'effect/visit-s1/e5').what.resolved).toBeNull()
    const open = build({ sessions: [visitOf(1, [nausea(1)])] })
    expect('resolved' in entry(open, 'effect/visit-s1/e5').what).toBe(false)
  })
})

describe('replay', () => {
  test('law: an earlier moment is told as it would have been told then', () => {
    const whole = sixSessions()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 * 24 * 4 }), (quarters) => {
        const ms = Date.parse('2026-10-06T00:00:00Z') + quarters * 900_000
        const asThen = at(new Date(ms).toISOString().replace('.000Z', 'Z'))
        const known = {
          ...whole,
          sessions: whole.sessions.flatMap((session) => {
            const events = session.events.filter(
              ({ at: when }) => when !== undefined && Date.parse(when) <= ms,
            )
            const log = parse(Session, { ...session, events })
            if (!log.ok) throw log.error
            return events.length === 0 ? [] : [log.value]
          }),
        }
        // That something was written down later is told, and changes nothing else.
        const told = (question: TimelineQuestion) => {
          const timeline = buildTimeline(question, asThen)
          const { lines } = treatmentSummary(timeline, asThen)
          return {
            ...timeline,
            issues: timeline.issues.filter(({ code }) => code !== 'reading-ahead'),
            lines: lines.filter(({ code }) => code !== 'record/odd'),
          }
        }
        expect(told(whole)).toEqual(told(known))
      }),
      { numRuns: 40 },
    )
  })

  test('law: a treatment written down late is the same treatment, marked', () => {
    const prompt = sixSessions()
    const late = {
      ...prompt,
      sessions: prompt.sessions.map((session) => {
        const log = parse(Session, {
          ...session,
          events: session.events.map((one) => ({ ...one, late: true })),
        })
        if (!log.ok) throw log.error
        return log.value
      }),
    }
    const timeline = build(late)
    const logged = timeline.entries.filter(({ kind }) => ['visit', 'dose', 'effect'].includes(kind))
    expect(logged.every((one) => one.late)).toBe(true)
    expect(timeline.entries.map((one) => ({ ...one, late: false }))).toEqual(
      six.entries.map((one) => ({ ...one, late: false })),
    )
    expect(timeline.forecast).toEqual(six.forecast)
  })
})

describe('visits of another course', () => {
  test('are shown, and left out of the forecast of this one', () => {
    const other = visitAt(null, '2026-09-01T14:00:00Z', [], { id: 'old', course: 'course-0' })
    const timeline = build({ ...sixSessions(), sessions: [...sixSessions().sessions, other] })
    expect(entry(timeline, 'dose/old').day).toBe(-35)
    expect(timeline.start).toBe('2026-10-06')
    expect(timeline.forecast?.visits).toHaveLength(6)
    expect(timeline.issues).toContainEqual({
      code: 'another-course',
      path: 'sessions.old',
      severity: 'set-aside',
    })
  })
})

describe('the zone', () => {
  test('is that of the course, whatever the clinic that asks', () => {
    const elsewhere = { ...now, zone: 'Asia/Kathmandu' }
    expect(buildTimeline(sixSessions(), elsewhere)).toEqual(six)
    expect(six.zone).toBe(zone)
  })
})

describe('order', () => {
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })

  test('law: the order of anything handed in plays no part', () => {
    const base = sixSessions()
    const medicines = base.patient.medicines ?? []
    const [measure] = base.measures
    if (measure === undefined) throw new Error('there are scores')
    const notes = [...(base.notes ?? []), { id: 'n0', at: '2026-10-14', text: 'x' }]
    const expected = build({ ...base, notes, medications: medicines })
    const summary = treatmentSummary(expected, now)
    fc.assert(
      fc.property(
        shuffled(base.sessions),
        shuffled(measure.scores),
        shuffled(medicines),
        shuffled(notes),
        (sessions, scores, medications, some) => {
          const timeline = build({
            ...base,
            sessions,
            measures: [{ ...measure, scores }],
            medications,
            notes: some,
          })
          expect(timeline).toEqual(expected)
          expect(treatmentSummary(timeline, now)).toEqual(summary)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('what is handed in twice stands once', () => {
    const base = sixSessions()
    const twice = build({
      ...base,
      sessions: [...base.sessions, ...base.sessions],
      medications: [...(base.patient.medicines ?? []), ...(base.patient.medicines ?? [])],
      measures: base.measures.map((one) => ({ ...one, scores: [...one.scores, ...one.scores] })),
    })
    expect(twice).toEqual(six)
  })

  test('of one day, what is known by the day alone stands last', () => {
    const timeline = build({
      sessions: [visitOf(1, [nausea(1)])],
      measures: measured(scored(20, '2026-10-06'), scored(14, '2026-10')),
    })
    expect(timeline.entries.map(({ id }) => id)).toEqual([
      'visit/visit-s1',
      'dose/visit-s1',
      'effect/visit-s1/e5',
      'score/phq-9/2026-10-06',
      'score/phq-9/2026-10',
    ])
  })
})

test('a device that failed is no dose', () => {
  const failed = logOf('s1', timeOf(1), [
    [-30, { type: 'arrived' }],
    [0, { type: 'device-given', outcome: 'failed', holds: { value: 28, unit: 'mg' } }],
    [20, { type: 'aborted', reason: 'No other device at hand.' }],
  ])
  expect(build({ sessions: [failed] }).entries.map(({ kind, what }) => [kind, what.text])).toEqual([
    ['visit', 'No other device at hand.'],
  ])
})

test('a nausea that was seen gone is linked with its dose', () => {
  const sick = build({ sessions: [visitOf(1, [nausea(1), gone('e5')])] })
  expect(entry(sick, 'effect/visit-s1/e5').what.resolved).toBe('2026-10-06T15:50:00Z')
})
