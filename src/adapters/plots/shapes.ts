/** The shape of each standing of a due observation: no two differ by colour alone. @module */
import type { DueObservation } from '../../session/due.ts'
import { hues, tag } from './svg.ts'

/** The shape around a point. */
export function checkShape(status: DueObservation['status'], cx: number, cy: number): string {
  const at = (dx: number, dy: number) =>
    `${Math.round((cx + dx) * 10) / 10} ${Math.round((cy + dy) * 10) / 10}`
  const drawn = (d: string, hue: string, width = 2) =>
    tag('path', { d, fill: 'none', stroke: hue, 'stroke-width': width })
  const tick = (hue: string) => drawn(`M${at(-3.5, 0)}L${at(-1, 3)}L${at(3.5, -3)}`, hue)
  const ring = (hue: string, dash?: string) =>
    tag('circle', { cx, cy, r: 7, fill: 'none', stroke: hue, 'stroke-width': 1.5, 'stroke-dasharray': dash })
  switch (status) {
    case 'done':
      return ring(hues.green) + tick(hues.green)
    case 'done-late':
      // A square around the tick: round is on time.
      return (
        tag('rect', {
          x: cx - 7,
          y: cy - 7,
          width: 14,
          height: 14,
          fill: 'none',
          stroke: hues.vermilion,
          'stroke-width': 1.5,
        }) + tick(hues.vermilion)
      )
    case 'due':
      return ring('currentColor') + tag('circle', { cx, cy, r: 3, fill: 'currentColor' })
    case 'overdue':
      return (
        tag('path', {
          d: `M${at(0, -8)}L${at(8, 6.5)}L${at(-8, 6.5)}Z`,
          fill: 'none',
          stroke: hues.vermilion,
          'stroke-width': 2,
        }) +
        drawn(`M${at(0, -3.5)}V${Math.round((cy + 1.5) * 10) / 10}`, hues.vermilion) +
        tag('circle', { cx, cy: cy + 4, r: 1.1, fill: hues.vermilion })
      )
    case 'missed':
      return drawn(`M${at(-5.5, -5.5)}L${at(5.5, 5.5)}M${at(5.5, -5.5)}L${at(-5.5, 5.5)}`, hues.vermilion, 3)
    case 'waiting':
      return ring('currentColor', '2.5 2.5')
    case 'unknown':
      return (
        drawn(
          `M${at(-3.5, -3.5)}C${at(-3, -8)} ${at(4, -8)} ${at(3.5, -3)}C${at(3.2, -1)} ${at(0, -1)} ${at(0, 2.5)}`,
          'currentColor',
          1.8,
        ) + tag('circle', { cx, cy: cy + 6, r: 1.3, fill: 'currentColor' })
      )
  }
}
