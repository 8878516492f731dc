/** A few rows of alarms, written by hand, to try what the real ones do not have. @module */
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Content } from '../../src/kernel/content.ts'
import { markParsed, type Parsed } from '../../src/kernel/parsed.ts'
import {
  amount,
  type Condition,
  fromPolicy,
  type Grade,
  ifRecorded,
  latest,
  type Rule,
  span,
  stated,
} from '../../src/kernel/rule.ts'
import { zone } from './monitored.ts'

const window = span(15, 'min')

export const alarm = (id: string, grade: Grade, when: Condition, products?: readonly string[]): Rule => ({
  id: `alarm/${id}`,
  version: 1,
  statement: 'A row written by hand',
  class: grade === 'alert' ? 'caution' : 'defer',
  basis: 'practice',
  certainty: 'K',
  asked: ['monitoring'],
  grade,
  scope: {
    products: products ?? us.products.map((product) => product.id),
    jurisdictions: ['us'],
    effective: { from: '2019-03-05' },
  },
  when,
  because: 'It is tried here.',
  actions: [],
  sources: [],
  checkedOn: '2026-11-22',
  checkBy: '2027-05-22',
  clinicalReview: 'none',
})

const above = (fact: string, policy: string) => latest(fact, 'at-least', fromPolicy(policy), window)
const below = (fact: string, policy: string) => latest(fact, 'below', fromPolicy(policy), window)

/** The limits the policy names, a rise, a sign and a score. */
export const rows: readonly Rule[] = [
  alarm('systolic-alert', 'alert', above('systolic-pressure', 'bp-alert-systolic')),
  alarm('systolic-stop', 'stop', above('systolic-pressure', 'bp-stop-systolic')),
  alarm('systolic-low', 'stop', below('systolic-pressure', 'bp-low-stop')),
  alarm('diastolic-alert', 'alert', above('diastolic-pressure', 'bp-alert-diastolic')),
  alarm('diastolic-stop', 'stop', above('diastolic-pressure', 'bp-stop-diastolic')),
  alarm('pulse-alert', 'alert', latest('heart-rate', 'above', fromPolicy('heart-rate-alert'), window)),
  alarm('pulse-low', 'stop', below('heart-rate', 'heart-rate-stop-low')),
  alarm('saturation-alert', 'alert', below('oxygen-saturation', 'saturation-alert')),
  alarm('saturation-stop', 'stop', below('oxygen-saturation', 'saturation-stop')),
  alarm('saturation-emergency', 'emergency', below('oxygen-saturation', 'saturation-emergency')),
  alarm('breaths-emergency', 'emergency', below('respiratory-rate', 'respiratory-rate-emergency')),
  alarm('rise', 'alert', latest('systolic-rise', 'at-least', amount(40, 'mm[Hg]'), window)),
  alarm('off', 'stop', latest('systolic-off-baseline', 'at-least', amount(60, '%'), window)),
  alarm('chest-pain', 'emergency', stated('sign-chest-pain', window)),
  alarm('sedation', 'stop', ifRecorded(latest('alertness', 'at-most', fromPolicy('sedation-stop'), window))),
]

/** The pack of the United States with these alarms for its own. */
export const packWith = (alarms: readonly Rule[]): Parsed<Content> => {
  if (us.session === undefined) throw new Error('the pack has the tables of a visit')
  return markParsed({ ...us, session: { ...us.session, alarms } })
}

export const byHand = {
  content: packWith(rows),
  policy: usStartingPolicy,
  zone,
  asOf: '2026-12-02T14:30:00-05:00',
}
