/** Measures screening against what else could judge the same rules; prints its figures as JSON. @module */
import { parse } from '../src/kernel/door.ts'
import { Patient } from '../src/patient/patient.schema.ts'
import { createScreener } from '../src/screening/screen.ts'
import { interleaved, progress } from './measure.mjs'
import { CqlFacts, cqlExecution, jsonLogic, jsonRules } from './peers.mjs'
import { makeRecords } from './records.mjs'
import { flatFacts, judge } from './straight-line.mjs'
import { asOf, pack40, pack60, plan, policy, zone } from './tables.mjs'

const count = 400
const slowShare = 40 // json-rules-engine and cql-execution take one record in ten
const raw = makeRecords(count)
const patients = raw.map((record) => {
  const parsed = parse(Patient, record)
  if (!parsed.ok) throw new Error(`a made record was refused: ${parsed.error.message}`)
  return parsed.value
})
const context = { policy, zone, asOf }
const screenings = patients.map((patient) => ({ patient, plan }))
const ours = createScreener(pack40)
const ours60 = createScreener(pack60)
const rules = pack40.contraindications
const flat = patients.map(flatFacts)
const cqlFacts = flat.map((facts) => new CqlFacts(facts))
const logic = jsonLogic(rules)
const events = jsonRules(rules)
const cql = cqlExecution(rules)

const words = ['no', 'yes', 'unknown']
const weights = ['contraindicated', 'hold', 'indeterminate', 'caution', 'no-finding']

/** The verdict the answers come to, worked out apart from the engine. */
function verdictOf(answers) {
  let worst = 4
  answers.forEach((answer, at) => {
    const kind = rules[at].class
    if (answer === 0 || kind === 'note') return
    const verdict = kind === 'caution' ? 3 : answer === 2 ? 2 : kind === 'contraindicated' ? 0 : 1
    worst = Math.min(worst, verdict)
  })
  return weights[worst]
}

async function disagreements() {
  const found = []
  const seen = [0, 0, 0]
  const out = new Array(rules.length).fill(0)
  const note = (name, at, rule, said, limit) => {
    if (said !== limit)
      found.push(`${name}: record ${at}, ${rules[rule].id} ${words[said]}, by hand ${words[limit]}`)
  }
  for (let at = 0; at < count; at += 1) {
    const byHand = new Array(rules.length).fill(0)
    judge(patients[at], byHand)
    for (const answer of byHand) seen[answer] += 1
    const decision = ours.screen(screenings[at], context)
    const full = rules.map((rule) => {
      const finding = decision.findings.find((one) => one.rule.id === rule.id)
      return finding === undefined ? 0 : words.indexOf(finding.truth)
    })
    const quick = ours.verdict(screenings[at], context)
    for (let rule = 0; rule < rules.length; rule += 1) {
      note('screen', at, rule, full[rule], byHand[rule])
      const isListed = quick.rules.includes(rules[rule].id)
      if (isListed !== (byHand[rule] !== 0)) found.push(`verdict: record ${at}, ${rules[rule].id}`)
    }
    const verdict = verdictOf(byHand)
    if (quick.verdict !== verdict || decision.verdict !== verdict) found.push(`verdict of record ${at}`)
    logic(flat[at], out)
    for (let rule = 0; rule < rules.length; rule += 1)
      note('json-logic-engine', at, rule, out[rule], byHand[rule])
    await events(flat[at], out)
    for (let rule = 0; rule < rules.length; rule += 1)
      note('json-rules-engine', at, rule, out[rule], byHand[rule])
    await cql(cqlFacts[at], out)
    for (let rule = 0; rule < rules.length; rule += 1)
      note('cql-execution', at, rule, out[rule], byHand[rule])
    if (at % 50 === 0) progress(`agreement: record ${at} of ${count}`)
  }
  return { found, seen }
}

const { found, seen } = await disagreements()
if (found.length > 0) {
  progress('')
  console.error(`${found.length} disagreements, the first of them:\n${found.slice(0, 20).join('\n')}`)
  process.exit(2)
}

/** A sink the optimiser cannot see through. */
let kept
const every = (times, act) => ({
  units: times * count,
  run: () => {
    for (let round = 0; round < times; round += 1) for (let at = 0; at < count; at += 1) kept = act(at)
  },
})
const some = (act) => ({
  units: slowShare,
  run: async () => {
    for (let at = 0; at < slowShare; at += 1) await act((at * 10) % count)
  },
})
const out = new Array(rules.length).fill(0)

const micros = await interleaved(
  {
    'straight-line': every(20, (at) => judge(patients[at], out)),
    verdict: every(10, (at) => ours.verdict(screenings[at], context)),
    'verdict of 60 rules': every(10, (at) => ours60.verdict(screenings[at], context)),
    screen: every(2, (at) => ours.screen(screenings[at], context)),
    // The peers judge facts, not records: reading the record, by the same hand-written code for each, is part of the work.
    'json-logic-engine': every(3, (at) => logic(flatFacts(patients[at]), out)),
    'json-rules-engine': some((at) => events(flatFacts(patients[at]), out)),
    'cql-execution': some((at) => cql(new CqlFacts(flatFacts(patients[at])), out)),
  },
  {
    rounds: 25,
    onRound: (round, rounds) => progress(`screening: round ${Math.max(round + 1, 0)} of ${rounds}`),
  },
)
progress('')
const total = seen.reduce((sum, one) => sum + one, 0)
console.log(
  JSON.stringify({
    micros,
    records: count,
    recordBytes: Math.round(raw.reduce((sum, one) => sum + JSON.stringify(one).length, 0) / count),
    shares: Object.fromEntries(seen.map((one, at) => [words[at], one / total])),
    kept: kept === undefined,
  }),
)
