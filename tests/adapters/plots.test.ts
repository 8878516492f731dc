/** The picture of a visit: one axis, told by shapes as well as by colour, and nothing in it that somebody wrote freely. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkShape } from '../../src/adapters/plots/shapes.ts'
import { hues } from '../../src/adapters/plots/svg.ts'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { sessionPlot } from '../../src/entries/plots.ts'
import { parse } from '../../src/kernel/door.ts'
import type { DueObservation } from '../../src/session/due.ts'
import { replaySession } from '../../src/session/replay.ts'
import { Session } from '../../src/session/session.schema.ts'
import type { SessionState } from '../../src/session/state.ts'
import { type Box, faultsOf, overlaps, wordsIn } from './picture.ts'

interface Visit {
  readonly zone: string
  readonly session: { readonly events: readonly Record<string, unknown>[] }
  readonly expected: readonly { readonly asOf: string }[]
}

const read = (name: string): Visit =>
  JSON.parse(readFileSync(new URL(`../vectors/sessions/${name}.json`, import.meta.url), 'utf8'))
const visits = { 'nasal-us': read('nasal-us'), 'iv-us': read('iv-us'), 'nasal-eu-65': read('nasal-eu-65') }

function stateOf(session: unknown, asOf: string, zone: string): SessionState {
  const parsed = parse(Session, session)
  if (!parsed.ok) throw parsed.error
  return replaySession(parsed.value, { asOf, zone, content: us, policy: usStartingPolicy })
}

/** A visit of a few entries, some minutes after ten in New York. */
function visitOf(
  events: readonly { readonly minute?: number; readonly what: unknown }[],
  { asOf = '2026-11-24T12:00:00-05:00', hour = '2026-11-24T10' } = {},
): SessionState {
  return stateOf(
    {
      format: 'ketamine-treatment/session/1',
      id: 'v',
      events: events.map(({ minute, what }, at) => ({
        id: `e${at}`,
        ...(minute === undefined ? {} : { at: `${hour}:${String(minute).padStart(2, '0')}:00-05:00` }),
        sequence: at,
        recorder: 'r',
        by: 'nurse',
        source: 'person',
        ...(minute === undefined ? { late: true } : {}),
        what,
      })),
    },
    asOf,
    'America/New_York',
  )
}

const pressure = (systolic: number, diastolic: number) => ({
  type: 'vitals',
  reading: {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
  },
})

const statuses = ['waiting', 'due', 'overdue', 'done', 'done-late', 'missed', 'unknown'] as const

/** One check of each standing, ten minutes apart from `from` on. */
const dueFrom = (from: number, anchor: DueObservation['anchor']): readonly DueObservation[] =>
  statuses.map((status, at) => ({
    slot: `s${at}`,
    anchor,
    minutes: 10 * at + 10,
    observe: ['blood-pressure'],
    required: true,
    dueAt: new Date(from + (10 * at + 10) * 60_000).toISOString(),
    status,
  }))

describe.each(Object.entries(visits))('the scripted visit %s', (_, { session, zone, expected }) => {
  const moments = expected.map(({ asOf }) => asOf)

  test.each(moments)('is drawn as sound XML, no word on another, at %s', (asOf) => {
    const state = stateOf(session, asOf, zone)
    const start = Date.parse(state.anchors.start?.at ?? asOf)
    const due = [...dueFrom(start, 'start'), ...dueFrom(start + 3_000_000, 'last-device')]
    for (const width of [480, 720, 960, 1600]) {
      const svg = sessionPlot(state, { zone, due, width })
      expect(faultsOf(svg)).toEqual([])
      expect(overlaps(svg), `${width} pixels`).toEqual([])
      expect(wordsIn(svg).filter(({ left, right }) => left < 0 || right > width + 2)).toEqual([])
    }
  })

  test('is named and described for those who do not see it, at every moment', () => {
    for (const asOf of moments) {
      const svg = sessionPlot(stateOf(session, asOf, zone), { zone })
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"/)
      const ids = /aria-labelledby="(\S+) (\S+)"/.exec(svg)
      for (const [id, element] of [
        [ids?.[1], 'title'],
        [ids?.[2], 'desc'],
      ]) {
        expect(svg.split(`<${element} id="${id}">`)).toHaveLength(2)
      }
      expect(/<desc[^>]*>([^<]*)</.exec(svg)?.[1]).toMatch(/given/)
    }
  })

  test('is drawn alike from the same log in another order', () => {
    const asOf = moments[moments.length - 1] ?? ''
    const turned = { ...session, events: [...session.events].reverse() }
    expect(sessionPlot(stateOf(turned, asOf, zone), { zone })).toBe(
      sessionPlot(stateOf(session, asOf, zone), { zone }),
    )
  })
})

