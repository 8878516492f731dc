/** Records made by small changes to base records, from the codes, limits and questions of the packs themselves. @module */
import fc from 'fast-check'
import { eu, euScreening } from '../../src/content/eu.ts'
import { us, usScreening } from '../../src/content/us.ts'
import type { StatedFact } from '../../src/judgement/stated.ts'
import { checkBounds } from '../../src/kernel/bounds.ts'
import { type Content, rulesOf } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { CodeSystem, Codes, FactRow, ListName } from '../../src/kernel/fact.ts'
import type { MinimumDose } from '../../src/kernel/indication.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import {
  addDays,
  civilDayAt,
  formatInstant,
  instantMs,
  isInstant,
  offsetMinutes,
} from '../../src/kernel/time.ts'
import {
  type AllergyEntry,
  type AntidepressantTrial,
  type Attestation,
  type Coding,
  type ConditionEntry,
  type MedicineEntry,
  type ObservationEntry,
  Patient,
  type ProcedureEntry,
  type Statement,
} from '../../src/patient/patient.schema.ts'
import { allCases, baseRecord, merged } from '../content/cases.ts'
import { questionsOf } from '../rules/interpreter.ts'

/** A record as a site would write it, before it comes through the door. */
export type Draft = Patient

/** Something that happens to a record. */
export type Change =
  | { readonly add: 'conditions'; readonly entry: ConditionEntry }
  | { readonly add: 'medicines'; readonly entry: MedicineEntry }
  | { readonly add: 'allergies'; readonly entry: AllergyEntry }
  | { readonly add: 'procedures'; readonly entry: ProcedureEntry }
  | { readonly add: 'observations'; readonly entry: ObservationEntry }
  | { readonly add: 'cuff'; readonly entries: readonly ObservationEntry[] }
  | { readonly add: 'statements'; readonly entry: Statement }
  | { readonly add: 'attestations'; readonly entry: Attestation }
  | { readonly add: 'trials'; readonly entry: AntidepressantTrial }
  | { readonly leaveOut: ListName | OtherList }
  | { readonly takeOut: ListName | OtherList; readonly at: number }
  | { readonly incomplete: ListName }
  | { readonly person: Pick<Draft, 'birthDate' | 'sex'> }
  | { readonly record: Draft['record'] }

type OtherList = 'statements' | 'attestations' | 'antidepressantTrials'

export const listNames: readonly ListName[] = [
  'conditions',
  'medicines',
  'allergies',
  'procedures',
  'observations',
]

/** The record after a change. */
export function changed(draft: Draft, change: Change): Draft {
  if ('add' in change) {
    switch (change.add) {
      case 'conditions':
        return { ...draft, conditions: [...(draft.conditions ?? []), change.entry] }
      case 'medicines':
        return { ...draft, medicines: [...(draft.medicines ?? []), change.entry] }
      case 'allergies':
        return { ...draft, allergies: [...(draft.allergies ?? []), change.entry] }
      case 'procedures':
        return { ...draft, procedures: [...(draft.procedures ?? []), change.entry] }
      case 'observations':
        return { ...draft, observations: [...(draft.observations ?? []), change.entry] }
      case 'cuff':
        return { ...draft, observations: [...(draft.observations ?? []), ...change.entries] }
      case 'statements':
        return { ...draft, statements: [...(draft.statements ?? []), change.entry] }
      case 'attestations':
        return { ...draft, attestations: [...(draft.attestations ?? []), change.entry] }
      case 'trials':
        return { ...draft, antidepressantTrials: [...(draft.antidepressantTrials ?? []), change.entry] }
    }
  }
  if ('leaveOut' in change) {
    const { [change.leaveOut]: _gone, ...rest } = draft
    return rest
  }
  if ('takeOut' in change) {
    const list: readonly unknown[] = draft[change.takeOut] ?? []
    if (list.length === 0) return draft
    return { ...draft, [change.takeOut]: list.toSpliced(change.at % list.length, 1) }
  }
  if ('incomplete' in change) {
    return { ...draft, incomplete: [...new Set([...(draft.incomplete ?? []), change.incomplete])] }
  }
  if ('person' in change) return { ...draft, ...change.person }
  return { ...draft, record: change.record }
}

