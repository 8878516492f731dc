/** The person a record is about. @module */
import { badDate } from '../../kernel/codes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { isPartialDate } from '../../kernel/time.ts'
import type { Patient } from '../../patient/patient.schema.ts'
import { faultOf, isTest } from './elements.ts'
import { idOf, type Sent } from './entry.ts'
import { compact, listOf, type Members, member } from './json.ts'

const sexes = { female: 'female', male: 'male', other: 'other', unknown: 'unknown' } as const

const isSex = (value: unknown): value is keyof typeof sexes =>
  typeof value === 'string' && Object.hasOwn(sexes, value)

/** What the Patient resource says: state of the record, birth date, sex. A birth date with a time is refused. */
export function personOf(
  sent: Sent,
  marked: { readonly test: boolean },
): Result<Pick<Patient, 'id' | 'record' | 'birthDate' | 'sex'>, Refusal> {
  const { resource } = sent
  const birthDate = member(resource, 'birthDate')
  if (birthDate !== undefined && !isPartialDate(birthDate)) {
    return err(new Refusal(badDate, `${sent.path === '' ? '' : `${sent.path}.`}birthDate`))
  }
  const gender = member(resource, 'gender')
  return ok(
    compact({
      id: idOf(resource),
      record: marked.test || isTest(resource) ? 'test' : recordOf(resource),
      birthDate,
      sex: gender === undefined ? undefined : isSex(gender) ? gender : 'unknown',
    }),
  )
}

/**
 * The state of the record.
 *
 * An absent `deceased[x]` or `active` has its default meaning, alive and in use: FHIR gives every modifier element
 * one. A record that says it is not in use may belong to somebody else by now, so its state is unknown.
 */
function recordOf(resource: Members): Patient['record'] {
  const dead = member(resource, 'deceasedBoolean')
  if (dead === true || member(resource, 'deceasedDateTime') !== undefined) return 'deceased'
  const links = listOf(member(resource, 'link')).map((link) => member(link, 'type'))
  if (links.includes('replaced-by')) return 'merged'
  if (dead !== undefined && dead !== false) return 'unknown'
  if (links.some((type) => type !== 'replaces' && type !== 'refer' && type !== 'seealso')) return 'unknown'
  const active = member(resource, 'active')
  if (active !== undefined && active !== true) return 'unknown'
  return faultOf('Patient', resource) === undefined ? 'active' : 'unknown'
}
