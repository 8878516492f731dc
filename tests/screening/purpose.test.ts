/** A screening that knows what the treatment is for. */
import { describe, expect, test } from 'vitest'
import { euScreening } from '../../src/content/eu.ts'
import { usScreeningPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us, usScreening } from '../../src/content/us.ts'
import { markParsed } from '../../src/kernel/parsed.ts'
import type { ObservationEntry, Statement } from '../../src/patient/patient.schema.ts'
import {
  checkContraindications,
  checkInteractions,
  createScreener,
  screen,
} from '../../src/screening/screen.ts'
import { isStale } from '../../src/screening/stale.ts'
import { whatWouldChange } from '../../src/screening/what-would-change.ts'
import { type Draft, parsed, settledRecord } from './arbitrary.ts'
import {
  asOf,
  bothDecided,
  now,
  nowEu,
  policyWith,
  refusalOf,
  resistant,
  resistantPerson,
  spray,
} from './purpose-desk.ts'

const of = (draft: Draft, more = {}, context = now) =>
  screen({ patient: parsed(draft), plan: spray, ...more }, context)
const rulesOf = (draft: Draft, more = {}, context = now) =>
  of(draft, more, context)
    .findings.filter((finding) => finding.class !== 'note')
    .map(({ rule, verdict }) => `${rule.id} ${verdict}`)
const said = (fact: string, answer: Statement['answer'], change: Partial<Statement> = {}): Statement => ({
  fact,
  answer,
  at: asOf,
  by: 'clinician',
  ...change,
})
const withSaid = (draft: Draft, ...statements: readonly Statement[]): Draft => ({
  ...draft,
  statements: [...(draft.statements ?? []), ...statements],
})

const calm = withSaid(resistantPerson, said('acute-suicidality', 'no'))
const { antidepressantTrials: trials = [] } = calm
const once: Draft = { ...calm, antidepressantTrials: trials.slice(0, 1) }

describe('inside the label', () => {
  test('two failed trials of depression are nothing to stop at', () => {
    expect(rulesOf(calm)).toEqual([])
    expect(of(calm).verdict).toBe('no-finding')
    expect(of(calm, {}, nowEu).verdict).toBe('no-finding')
  })

  test('a plan that names no purpose is judged as before, whatever is on record', () => {
    const plan = { product: 'esketamine-nasal' }
    const ids = screen({ patient: parsed(once), plan }, now).findings.map(({ rule }) => rule.id)
    expect(ids.filter((id) => id.startsWith('indication/'))).toEqual([])
  })
})