/** Through the door, as every record comes. */
export function parsed(draft: unknown): Parsed<Patient> {
  const result = parse(Patient, draft)
  if (!result.ok) throw result.error
  return result.value
}

// --- What the packs know.

const uris: Readonly<Record<CodeSystem, string>> = {
  'icd-10-cm': 'http://hl7.org/fhir/sid/icd-10-cm',
  'snomed-ct': 'http://snomed.info/sct',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  loinc: 'http://loinc.org',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  unii: 'http://fdasis.nlm.nih.gov',
}

const packs: readonly Content[] = [us, eu]

/** Fact rows of both packs, each once. */
export const factRows: readonly FactRow[] = [
  ...new Map(packs.flatMap((pack) => pack.facts.map((row) => [row.id, row] as const))).values(),
]

/** Every question of both packs, each once. */
export const packQuestions = [
  ...new Map(
    packs
      .flatMap((pack) => rulesOf(pack).flatMap((rule) => questionsOf(rule.when)))
      .map((leaf) => [JSON.stringify(leaf), leaf] as const),
  ).values(),
]

function codingsIn(set: Codes): Coding[] {
  const isFamily = set.system === 'icd-10-cm' || set.system === 'atc'
  const codes = [...set.codes, ...(set.except ?? [])]
  const deeper = codes.map((code) => (code.includes('.') || set.system === 'atc' ? `${code}0` : `${code}.9`))
  return [...codes, ...(isFamily ? deeper : [])].map((code) => ({ system: uris[set.system], code }))
}

const codingsOf = (row: FactRow): Coding[] =>
  [...(row.core ?? []), ...(row.history ?? []), ...(row.confirm ?? [])].flatMap(codingsIn)

/** Codes no set holds, codes of systems nobody reads, and codes that are none. */
const strangeCodings: readonly Coding[] = [
  { system: uris['icd-10-cm'], code: 'Z00.00' },
  { system: uris['icd-10-cm'], code: 'I7' },
  { system: uris['icd-10-cm'], code: 'i71.4' },
  { system: uris['icd-10-cm'], code: 'I71.' },
  { system: uris['snomed-ct'], code: '999000999' },
  { system: uris.rxnorm, code: '860975' },
  { system: uris.atc, code: 'V' },
  { system: uris.atc, code: 'V0' },
  { system: 'urn:oid:1.2.3.4', code: 'I71.4' },
  { system: 'http://snomed.info/sct/', code: '432119003' },
]

/** A code that leads to a fact of these kinds, and sometimes one that does not. */
function codingFor(list: ListName): fc.Arbitrary<Coding> {
  const rows = factRows.filter((row) => row.lists.includes(list) && codingsOf(row).length > 0)
  const anywhere = factRows.filter((row) => codingsOf(row).length > 0)
  const among = (some: readonly FactRow[]) =>
    fc.oneof(...some.map((row) => fc.constantFrom(...codingsOf(row))))
  const strange = fc.constantFrom(...strangeCodings)
  if (rows.length === 0) return fc.oneof(among(anywhere), strange)
  return fc.oneof(
    { weight: 12, arbitrary: among(rows) },
    { weight: 1, arbitrary: among(anywhere) },
    { weight: 2, arbitrary: strange },
  )
}

/** Values at a limit, and one step to either side of it, that the door lets in. */
function valuesOf(fact: string): readonly { readonly value: number; readonly unit: string }[] {
  const unit = factRows.find((row) => row.id === fact)?.unit ?? '1'
  const limits = packQuestions.flatMap((leaf) => {
    if (leaf.kind !== 'measured' || leaf.fact !== fact || leaf.relativeTo !== undefined) return []
    return 'policy' in leaf.limit ? [] : [leaf.limit.value]
  })
  const numbers = [...new Set([...limits, 35, 70, 100, 140, 160])].flatMap((limit) => [
    limit - 1,
    limit - 0.1,
    limit,
    limit + 0.1,
    limit + 1,
  ])
  const own = numbers.map((value) => ({ value: Math.round(value * 10) / 10, unit }))
  const other = unit === 'mm[Hg]' ? [16, 18.7, 21.3].map((value) => ({ value, unit: 'kPa' })) : []
  const wrong = checkBounds(fact, { value: 50, unit: '1' }) === 'wrong-unit' ? [] : [{ value: 50, unit: '1' }]
  return [...own, ...other, ...wrong].filter((one) => ['ok', 'unusual'].includes(checkBounds(fact, one)))
}

