/** What a clinician reads. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, paragraph, shown, wrapped } from '../../src/cli/paper.ts'
import { citationWords, seenWords } from '../../src/cli/words.ts'
import { us } from '../../src/content/us.ts'
import { speechFault } from '../tools/house.ts'
import { condition, exportedCondition, type Files, morning, nativeRecord, resource, said } from './desk.ts'

const one = (members: Readonly<Record<string, unknown>> = {}): Files => ({
  'a.json': JSON.stringify(nativeRecord(members)),
})
const report = async (members: Readonly<Record<string, unknown>>, ...more: string[]) =>
  (await said(['screen', 'a.json', ...morning, ...more], one(members))).out
/** A text without its line breaks: what is said, wherever it wraps. */
const flat = (text: string) => text.replace(/\s+/g, ' ')

const attested = (list: string) => ({
  list,
  complete: { at: '2026-11-20', by: 'clinician' },
  read: { at: '2026-11-20', by: 'clinician' },
})

describe('the report on one record', () => {
  test('begins with what was judged, with which tables and when', async () => {
    const text = flat(await report({}))
    expect(text).toContain('Record a.json')
    expect(text).toContain('Plan Esketamine nasal spray (esketamine-nasal)')
    expect(text).toContain('Judged at 2026-11-22T09:00:00-05:00, zone America/New_York')
    expect(text).toContain(`Tables jurisdiction us, content ${us.version}`)
    expect(text).toContain(
      'Policy us-starting-policy version 1; its numbers are proposed, no clinician has signed them',
    )
  })

  test('says which of time and zone the computer chose', async () => {
    const { out } = await said(['screen', 'a.json'], one())
    expect(flat(out)).toContain(
      'Judged at 2026-11-22T15:00:00+01:00 (of this computer), zone Europe/Berlin (of this computer)',
    )
  })

  test('shows a finding with its reason, the entry it rests on, its sources and its rule', async () => {
    const text = flat(await report({ conditions: [{ ...condition('I71.40'), id: 'c1' }] }))
    expect(text).toContain('CONTRAINDICATED A contraindication holds in this record.')
    expect(text).toContain('[X] Aneurysmal vascular disease — contraindicated')
    expect(text).toContain('Blood pressure rises for a time after a dose, and the vessel may rupture.')
    expect(text).toContain(
      'Rests on Aneurysmal vascular disease: I71.40 (icd-10-cm), current, 2026-03-02, c1',
    )
    expect(text).toContain('PI19 section 4 [seen]')
    expect(text).toContain('Rule vascular/aneurysm v1, label, compared with its source on')
  })

  test('of somebody who has died says that no other rule was asked', async () => {
    const text = flat(await report({ record: 'deceased', conditions: [condition('I71.40')] }))
    expect(text).toContain(
      'CONTRAINDICATED The state of the record stops the judgement. No other rule was asked.',
    )
    expect(text).not.toContain('Aneurysmal')
  })

  test('gathers the findings that wait for one answer under one question', async () => {
    const text = await report({ conditions: [], medicines: [] })
    const asked = text.split('Confirm that the problem list is complete')
    expect(asked).toHaveLength(2)
    expect(flat(asked[1] ?? '')).toMatch(/^ and that every entry was read .*Settles \(\d+\): /)
  })

  test('with --full leaves no name out', async () => {
    const short = await report({ conditions: [] })
    const long = await report({ conditions: [] }, '--full')
    expect(short).toMatch(/and \d+\s+more/)
    expect(long).not.toMatch(/and \d+\s+more/)
    expect(long.length).toBeGreaterThan(short.length)
    expect(flat(long)).toContain('History of psychosis')
  })

  test('shows an old reading beside the question it no longer answers', async () => {
    const pressure = {
      name: 'systolic-pressure',
      status: 'final',
      value: { value: 171.04119181791165, unit: 'mm[Hg]' },
      at: '2019-07-19',
    }
    const text = flat(await report({ observations: [pressure] }))
    expect(text).toContain(
      'On record: 171.04 mmHg, 2019-07-19 (limit: above 140 mmHg). The last answer is too old; to be measured.',
    )
  })

  test('names entries that no code places, for a person to read', async () => {
    const entry = { ...condition('I10'), codes: undefined, id: 'c7', text: 'old knee trouble' }
    const text = flat(await report({ conditions: [entry] }))
    expect(text).toContain('ENTRIES A PERSON HAS TO READ conditions old knee trouble (text only), 2026-03-02')
  })

  test('shows both sides where the record disagrees with itself', async () => {
    const refuted = { ...condition('I71.40'), verification: 'refuted', id: 'c2' }
    const text = flat(await report({ conditions: [{ ...condition('I71.40'), id: 'c1' }, refuted] }))
    expect(text).toContain('THE RECORD DISAGREES WITH ITSELF')
  })

  test('of a FHIR bundle shows that no entry was lost', async () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        resource('Patient', 'p'),
        exportedCondition('p', 'c', '432119003'),
        resource('Encounter', 'p', { id: 'e' }),
      ].map((text): unknown => ({ resource: JSON.parse(text) })),
    }
    const { out } = await said(['screen', 'b.json', ...morning], { 'b.json': JSON.stringify(bundle) })
    expect(flat(out)).toContain('3 entries = 2 used + 0 kept to be looked at + 1 left out.')
    expect(flat(out)).toContain('Not sent: medicines, allergies, procedures, observations.')
  })

  test('ends with whom it informs and that nobody has reviewed the tables', async () => {
    const text = flat(await report({}))
    expect(text.trimEnd()).toMatch(
      /This informs a health professional, who decides\. Clinical review of these tables: none\.$/,
    )
  })
})

