/** A bulk export: one resource a line, in any order and over several files, gathered by patient. @module */
import { idOf, kindOf, medicationOf } from './line-kind.ts'

/** The most that is held in memory: resources, and characters of their JSON. */
export const mostHeld = { resources: 200_000, characters: 268_435_456 } as const

/** The types a record is made from; lines of other types are counted and let go. A test holds them against the reader. */
export const typesRead: ReadonlySet<string> = new Set([
  'Patient',
  'Condition',
  'Flag',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'Medication',
  'AllergyIntolerance',
  'Procedure',
  'Observation',
  'OperationOutcome',
])

/** One resource, kept as text: it takes a third of the room of its value. */
interface Held {
  readonly text: string
  readonly place: string
}

interface Group {
  readonly held: Held[]
  readonly medications: Set<string>
  /** Where the patient stands, or else the first resource about them. */
  place: string
  /** The how-manieth patient it is, by the lines of the export. */
  rank: number
}

/** The resources of one patient, and the place of each. */
export interface Gathered {
  readonly place: string
  readonly resources: readonly unknown[]
  readonly places: readonly string[]
}

/** Gathers the resources of an export. */
export class Export {
  readonly #most: { readonly resources: number; readonly characters: number }
  readonly #groups = new Map<string, Group>()
  readonly #medications = new Map<string, Held[]>()
  /** They name nobody: each may be about any of the patients, so each of them is given all. */
  readonly #aboutNobody: Held[] = []
  readonly #unread = new Map<string, number>()
  #resources = 0
  #characters = 0
  #overfull = false

  constructor(most: { readonly resources: number; readonly characters: number } = mostHeld) {
    this.#most = most
  }

  /**
   * Takes one resource.
   *
   * @returns false where it would be one more than is held; then nothing is held any more
   */
  take(text: string, value: unknown, place: string): boolean {
    const kind = kindOf(value)
    if (this.#overfull || kind.kind !== 'resource') return !this.#overfull
    if (!typesRead.has(kind.type)) {
      this.#unread.set(kind.type, (this.#unread.get(kind.type) ?? 0) + 1)
      return true
    }
    this.#resources += 1
    this.#characters += text.length
    if (this.#resources > this.#most.resources || this.#characters > this.#most.characters) {
      this.#overfull = true
      this.#groups.clear()
      this.#medications.clear()
      this.#aboutNobody.length = 0
      return false
    }
    const held = { text, place }
    const id = idOf(value)
    if (kind.type === 'Medication' && id !== undefined) push(this.#medications, id, held)
    else if (kind.about === undefined) this.#aboutNobody.push(held)
    else this.#file(kind.about, kind.type === 'Patient', held, medicationOf(value))
    return true
  }

  #file(about: string, isPatient: boolean, held: Held, medication: string | undefined): void {
    let group = this.#groups.get(about)
    if (group === undefined) {
      group = { held: [], medications: new Set(), place: held.place, rank: Number.MAX_SAFE_INTEGER }
      this.#groups.set(about, group)
    }
    if (isPatient && group.rank === Number.MAX_SAFE_INTEGER) {
      group.place = held.place
      group.rank = this.#resources
    }
    group.held.push(held)
    if (medication !== undefined) group.medications.add(medication)
  }

  /** Whether there is anything to judge. */
  get isEmpty(): boolean {
    return this.#groups.size === 0
  }

  /** Resources held, and those that were let go because no question is answered from their type. */
  get counts(): { readonly resources: number; readonly unread: ReadonlyMap<string, number> } {
    return { resources: this.#resources, unread: this.#unread }
  }

  /** One patient after the other, in the order of their own lines; each is let go once it was given out. */
  *patients(): Generator<Gathered> {
    for (const [about, group] of [...this.#groups].toSorted((a, b) => a[1].rank - b[1].rank)) {
      const medications = [...group.medications].flatMap((id) => this.#medications.get(id) ?? [])
      const all = [...group.held, ...medications, ...this.#aboutNobody]
      this.#groups.delete(about)
      yield {
        place: group.place,
        resources: all.map(({ text }): unknown => JSON.parse(text)),
        places: all.map(({ place }) => place),
      }
    }
  }
}

function push(map: Map<string, Held[]>, key: string, held: Held): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [held])
  else known.push(held)
}
