/** What holds of every course: less is known, less is let through; no option is one an order of it would be stopped for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doseOptions, type OptionsQuestion } from '../../src/course/dose-options.ts'
import { verdicts } from '../../src/kernel/decision.ts'
import type { Verdict } from '../../src/kernel/rule.ts'
import { checkDose } from '../../src/screening/check-dose.ts'
import { nowUs, person, resistant, weighed } from '../screening/dose-desk.ts'

const at = '2026-11-22T08:30:00-05:00'
const given = fc.array(
  fc.record({
    at: fc.constantFrom(
      '2026-11-05T15:00:00Z',
      '2026-11-09T15:00:00Z',
      '2026-11-12T15:00:00Z',
      '2026-11-18T15:00:00Z',
    ),
    mg: fc.constantFrom(28, 56, 84),
    mgPerKg: fc.constantFrom(0.5, 0.6, 0.75),
  }),
  { maxLength: 4 },
)
const courses = fc.record({
  product: fc.constantFrom('esketamine-nasal', 'ketamine-iv', 'ketamine-im', 'ketamine-sc'),
  given,
  response: fc.constantFrom(
    'no-response' as const,
    'partial-response' as const,
    'response' as const,
    'remission' as const,
  ),
  tolerability: fc.constantFrom('tolerated' as const, 'not-tolerated' as const),
  kg: fc.constantFrom(undefined, 50, 70, 120),
})

type Course = typeof courses extends fc.Arbitrary<infer T> ? T : never

function questionOf({ product, given: doses, response, tolerability, kg }: Course): OptionsQuestion {
  return {
    plan: { product, indication: resistant },
    patient: person(kg === undefined ? {} : { observations: [weighed(kg)] }),
    given: doses,
    response: { word: response, definition: 'MADRS', at },
    tolerability: { word: tolerability, at },
  }
}

const rank = (verdict: Verdict | undefined) => verdicts.indexOf(verdict ?? 'no-finding')

test('law: what is not known makes no option milder', () => {
  fc.assert(
    fc.property(courses, fc.nat({ max: 2 }), (course, which) => {
      const question = questionOf(course)
      const { response: _response, ...noResponse } = question
      const { tolerability: _tolerability, ...noWord } = question
      const less = [noResponse, noWord, { ...question, patient: person() }][which] ?? question
      const [known, blank] = [doseOptions(question, nowUs), doseOptions(less, nowUs)]
      const verdictsOf = new Map(
        known.value.options.map(({ dose, verdict }) => [JSON.stringify(dose), verdict]),
      )
      for (const { dose, verdict } of blank.value.options) {
        if (verdict !== 'no-finding' && verdict !== 'caution') continue
        expect(rank(verdictsOf.get(JSON.stringify(dose)))).toBeGreaterThanOrEqual(rank(verdict))
      }
    }),
    { numRuns: 60 },
  )
})

test('law: no option is one whose order would be stopped for good, or found worse', () => {
  fc.assert(
    fc.property(courses, (course) => {
      const question = questionOf(course)
      const session = course.given.length + 1
      for (const { dose, verdict } of doseOptions(question, nowUs).value.options) {
        const { plan, patient } = question
        const check = checkDose({ dose, plan, patient, history: { session, given: course.given } }, nowUs)
        expect(check.findings.filter(({ rule, truth }) => rule.hard === true && truth === 'yes')).toEqual([])
        expect(rank(check.verdict)).toBeGreaterThanOrEqual(rank(verdict))
      }
    }),
    { numRuns: 60 },
  )
})
