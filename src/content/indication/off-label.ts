/** Ketamine, which no label names for any of these purposes, and purposes of weak or mixed evidence. @module */
import { cite, recall } from '../../kernel/evidence.ts'
import { amount, has, latest } from '../../kernel/rule.ts'
import { resistant } from '../dosing/dose-sets.ts'
import {
  allProducts,
  bothPacks,
  compounded,
  ketamine,
  nasal,
  productsOf,
  scope,
  type UnsignedRule,
} from '../scope.ts'
import { fromNow } from '../session/row.ts'
import {
  alcohol,
  anaesthesia,
  anxiety,
  bipolar,
  cocaine,
  compulsive,
  cordPain,
  ideation,
  otherPain,
  regionalPain,
  traumatic,
} from './purposes.ts'
import { always, purpose } from './row.ts'

/** By vein or into the muscle: what the licence for anaesthesia names. */
const licensedRoutes = ['ketamine-iv', 'ketamine-im'] as const
const subcutaneous = ['ketamine-sc'] as const

/** What the trials behind purposes beside depression gave, and what they did not. */
const infused = ['ketamine-iv'] as const
const otherKetamine = /* @__PURE__ */ productsOf(['ketamine-im', 'ketamine-sc'], compounded)
const notInfused = /* @__PURE__ */ productsOf(nasal, otherKetamine)

const consentCovers =
  'The consent covers that the use is outside any label, the acute effects, misuse, bladder and liver, driving, and the limits of what is known over a long time.'

const offLabelActions = ['document-off-label-decision', 'document-off-label-consent'] as const

/** Rows of the United States. */
export const offLabelUs = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/off-label-us',
    statement: 'Outside the label by nature: the injection is licensed as an anaesthetic only',
    class: 'caution',
    basis: 'label',
    scope: { ...scope(licensedRoutes, ['us']), exceptIndications: [anaesthesia] },
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [
      cite('prod-ketamine-approved-use', 'KET-INP'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
      recall('pre-consent-content', 'K', 'FDA23'),
    ],
  }),
  purpose({
    id: 'indication/off-label-subcutaneous-us',
    statement: 'Outside the label by nature: the licence names the vein and the muscle, and anaesthesia only',
    class: 'caution',
    basis: 'label',
    scope: scope(subcutaneous, ['us']),
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [
      cite('prod-ketamine-approved-use', 'KET-INP'),
      cite('prod-ketamine-psych-off-label', 'FDA23'),
      recall('pre-consent-content', 'K', 'FDA23'),
    ],
  }),
  purpose({
    id: 'indication/compounded-us',
    statement: 'A compounded product, and no FDA-approved one for any psychiatric use',
    class: 'caution',
    basis: 'inference',
    scope: scope(compounded, ['us']),
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [cite('prod-ketamine-psych-off-label', 'FDA23'), recall('pre-consent-content', 'K', 'FDA23')],
  }),
  purpose({
    id: 'indication/warning-compounded-us',
    statement: 'The FDA warns of compounded ketamine for psychiatric use',
    class: 'caution',
    basis: 'guideline',
    scope: scope(compounded, ['us'], '2023-10-10'),
    when: always(),
    because:
      'It knew of no evidence that it is safer, works better or works faster than FDA-approved medicines, and of harm at home without monitoring.',
    actions: ['document-off-label-consent', 'document-weak-evidence'],
    sources: [
      cite('legal-fda-2023-compounded', 'FDA23'),
      cite('legal-fda-2023-compounded', 'LEGAL23'),
      cite('legal-fda-2023-no-benefit', 'FDA23B'),
      cite('legal-fda-2023-case', 'FDA23B'),
    ],
  }),
  purpose({
    id: 'indication/warning-compounded-nasal-us',
    statement: 'The FDA warns of compounded ketamine nasal sprays',
    class: 'caution',
    basis: 'guideline',
    scope: scope(['ketamine-nasal-compounded'], ['us'], '2022-02-16'),
    when: always(),
    because:
      'Strengths varied widely, what a spray delivers was uncertain, and serious adverse events were reported.',
    actions: ['document-off-label-consent', 'document-weak-evidence'],
    sources: [
      cite('legal-fda-2022-nasal', 'FDA22'),
      cite('legal-fda-2022-nasal', 'LEGAL23'),
      cite('legal-fda-2022-strength', 'FDA22L'),
    ],
  }),
]

