/** Who is heard: a yes that speaks for the plan counts from those who can know it. */
import { expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy } from '../../src/content/policies.ts'
import { engineOf } from '../../src/judgement/selection.ts'
import { heard } from '../../src/judgement/stated.ts'
import type { Statement } from '../../src/patient/patient.schema.ts'

const { index } = engineOf(eu, euStartingPolicy)
const voices = ['clinician', 'import', 'patient', 'unknown'] as const
const answers = (fact: string, answer: Statement['answer'] = 'yes') =>
  voices.map((by) => heard({ fact, answer, by }, fact, by, index).answer)

test('what a professional decides is decided by nobody else', () => {
  for (const fact of ['prescriber-is-psychiatrist', 'history-taken', 'off-label-decision'])
    expect([fact, ...answers(fact)]).toEqual([fact, 'yes', 'unknown', 'unknown', 'unknown'])
})

test('what was measured may come from a device or another system too', () => {
  for (const fact of ['ecg-read', 'sleep-apnoea-screened', 'renal-function-tested', 'urine-drug-screen-done'])
    expect([fact, ...answers(fact)]).toEqual([fact, 'yes', 'yes', 'unknown', 'unknown'])
})

test('a no is heard from anybody, and so is a yes that speaks against the plan or is asked of the person', () => {
  expect(answers('ecg-read', 'no')).toEqual(['no', 'no', 'no', 'no'])
  expect(answers('prescriber-is-psychiatrist', 'no')).toEqual(['no', 'no', 'no', 'no'])
  expect(answers('cardiovascular-risk-high')).toEqual(['yes', 'yes', 'yes', 'yes'])
  expect(answers('urinary-symptoms-asked')).toEqual(['yes', 'yes', 'yes', 'yes'])
  expect(answers('a fact of no table')).toEqual(['yes', 'yes', 'yes', 'yes'])
})
