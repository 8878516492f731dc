/** What does not fit together in a protocol, apart from its limits. @module */
import {
  assessmentUnreachable,
  danglingReference,
  doseMissing,
  dosesOverlap,
  idClash,
  phasesInCircle,
  phaseUnreachable,
  policyIncomplete,
  rangeReversed,
  unitOfAnother,
  unknownPhase,
  wrongShape,
} from '../kernel/codes.ts'
import type { Protocol, ProtocolAssessment, ProtocolPhase } from '../kernel/protocol.ts'
import type { Amount } from '../kernel/rule.ts'
import {
  counted,
  fault,
  limitsOf,
  longestAmount,
  type Numbers,
  named,
  namedInterval,
  namedLimit,
  namedPhase,
  spoken,
} from './validate-protocol-rows.ts'
import type { NamedRow, ProtocolFault } from './validate-protocol-shape.ts'

type Faults = readonly ProtocolFault[]

/** Ids that come twice where one has to be told from the other. */
export function idFaults(protocol: Protocol, numbers: Numbers): Faults {
  const { phases, assessments, adjuncts, studied } = protocol
  const limits = limitsOf(protocol)
  return [
    ...clashes(phases.map((phase, at) => [phase.id, namedPhase(phase, at)])),
    ...phases.flatMap(({ intervals }, at) =>
      clashes(intervals.map((one, n) => [one.id, namedInterval(one, at, n, numbers)])),
    ),
    ...frequencyClashes(protocol, numbers),
    ...clashes(limits.map((one) => [one.limit.id, namedLimit(one, numbers)])),
    ...clashes(
      phases.flatMap(({ checkpoints }, at) =>
        checkpoints.map(({ id, label }, n): Named => [id, named(checkpointPath(at, n), label, 'checkpoint')]),
      ),
    ),
    ...phases.flatMap(({ missed }, at) =>
      clashes(missed.map(({ id, text }, n): Named => [id, named(missedPath(at, n), id, text)])),
    ),
    ...clashes(assessments.map((one, n): Named => [one.id, namedAssessment(one, n, numbers)])),
    ...adjunctClashes(adjuncts),
    ...clashes(studied.map(({ id, label }, n): Named => [id, named(`studied[${n}]`, label, 'studied gap')])),
  ]
}

type Named = readonly [id: string, row: NamedRow]

function clashes(rows: readonly Named[]): Faults {
  const first = new Map<string, NamedRow>()
  return rows.flatMap(([id, row]) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, row)
    return before === undefined ? [] : [fault(idClash, `${row.path}.id`, [before, row])]
  })
}

/** A label that changed has a row for each of its times; on no day do two of them speak. */
function adjunctClashes(adjuncts: Protocol['adjuncts']): Faults {
  const row = (n: number): NamedRow => {
    const { label = '', effective } = adjuncts[n] ?? {}
    return named(
      `adjuncts[${n}]`,
      label,
      `from ${effective?.from} ${effective?.to === undefined ? 'on' : `to ${effective.to}`}`,
    )
  }
  const last = '9999-12-31'
  return adjuncts.flatMap(({ id, effective }, n) => {
    const before = adjuncts.findIndex(
      (one, at) =>
        at < n &&
        one.id === id &&
        one.effective.from <= (effective.to ?? last) &&
        effective.from <= (one.effective.to ?? last),
    )
    return before < 0 ? [] : [fault(idClash, `adjuncts[${n}].id`, [row(before), row(n)])]
  })
}

const sameFrequency =
  'Two phases name two frequencies alike, and the places kept in the week go by that name. Give one of them a name of its own.'

/** An interval may come back in a later phase, as the same frequency. */
function frequencyClashes({ phases }: Protocol, numbers: Numbers): Faults {
  const first = new Map<string, { readonly rhythm: string; readonly phase: number; readonly row: NamedRow }>()
  return phases.flatMap(({ intervals }, phase) =>
    intervals.flatMap((one, n) => {
      const row = namedInterval(one, phase, n, numbers)
      const rhythm = `${one.sessions} in ${one.weeks}`
      const before = first.get(one.id)
      if (before === undefined) first.set(one.id, { rhythm, phase, row })
      if (before === undefined || before.phase === phase || before.rhythm === rhythm) return []
      return [fault(idClash, `${row.path}.id`, [before.row, row], sameFrequency)]
    }),
  )
}

