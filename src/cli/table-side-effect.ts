/** Side effects on the command line. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { assessCausality } from '../side-effect/causality.ts'
import { type ExpectednessQuestion, expectedness } from '../side-effect/expectedness.ts'
import { assessSeriousness, type SeriousnessOptions } from '../side-effect/seriousness.ts'
import type { CausalityAnswers, SeriousnessAnswers } from '../side-effect/side-effect.schema.ts'
import { type Callable, member } from './callable.ts'

/** By `room verb`. */
export const ofSideEffects: Readonly<Record<string, Callable>> = {
  'side-effect seriousness': {
    takes: 'the answers to the tests of seriousness, or an object with answers and options',
    call: (argument) => {
      const answers = member(argument, 'answers') ?? argument
      const options = member(argument, 'options') ?? {}
      if (!isAnswers(answers)) throw new Refusal(badArgument, 'answers')
      if (!isOptions(options)) throw new Refusal(badArgument, 'options')
      return assessSeriousness(answers, options)
    },
  },
  'side-effect causality': {
    takes: 'an object with method, its category or total, and where there are any answers',
    call: (argument) => {
      if (!isJudgement(argument)) throw new Refusal(badArgument, 'judgement')
      return assessCausality(argument)
    },
  },
  'side-effect expectedness': {
    takes: 'an object with effect, product, jurisdiction and where it is known on',
    call: (argument, { context }) => {
      if (!isQuestion(argument)) throw new Refusal(badArgument, 'question')
      return expectedness(argument, context.content)
    },
  },
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isAnswers(value: unknown): value is SeriousnessAnswers {
  return isObject(value) && !Array.isArray(value)
}

function isOptions(value: unknown): value is SeriousnessOptions {
  return isObject(value) && !Array.isArray(value)
}

function isJudgement(value: unknown): value is CausalityAnswers {
  return typeof member(value, 'method') === 'string'
}

function isQuestion(value: unknown): value is ExpectednessQuestion {
  return typeof member(value, 'effect') === 'string'
}
