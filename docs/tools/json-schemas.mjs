/** Writes the JSON Schema of every public record beside the built package. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import * as schemas from '../../dist/schemas.js'

const folder = new URL('../../dist/json-schema/', import.meta.url)
const records = {
  patient: schemas.Patient,
  policy: schemas.Policy,
  content: schemas.Content,
  rule: schemas.Rule,
  session: schemas.Session,
  'session-event': schemas.SessionEvent,
  protocol: schemas.Protocol,
  course: schemas.Course,
  instrument: schemas.Instrument,
  'outcome-definition': schemas.OutcomeDefinition,
  'conversion-table': schemas.ConversionTable,
}

mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(records)) {
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`
  writeFileSync(new URL(`${name}.schema.json`, folder), text)
}
console.log(`JSON Schema of ${Object.keys(records).join(', ')} in dist/json-schema.`)
