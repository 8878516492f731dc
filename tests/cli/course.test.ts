/** Courses and whole treatments on the command line: as the library answers, and so that a person can read it. */
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { timelinePlot } from '../../src/adapters/plots/timeline-plot.ts'
import { instruments } from '../../src/content/measures/instruments.ts'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { us } from '../../src/content/us.ts'
import { Course } from '../../src/course/course.schema.ts'
import { forecastCourse } from '../../src/course/forecast-course.ts'
import { planCourse } from '../../src/course/plan-course.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { Session } from '../../src/session/session.schema.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { speechFault } from '../tools/house.ts'
import { sampleProtocol } from '../tools/sample-course.ts'
import { said } from './desk.ts'

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/samples/courses/${name}.json`, import.meta.url), 'utf8'))
const plan = sample('plan')
const treatment = sample('treatment')
const { course, sessions, patient, measures } = treatment

const zone = 'America/New_York'
const at = (asOf: string) => ['--zone', zone, '--as-of', asOf]
const before = at('2027-02-22T09:00:00-05:00')
const friday = at('2027-03-26T09:00:00-04:00')
const contextOf = ([, , , asOf = '']: readonly string[]) => ({
  content: us,
  policy: usStartingPolicy,
  zone,
  asOf,
  zoneTables: '2026a',
})

const tell = (words: readonly string[], argument: unknown, when = friday) =>
  said([...words, 'it.json', ...when], { 'it.json': JSON.stringify(argument) })
const ask = async (words: readonly string[], argument: unknown, when = friday) =>
  JSON.parse((await tell([...words, '--json'], argument, when)).out)

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
const scores = measures

function parsedCourse() {
  const read = parse(Course, course)
  if (!read.ok) throw read.error
  return read.value
}

function parsedSessions() {
  return sessions.map((one: unknown) => {
    const read = parse(Session, one)
    if (!read.ok) throw read.error
    return read.value
  })
}

describe('a plan', () => {
  test('is the one the library makes, and its protocol may be named instead of written out', async () => {
    const planned = planCourse({ ...plan, protocol: esketamineTrdUs }, contextOf(before))
    expect(await ask(['course', 'plan'], plan, before)).toEqual(plain(planned))
    const { protocol, ...unnamed } = plan
    expect(await ask(['course', 'plan', '--protocol', protocol], unnamed, before)).toEqual(plain(planned))
    const whole = { ...plan, protocol: plain(esketamineTrdUs) }
    expect(await ask(['course', 'plan'], whole, before)).toEqual(plain(planned))
  })

  test('is told week by week, with what somebody has to choose', async () => {
    const { code, out } = await tell(['course', 'plan'], plan, before)
    expect(code).toBe(0)
    expect(out).toContain('week 1    1: mon 2027-03-01 14:00 · 2: thu 2027-03-04 14:00\n')
    expect(out).toContain('week 5    9: tue 2027-03-30 14:00 [?]\n')
    expect(out).toMatch(/mon 2027-03-29 14:00 is taken away by Easter Monday\s+\(closure\/easter-monday\)/)
    expect(out).toMatch(/Proposed: tue 2027-03-30 14:00\. Also: wed 2027-03-31 14:00; thu 2027-04-01\s+14:00/)
    expect(out).toContain('nobody stated whether it is')
    expect(out).toContain('Nothing is booked.')
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })

  test('that cannot be made names what cannot be kept together', async () => {
    const closures = [{ id: 'works', label: 'Building works', from: '2027-03-26', to: '2027-04-03' }]
    const { code, out } = await tell(['course', 'plan'], { ...plan, closures }, before)
    expect(code).toBe(1)
    expect(out).toContain('NO PLAN')
    expect(out).toContain('closed: Building works (closure/works)')
    expect(out).toMatch(/The first session without a place is s9; its window is 2027-03-27 to\s+2027-04-01/)
  })

  test('tells both clock changes', async () => {
    const night = { slots: [{ weekday: 'sun', time: '02:30' }] }
    const asked = {
      ...plan,
      protocol: 'ketamine-iv-maintenance',
      start: '2027-03-07',
      pattern: night,
      indication: undefined,
      closures: [],
      horizon: { sessions: 2 },
    }
    const { out } = await tell(['course', 'plan'], asked, before)
    expect(out).toMatch(/sun 2027-03-14 0[23]:\d\d/)
    expect(out).toContain('the clock is put forward over this time')
  })

  test.each([
    [
      ['course', 'plan', '--protocol', 'esketamine-trd-us'],
      plan,
      'bad-argument at protocol. The file and the',
    ],
    [
      ['course', 'plan'],
      { ...plan, protocol: 'nothing' },
      'bad-argument at protocol. There are the protocols',
    ],
    [['course', 'plan'], { ...plan, protocol: { id: 'x' } }, ' at protocol.'],
    [['course', 'plan'], { ...plan, pattern: 1 }, 'bad-argument at pattern'],
    [['course', 'plan'], { ...plan, start: '2026-01-01' }, 'start-in-past at start'],
    [['course', 'forecast'], {}, 'bad-argument at course. The course is missing: one of the format'],
    [['course', 'forecast'], { course, sessions: {} }, 'bad-argument at sessions'],
    [
      ['course', 'forecast'],
      { course, scores: [{ instrument: 'nothing' }] },
      'bad-argument at scores[0].instrument',
    ],
    [['course', 'forecast'], { course, scores: {} }, 'bad-argument at scores'],
    [['course', 'missed'], { course }, 'bad-argument at patient. The patient is missing: a record of'],
    [['course', 'missed'], { course, patient, judgement: 1 }, 'bad-argument at judgement'],
    [['course', 'reschedule'], { course }, 'bad-argument at session'],
    [['course', 'reschedule'], { course, session: 's9', to: 1 }, 'bad-argument at to'],
    [['course', 'decide'], { course, decision: { kind: 'end' } }, 'at decision'],
    [['course', 'exposure'], { sessions: [], earlier: 1 }, 'bad-argument at earlier'],
  ])('%j refuses what it cannot use by its place', async (words, argument, text) => {
    const { code, out } = await tell(words, argument)
    expect(code).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain(text)
    expect(out).toMatch(/^REFUSED/)
  })
})

describe('a course that is under way', () => {
  test('is forecast as the library forecasts it', async () => {
    const forecast = forecastCourse({ course: parsedCourse(), sessions: parsedSessions() }, contextOf(friday))
    expect(await ask(['course', 'forecast'], { course, sessions })).toEqual(plain(forecast))
  })

  test('is told by words: late, waiting, next, and nothing picked', async () => {
    const { code, out } = await tell(['course', 'forecast'], { course, sessions, scores })
    expect(code).toBe(0)
    expect(out).toContain('7  missed: mon 2027-03-22 14:00')
    expect(out).toContain('Next          session 9, awaiting review: tue 2027-03-30 14:00')
    expect(out).toContain('7 given of 8 due; 1 missed, 0 cancelled')
    expect(out).toContain('None is picked.')
    expect(out).toMatch(/Benefit review at the end of induction: due, 2027-03-25/)
  })

  test('goes from one command to the next as it was printed', async () => {
    const printed = await tell(['course', 'plan', '--json'], plan, before)
    const told = await said(['course', 'forecast', 'it.json', ...before], { 'it.json': printed.out })
    expect(told.code).toBe(0)
    expect(told.out).toContain('Next          session 1, planned: mon 2027-03-01 14:00')
    const inside = `{"course":${printed.out}}`
    expect((await said(['course', 'forecast', 'it.json', ...before], { 'it.json': inside })).out).toBe(
      told.out,
    )
  })

  test('offers what may follow a missed session, and picks nothing', async () => {
    const argument = { course, sessions, scores, patient }
    const { value } = await ask(['course', 'missed'], argument)
    expect(value.missed).toEqual(['s7'])
    const { out } = await tell(['course', 'missed'], argument)
    for (const { text } of value.options) expect(out.replace(/\s+/g, ' ')).toContain(text)
    expect(out).toContain('Nothing is chosen.')
    const judgement = { word: 'worse', at: '2027-03-26T08:00:00-04:00', by: 'psychiatrist' }
    expect((await tell(['course', 'missed'], { ...argument, judgement })).out).toContain(
      'Judgement     worse',
    )
  })

  test('shows where a session could go, and changes only by a decision', async () => {
    const argument = { course, sessions, session: 's9' }
    const { out } = await tell(['course', 'reschedule'], argument)
    expect(out).toContain('s9: 3 places inside its window')
    expect(out).toContain('- wed 2027-03-31 14:00')
    const decision = {
      kind: 'move',
      session: 's9',
      day: '2027-03-31',
      id: 'd1',
      at: '2027-03-26T08:50:00-04:00',
      by: 'nurse',
    }
    const moved = await ask(['course', 'decide'], { course, sessions, decision })
    expect(moved.value.sessions[8]).toMatchObject({ id: 's9', status: 'chosen', revision: 1 })
    expect((await tell(['course', 'decide'], { course, sessions, decision })).out).toContain(
      'week 5    9: wed 2027-03-31 14:00 chosen',
    )
    const changes = await ask(['course', 'diff'], { before: course, after: moved.value })
    expect(changes.map(({ kind, of }: { kind: string; of: string }) => `${kind} ${of}`)).toContain('moved s9')
  })

  test('counts what was given, and tells what is to be watched', async () => {
    const { out } = await tell(['course', 'exposure'], { sessions, earlier: [], windows: [7] })
    expect(out).toContain('In the logs   7 sessions, 560 mg')
    expect(out).toContain('Last 7 d      1 session, 84 mg')
    expect((await tell(['course', 'exposure'], sessions)).out).toContain('Lifetime      at least 7 sessions')
    const watch = await tell(['course', 'watch'], { sessions, patient })
    expect(watch.out).toMatch(/\[[?!>-]\] bladder: /)
    expect(watch.code).toBe(0)
  })
})

describe('how sure it is', () => {
  const unsigned = /no clinician has\s+signed it/
  // A protocol of which parts were never seen.
  const known = { ...course, protocol: { ...course.protocol, certainty: 'K?' } }
  const marked = (certainty: string) => ({
    ...course,
    protocol: {
      ...course.protocol,
      phases: course.protocol.phases.map((phase: { doses: object[]; intervals: object[] }) => ({
        ...phase,
        doses: phase.doses.map((row) => ({ ...row, certainty })),
        intervals: phase.intervals.map((row) => ({ ...row, certainty })),
      })),
      assessments: course.protocol.assessments.map((row: object) => ({ ...row, certainty })),
    },
  })

  test.each([
    [['course', 'plan'], plan, before],
    [['course', 'forecast'], { course, sessions }, friday],
    [['course', 'missed'], { course, sessions, patient }, friday],
    [['course', 'reschedule'], { course, sessions, session: 's9' }, friday],
    [['timeline'], treatment, friday],
  ])('%j says that no clinician has signed the protocol', async (words, argument, when) => {
    expect((await tell(words, argument, when)).out).toMatch(unsigned)
  })

  test.each([
    [['course', 'forecast'], { course: known, sessions }],
    [['course', 'missed'], { course: known, sessions, patient }],
    [['timeline'], { ...treatment, course: known }],
  ])('%j says that a protocol was not seen', async (words, argument) => {
    expect((await tell(words, argument)).out).toContain('known, detail not certain [K?]')
  })

  test('is not left out where a clinician has signed', async () => {
    const clinicalReview = { by: 'A. Reader', on: '2027-01-02' }
    const signed = { ...course, protocol: { ...course.protocol, clinicalReview } }
    const { out } = await tell(['course', 'forecast'], { course: signed, sessions })
    expect(out).toContain('signed by A. Reader on 2027-01-02')
    expect(out).not.toMatch(unsigned)
  })

  test('stands beside each row that was not seen', async () => {
    const { out } = await tell(['course', 'forecast'], { course: marked('K'), sessions })
    expect(out.replace(/\s+/g, ' ')).toMatch(/Doses 56 or 84 mg \([^)]*\) \[K\]\. None is picked/)
    expect(out).toContain('- Once a week [K] (in use)')
    expect(out).toContain('Depression score before the first session [K]:')
    const whole = await tell(['course', 'plan'], { ...plan, protocol: marked('K?').protocol }, before)
    expect(whole.out).toContain('Twice a week [K?]')
    const seen = await tell(['course', 'forecast'], { course: marked('S'), sessions })
    expect(seen.out).not.toContain('[K')
  })

  test('stands beside what is to be watched, and under it', async () => {
    const argument = { sessions, patient }
    const { value } = await ask(['course', 'watch'], argument)
    const { out } = await tell(['course', 'watch'], argument)
    expect(
      value.items.every(({ clinicalReview }: { clinicalReview: string }) => clinicalReview === 'none'),
    ).toBe(true)
    expect(out).toContain('No clinician has signed these rules.')
    const words = out.replace(/\s+/g, ' ')
    for (const { watch, label, certainty } of value.items)
      expect(words).toContain(`${watch}: ${label}${certainty === 'S' ? '' : ` [${certainty}]`} (`)
  })
})

test.each([
  [['course', 'plan'], plan, before],
  [['course', 'forecast'], { course, sessions, scores }, friday],
  [['course', 'missed'], { course, sessions, scores, patient }, friday],
  [['course', 'reschedule'], { course, sessions, session: 's9' }, friday],
  [['course', 'exposure'], { sessions }, friday],
  [['course', 'watch'], { sessions, patient }, friday],
  [['course', 'validate-protocol'], sampleProtocol, friday],
  [['timeline'], treatment, friday],
  [['timeline'], { patient }, friday],
  [['timeline', 'plot'], treatment, friday],
])('%j clears nobody, orders nothing and speaks to nobody under treatment', async (words, argument, when) => {
  const { out } = await tell(words, argument, when)
  const sentences = out
    .replace(/<[^>]*>/g, '. ')
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?:;]) /)
  expect(out.length).toBeGreaterThan(200)
  expect(sentences.filter((sentence) => speechFault(sentence) !== undefined)).toEqual([])
})

test.each([[], ['--pain']])('the list of protocols does neither (%s)', async (...flags: string[]) => {
  const { out } = await said(['course', 'protocols', ...flags, ...friday])
  const sentences = out.replace(/\s+/g, ' ').split(/(?<=[.?:;]) /)
  expect(sentences.filter((sentence) => speechFault(sentence) !== undefined)).toEqual([])
})

describe('what somebody has to choose', () => {
  test('is told of a session by its proposed place and the others', async () => {
    const { out } = await tell(['course', 'forecast'], { course, sessions, scores })
    expect(out.replace(/\s+/g, ' ')).toContain(
      '[?] to be chosen: tue 2027-03-30 14:00 is proposed; also wed 2027-03-31 14:00; thu 2027-04-01 14:00',
    )
    const whole = await tell(['timeline'], treatment)
    expect(whole.out.replace(/\s+/g, ' ')).toContain(
      'its place is to be chosen. Proposed: 2027-03-30 at 14:00.',
    )
    const early = await tell(['timeline'], { patient, course }, at('2027-03-01T09:00:00-05:00'))
    expect(early.out).toContain('c place to be chosen')
  })

  test('and bounds, read as a colleague would write them', async () => {
    const { out } = await tell(['course', 'forecast'], { course, sessions, scores })
    expect(out).toContain('not before sun 2027-03-28 14:00\n')
    const first = await tell(['course', 'forecast'], { course }, before)
    expect(first.out).toContain('not before mon 2027-03-01\n')
  })

  test('a gap of which nobody knows the length says so once', async () => {
    const { out } = await tell(['course', 'missed'], { course, sessions: [], patient })
    expect(out).toContain('Since         how long is not known')
    expect(out).not.toContain('is not known: is not known')
  })
})

test('milligrams of two salts stand in two rows under one product, and its sessions are one sum', async () => {
  const visit = (id: string, at: string, as?: string) => {
    const stamp = (sequence: number) => ({
      id: `e${sequence}`,
      at,
      sequence,
      recorder: 'desk',
      by: 'nurse',
      source: 'person',
    })
    const amount = { value: 40, unit: 'mg' }
    return {
      format: 'ketamine-treatment/session/1',
      id,
      events: [
        { ...stamp(1), what: { type: 'booked', kind: 'dosing', product: 'ketamine-im' } },
        {
          ...stamp(2),
          what: { type: 'dose-given', how: 'injection', amount, ...(as === undefined ? {} : { as }) },
        },
      ],
    }
  }
  const logs = [
    visit('a', '2027-03-01T10:00:00-05:00', 'base'),
    visit('b', '2027-03-03T10:00:00-05:00', 'hydrochloride'),
    visit('c', '2027-03-05T10:00:00-05:00'),
  ]
  const { out } = await tell(['course', 'exposure'], { sessions: logs, earlier: [] })
  expect(out).toContain('Sessions      3 sessions in the logs, 3 sessions in a lifetime')
  expect(out.match(/KETAMINE/g)?.length).toBe(1)
  const words = out.replace(/\s+/g, ' ')
  // The one of which no entry says so may count in either of the others.
  expect(words).toContain('1 to 2 sessions, 40 mg to 80 mg, as base')
  expect(words).toContain('1 to 2 sessions, 40 mg to 80 mg, as hydrochloride')
  expect(words).toContain('1 session, 40 mg, no entry says what the milligrams count')
})

describe('protocols', () => {
  test('are listed by id, those for pain apart', async () => {
    const { out } = await said(['course', 'protocols', ...friday])
    expect(out).toContain('ESKETAMINE-TRD-US')
    expect(out).not.toMatch(/KETAMINE.*CRPS/)
    expect(out).toContain('Protocols for pain stand apart')
    const pain = await said(['course', 'protocols', '--pain', ...friday])
    expect(pain.out).toMatch(/KETAMINE.*CRPS/)
    expect(pain.out).not.toContain('ESKETAMINE')
    expect(pain.out).toContain('stand apart')
    const listed = JSON.parse((await said(['course', 'protocols', '--json', ...friday])).out)
    expect(listed.map(({ id }: { id: string }) => id)).toContain('esketamine-trd-us')
  })

  test('for pain are never planned by unless they were asked for', async () => {
    const { indication, ...rest } = plan
    const slots = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => ({
      weekday,
      time: '09:00',
    }))
    const asked = {
      ...rest,
      protocol: 'ketamine-iv-crps-10-days',
      closures: [],
      preferences: {},
      pattern: { slots },
    }
    const refused = await tell(['course', 'plan'], asked, before)
    expect([refused.code, refused.out.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('This protocol is for pain. It stands apart, and is asked for with --pain.'),
    ])
    expect((await tell(['course', 'plan', '--pain'], asked, before)).out).toContain('regional pain')
    const other = await tell(['course', 'plan', '--pain'], plan, before)
    expect(other.out.replace(/\s+/g, ' ')).toContain('There are the protocols ketamine-iv-crps-10-days.')
  })

  test('say how sure they are, row by row, and that nobody has signed them', async () => {
    const { out } = await said(['course', 'protocols', ...friday])
    const [, maintenance = ''] = out.split('KETAMINE-IV-MAINTENANCE')
    const words = maintenance.replace(/\s+/g, ' ')
    expect(words).toContain(
      'Certainty known, source not opened [K]; basis practice; no clinician has signed it',
    )
    expect(words).toContain('Every two weeks [K] or')
  })

  test('of a site are held against themselves', async () => {
    const sound = await tell(['course', 'validate-protocol'], sampleProtocol)
    expect([sound.code, sound.out]).toEqual([0, expect.stringMatching(/nothing in\s+it contradicts itself/)])
    const [phase] = sampleProtocol.phases
    const broken = { ...sampleProtocol, phases: [{ ...phase, next: 'nowhere' }] }
    const refused = await tell(['course', 'validate-protocol'], broken)
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('phases[0].next')
    expect(
      (
        await said(['course', 'validate-protocol', 'it.json', '--protocol', 'esketamine-trd-us', ...friday], {
          'it.json': 'null',
        })
      ).code,
    ).toBe(0)
  })
})

describe('the whole treatment', () => {
  const files = { 'it.json': JSON.stringify(treatment) }
  const read = parse(Patient, patient)
  if (!read.ok) throw read.error

  test('is drawn with characters, no line wider than the terminal', async () => {
    for (const columns of [40, 80, 100]) {
      const { code, out } = await said(['timeline', 'it.json', ...friday], files, { columns })
      expect(code).toBe(0)
      for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(columns)
    }
    const { out } = await said(['timeline', 'it.json', ...friday], files)
    const lane = (name: string) => out.split('\n').find((line) => line.startsWith(name)) ?? ''
    expect(lane('Given').match(/\^/g)?.length).toBe(7)
    expect(lane('Sessions').match(/\*/g)?.length).toBe(7)
    expect(lane('Sessions').match(/x/g)?.length).toBe(1)
    expect(lane('dissociation')).toMatch(/1 2\s+1/)
    expect(lane('PHQ-9')).toMatch(/█.*▄/)
    expect(lane('Phase')).toContain('|Induction')
    expect(out).toContain('Sessions given: 7 of 16 planned.')
    expect(out).not.toContain('the bus did not run')
  })

  test('is JSON as the library builds it, and a picture and a calendar where files are named', async () => {
    const written = new Map<string, string>()
    const words = ['timeline', 'it.json', '--json', '--svg', 'out.svg', '--ics', 'out.ics', ...friday]
    const { code, out, err } = await said(words, files, { written })
    expect([code, err]).toEqual([0, 'out.svg: written\nout.ics: written\n'])
    const timeline = buildTimeline(
      { patient: read.value, sessions: parsedSessions(), measures: [], course: parsedCourse() },
      contextOf(friday),
    )
    expect(JSON.parse(out).phases).toEqual(plain(timeline.phases))
    expect(written.get('out.svg')).toBe(timelinePlot(JSON.parse(out), { instruments }))
    const calendar = new ICAL.Component(ICAL.parse(written.get('out.ics') ?? ''))
    expect(calendar.getAllSubcomponents('vevent').length).toBe(
      course.sessions.length + course.assessments.length,
    )
    expect(written.get('out.ics')).not.toMatch(/ketamin|depress/i)
  })

  test('says which file could not be written, and why', async () => {
    const nowhere = await said(['timeline', 'it.json', '--svg', 'nowhere/out.svg', ...friday], files)
    expect([nowhere.code, nowhere.err]).toEqual([1, 'nowhere/out.svg: cannot be written\n'])
    const without = { 'it.json': JSON.stringify({ patient }) }
    const empty = await said(['timeline', 'it.json', '--ics', 'out.ics', ...friday], without)
    expect([empty.code, empty.err]).toEqual([1, 'out.ics: not written: the file holds no course.\n'])
    expect(empty.out).toContain('no course is on record')
  })

  test('is told in lines of a stable code, each with its sentence', async () => {
    const { lines } = JSON.parse((await said(['timeline', 'summary', 'it.json', ...friday], files)).out)
    expect(lines[0]).toMatchObject({ code: 'course/protocol', values: { version: '1' } })
    for (const { text } of lines) expect(text).not.toMatch(/[{}]/)
    const svg = await said(['timeline', 'plot', 'it.json', ...friday], files)
    expect(svg.out).toMatch(/^<svg /)
    const built = JSON.parse((await said(['timeline', 'build', 'it.json', ...friday], files)).out)
    expect(built.entries.length).toBeGreaterThan(30)
  })

  test.each([
    [['timeline'], 'Name the file of a treatment'],
    [['timeline', 'a.json', 'b.json'], 'reads one file'],
    [['timeline', 'a.json', '--full'], '--full belongs'],
    [['visit', 'a.json', '--svg', 'x'], '--svg belongs to the command timeline'],
    [['course', 'plan', '--ics', 'x'], '--ics belongs to the command timeline'],
    [['course', 'forecast', '--protocol', 'x'], '--protocol belongs'],
    [['course', 'forecast', '--pain'], '--pain belongs'],
    [['screen', 'a.json', '--pain'], '--pain belongs'],
  ])('%j cannot be followed', async (words, text) => {
    const { code, err } = await said(words)
    expect([code, err]).toEqual([2, expect.stringContaining(text)])
  })

  test.each([
    ['{', 'not-json'],
    ['{"patient":{}}', 'patient'],
    [JSON.stringify({ patient, notes: 1 }), 'bad-argument at notes'],
    [JSON.stringify({ patient, measures: [{ instrument: 'phq-9', forms: [1] }] }), 'measures[0]'],
  ])('a file that cannot be told is refused', async (text, told) => {
    const { code, err } = await said(['timeline', 'it.json', ...friday], { 'it.json': text })
    expect([code, err]).toEqual([1, expect.stringContaining(told)])
  })
})
