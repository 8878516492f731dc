/** Every export answers for every value: its documented result, or the one refusal. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Course } from '../../src/course/course.schema.ts'
import * as content from '../../src/entries/content.ts'
import * as fhir from '../../src/entries/fhir.ts'
import * as ics from '../../src/entries/ics.ts'
import * as plots from '../../src/entries/plots.ts'
import * as schemas from '../../src/entries/schemas.ts'
import * as screening from '../../src/entries/screening.ts'
import * as index from '../../src/index.ts'
import { sixty } from '../adapters/timelines.ts'
import { parsed, settledRecord } from '../screening/arbitrary.ts'
import { sampleCourse } from '../tools/sample-course.ts'
import { hostile, hostileValues, spoiled } from './hostile.ts'

type Call = (...given: readonly unknown[]) => unknown

const isCall = (value: unknown): value is Call => typeof value === 'function'

// Classes are made with `new`; a schema is a table of zod and no function of ours.
const isClass = (value: unknown): boolean => value === index.Refusal

const entries = { index, content, fhir, ics, plots, schemas, screening }

const calls = Object.entries(entries).flatMap(([entry, names]) =>
  Object.entries(names).flatMap(([name, value]): readonly (readonly [string, Call])[] =>
    isCall(value) && !isClass(value) && !('_zod' in value) ? [[`${entry}.${name}`, value]] : [],
  ),
)

const now = {
  content: content.us,
  policy: content.usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
}
const patient = parsed(settledRecord)
const plan = {
  product: 'esketamine-nasal',
  setting: 'outpatient',
  indication: 'treatment-resistant-depression',
}
const risky = parsed({
  ...settledRecord,
  conditions: [
    {
      codes: [{ system: 'icd-10-cm', code: 'I71.4' }],
      clinical: 'active',
      verification: 'confirmed',
      recordedAt: '2026-10-01',
    },
  ],
})
const decision = index.screen({ patient: risky, plan }, now)
const finding = decision.findings[0]
if (finding === undefined) throw new Error('an aneurysm is found')
const override = {
  rule: finding.rule.id,
  ruleVersion: finding.rule.version,
  reason: 'benefit',
  actor: { role: 'psychiatrist', id: 'p' },
  at: '2026-11-22T08:00:00-05:00',
  expires: '2026-11-23T08:00:00-05:00',
  digest: index.factsDigest(finding),
}
const ours = schemas.parse(schemas.Content, {
  format: 'ketamine-treatment/content/1',
  id: 'ours',
  version: '1',
})
if (!ours.ok) throw ours.error
const { content: pack, ...screenerContext } = now

const stored = schemas.parse(
  Course,
  sampleCourse({
    sessions: [{ id: 's1', day: '2026-11-24', time: '09:00', at: '2026-11-24T09:00:00-05:00' }],
  }),
)
if (!stored.ok) throw stored.error
const aCourse = stored.value

/** Arguments a call is meant for; the others are tried with quantities, days and words. */
const goodArguments: Readonly<Record<string, readonly unknown[]>> = {
  'index.screen': [{ patient: risky, plan, overrides: [override] }, now],
  'index.checkContraindications': [{ patient, plan, overrides: [override] }, now],
  'index.checkInteractions': [{ patient, plan }, now],
  'index.createScreener': [content.us],
  'screening.createScreener': [content.us],
  'index.checkDose': [
    {
      dose: { basis: 'per-kg', amount: { value: 0.5, unit: 'mg/kg' }, weight: 'actual', as: 'base' },
      plan: { product: 'ketamine-im' },
      patient: risky,
      history: {
        session: 2,
        given: [
          { at: '2026-11-15T10:00:00Z', mgPerKg: 0.5, delivered: { least: { value: 30, unit: 'mg' } } },
        ],
      },
      weight: { confirmed: true },
      overrides: [override],
    },
    now,
  ],
  'index.doseOptions': [
    {
      plan,
      patient: risky,
      given: [{ at: '2026-11-15T10:00:00Z', mg: 56 }],
      response: { word: 'response', definition: 'MADRS', at: '2026-11-22T08:00:00-05:00' },
      tolerability: { word: 'tolerated', at: '2026-11-22T08:00:00-05:00' },
      overrides: [override],
    },
    now,
  ],
  'index.isStale': [{ decision, patient, plan, overrides: [override] }, now],
  'index.whatWouldChange': [{ patient: risky, plan, overrides: [override] }, now],
  'index.explainFinding': [JSON.parse(JSON.stringify(finding))],
  'index.factsDigest': [JSON.parse(JSON.stringify(finding))],
  'index.describeCondition': [
    { kind: 'all', of: [{ kind: 'has', fact: 'a', when: 'ever' }] },
    (fact: string) => fact,
  ],
  'index.extendContent': [content.us, ours.value],
  'index.rulesOf': [content.us],
  'index.checkBounds': ['body-weight', { value: 70, unit: 'kg' }],
  'index.convert': [{ value: 70, unit: 'kg' }, 'g'],
  'index.plus': [
    { value: 70, unit: 'kg' },
    { value: 1, unit: 'kg' },
  ],
  'index.times': [{ value: 70, unit: 'kg' }, 2],
  'index.compareQuantities': [
    { value: 70, unit: 'kg' },
    { value: 1, unit: 'g' },
  ],
  'index.roundTo': [
    { value: 70, unit: 'kg' },
    { step: 1, mode: 'nearest' },
  ],
  'index.resolveLocal': [{ day: '2026-03-08', time: '02:30', zone: 'America/New_York', kind: 'planned' }],
  'index.and': [['yes', 'unknown']],
  'index.or': [['yes', 'unknown']],
  'index.atLeast': [2, ['yes', 'unknown']],
  'index.not': ['yes'],
  'index.verdictOf': ['defer', 'unknown'],
  'index.worse': ['hold', 'caution'],
  'index.ageOn': ['1984-05-17', '2026-11-22'],
  'index.addDays': ['2026-11-22', 3],
  'index.addMonths': ['2026-11-22', 3],
  'index.civilDayAt': [0, 'America/New_York'],
  'index.assessSeriousness': [{ death: 'no', hospitalisation: 'yes' }, { regulator: 'fda' }],
  'index.assessCausality': [{ method: 'naranjo', total: 6, answers: { 1: 'yes', 10: 'no' } }],
  'index.expectedness': [
    { effect: 'resp-depression', product: 'esketamine-nasal', jurisdiction: 'us', on: '2024-01' },
    content.us,
  ],
  'index.summarizeSideEffects': [
    [
      {
        session: 's',
        asOf: now.asOf,
        phase: 'observing',
        booked: { type: 'booked', kind: 'dosing', number: 1, product: 'esketamine-nasal' },
        entries: [],
        leftOut: [],
        anchors: { start: { at: now.asOf, event: 'd' }, end: { at: now.asOf, event: 'd' } },
        running: false,
        delivered: { least: { value: 56, unit: 'mg' }, most: { value: 56, unit: 'mg' }, as: 'base' },
        effects: [
          {
            event: 'e',
            entry: {
              id: 'e',
              at: now.asOf,
              what: { type: 'effect-observed', effect: { effect: 'nausea', severity: 2, distress: 3 } },
            },
            resolved: { event: 'r', at: now.asOf },
          },
        ],
        issues: [],
      },
    ],
  ],
  'schemas.parse': [schemas.Patient, { ...settledRecord }],
  'index.kg': [70],
  'plots.sessionPlot': [
    {
      session: 'v',
      asOf: '2026-11-24T12:00:00-05:00',
      phase: 'observing',
      running: false,
      entries: [
        {
          id: 'e',
          at: '2026-11-24T10:00:00-05:00',
          by: 'nurse',
          source: 'person',
          what: { type: 'vitals', reading: { heartRate: { value: 70, unit: '/min' } } },
        },
      ],
      leftOut: [],
      anchors: { start: { at: '2026-11-24T09:50:00-05:00', event: 'd' } },
      delivered: { least: { value: 28, unit: 'mg' } },
      effects: [],
      issues: [],
    },
    {
      zone: 'America/New_York',
      due: [
        {
          slot: 's',
          anchor: 'start',
          minutes: 40,
          observe: ['heart-rate'],
          required: true,
          dueAt: '2026-11-24T10:30:00-05:00',
          status: 'missed',
        },
      ],
    },
  ],
  'plots.timelinePlot': [sixty, { width: 360, title: 'A treatment', instruments: [content.phq9] }],
  'ics.courseCalendar': [
    { course: aCourse },
    {
      stamp: '2026-11-22T09:00:00-05:00',
      minutes: 120,
      titles: 'labels',
      person: 'R.',
      domain: 'clinic.example',
    },
  ],
  'fhir.patientFromFhir': [
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { resourceType: 'Patient', id: 'p', birthDate: '1984' } }],
    },
    { codes: [] },
  ],
}

