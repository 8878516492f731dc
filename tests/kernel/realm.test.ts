/** A host that changed what every object inherits. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/kernel/door.ts'
import { demandUnaltered, isAltered } from '../../src/kernel/realm.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { Patient } from '../../src/patient/patient.schema.ts'

/** What a call gives in a realm where every object inherits one more member; the realm is mended before anyone looks. */
function inRealmWith<T>(name: string, enumerable: boolean, call: () => T): T | string {
  Object.defineProperty(Object.prototype, name, {
    value: 'host',
    enumerable,
    configurable: true,
    writable: true,
  })
  try {
    return call()
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : 'another error'
  } finally {
    Reflect.deleteProperty(Object.prototype, name)
  }
}

const refused = 'altered-prototype'
const record = { format: 'ketamine-treatment/patient/1', record: 'active', extensions: { kept: 1 } }

/** The members of the record as it came through the door, or why it did not. */
function membersRead(): string {
  const result = parse(Patient, record)
  if (!result.ok) return result.error.code
  return [...Object.keys(result.value), ...Object.keys(result.value.extensions ?? {})].join(' ')
}

describe('a member that every object inherits', () => {
  test('is not there as a rule', () => {
    expect(isAltered()).toBe(false)
    expect(demandUnaltered()).toBeUndefined()
  })

  test.each([true, false])('under a name that is no data changes nothing (enumerable: %s)', (enumerable) => {
    expect(inRealmWith('isAdministrator', enumerable, isAltered)).toBe(true)
    expect(inRealmWith('isAdministrator', enumerable, demandUnaltered)).toBeUndefined()
    expect(inRealmWith('isAdministrator', enumerable, membersRead)).toBe('format record extensions kept')
  })

  test.each(['incomplete', 'recordedAt', 'overrides', 'within'])(
    'under the name %s is never taken for data',
    (name) => {
      expect(inRealmWith(name, true, isAltered)).toBe(refused)
      expect(inRealmWith(name, true, demandUnaltered)).toBe(refused)
      expect(inRealmWith(name, true, membersRead)).toBe(refused)
    },
  )

  test('is met at the door also where it is hidden from enumeration', () => {
    expect(inRealmWith('incomplete', false, membersRead)).toBe(refused)
  })
})
