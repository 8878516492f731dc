/** The amount of a medicine a day, where a dosage says it exactly. @module */
import { times } from '../../kernel/decimal.ts'
import { canonicalUnit, type Quantity } from '../../kernel/quantity.ts'
import { units } from '../../kernel/units.ts'
import type { MedicineEntry } from '../../patient/patient.schema.ts'
import { compact, keptText, listOf, type Members, member, membersOf, textOf } from './json.ts'
import { quantityOf } from './quantity.ts'

/**
 * The dose of a medicine: an amount a day where one regular dosage gives a mass and a rhythm, and the words.
 *
 * As needed, a range, several dosages, tablets, or a rhythm that does not come out even: words only.
 */
export function doseOf(dosages: readonly Members[]): MedicineEntry['dose'] {
  const texts = dosages.map((dosage) => textOf(member(dosage, 'text')))
  const text = keptText(texts.filter((one) => one !== undefined).join('; '))
  const [only] = dosages
  const perDay = dosages.length === 1 && only !== undefined ? perDayOf(only) : undefined
  return text === undefined && perDay === undefined ? undefined : compact({ perDay, text })
}

// Members of a rhythm that change how often: with any of them the plain product would be wrong.
const irregular = [
  'frequencyMax',
  'periodMax',
  'count',
  'countMax',
  'duration',
  'durationMax',
  'dayOfWeek',
  'timeOfDay',
  'when',
  'boundsRange',
]

function perDayOf(dosage: Members): Quantity | undefined {
  if (member(dosage, 'asNeededBoolean') === true || member(dosage, 'asNeededCodeableConcept') !== undefined) {
    return undefined
  }
  const repeat = membersOf(member(membersOf(member(dosage, 'timing')) ?? {}, 'repeat'))
  const amounts = listOf(member(dosage, 'doseAndRate'))
  const [amount] = amounts
  if (repeat === undefined || amount === undefined || amounts.length !== 1) return undefined
  if (irregular.some((name) => member(repeat, name) !== undefined)) return undefined
  const daily = timesADay(repeat)
  const dose = quantityOf(member(amount, 'doseQuantity'))
  if (daily === undefined || !dose.ok || dose.value.bound !== undefined) return undefined
  const unit = canonicalUnit(dose.value.quantity.unit)
  if (unit === undefined || units[unit][0] !== 'mass') return undefined
  const total = times(dose.value.quantity, daily)
  return total.ok ? total.value : undefined
}

const hoursIn = { h: 1, d: 24, wk: 168 } as const

// FHIR: without a frequency the event takes place once a period.
function timesADay(repeat: Members): number | undefined {
  const frequency = member(repeat, 'frequency') ?? 1
  const period = member(repeat, 'period')
  const unit = member(repeat, 'periodUnit')
  if (typeof frequency !== 'number' || !Number.isInteger(frequency) || frequency < 1) return undefined
  if (typeof period !== 'number' || period <= 0) return undefined
  if (unit !== 'h' && unit !== 'd' && unit !== 'wk') return undefined
  const daily = (frequency * 24) / (period * hoursIn[unit])
  // Three times a week is 0.428... a day: no amount a day says that exactly.
  return Math.round(daily * 10_000) / 10_000 === daily ? daily : undefined
}
