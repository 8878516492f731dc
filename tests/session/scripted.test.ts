/** A nasal and an intravenous visit, moment by moment, as the reference says they have to stand. */

import { describe, expect, test } from 'vitest'
import { numbersOf } from '../../src/judgement/context.ts'
import { rulesOf } from '../../src/kernel/content.ts'
import { momentOf } from '../../src/patient/moment.ts'
import { screen } from '../../src/screening/screen.ts'
import { assessVitals } from '../../src/session/assess-vitals.ts'
import { dischargeReadiness } from '../../src/session/discharge-readiness.ts'
import { dueObservations, scheduleFor } from '../../src/session/due.ts'
import type { Criterion } from '../../src/session/readiness.ts'
import { replaySession } from '../../src/session/replay.ts'
import { startReadiness } from '../../src/session/start-readiness.ts'
import { textOf } from '../tools/files.ts'
import { type Citing, type Expected, type ExpectedReadiness, type Scripted, scripted } from './scripted.ts'

const visits = ['nasal-us', 'iv-us', 'nasal-eu-65'].map((name) => ({ name, visit: scripted(name) }))

const momentsWith = (member: keyof Expected) =>
  visits.flatMap(({ name, visit }) =>
    visit.expected
      .filter((one) => one[member] !== undefined)
      .map((one) => ({ name, visit, asOf: one.asOf, expected: one, because: one.because.join(' ') })),
  )

const stateAt = ({ visit, asOf }: { readonly visit: Scripted; readonly asOf: string }) =>
  replaySession(visit.session, visit.contextAt(asOf))

describe('where the visit stands', () => {
  test.each(momentsWith('phase'))('$name at $asOf: $expected.phase', (moment) => {
    const state = stateAt(moment)
    const { phase, running = state.running } = moment.expected
    expect({ phase: state.phase, running: state.running }, moment.because).toEqual({ phase, running })
  })

  test.each(momentsWith('leftOut'))('$name at $asOf: what is left out is listed', (moment) => {
    expect(stateAt(moment).leftOut.filter(({ why }) => why === 'after-as-of')).toEqual(
      moment.expected.leftOut,
    )
  })

  test.each(momentsWith('untimed'))('$name at $asOf: times that cannot be relied on', (moment) => {
    const untimed = stateAt(moment).entries.filter(({ at }) => at === undefined)
    expect(untimed.map(({ id }) => id).sort(), moment.because).toEqual(moment.expected.untimed)
    for (const entry of untimed) expect(entry.untimed).toBe('clock-ran-backwards')
  })
})

test.each(momentsWith('delivered'))(
  'given: $name at $asOf, $expected.delivered.least mg or more',
  (moment) => {
    const { least, most } = stateAt(moment).delivered
    expect({ least: least.value, most: most?.value, unit: least.unit }, moment.because).toEqual({
      ...moment.expected.delivered,
      unit: 'mg',
    })
  },
)

test.each(momentsWith('openEffects'))('side effects not seen gone: $name at $asOf', (moment) => {
  const open = stateAt(moment).effects.filter(({ resolved }) => resolved === undefined)
  expect(open.map(({ entry }) => entry.what.effect.effect).sort(), moment.because).toEqual(
    moment.expected.openEffects,
  )
})

test.each(momentsWith('due'))('observations: $name at $asOf', (moment) => {
  const { visit, asOf, expected } = moment
  const { content, policy, zone } = visit.contextAt(asOf)
  const now = momentOf(asOf, zone)
  const schedule = scheduleFor(content, visit.plan, now, undefined, policy.countries)
  if (schedule === undefined) throw new Error('every product of these visits has a schedule')
  const due = dueObservations(stateAt(moment), schedule, numbersOf(policy, content), now)
  for (const { anchor, minutes, at, status } of expected.due ?? []) {
    const found = due.filter(
      (one) => one.anchor === anchor && one.dueAt !== undefined && Date.parse(one.dueAt) === Date.parse(at),
    )
    expect(
      found.map((one) => one.minutes),
      `${anchor} ${minutes}`,
    ).toEqual(found.map(() => minutes))
    expect(found.length, `${anchor} ${minutes}: nothing asked for`).toBeGreaterThan(0)
    const allowed = typeof status === 'string' ? [status] : status
    for (const one of found) expect(allowed, `${one.slot}. ${moment.because}`).toContain(one.status)
  }
})

