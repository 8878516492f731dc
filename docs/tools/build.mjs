/** `npm run docs`: the pages of all rules and tables, then the site in docs/api; a warning is an error. @module */
import { spawnSync } from 'node:child_process'
import { distIsStale, root } from '../../tests/tools/newest.mjs'

function run(command, ...args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (distIsStale()) run('npm', 'run', '--silent', 'build')
// The tool reads the built package, so it is loaded once that is there.
const { writeRulesPage } = await import('./rules-table.mjs')
const { rules } = await writeRulesPage(root)
const { writeVisitTables } = await import('./visit-tables.mjs')
await writeVisitTables(root)
const { writeIndicationTables } = await import('./indication-tables.mjs')
await writeIndicationTables(root)
const { writeProtocolPage } = await import('./protocol-pages.mjs')
await writeProtocolPage(root)
const { writeMeasurePages } = await import('./measure-pages.mjs')
const { instruments } = await writeMeasurePages(root)
const { writeClaimsPage } = await import('./claims-page.mjs')
await writeClaimsPage(root)
console.log(`All ${rules} rules are on the page of rules, and ${instruments} instruments have a page each.`)
run('npx', '--no-install', 'typedoc')
