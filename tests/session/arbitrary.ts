/** Logs of visits for properties: honest ones, and ones that went wrong in the ways clinics know. @module */
import fc from 'fast-check'
import { usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Context, MonitoringSchedule } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import { markParsed, type Parsed } from '../../src/kernel/parsed.ts'
import { formatInstant } from '../../src/kernel/time.ts'
import { type Happening, Session, type SessionEvent } from '../../src/session/session.schema.ts'

/** The start of the day every log lies in. */
export const midnight = Date.parse('2026-11-24T00:00:00-05:00')

/** So many minutes after the start of the day, as a log writes it. */
export function clock(minutes: number, offset = -300): string {
  return formatInstant(midnight + Math.round(minutes * 60_000), offset)
}

/** A context at so many minutes of the day. */
export function at(minutes: number, more: Partial<Context> = {}): Context {
  return { content: us, policy: usStartingPolicy, zone: 'America/New_York', asOf: clock(minutes), ...more }
}

/** Later than anything in a log. */
export const atEnd: Context = at(24 * 60 - 1)

/** What has to be seen in a visit: readings 40 and 120 minutes after the last administration, and two hours. */
export const schedule: MonitoringSchedule = {
  id: 'two-readings',
  label: 'Two readings',
  products: ['esketamine-nasal', 'ketamine-iv'],
  jurisdictions: ['us'],
  effective: { from: '2019-03-05' },
  slots: [
    {
      id: 'at-40',
      anchor: 'end',
      at: { value: 40, unit: 'min' },
      early: { value: 5, unit: 'min' },
      late: { value: 10, unit: 'min' },
      missed: { value: 20, unit: 'min' },
      observe: ['blood-pressure'],
      required: true,
      sources: [],
    },
    {
      id: 'at-120',
      anchor: 'end',
      at: { value: 120, unit: 'min' },
      early: { value: 5, unit: 'min' },
      late: { value: 30, unit: 'min' },
      missed: { value: 600, unit: 'min' },
      observe: ['blood-pressure'],
      required: true,
      sources: [],
    },
  ],
  observation: [
    { anchor: 'start', minimum: { value: 120, unit: 'min' }, sources: [] },
    { anchor: 'end', minimum: { value: 120, unit: 'min' }, sources: [] },
  ],
  certainty: 'S',
  sources: [],
}

const { session } = us
if (session === undefined) throw new Error('the pack comes with the tables of a visit')

/** A pack whose visits are watched by that schedule alone. */
export const watched = markParsed({ ...us, session: { ...session, schedules: [schedule] } })

/** A context of that pack at so many minutes of the day. */
export function watchedAt(minutes: number): Context {
  return at(minutes, { content: watched })
}

/** A session through the door. */
export function sessionOf(events: readonly SessionEvent[], id = 'visit'): Parsed<Session> {
  const read = parse(Session, { format: 'ketamine-treatment/session/1', id, events })
  if (!read.ok) throw read.error
  return read.value
}

/** An entry of a log, with what a test leaves open filled in. */
export function entry(
  id: string,
  minutes: number | undefined,
  what: SessionEvent['what'],
  more: Partial<SessionEvent> = {},
): SessionEvent {
  const event: SessionEvent = {
    id,
    sequence: minutes === undefined ? 0 : Math.round(minutes * 60),
    recorder: 'ward',
    by: 'nurse',
    source: 'person',
    what,
    ...more,
  }
  return minutes === undefined || more.at !== undefined ? event : { ...event, at: clock(minutes) }
}

const mmHg = (value: number) => ({ value, unit: 'mm[Hg]' })

/** A reading with every sign, at rest. */
export const calm: Happening = {
  type: 'vitals',
  reading: {
    systolic: mmHg(124),
    diastolic: mmHg(76),
    heartRate: { value: 70, unit: '/min' },
    respiratoryRate: { value: 14, unit: '/min' },
    oxygenSaturation: { value: 98, unit: '%' },
  },
}

/** One nasal device, emptied. */
export const device: Happening = {
  type: 'device-given',
  outcome: 'complete',
  holds: { value: 28, unit: 'mg' },
}

