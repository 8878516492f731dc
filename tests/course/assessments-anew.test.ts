/** Assessments of a course that is laid out anew: those of the past stay, and a new run brings its own. */
import { describe, expect, test } from 'vitest'
import type { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import {
  at,
  changed,
  decided,
  patient,
  phq,
  planned,
  recording,
  scores,
  stored,
  visits,
} from './change-desk.ts'

const course = planned()
const when = '2027-01-29'
const sessions = visits(course, '2027-01-17')
const optionsOf = (one: typeof course) =>
  missedSessionOptions({ course: one, patient, sessions, scores: [] }, at(when)).value.options
const option = (name: string) => {
  const found = optionsOf(course).find((one) => one.option === name)
  if (found === undefined) throw new Error('not offered')
  return found
}
const of = ({ assessments }: Course, row: string) =>
  assessments.filter(({ assessment }) => assessment === row)
const rows = course.protocol.assessments.filter(({ anchor }) => anchor.is === 'phase-end').map(({ id }) => id)
const first = of(course, 'review-score-induction')

describe('a course begun anew after a missed session of maintenance', () => {
  const anew = option('re-induce')
  const done = changed(course, sessions, decided(recording(anew), when), when)

  test('what was due in the past is as it was, and the new induction has one of its own', () => {
    expect(first.map(({ id }) => id)).toEqual(['review-score-induction'])
    const [was, own, ...more] = of(done, 'review-score-induction')
    expect(more).toEqual([])
    expect(was).toEqual(first[0])
    const end = done.sessions.findLast(({ phase, status }) => phase === 'induction' && status !== 'cancelled')
    expect(own).toMatchObject({
      id: 'review-score-induction-2',
      session: end?.id,
      status: 'planned',
      revision: 0,
    })
    expect(own && own.due > when).toBe(true)
    expect(anew.changes.filter(({ of: id }) => id === 'review-score-induction')).toEqual([])
  })

  test('none that was before the day of the change has moved', () => {
    for (const one of course.assessments.filter(({ due }) => due < when))
      expect(done.assessments.find(({ id }) => id === one.id)).toEqual(one)
  })

  test('it is what was shown, and further decisions change neither', () => {
    expect({ ...done, decisions: [] }).toEqual(anew.future)
    expect(stored(done)).toEqual(done)
    const next = done.sessions.find(({ status, place }) => status !== 'cancelled' && place.day > when)
    const less = changed(done, sessions, decided({ kind: 'cancel', session: next?.id ?? '' }, when), when)
    for (const row of rows) expect(of(less, row)).toEqual(of(done, row))
    expect(new Set(less.assessments.map(({ id }) => id)).size).toBe(less.assessments.length)
  })

  test('the score from the first induction still answers the first one', () => {
    const was = first[0]
    const forecast = forecastCourse(
      { course: done, sessions, scores: scores(phq(6, was?.due ?? '')) },
      at('2027-01-30'),
    )
    if (!forecast.ok) throw new Error(forecast.error.code)
    const answers = forecast.value.assessments.filter(({ assessment }) => assessment === was?.assessment)
    expect(answers.map(({ id, due, status }) => [id, due, status])).toEqual([
      ['review-score-induction', was?.due, 'done'],
      ['review-score-induction-2', of(done, 'review-score-induction')[1]?.due, 'planned'],
    ])
  })
})

test('a step back into the phase before leaves its assessments of the past too', () => {
  const back = option('step-back')
  expect(back.to?.phase).not.toBe('maintenance')
  expect(of(back.future ?? course, 'review-score-induction')[0]).toEqual(first[0])
})

test('an induction begun anew before its end has one assessment, which moves with the end', () => {
  const early = visits(course, '2026-12-03', ['s3'])
  const { options } = missedSessionOptions(
    { course, patient, sessions: early, scores: [] },
    at('2026-12-04'),
  ).value
  const future = options.find((one) => one.option === 're-induce')?.future ?? course
  expect(of(future, 'review-score-induction').map(({ id, revision }) => [id, revision])).toEqual([
    ['review-score-induction', 1],
  ])
})
