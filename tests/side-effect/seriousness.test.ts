/** Seriousness is asked test by test; how bad an event was decides nothing. @module */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Observation, parse } from '../../src/entries/schemas.ts'
import { assessSeriousness } from '../../src/side-effect/seriousness.ts'
import type { SeriousnessAnswers } from '../../src/side-effect/side-effect.schema.ts'

const { cases }: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../vectors/side-effects/seriousness.json', import.meta.url), 'utf8'),
)

interface Case {
  readonly name: string
  readonly answers: SeriousnessAnswers
  readonly regulator?: 'fda' | 'other'
  readonly serious: string
  readonly missing: number
}

test.each(cases)('$name', ({ answers, regulator, serious, missing }) => {
  const assessed = assessSeriousness(answers, { regulator })
  expect(assessed.serious).toBe(serious)
  expect(assessed.missing).toHaveLength(missing)
})

test('the question about admission says that an emergency department alone is none', () => {
  const asked = assessSeriousness({}).missing.find((one) => one.criterion === 'hospitalisation')
  expect(asked?.ask).toContain('A visit to an emergency department alone is no admission.')
})

test('a severity is no answer: there is no place for one', () => {
  expect(() => assessSeriousness(JSON.parse('{"severity":5}'))).toThrow('bad-argument')
})

test('a test under a misspelt name is refused, so that its yes is not lost', () => {
  expect(() => assessSeriousness(JSON.parse('{"deth":"yes"}'))).toThrow('bad-argument')
})

test.each(['{"death":true}', '{"death":"maybe"}', '[]', '"yes"', 'null'])(
  'what is no answer is refused: %s',
  (text) => {
    expect(() => assessSeriousness(JSON.parse(text))).toThrow('bad-argument')
  },
)

test('a regulator nobody knows here is refused', () => {
  expect(() => assessSeriousness({}, JSON.parse('{"regulator":"ema?"}'))).toThrow('bad-argument')
})

test('an answer that is inherited is none', () => {
  const answers: SeriousnessAnswers = Object.create({ death: 'yes' })
  expect(assessSeriousness(answers).serious).toBe('unknown')
})

test('a null is an answer nobody has', () => {
  expect(assessSeriousness(JSON.parse('{"death":null}')).serious).toBe('unknown')
})

const truth = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const answers: fc.Arbitrary<SeriousnessAnswers> = fc.record(
  {
    death: truth,
    lifeThreatening: truth,
    hospitalisation: truth,
    disability: truth,
    congenitalAnomaly: truth,
    interventionNeeded: truth,
    otherImportant: truth,
  },
  { requiredKeys: [] },
)
const regulator = fc.constantFrom('fda' as const, 'other' as const, undefined)

test('law: a yes is never turned off by blanks, and a blank never makes a no', () => {
  fc.assert(
    fc.property(answers, regulator, fc.array(fc.nat(6)), (full, by, blanked) => {
      const names = Object.keys(full)
      const blanks = new Set(blanked.map((at) => names[at]))
      const less = Object.fromEntries(Object.entries(full).filter(([name]) => !blanks.has(name)))
      const before = assessSeriousness(full, { regulator: by }).serious
      const after = assessSeriousness(less, { regulator: by })
      if (after.serious !== 'unknown') expect(after.serious).toBe(before)
      const stillYes = after.criteria.some((one) => one.truth === 'yes')
      if (before === 'yes' && stillYes) expect(after.serious).toBe('yes')
      if (before !== 'no') expect(after.serious).not.toBe('no')
    }),
  )
})

test('law: one more yes makes it serious, whatever else was answered', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom('death', 'disability', 'otherImportant'), (given, name) => {
      expect(assessSeriousness({ ...given, [name]: 'yes' }).serious).toBe('yes')
    }),
  )
})

test('an observation keeps what was decided: rescue, next dose, causality and its answers', () => {
  const observed = {
    effect: 'nausea',
    severity: 2,
    distress: 4,
    onset: '2026-12-02T14:26:00-05:00',
    course: 'continuous',
    reportedBy: 'patient',
    action: 'treated',
    rescue: 'yes',
    nextDose: 'lower',
    serious: { death: 'no' },
    causality: [{ method: 'naranjo', total: 6, answers: { '1': 'yes' } }],
  }
  const read = parse(Observation, observed)
  expect(read.ok && JSON.parse(JSON.stringify(read.value))).toEqual(observed)
})
