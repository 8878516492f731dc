/** What holds of every list of trials of antidepressants. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { indicationTables } from '../../src/judgement/selection.ts'
import type { ResistanceDefinition } from '../../src/kernel/indication.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { AntidepressantTrial } from '../../src/patient/patient.schema.ts'
import { shortOf } from '../../src/screening/indication-record.ts'
import { overlapsIn } from '../../src/screening/trial-overlaps.ts'
import { stretchOf } from '../../src/screening/trial-stretch.ts'
import { countTrials } from '../../src/screening/trials.ts'
import { antidepressantTrials, type Draft, timesAround } from './arbitrary.ts'
import { everyBlanking } from './blanking.ts'
import { plainBounds, plainShort } from './plain-trials.ts'

const asOf = '2026-11-22T09:00:00-05:00'
const zone = 'America/New_York'
const moment = momentOf(asOf, zone)
const doses = indicationTables(us).minimumDoses
const named = [...indicationTables(us).definitions, ...indicationTables(eu).definitions]
const consensus = named.find(({ id }) => id === 'consensus')
if (consensus === undefined) throw new Error('the packs hold a definition by consensus')
/** A definition that counts every trial, also a second one of the same medicine. */
const eachTrial: ResistanceDefinition = { ...consensus, id: 'each', differentAgents: false, failures: 3 }

const definitions = fc.constantFrom(...named, eachTrial)
const lists = fc.array(antidepressantTrials(timesAround(asOf, zone)), { maxLength: 6 })

type Trials = readonly AntidepressantTrial[]

const withoutId = ({ id: _id, ...trial }: AntidepressantTrial): AntidepressantTrial => trial
/** Lists among which there are those whose entries share ids, two by two or all. */
const sharingLists = fc.oneof(
  lists,
  fc
    .tuple(lists, fc.constantFrom(1, 2))
    .map(([trials, ids]) => trials.map((trial, at) => ({ ...trial, id: `t${at % ids}` }))),
)
/** One of two entries under one id that contradict one another may be taken out: then the doubt is gone with it. */
const apartLists = lists.map((trials) => trials.map(withoutId))

const recordWith = (trials: Trials): Draft => ({
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  antidepressantTrials: [...trials],
})

function answer(trials: Trials, definition: ResistanceDefinition, isComplete: boolean) {
  const count = countTrials(trials, definition, doses, moment)
  const short = shortOf(count, isComplete)
  return short === undefined ? 'unknown' : short === 0 ? 'yes' : 'no'
}

const adequate: AntidepressantTrial = {
  codes: [{ system: 'atc', code: 'N06AB06' }],
  highestDosePerDay: { value: 100, unit: 'mg' },
  start: '2026-03-01',
  end: '2026-07-01',
  adherence: 'adequate',
  episode: 'current',
  outcome: 'no-response',
  reasonStopped: 'inefficacy',
}