describe('what the user states with --attest', () => {
  test('answers what waits for it, and is shown as the user’s own statement', async () => {
    const text = flat(
      await report(
        { conditions: [], medicines: [], allergies: [] },
        '--attest',
        'conditions,medications,allergies',
      ),
    )
    expect(text).toContain(
      'Stated conditions, medicines, allergies: complete, and every entry was read. Stated by the user of this command, not found in the record.',
    )
    expect(text).not.toContain('Confirm that the problem list is complete')
  })

  test('does the same as the statement in the record', async () => {
    const lists = { conditions: [condition('I10')], medicines: [] }
    const inRecord = { ...lists, attestations: [attested('conditions'), attested('medicines')] }
    const words = ['screen', 'a.json', '--json', ...morning]
    const stated = await said([...words, '--attest', 'conditions,medicines'], one(lists))
    const recorded = await said(words, one(inRecord))
    const findings = (text: string): unknown => JSON.parse(text).findings
    expect(findings(stated.out)).toEqual(findings(recorded.out))
  })

  test('cannot be said of a list that the input does not hold', async () => {
    const text = flat(await report({ conditions: [] }, '--attest', 'all'))
    expect(text).toContain(
      'Stated medicines, allergies, procedures: cannot be attested: the input does not hold this list.',
    )
  })

  test('does not close a list that arrived in part', async () => {
    const text = flat(await report({ conditions: [], incomplete: ['conditions'] }, '--attest', 'conditions'))
    expect(text).toContain(
      'Stated conditions: stated by the user of this command, but the list arrived in part, so it stays open.',
    )
    expect(text).toContain('Confirm that the problem list is complete')
  })
})

describe('many records', () => {
  const files: Files = Object.fromEntries(
    ['I71.40', 'I10', 'F32.9', 'F20.9'].map((code, at) => [
      `in/${'abcd'[at]}.json`,
      JSON.stringify(nativeRecord({ conditions: [condition(code)] })),
    ]),
  )

  test('have a line each, a sum, and one report as an example', async () => {
    const { out } = await said(['screen', 'in', ...morning], files)
    expect(out).toMatch(/^VERDICT +RECORD +ASK {2}WORST\n\[X\] contraindicated a\.json /)
    expect(out).toMatch(/4 records judged: 1 contraindicated, \d hold, \d indeterminate\./)
    expect(out.match(/^Record /gm)).toHaveLength(1)
    expect(out).toContain('Record      in/a.json')
    expect(flat(out)).toContain(
      'For the report on another record, name its file; for all reports, add --full.',
    )
  })

  test('of which up to three are asked for are shown in full, and all with --full', async () => {
    const three = await said(['screen', 'in/a.json', 'in/b.json', 'in/c.json', ...morning], files)
    expect(three.out.match(/^Record /gm)).toHaveLength(3)
    const all = await said(['screen', 'in', '--full', ...morning], files)
    expect(all.out.match(/^Record /gm)).toHaveLength(4)
  })

  test('that could not be read stand among the others with the reason', async () => {
    const { out, code } = await said(['screen', 'in', ...morning], { ...files, 'in/bb.json': '{' })
    expect(out).toMatch(/\[ \] refused +bb\.json +not-json/)
    expect(flat(out)).toContain('1 input could not be read or judged.')
    expect(code).toBe(1)
  })
})

