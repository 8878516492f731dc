/** Visits, doses and side effects as JSON on the command line. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sessionPlot } from '../../src/adapters/plots/session-plot.ts'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { dischargeReadiness } from '../../src/session/discharge-readiness.ts'
import { replaySession } from '../../src/session/replay.ts'
import { Session } from '../../src/session/session.schema.ts'
import { startReadiness } from '../../src/session/start-readiness.ts'
import { trajectories } from '../../src/session/trajectory.ts'
import { worstInWindow } from '../../src/session/vitals-visit.ts'
import { said } from './desk.ts'

const vector = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/sessions/${name}.json`, import.meta.url), 'utf8'))
const iv = vector('iv-us')
const nasal = vector('nasal-us')
const files = {
  'visit.json': JSON.stringify(iv.session),
  'inside.json': JSON.stringify({ session: iv.session }),
  'events.json': JSON.stringify(iv.session.events),
  'room.json': JSON.stringify([iv.session, nasal.session]),
  'sessions.json': JSON.stringify({ sessions: [nasal.session, iv.session] }),
}
const at = (asOf: string) => ['--zone', 'America/New_York', '--as-of', asOf]
const during = at('2026-12-02T14:32:00-05:00')
const context = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-12-02T14:32:00-05:00',
  zoneTables: '2026a',
}
const call = async (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  JSON.parse((await said(words, { ...files, ...more })).out)
const ask = async (words: readonly string[], argument: unknown) =>
  call([...words, 'it.json', ...during], { 'it.json': JSON.stringify(argument) })

const session = parse(Session, iv.session)
if (!session.ok) throw session.error
const state = replaySession(session.value, context)

describe('a visit', () => {
  test.each(['visit.json', 'inside.json'])('is replayed as the library replays it: %s', async (path) => {
    expect(await call(['session', 'replay', path, ...during])).toEqual(JSON.parse(JSON.stringify(state)))
  })

  test('may be a bare list of its events', async () => {
    const replayed = await call(['session', 'replay', 'events.json', ...during])
    expect([replayed.phase, replayed.delivered.least.value]).toEqual([state.phase, 28.8])
  })

  test('tells which observations are asked for by the plan that was booked', async () => {
    const { due } = await call(['session', 'due', 'visit.json', ...during])
    expect(due.map((one: { slot: string }) => one.slot)).toContain('during')
  })

  test('booked with one product is not held against another that was named', async () => {
    const words = ['session', 'due', 'visit.json', '--product', 'esketamine-nasal', ...during]
    const { code, out } = await said(words, files)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ refused: { code: 'bad-argument', path: 'plan.product' } })
  })

  test('is drawn as the library draws it, as a file a browser opens', async () => {
    const { out } = await said(['session', 'plot', 'visit.json', ...during], files)
    const { due } = await call(['session', 'due', 'visit.json', ...during])
    expect(out).toBe(`${sessionPlot(state, { zone: 'America/New_York', due })}\n`)
  })

  test('shows its worst readings, its scales over time, and what of a device can be used', async () => {
    const worst = await call(['session', 'worst', 'visit.json', ...during])
    expect(worst).toEqual(JSON.parse(JSON.stringify(worstInWindow(state))))
    expect(worst.length).toBeGreaterThan(2)
    const scales = await call(['session', 'scales', 'visit.json', ...during])
    expect(scales).toEqual(JSON.parse(JSON.stringify(trajectories(state))))
    expect(scales.length).toBeGreaterThan(0)
    const sent = { vital: 'oxygenSaturation', readings: [], expectedEvery: { value: 5, unit: 's' } }
    expect((await ask(['session', 'stream'], sent)).known).toBe(false)
    const weights = await ask(['dose', 'weights'], { weight: { value: 72, unit: 'kg' } })
    expect(weights.ok).toBe(true)
  })

  test('takes one more entry, or says why it does not', async () => {
    const event = {
      id: 'new',
      at: '2026-12-02T14:31:30-05:00',
      sequence: 999,
      recorder: 'other',
      by: 'nurse',
      source: 'person',
    }
    const taken = await ask(['session', 'apply'], {
      session: iv.session,
      event: { ...event, what: { type: 'infusion-paused' } },
    })
    expect([taken.ok, taken.value.state.phase]).toEqual([true, 'paused'])
    const refused = await ask(['session', 'apply'], {
      session: iv.session,
      event: { ...event, what: { type: 'arrived' } },
    })
    expect([refused.ok, refused.error.from]).toEqual([false, 'dosing'])
  })

  test.each([
    ['session replay', { format: 'ketamine-treatment/session/1', id: 'v', events: [{}] }, /^events\[0\]/],
    ['session replay', { session: { id: 'v' } }, /^session/],
    [
      'session apply',
      { session: { format: 'ketamine-treatment/session/1', id: 'v', events: [] }, event: 1 },
      /^event/,
    ],
    ['session board', { sessions: 'all' }, /^sessions$/],
    ['session board', [{}], /^sessions\[0\]/],
    ['session vitals', { readings: [] }, /^reading$/],
    ['session stream', {}, /^stream$/],
    [
      'session worst',
      { session: { format: 'ketamine-treatment/session/1', id: 'v', events: [] }, window: '5' },
      /^window$/,
    ],
    ['dose weights', {}, /^body$/],
    ['dose infusion', {}, /^infusion$/],
    ['dose check', {}, /^dose$/],
    ['dose course', {}, /^plan$/],
    ['dose ordered', {}, /^dose$/],
    ['dose delivered', {}, /^events$/],
    ['dose convert', {}, /^conversion$/],
    ['side-effect causality', {}, /^judgement$/],
    ['side-effect expectedness', {}, /^question$/],
    ['side-effect seriousness', [], /^answers$/],
  ])('%s refuses an argument of another shape by its path', async (name, argument, path) => {
    const printed = await ask(name.split(' '), argument)
    expect(printed.refused.path).toMatch(path)
  })
})

describe('before the dose and before the door', () => {
  const question = { session: nasal.session, patient: nasal.patient, stated: nasal.stated }
  const files = { 'it.json': JSON.stringify(question) }

  test('the command line answers as the library does, by the plan that was booked', async () => {
    const patient = parse(Patient, nasal.patient)
    const visit = parse(Session, nasal.session)
    if (!patient.ok || !visit.ok) throw new Error('the vectors can be read')
    const asked = { session: visit.value, patient: patient.value, plan: nasal.plan, stated: nasal.stated }
    const asOf = '2026-11-24T11:02:00-05:00'
    const now = { ...context, asOf }
    expect(await call(['session', 'readiness', 'it.json', ...at(asOf)], files)).toEqual(
      JSON.parse(JSON.stringify(startReadiness(asked, now))),
    )
    expect(await call(['session', 'discharge', 'it.json', ...at(asOf)], files)).toEqual(
      JSON.parse(JSON.stringify(dischargeReadiness(asked, now))),
    )
  })

  test('an earlier session is read through the door, like every other', async () => {
    const words = ['session', 'readiness', 'it.json', ...at('2026-11-24T09:00:00-05:00')]
    const broken = { 'it.json': JSON.stringify({ ...question, earlier: [{ id: 'v' }] }) }
    expect((await call(words, broken)).refused.path).toMatch(/^earlier\[0\]/)
    const wrong = { 'it.json': JSON.stringify({ ...question, stated: 'all' }) }
    expect((await call(words, wrong)).refused).toEqual({ code: 'bad-argument', path: 'stated' })
    const unjudged = { 'it.json': JSON.stringify({ ...question, screening: {} }) }
    expect((await call(words, unjudged)).refused).toEqual({ code: 'bad-argument', path: 'screening' })
  })
})

test('a room is sorted by what is urgent, whatever the order of the file', async () => {
  const board = await call(['session', 'board', 'room.json', ...during])
  const other = await call(['session', 'board', 'sessions.json', ...during])
  expect(board.rows.map((row: { session: string }) => row.session)).toEqual(
    other.rows.map((row: { session: string }) => row.session),
  )
  expect(board.rows).toHaveLength(2)
})

test('side effects are counted over visits', async () => {
  const summary = await call(['session', 'effects', 'room.json', ...at('2026-12-03T12:00:00-05:00')])
  const names = summary.effects.map((one: { effect: string }) => one.effect)
  expect(names).toEqual(expect.arrayContaining(['dissociation', 'nausea', 'headache']))
})

test('a reading is graded', async () => {
  const reading = {
    systolic: { value: 186, unit: 'mm[Hg]' },
    diastolic: { value: 96, unit: 'mm[Hg]' },
  }
  const decision = await ask(['session', 'vitals'], { reading, plan: { product: 'ketamine-iv' } })
  expect(decision.value.grade).toBe('stop')
  const anywhere = await ask(['session', 'vitals'], { reading })
  expect(anywhere.value.grade).toBe('stop')
})

describe('a dose', () => {
  const quantity = (value: number, unit: string) => ({ value, unit })
  const dose = {
    basis: 'per-kg',
    amount: quantity(0.5, 'mg/kg'),
    weight: 'actual',
    as: 'base',
    over: quantity(40, 'min'),
  }

  test('of 0.5 mg/kg at 72 kg over 40 minutes is 36 mg at 54 mg an hour', async () => {
    const planned = await ask(['dose', 'infusion'], {
      dose,
      weight: { actual: quantity(72, 'kg'), at: '2026-12-02T13:00:00-05:00' },
      vial: { concentration: quantity(10, 'mg/mL'), volume: quantity(20, 'mL'), as: 'base' },
      bag: { volume: quantity(72, 'mL'), is: 'final-volume' },
      pump: { step: quantity(0.1, 'mL/h'), syringeStep: quantity(0.1, 'mL'), mode: 'down' },
    })
    expect([planned.value.drawn.rounded.value, planned.value.rate.rounded.value]).toEqual([3.6, 108])
    const ordered = await ask(['dose', 'ordered'], { dose, body: { weight: quantity(72, 'kg') } })
    expect(ordered.value.amount).toEqual({ value: 36, unit: 'mg' })
  })

  test('is held against what is legal for its session', async () => {
    const check = await ask(['dose', 'check'], {
      dose: { basis: 'devices', count: 3 },
      plan: nasal.plan,
      patient: nasal.patient,
      history: { session: 1, given: [] },
    })
    expect([check.verdict, check.value.allowed[0].doses]).toEqual([
      'contraindicated',
      [{ mg: 56, devices: 2 }],
    ])
  })

  test('that was given is summed between two bounds', async () => {
    const device = { type: 'device-given', outcome: 'complete', holds: quantity(28, 'mg') }
    const given = await ask(
      ['dose', 'delivered'],
      [
        { id: 'a', at: '2026-12-02T09:00:00-05:00', what: device },
        { id: 'b', at: '2026-12-02T09:05:00-05:00', what: { ...device, outcome: 'partial' } },
      ],
    )
    expect([given.value.least.value, given.value.most.value]).toEqual([28, 56])
  })

  test('of one product is never turned into one of another', async () => {
    const refused = await ask(['dose', 'convert'], { from: 'ketamine-iv', to: 'esketamine-nasal' })
    expect([refused.ok, refused.error.code]).toEqual([false, 'no-conversion'])
  })

  test('is laid out in time, step by step', async () => {
    const course = await ask(['dose', 'course'], {
      concentration: quantity(0.5, 'mg/mL'),
      steps: [
        { at: quantity(0, 'min'), do: 'rate', rate: quantity(108, 'mL/h') },
        { at: quantity(40, 'min'), do: 'stop' },
      ],
    })
    expect(course.ok).toBe(true)
  })
})

describe('a side effect', () => {
  test('is serious, not serious, or not known to be either', async () => {
    expect((await ask(['side-effect', 'seriousness'], { hospitalisation: 'yes' })).serious).toBe('yes')
    const asked = await ask(['side-effect', 'seriousness'], {
      answers: { hospitalisation: 'no' },
      options: { regulator: 'fda' },
    })
    expect(asked.serious).toBe('unknown')
    expect(asked.criteria.map((one: { criterion: string }) => one.criterion)).toContain('interventionNeeded')
  })

  test('keeps its method and its band', async () => {
    expect((await ask(['side-effect', 'causality'], { method: 'naranjo', total: 5 })).category).toBe(
      'probable',
    )
  })

  test('is held against the label of its own day', async () => {
    const event = { effect: 'resp-depression', product: 'esketamine-nasal', jurisdiction: 'us' }
    expect((await ask(['side-effect', 'expectedness'], event)).expectedness).toBe('unknown')
  })
})
