/** What must hold of every judgement, each law as a function of one world. @module */
import fc from 'fast-check'
import { expect } from 'vitest'
import { factsDigest } from '../../src/judgement/overrides.ts'
import type { Decision, Finding, OverrideRecord } from '../../src/kernel/decision.ts'
import type { FactRow } from '../../src/kernel/fact.ts'
import type { Verdict } from '../../src/kernel/rule.ts'
import { addDays, formatInstant, instantMs, offsetMinutes } from '../../src/kernel/time.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { explainFinding } from '../../src/screening/explain.ts'
import { createScreener, screen } from '../../src/screening/screen.ts'
import { isStale } from '../../src/screening/stale.ts'
import { whatWouldChange } from '../../src/screening/what-would-change.ts'
import { evaluate, questionsOf } from '../rules/interpreter.ts'
import { type Draft, factRows, parsed, type World } from './arbitrary.ts'
import { contextOf, engineTruths, packOf, screeningOf } from './plain-screen.ts'

export const verdictOrder: readonly Verdict[] = [
  'contraindicated',
  'hold',
  'indeterminate',
  'caution',
  'no-finding',
]

/** The judgement of a world. */
export function judged(world: World, overrides?: readonly OverrideRecord[]): Decision {
  const screening = screeningOf(world)
  return screen(overrides === undefined ? screening : { ...screening, overrides }, contextOf(world))
}

const text = (value: unknown): string => JSON.stringify(value)

// --- More on record.

const addable = factRows.filter(
  (row) => (row.core ?? []).length > 0 && row.lists.some((list) => list !== 'observations'),
)

/** A fact, one of its core codes, and the list it is recorded in. */
export const contraindications = fc.constantFrom(...addable).chain((row: FactRow) =>
  fc.record({
    list: fc.constantFrom(...row.lists.filter((list) => list !== 'observations')),
    coding: fc.constantFrom(
      ...(row.core ?? []).flatMap((set) => set.codes.map((code) => ({ system: set.system, code }))),
    ),
  }),
)

/** The record with one confirmed, current entry more; as it is where the list was never taken. */
export function withEntry(
  draft: Draft,
  list: string,
  coding: { system: string; code: string },
  asOf: string,
): Draft {
  const named = { id: 'added', codes: [coding], recordedAt: asOf.slice(0, 10) }
  if (list === 'conditions' && draft.conditions !== undefined) {
    const entry = {
      ...named,
      clinical: 'active',
      verification: 'confirmed',
      onset: asOf.slice(0, 10),
    } as const
    return { ...draft, conditions: [...draft.conditions, entry] }
  }
  if (list === 'medicines' && draft.medicines !== undefined) {
    return { ...draft, medicines: [...draft.medicines, { ...named, status: 'active', intent: 'order' }] }
  }
  if (list === 'allergies' && draft.allergies !== undefined) {
    return {
      ...draft,
      allergies: [...draft.allergies, { ...named, clinical: 'active', verification: 'confirmed' }],
    }
  }
  if (list === 'procedures' && draft.procedures !== undefined) {
    return {
      ...draft,
      procedures: [...draft.procedures, { ...named, status: 'completed', performed: asOf.slice(0, 10) }],
    }
  }
  return draft
}

/** Adding a recorded contraindication never lifts a verdict. */
export function addingLiftsNothing(
  world: World,
  added: { list: string; coding: { system: string; code: string } },
): void {
  const more = { ...world, draft: withEntry(world.draft, added.list, added.coding, world.asOf) }
  const rank = (decision: Decision) => verdictOrder.indexOf(decision.verdict)
  expect(rank(judged(more))).toBeLessThanOrEqual(rank(judged(world)))
}

/** A refuted entry beside a confirmed one lifts nothing, and neither does an order not to give. */
export function refutingLiftsNothing(world: World): void {
  const { draft } = world
  const again = <E extends { id?: string | undefined }>(all: readonly E[], change: Partial<E>): E[] => [
    ...all,
    ...all.map((entry, at) => ({ ...entry, ...change, id: `refuted${at}` })),
  ]
  const beside: Draft = {
    ...draft,
    ...(draft.conditions && { conditions: again(draft.conditions, { verification: 'refuted' }) }),
    ...(draft.allergies && { allergies: again(draft.allergies, { verification: 'refuted' }) }),
    ...(draft.medicines && { medicines: again(draft.medicines, { intent: 'prohibited' }) }),
    ...(draft.procedures && { procedures: again(draft.procedures, { status: 'not-done' }) }),
  }
  const before = judged(world)
  const after = judged({ ...world, draft: beside })
  expect(after.verdict).toBe(before.verdict)
  expect(text(after.findings)).toBe(text(before.findings))
  expect([...engineTruths({ ...world, draft: beside })]).toEqual([...engineTruths(world)])
}

