/** The nasal spray and the labels of the European Union, the United Kingdom and Switzerland. @module */
import { cite } from '../../kernel/evidence.ts'
import { age, amount, any, graded, has, isNot, latest, stated, takes } from '../../kernel/rule.ts'
import { emergency, resistant, sinceEmergency } from '../dosing/dose-sets.ts'
import { firstDay, nasal, nasalEu, scope, type UnsignedRule } from '../scope.ts'
import { fromNow } from '../session/row.ts'
import { notOnRecord, outside, purpose } from './row.ts'

const since2019 = '2019-12-18'

const notNamed =
  'The EU and UK label of that time names other purposes; no course of this one was weighed by it.'
const unionAndUk = ['eu', 'uk'] as const
const severity = 'depressive-episode-severity'

/**
 * The labels of Europe.
 *
 * The rows of the union bind at every site of the pack, a Swiss one too: each says whose label it is.
 */
export const sprayEu = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/not-authorised-eu',
    statement: 'Not authorised in the European Union on that day',
    basis: 'inference', // from the day of the first authorisation
    scope: scope(nasal, ['eu'], firstDay, '2019-12-17'),
    when: notOnRecord(),
    because: 'The spray was first authorised in the European Union on 2019-12-18, for resistant depression.',
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('legal-label-eu-2019', 'EUAUTH')],
  }),
  purpose({
    id: 'indication/outside-label-eu',
    statement: 'A purpose outside the EU and UK label',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], since2019, '2021-02-28'), exceptIndications: [resistant] },
    when: notOnRecord(),
    because: notNamed,
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('legal-label-eu-2019', 'EUAUTH'), cite('prod-esk-eu-trd', 'SMPC-VD')],
  }),
  purpose({
    id: 'indication/outside-label-eu',
    version: 2,
    statement: 'A purpose outside the EU and UK label',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], sinceEmergency), exceptIndications: [resistant, emergency] },
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
    statement: 'Outside the EU and UK label: age under 18 years',
    basis: 'label',
    scope: nasalEu,
    // A decision outside the label does not lift it: all these tables know comes from adults.
    when: age('below', 18),
    because: 'The EU and UK label is for adults.',
    actions: ['document-specialist-decision'],
    sources: [cite('ci-age-under-18', 'EUPIL22', 'leaflet section 2'), cite('prod-esk-eu-trd', 'SMPC-UK')],
  }),
  purpose({
    id: 'indication/no-major-depression-eu',
    statement: 'Outside the EU and UK label: no major depressive disorder on record',
    basis: 'label',
    scope: { ...nasalEu, indications: [resistant, emergency] },
    when: outside(isNot(has('major-depressive-disorder'))),
    because: 'Both purposes of the EU and UK label are episodes of major depressive disorder.',
    actions: ['ask-diagnosis'],
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK'), cite('prod-esk-eu-emergency', 'SMPC-PI')],
  }),
  purpose({
    id: 'indication/episode-not-severe-enough-eu',
    statement: 'Outside the EU and UK label: an episode that is not moderate or severe',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant, emergency] },
    when: outside(isNot(graded(severity, ['moderate', 'severe']))),
    because: 'The EU and UK label names moderate to severe episodes.',
    actions: ['ask-episode-severity', 'document-outside-label'],
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('prod-esk-eu-emergency', 'SMPC-PI'),
    ],
  }),
  purpose({
    id: 'indication/resistance-not-shown-eu',
    statement: 'Outside the EU and UK label: fewer than two failed antidepressants shown in this episode',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant] },
    when: outside(latest('trials-short', 'above', amount(0, '{n}'), fromNow)),
    because:
      'The EU and UK label means depression without a response to at least two antidepressants in this episode.',
    actions: ['ask-antidepressant-trials', 'document-outside-label'],
    sources: [
      cite('prod-esk-eu-trd', 'SMPC-UK'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('trd-episode', 'SMPC-UK'),
    ],
  }),
  purpose({
    id: 'indication/without-antidepressant-eu',
    statement: 'Outside the EU and UK label: neither an SSRI nor an SNRI beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, since2019), indications: [resistant] },
    when: outside(isNot(takes('ssri-or-snri'))),
    because: 'The EU and UK label names the spray with an SSRI or an SNRI; no text seen names it alone.',
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
    statement: 'Outside the EU and UK label: no oral antidepressant beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, sinceEmergency), indications: [emergency] },
    when: outside(isNot(takes('oral-antidepressant'))),
    because: 'In an emergency the EU and UK label names the spray together with an oral antidepressant.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('prod-esk-eu-emergency', 'EMC24')],
  }),
  purpose({
    id: 'indication/not-an-emergency-eu',
    statement: 'Outside the EU and UK label: not judged a psychiatric emergency at the start of the course',
    basis: 'label',
    scope: { ...scope(nasal, unionAndUk, sinceEmergency), indications: [emergency] },
    when: outside(isNot(stated('emergency-at-start'))),
    because: 'The EU and UK label names symptoms that a clinician judges a psychiatric emergency.',
    actions: ['assess-suicide-risk', 'document-outside-label'],
    sources: [cite('prod-esk-eu-emergency', 'SMPC-PI'), cite('prod-esk-eu-emergency', 'OINDP21')],
  }),
  purpose({
    id: 'indication/emergency-from-65-eu',
    statement: 'Outside the EU label: an emergency at the age of 65 years or over',
    basis: 'label',
    scope: { ...scope(nasal, ['eu'], sinceEmergency), indications: [emergency] },
    when: outside(age('at-least', 65)),
    because: 'The scheme of the EU label for an emergency is for adults under 65.',
    actions: ['document-outside-label'],
    sources: [cite('legal-label-eu-2021', 'SMPC-HKD'), cite('dose-esk-eu-emergency-65', 'SMPC-HKD')],
  }),
  purpose({
    id: 'indication/prescriber-eu',
    statement: 'The decision to prescribe was not taken by a psychiatrist, as the EU and UK label asks',
    basis: 'label',
    scope: scope(nasal, unionAndUk, since2019),
    when: isNot(stated('prescriber-is-psychiatrist')),
    because: 'The EU and UK label leaves the decision to a psychiatrist.',
    actions: ['ask-prescriber'],
    sources: [cite('prod-esk-eu-prescriber', 'SMPC-UK')],
  }),
  purpose({
    id: 'indication/emergency-not-named-uk',
    statement: 'Outside the UK label as it was seen: an emergency before the text of October 2024',
    elsewhere: 'note',
    basis: 'inference', // the day is that of the first text seen to name it; an earlier one may have
    certainty: 'K',
    scope: { ...scope(nasal, ['uk'], sinceEmergency, '2024-10-28'), indications: [emergency] },
    when: notOnRecord(),
    because:
      'The first UK text seen to name an emergency is of 2024-10-29; until then resistant depression was named.',
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('prod-esk-eu-emergency', 'EMC24'), cite('prod-esk-eu-trd', 'SMPC-UK')],
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
