/** Resistance by a named definition, with its stages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { factsDigest } from '../../src/judgement/overrides.ts'
import { indicationTables } from '../../src/judgement/selection.ts'
import type { ResistanceDefinition } from '../../src/kernel/indication.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { AntidepressantTrial } from '../../src/patient/patient.schema.ts'
import {
  assessTreatmentResistance,
  type ResistanceQuestion,
} from '../../src/screening/assess-treatment-resistance.ts'
import { type Staging, type StagingInput, stagesOf } from '../../src/screening/staging.ts'
import { antidepressantTrials, timesAround } from './arbitrary.ts'
import { everyBlanking } from './blanking.ts'
import { notPlain } from './laws.ts'

const asOf = '2026-11-22T09:00:00-05:00'
const zone = 'America/New_York'
const now = { content: us, policy: usStartingPolicy, zone, asOf }
const nowEu = { ...now, content: eu, policy: euStartingPolicy }

const of = (code: string, dose: number, change: Partial<AntidepressantTrial> = {}): AntidepressantTrial => ({
  codes: [{ system: 'http://www.whocc.no/atc', code }],
  highestDosePerDay: { value: dose, unit: 'mg' },
  start: '2026-02-01',
  end: '2026-06-01',
  adherence: 'adequate',
  episode: 'current',
  outcome: 'no-response',
  reasonStopped: 'inefficacy',
  ...change,
})

const sertraline = of('N06AB06', 100)
const venlafaxine = of('N06AX16', 150)
const amitriptyline = of('N06AA09', 150)
const phenelzine = of('N06AF03', 60)

const ask = (trials: readonly AntidepressantTrial[], more: Partial<ResistanceQuestion> = {}) =>
  assessTreatmentResistance({ trials, definition: 'consensus', ...more }, now)

describe('the answer', () => {
  test('two adequate failures are resistance; nothing stands against calling it so', () => {
    const found = ask([sertraline, venlafaxine])
    expect(found.verdict).toBe('no-finding')
    expect(found.value).toMatchObject({
      resistant: 'yes',
      definition: { id: 'consensus', needed: 2 },
      counted: { least: 2, most: 2 },
    })
    expect(found.value.trials.map(({ place, agent, counted }) => [place, agent, counted])).toEqual([
      [0, 'sertraline', 'yes'],
      [1, 'venlafaxine', 'yes'],
    ])
  })

  test('few trials are no proof that there were few, until the list is called complete', () => {
    const open = ask([sertraline])
    expect([open.verdict, open.value.resistant]).toEqual(['indeterminate', 'unknown'])
    expect(open.missing.map(({ fact }) => fact)).toContain('trials-short')
    const closed = ask([sertraline], { complete: 'yes' })
    expect([closed.verdict, closed.value.resistant]).toEqual(['hold', 'no'])
    expect(ask([sertraline], { complete: 'no' }).value.resistant).toBe('unknown')
    expect(ask([], { complete: 'yes' }).value.resistant).toBe('no')
  })

  test('stopped because it was not tolerated is no failure, and that is the first reason', () => {
    const [trial] = ask([{ ...sertraline, reasonStopped: 'intolerance', outcome: 'unknown' }]).value.trials
    expect([trial?.counted, trial?.reasons[0], trial?.reasons[1]]).toEqual([
      'no',
      { code: 'stopped', truth: 'no' },
      { code: 'outcome', truth: 'unknown' },
    ])
  })

  test('a definition of the pack by its id, of either pack, and one written by hand', () => {
    const early = of('N06AX16', 150, { episode: 'earlier' })
    const label = (context: typeof now, definition: string) =>
      assessTreatmentResistance({ trials: [sertraline, early], definition, complete: 'yes' }, context).value
        .resistant
    expect([label(now, 'us-label'), label(nowEu, 'eu-label')]).toEqual(['yes', 'no'])
    const own: ResistanceDefinition = {
      id: 'ours',
      label: 'One trial of two weeks',
      failures: 1,
      episode: 'any',
      duration: { value: 14, unit: 'd' },
      doses: 'label',
      failed: ['no-response'],
      differentAgents: true,
      augmentation: false,
      oralOnly: true,
      certainty: 'K',
      sources: [],
    }
    const found = ask([sertraline], { definition: own }).value
    expect([found.resistant, found.definition]).toEqual(['yes', { id: 'ours', label: own.label, needed: 1 }])
    expect(ask([{ ...sertraline, outcome: 'partial-response' }], { definition: own }).value.resistant).toBe(
      'unknown',
    )
  })

  test('a documented decision counts like everywhere: the finding stays, and is a caution', () => {
    const before = ask([sertraline], { complete: 'yes' })
    const finding = before.findings[0]
    if (finding === undefined) throw new Error('something stands against it')
    const overrides = [
      {
        rule: finding.rule.id,
        ruleVersion: finding.rule.version,
        reason: 'specialist-decision',
        actor: { role: 'psychiatrist' },
        at: '2026-11-22T08:00:00-05:00',
        expires: '2026-11-23T08:00:00-05:00',
        digest: factsDigest(finding),
      },
    ]
    const after = ask([sertraline], { complete: 'yes', overrides })
    expect([after.verdict, after.value.resistant]).toEqual(['caution', 'no'])
  })

  test('the worked case of the authors of the ATRQ: three of five trials count', () => {
    // trd-atrq-example: sertraline 100 mg for 3 months counts; citalopram 20 mg for a month was too short; venlafaxine
    // 75 mg for 7 weeks too low; duloxetine 90 mg and aripiprazole beside it count.
    const weeks = (start: string, end: string) => ({ start, end })
    const trials = [
      of('N06AB06', 100, weeks('2026-01-01', '2026-04-01')),
      of('N06AB04', 20, weeks('2026-04-01', '2026-05-01')),
      of('N06AX16', 75, weeks('2026-05-01', '2026-06-19')),
      of('N06AX21', 90, weeks('2026-06-20', '2026-09-20')),
      of('N05AX12', 10, weeks('2026-08-01', '2026-09-20')),
    ]
    const found = ask(trials, { definition: 'questionnaire-style' }).value
    expect(
      found.trials.map(({ agent, counted, reasons }) => [
        agent,
        counted,
        counted === 'yes' ? null : reasons[0]?.code,
      ]),
    ).toEqual([
      ['sertraline', 'yes', null],
      ['citalopram', 'no', 'duration'],
      ['venlafaxine', 'no', 'dose'],
      ['duloxetine', 'yes', null],
      ['aripiprazole', 'yes', null],
    ])
    expect([found.resistant, found.counted]).toEqual(['yes', { least: 3, most: 3 }])
  })
})

describe('what is odd', () => {
  const issuesOf = (...trials: readonly AntidepressantTrial[]) =>
    ask(trials).issues.map(({ code, path }) => `${code} ${path}`)

  test('one id with two contents is named once, as in a record', () => {
    const id = 't1'
    const found = ask(
      [
        { ...sertraline, id },
        { ...venlafaxine, id },
        { ...venlafaxine, id, outcome: 'unknown' },
      ],
      {
        complete: 'yes',
      },
    )
    expect(found.issues).toEqual([
      { code: 'same-id-other-content', path: 'trials[id=t1]', severity: 'warning' },
    ])
    expect([found.verdict, found.value.resistant]).toEqual(['indeterminate', 'unknown'])
    expect(issuesOf({ ...sertraline, id }, { ...sertraline, id }, venlafaxine, venlafaxine)).toEqual([])
  })

  test('an end before the start is named, by its place or its id', () => {
    const turned = { start: '2026-06-01', end: '2026-02-01' }
    expect(issuesOf(sertraline, { ...venlafaxine, ...turned })).toEqual(['end-before-start trials[1]'])
    expect(issuesOf({ ...venlafaxine, ...turned, id: 't2' })).toEqual(['end-before-start trials[id=t2]'])
    // A year that may lie before the end, and days in order, are not odd.
    expect(issuesOf({ ...venlafaxine, ...turned, start: '2026' }, sertraline)).toEqual([])
  })

  test('so is an end in the past of what was not stopped', () => {
    const runs = { reasonStopped: 'not-stopped' } as const
    expect(issuesOf({ ...sertraline, ...runs })).toEqual(['not-stopped-but-ended trials[0]'])
    expect(
      issuesOf({ ...sertraline, ...runs, end: '2026' }, { ...venlafaxine, ...runs, end: '2027-01-01' }),
    ).toEqual([])
  })
})

describe('stages', () => {
  const stages = (trials: readonly AntidepressantTrial[], more: Partial<ResistanceQuestion> = {}) =>
    ask(trials, { complete: 'yes', ...more }).value.staging
  const known = {
    months: 18,
    severity: 'severe',
    psychotic: 'no',
    augmentation: 'no',
    ect: 'no',
  } as const

  test('the points of the Maudsley method, by hand', () => {
    // 13 to 24 months 2, severe 4, two failures 1, no augmentation 0, no ECT 0.
    expect(stages([sertraline, venlafaxine], { episode: known }).maudsley).toEqual({
      least: 7,
      most: 7,
      bands: { least: 'moderate', most: 'moderate' },
      missing: [],
      fact: 'trd-msm-items',
    })
    // 25 months 3, severe with psychosis 5, three failures 2, augmentation 1, ECT 1.
    const worst = {
      months: 25,
      severity: 'severe',
      psychotic: 'yes',
      augmentation: 'yes',
      ect: 'yes',
    } as const
    expect(stages([sertraline, venlafaxine, amitriptyline], { episode: worst }).maudsley).toMatchObject({
      least: 12,
      bands: { least: 'severe' },
    })
    const mild = { ...known, months: 12, severity: 'mild' } as const
    expect(stages([sertraline], { episode: mild }).maudsley).toMatchObject({
      least: 4,
      most: 4,
      bands: { most: 'mild' },
    })
  })

  test('the edges of months, failures and bands', () => {
    const months = (value: number) =>
      stages([sertraline], { episode: { ...known, months: value } }).maudsley?.least
    expect([12, 12.5, 24, 24.5].map(months)).toEqual([6, 7, 7, 8])
    // Eleven medicines at their doses: 1 to 2 failures are one point, 3 to 4 two, 5 to 6 three, 7 to 10 four, more five.
    const many = [
      sertraline,
      venlafaxine,
      amitriptyline,
      phenelzine,
      of('N06AB10', 20),
      of('N06AB04', 40),
      of('N06AB03', 40),
      of('N06AB05', 40),
      of('N06AX21', 60),
      of('N06AX11', 45),
      of('N06AX12', 300),
    ]
    const points = (count: number) =>
      (stages(many.slice(0, count), { episode: { ...known, months: 1, severity: 'subsyndromal' } }).maudsley
        ?.least ?? 0) - 2
    expect([1, 2, 3, 4, 5, 6, 7, 10, 11].map(points)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
    const band = (count: number, severity: 'mild' | 'severe', ofMonths: number) =>
      stages(many.slice(0, count), { episode: { ...known, months: ofMonths, severity } }).maudsley?.bands
        .least
    expect([band(3, 'mild', 20), band(5, 'mild', 20)]).toEqual(['mild', 'moderate']) // 6 and 7
    expect([band(6, 'severe', 30), band(7, 'severe', 30)]).toEqual(['moderate', 'severe']) // 10 and 11
  })

  test('what is unknown is taken at its least and at its most, and named', () => {
    expect(stages([sertraline, venlafaxine]).maudsley).toEqual({
      least: 3, // 1 + 1 + 1
      most: 11, // 3 + 5 + 1 + 1 + 1: a list of antidepressants does not tell what was added to them
      bands: { least: 'mild', most: 'severe' },
      missing: ['months', 'severity', 'augmentation', 'ect'],
      fact: 'trd-msm-items',
    })
    const severe = { months: 6, severity: 'severe', augmentation: 'no', ect: 'no' } as const
    expect(stages([sertraline], { episode: severe }).maudsley).toMatchObject({
      least: 6,
      most: 7,
      missing: ['psychotic'],
    })
    // Nobody called the list complete: there may be any number of failures.
    expect(stages([sertraline], { episode: known, complete: 'unknown' }).maudsley).toMatchObject({
      least: 7,
      most: 11,
      missing: ['every-trial'],
    })
    expect(stages([], { episode: known }).maudsley).toBeNull()
  })

  test('an augmentation is a no only where it is stated, and where no trial may have been one', () => {
    const most = (trials: readonly AntidepressantTrial[], augmentation?: 'yes' | 'no' | 'unknown') =>
      stages(trials, {
        episode: { ...known, ...(augmentation === undefined ? {} : { augmentation }) },
      }).maudsley?.most
    const { augmentation: _gone, ...unsaid } = known
    expect([most([sertraline], 'yes'), most([sertraline], 'unknown'), most([sertraline], 'no')]).toEqual([
      8, 8, 7,
    ])
    expect(stages([sertraline], { episode: unsaid }).maudsley).toMatchObject({ least: 7, most: 8 })
    const { codes: _codes, ...nobodyKnows } = venlafaxine
    expect(stages([sertraline, nobodyKnows], { episode: known }).maudsley).toMatchObject({
      least: 7,
      most: 8,
      missing: ['open-trials', 'augmentation'],
    })
  })

  test('the stages of Thase and Rush, each on top of the one before', () => {
    const stage = (trials: readonly AntidepressantTrial[], ect?: 'yes' | 'no') => {
      const { least, most } = stages(trials, ect === undefined ? {} : { episode: { ect } }).thaseRush
      return [least, most]
    }
    expect(stage([])).toEqual([0, 0])
    expect(stage([sertraline])).toEqual([1, 1])
    expect(stage([sertraline, of('N06AB10', 20)])).toEqual([1, 1])
    expect(stage([sertraline, venlafaxine])).toEqual([2, 2])
    expect(stage([sertraline, amitriptyline])).toEqual([3, 3])
    expect(stage([sertraline, amitriptyline, phenelzine], 'no')).toEqual([4, 4])
    expect(stage([sertraline, amitriptyline, phenelzine], 'yes')).toEqual([5, 5])
    expect(stage([sertraline, amitriptyline, phenelzine])).toEqual([4, 5])
    expect(stage([sertraline, phenelzine])).toEqual([2, 2]) // no tricyclic, so it goes no further
  })

  test('points of the Massachusetts staging count trials of six weeks, and leave raised doses out', () => {
    const points = (trials: readonly AntidepressantTrial[], episode = {}) => {
      const { least, most, missing } = stages(trials, { episode }).massachusetts
      return { least, most, missing }
    }
    const five = of('N06AX16', 150, { start: '2026-02-01', end: '2026-03-08' })
    expect(points([sertraline, five], { augmentation: 'no', ect: 'no' })).toEqual({
      least: 1,
      most: null,
      missing: ['raised-doses'],
    })
    expect(points([sertraline, venlafaxine], { augmentation: 'yes', ect: 'yes' }).least).toBe(5.5)
    // A medicine beside an antidepressant that failed is an augmentation, also where nobody says so or somebody denies it.
    const added = of('N05AX12', 5)
    expect(points([sertraline, added]).least).toBe(1.5)
    expect(points([sertraline, added], { augmentation: 'no' }).least).toBe(1.5)
    // A definition that counts it as a trial does not give it the points of one.
    const { massachusetts } = stages([sertraline, added], { definition: 'questionnaire-style' })
    expect(massachusetts.least).toBe(1.5)
  })

  test('the European stages', () => {
    const stage = (trials: readonly AntidepressantTrial[], monthsResistant?: number) => {
      const { least, most } = stages(
        trials,
        monthsResistant === undefined ? {} : { episode: { monthsResistant } },
      ).european
      return [least, most]
    }
    expect(stage([])).toEqual(['none', 'none'])
    expect(stage([sertraline])).toEqual(['nonresponder', 'nonresponder'])
    expect(stage([sertraline, venlafaxine])).toEqual(['resistant', 'chronic-resistant'])
    expect(stage([sertraline, venlafaxine], 12)).toEqual(['resistant', 'resistant'])
    expect(stage([sertraline, venlafaxine], 13)).toEqual(['chronic-resistant', 'chronic-resistant'])
  })

  test('nothing is named as missing that would not narrow a stage', () => {
    const missing = (trials: readonly AntidepressantTrial[], more: Partial<ResistanceQuestion> = {}) => {
      const { european, thaseRush } = stages(trials, more)
      return [european.missing, thaseRush.missing]
    }
    expect(missing([])).toEqual([[], []])
    expect(missing([sertraline])).toEqual([[], []])
    expect(missing([sertraline, venlafaxine])).toEqual([['months-resistant'], []])
    expect(missing([sertraline, venlafaxine], { episode: { monthsResistant: 3 } })).toEqual([[], []])
    expect(missing([sertraline, amitriptyline, phenelzine])).toEqual([['months-resistant'], ['ect']])
    const open = { ...venlafaxine, outcome: 'unknown' } as const
    expect(missing([open])).toEqual([['open-trials'], ['open-trials']])
    expect(missing([sertraline, open])).toEqual([['open-trials', 'months-resistant'], ['open-trials']])
    // Two failures for so long are the last stage, whatever else there was.
    expect(
      missing([sertraline, venlafaxine], { episode: { monthsResistant: 13 }, complete: 'unknown' }),
    ).toEqual([[], ['every-trial', 'ect']])
  })

  test('instruments whose lists could not be opened are left out, and it is said which and why', () => {
    const { leftOut } = stages([])
    expect(leftOut.map(({ instrument }) => instrument)).toEqual([
      'athf-sf',
      'athf-sf2',
      'mgh-atrq',
      'maudsley-treatment-inventory',
      'dm-trd',
    ])
    expect(leftOut.every(({ because, fact }) => because !== '' && fact.startsWith('trd-'))).toBe(true)
  })
})

describe('laws', () => {
  const lists = fc.array(antidepressantTrials(timesAround(asOf, zone)), { maxLength: 5 })
  const truth = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
  const complete = fc.constantFrom('yes' as const, 'unknown' as const)

  const told = fc.record(
    {
      months: fc.nat(40),
      monthsResistant: fc.nat(24),
      severity: fc.constantFrom(
        'subsyndromal' as const,
        'mild' as const,
        'moderate' as const,
        'severe' as const,
      ),
      psychotic: truth,
      augmentation: truth,
      ect: truth,
    },
    { requiredKeys: [] },
  )
  const { definitions, minimumDoses: doses } = indicationTables(us)
  const moment = momentOf(asOf, zone)
  const european = ['none', 'nonresponder', 'resistant', 'chronic-resistant'] as const

  /** Each stage as two numbers; null where an instrument says nothing. */
  function bounds({ maudsley, thaseRush, massachusetts, european: esm }: Staging) {
    const end = (most: number | null) => most ?? Number.POSITIVE_INFINITY
    return {
      maudsley: maudsley && [maudsley.least, end(maudsley.most)],
      thaseRush: [thaseRush.least, end(thaseRush.most)],
      massachusetts: [massachusetts.least, end(massachusetts.most)],
      european: [european.indexOf(esm.least), esm.most === null ? 3 : european.indexOf(esm.most)],
    }
  }

  /** Whether the second of two ranges holds all of the first. */
  function holds(known: readonly number[] | null, less: readonly number[] | null): boolean {
    if (known === null) return true
    return less !== null && (less[0] ?? 9) <= (known[0] ?? 0) && (less[1] ?? 0) >= (known[1] ?? 0)
  }

  test('less of any input never narrows a stage', () => {
    fc.assert(
      fc.property(
        lists,
        fc.boolean(),
        fc.constantFrom(...definitions),
        complete,
        told,
        (entries, isOneId, definition, isComplete, episode) => {
          const trials = isOneId ? entries.map((trial) => ({ ...trial, id: 't1' })) : entries
          const input = { trials, definition, doses, complete: isComplete, episode }
          const before = bounds(stagesOf(input, moment))
          const less: [string, StagingInput][] = [
            ['complete', { ...input, complete: 'unknown' }],
            ...Object.keys(episode).map((name): [string, StagingInput] => [
              name,
              {
                ...input,
                episode: Object.fromEntries(Object.entries(episode).filter(([key]) => key !== name)),
              },
            ]),
            ...(['psychotic', 'augmentation', 'ect'] as const).map((name): [string, StagingInput] => [
              `${name} said to be unknown`,
              { ...input, episode: { ...episode, [name]: 'unknown' } },
            ]),
            ...everyBlanking({
              format: 'ketamine-treatment/patient/1',
              record: 'active',
              antidepressantTrials: trials,
            }).flatMap(({ what, draft }): [string, StagingInput][] =>
              draft.antidepressantTrials === undefined
                ? []
                : [[what, { ...input, trials: draft.antidepressantTrials }]],
            ),
          ]
          for (const [what, one] of less) {
            const after = bounds(stagesOf(one, moment))
            for (const name of ['maudsley', 'thaseRush', 'massachusetts', 'european'] as const)
              expect([what, name, before[name], after[name], holds(before[name], after[name])]).toEqual([
                what,
                name,
                before[name],
                after[name],
                true,
              ])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('stages lie in their instruments, and the answer is plain, frozen data', () => {
    fc.assert(
      fc.property(lists, complete, told, (trials, isComplete, episode) => {
        const found = ask(trials, { complete: isComplete, episode })
        expect(notPlain(found)).toEqual([])
        const { maudsley, thaseRush } = found.value.staging
        if (maudsley !== null) {
          expect(maudsley.least).toBeGreaterThanOrEqual(3)
          expect(maudsley.most).toBeLessThanOrEqual(15)
        }
        expect(thaseRush.least).toBeLessThanOrEqual(thaseRush.most ?? 5)
      }),
      { numRuns: 150 },
    )
  })
})

describe('bad input', () => {
  const refusal = (question: unknown, context: unknown = now): string => {
    try {
      Reflect.apply(assessTreatmentResistance, undefined, [question, context])
    } catch (thrown) {
      if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
    }
    return 'no refusal'
  }
  const one = { trials: [sertraline], definition: 'consensus' }
  const changed = (name: string, value: unknown) =>
    refusal({ ...one, trials: [sertraline, { ...sertraline, [name]: value }] })

  test.each([
    ['no question', refusal(undefined), 'bad-argument question'],
    ['no definition', refusal({ trials: [] }), 'bad-argument definition'],
    [
      'a definition the tables do not hold',
      refusal({ trials: [], definition: 'ours' }),
      'unknown-definition definition',
    ],
    ['no list', refusal({ ...one, trials: undefined }), 'bad-argument trials'],
    ['a list that is an object', refusal({ ...one, trials: { 0: sertraline } }), 'bad-argument trials'],
    ['a hole in the list', refusal({ ...one, trials: new Array(2) }), 'not-json '],
    ['an entry that is none', refusal({ ...one, trials: ['sertraline'] }), 'bad-argument trials[0]'],
    ['no word on adherence', changed('adherence', undefined), 'bad-argument trials[1].adherence'],
    ['an episode that is none', changed('episode', 'last'), 'bad-argument trials[1].episode'],
    ['an outcome that is none', changed('outcome', 'better'), 'bad-argument trials[1].outcome'],
    ['a reason that is none', changed('reasonStopped', true), 'bad-argument trials[1].reasonStopped'],
    ['a date that is none', changed('start', '2026-02-30'), 'bad-date trials[1].start'],
    ['a date in words', changed('end', 'last spring'), 'bad-date trials[1].end'],
    ['codes that are no list', changed('codes', 'N06AB06'), 'bad-argument trials[1].codes'],
    ['a code that is none', changed('codes', [{ system: 'atc' }]), 'bad-argument trials[1].codes[0].code'],
    ['a dose in words', changed('highestDosePerDay', '100 mg'), 'bad-argument trials[1].highestDosePerDay'],
    [
      'a dose as text',
      changed('highestDosePerDay', { value: '100', unit: 'mg' }),
      'bad-argument trials[1].highestDosePerDay.value',
    ],
    [
      'a dose below nothing',
      changed('highestDosePerDay', { value: -5, unit: 'mg' }),
      'bad-argument trials[1].highestDosePerDay.value',
    ],
    [
      'a unit that is none',
      changed('highestDosePerDay', { value: 5, unit: 'tablets' }),
      'unknown-unit trials[1].highestDosePerDay.unit',
    ],
    ['complete as a boolean', refusal({ ...one, complete: true }), 'bad-argument complete'],
    ['months in words', refusal({ ...one, episode: { months: 'many' } }), 'bad-argument episode.months'],
    [
      'a severity that is none',
      refusal({ ...one, episode: { severity: 'grave' } }),
      'bad-argument episode.severity',
    ],
    ['ECT as a boolean', refusal({ ...one, episode: { ect: true } }), 'bad-argument episode.ect'],
    ['an episode that is none', refusal({ ...one, episode: 'current' }), 'bad-argument episode'],
    ['overrides that are none', refusal({ ...one, overrides: 'all' }), 'bad-argument overrides'],
    [
      'a pack for screening alone',
      refusal(one, { ...now, content: usScreening }),
      'content-incomplete context.content.indication',
    ],
    [
      'a pack that was not parsed',
      refusal(one, { ...now, content: { ...us } }),
      'not-parsed context.content',
    ],
    ['no zone', refusal(one, { ...now, zone: 'Nowhere' }), 'unknown-zone context.zone'],
  ])('%s', (_name, found, expected) => {
    expect(found).toBe(expected)
  })

  const own = {
    id: 'ours',
    label: 'Ours',
    failures: 2,
    episode: 'any',
    duration: { value: 4, unit: 'wk' },
    doses: 'label',
    failed: ['no-response'],
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
  }
  test.each([
    ['failures', 1.5, 'definition.failures'],
    ['failures', 0, 'definition.failures'],
    ['episode', 'this one', 'definition.episode'],
    ['duration', { value: 4, unit: 'mo' }, 'definition.duration.unit'],
    ['duration', 28, 'definition.duration'],
    ['doses', 'high', 'definition.doses'],
    ['failed', [], 'definition.failed'],
    ['failed', ['response'], 'definition.failed[0]'],
    ['differentAgents', 'yes', 'definition.differentAgents'],
    ['differentClasses', -1, 'definition.differentClasses'],
    ['oralOnly', undefined, 'definition.oralOnly'],
    ['label', undefined, 'definition.label'],
  ])('a definition by hand whose %s is %j', (name, value, path) => {
    expect(refusal({ trials: [], definition: { ...own, [name]: value } })).toBe(`bad-argument ${path}`)
  })

  test('a getter that throws is refused, and what it threw is not told', () => {
    const hostile = {
      get trials() {
        throw new Error('Jane Doe')
      },
      definition: 'consensus',
    }
    expect(refusal(hostile)).toBe('not-readable ')
  })
})
