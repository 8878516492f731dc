/** The laws of the house, read from the source as a compiler reads it: floors, bans and words. @module */
import { posix } from 'node:path'
import ts from 'typescript'

/** Rooms by floor; imports run downward only, never sideways between rooms. */
const floors: Readonly<Record<string, number>> = {
  kernel: 1,
  rules: 2,
  patient: 2,
  dosing: 2,
  measure: 2,
  'side-effect': 2,
  judgement: 2.5, // rules held against a record: what every judgement of the rooms above shares
  screening: 3,
  session: 3,
  pharmacokinetics: 3,
  course: 4,
  timeline: 5,
  compliance: 5,
  content: 6,
  cohort: 6,
  adapters: 7,
  entries: 7.5, // the doors of the package: they list names of the rooms below, adapters included
  index: 7.5,
  cli: 8,
}

/** Packages, and the only files that may import them. */
const packages: Readonly<Record<string, RegExp>> = {
  zod: /\.schema\.ts$|^src\/kernel\/door\.ts$|^src\/entries\//,
  'date-fns': /^src\/kernel\/time\.ts$/,
  '@date-fns/tz': /^src\/kernel\/time\.ts$/,
  'big.js': /^src\/kernel\/decimal\.ts$/,
  'ical-generator': /^src\/adapters\/ics\.ts$/,
}

/** Names whose values come from the machine and not from an argument. */
const machine = new Set([
  'console',
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'globalThis',
  'eval',
  'Function',
  'require',
])

/** Methods that read the locale of the machine. */
const localeMethods = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
])

/** Functions that turn what is not a number into one. */
const coercions = new Set(['Number', 'parseFloat', 'parseInt', 'isNaN', 'isFinite'])

const isCli = (path: string): boolean => path === 'src/cli.ts' || path.startsWith('src/cli/')
const ownsTime = (path: string): boolean => path === 'src/kernel/time.ts'
/** Where digits become numbers: of dates, of exact decimals, of units. */
const digits = new Set(['src/kernel/time.ts', 'src/kernel/decimal.ts', 'src/kernel/quantity.ts'])
const readsDigits = (path: string): boolean => digits.has(path)

/** The room of a file under `src`. */
function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '')
}