// They hand back what they were given, whatever it is.
const passThrough = ['index.ok', 'index.err']

/** What is wrong with the outcome of a call, if anything. */
function outcomeOf(name: string, call: () => unknown): readonly string[] {
  let result: unknown
  try {
    result = call()
  } catch (thrown) {
    if (!(thrown instanceof index.Refusal)) return [`${name} let out ${String(thrown)}`]
    return refusalFaults(name, thrown)
  }
  if (passThrough.includes(name)) return []
  if (
    typeof result === 'object' &&
    result !== null &&
    'error' in result &&
    result.error instanceof index.Refusal
  ) {
    return refusalFaults(name, result.error)
  }
  return numbersIn(result).map((fault) => `${name}: ${fault}`)
}

function refusalFaults(name: string, refusal: InstanceType<typeof index.Refusal>): readonly string[] {
  const faults: string[] = []
  if (!index.allCodes.some((row) => row.code === refusal.code && row.text === refusal.text))
    faults.push(`${name} refused with ${refusal.code}`)
  const members = Object.keys(refusal).sort().join(' ')
  if (members !== 'code name path severity text') faults.push(`${name} refused with ${members}`)
  if (refusal.message.includes('a getter ran')) faults.push(`${name} repeats what was thrown`)
  return faults
}

