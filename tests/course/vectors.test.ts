/** Courses worked out by hand from the reference: every plan, every moment and every way to go on. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import { Course, type Place } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import type { Context } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import type { DoseLine, Protocol as ProtocolRow } from '../../src/kernel/protocol.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { visitOf } from './course-visits.ts'

interface Moment {
  readonly asOf: string
  readonly given?: readonly {
    readonly session: number
    readonly mg: number
    readonly ordered?: number
    readonly at?: string
  }[]
  /** Every checkpoint due by then was looked at, and the course goes on. */
  readonly reviewed?: boolean
  readonly status: Readonly<Record<string, readonly number[]>>
  readonly next?: number | null
  readonly overdue?: readonly number[]
  readonly end?: string
  readonly delivered?: Readonly<Record<string, number>>
  readonly counted?: Readonly<Record<string, string>>
  readonly exposed?: Readonly<Record<string, string>>
  readonly gap?: { readonly days: number | null; readonly standing?: string }
  /** How each way on is offered; one that may be gone in two ways, twice. */
  readonly options?: Readonly<Record<string, string | readonly string[]>>
}

interface Case {
  readonly name: string
  readonly zone: string
  readonly asOf: string
  readonly start: string
  readonly slots: readonly string[]
  readonly sessions?: number
  readonly intervals?: Readonly<Record<string, string>>
  readonly closures?: readonly string[]
  readonly weekdays?: readonly string[]
  readonly born?: string
  readonly plan?: readonly string[]
  readonly doses?: readonly {
    readonly from: number
    readonly to: number
    readonly mg?: readonly number[]
    readonly includes?: number
    readonly unit?: string
    readonly range?: readonly [number, number]
  }[]
  readonly toChoose?: readonly {
    readonly session: number
    readonly because: readonly string[]
    readonly alternatives: readonly string[]
  }[]
  readonly infeasible?: {
    readonly conflict: readonly string[]
    readonly session: number
    readonly window?: readonly [string, string]
  }
  readonly issues?: readonly string[]
  readonly refused?: { readonly code: string; readonly path: string }
  readonly moments?: readonly Moment[]
}

interface Written {
  readonly protocol: string
  readonly pack: 'us' | 'eu' | 'pain'
  readonly cases: readonly Case[]
}

const packs = {
  us: { content: us, policy: usStartingPolicy },
  eu: { content: eu, policy: euStartingPolicy },
  pain: { content: us, policy: usStartingPolicy },
}