describe('outside the label', () => {
  const hold = 'indication/resistance-not-shown-us hold'
  // What lifts the hold stays in sight.
  const decided = 'indication/decided-outside-label caution'

  test('a labelled product is held where too few trials failed, in a list that is complete', () => {
    expect(rulesOf(once)).toEqual([hold])
  })

  test('the decision and the consent lift it, both with a date and by a clinician', () => {
    const [decision, consent] = bothDecided
    if (decision === undefined || consent === undefined) throw new Error('there are two')
    expect(rulesOf(once, { stated: bothDecided })).toEqual([decided])
    expect(rulesOf(once, { stated: [decision] })).toEqual([hold])
    expect(rulesOf(once, { stated: [decision, { ...consent, truth: 'no' }] })).toEqual([hold])
    const open = 'indication/resistance-not-shown-us indeterminate'
    const { at: _at, ...undated } = consent
    for (const other of [
      undated,
      { ...consent, by: 'patient' as const },
      { ...consent, by: 'import' as const },
      { ...consent, by: 'unknown' as const },
      { ...consent, truth: 'unknown' as const },
      { ...consent, at: '2027-01-01T00:00:00Z' },
      { ...consent, at: '2025-01-01T00:00:00Z' },
    ])
      expect([other, rulesOf(once, { stated: [decision, other] })]).toEqual([other, [open, decided]])
  })

  test('so do the same two in the record, and a later no takes them back', () => {
    const own = withSaid(
      once,
      said('off-label-decision', 'yes', { at: '2026-11-20' }),
      said('off-label-consent', 'yes', { at: '2026-11-20' }),
    )
    expect(rulesOf(own)).toEqual([decided])
    expect(rulesOf(withSaid(own, said('off-label-consent', 'no', { by: 'patient' })))).toEqual([hold])
    const others = withSaid(
      once,
      said('off-label-decision', 'yes'),
      said('off-label-consent', 'yes', { by: 'patient' }),
    )
    expect(rulesOf(others)).toEqual(['indication/resistance-not-shown-us indeterminate', decided])
  })

  test('where the record brings no statements at all, nobody knows what is on record', () => {
    const { statements: _gone, ...silent } = once
    const found = rulesOf(silent)
    expect(found).toContain('indication/resistance-not-shown-us indeterminate')
    // One statement from outside does not turn silence about the other into a no.
    const [decision] = bothDecided
    expect(rulesOf(silent, { stated: [decision] })).toContain(
      'indication/resistance-not-shown-us indeterminate',
    )
  })

  test('ketamine, which no label names for depression, is a caution and asks what consent has to cover', () => {
    const plan = { product: 'ketamine-iv', indication: resistant }
    const found = of(calm, { plan }).findings.filter(({ rule }) => rule.id === 'indication/off-label-us')
    expect(found.map(({ verdict, actions }) => [verdict, actions.map(({ code }) => code)])).toEqual([
      ['caution', ['document-off-label-decision', 'document-off-label-consent']],
    ])
  })

  test('what is odd in the trials is told where they are counted', () => {
    const [trial] = trials
    if (trial === undefined) throw new Error('there are trials')
    const one = { ...trial, id: 't' }
    const named: Draft = { ...calm, antidepressantTrials: [one, { ...one, outcome: 'unknown' }] }
    const told = { code: 'same-id-other-content', path: 'antidepressantTrials[id=t]' }
    expect(of(named).issues.map(({ code, path }) => ({ code, path }))).toContainEqual(told)
    const other = { product: 'ketamine-iv', indication: 'bipolar-depression' }
    expect(of(named, { plan: other }).issues.map(({ code }) => code)).not.toContain(told.code)
  })

  test('a purpose nobody knows, perhaps mistyped, is told and held', () => {
    const plan = { product: 'ketamine-iv', indication: 'treatment-resistent-depression' }
    const found = of(calm, { plan })
    expect(found.issues).toContainEqual({
      code: 'unknown-indication',
      path: 'plan.indication',
      severity: 'warning',
    })
    expect(rulesOf(calm, { plan })).toContain('indication/purpose-not-known hold')
    expect(rulesOf(calm, { plan, stated: bothDecided })).not.toContain('indication/purpose-not-known hold')
    for (const known of [{ ...plan, indication: 'anaesthesia' }, { product: plan.product }])
      expect(of(calm, { plan: known }).issues.map(({ code }) => code)).not.toContain('unknown-indication')
  })

  test('the word alone, what would change and whether it is stale know of it too', () => {
    const { content, ...context } = now
    const screener = createScreener(content)
    const question = { patient: parsed(once), plan: spray, stated: bothDecided }
    expect(screener.verdict(question, context).verdict).toBe('caution')
    expect(screener.verdict({ ...question, stated: [] }, context)).toMatchObject({ verdict: 'hold' })
    expect(screener.screen(question, context)).toEqual(screen(question, now))
    const changes = whatWouldChange({ ...question, stated: [] }, now).value.changes
    expect(
      changes.map(({ rule, sets }) => [rule, sets.map((set) => set.map(({ fact, to }) => `${fact} ${to}`))]),
    ).toEqual([
      [
        'indication/resistance-not-shown-us',
        [['trials-short no'], ['off-label-decision yes', 'off-label-consent yes']],
      ],
    ])
    const decision = screen(question, now)
    expect(isStale({ ...question, decision }, now)).toBe(false)
    expect(isStale({ ...question, decision }, { ...now, asOf: '2026-11-22T09:01:00-05:00' })).toBe(false)
    expect(isStale({ ...question, stated: [], decision }, now)).toBe(true)
    expect(isStale({ ...question, patient: parsed(calm), decision }, now)).toBe(true)
  })

  test('a trial that grows long enough makes a decision stale', () => {
    const running = { ...trials[0], start: '2026-10-26' }
    const { antidepressantTrials: _gone, ...rest } = calm
    const short = parsed({ ...rest, antidepressantTrials: [running, trials[1]] })
    const decision = screen({ patient: short, plan: spray }, now)
    expect(decision.verdict).toBe('hold')
    const question = { decision, patient: short, plan: spray }
    expect(isStale(question, { ...now, asOf: '2026-11-22T23:00:00-05:00' })).toBe(false)
    expect(isStale(question, { ...now, asOf: '2026-11-23T09:00:00-05:00' })).toBe(true)
  })
})

