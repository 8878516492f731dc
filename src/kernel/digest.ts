/** A short fingerprint of the facts a decision saw. @module */

/**
 * Two 32-bit FNV-1a sums over the same characters, the second with another start; written `fnv1a-2x32:` and 16 hex
 * digits. It tells whether facts changed. It is no protection against someone who wants a collision.
 */
export class Digest {
  #a = 0x811c9dc5
  #b = 0xc9dc5811

  /** Adds text. */
  text(value: string): void {
    this.part(value)
    this.end()
  }

  /** Adds a part of a text, which `end` closes. */
  part(value: string): void {
    for (let at = 0; at < value.length; at += 1) this.#unit(value.charCodeAt(at))
  }

  /** Adds a table of small integers, as if it were a text of such characters. */
  bytes(values: Uint8Array): void {
    for (let at = 0; at < values.length; at += 1) this.#unit(values[at] ?? 0)
    this.end()
  }

  /** Closes a text, so that no two run into one another. */
  end(): void {
    this.#a = Math.imul(this.#a ^ 0x1f, 0x01000193)
    this.#b = Math.imul(this.#b ^ 0x1f, 0x01000193)
  }

  #unit(unit: number): void {
    this.#a = Math.imul(this.#a ^ unit, 0x01000193)
    this.#b = Math.imul(this.#b ^ unit, 0x01000193) ^ (this.#b >>> 15)
  }

  /** The fingerprint so far. */
  value(): string {
    return `fnv1a-2x32:${hex(this.#a)}${hex(this.#b)}`
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

/**
 * The fingerprint of a JSON value, its members in the order of their names.
 *
 * @example
 * ```ts
 * digestOf({ a: 1, b: 2 }) === digestOf({ b: 2, a: 1 }) // => true
 * ```
 */
export function digestOf(value: unknown): string {
  const digest = new Digest()
  digest.text(canonical(value))
  return digest.value()
}

/** JSON text with the members of every object in the order of their names. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}
