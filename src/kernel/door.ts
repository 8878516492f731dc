/** The only way in for outside data. @module */

import * as z from 'zod' // never `{ z }`: it costs a user 65 kB
import { allCodes, type CodeRow, unknownFormat, unknownKey, wrongShape } from './codes.ts'
import { markParsed, type Parsed } from './parsed.ts'
import { Refusal } from './refusal.ts'
import { err, ok, type Result } from './result.ts'
import { pathOf, plainCopy } from './shape.ts'
import { answered } from './total.ts'

const compiled = /* @__PURE__ */ new WeakMap<z.ZodType, z.ZodType>()

/**
 * Checks outside data against a schema, once.
 *
 * Reads own enumerable data properties only, bounds depth and size before the schema sees anything, refuses unknown
 * keys by path, and coerces nothing. A number is a finite number with its unit; a date is a string.
 *
 * @param schema - a schema of `ketamine-treatment/schemas`
 * @param input - anything at all
 * @returns a frozen, marked copy; or a refusal with `code`, `path` and a fixed text that never repeats the value
 *
 * @example
 * ```ts
 * const patient = parse(Patient, { format: 'ketamine-treatment/patient/1', record: 'active' })
 * patient.ok // => true
 * parse(Patient, { format: 'ketamine-treatment/patient/1', record: 'active', weigth: 1 }).ok // => false
 * ```
 */
export function parse<S extends z.ZodType<object>>(
  schema: S,
  input: unknown,
): Result<Parsed<z.output<S>>, Refusal> {
  return answered(() => {
    const copy = plainCopy(input)
    if (!copy.ok) return copy
    const read = compiledForm(schema).safeParse(copy.value)
    if (!read.success) return err(refusalOf(read.error))
    return ok(markParsed(read.data))
  })
}

// Generated code is several times faster; where a security policy forbids it, zod falls back to its own reader.
function compiledForm<S extends z.ZodType>(schema: S): S {
  const known = compiled.get(schema)
  if (known !== undefined) return formOf(schema, known)
  const form = z.compile(schema)
  compiled.set(schema, form)
  return form
}

// The map pairs each schema with its own compiled form, which TypeScript cannot say of a WeakMap.
function formOf<S extends z.ZodType>(schema: S, form: z.ZodType): S
function formOf(_schema: z.ZodType, form: z.ZodType): z.ZodType {
  return form
}

function refusalOf(error: z.ZodError): Refusal {
  const first = deepest(error.issues)
  if (first === undefined) return new Refusal(wrongShape, '')
  const path = pathOf(first.path)
  if (first.code === 'unrecognized_keys') {
    const key = first.keys[0] ?? ''
    return new Refusal(unknownKey, path === '' ? key : `${path}.${key}`)
  }
  if (path === 'format') return new Refusal(unknownFormat, path)
  return new Refusal(rowOf(first.message), path)
}

// A schema's own check names its code as its message.
function rowOf(message: string): CodeRow {
  return allCodes.find((row) => row.code === message) ?? wrongShape
}

function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  return issues.find((issue) => issue.path[0] === 'format') ?? issues[0]
}
