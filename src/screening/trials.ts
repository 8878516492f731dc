/** Trials of antidepressants, counted under a definition of resistance. @module */
import { canonical } from '../kernel/digest.ts'
import type { MinimumDose, ResistanceDefinition } from '../kernel/indication.ts'
import { byText } from '../kernel/order.ts'
import { type Quantity, valueIn } from '../kernel/quantity.ts'
import { and, type Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'
import { agentsIn } from './trial-agent.ts'
import { overlapsIn } from './trial-overlaps.ts'
import { type Stretch, stretchOf } from './trial-stretch.ts'

/** What a trial has to meet before it counts as a failure. */
export type TrialCriterion =
  | 'own-id'
  | 'stopped'
  | 'outcome'
  | 'episode'
  | 'agent'
  | 'different-agent'
  | 'route'
  | 'augmentation'
  | 'dose'
  | 'duration'
  | 'adherence'

/** One criterion of one trial: a no keeps the trial from counting. */
export interface TrialReason {
  readonly code: TrialCriterion
  /** Whether the trial meets it. */
  readonly truth: Truth
}

/**
 * What is to be known of a trial beside its criteria; it changes no count.
 *
 * `overlaps`: it ran together with a trial of another medicine that counts or may count. No source was found by which
 * two medicines that were given together are one failure, so each counts by itself.
 */
export interface TrialRemark {
  readonly code: 'overlaps'
}

/** A trial as it was counted. */
export interface CountedTrial {
  /** Its place in the list that was given, from 0. */
  readonly place: number
  readonly id?: string
  /** The medicine by its codes, as the table of doses names it; null where nobody can tell. */
  readonly agent: string | null
  /** Whether it counts as a failure under the definition. */
  readonly counted: Truth
  /** Every criterion of the definition, the deciding one first. */
  readonly reasons: readonly TrialReason[]
  readonly remarks: readonly TrialRemark[]
  /** How long it ran, in days; `most` is null where there is no end to it. */
  readonly days: { readonly least: number; readonly most: number | null }
}

/** Trials counted together. */
export interface TrialCount {
  readonly trials: readonly CountedTrial[]
  /** Failures there are at least, and at most among the trials that were given. */
  readonly least: number
  readonly most: number
  /** Whether the trials that were given are enough, whatever is unknown of them. */
  readonly enough: boolean
  /** How many failures are missing at least, whatever is unknown of them; 0 where none may be. */
  readonly short: number
}

/** A trial while it is counted. */
interface Held {
  readonly trial: AntidepressantTrial
  readonly row: MinimumDose | undefined
  readonly stretch: Stretch
  reasons: readonly TrialReason[]
  counted: Truth
}

/**
 * Counts trials.
 *
 * What is unknown of a trial leaves it open, and never makes the count surer than the whole record would.
 */
export function countTrials(
  trials: readonly AntidepressantTrial[],
  definition: ResistanceDefinition,
  doses: readonly MinimumDose[],
  moment: Moment,
): TrialCount {
  const agentOf = agentsIn(doses)
  const held = trials.map((trial) => holdTrial(trial, agentOf(trial), definition, moment))
  doubtSharedIds(held, definition)
  const open = held.filter(({ counted }) => counted !== 'no')
  const byAgent = new Map<unknown, Held[]>()
  for (const one of open) {
    // A trial of nobody knows which medicine may be one of another, also where its id is that of another trial.
    const key = (definition.differentAgents ? one.row : undefined) ?? one
    const group = byAgent.get(key)
    if (group === undefined) byAgent.set(key, [one])
    else group.push(one)
  }
  for (const group of byAgent.values()) shadow(group)
  const sure = held.filter(({ counted }) => counted === 'yes')
  const least = apart(sure)
  const most = byAgent.size
  const together = givenTogether(held)
  const { failures, differentClasses = 0 } = definition
  const classes = new Set(sure.map(({ row }) => row?.class)).size
  // Two medicines of the class of all others may be of two classes, and one nobody knows may be of any.
  const classesAtMost = new Set(
    open.map((one) => (one.row?.class === 'other' ? one.row : one.row?.class) ?? one),
  )
  return {
    trials: held.map((one, place) => shownTrial(one, place, together.has(one))),
    least,
    most,
    enough: least >= failures && classes >= differentClasses,
    short: Math.max(0, failures - most, differentClasses - classesAtMost.size),
  }
}

/** One id with two contents: one of the two is wrong, or the id is, and neither trial counts for sure. */
function doubtSharedIds(held: readonly Held[], definition: ResistanceDefinition): void {
  const byId = new Map<string, Held[]>()
  for (const one of held) {
    const { id } = one.trial
    if (id === undefined) continue
    const group = byId.get(id)
    if (group === undefined) byId.set(id, [one])
    else group.push(one)
  }
  for (const group of byId.values()) {
    if (group.length < 2 || new Set(group.map((one) => contentOf(one, definition))).size < 2) continue
    for (const one of group) {
      one.reasons = inOrder([{ code: 'own-id', truth: 'unknown' }, ...one.reasons])
      one.counted = and([one.counted, 'unknown'])
    }
  }
}

// Only what the definition asks: whatever else is left out of an entry must not take a doubt away.
function contentOf({ trial, row }: Held, definition: ResistanceDefinition): string {
  const { start, end, highestDosePerDay, adherence, outcome, reasonStopped } = trial
  const episode = definition.episode === 'current' ? trial.episode : undefined
  const agent = row?.id
  return canonical({ agent, start, end, highestDosePerDay, adherence, outcome, reasonStopped, episode })
}

/** Trials that count or may count, and surely ran together with one of another medicine that does. */
function givenTogether(held: readonly Held[]): ReadonlySet<Held> {
  const asked = held.filter(({ row, counted }) => row !== undefined && counted !== 'no')
  const overlaps = overlapsIn(asked.map(({ row, stretch }) => ({ agent: row, stretch })))
  return new Set(asked.filter((_, at) => overlaps[at]))
}

function shownTrial(one: Held, place: number, isTogether: boolean): CountedTrial {
  const { trial, row, counted, reasons, stretch } = one
  const { least, most } = stretch
  return {
    place,
    ...(trial.id === undefined ? {} : { id: trial.id }),
    agent: row?.id ?? null,
    counted,
    reasons,
    remarks: isTogether ? [{ code: 'overlaps' }] : [],
    days: { least, most: Number.isFinite(most) ? most : null },
  }
}

/** Of several trials of one medicine the best counts; where it surely does the others do not, else nobody can tell. */
function shadow(group: readonly Held[]): void {
  if (group.length < 2) return
  const truth = group.some(({ counted }) => counted === 'yes') ? 'no' : 'unknown'
  const best = firstByText(group.filter(({ counted }) => truth === 'unknown' || counted === 'yes'))
  for (const one of group) {
    if (one === best) continue
    one.reasons = inOrder([...one.reasons, { code: 'different-agent', truth }])
    one.counted = truth
  }
}

// Of several that are equally good one is shown by a fixed order, whatever the order of the list.
function firstByText(all: readonly Held[]): Held | undefined {
  let first = all[0]
  if (first === undefined || all.length < 2) return first
  let text = canonical(first.trial)
  for (const one of all) {
    const other = canonical(one.trial)
    if (byText(other, text) >= 0) continue
    first = one
    text = other
  }
  return first
}

/** How many trials are surely not one and the same: of one medicine, only those that lie apart in time. */
function apart(sure: readonly Held[]): number {
  const ends = new Map<MinimumDose | undefined, number>()
  let count = 0
  for (const { row, stretch } of sure.toSorted((a, b) => a.stretch.last - b.stretch.last)) {
    const { first, last } = stretch
    if (first <= (ends.get(row) ?? Number.NEGATIVE_INFINITY)) continue
    ends.set(row, last)
    count += 1
  }
  return count
}

function holdTrial(
  trial: AntidepressantTrial,
  row: MinimumDose | undefined,
  definition: ResistanceDefinition,
  moment: Moment,
): Held {
  const stretch = stretchOf(trial, moment)
  const { episode, failed, duration, oralOnly, augmentation } = definition
  const needed = duration.value * (duration.unit === 'wk' ? 7 : 1)
  const reasons: TrialReason[] = []
  const add = (code: TrialCriterion, truth: Truth): unknown => reasons.push({ code, truth })
  const { outcome, reasonStopped, adherence } = trial
  // Whoever stopped for what it did to them says nothing of what it might have done for them.
  add('stopped', known(reasonStopped, reasonStopped !== 'intolerance'))
  add(
    'outcome',
    known(
      outcome,
      failed.some((one) => one === outcome),
    ),
  )
  if (episode === 'current') add('episode', known(trial.episode, trial.episode === 'current'))
  const agent = row?.id ?? 'unknown'
  add('agent', known(agent, true))
  const form = row?.formNotTold === true ? 'unknown' : agent
  if (oralOnly) add('route', known(form, row?.notOral !== true))
  if (!augmentation) add('augmentation', known(agent, row?.augmentation !== true))
  add('dose', doseReaches(trial.highestDosePerDay, row, definition.doses))
  add('duration', between(stretch.least, stretch.most, needed, needed))
  add('adherence', known(adherence, adherence === 'adequate'))
  return {
    trial,
    row,
    stretch,
    reasons: inOrder(reasons),
    counted: and(reasons.map(({ truth }) => truth)),
  }
}

const ranks = { no: 0, unknown: 1, yes: 2 } as const

/** A no decides before what is unknown, and that before a yes; criteria of one answer stay in their order. */
function inOrder(reasons: readonly TrialReason[]): readonly TrialReason[] {
  return reasons.toSorted((a, b) => ranks[a.truth] - ranks[b.truth])
}

/** Whether it is so, where the word says anything. */
function known(word: string, isSo: boolean): Truth {
  if (word === 'unknown') return 'unknown'
  return isSo ? 'yes' : 'no'
}

/** Whether a value between two bounds reaches a limit that lies between two bounds. */
function between(least: number, most: number, limit: number, limitAtMost: number): Truth {
  if (least >= limitAtMost) return 'yes'
  return most < limit ? 'no' : 'unknown'
}

function doseReaches(
  given: Quantity | undefined,
  row: MinimumDose | undefined,
  column: ResistanceDefinition['doses'],
): Truth {
  const value = given && (valueIn(given, 'mg') ?? valueIn(given, 'mg/d'))
  const lowest = row?.lowest.value
  const [least, most] = column === 'label' ? [lowest, lowest] : [row?.strict?.least, row?.strict?.most]
  if (row?.formNotTold === true) return 'unknown'
  if (value === undefined || least === undefined || most === undefined) return 'unknown'
  return between(value, value, least, most)
}
