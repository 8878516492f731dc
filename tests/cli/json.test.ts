/** JSON that would lose a member on the way in is refused. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../src/cli/json.ts'

const codeOf = (text: string) => {
  const read = jsonOf(text)
  return read.ok ? 'read' : read.error.code
}

describe('a JSON text', () => {
  test.each([
    ['{"a":1,"a":2}', 'at the top'],
    ['{"a":{"b":1,"b":1}}', 'one level down'],
    ['[1,[{"x":1},{"y":[{"z":1,"z":null}]}]]', 'inside lists'],
    ['{"a":1,"\\u0061":2}', 'spelled with an escape'],
    ['{"":1,"":2}', 'without a name'],
    ['{"a:\\"b":1,"a:\\"b":2}', 'with a colon and a quote in its name'],
    ['{"__proto__":1,"__proto__":2}', 'of the prototype'],
  ])('that names a member twice is refused: %s (%s)', (text) => {
    expect(codeOf(text)).toBe('duplicate-key')
  })

  test.each([
    '{"a":"b:c","d":"\\\\","e":":\\":"}',
    '[]',
    '"a:b"',
    '3',
    '{"a":{"a":{"a":1}}}',
    ' {"1":0,"01":0} ',
  ])('whose names differ is read: %s', (text) => {
    expect(jsonOf(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test.each(['', '{', '{"a":1', "{'a':1}", '{"a":01}', 'NaN', '{"a":1}}', '\uFEFF{}'])(
    'that is none is refused and not repeated: %s',
    (text) => {
      expect(codeOf(text)).toBe('not-json')
    },
  )

  test('a million levels deep does not overflow', () => {
    expect(codeOf('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toBe('read')
    expect(codeOf(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toBe('read')
  })

  test('with 200,000 members is counted', () => {
    const members = Array.from({ length: 200_000 }, (_, at) => `"k${at}":0`)
    expect(codeOf(`{${members.join(',')}}`)).toBe('read')
    expect(codeOf(`{${members.join(',')},"k0":1}`)).toBe('duplicate-key')
  })

  test('law: what JSON.stringify writes is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(jsonOf(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('law: one member written again anywhere is found', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true })
    fc.assert(
      fc.property(object, fc.nat(), fc.nat({ max: 5 }), (members, pick, depth) => {
        const entries = Object.entries(members)
        const again = entries[pick % entries.length] ?? ['', null]
        const text = `{${[...entries, again].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`
        expect(codeOf(`${'[{"in":'.repeat(depth)}${text}${'}]'.repeat(depth)}`)).toBe('duplicate-key')
      }),
    )
  })
})
