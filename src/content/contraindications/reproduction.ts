/** Pregnancy, breastfeeding, contraception. @module */
import { cite } from '../../kernel/evidence.ts'
import { all, has } from '../../kernel/rule.ts'
import { from2023, until2023 } from '../editions.ts'
import {
  bothPacks,
  compounded,
  injection,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const harm = 'The unborn child may be harmed.'

const pregnancyUs = (): UnsignedRule => ({
  id: 'reproduction/pregnancy',
  version: 1,
  statement: 'Pregnancy',
  class: 'specialist-review', // not recommended, which is no contraindication
  basis: 'label',
  certainty: 'S',
  asked: ['screening', 'session'],
  scope: nasalUs,
  when: has('pregnancy'),
  because: harm,
  actions: ['ask-pregnancy-test', 'refer-obstetrics'],
  sources: [
    cite('ci-pregnancy-esk', 'PI19', 'section 5.10'),
    cite('ci-pregnancy-esk', 'PI19', 'section 17'),
    cite('pre-pregnancy', 'NCTPREG'),
  ],
})

const contraceptionUs = (): UnsignedRule => ({
  id: 'reproduction/contraception',
  version: 1,
  statement: 'Pregnancy possible and no contraception',
  class: 'caution', // the label asks to consider planning and prevention of pregnancy
  basis: 'label',
  certainty: 'S',
  asked: ['screening'],
  scope: nasalUs,
  when: all(has('pregnancy-possible'), has('no-contraception')),
  because: 'A pregnancy may begin during the course.',
  actions: ['ask-pregnancy-possible'],
  sources: [cite('ci-contraception-eu', 'PI19', 'section 5.10')],
})

/** Rules on pregnancy and breastfeeding, alike in both packs. */
export const reproduction = (): readonly UnsignedRule[] => [
  {
    id: 'reproduction/pregnancy-ketamine',
    version: 1,
    statement: 'Pregnancy',
    class: 'specialist-review', // the guideline says avoid
    basis: 'guideline',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: scope(injection, bothPacks),
    when: has('pregnancy'),
    because: harm,
    actions: ['ask-pregnancy-test', 'refer-obstetrics'],
    sources: [cite('ci-pregnancy-esk', 'ASRA18'), cite('conf-pregnancy-test', 'NCTPREG')],
  },
  {
    id: 'reproduction/pregnancy-compounded',
    version: 1,
    statement: 'Pregnancy',
    class: 'specialist-review',
    basis: 'inference', // the guideline is about infusions
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: scope(compounded, bothPacks),
    when: has('pregnancy'),
    because: harm,
    actions: ['ask-pregnancy-test', 'refer-obstetrics'],
    sources: [cite('ci-pregnancy-esk', 'ASRA18')],
  },
]

/** The rows of the United States. */
export const reproductionUs = (): readonly UnsignedRule[] => [
  until2023(pregnancyUs()),
  from2023(pregnancyUs(), 'section 5.11'),
  {
    id: 'reproduction/breastfeeding',
    version: 1,
    statement: 'Breastfeeding',
    class: 'specialist-review', // not recommended
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalUs,
    when: has('breastfeeding'),
    because: 'The substance may reach the child with the milk.',
    actions: ['document-benefit-risk'],
    sources: [cite('ci-breastfeeding-esk', 'PI19', 'section 17'), cite('ci-breastfeeding-esk', 'RXL')],
  },
  until2023(contraceptionUs()),
  from2023(contraceptionUs(), 'section 5.11'),
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const reproductionEu = (): readonly UnsignedRule[] => [
  {
    id: 'reproduction/pregnancy-eu',
    version: 1,
    statement: 'Pregnancy',
    // "Do not use" stands in the leaflet’s passage on pregnancy; the list of contraindications does not name it.
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: nasalEu,
    when: has('pregnancy'),
    because: harm,
    actions: ['ask-pregnancy-test', 'refer-obstetrics'],
    sources: [cite('ci-pregnancy-esk', 'EUPIL22', 'leaflet section 2'), cite('pre-pregnancy', 'NCTPREG')],
  },
  {
    id: 'reproduction/pregnancy-germany',
    version: 1,
    statement: 'Pregnancy: a German text of the company lists it among the contraindications',
    class: 'note', // stricter than the EU texts seen; a site may hold it as strictly
    basis: 'consensus',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: scope(nasal, ['eu'], '2022-01-01'),
    when: has('pregnancy'),
    because: harm,
    actions: [],
    sources: [cite('ci-pregnancy-esk', 'DE22')],
  },
  {
    id: 'reproduction/breastfeeding-eu',
    version: 1,
    statement: 'Breastfeeding',
    class: 'specialist-review', // the leaflet says "do not use" and leaves it to the doctor which of the two to stop
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: has('breastfeeding'),
    because: 'The substance may reach the child with the milk.',
    actions: ['document-benefit-risk'],
    sources: [cite('ci-breastfeeding-esk', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'reproduction/contraception-eu',
    version: 1,
    statement: 'Pregnancy possible and no contraception',
    class: 'specialist-review', // the label makes contraception a condition of treatment
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: all(has('pregnancy-possible'), has('no-contraception')),
    because: 'A pregnancy may begin during the course.',
    actions: ['ask-pregnancy-possible'],
    sources: [cite('ci-contraception-eu', 'EUPIL22', 'leaflet section 2')],
  },
]