/** A visit with so many devices, an infusion, or nothing booked but the kind. */
export function booked(product?: string, devices?: number): Happening {
  return {
    type: 'booked',
    kind: 'dosing',
    ...(product === undefined ? {} : { product, indication: 'treatment-resistant-depression' }),
    setting: 'outpatient',
    ...(devices === undefined ? {} : { dose: { basis: 'devices', count: devices } }),
  }
}

const vitals: fc.Arbitrary<Happening> = fc
  .record({
    systolic: fc.integer({ min: 80, max: 210 }).map(mmHg),
    diastolic: fc.integer({ min: 40, max: 130 }).map(mmHg),
    heartRate: fc.integer({ min: 30, max: 160 }).map((value) => ({ value, unit: '/min' })),
    oxygenSaturation: fc.integer({ min: 80, max: 100 }).map((value) => ({ value, unit: '%' })),
  })
  .map((reading) => ({ type: 'vitals', reading }))

const scale: fc.Arbitrary<Happening> = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((total): Happening => ({ type: 'scale', instrument: 'moaas', total })),
  fc
    .integer({ min: 0, max: 60 })
    .map((total): Happening => ({ type: 'scale', instrument: 'cadss-23', total })),
)

const devices: fc.Arbitrary<Happening> = fc
  .constantFrom('complete', 'partial', 'failed', 'unknown')
  .map((outcome): Happening => ({ type: 'device-given', outcome, holds: { value: 28, unit: 'mg' } }))

const infusion: fc.Arbitrary<Happening> = fc.constantFrom<Happening>(
  {
    type: 'infusion-started',
    concentration: { value: 0.5, unit: 'mg/mL' },
    as: 'base',
    rate: { value: 108, unit: 'mL/h' },
    volume: { value: 72, unit: 'mL' },
  },
  { type: 'infusion-rate-changed', rate: { value: 60, unit: 'mL/h' } },
  { type: 'infusion-paused' },
  { type: 'infusion-resumed', rate: { value: 108, unit: 'mL/h' } },
  { type: 'infusion-stopped', why: 'complete' },
)

/** What can stand in a log, of every kind; `ids` are those it may speak of. */
export function happenings(ids: readonly string[] = ['e0', 'e1', 'e2', 'e3']): fc.Arbitrary<Happening> {
  const id = fc.constantFrom(...ids)
  return fc.oneof(
    { weight: 4, arbitrary: vitals },
    { weight: 3, arbitrary: scale },
    { weight: 3, arbitrary: infusion },
    { weight: 2, arbitrary: devices },
    {
      weight: 6,
      arbitrary: fc.constantFrom<Happening>(
        booked('esketamine-nasal', 2),
        booked('ketamine-iv'),
        { type: 'arrived' },
        { type: 'answered', fact: 'consent-on-file', answer: 'yes' },
        { type: 'answered', fact: 'escort-here', answer: 'no' },
        { type: 'asked', about: 'side-effects', answer: 'none' },
        { type: 'dose-given', how: 'injection', amount: { value: 20, unit: 'mg' }, as: 'base' },
        { type: 'dose-refused' },
        { type: 'rescue-given', what: 'Ondansetron' },
        { type: 'requested', actions: ['monitor-blood-pressure'] },
        { type: 'note', text: 'Slept.' },
        { type: 'handover', to: 'evening' },
        { type: 'referred', to: 'cardiology' },
        { type: 'transferred', to: 'emergency' },
        { type: 'admitted' },
        { type: 'found-ready' },
        { type: 'left' },
        { type: 'left-against-advice' },
        { type: 'aborted' },
        { type: 'cancelled' },
        { type: 'no-show' },
        { type: 'wasted', amount: { value: 2, unit: 'mg' } },
      ),
    },
    fc
      .constantFrom('nausea', 'dissociation', 'dizziness')
      .map((effect): Happening => ({ type: 'effect-observed', effect: { effect, reportedBy: 'nurse' } })),
    id.map((of): Happening => ({ type: 'effect-resolved', of })),
    id.map((of): Happening => ({ type: 'loss-reported', of, how: 'spilled' })),
    id.map((of): Happening => ({ type: 'reviewed', of })),
    id.map((of): Happening => ({ type: 'outcome', of, word: 'settled' })),
  )
}

