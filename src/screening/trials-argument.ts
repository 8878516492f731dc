/** Trials, a definition and an episode as a caller writes them, read by hand. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument, badDate, unknownUnit } from '../kernel/codes.ts'
import type { RecordedCode } from '../kernel/coding.ts'
import type { ResistanceDefinition } from '../kernel/indication.ts'
import { canonicalUnit, type Quantity, type Unit } from '../kernel/quantity.ts'
import { Refusal } from '../kernel/refusal.ts'
import { plainCopy } from '../kernel/shape.ts'
import { isWhen } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Writable } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'

/** What is known of the episode beside the trials; what is left out is unknown. */
export interface Episode {
  /** How long it has lasted. */
  readonly months?: number
  /** How long it has been resistant. */
  readonly monthsResistant?: number
  readonly severity?: 'subsyndromal' | 'mild' | 'moderate' | 'severe'
  /** With psychotic symptoms. */
  readonly psychotic?: Truth
  /** A medicine added to an antidepressant failed too. */
  readonly augmentation?: Truth
  /** Electroconvulsive therapy, bilateral, failed too. */
  readonly ect?: Truth
}

type Members = Readonly<Record<string, unknown>>

/** Plain data with members, or a refusal. */
function membersOf(value: unknown, path: string): Members {
  if (!isObject(value) || Array.isArray(value)) throw new Refusal(badArgument, path)
  return Object.fromEntries(Object.entries(value))
}

/**
 * A copy of an argument, without anything that is not plain data.
 *
 * @throws Refusal what the door refuses
 */
export function plainArgument(value: unknown): unknown {
  if (value === undefined) return undefined
  const copy = plainCopy(value)
  if (!copy.ok) throw copy.error
  return copy.value
}

const truths: readonly Truth[] = ['yes', 'no', 'unknown']

/** One of some words. */
function word<W extends string>(value: unknown, words: readonly W[], path: string): W {
  const found = words.find((one) => one === value)
  if (found === undefined) throw new Refusal(badArgument, path)
  return found
}

/** Yes, no or unknown; unknown where it is left out. */
export function truthIn(value: unknown, path: string): Truth {
  return value === undefined ? 'unknown' : word(value, truths, path)
}

/**
 * A list of trials, read field by field.
 *
 * @throws Refusal `bad-argument`, `bad-date`, `unknown-unit`, with the path of the field
 */
export function checkedTrials(value: unknown): readonly AntidepressantTrial[] {
  const list = plainArgument(value)
  if (!Array.isArray(list)) throw new Refusal(badArgument, 'trials')
  return list.map((one: unknown, at) => checkedTrial(membersOf(one, `trials[${at}]`), `trials[${at}]`))
}

function checkedTrial(given: Members, path: string): AntidepressantTrial {
  const trial: Writable<AntidepressantTrial> = {
    adherence: word(given.adherence, ['adequate', 'inadequate', 'unknown'], `${path}.adherence`),
    episode: word(given.episode, ['current', 'earlier', 'unknown'], `${path}.episode`),
    outcome: word(
      given.outcome,
      ['response', 'partial-response', 'no-response', 'unknown'],
      `${path}.outcome`,
    ),
    reasonStopped: word(
      given.reasonStopped,
      ['not-stopped', 'inefficacy', 'intolerance', 'other', 'unknown'],
      `${path}.reasonStopped`,
    ),
  }
  for (const name of ['id', 'text', 'from'] as const)
    if (given[name] !== undefined) trial[name] = text(given[name], `${path}.${name}`)
  for (const name of ['recordedAt', 'start', 'end'] as const)
    if (given[name] !== undefined) trial[name] = date(given[name], `${path}.${name}`)
  if (given.codes !== undefined) trial.codes = codesIn(given.codes, `${path}.codes`)
  if (given.highestDosePerDay !== undefined)
    trial.highestDosePerDay = doseIn(given.highestDosePerDay, `${path}.highestDosePerDay`)
  return trial
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Refusal(badArgument, path)
  return value
}

function date(value: unknown, path: string): string {
  if (!isWhen(value)) throw new Refusal(badDate, path)
  return value
}

function codesIn(value: unknown, path: string): RecordedCode[] {
  if (!Array.isArray(value)) throw new Refusal(badArgument, path)
  return value.map((one: unknown, at) => {
    const { system, code, display } = membersOf(one, `${path}[${at}]`)
    return {
      system: text(system, `${path}[${at}].system`),
      code: text(code, `${path}[${at}].code`),
      ...(display === undefined ? {} : { display: text(display, `${path}[${at}].display`) }),
    }
  })
}

function doseIn(given: unknown, path: string): Quantity<Unit> {
  const { value, unit } = membersOf(given, path)
  if (typeof value !== 'number' || value < 0) throw new Refusal(badArgument, `${path}.value`)
  const known = canonicalUnit(text(unit, `${path}.unit`))
  if (known === undefined) throw new Refusal(unknownUnit, `${path}.unit`)
  return { value, unit: known }
}

/**
 * A definition written by a caller, read field by field.
 *
 * @throws Refusal `bad-argument`, with the path of the field
 */
export function checkedDefinition(value: unknown): ResistanceDefinition {
  const given = membersOf(plainArgument(value), 'definition')
  const duration = membersOf(given.duration, 'definition.duration')
  const { differentClasses, failed } = given
  if (!Array.isArray(failed) || failed.length === 0) throw new Refusal(badArgument, 'definition.failed')
  return {
    id: text(given.id, 'definition.id'),
    label: text(given.label, 'definition.label'),
    failures: whole(given.failures, 'definition.failures'),
    episode: word(given.episode, ['current', 'any'], 'definition.episode'),
    duration: {
      value: whole(duration.value, 'definition.duration.value'),
      unit: word(duration.unit, ['wk', 'd'], 'definition.duration.unit'),
    },
    doses: word(given.doses, ['label', 'strict'], 'definition.doses'),
    failed: failed.map((one: unknown, at) =>
      word(one, ['no-response', 'partial-response'], `definition.failed[${at}]`),
    ),
    differentAgents: flag(given.differentAgents, 'definition.differentAgents'),
    ...(differentClasses === undefined
      ? {}
      : { differentClasses: whole(differentClasses, 'definition.differentClasses') }),
    augmentation: flag(given.augmentation, 'definition.augmentation'),
    oralOnly: flag(given.oralOnly, 'definition.oralOnly'),
    certainty: word(given.certainty ?? 'K', ['S', 'K', 'K?'], 'definition.certainty'),
    sources: [],
  }
}

function whole(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new Refusal(badArgument, path)
  return value
}

function flag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new Refusal(badArgument, path)
  return value
}

/**
 * What a caller knows of the episode, read field by field.
 *
 * @throws Refusal `bad-argument`, with the path of the field
 */
export function checkedEpisode(value: unknown): Episode {
  if (value === undefined) return {}
  const given = membersOf(plainArgument(value), 'episode')
  const episode: Writable<Episode> = {}
  for (const name of ['months', 'monthsResistant'] as const)
    if (given[name] !== undefined) episode[name] = months(given[name], `episode.${name}`)
  for (const name of ['psychotic', 'augmentation', 'ect'] as const)
    if (given[name] !== undefined) episode[name] = word(given[name], truths, `episode.${name}`)
  if (given.severity !== undefined)
    episode.severity = word(
      given.severity,
      ['subsyndromal', 'mild', 'moderate', 'severe'],
      'episode.severity',
    )
  return episode
}

function months(value: unknown, path: string): number {
  if (typeof value !== 'number' || value < 0) throw new Refusal(badArgument, path)
  return value
}
