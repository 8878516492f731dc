/** What every part of a summary is made of: lines, and the names of what they speak of. @module */
import type { Content, Context } from '../kernel/content.ts'
import { canonical } from '../kernel/digest.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { SummaryCode } from './summary-catalogue.ts'
import type { SummaryLine, Timeline, TimelineEntry } from './timeline-shape.ts'

/** What a part of a summary reads. */
export interface Summarised {
  readonly timeline: Timeline
  readonly content: Content
  readonly context: Context
  readonly today: CivilDate
  /** Entries of a kind, in the order of time. */
  of(kind: TimelineEntry['kind']): readonly TimelineEntry[]
}

/** A line of a summary. */
export function line(
  code: SummaryCode,
  values: SummaryLine['values'] = {},
  entries: readonly string[] = [],
): SummaryLine {
  return { code, values, entries }
}

/** A line only where something is counted. */
export function counted(
  code: SummaryCode,
  count: number,
  entries: readonly string[] = [],
): readonly SummaryLine[] {
  return count === 0 ? [] : [line(code, { count }, entries)]
}

/** The lines, each once. */
export function eachOnce(lines: readonly SummaryLine[]): readonly SummaryLine[] {
  const known = new Set<string>()
  return lines.filter(({ code, values }) => {
    const key = canonical([code, values])
    return !known.has(key) && known.add(key) !== undefined
  })
}

/** The name of a product, or its id where the pack does not hold it. */
export function productName(product: string, content: Content): string {
  return content.products.find(({ id }) => id === product)?.label ?? product
}

/** The name of an effect, or its own text where the catalogue has no row. */
export function effectName(effect: string, text: string | undefined, content: Content): string {
  if (effect === 'other' && text !== undefined) return text
  return content.sideEffects?.find(({ id }) => id === effect)?.term ?? text ?? effect
}

/** Id of the entry of a planned session. */
export function plannedEntry(session: string): string {
  return `planned/${session}`
}

/** The last dose that has a time. */
export function lastDose({ of }: Summarised): TimelineEntry | undefined {
  return of('dose').findLast(({ at }) => at !== null)
}