test('a nurse finds the numbers, the corrected one instead of the wrong one', () => {
  const { session, zone } = visits['nasal-us']
  const svg = sessionPlot(stateOf(session, '2026-11-24T11:30:00-05:00', zone), { zone })
  const shown = wordsIn(svg).map(({ text }) => text)
  for (const number of ['128', '78', '140', '86', '156*', '94', '132', '80']) expect(shown).toContain(number)
  expect(shown).not.toContain('176')
  expect(shown.filter((text) => text === '28 mg')).toHaveLength(2)
  expect(svg).toContain('dissociation, mild, gone 10:20')
  expect(svg).toContain('highest 156/94 at 09:46')
})

test('the same visit is told by the clock of the zone that is asked for', () => {
  const { session, zone } = visits['nasal-us']
  const state = stateOf(session, '2026-11-24T11:30:00-05:00', zone)
  const clocks = (other: string) =>
    wordsIn(sessionPlot(state, { zone: other })).flatMap(({ text }) =>
      /^\d\d:\d\d$/.test(text) ? [text] : [],
    )
  expect(clocks('America/New_York')).toContain('09:00')
  expect(clocks('Europe/Berlin')).toContain('15:00')
  expect(clocks('Europe/Berlin')).not.toContain('09:00')
})

test('minutes are counted from the first administration', () => {
  const state = visitOf([
    { minute: 5, what: pressure(120, 70) },
    { minute: 10, what: { type: 'device-given', outcome: 'complete', holds: { value: 28, unit: 'mg' } } },
    { minute: 50, what: pressure(130, 75) },
  ])
  const svg = sessionPlot(state, { zone: 'America/New_York' })
  const zero = wordsIn(svg).filter(({ text }) => text === '0')
  const ten = wordsIn(svg).filter(({ text }) => text === '10:10')
  expect(zero).toHaveLength(1)
  expect(ten).toHaveLength(1)
  const middle = (box: Box | undefined) => ((box?.left ?? 0) + (box?.right ?? 1)) / 2
  expect(middle(zero[0])).toBeCloseTo(middle(ten[0]), 0)
})

test('a night in which the clock changes has each hour named, and says so', () => {
  const state = stateOf(
    {
      format: 'ketamine-treatment/session/1',
      id: 'night',
      events: ['00:30:00-04:00', '01:30:00-04:00', '01:30:00-05:00', '02:30:00-05:00'].map((time, at) => ({
        id: `e${at}`,
        at: `2026-11-01T${time}`,
        sequence: at,
        recorder: 'r',
        by: 'nurse',
        source: 'person',
        what: pressure(120 + at, 70),
      })),
    },
    '2026-11-01T02:40:00-05:00',
    'America/New_York',
  )
  const svg = sessionPlot(state, { zone: 'America/New_York' })
  expect(svg).toContain('The clock changes at the thick mark, to 01:00.')
  expect(wordsIn(svg).filter(({ text }) => text === '01:30')).toHaveLength(2)
  expect(faultsOf(svg)).toEqual([])
})

