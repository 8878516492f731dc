/** Substances: a use disorder, misuse of ketamine itself, intoxication, alcohol on the day. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { fromPolicy, has, hasEver, stated } from '../../kernel/rule.ts'
import {
  allProducts,
  bothPacks,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const misuse = 'The substance can be misused; the risk is weighed before a course and watched during it.'

/** Rules on alcohol and other substances, alike in both packs. */
export const substanceUse = (): readonly UnsignedRule[] => [
  {
    id: 'substance-use/disorder-active-consensus',
    version: 1,
    statement:
      'Active substance use disorder: many protocols rule the nasal spray out where the label weighs',
    class: 'note',
    basis: 'consensus',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, bothPacks),
    when: has('substance-use-disorder'),
    because: 'A guideline and clinics keep an active disorder out; a site may hold this row as strictly.',
    actions: [],
    sources: [cite('ci-sud-active', 'ASRA18'), cite('ci-sud-active', 'CRTCE'), cite('conf-sud', 'CRTCE')],
  },
  {
    id: 'substance-use/disorder-active-ketamine',
    version: 1,
    statement: 'Active substance use disorder',
    class: 'specialist-review',
    basis: 'guideline',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: has('substance-use-disorder'),
    because: misuse,
    actions: ['document-specialist-decision', 'monitor-misuse'],
    sources: [cite('ci-sud-active', 'ASRA18'), cite('ci-sud-active', 'CRTCE')],
  },
  {
    id: 'substance-use/ketamine-misuse',
    version: 1,
    statement: 'Misuse of ketamine or another dissociative, now or in the past',
    class: 'specialist-review',
    basis: 'practice', // two trials took nobody with it; no label names ketamine misuse apart from other misuse
    certainty: 'S',
    asked: ['screening'],
    scope: scope(allProducts, bothPacks),
    when: hasEver('ketamine-misuse'),
    because: 'The treatment gives the very substance, or its close kin, that was misused.',
    actions: ['document-specialist-decision', 'monitor-misuse'],
    sources: [cite('ci-ketamine-use-disorder', 'NCTAUD'), cite('ci-ketamine-use-disorder', 'SITRIAL')],
  },
  {
    id: 'substance-use/intoxication',
    version: 1,
    statement: 'Intoxication today',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(allProducts, bothPacks),
    when: has('intoxication-today'),
    because: 'Another substance adds to sedation and to changes of perception, and consent is in doubt.',
    actions: ['wait-until-resolved'],
    sources: [cite('ci-intoxication', 'SITRIAL'), recall('pre-mental-status', 'K', 'SAN17')],
  },
  {
    id: 'substance-use/alcohol-today',
    version: 1,
    statement: 'Alcohol on the day of the dose',
    class: 'defer',
    // Labels ask to watch sedation with any depressant: that stands among the interactions. On a drink before a dose
    // they were not seen to speak; texts for patients ask for a day without it.
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(allProducts, bothPacks),
    when: stated('alcohol-today', fromPolicy('dosing-day-answer-max-age')),
    because: 'Alcohol adds to sedation and may depress breathing.',
    actions: ['wait-until-resolved'],
    sources: [cite('ci-aud-cns', 'TABSUL'), cite('ci-aud-cns', 'PI19', 'section 7.1')],
  },
]

/** The rows of the United States. */
export const substanceUseUs = (): readonly UnsignedRule[] => [
  {
    id: 'substance-use/disorder-active',
    version: 1,
    statement: 'Active substance use disorder',
    class: 'specialist-review', // weighed, neither cleared nor ruled out by itself
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: has('substance-use-disorder'),
    because: misuse,
    actions: ['document-benefit-risk', 'monitor-misuse'],
    sources: [cite('ci-sud-active', 'PI19', 'section 9.2')],
  },
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const substanceUseEu = (): readonly UnsignedRule[] => [
  {
    id: 'substance-use/disorder-active-eu',
    version: 1,
    statement: 'Active substance use disorder',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('substance-use-disorder'),
    because: misuse,
    actions: ['document-benefit-risk', 'monitor-misuse'],
    sources: [cite('ci-sud-active', 'EUPIL22', 'leaflet section 2')],
  },
]
