/** Every instrument the library ships, found by looking into the files of its tables. @module */
import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Instrument } from '../../src/kernel/instrument.ts'
import { isParsed, type Parsed } from '../../src/kernel/parsed.ts'

const folder = fileURLToPath(new URL('../../src/content/measures/', import.meta.url))

/** By id, in the order of their files. */
export const shipped: ReadonlyMap<string, Parsed<Instrument>> = await collected()

async function collected(): Promise<ReadonlyMap<string, Parsed<Instrument>>> {
  const found = new Map<string, Parsed<Instrument>>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const module: object = await import(/* @vite-ignore */ pathToFileURL(folder + file).href)
    for (const value of Object.values(module)) if (isInstrument(value)) found.set(value.id, value)
  }
  return found
}

function isInstrument(value: unknown): value is Parsed<Instrument> {
  return (
    typeof value === 'object' &&
    value !== null &&
    isParsed(value) &&
    'format' in value &&
    value.format === 'ketamine-treatment/instrument/1'
  )
}
