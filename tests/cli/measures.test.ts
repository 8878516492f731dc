/** Measures, outcome, trials and purposes on the command line: a table for a person, JSON for a program. */
import { describe, expect, test } from 'vitest'
import { us } from '../../src/content/us.ts'
import { said } from './desk.ts'

const files = {
  'answers.json': JSON.stringify({ q1: 2, q2: 2, q3: 1, q4: 2, q5: 0, q6: 1, q7: 1, q8: 0, q9: 1 }),
  'form.json': JSON.stringify({ answers: { q1: 2, q2: 2 }, takenAt: '2026-11-02', statedTotal: 4 }),
  'wrong.json': JSON.stringify({ q1: 4 }),
  'screen.json': JSON.stringify({ q1: 1, q2: 1, q3: 0, q4: 1, q5: null, q6: 0 }),
}
const morning = ['--as-of', '2026-11-22T09:00:00-05:00', '--zone', 'America/New_York']

const madrs = (takenAt: string, each: number) => ({
  answers: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`q${at + 1}`, each])),
  takenAt,
})
const series = {
  instrument: 'madrs',
  definition: 'madrs-esketamine-trials',
  courseStart: '2026-10-02T10:00:00-04:00',
  forms: [madrs('2026-10-01', 3), madrs('2026-10-29', 1)],
  accounts: [{ at: '2026-10-29', word: 'better', text: 'I sleep again\u001b[2J' }],
}
const sertraline = {
  id: 'first',
  codes: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '36437' }],
  start: '2025-01-01',
  end: '2025-04-01',
  highestDosePerDay: { value: 100, unit: 'mg' },
  adherence: 'adequate',
  episode: 'current',
  outcome: 'no-response',
  reasonStopped: 'inefficacy',
}
const patient = {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  birthDate: '1984-05-17',
  statements: [],
}
const read = async (words: readonly string[], it: unknown) => {
  const ran = await said([...words, 'it.json', ...morning], { ...files, 'it.json': JSON.stringify(it) })
  return ran.out
}

