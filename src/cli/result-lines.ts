/** What the readable results of functions share: sections, fields, words. @module */

import type { Result } from '../kernel/result.ts'
import type { Truth } from '../kernel/truth.ts'
import { member } from './callable.ts'
import { heading, type Ink, type Paper, paragraph, shown } from './paper.ts'
import { codeWords } from './words.ts'

/** A refusal in words: the code, the place, and what to do. */
export function refusalLines(
  code: string,
  path: string,
  paper: Paper,
  text: string = codeWords(code),
): readonly string[] {
  const where = path === '' ? '' : ` at ${shown(path)}`
  return paragraph(paper, `${code}${where}. ${text}`, {
    lead: 'REFUSED',
    hang: 9,
    leadInk: 'strong',
  })
}

/** The line for a result that is none. */
export function refusedLines(value: unknown, paper: Paper): readonly string[] {
  const error = member(value, 'error')
  return refusalLines(`${member(error, 'code')}`, `${member(error, 'path') ?? ''}`, paper)
}

export function section(paper: Paper, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading(paper, title), '', ...lines]
}

export const hang = 14

export function field(paper: Paper, lead: string, text: string, ink?: Ink): readonly string[] {
  return paragraph(paper, text, { lead, hang, leadInk: 'faint', ...(ink === undefined ? {} : { ink }) })
}

export const truthMarks: Readonly<Record<Truth, string>> = { yes: '[!]', unknown: '[?]', no: '[-]' }

export const truthInks: Readonly<Record<Truth, Ink>> = {
  yes: 'caution',
  unknown: 'indeterminate',
  no: 'faint',
}

export const truthWords: Readonly<Record<Truth, string>> = { yes: 'yes', unknown: 'not known', no: 'no' }

export function words(id: string): string {
  return id.replaceAll('-', ' ')
}

// What comes back from the library was made by it: its kind is told by one member.
export function isError(value: unknown): boolean {
  return member(value, 'ok') === false
}

export function isOk<T>(value: unknown, by: string): value is Extract<Result<T, never>, { ok: true }> {
  return member(value, 'ok') === true && member(member(value, 'value'), by) !== undefined
}
