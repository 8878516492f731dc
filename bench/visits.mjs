/** Made visits: an infusion with a pump, two recorders, a pause, an effect, a rescue, a late entry and a correction. @module */

const day = '2026-11-24T'
const atMinute = (minute) => {
  const seconds = Math.round(minute * 60)
  const two = (number) => String(number).padStart(2, '0')
  return `${day}${two(8 + Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}-05:00`
}
const q = (value, unit) => ({ value, unit })

const seen = [
  'oriented',
  'steady-gait',
  'nausea-settled',
  'breathing-normal',
  'clinically-stable',
  'mental-state-rechecked',
  'suicide-risk-rechecked',
  'written-advice-given',
]

/**
 * One visit of `length` entries as plain JSON.
 *
 * Starts at 08:00, pump from minute 60 to 105 with a pause of five minutes, observed for two hours and more.
 */
export function makeVisit(length, seed) {
  const events = []
  const counts = { room: 0, monitor: 0 }
  const add = (minute, recorder, what, more = {}) => {
    counts[recorder] += 1
    const id = `${recorder}-${counts[recorder]}`
    const by = recorder === 'monitor' ? 'device' : 'nurse'
    const source = recorder === 'monitor' ? 'device' : 'person'
    events.push({ id, at: atMinute(minute), sequence: counts[recorder], recorder, by, source, what, ...more })
    return id
  }
  const vary = (number) => ((seed * 31 + number * 17) % 7) - 3
  add(0, 'room', {
    type: 'booked',
    kind: 'dosing',
    product: 'ketamine-iv',
    setting: 'outpatient',
    number: 2,
  })
  add(10, 'room', { type: 'arrived' })
  const answers = ['consent-on-file', 'staff-present', 'pump-checked', 'product-in-hand', 'no-escort']
  answers.forEach((fact, at) => {
    add(20 + at, 'room', { type: 'answered', fact, answer: fact === 'no-escort' ? 'no' : 'yes' })
  })
  const full = (systolic, diastolic, pulse) => ({
    systolic: q(systolic, 'mm[Hg]'),
    diastolic: q(diastolic, 'mm[Hg]'),
    heartRate: q(pulse, '/min'),
    respiratoryRate: q(14, '/min'),
    oxygenSaturation: q(98, '%'),
    onOxygen: 'no',
  })
  add(50, 'room', { type: 'vitals', reading: full(122 + vary(1), 78, 70) })
  add(50.5, 'room', { type: 'scale', instrument: 'moaas', version: '1990', total: 5 })
  add(50.6, 'room', { type: 'scale', instrument: 'cadss-23', version: '2017', total: 0 })
  add(60, 'room', {
    type: 'infusion-started',
    concentration: q(1, 'mg/mL'),
    rate: q(54, 'mL/h'),
    volume: q(50, 'mL'),
    as: 'base',
  })
  add(70, 'room', { type: 'vitals', reading: full(134 + vary(2), 84, 82) })
  const effect = add(74, 'room', {
    type: 'effect-observed',
    effect: { effect: 'nausea', severity: 2, reportedBy: 'nurse' },
  })
  add(75, 'room', { type: 'infusion-paused' })
  add(76, 'room', { type: 'rescue-given', what: 'antiemetic', for: effect })
  add(80, 'room', { type: 'infusion-resumed' })
  add(90, 'room', { type: 'vitals', reading: full(141 + vary(3), 88, 85) })
  const wrong = add(100, 'room', { type: 'vitals', reading: full(241, 88, 84) })
  add(101, 'room', { type: 'corrected', of: wrong, to: { type: 'vitals', reading: full(141, 88, 84) } })
  add(105, 'room', { type: 'infusion-stopped', why: 'complete' })
  add(106, 'room', { type: 'vitals', reading: full(136 + vary(4), 84, 80) })
  add(119, 'room', { type: 'answered', fact: 'stay-until', of: atMinute(seed % 3 === 0 ? 240 : 225) })
  add(120, 'room', { type: 'effect-resolved', of: effect })
  for (let minute = 120; minute <= 225; minute += 15) {
    add(minute, 'room', { type: 'vitals', reading: full(124 + vary(minute), 79, 72) })
    add(minute + 0.2, 'room', { type: 'scale', instrument: 'moaas', version: '1990', total: 5 })
  }
  add(224.5, 'room', { type: 'scale', instrument: 'cadss-23', version: '2017', total: 0 }, { late: true })
  for (const fact of [...seen, ...(seed % 2 === 0 ? ['escort-here'] : [])])
    add(226, 'room', { type: 'answered', fact, answer: 'yes' })
  add(226, 'room', { type: 'answered', fact: 'earlier-delayed-sedation', answer: 'no' })
  if (seed % 5 !== 0) add(227, 'room', { type: 'asked', about: 'side-effects', answer: 'none' })
  const left = length - events.length
  for (let at = 0; at < left; at += 1) {
    const minute = 60 + (160 * at) / left
    add(minute, 'monitor', {
      type: 'vitals',
      reading: { oxygenSaturation: q(97 + (at % 3), '%'), onOxygen: 'no' },
    })
  }
  // A log arrives in no order worth relying on.
  const shuffled = events.map((event, at) => [(at * 7919 + seed) % 104_729, event])
  return {
    format: 'ketamine-treatment/session/1',
    id: `visit-${seed}`,
    events: shuffled.sort((a, b) => a[0] - b[0]).map(([, event]) => event),
  }
}

/** A moment after everything. */
export const afterwards = `${day}11:50:00-05:00`

/** The person, with lists that were called complete. */
export const person = {
  format: 'ketamine-treatment/patient/1',
  record: 'active',
  birthDate: '1984-05-17',
  sex: 'female',
  conditions: [],
  medicines: [],
  allergies: [],
  procedures: [],
  observations: [],
  statements: [],
  attestations: ['conditions', 'medicines', 'allergies', 'procedures'].map((list) => ({
    list,
    complete: { at: `${day}07:50:00-05:00`, by: 'clinician' },
    read: { at: `${day}07:50:00-05:00`, by: 'clinician' },
    noneKnown: { at: `${day}07:50:00-05:00`, by: 'clinician' },
  })),
}
