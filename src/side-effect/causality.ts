/** Whether the drug did it, by the method somebody used. The library scores nothing: it keeps and checks. @module */
import { badArgument } from '../kernel/codes.ts'
import { type Citation, recall } from '../kernel/evidence.ts'
import { putInOrder } from '../kernel/order.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import type { Truth } from '../kernel/truth.ts'
import { membersOf, truthOf } from './members.ts'
import type { CausalityAnswers } from './side-effect.schema.ts'

export type { CausalityAnswers } from './side-effect.schema.ts'

/** Categories of the WHO-UMC system. */
export type WhoUmcCategory = 'certain' | 'probable' | 'possible' | 'unlikely' | 'conditional' | 'unassessable'
/** Bands of the Naranjo scale. */
export type NaranjoBand = 'definite' | 'probable' | 'possible' | 'doubtful'

/** What a method came to, with what was answered. */
export interface Causality {
  readonly method: 'who-umc' | 'naranjo'
  /** Unknown where the scale has no total. */
  readonly category: WhoUmcCategory | NaranjoBand | 'unknown'
  readonly total?: number
  /** By the name or the number of the question, in their order. */
  readonly answers: readonly { readonly question: string; readonly answer: Truth }[]
  /** Questions of the method without an answer, as far as the method numbers them. */
  readonly unanswered: readonly string[]
  readonly sources: readonly Citation[]
}

const categories: readonly WhoUmcCategory[] = [
  'certain',
  'probable',
  'possible',
  'unlikely',
  'conditional',
  'unassessable',
]
const naranjoQuestions: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']

const whoUmc = /* @__PURE__ */ recall('ae-causality-whoumc', 'K')
const naranjo = /* @__PURE__ */ recall('ae-causality-naranjo', 'K')

/** Highest band first, each from its lowest total: Naranjo 1981, known and not seen. */
const bands: readonly (readonly [from: number, band: NaranjoBand])[] = [
  [9, 'definite'],
  [5, 'probable'],
  [1, 'possible'],
  [-4, 'doubtful'],
]
const highest = 13

/**
 * Keeps a judgement of causality with its answers, and names its band where the method has a total.
 *
 * WHO-UMC is a judgement: its category is stated by whoever judged. The Naranjo scale is scored elsewhere: its total is
 * stated, from -4 to 13, and only its band is read here. Both are known and were not seen (certainty `K`).
 *
 * @param judgement - the method, its category or total, and the answers to its questions
 * @returns frozen; `category` is `unknown` where the Naranjo scale has no total
 * @throws Refusal `bad-argument` where the method, the category or an answer is not one of its own, or the total is out
 *   of the range of the scale
 *
 * @example
 * ```ts
 * assessCausality({ method: 'naranjo', total: 5 }).category // => 'probable'
 * assessCausality({ method: 'who-umc', category: 'possible' }).category // => 'possible'
 * ```
 *
 * @see Naranjo et al. 1981, doi:10.1038/clpt.1981.154; the WHO-UMC system for causality assessment
 */
export function assessCausality(judgement: CausalityAnswers): Causality {
  return answered(() => {
    const given = membersOf(judgement, 'judgement')
    const method = given.get('method')
    const stated = given.get('answers')
    const answers = stated === undefined ? [] : answersIn(membersOf(stated, 'judgement.answers'))
    if (method === 'who-umc') {
      const category = categories.find((one) => one === given.get('category'))
      if (category === undefined) throw new Refusal(badArgument, 'judgement.category')
      return deepFreeze<Causality>({ method, category, answers, unanswered: [], sources: [whoUmc] })
    }
    if (method !== 'naranjo') throw new Refusal(badArgument, 'judgement.method')
    if (answers.some(({ question }) => !naranjoQuestions.includes(question))) {
      throw new Refusal(badArgument, 'judgement.answers')
    }
    const settled = answers.filter(({ answer }) => answer !== 'unknown').map(({ question }) => question)
    const total = given.get('total')
    return deepFreeze<Causality>({
      method,
      ...bandOf(total),
      answers,
      unanswered: naranjoQuestions.filter((question) => !settled.includes(question)),
      sources: [naranjo],
    })
  })
}

function bandOf(total: unknown): { category: NaranjoBand; total: number } | { category: 'unknown' } {
  if (total === undefined || total === null) return { category: 'unknown' }
  if (typeof total !== 'number' || !Number.isInteger(total) || total > highest) {
    throw new Refusal(badArgument, 'judgement.total')
  }
  const band = bands.find(([from]) => total >= from)
  if (band === undefined) throw new Refusal(badArgument, 'judgement.total')
  return { category: band[1], total: total === 0 ? 0 : total }
}

function answersIn(stated: ReadonlyMap<string, unknown>): Causality['answers'] {
  const answers = [...stated].map(([question, answer]) => ({
    question,
    answer: truthOf(answer, 'judgement.answers'),
  }))
  // Numbers by their size and names by their letters: 10 comes after 9.
  return putInOrder(answers, (a, b) =>
    a.question.length === b.question.length
      ? a.question < b.question
        ? -1
        : 1
      : a.question.length - b.question.length,
  )
}
