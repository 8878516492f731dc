/**
 * Every `@example` in the source runs and gives what it says it gives.
 *
 * The scheme is the one of `docs.test.ts`: an expression followed by `// => value` must deeply equal that value. Each
 * example stands alone; names it uses without importing them come from its own file, from the one file that exports
 * them, or from `tools/stage.ts`, which holds the patient, the plan and the context that examples speak of. The programs are written to `reports/examples`.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { claimsMade } from './tools/claim.ts'
import { importPath, programOf } from './tools/doc-code.ts'
import { examplesOf, exportedValues, namesNeeded } from './tools/doc-examples.ts'
import { filesBelow, textOf } from './tools/files.ts'
import { entries } from './tools/public-face.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = 'reports/examples'
mkdirSync(root + folder, { recursive: true })

const sources = filesBelow('src', /\.ts$/).filter((path) => path !== 'src/cli.ts')
const stage = 'tests/tools/stage.ts'
const homes = new Map(
  [stage, ...sources].flatMap((path) => exportedValues(textOf(path)).map((name) => [name, path] as const)),
)

const examples = sources.flatMap((path) => {
  const own = new Set(exportedValues(textOf(path)))
  return examplesOf(textOf(path)).map((block) => {
    const program = `${folder}/${path.replace(/\W+/g, '-')}-${block.line}.ts`
    const { code, claims } = programOf([block], (subpath) => importPath(program, entries[subpath] ?? subpath))
    const imports = [...namesNeeded(code)].flatMap((name) => {
      const home = own.has(name) ? path : homes.get(name)
      return home === undefined ? [] : [`import { ${name} } from '${importPath(program, home)}'`]
    })
    const lines = [
      `import { claim } from '${importPath(program, 'tests/tools/claim.ts')}'`,
      ...imports,
      code,
      '',
    ]
    writeFileSync(root + program, lines.join('\n'))
    return { where: `${path}:${block.line}`, program, claims }
  })
})

test('there are examples to run', () => {
  expect(examples.length).toBeGreaterThan(5)
})

test.each(examples)('the example at $where', async ({ where, program, claims }) => {
  const before = claimsMade().length
  await import(/* @vite-ignore */ root + program)
  const made = claimsMade().slice(before)
  for (const { line, actual, expected } of made) expect(actual, `${where}, line ${line}`).toEqual(expected)
  expect(made.length).toBe(claims)
})
