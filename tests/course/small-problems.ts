/** Small problems of planning, at random: few sessions, narrow windows, and many ways to be in each other's way. @module */
import fc from 'fast-check'
import { parse } from '../../src/kernel/door.ts'
import { Protocol } from '../../src/kernel/protocol.schema.ts'
import { dayNo, dayText, type Problem, regularPlaces } from './reference-planner.ts'

/** Zones, each with a day near which its clock changes, or does not. */
const places = [
  { zone: 'UTC', change: '2026-06-15' },
  { zone: 'America/New_York', change: '2026-03-08' },
  { zone: 'America/New_York', change: '2026-11-01' },
  { zone: 'Europe/Berlin', change: '2026-03-29' },
  { zone: 'Europe/Berlin', change: '2026-10-25' },
  { zone: 'Australia/Lord_Howe', change: '2026-10-04' },
  { zone: 'Australia/Lord_Howe', change: '2027-04-04' },
  { zone: 'America/Havana', change: '2027-03-14' },
  { zone: 'Asia/Kolkata', change: '2026-12-31' },
  { zone: 'America/St_Johns', change: '2026-11-01' },
  { zone: 'Africa/Casablanca', change: '2026-02-15' },
  { zone: 'Pacific/Apia', change: '2011-12-30' },
  { zone: 'Europe/London', change: '2028-02-29' },
]

const weekday = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
const time = fc.constantFrom('00:15', '01:45', '02:00', '02:15', '02:30', '09:00', '14:00', '23:45')
const slots = fc.uniqueArray(fc.record({ weekday, time }), {
  minLength: 1,
  maxLength: 5,
  selector: (slot) => `${slot.weekday} ${slot.time}`,
})

const hours = fc.constantFrom(1, 23, 24, 25, 47, 48, 49, 71, 72, 73, 96, 120, 167, 168, 169, 336)
const elapsed = fc
  .tuple(hours, fc.boolean())
  .map(([value, inMinutes]) => (inMinutes ? { value: value * 60, unit: 'min' } : { value, unit: 'h' }))
const days = (most: number) => fc.integer({ min: 1, max: most }).map((value) => ({ value, unit: 'd' }))
const grounded = { certainty: 'K', sources: [] } as const

/** What a limit says, without its name: plain JSON, as it comes to the door. */
interface Bound {
  readonly kind: 'least-between' | 'most-between' | 'most-sessions'
  readonly in: string
  readonly amount?: object
  readonly count?: number
  readonly window?: object
}

const between = (kind: 'least-between' | 'most-between', most: number): fc.Arbitrary<Bound> =>
  fc.oneof(
    elapsed.map((amount) => ({ kind, amount, in: 'elapsed-hours' })),
    days(most).map((amount) => ({ kind, amount, in: 'civil-days' })),
  )
