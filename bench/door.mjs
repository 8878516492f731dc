/** Measures the door: `parse` with everything it checks, against zod's own `safeParse` of the same schema. @module */
import { parse } from '../src/kernel/door.ts'
import { Patient } from '../src/patient/patient.schema.ts'
import { createScreener } from '../src/screening/screen.ts'
import { interleaved, progress } from './measure.mjs'
import { makeRecords } from './records.mjs'
import { asOf, pack40, plan, policy, zone } from './tables.mjs'

const records = makeRecords(200)
const every = (act) => ({
  units: records.length,
  run: () => {
    for (const record of records) if (!act(record)) throw new Error('a made record was refused')
  },
})
const micros = await interleaved(
  {
    parse: every((record) => parse(Patient, record).ok),
    safeParse: every((record) => Patient.safeParse(record).success),
  },
  {
    rounds: 41,
    warmUp: 15,
    onRound: (round, rounds) => progress(`door: round ${Math.max(round + 1, 0)} of ${rounds}`),
  },
)

// How often a schema runs: once at the door, and never while a parsed record is screened.
let runs = 0
const counted = Patient.refine(() => {
  runs += 1
  return true
})
const patients = records.map((record) => parse(counted, record)).map((parsed) => parsed.ok && parsed.value)
const atTheDoor = runs / records.length
runs = 0
const screener = createScreener(pack40)
for (const patient of patients) {
  screener.verdict({ patient, plan }, { policy, zone, asOf })
  screener.screen({ patient, plan }, { policy, zone, asOf })
}
progress('')
console.log(JSON.stringify({ micros, schemaRuns: { atTheDoor, whileScreening: runs } }))
