/** The house holds: who may import whom, what the core never touches, and how it speaks. @module */
import { describe, expect, test } from 'vitest'
import { filesBelow, textOf } from './tools/files.ts'
import { houseViolations, speechFault, speechViolations, wordViolations } from './tools/house.ts'

const sources = filesBelow('src', /\.ts$/)
const written = ['src', 'tests', 'docs', 'bench', '.ci', '.changeset', 'README.md', 'package.json'].flatMap(
  (folder) => filesBelow(folder, /\.(ts|mjs|js|json|md|yml|html)$|\/run$/),
)

describe('the project', () => {
  test('has source to look at', () => {
    expect(sources).toContain('src/kernel/truth.ts')
    expect(written.length).toBeGreaterThan(sources.length)
  })

  test('keeps to its floors, packages and bans', () => {
    expect(sources.flatMap((path) => houseViolations(path, textOf(path)))).toEqual([])
  })

  test('says nothing of a patient that could be taken for a clearance, an order or advice to them', () => {
    expect(sources.flatMap((path) => speechViolations(path, textOf(path)))).toEqual([])
  })

  test('leaves no open work, machine paths or registries in its files', () => {
    expect(written.flatMap((path) => wordViolations(path, textOf(path)))).toEqual([])
  })

  test('has exactly the rooms of its top level', () => {
    const top = new Set(filesBelow('.', /./).map((path) => path.split('/')[0] ?? ''))
    expect([...top].filter((name) => !/^\.|\.tgz$/.test(name)).sort()).toEqual(topLevel)
  })
})

const topLevel = [
  'LICENSE',
  'README.md',
  'bench',
  'biome.json',
  'docs',
  'knip.json',
  'package-lock.json',
  'package.json',
  'src',
  'tests',
  'tsconfig.json',
  'tsup.config.ts',
  'typedoc.json',
  'vitest.config.ts',
]

// A check that cannot fail checks nothing: each law is broken once on purpose.
describe('a violation is found', () => {
  test.each([
    ['an import upward', 'src/kernel/a.ts', "import { screen } from '../screening/screen.ts'", 'upward'],
    ['an import sideways', 'src/rules/a.ts', "import { facts } from '../patient/facts.ts'", 'sideways'],
    [
      'content that knows an engine',
      'src/content/a.ts',
      "import { screen } from '../screening/screen.ts'",
      'content',
    ],
    ['an engine that knows content', 'src/screening/a.ts', "import { us } from '../content/us.ts'", 'upward'],
    [
      'an adapter that knows content',
      'src/adapters/fhir/a.ts',
      "import { us } from '../../content/us.ts'",
      'adapter',
    ],
    ['adapters that know each other', 'src/adapters/ics.ts', "export { a } from './fhir/a.ts'", 'sideways'],
    ['a forgotten extension', 'src/kernel/a.ts', "import { ok } from './result'", 'extension'],
    ['a folder index', 'src/rules/index.ts', 'export const one = 1', 'index'],
    ['a file of everything', 'src/rules/utils.ts', 'export const one = 1', 'concept'],
    ['a room nobody planned', 'src/misc/a.ts', 'export const one = 1', 'no room'],
    ['zod outside a schema', 'src/rules/a.ts', "import * as z from 'zod'", 'room of its own'],
    ['zod by name', 'src/rules/a.schema.ts', "import { z } from 'zod'", 'by name'],
    [
      'a schema where its type would do',
      'src/rules/a.ts',
      "import { Rule } from './rule.schema.ts'",
      'schema',
    ],
    ['a date library in a room', 'src/rules/a.ts', "import { addDays } from 'date-fns'", 'room of its own'],
    ['decimals in a room', 'src/dosing/a.ts', "import Big from 'big.js'", 'room of its own'],
    ['another package', 'src/kernel/a.ts', "import _ from 'lodash'", 'package'],
    ['files in the core', 'src/kernel/a.ts', "import { readFileSync } from 'node:fs'", 'command line'],
    ['a Date', 'src/rules/a.ts', 'export const day = new Date(0)', 'Date'],
    ['a Date in a type', 'src/rules/a.ts', 'export type Day = { at: Date }', 'Date'],
    ['a clock', 'src/kernel/time.ts', 'export const now = () => Date.now()', 'clock'],
    ['a clock by construction', 'src/kernel/time.ts', 'export const now = () => new Date()', 'clock'],
    ['a locale', 'src/rules/a.ts', 'export const f = (a: string, b: string) => a.localeCompare(b)', 'locale'],
    ['a dice', 'src/kernel/a.ts', 'export const f = () => Math.random()', 'random'],
    ['a console', 'src/kernel/a.ts', "console.log('x')", 'console'],
    ['the environment', 'src/kernel/a.ts', 'export const f = process.env', 'process'],
    ['generated code', 'src/kernel/a.ts', "export const f = new Function('return 1')", 'Function'],
    ['a coercion', 'src/patient/a.ts', 'export const f = (x: string) => Number(x)', 'coerces'],
    [
      'a coercion handed on',
      'src/patient/a.ts',
      'export const f = (x: string[]) => x.map(Number)',
      'coerces',
    ],
    ['a coercion by plus', 'src/patient/a.ts', 'export const f = (x: string) => +x', 'coerces'],
  ])('%s', (_, path, text, word) => {
    expect(houseViolations(path, text).join('\n')).toContain(word)
  })

  test.each([
    ["import type { Rule } from './rule.schema.ts'", 'src/rules/a.ts'],
    ["import { and } from '../kernel/truth.ts'", 'src/rules/a.ts'],
    ["import * as z from 'zod'", 'src/rules/a.schema.ts'],
    ["import { us } from '../content/us.ts'", 'src/entries/content.ts'],
    ['export const Day = { Date: 1, process: 2 }.Date', 'src/rules/a.ts'],
    ['export const f = (x: number) => Number.isFinite(x)', 'src/rules/a.ts'],
  ])('what is allowed is let through: %s', (text, path) => {
    expect(houseViolations(path, text)).toEqual([])
  })

  test.each([
    'The patient is safe to receive the dose.',
    'Cleared for treatment',
    'This patient is fit for treatment.',
    'Patient approved',
    'Take your medicine',
    'Give 56 mg',
  ])('a sentence nobody may read: %s', (sentence) => {
    expect(speechFault(sentence)).toBeDefined()
    expect(speechViolations('src/content/a.ts', `export const a = { because: '${sentence}' }`)).toHaveLength(
      sentence.includes(' ') ? 1 : 0,
    )
  })

  test.each([
    'The product is approved by the FDA for adults.',
    'The benefit was not weighed against the risk.',
    'Safety in pregnancy has not been established.',
  ])('a sentence that stays: %s', (sentence) => {
    expect(speechFault(sentence)).toBeUndefined()
  })

  test('a title is quoted as it was printed', () => {
    expect(speechViolations('src/content/a.ts', "export const a = { title: 'Is it safe to stop?' }")).toEqual(
      [],
    )
  })

  test('open work and machine paths', () => {
    const open = ['TO', 'DO'].join('')
    const path = `'/${['ho', 'me'].join('')}/someone/x'`
    expect(wordViolations('a.ts', `fine\n// ${open}: later\nread(${path})`)).toEqual([
      'a.ts:2 leaves work open',
      'a.ts:3 names a path of one machine',
    ])
  })
})
