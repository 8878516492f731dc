/** Effects that were seen and have not been seen to be gone. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import { type Scope, stated } from '../../kernel/rule.ts'
import type { ActionCode } from '../actions.ts'
import { allProducts, bothPacks, scope, type UnsignedRule } from '../scope.ts'

/** One effect of the catalogue, as it stands against leaving. */
interface Open {
  readonly id: string
  /** `open-` and the id of the row in the catalogue of side effects. */
  readonly fact: string
  readonly statement: string
  readonly class?: 'caution'
  readonly basis?: UnsignedRule['basis']
  readonly actions?: readonly ActionCode[]
  readonly sources: readonly Citation[]
}

const gone = 'That it is gone has to be seen; the usual time tells only when to look.'

/* @__NO_SIDE_EFFECTS__ */
function open({ fact, statement, actions, sources, ...rest }: Open, of: Scope): UnsignedRule {
  return {
    version: 1,
    statement,
    class: 'defer',
    basis: 'practice',
    certainty: sources.some((one) => one.certainty === 'S') ? 'S' : 'K',
    asked: ['release'],
    scope: of,
    when: stated(fact),
    because: gone,
    actions: actions ?? ['ask-side-effects', 'recheck-before-leaving'],
    sources,
    ...rest,
  }
}

const ofHeart: readonly ActionCode[] = ['ask-side-effects', 'recheck-before-leaving', 'refer-cardiology']
const ofBreath: readonly ActionCode[] = ['check-airway', 'seek-emergency-care']

