/** The first law, as worded in the house: what less information may do to an answer. @module */
import type { Verdict } from '../../src/kernel/rule.ts'
import { screen } from '../../src/screening/screen.ts'
import type { World } from './arbitrary.ts'
import { contextOf, engineAnswers, engineTruths, everyQuestion, screeningOf } from './plain-screen.ts'

const verdictIn = (world: World): Verdict => screen(screeningOf(world), contextOf(world)).verdict

/**
 * What the first law forbids between a record and the same record with facts made unknown.
 *
 * Every rule (and every single question) that is yes or no with less is the same with more; `no-finding` with less is
 * `no-finding` with more; `caution` with less is `caution` or `no-finding` with more.
 */
export function brokenBy(less: World, more: World): readonly string[] {
  const broken: string[] = []
  if (less.draft.record === more.draft.record) {
    const known = engineTruths(more)
    for (const [rule, truth] of engineTruths(less)) {
      const before = known.get(rule)
      if (truth !== 'unknown' && truth !== before)
        broken.push(`${rule}: ${truth} with less, ${before} with more`)
    }
    const answers = engineAnswers(more)
    engineAnswers(less).forEach((truth, at) => {
      if (truth === 'unknown' || truth === answers[at]) return
      broken.push(`${JSON.stringify(everyQuestion(less)[at])}: ${truth} with less, ${answers[at]} with more`)
    })
  }
  const [after, before] = [verdictIn(less), verdictIn(more)]
  const allowed: Readonly<Partial<Record<Verdict, readonly Verdict[]>>> = {
    'no-finding': ['no-finding'],
    caution: ['caution', 'no-finding'],
  }
  if (allowed[after]?.includes(before) === false) broken.push(`${after} with less, ${before} with more`)
  return broken
}
