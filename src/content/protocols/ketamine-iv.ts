/** Racemic ketamine by vein for depression: off-label everywhere, laid out as trials gave it. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type {
  Checkpoint,
  DoseLine,
  Grounded,
  Interval,
  Limit,
  Protocol,
  ProtocolAssessment,
  ProtocolPhase,
  StudiedGap,
} from '../../kernel/protocol.ts'
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
  seen,
  sourceIsSilent,
} from './protocol.ts'

/* @__NO_SIDE_EFFECTS__ */
function standardDose(from: number, to: number): DoseLine {
  return {
    sessions: { from, to },
    amounts: { unit: 'mg/kg', values: [0.5] },
    over: { value: 40, unit: 'min' },
    ...seen(
      cite('dose-iv-standard', 'FAVA'),
      cite('dose-iv-standard', 'ELEKT'),
      cite('dose-iv-standard', 'SINGH16'),
    ),
  }
}

const raised = [
  'The reference dose is 0.5 mg/kg over 40 minutes; a guideline aims at 0.5 to 1.0 mg/kg as an adjunct.',
  'Steps were taken after at least three sessions at the first dose; no step from session to session is agreed on.',
  'At 0.75 mg/kg: one trial gave it over 45 minutes, after three sessions at 0.5.',
  'At 1.0 mg/kg: one state’s bound on speed asks for at least 60 minutes.',
  'The dose check and the ceilings of a site judge each dose.',
]

// A session has one line of doses, so what a dose takes longer for stands in its words.
/* @__NO_SIDE_EFFECTS__ */
function raisedDose(from: number): DoseLine {
  return {
    sessions: { from },
    amounts: { unit: 'mg/kg', least: 0.5, most: 1 },
    note: raised.join(' '),
    ...seen(
      cite('dose-iv-range-canmat23', 'CANMAT23'),
      cite('dose-iv-titration-step', 'DRO-ESC'),
      cite('dose-iv-rate-arithmetic', 'PA20'),
    ),
  }
}

/** Doses after the six infusions: no source gives one of its own, and the range is carried over from them. */
/* @__NO_SIDE_EFFECTS__ */
function keptDose(from: number): DoseLine {
  const { note, sources, ...line } = raisedDose(from)
  return {
    ...line,
    note: `No source gives a dose of its own for maintenance: the range is that of the infusions before it, and sessions of an earlier course count among the three. ${note}`,
    ...known(...sources),
  }
}