test.each(momentsWith('vitals'))('the reading: $name at $asOf is $expected.vitals.grade', (moment) => {
  const { visit, asOf, expected, because } = moment
  const entry = stateAt(moment).entries.find(({ id }) => id === expected.vitals?.reading)
  if (entry?.what.type !== 'vitals' || entry.at === undefined) throw new Error('the vector names a reading')
  const reading = { ...entry.what.reading, at: entry.at }
  const decision = assessVitals({ reading, plan: visit.plan }, visit.contextAt(asOf))
  expect(decision.value.grade, because).toBe(expected.vitals?.grade)
})

/** The question about a visit at a moment, with the screening of its own morning. */
function questionAt(visit: Scripted, asOf: string) {
  const { session, patient, plan, stated, screenedAt } = visit
  const screening = screen({ patient, plan }, visit.contextAt(screenedAt))
  const isKnown = Date.parse(asOf) >= Date.parse(screenedAt)
  return { session, patient, plan, stated, ...(isKnown ? { screening } : {}) }
}

/** Compares a readiness with what the reference says; rules are found by the facts they cite. */
function compare(
  visit: Scripted,
  criteria: readonly Criterion[],
  expected: ExpectedReadiness,
  because: string,
) {
  const { content } = visit.contextAt(visit.screenedAt)
  const cited = new Map(rulesOf(content).map((rule) => [rule.id, rule.sources.map(({ fact }) => fact)]))
  const being = (met: Criterion['met']) => criteria.filter((one) => one.met === met).map(({ rule }) => rule)
  const citing = (rules: readonly string[], facts: Citing) => {
    const any = typeof facts === 'string' ? [facts] : facts
    return rules.filter((rule) => cited.get(rule)?.some((fact) => any.includes(fact)))
  }
  for (const [met, wanted] of [
    ['no', expected.unmet],
    ['unknown', expected.open],
    ['yes', expected.met],
  ] as const) {
    const rules = being(met)
    if (wanted?.length === 0) expect(rules, `${met}: ${because}`).toEqual([])
    for (const facts of wanted ?? [])
      expect(citing(rules, facts), `${met}, by ${facts}: ${because}`).not.toEqual([])
  }
}

const allows = (ready: ExpectedReadiness['ready']): readonly string[] =>
  ready === 'not-yes' ? ['no', 'unknown'] : [ready]

test.each(momentsWith('start'))('before the dose: $name at $asOf, $expected.start.ready', (moment) => {
  const { visit, asOf, expected, because } = moment
  if (expected.start === undefined) throw new Error('only moments with a start are asked')
  const { value } = startReadiness(questionAt(visit, asOf), visit.contextAt(asOf))
  compare(visit, value.gates, expected.start, because)
  expect(allows(expected.start.ready), because).toContain(value.ready)
  if (expected.start.earliest !== undefined) expect(value.earliest, because).toBe(expected.start.earliest)
})

test.each(momentsWith('home'))('before the door: $name at $asOf, $expected.home.ready', (moment) => {
  const { visit, asOf, expected, because } = moment
  if (expected.home === undefined) throw new Error('only moments with a way home are asked')
  const { value } = dischargeReadiness(questionAt(visit, asOf), visit.contextAt(asOf))
  compare(visit, value.criteria, expected.home, because)
  expect(allows(expected.home.ready), because).toContain(value.ready)
  if (expected.home.earliest !== undefined)
    expect(value.earliestRecheck, because).toBe(expected.home.earliest)
})

test.each(momentsWith('tasks'))('left to be done: $name at $asOf', (moment) => {
  const { visit, asOf, expected, because } = moment
  const { tasks } = dischargeReadiness(questionAt(visit, asOf), visit.contextAt(asOf)).value
  for (const { citing, by } of expected.tasks ?? []) {
    const found = tasks.filter(({ sources }) => sources.some(({ fact }) => fact === citing))
    expect(
      found.map(({ due }) => due),
      because,
    ).toEqual([by])
  }
})

test.each([
  ['nasal', 'nasal-us'],
  ['infusion', 'iv-us'],
])('the sample visit %s is the scripted visit %s', (sample, script) => {
  const { plan, patient, stated, session } = JSON.parse(textOf(`tests/vectors/sessions/${script}.json`))
  const shown = JSON.parse(textOf(`docs/samples/visits/${sample}.json`))
  expect(shown).toEqual({ plan, patient, stated, session })
})
