/** What one JSON value of an input is: a whole record, a resource of an export, a line of its log, or nothing known. @module */
import { isObject } from '../judgement/context.ts'

/** A value told apart by its own marks, never by its file. */
export type Kind =
  | { readonly kind: 'record' }
  | { readonly kind: 'resource'; readonly type: string; readonly about: string | undefined }
  | { readonly kind: 'export-log' }
  | { readonly kind: 'unknown' }

/**
 * What a value is.
 *
 * A record is a FHIR Bundle, a list of resources, or an object with a `format`. `about` is the id of the one patient a
 * resource names as its subject: two ways to write the id of one patient give one id.
 *
 * @see FHIR Bulk Data Access IG, "Export log": lines with `exportId` and `eventId`
 */
export function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return { kind: 'record' }
  if (!isObject(value)) return { kind: 'unknown' }
  if (own(value, 'format') !== undefined) return { kind: 'record' }
  const type = own(value, 'resourceType')
  if (type === 'Bundle') return { kind: 'record' }
  if (typeof type === 'string') return { kind: 'resource', type, about: aboutOf(value, type) }
  if (typeof own(value, 'exportId') === 'string' && typeof own(value, 'eventId') === 'string') {
    return { kind: 'export-log' }
  }
  return { kind: 'unknown' }
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function aboutOf(resource: object, type: string): string | undefined {
  if (type === 'Patient') return textOf(own(resource, 'id'))
  const subject = own(resource, 'subject') ?? own(resource, 'patient')
  const reference = isObject(subject) ? textOf(own(subject, 'reference')) : undefined
  if (reference === undefined) return undefined
  const [, uuid] = /^urn:uuid:([A-Za-z0-9.-]{1,64})$/.exec(reference) ?? []
  const [, id] = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference) ?? []
  return uuid ?? id
}

/** The ids of the medications a resource refers to. */
export function medicationOf(resource: unknown): string | undefined {
  const medication = isObject(resource) ? own(resource, 'medicationReference') : undefined
  const reference = isObject(medication) ? textOf(own(medication, 'reference')) : undefined
  return /(?:^|\/)Medication\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference ?? '')?.[1]
}

/** The id of a resource. */
export function idOf(resource: unknown): string | undefined {
  return isObject(resource) ? textOf(own(resource, 'id')) : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
