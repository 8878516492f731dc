/** The answers of a form, read by hand: own data properties only, nothing coerced, nothing repeated. @module */
import { badArgument, notReadable, tooManyAnswers } from '../kernel/codes.ts'
import { fault, type Reading } from './reading.ts'
import type { Ready } from './ready.ts'
import type { FormFault } from './score-shape.ts'
import { Sheet } from './sheet.ts'

/** No form has more answers. */
export const answersAtMost = 1_000

/** The answers, or why they are not those of this instrument. The order of a list says nothing. */
export function readAnswers(ready: Ready, answers: unknown): Reading | FormFault {
  const sheet = new Sheet(ready)
  if (typeof answers !== 'object' || answers === null) return fault(badArgument, 'answers')
  const refused = Array.isArray(answers) ? readList(answers, sheet) : readRecord(answers, sheet)
  return refused ?? sheet.fault ?? sheet.finished()
}

function readRecord(answers: object, sheet: Sheet): FormFault | undefined {
  if (!isPlain(answers)) return fault(badArgument, 'answers')
  let n = 0
  // What the host gave to every object comes along here and is no property of its own.
  for (const key in answers) {
    const property = Object.getOwnPropertyDescriptor(answers, key)
    if (property === undefined) continue
    if (!('value' in property)) return fault(notReadable, 'answers')
    if (n >= answersAtMost) return fault(tooManyAnswers, 'answers')
    sheet.take(key, property.value, n)
    n += 1
  }
  return undefined
}

function readList(answers: readonly unknown[], sheet: Sheet): FormFault | undefined {
  const length: unknown = answers.length // a proxy may say anything
  if (typeof length !== 'number' || length > answersAtMost) return fault(tooManyAnswers, 'answers')
  for (let n = 0; n < length; n += 1) {
    const entry: unknown = Object.getOwnPropertyDescriptor(answers, n)?.value
    if (typeof entry !== 'object' || entry === null || !isPlain(entry)) return fault(badArgument, 'answers')
    const item: unknown = Object.getOwnPropertyDescriptor(entry, 'item')?.value
    const answer = Object.getOwnPropertyDescriptor(entry, 'answer')
    const whole = answer !== undefined && 'value' in answer && Object.keys(entry).length === 2
    if (typeof item !== 'string' || !whole) return fault(badArgument, 'answers')
    sheet.take(item, answer.value, n)
  }
  return undefined
}

/** An object as JSON makes it; one of another realm is one too. */
export function isPlain(value: object): boolean {
  const above: unknown = Object.getPrototypeOf(value)
  return above === null || (typeof above === 'object' && Object.getPrototypeOf(above) === null)
}
