/** Measures a visit: its replay, and readiness to leave, beside what would be written by hand. @module */

import { usStartingPolicy } from '../src/content/policies.ts'
import { us } from '../src/content/us.ts'
import { parse } from '../src/kernel/door.ts'
import { Patient } from '../src/patient/patient.schema.ts'
import { dischargeReadiness } from '../src/session/discharge-readiness.ts'
import { replaySession } from '../src/session/replay.ts'
import { Session } from '../src/session/session.schema.ts'
import { interleaved, progress } from './measure.mjs'
import { foldByHand, leavingByHand } from './visit-straight-line.mjs'
import { afterwards, makeVisit, person } from './visits.mjs'

const length = 200
const sessions = Array.from({ length: 40 }, (_, seed) => {
  const parsed = parse(Session, makeVisit(length, seed))
  if (!parsed.ok) throw new Error(`a made visit was refused: ${parsed.error.message}`)
  return parsed.value
})
const context = { content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf: afterwards }

const patient = parse(Patient, person)
if (!patient.ok) throw patient.error
const plan = { product: 'ketamine-iv', setting: 'outpatient' }
const leaving = (session) => dischargeReadiness({ session, patient: patient.value, plan }, context)
// The open effects that stop, by the rows of the pack: which effects count is no part of the race.
const effectIds = us.session.release
  .filter((rule) => rule.id.startsWith('release/open-') && rule.class === 'defer')
  .filter((rule) => rule.scope.products.includes(plan.product))
  .map((rule) => rule.id.slice('release/open-'.length))
const words = ['no', 'yes', 'unknown']

const readiness = { yes: 0, no: 0, unknown: 0 }

function disagreements() {
  const found = []
  for (const session of sessions) {
    const state = replaySession(session, context)
    const byHand = foldByHand(session, afterwards)
    const note = (what, a, b) => {
      if (JSON.stringify(a) !== JSON.stringify(b)) found.push(`${session.id}: ${what}`)
    }
    note('phase', state.phase, byHand.phase)
    note('anchors', state.anchors, byHand.anchors)
    note('running', state.running, byHand.running)
    note(
      'amount',
      [state.delivered.least.value, state.delivered.most?.value],
      [byHand.delivered, byHand.delivered],
    )
    note(
      'order',
      state.entries.map(({ id }) => id),
      byHand.entries.map(({ id }) => id),
    )
    note(
      'content',
      state.entries.map(({ what }) => what),
      byHand.entries.map(({ what }) => what),
    )
    note(
      'effects',
      state.effects.map(({ event, resolved }) => [event, resolved]),
      byHand.effects.map(({ event, resolved }) => [event, resolved]),
    )
    note('left out', state.leftOut, byHand.leftOut)
    const said = leaving(session).value
    const hand = leavingByHand(session, afterwards, effectIds)
    note('ready', said.ready, words[hand.ready])
    const byRule = new Map(hand.criteria.map(({ rule, met }) => [rule, words[met]]))
    for (const { rule, met } of said.criteria) note(rule, met, byRule.get(rule))
    note('criteria', said.criteria.length, hand.criteria.length)
    readiness[said.ready] += 1
  }
  return found
}

const found = disagreements()
if (found.length > 0) {
  console.error([...new Set(found)].slice(0, 10).join('\n'))
  process.exit(1)
}
const every = (act) => ({
  units: sessions.length,
  run: () => {
    for (const session of sessions) act(session)
  },
})
const micros = await interleaved(
  {
    replay: every((session) => replaySession(session, context)),
    leaving: every(leaving),
    'leaving by hand': every((session) => leavingByHand(session, afterwards, effectIds)),
    'replay by hand': every((session) => foldByHand(session, afterwards)),
  },
  {
    rounds: 41,
    warmUp: 15,
    onRound: (round, rounds) => progress(`visit: round ${Math.max(round + 1, 0)} of ${rounds}`),
  },
)
progress('')
console.log(JSON.stringify({ visits: sessions.length, events: length, readiness, micros }))
