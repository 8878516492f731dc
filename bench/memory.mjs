/** Measures what one judgement leaves behind: heap growth over many judgements without a collection. @module */
import { parse } from '../src/kernel/door.ts'
import { Patient } from '../src/patient/patient.schema.ts'
import { createScreener } from '../src/screening/screen.ts'
import { makeRecords } from './records.mjs'
import { asOf, pack40, plan, policy, zone } from './tables.mjs'

const patients = makeRecords(200).map((record) => {
  const parsed = parse(Patient, record)
  if (!parsed.ok) throw new Error('a made record was refused')
  return parsed.value
})
const screenings = patients.map((patient) => ({ patient, plan }))
const context = { policy, zone, asOf }
const screener = createScreener(pack40)

/** The young generation is made so large that nothing is collected between the two looks at the heap. */
function bytesEach(act, rounds) {
  for (let warm = 0; warm < 40; warm += 1) for (const screening of screenings) act(screening)
  const samples = []
  for (let sample = 0; sample < 9; sample += 1) {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    for (let round = 0; round < rounds; round += 1) for (const screening of screenings) act(screening)
    samples.push((process.memoryUsage().heapUsed - before) / (rounds * screenings.length))
  }
  return samples.sort((a, b) => a - b)[4]
}

console.log(
  JSON.stringify({
    verdict: bytesEach((screening) => screener.verdict(screening, context), 10),
    screen: bytesEach((screening) => screener.screen(screening, context), 5),
  }),
)
