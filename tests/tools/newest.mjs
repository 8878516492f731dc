/** Whether what was built is older than what it is built from. @module */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const sources = ['src', 'package.json', 'tsup.config.ts', 'tsconfig.json']

/** The time of the last change below a path, in milliseconds. */
function lastChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, lastChange(join(path, name))),
    stat.mtimeMs,
  )
}

/** True where dist is missing or older than its sources. */
export function distIsStale() {
  const built = join(root, 'dist/cli.js')
  const types = join(root, 'dist/fhir.d.cts') // the declarations are written last
  if (!existsSync(built) || !existsSync(types)) return true
  const at = Math.min(statSync(built).mtimeMs, statSync(types).mtimeMs)
  return sources.some((path) => lastChange(join(root, path)) > at)
}
