/** No code without a test that meets it. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { allCodes } from '../../src/kernel/codes.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** The tests that run code, not those that list the codes. */
const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') || path.endsWith('.deep.ts'))
  .filter((path) => !path.includes('node_modules') && !/(catalogue|every-code)\.test\.ts$/.test(path))
  .map((path) => readFileSync(`${root}${path}`, 'utf8'))

test.each(allCodes.map(({ code }) => code))('%s is met by a test', (code) => {
  const quoted = new RegExp(`['"\`/ ]${code}['"\` ]`)
  expect(texts.some((text) => quoted.test(text))).toBe(true)
})

test('each code stands once, and says what was wrong in a sentence', () => {
  expect(new Set(allCodes.map(({ code }) => code)).size).toBe(allCodes.length)
  expect(allCodes.filter(({ text }) => !/^[A-Z].*[.]$/.test(text)).map(({ code }) => code)).toEqual([])
})
