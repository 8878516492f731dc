/** Facts made unknown: what the first law calls less information, one fact at a time. @module */
import fc from 'fast-check'
import { us } from '../../src/content/us.ts'
import type { Patient } from '../../src/patient/patient.schema.ts'
import { type Draft, listNames } from './arbitrary.ts'

/** A record with one fact less. */
export interface Blanked {
  /** What was blanked, for the report of a failure. */
  readonly what: string
  readonly draft: Draft
}

type Lists =
  | 'conditions'
  | 'medicines'
  | 'allergies'
  | 'procedures'
  | 'observations'
  | 'statements'
  | 'antidepressantTrials'
  | 'attestations'
type EntryOf<L extends Lists> = NonNullable<Patient[L]>[number]

/** What can be blanked in one entry: the name of the fact, and the entry without it. */
type Blanks<E> = (entry: E) => Readonly<Record<string, E | undefined>>

/** The entry without a member that it has. */
function without<E extends object, K extends keyof E>(entry: E, key: K): Omit<E, K> | undefined {
  if (entry[key] === undefined) return undefined
  const { [key]: _gone, ...rest } = entry
  return rest
}

const undated = <E extends { recordedAt?: string | undefined }>(entry: E): E | undefined => {
  if (entry.recordedAt === undefined) return undefined
  const copy = { ...entry }
  delete copy.recordedAt
  return copy
}

/** Nobody can say any more what the entry tells of. */
const nameless = <E extends { codes?: unknown; text?: unknown }>(entry: E): E | undefined => {
  if (entry.codes === undefined && entry.text === undefined) return undefined
  const copy = { ...entry }
  delete copy.codes
  delete copy.text
  return copy
}

const ofCondition: Blanks<EntryOf<'conditions'>> = (entry) => ({
  'clinical status': { ...entry, clinical: 'unknown' },
  'verification status': { ...entry, verification: 'unknown' },
  onset: without(entry, 'onset'),
  abatement: without(entry, 'abated'),
  'what it is': nameless(entry),
  'date of record': undated(entry),
})

const ofMedicine: Blanks<EntryOf<'medicines'>> = (entry) => ({
  status: { ...entry, status: 'unknown' },
  intent: { ...entry, intent: 'unknown' },
  period: without(entry, 'period'),
  'end of period':
    entry.period?.end === undefined ? undefined : { ...entry, period: { ...without(entry.period, 'end') } },
  'start of period':
    entry.period?.start === undefined
      ? undefined
      : { ...entry, period: { ...without(entry.period, 'start') } },
  'last intake': without(entry, 'lastTaken'),
  dose: without(entry, 'dose'),
  'daily amount': entry.dose?.perDay === undefined ? undefined : { ...entry, dose: { text: 'as needed' } },
  'what it is': nameless(entry),
  'date of record': undated(entry),
})

const ofAllergy: Blanks<EntryOf<'allergies'>> = (entry) => ({
  'clinical status': { ...entry, clinical: 'unknown' },
  'verification status': { ...entry, verification: 'unknown' },
  'what it is': nameless(entry),
  'date of record': undated(entry),
})

const ofProcedure: Blanks<EntryOf<'procedures'>> = (entry) => ({
  status: { ...entry, status: 'unknown' },
  date: without(entry, 'performed'),
  'what it is': nameless(entry),
  'date of record': undated(entry),
})

const ofObservation: Blanks<EntryOf<'observations'>> = (entry) => ({
  status: { ...entry, status: 'unknown' },
  value: { ...(without(entry, 'value') ?? entry), absent: 'unknown' },
  unit: { ...(without(entry, 'value') ?? entry), absent: 'unit-unknown' },
  'value, with no word why': without(entry, 'value'),
  'upper limit': without(entry, 'upperLimit'),
  time: without(entry, 'at'),
})

const lies = (at: string, after: string): boolean =>
  at.length > 10 ? Date.parse(at) > Date.parse(after) : at > after.slice(0, 10)

// A date of which only the month, or the year, is left. One still to come is odd by itself: shortened, it is no longer
// odd, and that is another record.
const shortened = (
  entry: EntryOf<'statements'>,
  length: number,
  asOf: string | undefined,
): EntryOf<'statements'> | undefined =>
  entry.at === undefined || entry.at.length <= length || (asOf !== undefined && lies(entry.at, asOf))
    ? undefined
    : { ...entry, at: entry.at.slice(0, length) }

const ofStatement =
  (asOf: string | undefined): Blanks<EntryOf<'statements'>> =>
  (entry) => ({
    answer: { ...(without(entry, 'grade') ?? entry), answer: 'unknown' },
    time: without(entry, 'at'),
    'day of its time': shortened(entry, 7, asOf),
    'month of its time': shortened(entry, 4, asOf),
    speaker: { ...entry, by: 'unknown' },
  })

