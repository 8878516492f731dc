/** Measures the scoring of a form: the PHQ-9 beside a scorer written by hand for it alone, and beside a bare sum. @module */

import { phq9 } from '../src/content/measures/depression.ts'
import { scoreMeasure } from '../src/measure/score.ts'
import { interleaved, progress } from './measure.mjs'
import { naiveSum, phq9ByHand } from './phq9-straight-line.mjs'

/** Random numbers that are the same on every machine: a 32-bit xorshift. */
function seeded(seed) {
  let state = seed
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

const codes = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
const faulty = [4, -1, 1.5, true, 'LA6568-0', Number.NaN]

/** A form; `holes` in a hundred answers are missing, `faults` in a hundred cannot be. */
function makeForm(below, { holes, faults }) {
  const answers = {}
  for (let item = 1; item <= 9; item += 1) {
    const chance = below(100)
    const value = below(4)
    if (chance < faults) answers[`q${item}`] = faulty[below(faulty.length)]
    else if (chance < faults + holes / 2) answers[`q${item}`] = null
    else if (chance >= faults + holes)
      answers[`q${item}`] = faults > 0 && below(4) === 0 ? codes[value] : value
  }
  if (below(3) === 0) answers.q10 = below(4)
  if (below(100) < faults) answers[below(2) === 0 ? 'q11' : 'mood'] = 1
  return { answers }
}

const below = seeded(20_261_122)
const make = (count, kind) => Array.from({ length: count }, () => makeForm(below, kind))
const compared = [
  ...make(2_000, { holes: 0, faults: 0 }),
  ...make(2_000, { holes: 10, faults: 0 }),
  ...make(2_000, { holes: 40, faults: 0 }),
  ...make(2_000, { holes: 10, faults: 6 }),
]
// What a clinic hands over: most forms whole, some with a hole or two.
const clinic = [...make(400, { holes: 0, faults: 0 }), ...make(100, { holes: 15, faults: 0 })]

const met = { complete: 0, prorated: 0, incomplete: 0, refused: 0 }

function disagreements() {
  const found = []
  for (const form of [...compared, ...clinic]) {
    const ours = scoreMeasure(phq9, form)
    const byHand = phq9ByHand(form)
    const [a, b] = [JSON.stringify(ours), JSON.stringify(byHand)]
    if (a !== b) found.push(`${JSON.stringify(form.answers)}\n  library ${a}\n  by hand ${b}`)
    met[ours.ok ? ours.value.status : 'refused'] += 1
    if (ours.ok && ours.value.status === 'complete' && form.answers.q1 !== undefined) {
      const numbers = Object.values(form.answers).every((answer) => typeof answer === 'number')
      if (numbers && naiveSum(form) !== ours.value.total) found.push(`sum of ${JSON.stringify(form.answers)}`)
    }
  }
  return found
}

const found = disagreements()
if (found.length > 0) {
  console.error(`${found.length} forms differ\n${found.slice(0, 5).join('\n')}`)
  process.exit(1)
}

// What comes out is kept and looked at, so that nothing of it can be left out.
let kept = 0
const every = (act) => ({
  units: clinic.length * 8,
  run: () => {
    for (let turn = 0; turn < 8; turn += 1) for (const form of clinic) kept += act(form)
  },
})
const micros = await interleaved(
  {
    score: every((form) => scoreMeasure(phq9, form).value.flags.length),
    'score by hand': every((form) => phq9ByHand(form).value.flags.length),
    'bare sum': every(naiveSum),
  },
  {
    rounds: 41,
    warmUp: 15,
    onRound: (round, rounds) => progress(`measures: round ${Math.max(round + 1, 0)} of ${rounds}`),
  },
)
progress('')
console.log(JSON.stringify({ forms: compared.length + clinic.length, met, kept: kept > 0, micros }))
