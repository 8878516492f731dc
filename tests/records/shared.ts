/** The shared records: public synthetic patients that are read here and never become part of the project. @module */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** The folder of the shared records: `SHARED_DATA`, or the one beside the checkout. Without it the run fails. */
export const sharedData = process.env.SHARED_DATA ?? beside

if (statSync(sharedData, { throwIfNoEntry: false })?.isDirectory() !== true) {
  throw new Error('The folder of shared records is not there. Name it in SHARED_DATA.')
}

/** The names of the bundles. */
export const bundleNames: readonly string[] = readdirSync(join(sharedData, 'synthea-r4'))
  .filter((name) => name.endsWith('.json'))
  .sort()

/** One bundle as parsed JSON. */
export function bundleNamed(name: string): { readonly entry: readonly { readonly resource: Sent }[] } {
  return JSON.parse(readFileSync(join(sharedData, 'synthea-r4', name), 'utf8'))
}

/** A resource as sent, as far as these tests look. */
export interface Sent {
  readonly resourceType: string
  readonly id: string
  readonly [member: string]: unknown
}

/** The resources of a bulk export, one a line. */
export function bulkResources(folder: string): readonly Sent[] {
  const path = join(sharedData, 'bulk-ndjson', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.ndjson') && name !== 'log.ndjson')
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** One row of the table that came with the records: what its makers say is in a bundle. */
export interface TableRow {
  readonly file: string
  readonly sex: string
  readonly birthDate: string
  readonly died: boolean
  /** SNOMED CT codes of the active conditions. */
  readonly active: readonly string[]
  readonly pressure:
    | { readonly systolic: number; readonly diastolic: number; readonly day: string }
    | undefined
  readonly weight: number | undefined
}

/** The table of the README of the shared records. */
export function readmeTable(): readonly TableRow[] {
  const lines = readFileSync(join(sharedData, 'README.md'), 'utf8').split('\n')
  return lines.filter((line) => /^\| [a-z-]+\.json \|/.test(line)).map(rowOf)
}

function rowOf(line: string): TableRow {
  const [, file = '', , who = '', active = '', , , pressure = '', weight = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const [, sex = '', birthDate = '', died = ''] = /^(\w+) ([\d-]+)(.*)$/.exec(who) ?? []
  const [, systolic = '', diastolic = '', day = ''] = /^(\d+)\/(\d+) \(([\d-]+)\)$/.exec(pressure) ?? []
  const [, kilograms = ''] = /^(\d+) kg$/.exec(weight) ?? []
  return {
    file,
    sex,
    birthDate,
    died: died !== '',
    active: [...active.matchAll(/\((\d{6,18})\)/g)].map(([, code = '']) => code),
    pressure: day === '' ? undefined : { systolic: Number(systolic), diastolic: Number(diastolic), day },
    weight: kilograms === '' ? undefined : Number(kilograms),
  }
}
