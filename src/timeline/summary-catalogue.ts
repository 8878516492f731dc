/** The words of a summary, in English: one template for each code. @module */
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { answered } from '../kernel/total.ts'
import type { SummaryLine } from './timeline-shape.ts'

/**
 * A template for each code of a summary; a name in braces stands for the value of that name.
 *
 * A catalogue of another language is a plain object with the same codes. Codes are never translated.
 */
export const summaryCatalogue = {
  // Whose record it is.
  'record/not-active':
    'This record is not known to be that of a living person under treatment (state: {state}).',

  // Where the course stands.
  'course/none': 'No course is on record.',
  'course/protocol': 'Protocol: {protocol}, version {version}.',
  'protocol/known': 'This protocol is known, and was not seen in a source [{certainty}].',
  'protocol/detail-not-certain':
    'This protocol is known, was not seen in a source, and its details are not certain [{certainty}].',
  'protocol/unsigned': 'No clinician has signed this protocol.',
  'protocol/signed': 'This protocol was signed by {by} on {on}.',
  'course/not-followed': 'The course could not be followed from the logs (code {reason}).',
  'phase/current': 'Phase: {phase}, interval {interval}, since {since}.',
  'phase/not-seen':
    'That this phase has the interval {interval} is known, and was not seen in a source [{certainty}].',
  'phase/upcoming':
    'The course has not begun; planned to begin on {since} with: {phase}, interval {interval}.',
  'phase/ended-decided': 'The course ended on {on} by a recorded decision.',
  'phase/ended-protocol':
    'The protocol ends on {on}; nothing is planned past it without a recorded decision.',
  'phase/planned-so-far': 'Sessions are planned up to {on}; the phase goes on until somebody decides.',
  'phase/beyond': 'Known of going on past the end: {text}',

  // What was given.
  'sessions/given': 'Sessions given: {given} of {planned} planned.',
  'sessions/in-doubt': 'Planned sessions of which the logs leave open whether they were given: {count}.',
  'sessions/cancelled': 'Planned sessions cancelled: {count}.',
  'sessions/missed': 'Planned sessions missed: {count}.',
  'sessions/outside-plan':
    'Doses on record that are none of the planned sessions, or not known to be: {count}.',
  'sessions/without-course': 'Visits with a dose on record: {count}.',
  'sessions/no-dose': 'No dose is on record.',
  'dose/last': 'Last dose on record: {product}, on {day}.',
  'dose/last-product-unknown': 'Last dose on record: on {day}; which product it was is not known.',
  'dose/delivered': 'Delivered: {least} mg.',
  'dose/delivered-between': 'Delivered: between {least} and {most} mg.',
  'dose/delivered-at-least': 'Delivered: at least {least} mg; how much more is not known.',
  'dose/delivered-unknown': 'How much was delivered is not known.',
  'dose/ordered': 'Ordered: {ordered}.',
  'dose/undated': 'Doses without a date: {count}; which dose was the last is not known.',
  'visit/not-closed': 'The log of the visit of {day} is not closed (it stands at: {phase}).',
  'visit/not-closed-undated': 'The log of a visit without a date is not closed (it stands at: {phase}).',

  // Response.
  'response/relapse': 'By {definition} ({instrument}): relapse.',
  'response/remission': 'By {definition} ({instrument}): remission.',
  'response/response': 'By {definition} ({instrument}): response.',
  'response/partial-response': 'By {definition} ({instrument}): partial response.',
  'response/non-response': 'By {definition} ({instrument}): no response.',
  'response/worsening': 'By {definition} ({instrument}): worsening.',
  'response/too-early': 'By {definition} ({instrument}): too early to tell.',
  'response/not-computable': 'By {definition} ({instrument}): not known.',
  'response/no-definition': 'There are scores of {instrument}; no definition of response was named for them.',
  'response/no-first-dose': 'The day of the first dose is not known: response cannot be told.',
  'score/none': 'No score is on record. Whether there was any change is not known; a score is needed.',
  'score/baseline': '{instrument} before the first dose: {total}, on {day}.',
  'score/no-baseline': '{instrument}: no score with a total from before the first dose that can be placed.',
  'score/latest': '{instrument} last: {total}, on {day}.',
  'score/latest-missing':
    '{instrument}: no score with a total since the first dose that can be placed; a score is needed.',
  'score/old':
    '{instrument}: the last score is {days} days old and says nothing of today; a score is needed.',
  'score/better': '{instrument}, the last score against the one before the first dose: better by {points}.',
  'score/worse': '{instrument}, the last score against the one before the first dose: worse by {points}.',
  'score/same': '{instrument}, the last score against the one before the first dose: the same total.',
  'score/not-counted': '{instrument}: scores without a total or a date that were not counted: {count}.',
  'flag/yes': '{instrument}, last score: the item "{flag}" was answered so that it asks for a look.',
  'flag/unknown': '{instrument}: whether the item "{flag}" asks for a look is not known.',

  // Side effects.
  'effects/not-asked': 'Last visit with a dose: nobody asked about side effects, or no answer is on record.',
  'effects/none-seen': 'Last visit with a dose: asked about side effects, none was reported.',
  'effects/last': 'Last visit with a dose: {effect}, grade {grade}.',
  'effects/last-ungraded': 'Last visit with a dose: {effect}, not graded.',
  'effects/since-last': 'Since the last visit with a dose: {effect}, on {day}.',
  'effects/recurring': 'Recurring: {effect}, in {seen} of {visits} visits with a dose.',
  'effects/recurring-not-always-asked':
    'Recurring: {effect}, in {seen} of {visits} visits with a dose; in {notAsked} others nobody asked.',
  'effects/recurring-between': 'Recurring between doses: {effect}, in {seen} visits.',
  'effects/open': '{effect}: nobody recorded that it was gone; visits: {count}, the last of them on {day}.',
  'effects/open-undated':
    '{effect}: nobody recorded that it was gone, nor on which day it was; visits: {count}.',
  'effects/asked': 'Side effects were asked about in {asked} of {visits} visits with a dose.',

  // Exposure.
  'exposure/sessions': '{product}, sessions in the logs: {least}.',
  'exposure/sessions-between': '{product}, sessions in the logs: between {least} and {most}.',
  'exposure/sessions-at-least': '{product}, sessions in the logs: at least {least}.',
  'exposure/as-base': '{product}: what follows counts milligrams of the base, and is no part of another sum.',
  'exposure/as-unstated':
    '{product}: what follows counts milligrams of which nobody wrote down the salt, and is no part of another sum.',
  'exposure/as-hydrochloride':
    '{product}: what follows counts milligrams of the hydrochloride, and is no part of a sum of the base.',
  'exposure/mg': '{product}, in the logs: {least} mg in all.',
  'exposure/mg-between': '{product}, in the logs: between {least} and {most} mg in all.',
  'exposure/mg-at-least': '{product}, in the logs: at least {least} mg in all; how much more is not known.',
  'exposure/before-unknown': '{product}: what was given before these logs is not known.',
  'exposure/lifetime': '{product}, sessions with those stated of the time before: {least} or more.',
  'exposure/not-known': 'What was given in all could not be told from what was handed in.',
  'exposure/unplaced': 'Visits of which it is not known which product was given: {count}.',

  // Reviews and decisions.
  'review/due': 'Review due: {review}, since {due}.',
  'review/past-due': 'Review past due: {review}, due on {due}.',
  'review/no-day': 'Review open: {review}; its day is not known.',
  'review/blocks': 'Coming sessions wait for the review "{review}".',
  'review/next': 'Next review: {review}, on {due}.',
  'missed/undecided':
    'Missed sessions that await a decision: {count}, the first of them number {number} of {day}.',
  'place/open':
    'Sessions whose place is still to be chosen: {count}, the first of them number {number} of {day}.',

  // What is late.
  'overdue/session': 'Session past due: number {number}, planned for {day}.',
  'overdue/assessment': 'Assessment past due: {assessment}, due on {due}.',
  'missed/assessments': 'Assessments missed: {count}, the last of them "{assessment}" of {due}.',

  // What visits left.
  'left/task': 'Left by the last visit with a dose: {task}, until {due}.',
  'left/task-overdue':
    'Left by the last visit with a dose: {task}, until {due}; that day is over, and nothing on record settles it.',
  'left/task-undated': 'Left by the last visit with a dose: {task}; its day is not known.',
  'left/task-perhaps':
    'Left by the last visit with a dose, if it is asked of this person, which is not known: {task}.',
  'left/tasks-unknown':
    'What the last visit with a dose left to be done is not known: its product is not on record, or the tables hold none for it.',
  'left/next-dose-lower': 'Decided after {effect}: the next dose lower.',
  'left/next-dose-delayed': 'Decided after {effect}: the next dose delayed.',
  'left/next-dose-stopped': 'Decided after {effect}: no next dose.',
  'left/next-dose-undecided': 'After {effect}: what becomes of the next dose is undecided.',
  'left/referral': 'Referred to {to} on {day}: no review on record.',
  'left/transfer': 'Transferred to {to} on {day}: no review on record.',
  'left/admission': 'Admitted on {day}: no review on record.',
  'left/serious-effect': 'Serious: {effect} of {day}: no review on record.',
  'left/referral-undated': 'Referred to {to} on a day nobody recorded: no review on record.',
  'left/transfer-undated': 'Transferred to {to} on a day nobody recorded: no review on record.',
  'left/admission-undated': 'Admitted on a day nobody recorded: no review on record.',
  'left/serious-effect-undated': 'Serious: {effect} on a day nobody recorded: no review on record.',
  'left/perhaps': 'Matters of which it is not known whether they are serious, or settled: {count}.',

  // What comes.
  'next/session': 'Next session: number {number}, planned for {day} at {time}.',
  'next/recommended': 'Recommended for it now: {day} at {time}.',
  'next/to-choose':
    'Next session: number {number}; its place is to be chosen. Proposed: {day} at {time}. Also possible: {others}.',
  'next/to-choose-no-other':
    'Next session: number {number}; its place is to be chosen. Proposed: {day} at {time}; no other place is open.',
  'next/earliest': 'Not before {day} at {time}.',
  'next/earliest-day': 'Not before {day}.',
  'next/latest': 'Until {day} it is still this session.',
  'next/none': 'No session is planned to come.',
  'next/assessment': 'Next assessment: {assessment}, due on {due}.',

  // How far the record can be relied on.
  'record/late': 'Entries written down after the fact: {count}.',
  'record/undated': 'Entries without a date: {count}; where they belong is not known.',
  'record/odd': 'Oddities in what was handed in: {count}.',
} as const satisfies Readonly<Record<string, string>>

