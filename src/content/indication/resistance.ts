/** What counts as resistance to treatment. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import type { ResistanceDefinition } from '../../kernel/indication.ts'
import { amount, isNot, latest, stated } from '../../kernel/rule.ts'
import { allProducts, bothPacks, scope, type UnsignedRule } from '../scope.ts'
import { fromNow } from '../session/row.ts'
import { purpose } from './row.ts'

const fourWeeks = { value: 4, unit: 'wk' } as const
const sixWeeks = { value: 6, unit: 'wk' } as const

/** Less than half of the symptoms gone: no response and a partial one alike. */
const inadequate = ['no-response', 'partial-response'] as const

const twoTrials = () => [cite('trd-two-trials', 'MHP'), cite('trd-two-trials', 'PMC-RPA')]
const belowHalf = () => [cite('trd-failure-cutoff', 'FAVA'), cite('trd-response-bands', 'DESS11')]

/** Where a definition does not say what a failure is, a trial is followed: less than half better is one. */
const failedAsTrial = (): Citation => cite('trd-failure-cutoff', 'FAVA')

/** What stands behind the four weeks where a source gives no number of its own. */
const byConsensus = (): Citation => cite('trd-min-duration-consensus', 'SFORD')

/** Definitions that are no label’s. */
export const definitions = (): readonly ResistanceDefinition[] => [
  {
    id: 'consensus',
    label:
      'Two trials of at least four weeks in this episode, at the lowest licensed dose or above (consensus); that less than half better is a failure is taken from a trial',
    failures: 2,
    episode: 'current',
    duration: fourWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [byConsensus(), ...twoTrials(), ...belowHalf(), cite('trd-episode', 'FAVA')],
  },
  {
    id: 'six-weeks',
    label: 'The same with at least six weeks a trial (what is a failure is taken from a trial too)',
    failures: 2,
    episode: 'current',
    duration: sixWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [
      cite('trd-duration-conflict', 'MHP'),
      cite('trd-duration-mghs', 'PLOSTRD'),
      cite('conf-trd-duration', 'PLOSTRD'),
      ...twoTrials(),
      ...belowHalf(),
    ],
  },
  {
    id: 'twelve-weeks',
    label: 'The same with about twelve weeks a trial (what is a failure is taken from a trial too)',
    failures: 2,
    episode: 'current',
    duration: { value: 12, unit: 'wk' },
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [
      cite('trd-duration-conflict', 'PCORI'),
      cite('conf-trd-duration', 'PCORI'),
      ...twoTrials(),
      ...belowHalf(),
    ],
  },
  {
    id: 'questionnaire-style',
    // Doses and weeks as remembered of a questionnaire nobody could open: its score is not claimed.
    label:
      'Two trials of at least six weeks at stricter doses, added medicines included (in the manner of the ATRQ; its doses and weeks are remembered, its form was not seen)',
    failures: 2,
    episode: 'current',
    duration: sixWeeks,
    doses: 'strict',
    failed: inadequate,
    differentAgents: true,
    augmentation: true,
    oralOnly: false,
    certainty: 'K',
    sources: [
      recall('trd-duration-atrq', 'K'),
      cite('trd-atrq-example', 'ATRQEX'),
      cite('trd-response-bands', 'DESS11'),
      cite('trd-dose-instruments-missing', 'ATRQ'),
    ],
  },
  {
    id: 'strict-failure',
    // Its source gives no weeks: four are taken over from the consensus.
    label:
      'Two trials that brought no more than 25 % improvement (entry to the trial of esketamine alone; four weeks and the lowest licensed dose are taken from a consensus)',
    failures: 2,
    episode: 'current',
    duration: fourWeeks,
    doses: 'label',
    failed: ['no-response'],
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [cite('trd-failure-cutoff-25', 'MONOR'), byConsensus()],
  },
  {
    id: 'three-classes',
    label:
      'Three trials of three classes, of at least four weeks, at any time of life (entry to a trial; the doses are taken from a consensus, and from another trial that less than half better is a failure)',
    failures: 3,
    episode: 'any',
    duration: fourWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    differentClasses: 3,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [
      cite('trd-lifetime-3', 'OKTRIAL'),
      cite('conf-trd-count', 'OKTRIAL'),
      byConsensus(),
      failedAsTrial(),
    ],
  },
  {
    id: 'register',
    // The register calls depression resistant when a third trial starts: two before it have then failed.
    label:
      'Two trials of at least 28 days in this episode, before a third (a national register; the doses are taken from a consensus, and from a trial that less than half better is a failure)',
    failures: 2,
    episode: 'current',
    duration: { value: 28, unit: 'd' },
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [cite('trd-duration-kim', 'PLOSTRD'), byConsensus(), failedAsTrial()],
  },
  {
    id: 'lifetime',
    // Judged by a form whose doses nobody could open: the stricter column stands in for it.
    label:
      'Two trials at any time of life, added medicines included (entry to a trial against ECT; four weeks are taken from a consensus, stricter doses stand in for those of its form, and less than half better is a failure as in another trial)',
    failures: 2,
    episode: 'any',
    duration: fourWeeks,
    doses: 'strict',
    failed: inadequate,
    differentAgents: true,
    augmentation: true,
    oralOnly: false,
    certainty: 'K',
    sources: [
      cite('trd-elektd-entry', 'ELEKTNCT'),
      cite('trd-athf-original', 'ATHFB'),
      cite('trd-dose-instruments-missing', 'ATHF'),
      byConsensus(),
      failedAsTrial(),
    ],
  },
  {
    id: 'four-trials',
    // The score that goes with it (PHQ-9 of 15 or more) is a question of its own.
    label:
      'Four trials (attributed by a web guide to the service for US veterans; weeks and doses are taken from a consensus, from a trial that less than half better is a failure, and the PHQ-9 of 15 or more that goes with it is not held)',
    failures: 4,
    episode: 'any',
    duration: fourWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    certainty: 'S',
    sources: [cite('trd-va-four', 'HEALM'), cite('conf-trd-count', 'HEALM'), byConsensus(), failedAsTrial()],
  },
]

