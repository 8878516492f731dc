/**
 * The code in the documentation runs, compiles, and says what the page says it says.
 *
 * The scheme: all `ts` blocks of a page, README included, are one program, run from top to bottom against the source.
 * An expression followed by `// => value`, on its line or on the next, must deeply equal that value. What has no such
 * comment only has to run. The programs are written to `reports/docs`, where a failing one can be read; the line in a
 * message is the line of the page. Blocks in other languages are not run.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { blocksOf, importPath, programOf } from './tools/doc-code.ts'
import { filesBelow, textOf } from './tools/files.ts'
import { entries } from './tools/public-face.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = 'reports/docs'

const pages = ['README.md', ...filesBelow('docs', /\.md$/)]
  .map((page) => ({
    page,
    blocks: blocksOf(textOf(page)),
    program: `${folder}/${page.replace(/\W+/g, '-')}.ts`,
  }))
  .filter(({ blocks }) => blocks.length > 0)

const written = pages.map(({ page, blocks, program }) => {
  const { code, claims } = programOf(blocks, (subpath) => importPath(program, entries[subpath] ?? subpath))
  mkdirSync(root + folder, { recursive: true })
  writeFileSync(
    root + program,
    `import { claim } from '${importPath(program, 'tests/tools/claim.ts')}'\n${code}\n`,
  )
  return { page, program, claims }
})

describe('a page of the documentation', () => {
  test('has code to run, on the first page and in the guide', () => {
    expect(pages.map(({ page }) => page)).toEqual(
      expect.arrayContaining([
        'README.md',
        'docs/getting-started.md',
        'docs/guides/screen-a-patient.md',
        'docs/guides/run-a-session.md',
      ]),
    )
  })

  test.each(written)('$page keeps its $claims promises', async ({ page, program, claims }) => {
    expect(claims, `${page} makes no claim that could be checked`).toBeGreaterThan(0)
    const { claimsMade } = await import('./tools/claim.ts')
    const before = claimsMade().length
    await import(/* @vite-ignore */ root + program)
    const made = claimsMade().slice(before)
    for (const { line, actual, expected } of made) expect(actual, `${page}:${line}`).toEqual(expected)
    expect(made.length, `${page} did not reach all of its claims`).toBe(claims)
  })

  test('compiles as a reader would compile it', () => {
    const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
    const program = ts.createProgram(
      written.map(({ program: path }) => root + path),
      { ...options, noUnusedLocals: false },
    )
    const faults = written.flatMap(({ page, program: path }) => {
      const source = program.getSourceFile(root + path)
      return [...program.getSemanticDiagnostics(source), ...program.getSyntacticDiagnostics(source)].map(
        ({ messageText }) => `${page}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      )
    })
    expect(faults).toEqual([])
  }, 60_000)
})

describe('the scheme itself', () => {
  const page = ['text', '```ts', "import { and } from 'ketamine-treatment'", '1 + 1 // => 2', '```', ''].join(
    '\n',
  )

  test('finds a claim, its line and its value', () => {
    const { code, claims } = programOf(blocksOf(page), () => '../x.ts')
    expect(claims).toBe(1)
    expect(code).toContain("from '../x.ts'")
    expect(code).toContain(';claim(4, (1 + 1), (2));')
  })

  test('refuses a claim that would never be looked at', () => {
    const idle = ['```ts', 'const two = 2 // => 3', '```'].join('\n')
    expect(() => programOf(blocksOf(idle), String)).toThrow('behind no expression')
  })
})
