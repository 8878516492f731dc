/** The words of a command line, and what each command answers. @module */
import { describe, expect, test } from 'vitest'
import { commandOf } from '../../src/cli/arguments.ts'
import { callables } from '../../src/cli/table.ts'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { rulesOf } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { screen } from '../../src/screening/screen.ts'
import { condition, type Files, morning, nativeRecord, said } from './desk.ts'

const record = nativeRecord({ conditions: [condition('I71.40')], medicines: [] })
const files: Files = { 'a.json': JSON.stringify(record) }
const context = {
  content: us,
  policy: usStartingPolicy,
  zone: 'America/New_York',
  asOf: '2026-11-22T09:00:00-05:00',
  zoneTables: '2026a',
}
const json = async (...words: string[]): Promise<unknown> => JSON.parse((await said(words, files)).out)

describe('words that cannot be followed', () => {
  test.each([
    [['screen'], 'Name a file'],
    [['screen', '-', '-'], 'read once'],
    [['screen', 'a.json', '--attest', 'conditions,hopes'], '--attest takes'],
    [['screen', 'a.json', '--fail-on', 'no-finding'], '--fail-on takes'],
    [['screen', 'a.json', '--jurisdiction', 'uk'], '--jurisdiction takes'],
    [['screen', 'a.json', '--zone', 'Eastern'], '--zone takes'],
    [['screen', 'a.json', '--zone', '+05:00'], '--zone takes'],
    [['screen', 'a.json', '--as-of', '2026-11-22'], '--as-of takes'],
    [['screen', 'a.json', '--as-of', '2026-11-22T09:00:00'], '--as-of takes'],
    [['screen', 'a.json', '--width', '12'], '--width takes'],
    [['screen', 'a.json', '--width', '8e1'], '--width takes'],
    [['screen', 'a.json', '--product', 'esketamine-injection'], '--product takes one of esketamine-nasal'],
    [['screen', 'a.json', '--setting', 'outpatien'], '--setting takes'],
    [['screen', 'a.json', '--policy', 'gone.json'], 'policy file cannot be read'],
    [['screen', 'a.json', '--policy', 'a.json'], 'policy cannot be used'],
    [['screen', 'a.json', '--frobnicate'], '--frobnicate'],
    [['screen', 'a.json', '--zone'], '--zone'],
    [['rules', 'a.json'], 'takes no paths'],
    [['rules', '--product', 'aspirin'], '--product takes'],
    [['rules', '--attest', 'all'], 'belongs to the command screen'],
    [['screening', 'screen', 'a.json', 'b.json'], 'reads one file'],
    [['screening', 'toString'], 'no command'],
    [['constructor'], 'no command'],
  ])('%s', async (words, why) => {
    const result = await said(words, files)
    expect(result.code).toBe(2)
    expect(result.out).toBe('')
    expect(result.err).toContain(why)
  })
})

