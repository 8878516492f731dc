/** Bytes into lines: strict UTF-8, counted, bounded, the same however the bytes were cut. @module */
import { Buffer, isUtf8 } from 'node:buffer'
import { type CodeRow, notUtf8, tooLarge } from '../kernel/codes.ts'

/** A line with its number, counted from 1; or why it could not be read. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly refused: CodeRow }

/** A longer line is refused alone; no record is that large. */
export const mostLineBytes = 16 * 1024 * 1024

const LF = 10
const CR = 13

/** Whether bytes open with the mark of UTF-8. It is no part of the text. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/**
 * Cuts a stream of bytes into lines.
 *
 * Only LF and CRLF end a line. Blank lines count and are not returned. A byte order mark counts at the very start and
 * nowhere else. It holds at most one line that is not finished, and nothing of one that is too long.
 */
export class LineSplitter {
  readonly #most: number
  #held: Uint8Array[] = []
  #heldBytes = 0
  #overlong = false
  #number = 0

  constructor(most = mostLineBytes) {
    this.#most = most
  }

  /** The lines that end in this block. */
  push(block: Uint8Array): readonly Line[] {
    const lines: Line[] = []
    let from = 0
    for (let end = block.indexOf(LF); end !== -1; end = block.indexOf(LF, from)) {
      this.#hold(block.subarray(from, end))
      this.#close(lines)
      from = end + 1
    }
    // A copy: the caller may fill the block again.
    if (from < block.length) this.#hold(Uint8Array.prototype.slice.call(block, from))
    return lines
  }

  /** What is left when the stream ends: a last line without its LF. */
  end(): readonly Line[] {
    const lines: Line[] = []
    if (this.#heldBytes > 0) this.#close(lines)
    return lines
  }

  #hold(part: Uint8Array): void {
    this.#heldBytes += part.length
    if (this.#heldBytes > this.#most) {
      this.#overlong = true
      this.#held = []
    }
    if (!this.#overlong && part.length > 0) this.#held.push(part)
  }

  #close(lines: Line[]): void {
    this.#number += 1
    const number = this.#number
    const [only] = this.#held
    const bytes = this.#held.length === 1 && only !== undefined ? only : Buffer.concat(this.#held)
    if (this.#overlong) lines.push({ number, refused: tooLarge })
    else this.#read(bytes, number, lines)
    this.#held = []
    this.#heldBytes = 0
    this.#overlong = false
  }

  #read(bytes: Uint8Array, number: number, lines: Line[]): void {
    const from = number === 1 && hasMark(bytes) ? 3 : 0
    const to = bytes.length > from && bytes[bytes.length - 1] === CR ? bytes.length - 1 : bytes.length
    const text = textOf(bytes.subarray(from, to))
    if (text === undefined) lines.push({ number, refused: notUtf8 })
    else if (!isBlank(text)) lines.push({ number, text })
  }
}

/** The text of bytes that are UTF-8 throughout; nothing is replaced. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit !== 32 && unit !== 9 && unit !== CR) return false
  }
  return true
}