/** Phases that are not there, follow one another in a circle, or are never reached. */
export function phaseFaults(protocol: Protocol): Faults {
  const { phases } = protocol
  const placeOf = (id: string): number => phases.findIndex((phase) => phase.id === id)
  const found: ProtocolFault[] = []
  for (const [at, phase] of phases.entries()) {
    if (phase.next !== undefined && placeOf(phase.next) < 0)
      found.push(fault(unknownPhase, `phases[${at}].next`, [namedPhase(phase, at)]))
  }
  const inCircle = new Set<number>()
  for (const [at] of phases.entries()) {
    if (inCircle.has(at)) continue
    const circle = circleFrom(at, phases, placeOf)
    if (circle === undefined) continue
    for (const one of circle) inCircle.add(one)
    const rows = circle.flatMap((one) => rowOf(phases, one))
    found.push(fault(phasesInCircle, `phases[${at}].next`, rows))
  }
  const reached = reachedIn(protocol, placeOf)
  for (const [at, phase] of phases.entries()) {
    if (!reached.has(at)) found.push(fault(phaseUnreachable, `phases[${at}]`, [namedPhase(phase, at)]))
  }
  return found
}

function rowOf(phases: readonly ProtocolPhase[], at: number): readonly NamedRow[] {
  const phase = phases[at]
  return phase === undefined ? [] : [namedPhase(phase, at)]
}

/** The phases from one back to itself, if it stands in a circle. */
function circleFrom(
  start: number,
  phases: readonly ProtocolPhase[],
  placeOf: (id: string) => number,
): readonly number[] | undefined {
  const way: number[] = []
  for (let at = start; at >= 0 && !way.includes(at); ) {
    way.push(at)
    const next = phases[at]?.next
    at = next === undefined ? -1 : placeOf(next)
    if (at === start) return way
  }
  return undefined
}

const isOpen = ({ weeks, sessions }: ProtocolPhase): boolean => weeks === undefined && sessions === undefined

/** The phases a course can come to: by the end of one before, or after a missed session. */
function reachedIn({ phases }: Protocol, placeOf: (id: string) => number): ReadonlySet<number> {
  const reached = new Set<number>([0])
  // A set hands out what is added while it is walked through.
  for (const at of reached) {
    const phase = phases[at]
    if (phase === undefined) continue
    const next = isOpen(phase) ? undefined : phase.next
    for (const id of [next, ...phase.missed.map(({ to }) => to?.phase)]) {
      const to = id === undefined ? -1 : placeOf(id)
      if (to >= 0) reached.add(to)
    }
  }
  return reached
}

/** Intervals, checkpoints and rows of a phase that name what is not there, or hang on what never comes. */
export function rowFaults(protocol: Protocol, numbers: Numbers): Faults {
  const { phases } = protocol
  return [
    ...limitsOf(protocol).flatMap((one) => {
      const known = (one.phase === undefined ? phases : [one.phase]).flatMap(({ intervals }) => intervals)
      return (one.limit.intervals ?? []).flatMap((id, n) =>
        known.some((interval) => interval.id === id)
          ? []
          : [fault(unknownPhase, `${one.path}.intervals[${n}]`, [namedLimit(one, numbers)])],
      )
    }),
    ...phases.flatMap((phase, at) => [...checkpointFaults(phase, at), ...missedFaults(phase, at, phases)]),
  ]
}

const checkpointPath = (at: number, n: number): string => `phases[${at}].checkpoints[${n}]`
const missedPath = (at: number, n: number): string => `phases[${at}].missed[${n}]`

function checkpointFaults(phase: ProtocolPhase, at: number): Faults {
  const most = mostSessions(phase)
  return phase.checkpoints.flatMap(({ at: when, label }, n) => {
    const isThere =
      'afterSessions' in when ? when.afterSessions <= most : 'end' in when ? !isOpen(phase) : true
    const says =
      'afterSessions' in when ? `after ${counted(when.afterSessions, 'session')}` : 'at the end of its phase'
    const rows = [named(checkpointPath(at, n), label, says), namedPhase(phase, at)]
    return isThere ? [] : [fault(assessmentUnreachable, `${checkpointPath(at, n)}.at`, rows)]
  })
}

/** The sessions a phase can have at its densest. */
function mostSessions({ weeks, sessions, intervals }: ProtocolPhase): number {
  const fit =
    weeks === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(...intervals.map((one) => Math.ceil(weeks / one.weeks) * one.sessions))
  return Math.min(fit, sessions ?? Number.POSITIVE_INFINITY)
}

const nowhere = 'This row steps back without saying where to. Name a phase and one of its intervals.'

