/** Lines of text of a given width, with or without colour. @module */

/** What a report is written on. */
export interface Paper {
  readonly width: number
  readonly colour: boolean
}

/** Colours by what they mean. */
const inks = {
  contraindicated: '1;31',
  hold: '1;35',
  indeterminate: '1;36',
  caution: '1;33',
  'no-finding': '1',
  strong: '1',
  faint: '2',
} as const

export type Ink = keyof typeof inks

/** The text in a colour, on paper that takes one. */
export function inked(paper: Paper, ink: Ink, text: string): string {
  return paper.colour && text !== '' ? `\u001b[${inks[ink]}m${text}\u001b[0m` : text
}

/**
 * Text of a record as it can be shown: control characters could move the cursor or turn the direction of a line, so
 * none goes to a terminal.
 */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/**
 * Words in lines no longer than `width`; a single word that is longer is cut.
 *
 * @param first - room that is already taken on the first line
 */
export function wrapped(text: string, width: number, first = 0): readonly string[] {
  const lines: string[] = []
  let line = ''
  let room = width - first
  const end = () => {
    lines.push(line)
    line = ''
    room = width
  }
  for (const word of text.split(' ').filter((one) => one !== '')) {
    let rest = [...word]
    if (line !== '' && columnsOf(line) + 1 + rest.length > room) end()
    while (rest.length > room) {
      line = rest.slice(0, room).join('')
      rest = rest.slice(room)
      end()
    }
    line = line === '' ? rest.join('') : `${line} ${rest.join('')}`
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}

/** Characters, not code units: close to columns for the scripts of the tables. */
export function columnsOf(text: string): number {
  return [...text].length
}

/** A paragraph: every line indented, the first one after `lead`, which takes `hang` columns. */
export function paragraph(
  paper: Paper,
  text: string,
  {
    indent = 0,
    lead = '',
    hang = 0,
    ink,
    leadInk,
  }: {
    readonly indent?: number
    readonly lead?: string
    readonly hang?: number
    readonly ink?: Ink
    readonly leadInk?: Ink
  } = {},
): readonly string[] {
  const margin = ' '.repeat(indent)
  const lines = wrapped(text, Math.max(10, paper.width - indent - hang))
  return lines.map((line, at) => {
    const before = at === 0 ? lead.padEnd(hang) : ' '.repeat(hang)
    const body = ink === undefined ? line : inked(paper, ink, line)
    return `${margin}${leadInk !== undefined && at === 0 ? inked(paper, leadInk, before) : before}${body}`.trimEnd()
  })
}

/** A line from edge to edge. */
export function rule(paper: Paper): string {
  return inked(paper, 'faint', '─'.repeat(paper.width))
}

/** The heading of a section. */
export function heading(paper: Paper, text: string): string {
  return inked(paper, 'strong', text.toUpperCase())
}

/** A count with its noun: `1 finding`, `1,204 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** A whole number with commas between thousands, the same in every locale. */
export function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Names in a row: `a; b; c and 4 more`. Names hold commas of their own. */
export function listed(names: readonly string[], most: number): string {
  const rest = names.length - most
  // One more name takes no more room than saying that there is one.
  if (rest <= 1) return names.join('; ')
  return `${names.slice(0, most).join('; ')} and ${rest} more`
}
