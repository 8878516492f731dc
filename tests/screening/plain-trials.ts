/**
 * Trials of antidepressants counted the slow way, from the written meaning of each field.
 *
 * The second implementation of `src/screening/trials.ts`: what is unknown of a trial is filled in both ways, and the two
 * sums are the bounds. @module
 */
import type { Content, Policy } from '../../src/kernel/content.ts'
import type { MinimumDose, ResistanceDefinition } from '../../src/kernel/indication.ts'
import { valueIn } from '../../src/kernel/quantity.ts'
import { addDays, civilDayAt, instantMs, whenRangeMs } from '../../src/kernel/time.ts'
import type { AntidepressantTrial, Patient } from '../../src/patient/patient.schema.ts'

/** When and where trials are counted. */
export interface CountedAt {
  readonly asOf: string
  readonly zone: string
}

/** How many failures are short of the definition: a number, at least a number, or nobody knows. */
export type Short = { readonly is: 'exactly' | 'at-least'; readonly value: number } | undefined

/** The failures of a list of trials, if everything unknown turned out badly, and if it turned out well. */
export function plainBounds(
  trials: readonly AntidepressantTrial[],
  definition: ResistanceDefinition,
  doses: readonly MinimumDose[],
  at: CountedAt,
): {
  readonly fewest: number
  readonly most: number
  readonly fewestClasses: number
  readonly mostClasses: number
} {
  const surely = trials.filter(
    (trial) =>
      meets(trial, definition, doses, at, 'pessimist') &&
      trials.every((other) => isOneOrAnother(trial, other, definition, doses)),
  )
  const possibly = trials.filter((trial) => meets(trial, definition, doses, at, 'optimist'))
  const names = (some: readonly AntidepressantTrial[]): readonly string[] =>
    some.map((trial) => agentOf(trial, doses)?.id ?? '?')
  const unnamed = possibly.filter((trial) => agentOf(trial, doses) === undefined)
  const strangers = unnamed.length
  const known = (some: readonly string[]) => new Set(some.filter((name) => name !== '?'))
  const classes = (some: ReadonlySet<string>, other: (name: string) => string) =>
    new Set(
      [...some].map((name) => {
        const of = doses.find(({ id }) => id === name)?.class ?? ''
        return of === 'other' ? other(name) : of
      }),
    ).size
  return {
    fewest: known(names(surely)).size,
    most: known(names(possibly)).size + strangers,
    fewestClasses: classes(known(names(surely)), () => 'other'),
    mostClasses: classes(known(names(possibly)), (name) => name) + strangers,
  }
}

/** Whether two entries do not contradict one another: they have ids of their own, or say the same. */
function isOneOrAnother(
  a: AntidepressantTrial,
  b: AntidepressantTrial,
  { episode }: ResistanceDefinition,
  doses: readonly MinimumDose[],
): boolean {
  if (a === b || a.id === undefined || a.id !== b.id) return true
  const fields = ['start', 'end', 'adherence', 'outcome', 'reasonStopped'] as const
  const [one, other] = [a.highestDosePerDay, b.highestDosePerDay]
  return (
    fields.every((field) => a[field] === b[field]) &&
    (episode === 'any' || a.episode === b.episode) &&
    agentOf(a, doses) === agentOf(b, doses) &&
    one?.value === other?.value &&
    one?.unit === other?.unit
  )
}

type Mood = 'optimist' | 'pessimist'

function meets(
  trial: AntidepressantTrial,
  definition: ResistanceDefinition,
  doses: readonly MinimumDose[],
  at: CountedAt,
  mood: Mood,
): boolean {
  const guess = mood === 'optimist'
  const known = (field: string, isIt: boolean) => (field === 'unknown' ? guess : isIt)
  const agent = agentOf(trial, doses)
  return (
    known(trial.reasonStopped, trial.reasonStopped !== 'intolerance') &&
    known(
      trial.outcome,
      definition.failed.some((one) => one === trial.outcome),
    ) &&
    (definition.episode === 'any' || known(trial.episode, trial.episode === 'current')) &&
    known(trial.adherence, trial.adherence === 'adequate') &&
    (agent === undefined
      ? guess
      : isOfKind(agent, definition, guess) && isEnough(trial, agent, definition, guess)) &&
    isLong(trial, definition, at, mood)
  )
}

