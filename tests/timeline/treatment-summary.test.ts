/** Where a patient stands, in words: every line, what is unknown, and what no line may say. */
import { describe, expect, test } from 'vitest'
import { markParsed } from '../../src/kernel/parsed.ts'
import { buildTimeline } from '../../src/timeline/build-timeline.ts'
import { describeLine, summaryCatalogue } from '../../src/timeline/summary-catalogue.ts'
import type { LeftMatter, SummaryLine, Timeline } from '../../src/timeline/timeline-shape.ts'
import { treatmentSummary } from '../../src/timeline/treatment-summary.ts'
import { at } from '../course/courses.ts'
import { logOf } from '../course/visits.ts'
import { speechFault } from '../tools/house.ts'
import { nothing, situations, told } from './situations.ts'
import { asked, measured, scored, sixSessions, visitAt, visitOf } from './treatment.ts'

const by = new Map(situations.map((situation) => [situation.name, told(situation)]))
const inWords = (name: string): readonly string[] =>
  by.get(name)?.summary.lines.map((line) => describeLine(line)) ?? []
const linesOf = (name: string): readonly SummaryLine[] => by.get(name)?.summary.lines ?? []
const codes = (name: string): readonly string[] => linesOf(name).map(({ code }) => code)

// What tables of a site, and not those that are shipped, come to.
const six = told({ question: sixSessions(), asOf: '2026-10-24T09:00:00-04:00' })
const changed = (changes: Partial<Timeline>): readonly SummaryLine[] =>
  treatmentSummary(markParsed({ ...six.timeline, ...changes }), six.now).lines
const { forecast, exposure, protocol } = six.timeline
if (forecast === null || exposure === null || protocol === null) throw new Error('there is a course')
const perhaps: LeftMatter = {
  kind: 'task',
  id: 'call',
  label: 'A call',
  due: null,
  open: 'unknown',
  visit: 'visit-s6',
  entry: 'visit/visit-s6',
}
const seventh = (changes: object) => ({
  ...forecast,
  sessions: forecast.sessions.map((one) => (one.id === 's7' ? { ...one, ...changes } : one)),
})
const places = ['2026-10-27', '2026-10-28', '2026-10-26'].map((day) => ({
  day,
  time: '10:00',
  at: `${day}T10:00:00-04:00`,
}))
const toChoose = {
  entries: six.timeline.entries.map((entry) =>
    entry.planned === 's7' && entry.kind === 'planned-session'
      ? { ...entry, what: { ...entry.what, toChoose: true as const, alternatives: places } }
      : entry,
  ),
}
const rare: readonly (readonly SummaryLine[])[] = [
  changed({ left: [perhaps] }),
  changed({
    exposure: {
      ...exposure,
      sessions: exposure.sessions.map((one) => ({ ...one, logged: { least: 3, most: null } })),
      products: exposure.products.flatMap((one) =>
        (['base', 'unstated', 'hydrochloride'] as const).map((as) => ({ ...one, as })),
      ),
    },
  }),
  changed({
    forecast: {
      ...forecast,
      checkpoints: forecast.checkpoints.map((one) => ({ ...one, due: null, status: 'due' })),
    },
  }),
  changed({ protocol: { ...protocol, certainty: 'K?' } }),
  changed({
    protocol: { ...protocol, certainty: 'S', clinicalReview: { by: 'A. Reader', on: '2026-10-01' } },
  }),
  changed({ forecast: seventh({ earliest: '2026-10-26T14:00:30-04:00' }) }),
  changed(toChoose),
]
const all = [...situations.flatMap(({ name }) => linesOf(name)), ...rare.flat()]