const ofTrial: Blanks<EntryOf<'antidepressantTrials'>> = (entry) => ({
  medicine: without(entry, 'codes'),
  start: without(entry, 'start'),
  // Beside "not stopped" an end is one half of a contradiction: without it nothing is unknown of when it ended.
  end: entry.reasonStopped === 'not-stopped' ? undefined : without(entry, 'end'),
  dose: without(entry, 'highestDosePerDay'),
  adherence: { ...entry, adherence: 'unknown' },
  episode: { ...entry, episode: 'unknown' },
  outcome: { ...entry, outcome: 'unknown' },
  'reason it stopped': { ...entry, reasonStopped: 'unknown' },
  'date of record': undated(entry),
})

const undatedPart = { by: 'unknown' } as const

const ofAttestation: Blanks<EntryOf<'attestations'>> = (entry) => ({
  complete: without(entry, 'complete'),
  read: without(entry, 'read'),
  'none known': without(entry, 'noneKnown'),
  'time of complete': entry.complete === undefined ? undefined : { ...entry, complete: undatedPart },
  'time of read': entry.read === undefined ? undefined : { ...entry, read: undatedPart },
  'time of none known': entry.noneKnown === undefined ? undefined : { ...entry, noneKnown: undatedPart },
})

/** Codes of what age and sex answer by themselves: only the code speaks against them. */
const ofChildbearing: ReadonlySet<string> = new Set(
  us.facts
    .filter(({ askedOf }) => askedOf === 'childbearing')
    .flatMap(({ id, includes = [] }) => us.facts.filter((row) => row.id === id || includes.includes(row.id)))
    .flatMap(({ core = [], history = [], confirm = [] }) => [...core, ...history, ...confirm])
    .flatMap(({ codes }) => codes),
)

const isOfChildbearing = (code: string): boolean =>
  Array.from(code, (_, at) => code.slice(0, at + 1)).some((family) => ofChildbearing.has(family))

/**
 * What an entry tells of is not blanked in a list somebody said they read, for they spoke of the entry as it stood, nor
 * where it tells of a pregnancy that age or sex would deny without it.
 */
function keepsItsName(
  { attestations = [] }: Draft,
  list: string,
  what: string,
  { codes = [] }: { readonly codes?: readonly { readonly code: string }[] | undefined },
): boolean {
  if (what !== 'what it is') return false
  return (
    attestations.some((one) => one.list === list && one.read !== undefined) ||
    codes.some(({ code }) => isOfChildbearing(code))
  )
}

/**
 * Every record with one fact less.
 *
 * @param asOf - the instant of the judgement, where dates may lie after it
 */
export function everyBlanking(draft: Draft, asOf?: string): readonly Blanked[] {
  const found: Blanked[] = []
  const entries = <L extends Lists>(
    list: L,
    blanks: Blanks<EntryOf<L>>,
    put: (all: EntryOf<L>[]) => Draft,
  ) => {
    const all: readonly EntryOf<L>[] = draft[list] ?? []
    all.forEach((entry, at) => {
      for (const [what, blank] of Object.entries(blanks(entry))) {
        if (blank !== undefined && !keepsItsName(draft, list, what, 'codes' in entry ? entry : {}))
          found.push({ what: `${list}[${at}] ${what}`, draft: put(all.with(at, blank)) })
      }
    })
  }
  entries('conditions', ofCondition, (conditions) => ({ ...draft, conditions }))
  entries('medicines', ofMedicine, (medicines) => ({ ...draft, medicines }))
  entries('allergies', ofAllergy, (allergies) => ({ ...draft, allergies }))
  entries('procedures', ofProcedure, (procedures) => ({ ...draft, procedures }))
  entries('observations', ofObservation, (observations) => ({ ...draft, observations }))
  entries('statements', ofStatement(asOf), (statements) => ({ ...draft, statements }))
  entries('antidepressantTrials', ofTrial, (antidepressantTrials) => ({ ...draft, antidepressantTrials }))
  entries('attestations', ofAttestation, (attestations) => ({ ...draft, attestations }))
  for (const name of [...listNames, 'antidepressantTrials', 'attestations', 'birthDate', 'sex'] as const) {
    const less = without(draft, name)
    if (less !== undefined) found.push({ what: name, draft: less })
  }
  if (draft.sex !== undefined)
    found.push({ what: 'sex, said to be unknown', draft: { ...draft, sex: 'unknown' } })
  found.push({ what: 'kind of record', draft: { ...draft, record: 'unknown' } })
  return found
}

/** A record with one to so many facts less. */
export function blanked(draft: Draft, picks: readonly number[], asOf?: string): Blanked {
  return picks.reduce<Blanked>(
    (less, pick) => {
      const all = everyBlanking(less.draft, asOf)
      const next = all[pick % all.length]
      return next === undefined ? less : { what: `${less.what}; ${next.what}`, draft: next.draft }
    },
    { what: '', draft },
  )
}

/** Which facts are blanked. */
export const picks = (most: number) => fc.array(fc.nat(100_000), { minLength: 1, maxLength: most })
