/** Which row of a site is refused, named by its path; and what a site adds comes whole. */
import { expect, test } from 'vitest'
import { us } from '../../src/content/us.ts'
import { Content } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { atLeastN, has, isNot } from '../../src/kernel/rule.ts'
import { describeCondition } from '../../src/rules/explain.ts'
import { extendContent } from '../../src/rules/extend-content.ts'

const site = { format: 'ketamine-treatment/content/1', id: 'ours', version: '1' }
const rule = {
  id: 'ours/row',
  version: 1,
  statement: 'A row of the site',
  class: 'caution',
  basis: 'practice',
  certainty: 'K',
  asked: ['screening'],
  scope: { products: ['ketamine-iv'], jurisdictions: ['us'], effective: { from: '2026-01-01' } },
  when: { kind: 'age', is: 'at-least', limit: { value: 90, unit: 'a' } },
  because: 'It shows how rows are added.',
  actions: [],
  sources: [],
  checkedOn: '2026-10-01',
  checkBy: '2027-10-01',
  clinicalReview: 'none',
}
const row = { id: 'ours-fact', label: 'Ours', ask: 'Is it so?', kind: 'statement', lists: [], means: 'ask' }
const codes = { system: 'atc', codes: ['V'], certainty: 'K' }

function extended(more: object) {
  const ours = parse(Content, { ...site, ...more })
  if (!ours.ok) throw ours.error
  return extendContent(us, ours.value)
}

const [aneurysm] = us.contraindications.map((one) => one.id)
const [known] = us.facts.map((one) => one.id)
const [source] = us.sources

test.each<[string, object, string, string]>([
  ['one rule twice', { interactions: [rule, rule] }, 'id-clash', 'rules.ours/row@1'],
  [
    'a rule under an id of the pack',
    { contraindications: [{ ...rule, id: aneurysm }] },
    'id-clash',
    `rules.${aneurysm}@1`,
  ],
  ['a fact under an id of the pack', { facts: [{ ...row, id: known }] }, 'id-clash', `facts.${known}`],
  ['a source under a key of the pack', { sources: [{ ...source }] }, 'id-clash', `sources.${source?.key}`],
  [
    'codes of a fact nobody has',
    {
      codes: [
        { fact: known, kind: 'core', codes },
        { fact: 'none', kind: 'core', codes },
      ],
    },
    'dangling-reference',
    'codes[1].fact',
  ],
  [
    'a rule that asks a fact nobody has',
    { interactions: [{ ...rule, when: { kind: 'has', fact: 'none', when: 'ever' } }] },
    'dangling-reference',
    'rules.ours/row.when',
  ],
  [
    'a rule that cites a source nobody has',
    {
      interactions: [
        { ...rule, sources: [{ fact: 'f', source: 'NONE', certainty: 'K', seenOn: '2026-10-01' }] },
      ],
    },
    'dangling-reference',
    'rules.ours/row.sources',
  ],
  [
    'a rule whose action has no words',
    { interactions: [{ ...rule, actions: [{ kind: 'ask', code: 'none' }] }] },
    'dangling-reference',
    'rules.ours/row.actions',
  ],
])('%s is refused by its path', (_name, more, code, path) => {
  const result = extended(more)
  expect(result.ok ? undefined : { code: result.error.code, path: result.error.path }).toEqual({ code, path })
})

test('everything a site adds stands in the extended pack, after what was there', () => {
  const more = {
    contraindications: [rule],
    interactions: [
      { ...rule, id: 'ours/other', sources: [{ fact: 'f', certainty: 'K', seenOn: '2026-10-01' }] },
    ],
    facts: [row],
    sources: [{ key: 'OURS', type: 'W', title: 'Ours', url: 'doc:1' }],
    codes: [{ fact: 'ours-fact', kind: 'confirm', codes }],
  }
  const result = extended(more)
  if (!result.ok) throw result.error
  const pack = result.value
  expect(pack.contraindications.map((one) => one.id)).toEqual([
    ...us.contraindications.map((one) => one.id),
    'ours/row',
  ])
  expect(pack.interactions.map((one) => one.id)).toEqual([
    ...us.interactions.map((one) => one.id),
    'ours/other',
  ])
  expect(pack.sources.map((one) => one.key)).toEqual([...us.sources.map((one) => one.key), 'OURS'])
  expect(pack.facts.at(-1)).toEqual({ ...row, confirm: [codes] })
  expect(pack.facts.slice(0, -1)).toEqual(us.facts)
  const nothing = extended({})
  expect(nothing.ok && nothing.value).toEqual({ ...us, id: 'us+ours', version: `${us.version}+1` })
})

test('what was not parsed is refused by the name of the argument', () => {
  const ours = parse(Content, site)
  if (!ours.ok) throw ours.error
  const unparsed = JSON.parse(JSON.stringify(us))
  expect(() => extendContent(unparsed, ours.value)).toThrow(
    expect.objectContaining({ code: 'not-parsed', path: 'pack' }),
  )
  expect(() => extendContent(us, JSON.parse(JSON.stringify(site)))).toThrow(
    expect.objectContaining({ code: 'not-parsed', path: 'ours' }),
  )
})

test('a condition that is none is refused, and one inside another stands in brackets', () => {
  expect(() => describeCondition(JSON.parse('{"kind":"perhaps"}'), (fact) => fact)).toThrow(Refusal)
  expect(() => describeCondition(JSON.parse('{}'), (fact) => fact)).toThrow(
    expect.objectContaining({ code: 'bad-argument', path: 'condition' }),
  )
  expect(describeCondition(isNot(atLeastN(1, has('a'), has('b'))), (fact) => fact)).toBe(
    'not: (at least 1 of: has a; has b)',
  )
})
