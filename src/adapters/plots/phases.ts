/** The band over a picture that says where the visit stood. @module */
import type { SessionState } from '../../session/state.ts'
import { type Axis, msOf, xOf } from './clock.ts'
import { tag, widthOf, words } from './svg.ts'

/** One stretch of the band. */
interface Stretch {
  readonly name: string
  readonly short: string
  readonly from: number
  readonly to: number
  readonly opacity: number
}

/** Height of the band. */
export const bandHeight = 22

/** The band: before the dose, being given, under observation, found ready; each named where its name fits. */
export function phaseBand(state: SessionState, axis: Axis, top: number): string {
  return stretchesOf(state, axis)
    .map(({ name, short, from, to, opacity }) => {
      const [x1, x2] = [xOf(axis, from), xOf(axis, to)]
      const room = x2 - x1 - 8
      const text = widthOf(name, 11) <= room ? name : widthOf(short, 11) <= room ? short : ''
      return [
        tag('rect', {
          x: x1,
          y: top,
          width: Math.max(1, x2 - x1),
          height: bandHeight - 4,
          fill: 'currentColor',
          'fill-opacity': opacity,
          stroke: 'currentColor',
          'stroke-opacity': 0.4,
        }),
        text === '' ? '' : words(text, (x1 + x2) / 2, top + 13, { anchor: 'middle', size: 11 }),
      ].join('')
    })
    .join('')
}

function stretchesOf(state: SessionState, axis: Axis): readonly Stretch[] {
  const firstOf = (...types: readonly string[]): number | undefined => {
    const times = state.entries.flatMap(({ at, what }) => {
      const ms = types.includes(what.type) ? msOf(at) : undefined
      return ms === undefined ? [] : [ms]
    })
    return times.length === 0 ? undefined : Math.min(...times)
  }
  const start = msOf(state.anchors.start?.at)
  // A visit that ended without a dose has no second and third stretch.
  const over = firstOf('left', 'left-against-advice', 'aborted', 'cancelled', 'no-show')
  const last = over ?? Math.min(msOf(state.asOf) ?? axis.to, axis.to)
  const ends = state.running || state.phase === 'paused' ? last : (msOf(state.anchors.end?.at) ?? last)
  const ready = firstOf('found-ready')
  const stretches: readonly Stretch[] = [
    { name: 'before the dose', short: 'before', from: axis.from, to: start ?? last, opacity: 0.04 },
    ...(start === undefined
      ? []
      : [
          { name: 'being given', short: 'given', from: start, to: ends, opacity: 0.22 },
          { name: 'under observation', short: 'observed', from: ends, to: ready ?? last, opacity: 0.1 },
          ...(ready === undefined
            ? []
            : [{ name: 'found ready', short: 'ready', from: ready, to: last, opacity: 0.16 }]),
        ]),
  ]
  return stretches
    .map((one) => ({ ...one, from: Math.max(one.from, axis.from), to: Math.min(one.to, axis.to) }))
    .filter(({ from, to }) => to > from)
}
