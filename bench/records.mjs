/** Made records: the same 400 each time, about 3.2 kB of JSON each, with all three answers in them. @module */
import { codesOfCondition, codesOfMedicine, conditionFacts, medicineFacts } from './tables.mjs'

const icd = 'http://hl7.org/fhir/sid/icd-10-cm'
const snomed = 'http://snomed.info/sct'
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
const atc = 'http://www.whocc.no/atc'

/** Random numbers that are the same on every machine: a 32-bit xorshift. */
function seeded(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Plain JSON records, not yet parsed. */
export function makeRecords(count, seed = 20_261_122) {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, at) => recordOf(at, chancesOf(random)))
}

function chancesOf(random) {
  return {
    below: (limit) => Math.floor(random() * limit),
    holds: (share) => random() < share,
    of: (list) => list[Math.floor(random() * list.length)],
  }
}

const two = (value) => String(value).padStart(2, '0')

/** A day some days before the judgement, as text. */
function dayBefore(days) {
  return new Date(Date.UTC(2026, 10, 22) - days * 86_400_000).toISOString().slice(0, 10)
}

function instantBefore(days, chance) {
  const minute = chance.below(540) // before nine in the morning, so that day 0 is not ahead
  return `${dayBefore(days)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00-05:00`
}

function recordOf(at, chance) {
  const record = {
    format: 'ketamine-treatment/patient/1',
    id: `patient-${at}`,
    record: 'active',
    birthDate: birthDate(chance),
    sex: chance.of(['female', 'male']),
    conditions: Array.from({ length: 2 + chance.below(3) }, (_, of) => condition(of, chance)),
    medicines: Array.from({ length: 2 + chance.below(3) }, (_, of) => medicine(of, chance)),
    allergies: [allergy(chance)],
    observations: observations(chance),
    statements: statements(chance),
    attestations: attestations(chance),
  }
  // Lists that never came, came in part, or hold something nobody could place.
  if (chance.holds(0.04)) record.conditions = undefined
  if (chance.holds(0.04)) record.medicines = undefined
  if (chance.holds(0.04)) record.observations = undefined
  if (chance.holds(0.04)) record.birthDate = undefined
  if (chance.holds(0.03)) record.incomplete = [chance.of(['conditions', 'medicines', 'observations'])]
  return JSON.parse(JSON.stringify(record)) // without the members that were left out
}

function birthDate(chance) {
  const day = `${1940 + chance.below(66)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
  return chance.holds(0.05) ? day.slice(0, 4) : day
}

function condition(of, chance) {
  const at = chance.below(conditionFacts.length)
  const { families, exact, history, confirm } = codesOfCondition(at)
  const matters = chance.holds(0.45)
  const snomedCode = chance.of(chance.holds(0.15) && history.length > 0 ? history : exact)
  const family = matters ? chance.of(families) : 'E78'
  const icdCode = chance.holds(0.1) && confirm.length > 0 ? confirm[0] : `${family}.${chance.below(10)}`
  const past = chance.holds(0.3)
  return {
    id: `condition-${of}`,
    codes: chance.holds(0.02)
      ? [{ system: snomed, code: '888888888', display: 'Something no table holds' }]
      : [
          { system: icd, code: icdCode, display: 'A diagnosis as it was written down' },
          ...(matters
            ? [{ system: snomed, code: snomedCode, display: 'The same diagnosis in other words' }]
            : []),
        ],
    clinical: past ? 'resolved' : chance.holds(0.03) ? 'unknown' : 'active',
    verification: chance.holds(0.8) ? 'confirmed' : chance.of(['provisional', 'refuted']),
    onset: dayBefore(200 + chance.below(3000)),
    ...(past ? { abated: dayBefore(100) } : {}),
    recordedAt: instantBefore(30 + chance.below(700), chance),
    from: `Condition/${100 + of}`,
  }
}

function medicine(of, chance) {
  const { family, exact } = codesOfMedicine(chance.below(medicineFacts.length - 1))
  const matters = chance.holds(0.45)
  const stopped = chance.holds(0.25)
  return {
    id: `medicine-${of}`,
    codes: [
      matters && chance.holds(0.3)
        ? { system: atc, code: `${family}01`, display: 'A medicine by class' }
        : matters
          ? { system: rxnorm, code: chance.of(exact), display: 'A medicine by ingredient' }
          : { system: atc, code: 'A02BC', display: 'A medicine that no rule asks for' },
    ],
    status: stopped ? 'stopped' : chance.holds(0.04) ? 'on-hold' : 'active',
    intent: chance.holds(0.95) ? 'order' : 'plan',
    period: { start: dayBefore(300), ...(stopped ? { end: dayBefore(chance.below(40)) } : {}) },
    dose: { perDay: { value: 20 + chance.below(80), unit: 'mg' } },
    recordedAt: instantBefore(chance.below(300), chance),
    from: `MedicationRequest/${200 + of}`,
  }
}

function allergy(chance) {
  return {
    id: 'allergy-0',
    codes: [{ system: rxnorm, code: '79999', display: 'Something no table holds' }],
    clinical: 'active',
    verification: 'confirmed',
    recordedAt: instantBefore(400, chance),
  }
}

function observations(chance) {
  const taken = []
  for (const days of [chance.below(45), 60, 120].slice(0, 1 + chance.below(2))) {
    const at = chance.holds(0.02) ? undefined : instantBefore(days, chance)
    const high = 100 + chance.below(70)
    const low = chance.holds(0.01) ? high + 5 : 55 + chance.below(40)
    const group = `cuff-${days}`
    taken.push(observation('systolic-pressure', high, 'mm[Hg]', at, group))
    taken.push(observation('diastolic-pressure', low, 'mm[Hg]', at, group))
    taken.push(observation('heart-rate', 48 + chance.below(64), '/min', at))
    if (chance.holds(0.9)) taken.push(observation('oxygen-saturation', 90 + chance.below(11), '%', at))
  }
  if (chance.holds(0.05))
    taken.push({
      name: 'heart-rate',
      status: 'final',
      absent: 'not-readable',
      at: `${dayBefore(0)}T09:00:00-05:00`,
    })
  return taken
}

function observation(name, value, unit, at, group) {
  return {
    name,
    status: 'final',
    value: { value, unit },
    ...(at === undefined ? {} : { at }),
    ...(group === undefined ? {} : { group }),
  }
}

function statements(chance) {
  return Array.from({ length: chance.below(3) }, () => ({
    fact: chance.of([...conditionFacts, ...medicineFacts]),
    answer: chance.of(['yes', 'no', 'no', 'no', 'unknown']),
    at: instantBefore(1 + chance.below(250), chance),
    by: chance.of(['clinician', 'clinician', 'patient', 'unknown']),
  }))
}

function attestations(chance) {
  const stated = {
    at: instantBefore(1 + chance.below(chance.holds(0.1) ? 120 : 60), chance),
    by: 'clinician',
  }
  const lists = ['conditions', 'medicines', 'allergies'].filter(() => !chance.holds(0.06))
  return lists.map((list) => ({ list, complete: stated, ...(chance.holds(0.9) ? { read: stated } : {}) }))
}
