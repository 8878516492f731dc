/** What the shapes of a picture mean: those that are in it, no others. @module */
import type { DueObservation } from '../../session/due.ts'
import { statusWords } from './account.ts'
import { statuses } from './drawn.ts'
import type { Lane } from './lanes.ts'
import { checkShape } from './shapes.ts'
import { hues, line, tag, widthOf, words } from './svg.ts'

interface Entry {
  readonly text: string
  draw(x: number, y: number): string
}

/** The legend, in as many rows as it needs. */
export function legend(
  due: readonly DueObservation[],
  lanes: readonly Lane[],
  { width, top, hasNow }: { readonly width: number; readonly top: number; readonly hasNow: boolean },
): { readonly svg: string; readonly bottom: number } {
  const parts: string[] = []
  let [x, y] = [12, top + 12]
  const entries = entriesOf(due, lanes, hasNow)
  for (const { text, draw } of entries) {
    const needed = 24 + widthOf(text) + 14
    if (x + needed > width - 12 && x > 12) [x, y] = [12, y + 20]
    parts.push(draw(x + 8, y), words(text, x + 22, y + 4))
    x += needed
  }
  return { svg: parts.join(''), bottom: entries.length === 0 ? top : y + 8 }
}

function entriesOf(
  due: readonly DueObservation[],
  lanes: readonly Lane[],
  hasNow: boolean,
): readonly Entry[] {
  const names = new Set(lanes.map(({ name }) => name))
  const has = (start: string) => [...names].some((name) => name.startsWith(start))
  return [
    ...(has('Checks')
      ? [...statuses]
          .reverse()
          .filter((status) => due.some((one) => one.status === status))
          .map((status): Entry => ({ text: statusWords[status], draw: (x, y) => checkShape(status, x, y) }))
      : []),
    ...(has('Blood')
      ? [
          {
            text: 'systolic to diastolic (* corrected)',
            draw: (x: number, y: number) =>
              line(x, y - 7, x, y + 7, { stroke: hues.blue, 'stroke-width': 2 }) +
              tag('path', {
                d: `M${x - 4} ${y - 9}L${x} ${y - 4}L${x + 4} ${y - 9}M${x - 4} ${y + 9}L${x} ${y + 4}L${x + 4} ${y + 9}`,
                fill: 'none',
                stroke: hues.blue,
                'stroke-width': 2,
              }),
          },
        ]
      : []),
    ...(lanes.length === 0 || !hasNow
      ? []
      : [
          {
            text: 'moment of this picture',
            draw: (x: number, y: number) =>
              line(x, y - 8, x, y + 8, { stroke: hues.blue, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
          },
        ]),
  ]
}
