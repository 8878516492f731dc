/** The fact rows of a pack, arranged so that one look-up places a code. @module */
import { comparable, isPlacedByPrefix, systemOf } from '../kernel/coding.ts'
import type { CodeSystem, Codes, FactRow, ListName } from '../kernel/fact.ts'

/** How a code answers its fact. */
export const CORE = 1
export const HISTORY = 2
export const CONFIRM = 3

/** A fact and the kind of code, in one integer: `slot * 4 + kind`. */
export type Placement = number

/** The lists of a record, as bits. */
export const listBits: Readonly<Record<ListName, number>> = {
  conditions: 1,
  medicines: 2,
  allergies: 4,
  procedures: 8,
  observations: 16,
}

/** Fact rows by slot, and the codes that lead to them. */
export interface FactIndex {
  readonly rows: readonly FactRow[]
  readonly slots: ReadonlyMap<string, number>
  /** Bits of the lists each fact is looked for in. */
  readonly lists: readonly number[]
  /** Slots of the classes a fact belongs to, itself first. */
  readonly classes: readonly (readonly number[])[]
  /** The names of some of the lists of a fact, parted by a space, in the order of its row. */
  listNames(slot: number, bits: number): string
  /** Where a recorded code leads; undefined where the code cannot be placed at all. */
  place(system: string, code: string): readonly Placement[] | undefined
}

interface Family {
  readonly code: string
  readonly placement: Placement
  readonly except: readonly string[]
}

const nowhere: readonly Placement[] = []

// A clinic meets the same few thousand codes again and again.
const memory = 4096

/**
 * Arranges fact rows for reading.
 *
 * @param rows - fact rows, each with an id of its own; `includes` may name rows in any order
 */
export function indexFacts(rows: readonly FactRow[]): FactIndex {
  const slots = new Map(rows.map((row, slot) => [row.id, slot]))
  const classes = rows.map((row, slot) => [slot, ...classesOf(row.id, rows, slots)])
  const exact = new Map<CodeSystem, Map<string, Placement[]>>()
  const families = new Map<CodeSystem, Family[]>()
  rows.forEach((row, slot) => {
    const kinds: readonly (readonly [number, readonly Codes[] | undefined])[] = [
      [CORE, row.core],
      [HISTORY, row.history],
      [CONFIRM, row.confirm],
    ]
    for (const [kind, sets] of kinds) {
      for (const set of sets ?? []) {
        for (const target of classes[slot] ?? []) file(set, target * 4 + kind, exact, families)
      }
    }
  })
  return {
    rows,
    slots,
    lists: rows.map(bitsOf),
    classes,
    listNames: namer(rows),
    place: placer(exact, families),
  }
}

function namer(rows: readonly FactRow[]): FactIndex['listNames'] {
  const known: string[][] = rows.map(() => [])
  return (slot, bits) => {
    const names = known[slot] ?? []
    names[bits] ??= (rows[slot]?.lists ?? []).filter((list) => (bits & listBits[list]) !== 0).join(' ')
    return names[bits] ?? ''
  }
}

function bitsOf(row: FactRow): number {
  return row.lists.reduce((bits, list) => bits | listBits[list], 0)
}

function classesOf(id: string, rows: readonly FactRow[], slots: ReadonlyMap<string, number>): number[] {
  const found = new Set<number>()
  const open = [id]
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    for (const row of rows) {
      const slot = slots.get(row.id)
      if (slot === undefined || found.has(slot) || row.includes?.includes(member) !== true) continue
      found.add(slot)
      open.push(row.id)
    }
  }
  return [...found]
}

function file(
  set: Codes,
  placement: Placement,
  exact: Map<CodeSystem, Map<string, Placement[]>>,
  families: Map<CodeSystem, Family[]>,
): void {
  if (set.system === 'icd-10-cm' || set.system === 'atc') {
    const all = families.get(set.system) ?? []
    const except = (set.except ?? []).map((code) => comparable(set.system, code))
    for (const code of set.codes) all.push({ code: comparable(set.system, code), placement, except })
    families.set(set.system, all)
    return
  }
  const all = exact.get(set.system) ?? new Map<string, Placement[]>()
  for (const code of set.codes) {
    const known = all.get(code)
    if (known === undefined) all.set(code, [placement])
    else if (!known.includes(placement)) known.push(placement)
  }
  exact.set(set.system, all)
}

function placer(
  exact: ReadonlyMap<CodeSystem, ReadonlyMap<string, readonly Placement[]>>,
  families: ReadonlyMap<CodeSystem, readonly Family[]>,
): FactIndex['place'] {
  const remembered = new Map<string, Map<string, readonly Placement[] | undefined>>()
  let size = 0
  const find = (name: string, code: string): readonly Placement[] | undefined => {
    const system = systemOf(name)
    if (system === undefined) return undefined
    if (!isPlacedByPrefix(system, code)) return exact.get(system)?.get(code)
    const form = comparable(system, code)
    const hits: Placement[] = []
    for (const family of families.get(system) ?? []) {
      if (!form.startsWith(family.code) || hits.includes(family.placement)) continue
      if (!family.except.some((left) => form.startsWith(left))) hits.push(family.placement)
    }
    return hits.length === 0 ? nowhere : hits
  }
  let lastName: string | undefined
  let last = new Map<string, readonly Placement[] | undefined>()
  return (name, code) => {
    // Codes of one system come one after another.
    if (name !== lastName) {
      last = remembered.get(name) ?? new Map()
      remembered.set(name, last)
      lastName = name
    }
    const known = last.get(code)
    if (known !== undefined || last.has(code)) return known
    if (size >= memory) {
      remembered.clear()
      last = new Map()
      remembered.set(name, last)
      size = 0
    }
    const found = find(name, code)
    last.set(code, found)
    size += 1
    return found
  }
}