describe('laws', () => {
  test('the count and the plain count agree, bounds and answer', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(sharingLists, fc.constantFrom(...named), fc.boolean(), (trials, definition, isComplete) => {
        const count = countTrials(trials, definition, doses, moment)
        const plain = plainBounds(trials, definition, doses, { asOf, zone })
        expect([count.least, count.most]).toEqual([plain.fewest, plain.most])
        const short = plainShort(recordWith(trials), definition, doses, isComplete, { asOf, zone })
        expect(shortOf(count, isComplete)).toBe(short?.value)
        seen.add(answer(trials, definition, isComplete))
      }),
      { numRuns: 1500 },
    )
    expect([...seen].sort()).toEqual(['no', 'unknown', 'yes'])
  })

  test('a blank never makes yes or no out of what was not known, and never turns one into the other', () => {
    fc.assert(
      fc.property(sharingLists, definitions, fc.boolean(), (trials, definition, isComplete) => {
        const before = answer(trials, definition, isComplete)
        for (const { what, draft: less } of everyBlanking(recordWith(trials))) {
          if (less.antidepressantTrials === undefined) continue
          const after = answer(less.antidepressantTrials, definition, isComplete)
          expect([what, after === 'unknown' || after === before]).toEqual([what, true])
        }
      }),
      { numRuns: 600 },
    )
  })

  test('neither does a trial that is left out, unless somebody called the list complete all the same', () => {
    fc.assert(
      fc.property(apartLists, definitions, fc.nat(5), (trials, definition, at) => {
        const before = answer(trials, definition, false)
        const after = answer(trials.toSpliced(at, 1), definition, false)
        expect(after === 'unknown' || after === before).toBe(true)
        // Of a list called complete a shorter one is another list; it is never more resistant.
        if (answer(trials.toSpliced(at, 1), definition, true) === 'yes')
          expect(answer(trials, definition, true)).toBe('yes')
      }),
      { numRuns: 1000 },
    )
  })

  test('one more adequate failure never takes resistance away, and neither does any other trial', () => {
    fc.assert(
      fc.property(
        apartLists,
        antidepressantTrials(timesAround(asOf, zone)).map(withoutId),
        definitions,
        fc.boolean(),
        (trials, more, definition, isComplete) => {
          if (answer(trials, definition, isComplete) !== 'yes') return
          expect(answer([...trials, more], definition, isComplete)).toBe('yes')
          expect(answer([...trials, adequate], definition, isComplete)).toBe('yes')
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('the order of the list changes nothing, and each trial keeps its answer but for whom of one medicine is shown', () => {
    fc.assert(
      fc.property(
        sharingLists,
        definitions,
        fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }),
        (trials, definition, keys) => {
          const turned = trials
            .map((trial, at) => ({ trial, key: keys[at] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ trial }) => trial)
          const [one, other] = [trials, turned].map((list) => countTrials(list, definition, doses, moment))
          expect([other?.least, other?.most, other?.enough, other?.short]).toEqual([
            one?.least,
            one?.most,
            one?.enough,
            one?.short,
          ])
          const said = (count: typeof one, list: Trials) =>
            (count?.trials ?? []).map(({ place, ...rest }) => JSON.stringify([list[place], rest])).sort()
          expect(said(other, turned)).toEqual(said(one, trials))
        },
      ),
      { numRuns: 600 },
    )
  })

  test('a trial counts where every criterion is met, and the first reason is the worst', () => {
    const rank = { no: 0, unknown: 1, yes: 2 }
    fc.assert(
      fc.property(sharingLists, definitions, (trials, definition) => {
        for (const { counted, reasons } of countTrials(trials, definition, doses, moment).trials) {
          const truths = reasons.map(({ truth }) => rank[truth])
          expect(truths).toEqual(truths.toSorted())
          expect(counted).toBe(reasons[0]?.truth)
          expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('one id with two contents', () => {
  const venlafaxine: AntidepressantTrial = {
    ...adequate,
    codes: [{ system: 'atc', code: 'N06AX16' }],
    highestDosePerDay: { value: 150, unit: 'mg' },
  }
  const id = 't1'
  const said = (...trials: Trials) => {
    const { least, most, trials: counted } = countTrials(trials, consensus, doses, moment)
    return [answer(trials, consensus, true), least, most, ...counted.map((one) => one.counted)]
  }
  const blank = ({ codes: _gone, ...trial }: AntidepressantTrial): AntidepressantTrial => trial

  test('is one trial written wrong or two under one id: neither counts for sure, and neither is ruled out', () => {
    const [a, b] = [
      { ...adequate, id },
      { ...venlafaxine, id },
    ]
    expect(said(a, b)).toEqual(['unknown', 0, 2, 'unknown', 'unknown'])
    expect(said(blank(a), blank(b))).toEqual(['unknown', 0, 2, 'unknown', 'unknown'])
    expect(said(blank(a), b)).toEqual(['unknown', 0, 2, 'unknown', 'unknown'])
    expect(said({ ...a, id: 't2' }, b)).toEqual(['yes', 2, 2, 'yes', 'yes'])
  })

  test('an outcome that is told both ways does not count as a failure', () => {
    const better = { ...adequate, id, outcome: 'response' } as const
    expect(said({ ...adequate, id }, better, venlafaxine)).toEqual(['unknown', 1, 2, 'unknown', 'no', 'yes'])
    // Of what is unknown in one of them nobody knows that it is as the other says.
    const silent = { ...adequate, id, outcome: 'unknown' } as const
    expect(said({ ...adequate, id }, silent, venlafaxine)[0]).toBe('unknown')
  })

  test('the doubt is the first reason, and it does not hang on what nobody counts by', () => {
    const { trials: found } = countTrials(
      [
        { ...adequate, id },
        { ...venlafaxine, id },
      ],
      consensus,
      doses,
      moment,
    )
    expect(found.map(({ reasons }) => reasons[0])).toEqual([
      { code: 'own-id', truth: 'unknown' },
      { code: 'own-id', truth: 'unknown' },
    ])
    const copied = { ...adequate, id, text: 'as the person tells it', recordedAt: '2026-08-01' }
    expect(said({ ...adequate, id }, copied, venlafaxine).slice(0, 3)).toEqual(['yes', 2, 2])
  })
})

describe('time', () => {
  const days = (change: Partial<AntidepressantTrial>) =>
    countTrials([{ ...adequate, ...change }], consensus, doses, moment).trials[0]?.days
  const without = (name: 'start' | 'end', change: Partial<AntidepressantTrial> = {}) => {
    const { [name]: _gone, ...rest } = { ...adequate, ...change }
    return countTrials([rest], consensus, doses, moment).trials[0]?.days
  }

  test('a month and a year are taken at their shortest and at their longest', () => {
    expect(days({})).toEqual({ least: 122, most: 122 })
    expect(days({ start: '2026-03', end: '2026-07' })).toEqual({ least: 92, most: 152 })
    expect(days({ start: '2025', end: '2026-07-01' })).toEqual({ least: 182, most: 546 })
  })

  test('one that runs is counted to now; with an end written all the same it ended between the two', () => {
    expect(without('end', { reasonStopped: 'not-stopped' })).toEqual({ least: 266, most: 266 })
    expect(days({ reasonStopped: 'not-stopped' })).toEqual({ least: 122, most: 266 })
    expect(days({ reasonStopped: 'not-stopped', end: '2026-03-08' })).toEqual({ least: 7, most: 266 })
    // An end to come is a plan, and says nothing against it.
    expect(days({ reasonStopped: 'not-stopped', end: '2027-01-01' })).toEqual({ least: 266, most: 266 })
  })

  test('one that may still run ended at the written day at the earliest', () => {
    expect(days({ reasonStopped: 'unknown' })).toEqual({ least: 122, most: 266 })
    expect(without('end')).toEqual({ least: 0, most: 266 })
    expect(without('start')).toEqual({ least: 0, most: null })
  })

  test('an end before the start and a date to come tell nothing', () => {
    expect(days({ end: '2026-01-01' })).toEqual({ least: 0, most: 266 })
    expect(days({ end: '2027-01-01' })).toEqual({ least: 0, most: 266 })
    expect(days({ start: '2027-01-01' })).toEqual({ least: 0, most: null })
  })

  test('less of a start after the end never makes it surely short', () => {
    const counted = (start: string, end = '2026-01-02') =>
      countTrials([{ ...adequate, start, end }], consensus, doses, moment).trials[0]?.counted
    expect(['2026-05-01', '2026-05', '2026'].map((start) => counted(start))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
    expect(days({ start: '2026', end: '2026-01-02' })).toEqual({ least: 0, most: 325 })
    // In order in every reading they bound it, whatever the start says beside it.
    expect([counted('2025', '2026-01-02'), counted('2025-12', '2026-01-02'), counted('2025-12-20')]).toEqual([
      'unknown',
      'unknown',
      'no',
    ])
    // That it began too late for four weeks the start says by itself.
    expect(counted('2026-11-12')).toBe('no')
  })

  test('a start or an end cut to its month or year never makes the answer surer', () => {
    const whenever = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const stopped = fc.constantFrom('inefficacy', 'not-stopped', 'unknown')
    fc.assert(
      fc.property(
        whenever,
        whenever,
        fc.nat(40),
        stopped,
        fc.constantFrom(4, 7),
        (start, near, by, reasonStopped, to) => {
          const late = new Date(Date.parse(start) + by * 86_400_000).toISOString().slice(0, 10)
          for (const end of [near, late]) {
            const said = (change: Partial<AntidepressantTrial>) =>
              countTrials([{ ...adequate, start, end, reasonStopped, ...change }], consensus, doses, moment)
                .trials[0]?.counted
            for (const less of [{ start: start.slice(0, to) }, { end: end.slice(0, to) }])
              expect(['unknown', said({})]).toContain(said(less))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('four weeks are 28 days, counted from day to day', () => {
    const counted = (end: string) =>
      countTrials([{ ...adequate, start: '2026-03-01', end }], consensus, doses, moment).trials[0]?.counted
    expect([counted('2026-03-28'), counted('2026-03-29'), counted('2026-03')]).toEqual([
      'no',
      'yes',
      'unknown',
    ])
  })
})

describe('medicines and doses', () => {
  const count = (definition: ResistanceDefinition, ...trials: Trials) =>
    countTrials(trials, definition, doses, moment)
  const doseOf = (highestDosePerDay: AntidepressantTrial['highestDosePerDay'], codes = adequate.codes) =>
    count(consensus, { ...adequate, highestDosePerDay, codes }).trials[0]?.counted

  test('a dose is milligrams a day, exactly', () => {
    expect(doseOf({ value: 50, unit: 'mg' })).toBe('yes')
    expect(doseOf({ value: 0.05, unit: 'g' })).toBe('yes')
    expect(doseOf({ value: 50, unit: 'mg/d' })).toBe('yes')
    expect(doseOf({ value: 49.999, unit: 'mg' })).toBe('no')
    expect(doseOf({ value: 50, unit: 'mL' })).toBe('unknown')
    expect(doseOf(undefined)).toBe('unknown')
  })

  test('codes of two medicines, of a class, and a text alone name nobody knows which', () => {
    const dose = { value: 100, unit: 'mg' } as const
    const atc = (code: string) => ({ system: 'http://www.whocc.no/atc', code })
    expect(doseOf(dose, [atc('N06AB06'), { system: 'rxnorm', code: '36437' }])).toBe('yes')
    expect(doseOf(dose, [atc('N06AB06'), atc('N06AB10')])).toBe('unknown')
    expect(doseOf(dose, [atc('N06AB')])).toBe('unknown')
    expect(doseOf(dose, [{ system: 'snomed-ct', code: 'N06AB06' }])).toBe('unknown')
    expect(doseOf(dose, [])).toBe('unknown')
  })

  test('a second code that no row has may name another medicine: then nobody knows which', () => {
    const dose = { value: 100, unit: 'mg' } as const
    const atc = (code: string) => ({ system: 'http://www.whocc.no/atc', code })
    const rxnorm = (code: string) => ({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code })
    const beside = (...codes: readonly { system: string; code: string }[]) => [
      doseOf(dose, [atc('N06AB06'), ...codes]),
      doseOf(dose, [...codes, atc('N06AB06')]),
    ]
    // A combination, another class, and a code of RxNorm of which the tables do not say what is in it.
    for (const code of [atc('N06CA03'), atc('N06AX'), rxnorm('82728'), atc('')])
      expect(beside(code)).toEqual(['unknown', 'unknown'])
    // The class it belongs to, its other code, and what another system calls it.
    for (const code of [
      atc('N06AB'),
      atc('N'),
      atc('N06AB06'),
      rxnorm('36437'),
      { system: 'snomed-ct', code: '1' },
    ])
      expect(beside(code)).toEqual(['yes', 'yes'])
    expect(beside(rxnorm('36437'), atc('N06AB'), rxnorm('32937'))).toEqual(['unknown', 'unknown'])
  })

  test('of one medicine the better trial counts, wherever it stands', () => {
    const short: AntidepressantTrial = { ...adequate, end: '2026-03-10' }
    for (const [trials, better] of [
      [[short, adequate], 1],
      [[adequate, short], 0],
    ] as const) {
      const { trials: found, least, most } = count(consensus, ...trials)
      expect([least, most, found[better]?.counted]).toEqual([1, 1, 'yes'])
    }
    const again = count(consensus, adequate, { ...adequate, start: '2025-01-01', end: '2025-06-01' })
    expect(again.trials.map(({ counted }) => counted).sort()).toEqual(['no', 'yes'])
    expect(
      again.trials.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'different-agent')),
    ).toEqual([{ code: 'different-agent', truth: 'no' }])
  })

  test('where each trial counts, those of one medicine have to lie apart in time', () => {
    const later: AntidepressantTrial = { ...adequate, start: '2026-08-01', end: '2026-10-01' }
    const overlapping: AntidepressantTrial = { ...adequate, start: '2026-05-01', end: '2026-09-01' }
    expect([count(eachTrial, adequate, later).least, count(eachTrial, adequate, overlapping).least]).toEqual([
      2, 1,
    ])
    expect(count(eachTrial, adequate, overlapping).most).toBe(2)
    // Written twice under one id it is surely no more than one trial; what was left out of both may differ.
    const twice = { ...adequate, id: 't1' }
    expect([count(eachTrial, twice, twice).least, count(eachTrial, twice, twice).most]).toEqual([1, 2])
  })

  test('three classes: two of the class of all others may be of two, or of one', () => {
    const classes = named.find(({ id }) => id === 'three-classes')
    if (classes === undefined) throw new Error('the packs hold a definition by classes')
    const of = (code: string, dose: number): AntidepressantTrial => ({
      ...adequate,
      codes: [{ system: 'atc', code }],
      highestDosePerDay: { value: dose, unit: 'mg' },
    })
    const ssri = of('N06AB06', 100)
    const snri = of('N06AX16', 150)
    const tricyclic = of('N06AA09', 150)
    const [mirtazapine, bupropion] = [of('N06AX11', 45), of('N06AX12', 300)]
    const said = (...trials: Trials) => answer(trials, classes, true)
    expect(said(ssri, snri, tricyclic)).toBe('yes')
    expect(said(ssri, of('N06AB10', 20), snri)).toBe('no')
    expect(said(ssri, mirtazapine, bupropion)).toBe('unknown')
    expect(said(ssri, snri, mirtazapine)).toBe('yes')
  })
})

describe('two medicines given together', () => {
  const venlafaxine: AntidepressantTrial = {
    ...adequate,
    codes: [{ system: 'atc', code: 'N06AX16' }],
    highestDosePerDay: { value: 150, unit: 'mg' },
  }
  const remarked = (...trials: Trials) => {
    const { least, trials: found } = countTrials(trials, consensus, doses, moment)
    return [least, ...found.map(({ remarks }) => remarks.map(({ code }) => code).join())]
  }

  test('count as two failures, and each says that they overlap', () => {
    expect(remarked(adequate, venlafaxine)).toEqual([2, 'overlaps', 'overlaps'])
    expect(remarked({ ...adequate, end: '2026-10-01' }, { ...venlafaxine, start: '2026-04-01' })).toEqual([
      2,
      'overlaps',
      'overlaps',
    ])
  })

  test('one after the other they do not, also where they change on one day', () => {
    const after = { ...venlafaxine, start: adequate.end, end: '2026-10-01' }
    expect(remarked(adequate, after)).toEqual([2, '', ''])
    // Within these months they may lie apart.
    const vague = { ...venlafaxine, start: '2026-06', end: '2026-10' }
    expect(remarked({ ...adequate, end: '2026-06' }, vague)).toEqual([2, '', ''])
  })

  test('what does not count, what nobody knows, and one medicine twice are not spoken of', () => {
    expect(remarked(adequate, { ...venlafaxine, outcome: 'response' })).toEqual([1, '', ''])
    const { codes: _gone, ...nobodyKnows } = venlafaxine
    expect(remarked(adequate, nobodyKnows)).toEqual([1, '', ''])
    expect(remarked(adequate, { ...adequate, start: '2026-02-01' })).toEqual([1, '', ''])
    expect(remarked(adequate, { ...venlafaxine, outcome: 'unknown' })).toEqual([1, 'overlaps', 'overlaps'])
  })

  test('are those that are found by comparing each with each', () => {
    const stretches = fc.record({
      agent: fc.nat(3),
      from: fc.nat(20),
      length: fc.integer({ min: -3, max: 8 }),
    })
    fc.assert(
      fc.property(fc.array(stretches, { maxLength: 12 }), (all) => {
        const given = all.map(({ agent, from, length }) => ({
          agent,
          stretch: { ...stretchOf(adequate, moment), surelyFrom: from, surelyTo: from + length },
        }))
        const days = ({ from, length }: { from: number; length: number }) =>
          Array.from({ length: Math.max(0, length) }, (_, at) => from + at)
        const plain = all.map((one) =>
          all.some(
            (other) => other.agent !== one.agent && days(one).some((day) => days(other).includes(day)),
          ),
        )
        expect(overlapsIn(given)).toEqual(plain)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('long lists', () => {
  test('a hundred times as many trials of one medicine take no thousand times as long', () => {
    const time = (length: number) => {
      const trials = Array.from({ length }, (_, at) => ({ ...adequate, text: `${length - at}` }))
      const begun = performance.now()
      const { least, most, trials: counted } = countTrials(trials, consensus, doses, moment)
      const taken = performance.now() - begun
      expect([least, most, counted.filter((one) => one.counted === 'yes').length]).toEqual([1, 1, 1])
      return taken
    }
    time(200)
    expect(time(20_000)).toBeLessThan(Math.max(2_000, 1_000 * time(200)))
  })
})
