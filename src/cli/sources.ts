/** From the paths of the command line to records, one after the other. @module */
import { Buffer } from 'node:buffer'
import {
  type CodeRow,
  exportTooLarge,
  fileNotRead,
  noRecords,
  notFhirR4,
  notUtf8,
  tooLarge,
  tornLine,
} from '../kernel/codes.ts'
import { Export } from './export.ts'
import { jsonOf } from './json.ts'
import { kindOf } from './line-kind.ts'
import { hasMark, type Line, LineSplitter, textOf } from './lines.ts'
import type { Machine } from './machine.ts'

/** A record to be judged, or an input that could not be read. `source` is the file, with the line where it has lines. */
export type Item =
  | {
      readonly kind: 'record'
      readonly source: string
      readonly value: unknown
      /** For a record gathered from an export: the place of each resource, and whether lines of it were lost. */
      readonly gathered?: { readonly places: readonly string[]; readonly torn: boolean }
    }
  | { readonly kind: 'refused'; readonly source: string; readonly code: CodeRow }

/** What was seen beside records. */
export interface Tally {
  exportLog: number
  resources: number
  readonly unread: Map<string, number>
  bytes: number
}

/** A whole file is not larger: the largest record there may be, as JSON. */
export const mostFileBytes = 256 * 1024 * 1024

/** What the caller chose. */
export interface Reading {
  readonly skipBadLines: boolean
  readonly tally: Tally
  readonly most?: { readonly resources: number; readonly characters: number }
}

/**
 * The records behind paths: files, folders, and `-` for standard input.
 *
 * Records of files with lines come as they are read; the patients of a bulk export come last, when every line that may
 * be about them was seen.
 */
export async function* itemsOf(
  paths: readonly string[],
  machine: Machine,
  reading: Reading,
): AsyncGenerator<Item> {
  const run = new Run(machine, reading)
  for (const path of paths) yield* run.path(path)
  yield* run.gathered()
}

class Run {
  readonly #machine: Machine
  readonly #reading: Reading
  readonly #export: Export
  /** A line was lost: it may have been about any patient of the export. */
  #torn = false
  #tooLarge = false

  constructor(machine: Machine, reading: Reading) {
    this.#machine = machine
    this.#reading = reading
    this.#export = new Export(reading.most)
  }

  async *path(path: string): AsyncGenerator<Item> {
    const what = path === '-' ? 'file' : await this.#machine.look(path)
    if (what === 'absent') yield this.#refuse(path, fileNotRead)
    else if (what === 'file') yield* this.#file(path)
    else yield* this.#folder(path)
  }