function missedFaults(phase: ProtocolPhase, at: number, phases: readonly ProtocolPhase[]): Faults {
  return phase.missed.flatMap(({ id, option, from, to, text }, n) => {
    const path = missedPath(at, n)
    const rows = [named(path, id, text)]
    const has = (of: ProtocolPhase | undefined, interval: string): boolean =>
      of?.intervals.some((one) => one.id === interval) === true
    const target = phases.find((one) => one.id === to?.phase)
    return [
      ...(from === undefined || has(phase, from) ? [] : [fault(unknownPhase, `${path}.from`, rows)]),
      ...(option === 'step-back' && to === undefined
        ? [fault(danglingReference, `${path}.to`, rows, nowhere)]
        : []),
      ...(to !== undefined && target === undefined ? [fault(unknownPhase, `${path}.to.phase`, rows)] : []),
      ...(to !== undefined && target !== undefined && !has(target, to.interval)
        ? [fault(unknownPhase, `${path}.to.interval`, rows)]
        : []),
    ]
  })
}

function namedAssessment(one: ProtocolAssessment, n: number, numbers: Numbers): NamedRow {
  const { anchor, direction } = one
  const of = {
    start: 'the first session',
    'each-session': 'each session',
    session: 'one session',
    'phase-end': 'the end of a phase',
  }[anchor.is]
  return named(`assessments[${n}]`, one.label, `${spoken(numbers(one.due))} ${direction} ${of}`)
}

/** Assessments that hang on a session, a phase or an adjunct that is not there. */
export function assessmentFaults(protocol: Protocol, numbers: Numbers): Faults {
  const { phases, adjuncts } = protocol
  const all = phases.reduce((sum, phase) => sum + mostSessions(phase), 0)
  return protocol.assessments.flatMap((one, n) => {
    const { anchor, adjunct } = one
    const row = namedAssessment(one, n, numbers)
    const number = anchor.is === 'session' ? anchor.number : anchor.is === 'each-session' ? anchor.every : 1
    const of = anchor.is === 'phase-end' ? phases.find(({ id }) => id === anchor.phase) : undefined
    const isThere = anchor.is === 'phase-end' ? of !== undefined && !isOpen(of) : (number ?? 1) <= all
    const isKnown = adjunct === undefined || adjuncts.some(({ id }) => id === adjunct)
    return [
      ...(isThere ? [] : [fault(assessmentUnreachable, `${row.path}.anchor`, [row])]),
      ...(isKnown ? [] : [fault(assessmentUnreachable, `${row.path}.adjunct`, [row])]),
    ]
  })
}

/** Ranges that end before they begin. */
export function rangeFaults(protocol: Protocol, numbers: Numbers): Faults {
  const { age, effective, adjuncts, studied, phases, assessments } = protocol
  const reversed = (from: number | string | undefined, to: number | string | undefined): boolean =>
    from !== undefined && to !== undefined && to < from
  const check = (isWrong: boolean, path: string, rows: readonly NamedRow[] = []): Faults =>
    isWrong ? [fault(rangeReversed, path, rows)] : []
  return [
    ...check(reversed(age?.from, age?.to), 'age'),
    ...check(reversed(effective.from, effective.to), 'effective'),
    ...adjuncts.flatMap((one, n) => {
      const path = `adjuncts[${n}]`
      const row = named(path, one.label, 'adjunct')
      return check(reversed(one.effective.from, one.effective.to), `${path}.effective`, [row])
    }),
    ...studied.flatMap(({ days, label }, n) => {
      const row = named(`studied[${n}]`, label, `from ${days.from} to ${counted(days.to, 'day')}`)
      return check(reversed(days.from, days.to), `studied[${n}].days`, [row])
    }),
    ...phases.flatMap((phase, at) =>
      phase.doses.flatMap(({ sessions, amounts }, n) => {
        const path = `phases[${at}].doses[${n}]`
        const row = namedDoses(phase, at, n)
        const isWrong =
          'values' in amounts
            ? amounts.values.some((dose, place) => place > 0 && dose <= (amounts.values[place - 1] ?? 0))
            : amounts.most < amounts.least
        return [
          ...check(reversed(sessions.from, sessions.to), `${path}.sessions`, row),
          ...check(isWrong, `${path}.amounts`, row),
        ]
      }),
    ),
    ...assessments.flatMap((one, n) => {
      const [from, due, to] = [numbers(one.from), numbers(one.due), numbers(one.to)]
      if (from?.unit !== 'd' || due?.unit !== 'd' || to?.unit !== 'd') return []
      const row = namedAssessment(one, n, numbers)
      return check(due.value < from.value || to.value < due.value, row.path, [row])
    }),
  ]
}

