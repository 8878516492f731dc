/** Every function of the core that can be called from the command line, by room and verb: JSON in, JSON out. @module */
import { patientFromFhir } from '../adapters/fhir/patient-from-fhir.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context } from '../kernel/content.ts'
import type { Finding } from '../kernel/decision.ts'
import { Refusal } from '../kernel/refusal.ts'
import { explainFinding } from '../screening/explain.ts'
import { checkContraindications, checkInteractions, type Screening, screen } from '../screening/screen.ts'
import { isStale } from '../screening/stale.ts'
import { whatWouldChange } from '../screening/what-would-change.ts'
import { type Callable, isDecision, member, overridesIn, patientIn, planIn } from './callable.ts'
import type { Bench } from './context.ts'
import { ofCourses } from './table-course.ts'
import { ofDoses } from './table-dosing.ts'
import { ofIndications, statedIn } from './table-indication.ts'
import { ofMeasures } from './table-measure.ts'
import { ofSessions } from './table-session.ts'
import { ofSideEffects } from './table-side-effect.ts'
import { ofTimelines } from './table-timeline.ts'

const screening = 'an object with patient, and where wanted plan, stated and overrides'

const ofScreening: Readonly<Record<string, Callable>> = {
  'screening screen': { takes: screening, call: judged(screen) },
  'screening contraindications': { takes: screening, call: judged(checkContraindications) },
  'screening interactions': { takes: screening, call: judged(checkInteractions) },
  'screening what-would-change': { takes: screening, call: judged(whatWouldChange) },
  'screening is-stale': {
    takes: `${screening}, and decision`,
    call: (argument, bench) => {
      const decision = member(argument, 'decision')
      if (!isDecision(decision)) throw new Refusal(badArgument, 'decision')
      return isStale({ ...screeningOf(argument, bench), decision }, bench.context)
    },
  },
  'screening explain': {
    takes: 'a finding of a decision',
    call: (argument) => {
      if (!isFinding(argument)) throw new Refusal(badArgument, 'finding')
      return explainFinding(argument)
    },
  },
}

/** By `room verb`. */
export const callables: Readonly<Record<string, Callable>> = {
  ...ofScreening,
  ...ofIndications,
  ...ofMeasures,
  ...ofDoses,
  ...ofSessions,
  ...ofSideEffects,
  ...ofCourses,
  ...ofTimelines,
  'fhir patient-from-fhir': {
    takes: 'a FHIR R4 bundle, or a list of resources',
    call: (argument) => {
      const read = patientFromFhir(argument)
      if (!read.ok) throw read.error
      return read.value
    },
  },
}

function judged(judge: (screening: Screening, context: Context) => unknown): Callable['call'] {
  return (argument, bench) => judge(screeningOf(argument, bench), bench.context)
}

/** The argument of a judgement: the record comes through the door, a plan left out is that of the command line. */
function screeningOf(argument: unknown, { plan }: Bench): Screening {
  return {
    patient: patientIn(argument),
    plan: planIn(argument) ?? plan,
    ...statedIn(argument),
    ...overridesIn(argument),
  }
}

function isFinding(value: unknown): value is Finding {
  return isObject(value) && isObject(member(value, 'rule')) && Array.isArray(member(value, 'inputs'))
}
