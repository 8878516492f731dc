/** Entries of a record under the facts they speak of, in tables that serve one record after another. @module */
import { OpenRange } from '../kernel/time.ts'
import { isAhead, type Moment, readRange, type Writable } from './moment.ts'

/** An entry under one fact, and when it was recorded. The next one of the same fact follows. */
export interface Filed<T> {
  readonly entry: T
  readonly when: 'dated' | 'undated' | 'future'
  /** Its time; now, where it has none that can be used. */
  readonly at: OpenRange
  readonly next: Filed<T> | undefined
}

// A record with more entries than this is rare; its tables are not kept.
const mostKept = 1024

/**
 * Entries by the slot of their fact, in the order of the record.
 *
 * A cohort fills it millions of times, so what was made for one record is used again for the next.
 */
export class Filing<T> {
  readonly #first: (Filed<T> | undefined)[]
  readonly #last: (Writable<Filed<T>> | undefined)[]
  #made: Writable<Filed<T>>[] = []
  #used = 0
  readonly #slots: Uint16Array
  #count = 0

  constructor(slots: number) {
    this.#first = new Array(slots).fill(undefined)
    this.#last = new Array(slots).fill(undefined)
    this.#slots = new Uint16Array(slots)
  }

  /** The first entry of a fact; the others follow it. */
  of(slot: number): Filed<T> | undefined {
    return this.#first[slot]
  }

  /** How many facts have entries. */
  get count(): number {
    return this.#count
  }

  /** The slot of one of the facts that have entries. */
  slotAt(at: number): number {
    return this.#slots[at] ?? 0
  }

  /** Files an entry under a fact. */
  add(slot: number, entry: T, at: string | undefined, moment: Moment): void {
    const filed = this.#next(entry)
    stamp(filed, at, moment)
    const last = this.#last[slot]
    if (last === undefined) {
      this.#first[slot] = filed
      this.#slots[this.#count] = slot
      this.#count += 1
    } else last.next = filed
    this.#last[slot] = filed
  }

  /** Forgets the entries. */
  clear(): void {
    for (let at = 0; at < this.#count; at += 1) {
      const slot = this.#slots[at] ?? 0
      this.#first[slot] = undefined
      this.#last[slot] = undefined
    }
    this.#count = 0
    if (this.#made.length > mostKept) this.#made = []
    this.#used = 0
  }

  #next(entry: T): Writable<Filed<T>> {
    const known = this.#made[this.#used]
    this.#used += 1
    if (known !== undefined) {
      known.entry = entry
      known.next = undefined
      return known
    }
    const made: Writable<Filed<T>> = { entry, when: 'undated', at: new OpenRange(), next: undefined }
    this.#made.push(made)
    return made
  }
}

function stamp<T>(filed: Writable<Filed<T>>, at: string | undefined, moment: Moment): void {
  filed.when = !readRange(at, moment, filed.at) ? 'undated' : isAhead(filed.at, moment) ? 'future' : 'dated'
  if (filed.when === 'dated') return
  filed.at.from = moment.ms
  filed.at.to = moment.ms
}

/** The entries of a fact, as a list. */
export function entriesOf<T>(first: Filed<T> | undefined): readonly T[] {
  const entries: T[] = []
  for (let filed = first; filed !== undefined; filed = filed.next) entries.push(filed.entry)
  return entries
}
