/** The two clocks under a picture, and the lines they send up through its lanes. @module */
import type { SessionState } from '../../session/state.ts'
import { type Axis, clockChange, clockOf, clockTicks, isIn, minuteTicks, msOf, xOf } from './clock.ts'
import { fitting, hues, line, tag, words } from './svg.ts'

/** The line of each full step, of the first administration, and of the moment the picture speaks of. */
export function axisLines(state: SessionState, axis: Axis, top: number, bottom: number): string {
  const start = msOf(state.anchors.start?.at)
  const now = msOf(state.asOf)
  return [
    ...clockTicks(axis).map(({ x }) => line(x, top, x, bottom, { 'stroke-opacity': 0.1 })),
    ...(start === undefined || !isIn(axis, start)
      ? []
      : [
          line(xOf(axis, start), top - 22, xOf(axis, start), bottom, {
            'stroke-width': 1.5,
            'stroke-opacity': 0.5,
          }),
        ]),
    ...(now === undefined || !isIn(axis, now)
      ? []
      : [
          line(xOf(axis, now), top - 22, xOf(axis, now), bottom, {
            stroke: hues.blue,
            'stroke-width': 1.5,
            'stroke-dasharray': '5 3',
          }),
        ]),
  ].join('')
}

/** The names of the moments: wall clock first, minutes from the first administration under it. */
export function axisNames(
  state: SessionState,
  axis: Axis,
  top: number,
): { readonly svg: string; readonly bottom: number } {
  const row = (ticks: readonly { readonly x: number; readonly text: string }[], y: number) =>
    fitting(
      ticks.map((tick) => ({ ...tick, rank: 0 })),
      axis.left - 40,
      axis.right + 40,
    )
      .map(({ x, text }) => line(x, y - 16, x, y - 11) + words(text, x, y, { anchor: 'middle' }))
      .join('')
  const parts = [
    line(axis.left, top, axis.right, top),
    words('Clock', 12, top + 16),
    row(clockTicks(axis), top + 16),
  ]
  let bottom = top + 22
  const start = msOf(state.anchors.start?.at)
  if (start !== undefined) {
    parts.push(words('Minutes from start', 12, bottom + 16), row(minuteTicks(axis, start), bottom + 16))
    bottom += 22
  }
  const change = clockChange(axis)
  if (change !== undefined) {
    const x = xOf(axis, change)
    parts.push(
      tag('path', { d: `M${Math.round(x)} ${top}v6`, stroke: hues.vermilion, 'stroke-width': 3 }),
      words(`The clock changes at the thick mark, to ${clockOf(change, axis.zone)}.`, 12, bottom + 14, {
        faint: true,
      }),
    )
    bottom += 18
  }
  return { svg: parts.join(''), bottom }
}
