/** Whether an event is serious in the sense of a regulator. How bad it was is another question. @module */
import { badArgument } from '../kernel/codes.ts'
import { type Citation, cite } from '../kernel/evidence.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import { or, type Truth } from '../kernel/truth.ts'
import { membersOf, truthOf } from './members.ts'
import type { SeriousnessAnswers } from './side-effect.schema.ts'

export type { SeriousnessAnswers } from './side-effect.schema.ts'

/** One of the tests of seriousness. */
export type SeriousnessCriterion = keyof SeriousnessAnswers

/** What the tests come to. */
export interface Seriousness {
  readonly serious: Truth
  /** Every test that counts here, with its answer. */
  readonly criteria: readonly { readonly criterion: SeriousnessCriterion; readonly truth: Truth }[]
  /** The tests without an answer, and what to ask. */
  readonly missing: readonly { readonly criterion: SeriousnessCriterion; readonly ask: string }[]
  readonly sources: readonly Citation[]
}

/** Whose definition counts. */
export interface SeriousnessOptions {
  /** `fda` asks one test more; left out, it is not asked. */
  readonly regulator?: 'fda' | 'other' | undefined
}

const questions: Readonly<Record<SeriousnessCriterion, string>> = {
  death: 'Did the person die of the event?',
  lifeThreatening: 'Was the life of the person at risk when it happened?',
  hospitalisation:
    'Was the person admitted to hospital, or a stay there prolonged? A visit to an emergency department alone is no admission.',
  disability: 'Did it leave a disability or permanent damage?',
  congenitalAnomaly: 'Was there a congenital anomaly?',
  interventionNeeded: 'Was an intervention needed to prevent permanent harm?',
  otherImportant: 'Was it medically important in another way?',
}

const isCriterion = (name: string): name is SeriousnessCriterion => Object.hasOwn(questions, name)

const sources: readonly Citation[] = [
  /* @__PURE__ */ cite('ae-serious-criteria', 'FDASAE'),
  /* @__PURE__ */ cite('ae-serious-er-visit', 'FDASAE'),
]

/**
 * Whether an event is serious: any test answered yes makes it so, and only all of them answered no make it not so.
 *
 * Severity is not asked: a mild event can be serious and a severe one not.
 *
 * @param answers - yes, no or unknown to each test; what is left out is unknown
 * @param options - `regulator: 'fda'` also counts an intervention needed to prevent permanent harm
 * @returns frozen: the answer, the tests behind it, and what is still to be asked
 * @throws Refusal `bad-argument` where an answer is none of the three words, or a test is not known here
 *
 * @example
 * ```ts
 * assessSeriousness({ hospitalisation: 'yes' }).serious // => 'yes'
 * assessSeriousness({ hospitalisation: 'no' }).serious // => 'unknown'
 * ```
 *
 * @see FDA, What is a serious adverse event; ICH E2A
 */
export function assessSeriousness(
  answers: SeriousnessAnswers,
  options: SeriousnessOptions = {},
): Seriousness {
  return answered(() => {
    const given = membersOf(answers, 'answers')
    for (const name of given.keys()) {
      // A test under a name nobody reads would be a yes that is lost.
      if (!isCriterion(name)) throw new Refusal(badArgument, 'answers')
    }
    const regulator = membersOf(options, 'options').get('regulator')
    if (regulator !== undefined && regulator !== 'fda' && regulator !== 'other') {
      throw new Refusal(badArgument, 'options.regulator')
    }
    const criteria = Object.keys(questions)
      .filter(isCriterion)
      .map((criterion) => ({ criterion, truth: truthOf(given.get(criterion), `answers.${criterion}`) }))
      .filter(({ criterion }) => criterion !== 'interventionNeeded' || regulator === 'fda')
    return deepFreeze<Seriousness>({
      serious: or(criteria.map(({ truth }) => truth)),
      criteria,
      missing: criteria.flatMap(({ criterion, truth }) =>
        truth === 'unknown' ? [{ criterion, ask: questions[criterion] }] : [],
      ),
      sources,
    })
  })
}
