/** The picture of a treatment: six sessions, sixty and none; in words too; nothing on anything else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Standing } from '../../src/adapters/plots/timeline-drawn.ts'
import { standingShape } from '../../src/adapters/plots/timeline-shapes.ts'
import { timelinePlot } from '../../src/entries/plots.ts'
import type { EntryKind } from '../../src/timeline/timeline-shape.ts'
import { crossedWords, faultsOf, overlaps, wordsIn } from './picture.ts'
import {
  dayText,
  entryOn,
  everyStanding,
  given,
  nothing,
  onlyPlanned,
  six,
  sixty,
  timelineOf,
} from './timelines.ts'

const timelines = { six, sixty, nothing, onlyPlanned, everyStanding }
const widths = [320, 360, 480, 720, 960, 1600]
const madrs = { id: 'madrs', title: 'MADRS', worse: 'higher', range: { least: 0, most: 60 } } as const

describe.each(Object.entries(timelines))('the treatment “%s”', (_, timeline) => {
  test.each(widths)('is sound XML with no word on another or over an edge, %i pixels wide', (width) => {
    const svg = timelinePlot(timeline, { width, instruments: [madrs] })
    expect(faultsOf(svg)).toEqual([])
    expect(overlaps(svg)).toEqual([])
    expect(crossedWords(svg)).toEqual([])
    expect(wordsIn(svg).filter(({ left, right }) => left < 0 || right > width + 2)).toEqual([])
  })

  test('is named and described for those who do not see it, and the same twice', () => {
    const svg = timelinePlot(timeline)
    const [, title, desc] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? []
    expect(svg).toContain(`<title id="${title}">`)
    expect(svg).toMatch(new RegExp(`<desc id="${desc}">.{40,}</desc>`))
    expect(timelinePlot(timeline)).toBe(svg)
  })
})

const standings: readonly Standing[] = [
  'given',
  'planned',
  'to-choose',
  'due',
  'past-due',
  'awaiting-review',
  'missed',
  'cancelled',
  'unknown',
]

const descOf = (svg: string) => /<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1] ?? ''

describe('what is told in words', () => {
  test('is everything that is drawn', () => {
    const desc = descOf(timelinePlot(six, { instruments: [madrs] }))
    expect(desc).toContain('Day 0 is that of the first dose, 2026-10-06.')
    expect(desc).toContain('Phase Induction, twice weekly: from 2026-10-06 to 2026-11-02, under way.')
    expect(desc).toContain('6 doses: 56 mg from 2026-10-06, 84 mg from 2026-10-08; the last on 2026-10-22.')
    expect(desc).toContain('MADRS (higher is worse): 34 on 2026-10-03; 27 on 2026-10-12; 21 on 2026-10-19.')
    expect(desc).toContain('Side effect: dissociation, seen 3 times, at worst of grade 3.')
    expect(desc).toContain('Medicine: sertraline 150 mg, from 2026-07-08.')
    expect(desc).toContain('Sessions of the plan: 2 planned (2026-10-27, 2026-10-29); 6 given or done')
    expect(desc).toContain('1, 2026-10-29, review: Benefit at the end of induction (planned).')
  })

  test('is of a phase whether it is to come, under way without an end, or over', () => {
    const desc = (timeline: Parameters<typeof timelinePlot>[0]) => descOf(timelinePlot(timeline))
    expect(desc(onlyPlanned)).toContain(
      'Phase Induction, twice weekly: from 2026-10-06 to 2026-10-29, planned.',
    )
    expect(desc(sixty)).toContain('Phase Induction, twice weekly: from 2026-10-06 to 2026-11-02.')
    expect(desc(sixty)).toContain(
      'Phase Maintenance, every two weeks: from 2026-12-01, under way, no end set.',
    )
    const open = timelineOf([], {
      phases: [
        {
          phase: 'm',
          label: 'Maintenance',
          interval: 'weekly',
          from: dayText(30),
          to: null,
          isPlanned: true,
        },
      ],
    })
    expect(desc(open)).toContain('Phase Maintenance, weekly: from 2026-11-05, planned, no end set.')
  })

  test.each([
    [{ decision: 'review', status: 'continue', label: 'benefit' }, 'review, the course goes on (benefit)'],
    [{ decision: 'review', status: 'stop' }, 'review, the course stops'],
    [{ decision: 'review', status: 'again' }, 'review, nothing decided, to be asked again'],
    [{ decision: 'missed', status: 'continue' }, 'after a missed session, the course goes on as it was'],
    [{ decision: 'missed', status: 'step-back' }, 'after a missed session, one step back'],
    [{ decision: 'missed', status: 're-induce' }, 'after a missed session, a new induction'],
    [{ decision: 'interval', status: 'two-weekly' }, 'another interval, two weekly'],
    [{ decision: 'move', status: '2026-10-13' }, 'a session moved to 2026-10-13'],
    [{ decision: 'cancel' }, 'a session cancelled'],
    [{ decision: 'extend' }, 'more sessions'],
    [{ decision: 'end' }, 'the course ended'],
    [{ decision: 'something-else', status: 'new-word' }, 'something else, new word'],
  ])('is a decision in plain words: %j', (what, text) => {
    const desc = descOf(timelinePlot(timelineOf([entryOn('decision', 3, what)])))
    expect(desc).toContain(`1, 2026-10-09, decision: ${text}.`)
  })

  test('is a session whose place is still to be chosen', () => {
    const what = { toChoose: true } as const
    const svg = timelinePlot(
      timelineOf([
        entryOn('planned-session', 20, { ...what, status: 'planned' }),
        entryOn('planned-session', 2, { ...what, status: 'given' }),
      ]),
    )
    expect(descOf(svg)).toContain('Sessions of the plan: 1 place to be chosen (2026-10-26); 1 given or done')
    expect(svg).toContain('>place to be chosen<')
    const waits = timelinePlot(
      timelineOf([entryOn('planned-session', 20, { ...what, status: 'awaiting-review' })]),
    )
    const said = 'Place of a session still to be chosen, beside its mark: 2026-10-26.'
    expect(waits.split(said).length).toBe(3)
    expect(svg).not.toContain('beside its mark')
  })

  test('is how sure the protocol is, and that nobody has signed it', () => {
    const told = (protocol: Parameters<typeof timelinePlot>[0]['protocol']) =>
      timelinePlot({ ...six, ...(protocol === undefined ? {} : { protocol }) })
    const svg = told({ certainty: 'K?', clinicalReview: 'none' })
    for (const said of [
      'The protocol is known, and was not seen in a source [K?].',
      'No clinician has signed the protocol.',
    ])
      expect(svg.split(said).length).toBe(3)
    const signed = { certainty: 'S', clinicalReview: { by: 'A. Reader', on: '2026-10-01' } } as const
    for (const sure of [signed, null, undefined]) expect(told(sure)).toBe(timelinePlot(six))
  })

  test('is what is not drawn, with its reason', () => {
    const svg = timelinePlot(sixty)
    for (const said of [
      'Without a day: 1 score.',
      'Day known only roughly, drawn in the middle: 1.',
      'Written down after the fact: 1.',
      'Not drawn: 1 note.',
    ]) {
      expect(descOf(svg)).toContain(said)
      expect(svg.split(said).length).toBe(3)
    }
    expect(svg).not.toContain('somebody wrote this')
  })

  test('is that there is nothing, where there is nothing', () => {
    const svg = timelinePlot(nothing)
    expect(wordsIn(svg).map(({ text }) => text)).toEqual([
      'Treatment, as of 2026-10-24 09:00',
      'Nothing of this treatment can be drawn.',
    ])
    expect(descOf(svg)).toContain('No first dose is known.')
  })

  test('is the range of an instrument that was handed in, and else only its id', () => {
    expect(timelinePlot(six, { instruments: [madrs] })).toContain('>MADRS, higher is worse<')
    const alone = timelinePlot(six)
    expect(alone).toContain('>MADRS<')
    expect(alone).not.toContain('is worse<')
  })
})

describe('shapes', () => {
  test('a score stands at its day and its total', () => {
    const line = timelineOf(
      [
        entryOn('score', 0, { instrument: 'madrs', total: 60 }),
        entryOn('score', 10, { instrument: 'madrs', total: 0 }),
        entryOn('score', 20, { instrument: 'madrs', total: 30 }),
      ],
      { today: 20 },
    )
    const svg = timelinePlot(line, { instruments: [madrs] })
    const points = [...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)" r="3.6"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    const [a = [], b = [], c = []] = points
    expect((b[0] ?? 0) - (a[0] ?? 0)).toBeCloseTo((c[0] ?? 0) - (b[0] ?? 0), 0)
    expect((a[1] ?? 0) + (b[1] ?? 0)).toBeCloseTo(2 * (c[1] ?? 0), 0)
    expect(b[1]).toBeGreaterThan(a[1] ?? 0)
  })

  test('each standing is in the legend', () => {
    const svg = timelinePlot(everyStanding)
    const legend = svg.slice(svg.lastIndexOf('>Date<'))
    const words = [
      'given or done',
      'planned',
      'due now',
      'past due',
      'waits for a review',
      'missed',
      'cancelled',
    ]
    for (const word of [...words, 'how it stands is not known']) expect(legend).toContain(`>${word}<`)
  })

  test.each([false, true])(
    'no two standings have one shape, colours left aside (close together: %s)',
    (isDense) => {
      const shapes = standings.map((standing) =>
        standingShape(standing, 10, 10, isDense).replace(
          / style="[^"]*"| (stroke|fill)="(?!none)[^"]*"/g,
          '',
        ),
      )
      expect(new Set(shapes).size).toBe(shapes.length)
    },
  )

  test('an unknown end of a dose is said, and one between two bounds', () => {
    const svg = timelinePlot(
      timelineOf([entryOn('dose', 0, given(28, null)), entryOn('dose', 9, given(28, 84))]),
    )
    const texts = wordsIn(svg).map(({ text }) => text)
    expect(texts).toContain('≥ 28 mg')
    expect(texts).toContain('28–84 mg')
  })

  test('every colour can be set by a page, and stands without one', () => {
    const svg = timelinePlot(sixty)
    for (const part of [
      'dose',
      'score',
      'effect',
      'late',
      'now',
      'planned',
      'phase',
      'medicine',
      'ink',
      'paper',
    ])
      expect(svg).toContain(`var(--treatment-${part},`)
    const coloured = [...svg.matchAll(/<[a-z]+ [^>]*style="(fill|stroke):var[^>]*>/g)]
    expect(coloured.length).toBeGreaterThan(50)
    for (const [element, as] of coloured)
      expect(element).toMatch(new RegExp(` ${as}="(#[0-9A-F]{6}|currentColor)"`))
  })
})

const refused: readonly (readonly [timeline: unknown, options: unknown, path: string])[] = [
  [{ ...six, asOf: 'now' }, {}, 'timeline.asOf'],
  [{ ...six, start: 'x' }, {}, 'timeline.start'],
  [{ ...six, entries: {} }, {}, 'timeline.entries'],
  [
    { ...six, entries: [entryOn('dose', 0), entryOn('score', 0, { instrument: 'a', total: Number.NaN })] },
    {},
    'timeline.entries[1]',
  ],
  [{ ...six, entries: [{ ...entryOn('dose', 0), days: { from: 'x', to: 'y' } }] }, {}, 'timeline.entries[0]'],
  ...[
    null,
    1,
    {},
    { ...entryOn('dose', 0), days: 1 },
    { ...entryOn('dose', 0), days: undefined },
    { ...entryOn('dose', 0), links: null },
    { ...entryOn('dose', 0), what: null },
    { ...entryOn('dose', 0), what: { delivered: 1 } },
    { ...entryOn('dose', 0), what: { delivered: { least: { value: '1', unit: 'mg' } } } },
    { ...entryOn('dose', 0), what: { delivered: { least: { value: 1, unit: 'mg' }, most: 2 } } },
    { ...entryOn('effect', 0), what: { effect: {} } },
    { ...entryOn('effect', 0), what: { grade: '3' } },
    { ...entryOn('decision', 0), what: { decision: 7 } },
    { ...entryOn('medicine-started', 0), what: { medicine: [] } },
  ].map((entry): readonly [unknown, unknown, string] => [
    { ...six, entries: [entry] },
    {},
    'timeline.entries[0]',
  ]),
  [{ ...six, phases: [{ from: 'x' }] }, {}, 'timeline.phases[0]'],
  [{ ...six, phases: [null] }, {}, 'timeline.phases[0]'],
  [{ ...six, phases: [{ ...six.phases[0], interval: 3 }] }, {}, 'timeline.phases[0]'],
  [{ ...six, protocol: 'x' }, {}, 'timeline.protocol'],
  [null, {}, 'timeline'],
  ['x', {}, 'timeline'],
  [six, null, 'options'],
  [six, { instruments: [null] }, 'options.instruments'],
  [six, { instruments: [{ id: 'a', title: 'a', range: null }] }, 'options.instruments'],
  [six, { width: 319 }, 'options.width'],
  [six, { title: 'x'.repeat(201) }, 'options.title'],
  [six, { instruments: {} }, 'options.instruments'],
  [six, { instruments: [{ id: 'a', title: 'a', range: { least: 1, most: 1 } }] }, 'options.instruments'],
]

describe('what others wrote', () => {
  test('stays text', () => {
    const hostile = '</desc><script>alert(1)</script>&"\u202e\u0000'
    const svg = timelinePlot(
      timelineOf(
        [
          entryOn('medicine-started', 0, { medicine: hostile }),
          entryOn('checkpoint', 3, { label: hostile, status: hostile, text: hostile }),
          entryOn('decision', 3, { decision: hostile, label: hostile }),
          entryOn('effect', 3, { effect: hostile, text: hostile }),
          entryOn('score', 3, { instrument: hostile, total: 3 }),
        ],
        {
          phases: [
            { phase: 'p', label: hostile, interval: hostile, from: dayText(0), to: null, isPlanned: false },
          ],
        },
      ),
      { title: hostile },
    )
    expect(faultsOf(svg)).toEqual([])
    expect(svg).not.toMatch(/<script|[\p{Cc}\p{Cf}]/u)
  })

  test.each(refused)(
    'a timeline or an option that cannot be drawn is refused by its place',
    (timeline, options, path) => {
      expect(() => Reflect.apply(timelinePlot, undefined, [timeline, options])).toThrow(
        expect.objectContaining({ code: 'bad-argument', path }),
      )
    },
  )

  test('a zone that does not exist is refused', () => {
    expect(() => timelinePlot({ ...six, zone: 'Moon/Base' })).toThrow(
      expect.objectContaining({ code: 'unknown-zone', path: 'timeline.zone' }),
    )
  })
})

test('law: whatever happened when, no word lies on another, under a line, or over an edge', () => {
  const day = fc.integer({ min: -40, max: 800 })
  const kind = fc.constantFrom<EntryKind>(
    'dose',
    'score',
    'effect',
    'planned-session',
    'checkpoint',
    'decision',
    'planned-assessment',
  )
  const entry = fc.tuple(kind, day, fc.nat(60)).map(([of, on, number]) =>
    entryOn(of, on, {
      ...(of === 'dose' ? given(number + 1) : {}),
      ...(of === 'score' ? { instrument: number % 2 === 0 ? 'madrs' : 'phq-9', total: number } : {}),
      ...(of === 'effect'
        ? { effect: ['nausea', 'sedation', 'anxiety'][number % 3] ?? '', grade: number % 5 }
        : {}),
      ...(of === 'decision'
        ? { decision: 'review' }
        : { status: ['planned', 'missed', 'due'][number % 3] ?? '' }),
    }),
  )
  const width = fc.constantFrom(320, 360, 411, 960)
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), width, fc.boolean(), (entries, at, start) => {
      const svg = timelinePlot(timelineOf(entries, { start }), { width: at })
      expect([faultsOf(svg), overlaps(svg), crossedWords(svg)]).toEqual([[], [], []])
      expect(wordsIn(svg).filter(({ left, right }) => left < 0 || right > at + 2)).toEqual([])
    }),
    { numRuns: 150 },
  )
})
