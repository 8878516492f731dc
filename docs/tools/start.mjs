/** `npm start`: the sample records of docs/samples, screened for esketamine, and a sample visit; built first where needed. @module */
import { spawnSync } from 'node:child_process'
import { distIsStale, root } from '../../tests/tools/newest.mjs'

const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options })

if (distIsStale()) {
  console.error('Building (once, until the source changes) ...')
  const built = run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

// The samples were written for this morning; on a later day their readings would be too old to speak.
const day = ['--as-of', '2026-11-22T09:00:00-05:00', '--zone', 'America/New_York']
const given = process.argv.slice(2)
const args = given.length > 0 ? given : ['screen', 'docs/samples', ...day]
console.error(`ketamine-treatment ${args.join(' ')}\n`)
let { status } = run(process.execPath, ['dist/cli.js', ...args], { shell: false })
if (given.length === 0) {
  const visit = [
    'visit',
    'docs/samples/visits/nasal.json',
    '--as-of',
    '2026-11-24T10:20:00-05:00',
    ...day.slice(2),
  ]
  console.error(`\nketamine-treatment ${visit.join(' ')}\n`)
  const seen = run(process.execPath, ['dist/cli.js', ...visit], { shell: false })
  status = Math.max(status ?? 1, seen.status ?? 1)
  console.error(`\nAnother record: npm start -- screen docs/samples/maoi.json ${day.join(' ')}`)
  console.error('Everything else: npm start -- --help')
}
process.exit(status ?? 1)
