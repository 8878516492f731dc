/**
 * `npm run check`: everything about the package that is not a test of what it does, one line a part.
 *
 * `npm run check -- lint types` runs only the parts named. @module
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { distIsStale, root } from './newest.mjs'

const shell = process.platform === 'win32'

/** Runs a command quietly; its output is kept for the case that it fails. */
function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell,
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}
const npx = (...args) => run('npx', '--no-install', ...args)

/** Packs the package as it would be published, and judges the tarball. */
function packed(judge) {
  const folder = mkdtempSync(join(tmpdir(), 'ketamine-treatment-'))
  try {
    const pack = run('npm', 'pack', '--ignore-scripts', '--pack-destination', folder)
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    return pack.ok && tarball !== undefined
      ? judge(join(folder, tarball))
      : { ok: false, output: pack.output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const parts = {
  types: () => npx('tsc', '--noEmit', '-p', '.'),
  lint: () => npx('biome', 'ci', '--colors=off', '--max-diagnostics=50'),
  build: () => (distIsStale() ? run('npm', 'run', '--silent', 'build') : { ok: true, output: '' }),
  house: () => npx('vitest', 'run', '--reporter=default', 'tests/house.test.ts', 'tests/public-face.test.ts'),
  unused: () => npx('knip', '--no-progress', '--no-config-hints'),
  package: () => npx('publint', '--strict'),
  // node16: the resolution of Node 10 knows no subpaths and is not served
  'types of the package': () =>
    packed((tarball) => npx('attw', '--profile', 'node16', '--no-emoji', '--format', 'ascii', tarball)),
  'use of the package': () => packed((tarball) => run(process.execPath, 'tests/tools/consumer.mjs', tarball)),
  sizes: () => npx('size-limit'),
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const [name, part] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  const begun = process.hrtime.bigint()
  const { ok, output } = part()
  const seconds = (Number(process.hrtime.bigint() - begun) / 1e9).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}  ${seconds} s`)
  if (ok && name !== 'sizes') continue
  console.log(output.trimEnd().replace(/^/gm, '        '))
  if (!ok) failed += 1
}
console.log(failed === 0 ? 'check: all parts passed' : `check: ${failed} part(s) failed`)
process.exitCode = failed === 0 ? 0 : 1
