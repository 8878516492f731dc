/**
 * The names a clinic's code may import, pinned one by one in `public-face.json`.
 *
 * A name that goes or comes is a change for users: it wants a changeset. After a change on purpose, write the file anew:
 * `npx vitest run tests/public-face.test.ts --update`
 * @module
 */
import { expect, test } from 'vitest'
import { libraryVersion } from '../src/kernel/version.ts'
import { textOf } from './tools/files.ts'
import { entries, publicFace } from './tools/public-face.ts'

const face = publicFace()

test('what a clinic can import is what was promised', async () => {
  expect(textOf('tests/public-face.json')).toContain('"./screening"') // written on purpose, never by a first run
  await expect(`${JSON.stringify(face, null, 2)}\n`).toMatchFileSnapshot('public-face.json')
}, 60_000)

test('every subpath of the package is built and pinned', () => {
  const exported = [...textOf('package.json').matchAll(/^ {4}"(\.[^"]*)": \{/gm)].map((match) => match[1])
  const built = textOf('tsup.config.ts')
  expect(exported).toEqual(Object.keys(entries))
  for (const path of Object.values(entries)) expect(built).toContain(`'${path}'`)
})

test('every subpath offers something, and none by a default export', () => {
  for (const [subpath, { values }] of Object.entries(face)) {
    expect(values.length, subpath).toBeGreaterThan(0)
    expect(values, subpath).not.toContain('default')
  }
})

test('the tables can be named without the schemas, and the engine without either', () => {
  expect(face['./schemas']?.values).toContain('Patient')
  expect(face['./screening']?.values).not.toContain('us')
  expect(face['.']?.values).not.toContain('Patient') // a type only: the schema would bring zod with it
})

test('the version an answer names is the version of the package', () => {
  expect(textOf('package.json')).toContain(`"version": "${libraryVersion}"`)
})
