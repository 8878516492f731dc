/** FHIR quantities: a number, its UCUM unit, and on which side of it the truth lies. @module */
import { type CodeRow, unitNotRead, valueNotRead } from '../../kernel/codes.ts'
import { canonicalUnit, type Quantity } from '../../kernel/quantity.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { isMembers, member } from './json.ts'

const ucum = new Set(['http://unitsofmeasure.org', 'urn:oid:2.16.840.1.113883.6.8', '2.16.840.1.113883.6.8'])

const sides = { '<': 'below', '<=': 'below', '>': 'above', '>=': 'above' } as const

const isComparator = (value: unknown): value is keyof typeof sides =>
  typeof value === 'string' && Object.hasOwn(sides, value)

/** A quantity as the record keeps it. */
export interface QuantityRead {
  readonly quantity: Quantity
  readonly bound: 'below' | 'above' | undefined
}

/**
 * A quantity in a listed unit.
 *
 * The code counts where its system is UCUM. The word beside it counts only where there is no code at all, and only
 * where it is itself a listed unit: `kg` is read, `lbs` is not.
 */
export function quantityOf(value: unknown): Result<QuantityRead, CodeRow> {
  if (!isMembers(value)) return err(valueNotRead)
  const number = member(value, 'value')
  if (typeof number !== 'number') return err(valueNotRead)
  const comparator = member(value, 'comparator')
  if (comparator !== undefined && !isComparator(comparator)) return err(valueNotRead)
  const unit = unitOf(member(value, 'system'), member(value, 'code'), member(value, 'unit'))
  if (unit === undefined) return err(unitNotRead)
  return ok({
    quantity: { value: number, unit },
    bound: comparator === undefined ? undefined : sides[comparator],
  })
}

function unitOf(system: unknown, code: unknown, word: unknown): string | undefined {
  const text = code === undefined && system === undefined ? word : ucumCode(system, code)
  return typeof text === 'string' && canonicalUnit(text) !== undefined ? text : undefined
}

function ucumCode(system: unknown, code: unknown): unknown {
  return typeof system === 'string' && ucum.has(system) ? code : undefined
}