describe('failed trials that are missing', () => {
  const read = (draft: Draft, more = {}, context = now) =>
    of(draft, more, context)
      .findings.flatMap(({ inputs }) => inputs)
      .find(({ fact }) => fact === 'trials-short')

  test('are worked out of the trials; what the record says under that name is not read', () => {
    const forged: ObservationEntry = {
      name: 'trials-short',
      status: 'final',
      value: { value: 0, unit: '{n}' },
      at: asOf,
    }
    const liar: Draft = { ...once, observations: [...(once.observations ?? []), forged] }
    expect(read(liar)).toMatchObject({ truth: 'yes', value: 1, from: 'antidepressant-trials' })
    expect(read({ ...liar, antidepressantTrials: [] })).toMatchObject({ value: 2 })
    const { antidepressantTrials: _gone, ...noList } = liar
    expect(read(noList)).toMatchObject({ truth: 'unknown', why: 'incomplete' })
    expect(of(noList).issues).toEqual(of(calm).issues) // nothing in the record is odd
  })

  test('are not made out of readings that never came', () => {
    const { observations: _gone, ...noReadings } = once
    const decision = of(noReadings)
    expect(decision.findings.some(({ rule }) => rule.id === 'indication/resistance-not-shown-us')).toBe(true)
    expect(
      decision.findings.filter(({ rule }) => rule.id.startsWith('blood-pressure')).map(({ truth }) => truth),
    ).toContain('unknown')
  })

  test('are unknown until a clinician called the list complete', () => {
    const silent: Draft = {
      ...once,
      statements: (once.statements ?? []).filter(({ fact }) => fact !== 'antidepressant-trials-complete'),
    }
    expect(read(silent)).toMatchObject({ truth: 'unknown' })
    expect(
      read(withSaid(silent, said('antidepressant-trials-complete', 'yes', { by: 'patient' }))),
    ).toMatchObject({ truth: 'unknown' })
    expect(
      read(silent, {
        stated: [{ fact: 'antidepressant-trials-complete', truth: 'yes', at: asOf, by: 'nurse' }],
      }),
    ).toMatchObject({ truth: 'yes' })
  })

  test('are counted by the label of the product, else by the definition of the policy', () => {
    const early: Draft = {
      ...calm,
      antidepressantTrials: trials.map((trial) => ({ ...trial, episode: 'earlier' })),
    }
    expect(rulesOf(early)).toEqual([]) // the US label names no episode
    expect(rulesOf(early, {}, nowEu)).toContain('indication/resistance-not-shown-eu hold')
    const plan = { product: 'ketamine-iv', indication: resistant }
    expect(rulesOf(early, { plan })).toContain('indication/resistance-not-shown-ketamine hold')
    const lifetime = policyWith({
      choices: { ...usStartingPolicy.choices, 'resistance-definition': 'lifetime' },
    })
    expect(rulesOf(early, { plan }, { ...now, policy: lifetime })).not.toContain(
      'indication/resistance-not-shown-ketamine hold',
    )
    // Before the first label nothing is answered at all.
    const before = { ...now, asOf: '2019-03-04T09:00:00-05:00' }
    expect(refusalOf(() => of(early, {}, before))).toBe('before-tables context.asOf')
  })

  test('need a definition where they are asked', () => {
    const plan = { product: 'ketamine-iv', indication: resistant }
    const { 'resistance-definition': _gone, ...choices } = usStartingPolicy.choices
    const none = { ...now, policy: policyWith({ choices }) }
    expect(refusalOf(() => of(calm, { plan }, none))).toBe(
      'policy-incomplete policy.choices.resistance-definition',
    )
    expect(of(calm, {}, none).verdict).toBe('no-finding') // the label has its own
    const strange = {
      ...now,
      policy: policyWith({ choices: { ...choices, 'resistance-definition': 'ours' } }),
    }
    expect(refusalOf(() => of(calm, { plan }, strange))).toBe(
      'unknown-definition policy.choices.resistance-definition',
    )
    const bipolar = { product: 'ketamine-iv', indication: 'bipolar-depression' }
    expect(refusalOf(() => of(calm, { plan: bipolar }, none))).toBe('no refusal')
  })

  test('are not asked of a pack that has no row for them', () => {
    const rules = us.indication?.rules.filter(({ id }) => !id.includes('resistance-not-shown')) ?? []
    if (us.indication === undefined) throw new Error('the whole pack holds these tables')
    const content = markParsed({ ...us, indication: { ...us.indication, rules } })
    const { choices } = policyWith({ choices: {} })
    const { equivalents = '' } = choices
    expect(equivalents).toBe('')
    const found = screen({ patient: parsed(once), plan: spray }, { ...now, content })
    expect(found.findings.flatMap(({ inputs }) => inputs).some(({ fact }) => fact === 'trials-short')).toBe(
      false,
    )
  })
})

