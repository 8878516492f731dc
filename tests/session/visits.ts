/** Visits to be judged: scripted ones and made ones, changed a little in the ways clinics know. @module */
import fc from 'fast-check'
import type { Context, Plan } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { formatInstant, instantMs } from '../../src/kernel/time.ts'
import type { StatedFact } from '../../src/session/readiness.ts'
import { type Happening, Session, type SessionEvent } from '../../src/session/session.schema.ts'
import { type Draft, factRows, parsed, settledRecord } from '../screening/arbitrary.ts'
import { happenings } from './arbitrary.ts'
import { type Scripted, scripted } from './scripted.ts'

/** A visit at a moment, with everything that is handed in. */
export interface Visit {
  readonly plan: Plan
  readonly draft: Draft
  readonly events: readonly SessionEvent[]
  readonly stated: readonly StatedFact[]
  /** Whether the decision of a screening is handed in. */
  readonly isScreened: boolean
  /** Events of an earlier visit, where one is handed in. */
  readonly earlier?: readonly SessionEvent[]
  readonly context: Context
}

/** A log through the door. */
export function sessionOf(events: readonly SessionEvent[], id = 'visit'): Parsed<Session> {
  const session = parse(Session, { format: 'ketamine-treatment/session/1', id, events })
  if (!session.ok) throw session.error
  return session.value
}

const scripts: readonly Scripted[] = ['nasal-us', 'iv-us'].map(scripted)

const favourable = new Set(factRows.filter((row) => row.favourable === true).map(({ id }) => id))

/** A record against which nothing stands, dated to the day of a script. */
export function settledOn(script: Scripted): Draft {
  const first = script.session.events[0]?.at ?? ''
  const written = JSON.stringify(settledRecord)
    .replaceAll('2026-11-22T09:00:00-05:00', first)
    .replaceAll('2026-11-22T08:55:00-05:00', first)
  const { conditions, antidepressantTrials, observations: own = [], statements: said = [] } = script.patient
  const record = parsed(JSON.parse(written))
  // What speaks for the plan is answered in the visit.
  const answered = record.statements?.filter(({ fact }) => !favourable.has(fact)) ?? []
  // What the visit is for stands in the record of the script.
  const statements = [...answered, ...said.filter(({ fact }) => fact === 'major-depressive-disorder')]
  const purpose = { conditions, antidepressantTrials }
  return { ...record, ...purpose, statements, observations: [...(record.observations ?? []), ...own] }
}

/** The moment of a script just before the first administration, and the one before the door. */
const moments: Readonly<Record<string, readonly string[]>> = {
  'visit-nasal-us': ['2026-11-24T09:00:30-05:00', '2026-11-24T11:17:00-05:00'],
  'visit-iv-us': ['2026-12-02T13:50:00-05:00', '2026-12-02T16:48:00-05:00'],
}

/** A script at a moment, as the one who runs the visit would hand it in. */
export function scriptedVisit(script: Scripted, asOf: string): Visit {
  const now = instantMs(asOf)
  return {
    plan: script.plan,
    draft: settledOn(script),
    // What is written later is not known: with its time it would lose its place in the future.
    events: script.session.events.filter(({ at }) => at !== undefined && instantMs(at) <= now),
    stated: script.stated,
    isScreened: true,
    context: script.contextAt(asOf),
  }
}

/** Both moments of both scripts. */
export const scriptedVisits: readonly Visit[] = scripts.flatMap((script) =>
  (moments[script.session.id] ?? []).map((asOf) => scriptedVisit(script, asOf)),
)

const mmHg = (value: number) => ({ value, unit: 'mm[Hg]' })
const truth = fc.constantFrom('yes', 'yes', 'no', 'unknown')

const pressures = fc.constantFrom(
  [128, 78],
  [131, 80],
  [150, 88],
  [154, 96],
  [165, 104],
  [88, 60],
  [80, 120],
  [1200, 80],
)

