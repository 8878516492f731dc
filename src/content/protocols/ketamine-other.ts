/** Racemic ketamine by routes other than the vein, for depression: off-label, and the evidence is weak. @module */
import { cite } from '../../kernel/evidence.ts'
import type { Grounded, Interval, Protocol, StudiedGap } from '../../kernel/protocol.ts'
import { amount, fromPolicy } from '../../kernel/rule.ts'
import { resistant } from '../dosing/dose-sets.ts'
import { bothPacks, firstDay } from '../scope.ts'
import {
  around,
  baselineScore,
  checkAfterSession,
  injectedApart,
  known,
  mostAWeek,
  protocol,
  scoreForReview,
  seen,
  sourceIsSilent,
} from './protocol.ts'

type Shared = Pick<
  Protocol,
  'field' | 'jurisdictions' | 'indications' | 'age' | 'effective' | 'basis' | 'adjuncts'
>

/** Steps and doses of these trials reach past the starting numbers of a policy, and a course overrules no check. */
const judged =
  'The dose check and the ceilings of a site judge each dose: the numbers a site starts from end at 0.9 mg/kg under the skin, and take smaller steps after three sessions.'

/* @__NO_SIDE_EFFECTS__ */
function offLabel(): Shared {
  return {
    field: 'psychiatric',
    jurisdictions: bothPacks,
    indications: [resistant],
    age: { from: 18 },
    effective: { from: firstDay },
    basis: 'trial',
    adjuncts: [],
  }
}

/* @__NO_SIDE_EFFECTS__ */
function twiceWeekly(from: Grounded): Interval {
  return { id: 'twice-weekly', label: 'Twice a week', sessions: 2, weeks: 1, ...around('several'), ...from }
}

/** How many days twice a week makes is arithmetic, and so no more than known. */
/* @__NO_SIDE_EFFECTS__ */
function gap({ sources }: Grounded): StudiedGap {
  return {
    id: 'twice-weekly',
    label: 'Twice a week, three or four days apart',
    days: { from: 3, to: 4 },
    phase: 'induction',
    ...known(...sources),
  }
}