// --- Order.

type Turn = <T>(all: readonly T[]) => T[]

/** The record with every list turned round by `turn`. */
function turned(draft: Draft, turn: Turn): Draft {
  return {
    ...draft,
    ...(draft.conditions && { conditions: turn(draft.conditions) }),
    ...(draft.medicines && { medicines: turn(draft.medicines) }),
    ...(draft.allergies && { allergies: turn(draft.allergies) }),
    ...(draft.procedures && { procedures: turn(draft.procedures) }),
    ...(draft.observations && { observations: turn(draft.observations) }),
    ...(draft.statements && { statements: turn(draft.statements) }),
    ...(draft.antidepressantTrials && { antidepressantTrials: turn(draft.antidepressantTrials) }),
    ...(draft.attestations && { attestations: turn(draft.attestations) }),
    ...(draft.incomplete && { incomplete: turn(draft.incomplete) }),
  }
}

/** The order in which entries stand, and how often the same one does, change nothing. */
export function orderChangesNothing(world: World, numbers: readonly number[]): void {
  const key = (at: number) => numbers[at % numbers.length] ?? 0
  const shuffled: Turn = (all) =>
    all
      .map((one, at) => ({ one, key: key(at * 7) }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one)
  const doubled: Turn = (all) => all.flatMap((one, at) => (key(at) % 3 === 0 ? [one, one] : [one]))
  const before = text(judged(world))
  expect(text(judged({ ...world, draft: turned(world.draft, shuffled) }))).toBe(before)
  expect(text(judged({ ...world, draft: turned(world.draft, (all) => all.toReversed()) }))).toBe(before)
  expect(text(judged({ ...world, draft: turned(turned(world.draft, doubled), shuffled) }))).toBe(before)
}

// --- The result itself.

/** The word alone is the word of the whole decision. */
export function wordAgrees(world: World): void {
  const { content, ...context } = contextOf(world)
  const screening = screeningOf(world)
  const screener = createScreener(content)
  const { verdict, rules } = screener.verdict(screening, context)
  const decision = screener.screen(screening, context)
  expect(verdict).toBe(decision.verdict)
  expect([...rules].sort()).toEqual(decision.findings.map((finding) => finding.rule.id).sort())
  expect(text(decision)).toBe(text(judged(world)))
}

/** What a value holds that plain JSON does not, or that is not frozen. */
export function notPlain(value: unknown, path = '', mustFreeze = true): readonly string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path} is ${value}`]
  if (typeof value !== 'object') return [`${path} is ${typeof value}`]
  const found = Object.entries(value).flatMap(([key, member]) =>
    notPlain(member, `${path}.${key}`, mustFreeze),
  )
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== Array.prototype) found.push(`${path} is of a class`)
  if (mustFreeze && !Object.isFrozen(value)) found.push(`${path} is not frozen`)
  for (const [key, own] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (own.get !== undefined) found.push(`${path}.${key} is a getter`)
  }
  return found
}

/** A decision is plain, frozen JSON that comes back from its text as it went in. */
export function resultIsPlain(world: World): void {
  const decision = judged(world)
  expect(notPlain(decision)).toEqual([])
  expect(JSON.parse(text(decision))).toEqual(decision)
  const worst = decision.findings.map((finding) => verdictOrder.indexOf(finding.verdict))
  expect(worst).toEqual(worst.toSorted((a, b) => a - b))
  expect(decision.verdict).toBe(decision.findings[0]?.verdict ?? 'no-finding')
}

/** A judgement leaves everything it was given as it was. */
export function inputsStay(world: World): void {
  const patient = parsed(world.draft)
  const plan = { product: world.product, indication: 'treatment-resistant-depression', setting: 'outpatient' }
  const overrides = judged(world)
    .findings.slice(0, 2)
    .map((finding) => overrideOf(finding, world))
  const given = { patient, plan, overrides }
  const context = contextOf(world)
  const before = text([given, context])
  const decision = screen(given, context)
  whatWouldChange(given, context)
  isStale({ ...given, decision }, context)
  expect(text([given, context])).toBe(before)
  expect(
    [plan, overrides, overrides.at(0), overrides.at(0)?.actor].some(
      (one) => Object.isFrozen(one) && one !== undefined,
    ),
  ).toBe(false)
  // What the caller does to its own objects afterwards no longer reaches the decision.
  const signed = text(decision)
  for (const override of overrides) Object.assign(override.actor, { role: 'changed' })
  plan.product = 'changed'
  expect(text(decision)).toBe(signed)
}

/** Every finding is replayed from itself, also from its JSON. */
export function findingsReplay(world: World): void {
  for (const finding of judged(world).findings) {
    const answers = finding.inputs.map((read) => read.truth)
    expect(questionsOf(finding.rule.when).length).toBe(answers.length)
    let next = 0
    const plain = evaluate(finding.rule.when, () => answers[next++] ?? 'unknown')
    expect([finding.rule.id, plain]).toEqual([finding.rule.id, finding.truth])
    const again: Finding = JSON.parse(text(finding))
    for (const one of [finding, again]) {
      const explained = explainFinding(one)
      expect([finding.rule.id, explained.agrees, explained.truth]).toEqual([
        finding.rule.id,
        true,
        finding.truth,
      ])
    }
    expect(finding.inputs.filter((read) => read.truth === 'unknown' && read.why === undefined)).toEqual([])
    expect(finding.inputs.filter((read) => read.truth !== 'unknown' && read.why !== undefined)).toEqual([])
  }
}

// --- What would change.

/** The sets lift, nothing can be left out of one, and stating them lifts the finding in fact. */
export function changesLift(world: World): void {
  const screening = screeningOf(world)
  const decision = whatWouldChange(screening, contextOf(world))
  const stopping = decision.findings.filter((one) =>
    ['contraindicated', 'hold', 'indeterminate'].includes(one.verdict),
  )
  expect(decision.value.changes.map((one) => one.rule)).toEqual(stopping.map((one) => one.rule.id))
  decision.value.changes.forEach((change, at) => {
    const finding = stopping[at]
    if (finding === undefined) throw new Error('a change without its finding')
    for (const set of change.sets) {
      const needed = new Map(set.map((one) => [one.fact, one.to] as const))
      expect([finding.rule.id, withAnswers(finding, needed)]).toEqual([finding.rule.id, 'no'])
      for (const one of set) {
        const fewer = new Map([...needed].filter(([fact]) => fact !== one.fact))
        expect([finding.rule.id, withAnswers(finding, fewer) === 'no']).toEqual([finding.rule.id, false])
        const reads = finding.inputs.filter((input) => input.fact === one.fact)
        // What is absent is not something to wish for, unless it speaks for the plan; and a lasting disease is not
        // something to remove.
        const speaksFor = packOf(world).facts.find(({ id }) => id === one.fact)?.favourable === true
        expect(speaksFor || reads.some((read) => read.truth !== 'no')).toBe(true)
        expect(change.lasting).not.toContain(one.fact)
        expect(one.ask).not.toBe('')
      }
      if (world.draft.record === 'active') stated(world, finding, set)
    }
  })
}

function withAnswers(finding: Finding, needed: ReadonlyMap<string, Truth>): Truth {
  let next = 0
  return evaluate(finding.rule.when, () => {
    const read = finding.inputs[next++]
    return needed.get(read?.fact ?? '') ?? read?.truth ?? 'unknown'
  })
}

/** Where people can say so, and nobody else spoke of it, a clinician's answers lift the finding. */
function stated(
  world: World,
  finding: Finding,
  set: readonly { readonly fact: string; readonly to: 'yes' | 'no' }[],
): void {
  const statements = world.draft.statements ?? []
  const content = packOf(world)
  const canBeStated = set.every(({ fact }) => {
    const row = content.facts.find((one) => one.id === fact)
    const graded = questionsOf(finding.rule.when).some((leaf) => leaf.kind === 'graded' && leaf.fact === fact)
    return row !== undefined && row.kind !== 'measurement' && !graded
  })
  if (
    !canBeStated ||
    [...statements, ...(world.stated ?? [])].some((one) =>
      set.some(({ fact }) => fact === one.fact || includes(fact, one.fact)),
    )
  )
    return
  const said = set.map(({ fact, to }) => ({ fact, answer: to, at: world.asOf, by: 'clinician' as const }))
  const after = judged({ ...world, draft: { ...world.draft, statements: [...statements, ...said] } })
  expect(after.findings.map((one) => one.rule.id)).not.toContain(finding.rule.id)
}

function includes(fact: string, member: string): boolean {
  const row = factRows.find((one) => one.id === fact)
  return (row?.includes ?? []).some((one) => one === member || includes(one, member))
}

// --- Overrides.

/** A documented decision about a finding, made an hour before and good for a day. */
export function overrideOf(finding: Finding, world: World): OverrideRecord {
  const now = instantMs(world.asOf)
  const at = (ms: number) => formatInstant(ms, offsetMinutes(ms, world.zone))
  return {
    rule: finding.rule.id,
    ruleVersion: finding.rule.version,
    reason: 'benefit-outweighs-risk',
    actor: { role: 'psychiatrist', id: 'p-1' },
    at: at(now - 3_600_000),
    expires: at(now + 86_400_000),
    digest: factsDigest(finding),
  }
}

/** Every finding overridden: all stay, marked, and the verdict is at best a caution; none of it outlives its grounds. */
export function overridesCount(world: World): void {
  const before = judged(world)
  const overrides = before.findings.map((finding) => overrideOf(finding, world))
  const after = judged(world, overrides)
  expect(after.findings.map((one) => [one.rule.id, one.truth, one.verdict])).toEqual(
    before.findings.map((one) => [one.rule.id, one.truth, one.verdict]),
  )
  if (world.draft.record !== 'active') {
    expect(text({ ...after, issues: [] })).toBe(text({ ...before, issues: [] }))
    return
  }
  expect(after.findings.every((one) => one.override !== undefined)).toBe(true)
  for (const finding of after.findings) {
    const outside = finding.class === 'contraindicated' && finding.rule.basis === 'label'
    expect(finding.override?.outsideTheLabel).toBe(outside ? true : undefined)
  }
  const something = before.findings.some((one) => one.verdict !== 'no-finding')
  expect(after.verdict).toBe(something ? 'caution' : 'no-finding')
  expect(after.missing).toEqual([])
  // One left out: its verdict counts again.
  const [first, ...rest] = overrides
  if (first === undefined) return
  const worst = before.findings[0]?.verdict
  expect(judged(world, rest).verdict).toBe(worst)
  const lapses: readonly Partial<OverrideRecord>[] = [
    { expires: world.asOf },
    { at: `${addDays(world.asOf.slice(0, 10), 2)}T00:00:00Z` },
    { ruleVersion: first.ruleVersion + 1 },
    { digest: 'fnv1a-2x32:0000000000000000' },
    { reason: '' },
    { expires: 'next year' },
  ]
  for (const lapse of lapses) {
    const decision = judged(world, [{ ...first, ...lapse }, ...rest])
    expect([lapse, decision.verdict]).toEqual([lapse, worst])
    expect(decision.issues.some((issue) => issue.path === `overrides.${first.rule}`)).toBe(true)
  }
}

// --- Whether a decision still stands.

/** A decision is fresh on the same facts, also when what nobody asked has changed; it is stale under another pack. */
export function freshOnTheSameFacts(world: World): void {
  const context = contextOf(world)
  const question = screeningOf(world)
  const decision = judged(world)
  expect(isStale({ ...question, decision }, context)).toBe(false)
  const moved = parsed({ ...world.draft, id: 'another', extensions: { address: 'elsewhere' } })
  expect(isStale({ ...question, decision, patient: moved }, context)).toBe(false)
  const stored: Decision = JSON.parse(text(decision))
  expect(isStale({ ...question, decision: stored }, context)).toBe(false)
  const { provenance } = decision
  for (const other of [
    { ...provenance, content: { ...provenance.content, version: '0' } },
    { ...provenance, content: { ...provenance.content, id: 'xx' } },
    { ...provenance, policy: { ...provenance.policy, digest: '' } },
    { ...provenance, libraryVersion: '0' },
    { ...provenance, inputDigest: '' },
  ]) {
    expect(isStale({ ...question, decision: { ...decision, provenance: other } }, context)).toBe(true)
  }
}
