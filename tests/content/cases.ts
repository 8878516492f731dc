/** The cases: JSON that any implementation can run, and how this one runs them. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import { recordFinding } from '../../src/judgement/record-state.ts'
import { engineOf, type Part, selectionOf } from '../../src/judgement/selection.ts'
import { Policy } from '../../src/kernel/content.schema.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Asked, Verdict } from '../../src/kernel/rule.ts'
import { civilDate } from '../../src/kernel/time.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { momentOf } from '../../src/patient/moment.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { readPatient } from '../../src/patient/reading.ts'
import { wordOf } from '../../src/rules/compile.ts'

/** One case, with what its rule says for all of its cases filled in. */
export interface Case {
  readonly rule: string
  readonly name: string
  readonly content: 'us' | 'eu'
  readonly plan: { readonly product: string; readonly indication?: string; readonly setting?: string }
  readonly asOf: string
  readonly record: unknown
  readonly policy?: unknown
  /** `not-in-force`: on that day, or for that plan, no version of the rule speaks. */
  readonly truth: Truth | 'not-in-force'
  readonly verdict?: Verdict
}

const root = new URL('../vectors/', import.meta.url)

/** The record every case changes. */
export const baseRecord: unknown = read('base-record.json')

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'))
}

/** Every case of every rule. */
export function allCases(): readonly Case[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      // Lists of trials that are counted stand beside the cases of the rules on them.
      .filter((name) => name.endsWith('.json') && name !== 'trials.json')
      .flatMap((name) => casesIn(read(`${folder}/${name}`))),
  )
}

const folders = [
  'contraindications',
  'interactions',
  'indication',
  'resistance',
  'workup',
  'dosing',
  'gates',
  'alarms',
  'release',
  'course',
]

function casesIn(file: unknown): Case[] {
  return Object.entries(file as Record<string, Omit<Case, 'rule'> & { cases: Partial<Case>[] }>).flatMap(
    ([rule, { cases, ...shared }]) => cases.map((one) => ({ ...shared, ...one, rule }) as Case),
  )
}

/** RFC 7396. */
export function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

/** When rules are asked, and the tables they are asked from. */
const occasions: readonly (readonly [Part, Asked])[] = [
  ['all', 'screening'],
  ['indication', 'screening'],
  ['resistance', 'screening'],
  ['workup', 'screening'],
  ['visit', 'session'],
  ['dosing', 'dose'],
  ['dosing', 'titration'],
  ['alarms', 'monitoring'],
  ['release', 'release'],
  ['course', 'missed'],
  ['course', 'exposure'],
]

/** The zone of every case. */
const zone = 'America/New_York'

/** What the rule of a case answers: its truth and its verdict, or that it does not apply. */
export function answerOf(
  one: Case,
): { readonly truth: Truth; readonly verdict: Verdict } | { readonly truth: 'not-in-force' } {
  const patient = parse(Patient, merged(baseRecord, one.record))
  if (!patient.ok) throw patient.error
  const content = one.content === 'us' ? us : eu
  const starting = one.content === 'us' ? usStartingPolicy : euStartingPolicy
  const policy =
    one.policy === undefined
      ? { ok: true as const, value: starting }
      : parse(Policy, merged(starting, one.policy))
  if (!policy.ok) throw policy.error
  if (one.rule.startsWith('record/')) {
    const finding = recordFinding(content, patient.value)
    return finding?.rule.id === one.rule ? finding : { truth: 'no', verdict: 'no-finding' }
  }
  const engine = engineOf(content, policy.value as typeof starting)
  const moment = momentOf(one.asOf, zone)
  const reading = readPatient(engine.index, patient.value, moment, engine)
  for (const [part, asked] of occasions) {
    const selection = selectionOf(engine, one.plan, part, asked, civilDate(moment.day))
    const ready = selection.ready.find((row) => row.rule.id === one.rule)
    if (ready === undefined) continue
    const answers = Uint8Array.from(selection.questions, (question) => question.answer(reading))
    const truth = wordOf(ready.holds(answers))
    const verdict = truth === 'no' ? 'no-finding' : truth === 'yes' ? ready.onYes : ready.onUnknown
    return { truth, verdict }
  }
  return { truth: 'not-in-force' }
}
