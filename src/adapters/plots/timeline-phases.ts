/** The band over a treatment that says which phase it is in. @module */
import { addDays, dayNumber } from '../../kernel/time.ts'
import type { PhaseBand } from '../../timeline/timeline-shape.ts'
import { idWords } from './drawn.ts'
import { tag, widthOf, words } from './svg.ts'
import { type DayAxis, xOfDay } from './timeline-axis.ts'
import { painted } from './timeline-shapes.ts'

/** Height of the band, with the room under it. */
export const phaseBandHeight = 24

/** Bands of one phase and interval that follow one another without a gap. */
export interface Stretch {
  readonly name: string
  readonly short: string
  readonly bands: readonly PhaseBand[]
}

/** The stretches, what is behind and what is still planned of one phase in one. */
export function stretchesOf(phases: readonly PhaseBand[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const band of phases) {
    const last = stretches[stretches.length - 1]
    const before = last?.bands[last.bands.length - 1]
    const goesOn =
      before !== undefined &&
      before.phase === band.phase &&
      before.interval === band.interval &&
      before.to !== null &&
      addDays(before.to, 1) >= band.from
    if (goesOn && last !== undefined)
      stretches[stretches.length - 1] = { ...last, bands: [...last.bands, band] }
    else
      stretches.push({
        name: `${band.label}, ${idWords(band.interval) ?? band.interval}`,
        short: band.label,
        bands: [band],
      })
  }
  return stretches
}

/** The band, each phase named where its name fits, and else by a letter that is told beneath the picture. */
export function phaseBands(
  phases: readonly PhaseBand[],
  axis: DayAxis,
  top: number,
): { readonly svg: string; readonly below: readonly string[] } {
  const below: string[] = []
  const svg = stretchesOf(phases).map(({ name, short, bands }, at) => {
    const ends = bands.map((band) => endsOf(band, axis))
    // The widest part takes the name: no word stands across the end of today.
    const [x1, x2] = ends.reduce(
      ([low, high], one) => (one.x2 - one.x1 > high - low ? [one.x1, one.x2] : [low, high]),
      [0, 0],
    )
    const fits = (text: string, room: number) => widthOf(text, 11) + room <= x2 - x1
    const letter = `${String.fromCharCode(65 + (at % 26))}${at < 26 ? '' : `${Math.floor(at / 26)}`}`
    const text = fits(name, 8) ? name : fits(short, 8) ? short : fits(letter, 2) ? letter : ''
    if (text !== name) below.push(`${text === letter ? `${letter} ` : ''}${stretchWords(name, bands)}`)
    return [
      ...bands.map(({ isPlanned }, part) =>
        tag('rect', {
          x: ends[part]?.x1 ?? axis.left,
          y: top,
          width: Math.max(1, (ends[part]?.x2 ?? axis.right) - (ends[part]?.x1 ?? axis.left)),
          height: phaseBandHeight - 6,
          'fill-opacity': isPlanned ? 0.04 : [0.2, 0.11][at % 2],
          stroke: 'currentColor',
          'stroke-opacity': 0.4,
          'stroke-dasharray': isPlanned ? '3 2' : undefined,
          ...painted('phase', 'fill'),
        }),
      ),
      text === '' ? '' : words(text, (x1 + x2) / 2, top + 13, { anchor: 'middle', size: 11 }),
    ].join('')
  })
  return { svg: svg.join(''), below }
}

function endsOf({ from, to }: PhaseBand, axis: DayAxis): { readonly x1: number; readonly x2: number } {
  const inside = (day: number) => xOfDay(axis, Math.min(Math.max(day, axis.from), axis.to))
  return { x1: inside(dayNumber(from)), x2: to === null ? axis.right : inside(dayNumber(to) + 1) }
}

function stretchWords(name: string, bands: readonly PhaseBand[]): string {
  const [first] = bands
  const last = bands[bands.length - 1]
  const until = last?.to ?? null
  // Of what was begun only the rest is planned.
  const stands = first?.isPlanned === true ? ', planned' : last?.isPlanned === true ? ', under way' : ''
  return `${name}: from ${first?.from}${until === null ? `${stands}, no end set` : ` to ${until}${stands}`}`
}

/** The phases in words, one after the other. */
export function phaseSentences(phases: readonly PhaseBand[]): readonly string[] {
  return stretchesOf(phases).map(({ name, bands }) => stretchWords(name, bands))
}