// --- Times.

/** Days before the judgement at which some rule or number of the policy turns, and a day to either side. */
const turns = [0, 1, 7, 14, 28, 30, 42, 90, 180, 182, 184, 280, 294, 365, 730, 3650].flatMap((days) => [
  days - 1,
  days,
  days + 1,
])

/** A recorded time: mostly before the judgement, at every grain, now and then absent or still to come. */
export function timesAround(asOf: string, zone: string): fc.Arbitrary<string | undefined> {
  const now = instantMs(asOf)
  const day = civilDayAt(now, zone)
  const text = (ms: number) => formatInstant(ms, offsetMinutes(ms, zone))
  const instants = [0, 5, 14, 15, 16, 30, 60, 12 * 60 - 1, 12 * 60, 12 * 60 + 1, 24 * 60, -4, -6].map(
    (minutes) => text(now - minutes * 60_000),
  )
  const days = turns.map((days) => addDays(day, -days))
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...days) },
    { weight: 5, arbitrary: fc.constantFrom(...instants, ...days.map((civil) => `${civil}T08:00:00Z`)) },
    { weight: 1, arbitrary: fc.constantFrom(...days.map((civil) => civil.slice(0, 7))) },
    { weight: 1, arbitrary: fc.constantFrom(...days.map((civil) => civil.slice(0, 4))) },
    { weight: 1, arbitrary: fc.constantFrom(addDays(day, 2), addDays(day, 400)) },
    { weight: 3, arbitrary: fc.constant(undefined) },
  )
}

// --- Entries.

/** Members that are there or not, never there as `undefined`. */
function given<T extends object>(
  members: { readonly [K in keyof T]: fc.Arbitrary<T[K] | undefined> },
): fc.Arbitrary<T>
function given(members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc
    .record(members)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, of10: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: of10, arbitrary }, { weight: 10 - of10, arbitrary: fc.constant(undefined) })

function mostly<const T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.constant(usual) },
    { weight: 8, arbitrary: fc.constantFrom(...others) },
  )
}

// Entries of one list are told apart by an id, as sending systems do.
const ids = fc.integer({ min: 0, max: 1e9 }).map((number) => `e${number}`)

const states = ['deceased', 'merged', 'test', 'other-person', 'unknown'] as const

