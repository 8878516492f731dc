/** What the other engines are given: the same conditions, in the words of flat facts. @module */

const shortNames = {
  'systolic-pressure': 'systolic',
  'diastolic-pressure': 'diastolic',
  'heart-rate': 'pulse',
  'oxygen-saturation': 'oxygen',
}

/** The flat fact a question is answered by, and how: a three-valued one, or a number against a limit. */
export function flatQuestion(leaf) {
  switch (leaf.kind) {
    case 'has':
      return { fact: `${leaf.fact}${leaf.when === 'ever' ? 'Ever' : 'Now'}` }
    case 'takes':
      return { fact: `${leaf.fact}${leaf.within === undefined ? 'Now' : 'Within'}` }
    case 'measured':
      return { fact: shortNames[leaf.fact], is: leaf.is, limit: leaf.limit.value }
    case 'age':
      return { least: 'ageLeast', most: 'ageMost', is: leaf.is, limit: leaf.limit.value }
    default:
      throw new Error(`no flat fact for ${leaf.kind}`)
  }
}

/**
 * A condition written for an engine with two values: one expression for "yes", one for "not no".
 *
 * @param words - how the engine says and, or, and each kind of question, `certain` and `possible`
 */
export function inTwoValues(condition, certain, words) {
  switch (condition.kind) {
    case 'all':
      return words.and(condition.of.map((part) => inTwoValues(part, certain, words)))
    case 'any':
      return words.or(condition.of.map((part) => inTwoValues(part, certain, words)))
    default: {
      const question = flatQuestion(condition)
      if (question.is === undefined) return words.three(question.fact, certain)
      if (question.least === undefined)
        return words.number(question.fact, question.is, question.limit, certain)
      // An age known only within a year: "at least" is certain of the youngest age it allows, possible of the oldest.
      const up = question.is === 'at-least' || question.is === 'above'
      return words.number(
        up === certain ? question.least : question.most,
        question.is,
        question.limit,
        certain,
      )
    }
  }
}
