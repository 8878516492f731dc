/** The fingerprint of facts. @module */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, Digest, digestOf } from '../../src/kernel/digest.ts'

test('a digest names its algorithm and has sixteen hex digits', () => {
  expect(digestOf({})).toMatch(/^fnv1a-2x32:[0-9a-f]{16}$/)
})

// FNV-1a, 32 bits, worked out here with BigInt as the reference text describes it.
const fnv1a = (text: string): string => {
  let hash = 0x811c9dc5n
  for (const unit of [...text].map((letter) => BigInt(letter.charCodeAt(0))))
    hash = ((hash ^ unit) * 0x01000193n) % 2n ** 32n
  return hash.toString(16).padStart(8, '0')
}

test.each(['', 'a', 'foobar', 'systolic 141 mm[Hg]'])(
  'the first half is FNV-1a of %j and the mark that ends a text',
  (text) => {
    const digest = new Digest()
    digest.text(text)
    expect(digest.value().slice(11, 19)).toBe(fnv1a(`${text}\u001f`))
  },
)

test('the published value for "foobar" is the one the reference here gives', () => {
  expect(fnv1a('foobar')).toBe('bf9cf968')
})

test('law: the order of members does not matter, the order of a list does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse())
      return digestOf(record) === digestOf(turned)
    }),
  )
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
})

test('law: texts are kept apart, so that moving a letter from one to the next shows', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (first, second) => {
      const apart = new Digest()
      apart.text(first)
      apart.text(second)
      const moved = new Digest()
      moved.text(first.slice(0, -1))
      moved.text(first.slice(-1) + second)
      return apart.value() !== moved.value()
    }),
  )
})

test('ten thousand readings that differ by one have ten thousand digests', () => {
  const digests = new Set(Array.from({ length: 10_000 }, (_, value) => digestOf({ value, unit: 'mm[Hg]' })))
  expect(digests.size).toBe(10_000)
})

test('canonical text is JSON that reads back as the same value', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => JSON.stringify(JSON.parse(canonical(value))).length >= 0))
  expect(canonical({ b: [1, { d: undefined, c: null }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":null}]}')
})