const reading: fc.Arbitrary<Happening> = fc
  .record({
    pressure: fc.option(pressures),
    saturation: fc.option(fc.constantFrom(98, 94, 93, 91, 0.97)),
    rate: fc.option(fc.constantFrom(70, 112, 45)),
    onOxygen: fc.option(fc.constantFrom('no', 'no', 'no', 'yes', 'unknown'), { nil: undefined }),
    unread: fc.option(fc.constantFrom('systolic', 'oxygenSaturation', 'heartRate'), { nil: undefined }),
  })
  .map(({ pressure, saturation, rate, onOxygen, unread }): Happening => {
    const [systolic, diastolic] = pressure ?? []
    return {
      type: 'vitals',
      reading: {
        ...(systolic === undefined || diastolic === undefined
          ? {}
          : { systolic: mmHg(systolic), diastolic: mmHg(diastolic) }),
        ...(saturation === null ? {} : { oxygenSaturation: { value: saturation, unit: '%' } }),
        ...(rate === null ? {} : { heartRate: { value: rate, unit: '/min' } }),
        ...(onOxygen === undefined ? {} : { onOxygen }),
        ...(unread === undefined ? {} : { unread: [unread] }),
      },
    }
  })

const facts = [
  'consent-on-file',
  'escort-here',
  'departure-arranged',
  'oriented',
  'steady-gait',
  'nausea-settled',
  'breathing-normal',
  'clinically-stable',
  'mental-state-rechecked',
  'suicide-risk-rechecked',
  'suicide-risk-assessed',
  'written-advice-given',
  'earlier-matter-open',
  'earlier-delayed-sedation',
  'last-meal-light',
  'no-escort',
  'driving-ban-refused',
  'resuscitation-ready',
  'saturation-at-own-baseline',
  'rescue-given',
  'required-observations-done',
  'open-nausea',
  'screening-open',
] as const

const scored: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom(5, 4, 3, 7).map((total): Happening => ({ type: 'scale', instrument: 'moaas', total })),
  fc.constantFrom(0, -1, 1).map((total): Happening => ({ type: 'scale', instrument: 'rass', total })),
  fc.constantFrom(0, 3, 5, 12).map((total): Happening => ({ type: 'scale', instrument: 'cadss-23', total })),
  fc.constantFrom(0, 4, 9).map((total): Happening => ({ type: 'scale', instrument: 'cadss-28', total })),
  fc.constantFrom(10, 9, 8).map((total): Happening => ({ type: 'scale', instrument: 'aldrete', total })),
  fc.constantFrom(10, 8).map((total): Happening => ({ type: 'scale', instrument: 'padss', total })),
  fc
    .constantFrom('none', '2', '4', '5', 'behaviour-3-months', 'five')
    .map((level): Happening => ({ type: 'scale', instrument: 'c-ssrs-screener', level })),
)

const serious = { death: 'no', lifeThreatening: 'no', hospitalisation: 'no', disability: 'no' } as const
const settled = {
  ...serious,
  congenitalAnomaly: 'no',
  otherImportant: 'no',
  interventionNeeded: 'no',
} as const

const told = (minute: fc.Arbitrary<string>, ids: readonly string[]): fc.Arbitrary<Happening> =>
  fc.oneof(
    fc.record({
      type: fc.constant('answered' as const),
      fact: fc.constantFrom(...facts),
      answer: truth,
    }),
    fc.record({
      type: fc.constant('answered' as const),
      fact: fc.constantFrom(
        'time-since-food',
        'time-since-clear-liquids',
        'time-since-alcohol',
        'stay-until',
      ),
      of: minute,
    }),
    fc.record({
      type: fc.constant('asked' as const),
      about: fc.constantFrom('side-effects', 'side-effects', 'symptoms'),
      answer: fc.constantFrom('none', 'none', 'some', 'unknown'),
    }),
    fc
      .tuple(
        fc.constantFrom('nausea', 'dissociation', 'sedation', 'other', 'no-such-effect'),
        fc.constantFrom(undefined, settled, serious, { ...settled, hospitalisation: 'yes' as const }),
      )
      .map(([effect, tests]): Happening => {
        const more = tests === undefined ? {} : { serious: tests }
        return { type: 'effect-observed', effect: { effect, reportedBy: 'nurse', ...more } }
      }),
    fc.constantFrom(...ids).map((of): Happening => ({ type: 'effect-resolved', of })),
    fc.constantFrom(...ids, 'visit', 'earlier').map((of): Happening => ({ type: 'reviewed', of })),
    fc
      .constantFrom('monitor-longer', 'monitor-alertness', 'setting-resuscitation-ready')
      .map((action): Happening => ({ type: 'requested', actions: [action] })),
    fc.constantFrom<Happening>(
      { type: 'dose-refused' },
      { type: 'aborted' },
      { type: 'rescue-given', what: 'Ondansetron' },
      { type: 'referred', to: 'cardiology' },
      { type: 'admitted' },
    ),
  )

