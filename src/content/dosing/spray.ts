/** What the labels of the nasal spray allow: the legal sets by session, age and indication, and what stands beside them. @module */
import type { DoseSet } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { age, all, any, fromPolicy, graded, has, ifRecorded, isNot, stated } from '../../kernel/rule.ts'
import { bothPacks, nasal, nasalEu, nasalUs, scope, type UnsignedRule } from '../scope.ts'
import { doseSetsEu, doseSetsUs, emergency, sinceEmergency, suicidality } from './dose-sets.ts'
import { ordered, orderedAgainst, outside, session } from './limits.ts'

/** The rule of a legal set: in its place of the course, any dose that is none of its own. */
/* @__NO_SIDE_EFFECTS__ */
function ruleOf(set: DoseSet): UnsignedRule {
  const isHard = set.certainty === 'S' && set.seenInPart !== true
  return {
    id: `dosing/set-${set.id}`,
    version: 1,
    statement: `Not a dose the label sets here (${set.doses.join(', ')} mg)`,
    ...(isHard ? { class: 'contraindicated', hard: true } : { class: 'specialist-review' }),
    basis: 'label',
    certainty: set.certainty,
    asked: ['dose', 'titration'],
    scope: {
      products: [set.product],
      jurisdictions: [set.jurisdiction],
      indications: [set.indication],
      effective: set.effective,
    },
    when: outside(set),
    because: 'The label sets the doses of each session; others were not studied there, or were too much.',
    actions: ['review-dose'],
    sources: set.sources,
  }
}

/** Rows alike in both packs. */
export const spray = (): readonly UnsignedRule[] => [
  {
    id: 'dosing/spray-no-labelled-scheme',
    version: 1,
    statement: 'An indication for which the label sets no doses',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(nasal, bothPacks),
    when: isNot(stated('labelled-scheme')),
    because: 'The doses of the label are those of its indications; for another one nobody has set any.',
    actions: ['document-specialist-decision', 'document-outside-label'],
    sources: [
      cite('dose-esk-trd-day1', 'PI19', 'section 2.2'),
      cite('dose-esk-mdsi', 'HCP-MDSI'),
      cite('dose-esk-eu-emergency-65', 'SMPC-HKD'),
    ],
  },
  {
    id: 'dosing/spray-one-session-a-day',
    version: 1,
    statement: 'An earlier dose on this day',
    class: 'defer',
    basis: 'label',
    certainty: 'K', // the label speaks of sessions a week; that it means one a day was not seen
    asked: ['dose', 'titration'],
    scope: scope(nasal, bothPacks),
    when: any(stated('dosed-today'), ordered('day-total', 'above', 84, 'mg')),
    because: 'There is one session a day, and no more than 84 mg in it.',
    actions: ['wait-until-resolved'],
    sources: [recall('dose-esk-one-per-day', 'K', 'PI19', 'sections 2.3 and 2.4')],
  },
  {
    id: 'dosing/spray-interval',
    version: 1,
    statement: 'Less time since the last dose than the visits of trials left',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(nasal, bothPacks),
    when: all(
      stated('dosed-before'),
      orderedAgainst('time-since-last-dose', 'below', 'min-interval-esketamine'),
    ),
    because: 'The label counts sessions a week; the visits of trials lay three to four days apart.',
    actions: ['wait-until-resolved'],
    sources: [
      cite('pol-min-interval-esk', 'MONOR'),
      recall('dose-esk-min-interval', 'K', 'PI19', 'section 2.2'),
    ],
  },
  {
    id: 'dosing/spray-dialysis',
    version: 1,
    statement: 'Renal dialysis',
    class: 'specialist-review',
    basis: 'consensus', // a letter of the maker; the label itself is silent
    certainty: 'S',
    asked: ['dose'],
    scope: scope(nasal, bothPacks),
    when: has('renal-dialysis'),
    because: 'Weak kidneys change no dose, but of people on dialysis there is no experience.',
    actions: ['document-specialist-decision', 'monitor-longer'],
    sources: [cite('dose-esk-renal', 'JNJ-RENAL')],
  },
]

