/** What a bundler keeps of the tables: what a clinic imports, and nothing of what it does not. @module */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { codeNames } from '../../src/content/code-names.ts'
import { eu } from '../../src/content/eu.ts'
import { painProtocols } from '../../src/content/protocols/pain.ts'
import { us } from '../../src/content/us.ts'
import { type Content, rulesOf } from '../../src/kernel/content.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const options = { bundle: true, format: 'esm', write: false, charset: 'utf8' } as const

const textOf = async (result: Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>) =>
  (await result).outputFiles.map((file) => file.text).join('')

// The tables as one file, as the package ships them: here nothing is left out because its file is not imported.
const oneFile = textOf(build({ ...options, entryPoints: [`${root}src/entries/content.ts`] }))

/** What is left of that file for a clinic that imports this name. */
async function shipped(name: string): Promise<string> {
  const tables = await oneFile
  return textOf(
    build({
      ...options,
      minifyWhitespace: true, // comments go
      stdin: { contents: `export { ${name} } from 'tables'` },
      plugins: [
        {
          name: 'tables',
          setup(bundler) {
            bundler.onResolve({ filter: /^tables$/ }, () => ({ path: 'tables', namespace: 'tables' }))
            bundler.onLoad({ filter: /./, namespace: 'tables' }, () => ({ contents: tables, loader: 'js' }))
          },
        },
      ],
    }),
  )
}

const idsOf = (pack: Content) => rulesOf(pack).map((rule) => rule.id)

describe.each([
  ['us', us, eu],
  ['eu', eu, us],
] as const)('a clinic that imports %s', (name, own, other) => {
  test('loads each rule of the pack and no rule of the other', async () => {
    const text = await shipped(name)
    // A rule made from a row of another table, such as a set of doses, ships as that row: by the last part of its id.
    const made = new Set(
      (own.dosing?.doseSets ?? []).concat(other.dosing?.doseSets ?? []).map(({ id }) => id),
    )
    const shownAs = (id: string) => [...made].find((row) => id === `dosing/set-${row}`) ?? id
    const holds = (id: string) => text.includes(`"${shownAs(id)}"`)
    expect(idsOf(own).filter((id) => !holds(id))).toEqual([])
    const foreign = idsOf(other).filter((id) => !idsOf(own).includes(id))
    expect(foreign.length).toBeGreaterThan(30)
    expect(foreign.filter(holds)).toEqual([])
  })

  test('loads no fact and no document that only the other pack names', async () => {
    const text = await shipped(name)
    const facts = new Set(own.facts.map((row) => row.ask))
    const sources = new Set(own.sources.map((source) => source.title))
    const foreign = [
      ...other.facts.map((row) => row.label).filter((label) => !own.facts.some((row) => row.label === label)),
      ...other.sources.map((source) => source.title).filter((title) => !sources.has(title)),
    ]
    expect(facts.size).toBeGreaterThan(100)
    expect(foreign.length).toBeGreaterThan(5)
    expect(foreign.filter((words) => text.includes(words))).toEqual([])
  })

  test('loads no names of codes', async () => {
    const text = await shipped(name)
    // Long names that no text of the pack says by itself.
    const texts = JSON.stringify(own)
    const long = codeNames.filter((one) => one.name.length > 30 && !texts.includes(one.name))
    expect(long.length).toBeGreaterThan(300)
    expect(long.filter((one) => text.includes(one.name))).toEqual([])
  })
})

test('who imports a policy, or the names of codes, loads no rule', async () => {
  for (const name of ['usStartingPolicy', 'codeNames', 'leftOut']) {
    const text = await shipped(name)
    expect(text.length, name).toBeGreaterThan(300)
    expect([...idsOf(us), ...idsOf(eu)].filter((id) => text.includes(`"${id}"`))).toEqual([])
  }
})

test('who imports one protocol loads no other, and no rule', async () => {
  const ids = [...(us.course?.protocols ?? []), ...(eu.course?.protocols ?? [])].map((row) => row.id)
  const text = await shipped('esketamineTrdUs')
  expect(text).toContain('"esketamine-trd-us"')
  expect(ids.filter((id) => id !== 'esketamine-trd-us' && text.includes(`"${id}"`))).toEqual([])
  expect([...idsOf(us), ...idsOf(eu)].filter((id) => text.includes(`"${id}"`))).toEqual([])
})

test('who imports a pack loads no protocol for pain', async () => {
  expect(painProtocols.length).toBeGreaterThan(0)
  for (const name of ['us', 'eu']) {
    const text = await shipped(name)
    expect(painProtocols.map((row) => row.id).filter((id) => text.includes(`"${id}"`))).toEqual([])
  }
})
