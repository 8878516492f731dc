/** What is odd in a list of trials of antidepressants that is counted all the same. @module */
import { type CodeRow, endBeforeStart, notStoppedButEnded, sameIdOtherContent } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { canonical } from '../kernel/digest.ts'
import type { Moment } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'
import { stretchOf } from './trial-stretch.ts'

const ofDates = { 'end-before-start': endBeforeStart, 'not-stopped-but-ended': notStoppedButEnded } as const

/** The oddities of a list of trials, each once by code and path; never a value. */
export function issuesOfTrials(trials: readonly AntidepressantTrial[], moment: Moment): readonly Issue[] {
  const found = new Map<string, Issue>()
  const add = ({ code, severity }: CodeRow, path: string) =>
    found.set(`${code} ${path}`, { code, path, severity })
  const contents = new Map<string, string>()
  trials.forEach((trial, place) => {
    const { id } = trial
    const path = id === undefined ? `trials[${place}]` : `trials[id=${id}]`
    for (const oddity of stretchOf(trial, moment).oddities) add(ofDates[oddity], path)
    if (id === undefined) return
    const content = canonical(trial)
    const known = contents.get(id)
    if (known === undefined) contents.set(id, content)
    else if (known !== content) add(sameIdOtherContent, path)
  })
  return [...found.values()]
}