describe('a summary', () => {
  test('of six sessions reads as a colleague would write it', () => {
    expect(inWords('six sessions')).toEqual([
      'Protocol: Twice weekly, then weekly, version 1.',
      'This protocol is known, and was not seen in a source [K].',
      'No clinician has signed this protocol.',
      'Phase: Induction, interval Twice weekly, since 2026-10-06.',
      'Sessions given: 6 of 12 planned.',
      'Last dose on record: Esketamine nasal spray, on 2026-10-23.',
      'Ordered: 2 devices.',
      'Delivered: 56 mg.',
      'By Half of the baseline (PHQ-9): response.',
      'PHQ-9 before the first dose: 20, on 2026-10-05.',
      'PHQ-9 last: 9, on 2026-10-22.',
      'PHQ-9, the last score against the one before the first dose: better by 11.',
      'Last visit with a dose: asked about side effects, none was reported.',
      'Recurring: Nausea, in 3 of 6 visits with a dose.',
      'Side effects were asked about in 6 of 6 visits with a dose.',
      'Esketamine nasal spray, sessions in the logs: 6.',
      'Esketamine nasal spray, in the logs: 336 mg in all.',
      'Esketamine nasal spray: what was given before these logs is not known.',
      'Review past due: A first look, due on 2026-10-16.',
      'Next review: Benefit at the end of the induction, on 2026-10-30.',
      'Assessments missed: 5, the last of them "The day after" of 2026-10-21.',
      'Left by the last visit with a dose: Patient monitoring form of the REMS, until 2026-10-30.',
      'Matters of which it is not known whether they are serious, or settled: 3.',
      'Next session: number 7, planned for 2026-10-27 at 10:00.',
      'Not before 2026-10-26.',
      'Until 2026-10-28 it is still this session.',
      'Next assessment: The day after, due on 2026-10-24.',
      'Oddities in what was handed in: 6.',
    ])
  })

  test('of nothing says that nothing is known', () => {
    expect(inWords('nothing at all')).toEqual([
      'No course is on record.',
      'No dose is on record.',
      'No score is on record. Whether there was any change is not known; a score is needed.',
    ])
  })

  test('of sixty sessions is no longer than a colleague would read', () => {
    const sessions = Array.from({ length: 60 }, (_, week) =>
      visitAt(null, new Date(Date.UTC(2025, 0, 7 + 7 * week, 15)).toISOString(), [asked('none')], {
        id: `v${week}`,
      }),
    )
    const { summary } = told({ question: { sessions }, asOf: '2026-03-01T09:00:00-05:00' })
    expect(summary.lines.length).toBeLessThan(15)
    expect(summary.lines.map((line) => describeLine(line))).toContain('Visits with a dose on record: 60.')
  })

  test('names entries of the timeline, and frozen values', () => {
    for (const { timeline, summary } of by.values()) {
      const known = new Set(timeline.entries.map(({ id }) => id))
      for (const { entries } of summary.lines) for (const id of entries) expect(known).toContain(id)
      expect(Object.isFrozen(summary.lines[0]?.values)).toBe(true)
    }
  })
})

test('of somebody who has died nothing is to come', () => {
  expect(inWords('a person who has died')[0]).toBe(
    'This record is not known to be that of a living person under treatment (state: deceased).',
  )
  expect(codes('a person who has died').filter((code) => code.startsWith('next/'))).toEqual([])
})

describe('what nobody knows', () => {
  test('a visit in which nobody asked is not one without side effects', () => {
    const silent = told({ question: { sessions: [visitOf(1)] }, asOf: '2026-10-24T09:00:00-04:00' })
    const said = silent.summary.lines.map(({ code }) => code)
    expect(said).toContain('effects/not-asked')
    expect(said).not.toContain('effects/none-seen')
  })

  test('a dose without a date may have been the last: none seen after the other is not told', () => {
    expect(codes('an effect of a visit without times')).toContain('dose/undated')
    expect(codes('an effect of a visit without times')).not.toContain('effects/none-seen')
  })

  test.each([
    'too early',
    'a last score without a total',
    'a relapse, and a score that is old',
    'nothing at all',
  ])('a score that is missing or old is asked for: %s', (name) => {
    expect(inWords(name).some((text) => text.endsWith('a score is needed.'))).toBe(true)
  })

  test('sessions are counted over all salts, and milligrams told by each', () => {
    const doses = (['hydrochloride', 'base', undefined] as const).map((as, n) => {
      const at = `2026-10-0${n + 1}T15:00:00Z`
      const amount = { value: 40, unit: 'mg' } as const
      return logOf(`v${n}`, at, [
        [-60, { type: 'booked', kind: 'dosing', product: 'ketamine-im' }],
        [0, { type: 'dose-given', how: 'injection', amount, ...(as === undefined ? {} : { as }) }],
      ])
    })
    const { summary } = told({
      question: { sessions: doses, earlier: [] },
      asOf: '2026-10-24T09:00:00-04:00',
    })
    const words = summary.lines.filter(({ code }) => code.startsWith('exposure/'))
    expect(
      words.map((line) => describeLine(line).replace(/^Ketamine injection, intramuscular(, |: )/, '')),
    ).toEqual([
      'sessions in the logs: 3.',
      'what follows counts milligrams of the base, and is no part of another sum.',
      'in the logs: between 40 and 80 mg in all.',
      'what follows counts milligrams of which nobody wrote down the salt, and is no part of another sum.',
      'in the logs: 40 mg in all.',
      'what follows counts milligrams of the hydrochloride, and is no part of a sum of the base.',
      'in the logs: between 40 and 80 mg in all.',
    ])
  })

  test('what was given before the logs is not known unless somebody stated it', () => {
    expect(codes('six sessions')).toContain('exposure/before-unknown')
    expect(codes('side effects, some of them open, and nobody asked')).not.toContain(
      'exposure/before-unknown',
    )
    expect(codes('side effects, some of them open, and nobody asked')).toContain('exposure/lifetime')
  })

  test('a session that may have been given is not among those given', () => {
    const lines = linesOf('a session in doubt, one outside the plan, and one cancelled')
    expect(lines.find(({ code }) => code === 'sessions/given')?.values).toEqual({ given: 1, planned: 11 })
    expect(lines.find(({ code }) => code === 'sessions/in-doubt')?.values).toEqual({ count: 1 })
  })

  test('response is told for each definition by its name, and for none that was not named', () => {
    const [one] = measured(scored(20, '2026-10-05'), scored(9, '2026-10-22'))
    if (one?.definition === undefined) throw new Error('a definition')
    const stricter = {
      ...one.definition,
      id: 'strict',
      label: 'Four fifths',
      response: { ...one.definition.response, percent: 80 },
    }
    const { summary } = told({
      question: { sessions: [visitOf(1)], measures: [one, { ...one, definition: stricter }] },
      asOf: '2026-10-24T09:00:00-04:00',
    })
    const words = summary.lines.map((line) => describeLine(line))
    expect(words).toContain('By Half of the baseline (PHQ-9): response.')
    expect(words).toContain('By Four fifths (PHQ-9): no response.')
    expect(codes('scores without a definition')).toContain('response/no-definition')
  })
})

