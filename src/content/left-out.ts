/** Rows of the clinical reference that are no rule here, each with its reason. @module */

/** A fact that was read and deliberately not made a rule. */
export interface LeftOut {
  readonly fact: string
  readonly why: string
}

/** All of them, by fact id. */
export const leftOut: readonly LeftOut[] = [
  {
    fact: 'ddi-esk-inj-xanthine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ddi-esk-inj-ergometrine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-bp-icp',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-ihd',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-xanthine-ergometrine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ae-esk-recur',
    why: 'Speaks of all effects alike and gives no figure; no row of the catalogue can hold it.',
  },
  {
    fact: 'ae-esk-discont',
    why: 'How many ended treatment in trials says nothing of a single effect.',
  },
  {
    fact: 'ae-iv-short-longterm',
    why: 'Says what is not known of infusions; no row of the catalogue follows from it.',
  },
  {
    fact: 'ae-lt-sustain3-exposure',
    why: 'How long and how many people were followed, without a control; no effect is counted in it.',
  },
  {
    fact: 'ae-lt-sustain2',
    why: 'How many completed a study for reasons not seen; the reference warns against reading it as tolerability.',
  },
  {
    fact: 'ae-serious-criteria',
    why: 'No row of the catalogue: `assessSeriousness` asks these criteria.',
  },
  {
    fact: 'ae-serious-er-visit',
    why: 'No row of the catalogue: the question of `assessSeriousness` about admission says so.',
  },
  {
    fact: 'ae-serious-not-severity',
    why: 'No row of the catalogue: `assessSeriousness` does not take a grade.',
  },
  {
    fact: 'ae-causality-whoumc',
    why: 'No row of the catalogue: `assessCausality` keeps the category a person stated.',
  },
  {
    fact: 'ae-causality-naranjo',
    why: 'No row of the catalogue: `assessCausality` reads the band of a stated total; the scores of the items were not seen.',
  },
  {
    fact: 'ae-expected-dated',
    why: 'No row of its own: each row of the catalogue carries the dates, and `expectedness` compares them.',
  },
  {
    fact: 'rems-inpatient-pharmacy',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-transfer-notice',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-ar-change',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-no-redistribution',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-pharmacy',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-acquisition',
    why: 'A duty of the site towards the REMS, outside any one visit.',
  },
  {
    fact: 'rems-form-ready',
    why: 'What the monitoring form asks for; the form itself is not built here.',
  },
  {
    fact: 'rems-form-ae',
    why: 'What the monitoring form asks for; the form itself is not built here.',
  },
  {
    fact: 'rems-form-ae-times',
    why: 'What the monitoring form asks for; the form itself is not built here.',
  },
  {
    fact: 'rems-first-treatment-flag',
    why: 'What the monitoring form asks for; the form itself is not built here.',
  },
  {
    fact: 'pre-bp-phase3-hold',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-bp-hold-160-100',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-bp-hold-180',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-site-bp-phase3',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-site-bp-accel',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-site-bp-160-90',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-site-bp-160-100',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-site-bp-kaassn',
    why: 'A value of one site or trial behind the numbers `bp-block` and `bp-decision`, whose rows cite the surest of them.',
  },
  {
    fact: 'pre-bp-recheck',
    why: 'Practice without a number: the action `measure-blood-pressure` asks for a rest and a second reading.',
  },
  {
    fact: 'pre-substance-window',
    why: 'The rule of one clinic; substance use is judged at screening, where labels and consensus differ from it.',
  },
  {
    fact: 'mon-ecg-etco2',
    why: 'Electrocardiogram and capnography are a site’s own; no source makes them a condition of a visit.',
  },
  {
    fact: 'mon-scale-ymrs',
    why: 'A scale tracked over the course of one series, not within a visit.',
  },
  {
    fact: 'mon-rescue-antisialagogue',
    why: 'A medicine before anaesthetic doses; no advice on medicines is given here.',
  },
  {
    fact: 'mon-staff-saskatchewan',
    why: 'A rule of one province of Canada, which no pack covers; a site there raises its rows by policy.',
  },
  {
    fact: 'mon-staff-manitoba',
    why: 'A rule of one province of Canada, which no pack covers; a site there raises its rows by policy.',
  },
  {
    fact: 'mon-staff-bc-interim',
    why: 'A rule of one province of Canada, which no pack covers; a site there raises its rows by policy.',
  },
  {
    fact: 'mon-site-int-ed',
    why: 'Of a dose pushed in an emergency department, which is none of the sessions the schedules are for.',
  },
  {
    fact: 'dc-site-obs-kinf',
    why: 'A stay of one clinic inside the range behind `observation-iv`; a shorter stay drives no starting value.',
  },
  {
    fact: 'dc-site-obs-newlif',
    why: 'A stay of one clinic inside the range behind `observation-iv`; a shorter stay drives no starting value.',
  },
  {
    fact: 'dc-site-obs-mip',
    why: 'A stay of one clinic inside the range behind `observation-iv`; a shorter stay drives no starting value.',
  },
  {
    fact: 'dc-site-obs-gform',
    why: 'A stay of one clinic inside the range behind `observation-iv`; a shorter stay drives no starting value.',
  },
  {
    fact: 'dc-driving-esk-onroad',
    why: 'Hours of a study; the advice on driving counts sleep and the next day, never hours of a study.',
  },
  {
    fact: 'dc-driving-ket-combo',
    why: 'Of combinations with anaesthetics; the advice on driving does not get shorter by it.',
  },
  {
    fact: 'rems-changes',
    why: 'Which version of a form was used is stored with the form, which is not built here.',
  },
  {
    fact: 'prod-ketamine-atc',
    why: 'The code of the medicine was recalled and not seen; no rule on a dose asks for it.',
  },
  {
    fact: 'prod-esk-injection',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'dose-iv-0-2-not-better',
    why: 'That a low dose did no better is no limit of an order, and it was not seen in its source.',
  },
  {
    fact: 'dose-iv-course-medscape',
    why: 'How long a course runs belongs to its plan, not to one order of a dose.',
  },
  {
    fact: 'dose-iv-maintenance-evidence',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'dose-iv-maintenance-weekly',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'dose-iv-maintenance-monthly',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'dose-iv-maintenance-stepwise',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'dose-iv-line-of-treatment',
    why: 'The place of the product among treatments belongs to the indication, not to the dose.',
  },
  {
    fact: 'dose-weight-ibw-formula',
    why: 'A formula and no rule: it stands beside the weights an order can be counted on.',
  },
  {
    fact: 'dose-weight-adjusted-formula',
    why: 'A formula and no rule: it stands beside the weights an order can be counted on.',
  },
  {
    fact: 'dose-weight-lean-formula',
    why: 'A formula and no rule: it stands beside the weights an order can be counted on.',
  },
  {
    fact: 'dose-sc-kads-endpoint',
    why: 'The endpoint of a trial, which limits no dose; cut-offs of scales belong to the measures.',
  },
  {
    fact: 'dose-sc-kads-outcome',
    why: 'The outcome of a trial limits no dose, and it was not seen in its source.',
  },
  {
    fact: 'dose-sc-kads-control',
    why: 'The dose of a control medicine, which nobody orders here.',
  },
  {
    fact: 'dose-esk-device-rest',
    why: 'How the devices are used is read from the log of a session, not from the order.',
  },
  {
    fact: 'dose-esk-no-prime',
    why: 'Advice on handling the device: no fact of an order answers it.',
  },
  {
    fact: 'dose-esk-technique',
    why: 'Advice on handling the device: no fact of an order answers it.',
  },
  {
    fact: 'dose-esk-missed-induction',
    why: 'What a missed session changes belongs to the plan of a course.',
  },
  {
    fact: 'dose-esk-missed-maintenance',
    why: 'What a missed session changes belongs to the plan of a course.',
  },
  {
    fact: 'dose-esk-lapse-28d',
    why: 'What a missed session changes belongs to the plan of a course.',
  },
  {
    fact: 'dose-esk-interval-studied',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'dose-esk-eu-continue',
    why: 'How long a course runs belongs to its plan, not to one order of a dose.',
  },
  {
    fact: 'dose-esk-asian-start',
    why: 'Not found in any text that was seen: a rule by ancestry would be invented.',
  },
  {
    fact: 'prod-esk-au-indication',
    why: 'Australia is a country of neither pack; a row for it would bind nobody.',
  },
  {
    fact: 'legal-label-us-2026',
    why: 'Only the head of this label was seen; the rows of the label before it stay in force and say their sources.',
  },
  {
    fact: 'legal-label-eu-2024-08',
    why: 'What changed in its section on doses was not seen; nothing of it can be a row.',
  },
  {
    fact: 'trd-duration-mti',
    why: 'Flags of a form that writes trials down, and no definition of resistance.',
  },
  {
    fact: 'trd-early-improvement',
    why: 'A reason to change a treatment early; it says nothing of how many trials failed.',
  },
  {
    fact: 'trd-claims-proxy',
    why: 'A count of prescriptions in a year, for studies of records that know neither dose nor outcome of a trial.',
  },
  {
    fact: 'trd-psych-not-counted',
    why: 'Psychotherapy is no trial of a medicine; no definition here counts it.',
  },
  {
    fact: 'trd-staging-cuts',
    why: 'Cut-offs on staging scores stand beside the definitions by trials; no row asks for them.',
  },
  {
    fact: 'trd-dmtrd-items',
    why: 'Points of each item were not readable, so that no score can be made of it.',
  },
  {
    fact: 'trd-athf-sf',
    why: 'The lists of doses of the form could not be opened, so that its rating is not claimed.',
  },
  {
    fact: 'trd-athf-sf2',
    why: 'The criteria of the form stand in a supplement that could not be opened, so that its rating is not claimed.',
  },
  {
    fact: 'trd-atrq',
    why: 'The form could not be opened; a definition in its manner says so and claims no score of it.',
  },
  {
    fact: 'trd-min-esketamine-nasal',
    why: 'Given by the session: a dose a day says nothing of it, and it is what is planned.',
  },
  {
    fact: 'trd-min-iv-racemic-ketamine',
    why: 'Given by the session: a dose a day says nothing of it, and it is what is planned.',
  },
  {
    fact: 'trd-dose-ssri-flat',
    why: 'Says that higher doses of an SSRI add little; the lowest doses it names are those of the table.',
  },
  {
    fact: 'trd-dose-increase-plateau',
    why: 'Says how effect grows with dose; what counts as a trial is the lowest dose.',
  },
  {
    fact: 'trd-esm-stages',
    why: 'Bands of weeks that overlap and leave gaps; the stage by failed trials and months of resistance is worked out.',
  },
  {
    fact: 'trd-thase-rush-limits',
    why: 'Limits of a method of staging, told where its stage is described; nothing is worked out from them.',
  },
  {
    fact: 'trd-msm-range',
    why: 'The range of a sum that is worked out from the points of its items.',
  },
  {
    fact: 'trd-msm-dimensions',
    why: 'Names of what the items of a method of staging are about; their points are what is worked out.',
  },
  {
    fact: 'trd-mghs',
    why: 'Whole points of a method of staging; the row with its halves is the one that is worked out.',
  },
  {
    fact: 'trd-code-persistent',
    why: 'Another disorder: its codes show no major depression, and the cases of the rows say so.',
  },
  {
    fact: 'ind-pain-dose',
    why: 'Cited where it is told that infusions for pain are dosed otherwise; its numbers are of low certainty, and the limits of orders here are those of depression.',
  },
  {
    fact: 'conf-remission-cutoff',
    why: 'Each cut-off is a definition of outcome of its own among the measures; none is put before another.',
  },
  {
    fact: 'resp-definition-partial',
    why: 'Thresholds of studies of stopping early; definitions of outcome name their own for a partial response.',
  },
  {
    fact: 'resp-onset-iv',
    why: 'How soon the effect of one infusion comes and fades decides no row of these tables.',
  },
  {
    fact: 'resp-zarate-2006',
    why: 'A crossover of 18 people that was recalled and not seen; a larger trial of one infusion stands with the evidence.',
  },
  {
    fact: 'resp-relapse-after-six',
    why: 'How long an effect lasts after a course was recalled and not seen, and belongs to the plan of a course.',
  },
  {
    fact: 'resp-natural-relapse',
    why: 'Of everybody with resistant depression who responded, whatever was given: it tells nothing of this treatment.',
  },
  {
    fact: 'resp-elektd-madrs',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-elektd-relapse',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-elektd-moderators',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-escape-phq9',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-esk-24h',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-sustain1-responders',
    why: 'A further result of a trial whose main result stands with the evidence of resistant depression.',
  },
  {
    fact: 'resp-sustain3-dosing',
    why: 'How often a dose is given after the induction belongs to the plan of a course.',
  },
  {
    fact: 'resp-stop-4',
    why: 'When to go on and when to stop for lack of effect belongs to the plan of a course.',
  },
  {
    fact: 'resp-stop-too-early',
    why: 'When to go on and when to stop for lack of effect belongs to the plan of a course.',
  },
  {
    fact: 'resp-stop-rule-synthesis',
    why: 'When to go on and when to stop for lack of effect belongs to the plan of a course.',
  },
  {
    fact: 'resp-apa',
    why: 'Says that no practice guideline with doses was found; nothing follows from it.',
  },
]
