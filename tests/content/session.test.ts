/** What holds of the tables of a visit. @module */
import { describe, expect, test } from 'vitest'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { sessionTables } from '../../src/judgement/selection.ts'
import type { Content } from '../../src/kernel/content.ts'
import type { Grade } from '../../src/kernel/rule.ts'
import { leavesOf } from '../../src/rules/compile.ts'

const packs: readonly (readonly [string, Content])[] = [
  ['us', us],
  ['eu', eu],
]

describe.each(packs)('the visit of the pack %s', (_id, pack) => {
  const { gates, alarms, release, schedules, followUps, requests } = sessionTables(pack)
  const facts = new Map(pack.facts.map((row) => [row.id, row]))

  test('asks each row on its own occasion', () => {
    expect(gates.filter((row) => row.asked.join() !== 'session').map((row) => row.id)).toEqual([])
    expect(alarms.filter((row) => row.asked.join() !== 'monitoring').map((row) => row.id)).toEqual([])
    expect(release.filter((row) => row.asked.join() !== 'release').map((row) => row.id)).toEqual([])
  })

  test('says of each alarm how loudly it speaks; an alert lets the session go on, the others do not', () => {
    const classes: Readonly<Record<Grade, string>> = { alert: 'caution', stop: 'defer', emergency: 'defer' }
    for (const row of alarms)
      expect(row.grade === undefined ? undefined : classes[row.grade], row.id).toBe(row.class)
    expect([...gates, ...release].filter((row) => row.grade !== undefined)).toEqual([])
  })

  test('calls nothing of a visit a contraindication, and lets no site decide against the REMS', () => {
    expect([...gates, ...alarms, ...release].filter((row) => row.class === 'contraindicated')).toEqual([])
    const hard = [...gates, ...alarms, ...release].filter((row) => row.hard === true).map((row) => row.id)
    const expected = ['gates/rems-enrolment', 'gates/rems-setting', 'release/observation']
    expect(hard).toEqual(pack.id === 'us' ? expected : [])
  })

  test('has an action for whoever meets a row', () => {
    const silent = [...gates, ...alarms, ...release].filter((row) => row.actions.length === 0)
    expect(silent.map((row) => row.id)).toEqual([])
  })

  test('asks before the door for every effect that may still be there', () => {
    const asked = new Set(
      release.flatMap((row) =>
        leavesOf(row.when).flatMap((leaf) => (leaf.kind === 'age' ? [] : [leaf.fact])),
      ),
    )
    const open = pack.facts.map((row) => row.id).filter((id) => id.startsWith('open-'))
    expect(open.length).toBeGreaterThan(20)
    expect(open.filter((id) => !asked.has(id))).toEqual([])
  })

  test('turns what a screening asks for into facts that a row of the visit asks', () => {
    const asked = new Set(
      [...gates, ...release].flatMap((row) =>
        leavesOf(row.when).flatMap((leaf) => (leaf.kind === 'age' ? [] : [leaf.fact])),
      ),
    )
    expect(Object.keys(requests).filter((code) => pack.actions[code] === undefined)).toEqual([])
    expect(Object.values(requests).filter((fact) => !facts.has(fact) || !asked.has(fact))).toEqual([])
  })

  test('takes a yes for good news where the fact is named for it', () => {
    const good = pack.facts.filter((row) => row.favourable === true).map((row) => row.id)
    for (const fact of good) {
      const text = JSON.stringify([...gates, ...release].map((row) => row.when))
      // A favourable answer only ever stands under a not.
      const bare = new RegExp(`(?<!"kind":"not","of":)\\{"kind":"stated","fact":"${fact}"`)
      const allowed = ['departure-arranged'] // two nots further out
      if (!allowed.includes(fact)) expect(bare.test(text), fact).toBe(false)
    }
    expect(good.length).toBeGreaterThan(20)
  })

  test('has a schedule for each product, with a reading before the dose and a minimum of observation', () => {
    for (const { id } of pack.products) {
      const own = schedules.filter(
        (row) =>
          row.products.includes(id) && row.jurisdictions.some((one) => pack.jurisdictions.includes(one)),
      )
      expect(own.length, id).toBe(1)
      const [row] = own
      expect(row?.slots.filter((slot) => slot.id === 'before' && slot.required).length, id).toBe(1)
      expect(row?.slots.filter((slot) => slot.required).length, id).toBeGreaterThan(1)
      expect(row?.observation.length, id).toBeGreaterThan(0)
    }
  })

  test('names each slot of a schedule once', () => {
    for (const { id, slots } of schedules)
      expect(new Set(slots.map((slot) => slot.id)).size, id).toBe(slots.length)
  })

  test('counts no hours until somebody drives', () => {
    const advice = followUps.filter((row) => row.kind === 'advice')
    expect(advice.length).toBeGreaterThan(0)
    for (const row of advice) expect(row.dueWithin).toEqual({ value: 0, unit: 'd' })
  })
})

test('the nasal spray in the United States is watched by both clocks, and neither is a site’s to shorten', () => {
  const spray = sessionTables(us).schedules.find((row) => row.id === 'esketamine-us')
  expect(spray?.observation.map(({ anchor, minimum }) => [anchor, minimum])).toEqual([
    ['first-device', { value: 120, unit: 'min' }],
    ['last-device', { value: 120, unit: 'min' }],
    // Longer where a site asks for it, and never shorter.
    ['last-device', { policy: 'observation-esketamine' }],
  ])
})

test('the monitoring form is for outpatients of the nasal spray in the United States, within seven days', () => {
  const forms = (pack: Content) => sessionTables(pack).followUps.filter((row) => row.kind === 'form')
  expect(forms(eu)).toEqual([])
  expect(forms(us)).toMatchObject([
    { products: ['esketamine-nasal'], settings: ['outpatient'], dueWithin: { value: 7, unit: 'd' } },
  ])
})