/** Under the skin, four weeks, raised while improvement is less than half. */
export const ketamineScFlexible = /* @__PURE__ */ protocol(() => {
  const trial = seen(cite('dose-sc-kads', 'KADS'), cite('dose-sc-kads', 'KADSB'))
  return {
    ...offLabel(),
    id: 'ketamine-sc-flexible',
    label: 'Ketamine under the skin, flexible dose, twice a week for four weeks',
    product: 'ketamine-sc',
    certainty: 'S',
    phases: [
      {
        id: 'induction',
        label: 'Weeks 1 to 4',
        kind: 'induction',
        weeks: 4,
        sessions: 8,
        intervals: [twiceWeekly(trial)],
        limits: [mostAWeek(2, trial)],
        doses: [
          { sessions: { from: 1, to: 1 }, amounts: { unit: 'mg/kg', values: [0.5] }, ...trial },
          {
            sessions: { from: 2 },
            amounts: { unit: 'mg/kg', values: [0.5, 0.6, 0.75, 0.9] },
            note: `One step up where improvement was less than half; after how many sessions was not seen. ${judged}`,
            ...trial,
          },
        ],
        checkpoints: [
          {
            id: 'outcome',
            label: 'Outcome review after four weeks',
            kind: 'benefit',
            at: { end: 'phase' },
            blocks: true,
            prompt: 'Was remission or response reached, and what follows?',
            because: 'The trial asked for remission at the end of four weeks: a MADRS of 10 or less.',
            ...seen(cite('dose-sc-kads-endpoint', 'KADSP')),
          },
        ],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...trial,
      },
    ],
    limits: [injectedApart()],
    assessments: [
      baselineScore(cite('dose-sc-kads-endpoint', 'KADSP')),
      checkAfterSession(),
      scoreForReview('induction', seen(cite('dose-sc-kads-endpoint', 'KADSP'))),
    ],
    studied: [gap(trial)],
    beyond: 'The protocol ends after four weeks; of sessions after them no source was found.',
    sources: [
      cite('dose-sc-kads', 'KADS'),
      cite('dose-sc-kads', 'KADSB'),
      cite('dose-sc-range', 'SCREV'),
      cite('dose-non-iv-evidence', 'CANMAT'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/** Under the skin, a month, raised as a clinician sees fit. */
export const ketamineScNaturalistic = /* @__PURE__ */ protocol(() => {
  const registered = seen(cite('dose-sc-naturalistic', 'SCNAT'))
  return {
    ...offLabel(),
    id: 'ketamine-sc-naturalistic',
    label: 'Ketamine under the skin, steps led by a clinician, twice a week for a month',
    product: 'ketamine-sc',
    // Its results were not seen; and that its month has four weeks is a reading.
    basis: 'practice',
    certainty: 'K',
    phases: [
      {
        id: 'induction',
        label: 'The month, counted as four weeks',
        kind: 'induction',
        weeks: 4,
        sessions: 8,
        intervals: [twiceWeekly(registered)],
        limits: [mostAWeek(2, registered)],
        doses: [
          { sessions: { from: 1, to: 1 }, amounts: { unit: 'mg/kg', values: [0.5] }, ...registered },
          {
            sessions: { from: 2 },
            amounts: { unit: 'mg/kg', values: [0.5, 0.75, 1] },
            note: `From step to step as a clinician judges. ${judged}`,
            ...registered,
          },
        ],
        checkpoints: [],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...known(cite('dose-sc-naturalistic', 'SCNAT')),
      },
    ],
    limits: [injectedApart()],
    assessments: [
      baselineScore(),
      checkAfterSession(),
      scoreForReview('induction', known(cite('dose-sc-naturalistic', 'SCNAT'))),
    ],
    studied: [],
    beyond: 'The protocol ends after its month; of sessions after it no source was found.',
    sources: [
      cite('dose-sc-naturalistic', 'SCNAT'),
      cite('dose-sc-range', 'SCREV'),
      cite('dose-non-iv-evidence', 'CANMAT'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/** Into the muscle, once: no source gives a schedule of repeated doses. */
export const ketamineImSingle = /* @__PURE__ */ protocol(() => {
  const trial = seen(cite('dose-im-rct', 'IMIV14'), cite('dose-im-range', 'IMIV14'))
  return {
    ...offLabel(),
    id: 'ketamine-im-single',
    label: 'Ketamine into the muscle, a single session',
    product: 'ketamine-im',
    // The doses were seen. That they were given once, and that a course of one session follows from it, is a reading.
    certainty: 'K',
    phases: [
      {
        id: 'single',
        label: 'One session',
        kind: 'induction',
        sessions: 1,
        intervals: [
          {
            id: 'once',
            label: 'Once',
            sessions: 1,
            weeks: 1,
            ...around('weekly'),
            ...known(...trial.sources),
          },
        ],
        limits: [],
        doses: [
          {
            sessions: { from: 1, to: 1 },
            amounts: { unit: 'mg/kg', values: [0.25, 0.5] },
            note: 'One small open trial gave both, to nine people each, with similar falls of the score.',
            ...trial,
          },
        ],
        checkpoints: [
          {
            id: 'outcome',
            label: 'Review after the session',
            kind: 'benefit',
            at: { end: 'phase' },
            blocks: true,
            prompt: 'Was there an effect, did it hold, and what follows?',
            because:
              'The trial tells of the score at two hours and to the third day, and of nothing after it.',
            ...trial,
          },
        ],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...known(...trial.sources),
      },
    ],
    limits: [injectedApart()],
    assessments: [
      baselineScore(...trial.sources),
      checkAfterSession(),
      {
        id: 'score-day-3',
        label: 'Depression score on the third day',
        kind: 'measure',
        instruments: ['hamd-17', 'madrs'],
        anchor: { is: 'session', number: 1 },
        direction: 'after',
        from: amount(3, 'd'),
        due: amount(3, 'd'),
        to: amount(3, 'd'),
        ...trial,
      },
    ],
    studied: [],
    beyond:
      'The protocol ends after one session: the one trial found tells of no later one. Injections into the muscle are described as workable for depression, and no schedule of repeated ones was found; a site that gives them writes its own.',
    sources: [
      cite('dose-im-rct', 'IMIV14'),
      cite('dose-im-bolus-safe', 'ANDR-4'),
      cite('dose-non-iv-evidence', 'CANMAT'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/** By mouth, two doses a week for six weeks. */
export const ketamineOralTwiceWeekly = /* @__PURE__ */ protocol(() => {
  const trial = seen(cite('dose-oral-1-vs-2', 'KHEIR'))
  return {
    ...offLabel(),
    id: 'ketamine-oral-2x-weekly',
    label: 'Ketamine by mouth, twice a week for six weeks',
    product: 'ketamine-oral',
    certainty: 'S',
    phases: [
      {
        id: 'induction',
        label: 'Weeks 1 to 6',
        kind: 'induction',
        weeks: 6,
        sessions: 12,
        intervals: [twiceWeekly(trial)],
        limits: [mostAWeek(2, trial)],
        doses: [
          {
            sessions: { from: 1 },
            amounts: { unit: 'mg/kg', values: [1, 2] },
            note: 'A small trial held one against the other and found no difference.',
            ...trial,
          },
        ],
        checkpoints: [
          {
            id: 'outcome',
            label: 'Outcome review after six weeks',
            kind: 'benefit',
            at: { end: 'phase' },
            blocks: true,
            prompt: 'Was there a response, and what follows?',
            because: 'The trial was one of six weeks; of what follows no source was found.',
            ...trial,
          },
        ],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...trial,
      },
    ],
    limits: [
      {
        id: 'least-apart',
        label: 'Least time between two sessions',
        kind: 'least-between',
        amount: fromPolicy('min-interval-oral'),
        in: 'elapsed-hours',
        ...seen(cite('dose-oral-titration-example', 'ALSHI')),
      },
    ],
    assessments: [baselineScore(), checkAfterSession(), scoreForReview('induction', trial)],
    studied: [gap(trial)],
    beyond:
      'The protocol ends after six weeks; a review judges ketamine by mouth for depression experimental, and of what follows no source was found.',
    sources: [
      cite('dose-oral-1-vs-2', 'KHEIR'),
      cite('dose-oral-status', 'ANDR-2'),
      cite('dose-non-iv-evidence', 'CANMAT'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})
