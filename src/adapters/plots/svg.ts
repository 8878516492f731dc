/** SVG as text: elements, escaped words, and labels that do not lie on one another. @module */

/** What an attribute may hold. */
type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; every attribute is escaped, children are markup already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(word(value))}"`))
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

function word(value: string | number): string {
  // A tenth of a pixel is finer than any screen shows.
  return typeof value === 'number' ? `${Math.round(value * 10) / 10}` : value
}

/** Text as it may stand in markup; what XML cannot hold, or what turns the direction of a line, becomes a space. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** How wide a text is at most, in pixels: no font is asked, so every character counts as a wide one. */
export function widthOf(text: string, size = fontSize): number {
  return [...text].length * size * 0.6
}

/** The size of most words. */
export const fontSize = 12

/** Words at a point. */
export function words(
  text: string,
  x: number,
  y: number,
  { anchor = 'start', size = fontSize, weight, fill = 'currentColor', faint = false }: WordsLook = {},
): string {
  const attributes = {
    x,
    y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-size': size === fontSize ? undefined : size,
    'font-weight': weight,
    fill: fill === 'currentColor' ? undefined : fill,
    'fill-opacity': faint ? 0.75 : undefined,
  }
  return tag('text', attributes, escaped(text))
}

/** How words look. */
interface WordsLook {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly weight?: number
  readonly fill?: string
  readonly faint?: boolean
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, look: Attributes = {}): string {
  return tag('line', { x1, y1, x2, y2, stroke: 'currentColor', ...look })
}

/** A label that wants a place on a row: the lower its rank, the sooner it gets one. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly rank: number
}

/**
 * The labels that fit on one row, each in the middle of its point, with `gap` pixels between two.
 *
 * A label that would lie on another is left out, never moved: a number stands at its own time or nowhere.
 */
export function fitting<L extends Label>(
  labels: readonly L[],
  from: number,
  to: number,
  gap = 4,
): readonly L[] {
  const placed: L[] = []
  const half = (label: Label) => widthOf(label.text) / 2
  for (const label of [...labels].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    if (label.x - half(label) < from || label.x + half(label) > to) continue
    const isFree = placed.every((other) => Math.abs(other.x - label.x) >= half(other) + half(label) + gap)
    if (isFree) placed.push(label)
  }
  return placed.sort((a, b) => a.x - b.x)
}

/** Words in lines of a given width. */
export function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && widthOf(`${last} ${part}`) <= width) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part)
  }
  return lines
}

/** Colours that stand out from white and from black alike, and from one another for eyes that mix up red and green. */
export const hues = { blue: '#0072B2', vermilion: '#D55E00', green: '#009E73' } as const
