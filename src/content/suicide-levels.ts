/**
 * What each level of the suicide screen means and asks for.
 *
 * The screen itself, the fact a visit records and the gates before a dose all read this one table.
 * @module
 */
import { type Certainty, type Citation, cite, recall } from '../kernel/evidence.ts'
import type { ActionCode } from './actions.ts'
import { suicidality } from './dosing/dose-sets.ts'

/** The US indication whose matter acute suicidality is: there the answers are expected, and stand against nothing. */
export const acuteSuicidality = [suicidality] as const

/** The levels, the gravest first. */
export const suicideLevelIds = [
  'behaviour-3-months',
  '5',
  '4',
  '3',
  'behaviour-lifetime',
  '2',
  '1',
  'none',
] as const

/** What the levels ask to consider. */
export type SuicideAction = Extract<
  ActionCode,
  'assess-suicide-risk' | 'watch-suicide-risk' | 'plan-suicide-care' | 'refer-psychiatry'
>

/** One level of the screen. */
export interface SuicideLevel {
  /** As the fact `suicide-screen-level` is graded. */
  readonly id: (typeof suicideLevelIds)[number]
  readonly tier: 'none' | 'low' | 'moderate' | 'high'
  /** What was answered, true even where a graver answer is missing; none of it is the wording of the form. */
  readonly meaning: string
  /** What it says where nothing graver was answered with yes. */
  readonly asHighest: string
  readonly actions: readonly SuicideAction[]
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
}

const assess = ['assess-suicide-risk', 'watch-suicide-risk'] as const

/** Each level by its id. */
/* @__NO_SIDE_EFFECTS__ */
export function suicideLevels(): Readonly<Record<SuicideLevel['id'], SuicideLevel>> {
  return {
    'behaviour-3-months': high('behaviour-3-months', 'Suicidal behaviour within three months', [
      ...assess,
      'refer-psychiatry',
    ]),
    '5': high('5', 'Suicidal thoughts with a plan and intent', assess),
    '4': high('4', 'Suicidal thoughts with some intent', assess),
    '3': lower(
      '3',
      'moderate',
      'Suicidal thoughts with a method',
      'Suicidal thoughts with a method, without intent',
    ),
    // The sources name the behaviour of the last three months only.
    'behaviour-lifetime': lower(
      'behaviour-lifetime',
      'moderate',
      'Suicidal behaviour at some time',
      'Suicidal behaviour longer ago than three months',
    ),
    '2': lower('2', 'low', 'Suicidal thoughts', 'Suicidal thoughts, without method or intent'),
    '1': lower('1', 'low', 'Wish to be dead', 'Wish to be dead, without suicidal thoughts'),
    none: { ...lower('none', 'none', 'No suicidal thoughts or behaviour reported'), actions: [] },
  }
}

/** The grades of the fact, the mildest first. */
/* @__NO_SIDE_EFFECTS__ */
export function suicideGrades(): readonly string[] {
  return [...suicideLevelIds].reverse()
}

/** The levels of the highest tier. */
/* @__NO_SIDE_EFFECTS__ */
export function highLevels(): readonly string[] {
  return Object.values(suicideLevels()).flatMap(({ id, tier }) => (tier === 'high' ? [id] : []))
}

/** Answers that the triage of the authors calls imminent. */
/* @__NO_SIDE_EFFECTS__ */
function high(id: SuicideLevel['id'], meaning: string, actions: SuicideLevel['actions']): SuicideLevel {
  const sources = [cite('pre-cssrs-high', 'CSSRST'), cite('pol-cssrs-trigger', 'CSSRST')]
  return { id, tier: 'high', meaning, asHighest: meaning, actions, certainty: 'S', sources }
}

/** The others ask for a referral; what their levels are called was not seen in that source. */
/* @__NO_SIDE_EFFECTS__ */
function lower(
  id: SuicideLevel['id'],
  tier: SuicideLevel['tier'],
  meaning: string,
  asHighest: string = meaning,
): SuicideLevel {
  const sources = [recall('pre-cssrs-moderate-low', 'K', 'CSSRST')]
  return { id, tier, meaning, asHighest, actions: ['plan-suicide-care'], certainty: 'K', sources }
}
