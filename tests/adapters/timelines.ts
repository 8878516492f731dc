/** Treatments as timelines, written by hand: six sessions, sixty, one of everything, and nothing. @module */
import type { EntryKind, PhaseBand, Timeline, TimelineEntry } from '../../src/timeline/timeline-shape.ts'

const first = Date.UTC(2026, 9, 6) / 86_400_000

/** The civil day so many days from the first dose. */
export const dayText = (day: number): string =>
  new Date((first + day) * 86_400_000).toISOString().slice(0, 10)

/** An entry on a day from the first dose; on several days, where it is known only roughly; on none. */
export function entryOn(
  kind: EntryKind,
  day: number | readonly [number, number] | null,
  what: TimelineEntry['what'] = {},
  rest: Partial<TimelineEntry> = {},
): TimelineEntry {
  const [from, to] = typeof day === 'number' ? [day, day] : (day ?? [0, 0])
  return {
    id: `${kind}/${day}/${JSON.stringify(what).length}`,
    kind,
    at: day === null ? null : dayText(from),
    days: day === null ? null : { from: dayText(from), to: dayText(to) },
    day: typeof day === 'number' ? day : null,
    late: false,
    visit: null,
    planned: null,
    links: [],
    what,
    ...rest,
  }
}

/** What was given, in mg. */
export function given(least: number, most: number | null = least): TimelineEntry['what'] {
  return {
    product: 'esketamine-nasal',
    delivered: {
      least: { value: least, unit: 'mg' },
      ...(most === null ? {} : { most: { value: most, unit: 'mg' } }),
    },
  }
}

/** A timeline of entries, as of a day from the first dose. */
export function timelineOf(
  entries: readonly TimelineEntry[],
  {
    today = 18,
    start = true,
    phases = [],
  }: { readonly today?: number; readonly start?: boolean; readonly phases?: readonly PhaseBand[] } = {},
): Pick<Timeline, 'asOf' | 'zone' | 'start' | 'entries' | 'phases'> {
  const asOf = `${dayText(today)}T09:00:00-04:00`
  return {
    asOf,
    zone: 'America/New_York',
    start: start ? dayText(0) : null,
    entries,
    phases,
  }
}

const band = (
  phase: string,
  label: string,
  interval: string,
  from: number,
  to: number | null,
  isPlanned: boolean,
): PhaseBand => ({
  phase,
  label,
  interval,
  from: dayText(from),
  to: to === null ? null : dayText(to),
  isPlanned,
})

const twice = [0, 2, 7, 9, 14, 16, 21, 23]

/** Six sessions of an induction, and what comes after them. */
export const six = timelineOf(
  [
    ...twice.slice(0, 6).map((day, at) => entryOn('dose', day, given(at === 0 ? 56 : 84))),
    ...[
      [-3, 34],
      [6, 27],
      [13, 21],
    ].map(([day = 0, total = 0]) => entryOn('score', day, { instrument: 'madrs', total })),
    entryOn('effect', 0, { effect: 'dissociation', grade: 2, resolved: dayText(0) }),
    entryOn('effect', 2, { effect: 'dissociation', grade: 3 }),
    entryOn('effect', 9, { effect: 'nausea', grade: 1, resolved: dayText(11) }),
    entryOn('effect', 14, { effect: 'dissociation' }),
    ...twice.map((day, at) => entryOn('planned-session', day, { status: at < 6 ? 'given' : 'planned' })),
    ...[6, 13, 20, 27].map((day, at) =>
      entryOn('planned-assessment', day, { status: at < 2 ? 'done' : 'planned', label: 'MADRS' }),
    ),
    entryOn('checkpoint', 23, { status: 'planned', label: 'Benefit at the end of induction' }),
    entryOn('medicine-started', -90, { medicine: 'sertraline 150 mg' }),
  ],
  {
    today: 18,
    phases: [
      band('induction', 'Induction', 'twice-weekly', 0, 18, false),
      band('induction', 'Induction', 'twice-weekly', 19, 27, true),
    ],
  },
)

const weeks = (count: number) => Array.from({ length: count }, (_, week) => week)
const many = [...twice, ...weeks(4).map((w) => 28 + 7 * w), ...weeks(48).map((w) => 56 + 14 * w)]