describe('help', () => {
  test.each([[['--help']], [[]], [['help']], [['screen', '--help']]])('is printed for %j', async (words) => {
    const result = await said(words)
    expect(result.code).toBe(0)
    for (const word of ['USAGE', 'EXIT CODE', 'esketamine-nasal', '--attest', '--fail-on']) {
      expect(result.out).toContain(word)
    }
  })

  test('names every function of the table and every option of the program', async () => {
    const { out } = await said(['--help'])
    for (const name of Object.keys(callables)) expect(out).toContain(name)
    const options = [
      'product',
      'indication',
      'setting',
      'jurisdiction',
      'policy',
      'zone',
      'as-of',
      'attest',
      'json',
      'full',
    ]
    for (const name of [...options, 'width', 'skip-bad-lines', 'fail-on', 'version'])
      expect(out).toContain(`--${name}`)
  })

  test('the version is that of the package', async () => {
    expect((await said(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the exit code', () => {
  const code = async (...words: string[]) =>
    (await said(['screen', 'a.json', ...morning, ...words], files)).code

  test('is that of the reading, not of the verdict', async () => {
    expect(await code()).toBe(0)
  })

  test.each([
    ['contraindicated', 3],
    ['hold', 3],
    ['indeterminate', 3],
    ['caution', 3],
  ])('with --fail-on %s tells of a contraindication', async (limit, expected) => {
    expect(await code('--fail-on', limit)).toBe(expected)
  })

  test('with --fail-on is quiet where every verdict is less bad', async () => {
    const open: Files = { 'a.json': JSON.stringify(nativeRecord()) }
    const codeFor = async (limit: string) =>
      (await said(['screen', 'a.json', ...morning, '--fail-on', limit], open)).code
    expect(await codeFor('hold')).toBe(0)
    expect(await codeFor('indeterminate')).toBe(3)
  })

  test('tells first that something was not judged', async () => {
    const result = await said(['screen', 'a.json', 'gone.json', ...morning, '--fail-on', 'hold'], files)
    expect(result.code).toBe(1)
    expect(result.err).toBe('1 input could not be read or judged; 1 record judged.\n')
  })
})

describe('--json', () => {
  test('prints the decision of the function screen, byte for byte', async () => {
    const patient = parse(Patient, record)
    if (!patient.ok) throw patient.error
    const expected = screen({ patient: patient.value, plan: { product: 'esketamine-nasal' } }, context)
    expect(await json('screen', 'a.json', '--json', ...morning)).toEqual(JSON.parse(JSON.stringify(expected)))
  })

  test('follows product, jurisdiction and setting', async () => {
    const found = await json(
      'screen',
      'a.json',
      '--json',
      ...morning,
      '--product',
      'ketamine-iv',
      '--jurisdiction',
      'eu',
    )
    expect(found).toMatchObject({
      provenance: { content: { id: 'eu' }, policy: { id: 'eu-starting-policy' } },
    })
    const ids = async (...words: string[]) =>
      JSON.stringify(await json('screen', 'a.json', '--json', ...morning, ...words))
    expect(await ids('--setting', 'inpatient')).not.toContain('suicidality-unstable')
    expect(await ids()).toContain('suicidality-unstable')
  })

  test('takes the policy of the site', async () => {
    const mine = { ...usStartingPolicy, id: 'our-clinic', version: '7' }
    const result = await said(['screen', 'a.json', '--json', ...morning, '--policy', 'p.json'], {
      ...files,
      'p.json': `\uFEFF${JSON.stringify(mine)}`,
    })
    expect(JSON.parse(result.out)).toMatchObject({
      provenance: { policy: { id: 'our-clinic', version: '7' } },
    })
  })
})

describe('rules', () => {
  test('lists every rule of the pack', async () => {
    const { out, code } = await said(['rules'])
    expect(code).toBe(0)
    for (const rule of rulesOf(us)) expect(out.replace(/\s+/g, ' ')).toContain(`${rule.id} v${rule.version};`)
  })

  test('as JSON gives the rows themselves, of one product where one is named', async () => {
    const all: unknown = JSON.parse((await said(['rules', '--json'])).out)
    expect(all).toEqual(JSON.parse(JSON.stringify(rulesOf(us))))
    const some: readonly { readonly scope: { readonly products: readonly string[] } }[] = JSON.parse(
      (await said(['rules', '--json', '--product', 'ketamine-oral'])).out,
    )
    expect(some.length).toBeGreaterThan(0)
    expect(some.every(({ scope }) => scope.products.includes('ketamine-oral'))).toBe(true)
  })
})

describe('functions by room and verb', () => {
  const call = async (name: string, argument: unknown) => {
    const result = await said([...name.split(' '), ...morning], { '-': JSON.stringify(argument) })
    return { code: result.code, value: JSON.parse(result.out) }
  }

  test('screen, and its two halves', async () => {
    const whole = await call('screening screen', { patient: record })
    expect(whole).toMatchObject({ code: 0, value: { verdict: 'contraindicated' } })
    const half = await call('screening contraindications', {
      patient: record,
      plan: { product: 'ketamine-iv' },
    })
    expect(half.value.findings.length).toBeGreaterThan(0)
    const other = await call('screening interactions', { patient: record })
    const ids = (decision: { findings: { rule: { id: string } }[] }) =>
      decision.findings.map(({ rule }) => rule.id)
    expect(ids(other.value).some((id) => ids(half.value).includes(id))).toBe(false)
  })

  test('a decision is fresh for the same facts and stale for others', async () => {
    const { value: decision } = await call('screening screen', { patient: record })
    expect((await call('screening is-stale', { decision, patient: record })).value).toBe(false)
    const changed = { ...record, conditions: [] }
    expect((await call('screening is-stale', { decision, patient: changed })).value).toBe(true)
  })

  test('a finding explains itself', async () => {
    const { value } = await call('screening screen', { patient: record })
    const explained = await call('screening explain', value.findings[0])
    expect(explained.value).toMatchObject({ rule: { id: 'vascular/aneurysm' }, agrees: true })
  })

  test('what would change', async () => {
    const { value } = await call('screening what-would-change', { patient: nativeRecord() })
    expect(value.value.changes.length).toBeGreaterThan(0)
  })

  test('a FHIR bundle becomes a record', async () => {
    const { value } = await call('fhir patient-from-fhir', [{ resourceType: 'Patient', id: 'p' }])
    expect(value).toMatchObject({ patient: { id: 'p' }, counts: { entries: 1, used: 1 } })
  })

  test.each([
    [
      'screening screen',
      { patient: { format: 'ketamine-treatment/patient/1' } },
      'wrong-shape',
      'patient.record',
    ],
    ['screening screen', null, 'bad-argument', 'patient'],
    [
      'screening screen',
      { patient: record, plan: { product: 'aspirin' } },
      'unknown-product',
      'plan.product',
    ],
    ['screening screen', { patient: record, plan: 3 }, 'bad-argument', 'plan'],
    ['screening screen', { patient: record, overrides: {} }, 'bad-argument', 'overrides'],
    ['screening is-stale', { patient: record, decision: {} }, 'bad-argument', 'decision'],
    ['screening explain', { rule: 1 }, 'bad-argument', 'finding'],
    ['fhir patient-from-fhir', {}, 'not-fhir-r4', ''],
  ])('%s refuses what it cannot use', async (name, argument, code, path) => {
    expect(await call(name, argument)).toEqual({ code: 1, value: { refused: { code, path } } })
  })

  test('an argument that is no JSON, or is not there, is refused', async () => {
    const refused = async (of: Files) =>
      JSON.parse((await said(['fhir', 'patient-from-fhir', 'x.json'], of)).out)
    expect(await refused({ 'x.json': '{' })).toEqual({ refused: { code: 'not-json', path: '' } })
    expect(await refused({})).toEqual({ refused: { code: 'file-not-read', path: '' } })
  })
})

test('lists may be named by either word, and all at once', () => {
  const lists = (text: string) => {
    const command = commandOf(['screen', 'a.json', '--attest', text])
    return command.ok && command.value.verb === 'screen' ? command.value.attest : command
  }
  expect(lists('conditions,medications')).toEqual(['conditions', 'medicines'])
  expect(lists('medicines, problems')).toEqual(['medicines', 'conditions'])
  expect(lists('all,allergies')).toEqual(['conditions', 'medicines', 'allergies', 'procedures'])
})
