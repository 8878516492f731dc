/** Trials of antidepressants on the command line. @module */
import { expect, test } from 'vitest'
import { said } from './desk.ts'

const morning = ['--as-of', '2026-11-22T09:00:00-05:00', '--zone', 'America/New_York']
const sertraline = {
  id: 'first',
  codes: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '36437' }],
  start: '2026-01-01',
  end: '2026-04-01',
  highestDosePerDay: { value: 100, unit: 'mg' },
  adherence: 'adequate',
  episode: 'current',
  outcome: 'no-response',
  reasonStopped: 'inefficacy',
}
const venlafaxine = {
  ...sertraline,
  id: 'second',
  codes: [{ system: 'http://www.whocc.no/atc', code: 'N06AX16' }],
  highestDosePerDay: { value: 150, unit: 'mg' },
}
const told = async (...trials: readonly unknown[]) => {
  const { out } = await said(['trd', 'assess', 'it.json', ...morning], {
    'it.json': JSON.stringify({ trials }),
  })
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  return out.replace(/\s+/g, ' ')
}

test('medicines that were given together are told to be so, beside each of them', async () => {
  const both = await told(sertraline, venlafaxine)
  expect(
    both.match(
      / counted, 90 d\. Given together with another medicine of this list; each counts by itself\./g,
    ),
  ).toHaveLength(2)
  expect(await told(sertraline, { ...venlafaxine, start: '2026-04-01', end: '2026-08-01' })).not.toMatch(
    /Given together/,
  )
})

test('an id that stands for two contents is why neither is known to count', async () => {
  const both = await told(sertraline, { ...venlafaxine, id: 'first' })
  expect(both.match(/not known, 90 d\. id of this trial alone: (unknown|not known)/g)).toHaveLength(2)
})

test('a definition is named by its label and its id, and an id that the label names stands there once', async () => {
  const of = async (definition: string) => {
    const { out } = await said(['trd', 'assess', 'it.json', ...morning], {
      'it.json': JSON.stringify({ trials: [sertraline], definition }),
    })
    return out.replace(/\s+/g, ' ')
  }
  expect((await of('consensus')).match(/\(consensus\)/g)).toHaveLength(1)
  expect((await of('us-label')).match(/\(us-label\)/g)).toHaveLength(1)
})
