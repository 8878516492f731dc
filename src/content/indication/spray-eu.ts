/** The nasal spray and the labels of the European Union, the United Kingdom and Switzerland. @module */
import { cite } from '../../kernel/evidence.ts'
import { age, amount, any, graded, has, isNot, latest, stated, takes } from '../../kernel/rule.ts'
import { emergency, resistant } from '../dosing/dose-sets.ts'
import { nasal, nasalEu, scope, type UnsignedRule } from '../scope.ts'
import { fromNow } from '../session/row.ts'
import { notOnRecord, outside, purpose } from './row.ts'

const since2019 = '2019-12-18'
// The month of the second indication is known and not the day.
const since2021 = '2021-02-01'

const notNamed = 'The label of that time names other purposes; no course of this one was weighed by it.'
const unionAndUk = ['eu', 'uk'] as const
const severity = 'depressive-episode-severity'

/** The labels of Europe. */
export const sprayEu = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/outside-label-eu',
    statement: 'A purpose outside the label',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], since2019, '2021-01-31'), exceptIndications: [resistant] },
    when: notOnRecord(),
    because: notNamed,
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('legal-label-eu-2019', 'EUAUTH'), cite('prod-esk-eu-trd', 'SMPC-VD')],
  }),
  purpose({
    id: 'indication/outside-label-eu',
    version: 2,
    statement: 'A purpose outside the label',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], since2021), exceptIndications: [resistant, emergency] },
    when: notOnRecord(),
    because: notNamed,
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [
      cite('legal-label-eu-2021', 'OINDP21'),
      cite('prod-esk-eu-emergency', 'SMPC-PI'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
    ],
  }),
  purpose({
    id: 'indication/under-18-eu',
    statement: 'Outside the label: age under 18 years',
    basis: 'label',
    scope: nasalEu,
    // A decision outside the label does not lift it: all these tables know comes from adults.
    when: age('below', 18),
    because: 'The label is for adults.',
    actions: ['document-specialist-decision'],
    sources: [cite('ci-age-under-18', 'EUPIL22', 'leaflet section 2'), cite('prod-esk-eu-trd', 'SMPC-UK')],
  }),
  purpose({
    id: 'indication/no-major-depression-eu',
    statement: 'Outside the label: no major depressive disorder on record',
    basis: 'label',
    scope: { ...nasalEu, indications: [resistant, emergency] },
    when: outside(isNot(has('major-depressive-disorder'))),
    because: 'Both purposes of the label are episodes of major depressive disorder.',
    actions: ['ask-diagnosis'],
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK'), cite('prod-esk-eu-emergency', 'SMPC-PI')],
  }),
  purpose({
    id: 'indication/episode-not-severe-enough-eu',
    statement: 'Outside the label: an episode that is not moderate or severe',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant, emergency] },
    when: outside(isNot(graded(severity, ['moderate', 'severe']))),
    because: 'The label names moderate to severe episodes.',
    actions: ['ask-episode-severity', 'document-outside-label'],
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('prod-esk-eu-emergency', 'SMPC-PI'),
    ],
  }),
  purpose({
    id: 'indication/resistance-not-shown-eu',
    statement: 'Outside the label: fewer than two failed antidepressants shown in this episode',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant] },
    when: outside(latest('trials-short', 'above', amount(0, '{n}'), fromNow)),
    because: 'The label means depression without a response to at least two antidepressants in this episode.',
    actions: ['ask-antidepressant-trials', 'document-outside-label'],
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('trd-episode', 'SMPC-UK'),
    ],
  }),
  purpose({
    id: 'indication/without-antidepressant-eu',
    statement: 'Outside the label: neither an SSRI nor an SNRI beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant] },
    when: outside(isNot(takes('ssri-or-snri'))),
    because: 'The label names the spray together with an SSRI or an SNRI; none seen names it alone.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('legal-label-eu-2019', 'EUAUTH'),
      cite('prod-esk-eu-monotherapy', 'SMPC-RXR'),
      cite('conf-oral-ad-needed', 'SMPC-UK'),
    ],
  }),
  purpose({
    id: 'indication/without-antidepressant-emergency-eu',
    statement: 'Outside the label: no oral antidepressant beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2021), indications: [emergency] },
    when: outside(isNot(takes('oral-antidepressant'))),
    because: 'In an emergency the label names the spray together with an oral antidepressant.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('prod-esk-eu-emergency', 'EMC24')],
  }),
  purpose({
    id: 'indication/not-an-emergency-eu',
    statement: 'Outside the label: not judged a psychiatric emergency at the start of the course',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2021), indications: [emergency] },
    when: outside(isNot(stated('emergency-at-start'))),
    because: 'The label names symptoms that a clinician judges a psychiatric emergency.',
    actions: ['assess-suicide-risk', 'document-outside-label'],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('prod-esk-eu-emergency', 'OINDP21')],
  }),
  purpose({
    id: 'indication/emergency-from-65-eu',
    statement: 'Outside the label: an emergency at the age of 65 years or over',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], since2021), indications: [emergency] },
    when: outside(age('at-least', 65)),
    because: 'The scheme of the label for an emergency is for adults under 65.',
    actions: ['document-outside-label'],
    sources: [cite('legal-label-eu-2021', 'SMPC-HKD'), cite('dose-esk-eu-emergency-65', 'SMPC-HKD')],
  }),
  purpose({
    id: 'indication/prescriber-eu',
    statement: 'The decision to prescribe was not taken by a psychiatrist',
    basis: 'label',
    scope: scope(nasal, unionAndUk, since2019),
    when: isNot(stated('prescriber-is-psychiatrist')),
    because: 'The label leaves the decision to a psychiatrist.',
    actions: ['ask-prescriber'],
    sources: [cite('prod-esk-eu-prescriber', 'SMPC-UK')],
  }),
  purpose({
    id: 'indication/without-antidepressant-ch',
    statement: 'Outside the Swiss label: no oral antidepressant beside the spray',
    elsewhere: 'note',
    basis: 'label',
    scope: { ...scope(nasal, ['ch']), indications: [resistant] },
    when: outside(isNot(takes('oral-antidepressant'))),
    because: 'The Swiss text names the spray together with an oral antidepressant.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [cite('prod-esk-ch-indication', 'SWISS')],
  }),
  purpose({
    id: 'indication/emergency-ch',
    statement:
      'Outside the Swiss label: an emergency in an episode that is not severe, or has psychotic symptoms',
    elsewhere: 'note',
    basis: 'label',
    scope: { ...scope(nasal, ['ch']), indications: [emergency] },
    when: outside(any(isNot(graded(severity, ['severe'])), has('psychotic-symptoms-in-episode'))),
    because: 'The Swiss text names severe episodes without psychotic symptoms only.',
    actions: ['ask-episode-severity', 'document-outside-label'],
    sources: [cite('prod-esk-ch-indication', 'SWISS')],
  }),
]
