/** Medicines as a caller wrote them, looked at by hand as far as a timeline reads them. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, badDate } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isWhen } from '../kernel/time.ts'
import type { MedicineEntry } from '../patient/patient.schema.ts'

const statuses: readonly unknown[] = [
  'active',
  'on-hold',
  'completed',
  'stopped',
  'cancelled',
  'not-taken',
  'intended',
  'draft',
  'entered-in-error',
  'unknown',
]

const intents: readonly unknown[] = [
  'order',
  'reported',
  'administered',
  'plan',
  'proposal',
  'prohibited',
  'unknown',
]

/**
 * The entries, each of them as a record would hold it.
 *
 * @throws Refusal `bad-argument`, `bad-date`
 */
export function checkedMedicines(entries: readonly MedicineEntry[]): readonly MedicineEntry[] {
  for (const [at, entry] of entries.entries()) {
    const path = `medications[${at}]`
    if (!isObject(entry)) throw new Refusal(badArgument, path)
    const { id, text, codes, status, intent, period, lastTaken, recordedAt, dose } = entry
    if (!statuses.includes(status)) throw new Refusal(badArgument, `${path}.status`)
    if (!intents.includes(intent)) throw new Refusal(badArgument, `${path}.intent`)
    if (!isText(id)) throw new Refusal(badArgument, `${path}.id`)
    if (!isText(text)) throw new Refusal(badArgument, `${path}.text`)
    if (codes !== undefined && !isCodes(codes)) throw new Refusal(badArgument, `${path}.codes`)
    if (dose !== undefined && !(isObject(dose) && isText(dose.text)))
      throw new Refusal(badArgument, `${path}.dose`)
    if (period !== undefined && !isObject(period)) throw new Refusal(badArgument, `${path}.period`)
    if (lastTaken !== undefined && period?.end !== undefined)
      throw new Refusal(badArgument, `${path}.lastTaken`)
    checkWhen(period?.start, `${path}.period.start`)
    checkWhen(period?.end, `${path}.period.end`)
    checkWhen(lastTaken, `${path}.lastTaken`)
    checkWhen(recordedAt, `${path}.recordedAt`)
  }
  return entries
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isCodes(codes: unknown): boolean {
  return (
    Array.isArray(codes) &&
    codes.every(
      (one: unknown) =>
        isObject(one) &&
        'system' in one &&
        typeof one.system === 'string' &&
        'code' in one &&
        typeof one.code === 'string' &&
        (!('display' in one) || isText(one.display)),
    )
  )
}

function checkWhen(at: unknown, path: string): void {
  if (at !== undefined && !isWhen(at)) throw new Refusal(badDate, path)
}
