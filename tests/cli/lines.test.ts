/** Bytes into lines. @module */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Line, LineSplitter } from '../../src/cli/lines.ts'

/** The lines of bytes that arrive cut at the given places. */
function linesOf(bytes: Uint8Array, cuts: readonly number[] = [], most?: number) {
  const splitter = new LineSplitter(most)
  const found: Line[] = []
  const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b)
  let from = 0
  for (const end of ends) {
    // One buffer for all blocks, as a reader that fills the same memory again would do.
    const block = Uint8Array.from(bytes.subarray(from, end))
    found.push(...splitter.push(block))
    block.fill(0x21)
    from = end
  }
  found.push(...splitter.end())
  return found.map((line) => ('text' in line ? [line.number, line.text] : [line.number, line.refused.code]))
}
const utf8 = (text: string) => Buffer.from(text, 'utf8')

describe('lines', () => {
  test('end with LF or CRLF, and the last one needs no end', () => {
    expect(linesOf(utf8('{"a":1}\n{"b":2}\r\n{"c":3}'))).toEqual([
      [1, '{"a":1}'],
      [2, '{"b":2}'],
      [3, '{"c":3}'],
    ])
  })

  test('keep their numbers when blank lines stand between them', () => {
    expect(linesOf(utf8('\n\n1\n  \r\n\t\n2\n\n'))).toEqual([
      [3, '1'],
      [6, '2'],
    ])
  })

  test('a lone carriage return ends no line', () => {
    expect(linesOf(utf8('1\r2\n'))).toEqual([[1, '1\r2']])
  })

  test('the mark of UTF-8 is dropped at the very start and nowhere else', () => {
    expect(linesOf(utf8('\uFEFF1\n\uFEFF2\n'))).toEqual([
      [1, '1'],
      [2, '\uFEFF2'],
    ])
    expect(linesOf(utf8('\uFEFF\uFEFF1'))).toEqual([[1, '\uFEFF1']])
    expect(linesOf(utf8('\uFEFF'))).toEqual([])
  })

  test.each([
    ['a cut character', [0x22, 0xc3, 0x28, 0x22]],
    ['a byte of another encoding', [0x22, 0xe4, 0x22]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a character beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ])('with %s are refused alone', (_, bad) => {
    expect(linesOf(Buffer.concat([utf8('1\n'), Uint8Array.from(bad), utf8('\n3\n')]))).toEqual([
      [1, '1'],
      [2, 'not-utf-8'],
      [3, '3'],
    ])
  })

  test('that are too long are refused alone', () => {
    expect(linesOf(utf8(`${'x'.repeat(9)}\n${'y'.repeat(8)}\n1`), [], 8)).toEqual([
      [1, 'too-large'],
      [2, 'yyyyyyyy'],
      [3, '1'],
    ])
  })

  test('law: any way to cut the bytes gives the same lines', () => {
    const piece = fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      '\uFEFF',
      '{"a":"',
      'ä',
      '€',
      '👩🏽‍⚕️',
      '"}',
      ' ',
      'x'.repeat(7),
    )
    const bad = fc.constantFrom(Uint8Array.of(0xc3, 0x28), Uint8Array.of(0xe4), Uint8Array.of(0xf0, 0x9f))
    const bytes = fc
      .array(fc.oneof({ weight: 9, arbitrary: piece.map(utf8) }, { weight: 1, arbitrary: bad }), {
        maxLength: 60,
      })
      .map((parts) => Buffer.concat(parts))
    fc.assert(
      fc.property(bytes, fc.array(fc.nat({ max: 400 })), (all, cuts) => {
        const whole = linesOf(all, [], 24)
        expect(linesOf(all, cuts, 24)).toEqual(whole)
        const every = Array.from({ length: all.length }, (_, at) => at)
        expect(linesOf(all, every, 24)).toEqual(whole)
      }),
    )
  })
})
