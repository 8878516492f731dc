/** Whom and what a reference means. @module */
import { canonical } from '../../kernel/digest.ts'
import { idOf, type Sent } from './entry.ts'
import { listOf, type Members, member, membersOf, textOf } from './json.ts'

/** A reference to a resource on a server, taken apart. */
interface Address {
  /** Address of the server, with its last slash; undefined for a relative reference. */
  readonly base: string | undefined
  readonly type: string
  readonly id: string
}

// `Patient/12`, `https://example.org/fhir/Patient/12`, each with or without a version at its end.
const restful =
  /^(https?:\/\/[^?#\s]+\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/

function addressOf(reference: string): Address | undefined {
  const [whole, base, type, id] = restful.exec(reference) ?? []
  return whole === undefined || type === undefined || id === undefined ? undefined : { base, type, id }
}

/** The server a resource was sent from, by its full address. */
function serverOf(fullUrl: string | undefined): string | undefined {
  return fullUrl === undefined ? undefined : addressOf(fullUrl)?.base
}

/** Whether a reference means the patient, somebody or something else, or cannot be followed. */
export type Whom = 'patient' | 'other' | 'nobody'

/**
 * The reader of subject references for one input.
 *
 * A relative reference is read on the server of the resource that makes it. Where the patient came without a full
 * address, the one server that all addresses of the input name is taken for theirs; if there are several, an
 * absolute reference to a patient cannot be followed.
 */
export function subjectReader(patient: Sent, all: readonly Sent[]): (sent: Sent) => Whom {
  const id = idOf(patient.resource)
  const home = serverOf(patient.fullUrl) ?? (patient.fullUrl === undefined ? onlyServer(all) : undefined)
  const identifiers = new Set(listOf(member(patient.resource, 'identifier')).map(identifierKey))
  identifiers.delete(undefined)

  const follow = (reference: string, sent: Sent): Whom => {
    if (reference === patient.fullUrl) return 'patient'
    if (reference.startsWith('urn:')) {
      if (patient.fullUrl === undefined && id !== undefined && reference === `urn:uuid:${id}`)
        return 'patient'
      return patient.fullUrl === undefined ? 'nobody' : 'other'
    }
    if (reference.startsWith('#')) return 'other' // a contained person has no identity of their own
    const address = addressOf(reference)
    if (address === undefined) return 'nobody'
    if (address.type !== 'Patient' || id === undefined || address.id !== id) return 'other'
    if (address.base !== undefined) {
      if (home === undefined) return 'nobody'
      return address.base === home ? 'patient' : 'other'
    }
    const server = serverOf(sent.fullUrl)
    return server === undefined || home === undefined || server === home ? 'patient' : 'other'
  }

  return (sent) => {
    const subject = membersOf(member(sent.resource, 'subject') ?? member(sent.resource, 'patient'))
    if (subject === undefined) return 'nobody'
    const reference = textOf(member(subject, 'reference'))
    if (reference !== undefined) return follow(reference, sent)
    const key = identifierKey(membersOf(member(subject, 'identifier')) ?? {})
    return key !== undefined && identifiers.has(key) ? 'patient' : 'nobody'
  }
}

function identifierKey(identifier: Members): string | undefined {
  const system = textOf(member(identifier, 'system'))
  const value = textOf(member(identifier, 'value'))
  return system === undefined || value === undefined ? undefined : JSON.stringify([system, value])
}

function onlyServer(all: readonly Sent[]): string | undefined {
  const servers = new Set<string>()
  for (const sent of all) {
    const subject = membersOf(member(sent.resource, 'subject') ?? member(sent.resource, 'patient'))
    const reference = subject === undefined ? undefined : textOf(member(subject, 'reference'))
    const base = serverOf(reference) ?? serverOf(sent.fullUrl)
    if (base !== undefined) servers.add(base)
  }
  const [only] = servers
  return servers.size === 1 ? only : undefined
}

/** The Medication resources of an input, and which of them were asked for. */
export class Medications {
  readonly #byName = new Map<string, Sent | undefined>()
  readonly #used = new Set<Members>()

  constructor(all: readonly Sent[]) {
    for (const sent of all) {
      if (sent.type !== 'Medication') continue
      const id = idOf(sent.resource)
      if (sent.fullUrl !== undefined) this.#file(sent.fullUrl, sent)
      if (id !== undefined) this.#file(`Medication/${id}`, sent)
    }
  }

  // Two resources of one name that differ: which of them is meant cannot be told.
  #file(name: string, sent: Sent): void {
    const known = this.#byName.get(name)
    if (!this.#byName.has(name)) this.#byName.set(name, sent)
    else if (known !== undefined && canonical(known.resource) !== canonical(sent.resource)) {
      this.#byName.set(name, undefined)
    }
  }

  /** The Medication a reference means: contained, by full address, or by type and id. */
  find(reference: string, from: Sent): Members | undefined {
    if (reference.startsWith('#')) {
      const named = listOf(member(from.resource, 'contained')).filter(
        (one) => member(one, 'id') === reference.slice(1),
      )
      const [only] = named
      return named.length === 1 && only !== undefined && member(only, 'resourceType') === 'Medication'
        ? only
        : undefined
    }
    const found = this.#byName.get(reference) ?? this.#relative(reference, from)
    if (found !== undefined) this.#used.add(found.resource)
    return found?.resource
  }

  #relative(reference: string, from: Sent): Sent | undefined {
    const address = addressOf(reference)
    if (address === undefined || address.base !== undefined) return undefined
    const base = serverOf(from.fullUrl)
    const name = `${address.type}/${address.id}`
    return (base === undefined ? undefined : this.#byName.get(base + name)) ?? this.#byName.get(name)
  }

  wasUsed(medication: Members): boolean {
    return this.#used.has(medication)
  }
}