/** What a log of `count` entries may go wrong in. */
export interface Trouble {
  /** Entries without a time, late entries, clocks that fall behind. */
  readonly clocks?: boolean
  /** Corrections and voids, of anything and of one another. */
  readonly corrections?: boolean
  /** The same id twice, with the same content or another. */
  readonly repeats?: boolean
}

const everything: Trouble = { clocks: true, corrections: true, repeats: true }

/** Entries of a log, in an order that says nothing. */
export function events(max: number, trouble: Trouble = everything): fc.Arbitrary<SessionEvent[]> {
  const ids = Array.from({ length: Math.max(2, Math.min(max, 8)) }, (_, place) => `e${place}`)
  const happening = happenings(ids)
  const amending = fc.oneof(
    fc.record({ type: fc.constant('voided' as const), of: fc.constantFrom(...ids) }),
    fc.record(
      {
        type: fc.constant('corrected' as const),
        of: fc.constantFrom(...ids),
        to: happening,
        happenedAt: fc.integer({ min: 480, max: 900 }).map((minutes) => clock(minutes)),
      },
      { requiredKeys: ['type', 'of', 'to'] },
    ),
  )
  const what: fc.Arbitrary<SessionEvent['what']> =
    trouble.corrections === true
      ? fc.oneof({ weight: 6, arbitrary: happening }, { weight: 1, arbitrary: amending })
      : happening
  const one = fc.record({
    what,
    recorder: fc.constantFrom('desk', 'ward', 'doctor', 'pump'),
    gap: fc.integer({ min: 0, max: 25 }),
    oddity: trouble.clocks === true ? fc.integer({ min: 0, max: 60 }) : fc.constant(60),
    by: fc.constantFrom<SessionEvent['by']>('clinician', 'nurse', 'patient', 'device'),
  })
  return fc.array(one, { minLength: 1, maxLength: max }).chain((parts) => {
    let minutes = 480
    const made = parts.map(({ what, recorder, gap, oddity, by }, place): SessionEvent => {
      minutes += gap
      // Mostly a clock is right; now and then a time is lost, written down late, or falls behind.
      const event = entry(`e${place}`, minutes, what, { recorder, by, sequence: place })
      if (oddity === 0) {
        const { at: _lost, ...rest } = event
        return rest
      }
      if (oddity === 1) return { ...event, late: true, at: clock(minutes - 30) }
      return oddity === 2 ? { ...event, at: clock(minutes - 20) } : event
    })
    if (trouble.repeats !== true) return fc.constant(made)
    return repeatsOf(made).map((more): SessionEvent[] => [...made, ...more])
  })
}

function repeatsOf(made: readonly SessionEvent[]): fc.Arbitrary<SessionEvent[]> {
  const place = fc.nat({ max: made.length - 1 })
  const again = fc.tuple(place, place, fc.boolean()).map(([one, other, isSame]): SessionEvent | undefined => {
    const event = made[one]
    const from = made[other]
    if (event === undefined || from === undefined) return undefined
    return isSame ? event : { ...event, what: from.what }
  })
  return fc
    .array(again, { maxLength: 2 })
    .map((list) => list.filter((event): event is SessionEvent => event !== undefined))
}

/** Whole logs. */
export function logs(max: number, trouble: Trouble = everything): fc.Arbitrary<Parsed<Session>> {
  return events(max, trouble).map((list) => sessionOf(list))
}

/** The same list in another order, the same for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const copy = [...list]
  let state = seed >>> 0 || 1
  for (let place = copy.length - 1; place > 0; place -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (place + 1)
    const moved = copy[place]
    const taken = copy[other]
    if (moved === undefined || taken === undefined) continue
    copy[place] = taken
    copy[other] = moved
  }
  return copy
}
