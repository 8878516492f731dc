/** The nasal spray under its US label. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import type { Grounded, Limit, MissedRule, StudiedGap } from '../../kernel/protocol.ts'
import { fromPolicy } from '../../kernel/rule.ts'
import { resistant, suicidality } from '../dosing/dose-sets.ts'
import {
  around,
  baselineScore,
  checkAfterSession,
  mostAWeek,
  oneADay,
  protocol,
  scoreForReview,
  seen,
} from './protocol.ts'

const label = 'section 2.2'

/** Which texts were read: said with every protocol of the label. */
const versions =
  'Written from the label of 2019, and what was seen of those of 2020 and 2025. The newest, version 18 of 2026-03-13, was not seen.'

/** That there is a newer label than those that were read. */
const newest = /* @__PURE__ */ cite('legal-label-us-2026', 'PI26')

/** The least time between two doses: the label counts sessions a week, and a site chooses. */
/* @__NO_SIDE_EFFECTS__ */
export function sprayApart(): Limit {
  return {
    id: 'least-apart',
    label: 'Least time between two sessions',
    kind: 'least-between',
    amount: fromPolicy('min-interval-esketamine'),
    in: 'elapsed-hours',
    ...seen(cite('pol-min-interval-esk', 'MONOR'), recall('dose-esk-min-interval', 'K', 'PI19', label)),
  }
}

/** Gaps of the twice-weekly weeks of trials, and of the intervals that were studied after them. */
/* @__NO_SIDE_EFFECTS__ */
export function sprayGaps(): readonly StudiedGap[] {
  return [
    {
      id: 'trial-days',
      label: 'Three or four days apart, as the visits of a trial lay',
      days: { from: 3, to: 4 },
      phase: 'induction',
      ...seen(cite('pol-min-interval-esk', 'MONOR')),
    },
    {
      id: 'weekly-after-induction',
      label: 'Weekly, weeks 5 to 8',
      days: { from: 7, to: 7 },
      phase: 'optimisation',
      ...seen(cite('dose-esk-trd-maint-5-8', 'PI19', label)),
    },
    {
      id: 'weekly',
      label: 'Weekly',
      days: { from: 7, to: 7 },
      phase: 'maintenance',
      ...seen(cite('dose-esk-interval-studied', 'JNJ-4WK'), cite('dose-esk-interval-studied', 'SUS3')),
    },
    {
      id: 'every-2-weeks',
      label: 'Every two weeks',
      days: { from: 14, to: 14 },
      phase: 'maintenance',
      ...seen(cite('dose-esk-interval-studied', 'JNJ-4WK'), cite('dose-esk-interval-studied', 'SUS3')),
    },
    {
      id: 'every-4-weeks',
      label: 'Every four weeks, in an open extension',
      days: { from: 28, to: 28 },
      phase: 'maintenance',
      ...seen(
        cite('dose-esk-interval-studied', 'JNJ-4WK'),
        cite('dose-esk-interval-studied', 'SUS3'),
        cite('resp-sustain3-dosing', 'SUS3'),
      ),
    },
  ]
}

const missed: () => Grounded = () =>
  seen(cite('dose-esk-missed-maintenance', 'JNJ-MISS'), cite('dose-esk-missed-maintenance', 'PDRS'))

/**
 * What the maker says of the first four weeks of a course. Of weeks of two sessions that a step back brings later it says
 * nothing; a row of a phase cannot tell the two apart, so its words do.
 */
/* @__NO_SIDE_EFFECTS__ */
function keepSchedule(more = ''): MissedRule {
  return {
    id: 'keep-schedule',
    when: 'any',
    option: 'continue',
    text: `Of a session missed in the first four weeks of a course the maker says that the current schedule is kept. Of two sessions a week taken up again later, after a step back, it says nothing.${more}`,
    ...seen(cite('dose-esk-missed-induction', 'JNJ-MISS'), cite('dose-esk-missed-induction', 'PDRS')),
  }
}

