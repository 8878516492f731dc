/**
 * The packed package, put into an empty project and used as a clinic would: from ESM, from CommonJS, from a browser
 * bundle. All three have to give the same answer. Its dependencies are the ones installed here.
 *
 * `node tests/tools/consumer.mjs <tarball>` @module
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { root } from './newest.mjs'

const names = {
  'ketamine-treatment': ['screen'],
  'ketamine-treatment/schemas': ['Patient', 'parse'],
  'ketamine-treatment/content': ['us', 'usStartingPolicy'],
  'ketamine-treatment/screening': ['createScreener'],
  'ketamine-treatment/fhir': ['patientFromFhir'],
  'ketamine-treatment/plots': ['sessionPlot', 'scoreChart'],
  'ketamine-treatment/wording': ['wording'],
  'ketamine-treatment/ics': ['courseCalendar'],
}

// The record goes in through one subpath and is judged by another, which only works if both know the same mark.
const use = `
const parsed = parse(Patient, { format: 'ketamine-treatment/patient/1', record: 'active', birthDate: '1979-04-02' })
if (!parsed.ok) throw parsed.error
const context = {
  content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf: '2026-11-22T09:00:00-05:00',
}
const input = { patient: parsed.value, plan: { product: 'esketamine-nasal' } }
const decision = screen(input, context)
const again = createScreener(us).screen(input, context)
if (JSON.stringify(again) !== JSON.stringify(decision)) throw new Error('two engines, two answers')
if (typeof patientFromFhir !== 'function') throw new Error('no FHIR')
if (typeof sessionPlot !== 'function') throw new Error('no pictures')
if (typeof courseCalendar !== 'function') throw new Error('no calendar')
const answer = JSON.stringify(decision)
`

const esm = `${Object.entries(names)
  .map(([from, what]) => `import { ${what.join(', ')} } from '${from}'`)
  .join('\n')}\n${use}`
const cjs = `${Object.entries(names)
  .map(([from, what]) => `const { ${what.join(', ')} } = require('${from}')`)
  .join('\n')}\n${use}`

const without = Object.keys(names)
  .filter((name) => !name.endsWith('/ics'))
  .map((name) => `import '${name}'`)
  .join('\n')

const tarball = resolve(process.argv[2] ?? '')
const project = mkdtempSync(join(tmpdir(), 'clinic-'))
try {
  const installed = join(project, 'node_modules/ketamine-treatment')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const link = (name) => {
    const at = join(project, 'node_modules', name)
    mkdirSync(join(at, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), at, 'junction')
  }
  for (const name of Object.keys(manifest.dependencies)) link(name)
  // What is optional is not there yet: the command line and all other subpaths have to load without it.
  writeFileSync(join(project, 'without.mjs'), `${without}\n`)
  execFileSync(process.execPath, ['without.mjs'], { cwd: project })
  execFileSync(process.execPath, [join(installed, manifest.bin['ketamine-treatment']), '--version'])
  for (const name of Object.keys(manifest.peerDependencies)) link(name)
  writeFileSync(join(project, 'package.json'), '{}')
  writeFileSync(join(project, 'clinic.mjs'), `${esm}\nprocess.stdout.write(answer)`)
  writeFileSync(join(project, 'clinic.cjs'), `${cjs}\nprocess.stdout.write(answer)`)
  writeFileSync(join(project, 'browser.mjs'), `${esm}\nglobalThis.answer = answer`)

  const run = (file) => execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8' })
  const answers = [run('clinic.mjs'), run('clinic.cjs'), await inBrowser(project)]
  if (new Set(answers).size !== 1 || !answers[0]?.includes('"verdict"')) {
    throw new Error('ESM, CommonJS and the browser bundle do not agree')
  }
  console.log(`ESM, CommonJS and a browser bundle agree: ${JSON.parse(answers[0]).verdict}`)
} finally {
  rmSync(project, { recursive: true, force: true })
}

/** Bundled for browsers, and run where there is no Node at all. */
async function inBrowser(folder) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'browser.mjs')],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    preserveSymlinks: true,
    logLevel: 'silent',
  })
  const page = createContext({})
  runInContext(outputFiles[0]?.text ?? '', page)
  return page.answer
}