type By = SessionEvent['by']

/** A change of a log: an entry more, one less, or one that says something else. */
type Edit = (events: readonly SessionEvent[]) => readonly SessionEvent[]

function editsOf(visit: Visit): fc.Arbitrary<Edit> {
  const first = instantMs(visit.events[0]?.at ?? visit.context.asOf)
  const now = instantMs(visit.context.asOf)
  const minute = fc
    .integer({ min: 0, max: Math.floor((now - first) / 60_000) })
    .map((minutes) => formatInstant(now - minutes * 60_000, -300))
  const ids = visit.events.map(({ id }) => id)
  const what = fc.oneof(
    { weight: 4, arbitrary: reading },
    { weight: 3, arbitrary: scored },
    { weight: 4, arbitrary: told(minute, ids) },
    // Booked for something else than the plan, a visit is not judged at all.
    { weight: 1, arbitrary: happenings(ids).filter(({ type }) => type !== 'booked') },
  )
  const place = fc.nat(1000)
  const by = fc.constantFrom<By>('clinician', 'nurse', 'nurse', 'patient', 'chaperone', 'device', 'unknown')
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .record({ what, at: minute, by, number: place, late: fc.boolean() })
        .map(({ what: happened, at, by: who, number, late }): Edit => {
          const stamp = { sequence: number, recorder: `tablet-${number % 3}`, source: 'person' as const }
          const event = { id: `x${number}`, at, by: who, ...stamp, what: happened }
          return (events) => [...events, late ? { ...event, late: true as const } : event]
        }),
    },
    {
      weight: 2,
      arbitrary: place.map(
        (at): Edit =>
          (events) =>
            events.length === 0 ? events : events.toSpliced(at % events.length, 1),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(place, what, minute).map(([at, to, when]): Edit => {
        return (events) => {
          const one = events[at % Math.max(1, events.length)]
          if (one === undefined) return events
          const stamp = { sequence: at, recorder: 'desk-2', by: 'nurse' as const, source: 'person' as const }
          return [
            ...events,
            { id: `c${at}`, at: when, ...stamp, what: { type: 'corrected', of: one.id, to } },
          ]
        }
      }),
    },
  )
}

/** Visits that came about from the scripts by at most so many changes. */
export function visits(mostChanges: number): fc.Arbitrary<Visit> {
  return fc.oneof(
    ...scriptedVisits.map((visit) =>
      fc
        .record({
          edits: fc.array(editsOf(visit), { maxLength: mostChanges }),
          isScreened: fc.constantFrom(true, true, true, false),
          earlier: fc.option(fc.array(told(fc.constant(visit.context.asOf), ['p0', 'p1']), { maxLength: 3 })),
          minutes: fc.constantFrom(0, 0, 0, 1, 16, 40),
        })
        .map(({ edits, isScreened, earlier, minutes }): Visit => {
          const later = formatInstant(instantMs(visit.context.asOf) + minutes * 60_000, -300)
          return {
            ...visit,
            isScreened,
            events: edits.reduce((events, edit) => edit(events), visit.events),
            context: { ...visit.context, asOf: later },
            ...(earlier === null ? {} : { earlier: earlier.map(dayBefore(visit)) }),
          }
        }),
    ),
  )
}

function dayBefore(visit: Visit): (what: Happening, place: number) => SessionEvent {
  const then = instantMs(visit.context.asOf) - 7 * 86_400_000
  return (what, place) => ({
    id: `p${place}`,
    at: formatInstant(then + place * 60_000, -300),
    sequence: place,
    recorder: 'ward',
    by: 'nurse',
    source: 'person',
    what,
  })
}
