/**
 * A script of its own process: plans, forecasts, timelines, summaries, calendars and pictures of fixed courses, one hash.
 *
 * Prints the hash, and what the process takes for its own zone and locale. @module
 */
import { createHash } from 'node:crypto'
import { courseCalendar } from '../../src/adapters/ics.ts'
import { timelinePlot } from '../../src/adapters/plots/timeline-plot.ts'
import { eu } from '../../src/content/eu.ts'
import { phq9 } from '../../src/content/measures/depression.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import { applyCourseDecision } from '../../src/course/apply-course-decision.ts'
import { exposureWatch } from '../../src/course/exposure-watch.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import { regularPlaces } from '../../src/course/regular-places.ts'
import { rescheduleSession } from '../../src/course/reschedule-session.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { entriesBetween } from '../../src/timeline/entries-between.ts'
import { describeLine } from '../../src/timeline/summary-catalogue.ts'
import { treatmentSummary } from '../../src/timeline/treatment-summary.ts'
import { visitOf } from './course-visits.ts'

const hash = createHash('sha256')
let lines = 0
const tell = (value: unknown) => {
  hash.update(JSON.stringify(value) ?? 'nothing')
  lines += 1
}

const protocols = [
  ...(us.course?.protocols ?? []).map((row) => ({ row, content: us, policy: usStartingPolicy })),
  ...(eu.course?.protocols ?? []).map((row) => ({ row, content: eu, policy: euStartingPolicy })),
  ...painProtocols.map((row) => ({ row, content: us, policy: usStartingPolicy })),
]

/** One course a clinic, each over days on which its clock changes: a process has to be short, there are many. */
const clinics = [
  ['esketamine-trd-us', 'America/New_York', '2027-02-22', '02:30'],
  ['esketamine-trd-eu-65', 'Europe/Berlin', '2027-10-11', '02:15'],
  ['ketamine-iv-3x-weekly-then-weekly', 'Australia/Lord_Howe', '2027-03-15', '01:45'],
  ['ketamine-iv-maintenance', 'Pacific/Apia', '2027-12-27', '23:45'],
  ['ketamine-iv-crps-10-days', 'America/St_Johns', '2027-03-08', '00:01'],
] as const

const weekdays = ['mon', 'thu', 'sun', 'tue', 'wed', 'fri', 'sat'] as const

const person = parse(Patient, {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  birthDate: '1949-04-02',
  medicines: [
    { id: 'm1', text: 'Sertraline', status: 'active', intent: 'order', period: { start: '2026-03' } },
  ],
})
if (!person.ok) throw person.error
const patient = person.value

/** Scores that fall, one a week from the start up to a moment. */
function scoresFrom(start: string, asOf: string) {
  return [18, 12, 9].flatMap((total, week) => {
    const takenAt = new Date(Date.parse(`${start}T00:00:00Z`) + week * 7 * 86_400_000)
      .toISOString()
      .slice(0, 10)
    if (takenAt >= asOf.slice(0, 10)) return []
    const answers = Object.fromEntries(
      phq9.items.map(({ id }, at) => [id, Math.max(0, Math.min(3, total - 3 * at))]),
    )
    const score = scoreMeasure(phq9, { answers, missing: 'none-allowed', takenAt })
    return score.ok ? [score.value] : []
  })
}

for (const [id, zone, start, time] of clinics) {
  for (const { row, content, policy } of protocols.filter((one) => one.row.id === id).slice(0, 1)) {
    const protocol = parse(Protocol, row)
    if (!protocol.ok) throw protocol.error
    const most = Math.max(...row.phases.flatMap(({ intervals }) => intervals.map(({ sessions }) => sessions)))
    const slots = weekdays.slice(0, Math.max(most, 3)).map((weekday) => ({ weekday, time }))
    const context = { content, policy, zone, asOf: `${start}T00:00:00Z` }
    tell(regularPlaces({ start, pattern: { slots }, count: 20, zone }))
    const plan = planCourse(
      {
        protocol: protocol.value,
        start,
        pattern: { slots },
        closures: [{ id: 'closed', from: start.replace(/\d\d$/, '28') }],
        horizon: { sessions: 14 },
        patient,
      },
      context,
    )
    tell(plan)
    if (!plan.ok) continue
    const course = plan.value
    const mg = row.product === 'esketamine-nasal' ? 56 : 40
    const given = course.sessions.filter(({ number }) => number < 6 && number !== 4)
    const sessions = given.map((session) => visitOf(course, session, { mg }))
    const last = course.sessions[6] ?? course.sessions.at(-1)
    const now = { ...context, asOf: last?.place.at ?? context.asOf }
    const measures = [{ instrument: phq9, scores: scoresFrom(start, now.asOf) }]
    tell(forecastCourse({ course, sessions, scores: measures }, now))
    tell(missedSessionOptions({ course, sessions, scores: measures, patient }, now).value)
    tell(exposureWatch({ plan: { product: row.product }, patient, sessions }, now).value)
    const coming = course.sessions.at(-1)
    if (coming !== undefined) {
      tell(rescheduleSession({ course, sessions, session: coming.id }, now))
      tell(
        applyCourseDecision(
          {
            course,
            sessions,
            decision: { kind: 'cancel', session: coming.id, id: 'd1', at: now.asOf, by: 'clinician' },
          },
          now,
        ),
      )
    }
    const timeline = buildTimeline({ patient, sessions, measures, course }, now)
    tell(timeline)
    tell(entriesBetween(timeline, { from: start, to: now.asOf }))
    const summary = treatmentSummary(timeline, now)
    tell(summary)
    tell(summary.lines.map((line) => describeLine(line)))
    tell(courseCalendar({ course }, { stamp: now.asOf, minutes: 150, titles: 'labels' }))
    tell(timelinePlot(timeline))
  }
}

process.stdout.write(
  `${hash.digest('hex')} ${new Date(Date.UTC(2027, 0, 15)).getTimezoneOffset()} ${Intl.DateTimeFormat().resolvedOptions().locale} ${lines}`,
)