test('nothing that somebody wrote freely is in the picture', () => {
  const name = 'Quince <script>alert(1)</script> &'
  const svg = sessionPlot(
    visitOf([
      {
        minute: 0,
        what: { type: 'booked', kind: 'dosing', product: name, indication: name, schedule: name },
      },
      { minute: 1, what: { type: 'arrived' } },
      { minute: 2, what: { type: 'note', text: name } },
      {
        minute: 3,
        what: {
          type: 'dose-given',
          how: 'injection',
          amount: { value: 30, unit: 'mg' },
          lot: name,
        },
      },
      {
        minute: 4,
        what: {
          type: 'effect-observed',
          effect: { effect: name, text: name, severity: 2, reportedBy: 'patient' },
        },
      },
      { minute: 5, what: { type: 'rescue-given', what: name, reason: name } },
      { minute: 6, what: { type: 'scale', instrument: name, version: name, total: 4 } },
      { minute: 7, what: { type: 'transferred', to: name, reason: name } },
      { minute: 8, what: { type: 'answered', fact: name, grade: name } },
    ]),
    { zone: 'America/New_York' },
  )
  expect(svg).not.toMatch(/quince|script|alert/i)
  expect(svg).toContain('other effect, moderate')
  expect(faultsOf(svg)).toEqual([])
})

test('a title of the caller stands in the picture as words, never as markup', () => {
  const state = visitOf([{ minute: 5, what: pressure(120, 70) }])
  const svg = sessionPlot(state, { zone: 'America/New_York', title: 'A & B </svg><script> \u202E"x"' })
  expect(faultsOf(svg)).toEqual([])
  expect(svg).not.toMatch(/<script|\u202E/)
  expect(svg).toContain('A &amp; B &lt;/svg&gt;&lt;script&gt;')
})

test('what has no time is counted under the picture, with the reason', () => {
  const svg = sessionPlot(
    visitOf([
      { minute: 5, what: pressure(120, 70) },
      { what: pressure(180, 110) },
      { what: { type: 'infusion-paused' } },
    ]),
    { zone: 'America/New_York' },
  )
  expect(svg).toContain('Without a time: 1 reading, 1 pause (nobody wrote down when).')
  expect(wordsIn(svg).map(({ text }) => text)).not.toContain('180')
})

test('what lies far from the visit is counted and does not squeeze it', () => {
  const { session, zone } = visits['nasal-us']
  const day = sessionPlot(stateOf(session, '2026-11-25T12:00:00-05:00', zone), { zone })
  expect(day).toContain('Outside the hours shown: 1 side effect.')
  expect(wordsIn(day).map(({ text }) => text)).toContain('11:00')
})

test('a visit of which nothing is written down yet is a picture all the same', () => {
  const empty = visitOf([])
  const svg = sessionPlot(empty, { zone: 'America/New_York' })
  expect(svg).toContain('Nothing in this log can be drawn.')
  expect(faultsOf(svg)).toEqual([])
  expect(overlaps(svg)).toEqual([])
})

test('an effect nobody saw gone ends at the moment of the picture, with an open end', () => {
  const { session, zone } = visits['iv-us']
  const svg = sessionPlot(stateOf(session, '2026-12-02T14:32:00-05:00', zone), { zone })
  expect(svg).toContain('nausea, moderate, not seen gone')
  const now = Number(/<line x1="([\d.]+)"[^>]*stroke-dasharray="5 3"/.exec(svg)?.[1])
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="8"/g)]
  expect(bars).toHaveLength(2)
  for (const [, x, width] of bars) expect(Number(x) + Number(width)).toBeCloseTo(now, 0)
})

test('a pause is drawn apart from the infusion, and each stretch has its rate', () => {
  const { session, zone } = visits['iv-us']
  const svg = sessionPlot(stateOf(session, '2026-12-02T14:45:00-05:00', zone), { zone })
  expect(svg.match(/stroke-dasharray="3 2"/g)).toHaveLength(1)
  expect(wordsIn(svg).filter(({ text }) => text === '108 mL/h')).toHaveLength(2)
  expect(wordsIn(svg).map(({ text }) => text)).toContain('pause')
})

