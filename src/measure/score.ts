/** A filled form, scored. @module */
import { answeredThoughNotAsked } from '../kernel/codes.ts'
import type { Instrument } from '../kernel/instrument.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { refusalOf } from '../kernel/total.ts'
import { type ReadForm, readForm } from './form.ts'
import { possibleOf } from './possible.ts'
import { isSettled, type Reading } from './reading.ts'
import { type Ready, readyOf } from './ready.ts'
import type { ReadyTriage } from './ready-reads.ts'
import { bandsOf, flagsOf, itemsOf, subscalesOf, triageOf } from './score-parts.ts'
import type { FilledForm, FormConflict, FormFault, Score, TriageRead } from './score-shape.ts'
import { besideItems, disagrees } from './stated.ts'
import { type Made, missingIn, numberOf, type Tally, unmade, whole } from './sums.ts'
import { type Possible, truthOf } from './tests.ts'

export type { FormFault } from './score-shape.ts'

/**
 * Scores one filled form: total, subscales, bands, flags, what is missing and what disagrees.
 *
 * Nought is a value and a blank is none. A flag is yes or no only where it is so whatever the missing items are. Up to the
 * number of items the instrument’s own rule names, missing ones are filled with the mean of the others, and the score then
 * says `prorated`. An item answered twice differently, a written total the items do not come to, and answers that
 * contradict one another leave the score `incomplete` and are listed; the worse one feeds the flags.
 *
 * @param instrument - a table of `./content`, or one read by `parse`
 * @param form - answers by item, or a list of item and answer; and what stands beside them on the form
 * @returns the score, frozen; or the first fault of the form by code and path, with nothing scored
 * @throws Refusal `not-parsed`, `bad-argument`, `dangling-reference` or `altered-prototype`, for the instrument only
 *
 * @example
 * ```ts
 * const score = scoreMeasure(phq2, { answers: { q1: 2, q2: 1 }, takenAt: '2026-10-05' })
 * score.ok && [score.value.status, score.value.total] // => ['complete', 3]
 * scoreMeasure(phq2, { answers: { q1: 4, q2: 1 } })
 * // => { ok: false, error: { code: 'answer-out-of-range', path: 'answers.q1' } }
 * ```
 *
 * @see requirements R-44 (what a score needs), R-26 (contradicting answers) and R-23 (a blank is not nought); the rules
 *   for every measure in section 0 of the reference of measures, and the `measure-…` facts each instrument cites
 */
export function scoreMeasure(instrument: Parsed<Instrument>, form: FilledForm): Result<Score, FormFault> {
  try {
    const ready = readyOf(instrument)
    const read = readForm(ready, form)
    return Object.freeze('code' in read ? err(read) : ok(scored(ready, read)))
  } catch (thrown) {
    throw refusalOf(thrown)
  }
}

function scored(ready: Ready, form: ReadForm): Score {
  const { reading, statedTotal } = form
  const possible = possibleOf(ready, reading, statedTotal)
  const counted = ready.total === null ? undefined : possible.tally(0, ready.total)
  const missing = missingItems(ready, reading, counted)
  const triage = triageOf(ready, possible, missing.length > 0)
  const made = totalOf(ready, form, counted, missing, triage)
  const contradictions = contradictionsOf(ready, possible)
  const conflicts = conflictsOf(ready, form, counted, made, contradictions)
  const { status, total, exact } = conflicts.length > 0 ? unmade : made
  const subscales = subscalesOf(ready, possible, form.fills)
  const bands = bandsOf(ready, total, subscales)
  return Object.freeze({
    instrument: ready.instrument,
    status,
    total,
    exact,
    range: ready.range,
    subscales,
    band: bands[ready.mainSet]?.band ?? null,
    bands,
    flags: flagsOf(ready, possible, form),
    triage,
    items: itemsOf(ready, reading),
    missing,
    missingRule: form.fills ? ready.missingRule : 'none-allowed',
    conflicts,
    issues: issuesOf(reading, contradictions),
    statedTotal,
    takenAt: form.takenAt,
  })
}

function missingItems(ready: Ready, reading: Reading, counted: Tally | undefined): readonly string[] {
  if (ready.total !== null && counted?.known === ready.total.parts) return none
  const places =
    ready.total === null
      ? ready.required.filter((item) => !isSettled(reading.how[item]))
      : missingIn(ready.total, reading)
  return Object.freeze(places.map((place) => ready.items[place]?.id ?? ''))
}

function totalOf(
  ready: Ready,
  form: ReadForm,
  counted: Tally | undefined,
  missing: readonly string[],
  triage: TriageRead | null,
): Made {
  if (triage?.atLeast === true) return unmade
  if (ready.total !== null && counted !== undefined) return numberOf(ready.total, counted, form.fills)
  if (ready.scoring === 'stated') {
    const { statedTotal } = form
    if (statedTotal === null) return unmade
    return {
      status: 'complete',
      total: statedTotal,
      exact: whole(statedTotal),
    }
  }
  return missing.length > 0 || ready.required.length === 0
    ? unmade
    : { status: 'complete', total: null, exact: null }
}

function conflictsOf(
  ready: Ready,
  { reading, statedTotal }: ReadForm,
  counted: Tally | undefined,
  made: Made,
  contradictions: Contradictions,
): readonly FormConflict[] {
  if (statedTotal === null && contradictions.length === 0) return reading.disputes
  const found = [...reading.disputes]
  if (ready.total !== null && counted !== undefined && statedTotal !== null) {
    if (disagrees(statedTotal, ready.total, counted, made)) {
      found.push(besideItems(statedTotal, ready.total, counted, made))
    }
  }
  for (const { id } of contradictions) found.push(Object.freeze({ kind: 'answers', id }))
  return Object.freeze(found)
}

type Contradictions = ReadyTriage['inconsistent']

function contradictionsOf({ triage }: Ready, possible: Possible): Contradictions {
  return triage === null ? none : triage.inconsistent.filter(({ test }) => truthOf(test, possible) === 'yes')
}

// An answer the form would not have asked for is told once: as part of a contradiction where there is a rule for it.
function issuesOf({ issues }: Reading, contradictions: Contradictions): Reading['issues'] {
  if (issues.length === 0 || contradictions.length === 0) return issues
  const told = contradictions.flatMap(({ paths }) => paths)
  return Object.freeze(
    issues.filter(({ code, path }) => code !== answeredThoughNotAsked.code || !told.includes(path)),
  )
}

const none: readonly never[] = /* @__PURE__ */ Object.freeze([])
