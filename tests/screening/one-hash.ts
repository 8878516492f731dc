/**
 * A small script of its own process: many judgements, one hash.
 *
 * The second argument names members to add to the prototype of all objects first, as a careless host page may. @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { screen } from '../../src/screening/screen.ts'
import { whatWouldChange } from '../../src/screening/what-would-change.ts'

const records: readonly unknown[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
for (const name of (process.argv[3] ?? '').split(' ').filter((one) => one !== '')) {
  const value = ['conditions', 'medicines']
  Object.defineProperty(Object.prototype, name, {
    value,
    configurable: true,
    writable: true,
    enumerable: true,
  })
}

const hash = createHash('sha256')
for (const draft of records) {
  const patient = parse(Patient, draft)
  if (!patient.ok) {
    process.stdout.write(patient.error.code)
    process.exit(0)
  }
  for (const zone of ['America/New_York', 'Pacific/Kiritimati']) {
    for (const [content, policy] of [
      [us, usStartingPolicy],
      [eu, euStartingPolicy],
    ] as const) {
      for (const product of ['esketamine-nasal', 'ketamine-iv']) {
        const given = { patient: patient.value, plan: { product } }
        const now = { content, policy, zone, asOf: '2026-11-22T09:00:00-05:00' }
        hash.update(JSON.stringify(screen(given, now)))
        if (product === 'ketamine-iv') hash.update(JSON.stringify(whatWouldChange(given, now).value))
      }
    }
  }
}
process.stdout.write(
  `${hash.digest('hex')} ${new Date(0).getTimezoneOffset()} ${Intl.DateTimeFormat().resolvedOptions().locale}`,
)
