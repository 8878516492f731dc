/** Every function of the core that can be called from the command line, by room and verb: JSON in, JSON out. @module */
import { patientFromFhir } from '../adapters/fhir/patient-from-fhir.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Context, Plan } from '../kernel/content.ts'
import type { Decision, Finding, OverrideRecord } from '../kernel/decision.ts'
import { parse } from '../kernel/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Patient } from '../patient/patient.schema.ts'
import { explainFinding } from '../screening/explain.ts'
import { checkContraindications, checkInteractions, type Screening, screen } from '../screening/screen.ts'
import { isStale } from '../screening/stale.ts'
import { whatWouldChange } from '../screening/what-would-change.ts'

/** One function: what it takes, in words, and how it is called. */
export interface Callable {
  readonly takes: string
  /** Throws a `Refusal` where the argument cannot be used. */
  call(argument: unknown, context: Context, plan: Plan): unknown
}

const screening = 'an object with patient, and where wanted plan and overrides'

/** By `room verb`. */
export const callables: Readonly<Record<string, Callable>> = {
  'screening screen': { takes: screening, call: judged(screen) },
  'screening contraindications': { takes: screening, call: judged(checkContraindications) },
  'screening interactions': { takes: screening, call: judged(checkInteractions) },
  'screening what-would-change': { takes: screening, call: judged(whatWouldChange) },
  'screening is-stale': {
    takes: `${screening}, and decision`,
    call: (argument, context, plan) => {
      const decision = member(argument, 'decision')
      if (!isDecision(decision)) throw new Refusal(badArgument, 'decision')
      return isStale({ ...screeningOf(argument, plan), decision }, context)
    },
  },
  'screening explain': {
    takes: 'a finding of a decision',
    call: (argument) => {
      if (!isFinding(argument)) throw new Refusal(badArgument, 'finding')
      return explainFinding(argument)
    },
  },
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
  return (argument, context, plan) => judge(screeningOf(argument, plan), context)
}

/** The argument of a judgement: the record comes through the door, a plan left out is that of the command line. */
function screeningOf(argument: unknown, plan: Plan): Screening {
  const patient = parse(Patient, member(argument, 'patient'))
  if (!patient.ok) {
    const { code, severity, text, path } = patient.error
    throw new Refusal({ code, severity, text }, path === '' ? 'patient' : `patient.${path}`)
  }
  const own = member(argument, 'plan')
  const overrides = member(argument, 'overrides')
  if (own !== undefined && !isPlan(own)) throw new Refusal(badArgument, 'plan')
  if (overrides !== undefined && !isOverrides(overrides)) throw new Refusal(badArgument, 'overrides')
  return { patient: patient.value, plan: own ?? plan, ...(overrides === undefined ? {} : { overrides }) }
}

function member(argument: unknown, key: string): unknown {
  return isObject(argument) && Object.hasOwn(argument, key) ? Reflect.get(argument, key) : undefined
}

// The functions check the members themselves; what is told apart here is the kind of the whole.
function isPlan(value: unknown): value is Plan {
  return typeof member(value, 'product') === 'string'
}

function isOverrides(value: unknown): value is readonly OverrideRecord[] {
  return Array.isArray(value) && value.every(isObject)
}

function isDecision(value: unknown): value is Decision<unknown> {
  return isObject(value) && isObject(member(value, 'provenance')) && Array.isArray(member(value, 'findings'))
}

function isFinding(value: unknown): value is Finding {
  return isObject(value) && isObject(member(value, 'rule')) && Array.isArray(member(value, 'inputs'))
}
