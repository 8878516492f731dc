/** The closed table of what may be ordered, and what each regulator says of it. @module */
import type { ProductForm, Setting } from '../../kernel/content.ts'
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import { firstDay } from '../scope.ts'
import { emergency, resistant, sinceEmergency, suicidality } from './dose-sets.ts'

/** What the injection is licensed for. */
export const anaesthesia = 'anaesthesia'

// No setting at home: the spray is never handed out, and of an injection at home no source speaks.
const clinic: readonly Setting[] = ['outpatient', 'inpatient']

const spray = {
  product: 'esketamine-nasal',
  enantiomer: 's-enantiomer',
  route: 'nasal',
  form: 'nasal-device',
  ordered: ['devices', 'fixed'],
  perDevice: { value: 28, unit: 'mg' },
  settings: clinic,
  certainty: 'S',
} as const

const device = /* @__PURE__ */ cite('prod-esk-device', 'PI19', 'section 2.3')
const neverAtHome = /* @__PURE__ */ cite('rems-no-home', 'JNJ-PMF')

const ampoule = {
  enantiomer: 'racemate',
  form: 'solution-for-injection',
  settings: clinic,
} as const

const iv = { ...ampoule, product: 'ketamine-iv', route: 'iv', ordered: ['fixed', 'per-kg', 'rate'] } as const
const im = { ...ampoule, product: 'ketamine-im', route: 'im', ordered: ['fixed', 'per-kg'] } as const
const sc = { ...ampoule, product: 'ketamine-sc', route: 'sc', ordered: ['fixed', 'per-kg'] } as const

const routes = /* @__PURE__ */ cite('prod-ketamine-off-label-routes', 'ANDR-4')
const strengths = /* @__PURE__ */ cite('prod-ketamine-strengths', 'KET-INP')

const offLabelUs = {
  jurisdiction: 'us',
  strengths: [10, 50, 100],
  status: 'off-label',
  effective: { from: firstDay },
  certainty: 'S',
} as const

const compoundedUs = {
  enantiomer: 'racemate',
  jurisdiction: 'us',
  status: 'compounded-unapproved',
  effective: { from: firstDay },
  certainty: 'S',
} as const

/** The United States. */
export const formsUs = (): readonly ProductForm[] => [
  {
    ...spray,
    id: 'us/esketamine-nasal/resistant',
    jurisdiction: 'us',
    indication: resistant,
    status: 'approved',
    effective: { from: '2019-03-05' },
    sources: [
      cite('prod-esk-us-first-approval', 'PI19'),
      cite('prod-esk-us-monotherapy', 'NEWS25'),
      cite('prod-esk-trd-def-us', 'MHP'),
      cite('prod-esk-kits', 'SMPC-HKI'),
      device,
      neverAtHome,
    ],
  },
  {
    ...spray,
    id: 'us/esketamine-nasal/suicidality',
    jurisdiction: 'us',
    indication: suicidality,
    status: 'approved',
    effective: { from: '2020-07-31' },
    sources: [
      cite('prod-esk-us-mdsi', 'PI20'),
      cite('prod-esk-us-mdsi', 'HCP-MDSI'),
      cite('prod-esk-us-mdsi-still-adjunct', 'JNJ-TAKE25'),
      cite('prod-esk-limit-suicide', 'WCM'),
      device,
      neverAtHome,
    ],
  },
  {
    ...spray,
    id: 'us/esketamine-nasal/other',
    jurisdiction: 'us',
    status: 'off-label',
    effective: { from: '2019-03-05' },
    sources: [
      cite('prod-esk-us-first-approval', 'PI19'),
      cite('prod-esk-limit-anaesthesia', 'WCM'),
      device,
      neverAtHome,
    ],
  },
  {
    ...iv,
    ...offLabelUs,
    id: 'us/ketamine-iv/anaesthesia',
    indication: anaesthesia,
    // Approved, and no order of it is checked here: the limits of these tables are those of depression.
    status: 'approved',
    ordered: [],
    sources: [cite('prod-ketamine-approved-use', 'KET-INP'), cite('prod-ketamine-approved-use', 'FDA23')],
  },
  {
    ...iv,
    ...offLabelUs,
    id: 'us/ketamine-iv/other',
    sources: [
      cite('prod-ketamine-psych-off-label', 'FDA23'),
      routes,
      strengths,
      cite('prod-ketamine-salt-factor', 'KET-INP'),
      cite('prod-ketamine-100-dilute', 'KET24', 'section 2.1'),
    ],
  },
  {
    ...im,
    ...offLabelUs,
    id: 'us/ketamine-im/anaesthesia',
    indication: anaesthesia,
    status: 'approved',
    ordered: [],
    sources: [cite('prod-ketamine-approved-use', 'KET-INP'), cite('prod-ketamine-approved-use', 'FDA23')],
  },
  {
    ...im,
    ...offLabelUs,
    id: 'us/ketamine-im/other',
    sources: [cite('prod-ketamine-psych-off-label', 'FDA23'), routes, strengths],
  },
  {
    ...sc,
    ...offLabelUs,
    id: 'us/ketamine-sc/other',
    sources: [cite('prod-ketamine-psych-off-label', 'FDA23'), routes, strengths],
  },
  {
    ...compoundedUs,
    id: 'us/ketamine-oral',
    product: 'ketamine-oral',
    route: 'oral',
    form: 'oral-form',
    ordered: ['fixed', 'per-kg'],
    settings: ['outpatient', 'inpatient', 'remote'],
    sources: [cite('legal-fda-2023-compounded', 'FDA23'), routes, cite('dose-oral-status', 'ANDR-2')],
  },
  {
    ...compoundedUs,
    id: 'us/ketamine-sublingual',
    product: 'ketamine-sublingual',
    route: 'sublingual',
    form: 'sublingual-form',
    ordered: ['fixed'],
    settings: ['outpatient', 'inpatient', 'remote'],
    sources: [cite('legal-fda-2023-compounded', 'FDA23'), routes],
  },
  {
    ...compoundedUs,
    id: 'us/ketamine-nasal-compounded',
    product: 'ketamine-nasal-compounded',
    route: 'nasal',
    form: 'nasal-solution',
    ordered: ['fixed'],
    settings: clinic,
    sources: [cite('legal-fda-2022-nasal', 'FDA22'), cite('legal-fda-2022-strength', 'FDA22L'), routes],
  },
]