const folder = new URL('../vectors/courses/', import.meta.url)
const files: readonly Written[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

/** `2027-01-04T10:00-05:00`: wall clock and offset, to the minute. */
const written = ({ at }: Place) => `${at.slice(0, 16)}${at.endsWith('Z') ? '+00:00' : at.slice(-6)}`

const kindOf = (id: string) => id.split('/')[0] ?? ''

function protocolOf({ protocol, pack }: Written): Parsed<ProtocolRow> {
  const rows = pack === 'pain' ? painProtocols : (packs[pack].content.course?.protocols ?? [])
  const found = parse(
    Protocol,
    rows.find(({ id }) => id === protocol),
  )
  if (!found.ok) throw new Error(`no protocol ${protocol}`)
  return found.value
}

function contextOf({ pack }: Written, { zone }: Case, asOf: string): Context {
  return { ...packs[pack], zone, asOf }
}

function planned(file: Written, one: Case) {
  return planCourse(
    {
      protocol: protocolOf(file),
      start: one.start,
      pattern: {
        slots: one.slots.map((slot) => ({ weekday: weekdayOf(slot.slice(0, 3)), time: slot.slice(4) })),
      },
      closures: (one.closures ?? []).map((days, at) => {
        const [from = '', to] = days.split('/')
        return { id: `closed-${at}`, from, ...(to === undefined ? {} : { to }) }
      }),
      preferences: {
        ...(one.weekdays === undefined ? {} : { weekdays: one.weekdays.map(weekdayOf) }),
        ...(one.intervals === undefined ? {} : { intervals: { ...one.intervals } }),
      },
      ...(one.sessions === undefined ? {} : { horizon: { sessions: one.sessions } }),
      patient: patientOf(one),
    },
    contextOf(file, one, one.asOf),
  )
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
function weekdayOf(text: string) {
  const found = weekdays.find((day) => day === text)
  if (found === undefined) throw new Error(`no weekday ${text}`)
  return found
}

function patientOf({ born }: Case): Parsed<Patient> {
  const patient = parse(Patient, {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    ...(born === undefined ? {} : { birthDate: born }),
  })
  if (!patient.ok) throw new Error(patient.error.path)
  return patient.value
}

function courseOf(file: Written, one: Case): Parsed<Course> {
  const plan = planned(file, one)
  if (!plan.ok) throw new Error(`${plan.error.code} at ${plan.error.path}`)
  return plan.value
}

/** The course with a review of every checkpoint of it, a minute before the moment. */
function reviewed(course: Parsed<Course>, asOf: string): Parsed<Course> {
  const at = new Date(Date.parse(asOf) - 60_000).toISOString()
  const copy = parse(Course, {
    ...course,
    decisions: course.protocol.phases.flatMap((phase) =>
      phase.checkpoints.map(({ id }) => ({
        kind: 'review',
        checkpoint: id,
        outcome: 'continue',
        id: `review-${phase.id}-${id}`,
        at,
        by: 'clinician',
      })),
    ),
  })
  if (!copy.ok) throw new Error(`${copy.error.code} ${copy.error.path}`)
  return copy.value
}

function allowed(doses: readonly DoseLine[]) {
  return doses.map(({ amounts }) => amounts)
}

test('every protocol that ships has its courses', () => {
  const shipped = [us, eu].flatMap(({ course }) => course?.protocols ?? [])
  const ids = new Set([...shipped, ...painProtocols].map(({ id }) => id))
  expect(files.map(({ protocol }) => protocol).sort()).toEqual([...ids].sort())
})

describe.each(files.map((file) => [file.protocol, file] as const))('%s', (_protocol, file) => {
  const named = file.cases.map((one) => [`${one.name} (${one.zone})`, one] as const)

  test.each(named.filter(([, { plan }]) => plan !== undefined))(
    '%s: every session at its hour',
    (_n, one) => {
      const course = courseOf(file, one)
      expect(
        course.sessions.map(({ number, phase, place }) => `${number} ${phase} ${written(place)}`),
      ).toEqual(one.plan)
      const flags = course.issues.filter(({ code }) => code.startsWith('planned-time'))
      expect(flags.map(({ code, path }) => `${code} ${path}`)).toEqual(one.issues ?? [])
      const open = course.sessions.filter(({ status }) => status !== 'regular')
      expect(
        open.map(({ number, status, because, alternatives }) => ({
          session: number,
          status,
          because: [...new Set(because.map(kindOf))],
          alternatives: alternatives.map(written),
        })),
      ).toEqual((one.toChoose ?? []).map((choice) => ({ ...choice, status: 'to-choose' })))
    },
  )

  test.each(named.filter(([, { doses }]) => doses !== undefined))('%s: the doses it allows', (_n, one) => {
    const course = courseOf(file, one)
    const forecast = forecastCourse({ course, sessions: [] }, contextOf(file, one, one.asOf))
    if (!forecast.ok) throw new Error(forecast.error.code)
    for (const { from, to, mg, includes, unit, range } of one.doses ?? []) {
      const sessions = forecast.value.sessions.filter(({ number }) => number >= from && number <= to)
      expect(sessions.length).toBe(to - from + 1)
      for (const { doses } of sessions) {
        const lines = allowed(doses)
        if (mg !== undefined) expect(lines).toEqual([{ unit: 'mg', values: mg }])
        if (includes !== undefined) {
          const holds = lines.some((line) =>
            'values' in line
              ? line.values.includes(includes)
              : line.least <= includes && includes <= line.most,
          )
          expect(holds).toBe(true)
        }
        if (unit !== undefined) expect(new Set(lines.map((line) => line.unit))).toEqual(new Set([unit]))
        if (range !== undefined) {
          const ends = lines.flatMap((line) => ('values' in line ? line.values : [line.least, line.most]))
          expect([Math.min(...ends), Math.max(...ends)]).toEqual(range)
        }
      }
    }
  })

  test.each(named.filter(([, { infeasible }]) => infeasible !== undefined))('%s: no plan', (_n, one) => {
    const plan = planned(file, one)
    if (plan.ok || !('conflict' in plan.error)) throw new Error('a plan, or no reason')
    const { conflict, session, window } = plan.error
    expect({
      conflict: conflict.map(({ kind }) => kind),
      session: Number(session.slice(1)),
      window: [window.from, window.to],
    }).toMatchObject(one.infeasible ?? {})
  })

  const refused = named.filter(([, one]) => one.refused !== undefined)
  if (refused.length > 0) {
    test.each(refused)('%s: refused', (_n, one) => {
      const plan = planned(file, one)
      expect(plan.ok ? 'a plan' : { code: plan.error.code, path: plan.error.path }).toEqual(one.refused)
    })
  }

  const moments = named.flatMap(([name, one]) =>
    (one.moments ?? []).map((moment) => [name, moment.asOf, one, moment] as const),
  )
  test.each(moments)('%s, as of %s', (_name, asOf, one, moment) => {
    const planOf = courseOf(file, one)
    const course = moment.reviewed === true ? reviewed(planOf, asOf) : planOf
    const sessions = (moment.given ?? []).map((dose) => {
      const session = course.sessions.find(({ number }) => number === dose.session)
      if (session === undefined) throw new Error('no such session')
      return visitOf(course, session, dose)
    })
    const context = contextOf(file, one, asOf)
    const forecast = forecastCourse({ course, sessions }, context)
    if (!forecast.ok) throw new Error(`${forecast.error.code} at ${forecast.error.path}`)
    const { value } = forecast
    const status: Record<string, number[]> = {}
    for (const { number, status: word } of value.sessions) status[word] = [...(status[word] ?? []), number]
    expect(status).toEqual(moment.status)
    const numberOf = (id: string | null) => value.sessions.find((each) => each.id === id)?.number ?? null
    if (moment.next !== undefined) expect(numberOf(value.next)).toBe(moment.next)
    if (moment.overdue !== undefined) expect(value.overdue.sessions.map(numberOf)).toEqual(moment.overdue)
    if (moment.end !== undefined) expect(value.end?.why).toBe(moment.end)
    const visit = (number: string) => value.visits.find(({ session }) => numberOf(session) === Number(number))
    for (const [number, mg] of Object.entries(moment.delivered ?? {})) {
      expect(visit(number)?.delivered).toEqual({
        least: { value: mg, unit: 'mg' },
        most: { value: mg, unit: 'mg' },
      })
    }
    for (const [number, truth] of Object.entries(moment.counted ?? {})) {
      expect(visit(number)?.counted).toBe(truth)
    }
    for (const [number, truth] of Object.entries(moment.exposed ?? {})) {
      expect(visit(number)?.exposed).toBe(truth)
    }
    if (moment.gap === undefined && moment.options === undefined) return
    const answer = missedSessionOptions({ course, sessions, patient: patientOf(one) }, context)
    expect(answer.value.missed.map(numberOf)).toEqual(moment.status.missed ?? [])
    if (moment.gap !== undefined) expect(answer.value.gap).toMatchObject(moment.gap)
    // Without a recent score nobody knows whether the depression is worse.
    expect(answer.value.worse).toBe('unknown')
    for (const [option, offered] of Object.entries(moment.options ?? {})) {
      expect(
        answer.value.options.filter((each) => each.option === option).map((each) => each.offered),
      ).toEqual([offered].flat())
    }
  })
})
