/** What the shapes of a treatment mean: those that are in the picture, no others. @module */
import { line, tag, widthOf, words } from './svg.ts'
import { standingWords } from './timeline-account.ts'
import type { DrawnTimeline } from './timeline-drawn.ts'
import { doseShape, effectShape, painted, standingShape, turnShape } from './timeline-shapes.ts'

interface Entry {
  readonly text: string
  draw(x: number, y: number): string
}

const standings = [
  'given',
  'planned',
  'to-choose',
  'due',
  'past-due',
  'awaiting-review',
  'missed',
  'cancelled',
  'unknown',
] as const

/** The legend, in as many rows as it needs. */
export function treatmentLegend(
  drawn: DrawnTimeline,
  { width, top, isDense }: { readonly width: number; readonly top: number; readonly isDense: boolean },
): { readonly svg: string; readonly bottom: number } {
  const parts: string[] = []
  let [x, y] = [12, top + 14]
  for (const { text, draw } of entriesOf(drawn, isDense)) {
    const needed = 26 + widthOf(text) + 10
    if (x + needed > width - 6 && x > 12) [x, y] = [12, y + 22]
    parts.push(draw(x + 10, y), words(text, x + 24, y + 4))
    x += needed
  }
  return { svg: parts.join(''), bottom: y + 10 }
}

function entriesOf(
  { doses, scores, effects, planned, assessments, turns }: DrawnTimeline,
  isDense: boolean,
): readonly Entry[] {
  const has = new Set([...planned, ...assessments].map(({ standing }) => standing))
  const seen = effects.flatMap((one) => one.seen)
  return [
    ...(doses.length === 0
      ? []
      : [{ text: 'dose', draw: (x: number, y: number) => doseShape(x, y, isDense) }]),
    ...(scores.length === 0
      ? []
      : [
          {
            text: 'score',
            draw: (x: number, y: number) =>
              line(x - 8, y, x + 8, y, { 'stroke-width': 1.5, ...painted('score', 'stroke') }) +
              tag('circle', { cx: x, cy: y, r: 3.6, ...painted('score', 'fill') }),
          },
        ]),
    ...(seen.some(({ grade }) => grade !== null)
      ? [
          {
            text: 'side effect, the higher the worse',
            draw: (x: number, y: number) => effectShape(x - 4, y + 6, 1) + effectShape(x + 4, y + 6, 4),
          },
        ]
      : []),
    ...(seen.some(({ grade }) => grade === null)
      ? [{ text: 'side effect, not graded', draw: (x: number, y: number) => effectShape(x, y + 4, null) }]
      : []),
    ...standings
      .filter((standing) => has.has(standing))
      .map((standing) => ({
        text: standingWords[standing],
        draw: (x: number, y: number) => standingShape(standing, x, y),
      })),
    ...(['checkpoint', 'decision'] as const)
      .filter((kind) => turns.some((turn) => turn.kind === kind))
      .map((kind) => ({
        text: kind === 'checkpoint' ? 'review' : 'decision',
        draw: (x: number, y: number) => turnShape(kind, x, y),
      })),
    {
      text: 'moment of this picture',
      draw: (x, y) =>
        line(x, y - 8, x, y + 8, {
          'stroke-width': 1.5,
          'stroke-dasharray': '5 3',
          ...painted('now', 'stroke'),
        }),
    },
  ]
}