test('a reading that could not be used leaves a cross and a sentence, no number', () => {
  const svg = sessionPlot(
    visitOf([
      { minute: 5, what: pressure(120, 70) },
      { minute: 15, what: pressure(60, 110) },
      { minute: 25, what: { type: 'vitals', reading: { unread: ['oxygenSaturation'] } } },
    ]),
    { zone: 'America/New_York' },
  )
  expect(wordsIn(svg).map(({ text }) => text)).toContain('Not readable')
  expect(wordsIn(svg).map(({ text }) => text)).not.toContain('110')
  expect(svg).toContain('could not be read or used')
})

describe('the shape of a check', () => {
  const withoutColour = (svg: string) => svg.replace(/ (?:stroke|fill)="[^"]*"/g, '')

  test('differs from every other without its colour', () => {
    const shapes = statuses.map((status) => withoutColour(checkShape(status, 10, 10)))
    expect(new Set(shapes).size).toBe(statuses.length)
  })

  test('is explained beside the picture, and only where it is in it', () => {
    const state = visitOf([{ minute: 5, what: pressure(120, 70) }])
    const from = Date.parse('2026-11-24T10:05:00-05:00')
    const all = sessionPlot(state, { zone: 'America/New_York', due: dueFrom(from, 'start') })
    for (const word of [
      'done',
      'done late',
      'due now',
      'overdue',
      'missed',
      'not yet due',
      'not known whether done',
    ])
      expect(wordsIn(all).map(({ text }) => text)).toContain(word)
    const none = sessionPlot(state, { zone: 'America/New_York' })
    expect(wordsIn(none).map(({ text }) => text)).not.toContain('missed')
  })
})

test('every colour stands out from white and from black by three to one', () => {
  const light = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  for (const hue of Object.values(hues)) {
    expect((1 + 0.05) / (light(hue) + 0.05)).toBeGreaterThanOrEqual(3)
    expect((light(hue) + 0.05) / 0.05).toBeGreaterThanOrEqual(3)
  }
})

test('a higher picture gives its room to blood pressure', () => {
  const { session, zone } = visits['iv-us']
  const state = stateOf(session, '2026-12-02T16:50:00-05:00', zone)
  const heightOf = (svg: string) => Number(/<svg [^>]*height="(\d+)"/.exec(svg)?.[1])
  expect(heightOf(sessionPlot(state, { zone, height: 1000 }))).toBe(1000)
  expect(heightOf(sessionPlot(state, { zone, height: 10 }))).toBe(heightOf(sessionPlot(state, { zone })))
})

test.each([
  ['unknown-zone', 'options.zone', { zone: 'Nowhere/City' }],
  ['bad-argument', 'options.width', { zone: 'America/New_York', width: 100 }],
  ['bad-argument', 'options.width', { zone: 'America/New_York', width: Number.NaN }],
  ['bad-argument', 'options.height', { zone: 'America/New_York', height: -1 }],
  ['bad-argument', 'options.title', { zone: 'America/New_York', title: 'x'.repeat(201) }],
])('a picture that cannot be made so is refused: %s at %s', (code, path, options) => {
  expect(() => sessionPlot(visitOf([]), options)).toThrow(expect.objectContaining({ code, path }))
})

test('a log of a monitor that wrote every second is drawn', () => {
  const events = Array.from({ length: 20_000 }, (_, at) => ({
    id: `e${at}`,
    at: new Date(Date.parse('2026-11-24T10:00:00-05:00') + at * 1000).toISOString(),
    sequence: at,
    recorder: 'm',
    by: 'device',
    source: 'device',
    what: { type: 'vitals', reading: { heartRate: { value: 60 + (at % 40), unit: '/min' } } },
  }))
  const session = { format: 'ketamine-treatment/session/1', id: 'm', events }
  const svg = sessionPlot(stateOf(session, '2026-11-24T16:00:00-05:00', 'America/New_York'), {
    zone: 'America/New_York',
  })
  expect(faultsOf(svg)).toEqual([])
  expect(overlaps(svg)).toEqual([])
})