/** Rows of the European Union, the United Kingdom and Switzerland. */
export const offLabelEu = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/off-label-eu',
    statement: 'Outside the label by nature: the injection is licensed as an anaesthetic',
    class: 'caution',
    basis: 'inference', // of the labels here the precautions were seen, and of no depression in them
    certainty: 'K',
    scope: { ...scope(licensedRoutes, ['eu']), exceptIndications: [anaesthesia] },
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [
      recall('prod-ketamine-approved-use', 'K', 'KET-UK'),
      recall('prod-ketamine-approved-use', 'K', 'KET-CH'),
      recall('pre-consent-content', 'K', 'FDA23'),
    ],
  }),
  purpose({
    id: 'indication/off-label-subcutaneous-eu',
    statement: 'Outside the label by nature: a route that is described, and named by no label seen',
    class: 'caution',
    basis: 'inference',
    certainty: 'K',
    scope: scope(subcutaneous, ['eu']),
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [
      recall('prod-ketamine-approved-use', 'K', 'KET-UK'),
      recall('pre-consent-content', 'K', 'FDA23'),
    ],
  }),
  purpose({
    id: 'indication/compounded-eu',
    statement:
      'Outside the label by nature: compounded ketamine, which was found in no text of a regulator here',
    class: 'caution',
    basis: 'inference', // nothing was found that names or allows it; what was written of it comes from elsewhere
    certainty: 'K',
    scope: scope(compounded, ['eu']),
    when: always(),
    because: consentCovers,
    actions: offLabelActions,
    sources: [cite('prod-ketamine-off-label-routes', 'ANDR-4'), recall('pre-consent-content', 'K', 'FDA23')],
  }),
]

