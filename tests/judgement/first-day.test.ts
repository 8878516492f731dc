/** Before the first day of the tables nothing is answered: no row in force is not the same as no finding. */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { parse } from '../../src/kernel/door.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { assessIndication } from '../../src/screening/assess-indication.ts'
import { baselineWorkup } from '../../src/screening/baseline-workup.ts'
import {
  checkContraindications,
  checkInteractions,
  createScreener,
  screen,
} from '../../src/screening/screen.ts'

const aneurysm = parse(Patient, {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  conditions: [
    {
      codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I71.40' }],
      clinical: 'active',
      verification: 'confirmed',
    },
  ],
})
if (!aneurysm.ok) throw aneurysm.error
const patient = aneurysm.value
const plan = { product: 'esketamine-nasal', indication: 'treatment-resistant-depression' }
const zone = 'America/New_York'

const judgements = { screen, checkContraindications, checkInteractions, assessIndication, baselineWorkup }
const codeOf = (ask: () => unknown) => {
  try {
    ask()
  } catch (thrown) {
    if (thrown instanceof Refusal) return `${thrown.code} ${thrown.path}`
    throw thrown
  }
  return 'answered'
}

describe.each([
  ['us', us, usStartingPolicy],
  ['eu', eu, euStartingPolicy],
] as const)('the tables of %s', (_name, content, policy) => {
  // The last second of the day before, in the zone of the clinic, and the first of the day itself.
  const before = { content, policy, zone, asOf: '2019-03-04T23:59:59-05:00' }
  const first = { content, policy, zone, asOf: '2019-03-05T00:00:00-05:00' }

  test.each(Object.entries(judgements))(
    '%s answers from their first day, and refuses the day before',
    (_, ask) => {
      expect(codeOf(() => ask({ patient, plan }, before))).toBe('before-tables context.asOf')
      expect(codeOf(() => ask({ patient, plan }, first))).toBe('answered')
    },
  )

  test('a screener does too', () => {
    const screener = createScreener(content)
    expect(codeOf(() => screener.verdict({ patient, plan }, before))).toBe('before-tables context.asOf')
    expect(screener.verdict({ patient, plan }, first).verdict).not.toBe('no-finding')
  })
})
