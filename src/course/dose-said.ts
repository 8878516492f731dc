/** What a person said of the course before the next dose: the response, and how the last dose was tolerated. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { Statement } from '../patient/patient.schema.ts'
import type { DoseGiven } from '../screening/ordered-history.ts'
import { type PlaceOfDose, plain } from '../screening/ordered-question.ts'

/** The response to the course, as somebody stated it. */
export interface ResponseStated {
  readonly word: 'no-response' | 'partial-response' | 'response' | 'remission' | 'unknown'
  /** By what it was judged: a scale and its cut-off. */
  readonly definition: string
  readonly at: Instant
}

/** How the last dose was tolerated, as somebody stated it. */
export interface ToleranceStated {
  readonly word: 'tolerated' | 'not-tolerated' | 'unknown'
  readonly at: Instant
}

const responses: readonly unknown[] = ['no-response', 'partial-response', 'response', 'remission', 'unknown']
const tolerances: readonly unknown[] = ['tolerated', 'not-tolerated', 'unknown']

/**
 * The two as statements; one made before the last dose does not speak of it and counts as unknown.
 *
 * @throws Refusal `bad-argument`
 */
export function saidOfDose(
  question: { readonly response?: unknown; readonly tolerability?: unknown },
  given: readonly DoseGiven[],
  { moment }: PlaceOfDose,
): readonly Statement[] {
  const said: Statement[] = []
  const speaks = (at: string): boolean => {
    const ms = instantMs(at)
    return ms <= moment.ms && given.every((dose) => dose.at !== undefined && instantMs(dose.at) <= ms)
  }
  const response = checkedResponse(plain(question.response))
  if (response !== undefined) {
    const { word, definition, at } = response
    const isKnown = word !== 'unknown' && speaks(at)
    const fact = { fact: 'response-word', method: definition, at, by: 'clinician' } as const
    said.push(isKnown ? { ...fact, grade: word } : { ...fact, answer: 'unknown' })
  }
  const tolerability = checkedTolerance(plain(question.tolerability))
  if (tolerability !== undefined) {
    const { word, at } = tolerability
    const answer = word === 'unknown' || !speaks(at) ? 'unknown' : word === 'not-tolerated' ? 'yes' : 'no'
    said.push({ fact: 'last-dose-not-tolerated', answer, at, by: 'clinician' })
  }
  return said
}

function checkedResponse(value: unknown): ResponseStated | undefined {
  if (value === undefined) return undefined
  if (!isResponse(value)) throw new Refusal(badArgument, 'response')
  return value
}

function isResponse(value: unknown): value is ResponseStated {
  return (
    isObject(value) &&
    'word' in value &&
    responses.includes(value.word) &&
    'definition' in value &&
    typeof value.definition === 'string' &&
    value.definition.trim() !== '' &&
    isDated(value)
  )
}

function checkedTolerance(value: unknown): ToleranceStated | undefined {
  if (value === undefined) return undefined
  if (!isTolerance(value)) throw new Refusal(badArgument, 'tolerability')
  return value
}

function isTolerance(value: unknown): value is ToleranceStated {
  return isObject(value) && 'word' in value && tolerances.includes(value.word) && isDated(value)
}

function isDated(value: object): boolean {
  return 'at' in value && typeof value.at === 'string' && !Number.isNaN(instantMs(value.at))
}