/** An injection used in depression outside the United States: the route is described, no label there names it. */
/* @__NO_SIDE_EFFECTS__ */
function offLabelIn(jurisdiction: string, more: readonly Citation[]): readonly ProductForm[] {
  const shared = {
    jurisdiction,
    status: 'off-label',
    effective: { from: firstDay },
    certainty: 'K',
    sources: [routes, ...more],
  } as const
  return [
    { ...iv, ...shared, id: `${jurisdiction}/ketamine-iv/other` },
    { ...im, ...shared, id: `${jurisdiction}/ketamine-im/other` },
    { ...sc, ...shared, id: `${jurisdiction}/ketamine-sc/other` },
  ]
}

/** The European Union, the United Kingdom and Switzerland. Compounded ketamine was found in no text of theirs. */
export const formsEu = (): readonly ProductForm[] => [
  {
    ...spray,
    id: 'eu/esketamine-nasal/before',
    jurisdiction: 'eu',
    // Shown as what it was, and no order is taken under it.
    ordered: [],
    status: 'not-authorised',
    effective: { from: firstDay, to: '2019-12-17' },
    sources: [cite('legal-label-eu-2019', 'EUAUTH'), device],
  },
  {
    ...spray,
    id: 'eu/esketamine-nasal/resistant',
    jurisdiction: 'eu',
    indication: resistant,
    status: 'approved',
    effective: { from: '2019-12-18' },
    sources: [
      cite('legal-label-eu-2019', 'EUAUTH'),
      cite('prod-esk-eu-trd', 'SMPC-VD'),
      cite('prod-esk-eu-prescriber', 'SMPC-UK'),
      cite('prod-esk-kits', 'SMPC-HKI'),
      device,
    ],
  },
  {
    ...spray,
    id: 'eu/esketamine-nasal/emergency',
    jurisdiction: 'eu',
    indication: emergency,
    status: 'approved',
    effective: { from: sinceEmergency },
    sources: [
      cite('legal-label-eu-2021', 'OINDP21'),
      cite('prod-esk-eu-emergency', 'SMPC-PI'),
      cite('prod-esk-eu-emergency', 'OINDP21'),
      device,
    ],
  },
  {
    ...spray,
    id: 'eu/esketamine-nasal/other',
    jurisdiction: 'eu',
    status: 'off-label',
    effective: { from: '2019-12-18' },
    sources: [cite('legal-label-eu-2019', 'EUAUTH'), device],
  },
  {
    ...spray,
    id: 'uk/esketamine-nasal/resistant',
    jurisdiction: 'uk',
    indication: resistant,
    status: 'approved',
    // The union's authorisation held in the United Kingdom; no day of its own was seen.
    effective: { from: '2019-12-18' },
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK'), cite('prod-esk-eu-prescriber', 'SMPC-UK'), device],
  },
  {
    ...spray,
    id: 'uk/esketamine-nasal/emergency',
    jurisdiction: 'uk',
    indication: emergency,
    status: 'approved',
    // The day of the text in which it was seen; it may have stood there before.
    effective: { from: '2024-10-29' },
    sources: [cite('prod-esk-eu-emergency', 'EMC24'), device],
  },
  {
    ...spray,
    id: 'uk/esketamine-nasal/other',
    jurisdiction: 'uk',
    status: 'off-label',
    effective: { from: '2019-12-18' },
    sources: [cite('prod-esk-eu-trd', 'SMPC-UK'), device],
  },
  {
    ...spray,
    id: 'ch/esketamine-nasal/resistant',
    jurisdiction: 'ch',
    indication: resistant,
    status: 'approved',
    // No day was seen: as everywhere in these tables, from the first that can be replayed.
    effective: { from: firstDay },
    sources: [cite('prod-esk-ch-indication', 'SWISS'), device],
  },
  {
    ...spray,
    id: 'ch/esketamine-nasal/emergency',
    jurisdiction: 'ch',
    indication: emergency,
    status: 'approved',
    effective: { from: firstDay },
    sources: [cite('prod-esk-ch-indication', 'SWISS'), device],
  },
  {
    ...spray,
    id: 'ch/esketamine-nasal/other',
    jurisdiction: 'ch',
    status: 'off-label',
    effective: { from: firstDay },
    sources: [cite('prod-esk-ch-indication', 'SWISS'), device],
  },
  ...offLabelIn('eu', []),
  ...offLabelIn('uk', [recall('prod-ketamine-approved-use', 'K', 'KET-UK')]),
  ...offLabelIn('ch', [recall('prod-ketamine-approved-use', 'K', 'KET-CH')]),
]