function namedDoses({ doses, label }: ProtocolPhase, at: number, n: number): readonly NamedRow[] {
  const line = doses[n]
  if (line === undefined) return []
  const { from, to } = line.sessions
  const until = to === undefined ? ' on' : ` to ${to}`
  return [named(`phases[${at}].doses[${n}]`, `doses of ${label}`, `sessions from ${from}${until}`)]
}

/** Lines of doses that speak of one session twice, or leave out the first. */
export function doseFaults({ phases }: Protocol): Faults {
  const last = ({ to }: { readonly to?: number }): number => to ?? Number.POSITIVE_INFINITY
  const overlaps = phases.flatMap((phase, at) =>
    phase.doses.flatMap(({ sessions }, n) => {
      const before = phase.doses.findIndex(
        (one, place) =>
          place < n && one.sessions.from <= last(sessions) && sessions.from <= last(one.sessions),
      )
      if (before < 0) return []
      const rows = [...namedDoses(phase, at, before), ...namedDoses(phase, at, n)]
      return [fault(dosesOverlap, `phases[${at}].doses[${n}].sessions`, rows)]
    }),
  )
  const [first] = phases
  const lines = first?.doses ?? []
  const leavesOut =
    first !== undefined && lines.length > 0 && lines.every(({ sessions }) => sessions.from > 1)
  return leavesOut ? [...overlaps, fault(doseMissing, 'phases[0].doses', [namedPhase(first, 0)])] : overlaps
}

/** Amounts a policy does not hold, that count in another unit, or are no amount of time at all. */
export function amountFaults(protocol: Protocol, numbers: Numbers): Faults {
  return amountsOf(protocol, numbers).flatMap(({ amount, path, units, least, row }) => {
    const given = numbers(amount)
    if (given === undefined) return [fault(policyIncomplete, path, [row], noNumber)]
    if (!units.includes(given.unit)) return [fault(unitOfAnother, path, [row])]
    const isWhole = given.unit === 'min' || given.unit === 'h' || Number.isInteger(given.value)
    return isWhole && given.value >= least && given.value <= longestAmount
      ? []
      : [fault(wrongShape, path, [row], noAmount)]
  })
}

const noAmount =
  'This is no length of time a row can go by. Write whole days, and more than nothing where sessions are kept apart or counted.'

const noNumber =
  'This row goes by a number of the policy, and there is none of that name. Add it to the policy, or hand the policy in.'

interface AmountAt {
  readonly amount: Amount
  readonly path: string
  readonly units: readonly string[]
  /** Below this it means nothing. */
  readonly least: number
  readonly row: NamedRow
}

const hours = ['min', 'h'] as const
const days = ['d'] as const
const longer = ['d', 'wk', 'mo', 'a'] as const

function amountsOf(protocol: Protocol, numbers: Numbers): readonly AmountAt[] {
  return [
    ...limitsOf(protocol).flatMap((one): AmountAt[] => {
      const { limit, path } = one
      const row = namedLimit(one, numbers)
      const units = limit.in === 'elapsed-hours' || limit.in === 'rolling-hours' ? hours : days
      const least = Number.MIN_VALUE
      if ('amount' in limit) return [{ amount: limit.amount, path: `${path}.amount`, units, least, row }]
      return 'window' in limit ? [{ amount: limit.window, path: `${path}.window`, units, least, row }] : []
    }),
    ...protocol.phases.flatMap((phase, at) => [
      ...phase.intervals.flatMap((one, n) => {
        const row = namedInterval(one, at, n, numbers)
        return (['early', 'late'] as const).map(
          (end): AmountAt => ({ amount: one[end], path: `${row.path}.${end}`, units: days, least: 0, row }),
        )
      }),
      ...phase.checkpoints.flatMap(({ at: when, label }, n): AmountAt[] => {
        if (!('every' in when)) return []
        const path = checkpointPath(at, n)
        const row = named(path, label, 'again and again while its phase lasts')
        return [{ amount: when.every, path: `${path}.at.every`, units: longer, least: Number.MIN_VALUE, row }]
      }),
    ]),
    ...protocol.assessments.flatMap((one, n) => {
      const row = namedAssessment(one, n, numbers)
      return (['from', 'due', 'to'] as const).map(
        (end): AmountAt => ({ amount: one[end], path: `${row.path}.${end}`, units: days, least: 0, row }),
      )
    }),
  ]
}
