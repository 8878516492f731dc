/** A definition of outcome as it was handed in, looked at field by field, and its cut-offs in words. @module */
import { badArgument, definitionOfAnother } from '../kernel/codes.ts'
import type { Instrument, OutcomeDefinition, Side } from '../kernel/instrument.ts'
import { plainNumber } from '../kernel/quantity.ts'
import { Fault, isCount, isObject } from './series-argument.ts'

/** Which way a scale gets worse; a scale that has no such way knows no outcome. */
export type Worse = 'higher' | 'lower'

/** The direction of an instrument, and a definition that goes with it; a fault is thrown. */
export function checkedDefinition(instrument: Instrument, definition: OutcomeDefinition): Worse {
  const { worse } = instrument
  if (worse === 'neither') throw new Fault(badArgument, 'instrument.worse')
  if (!isObject(definition)) throw new Fault(badArgument, 'definition')
  const { id, label, response, partialResponse, remission, relapse } = definition
  if (typeof id !== 'string') throw new Fault(badArgument, 'definition.id')
  if (typeof label !== 'string') throw new Fault(badArgument, 'definition.label')
  if (definition.instrument !== instrument.id) throw new Fault(definitionOfAnother, 'definition.instrument')
  demand(isObject(response) && isAboveNought(response.percent), 'response.percent')
  const partial = part(partialResponse, 'partialResponse')
  if (partial !== undefined) {
    demand(isAboveNought(partial.percent) && partial.percent < response.percent, 'partialResponse.percent')
  }
  const better: Side = worse === 'higher' ? 'at-most' : 'at-least'
  const remitted = part(remission, 'remission')
  if (remitted !== undefined) {
    // A cut-off from the wrong side would call the worst scores a remission.
    demand(remitted.is === better, 'remission.is')
    demand(Number.isFinite(remitted.value), 'remission.value')
  }
  checkCourse(definition)
  const relapsed = part(relapse, 'relapse')
  if (relapsed !== undefined) {
    demand(relapsed.is !== better && sides.includes(relapsed.is), 'relapse.is')
    demand(Number.isFinite(relapsed.value), 'relapse.value')
    demand(isCount(relapsed.visits, 1) && relapsed.visits <= 100, 'relapse.visits')
    demand(isObject(relapsed.apartDays), 'relapse.apartDays')
    const { least, most } = relapsed.apartDays
    demand(isCount(least, 0), 'relapse.apartDays.least')
    demand(isCount(most, least), 'relapse.apartDays.most')
    demand(typeof relapsed.events === 'boolean', 'relapse.events')
  }
  return worse
}

const sides: readonly Side[] = ['at-least', 'at-most']

function checkCourse(definition: OutcomeDefinition): void {
  const early = part(definition.earlyImprovement, 'earlyImprovement')
  if (early !== undefined) {
    demand(isAboveNought(early.percent), 'earlyImprovement.percent')
    demand(isCount(early.withinDays, 0), 'earlyImprovement.withinDays')
  }
  const rapid = part(definition.rapidResponse, 'rapidResponse')
  if (rapid !== undefined) {
    demand(isAboveNought(rapid.percent), 'rapidResponse.percent')
    demand(isAboveNought(rapid.withinHours), 'rapidResponse.withinHours')
  }
  const sustained = part(definition.sustainedResponse, 'sustainedResponse')
  if (sustained !== undefined) {
    demand(isCount(sustained.byDay, 0), 'sustainedResponse.byDay')
    demand(isCount(sustained.toDay, sustained.byDay), 'sustainedResponse.toDay')
    demand(isCount(sustained.excursions, 0), 'sustainedResponse.excursions')
  }
  const consistent = part(definition.consistentRemission, 'consistentRemission')
  if (consistent !== undefined) {
    demand(isCount(consistent.visits, 1) && consistent.visits <= 100, 'consistentRemission.visits')
  }
  const recovery = part(definition.recovery, 'recovery')
  if (recovery !== undefined) demand(isCount(recovery.months, 1), 'recovery.months')
  const judgeFrom = part(definition.judgeFrom, 'judgeFrom')
  if (judgeFrom !== undefined) demand(isCount(judgeFrom.days, 0), 'judgeFrom.days')
}

/** A criterion that may be left out, and if not has members. */
function part<T>(criterion: T | undefined, name: string): T | undefined {
  if (criterion !== undefined) demand(isObject(criterion), name)
  return criterion
}

function demand(holds: boolean, name: string): void {
  if (!holds) throw new Fault(badArgument, `definition.${name}`)
}

function isAboveNought(value: number): boolean {
  return Number.isFinite(value) && value > 0
}

/** The cut-off of each criterion in words of numbers; null where the definition has none. */
export type Cutoffs = Readonly<
  Record<
    | 'response'
    | 'partialResponse'
    | 'remission'
    | 'earlyImprovement'
    | 'rapidResponse'
    | 'sustainedResponse'
    | 'consistentRemission'
    | 'relapse'
    | 'recovery',
    string | null
  >
>

/** The cut-offs of a definition. */
export function cutoffsOf(definition: OutcomeDefinition, worse: Worse): Cutoffs {
  const { response, partialResponse, remission, relapse, recovery } = definition
  const { earlyImprovement, rapidResponse, sustainedResponse, consistentRemission } = definition
  const change = (percent: number) =>
    `${worse === 'higher' ? 'fall' : 'rise'} of at least ${plainNumber(percent)} %`
  const total = ({ is, value }: { readonly is: Side; readonly value: number }) =>
    `total ${is === 'at-least' ? 'at least' : 'at most'} ${plainNumber(value)}`
  const remitted = remission === undefined ? null : total(remission)
  return {
    response: `${change(response.percent)} of the baseline`,
    partialResponse:
      partialResponse === undefined
        ? null
        : `${change(partialResponse.percent)} and less than ${plainNumber(response.percent)} % of the baseline`,
    remission: remitted,
    earlyImprovement:
      earlyImprovement === undefined
        ? null
        : `${change(earlyImprovement.percent)} of the baseline within ${earlyImprovement.withinDays} d of the first dose`,
    rapidResponse:
      rapidResponse === undefined
        ? null
        : `${change(rapidResponse.percent)} of the baseline within ${plainNumber(rapidResponse.withinHours)} h of the first dose`,
    sustainedResponse:
      sustainedResponse === undefined
        ? null
        : `${change(response.percent)} of the baseline by day ${sustainedResponse.byDay}, kept to day ${sustainedResponse.toDay} with at most ${sustainedResponse.excursions} visits out of it`,
    consistentRemission:
      consistentRemission === undefined || remitted === null
        ? null
        : `${remitted} at ${consistentRemission.visits} visits in a row`,
    relapse:
      relapse === undefined
        ? null
        : `${total(relapse)} at ${relapse.visits} visits in a row, each ${relapse.apartDays.least} to ${relapse.apartDays.most} d after the one before${relapse.events ? ', or an event judged to be one' : ''}`,
    recovery:
      recovery === undefined || remitted === null
        ? null
        : `${remitted} for at least ${recovery.months} months`,
  }
}
