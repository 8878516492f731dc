/** What is odd in a list of trials of antidepressants that is counted all the same. @module */
import { endBeforeStart, notStoppedButEnded } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import type { Moment } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'
import { type DateOddity, stretchOf } from './trial-stretch.ts'

const ofDates = { 'end-before-start': endBeforeStart, 'not-stopped-but-ended': notStoppedButEnded } as const

/** The oddities of a list of trials, by code and path; never a value. */
export function issuesOfTrials(trials: readonly AntidepressantTrial[], moment: Moment): readonly Issue[] {
  return trials.flatMap((trial, place) =>
    stretchOf(trial, moment).oddities.map((oddity: DateOddity): Issue => {
      const { code, severity } = ofDates[oddity]
      return { code, path: pathOf(trial, place), severity }
    }),
  )
}

function pathOf({ id }: AntidepressantTrial, place: number): string {
  return id === undefined ? `trials[${place}]` : `trials[id=${id}]`
}
