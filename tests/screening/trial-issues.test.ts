/** What is odd in the trials of a record, where they are counted for a purpose. */
import { expect, test } from 'vitest'
import { assessIndication } from '../../src/screening/assess-indication.ts'
import { parsed } from './arbitrary.ts'
import { now, resistantPerson, spray } from './purpose-desk.ts'

const [first, second] = resistantPerson.antidepressantTrials ?? []
if (first === undefined || second === undefined) throw new Error('the person has two trials')
const { id: _id, ...rest } = first
const unnamed = { ...rest, reasonStopped: 'inefficacy' as const }
const issuesOf = (trials: NonNullable<typeof resistantPerson.antidepressantTrials>, indication: string) => {
  const patient = parsed({ ...resistantPerson, antidepressantTrials: trials })
  const decision = assessIndication({ plan: { ...spray, indication }, patient }, now)
  return decision.issues
    .filter(({ path }) => path.startsWith('antidepressantTrials'))
    .map(({ code, path }) => `${code} ${path}`)
}

test('one id with two contents, and dates that contradict one another, are named by the entry', () => {
  const trials = [
    { ...first, id: 't1' },
    { ...second, id: 't1' },
    { ...unnamed, start: '2026-06-01', end: '2026-05-01', from: 'MedicationStatement/2' },
    { ...unnamed, start: '2026-03-01', end: '2026-05-01', reasonStopped: 'not-stopped' as const },
  ]
  const named = [
    'end-before-start antidepressantTrials[from=MedicationStatement/2]',
    'not-stopped-but-ended antidepressantTrials',
    'same-id-other-content antidepressantTrials[id=t1]',
  ]
  expect(issuesOf(trials, spray.indication)).toEqual(named)
  expect(issuesOf(trials.toReversed(), spray.indication)).toEqual(named)
  // Where no trial is counted nothing is said of them.
  expect(issuesOf(trials, 'bipolar-depression')).toEqual([])
})