function changesAround(asOf: string, zone: string): fc.Arbitrary<Change> {
  const time = timesAround(asOf, zone)
  const codes = (list: ListName) => maybe(fc.array(codingFor(list), { minLength: 0, maxLength: 2 }), 9)
  const named = (list: ListName) => ({
    id: ids,
    codes: codes(list),
    text: maybe(fc.constantFrom('aneurysm', 'see letter'), 3),
    recordedAt: time,
  })
  const condition = given<ConditionEntry>({
    ...named('conditions'),
    clinical: mostly('active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'unknown'),
    verification: mostly(
      'confirmed',
      'provisional',
      'differential',
      'unconfirmed',
      'refuted',
      'entered-in-error',
      'unknown',
    ),
    onset: time,
    abated: maybe(time, 2),
  })
  const medicine = fc
    .tuple(
      given<MedicineEntry>({
        ...named('medicines'),
        status: mostly(
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
        ),
        intent: mostly('order', 'reported', 'administered', 'plan', 'proposal', 'prohibited', 'unknown'),
        dose: maybe(
          given<NonNullable<MedicineEntry['dose']>>({
            perDay: maybe(
              fc.record({
                value: fc.constantFrom(0.5, 1, 2, 2.5, 4, 8, 10, 20, 40),
                unit: fc.constantFrom('mg', 'mg', 'mg', 'g', 'mL'),
              }),
              9,
            ),
          }),
          6,
        ),
      }),
      time,
      time,
      fc.boolean(),
    )
    .map(
      ([entry, start, end, byIntake]): MedicineEntry => ({
        ...entry,
        ...(start === undefined
          ? {}
          : { period: { start, ...(byIntake || end === undefined ? {} : { end }) } }),
        ...(byIntake && end !== undefined ? { lastTaken: end } : {}),
      }),
    )
  const allergy = given<AllergyEntry>({
    ...named('allergies'),
    clinical: mostly('active', 'inactive', 'resolved', 'unknown'),
    verification: mostly('confirmed', 'presumed', 'unconfirmed', 'refuted', 'entered-in-error', 'unknown'),
  })
  const procedure = given<ProcedureEntry>({
    ...named('procedures'),
    status: mostly(
      'completed',
      'in-progress',
      'planned',
      'on-hold',
      'stopped',
      'not-done',
      'entered-in-error',
      'unknown',
    ),
    performed: time,
  })
  const measurements = factRows.filter((row) => row.kind === 'measurement' && valuesOf(row.id).length > 0)
  const observation = fc.oneof(...measurements.map((row) => reading(row.id, time)))
  const cuff = fc
    .tuple(
      reading('systolic-pressure', time),
      reading('diastolic-pressure', time),
      fc.constantFrom('group', 'time', 'nothing'),
      fc.integer({ min: 0, max: 99 }),
    )
    .map(([high, low, by, number]): readonly ObservationEntry[] => {
      if (by === 'group')
        return [
          { ...high, group: `g${number}` },
          { ...low, group: `g${number}` },
        ]
      const { at: _at, ...lower } = low
      return by === 'time'
        ? [high, { ...lower, ...(high.at === undefined ? {} : { at: high.at }) }]
        : [high, low]
    })
  return fc.oneof(
    { weight: 7, arbitrary: condition.map((entry): Change => ({ add: 'conditions', entry })) },
    { weight: 7, arbitrary: medicine.map((entry): Change => ({ add: 'medicines', entry })) },
    { weight: 2, arbitrary: allergy.map((entry): Change => ({ add: 'allergies', entry })) },
    { weight: 2, arbitrary: procedure.map((entry): Change => ({ add: 'procedures', entry })) },
    { weight: 4, arbitrary: observation.map((entry): Change => ({ add: 'observations', entry })) },
    { weight: 2, arbitrary: cuff.map((entries): Change => ({ add: 'cuff', entries })) },
    { weight: 8, arbitrary: statements(time).map((entry): Change => ({ add: 'statements', entry })) },
    { weight: 4, arbitrary: antidepressantTrials(time).map((entry): Change => ({ add: 'trials', entry })) },
    { weight: 2, arbitrary: attestations(time).map((entry): Change => ({ add: 'attestations', entry })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...listNames, 'attestations' as const, 'antidepressantTrials' as const)
        .map((leaveOut): Change => ({ leaveOut })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            ...listNames,
            'statements' as const,
            'attestations' as const,
            'antidepressantTrials' as const,
          ),
          fc.nat(20),
        )
        .map(([takeOut, at]): Change => ({ takeOut, at })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...listNames).map((incomplete): Change => ({ incomplete })) },
    { weight: 2, arbitrary: people(asOf).map((person): Change => ({ person })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...Array.from({ length: 9 }, () => 'active' as const), ...states)
        .map((record): Change => ({ record })),
    },
  )
}

function reading(fact: string, time: fc.Arbitrary<string | undefined>): fc.Arbitrary<ObservationEntry> {
  const relative = packQuestions.some(
    (leaf) => leaf.kind === 'measured' && leaf.fact === fact && leaf.relativeTo !== undefined,
  )
  const upper = fc.constantFrom(0, 0.7, 35, 35.1, 40)
  const unit = factRows.find((row) => row.id === fact)?.unit ?? '1'
  const values = valuesOf(fact)
  const value = relative
    ? fc.oneof(
        fc.constantFrom(...values),
        fc.constantFrom(2.1, 105, 105.3, 120, 120.1).map((number) => ({ value: number, unit })),
      )
    : fc.constantFrom(...values)
  return given<ObservationEntry>({
    id: ids,
    name: fc.constant(fact),
    status: mostly('final', 'preliminary', 'entered-in-error', 'cancelled', 'unknown'),
    value: maybe(value, 9),
    bound: maybe(fc.constantFrom('below', 'above'), 1),
    absent: maybe(fc.constantFrom('not-done', 'not-readable', 'out-of-bounds', 'unit-unknown', 'unknown'), 1),
    upperLimit: relative
      ? maybe(
          upper.map((number) => ({ value: number, unit })),
          9,
        )
      : fc.constant(undefined),
    at: time,
  })
}