/** Purposes of weak or mixed evidence: what stands against relying on them, each with its trials. */
const evidence = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/evidence-bipolar',
    statement: 'Bipolar depression: small trials, and little known over a long time',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(infused, bothPacks), indications: [bipolar] },
    when: always(),
    because:
      'Responses to ketamine by vein were seen in small controlled trials, and in an open series of 13.',
    actions: ['document-weak-evidence'],
    sources: [
      cite('ind-bipolar', 'BIPREV'),
      cite('ind-bipolar', 'BIPWIL'),
      recall('ind-bipolar-zarate', 'K'),
    ],
  }),
  purpose({
    id: 'indication/evidence-ideation',
    statement: 'Suicidal ideation: an effect that is moderate and short, and no prevention of suicide',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(infused, bothPacks), indications: [ideation] },
    when: always(),
    because:
      'Pooled trials of ketamine show less ideation for some days; the risk needs care of its own throughout.',
    actions: ['assess-suicide-risk', 'plan-suicide-care', 'document-weak-evidence'],
    sources: [
      cite('ind-si-ketamine', 'WIL18'),
      cite('ind-si-duration', 'WITT'),
      cite('ind-si-abbar', 'ABB22'),
      recall('ind-si-abbar-6wk', 'K'),
    ],
  }),
  purpose({
    id: 'indication/evidence-trauma',
    statement: 'Post-traumatic stress disorder: trials disagree, and the larger one found no benefit',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(infused, bothPacks), indications: [traumatic] },
    when: always(),
    because:
      'A trial of infusions in 30 people was positive; one in 158 veterans found no benefit for this disorder.',
    actions: ['document-weak-evidence'],
    sources: [
      cite('ind-ptsd-feder', 'FED21'),
      cite('ind-ptsd-feder', 'FEDN'),
      cite('ind-ptsd-abdallah', 'ABD22'),
      cite('ind-ptsd-overall', 'PTSDREV'),
    ],
  }),
  purpose({
    id: 'indication/evidence-compulsion',
    statement: 'Obsessive-compulsive disorder: one small positive trial and one negative series',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(infused, bothPacks), indications: [compulsive] },
    when: always(),
    because:
      'In a crossover of 15 half of those given ketamine first responded; in an open trial none of 10.',
    actions: ['document-weak-evidence'],
    sources: [cite('ind-ocd-rodriguez', 'ROD13'), cite('ind-ocd-bloch', 'BLO12')],
  }),
  purpose({
    id: 'indication/evidence-anxiety',
    statement: 'Anxiety disorders: very small studies',
    class: 'caution',
    basis: 'trial',
    certainty: 'K',
    scope: { ...scope(allProducts, bothPacks), indications: [anxiety] },
    when: always(),
    because: 'What is known comes from dose finding and crossovers in very few people.',
    actions: ['document-weak-evidence'],
    sources: [recall('ind-anxiety', 'K')],
  }),
  purpose({
    id: 'indication/evidence-pain',
    statement: 'Pain: evidence beyond the complex regional pain syndrome is weak or missing',
    class: 'caution',
    basis: 'guideline',
    scope: { ...scope(infused, bothPacks), indications: [cordPain, otherPain] },
    when: always(),
    because: 'A guideline on infusions found weak evidence for a short time at best, and none over months.',
    actions: ['document-weak-evidence'],
    sources: [
      cite('ind-sci-pain', 'ASRA18'),
      cite('ind-other-pain', 'ASRA18'),
      cite('ind-pain-dose', 'ASRA18'),
    ],
  }),
  purpose({
    id: 'indication/evidence-regional-pain',
    statement: 'Complex regional pain syndrome: moderate evidence, to twelve weeks',
    class: 'note',
    basis: 'guideline',
    scope: { ...scope(infused, bothPacks), indications: [regionalPain] },
    when: always(),
    because:
      'A guideline on infusions found it. Doses and durations are those of pain, and differ from those of depression.',
    actions: [],
    sources: [cite('ind-crps', 'ASRA18'), cite('ind-pain-dose', 'ASRA18')],
  }),
  purpose({
    id: 'indication/no-trial-of-this-product',
    statement: 'No trial of this product for this purpose is in these tables',
    class: 'caution',
    basis: 'inference',
    certainty: 'K',
    scope: {
      ...scope(notInfused, bothPacks),
      indications: [bipolar, traumatic, compulsive, alcohol, cocaine, regionalPain, cordPain, otherPain],
    },
    when: always(),
    because: 'The trials that are in them gave ketamine by vein; what was found there need not hold here.',
    actions: ['document-weak-evidence'],
    sources: [
      cite('ind-bipolar', 'BIPWIL'),
      cite('ind-ptsd-feder', 'FED21'),
      cite('ind-ptsd-abdallah', 'ABD22'),
      cite('ind-ocd-rodriguez', 'ROD13'),
      cite('ind-aud-dakwar', 'DAK20'),
      cite('ind-cocaine', 'COC19'),
      cite('ind-crps', 'ASRA18'),
      cite('ind-pain-dose', 'ASRA18'),
      recall('prod-esk-no-interchange', 'K'),
    ],
  }),
  purpose({
    id: 'indication/no-trial-of-this-product-ideation',
    statement: 'No trial of this product for suicidal ideation is in these tables',
    class: 'caution',
    basis: 'inference',
    certainty: 'K',
    scope: { ...scope(otherKetamine, bothPacks), indications: [ideation] },
    when: always(),
    because: 'The trials that are in them gave ketamine by vein; the risk needs care of its own throughout.',
    actions: ['assess-suicide-risk', 'plan-suicide-care', 'document-weak-evidence'],
    sources: [
      cite('ind-si-ketamine', 'WIL18'),
      cite('ind-si-abbar', 'ABB22'),
      recall('prod-esk-no-interchange', 'K'),
    ],
  }),
  purpose({
    id: 'indication/evidence-ideation-spray',
    statement: 'Suicidal ideation: in trials of the spray it did not improve beyond placebo',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(nasal, bothPacks), indications: [ideation] },
    when: always(),
    because:
      'Two trials in depression with acute suicidality: the depression improved, the suicidality endpoint did not beat placebo.',
    actions: ['assess-suicide-risk', 'plan-suicide-care', 'document-weak-evidence'],
    sources: [cite('ind-mdsi', 'HCP-MDSI'), cite('ind-mdsi', 'WCM')],
  }),
]