/** As the US label words it. */
export const definitionsUs = (): readonly ResistanceDefinition[] => [
  {
    id: 'us-label',
    // No text of the label that was seen gives a number of weeks, or an episode: four weeks are the consensus, and
    // trials of every episode count.
    label:
      'At least two oral antidepressants of adequate dose and duration (US label; it gives no weeks: four are taken from a consensus, and from a trial that less than half better is a failure)',
    failures: 2,
    episode: 'any',
    duration: fourWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: true,
    labelOf: {
      products: ['esketamine-nasal'],
      jurisdictions: ['us'],
      effective: { from: '2019-03-05' },
    },
    certainty: 'S',
    sources: [
      cite('prod-esk-trd-def-us', 'MHP'),
      cite('prod-esk-trd-def-us', 'HELM25'),
      byConsensus(),
      failedAsTrial(),
    ],
  },
]

/** As the EU label words it. */
export const definitionsEu = (): readonly ResistanceDefinition[] => [
  {
    id: 'eu-label',
    // No text of the label that was seen gives a number of weeks: four weeks are the consensus.
    label:
      'No response to at least two antidepressants in this moderate to severe episode (EU label; it gives no weeks: four are taken from a consensus, and from a trial that less than half better is a failure)',
    failures: 2,
    episode: 'current',
    duration: fourWeeks,
    doses: 'label',
    failed: inadequate,
    differentAgents: true,
    augmentation: false,
    oralOnly: false,
    labelOf: {
      products: ['esketamine-nasal'],
      jurisdictions: ['eu', 'uk'],
      effective: { from: '2019-12-18' },
    },
    certainty: 'S',
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('trd-episode', 'SMPC-UK'),
      byConsensus(),
      failedAsTrial(),
    ],
  },
]

/** What stands against calling depression resistant. */
export const resistance = (): readonly UnsignedRule[] => [
  purpose({
    id: 'resistance/not-shown',
    statement: 'Resistance not shown: fewer failed trials than the definition asks for',
    basis: 'consensus',
    scope: scope(allProducts, bothPacks),
    when: latest('trials-short', 'above', amount(0, '{n}'), fromNow),
    because:
      'A trial counts when dose, time and adherence were adequate and it failed; stopping for side effects is no failure.',
    actions: ['ask-antidepressant-trials'],
    sources: [
      cite('trd-two-trials', 'MHP'),
      byConsensus(),
      cite('trd-adherence', 'ATHF'),
      cite('trd-adherence', 'SFORD'),
      cite('trd-claims-dose', 'DBDOSE'),
    ],
  }),
  purpose({
    id: 'resistance/list-not-complete',
    statement: 'The list of antidepressant trials is not known to be complete',
    class: 'note',
    basis: 'inference',
    scope: scope(allProducts, bothPacks),
    when: isNot(stated('antidepressant-trials-complete')),
    because: 'A trial that is not listed may be the one that is missing.',
    actions: ['ask-antidepressant-trials'],
    sources: [cite('trd-adherence', 'ATHF')],
  }),
]
