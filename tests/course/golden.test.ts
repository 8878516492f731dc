/** The machine a course is planned on leaves no trace in it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
let script = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-'))
  script = join(folder, 'golden.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('golden.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const places = [
  'UTC',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'America/Sao_Paulo',
]
const locales = ['en_US.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8']

interface Run {
  readonly hash: string
  readonly offset: string
  readonly locale: string
  readonly lines: number
}

const executed = promisify(execFile)

/** Hash, offset of the machine and locale of a process of its own. */
async function run(place: string, locale: string): Promise<Run> {
  const { stdout, stderr } = await executed(process.execPath, [script], {
    env: { PATH: process.env.PATH ?? '', TZ: place, LANG: locale, LC_ALL: locale },
  })
  expect(stderr).toBe('')
  const [hash = '', offset = '', spoken = '', lines = ''] = stdout.split(' ')
  return { hash, offset, locale: spoken, lines: Number(lines) }
}

test('R-19: courses come out the same to the byte in twelve process zones and three locales', {
  timeout: 240_000,
}, async () => {
  const left = places.flatMap((place) => locales.map((locale) => [place, locale] as const))
  const runs: Run[] = []
  const worker = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) runs.push(await run(...next))
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
  expect(runs.length).toBe(places.length * locales.length)
  expect(new Set(runs.map(({ offset }) => offset)).size).toBe(places.length) // the zone really changed
  expect(new Set(runs.map(({ locale }) => locale)).size).toBe(locales.length)
  expect([...new Set(runs.map(({ hash }) => hash))]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(runs[0]?.lines).toBe(65)
})
