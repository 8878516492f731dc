/** How the names of codes are written: one line a code, the code first. @module */
import type { CodeSystem } from '../../kernel/fact.ts'

/** A code and the name beside which it was seen. */
export interface CodeName {
  readonly system: CodeSystem
  readonly code: string
  /** The name as the source prints it; for the sources `NDC` and `PDDI` as the clinical reference words it. */
  readonly name: string
  /** Key of the source in which code and name were seen together; absent where the pair is known but was not seen. */
  readonly source?: string
}

/** Names seen with their codes in one source. */
/* @__NO_SIDE_EFFECTS__ */
export function named(system: CodeSystem, source: string, lines: string): readonly CodeName[] {
  return remembered(system, lines).map((row) => ({ ...row, source }))
}

/** Names that are known and were not seen with their codes. */
/* @__NO_SIDE_EFFECTS__ */
export function remembered(system: CodeSystem, lines: string): readonly CodeName[] {
  return lines
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const end = line.indexOf(' ')
      return { system, code: line.slice(0, end), name: line.slice(end + 1) }
    })
}