/**
 * A substance use disorder as the purpose: it flags on both sides, and neither clears nor excludes by itself.
 *
 * What was found came from infusions; that it is a risk too holds for every product.
 */
const substances = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/alcohol-both-sides',
    statement: 'Alcohol use disorder: a purpose that is proposed, and at once a risk of the treatment',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(allProducts, bothPacks), indications: [alcohol] },
    when: always(),
    because:
      'Two small trials of infusions found more abstinence; labels and consensus weigh or rule out an active disorder because of misuse.',
    actions: ['document-benefit-risk', 'monitor-substance-use', 'monitor-misuse', 'document-weak-evidence'],
    sources: [
      cite('ind-aud-grabski', 'GRAB22'),
      cite('ind-aud-dakwar', 'DAK20'),
      cite('ci-sud-active', 'PI19', 'section 9.2'),
      cite('conf-sud', 'ASRA18'),
    ],
  }),
  purpose({
    id: 'indication/cocaine-both-sides',
    statement: 'Cocaine use disorder: a purpose that is proposed, and at once a risk of the treatment',
    class: 'caution',
    basis: 'trial',
    scope: { ...scope(allProducts, bothPacks), indications: [cocaine] },
    when: always(),
    because:
      'A small trial of an infusion found more abstinence; labels and consensus weigh or rule out an active disorder because of misuse.',
    actions: ['document-benefit-risk', 'monitor-substance-use', 'monitor-misuse', 'document-weak-evidence'],
    sources: [
      cite('ind-cocaine', 'COC19'),
      cite('ci-sud-active', 'PI19', 'section 9.2'),
      cite('conf-sud', 'ASRA18'),
    ],
  }),
]

/** Rows alike in both packs. */
export const offLabel = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/resistance-not-shown-ketamine',
    statement: 'Resistance not shown: fewer failed antidepressants than the definition asks for',
    basis: 'guideline', // a place after others, and no label: it goes no further than this
    scope: { ...scope(ketamine, bothPacks), indications: [resistant] },
    when: latest('trials-short', 'above', amount(0, '{n}'), fromNow),
    because:
      'Guidelines give ketamine a place after other treatments: one by vein in the second line, other routes in the third, another after several adequate trials.',
    actions: ['ask-antidepressant-trials', 'document-specialist-decision'],
    sources: [
      cite('ind-canmat', 'CANMAT'),
      cite('conf-canmat-line', 'CANMAT23'),
      cite('resp-vadod', 'VADOD'),
      cite('trd-two-trials', 'MHP'),
    ],
  }),
  purpose({
    id: 'indication/acute-suicidality',
    statement: 'Acute suicidal ideation or behaviour',
    class: 'caution',
    basis: 'guideline',
    scope: scope(allProducts, bothPacks),
    when: has('acute-suicidality'),
    because:
      'It asks for more care now; it bars no treatment by itself, and may be what the treatment is for.',
    actions: ['assess-suicide-risk', 'watch-suicide-risk', 'plan-suicide-care'],
    sources: [
      cite('pre-cssrs-not-exclusion', 'NCTKU'),
      cite('conf-cssrs-use', 'NCTCSS'),
      cite('pre-cssrs-high', 'CSSRST'),
      cite('pre-suicide-every-encounter', 'ZEROS'),
    ],
  }),
  ...evidence(),
  ...substances(),
]