describe('how sure a protocol is', () => {
  const said = (changes: Partial<Timeline>) => changed(changes).map((line) => describeLine(line))
  const known = 'This protocol is known, and was not seen in a source [K].'
  const unsigned = 'No clinician has signed this protocol.'

  test('and that nobody has signed it, is told of every course that is followed', () => {
    for (const { timeline, summary } of by.values()) {
      const words = summary.lines.map((line) => describeLine(line))
      expect([words.includes(known), words.includes(unsigned)]).toEqual(
        timeline.protocol === null ? [false, false] : [true, true],
      )
    }
    expect(said({ protocol: { ...protocol, certainty: 'K?' } })).toContain(
      'This protocol is known, was not seen in a source, and its details are not certain [K?].',
    )
  })

  test('is not said of one that was seen and signed, but of an interval that was not seen', () => {
    const clinicalReview = { by: 'A. Reader', on: '2026-10-01' }
    const words = said({ protocol: { ...protocol, certainty: 'S', clinicalReview } })
    expect(words).not.toContain(known)
    expect(words).not.toContain(unsigned)
    expect(words).toContain('This protocol was signed by A. Reader on 2026-10-01.')
    expect(words).toContain(
      'That this phase has the interval Twice weekly is known, and was not seen in a source [K].',
    )
  })

  test('stands in the timeline and its forecast as the protocol has it', () => {
    expect(protocol).toEqual({
      id: 'site-two-phases',
      version: '1',
      label: 'Twice weekly, then weekly',
      basis: 'practice',
      certainty: 'K',
      clinicalReview: 'none',
    })
    expect(forecast).toMatchObject({ certainty: 'K', clinicalReview: 'none' })
  })
})

describe('the next session', () => {
  const said = (changes: Partial<Timeline>) => changed(changes).map((line) => describeLine(line))

  test('whose place nobody chose is said to be to choose, with the places that are left', () => {
    const words = said(toChoose)
    expect(words).toContain(
      'Next session: number 7; its place is to be chosen. Proposed: 2026-10-27 at 10:00. Also possible: 2026-10-28 at 10:00; 2026-10-26 at 10:00.',
    )
    expect(words.some((text) => text.startsWith('Next session: number 7, planned'))).toBe(false)
    // What lies before the earliest moment is no place any more.
    const later = said({ ...toChoose, forecast: seventh({ earliest: '2026-10-27T00:00:00-04:00' }) })
    expect(later.join(' ')).toContain('Also possible: 2026-10-28 at 10:00.')
    const last = said({ ...toChoose, forecast: seventh({ earliest: '2026-10-29T00:00:00-04:00' }) })
    expect(last.join(' ')).toContain('no other place is open')
  })

  test.each([
    ['2026-10-26T00:00:00-04:00', 'Not before 2026-10-26.'],
    ['2026-10-26T14:00:00-04:00', 'Not before 2026-10-26 at 14:00.'],
    ['2026-10-26T14:00:30-04:00', 'Not before 2026-10-26 at 14:01.'],
    ['2026-10-26T04:00:00Z', 'Not before 2026-10-26.'],
    ['2026-10-26T18:00:00Z', 'Not before 2026-10-26 at 14:00.'],
    ['2026-11-01T01:30:00-05:00', 'Not before 2026-11-01 at 01:30.'],
  ])('not before %s reads as a colleague would write it', (earliest, text) => {
    expect(said({ forecast: seventh({ earliest }) })).toContain(text)
  })
})

