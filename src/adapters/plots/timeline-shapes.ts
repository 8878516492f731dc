/** The shapes of a treatment: no two differ by colour alone, and every colour can be set by a page. @module */

import { hues, tag } from './svg.ts'
import type { Standing } from './timeline-drawn.ts'

/** What is coloured, and the colour where a page says nothing. */
const colours = {
  dose: hues.green,
  score: hues.blue,
  effect: hues.vermilion,
  late: hues.vermilion,
  now: hues.blue,
  planned: 'currentColor',
  phase: 'currentColor',
  medicine: 'currentColor',
} as const

/** A part of the picture with a colour of its own. */
export type Part = keyof typeof colours

/**
 * The colour of a part as fill or stroke.
 *
 * The attribute speaks where custom properties are not known, as in most programs that turn SVG into a bitmap.
 */
export function painted(part: Part, as: 'fill' | 'stroke'): Readonly<Record<string, string>> {
  return { [as]: colours[part], style: `${as}:var(--treatment-${part},${colours[part]})` }
}

/** The mark of a dose. */
export function doseShape(x: number, y: number, isDense: boolean): string {
  return isDense
    ? tag('path', { d: `M${tenth(x - 1)} ${tenth(y - 5)}h2v10h-2Z`, ...painted('dose', 'fill') })
    : tag('path', { d: `M${tenth(x)} ${tenth(y - 5)}l4.5 9h-9Z`, ...painted('dose', 'fill') })
}

/** The mark of something planned, by what it has come to. */
export function standingShape(standing: Standing, cx: number, cy: number, isDense = false): string {
  const r = isDense ? 2.2 : 5.5
  const open = { fill: 'none', 'stroke-width': isDense ? 1.2 : 1.6 }
  const path = (d: string, part: Part, width = 1.8) =>
    tag('path', { d, ...open, 'stroke-width': width, ...painted(part, 'stroke') })
  const at = (dx: number, dy: number) => `${tenth(cx + dx)} ${tenth(cy + dy)}`
  switch (standing) {
    case 'given':
      return tag('circle', { cx, cy, r: isDense ? r : 4.5, ...painted('dose', 'fill') })
    case 'planned':
      return tag('circle', { cx, cy, r, ...open, ...painted('planned', 'stroke') })
    case 'to-choose':
      return path(
        `M${at(0, -r - 1)}L${at(r + 1, 0)}L${at(0, r + 1)}L${at(-r - 1, 0)}Z`,
        'planned',
        isDense ? 1.2 : 1.6,
      )
    case 'due':
      return (
        tag('circle', { cx, cy, r: 6, ...open, 'stroke-width': 1.6, ...painted('planned', 'stroke') }) +
        tag('circle', { cx, cy, r: 2.6, ...painted('planned', 'fill') })
      )
    case 'past-due':
      return (
        path(`M${at(0, -7)}L${at(7, 5.5)}L${at(-7, 5.5)}Z`, 'late') +
        path(`M${at(0, -2.5)}V${tenth(cy + 1)}M${at(0, 2.6)}v1.4`, 'late', 1.6)
      )
    case 'awaiting-review':
      return path(`M${at(-6, -6)}h12v12h-12ZM${at(-2, -3)}v6M${at(2, -3)}v6`, 'planned')
    case 'missed':
      return path(`M${at(-4.5, -4.5)}L${at(4.5, 4.5)}M${at(4.5, -4.5)}L${at(-4.5, 4.5)}`, 'late', 2.4)
    case 'cancelled':
      return (
        tag('circle', { cx, cy, r, ...open, 'stroke-opacity': 0.6, ...painted('planned', 'stroke') }) +
        path(`M${at(-r, r)}L${at(r, -r)}`, 'planned', isDense ? 1 : 1.4)
      )
    case 'unknown':
      return tag('circle', {
        cx,
        cy,
        r,
        ...open,
        'stroke-dasharray': '1.6 2',
        ...painted('planned', 'stroke'),
      })
  }
}

/** The mark of an effect: a bar, the higher the worse; a ring where nobody graded it. */
export function effectShape(x: number, base: number, grade: number | null): string {
  return grade === null
    ? tag('circle', {
        cx: x,
        cy: base - 4,
        r: 2.6,
        fill: 'none',
        'stroke-width': 1.4,
        ...painted('effect', 'stroke'),
      })
    : tag('path', {
        d: `M${tenth(x - 1.5)} ${tenth(base)}v${-heightOf(grade)}h3v${heightOf(grade)}Z`,
        ...painted('effect', 'fill'),
      })
}

/** Height of the highest bar of an effect. */
export const highestEffect = 16

function heightOf(grade: number): number {
  return 1 + 3 * Math.min(5, Math.max(1, grade))
}

/** The mark of a decision or of a review, with its number. */
export function turnShape(kind: 'decision' | 'checkpoint', x: number, y: number): string {
  const look = { fill: 'none', 'stroke-width': 1.4, ...painted('planned', 'stroke') }
  return kind === 'decision'
    ? tag('circle', { cx: x, cy: y, r: 9, ...look })
    : tag('rect', { x: x - 9, y: y - 8, width: 18, height: 16, ...look })
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