describe('a form', () => {
  test('is a table on a terminal: the total, the band, and what to look at whatever the total', async () => {
    const { out, code } = await said(['measure', 'score', 'phq-9', 'answers.json'], files)
    expect(code).toBe(0)
    expect(out).toMatch(/Total +10, on a scale from 0 to 27/)
    expect(out).toMatch(/Band +moderate/)
    expect(out).toMatch(/\[!\] Item on death, suicide or self-harm above its lowest value: yes/)
    expect(out).toMatch(/q5 +0 of 3 +appetite/)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('is JSON for a program, and its answers may stand alone or in a form', async () => {
    const ran = await said(['measure', 'score', 'phq-9', 'form.json', '--json'], files)
    const { value } = JSON.parse(ran.out)
    expect([value.status, value.total, value.statedTotal, value.missing.length]).toEqual([
      'incomplete',
      null,
      4,
      7,
    ])
  })

  test('that cannot be scored is refused with code and place, and nothing of it is said', async () => {
    const { out, code } = await said(['measure', 'score', 'phq-9', 'wrong.json'], files)
    expect(out).toMatch(/^REFUSED +answer-out-of-range at answers\.q1\./)
    expect(code).toBe(1)
  })

  test('of the suicide screen has a level, and says "at least" where a graver one is open', async () => {
    const { out } = await said(['measure', 'score', 'c-ssrs-screener', 'screen.json'], files)
    expect(out).toMatch(/Level +at least 4/)
    expect(out).toMatch(/Risk +at least high/)
    expect(out).toMatch(/Consider +Seek a clinician/)
  })

  test('names both answers of an item that is "not assessed" beside a rating', async () => {
    const twice = [0, 5].map((answer) => ({ item: 'q1', answer }))
    const { out } = await said(['measure', 'score', 'cgi-s', 'it.json'], {
      'it.json': JSON.stringify({ answers: twice }),
    })
    expect(out.replace(/\s+/g, ' ')).toContain(
      'q1 was answered more than once: 0 (not assessed) and 5. The worse',
    )
    expect(out).toMatch(/Answers +INCOMPLETE/)
  })

  test.each([
    [
      7,
      'The stated total 7 is what the given answers come to, and it would be 8 with the unanswered items filled.',
    ],
    [
      9,
      'The stated total 9 differs from what the answers come to: 7 as given, 8 with the unanswered items filled.',
    ],
  ])(
    'with a stated total of %d beside a filled one of 8 has both numbers, and no total',
    async (statedTotal, words) => {
      const answers = { q1: 1, q2: 1, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1, q8: 0 } // 7 x 9 / 8 = 7.875
      const { out } = await said(['measure', 'score', 'phq-9', 'it.json'], {
        'it.json': JSON.stringify({ answers, statedTotal }),
      })
      expect(out.replace(/\s+/g, ' ')).toContain(`${words} No total is made.`)
    },
  )

  test('with a stated total beside whole answers names what they come to', async () => {
    const { out } = await said(['measure', 'score', 'phq-2', 'it.json'], {
      'it.json': JSON.stringify({ answers: { q1: 1, q2: 2 }, statedTotal: 4 }),
    })
    expect(out.replace(/\s+/g, ' ')).toContain('The stated total 4 and 3, what the answers come to, differ.')
  })

  test('of an instrument nobody knows is a word that cannot be followed', async () => {
    const { err, code } = await said(['measure', 'score', 'phq9', 'answers.json'], files)
    expect(code).toBe(2)
    expect(err).toContain('phq-9')
  })

  test('is scored from standard input where no file is named', async () => {
    const { out } = await said(['measure', 'score', 'phq-9', '--json'], { '-': files['answers.json'] })
    expect(JSON.parse(out).value.total).toBe(10)
  })
})

test('an instrument shows itself: items, bands, licence, sources', async () => {
  const { out } = await said(['measure', 'show', 'ybocs'])
  expect(out).toMatch(/Total +0 to 40/)
  expect(out).toMatch(/BANDS: /)
  expect(out).toMatch(/SOURCES/)
})

describe('a course of scores', () => {
  test('comes to a word with the definition and every criterion', async () => {
    const out = await read(['outcome', 'classify'], series)
    expect(out).toMatch(/REMISSION by this definition/)
    expect(out).toMatch(/Baseline +30, moderate on 2026-10-01 \(day -1\)/)
    expect(out).toMatch(/Change +20 points better \(66\.6 %\)/)
    expect(out).toMatch(/remission +yes +total at most 12/)
  })

  test('says from when it is judged, and why a criterion is open', async () => {
    const out = (await read(['outcome', 'classify'], series)).replace(/ +/g, ' ')
    expect(out).toContain('Judged from 28 d after the first dose (of the definition)')
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /rapid response not known .+ of the first dose; no score in that time/,
    )
    const own = (await read(['outcome', 'classify'], { ...series, judgeFromDays: 42 })).replace(/ +/g, ' ')
    expect(own).toContain('Judged from 42 d after the first dose (the site’s own number)')
  })

  test('keeps the person’s own account without letting it move the cursor', async () => {
    const out = await read(['outcome', 'classify'], series)
    expect(out).toMatch(/I sleep again/)
    expect(out).not.toContain('\u001b')
  })

  test('is JSON with its trend, and a definition nobody knows is refused', async () => {
    const trend = JSON.parse(await read(['outcome', 'trend'], series))
    expect(trend.value.points.map(({ total }: { total: number }) => total)).toEqual([30, 10])
    const mine = { ...series, definition: 'mine' }
    expect(JSON.parse(await read(['outcome', 'classify', '--json'], mine))).toEqual({
      refused: { code: 'unknown-definition', path: 'definition' },
    })
    // A person is told which there are.
    const told = (await read(['outcome', 'classify'], mine)).replace(/\s+/g, ' ')
    expect(told).toMatch(/^REFUSED unknown-definition at definition\. .+: madrs-esketamine-trials, /)
  })
})

describe('trials of antidepressants', () => {
  test('are counted one by one, with what decides each', async () => {
    const notTolerated = {
      ...sertraline,
      id: 'second',
      codes: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '39786' }],
      reasonStopped: 'intolerance',
    }
    const out = await read(['trd', 'assess'], { trials: [sertraline, notTolerated], definition: 'us-label' })
    expect(out).toMatch(/NOT KNOWN whether resistant/)
    expect(out).toMatch(/\[\+\] sertraline +counted, 90 d/)
    expect(out).toMatch(/\[-\] venlafaxine +not counted, 90 d\. not stopped for side effects: no/)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('may be a bare list, held against the definition of the policy', async () => {
    const ran = await said(['trd', 'assess', 'it.json', '--json', ...morning], {
      'it.json': JSON.stringify([sertraline]),
    })
    expect(JSON.parse(ran.out).value.definition.id).toBe('consensus')
  })
})

describe('what a plan is for', () => {
  test('is told by country, evidence and consent, with what holds apart from what may', async () => {
    const out = await read(
      ['indication', 'assess', '--product', 'ketamine-iv', '--indication', 'post-traumatic-stress-disorder'],
      { patient },
    )
    expect(out).toMatch(/^─+\nOFF LABEL\n/)
    expect(out).toMatch(/WHAT CONSENT HAS TO COVER/)
    expect(out).toMatch(/WHAT MAY HOLD, AND IS NOT KNOWN\n\n\[\?\] Acute suicidal ideation/)
  })

  test('may be any purpose the tables know, and no other', async () => {
    for (const { id } of us.indication?.indications ?? []) {
      const { code } = await said(['indication', 'assess', 'it.json', '--indication', id, ...morning], {
        'it.json': JSON.stringify({ patient }),
      })
      expect([id, code]).toEqual([id, 0])
    }
    const { code } = await said(['indication', 'assess', 'it.json', '--indication', 'sadness'])
    expect(code).toBe(2)
  })

  test('asks for a work-up: what is to be obtained comes first', async () => {
    const out = await read(['workup', 'baseline', '--product', 'ketamine-iv'], { patient })
    expect(out).toMatch(/\nTO OBTAIN +No recent blood pressure\. Speaks for 30 d\.\n/)
    expect(out.indexOf('TO OBTAIN')).toBeLessThan(out.indexOf('NEEDED?'))
  })

  test('holds a labelled product outside its label until two facts stand in `stated`', async () => {
    const plan = { product: 'esketamine-nasal', indication: 'bipolar-depression' }
    const said = ['off-label-decision', 'off-label-consent'].map((fact) => {
      return { fact, truth: 'yes', at: '2026-11-20T09:00:00-05:00', by: 'clinician' }
    })
    const ruleOf = async (stated: unknown) => {
      const { findings } = JSON.parse(
        await read(['screening', 'screen', '--json'], { patient, plan, stated }),
      )
      return findings.find((one: { rule: { id: string } }) => one.rule.id === 'indication/outside-label-us')
        ?.verdict
    }
    expect(await ruleOf([])).toBe('hold')
    expect(await ruleOf(said.slice(0, 1))).toBe('hold')
    expect(await ruleOf(said)).toBeUndefined()
  })
})

test('a claim is told with its verdict, the evidence and a wording inside the sources', async () => {
  const { out } = await said(['claim', 'check', 'prevents-suicide'])
  expect(out).toMatch(/contradicted/)
  expect(out).toMatch(/Say instead/)
  expect(out).toMatch(/SOURCES/)
})

test('a score is converted by a published table, or not at all', async () => {
  const score = { instrument: { id: 'qids-sr16' }, total: 10, status: 'complete' }
  const found = JSON.parse(await read(['measure', 'convert'], { score, to: 'hamd-17' }))
  expect(found.value.to).toEqual({ instrument: 'hamd-17', least: 13, most: 13 })
  expect(JSON.parse(await read(['measure', 'convert'], { score, to: 'gad-7' })).error.code).toBe(
    'no-score-conversion',
  )
})

test('a reliable change is worked out from the numbers of a published sample', async () => {
  const found = JSON.parse(
    await read(['measure', 'reliable-change'], { before: 30, after: 20, sd: 5, reliability: 0.8 }),
  )
  // 5 × √(2 × 0.2) = 3.162; −10 ÷ 3.162 = −3.162
  expect(found.value.index).toBeCloseTo(-3.162, 3)
  expect(found.value.reliable).toBe(true)
})
