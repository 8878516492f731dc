/** What could be asked, measured, waited for or decided so that a finding no longer stands. @module */

import { listsToAttest } from '../judgement/missing.ts'
import { engineOf } from '../judgement/selection.ts'
import type { Context } from '../kernel/content.ts'
import { type Decision, type FactRead, type Finding, verdicts } from '../kernel/decision.ts'
import type { Means } from '../kernel/fact.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Leaf } from '../kernel/rule.ts'
import { answered } from '../kernel/total.ts'
import { leavesOf, NO } from '../rules/compile.ts'
import { liftingSets } from '../rules/settle.ts'
import { type Screening, screen } from './screen.ts'

/** One answer that would have to come out, and how it is come by. */
export interface NeededAnswer {
  readonly fact: string
  readonly to: 'yes' | 'no'
  readonly means: Means
  readonly ask: string
  /** Statements about whole lists that would answer it too, such as `list/conditions`. */
  readonly via?: readonly string[]
}

/** One finding that stops, and what would lift it. */
export interface Change {
  readonly rule: string
  readonly verdict: Finding['verdict']
  /** Sets of answers, each enough by itself; nothing can be left out of a set. */
  readonly sets: readonly (readonly NeededAnswer[])[]
  /** Facts on record that last: nothing here changes them. */
  readonly lasting: readonly string[]
  /** A documented decision of the specialist concerned could be recorded; the finding stays and is at best a caution. */
  readonly byOverride: boolean
}

/** For each finding that stops, and for all of them together. */
export interface WhatWouldChange {
  readonly changes: readonly Change[]
  /** One set for all findings that stop; null where a lasting fact stands in the way of one of them. */
  readonly together: readonly NeededAnswer[] | null
  /** The search ran into its bound: there may be more sets. */
  readonly stoppedEarly: boolean
}

const mostSets = 6

/**
 * The sets of answers after which each finding that stops would no longer stand.
 *
 * Only what can be asked, measured, waited for or decided counts. A disease on record is named as lasting, never as
 * something to remove. Nothing here says that an answer should come out one way.
 *
 * @param screening - as `screen`
 * @param context - as `screen`
 * @returns the decision of `screen`, with the sets as its value
 * @throws Refusal as `screen`
 *
 * @example
 * ```ts
 * const { changes } = whatWouldChange({ patient, plan }, now).value
 * changes[0]?.sets[0]?.map(({ ask }) => ask) // the questions whose answers would settle the first finding
 * ```
 */
export function whatWouldChange(screening: Screening, context: Context): Decision<WhatWouldChange> {
  return answered(() => {
    const decision = screen(screening, context)
    const { index } = engineOf(context.content, context.policy)
    const rowOf = (fact: string) => {
      const slot = index.slots.get(fact)
      return slot === undefined ? undefined : index.rows[slot]
    }
    let stoppedEarly = false
    const changes = decision.findings.filter(stops).map((finding): Change => {
      const leaves = leavesOf(finding.rule.when)
      const lasts = (place: number): boolean => isLasting(leaves[place], finding.inputs[place], rowOf)
      const found = liftingSets(
        finding.rule.when,
        finding.inputs.map((read) => ({ no: 0, yes: 1, unknown: 2 })[read.truth]),
        (place) => !lasts(place) && canChange(leaves[place], finding.inputs[place], rowOf),
        // Sets that ask one fact at two places fall together below.
        4 * mostSets,
      )
      stoppedEarly ||= found.stoppedEarly
      const lasting = finding.inputs.filter((_, place) => lasts(place)).map((read) => read.fact)
      const sets = found.sets.map((set) =>
        set.map(({ place, to }): NeededAnswer => {
          const read = finding.inputs[place]
          const row = rowOf(read?.fact ?? '')
          return {
            fact: read?.fact ?? '',
            to: to === NO ? 'no' : 'yes',
            means: meansOf(leaves[place], read, row?.means ?? 'ask', to),
            ask: row?.ask ?? 'What is the date of birth?',
            ...viaLists(read),
          }
        }),
      )
      return {
        rule: finding.rule.id,
        verdict: finding.verdict,
        sets: smallest(sets).slice(0, mostSets),
        lasting: [...new Set(lasting)],
        byOverride: !finding.rule.id.startsWith('record/'),
      }
    })
    return deepFreeze({ ...decision, value: { changes, together: together(changes), stoppedEarly } })
  })
}

// A rule may ask one fact at two places; a person is asked once, and what that makes needless is left out.
function smallest(sets: readonly (readonly NeededAnswer[])[]): readonly (readonly NeededAnswer[])[] {
  const each = sets.map((set) => new Map(set.map((answer) => [`${answer.fact} ${answer.to}`, answer])))
  const isNeedless = (set: ReadonlyMap<string, unknown>, at: number) =>
    each.some(
      (other, before) =>
        other !== set &&
        [...other.keys()].every((key) => set.has(key)) &&
        (other.size < set.size || before < at),
    )
  return each.filter((set, at) => !isNeedless(set, at)).map((set) => [...set.values()])
}

function stops(finding: Finding): boolean {
  return (
    finding.override === undefined && verdicts.indexOf(finding.verdict) <= verdicts.indexOf('indeterminate')
  )
}

type Row = { readonly lasting?: boolean; readonly favourable?: true } | undefined

function isLasting(
  leaf: Leaf | undefined,
  read: FactRead | undefined,
  rowOf: (fact: string) => Row,
): boolean {
  if (leaf === undefined || read === undefined || read.truth !== 'yes') return false
  if (leaf.kind === 'has') return leaf.when === 'ever' || rowOf(leaf.fact)?.lasting === true
  return leaf.kind !== 'age' && rowOf(leaf.fact)?.lasting === true
}

// Age passes by itself, but nobody can make it so; a disease that is not on record is not something to wish for. What
// speaks for a plan, a decision or a consent, can be put on record.
function canChange(
  leaf: Leaf | undefined,
  read: FactRead | undefined,
  rowOf: (fact: string) => Row,
): boolean {
  if (leaf === undefined || read === undefined) return false
  if (read.truth === 'unknown') return true
  if (leaf.kind === 'stated' && read.truth === 'no') return rowOf(leaf.fact)?.favourable === true
  return read.truth === 'yes' && leaf.kind !== 'age'
}

function meansOf(leaf: Leaf | undefined, read: FactRead | undefined, means: Means, to: number): Means {
  if (read?.truth === 'no' && to !== NO) return means
  if (read?.truth === 'unknown') return means === 'wait' ? 'ask' : means // nobody waits for what nobody has asked
  switch (leaf?.kind) {
    case 'since':
      return 'wait'
    case 'measured':
      return means // a number that is counted from answers is asked for
    case 'takes':
    case 'daily-amount':
      return 'decide'
    default:
      return means === 'ask' ? 'wait' : means
  }
}

function viaLists(read: FactRead | undefined): Pick<NeededAnswer, 'via'> {
  const lists = read === undefined ? [] : listsToAttest(read)
  return lists.length === 0 ? {} : { via: lists.map((list) => `list/${list}`) }
}

// The first set of each finding, joined; answers that contradict one another leave no set for all.
function together(changes: readonly Change[]): readonly NeededAnswer[] | null {
  const joined = new Map<string, NeededAnswer>()
  for (const change of changes) {
    const set = change.sets.find((one) =>
      one.every((answer) => (joined.get(answer.fact)?.to ?? answer.to) === answer.to),
    )
    if (set === undefined) return null
    for (const answer of set) joined.set(answer.fact, answer)
  }
  return [...joined.values()]
}
