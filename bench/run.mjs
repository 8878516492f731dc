/**
 * `npm run bench`: the library beside what else could do the same work, in one run; the figures are ratios.
 *
 * Peers stand in this folder, with a lock of their own, and are installed on first use. The run ends with a failure only
 * where contenders disagree; a goal that is missed is shown as missed. @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { progress } from './measure.mjs'

const bench = fileURLToPath(new URL('.', import.meta.url))
const root = join(bench, '..')
const work = mkdtempSync(join(bench, '.run-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

function installPeers() {
  const lock = join(bench, 'package-lock.json')
  const installed = join(bench, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  progress('installing the peers')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** Bundles one part with the library from source, and runs it in a process of its own. */
function part(name, flags = []) {
  const outfile = join(work, name)
  buildSync({
    entryPoints: [join(bench, name)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    packages: 'bundle',
    external: ['json-rules-engine', 'json-logic-engine', 'cql-execution'],
    logLevel: 'error',
  })
  const { status, stdout } = spawnSync(process.execPath, [...flags, outfile], {
    cwd: bench,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) {
    console.error(`${name} failed: contenders that disagree are not compared.`)
    process.exit(1)
  }
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

function gzipped(source) {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000
}

function coldImport(runs) {
  const file = join(work, 'import.mjs')
  writeFileSync(file, `await import(${JSON.stringify(join(root, 'dist/screening.js'))})\n`)
  const bare = join(work, 'bare.mjs')
  writeFileSync(bare, '\n')
  const time = (script) => {
    const start = process.hrtime.bigint()
    spawnSync(process.execPath, [script])
    return Number(process.hrtime.bigint() - start) / 1e6
  }
  const ratios = []
  for (let run = -2; run < runs; run += 1) {
    const ratio = time(file) / time(bare)
    if (run >= 0) ratios.push(ratio)
    progress(`cold import: run ${Math.max(run + 1, 0)} of ${runs}`)
  }
  return ratios.sort((a, b) => a - b)[runs >> 1]
}

installPeers()
spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

const screening = part('screening.mjs', ['--expose-gc'])
const door = part('door.mjs', ['--expose-gc'])
const visit = part('visit.mjs', ['--expose-gc'])
const measures = part('measures.mjs', ['--expose-gc'])
const course = part('course.mjs', ['--expose-gc'])
const memory = part('memory.mjs', ['--expose-gc', '--max-semi-space-size=512'])
const sizes = {
  engine: gzipped(`export { createScreener } from './src/entries/screening.ts'`),
  us: gzipped(
    `export { screen } from './src/index.ts'; export { usScreening, usScreeningPolicy } from './src/entries/content.ts'`,
  ),
  visit: gzipped(
    `export { screen, startReadiness, dischargeReadiness, assessVitals, checkDose } from './src/index.ts'; export { us, usStartingPolicy } from './src/entries/content.ts'`,
  ),
  one: gzipped(`export { atLeast } from './src/index.ts'`),
}
const cold = coldImport(15)

const { micros } = screening
const rows = [
  ['verdict, against straight-line code', micros.verdict / micros['straight-line'], '≤', 3, 1.7, '× slower'],
  [
    'verdict, against json-logic-engine compiled',
    micros['json-logic-engine'] / micros.verdict,
    '≥',
    5,
    10,
    '×',
  ],
  ['screen, against json-rules-engine', micros['json-rules-engine'] / micros.screen, '≥', 120, 300, '×'],
  ['screen, against cql-execution', micros['cql-execution'] / micros.screen, '≥', 80, 200, '×'],
  ['allocation of verdict', memory.verdict, '≤', 300, 150, 'B'],
  ['allocation of screen', memory.screen / 1000, '≤', 6, 2.5, 'kB'],
  ['60 rules against 40', micros['verdict of 60 rules'] / micros.verdict, '≤', 1.5, 1.3, '×'],
  ['parse, against zod safeParse', door.micros.safeParse / door.micros.parse, '≥', 3, 4.5, '×'],
  ['schema runs while screening a parsed record', door.schemaRuns.whileScreening, '≤', 0, 0, ''],
  ['engine without content, min + gzip', sizes.engine, '≤', 4, 2.5, 'kB'],
  ['engine with the tables of a country, min + gzip', sizes.us, '≤', 25, 15, 'kB'],
  [
    'replay of 200 entries, against straight-line code',
    visit.micros.replay / visit.micros['replay by hand'],
    '≤',
    3,
    2,
    '× slower',
  ],
  [
    'readiness to leave, against straight-line code',
    visit.micros.leaving / visit.micros['leaving by hand'],
    '≤',
    3,
    2,
    '× slower',
  ],
  [
    'score of a PHQ-9, against straight-line code',
    measures.micros.score / measures.micros['score by hand'],
    '≤',
    2,
    1.5,
    '× slower',
  ],
  ...[
    ['temporal-polyfill', 8, 16],
    ['date-fns + @date-fns/tz', 25, 40],
    ['luxon', 45, 70],
  ].map(([peer, must, stretch]) => [
    `schedule of ${course.count} sessions, against ${peer}`,
    course.micros[peer] / course.micros.ours,
    '≥',
    must,
    stretch,
    '×',
  ]),
  ['wrong sessions over five cases, four process zones', course.total.ours, '≤', 0, 0, ''],
  ['cold import of the screening subpath', cold, '≤', 1.15, 1.08, '×'],
]
const reached = (value, sign, goal) => (sign === '≤' ? value <= goal : value >= goal)

progress('')
console.log(
  `\n${screening.records} records of ${screening.recordBytes} bytes, 40 rules; all contenders agree.`,
)
console.log(
  `Rules that are ${Object.entries(screening.shares)
    .map(([word, share]) => `${word} ${(100 * share).toFixed(0)} %`)
    .join(', ')}.`,
)
console.log(
  `${visit.visits} visits of ${visit.events} entries: ${Object.entries(visit.readiness)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')} to readiness; the hand-written code agrees rule by rule.`,
)
console.log(
  `${measures.forms} forms of the PHQ-9: ${Object.entries(measures.met)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')}; the hand-written code agrees field by field, the bare sum where nothing is missing.`,
)
console.log(
  `A bare sum, which checks nothing, takes 1/${(measures.micros.score / measures.micros['bare sum']).toFixed(0)} of the time of a score. No public scoring package of the PHQ-9 was found in the registry.`,
)
console.log(
  `Of ${course.sessions} sessions (${course.cases} cases under ${course.processZones.length} zones of the process) come out wrong: ${Object.entries(
    course.total,
  )
    .map(([name, wrong]) => `${name} ${wrong}`)
    .join(', ')}. Wrong is what is not the first instant after a gap, or the earlier of two.`,
)
console.log(
  `A schedule of ${course.count} sessions takes ${course.micros.ours.toFixed(0)} µs, a whole course of as many ${course.micros['planCourse, whole'].toFixed(0)} µs.`,
)
console.log(`A whole visit with the pack us costs ${sizes.visit.toFixed(0)} kB, min + gzip.`)
console.log(`One function (atLeast) costs ${(1000 * sizes.one).toFixed(0)} bytes.\n`)
console.log(`${'what'.padEnd(62)}${'measured'.padStart(14)}${'must'.padStart(10)}${'stretch'.padStart(10)}  `)
for (const [what, value, sign, must, stretch, unit] of rows) {
  const mark = reached(value, sign, stretch) ? 'stretch' : reached(value, sign, must) ? 'must' : 'missed'
  const shown = `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
  console.log(
    `${what.padEnd(62)}${shown.padStart(14)}${`${sign} ${must}`.padStart(10)}${`${sign} ${stretch}`.padStart(10)}  ${mark}`,
  )
}
mkdirSync(join(root, 'reports'), { recursive: true })
writeFileSync(
  join(root, 'reports', 'bench.json'),
  `${JSON.stringify({ screening, door, visit, measures, course, memory, sizes, cold }, null, 2)}\n`,
)
