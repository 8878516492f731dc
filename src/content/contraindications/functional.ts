/** Age of consent and licence, capacity, the way home. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { age, any, fromPolicy, stated } from '../../kernel/rule.ts'
import {
  allProducts,
  bothPacks,
  firstDay,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'

const onTheDay = /* @__PURE__ */ fromPolicy('dosing-day-answer-max-age')
const noWayHome = () => any(stated('no-escort', onTheDay), stated('driving-ban-refused', onTheDay))
const impaired = 'Attention and movement are impaired after a dose, until the next day after sleep.'

/** Rules on age and on the means to take part, alike in both packs. */
export const functional = (): readonly UnsignedRule[] => [
  {
    id: 'functional/age-under-18-ketamine',
    version: 1,
    statement: 'Age under 18 years',
    class: 'specialist-review',
    basis: 'inference', // off-label at every age; what is known comes from adults
    certainty: 'S',
    asked: ['screening'],
    scope: scope(ketamine, bothPacks),
    when: age('below', 18),
    because: 'Psychiatric use is off-label at every age, and its evidence comes from adults.',
    actions: ['document-specialist-decision'],
    sources: [cite('prod-ketamine-psych-off-label', 'FDA23'), recall('ci-age-under-18', 'K')],
  },
  {
    id: 'functional/capacity',
    version: 1,
    statement: 'No capacity to consent or to follow the rules of treatment',
    class: 'specialist-review', // a matter of law and of care that no label speaks to
    basis: 'practice',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(allProducts, bothPacks),
    when: stated('cannot-consent-or-follow', fromPolicy('capacity-max-age')),
    because: 'Treatment rests on consent, and its rules on food, escort and driving have to be kept.',
    actions: ['document-capacity'],
    sources: [cite('ci-capacity', 'CRTCE'), cite('ci-capacity', 'SITRIAL')],
  },
  {
    id: 'functional/capacity-today',
    version: 1,
    statement: 'No capacity today to consent or to follow the rules of treatment',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(allProducts, bothPacks),
    when: stated('cannot-consent-or-follow', onTheDay),
    because: 'Capacity changes with the mental state; it is asked again before each dose.',
    actions: ['document-capacity'],
    sources: [cite('ci-capacity', 'CRTCE'), recall('pre-mental-status', 'K', 'SAN17')],
  },
  {
    id: 'functional/no-escort-ketamine',
    version: 1,
    statement: 'Nobody to take the person home, or the driving ban refused',
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: scope(ketamine, bothPacks),
    when: noWayHome(),
    because: impaired,
    actions: ['ask-way-home'],
    sources: [cite('pre-escort-oxford', 'OXTRT'), cite('conf-escort', 'OXTRT')],
  },
]

/** The rows of the United States. */
export const functionalUs = (): readonly UnsignedRule[] => [
  {
    id: 'functional/age-under-18',
    version: 1,
    statement: 'Age under 18 years',
    // Not approved in children is a limit of the licence; the label’s section of contraindications does not name it.
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, ['us'], firstDay, '2023-09-30'),
    when: age('below', 18),
    because: 'Neither benefit nor harm is established in children and adolescents.',
    actions: ['document-specialist-decision'],
    sources: [cite('ci-age-under-18', 'EPO'), cite('prod-esk-paediatric', 'PI19', 'section 5.5')],
  },
  {
    id: 'functional/age-under-18',
    version: 2,
    statement: 'Age under 18 years',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: scope(nasal, ['us'], '2023-10-01'),
    when: age('below', 18),
    because: 'Neither benefit nor harm is established in children and adolescents.',
    actions: ['document-specialist-decision'],
    sources: [
      cite('ci-age-under-18', 'EPO'),
      cite('ci-age-under-18', 'PPNT', 'boxed warning'),
      cite('legal-label-us-2023', 'PILLS', 'section 5.6'),
    ],
  },
  {
    id: 'functional/no-escort',
    version: 1,
    statement: 'Nobody to take the person home, or the driving ban refused',
    class: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['session'],
    scope: nasalUs,
    when: noWayHome(),
    because: impaired,
    actions: ['ask-way-home'],
    sources: [
      cite('ci-no-escort', 'PI19', 'section 17'),
      cite('pre-escort', 'HCP-TRD'),
      cite('pre-no-driving', 'PI19', 'sections 5.8 and 17'),
    ],
  },
]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const functionalEu = (): readonly UnsignedRule[] => [
  {
    id: 'functional/age-under-18-eu',
    version: 1,
    statement: 'Age under 18 years',
    // The leaflet says "do not give" in its passage on children, not in its list of contraindications.
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['screening'],
    scope: nasalEu,
    when: age('below', 18),
    because:
      'The nasal spray was not studied for treatment-resistant depression in children and adolescents.',
    actions: ['document-specialist-decision'],
    sources: [cite('ci-age-under-18', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'functional/driving-ban-refused-eu',
    version: 1,
    statement: 'Driving ban refused',
    class: 'defer',
    basis: 'label',
    certainty: 'S',
    asked: ['session'],
    scope: nasalEu,
    when: stated('driving-ban-refused', onTheDay),
    because: impaired,
    actions: ['ask-way-home'],
    sources: [cite('ci-no-escort', 'EUPIL22', 'leaflet section 2')],
  },
  {
    id: 'functional/no-escort-eu',
    version: 1,
    statement: 'Nobody to take the person home',
    // The leaflet forbids driving and is silent on company; one clinic lets people leave alone after a longer stay.
    class: 'defer',
    basis: 'practice',
    certainty: 'S',
    asked: ['session'],
    scope: nasalEu,
    when: stated('no-escort', onTheDay),
    because: impaired,
    actions: ['ask-way-home'],
    sources: [cite('conf-escort', 'OXTRT'), cite('pre-escort', 'HCP-TRD')],
  },
]
