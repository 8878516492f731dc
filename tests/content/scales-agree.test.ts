/** The scales a visit reads and the instruments that score them speak of the same numbers. @module */
import { describe, expect, test } from 'vitest'
import {
  aldrete,
  cadss6,
  cadss23,
  cadss28,
  moaas,
  padss,
  padssModified,
  rass,
} from '../../src/content/measures/session.ts'
import { cssrsScreener } from '../../src/content/measures/suicide.ts'
import { us } from '../../src/content/us.ts'
import { engineOf } from '../../src/judgement/selection.ts'
import type { Instrument } from '../../src/kernel/instrument.ts'
import { momentOf } from '../../src/patient/moment.ts'
import { earlierStates } from '../../src/session/open-matters.ts'
import { knownVisit, visitRecord } from '../../src/session/record.ts'
import { isScaleRead } from '../../src/session/record-scales.ts'
import { replaySession } from '../../src/session/replay.ts'
import { at, device, entry, sessionOf } from '../session/arbitrary.ts'

/** What a visit reads where two checks have the same total: the value, or why there is none. */
function read(instrument: string, fact: string, total: number): unknown {
  const context = at(700)
  const session = sessionOf([
    entry('one', 540, device),
    entry('first', 600, { type: 'scale', instrument, total }),
    entry('second', 620, { type: 'scale', instrument, total }),
  ])
  const moment = momentOf(context.asOf, context.zone)
  const plan = { product: 'esketamine-nasal', setting: 'outpatient' }
  const beside = {
    engine: engineOf(context.content, context.policy),
    plan,
    earlier: earlierStates(undefined, session, context),
  }
  const record = visitRecord(
    { format: 'ketamine-treatment/patient/1', record: 'active', observations: [], statements: [] },
    knownVisit(replaySession(session, context), beside, moment),
    moment,
  )
  const found = (record.observations ?? []).filter(({ name }) => name === fact)
  const reads = new Set(found.map(({ absent, value }) => absent ?? value?.value))
  expect([fact, reads.size]).toEqual([fact, 1])
  return [...reads][0]
}

// No rule asks for a single RASS: the rule of two checks does, and it reads the distance from 0.
const shared: readonly (readonly [string, string, Instrument])[] = [
  ['moaas', 'alertness', moaas],
  ['rass', 'agitation-sedation-furthest-of-last-two', rass],
  ['cadss-23', 'dissociation', cadss23],
  ['cadss-28', 'dissociation', cadss28],
  ['aldrete', 'aldrete-total', aldrete],
  ['padss', 'padss-total', padss],
]

describe.each(shared)('%s', (id, fact, instrument) => {
  test('is the name of the instrument, and a visit reads it', () => {
    expect(instrument.id).toBe(id)
    expect(isScaleRead(instrument.id)).toBe(true)
  })

  test('has the same lowest and highest total in a visit as on the form', () => {
    const { least, most } = instrument.range ?? { least: Number.NaN, most: Number.NaN }
    const ends = id === 'rass' ? [-least, most] : [least, most]
    expect([read(id, fact, least), read(id, fact, most)]).toEqual(ends)
    expect([read(id, fact, least - 1), read(id, fact, most + 1)]).toEqual(['unknown', 'unknown'])
  })

  test('has a range that its items reach and do not pass', () => {
    const ends = instrument.items.map(({ values }) => [values[0] ?? 0, values.at(-1) ?? 0] as const)
    const sum = (place: 0 | 1) => ends.reduce((total, end) => total + end[place], 0)
    expect({ least: sum(0), most: sum(1) }).toEqual(instrument.range)
  })
})

test('versions with other items are other instruments, and no visit takes them for these', () => {
  const names = [...shared.map(([id]) => id), cadss6.id, padssModified.id]
  expect(new Set(names).size).toBe(names.length)
  expect([cadss6, padssModified].map(({ id }) => isScaleRead(id))).toEqual([false, false])
})

test('the suicide screen has the levels a visit grades, and names them alike', () => {
  expect(isScaleRead(cssrsScreener.id)).toBe(true)
  const fact = us.facts.find(({ id }) => id === 'suicide-screen-level')
  const levels = cssrsScreener.triage?.levels.map(({ id }) => id) ?? []
  expect(levels.length).toBeGreaterThan(4)
  expect([...levels].sort()).toEqual([...(fact?.grades ?? [])].sort())
})