/** Facts a person may be asked about; those only a statement answers come more often. */
const spoken = factRows.filter((row) => row.kind !== 'measurement')
const onlySpoken = spoken.filter(
  (row) => row.lists.length === 0 || row.needsStatement === true || row.statementMaxAge !== undefined,
)

function statements(time: fc.Arbitrary<string | undefined>): fc.Arbitrary<Statement> {
  const row = fc.oneof(fc.constantFrom(...spoken), fc.constantFrom(...onlySpoken))
  return fc
    .tuple(
      row,
      given<Omit<Statement, 'fact' | 'answer' | 'grade'>>({
        id: ids,
        at: time,
        by: mostly('clinician', 'patient', 'device', 'import', 'unknown'),
      }),
      fc.constantFrom('yes', 'no', 'no', 'unknown'),
      fc.nat(20),
    )
    .map(([{ id: fact, grades = [] }, rest, answer, number]): Statement => {
      const grade = number < 15 ? grades[number % Math.max(1, grades.length)] : undefined
      return { fact, ...rest, ...(grade === undefined ? { answer } : { grade }) }
    })
}

const doseRows = us.indication?.minimumDoses ?? []

const trialFields = [
  'codes',
  'start',
  'end',
  'highestDosePerDay',
  'adherence',
  'episode',
  'outcome',
  'reasonStopped',
] as const

/** Trials that failed as definitions ask, with a few fields at, beside or beyond the limits of the tables. */
export function antidepressantTrials(
  time: fc.Arbitrary<string | undefined>,
): fc.Arbitrary<AntidepressantTrial> {
  // A few medicines only, so that one comes twice.
  const rows = fc.oneof(fc.constantFrom(...doseRows.slice(0, 4)), fc.constantFrom(...doseRows))
  return rows.chain((row) =>
    fc
      .tuple(oddTrials(row, time), fc.subarray([...trialFields], { maxLength: 4 }))
      .map(([odd, fields]): AntidepressantTrial => {
        const failed: AntidepressantTrial = {
          codes: [{ system: uris.atc, code: row.atc.split(' ')[0] ?? '' }],
          start: '2018-06-01',
          end: '2018-10-01',
          highestDosePerDay: { value: row.strict?.most ?? row.lowest.value, unit: 'mg' },
          adherence: 'adequate',
          episode: 'current',
          outcome: 'no-response',
          reasonStopped: 'inefficacy',
        }
        const { id, text } = odd
        const trial = { ...failed, ...(id && { id }), ...(text && { text }) }
        for (const field of fields) {
          if (odd[field] !== undefined) Object.assign(trial, { [field]: odd[field] })
          else if (field === 'codes' || field === 'start' || field === 'end') delete trial[field]
          else if (field === 'highestDosePerDay') delete trial[field]
        }
        return trial
      }),
  )
}

function oddTrials(
  row: MinimumDose,
  time: fc.Arbitrary<string | undefined>,
): fc.Arbitrary<AntidepressantTrial> {
  const atc = { system: uris.atc, code: row.atc.split(' ')[0] ?? '' }
  const rxnorm = { system: uris.rxnorm, code: row.rxnorm?.split(' ')[0] ?? '0' }
  const amounts = [row.lowest.value, row.strict?.least, row.strict?.most].flatMap((value) =>
    value === undefined ? [] : [value - 1, value, value + 1],
  )
  return given<AntidepressantTrial>({
    id: maybe(ids, 8),
    codes: fc.constantFrom([rxnorm], [atc, rxnorm], [], strangeCodings.slice(4, 8), undefined),
    text: maybe(fc.constant('an antidepressant'), 3),
    start: time,
    end: time,
    highestDosePerDay: fc.oneof(
      fc
        .constantFrom(...amounts)
        .chain((value) =>
          fc.constantFrom({ value, unit: 'mg' }, { value, unit: 'mg/d' }, { value: value / 1000, unit: 'g' }),
        ),
      fc.constantFrom({ value: 5, unit: 'mL' as const }, undefined),
    ),
    adherence: fc.constantFrom('inadequate', 'unknown'),
    episode: fc.constantFrom('earlier', 'unknown'),
    outcome: fc.constantFrom('partial-response', 'response', 'unknown'),
    reasonStopped: fc.constantFrom('not-stopped', 'intolerance', 'other', 'unknown'),
  })
}

