/**
 * A pack of rules to measure with: 40, and 20 more of the same kinds.
 *
 * Nothing in it is medicine. The codes are placeholders in the form of real systems, so that figures do not move when
 * a clinical row changes. @module
 */
import { markParsed } from '../src/kernel/parsed.ts'
import { age, all, amount, any, has, hasEver, latest, span, takes } from '../src/kernel/rule.ts'

const two = (number) => String(number).padStart(2, '0')
const day = '2026-01-01'

/** Ids of the condition facts, `c00` to `c22`; their place is their bit in the straight-line code. */
export const conditionFacts = Array.from({ length: 23 }, (_, at) => `c${two(at)}`)
/** Ids of the medicine facts; `m10` is the class of the first four. */
export const medicineFacts = Array.from({ length: 11 }, (_, at) => `m${two(at)}`)
/** Measurements, with the unit each is compared in. */
export const measurementFacts = {
  'systolic-pressure': 'mm[Hg]',
  'diastolic-pressure': 'mm[Hg]',
  'heart-rate': '/min',
  'oxygen-saturation': '%',
}

/** The fact whose entries age, and the facts whose statements age. */
export const agingEntry = 'c07'
export const agesAsStatement = (id) =>
  id === 'c00' || id === 'c05' || id === 'c10' || id === 'c15' || id === 'c20'
/** Medicines asked for with a wash-out of `washOutDays`. */
export const washedOut = ['m04', 'm05']
export const washOutDays = 14
export const readingMaxAgeDays = 30
export const statementMaxAgeDays = 180
export const attestationMaxAgeDays = 90

/** The codes of a condition fact: two ICD-10-CM families, one left out in some, three SNOMED CT codes, and the rest. */
export function codesOfCondition(at) {
  const letter = String.fromCharCode(65 + at)
  return {
    families: [`${letter}2${at % 10}`, `${letter}4${at % 10}`],
    except: at % 4 === 0 ? [`${letter}2${at % 10}.9`] : [],
    exact: [0, 1, 2].map((of) => `90${two(at)}00${of}`),
    history: at % 3 === 0 ? [`90${two(at)}107`] : [],
    confirm: at % 4 === 1 ? [`Z8${at % 10}`] : [],
  }
}

/** The codes of a medicine fact: one ATC family and two RxNorm codes. */
export function codesOfMedicine(at) {
  return { family: `N0${at % 10}A${String.fromCharCode(65 + at)}`, exact: [`7${two(at)}11`, `7${two(at)}12`] }
}

const codes = (system, list, except = []) =>
  list.length === 0
    ? []
    : [{ system, codes: list, certainty: 'K?', ...(except.length === 0 ? {} : { except }) }]

function conditionRow(id, at) {
  const { families, except, exact, history, confirm } = codesOfCondition(at)
  return {
    id,
    label: `condition ${at}`,
    ask: `Is there condition ${at}?`,
    kind: 'condition',
    lists: ['conditions'],
    core: [...codes('icd-10-cm', families, except), ...codes('snomed-ct', exact)],
    history: codes('snomed-ct', history),
    confirm: codes('icd-10-cm', confirm),
    means: 'ask',
    ...(agesAsStatement(id) ? { statementMaxAge: 'statement-max-age' } : {}),
    ...(id === agingEntry ? { entryMaxAge: 'entry-max-age' } : {}),
  }
}

function medicineRow(id, at) {
  const isClass = id === 'm10'
  const { family, exact } = codesOfMedicine(at)
  return {
    id,
    label: `medicine ${at}`,
    ask: `Is medicine ${at} taken?`,
    kind: 'medicine',
    lists: ['medicines'],
    core: [...codes('atc', [family]), ...codes('rxnorm', exact)],
    ...(isClass ? { includes: medicineFacts.slice(0, 4) } : {}),
    means: 'ask',
  }
}

const facts = [
  ...conditionFacts.map(conditionRow),
  ...medicineFacts.map(medicineRow),
  ...Object.entries(measurementFacts).map(([id, unit]) => ({
    id,
    label: id,
    ask: `What is the ${id}?`,
    kind: 'measurement',
    lists: [],
    unit,
    means: 'measure',
  })),
]

const days = (count) => span(count, 'd')
const reading = (fact, is, limit) =>
  latest(fact, is, amount(limit, measurementFacts[fact]), days(readingMaxAgeDays))
