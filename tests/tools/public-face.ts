/** What a user can import: the exported names of each subpath, as the compiler sees them. @module */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The entry of each subpath. */
export const entries: Readonly<Record<string, string>> = {
  '.': 'src/index.ts',
  './schemas': 'src/entries/schemas.ts',
  './content': 'src/entries/content.ts',
  './screening': 'src/entries/screening.ts',
  './fhir': 'src/entries/fhir.ts',
  './plots': 'src/entries/plots.ts',
  './wording': 'src/entries/wording.ts',
  './ics': 'src/entries/ics.ts',
}

/** Names that exist at run time, and names that exist for the compiler alone. */
export interface Face {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

/** The exported names of every subpath, sorted. A schema and its type share one name and are listed in both. */
export function publicFace(): Readonly<Record<string, Face>> {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const files = Object.values(entries).map((path) => root + path)
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  return Object.fromEntries(
    Object.entries(entries).map(([subpath, path]) => {
      const source = program.getSourceFile(root + path)
      const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
      const names = module === undefined ? [] : checker.getExportsOfModule(module)
      return [subpath, faceOf(names, checker)]
    }),
  )
}

function faceOf(names: readonly ts.Symbol[], checker: ts.TypeChecker): Face {
  const having = (flag: ts.SymbolFlags, typeOnly: boolean): readonly string[] =>
    names
      .filter((name) => {
        const alias = (name.flags & ts.SymbolFlags.Alias) !== 0
        const target = alias ? checker.getAliasedSymbol(name) : name
        // `export type { Refusal }` passes on the type of a class and not the class
        return (target.flags & flag) !== 0 && (typeOnly || !isTypeOnly(name))
      })
      .map((name) => name.getName())
      .sort()
  return { values: having(ts.SymbolFlags.Value, false), types: having(ts.SymbolFlags.Type, true) }
}

function isTypeOnly(name: ts.Symbol): boolean {
  return (name.declarations ?? []).some(
    (declaration) =>
      ts.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly),
  )
}
