/** Rules of a site about a course: asked after a missed session, and of the exposure so far. */
import { expect, test } from 'vitest'
import { us } from '../../src/content/us.ts'
import { exposureWatch } from '../../src/course/exposure-watch.ts'
import { missedSessionOptions } from '../../src/course/missed-session-options.ts'
import { Content } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Patient, Statement } from '../../src/patient/patient.schema.ts'
import { extendContent } from '../../src/rules/extend-content.ts'
import { at, type patient, planned, read, visits } from './change-desk.ts'

const row = (id: string, occasion: string, when: object) => ({
  id,
  version: 1,
  statement: `A row of the site: ${id}`,
  class: 'caution',
  basis: 'practice',
  certainty: 'K',
  asked: [occasion],
  scope: { products: ['esketamine-nasal'], jurisdictions: ['us'], effective: { from: '2026-01-01' } },
  when,
  because: 'The site has it so.',
  actions: [],
  sources: [{ fact: 'ours', source: 'OUR-SOP', certainty: 'K', seenOn: '2026-10-01' }],
  checkedOn: '2026-10-01',
  checkBy: '2028-10-01',
  clinicalReview: 'none',
})
const stated = { kind: 'stated', fact: 'ours-weight-loss' }
const course = (...rules: readonly object[]) => {
  const ours = parse(Content, {
    format: 'ketamine-treatment/content/1',
    id: 'ours',
    version: '1',
    course: rules,
    facts: [
      {
        id: 'ours-weight-loss',
        label: 'Loss of weight',
        ask: 'Was weight lost?',
        kind: 'statement',
        lists: [],
        means: 'ask',
      },
    ],
    sources: [{ key: 'OUR-SOP', type: 'W', title: 'Our procedure', url: 'doc:sop-12' }],
  })
  if (!ours.ok) throw ours.error
  const content = extendContent(us, ours.value)
  if (!content.ok) throw content.error
  return content.value
}
const person = (answer?: Statement['answer']): Patient & typeof patient =>
  read({
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    birthDate: '1984-05-17',
    statements:
      answer === undefined
        ? []
        : [{ fact: 'ours-weight-loss', answer, at: '2026-12-04T09:00:00-05:00', by: 'clinician' }],
  })

test('one asked after a missed session is found there, and nowhere else', () => {
  const content = course(row('ours/weight', 'missed', stated))
  const plan = planned()
  const question = { course: plan, sessions: visits(plan, '2026-12-03', ['s3']), scores: [] }
  const rules = (answer?: Statement['answer']) =>
    missedSessionOptions({ ...question, patient: person(answer) }, { ...at('2026-12-04'), content })
      .findings.filter(({ rule }) => rule.id === 'ours/weight')
      .map(({ truth }) => truth)
  expect([rules('yes'), rules('no'), rules()]).toEqual([['yes'], [], ['unknown']])
})

test.each([
  { id: 'ours/weight', watch: 'other', yes: 'due' },
  { id: 'ours/a', watch: 'other', yes: 'due' },
  { id: 'exposure/weight-of-body', watch: 'other', yes: 'due' },
  { id: 'ours/weight-found', watch: 'other', yes: 'found' },
  { id: 'ours/liver', watch: 'liver', yes: 'due' },
  { id: 'ours/liver-found-late', watch: 'liver', yes: 'found' },
])('one asked of the exposure under the id $id is shown as $watch', ({ id, watch, yes }) => {
  for (const when of [
    stated,
    { kind: 'all', of: [stated] },
    { kind: 'any', of: [stated, { kind: 'age', is: 'at-least', limit: { value: 90, unit: 'a' } }] },
  ]) {
    const content = course(row(id, 'exposure', when))
    const item = (answer?: Statement['answer']) =>
      exposureWatch(
        {
          plan: { product: 'esketamine-nasal', indication: 'treatment-resistant-depression' },
          patient: person(answer),
          sessions: visits(planned(), '2026-12-03'),
          earlier: [],
        },
        { ...at('2026-12-04'), content },
      ).value.items.find(({ rule }) => rule === id)
    expect(item('yes')).toMatchObject({ rule: id, watch, status: yes, because: 'The site has it so.' })
    expect(item('no')?.status).toBe('not-due')
    expect(item()?.status).toBe('unknown')
  }
})
