/** A course as a calendar, read back by another program in other zones. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { Course } from '../../src/course/course.schema.ts'
import { courseCalendar } from '../../src/entries/ics.ts'
import { parse } from '../../src/kernel/door.ts'
import { sampleCourse, sampleProtocol } from '../tools/sample-course.ts'

const stamp = '2026-11-22T09:00:00-05:00'

function courseOf(like: Parameters<typeof sampleCourse>[0]) {
  const parsed = parse(Course, sampleCourse(like))
  if (!parsed.ok) throw parsed.error
  return parsed.value
}

type Options = Omit<Parameters<typeof courseCalendar>[1], 'stamp'>

function textOf(like: Parameters<typeof sampleCourse>[0], options: Options = {}): string {
  const made = courseCalendar({ course: courseOf(like) }, { stamp, ...options })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

/** The entries as the other program reads them. */
function entriesOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, sequence, startDate, endDate } = new ICAL.Event(component)
    return {
      uid,
      summary,
      description,
      sequence,
      status: String(component.getFirstPropertyValue('status')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      isDay: startDate.isDate,
      zone: startDate.zone?.tzid ?? '',
      start: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
      minutes: (endDate.toUnixTime() - startDate.toUnixTime()) / 60,
    }
  })
}

/** Both clock changes of New York in 2026, and the days beside them. */
const acrossChanges = [
  { id: 's1', day: '2026-03-05', time: '09:00', at: '2026-03-05T09:00:00-05:00' },
  { id: 's2', day: '2026-03-08', time: '02:30', at: '2026-03-08T03:00:00-04:00', flag: 'moved-after-gap' },
  { id: 's3', day: '2026-03-12', time: '09:00', at: '2026-03-12T09:00:00-04:00' },
  { id: 's4', day: '2026-10-29', time: '09:00', at: '2026-10-29T09:00:00-04:00' },
  { id: 's5', day: '2026-11-01', time: '01:30', at: '2026-11-01T01:30:00-04:00', flag: 'earlier-of-two' },
  { id: 's6', day: '2026-11-05', time: '23:30', at: '2026-11-05T23:30:00-05:00' },
] as const

const wallOf = (at: string, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(at),
  )

