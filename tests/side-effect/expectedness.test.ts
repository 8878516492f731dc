/** Expectedness is judged by the label of the day of the event. @module */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { addDays } from '../../src/kernel/time.ts'
import { type ExpectednessQuestion, expectedness } from '../../src/side-effect/expectedness.ts'

const { cases }: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../vectors/side-effects/expectedness.json', import.meta.url), 'utf8'),
)

interface Case {
  readonly name: string
  readonly question: ExpectednessQuestion
  readonly expected: string
  readonly why: string
}

const event = { effect: 'resp-depression', product: 'esketamine-nasal', jurisdiction: 'us' } as const

test.each(cases)('$name', ({ question, expected, why }) => {
  for (const content of [us, eu]) {
    expect(expectedness(question, content)).toMatchObject({ expectedness: expected, why })
  }
})

test('the answer shows the row of the label it rests on', () => {
  const { label } = expectedness({ ...event, on: '2024-01-01' }, us)
  expect(label).toMatchObject({ from: '2023-10-01', certainty: 'K' })
  expect(label?.sources.map((one) => one.source)).toContain('SPS23')
})

test('a pack for screening alone refuses by name', () => {
  expect(() => expectedness({ ...event, on: '2024-01-01' }, usScreening)).toThrow('content-incomplete')
})

test('a product the pack does not cover is refused', () => {
  expect(() => expectedness({ ...event, product: 'esketamine-iv' }, us)).toThrow('unknown-product')
})

test.each(['2026-02-30', 'yesterday', ''])('a day that is none is refused: %s', (on) => {
  expect(() => expectedness({ ...event, on }, us)).toThrow('question.on')
})

test('tables that came past the door are refused', () => {
  expect(() => expectedness(event, JSON.parse(JSON.stringify(us)))).toThrow('not-parsed')
})

test('law: once an effect is listed it stays expected, and a vaguer date never says more', () => {
  const rows = us.sideEffects ?? []
  const listings = rows.flatMap((row) => row.listed.map((label) => ({ row, label })))
  expect(listings.length).toBeGreaterThan(40)
  fc.assert(
    fc.property(fc.constantFrom(...listings), fc.nat(4000), fc.nat(400), ({ row, label }, after, more) => {
      const question = { effect: row.id, product: label.product, jurisdiction: label.jurisdiction }
      const on = addDays('2018-01-01', after)
      const at = (day: string): string => expectedness({ ...question, on: day }, us).expectedness
      if (at(on) === 'expected') expect(at(addDays(on, more))).toBe('expected')
      if (at(on.slice(0, 7)) !== 'unknown') expect(at(on)).toBe(at(on.slice(0, 7)))
      expect(expectedness(question, us).expectedness).toBe('unknown')
    }),
  )
})

test('a day that the host put on all objects is no day of a label', () => {
  let thrown: unknown
  Object.defineProperty(Object.prototype, 'without', {
    value: '2019-03-05',
    configurable: true,
    enumerable: true,
    writable: true,
  })
  try {
    expectedness({ ...event, on: '2022-01-01' }, us)
  } catch (caught) {
    thrown = caught
  } finally {
    Reflect.deleteProperty(Object.prototype, 'without')
  }
  expect(thrown).toMatchObject({ code: 'altered-prototype' })
})
