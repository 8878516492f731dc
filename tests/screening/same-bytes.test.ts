/** The machine a judgement is made on leaves no trace in it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settledRecord, worlds } from './arbitrary.ts'

let folder = ''
let script = ''
let records = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'same-bytes-'))
  script = join(folder, 'one-hash.mjs')
  records = join(folder, 'records.json')
  const drafts = fc.sample(worlds(8), { numRuns: 15, seed: 16 }).map((world) => world.draft)
  writeFileSync(records, JSON.stringify([settledRecord, ...drafts]))
  await build({
    entryPoints: [fileURLToPath(new URL('one-hash.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Hash, offset of the machine and locale of a process of its own. */
function run(
  place: string,
  locale: string,
  members = '',
): readonly [hash: string, offset: string, locale: string] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, records, members], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', TZ: place, LANG: locale, LC_ALL: locale },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [hash = '', offset = '', spoken = ''] = stdout.split(' ')
  return [hash, offset, spoken]
}

test('B-016: the same records and now give the same bytes in six process zones and three locales', {
  timeout: 60_000,
}, () => {
  const places = [
    'UTC',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ]
  const locales = ['en_US.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8']
  const inZones = places.map((place) => run(place, 'en_US.UTF-8'))
  const inLocales = locales.map((locale) => run('UTC', locale))
  expect(new Set(inZones.map(([, offset]) => offset)).size).toBe(places.length) // the zone of the process really changed
  expect(new Set(inLocales.map(([, , locale]) => locale)).size).toBe(locales.length)
  expect(new Set([...inZones, ...inLocales].map(([hash]) => hash)).size).toBe(1)
  expect(inZones[0]?.[0]).toMatch(/^[0-9a-f]{64}$/)
})

test('what the host added to its prototypes is never read as data', { timeout: 60_000 }, () => {
  const [clean] = run('UTC', 'en_US.UTF-8')
  expect(run('UTC', 'en_US.UTF-8', 'polluted isAdmin toJson')[0]).toBe(clean)
})

test.each(['incomplete', 'codes', 'text', 'except', 'setting'])(
  'where the host added a member named %s to every object, nothing is judged',
  { timeout: 60_000 },
  (name) => {
    expect(run('UTC', 'en_US.UTF-8', name)[0]).toBe('altered-prototype')
  },
)