describe('packs for screening alone', () => {
  const lean = { ...now, content: usScreening, policy: usScreeningPolicy }
  const question = { patient: parsed(settledRecord), plan: spray }

  test('refuse a plan that names its purpose, and judge the rest', () => {
    const refused = 'content-incomplete context.content.indication'
    expect(refusalOf(() => screen(question, lean))).toBe(refused)
    expect(refusalOf(() => screen(question, { ...lean, content: euScreening }))).toBe(refused)
    expect(refusalOf(() => createScreener(usScreening).verdict(question, lean))).toBe(refused)
    expect(refusalOf(() => whatWouldChange(question, lean))).toBe(refused)
    expect(checkContraindications(question, lean).verdict).toBe('no-finding')
    expect(checkInteractions(question, lean).verdict).toBe('no-finding')
    expect(screen({ ...question, plan: { product: 'esketamine-nasal' } }, lean).verdict).toBe('no-finding')
  })
})

describe('answers from outside', () => {
  const patient = parsed(settledRecord)
  const plan = { product: 'esketamine-nasal' }

  test('stand beside the record also where no purpose is named, and in its parts', () => {
    const stated = [{ fact: 'aneurysmal-vascular-disease', truth: 'yes', at: asOf, by: 'clinician' }] as const
    for (const judge of [screen, checkContraindications])
      expect(judge({ patient, plan, stated }, now).findings.map(({ rule }) => rule.id)).toContain(
        'vascular/aneurysm',
      )
    expect(screen({ patient, plan, stated: [] }, now)).toEqual(screen({ patient, plan }, now))
  })

  test('about nothing the tables know are told as an oddity', () => {
    const stated = [{ fact: 'no-such-fact', truth: 'yes' }] as const
    const codes = screen({ patient, plan, stated }, now).issues.map(({ code, path }) => `${code} ${path}`)
    expect(codes).toContain('statement-unknown statements.no-such-fact')
  })

  test.each([
    ['no list', 'yes', 'stated'],
    ['no answer', [{ fact: 'off-label-decision' }], 'stated[0]'],
    ['a boolean', [{ fact: 'off-label-decision', truth: true }], 'stated[0]'],
    ['no fact', [{ truth: 'yes' }], 'stated[0]'],
    ['an empty fact', [{ fact: '', truth: 'yes' }], 'stated[0]'],
    ['a time that is none', [{ fact: 'x', truth: 'yes', at: 'today' }], 'stated[0]'],
    ['a day without a time', [{ fact: 'x', truth: 'yes', at: '2026-11-20' }], 'stated[0]'],
    ['a speaker nobody knows', [{ fact: 'x', truth: 'yes', by: 'constructor' }], 'stated[0]'],
    ['a second one that is none', [{ fact: 'x', truth: 'yes' }, null], 'stated[1]'],
  ])('with %s are refused', (_name, stated, path) => {
    const call = () => Reflect.apply(screen, undefined, [{ patient, plan, stated }, now])
    expect(refusalOf(call)).toBe(`bad-argument ${path}`)
  })
})
