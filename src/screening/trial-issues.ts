/** What is odd in a list of trials of antidepressants that is counted all the same. @module */
import { type CodeRow, endBeforeStart, notStoppedButEnded, sameIdOtherContent } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { Moment } from '../patient/moment.ts'
import type { AntidepressantTrial, Patient } from '../patient/patient.schema.ts'
import { stretchOf } from './trial-stretch.ts'

const ofDates = { 'end-before-start': endBeforeStart, 'not-stopped-but-ended': notStoppedButEnded } as const

/** The oddities of a list of trials, each once by code and path; never a value. */
export function issuesOfTrials(trials: readonly AntidepressantTrial[], moment: Moment): readonly Issue[] {
  return found(trials, moment, ({ id }, place) =>
    id === undefined ? `trials[${place}]` : `trials[id=${id}]`,
  )
}

/** The same for the trials of a record, of which the order says nothing: an entry is named by its id or its source. */
export function issuesOfRecordedTrials(
  { antidepressantTrials: trials = [] }: Patient,
  moment: Moment,
): readonly Issue[] {
  const list = 'antidepressantTrials'
  return found(trials, moment, ({ id, from }) => {
    if (id !== undefined) return `${list}[id=${id}]`
    return from === undefined ? list : `${list}[from=${from}]`
  })
}

function found(
  trials: readonly AntidepressantTrial[],
  moment: Moment,
  pathOf: (trial: AntidepressantTrial, place: number) => string,
): readonly Issue[] {
  const issues = new Map<string, Issue>()
  const contents = new Map<string, string>()
  trials.forEach((trial, place) => {
    const path = pathOf(trial, place)
    const add = ({ code, severity }: CodeRow) => issues.set(`${code} ${path}`, { code, path, severity })
    for (const oddity of stretchOf(trial, moment).oddities) add(ofDates[oddity])
    if (trial.id === undefined) return
    const content = canonical(trial)
    const known = contents.get(trial.id)
    if (known === undefined) contents.set(trial.id, content)
    else if (known !== content) add(sameIdOtherContent)
  })
  return [...issues.values()]
}
