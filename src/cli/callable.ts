/** What a function of the command line is, and how its JSON argument is taken apart. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Plan } from '../kernel/content.ts'
import type { Decision, OverrideRecord } from '../kernel/decision.ts'
import { parse } from '../kernel/door.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Patient } from '../patient/patient.schema.ts'
import type { Bench } from './context.ts'
import type { Paper } from './paper.ts'

/** One function: what it takes, in words, and how it is called. */
export interface Callable {
  readonly takes: string
  /** What it gives is text to be printed as it is, and no JSON. */
  readonly isText?: true
  /** A word after the verb names what it is about; `listed` says which there are. */
  readonly named?: { readonly what: string; listed(): readonly string[] }
  /** The name is all it needs: no file is read. */
  readonly readsNothing?: true
  /** What it gives, for a person to read; with `--json`, or where it has nothing to say, JSON is printed. */
  lines?(
    value: unknown,
    bench: Bench,
    paper: Paper,
    name: string,
    /** What it was called with: the course of a forecast, say. */
    argument: unknown,
  ): readonly string[] | undefined
  /** Throws a `Refusal` where the argument cannot be used. */
  call(argument: unknown, bench: Bench, name: string): unknown
}

/** A member of a JSON object, its own. */
export function member(argument: unknown, key: string): unknown {
  return isObject(argument) && Object.hasOwn(argument, key) ? Reflect.get(argument, key) : undefined
}

/** The patient of an argument, through the door. */
export function patientIn(argument: unknown): Parsed<Patient> {
  const own = member(argument, 'patient')
  if (own === undefined)
    throw new Refusal(
      {
        ...badArgument,
        text: 'The patient is missing: a record of the format ketamine-treatment/patient/1 is asked for.',
      },
      'patient',
    )
  const patient = parse(Patient, own)
  if (!patient.ok) throw atPlace(patient.error, 'patient')
  return patient.value
}

/** A refusal whose path begins where the record stood in the argument. */
export function atPlace({ code, severity, text, path }: Refusal, place: string): Refusal {
  return new Refusal({ code, severity, text }, path === '' ? place : `${place}.${path}`)
}

/** The plan of an argument, where it has one. */
export function planIn(argument: unknown): Plan | undefined {
  const own = member(argument, 'plan')
  if (own !== undefined && !isPlan(own)) throw new Refusal(badArgument, 'plan')
  return own
}

/** The overrides of an argument, where it has any. */
export function overridesIn(argument: unknown): { readonly overrides?: readonly OverrideRecord[] } {
  const overrides = member(argument, 'overrides')
  if (overrides === undefined) return {}
  if (!isOverrides(overrides)) throw new Refusal(badArgument, 'overrides')
  return { overrides }
}

// The functions check the members themselves; what is told apart here is the kind of the whole.
function isPlan(value: unknown): value is Plan {
  return typeof member(value, 'product') === 'string'
}

function isOverrides(value: unknown): value is readonly OverrideRecord[] {
  return Array.isArray(value) && value.every(isObject)
}

/** Whether a value looks like a decision of this library. */
export function isDecision(value: unknown): value is Decision<unknown> {
  return isObject(value) && isObject(member(value, 'provenance')) && Array.isArray(member(value, 'findings'))
}