const count = fc.integer({ min: 1, max: 3 })
const bound = fc.oneof(
  { weight: 4, arbitrary: between('least-between', 5) },
  { weight: 2, arbitrary: between('most-between', 9) },
  {
    weight: 1,
    arbitrary: count.map((many): Bound => ({ kind: 'most-sessions', count: many, in: 'civil-day' })),
  },
  {
    weight: 2,
    arbitrary: count.map((many): Bound => ({ kind: 'most-sessions', count: many, in: 'calendar-week' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(count, elapsed)
      .map(([many, window]): Bound => ({ kind: 'most-sessions', count: many, in: 'rolling-hours', window })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(count, days(10))
      .map(([many, window]): Bound => ({ kind: 'most-sessions', count: many, in: 'rolling-days', window })),
  },
)
/** Where a limit speaks, and for which interval. */
const limits = fc.array(
  fc.record({ bound, phase: fc.integer({ min: -1, max: 2 }), ofInterval: fc.option(fc.nat(1), { freq: 3 }) }),
  { maxLength: 3 },
)

const side = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 1, 2, 2, 3).map((value) => ({ value, unit: 'd' })) },
  { weight: 1, arbitrary: fc.constantFrom({ policy: 'session-early' }, { policy: 'session-late-weekly' }) },
)
const interval = fc.record({
  sessions: fc.constantFrom(1, 2, 2, 3, 3),
  weeks: fc.constantFrom(1, 1, 1, 1, 2, 3),
  early: side,
  late: side,
  keepFrom: fc.option(fc.nat(3), { freq: 3 }),
})
const phase = fc.record({
  end: fc.oneof(
    fc.integer({ min: 2, max: 4 }).map((weeks) => ({ weeks })),
    fc.integer({ min: 1, max: 5 }).map((sessions) => ({ sessions })),
    fc.record({ weeks: fc.integer({ min: 1, max: 3 }), sessions: fc.integer({ min: 1, max: 4 }) }),
  ),
  intervals: fc.array(interval, { minLength: 1, maxLength: 2 }),
  second: fc.boolean(),
})

/** Days from the start, or from the regular day of a session; and how many. */
const stretch = fc.record({
  of: fc.constantFrom(0, 1, 2, 3, 4, 5, undefined, undefined),
  from: fc.integer({ min: 0, max: 28 }),
  days: fc.constantFrom(0, 0, 0, 0, 1, 2, 6),
})

const numbers = { 'session-early': 1, 'session-late-weekly': 3, 'open-phase-weeks': 12 }

/** A problem with at most six sessions, and not too many ways to lay them out. */
export const smallProblem: fc.Arbitrary<Problem> = fc
  .record({
    place: fc.constantFrom(...places),
    startsBefore: fc.integer({ min: -3, max: 12 }),
    slots,
    phases: fc.array(phase, { minLength: 1, maxLength: 3 }),
    isOpen: fc.boolean(),
    limits,
    closures: fc.array(stretch, { maxLength: 3 }),
    away: fc.array(stretch, { maxLength: 2 }),
    weekdays: fc.option(fc.uniqueArray(weekday, { minLength: 3, maxLength: 6 }), { freq: 2 }),
    choices: fc.uniqueArray(
      fc.record({ at: fc.nat(5), pick: fc.nat(6), time: fc.option(time, { freq: 3 }) }),
      { maxLength: 2, selector: ({ at }) => at },
    ),
    sessions: fc.constantFrom(1, 2, 3, 4, 5, 6, 6, 6, 6),
    until: fc.option(fc.integer({ min: 14, max: 42 }), { freq: 8 }),
  })
  .map((drawn) => {
    const { zone, change } = drawn.place
    const first = dayNo(change) - drawn.startsBefore
    const keep: Record<string, number[]> = {}
    const chosen: Record<string, string> = {}
    const phases = drawn.phases.map((one, at) => {
      const isLast = at === drawn.phases.length - 1
      if (one.second && one.intervals.length > 1) chosen[`p${at}`] = `p${at}-1`
      return {
        ...grounded,
        id: `p${at}`,
        label: `Phase ${at}`,
        kind: at === 0 ? 'induction' : 'maintenance',
        ...(isLast && drawn.isOpen ? {} : one.end),
        intervals: one.intervals.map((each, index) => {
          const sessions = Math.min(each.sessions, drawn.slots.length)
          const id = `p${at}-${index}`
          const { keepFrom } = each
          if (keepFrom !== null) {
            keep[id] = Array.from({ length: sessions }, (_, k) => (keepFrom + k) % drawn.slots.length)
          }
          const { weeks, early, late } = each
          return { ...grounded, id, label: id, sessions, weeks, early, late }
        }),
        limits: limitsOf(drawn.limits, at),
        doses: [],
        checkpoints: [],
        missed: [],
        makesUp: 'ask',
        ...(isLast ? {} : { next: `p${at + 1}` }),
      }
    })
    const protocol = parse(Protocol, {
      format: 'ketamine-treatment/protocol/1',
      id: 'small',
      version: '1',
      label: 'A small protocol',
      field: 'psychiatric',
      product: 'esketamine-nasal',
      jurisdictions: ['us'],
      indications: [],
      effective: { from: '2000-01-01' },
      basis: 'practice',
      certainty: 'K',
      phases,
      limits: limitsOf(drawn.limits, -1),
      assessments: [],
      adjuncts: [],
      studied: [],
      beyond: 'Nothing is known.',
      sources: [],
      checkedOn: '2026-11-22',
      clinicalReview: 'none',
    })
    if (!protocol.ok) throw new Error(`${protocol.error.code} ${protocol.error.path}`)
    const problem: Problem = {
      protocol: protocol.value,
      zone,
      start: dayText(first),
      pattern: { slots: drawn.slots, ...(Object.keys(keep).length > 0 ? { keep } : {}) },
      closures: [],
      preferences: {
        ...(drawn.weekdays === null ? {} : { weekdays: drawn.weekdays }),
        intervals: chosen,
      },
      horizon: {
        sessions: drawn.sessions,
        ...(drawn.until === null ? {} : { until: dayText(first + drawn.until) }),
      },
      numbers,
    }
    const small = narrowed(problem)
    const regular = regularPlaces(small)
    const choices = drawn.choices.flatMap(({ at, pick, time: at2 }) => {
      const one = regular[at]
      if (one === undefined) return []
      const day = dayText(one.from + (pick % (one.to - one.from + 1)))
      return [{ session: `s${at + 1}`, day, ...(at2 === null ? {} : { time: at2 }) }]
    })
    const stretches = (list: typeof drawn.closures) =>
      list.map(({ of, from, days: more }, at) => {
        const day = (of === undefined ? undefined : regular[of]?.no) ?? first + from
        return { id: `c${at}`, from: dayText(day), ...(more === 0 ? {} : { to: dayText(day + more) }) }
      })
    return {
      ...small,
      closures: stretches(drawn.closures),
      preferences: { ...small.preferences, away: stretches(drawn.away), choices },
    }
  })

function limitsOf(
  drawn: readonly { readonly bound: Bound; readonly phase: number; readonly ofInterval: number | null }[],
  phase: number,
) {
  return drawn.flatMap(({ bound: said, phase: of, ofInterval }, at) =>
    of === phase
      ? [
          {
            ...grounded,
            id: `l${at}`,
            label: `Limit ${at}`,
            ...(ofInterval === null ? {} : { intervals: [`p${Math.max(of, 0)}-${ofInterval}`] }),
            ...said,
          },
        ]
      : [],
  )
}

/** The same problem with fewer sessions, until there are few enough ways to lay it out. */
function narrowed(problem: Problem): Problem {
  const ways = regularPlaces(problem).reduce((product, { from, to }) => product * (to - from + 1), 1)
  const { sessions } = problem.horizon
  if (ways <= 120_000 || sessions === undefined || sessions <= 1) return problem
  return narrowed({ ...problem, horizon: { ...problem.horizon, sessions: sessions - 1 } })
}