  async *#folder(folder: string): AsyncGenerator<Item> {
    let files: readonly string[]
    try {
      const names = await this.#machine.list(folder)
      files = names.map((name) => `${folder.replace(/[/\\]+$/, '')}/${name}`)
    } catch {
      yield this.#refuse(folder, fileNotRead)
      return
    }
    const named = (ending: RegExp) => files.filter((file) => ending.test(file)).toSorted()
    const whole = named(/\.json$/i)
    const lines = named(/\.(ndjson|jsonl)$/i)
    if (whole.length + lines.length === 0) yield this.#refuse(folder, noRecords)
    for (const file of [...whole, ...lines]) yield* this.#file(file)
  }

  async *#file(path: string): AsyncGenerator<Item> {
    try {
      if (/\.json$/i.test(path)) yield* this.#wholeFile(path)
      else yield* this.#lines(path)
    } catch (thrown) {
      if (!isSystemError(thrown)) throw thrown
      yield this.#refuse(path, fileNotRead)
    }
  }

  async *#wholeFile(path: string): AsyncGenerator<Item> {
    const parts: Uint8Array[] = []
    let length = 0
    for await (const block of this.#machine.read(path)) {
      length += block.length
      this.#reading.tally.bytes += block.length
      if (length > mostFileBytes) {
        yield this.#refuse(path, tooLarge)
        return
      }
      parts.push(Uint8Array.from(block))
    }
    yield this.#whole(path, Buffer.concat(parts))
  }

  #whole(path: string, bytes: Uint8Array): Item {
    const text = textOf(hasMark(bytes) ? bytes.subarray(3) : bytes)
    if (text === undefined) return this.#refuse(path, notUtf8)
    if (text.trim() === '') return this.#refuse(path, noRecords)
    const read = jsonOf(text)
    if (!read.ok) return this.#refuse(path, read.error)
    const { kind } = kindOf(read.value)
    if (kind === 'unknown' || kind === 'export-log') return this.#refuse(path, notFhirR4)
    return { kind: 'record', source: nameOf(path), value: read.value }
  }

  /** One JSON text a line; or one text over many lines, where the first holds nothing but a bracket. */
  async *#lines(path: string): AsyncGenerator<Item> {
    const splitter = new LineSplitter()
    const state = { path, lines: 0 }
    const whole: Uint8Array[] = []
    let length = 0
    let shape: Shape = 'open'
    for await (const block of this.#machine.read(path)) {
      this.#reading.tally.bytes += block.length
      if (shape === 'lines') {
        if (yield* this.#each(splitter.push(block), state)) return
        continue
      }
      length += block.length
      if (length > mostFileBytes) {
        yield this.#refuse(path, tooLarge)
        return
      }
      whole.push(Uint8Array.from(block))
      if (shape === 'open') shape = shapeOf(Buffer.concat(whole).subarray(0, headBytes))
      if (shape === 'lines' && (yield* this.#each(splitter.push(Buffer.concat(whole.splice(0))), state)))
        return
    }
    if (shape === 'document') {
      yield this.#whole(path, Buffer.concat(whole))
      return
    }
    if (shape === 'open' && (yield* this.#each(splitter.push(Buffer.concat(whole)), state))) return
    if (yield* this.#each(splitter.end(), state)) return
    if (state.lines === 0) yield this.#refuse(path, noRecords)
  }

  async *#each(
    lines: readonly Line[],
    state: { readonly path: string; lines: number },
  ): AsyncGenerator<Item, boolean> {
    for (const line of lines) {
      state.lines += 1
      const source = `${nameOf(state.path)}:${line.number}`
      const item =
        'refused' in line ? this.#refuse(source, line.refused, true) : this.#line(line.text, source)
      if (item === undefined) continue
      yield item
      if (item.kind === 'refused' && isDamage(item.code) && !this.#reading.skipBadLines) return true
    }
    return false
  }

  #line(text: string, source: string): Item | undefined {
    const read = jsonOf(text)
    if (!read.ok) return this.#refuse(source, read.error.code === 'not-json' ? tornLine : read.error, true)
    switch (kindOf(read.value).kind) {
      case 'record':
        return { kind: 'record', source, value: read.value }
      case 'export-log':
        this.#reading.tally.exportLog += 1
        return undefined
      case 'unknown':
        return this.#refuse(source, notFhirR4, true)
      case 'resource':
        if (this.#tooLarge || this.#export.take(text, read.value, source)) return undefined
        this.#tooLarge = true
        return this.#refuse(source, exportTooLarge)
    }
  }

  #refuse(path: string, code: CodeRow, isLine = false): Item {
    // A file that cannot be opened may have held lines of the export as well.
    if (isLine || !/\.json$/i.test(path)) this.#torn = true
    return { kind: 'refused', source: isLine ? path : nameOf(path), code }
  }

  *gathered(): Generator<Item> {
    const { resources, unread } = this.#export.counts
    this.#reading.tally.resources = resources
    for (const [type, count] of unread) this.#reading.tally.unread.set(type, count)
    for (const { place, resources: value, places } of this.#export.patients()) {
      yield { kind: 'record', source: place, value, gathered: { places, torn: this.#torn } }
    }
  }
}

/** One text over many lines, one text a line, or too little seen to tell. */
type Shape = 'open' | 'document' | 'lines'

// What is looked at to tell them apart.
const headBytes = 4096

function shapeOf(head: Uint8Array): Shape {
  const text = Buffer.from(hasMark(head) ? head.subarray(3) : head).toString('latin1')
  const first = /^[\s]*?([^\s][^\n]*)\n/.exec(text)?.[1]
  if (first !== undefined) return /^[{[]\s*$/.test(first) ? 'document' : 'lines'
  return head.length < headBytes ? 'open' : 'lines'
}

// Bytes that are lost, not a record that is not understood: what follows may be lost with them.
const damage: readonly string[] = ['not-utf-8', 'torn-line', 'too-large', 'duplicate-key']

function isDamage(code: CodeRow): boolean {
  return damage.includes(code.code)
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path
}

function isSystemError(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && 'syscall' in thrown
}
