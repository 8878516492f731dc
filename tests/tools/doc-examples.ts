/** The `@example` code of doc comments, with the names it uses imported from where they stand. @module */
import ts from 'typescript'
import type { Block } from './doc-code.ts'

/** The `ts` blocks of the examples in a source file. The comment's stars are taken away; lines are those of the file. */
export function examplesOf(source: string): readonly Block[] {
  const found: Block[] = []
  for (const comment of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const first = source.slice(0, comment.index).split('\n').length
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
    for (let at = 0; at < lines.length; at += 1) {
      if (lines[at] !== '```ts') continue
      const end = lines.indexOf('```', at)
      found.push({ code: lines.slice(at + 1, end).join('\n'), line: first + at + 1 })
      at = end
    }
  }
  return found
}

/** The names a source file offers at run time. */
export function exportedValues(source: string): readonly string[] {
  return [...source.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  )
}

/** Names a piece of code uses and does not declare. */
export function namesNeeded(code: string): ReadonlySet<string> {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node
      const isOwn =
        (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
        parent.name === node
      if (isOwn || ts.isImportSpecifier(parent)) declared.add(node.text)
      else if (!isMember && !isKey) used.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return new Set([...used].filter((name) => !declared.has(name)))
}
