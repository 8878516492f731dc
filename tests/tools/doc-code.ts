/** The code of a page of documentation as a program that checks its own claims. @module */
import { posix } from 'node:path'
import ts from 'typescript'

/** A `ts` block of a page, and the line of the page on which its code begins. */
export interface Block {
  readonly code: string
  readonly line: number
}

/** The fenced `ts` blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== '```ts') continue
    const end = lines.indexOf('```', at)
    blocks.push({ code: lines.slice(at + 1, end).join('\n'), line: at + 2 })
    at = end
  }
  return blocks
}

/** A program, and how many claims it makes. */
export interface Program {
  readonly code: string
  readonly claims: number
}

const packageName = /^ketamine-treatment(\/.+)?$/

/**
 * One program of all blocks of a page, each claim a call of `claim(line, actual, expected)`.
 *
 * @param blocks - in order; a later block knows the names of an earlier one
 * @param entryOf - the file behind a subpath (`.`, `./schemas`), relative to where the program will stand
 */
export function programOf(blocks: readonly Block[], entryOf: (subpath: string) => string): Program {
  const parts = blocks.map((block) => checked(block, entryOf))
  return {
    code: parts.map(({ code }) => code).join('\n'),
    claims: parts.reduce((sum, { claims }) => sum + claims, 0),
  }
}

function checked(block: Block, entryOf: (subpath: string) => string): Program {
  const file = ts.createSourceFile('page.ts', block.code, ts.ScriptTarget.ES2022, true)
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = []
  let claims = 0
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const [, subpath] = packageName.exec(node.moduleSpecifier.text) ?? [undefined, undefined]
      if (packageName.test(node.moduleSpecifier.text)) {
        const { moduleSpecifier: name } = node
        edits.push({
          from: name.getStart(),
          to: name.end,
          text: `'${entryOf(subpath === undefined ? '.' : `.${subpath}`)}'`,
        })
      }
    }
    if (ts.isExpressionStatement(node)) {
      const expected = claimAfter(block.code, node.end)
      if (expected !== undefined) {
        const line = block.line + file.getLineAndCharacterOfPosition(node.getStart()).line
        // without semicolons a line that begins with a bracket would go on from the one before it
        const alone = ts.isSourceFile(node.parent) || ts.isBlock(node.parent)
        claims += 1
        edits.push({
          from: node.getStart(),
          to: node.end,
          text: `${alone ? ';' : ''}claim(${line}, (${node.expression.getText()}), (${expected}));`,
        })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  const written = block.code.match(/\/\/ =>/g)?.length ?? 0
  // a claim behind anything but an expression would never be looked at
  if (written !== claims) throw new Error(`a "// =>" near line ${block.line} stands behind no expression`)
  const code = edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), block.code)
  return { code, claims }
}

function claimAfter(code: string, end: number): string | undefined {
  return /^[ \t]*(?:\n[ \t]*)?\/\/ => (.+)/.exec(code.slice(end))?.[1]?.trim()
}

/** The path from one file of the project to another, as an import writes it. */
export function importPath(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}
