/** The ways to go on after a missed session: what the protocol says, and what it leaves open. @module */
import type { Certainty, Citation } from '../kernel/evidence.ts'
import type { Interval, MissedRule, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import type { Truth } from '../kernel/truth.ts'
import { phaseOf } from './calendar.ts'
import type { MissedOption } from './change-shape.ts'
import type { PlannedSession } from './course.schema.ts'

/** One way to go on, before its future is laid out. */
export interface MissedChoice {
  readonly option: MissedOption['option']
  readonly offered: MissedOption['offered']
  readonly to: MissedOption['to']
  readonly makesUp?: boolean
  readonly text: string
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

type Missed = Pick<PlannedSession, 'phase' | 'interval'>

/** The rows of the protocol that speak of a missed session. */
function rowsFor({ phase, interval }: Missed, protocol: Protocol): readonly MissedRule[] {
  const rows = phaseOf(protocol, phase)?.missed ?? []
  return rows.filter(({ from }) => from === undefined || from === interval)
}

/** Whether no row says how to go on: a row that speaks only of worse depression says nothing of the rest. */
export function isWithoutRule(missed: Missed, protocol: Protocol, worse: Truth): Truth {
  const rows = rowsFor(missed, protocol).filter(({ option }) => option !== 'ask')
  if (rows.some(({ when }) => when === 'any')) return 'no'
  if (rows.length === 0 || worse === 'no') return 'yes'
  return worse === 'yes' ? 'no' : 'unknown'
}

/**
 * Every way to go on: first what the protocol says, then what it says only where the depression is worse, then what it is
 * silent about. None is picked.
 *
 * @param isAsked - whether it is open if what was missed is made up: going on is then two ways, and the protocol is silent
 *   about both, whatever it says of going on itself
 */
export function choicesFor(missed: Missed, protocol: Protocol, isAsked: boolean): readonly MissedChoice[] {
  const choices = everyChoice(missed, protocol)
  if (!isAsked) return choices
  const ways = choices.flatMap((one) => (one.option === 'continue' ? bothWays(one) : [one]))
  const isOpen = ({ offered }: MissedChoice): boolean => offered === 'protocol-silent'
  return [...ways.filter((one) => !isOpen(one)), ...ways.filter(isOpen)]
}

function bothWays(choice: MissedChoice): readonly MissedChoice[] {
  return [true, false].map((makesUp) => ({
    ...choice,
    offered: 'protocol-silent',
    makesUp,
    text: `${choice.text} ${makesUp ? madeUp : notMadeUp}`,
  }))
}

const madeUp = 'Here what was missed is given at the end of the phase.'
const notMadeUp = 'Here what was missed is not given later.'

function everyChoice(missed: Missed, protocol: Protocol): readonly MissedChoice[] {
  const rows = rowsFor(missed, protocol)
  const asks = rows.find(({ option }) => option === 'ask')
  const said = asks === undefined ? rows.flatMap((row) => saidBy(row, missed, protocol)) : []
  const open = openTo(missed, protocol)
    .filter((one) => !said.some((known) => isSame(known, one)))
    .map(
      (one): MissedChoice => ({
        ...one,
        offered: 'protocol-silent',
        text: asks?.text ?? silent,
        certainty: asks?.certainty ?? protocol.certainty,
        sources: asks?.sources ?? [],
      }),
    )
  const byProtocol = said.filter(({ offered }) => offered === 'by-protocol')
  return [...byProtocol, ...said.filter((one) => !byProtocol.includes(one)), ...open].map((one) =>
    one.option === 'step-back' && one.to?.phase !== missed.phase
      ? { ...one, text: `${one.text} ${withoutLength}` }
      : one,
  )
}

const withoutLength =
  'Here it is laid out as far as the plan reaches and nothing after it: for how long is not said, and a review decides.'

const silent = 'The protocol does not say whether to go on in this way.'

function isSame(a: Pick<MissedChoice, 'option' | 'to'>, b: Pick<MissedChoice, 'option' | 'to'>): boolean {
  return a.option === b.option && a.to?.phase === b.to?.phase && a.to?.interval === b.to?.interval
}

function saidBy(row: MissedRule, missed: Missed, protocol: Protocol): readonly MissedChoice[] {
  const { option, when, text, certainty, sources } = row
  if (option === 'ask') return []
  const to = option === 'continue' ? null : (row.to ?? targetOf(option, missed, protocol))
  // A row that names no place to go to, where there is none, offers nothing.
  if (option !== 'continue' && to === null) return []
  return [{ option, offered: when === 'any' ? 'by-protocol' : 'if-worse', to, text, certainty, sources }]
}

function openTo(missed: Missed, protocol: Protocol): readonly Pick<MissedChoice, 'option' | 'to'>[] {
  const back = targetOf('step-back', missed, protocol)
  const anew = targetOf('re-induce', missed, protocol)
  return [
    { option: 'continue', to: null },
    ...(back === null ? [] : [{ option: 'step-back' as const, to: back }]),
    ...(anew === null ? [] : [{ option: 're-induce' as const, to: anew }]),
  ]
}

/** Where a step back or a new induction leads where no row says it. */
function targetOf(option: 'step-back' | 're-induce', missed: Missed, protocol: Protocol): MissedOption['to'] {
  const [first] = protocol.phases
  const target =
    option === 're-induce'
      ? first && { phase: first, interval: first.intervals[0] }
      : denser(missed, protocol)
  return target?.interval === undefined ? null : { phase: target.phase.id, interval: target.interval.id }
}

/** The next denser interval of the phase; where it has none, that of the phase before. */
function denser(
  { phase: id, interval }: Missed,
  protocol: Protocol,
): { readonly phase: ProtocolPhase; readonly interval: Interval | undefined } | undefined {
  const phase = phaseOf(protocol, id)
  const now = phase?.intervals.find((one) => one.id === interval)
  if (phase === undefined || now === undefined) return undefined
  const before = protocol.phases.find(({ next }) => next === id)
  for (const one of before === undefined ? [phase] : [phase, before]) {
    const [least] = one.intervals
      .filter((other) => frequency(other) > frequency(now))
      .sort((a, b) => frequency(a) - frequency(b))
    if (least !== undefined) return { phase: one, interval: least }
  }
  return undefined
}

/** Sessions a week. */
function frequency({ sessions, weeks }: Interval): number {
  return sessions / weeks
}
