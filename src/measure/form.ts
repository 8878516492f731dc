/** What a form says beside its answers, read field by field. @module */
import {
  badArgument,
  badDate,
  notReadable,
  statedTotalOutOfRange,
  unknownKey,
  wrongRater,
} from '../kernel/codes.ts'
import type { Sex } from '../kernel/instrument.ts'
import { isCivilDate, isInstant } from '../kernel/time.ts'
import { isPlain, readAnswers } from './answers.ts'
import { fault, type Reading, shortName } from './reading.ts'
import type { Ready } from './ready.ts'
import type { FormFault } from './score-shape.ts'

/** A form, read. */
export interface ReadForm {
  readonly reading: Reading
  readonly takenAt: string | null
  readonly statedTotal: number | null
  readonly fills: boolean
  readonly sex: Sex | null
}

/** The form, or why it is refused. A form that throws when it is looked at cannot be read. */
export function readForm(ready: Ready, form: unknown): ReadForm | FormFault {
  try {
    return read(ready, form)
  } catch {
    return fault(notReadable, 'form')
  }
}

function read(ready: Ready, form: unknown): ReadForm | FormFault {
  if (typeof form !== 'object' || form === null || Array.isArray(form) || !isPlain(form)) {
    return fault(badArgument, 'form')
  }
  let answers: unknown
  let takenAt: string | null = null
  let statedTotal: number | null = null
  let fills = true
  let sex: Sex | null = null
  for (const key in form) {
    const property = Object.getOwnPropertyDescriptor(form, key)
    if (property === undefined) continue // inherited
    if (!('value' in property)) return fault(notReadable, 'form')
    const value: unknown = property.value
    if (value === undefined) continue
    switch (key) {
      case 'answers':
        answers = value
        break
      case 'takenAt':
        if (!isCivilDate(value) && !isInstant(value)) return fault(badDate, 'takenAt')
        takenAt = value
        break
      case 'rater':
        if (value !== 'self' && value !== 'clinician') return fault(badArgument, 'rater')
        if (value !== ready.instrument.rater) return fault(wrongRater, 'rater')
        break
      case 'missing':
        if (value !== 'own-rule' && value !== 'none-allowed') return fault(badArgument, 'missing')
        fills = value === 'own-rule'
        break
      case 'statedTotal':
        if (typeof value !== 'number' || !Number.isFinite(value)) return fault(badArgument, 'statedTotal')
        if (!canBeTotal(ready, value)) return fault(statedTotalOutOfRange, 'statedTotal')
        statedTotal = value + 0 // a negative zero becomes zero
        break
      case 'sex':
        if (value !== 'female' && value !== 'male') return fault(badArgument, 'sex')
        sex = value
        break
      default:
        return fault(unknownKey, shortName.test(key) ? key : 'form')
    }
  }
  const reading = readAnswers(ready, answers)
  return 'code' in reading ? reading : { reading, takenAt, statedTotal, fills, sex }
}

function canBeTotal({ range, scoring }: Ready, total: number): boolean {
  if (range === null || total < range.least || total > range.most) return false
  return scoring === 'mean' || Number.isInteger(total)
}