/* @__NO_SIDE_EFFECTS__ */
function backToTwiceWeekly(): MissedRule {
  return {
    id: 'weekly-back',
    when: 'worse',
    option: 'step-back',
    from: 'weekly',
    to: { phase: 'induction', interval: 'twice-weekly' },
    text: 'Of sessions missed in maintenance where depression is worse, the maker has one step back considered: from weekly to twice weekly. For how long it does not say.',
    ...missed(),
  }
}

/** Treatment-resistant depression, United States. */
export const esketamineTrdUs = /* @__PURE__ */ protocol(() => ({
  id: 'esketamine-trd-us',
  label: 'Esketamine nasal spray, treatment-resistant depression, United States',
  field: 'psychiatric',
  product: 'esketamine-nasal',
  jurisdictions: ['us'],
  indications: [resistant],
  age: { from: 18 },
  effective: { from: '2019-03-05' },
  basis: 'label',
  certainty: 'S',
  phases: [
    {
      id: 'induction',
      label: 'Induction, weeks 1 to 4',
      kind: 'induction',
      weeks: 4,
      sessions: 8,
      intervals: [
        {
          id: 'twice-weekly',
          label: 'Twice a week',
          sessions: 2,
          weeks: 1,
          ...around('several'),
          ...seen(cite('dose-esk-trd-induction', 'PI19', label), cite('dose-esk-trd-induction', 'ONA')),
        },
      ],
      limits: [mostAWeek(2, seen(cite('dose-esk-trd-induction', 'PI19', label)))],
      doses: [
        {
          sessions: { from: 1, to: 1 },
          amounts: { unit: 'mg', values: [56] },
          ...seen(cite('dose-esk-trd-day1', 'PI19', label), cite('dose-esk-trd-day1', 'HCP-TRD20')),
        },
        {
          sessions: { from: 2 },
          amounts: { unit: 'mg', values: [56, 84] },
          note: 'Changed by the effect of the last dose and by how it was tolerated.',
          ...seen(
            cite('dose-esk-trd-induction', 'PI19', label),
            cite('dose-esk-adjust-basis', 'PI19', label),
          ),
        },
      ],
      checkpoints: [
        {
          id: 'benefit',
          label: 'Benefit review at the end of induction',
          kind: 'benefit',
          at: { end: 'phase' },
          blocks: true,
          prompt: 'Is there evidence of benefit that speaks for going on?',
          because: 'The label asks for benefit to be judged after four weeks, before treatment goes on.',
          ...seen(
            cite('dose-esk-trd-review', 'PI19', label),
            cite('dose-esk-trd-review', 'HCP-TRD'),
            cite('resp-esk-stop', 'PI19', label),
          ),
        },
      ],
      missed: [keepSchedule()],
      // Keeping the schedule adds no session to it.
      makesUp: 'no',
      next: 'optimisation',
      ...seen(cite('dose-esk-trd-induction', 'PI19', label)),
    },
    {
      id: 'optimisation',
      label: 'Weekly, weeks 5 to 8',
      kind: 'optimisation',
      weeks: 4,
      sessions: 4,
      intervals: [
        {
          id: 'weekly',
          label: 'Once a week',
          sessions: 1,
          weeks: 1,
          ...around('weekly'),
          ...seen(cite('dose-esk-trd-maint-5-8', 'PI19', label)),
        },
      ],
      limits: [],
      doses: [
        {
          sessions: { from: 2 },
          amounts: { unit: 'mg', values: [56, 84] },
          note: 'Changed by the effect of the last dose and by how it was tolerated.',
          ...seen(
            cite('dose-esk-trd-maint-5-8', 'PI19', label),
            cite('dose-esk-adjust-basis', 'PI19', label),
          ),
        },
      ],
      checkpoints: [
        {
          id: 'choose-interval',
          label: 'Choice of the interval from week 9 on',
          kind: 'interval',
          at: { end: 'phase' },
          blocks: false,
          prompt: 'Weekly, or every two weeks: which is the least frequent that would hold what was reached?',
          because: 'From week 9 on the label knows two intervals.',
          ...seen(cite('dose-esk-trd-maint-9', 'PI19', label)),
        },
      ],
      missed: [backToTwiceWeekly()],
      makesUp: 'ask',
      next: 'maintenance',
      ...seen(cite('dose-esk-trd-maint-5-8', 'PI19', label)),
    },
    {
      id: 'maintenance',
      label: 'Maintenance, from week 9 on',
      kind: 'maintenance',
      intervals: [
        {
          id: 'weekly',
          label: 'Once a week',
          sessions: 1,
          weeks: 1,
          ...around('weekly'),
          means: 'The more frequent of the two: for whom every two weeks does not hold.',
          ...seen(cite('dose-esk-trd-maint-9', 'PI19', label)),
        },
        {
          id: 'every-2-weeks',
          label: 'Every two weeks',
          sessions: 1,
          weeks: 2,
          ...around('weekly'),
          means:
            'The least frequent the label knows; it asks for the least frequent that holds remission or response.',
          ...seen(cite('dose-esk-trd-maint-9', 'PI19', label)),
        },
      ],
      limits: [],
      doses: [
        {
          sessions: { from: 2 },
          amounts: { unit: 'mg', values: [56, 84] },
          note: 'Changed by the effect of the last dose and by how it was tolerated.',
          ...seen(cite('dose-esk-trd-maint-9', 'PI19', label), cite('dose-esk-adjust-basis', 'PI19', label)),
        },
      ],
      checkpoints: [
        {
          id: 'least-frequent',
          label: 'Review of the interval',
          kind: 'interval',
          at: { every: fromPolicy('interval-review') },
          blocks: false,
          prompt: 'Is this still the least frequent interval that holds remission or response?',
          because:
            'The label asks for the least frequent dosing that holds; how often to look it leaves open.',
          ...seen(cite('dose-esk-trd-maint-9', 'PI19', label)),
        },
      ],
      missed: [
        backToTwiceWeekly(),
        {
          id: 'every-2-weeks-back',
          when: 'worse',
          option: 'step-back',
          from: 'every-2-weeks',
          to: { phase: 'maintenance', interval: 'weekly' },
          text: 'Of sessions missed in maintenance where depression is worse, the maker has one step back considered: from every two weeks to weekly. For how long it does not say.',
          ...missed(),
        },
      ],
      makesUp: 'ask',
      ...seen(cite('dose-esk-trd-maint-9', 'PI19', label)),
    },
  ],
  limits: [sprayApart(), oneADay()],
  assessments: [
    baselineScore(),
    checkAfterSession(),
    scoreForReview('induction', seen(cite('dose-esk-trd-review', 'PI19', label))),
    scoreForReview('optimisation', seen(cite('dose-esk-trd-maint-9', 'PI19', label))),
  ],
  adjuncts: [
    {
      id: 'oral-antidepressant',
      label: 'An antidepressant by mouth',
      need: 'required',
      effective: { from: '2019-03-05', to: '2025-01-20' },
      ...seen(cite('legal-label-us-2019', 'PI19'), cite('prod-esk-us-first-approval', 'PI19')),
    },
    {
      id: 'oral-antidepressant',
      label: 'An antidepressant by mouth',
      need: 'optional',
      effective: { from: '2025-01-21' },
      ...seen(cite('conf-oral-ad-needed', 'NEWS25'), cite('prod-esk-us-monotherapy', 'NEWS25')),
    },
  ],
  studied: sprayGaps(),
  beyond: `Maintenance has no end in the label. In an open extension people who came back after more than 28 days without a dose improved again; the label knows no rule for a new induction. Of every three weeks, and of more than four, the maker gives no information. ${versions}`,
  sources: [
    cite('dose-esk-trd-induction', 'PI19', label),
    cite('dose-esk-lapse-28d', 'JNJ-MISS'),
    cite('dose-esk-interval-studied', 'JNJ-4WK'),
    cite('prod-esk-paediatric', 'PI19', 'section 5.5'),
    newest,
  ],
}))