describe('a session', () => {
  test('keeps its wall clock over both clock changes', () => {
    const read = entriesOf(textOf({ sessions: acrossChanges }))
    expect(read.map(({ start }) => wallOf(start, 'America/New_York'))).toEqual(
      acrossChanges.map(({ at }) => at.slice(0, 16).replace('T', ' ')),
    )
    expect(read.map(({ zone }) => zone)).toEqual(acrossChanges.map(() => 'UTC'))
  })

  test('stands at the same moment, byte for byte, whatever the zone of the computer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
    try {
      const script = join(folder, 'read.mjs')
      const file = join(folder, 'course.ics')
      writeFileSync(file, textOf({ sessions: acrossChanges }, { minutes: 120 }))
      const reader = fileURLToPath(import.meta.resolve('ical.js'))
      writeFileSync(
        script,
        `import ICAL from ${JSON.stringify(reader)}
import { readFileSync } from 'node:fs'
const calendar = new ICAL.Component(ICAL.parse(readFileSync(${JSON.stringify(file)}, 'utf8')))
const starts = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).startDate.toJSDate())
console.log(JSON.stringify({ zone: new Date(starts[0]).getTimezoneOffset(), starts }))`,
      )
      const read = ['America/New_York', 'Australia/Adelaide', 'Europe/Berlin'].map((zone) =>
        JSON.parse(
          execFileSync(process.execPath, [script], {
            env: { ...process.env, TZ: zone },
            encoding: 'utf8',
          }),
        ),
      )
      expect(new Set(read.map(({ zone }) => zone)).size).toBe(3)
      for (const { starts } of read)
        expect(starts).toEqual(acrossChanges.map(({ at }) => new Date(at).toISOString()))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.each(['Pacific/Chatham', 'America/St_Johns', 'UTC'])(
    'is written as the same bytes twice, and on a computer in %s',
    (zone) => {
      const before = process.env.TZ
      const here = textOf({ sessions: acrossChanges }, { minutes: 90 })
      try {
        process.env.TZ = zone
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
        expect(textOf({ sessions: acrossChanges }, { minutes: 90 })).toBe(here)
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
      expect(textOf({ sessions: acrossChanges }, { minutes: 90 })).toBe(here)
    },
  )

  test('takes as long as it was said to take, over a clock change too, and no time where nobody said', () => {
    expect(
      entriesOf(textOf({ sessions: acrossChanges }, { minutes: 150 })).map(({ minutes }) => minutes),
    ).toEqual(acrossChanges.map(() => 150))
    expect(textOf({ sessions: acrossChanges })).not.toContain('DTEND')
  })

  test('that moves keeps its name and raises its sequence', () => {
    const [first] = acrossChanges
    const before = entriesOf(textOf({ sessions: [first] }))
    const moved = { ...first, day: '2026-03-06', at: '2026-03-06T09:00:00-05:00', revision: 1 }
    const after = entriesOf(textOf({ sessions: [{ ...moved, status: 'chosen' }] }))
    expect([before[0]?.uid, before[0]?.sequence]).toEqual(['course-1.s1@course.invalid', 0])
    expect([after[0]?.uid, after[0]?.sequence]).toEqual(['course-1.s1@course.invalid', 1])
    expect(after[0]?.start).toBe('2026-03-06T14:00:00.000Z')
  })

  test('that is cancelled stays in, and one still to be chosen is tentative', () => {
    const [a, b, c] = acrossChanges
    const read = entriesOf(
      textOf({
        sessions: [
          { ...a, status: 'cancelled', revision: 3 },
          { ...b, status: 'to-choose' },
          { ...c, status: 'chosen' },
        ],
      }),
    )
    expect(read.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['CANCELLED', 3],
      ['TENTATIVE', 0],
      ['CONFIRMED', 0],
    ])
  })

  test('is stamped with the moment that was handed in, and with no other', () => {
    const text = textOf({ sessions: acrossChanges })
    expect([...text.matchAll(/^DTSTAMP:(.*)\r$/gm)].map(([, at]) => at)).toEqual(
      acrossChanges.map(() => '20261122T140000Z'),
    )
    expect(text).not.toMatch(/RRULE|RDATE|VTIMEZONE|TZID/)
  })
})

const phq = {
  id: 'phq9-s3',
  assessment: 'phq9',
  kind: 'measure',
  label: 'PHQ-9 for depression',
  session: 's3',
  from: '2026-03-13',
  due: '2026-03-14',
  to: '2026-03-16',
}

describe('an assessment', () => {
  test('is an entry of one whole day, on the day it is due', () => {
    const read = entriesOf(
      textOf({ sessions: [], assessments: [phq, { ...phq, id: 'x', status: 'cancelled', revision: 2 }] }),
    )
    expect(read.map(({ isDay, start, minutes, status }) => [isDay, start, minutes, status])).toEqual([
      [true, '2026-03-14', 1440, 'CONFIRMED'],
      [true, '2026-03-14', 1440, 'CANCELLED'],
    ])
    expect(read[0]?.description).toBe('From 2026-03-13 to 2026-03-16.')
  })

  test('and a session of one id are two entries', () => {
    const [first] = acrossChanges
    const read = entriesOf(textOf({ sessions: [first], assessments: [{ ...phq, id: 's1' }] }))
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(2)
  })
})

describe('what a calendar tells', () => {
  const whole = { sessions: acrossChanges, assessments: [phq], id: '8c1f' }

  test('is nothing of drug, diagnosis, instrument or patient', () => {
    const text = textOf(whole).replace(/\r\n /g, '')
    expect(text).not.toMatch(/ketamin|depress|phq|induction|dose|mg/i)
    expect(entriesOf(text).map(({ summary }) => summary)).toEqual([
      'Visit 1',
      'Visit 2',
      'Visit 3',
      'Visit 4',
      'Visit 5',
      'Visit 6',
      'Check',
    ])
    expect([...text.matchAll(/^CLASS:(.*)\r$/gm)].every(([, word]) => word === 'PRIVATE')).toBe(true)
  })

  test('is more where somebody asks for it', () => {
    const read = entriesOf(textOf(whole, { titles: 'labels', person: 'R. M.', domain: 'clinic.example' }))
    expect(read[0]?.summary).toBe('R. M.: Session 1, Induction')
    expect(read[0]?.description).toContain(sampleProtocol.label)
    expect(read[6]?.summary).toBe('R. M.: PHQ-9 for depression')
    expect(read[0]?.uid).toBe('8c1f.s1@clinic.example')
  })

  test('stays inside its entry, whatever a site or a name holds', () => {
    const hostile = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\u2028;,\\n"\u0000\u202e'
    const text = textOf(
      { id: hostile, sessions: acrossChanges, assessments: [{ ...phq, label: hostile, id: hostile }] },
      { titles: 'labels', person: hostile },
    )
    const read = entriesOf(text)
    expect(read.length).toBe(7)
    expect([...text.matchAll(/^BEGIN:VEVENT\r$/gm)].length).toBe(7)
    expect(read[6]?.summary).toBe(
      'a END:VEVENT BEGIN:VEVENT UID:x ;,\\n": a END:VEVENT BEGIN:VEVENT UID:x ;,\\n"',
    )
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(7)
  })

  test('law: no line is longer than 75 octets, each ends with a line break, and words come back as they went in', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(word, word, (label, person) => {
        const text = textOf({ sessions: [], assessments: [{ ...phq, label }] }, { titles: 'labels', person })
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        const clean = (one: string) => one.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
        const named = clean(person)
        const summary = named === '' ? label : `${named}: ${label}`
        expect(entriesOf(text)[0]?.summary.trim()).toBe(clean(summary))
      }),
      { numRuns: 200 },
    )
  })
})

describe('what cannot be written', () => {
  test('a course without anything planned has no calendar', () => {
    expect(courseCalendar({ course: courseOf({ sessions: [] }) }, { stamp })).toEqual({
      ok: false,
      error: { code: 'calendar-empty', path: 'course' },
    })
  })

  const course = courseOf({ sessions: acrossChanges })
  test.each([
    [{ stamp: 'today' }, 'options.stamp'],
    [{ stamp, minutes: 0 }, 'options.minutes'],
    [{ stamp, minutes: 1.5 }, 'options.minutes'],
    [{ stamp, minutes: 1441 }, 'options.minutes'],
    [{ stamp, titles: 'all' }, 'options.titles'],
    [{ stamp, person: 'x'.repeat(201) }, 'options.person'],
    [{ stamp, domain: 'a\nb' }, 'options.domain'],
  ])('options %j are refused', (options, path) => {
    expect(() => Reflect.apply(courseCalendar, undefined, [{ course }, options])).toThrow(
      expect.objectContaining({ code: 'bad-argument', path }),
    )
  })

  test('a course that did not come through the door is refused', () => {
    expect(() => Reflect.apply(courseCalendar, undefined, [{ course: { ...course } }, { stamp }])).toThrow(
      expect.objectContaining({ code: 'not-parsed', path: 'course' }),
    )
  })
})
