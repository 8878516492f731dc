/** The sample records are what their maker writes, and can be read. @module */
import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/kernel/door.ts'
import { Patient } from '../../../src/patient/patient.schema.ts'
import { filesBelow, textOf } from '../../tools/files.ts'
import { readRecord } from './resources.ts'

const maker: { samples: () => readonly (readonly [string, string])[] } = await import(
  new URL('../../../docs/samples/make.mjs', import.meta.url).href
)
const made = maker.samples()
const bundles = made.filter(([name]) => name !== 'native-record.json')

describe('the sample records', () => {
  test('are the files that stand beside their maker, byte for byte', () => {
    // Visits and courses stand in folders of their own; the visits are the scripted ones.
    const records = filesBelow('docs/samples', /\.json$/).filter((path) => !/\/(visits|courses)\//.test(path))
    expect(records).toEqual(made.map(([name]) => `docs/samples/${name}`).sort())
    for (const [name, text] of made) expect(textOf(`docs/samples/${name}`)).toBe(text)
  })

  test('come out the same each time they are made', () => {
    expect(maker.samples()).toEqual(made)
  })

  test.each(bundles)('%s is read as a whole', (name, text) => {
    const { counts, unmapped, excluded } = readRecord(JSON.parse(text))
    const left = name === 'entered-in-error.json' ? ['entered-in-error'] : []
    expect(excluded.map((note) => note.code)).toEqual(left)
    const words = { 'free-text-only.json': 3, 'cerebral-malformation.json': 1, 'lithium-and-ssri.json': 1 }
    expect(unmapped.map((note) => note.code)).toEqual(
      Array.from({ length: Reflect.get(words, name) ?? 0 }, () => 'no-code-read'),
    )
    expect(counts.entries).toBeGreaterThan(0)
  })

  test('the one in the project’s own format fits its schema', () => {
    const [, text = ''] = made.find(([name]) => name === 'native-record.json') ?? []
    expect(parse(Patient, JSON.parse(text)).ok).toBe(true)
  })

  test('no name in them is anybody’s', () => {
    for (const [, text] of bundles) expect(text).toContain('"family": "Sample"')
  })
})
