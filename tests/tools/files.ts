/** The files of the project, as paths from its root. @module */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const skipped = /(^|\/)(node_modules|dist|coverage|reports|\.git|\.size|\.stryker-tmp)(\/|$)|^docs\/api(\/|$)/

/** All files below a folder of the project (or the file itself) whose path matches, in order of their names. */
export function filesBelow(folder: string, matching: RegExp): readonly string[] {
  const full = join(root, folder)
  const exists = statSync(full, { throwIfNoEntry: false })
  if (exists === undefined) return []
  if (exists.isFile()) return [folder]
  return readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder === '.' ? '' : `${folder}/`}${entry.name}`
      if (skipped.test(path)) return []
      if (entry.isDirectory()) return filesBelow(path, matching)
      return matching.test(path) ? [path] : []
    })
    .sort()
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
