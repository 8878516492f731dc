/** Whether depression is resistant to treatment, by a named definition. @module */
import { isObject } from '../judgement/context.ts'
import { contentOf, decisionOf, judge, momentIn } from '../judgement/judge.ts'
import { indicationTables } from '../judgement/selection.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision, OverrideRecord } from '../kernel/decision.ts'
import type { ResistanceDefinition } from '../kernel/indication.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'
import { workedOut } from '../patient/question.ts'
import { definitionOf, listIsComplete, shortOf, withTrialsShort } from './indication-record.ts'
import { type Staging, stagesOf } from './staging.ts'
import { issuesOfTrials } from './trial-issues.ts'
import { type CountedTrial, countTrials } from './trials.ts'
import { checkedDefinition, checkedEpisode, checkedTrials, type Episode, truthIn } from './trials-argument.ts'

/** What resistance is asked of. */
export interface ResistanceQuestion {
  /** As the record of a patient holds them. */
  readonly trials: readonly AntidepressantTrial[]
  /** Id of a definition of the pack, or a definition. */
  readonly definition: string | ResistanceDefinition
  /** Whether a clinician said that no trial is left out of the list; left out, nobody knows. */
  readonly complete?: Truth
  /** What staging asks beside the trials. */
  readonly episode?: Episode
  readonly overrides?: readonly OverrideRecord[]
}

/** How resistant depression is shown to be. */
export interface Resistance {
  readonly resistant: Truth
  readonly definition: { readonly id: string; readonly label: string; readonly needed: number }
  /** Failures among the trials: at least, and at most. */
  readonly counted: { readonly least: number; readonly most: number }
  /** In the order given. */
  readonly trials: readonly CountedTrial[]
  readonly staging: Staging
}

/**
 * Counts trials of antidepressants under a definition of resistance.
 *
 * Each trial says why it counts or does not, the deciding reason first. A trial that was stopped because it was not
 * tolerated is no failure. Few trials in a list that nobody called complete are unknown, and no proof that there were few.
 *
 * @param question - the trials, the definition, whether the list is complete, and what staging asks beside them
 * @param context - the instant, the zone, the pack and the policy of the judgement
 * @returns a frozen decision; `value` holds the answer, each trial with its reasons, and the stages between two bounds
 * @throws Refusal `bad-argument`, `bad-date`, `unknown-unit`, `unknown-definition`, `content-incomplete`, `not-parsed`,
 *   `unknown-zone`, `policy-incomplete`, and what the door refuses
 * @see facts trd-two-trials, trd-min-duration-consensus, trd-adherence, trd-msm-items
 *
 * @example
 * ```ts
 * const found = assessTreatmentResistance({ trials: [], definition: 'consensus' }, now)
 * found.value.resistant // => 'unknown'
 * found.value.counted // => { least: 0, most: 0 }
 * ```
 */
export function assessTreatmentResistance(
  question: ResistanceQuestion,
  context: Context,
): Decision<Resistance> {
  return answered(() => {
    if (!isObject(question)) throw new Refusal(badArgument, 'question')
    const content = contentOf(context)
    const moment = momentIn(content, context)
    const { definitions, minimumDoses: doses } = indicationTables(content)
    const definition =
      typeof question.definition === 'string'
        ? definitionOf(question.definition, definitions, 'definition')
        : checkedDefinition(question.definition)
    const trials = checkedTrials(question.trials)
    const complete = truthIn(question.complete, 'complete')
    const episode = checkedEpisode(question.episode)
    const count = countTrials(trials, definition, doses, moment)
    const short = shortOf(count, complete === 'yes')
    const patient = withTrialsShort(
      {
        format: 'ketamine-treatment/patient/1',
        record: 'active',
        observations: [],
        statements: [
          { fact: listIsComplete, answer: complete, at: moment.asOf, by: 'clinician', method: workedOut },
        ],
      },
      short,
      moment,
    )
    // The definition is that of no product, and neither are the rows.
    const plan = { product: content.products[0]?.id ?? '' }
    const selection = judge({ patient, plan, part: 'resistance', asked: 'screening' }, content, context)
    const { id, label, failures } = definition
    return decisionOf(selection, patient, question.overrides, context, () => ({
      value: {
        resistant: short === undefined ? 'unknown' : short === 0 ? 'yes' : 'no',
        definition: { id, label, needed: failures },
        counted: { least: count.least, most: count.most },
        trials: count.trials,
        staging: stagesOf({ trials, definition, doses, complete, episode }, moment),
      },
      issues: issuesOfTrials(trials, moment),
    }))
  })
}