/** The United States. */
export const sprayUs = (): readonly UnsignedRule[] => [
  ...doseSetsUs().map(ruleOf),
  {
    id: 'dosing/spray-max',
    version: 1,
    statement: 'More than the highest dose of the label',
    class: 'contraindicated',
    hard: true,
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: nasalUs,
    when: ordered('ordered-dose', 'above', 84, 'mg'),
    because: 'The label knows no session of more than 84 mg, three devices.',
    actions: ['review-dose'],
    sources: [
      cite('dose-esk-max-per-session', 'PI19', 'section 2.2'),
      cite('dose-esk-device-count', 'SMPC-HKI'),
    ],
  },
  {
    id: 'dosing/spray-suicidality-56',
    version: 1,
    statement: 'Less than 84 mg in acute suicidality, with no word that 84 mg was not tolerated',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: {
      products: nasal,
      jurisdictions: ['us'],
      indications: [suicidality],
      effective: { from: '2020-07-31' },
    },
    when: all(ordered('ordered-dose', 'below', 84, 'mg'), isNot(stated('last-dose-not-tolerated'))),
    because: 'The label sets 84 mg, and 56 mg where the person does not tolerate it.',
    actions: ['review-dose'],
    sources: [cite('dose-esk-mdsi', 'ONA'), cite('dose-esk-mdsi', 'HCP-MDSI')],
  },
  {
    id: 'dosing/spray-suicidality-after-four-weeks',
    version: 1,
    statement: 'A ninth session or later in acute suicidality',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: {
      products: nasal,
      jurisdictions: ['us'],
      indications: [suicidality],
      effective: { from: '2020-07-31' },
    },
    when: session(9),
    because: 'Beyond four weeks of two sessions use was not studied; the benefit is judged before going on.',
    actions: ['document-benefit-risk'],
    sources: [cite('dose-esk-mdsi-review', 'HCP-MDSI'), cite('dose-esk-mdsi-review', 'ONA')],
  },
  {
    id: 'dosing/spray-review-after-induction',
    version: 1,
    statement: 'The first session after the induction',
    class: 'note',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: nasalUs,
    when: session(9, 9),
    because: 'The label asks for a judgement of the benefit at the end of the induction, before going on.',
    actions: ['document-benefit-risk'],
    sources: [
      cite('dose-esk-trd-review', 'PI19', 'section 2.2'),
      cite('dose-esk-trd-review', 'HCP-TRD'),
      cite('resp-esk-stop', 'PI19', 'section 2.2'),
    ],
  },
  {
    id: 'dosing/spray-first-dose-65',
    version: 1,
    statement: 'Aged 65 or over at the first dose',
    class: 'caution',
    basis: 'inference', // the US label sets no dose of its own here, the EU label does
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: nasalUs,
    when: all(session(1, 1), age('at-least', 65), ordered('ordered-dose', 'above', 28, 'mg')),
    because:
      'Older people reach higher concentrations; the EU label starts them at 28 mg, the US label as others.',
    actions: ['monitor-longer', 'monitor-blood-pressure'],
    sources: [
      cite('conf-start-dose-65', 'SMPC-UK'),
      cite('dose-esk-us-65', 'PI20C'),
      cite('pk-esk-age', 'PI20C'),
    ],
  },
]

/** The European Union, the United Kingdom and Switzerland. */
export const sprayEu = (): readonly UnsignedRule[] => [
  ...doseSetsEu().map(ruleOf),
  {
    id: 'dosing/spray-max-eu',
    version: 1,
    statement: 'More than the highest dose of the label',
    class: 'contraindicated',
    hard: true,
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: nasalEu,
    when: ordered('ordered-dose', 'above', 84, 'mg'),
    because: 'The label knows no session of more than 84 mg, three devices.',
    actions: ['review-dose'],
    sources: [
      cite('dose-esk-eu-65-maint', 'SMPC-UK'),
      cite('dose-esk-device-count', 'SMPC-HKI'),
      cite('dose-esk-eu-severe-hepatic', 'SMPC-MYB'),
    ],
  },
  {
    id: 'dosing/spray-emergency-65-eu',
    version: 1,
    statement: 'A psychiatric emergency at 65 or over',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: {
      products: nasal,
      jurisdictions: ['eu'],
      indications: [emergency],
      effective: { from: sinceEmergency },
    },
    when: age('at-least', 65),
    because: 'The label states its emergency scheme for people under 65 and gives none for those older.',
    actions: ['document-specialist-decision', 'document-outside-label'],
    sources: [cite('dose-esk-eu-emergency-65', 'SMPC-HKD')],
  },
  {
    id: 'dosing/spray-emergency-after-four-weeks-eu',
    version: 1,
    statement: 'A ninth session or later in a psychiatric emergency',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: {
      products: nasal,
      jurisdictions: ['eu'],
      indications: [emergency],
      effective: { from: sinceEmergency },
    },
    when: session(9),
    because: 'The scheme of the label is two sessions a week for four weeks.',
    actions: ['document-benefit-risk'],
    sources: [cite('dose-esk-eu-emergency-65', 'SMPC-HKD'), cite('prod-esk-eu-emergency', 'SMPC-PI')],
  },
  {
    id: 'dosing/spray-top-dose-hepatic-eu',
    version: 1,
    statement: 'The highest dose with moderate hepatic impairment (Child-Pugh B)',
    class: 'caution',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: nasalEu,
    when: all(
      ordered('ordered-dose', 'at-least', 84, 'mg'),
      any(
        ifRecorded(graded('child-pugh', ['B'], fromPolicy('liver-class-max-age'))),
        all(has('liver-disease'), graded('child-pugh', ['B'], fromPolicy('liver-class-max-age'))),
      ),
    ),
    because: 'The liver clears esketamine: exposure is higher and lasts longer.',
    actions: ['ask-child-pugh', 'monitor-longer'],
    sources: [cite('dose-esk-eu-severe-hepatic', 'SMPC-MYB'), cite('pk-esk-hepatic', 'SMPC-MYB')],
  },
]