describe('decisions', () => {
  test('a missed session awaits one until one is recorded', () => {
    const question = sixSessions({
      decisions: [
        {
          kind: 'missed',
          session: 's7',
          option: 'continue',
          id: 'd',
          at: '2026-10-29T09:00:00-04:00',
          by: 'clinician',
        },
      ],
    })
    const open = told({ question: sixSessions(), asOf: '2026-10-29T12:00:00-04:00' }).summary.lines
    const settled = told({ question, asOf: '2026-10-29T12:00:00-04:00' }).summary.lines
    expect(open.map(({ code }) => code)).toContain('missed/undecided')
    expect(settled.map(({ code }) => code)).not.toContain('missed/undecided')
    expect(codes('ended by a decision')).not.toContain('missed/undecided')
  })

  test('a referral is open until somebody reviewed it', () => {
    const referred = visitOf(1, [[120, { type: 'referred', to: 'urology' }]])
    const reviewed = visitOf(2, [[125, { type: 'reviewed', of: 'visit-s1/e5' }]])
    const left = (sessions: readonly (typeof referred)[]) =>
      told({ question: { sessions }, asOf: '2026-10-24T09:00:00-04:00' }).timeline.left.map(
        ({ kind }) => kind,
      )
    expect(left([referred])).toContain('referral')
    expect(left([referred, reviewed])).not.toContain('referral')
  })

  test('a form that a reviewer ticked off is not left', () => {
    const done = visitOf(1, [[125, { type: 'reviewed', of: 'rems-monitoring-form' }]])
    const { timeline } = told({ question: { sessions: [done] }, asOf: '2026-10-08T12:00:00-04:00' })
    expect(timeline.left).toEqual([])
  })
})

describe('the catalogue', () => {
  test('holds a template for every code, and every code is met', () => {
    const met = new Set(all.map(({ code }) => code))
    expect([...met].filter((code) => !Object.hasOwn(summaryCatalogue, code))).toEqual([])
    expect(Object.keys(summaryCatalogue).filter((code) => !met.has(code))).toEqual([])
  })

  test('names only values the line holds', () => {
    for (const line of all) {
      const names = [
        ...(new Map(Object.entries(summaryCatalogue)).get(line.code) ?? '').matchAll(/\{(\w+)\}/g),
      ]
      for (const [, name = ''] of names) expect(Object.keys(line.values), line.code).toContain(name)
      expect(describeLine(line)).not.toMatch(/[{}]|undefined|null|NaN/)
    }
  })

  test.each(Object.entries(summaryCatalogue))(
    '%s clears nobody, speaks to nobody and orders nothing',
    (_, text) => {
      expect(text).not.toMatch(/\b(safe|safely|cleared|approved|fit|should|must|recommend(ed)? treatment)\b/i)
      for (const sentence of text.split(/(?<=[.;:]) /)) expect(speechFault(sentence)).toBeUndefined()
      expect(text).not.toMatch(/\bstable\b/i)
      expect(text).toMatch(/^[A-Z{].*(\.|\})$/s)
    },
  )

  test('of another language is a plain object; what it lacks is said in English', () => {
    const line = { code: 'sessions/given', values: { given: 4, planned: 12 }, entries: [] }
    expect(describeLine(line, { 'sessions/given': 'Sitzungen: {given} von {planned}.' })).toBe(
      'Sitzungen: 4 von 12.',
    )
    expect(describeLine(line, {})).toBe('Sessions given: 4 of 12 planned.')
    expect(describeLine(line, Object.create({ 'sessions/given': 'inherited' }))).toBe(
      'Sessions given: 4 of 12 planned.',
    )
  })

  test('a value never becomes a part of the template', () => {
    const line = { code: 'left/task', values: { task: '{due} $& $1', due: '2026-10-30' }, entries: [] }
    expect(describeLine(line)).toBe('Left by the last visit with a dose: {due} $& $1, until 2026-10-30.')
  })

  test('a code nobody knows is refused', () => {
    const refused = expect.objectContaining({ code: 'bad-argument', path: 'line.code' })
    for (const code of ['sessions/none', 'constructor', '__proto__'])
      expect(() => describeLine({ code, values: {}, entries: [] })).toThrow(refused)
  })
})

test('a summary at another moment than its timeline is refused', () => {
  const timeline = buildTimeline(nothing, at('2026-10-24T09:00:00-04:00'))
  expect(() => treatmentSummary(timeline, at('2026-10-25T09:00:00-04:00'))).toThrow(
    expect.objectContaining({ code: 'bad-argument', path: 'context.asOf' }),
  )
  expect(() =>
    treatmentSummary(JSON.parse(JSON.stringify(timeline)), at('2026-10-24T09:00:00-04:00')),
  ).toThrow(expect.objectContaining({ code: 'not-parsed' }))
})