/** Sixty sessions over two years, with some of everything. */
export const sixty = timelineOf(
  [
    ...many
      .filter((day, at) => day < 560 && at !== 30)
      .map((day, at) =>
        entryOn('dose', day, given(at < 2 ? 56 : at === 20 ? 28 : 84, at === 25 ? null : at < 2 ? 56 : 84)),
      ),
    ...many.map((day, at) =>
      entryOn('planned-session', day, {
        status:
          at === 30
            ? 'missed'
            : day < 560
              ? 'given'
              : day < 574
                ? 'past-due'
                : day < 590
                  ? 'awaiting-review'
                  : at % 9 === 0
                    ? 'cancelled'
                    : 'planned',
      }),
    ),
    ...weeks(26).map((at) =>
      entryOn('score', at * 21 - 3, { instrument: 'madrs', total: Math.round(20 + 14 * Math.cos(at / 4)) }),
    ),
    ...weeks(40).map((at) =>
      entryOn('score', at * 14 - 2, { instrument: 'phq-9', total: Math.round(11 + 9 * Math.cos(at / 6)) }),
    ),
    ...many
      .filter((day) => day < 560)
      .map((day, at) => entryOn('effect', day, { effect: 'dissociation', grade: 1 + (at % 4) })),
    ...many
      .filter((day, at) => day < 560 && at % 3 === 0)
      .map((day) => entryOn('effect', day, { effect: 'blood-pressure-increased', grade: 2 })),
    ...['nausea', 'vomiting', 'headache', 'sedation', 'anxiety', 'vertigo', 'dysuria'].map((effect, at) =>
      entryOn('effect', 30 + 41 * at, { effect, ...(at === 6 ? { resolved: dayText(420) } : { grade: 1 }) }),
    ),
    entryOn('medicine-started', -300, { medicine: 'venlafaxine' }, { id: 'm1' }),
    entryOn('medicine-stopped', 200, { medicine: 'venlafaxine' }, { links: ['m1'] }),
    entryOn('medicine-started', 190, {
      medicine: 'a medicine with a name that is far too long for the line it stands on',
    }),
    entryOn('medicine-started', null, { medicine: 'lithium' }),
    ...[28, 56, 182, 364, 546].map((day, at) =>
      entryOn('checkpoint', day, {
        status: at < 4 ? 'reviewed' : 'past-due',
        label: 'Is there still a benefit?',
      }),
    ),
    ...[28, 29, 30, 31, 57, 183, 300, 365].map((day) =>
      entryOn('decision', day, { decision: 'review', status: 'continue', label: 'benefit' }),
    ),
    ...[6, 55, 170, 340, 580].map((day) =>
      entryOn('planned-assessment', day, { status: day < 560 ? 'done' : 'planned' }),
    ),
    entryOn('note', 40, { text: 'somebody wrote this' }),
    entryOn('score', null, { instrument: 'madrs', total: 12 }),
    entryOn('score', [100, 130], { instrument: 'madrs', total: 14 }, { late: true }),
  ],
  {
    today: 572,
    phases: [
      band('induction', 'Induction', 'twice-weekly', 0, 27, false),
      band('optimisation', 'Optimisation', 'weekly', 28, 55, false),
      band('maintenance', 'Maintenance', 'every-two-weeks', 56, 572, false),
      band('maintenance', 'Maintenance', 'every-two-weeks', 573, null, true),
    ],
  },
)

/** Nothing at all. */
export const nothing = timelineOf([], { start: false })

/** A plan, and nothing given yet. */
export const onlyPlanned = timelineOf(
  twice.map((day) => entryOn('planned-session', day, { status: 'planned' })),
  { today: -3, start: false, phases: [band('induction', 'Induction', 'twice-weekly', 0, 23, true)] },
)

/** Each way something can stand, all on neighbouring days. */
export const everyStanding = timelineOf(
  ['given', 'planned', 'due', 'past-due', 'awaiting-review', 'missed', 'cancelled', 'something-else'].map(
    (status, at) => entryOn('planned-session', at * 3, { status }),
  ),
)