/** The one row that every code of ATC and RxNorm names, itself or as the class it belongs to. */
function agentOf({ codes }: AntidepressantTrial, doses: readonly MinimumDose[]): MinimumDose | undefined {
  const atc = ['atc', 'http://www.whocc.no/atc']
  const rxnorm = ['rxnorm', 'http://www.nlm.nih.gov/research/umls/rxnorm']
  const naming = (codes ?? []).filter(({ system }) => [...atc, ...rxnorm].includes(system))
  const isNamed = (row: MinimumDose, isWhole: boolean) => {
    const own = { atc: row.atc.split(' '), rxnorm: (row.rxnorm ?? '').split(' ') }
    return ({ system, code }: { system: string; code: string }) => {
      if (!atc.includes(system)) return own.rxnorm.includes(code)
      return own.atc.some((one) => one === code || (!isWhole && code !== '' && one.indexOf(code) === 0))
    }
  }
  return doses.find((row) => naming.some(isNamed(row, true)) && naming.every(isNamed(row, false)))
}

function isOfKind(agent: MinimumDose, definition: ResistanceDefinition, guess: boolean): boolean {
  if (definition.oralOnly && (agent.formNotTold ? !guess : agent.notOral)) return false
  return definition.augmentation || !agent.augmentation
}

function isEnough(
  { highestDosePerDay }: AntidepressantTrial,
  agent: MinimumDose,
  { doses }: ResistanceDefinition,
  guess: boolean,
): boolean {
  const limits =
    doses === 'label'
      ? [agent.lowest.value]
      : agent.strict === undefined
        ? []
        : [agent.strict.least, agent.strict.most]
  if (highestDosePerDay === undefined || agent.formNotTold) return guess
  const given = valueIn(highestDosePerDay, 'mg') ?? valueIn(highestDosePerDay, 'mg/d')
  if (given === undefined || limits.length === 0) return guess
  const limit = guess ? Math.min(...limits) : Math.max(...limits)
  return given >= limit
}

/** Days between the first and the last day, counted one by one from the calendar. */
function isLong(
  trial: AntidepressantTrial,
  { duration }: ResistanceDefinition,
  at: CountedAt,
  mood: Mood,
): boolean {
  const needed = duration.unit === 'wk' ? 7 * duration.value : duration.value
  const now = instantMs(at.asOf)
  const today = civilDayAt(now, at.zone)
  const days = (when: string | undefined) => {
    const range = when === undefined ? undefined : whenRangeMs(when, at.zone)
    if (range === undefined || range.from > now + 300_000) return undefined
    const first = civilDayAt(range.from, at.zone)
    const last = civilDayAt(range.to, at.zone)
    return { first: first > today ? today : first, last: last > today ? today : last }
  }
  const began = days(trial.start)
  if (began === undefined) return mood === 'optimist'
  const written = days(trial.end)
  const runs = trial.reasonStopped === 'not-stopped'
  // An end before every day it can have begun is no end at all; neither is it known then that it runs.
  const isAbsurd = written !== undefined && written.last < began.first
  if (mood === 'pessimist') {
    const surelyUntil = isAbsurd ? undefined : (written?.first ?? (runs ? today : undefined))
    return surelyUntil !== undefined && addDays(began.last, needed) <= surelyUntil
  }
  // It may run still, or an end that may lie before the start may be wrong: then only today bounds it.
  const isOver = !runs && trial.reasonStopped !== 'unknown' && !isAbsurd
  const until = isOver && written !== undefined && began.last <= written.first ? written.last : today
  return addDays(began.first, needed) <= until
}

/** The definition that a label of the pack has for a product on a day, or the one the policy names. */
export function plainDefinition(
  product: string,
  content: Content,
  policy: Policy,
  today: string,
): ResistanceDefinition {
  const all = content.indication?.definitions ?? []
  const own = all.filter(
    ({ labelOf: of }) =>
      of?.products.includes(product) === true &&
      of.jurisdictions.some((one) => content.jurisdictions.includes(one)) &&
      of.effective.from <= today &&
      today <= (of.effective.to ?? '9999-12-31'),
  )
  const found = own[0] ?? all.find(({ id }) => id === policy.choices['resistance-definition'])
  if (found === undefined) throw new Error('no definition of resistance')
  return found
}

/** How many failures are short. */
export function plainShort(
  patient: Patient,
  definition: ResistanceDefinition,
  doses: readonly MinimumDose[],
  isComplete: boolean,
  at: CountedAt,
): Short {
  const { fewest, most, fewestClasses, mostClasses } = plainBounds(
    patient.antidepressantTrials ?? [],
    definition,
    doses,
    at,
  )
  const classes = definition.differentClasses ?? 0
  if (fewest >= definition.failures && fewestClasses >= classes) return { is: 'exactly', value: 0 }
  const short = Math.max(definition.failures - most, classes - mostClasses)
  return isComplete && patient.antidepressantTrials !== undefined && short > 0
    ? { is: 'at-least', value: short }
    : undefined
}
