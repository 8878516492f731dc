/** Who the treatment is for, on the command line. @module */
import { isObject } from '../judgement/context.ts'
import type { StatedFact } from '../judgement/stated.ts'
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { assessIndication } from '../screening/assess-indication.ts'
import {
  assessTreatmentResistance,
  type ResistanceQuestion,
} from '../screening/assess-treatment-resistance.ts'
import { baselineWorkup } from '../screening/baseline-workup.ts'
import { type Callable, member, overridesIn, patientIn, planIn } from './callable.ts'
import type { Bench } from './context.ts'
import { indicationLines, resistanceLines, workupLines } from './indication-lines.ts'

const ofPerson = 'an object with patient; where wanted plan, stated, overrides'

/** By `room verb`. */
export const ofIndications: Readonly<Record<string, Callable>> = {
  'trd assess': {
    takes:
      'a list of trials, or an object with trials or patient; where wanted definition, complete, episode',
    call: (argument, bench) => assessTreatmentResistance(trialsIn(argument, bench), bench.context),
    lines: (value, { context }, paper) => resistanceLines(value, context, paper),
  },
  'indication assess': {
    takes: `${ofPerson}; the plan names an indication, or --indication does`,
    call: (argument, bench) => assessIndication(personIn(argument, bench), bench.context),
    lines: (value, { context }, paper) => indicationLines(value, context, paper),
  },
  'workup baseline': {
    takes: ofPerson,
    call: (argument, bench) => baselineWorkup(personIn(argument, bench), bench.context),
    lines: (value, { context }, paper) => workupLines(value, context, paper),
  },
}

/** A record alone is one too. */
function personIn(argument: unknown, { plan }: Bench) {
  const held = member(argument, 'patient') === undefined ? { patient: argument } : argument
  return {
    patient: patientIn(held),
    plan: planIn(held) ?? plan,
    ...statedIn(held),
    ...overridesIn(held),
  }
}

/** Answers kept outside the record, where the argument has any. */
export function statedIn(argument: unknown): { readonly stated?: readonly StatedFact[] } {
  const stated = member(argument, 'stated')
  if (stated === undefined) return {}
  if (!isStated(stated)) throw new Refusal(badArgument, 'stated')
  return { stated }
}

/** A bare list is one of trials; a record brings its own; the definition is that of the policy where none is named. */
function trialsIn(argument: unknown, { context }: Bench): ResistanceQuestion {
  const held = Array.isArray(argument) ? { trials: argument } : argument
  const own = member(held, 'patient') === undefined ? undefined : patientIn(held).antidepressantTrials
  const question = {
    definition: context.policy.choices['resistance-definition'],
    ...(own === undefined ? {} : { trials: own }),
    ...(isObject(held) ? held : {}),
  }
  if (!isQuestion(question)) throw new Refusal(badArgument, 'trials')
  return question
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isStated(value: unknown): value is readonly StatedFact[] {
  return Array.isArray(value) && value.every(isObject)
}

function isQuestion(value: unknown): value is ResistanceQuestion {
  return Array.isArray(member(value, 'trials')) && member(value, 'definition') !== undefined
}