/** Numbers that are none, anywhere in a result. */
function numbersIn(result: unknown): readonly string[] {
  const found: string[] = []
  const seen = new Set<unknown>()
  const open = [result]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'number' && (!Number.isFinite(next) || Object.is(next, -0)))
      found.push(`a number that is ${next}`)
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    open.push(...Object.values(next))
  }
  return found
}

test('the exports are all here', () => {
  expect(calls.length).toBeGreaterThan(30)
  const known = new Set(calls.map(([name]) => name))
  expect(Object.keys(goodArguments).filter((name) => !known.has(name))).toEqual([])
})

test.each(calls)('%s answers for anything in any place', (name, call) => {
  const faults = new Set<string>()
  const note = (run: () => unknown) => {
    for (const fault of outcomeOf(name, run)) faults.add(fault)
  }
  note(() => call())
  for (const one of hostileValues) {
    note(() => call(one()))
    for (const other of hostileValues) note(() => call(one(), other()))
  }
  expect([...faults]).toEqual([])
})

const withGood = calls.filter(([name]) => goodArguments[name] !== undefined)

test.each(withGood)('%s answers for good arguments with one thing wrong inside', (name, call) => {
  const good = goodArguments[name] ?? []
  const place = fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), hostile)
  const faults = new Set<string>()
  fc.assert(
    fc.property(place, ([steps, { value }]) => {
      const given = spoiled(good, steps, value)
      if (!Array.isArray(given)) return
      for (const fault of outcomeOf(name, () => call(...given))) faults.add(fault)
    }),
    { numRuns: 400 },
  )
  expect([...faults]).toEqual([])
})

test('a compiled screener answers for anything', () => {
  const screener = index.createScreener(pack)
  const faults = new Set<string>()
  for (const [name, call] of Object.entries(screener)) {
    if (!isCall(call)) continue
    for (const one of hostileValues) {
      for (const given of [
        [one()],
        [{ patient, plan }, one()],
        [one(), screenerContext],
        [{ patient, plan: one() }, screenerContext],
        [{ patient: one(), plan }, screenerContext],
        [{ patient, plan, overrides: one() }, screenerContext],
      ]) {
        for (const fault of outcomeOf(name, () => call(...given))) faults.add(fault)
      }
    }
  }
  expect([...faults]).toEqual([])
})
