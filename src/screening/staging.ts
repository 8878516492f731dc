/** How far resistance goes, by staging instruments whose points could be read. @module */
import type { MinimumDose, ResistanceDefinition } from '../kernel/indication.ts'
import { and, type Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'
import { type CountedTrial, countTrials } from './trials.ts'
import type { Episode } from './trials-argument.ts'

/** A stage or score between two bounds: what is unknown is taken at its least and at its most. */
export interface StageRange<S> {
  readonly least: S
  /** Null where nothing bounds it. */
  readonly most: S | null
  /** What would have to be known to narrow it. */
  readonly missing: readonly string[]
  /** Id of the fact that holds the points. */
  readonly fact: string
}

/** A sum of the Maudsley Staging Method with the band it lies in. */
export interface MaudsleyRange extends StageRange<number> {
  readonly bands: { readonly least: MaudsleyBand; readonly most: MaudsleyBand }
}

/** Bands of the Maudsley Staging Method. */
export type MaudsleyBand = 'mild' | 'moderate' | 'severe'

/** Stages of the European model, as far as they are told by failures and time. */
export type EuropeanStage = 'none' | 'nonresponder' | 'resistant' | 'chronic-resistant'

/** An instrument that is not worked out, and why. */
export interface LeftOut {
  readonly instrument: string
  readonly because: string
  readonly fact: string
}

/** Stages of resistance. */
export interface Staging {
  /** 3 to 15 points; null where no antidepressant failed, of which the method says nothing. */
  readonly maudsley: MaudsleyRange | null
  /** Stages 0 (none) to 5; it takes the classes to stand in an order, and leaves augmentation out. */
  readonly thaseRush: StageRange<number>
  /** Points without those for doses that were raised: the source does not say how often they count. */
  readonly massachusetts: StageRange<number>
  readonly european: StageRange<EuropeanStage>
  readonly leftOut: readonly LeftOut[]
}

/** What the stages are worked out from. */
export interface StagingInput {
  readonly trials: readonly AntidepressantTrial[]
  readonly definition: ResistanceDefinition
  readonly doses: readonly MinimumDose[]
  /** No trial was left out of the list. */
  readonly complete: Truth
  readonly episode: Episode
}

/**
 * The stages of resistance, each between two bounds.
 *
 * Failures are those of the definition. Where nobody called the list of trials complete, there may be any number more.
 *
 * @see facts trd-msm-items, trd-thase-rush, trd-mghs-half, trd-esm, trd-dose-instruments-missing
 */
export function stagesOf(input: StagingInput, moment: Moment): Staging {
  const { trials, definition, doses, complete, episode } = input
  const count = (more: Partial<ResistanceDefinition>) =>
    countTrials(trials, { ...definition, ...more }, doses, moment)
  const isComplete = complete === 'yes'
  const alone = count({ augmentation: false })
  const failures = { least: alone.least, most: isComplete ? alone.most : Number.POSITIVE_INFINITY }
  const augmented = augmentationIn(count({ augmentation: true }).trials, input)
  const ect = episode.ect ?? 'unknown'
  const open = isComplete ? [] : ['every-trial']
  const unsure = alone.trials.some(({ counted }) => counted === 'unknown') ? ['open-trials'] : []
  const missing = [...open, ...unsure]
  // The points of this instrument are for trials of six weeks, whatever the definition asks for; what was added to one
  // has points of its own.
  const long = count({ augmentation: false, duration: { value: 6, unit: 'wk' } })
  return {
    maudsley: maudsleyOf(failures, augmented, ect, episode, missing),
    thaseRush: thaseRushOf(alone.trials, input, isComplete, ect, missing),
    massachusetts: {
      least: long.least + (augmented === 'yes' ? 0.5 : 0) + (ect === 'yes' ? 3 : 0),
      most: null,
      missing: [...missing, ...named({ augmentation: augmented, ect }), 'raised-doses'],
      fact: 'trd-mghs-half',
    },
    european: europeanOf(failures, episode, missing),
    leftOut,
  }
}

interface Bounds {
  readonly least: number
  readonly most: number
}

function named(truths: Readonly<Record<string, Truth>>): readonly string[] {
  return Object.entries(truths).flatMap(([name, truth]) => (truth === 'unknown' ? [name] : []))
}

/**
 * Whether a medicine added to an antidepressant failed.
 *
 * A trial of one that counts says so whatever was answered. A no has to be stated: a list of antidepressants, complete or
 * not, does not tell which other medicines were added. It does not stand against a trial that may have been one.
 */
function augmentationIn(trials: readonly CountedTrial[], { doses, episode }: StagingInput): Truth {
  const added = new Set(doses.filter(({ augmentation }) => augmentation === true).map(({ id }) => id))
  const isAdded = ({ agent }: CountedTrial) => agent !== null && added.has(agent)
  const { augmentation: stated } = episode
  if (stated === 'yes' || trials.some((one) => one.counted === 'yes' && isAdded(one))) return 'yes'
  const mayBe = (one: CountedTrial) => one.counted !== 'no' && (one.agent === null || isAdded(one))
  return stated === 'no' && !trials.some(mayBe) ? 'no' : 'unknown'
}

// --- Maudsley Staging Method: points of trd-msm-items, bands of the same fact.

const severities = { subsyndromal: 1, mild: 2, moderate: 3, severe: 4 } as const

function maudsleyOf(
  failures: Bounds,
  augmentation: Truth,
  ect: Truth,
  { months, severity, psychotic = 'unknown' }: Episode,
  missing: readonly string[],
): MaudsleyRange | null {
  if (failures.most < 1) return null
  const severe = severity === 'severe'
  const parts: readonly Bounds[] = [
    months === undefined ? { least: 1, most: 3 } : alike(months <= 12 ? 1 : months <= 24 ? 2 : 3),
    severity === undefined ? { least: 1, most: 5 } : shifted(severities[severity], severe ? psychotic : 'no'),
    { least: failedPoints(failures.least), most: failedPoints(failures.most) },
    shifted(0, augmentation),
    shifted(0, ect),
  ]
  const least = parts.reduce((sum, part) => sum + part.least, 0)
  const most = parts.reduce((sum, part) => sum + part.most, 0)
  return {
    least,
    most,
    bands: { least: bandOf(least), most: bandOf(most) },
    missing: [
      ...missing,
      ...(months === undefined ? ['months'] : []),
      ...(severity === undefined ? ['severity'] : []),
      ...named({ psychotic: severe ? psychotic : 'no', augmentation, ect }),
    ],
    fact: 'trd-msm-items',
  }
}

function alike(points: number): Bounds {
  return { least: points, most: points }
}

/** One point more where it is so. */
function shifted(points: number, truth: Truth): Bounds {
  return { least: points + (truth === 'yes' ? 1 : 0), most: points + (truth === 'no' ? 0 : 1) }
}

function failedPoints(failures: number): number {
  if (failures > 10) return 5
  if (failures > 6) return 4
  if (failures > 4) return 3
  return failures > 2 ? 2 : 1
}

function bandOf(points: number): MaudsleyBand {
  if (points <= 6) return 'mild'
  return points <= 10 ? 'moderate' : 'severe'
}

// --- Thase and Rush: the stages of trd-thase-rush, each on top of the one before.

function thaseRushOf(
  trials: readonly CountedTrial[],
  { doses }: StagingInput,
  isComplete: boolean,
  ect: Truth,
  missing: readonly string[],
): StageRange<number> {
  const classes = new Map(doses.map((row) => [row.id, row.class]))
  const classOf = ({ agent }: CountedTrial) => classes.get(agent ?? '')
  const sure = trials.filter(({ counted }) => counted === 'yes')
  const open = trials.filter(({ counted }) => counted !== 'no')
  const failed = (isIt: (one: CountedTrial) => boolean): Truth => {
    if (sure.some(isIt)) return 'yes'
    return isComplete && !open.some((one) => one.agent === null || isIt(one)) ? 'no' : 'unknown'
  }
  const least = new Set(sure.map(classOf)).size
  // The class of all others holds medicines of several classes.
  const most = new Set(open.map((one) => (classOf(one) === 'other' ? one.agent : classOf(one)) ?? one)).size
  const steps: readonly Truth[] = [
    failed(() => true),
    least > 1 ? 'yes' : isComplete && most < 2 ? 'no' : 'unknown',
    failed((one) => classOf(one) === 'tricyclic'),
    failed((one) => classOf(one) === 'maoi'),
    ect,
  ]
  const reached = (isSo: (truth: Truth) => boolean) => {
    const end = steps.findIndex((_, at) => !isSo(and(steps.slice(0, at + 1))))
    return end < 0 ? steps.length : end
  }
  const [low, high] = [reached((truth) => truth === 'yes'), reached((truth) => truth !== 'no')]
  // ECT is asked only where it would be the next step.
  const asked = high === steps.length ? named({ ect }) : []
  return {
    least: low,
    most: high,
    missing: low === high ? [] : [...missing, ...asked],
    fact: 'trd-thase-rush',
  }
}

// --- European staging model: trd-esm.

function europeanOf(
  failures: Bounds,
  { monthsResistant }: Episode,
  missing: readonly string[],
): StageRange<EuropeanStage> {
  const stageOf = (count: number, months: number): EuropeanStage => {
    if (count < 1) return 'none'
    if (count < 2) return 'nonresponder'
    return months > 12 ? 'chronic-resistant' : 'resistant'
  }
  const least = stageOf(failures.least, monthsResistant ?? 0)
  const most = stageOf(failures.most, monthsResistant ?? Number.POSITIVE_INFINITY)
  // How long it has been resistant is asked only where it may be.
  const months = failures.most > 1 && monthsResistant === undefined ? ['months-resistant'] : []
  return { least, most, missing: least === most ? [] : [...missing, ...months], fact: 'trd-esm' }
}

const unopened = 'The list of doses it is scored by could not be opened.'

const leftOut: readonly LeftOut[] = [
  { instrument: 'athf-sf', because: unopened, fact: 'trd-dose-instruments-missing' },
  { instrument: 'athf-sf2', because: unopened, fact: 'trd-dose-instruments-missing' },
  { instrument: 'mgh-atrq', because: unopened, fact: 'trd-dose-instruments-missing' },
  { instrument: 'maudsley-treatment-inventory', because: unopened, fact: 'trd-dose-instruments-missing' },
  { instrument: 'dm-trd', because: 'The points of its items could not be read.', fact: 'trd-dmtrd-range' },
]