const systolic = (is, limit) => reading('systolic-pressure', is, limit)
const diastolic = (is, limit) => reading('diastolic-pressure', is, limit)
const pulse = (is, limit) => reading('heart-rate', is, limit)
const oxygen = (is, limit) => reading('oxygen-saturation', is, limit)

/** The 40 conditions every contender judges. Which of them the straight-line code writes out, it writes in this order. */
const forty = [
  ...conditionFacts.slice(0, 10).map((id) => hasEver(id)),
  ...conditionFacts.slice(10, 16).map((id) => has(id)),
  ...medicineFacts.slice(0, 4).map((id) => takes(id)),
  ...washedOut.map((id) => takes(id, days(washOutDays))),
  takes('m10'),
  systolic('at-least', 140),
  diastolic('above', 90),
  systolic('at-least', 180),
  pulse('above', 110),
  pulse('below', 50),
  oxygen('below', 92),
  age('below', 18),
  age('at-least', 65),
  all(has('c16'), takes('m06')),
  all(any(has('c17'), has('c18')), systolic('at-least', 140)),
  any(hasEver('c19'), all(has('c20'), age('at-least', 65))),
  all(takes('m10'), takes('m07')),
  any(takes('m08'), takes('m09')),
  all(age('at-least', 65), any(systolic('at-least', 160), diastolic('at-least', 100))),
  all(has('c21'), any(takes('m00'), takes('m01'), takes('m02'))),
  any(oxygen('below', 90), all(has('c11'), pulse('above', 100))),
  all(hasEver('c02'), systolic('above', 130), age('at-least', 40)),
]

/** Twenty more over the same facts, for what a longer table costs. */
const more = [
  ...conditionFacts.slice(10, 16).map((id) => hasEver(id)),
  ...conditionFacts.slice(0, 4).map((id) => all(hasEver(id), age('at-least', 50))),
  takes('m06'),
  takes('m07'),
  takes('m08', days(washOutDays)),
  systolic('below', 100),
  diastolic('at-least', 110),
  all(has('c22'), takes('m09')),
  all(any(has('c12'), has('c13')), pulse('above', 100)),
  any(hasEver('c16'), all(has('c17'), age('at-least', 65))),
  all(takes('m03'), any(takes('m04'), takes('m05'))),
  all(has('c14'), systolic('at-least', 150), age('at-least', 40)),
]

const classes = ['contraindicated', 'specialist-review', 'caution', 'defer', 'caution', 'note']

function ruleOf(when, at) {
  return {
    id: `bench/${two(at)}`,
    version: 1,
    statement: `Rule ${at} holds`,
    class: classes[at % classes.length],
    basis: 'inference',
    certainty: 'K?',
    asked: ['screening'],
    scope: { products: ['esketamine-nasal'], jurisdictions: ['us'], effective: { from: day } },
    when,
    because: 'It is measured how long this takes.',
    actions: [{ kind: 'document', code: 'bench' }],
    sources: [],
    checkedOn: day,
    checkBy: '2027-01-01',
    clinicalReview: 'none',
  }
}

function packOf(conditions) {
  return markParsed({
    format: 'ketamine-treatment/content/1',
    id: `bench-${conditions.length}`,
    version: '1',
    jurisdictions: ['us'],
    products: [
      { id: 'esketamine-nasal', label: 'spray', substance: 'esketamine', route: 'nasal', sources: [] },
    ],
    facts,
    records: [],
    contraindications: conditions.map(ruleOf),
    interactions: [],
    equivalents: [],
    sources: [],
    actions: { bench: 'Measure.' },
  })
}

export const pack40 = packOf(forty)
export const pack60 = packOf([...forty, ...more])

const number = (value) => ({ value, unit: 'd', reason: 'bench' })

export const policy = markParsed({
  format: 'ketamine-treatment/policy/1',
  id: 'bench',
  version: '1',
  countries: [],
  numbers: {
    'attestation-max-age': number(attestationMaxAgeDays),
    'statement-max-age': number(statementMaxAgeDays),
    'entry-max-age': number(365),
  },
  edges: {},
  choices: {},
  raise: {},
})

export const asOf = '2026-11-22T09:00:00-05:00'
export const zone = 'America/New_York'
export const plan = { product: 'esketamine-nasal' }
