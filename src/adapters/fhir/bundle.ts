/** The outermost layer: bundles and lists of resources, and signs that something was left out. @module */
import { type CodeRow, fewerThanTotal, morePages, notFhirR4, subsetted } from '../../kernel/codes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { faultOf, isSubset, isTest } from './elements.ts'
import type { Sent } from './entry.ts'
import { isMembers, listOf, type Members, member, membersOf, textOf } from './json.ts'

/** One entry of the input: a resource, or something without one. */
export interface Slot {
  readonly path: string
  readonly sent: Sent | undefined
  /** The entry asks the server to delete something. */
  readonly deletes: boolean
}

/** The input, entry by entry. */
export interface Opened {
  readonly slots: readonly Slot[]
  /** Signs on the bundle itself that it is not the whole answer. */
  readonly partial: readonly CodeRow[]
  readonly test: boolean
}

const bundleTypes = new Set(['collection', 'searchset', 'transaction', 'batch'])

/**
 * Opens a bundle, a list of resources, or one resource.
 *
 * Histories and messages are refused: the first holds several states of one thing, the second an event.
 */
export function open(input: unknown): Result<Opened, Refusal> {
  if (Array.isArray(input)) {
    if (!input.every((one) => isMembers(one) && typeOf(one) !== undefined))
      return err(new Refusal(notFhirR4, ''))
    return ok({ slots: input.map((one, at) => slotOf(one, undefined, `[${at}]`)), partial: [], test: false })
  }
  if (!isMembers(input) || typeOf(input) === undefined) return err(new Refusal(notFhirR4, ''))
  if (typeOf(input) !== 'Bundle')
    return ok({ slots: [slotOf(input, undefined, '')], partial: [], test: false })

  const type = member(input, 'type')
  if (typeof type !== 'string' || !bundleTypes.has(type)) return err(new Refusal(notFhirR4, 'type'))
  const fault = faultOf('Bundle', { ...input, entry: [], meta: member(input, 'meta') ?? {} })
  if (fault !== undefined && !isTest(input)) return err(new Refusal(notFhirR4, ''))
  const entries = member(input, 'entry') ?? []
  if (!Array.isArray(entries) || !entries.every(isMembers)) return err(new Refusal(notFhirR4, 'entry'))
  const slots = entries.map((entry, at) => entrySlot(entry, `entry[${at}]`))
  return ok({ slots, partial: partialOf(input, entries), test: isTest(input) })
}

/** The type of a resource, if it has the form of one. */
export function typeOf(resource: Members): string | undefined {
  const type = textOf(member(resource, 'resourceType'))
  return type !== undefined && /^[A-Z][A-Za-z]{1,40}$/.test(type) ? type : undefined
}

function slotOf(resource: Members | undefined, fullUrl: string | undefined, path: string): Slot {
  const type = resource === undefined ? undefined : typeOf(resource)
  if (resource === undefined || type === undefined) return { path, sent: undefined, deletes: false }
  return { path, sent: { resource, type, path, fullUrl }, deletes: false }
}

function entrySlot(entry: Members, path: string): Slot {
  const slot = slotOf(membersOf(member(entry, 'resource')), textOf(member(entry, 'fullUrl')), path)
  const request = membersOf(member(entry, 'request'))
  return { ...slot, deletes: request !== undefined && member(request, 'method') === 'DELETE' }
}

function partialOf(bundle: Members, entries: readonly Members[]): readonly CodeRow[] {
  const rows: CodeRow[] = []
  if (listOf(member(bundle, 'link')).some((link) => member(link, 'relation') === 'next')) rows.push(morePages)
  const matches = entries.filter((entry) => {
    const mode = member(membersOf(member(entry, 'search')) ?? {}, 'mode')
    return mode === undefined || mode === 'match'
  })
  const total = member(bundle, 'total')
  if (typeof total === 'number' && total > matches.length) rows.push(fewerThanTotal)
  if (isSubset(bundle)) rows.push(subsetted)
  return rows
}
