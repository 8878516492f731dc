/**
 * `npm run test:mutation`: how many small faults, planted in the core, the tests notice.
 *
 * The tool lives in `tests/mutation` with a lock of its own and is installed here on first use. Mutants that ended in an
 * error count as survivors. `npm run test:mutation -- src/kernel/truth.ts` looks at some files only. @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './newest.mjs'

const home = join(root, 'tests/mutation')
const shell = process.platform === 'win32'

function run(cwd, command, ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(join(home, 'node_modules'))) run(home, 'npm', 'ci', '--no-audit', '--no-fund')

const files = process.argv.slice(2)
const only = files.length > 0 ? ['--mutate', files.join(',')] : []
run(root, join(home, 'node_modules/.bin/stryker'), 'run', 'tests/mutation/stryker.config.json', ...only)

const report = JSON.parse(readFileSync(join(root, 'reports/mutation.json'), 'utf8'))
const mutants = Object.values(report.files).flatMap((file) => file.mutants)
const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
const noticed = count('Killed', 'Timeout')
const unnoticed = count('Survived', 'NoCoverage', 'RuntimeError', 'CompileError')
const score = ((100 * noticed) / (noticed + unnoticed)).toFixed(1)
console.log(`${noticed} of ${noticed + unnoticed} faults noticed (${score} %), errors counted as not noticed`)