/** A code of a summary. */
export type SummaryCode = keyof typeof summaryCatalogue

/** Templates by code. What a catalogue of another language lacks is said in English. */
export type SummaryCatalogue = Readonly<Record<string, string>>

/**
 * A line of a summary in words.
 *
 * @param line - as `treatmentSummary` returned it
 * @param catalogue - templates by code; left out, those in English
 * @returns one sentence; a name the line holds no value for stays as it stands in the template
 * @throws Refusal `bad-argument` where neither catalogue holds the code
 *
 * @example
 * ```ts
 * const line = { code: 'sessions/given', values: { given: 4, planned: 12 }, entries: [] }
 * describeLine(line) // => 'Sessions given: 4 of 12 planned.'
 * describeLine(line, { 'sessions/given': '{given}/{planned} Sitzungen' }) // => '4/12 Sitzungen'
 * ```
 */
export function describeLine(line: SummaryLine, catalogue: SummaryCatalogue = summaryCatalogue): string {
  return answered(() => {
    if (!isObject(line) || !isObject(line.values)) throw new Refusal(badArgument, 'line')
    if (!isObject(catalogue)) throw new Refusal(badArgument, 'catalogue')
    const template = templateIn(catalogue, line.code) ?? templateIn(summaryCatalogue, line.code)
    if (template === undefined) throw new Refusal(badArgument, 'line.code')
    const { values } = line
    return template.replace(/\{(\w+)\}/g, (name, key: string) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined
      return typeof value === 'string' || typeof value === 'number' ? `${value}` : name
    })
  })
}

function templateIn(catalogue: SummaryCatalogue, code: string): string | undefined {
  if (typeof code !== 'string' || !Object.hasOwn(catalogue, code)) return undefined
  const template = catalogue[code]
  return typeof template === 'string' ? template : undefined
}
