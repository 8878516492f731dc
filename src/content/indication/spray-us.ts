/** The nasal spray and the US label: what it is for, in whom, and beside what. @module */
import { cite } from '../../kernel/evidence.ts'
import { age, amount, has, isNot, latest, stated, takes } from '../../kernel/rule.ts'
import { resistant, suicidality } from '../dosing/dose-sets.ts'
import { nasal, nasalUs, scope, type UnsignedRule } from '../scope.ts'
import { fromNow } from '../session/row.ts'
import { always, notOnRecord, outside, purpose } from './row.ts'

const notNamed = 'The label of that time names other purposes; no course of this one was weighed by it.'
const withoutOral = outside(isNot(takes('oral-antidepressant')))

// The month of the second indication is known and not the day: the reference takes the last day of it.
const since2020 = '2020-07-31'

/** The US label. */
export const sprayUs = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/outside-label-us',
    statement: 'A purpose outside the label',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], '2019-03-05', '2020-07-30'), exceptIndications: [resistant] },
    when: notOnRecord(),
    because: notNamed,
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('prod-esk-us-first-approval', 'PI19'), cite('legal-label-us-2019', 'PI19')],
  }),
  purpose({
    id: 'indication/outside-label-us',
    version: 2,
    statement: 'A purpose outside the label',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], since2020), exceptIndications: [resistant, suicidality] },
    when: notOnRecord(),
    because: notNamed,
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [
      cite('prod-esk-us-mdsi', 'PI20'),
      cite('prod-esk-us-mdsi', 'HCP-MDSI'),
      cite('legal-label-us-2020', 'PI20'),
      cite('prod-esk-us-first-approval', 'PI19'),
    ],
  }),
  purpose({
    id: 'indication/under-18-us',
    statement: 'Outside the label: age under 18 years',
    basis: 'label',
    scope: nasalUs,
    // A decision outside the label does not lift it: all these tables know comes from adults.
    when: age('below', 18),
    because: 'The label is for adults; it was not approved in children and adolescents.',
    actions: ['document-specialist-decision'],
    sources: [cite('prod-esk-paediatric', 'EPO'), cite('prod-esk-paediatric', 'PI19', 'section 5.5')],
  }),
  purpose({
    id: 'indication/no-major-depression-us',
    statement: 'Outside the label: no major depressive disorder on record',
    basis: 'label',
    scope: { ...nasalUs, indications: [resistant, suicidality] },
    when: outside(isNot(has('major-depressive-disorder'))),
    because: 'Both purposes of the label are forms of major depressive disorder.',
    actions: ['ask-diagnosis'],
    sources: [cite('prod-esk-trd-def-us', 'MHP'), cite('prod-esk-us-mdsi', 'PI20')],
  }),
  purpose({
    id: 'indication/resistance-not-shown-us',
    statement: 'Outside the label: fewer than two failed antidepressants shown',
    basis: 'label',
    scope: { ...nasalUs, indications: [resistant] },
    when: outside(latest('trials-short', 'above', amount(0, '{n}'), fromNow)),
    because:
      'The label means depression that did not respond to at least two oral antidepressants of adequate dose and duration.',
    actions: ['ask-antidepressant-trials', 'document-outside-label'],
    sources: [
      cite('prod-esk-trd-def-us', 'MHP'),
      cite('prod-esk-trd-def-us', 'HELM25'),
      cite('trd-two-trials', 'MHP'),
    ],
  }),
  purpose({
    id: 'indication/without-antidepressant-us',
    statement: 'Outside the label: no oral antidepressant beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], '2019-03-05', '2025-01-20'), indications: [resistant] },
    when: withoutOral,
    because: 'Until January 2025 the label named the spray together with an oral antidepressant only.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [
      cite('prod-esk-us-first-approval', 'PI19'),
      cite('conf-oral-ad-needed', 'NEWS25'),
      cite('legal-label-us-2019', 'PI19'),
    ],
  }),
  purpose({
    id: 'indication/alone-us',
    statement: 'No oral antidepressant beside the spray, which the label allows in resistant depression',
    class: 'note',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], '2025-01-21'), indications: [resistant] },
    when: isNot(takes('oral-antidepressant')),
    because: 'Since January 2025 the label names the spray alone or with an oral antidepressant.',
    actions: [],
    sources: [
      cite('prod-esk-us-monotherapy', 'NEWS25'),
      cite('legal-label-us-2025', 'NEWS25'),
      cite('conf-oral-ad-needed', 'NEWS25'),
    ],
  }),
  purpose({
    id: 'indication/without-antidepressant-suicidality-us',
    statement: 'Outside the label: no oral antidepressant beside the spray',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], since2020), indications: [suicidality] },
    when: withoutOral,
    because: 'With acute suicidality the label names the spray together with an oral antidepressant only.',
    actions: ['ask-antidepressant-taken', 'document-outside-label'],
    sources: [
      cite('prod-esk-us-mdsi', 'PI20'),
      cite('prod-esk-us-mdsi-still-adjunct', 'JNJ-TAKE25'),
      cite('conf-oral-ad-needed', 'NEWS25'),
    ],
  }),
  purpose({
    id: 'indication/suicidality-not-acute-us',
    statement: 'Outside the label: no acute suicidal ideation or behaviour at the start of the course',
    basis: 'label',
    scope: { ...scope(nasal, ['us'], since2020), indications: [suicidality] },
    when: outside(isNot(stated('suicidality-at-start'))),
    because: 'The label names symptoms of depression in adults with acute suicidal ideation or behaviour.',
    actions: ['assess-suicide-risk', 'document-outside-label'],
    sources: [cite('prod-esk-us-mdsi', 'PI20'), cite('prod-esk-us-mdsi', 'HCP-MDSI')],
  }),
  purpose({
    id: 'indication/limit-suicide',
    statement: 'Not shown to prevent suicide, or to lessen suicidal ideation or behaviour',
    class: 'note',
    basis: 'label',
    scope: scope(nasal, ['us'], since2020),
    when: always(),
    because: 'A limit of use of the label: improvement after a dose does not take the place of admission.',
    actions: ['assess-suicide-risk'],
    sources: [cite('prod-esk-limit-suicide', 'PI20'), cite('prod-esk-limit-suicide', 'WCM')],
  }),
  purpose({
    id: 'indication/limit-anaesthesia',
    statement: 'Not an anaesthetic',
    class: 'note',
    basis: 'label',
    // Seen in the text that holds the section numbers of 2023; it may have stood there before.
    scope: scope(nasal, ['us'], '2023-10-01'),
    when: always(),
    because: 'A limit of use of the label: neither benefit nor harm as an anaesthetic is established.',
    actions: [],
    sources: [cite('prod-esk-limit-anaesthesia', 'WCM')],
  }),
]
