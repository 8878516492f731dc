/**
 * The last line of `.ci/run`: how many tests passed and failed, from the reports the runner wrote.
 *
 * A file that could not be loaded, a skipped test, an empty report or one that was never written counts as a failure.
 * `node tests/tools/tally.mjs <failed steps> <report> ...` @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './newest.mjs'

const [steps = '0', ...names] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of names) {
  const counts = countsOf(name)
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`)
  passed += counts.passed
  failed += counts.failed
}
const failedSteps = Number(steps)
if (failedSteps > 0) console.log(`${failedSteps} step(s) failed`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 && failedSteps === 0 ? 0 : 1)

function countsOf(name) {
  try {
    const report = JSON.parse(readFileSync(join(root, 'reports', `${name}.json`), 'utf8'))
    const notLoaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length
    const notRun = report.numPendingTests + report.numTodoTests
    const empty = report.numTotalTests === 0 ? 1 : 0
    return { passed: report.numPassedTests, failed: report.numFailedTests + notLoaded + notRun + empty }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