function attestations(time: fc.Arbitrary<string | undefined>): fc.Arbitrary<Attestation> {
  type Part = NonNullable<Attestation['complete']>
  const part = maybe(
    given<Part>({ at: time, by: fc.constantFrom('clinician', 'patient', 'import', 'unknown') }),
    7,
  )
  return given<Attestation>({
    list: fc.constantFrom(...listNames),
    complete: part,
    read: part,
    noneKnown: part,
  })
}

function people(asOf: string): fc.Arbitrary<Pick<Draft, 'birthDate' | 'sex'>> {
  const year = Number(asOf.slice(0, 4))
  const births = [9, 10, 11, 17, 18, 19, 40, 59, 60, 61, 64, 65, 66, 93].flatMap((age) => [
    `${year - age}${asOf.slice(4, 10)}`,
    addDays(`${year - age}${asOf.slice(4, 10)}`, 1),
    `${year - age}`,
    `${year - age}-06`,
  ])
  return given<Pick<Draft, 'birthDate' | 'sex'>>({
    birthDate: maybe(fc.constantFrom(...births), 9),
    sex: maybe(fc.constantFrom('female', 'female', 'male', 'other', 'unknown'), 9),
  })
}

// --- Worlds: a moment, and the records that stand around it.

/** A judgement to be made. */
export interface World {
  readonly asOf: string
  readonly zone: string
  readonly draft: Draft
  readonly product: string
  /** What the plan is for, where it says so. */
  readonly indication?: string
  readonly stated?: readonly StatedFact[]
  readonly pack: 'us' | 'eu'
}

/** What a screening may ask; the facts of a visit are answered by its log. */
const screened = new Set([usScreening, euScreening].flatMap((pack) => pack.facts.map((row) => row.id)))

/** A long record: nothing stands against the plan in it but what a change brings. */
export const settledRecord: Draft = {
  ...parsed(baseRecord),
  statements: factRows
    .filter((row) => screened.has(row.id) && row.kind !== 'measurement')
    .filter((row) => row.lists.length === 0 || row.needsStatement === true)
    .map(
      (row): Statement => ({ fact: row.id, answer: 'no', at: '2026-11-22T09:00:00-05:00', by: 'clinician' }),
    ),
  observations: factRows
    .filter((row) => row.kind === 'measurement')
    .flatMap((row): ObservationEntry[] => {
      const value = {
        'systolic-pressure': 118,
        'diastolic-pressure': 74,
        alt: 20,
        ast: 20,
        'body-mass-index': 24,
      }[row.id]
      if (value === undefined || row.unit === undefined) return []
      const upperLimit =
        row.id === 'alt' || row.id === 'ast' ? { upperLimit: { value: 40, unit: row.unit } } : {}
      return [
        {
          name: row.id,
          status: 'final',
          value: { value, unit: row.unit },
          ...upperLimit,
          at: '2026-11-22T08:55:00-05:00',
        },
      ]
    }),
}

const resistant = 'treatment-resistant-depression'
const purposes = [
  ...new Set(packs.flatMap((pack) => (pack.indication?.indications ?? []).map(({ id }) => id))),
  'no-such-purpose',
]

/** Answers outside the record: mostly those that a purpose asks for. */
function statedFacts(time: fc.Arbitrary<string | undefined>): fc.Arbitrary<StatedFact> {
  const usual = ['off-label-decision', 'off-label-consent', 'antidepressant-trials-complete'] as const
  return given<StatedFact>({
    fact: fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...onlySpoken.map(({ id }) => id))),
    truth: fc.constantFrom('yes', 'yes', 'no', 'unknown'),
    at: time.map((when) => (isInstant(when) ? when : undefined)),
    by: mostly('clinician', 'nurse', 'patient', 'chaperone', 'device', 'import', 'unknown'),
  })
}

