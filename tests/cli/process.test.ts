/** The command line as a process: pipes, memory, exit codes, and what goes to the screen of whoever runs it. @module */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { condition, exportedCondition, morning, nativeRecord, resource, said } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'ketamine-treatment-cli-'))
const program = join(folder, 'cli.mjs')

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/cli.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(words: readonly string[], nodeWords: readonly string[] = []): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...nodeWords, program, ...words], {
    env: { ...process.env, NO_COLOR: '1' },
  })
}

function ended(child: ChildProcessWithoutNullStreams, keep = true): Promise<Ended> {
  const heard = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (keep) heard.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.err += text
  })
  // A child that ends early no longer takes its input.
  child.stdin.on('error', () => undefined)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...heard })))
}

async function ran(words: readonly string[], input = ''): Promise<Ended> {
  const child = start(words)
  const end = ended(child)
  child.stdin.end(input)
  return end
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const aneurysm = JSON.stringify(nativeRecord({ conditions: [condition('I71.40')] }))

test('a file is judged, and the exit code says that it was read', async () => {
  const path = file('a.json', aneurysm)
  const result = await ran(['screen', path, ...morning])
  expect(result).toMatchObject({ code: 0, err: '' })
  expect(result.out).toContain('[X] Aneurysmal vascular disease')
  expect((await ran(['screen', path, '--fail-on', 'hold', ...morning])).code).toBe(3)
  expect((await ran(['screen', `${path}x`, ...morning])).code).toBe(1)
  expect((await ran(['screen', path, '--product', 'aspirin'])).code).toBe(2)
})

test('without flags, the clock and the zone of the computer are used and shown', async () => {
  const { out } = await ran(['screen', '-'], aneurysm)
  expect(out).toMatch(/Judged at {3}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d) \(of this computer\)/)
})

test('a folder and standard input are read by the real machine', async () => {
  const result = await ran(['screen', folder, '-', '--json', ...morning], `${aneurysm}\n${aneurysm}`)
  const sources = result.out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line).source)
  expect(sources).toEqual([join(folder, 'a.json'), 'standard input:1', 'standard input:2'])
})

test('when nobody takes the output any more, the program ends without a word', async () => {
  const child = start(['screen', '-', '--json', ...morning])
  const end = ended(child, false)
  child.stdin.end(`${aneurysm}\n`.repeat(400))
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await end).toMatchObject({ code: 1, err: '' })
})

test('a stream of any length is judged in the same memory', { timeout: 60_000 }, async () => {
  const padded = `${JSON.stringify(nativeRecord({ conditions: [condition('I71.40')], extensions: 'x'.repeat(20_000) }))}\n`
  const block = padded.repeat(25)
  const peak =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("peak="+process.resourceUsage().maxRSS))'
  // A heap that could not hold the stream: a program that kept it would not come to its end.
  const streamed = async (megabytes: number) => {
    const child = start(['screen', '-', ...morning], ['--max-old-space-size=40', '--import', peak])
    const end = ended(child)
    for (let sent = 0; sent < megabytes * 1_000_000; sent += block.length) {
      if (!child.stdin.write(block)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    }
    child.stdin.end()
    const { code, out, err } = await end
    expect(code).toBe(0)
    return {
      judged: /([\d,]+) records judged/.exec(out)?.[1],
      kibibytes: JSON.parse(/peak=(\d+)/.exec(err)?.[1] ?? '0'),
    }
  }
  const begun = Date.now()
  const short = await streamed(5)
  const long = await streamed(50)
  expect(Date.now() - begun).toBeLessThan(20_000)
  expect(short.judged).toBe('250')
  expect(long.judged).toBe('2,475')
  expect(short.kibibytes).toBeGreaterThan(10_000)
  expect(long.kibibytes - short.kibibytes).toBeLessThan(64 * 1024)
})

test('no word of a record goes to the error output, whatever is wrong with it', async () => {
  let planted = 0
  const canary = () => {
    planted += 1
    return `canary${planted}x`
  }
  const entry = () => ({
    ...condition(canary()),
    id: canary(),
    text: canary(),
    from: canary(),
    site: canary(),
    codes: [{ system: canary(), code: canary(), display: canary() }],
  })
  const native = (members: Readonly<Record<string, unknown>> = {}) =>
    nativeRecord({
      id: canary(),
      conditions: [entry(), entry(), entry(), entry()],
      extensions: { [canary()]: canary() },
      ...members,
    })
  const person = resource('Patient', canary(), {
    name: [{ family: canary(), given: [canary()] }],
    address: [{ text: canary() }],
  })
  const records = [
    JSON.stringify(native()),
    JSON.stringify(native({ sex: canary() })),
    JSON.stringify(native({ [canary()]: canary() })),
    JSON.stringify(native({ birthDate: canary() })),
    JSON.stringify(native({ statements: [{ fact: canary(), answer: canary(), by: canary() }] })),
    JSON.stringify(native({ format: canary() })),
    JSON.stringify({ resourceType: 'Bundle', type: canary(), entry: [{ resource: person }] }),
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: canary(), resource: JSON.parse(person) }],
    }),
    person,
    exportedCondition(canary(), canary(), canary()),
    JSON.stringify({ [canary()]: canary() }),
    `"${canary()}"`,
    `{"${canary()}":1,"${canary()}":`,
    `{"${canary()}":"${canary()}",}`,
  ]
  const folderOfRecords = mkdtempSync(join(folder, 'canaries-'))
  records.forEach((text, at) => {
    writeFileSync(join(folderOfRecords, `${at}.json`), text)
    writeFileSync(join(folderOfRecords, `${at}.ndjson`), `${text}\n`)
  })
  expect(planted).toBeGreaterThanOrEqual(200)

  const all = records.join('\n')
  const errors: string[] = []
  for (const words of [[], ['--json'], ['--skip-bad-lines'], ['--full', '--attest', 'all']]) {
    errors.push((await ran(['screen', folderOfRecords, '-', ...words], all)).err)
  }
  for (const text of records) {
    errors.push((await said(['screening', 'screen'], { '-': `{"patient":${text}}` })).err)
    errors.push((await said(['fhir', 'patient-from-fhir'], { '-': text })).err)
  }
  errors.push((await ran(['screen', '-', '--policy', join(folderOfRecords, '1.json')], all)).err)
  const heard = errors.join('')
  expect(heard).toContain('could not be read or judged')
  expect(heard).not.toContain('canary')
})
