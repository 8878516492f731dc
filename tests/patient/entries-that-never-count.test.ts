/** Refuted and mistaken entries, plans and proposals change no answer, whatever is asked of them. @module */
import { expect, test } from 'vitest'
import type { FactRow } from '../../src/kernel/fact.ts'
import { amount, type Leaf, since, span, takes } from '../../src/kernel/rule.ts'
import { indexFacts } from '../../src/patient/fact-index.ts'
import { momentOf } from '../../src/patient/moment.ts'
import type { Patient } from '../../src/patient/patient.schema.ts'
import type { Numbers } from '../../src/patient/question.ts'
import { questionOf } from '../../src/patient/questions.ts'
import { readPatient } from '../../src/patient/reading.ts'

const rows: readonly FactRow[] = [
  {
    id: 'medicine',
    label: 'medicine',
    ask: 'Is it taken?',
    kind: 'medicine',
    lists: ['medicines'],
    core: [{ system: 'rxnorm', codes: ['1'], certainty: 'K?' }],
    means: 'ask',
  },
  {
    id: 'event',
    label: 'event',
    ask: 'Did it happen?',
    kind: 'condition',
    lists: ['conditions'],
    core: [{ system: 'snomed-ct', codes: ['2'], certainty: 'K?' }],
    means: 'ask',
  },
]

const ninetyDays = { value: 90, unit: 'd' } as const
const numbers: Numbers = {
  amount: (limit) => ('policy' in limit ? { value: 0, unit: 'd' } : limit),
  span: (length) => ('policy' in length ? ninetyDays : length),
  number: () => ninetyDays,
  edge: (comparison) => (typeof comparison === 'string' ? comparison : 'above'),
  equivalents: (id) => ({
    id: String(id),
    per: 10,
    reference: 'medicine',
    milligrams: new Map([['medicine', 10]]),
  }),
}

const attested = { at: '2026-11-20T08:00:00Z', by: 'clinician' } as const
const base: Patient = {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  medicines: [
    {
      codes: [{ system: 'rxnorm', code: '1' }],
      status: 'stopped',
      intent: 'order',
      period: { end: '2025-01-01' },
    },
  ],
  conditions: [
    {
      codes: [{ system: 'snomed-ct', code: '2' }],
      clinical: 'resolved',
      verification: 'confirmed',
      onset: '2020-01-01',
    },
  ],
  attestations: [
    { list: 'medicines', complete: attested },
    { list: 'conditions', complete: attested },
  ],
}
const withMistakes: Patient = {
  ...base,
  medicines: [
    ...(base.medicines ?? []),
    { codes: [{ system: 'rxnorm', code: '1' }], status: 'entered-in-error', intent: 'order' },
    { codes: [{ system: 'rxnorm', code: '1' }], status: 'active', intent: 'prohibited' },
  ],
  conditions: [
    ...(base.conditions ?? []),
    {
      codes: [{ system: 'snomed-ct', code: '2' }],
      clinical: 'active',
      verification: 'refuted',
      onset: '2026-11-01',
    },
  ],
}

const dailyAmount: Leaf = {
  kind: 'daily-amount',
  fact: 'medicine',
  equivalents: 'table',
  is: 'above',
  limit: amount(5, 'mg'),
}

test.each([
  ['a wash-out', takes('medicine', span(14, 'd'))],
  ['time since an event', since('event', 'below', span(6, 'wk'))],
  ['a daily amount', dailyAmount],
])('an entry that never counts says nothing to %s', (_, leaf) => {
  const index = indexFacts(rows)
  const moment = momentOf('2026-11-22T09:00:00Z', 'UTC')
  const question = questionOf(leaf, index, numbers)
  const answers = [base, withMistakes].map((patient) => {
    const reading = readPatient(index, patient, moment, { attestationMaxAge: ninetyDays })
    const answer = question.answer(reading)
    return { answer, read: question.read(reading, answer) }
  })
  expect(answers[0]?.answer).toBe(0)
  expect(answers[1]).toEqual(answers[0])
})