describe('the paper', () => {
  const reports = () =>
    Promise.all(
      [40, 60, 80, 120, 200].map(async (width) => {
        const long = {
          ...condition('I71.40'),
          codes: undefined,
          id: 'c1',
          text: `knee ${'x'.repeat(300)} trouble`,
        }
        const words = ['screen', 'a.json', '--width', `${width}`, '--full', ...morning]
        return { width, out: (await said(words, one({ conditions: [long, condition('I71.40')] }))).out }
      }),
    )

  test('no line is wider than asked for', async () => {
    for (const { width, out } of await reports()) {
      const widest = Math.max(...out.split('\n').map(columnsOf))
      expect(widest).toBeLessThanOrEqual(width)
      expect(widest).toBeGreaterThan(width - 12)
    }
  })

  test('follows the terminal, up to a hundred columns', async () => {
    const widest = async (columns: number) =>
      Math.max(
        ...(await said(['screen', 'a.json', ...morning], one(), { columns })).out.split('\n').map(columnsOf),
      )
    expect(await widest(72)).toBe(72)
    expect(await widest(240)).toBe(100)
  })

  test('takes colour only where it may, and says the same without it', async () => {
    const words = ['screen', 'a.json', ...morning]
    const plain = await said(words, one({ conditions: [condition('I71.40')] }))
    const coloured = await said(words, one({ conditions: [condition('I71.40')] }), { colour: true })
    const mark = String.fromCharCode(27)
    expect(plain.out).not.toContain(mark)
    expect(coloured.out).toContain(`${mark}[1;31m`)
    expect(coloured.out.replaceAll(new RegExp(`${mark}\\[[0-9;]*m`, 'g'), '').replace(/ +$/gm, '')).toBe(
      plain.out,
    )
  })

  test('shows no control character of a record: none could move the cursor or turn a line round', async () => {
    const evil = `knee\u001b[2J\u202Etrouble\u0007\nRecord b.json\u009b31m`
    const entry = { ...condition('I10'), codes: undefined, id: 'c1', text: evil }
    const { out } = await said(['screen', 'a.json', ...morning], one({ conditions: [entry] }))
    expect(out).toContain('knee [2J trouble Record b.json 31m')
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test('says nothing of a patient that could be taken for a clearance, an order or advice to them', async () => {
    for (const record of [{}, { conditions: [condition('I71.40')], medicines: [] }]) {
      for (const product of ['esketamine-nasal', 'ketamine-iv', 'ketamine-oral']) {
        const text = await report(record, '--full', '--product', product)
        const sentences = flat(text).split(/(?<=[.?:;]) /)
        expect(sentences.filter((sentence) => speechFault(sentence) !== undefined)).toEqual([])
      }
    }
  })

  test('law: wrapping loses no word and overflows no line', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ä', 'é', '€', 'Z', '-'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 5, max: 60 }), (words, width) => {
        const lines = wrapped(words.join(' '), width)
        expect(lines.every((line) => columnsOf(line) <= width)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      }),
    )
  })

  test('a paragraph hangs under its first word', () => {
    const paper = { width: 24, colour: false }
    expect(paragraph(paper, 'one two three four five', { lead: 'Why', hang: 5, indent: 2 })).toEqual([
      '  Why  one two three',
      '       four five',
    ])
  })
})

describe('words', () => {
  test('a number is shortened to be read, but never across its limit', () => {
    const read = (value: number) =>
      seenWords({ value, unit: 'mm[Hg]' }, { is: 'above', value: 140, unit: 'mm[Hg]' })
    expect(read(171.04119181791165)).toBe('171.04 mmHg')
    expect(read(140.001)).toBe('140.001 mmHg')
    expect(read(139.999)).toBe('139.999 mmHg')
    expect(read(140)).toBe('140 mmHg')
  })

  test('a daily sum stands before the entry it was made of', () => {
    const seen = {
      value: 4,
      unit: 'mg',
      standing: 'lorazepam equivalent',
      code: '2598',
      system: 'rxnorm',
      display: 'clonazepam',
    }
    expect(seenWords({ ...seen, at: '2026-09-01' })).toBe(
      '4 mg, lorazepam equivalent, 2598 clonazepam (rxnorm), 2026-09-01',
    )
  })

  test('a source says how sure it is', () => {
    expect(
      citationWords({
        fact: 'a',
        source: 'PI19',
        section: 'section 4',
        certainty: 'S',
        seenOn: '2026-11-22',
      }),
    ).toBe('PI19 section 4 [seen]')
    expect(citationWords({ fact: 'a', certainty: 'K?', seenOn: '2026-11-22' })).toBe(
      'author’s knowledge (a) [known, detail not certain]',
    )
  })

  test('text that is only spaces and marks shows as nothing', () => {
    expect(shown(' \u200B\t\uFEFF ')).toBe('')
  })
})