/** The record with depression that two medicines did not help, and one of them taken still. */
export function forResistance(asOf: string, draft: Draft): Draft {
  const day = (ago: number) => addDays(asOf.slice(0, 10), -ago)
  const named = { adherence: 'adequate', episode: 'current', outcome: 'no-response' } as const
  const trial = (at: number, code: string, dose: number): AntidepressantTrial => ({
    ...named,
    id: `t${at}`,
    codes: [{ system: uris.atc, code }],
    highestDosePerDay: { value: dose, unit: 'mg' },
    start: day(100 + 100 * at),
    ...(at === 0 ? { reasonStopped: 'not-stopped' } : { end: day(100), reasonStopped: 'inefficacy' }),
  })
  const said = (fact: string): Statement => ({ fact, answer: 'yes', at: asOf, by: 'clinician' })
  return {
    ...draft,
    conditions: [
      ...(draft.conditions ?? []),
      {
        id: 'mdd',
        codes: [{ system: uris['icd-10-cm'], code: 'F33.2' }],
        clinical: 'active',
        verification: 'confirmed',
        recordedAt: day(300),
      },
    ],
    medicines: [
      ...(draft.medicines ?? []),
      {
        id: 'ad',
        codes: [{ system: uris.atc, code: 'N06AB06' }],
        status: 'active',
        intent: 'order',
        recordedAt: day(100),
      },
    ],
    antidepressantTrials: [trial(0, 'N06AB06', 100), trial(1, 'N06AB10', 20)],
    statements: [
      ...(draft.statements ?? []),
      { fact: 'depressive-episode-severity', grade: 'severe', at: asOf, by: 'clinician' },
      said('prescriber-is-psychiatrist'),
      said('antidepressant-trials-complete'),
      said('major-depressive-disorder'),
      // The patient says so, and an entry bears it out.
      { fact: 'ssri', answer: 'yes', at: asOf, by: 'patient' },
    ],
  }
}

const zone = 'America/New_York'
const usual = '2026-11-22T09:00:00-05:00'
const moments = [usual, '2019-06-15T10:00:00-04:00', '2021-03-29T09:30:00-04:00', '2024-11-04T08:00:00-05:00']

const drafts = new Map<string, Map<string, Draft>>(moments.map((asOf) => [asOf, new Map()]))
drafts.get(usual)?.set('settled', settledRecord)
for (const one of allCases()) {
  const draft = parsed(merged(baseRecord, one.record))
  const known = drafts.get(one.asOf) ?? drafts.get(usual)
  known?.set(JSON.stringify(draft), draft)
}

const products = us.products.map((product) => product.id)

/**
 * Judgements to be made of records that came about by at most so many changes.
 *
 * A third of the records begin as one against which nothing stands, a third as the empty attested one, the rest as
 * the record of some case.
 */
export function worlds(mostChanges: number): fc.Arbitrary<World> {
  const each = moments.map((asOf) => {
    const cases = [...(drafts.get(asOf)?.values() ?? [])]
    const base = asOf === usual ? [settledRecord] : []
    const bases = fc.oneof(
      fc.constantFrom(...base, movedTo(asOf, settledRecord)),
      fc.constant(movedTo(asOf, parsed(baseRecord))),
      fc.constantFrom(...cases, parsed(baseRecord)),
    )
    const arbitrary = fc
      .record({
        base: bases,
        changes: fc.array(changesAround(asOf, zone), { maxLength: mostChanges }),
        product: fc.constantFrom(...products),
        pack: fc.constantFrom('us' as const, 'eu' as const),
        indication: fc.constantFrom(undefined, undefined, undefined, resistant, resistant, ...purposes),
        isFor: fc.boolean(),
        stated: fc.option(fc.array(statedFacts(timesAround(asOf, zone)), { maxLength: 3 }), {
          nil: undefined,
        }),
      })
      .map(
        ({ base, changes, product, pack, indication, isFor, stated }): World => ({
          asOf,
          zone,
          draft: changes.reduce(changed, isFor ? forResistance(asOf, base) : base),
          product,
          pack,
          ...(indication === undefined ? {} : { indication }),
          ...(stated === undefined ? {} : { stated }),
        }),
      )
    return { weight: asOf === usual ? 7 : 1, arbitrary }
  })
  return fc.oneof(...each)
}

/** The record with everything dated to the usual moment dated to another. */
function movedTo(asOf: string, draft: Draft): Draft {
  return parsed(
    JSON.parse(
      JSON.stringify(draft)
        .replaceAll(usual, asOf)
        .replaceAll(
          '2026-11-22T08:55:00-05:00',
          formatInstant(instantMs(asOf) - 300_000, offsetMinutes(instantMs(asOf), zone)),
        ),
    ),
  )
}
