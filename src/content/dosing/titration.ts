/** From one dose to the next: small steps, raised to effect, down where a dose was not tolerated. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { any, graded, stated } from '../../kernel/rule.ts'
import {
  allProducts,
  bothPacks,
  injection,
  ketamine,
  nasal,
  nasalEu,
  nasalUs,
  scope,
  type UnsignedRule,
} from '../scope.ts'
import { afterADose, ordered, orderedAgainst } from './limits.ts'

const raised = /* @__PURE__ */ ordered('dose-change', 'above', 0, 'mg')

/** Rows alike in both packs. */
export const titration = (): readonly UnsignedRule[] => [
  {
    id: 'titration/step-by-weight',
    version: 1,
    statement: 'A larger step up than the smallest one seen',
    class: 'specialist-review',
    basis: 'practice',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(injection, bothPacks),
    when: afterADose(orderedAgainst('dose-change-by-weight', 'above', 'titration-step-by-weight')),
    because: 'No step is agreed on; steps of 0.1 to 0.25 mg/kg were seen, and the smallest shows the most.',
    actions: ['document-specialist-decision', 'monitor-longer', 'monitor-blood-pressure'],
    sources: [
      cite('pol-titration-step', 'DRO-ESC'),
      cite('dose-iv-titration-step', 'KAASSN'),
      cite('dose-iv-titration-step', 'KADS'),
      cite('dose-sc-kads', 'KADS'),
    ],
  },
  {
    id: 'titration/sessions-before-step',
    version: 1,
    statement: 'A step up before enough sessions at the last dose',
    class: 'specialist-review',
    basis: 'practice',
    certainty: 'S',
    asked: ['titration'],
    scope: scope(injection, bothPacks),
    when: afterADose(raised, orderedAgainst('sessions-at-dose', 'below', 'titration-sessions-before-step')),
    because: 'The trial that raised the dose did so after three sessions at the first one.',
    actions: ['document-specialist-decision'],
    sources: [cite('pol-titration-step', 'DRO-ESC'), cite('dose-iv-titration-step', 'DRO-ESC')],
  },
  {
    id: 'titration/step-by-mouth',
    version: 1,
    statement: 'A larger step up by mouth than a case series took',
    class: 'caution',
    basis: 'practice',
    certainty: 'S',
    asked: ['titration'],
    scope: scope(['ketamine-oral', 'ketamine-sublingual'], bothPacks),
    when: afterADose(orderedAgainst('dose-change', 'above', 'titration-step-by-mouth')),
    because: 'A case series raised the dose by 25 mg at a time.',
    actions: ['monitor-alertness'],
    sources: [cite('dose-oral-titration-example', 'ALSHI')],
  },
  {
    id: 'titration/raise-with-response',
    version: 1,
    statement: 'A step up though the person has responded',
    class: 'caution',
    basis: 'trial',
    certainty: 'S',
    asked: ['titration'],
    scope: scope(allProducts, bothPacks),
    when: afterADose(raised, graded('response-word', ['response', 'remission'])),
    because: 'Trials raised the dose where improvement was less than half.',
    actions: ['document-benefit-risk'],
    sources: [
      cite('dose-sc-kads', 'KADS'),
      cite('dose-iv-titration-step', 'DRO-ESC'),
      cite('resp-definition-response', 'ELEKT'),
    ],
  },
  {
    id: 'titration/raise-not-tolerated',
    version: 1,
    statement: 'A step up though the last dose was not tolerated',
    class: 'specialist-review',
    basis: 'inference',
    certainty: 'K',
    asked: ['titration'],
    scope: scope(ketamine, bothPacks),
    when: afterADose(raised, stated('last-dose-not-tolerated')),
    because: 'More of what was not tolerated is tolerated less.',
    actions: ['document-specialist-decision', 'monitor-longer'],
    sources: [recall('dose-esk-adjust-basis', 'K', 'PI19')],
  },
  {
    id: 'titration/same-not-tolerated',
    version: 1,
    statement: 'The same dose though it was not tolerated',
    class: 'caution',
    basis: 'inference',
    certainty: 'S',
    asked: ['titration'],
    scope: scope(allProducts, bothPacks),
    when: afterADose(
      ordered('dose-change', 'at-least', 0, 'mg'),
      ordered('dose-change', 'at-most', 0, 'mg'),
      stated('last-dose-not-tolerated'),
    ),
    because:
      'The label of the spray changes the dose by how the last one was tolerated, and goes down for it.',
    actions: ['review-dose', 'monitor-longer'],
    sources: [cite('dose-esk-adjust-basis', 'PI19', 'section 2.2'), cite('dose-esk-mdsi', 'HCP-MDSI')],
  },
]

const sprayNotTolerated = {
  version: 1,
  statement: 'A step up though the last dose was not tolerated',
  class: 'specialist-review',
  certainty: 'S',
  asked: ['titration'],
  when: afterADose(raised, stated('last-dose-not-tolerated')),
  because: 'The dose is changed by the effect of the last one and by how it was tolerated.',
  actions: ['document-specialist-decision', 'monitor-longer'],
  sources: [cite('dose-esk-adjust-basis', 'PI19', 'section 2.2'), cite('dose-esk-adjust-basis', 'HCP19')],
} as const

/** The United States. */
export const titrationUs = (): readonly UnsignedRule[] => [
  { ...sprayNotTolerated, id: 'titration/raise-not-tolerated-spray', basis: 'label', scope: nasalUs },
]

/** The European Union, the United Kingdom and Switzerland. */
export const titrationEu = (): readonly UnsignedRule[] => [
  {
    ...sprayNotTolerated,
    id: 'titration/raise-not-tolerated-spray-eu',
    basis: 'inference', // the sentence was seen in the US label
    scope: nasalEu,
  },
  {
    id: 'titration/spray-step-eu',
    version: 1,
    statement: 'A change of dose by more than one device',
    class: 'specialist-review',
    basis: 'label',
    certainty: 'S',
    asked: ['dose', 'titration'],
    scope: scope(nasal, ['eu'], '2019-12-18'),
    when: afterADose(
      any(ordered('dose-change', 'above', 28, 'mg'), ordered('dose-change', 'below', -28, 'mg')),
    ),
    because: 'The label changes the dose in steps of 28 mg.',
    actions: ['review-dose'],
    sources: [cite('dose-esk-eu-step', 'SMPC-HKD')],
  },
]
