/** What can be seen to be wrong with a picture without looking at it. @module */

/** Where some words lie. */
export interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the words of a picture lie, by the width of a common sans-serif. */
export function wordsIn(svg: string): readonly Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const number = (name: string, otherwise: number) =>
      Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? otherwise)
    const size = number('font-size', 12)
    const width = [...text.replace(/&#?\w+;/g, '.')].length * size * 0.56
    const x = number('x', 0)
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
    const y = number('y', 0)
    return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 }
  })
}

/** Words that lie on one another. */
export function overlaps(svg: string): readonly string[] {
  const boxes = wordsIn(svg)
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” lies on “${b.text}”`),
  )
}

/** Words through which a line from top to bottom goes; the faint ones of the days lie under them. */
export function crossedWords(svg: string): readonly string[] {
  const drawn = svg.replaceAll(/<line [^>]*stroke-opacity="0.1"[^>]*>/g, '')
  const uprights = [...drawn.matchAll(/<line x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)].flatMap(
    ([, ...ends]) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(Number)
      return x1 === x2 ? [{ x: x1, top: Math.min(y1, y2), bottom: Math.max(y1, y2) }] : []
    },
  )
  return wordsIn(svg)
    .filter(({ left, right, top, bottom }) =>
      uprights.some((one) => one.x > left && one.x < right && one.top < bottom && one.bottom > top),
    )
    .map(({ text }) => text)
}

/** What is wrong with a text as XML, in the few ways a picture can be wrong. */
export function faultsOf(svg: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  const rest = svg.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, single) => {
    if (close === '/') {
      if (open.pop() !== name) faults.push(`</${name}> closes something else`)
    } else if (single !== '/') open.push(String(name))
    return ''
  })
  if (/[<>]/.test(rest)) faults.push('a bracket outside an element')
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(svg)) faults.push('an entity XML does not know')
  if (/NaN|undefined|Infinity|\[object/.test(svg)) faults.push('something that is no value')
  if (open.length > 0) faults.push(`${open.join(' ')} stays open`)
  return faults
}