/** Depressive symptoms with acute suicidal ideation or behaviour, United States. */
export const esketamineSuicidalityUs = /* @__PURE__ */ protocol(() => ({
  id: 'esketamine-suicidality-us',
  label: 'Esketamine nasal spray, major depression with acute suicidality, United States',
  field: 'psychiatric',
  product: 'esketamine-nasal',
  jurisdictions: ['us'],
  indications: [suicidality],
  age: { from: 18 },
  effective: { from: '2020-07-31' },
  basis: 'label',
  certainty: 'S',
  phases: [
    {
      id: 'induction',
      label: 'Weeks 1 to 4',
      kind: 'induction',
      weeks: 4,
      sessions: 8,
      intervals: [
        {
          id: 'twice-weekly',
          label: 'Twice a week',
          sessions: 2,
          weeks: 1,
          ...around('several'),
          ...seen(cite('dose-esk-mdsi', 'ONA'), cite('dose-esk-mdsi', 'HCP-MDSI')),
        },
      ],
      limits: [mostAWeek(2, seen(cite('dose-esk-mdsi', 'ONA')))],
      doses: [
        {
          sessions: { from: 1, to: 1 },
          amounts: { unit: 'mg', values: [84] },
          ...seen(cite('dose-esk-mdsi', 'ONA'), cite('dose-esk-mdsi', 'HCP-MDSI')),
        },
        {
          sessions: { from: 2 },
          amounts: { unit: 'mg', values: [56, 84] },
          note: '84 mg; 56 mg where 84 mg was not tolerated.',
          ...seen(cite('dose-esk-mdsi', 'ONA'), cite('dose-esk-mdsi', 'HCP-MDSI')),
        },
      ],
      checkpoints: [
        {
          id: 'benefit',
          label: 'Benefit review after four weeks',
          kind: 'benefit',
          at: { end: 'phase' },
          blocks: true,
          prompt: 'Is there evidence of benefit, and what follows?',
          because: 'Use beyond four weeks was not studied systematically.',
          ...seen(cite('dose-esk-mdsi-review', 'HCP-MDSI'), cite('dose-esk-mdsi-review', 'ONA')),
        },
      ],
      missed: [
        keepSchedule(' Use beyond four weeks, as after a new induction, was not studied systematically.'),
      ],
      makesUp: 'no',
      ...seen(cite('dose-esk-mdsi', 'ONA')),
    },
  ],
  limits: [sprayApart(), oneADay()],
  assessments: [
    baselineScore(),
    checkAfterSession(),
    scoreForReview('induction', seen(cite('dose-esk-mdsi-review', 'HCP-MDSI'))),
  ],
  adjuncts: [
    {
      id: 'oral-antidepressant',
      label: 'An antidepressant by mouth',
      need: 'required',
      effective: { from: '2020-07-31' },
      ...seen(
        cite('prod-esk-us-mdsi-still-adjunct', 'JNJ-TAKE25'),
        cite('prod-esk-us-mdsi', 'PI20'),
        cite('legal-label-us-2020', 'PI20'),
      ),
    },
  ],
  studied: sprayGaps().filter((row) => row.phase === 'induction'),
  beyond: `The protocol ends after four weeks: going on, with a new induction too, was not studied systematically. It was not shown to prevent suicide, and does not take the place of an admission. ${versions} Of the change of 2020 the month is known and not the day: its last day stands for it.`,
  sources: [
    cite('dose-esk-mdsi', 'HCP-MDSI'),
    cite('dose-esk-mdsi-review', 'HCP-MDSI'),
    cite('prod-esk-limit-suicide', 'WCM'),
    cite('prod-esk-limit-suicide', 'PI20'),
    cite('prod-esk-us-mdsi', 'HCP-MDSI'),
    newest,
  ],
}))
