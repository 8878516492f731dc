/** How an answer that would lift a finding is come by. */
import { expect, test } from 'vitest'
import { whatWouldChange } from '../../src/screening/what-would-change.ts'
import { type Draft, parsed } from './arbitrary.ts'
import { now, resistantPerson, spray } from './purpose-desk.ts'

const meansOf = (draft: Draft, fact: string) => {
  const { changes } = whatWouldChange({ patient: parsed(draft), plan: spray }, now).value
  const answers = changes.flatMap(({ sets }) => sets.flat()).filter((answer) => answer.fact === fact)
  return [...new Set(answers.map(({ means }) => means))]
}

test('failed trials are counted from what is asked, whether they are short or nobody knows', () => {
  const [first] = resistantPerson.antidepressantTrials ?? []
  if (first === undefined) throw new Error('the person has trials')
  const one: Draft = { ...resistantPerson, antidepressantTrials: [first] }
  expect(meansOf(one, 'trials-short')).toEqual(['ask'])
  const { statements = [] } = resistantPerson
  const unsaid = statements.filter(({ fact }) => fact !== 'antidepressant-trials-complete')
  expect(meansOf({ ...one, statements: unsaid }, 'trials-short')).toEqual(['ask'])
})

test('a blood pressure is measured, whether it is high or was never taken', () => {
  const observations = (resistantPerson.observations ?? []).filter(({ name }) => !name.endsWith('-pressure'))
  expect(meansOf({ ...resistantPerson, observations }, 'systolic-pressure')).toEqual(['measure'])
  const high = (resistantPerson.observations ?? []).map((one) =>
    one.name === 'systolic-pressure' ? { ...one, value: { value: 190, unit: 'mm[Hg]' as const } } : one,
  )
  expect(meansOf({ ...resistantPerson, observations: high }, 'systolic-pressure')).toEqual(['measure'])
})