/** What a source file does that the house does not allow, one sentence each. */
export function houseViolations(path: string, text: string): readonly string[] {
  const found: string[] = []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const at = (node: ts.Node, what: string): void => {
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`)
  }
  const name = posix.basename(path)
  if (floors[roomOf(path)] === undefined) found.push(`${path} stands in no room of the house`)
  if (name === 'index.ts' && path !== 'src/index.ts') found.push(`${path} is a folder index`)
  if (/^(utils?|helpers?|types?|common|misc)(\.schema)?\.ts$/.test(name)) {
    found.push(`${path} is named after no concept`)
  }

  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const fault = importFault(path, node)
      if (fault !== undefined) at(node, fault)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && !isCli(path)) {
      at(node, 'imports while running')
    }
    const fault = ts.isIdentifier(node) && isFree(node) ? globalFault(path, node) : operatorFault(path, node)
    if (fault !== undefined) at(node, fault)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function importFault(path: string, node: ts.ImportDeclaration | ts.ExportDeclaration): string | undefined {
  const specifier = node.moduleSpecifier
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return 'imports what cannot be read'
  const target = specifier.text
  if (!target.startsWith('.')) return packageFault(path, node, target)

  const to = posix.normalize(posix.join(posix.dirname(path), target))
  if (!to.startsWith('src/')) return isCli(path) ? undefined : `imports ${target} from outside src`
  if (!/\.(ts|json)$/.test(to)) return `imports ${target} without its extension`
  const [from, into] = [roomOf(path), roomOf(to)]
  if (from === 'content' && into !== 'content' && into !== 'kernel') return `content imports ${into}`
  if (from === 'adapters' && into === 'content') return 'an adapter imports content'
  if (from === into) return adapterFault(path, to) ?? schemaFault(path, to, node)
  const [high, low] = [floors[from] ?? 0, floors[into] ?? 99]
  if (low > high) return `imports upward, from ${from} (${high}) to ${into} (${low})`
  if (low === high) return `imports sideways, from ${from} to ${into}`
  return schemaFault(path, to, node)
}

function packageFault(
  path: string,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  target: string,
): string | undefined {
  if (target.startsWith('node:'))
    return isCli(path) ? undefined : `imports ${target} outside the command line`
  const [first = '', second = ''] = target.split('/')
  const id = first.startsWith('@') ? `${first}/${second}` : first
  const where = packages[id]
  if (where === undefined) return `imports the package ${id}`
  if (!where.test(path)) return `imports ${id}, which has a room of its own`
  if (id === 'zod' && ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings
    const whole = bindings !== undefined && ts.isNamespaceImport(bindings) && bindings.name.text === 'z'
    const onlyTypes = node.importClause?.isTypeOnly === true
    if (!whole && !onlyTypes) return 'imports zod by name; write import * as z'
  }
  return undefined
}

/** One adapter does not know another; CDS Hooks may speak FHIR. */
function adapterFault(path: string, to: string): string | undefined {
  if (roomOf(path) !== 'adapters') return undefined
  const part = (file: string): string => (file.split('/')[2] ?? '').replace(/(\.schema)?\.ts$/, '')
  const [from, into] = [part(path), part(to)]
  if (from === into || (from === 'cds-hooks' && into === 'fhir')) return undefined
  return `imports sideways, from adapter ${from} to adapter ${into}`
}

/** A function imports the type of a schema, never the schema: whoever imports the function must not pay for zod. */
function schemaFault(
  path: string,
  to: string,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
): string | undefined {
  if (!to.endsWith('.schema.ts')) return undefined
  if (path.endsWith('.schema.ts') || path === 'src/kernel/door.ts' || isCli(path)) return undefined
  if (path === 'src/entries/schemas.ts') return undefined
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : `passes on the schema ${to}`
  const clause = node.importClause
  if (clause === undefined || clause.isTypeOnly) return undefined
  const names = clause.namedBindings
  const each = names !== undefined && ts.isNamedImports(names) ? names.elements : undefined
  return each?.every((one) => one.isTypeOnly) === true
    ? undefined
    : `imports the schema ${to} and not its type`
}

/** Whether an identifier stands for itself and is no key, member or declared name. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent)) return parent.left === node
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node
  if (ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node
  if (ts.isPropertyDeclaration(parent)) return parent.name !== node
  if (ts.isBindingElement(parent)) return parent.propertyName !== node && parent.name !== node
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.name !== node
  return true
}

function globalFault(path: string, node: ts.Identifier): string | undefined {
  const { parent, text } = node
  if (text === 'Date' && !ownsTime(path) && !isCli(path)) return 'uses Date outside kernel/time.ts'
  if (text === 'Intl' && !ownsTime(path) && !isCli(path)) return 'uses Intl outside kernel/time.ts'
  const member = ts.isPropertyAccessExpression(parent) ? parent.name.text : undefined
  if (text === 'Date' && member === 'now' && !isCli(path)) return 'reads the clock'
  if (text === 'Date' && ts.isNewExpression(parent) && !parent.arguments?.length && !isCli(path)) {
    return 'reads the clock'
  }
  if (text === 'Math' && member === 'random') return 'draws a random number'
  if (machine.has(text) && !isCli(path)) return `reaches for ${text}`
  const called = ts.isCallExpression(parent) && parent.expression === node
  const handed = ts.isCallExpression(parent) && parent.arguments.includes(node)
  if (coercions.has(text) && (called || handed) && !readsDigits(path)) return `coerces with ${text}`
  return undefined
}

function operatorFault(path: string, node: ts.Node): string | undefined {
  const plus = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken
  if (plus && !readsDigits(path)) return 'coerces with a unary +'
  const member = ts.isPropertyAccessExpression(node) ? node.name.text : undefined
  if (member !== undefined && localeMethods.has(member) && !isCli(path))
    return `reads the locale with ${member}`
  return undefined
}

/** Words a text about a patient never uses, and forms of speech it never takes. */
const speech: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\b(safe|safely|cleared|fit)\b/i, what: 'calls something safe, cleared or fit' },
  { pattern: /\b(your?|yours|yourself)\b/i, what: 'speaks to the reader as "you"' },
  { pattern: /^(give|administer|treat|prescribe|inject|infuse|start|stop|avoid)\b/i, what: 'gives an order' },
]

/** `approved` is a word for the standing of a product, never for a patient. */
const regulatory =
  /\b(FDA|EMA|MHRA|Swissmedic|regulat\w*|label(l?ed)?|licen[cs]\w*|marketing|authoris\w*|product)\b/i

/** What is wrong with one sentence that a clinician may read. */
export function speechFault(text: string): string | undefined {
  for (const { pattern, what } of speech) if (pattern.test(text)) return what
  if (/\bapproved\b/i.test(text) && !regulatory.test(text)) return 'uses "approved" outside regulatory status'
  return undefined
}

/** Keys whose text is quoted from elsewhere: the title of a document, a page, the name of a code. */
const quoted = new Set(['title', 'url', 'display', 'section', 'key', 'source'])

/** Sentences of a source file that a clinician may read and that speak as none may. */
export function speechViolations(path: string, text: string): readonly string[] {
  // The words of a form are quoted as published: they speak to whoever fills it in.
  if (path.startsWith('src/content/wording/')) return []
  const found: string[] = []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) return
    }
    if (ts.isPropertyAssignment(node) && quoted.has(node.name.getText())) return
    const isText =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node)
    if (isText || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      // a single word without a space is an id, not a sentence
      const fault = node.text.trim().includes(' ') ? speechFault(node.text.trim()) : undefined
      if (fault !== undefined) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
        found.push(`${path}:${line} ${fault}: ${node.text.trim()}`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

// Spelled in parts so that this file does not hold what it looks for.
const unwanted: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|X{3})\\b`),
    what: 'leaves work open',
  },
  {
    pattern: new RegExp(`(^|[\\s'"\`(=])/(${['work', 'home', 'root', 'Users'].join('|')})/`),
    what: 'names a path of one machine',
  },
  { pattern: new RegExp(['registry', '(npmjs|yarnpkg)'].join('\\.')), what: 'names a package registry' },
]

/** Words that no file of the project holds, with their line. */
export function wordViolations(path: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      unwanted.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${path}:${index + 1} ${what}`),
    )
}
