/** The report on a visit, as a nurse reads it on a terminal. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { said } from './desk.ts'

const vector = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/sessions/${name}.json`, import.meta.url), 'utf8'))
const visits = {
  'nasal-us': vector('nasal-us'),
  'iv-us': vector('iv-us'),
  'nasal-eu-65': vector('nasal-eu-65'),
}
const { 'nasal-us': nasal, 'iv-us': iv } = visits
const whole = (visit: typeof nasal) =>
  JSON.stringify({ session: visit.session, patient: visit.patient, stated: visit.stated })
const files = {
  'nasal.json': whole(nasal),
  'iv.json': whole(iv),
  'log.json': JSON.stringify(nasal.session),
  'events.json': JSON.stringify(nasal.session.events),
  'patient.json': JSON.stringify(nasal.patient),
}
const at = (asOf: string, zone = 'America/New_York') => ['--zone', zone, '--as-of', asOf]
const told = async (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  said(['visit', ...words], { ...files, ...more })

/** The lines of one section, without its heading. */
function section(out: string, title: string): string {
  const lines = out.split('\n')
  const from = lines.findIndex((line) => line.startsWith(title.toUpperCase()))
  if (from === -1) return ''
  const next = lines.findIndex((line, index) => index > from && /^[A-Z][A-Z ,():0-9]{4,}$/.test(line))
  return lines.slice(from + 1, next === -1 ? undefined : next).join('\n')
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('before the dose', () => {
  test('a meal that is too near stands, with the time at which it no longer does', async () => {
    const { out, code } = await told(['nasal.json', ...at('2026-11-24T08:50:00-05:00')])
    expect(code).toBe(0)
    const gates = flat(section(out, 'before the dose'))
    expect(gates).toContain('Ready: no')
    expect(gates).toContain('By the clocks alone not before 09:00.')
    expect(gates).toMatch(
      /\[H\] Food less than two hours before the dose — opens at 09:00 Time since the last food: 110 min/,
    )
    expect(gates).toContain('What is the diastolic blood pressure at rest?')
    expect(out).toContain('CHECKS BEFORE THE DOSE')
    expect(out).not.toContain('BEFORE THE DOOR')
  })

  test('a visit without a record of its patient is told all the same, and says so', async () => {
    const { out } = await told(['log.json', ...at('2026-11-24T08:50:00-05:00')])
    expect(flat(out)).toContain('no record of the patient was handed in')
    expect(flat(out)).toContain('none was handed in: what it would ask of this visit is not known')
    const withPatient = await told([
      'log.json',
      '--patient',
      'patient.json',
      ...at('2026-11-24T08:50:00-05:00'),
    ])
    expect(withPatient.out).not.toContain('no record of the patient')
    const events = await told(['events.json', ...at('2026-11-24T08:50:00-05:00')])
    expect(events.out).toContain('CHECKS BEFORE THE DOSE')
  })
})

describe('while the visit runs', () => {
  test('what is alarming and what is due stand above everything else', async () => {
    const { out } = await told(['iv.json', ...at('2026-12-02T14:15:30-05:00')])
    const order = [
      'ALARMING NOW',
      'TO BE OBSERVED',
      'BEFORE THE DOOR',
      'GIVEN',
      'VITAL SIGNS',
      'SIDE EFFECTS',
    ]
    const places = order.map((title) => out.indexOf(`\n${title}`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(section(out, 'alarming now')).toContain('[!] alert')
    expect(section(out, 'to be observed')).toMatch(/next {5}14:25 +30 min from the start/)
    expect(flat(section(out, 'given'))).toContain('Together 18.45 mg, counted as base. It is still running.')
    expect(section(out, 'vital signs')).toMatch(/14:15 +20 {3}162\/98 +92 +97 +14 {2}\[!\] alert/)
  })

  test('a corrected reading is shown as corrected, and only so', async () => {
    const { out } = await told(['nasal.json', ...at('2026-11-24T09:55:00-05:00')])
    expect(section(out, 'vital signs')).toMatch(/09:46 +45 {3}156\/94\*/)
    expect(section(out, 'vital signs')).not.toContain('176')
    expect(section(out, 'vital signs')).toContain('the original stays in the log')
  })

  test('effects nobody asked about are one question, and each of them with --full', async () => {
    const words = ['nasal.json', ...at('2026-11-24T10:25:00-05:00')]
    const short = flat(section((await told(words)).out, 'before the door'))
    expect(short).toMatch(/Is there any side effect\? \d+ kinds that would stand against it/)
    expect(short).not.toContain('Is this effect still there')
    const full = flat(section((await told([...words, '--full'])).out, 'before the door'))
    expect(full).toContain('Is this effect still there')
    expect(full).toContain('release/observation')
  })

  test('an observation that is overdue is named before the next one', async () => {
    const eu = visits['nasal-eu-65']
    const { out } = await told(
      ['eu.json', '--jurisdiction', 'eu', ...at('2026-11-26T11:25:00+01:00', 'Europe/Berlin')],
      {
        'eu.json': whole(eu),
      },
    )
    expect(section(out, 'to be observed')).toMatch(/^\s+OVERDUE {2}11:10 +40 min from the last device/m)
    expect(flat(section(out, 'not counted'))).toContain(
      'Counted without a time, because none can be relied on: e11; e12.',
    )
    expect(flat(section(out, 'given'))).toContain('Together between 0 mg and 28 mg')
  })
})

describe('once the person has left', () => {
  test('the way home is told as it stood at the door, with what is left to be done', async () => {
    const { out } = await told(['nasal.json', ...at('2026-11-24T11:30:00-05:00')])
    expect(flat(section(out, 'before the door'))).toContain('So it stood when the person left, 11:20.')
    expect(flat(section(out, 'before the dose'))).toContain('So it stood at the first administration, 09:01.')
    expect(out).not.toContain('ALARMING NOW')
    expect(section(out, 'left to be done')).toContain('by 2026-12-01  Patient monitoring form of the REMS')
    expect(flat(section(out, 'not counted'))).toContain('Later than the moment of this report')
  })

  test('what was reported the next day is listed with its day', async () => {
    const { out } = await told(['nasal.json', ...at('2026-11-25T12:00:00-05:00')])
    expect(section(out, 'side effects')).toMatch(/2026-11-25 10:00/)
  })
})

test('nothing is given in an evaluation, and nothing is asked before a dose', async () => {
  const [first] = nasal.session.events
  const booked = { ...first, what: { type: 'booked', kind: 'evaluation' } }
  const visit = { format: 'ketamine-treatment/session/1', id: 'v', events: [booked] }
  const { out } = await told(['v.json', ...at('2026-11-24T08:50:00-05:00')], {
    'v.json': JSON.stringify(visit),
  })
  expect(out).not.toContain('BEFORE THE DOSE')
  expect(out).toContain('Nothing was given, as far as the log says.')
})

describe('on every kind of paper', () => {
  const moments = Object.entries(visits).flatMap(([name, visit]) =>
    visit.expected.map(({ asOf }: { asOf: string }) => ({ name, asOf, visit })),
  )

  test.each(moments)('$name at $asOf keeps to its width and gives no clearance', async ({ asOf, visit }) => {
    const words = ['v.json', '--jurisdiction', visit.jurisdiction, ...at(asOf, visit.zone)]
    for (const width of ['60', '80', '120']) {
      const { out, code, err } = await told([...words, '--width', width], { 'v.json': whole(visit) })
      expect([code, err]).toEqual([0, ''])
      expect(out.split('\n').filter((line) => [...line].length > Number(width))).toEqual([])
      expect(out).not.toMatch(/\b(?:safe|cleared|approved|fit|undefined|NaN|null)\b/i)
      expect(out).toContain('This informs a health professional, who decides.')
    }
  })

  test('colour changes no word', async () => {
    const words = ['visit', 'iv.json', ...at('2026-12-02T14:15:30-05:00')]
    const plain = await said(words, files)
    const coloured = await said(words, files, { colour: true })
    expect(coloured.out).not.toBe(plain.out)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken away
    expect(coloured.out.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain.out)
  })

  test('text of the log cannot move the cursor', async () => {
    const events = nasal.session.events.map((one: { what: { type: string } }) =>
      one.what.type === 'effect-observed'
        ? { ...one, what: { type: 'rescue-given', what: 'a\u001b[2Jb\u202Ec' } }
        : one,
    )
    const { out } = await told(['v.json', ...at('2026-11-24T09:55:00-05:00')], {
      'v.json': JSON.stringify({ ...nasal.session, events }),
    })
    expect(out).toContain('rescue: a [2Jb c')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  test('as JSON it is the parts it is made of', async () => {
    const { out } = await told(['nasal.json', '--json', ...at('2026-11-24T09:47:00-05:00')])
    const view = JSON.parse(out)
    expect(view.state.phase).toBe('observing')
    expect(view.home.decision.value.ready).toBe('no')
    expect(view.board.alarm.grade).toBe('alert')
    expect(view.start.past).toBe('first-administration')
  })
})

describe('words and files that cannot be used', () => {
  test.each([
    [[], 'Name the file of a visit'],
    [['nasal.json', 'iv.json'], 'reads one file'],
    [['-', '--patient', '-'], 'read once'],
    [['nasal.json', '--patient', 'patient.json'], 'holds a patient of its own'],
    [['nasal.json', '--attest', 'all'], 'belongs to the command screen'],
  ])('visit %j', async (words, text) => {
    const { code, err } = await told([...words, ...at('2026-11-24T09:47:00-05:00')])
    expect(code).toBe(2)
    expect(err).toContain(text)
  })

  test.each([
    [['gone.json'], 'file-not-read'],
    [['nasal.json', '--product', 'ketamine-iv'], 'bad-argument at plan.product'],
    [['log.json', '--patient', 'gone.json'], 'the file of the patient'],
    [['patient.json'], 'unknown-format'],
  ])('visit %j', async (words, text) => {
    const { code, err, out } = await told([...words, ...at('2026-11-24T09:47:00-05:00')])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(text)
  })

  test('a patient is asked for by this command alone', async () => {
    const { code, err } = await said(['rules', '--patient', 'patient.json'], files)
    expect([code, err.split('\n')[0]]).toEqual([2, '--patient belongs to the command visit.'])
    const full = await said(['rules', '--full'], files)
    expect([full.code, full.err.split('\n')[0]]).toEqual([
      2,
      '--full belongs to the commands screen and visit.',
    ])
  })
})