/** All of them, from what keeps a person to what is worth a look before the door. */
const effects = (): readonly Open[] => [
  {
    id: 'release/open-other',
    fact: 'open-other',
    statement: 'An effect the catalogue does not name, not seen to be gone',
    basis: 'inference', // nobody can tell what it is; the label leaves it to a professional whether the person is stable
    sources: [cite('dc-esk-stable', 'PI19', 'section 5.1')],
  },
  {
    id: 'release/open-dissociation',
    fact: 'open-dissociation',
    statement: 'Dissociation not seen to be gone',
    sources: [
      cite('rems-goal-resolution', 'REMS-FDA'),
      cite('mon-esk-sedation-time', 'SMPC-HK'),
      cite('ae-dissociation', 'SMPC-HK'),
      cite('mon-esk-dissoc-rate', 'PI19', 'section 5.2'),
      cite('mon-esk-dissoc-rate-later', 'PPNT'),
    ],
  },
  {
    id: 'release/open-sedation',
    fact: 'open-sedation',
    statement: 'Sedation not seen to be gone',
    sources: [
      cite('rems-goal-resolution', 'REMS-FDA'),
      cite('mon-esk-sedation-time', 'SMPC-HK'),
      cite('ae-sedation', 'HCP-SAF'),
    ],
  },
  {
    id: 'release/open-resp-depression',
    fact: 'open-resp-depression',
    statement: 'Respiratory depression not seen to be gone',
    actions: ofBreath,
    sources: [cite('rems-goal-resolution', 'REMS-FDA'), cite('ae-resp-depression', 'EPO')],
  },
  {
    id: 'release/open-loss-of-consciousness',
    fact: 'open-loss-of-consciousness',
    statement: 'Loss of consciousness not seen to be over',
    actions: ofBreath,
    sources: [cite('ae-loss-of-consciousness', 'PI20')],
  },
  {
    id: 'release/open-laryngospasm',
    fact: 'open-laryngospasm',
    statement: 'Laryngospasm not seen to be over',
    actions: ofBreath,
    sources: [recall('ae-laryngospasm', 'K', 'KET-IT')],
  },
  {
    id: 'release/open-anaphylaxis',
    fact: 'open-anaphylaxis',
    statement: 'Anaphylactic reaction not seen to be over',
    actions: ['seek-emergency-care'],
    sources: [cite('ae-anaphylaxis', 'KET-ADR')],
  },
  {
    id: 'release/open-seizure-like',
    fact: 'open-seizure-like',
    statement: 'Seizure, or movements like one, not seen to be over',
    actions: ['seek-emergency-care', 'refer-neurology'],
    sources: [cite('ae-seizure-like', 'KET-ADR'), cite('ae-seizure-like', 'MEDIE')],
  },
  {
    id: 'release/open-arrhythmia',
    fact: 'open-arrhythmia',
    statement: 'Arrhythmia, slow pulse or low pressure not seen to be over',
    actions: ofHeart,
    sources: [cite('ae-arrhythmia', 'KET-ADR')],
  },
  {
    id: 'release/open-bp-increase',
    fact: 'open-bp-increase',
    statement: 'Rise of blood pressure not seen to be over',
    actions: ['recheck-before-leaving', 'monitor-blood-pressure'],
    sources: [cite('ae-bp-increase', 'PI19', 'section 5.6'), cite('mon-esk-bp-profile', 'PI20')],
  },
  {
    id: 'release/open-tachycardia',
    fact: 'open-tachycardia',
    statement: 'Fast pulse not seen to be over',
    actions: ['recheck-before-leaving'],
    sources: [recall('ae-tachycardia', 'K')],
  },
  {
    id: 'release/open-suicidality',
    fact: 'open-suicidality',
    statement: 'Suicidal thoughts or behaviour not seen to be over',
    actions: ['assess-suicide-risk', 'watch-suicide-risk'],
    sources: [cite('ae-suicidality', 'PI19', 'section 5.5')],
  },
  {
    id: 'release/open-psychosis',
    fact: 'open-psychosis',
    statement: 'Psychosis not seen to be over',
    actions: ['ask-side-effects', 'refer-psychiatry'],
    sources: [cite('ae-psychosis', 'KET-ADR')],
  },
  {
    id: 'release/open-mania',
    fact: 'open-mania',
    statement: 'Mania or hypomania not seen to be over',
    actions: ['ask-side-effects', 'refer-psychiatry'],
    sources: [cite('ae-mania', 'BIPWIL')],
  },
  {
    id: 'release/open-hallucination',
    fact: 'open-hallucination',
    statement: 'Hallucination not seen to be gone',
    sources: [recall('ae-hallucination', 'K')],
  },
  {
    id: 'release/open-emergence',
    fact: 'open-emergence',
    statement: 'Emergence delirium not seen to be over',
    sources: [cite('ae-emergence', 'KET-OLD')],
  },
  {
    id: 'release/open-resp-arrest',
    fact: 'open-resp-arrest',
    statement: 'Respiratory arrest not seen to be over',
    actions: ofBreath,
    sources: [cite('ae-resp-depression', 'SPS23')],
  },
  {
    id: 'release/open-seizure',
    fact: 'open-seizure',
    statement: 'Seizure not seen to be over',
    actions: ['seek-emergency-care', 'refer-neurology'],
    sources: [cite('ae-seizure-like', 'MEDIE')],
  },
  {
    id: 'release/open-bradycardia',
    fact: 'open-bradycardia',
    statement: 'Slow pulse not seen to be over',
    actions: ofHeart,
    sources: [cite('ae-arrhythmia', 'MEDIE')],
  },
  {
    id: 'release/open-hypotension',
    fact: 'open-hypotension',
    statement: 'Low blood pressure not seen to be over',
    actions: ofHeart,
    sources: [cite('ae-arrhythmia', 'KET-ADR')],
  },
  {
    id: 'release/open-confusion',
    fact: 'open-confusion',
    statement: 'Confusion not seen to be over',
    sources: [cite('dc-orientation', 'PADS')],
  },
  {
    id: 'release/open-mental-impairment',
    fact: 'open-mental-impairment',
    statement: 'Impaired thinking not seen to be over',
    sources: [cite('dc-orientation', 'PADS')],
  },
  {
    id: 'release/open-lethargy',
    fact: 'open-lethargy',
    statement: 'Lethargy not seen to be over',
    sources: [cite('ae-sedation', 'HCP-SAF')],
  },
  {
    id: 'release/open-feeling-drunk',
    fact: 'open-feeling-drunk',
    statement: 'Feeling drunk not seen to be over',
    sources: [cite('dc-orientation-gait', 'PADS')],
  },
  {
    id: 'release/open-dysarthria',
    fact: 'open-dysarthria',
    statement: 'Slurred speech not seen to be over',
    sources: [cite('dc-site-obs-ed', 'EDLD')],
  },
  {
    id: 'release/open-tremor',
    fact: 'open-tremor',
    statement: 'Tremor not seen to be gone',
    class: 'caution',
    sources: [recall('dc-sedation', 'K')],
  },
  {
    id: 'release/open-euphoria',
    fact: 'open-euphoria',
    statement: 'Elated mood not seen to be gone',
    class: 'caution',
    sources: [cite('dc-orientation', 'PADS')],
  },
  {
    id: 'release/open-hypoesthesia',
    fact: 'open-hypoesthesia',
    statement: 'Numbness not seen to be gone',
    class: 'caution',
    sources: [recall('dc-dissociation', 'K')],
  },
  {
    id: 'release/open-paraesthesia',
    fact: 'open-paraesthesia',
    statement: 'Tingling not seen to be gone',
    class: 'caution',
    sources: [recall('dc-dissociation', 'K')],
  },
  {
    id: 'release/open-vomiting',
    fact: 'open-vomiting',
    statement: 'Vomiting not seen to be over',
    sources: [cite('ae-vomiting', 'HCP-SAF')],
  },
  {
    id: 'release/open-nausea',
    fact: 'open-nausea',
    statement: 'Nausea not seen to be gone',
    sources: [cite('ae-nausea', 'HCP-SAF')],
  },
  {
    id: 'release/open-dizziness',
    fact: 'open-dizziness',
    statement: 'Dizziness not seen to be gone',
    sources: [cite('ae-dizziness', 'HCP-SAF')],
  },
  {
    id: 'release/open-vertigo',
    fact: 'open-vertigo',
    statement: 'Vertigo not seen to be gone',
    sources: [cite('ae-vertigo', 'HCP-SAF')],
  },
  {
    id: 'release/open-blurred-vision',
    fact: 'open-blurred-vision',
    statement: 'Blurred or double vision not seen to be gone',
    sources: [cite('ae-blurred-vision', 'T1')],
  },
  {
    id: 'release/open-anxiety',
    fact: 'open-anxiety',
    statement: 'Anxiety not seen to be gone',
    class: 'caution',
    sources: [cite('ae-anxiety', 'HCP-SAF')],
  },
  {
    id: 'release/open-headache',
    fact: 'open-headache',
    statement: 'Headache not seen to be gone',
    class: 'caution',
    sources: [cite('ae-headache', 'PI19', 'section 5.6')],
  },
  {
    id: 'release/open-site',
    fact: 'open-site',
    statement: 'Reaction at the site of injection not seen to be gone',
    class: 'caution',
    sources: [cite('ae-site', 'KET-ADR')],
  },
  {
    id: 'release/open-nasal-local',
    fact: 'open-nasal-local',
    statement: 'Discomfort of nose, throat or taste not seen to be gone',
    class: 'caution',
    sources: [cite('ae-nasal-local', 'HCP-SAF')],
  },
]

/** Rows alike in both packs. */
export const openEffects = (): readonly UnsignedRule[] =>
  effects().map((effect) => open(effect, scope(allProducts, bothPacks)))