// Due after the third session and never before it; at the fourth it is late, which no row can say.
/* @__NO_SIDE_EFFECTS__ */
function futility(): Checkpoint {
  return {
    id: 'futility',
    label: 'Futility review after the third or fourth session',
    kind: 'futility',
    at: { afterSessions: 3 },
    blocks: false,
    prompt:
      'How much has improved since the first session, after the third and after the fourth? Are the rest of the sessions worth giving?',
    because:
      'In one cohort less than 20 % improvement a day after the fourth infusion, or less than 20 % after each of the first three, predicted no response to six. In another, 58 % of those not better after the first or second were at least partly better by the fourth.',
    ...seen(
      cite('resp-stop-4', 'EARLY24'),
      cite('resp-definition-partial', 'EARLY24'),
      cite('resp-stop-too-early', 'EARLY21'),
      cite('conf-stop-rule', 'EARLY24'),
    ),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function outcome(): Checkpoint {
  return {
    id: 'outcome',
    label: 'Outcome review after six sessions',
    kind: 'benefit',
    at: { end: 'phase' },
    blocks: true,
    prompt: 'Was there a response, and what follows: stop, change, or keep what was reached?',
    because:
      'Trials gave six infusions. A reading of three of them together: not to stop for want of effect before the third, to look at the third or fourth, and to stop or change after six without a response.',
    ...known(
      cite('dose-iv-induction-6', 'PHIL19'),
      cite('resp-phillips-2019', 'PHIL19'),
      recall('resp-stop-rule-synthesis', 'K'),
    ),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function scores(): readonly ProtocolAssessment[] {
  return [
    baselineScore(cite('resp-definition-response', 'PHIL19')),
    {
      id: 'score-after-session',
      label: 'Depression score a day after the infusion',
      kind: 'measure',
      instruments: ['madrs-24h', 'madrs'],
      anchor: { is: 'each-session' },
      direction: 'after',
      from: amount(1, 'd'),
      due: amount(1, 'd'),
      to: fromPolicy('check-after-session-late'),
      // A cohort was read a day after infusions; that every one of six is followed by a score is a reading.
      ...known(cite('resp-stop-4', 'EARLY24'), cite('resp-onset-iv', 'SHIR20')),
    },
    {
      id: 'outcome-score',
      label: 'Depression score for the outcome review, before the effect of the last infusion fades',
      kind: 'measure',
      instruments: ['madrs', 'hamd-17', 'qids-sr16', 'phq-9'],
      anchor: { is: 'phase-end', phase: 'induction' },
      direction: 'after',
      from: amount(1, 'd'),
      due: amount(1, 'd'),
      to: amount(5, 'd'),
      // The effect of a single infusion fades over five to eight days: the earliest of them as the last day is a reading.
      ...known(cite('resp-onset-iv', 'SHIR20')),
    },
  ]
}

/* @__NO_SIDE_EFFECTS__ */
function six(interval: Interval, limit: Limit, next?: string): ProtocolPhase {
  return {
    id: 'induction',
    label: 'Induction, six sessions',
    kind: 'induction',
    sessions: 6,
    intervals: [interval],
    limits: [limit],
    doses: [standardDose(1, 3), raisedDose(4)],
    checkpoints: [futility(), outcome()],
    missed: [sourceIsSilent()],
    makesUp: 'ask',
    ...(next === undefined ? {} : { next }),
    ...seen(
      cite('dose-iv-induction-6', 'PHIL19'),
      cite('dose-iv-induction-6', 'ELEKT'),
      cite('dose-iv-induction-6', 'SHIR20'),
    ),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function twiceWeekly(from: Grounded): Interval {
  return { id: 'twice-weekly', label: 'Twice a week', sessions: 2, weeks: 1, ...around('several'), ...from }
}

/* @__NO_SIDE_EFFECTS__ */
function thriceWeekly(from: Grounded): Interval {
  return {
    id: 'thrice-weekly',
    label: 'Three times a week',
    sessions: 3,
    weeks: 1,
    ...around('several'),
    ...from,
  }
}

// How many days that makes is arithmetic on the schedules, and so surer of the count a week than of the days.
const gap2: () => StudiedGap = () => ({
  id: 'twice-weekly',
  label: 'Twice a week, three or four days apart',
  days: { from: 3, to: 4 },
  phase: 'induction',
  ...known(cite('dose-iv-2x-weekly-3wk', 'ELEKT'), cite('dose-iv-2x-vs-3x', 'SINGH16')),
})

const gap3: () => StudiedGap = () => ({
  id: 'thrice-weekly',
  label: 'Three times a week, two or three days apart',
  days: { from: 2, to: 3 },
  phase: 'induction',
  ...known(cite('dose-iv-3x-weekly-2wk', 'PHIL19'), cite('dose-iv-2x-vs-3x', 'SINGH16')),
})

const gapWeekly: () => StudiedGap = () => ({
  id: 'weekly',
  label: 'Weekly, four times, in those who had responded to six',
  days: { from: 7, to: 7 },
  phase: 'maintenance',
  ...seen(cite('dose-iv-maintenance-weekly', 'PHIL19'), cite('dose-iv-3x-weekly-2wk', 'PHIL19')),
})

type Shared = Pick<
  Protocol,
  | 'field'
  | 'product'
  | 'jurisdictions'
  | 'indications'
  | 'age'
  | 'effective'
  | 'basis'
  | 'limits'
  | 'adjuncts'
>

/* @__NO_SIDE_EFFECTS__ */
function byVein(): Shared {
  return {
    field: 'psychiatric',
    product: 'ketamine-iv',
    jurisdictions: bothPacks,
    indications: [resistant],
    age: { from: 18 },
    effective: { from: firstDay },
    basis: 'trial',
    limits: [injectedApart()],
    adjuncts: [],
  }
}

const thereafter =
  'The protocol ends after six sessions. The evidence for repeated infusions is of a low level, and what follows is a matter of the case: Canadian guidance put it at level 3 in 2021 and at level 2 in 2023. One compendium goes no further than six weeks.'

/** Six infusions, two a week. */
export const ketamineIvTwiceWeekly = /* @__PURE__ */ protocol(() => {
  const twice = seen(cite('dose-iv-2x-weekly-3wk', 'ELEKT'))
  return {
    ...byVein(),
    id: 'ketamine-iv-2x-weekly',
    label: 'Ketamine by vein, six infusions, twice a week',
    certainty: 'S',
    phases: [six(twiceWeekly(twice), mostAWeek(2, twice))],
    assessments: scores(),
    studied: [gap2(), gap3()],
    beyond: thereafter,
    sources: [
      cite('dose-iv-2x-weekly-3wk', 'ELEKT'),
      cite('dose-iv-2x-vs-3x', 'SINGH16'),
      cite('dose-iv-course-medscape', 'MEDSC'),
      cite('dose-iv-maintenance-evidence', 'CANMAT'),
      cite('conf-canmat-line', 'CANMAT23'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/** Six infusions, three a week. */
export const ketamineIvThriceWeekly = /* @__PURE__ */ protocol(() => {
  const thrice = seen(cite('dose-iv-3x-weekly-2wk', 'PHIL19'), cite('dose-iv-2x-vs-3x', 'SINGH16'))
  return {
    ...byVein(),
    id: 'ketamine-iv-3x-weekly',
    label: 'Ketamine by vein, six infusions, three times a week',
    certainty: 'S',
    phases: [six(thriceWeekly(thrice), mostAWeek(3, thrice))],
    assessments: scores(),
    studied: [gap3(), gap2()],
    beyond: thereafter,
    sources: [
      cite('dose-iv-3x-weekly-2wk', 'PHIL19'),
      cite('dose-iv-2x-vs-3x', 'SINGH16'),
      cite('dose-iv-6-vs-1', 'SHIR20'),
      cite('dose-iv-course-medscape', 'MEDSC'),
      cite('dose-iv-maintenance-evidence', 'CANMAT'),
      cite('conf-canmat-line', 'CANMAT23'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/** Six infusions, three a week, then four weekly ones. */
export const ketamineIvThriceThenWeekly = /* @__PURE__ */ protocol(() => {
  const thrice = seen(cite('dose-iv-3x-weekly-2wk', 'PHIL19'))
  const weekly = seen(cite('dose-iv-maintenance-weekly', 'PHIL19'), cite('dose-iv-3x-weekly-2wk', 'PHIL19'))
  return {
    ...byVein(),
    id: 'ketamine-iv-3x-weekly-then-weekly',
    label: 'Ketamine by vein, six infusions three times a week, then four weekly',
    certainty: 'S',
    phases: [
      six(thriceWeekly(thrice), mostAWeek(3, thrice), 'weekly'),
      {
        id: 'weekly',
        label: 'Weekly, four sessions',
        kind: 'maintenance',
        sessions: 4,
        intervals: [
          {
            id: 'weekly',
            label: 'Once a week',
            sessions: 1,
            weeks: 1,
            ...around('weekly'),
            means: 'In the trial it kept the response of those who had one, and added nothing to it.',
            ...weekly,
          },
        ],
        limits: [],
        doses: [keptDose(4)],
        checkpoints: [],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...weekly,
      },
    ],
    assessments: scores(),
    studied: [gap3(), gapWeekly()],
    beyond:
      'The protocol ends after the four weekly sessions. The evidence for going on is of a low level: Canadian guidance put repeated infusions at level 3 in 2021 and at level 2 in 2023. Usual practice widens the gap step by step.',
    sources: [
      cite('dose-iv-3x-weekly-2wk', 'PHIL19'),
      cite('dose-iv-maintenance-weekly', 'PHIL19'),
      cite('dose-iv-maintenance-evidence', 'CANMAT'),
      cite('conf-canmat-line', 'CANMAT23'),
      recall('dose-iv-maintenance-stepwise', 'K'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})

/* @__NO_SIDE_EFFECTS__ */
function wider(weeks: number): Interval {
  return {
    id: `every-${weeks}-weeks`,
    label: `Every ${['two', 'three', 'four'][weeks - 2]} weeks`,
    sessions: 1,
    weeks,
    ...around('weekly'),
    means:
      weeks === 4
        ? 'About as often as one large clinic gives boosters. Usual practice; no trial of it was found.'
        : 'Usual practice widens to it where the step before holds; no trial of it was found.',
    ...known(
      recall('dose-iv-maintenance-stepwise', 'K'),
      ...(weeks === 4 ? [cite('dose-iv-maintenance-monthly', 'CRTCE')] : []),
    ),
  }
}

/** Infusions that keep a response, at widening intervals. */
export const ketamineIvMaintenance = /* @__PURE__ */ protocol(() => {
  const low = known(
    recall('dose-iv-maintenance-stepwise', 'K'),
    cite('dose-iv-maintenance-evidence', 'CANMAT'),
    cite('dose-iv-maintenance-evidence', 'ZARC'),
  )
  return {
    ...byVein(),
    id: 'ketamine-iv-maintenance',
    label: 'Ketamine by vein, maintenance at widening intervals',
    basis: 'practice',
    certainty: 'K',
    phases: [
      {
        id: 'maintenance',
        label: 'Maintenance, for as long as it holds',
        kind: 'maintenance',
        intervals: [
          {
            id: 'weekly',
            label: 'Once a week',
            sessions: 1,
            weeks: 1,
            ...around('weekly'),
            means: 'Four weekly sessions kept the response of those who had one, and added nothing to it.',
            ...seen(cite('dose-iv-maintenance-weekly', 'PHIL19')),
          },
          wider(2),
          wider(3),
          wider(4),
        ],
        limits: [],
        doses: [keptDose(1)],
        checkpoints: [
          {
            id: 'least-frequent',
            label: 'Review of benefit, harm and interval',
            kind: 'interval',
            at: { every: fromPolicy('interval-review') },
            blocks: false,
            prompt: 'Does the response hold, is there harm, and would a longer interval hold it too?',
            because:
              'Practice widens the gap to the longest that holds, one step after the other; no fixed taper rests on evidence.',
            ...low,
          },
        ],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...low,
      },
    ],
    assessments: [baselineScore(cite('resp-definition-response', 'PHIL19')), checkAfterSession()],
    studied: [gapWeekly()],
    beyond:
      'It has no end of its own. The evidence is of a low level, case by case: Canadian guidance put repeated infusions at level 3 in 2021 and at level 2 in 2023. One compendium goes no further than six weeks because longer was not studied.',
    sources: [
      cite('dose-iv-maintenance-evidence', 'CANMAT'),
      cite('dose-iv-maintenance-evidence', 'ZARC'),
      cite('dose-iv-maintenance-weekly', 'PHIL19'),
      cite('dose-iv-maintenance-monthly', 'CRTCE'),
      recall('dose-iv-maintenance-stepwise', 'K'),
      cite('conf-canmat-line', 'CANMAT23'),
      cite('dose-iv-course-medscape', 'MEDSC'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
    ],
  }
})
