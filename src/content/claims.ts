/** Statements that circulate about the treatment, each beside what labels and studies say of it. @module */
import type { Claim } from '../kernel/claims.ts'
import { type Citation, cite } from '../kernel/evidence.ts'
import { deepFreeze } from '../kernel/parsed.ts'

type Text = Pick<Claim, 'statement' | 'evidence' | 'wording'>

/** One row; its id is the fact’s without the first word. */
function row(
  fact: string,
  verdict: Claim['verdict'] | NonNullable<Claim['nuance']>,
  text: Text,
  cited: readonly (string | readonly [string, string])[],
  more: readonly Citation[] = [],
): Claim {
  const qualified =
    verdict === 'partly-true' ||
    verdict === 'outdated' ||
    verdict === 'overstated' ||
    verdict === 'misleading'
  return {
    id: fact.replace(/^myth-/, ''),
    ...text,
    ...(qualified ? { verdict: 'qualified', nuance: verdict } : { verdict }),
    certainty: 'S',
    sources: [
      ...cited.map((one) => (typeof one === 'string' ? cite(fact, one) : cite(fact, one[0], one[1]))),
      ...more,
    ],
  }
}

const abuse = (): Claim =>
  row(
    'myth-low-abuse',
    'misleading',
    {
      statement: 'The risk of abuse is low.',
      evidence:
        'Ketamine and esketamine are in Schedule III in the United States. The label of the nasal spray warns of abuse and misuse in its box, and its REMS exists partly for them. People who use several drugs liked esketamine and intravenous ketamine more than placebo. A survey of 33 people in treatment found that craving is not universal, and still advises to watch for it.',
      wording:
        'Abuse and misuse are labelled risks. What clinics report so far shows no widespread craving, from few people; use is asked about through the whole course.',
    },
    [['PI19', 'boxed warning'], 'SMPC-MYF', 'CHUB22', 'DEA99'],
  )

const fewerEffects = (): Claim =>
  row(
    'myth-fewer-se',
    'unproven',
    {
      statement: 'It has fewer side effects than traditional antidepressants.',
      evidence:
        'The effects are others, and they come with the session: dissociation, reported in up to 41 %, sedation, found in up to 61 % when a scale is used, and rises of blood pressure. Sexual dysfunction is seen in no more than 2 %. More people stopped for adverse events on esketamine with an antidepressant than on placebo with one (7 % against 0.9 % in TRANSFORM-2). Nobody has compared the whole of them fairly.',
      wording:
        'Side effects differ in kind and in time from those of tablets taken daily; no fair comparison of the whole exists.',
    },
    ['HCP-SAF', 'POPOVA', 'SPRAV'],
  )

const longTerm = (): Claim =>
  row(
    'myth-long-term-proven',
    'overstated',
    {
      statement: 'Long-term studies have proven that it works and does no harm.',
      evidence:
        'Controlled data over a longer time are mainly those of SUSTAIN-1, in which people who were well on esketamine went on or stopped. SUSTAIN-2 and SUSTAIN-3 followed responders without a control group. On repeated intravenous ketamine there are hardly any data on harm over time; CANMAT puts repeated and maintenance use at level 3.',
      wording:
        'For esketamine one controlled trial shows fewer relapses while it is continued; over years there are open extensions without a control group, and for racemic ketamine little.',
    },
    ['SUS1', 'SUS3', 'SHORT18', 'CANMAT'],
    [cite('ae-lt-sustain2', 'SUS2')],
  )

const noCure = (): Claim =>
  row(
    'myth-not-a-cure',
    'supported',
    {
      statement: 'It is not a cure.',
      evidence:
        'After a single infusion the benefit fades over days. Of people in stable remission on esketamine 45 % relapsed after it was stopped, against 27 % of those who went on.',
      wording:
        'The benefit of one dose fades over days, and relapse is common when treatment ends; it is a treatment and no cure.',
    },
    ['SHIR20', 'SUS1'],
  )

const hours = (): Claim =>
  row(
    'myth-works-in-hours',
    'partly-true',
    {
      statement: 'It works within hours.',
      evidence:
        'Trials saw benefit from 4 to 24 hours after a dose, and at 24 hours in the trial of esketamine alone. But 59 % of people had responded after six infusions, with a median of three infusions to get there, and in a Japanese trial esketamine did not separate from placebo at four weeks.',
      wording:
        'Many people who respond do so within a day; many need several sessions, and many do not respond.',
    },
    ['PHIL19', 'JANIK', 'JP2B'],
  )

const wearsOff = (): Claim =>
  row(
    'myth-wears-off-1h',
    'misleading',
    {
      statement: 'The effects wear off within an hour.',
      evidence:
        'Dissociation and sedation after esketamine are mostly gone by an hour and a half, not by one. Blood pressure may stay up for one to two hours in European and Asian texts and for about four in the US text. Driving is barred until the next day. The effect on depression lasts for days.',
      wording:
        'The acute effects of esketamine mostly pass within an hour and a half; blood pressure may take up to four hours, and driving waits for the next day after restful sleep.',
    },
    ['SMPC-HK', 'PI20', ['PI19', 'section 5.8']],
    [cite('mon-esk-bp-profile', 'SMPC-MY')],
  )

const labelled = (): Claim =>
  row(
    'myth-fda-approved-ketamine',
    'contradicted',
    {
      statement: 'Ketamine is FDA-approved for depression.',
      evidence:
        'Only the nasal spray of esketamine has an indication in depression on its US label. Racemic ketamine is another product and has none.',
      wording:
        'Esketamine nasal spray has FDA-approved uses in depression. Racemic ketamine has none: for depression it is off-label.',
    },
    ['FDA23'],
  )

const atHome = (): Claim =>
  row(
    'myth-home-safe',
    'contradicted',
    {
      statement: 'Troches at home carry no more risk than treatment in a clinic.',
      evidence:
        'In 2023 the FDA warned of compounded ketamine, oral forms included, used without anybody watching on the spot. It told of a person who took oral ketamine at home and had respiratory depression, with a blood level of about twice that of anaesthesia. It knew of no evidence that compounded ketamine does better than labelled medicines.',
      wording:
        'The FDA warns of compounded ketamine taken without on-site monitoring; respiratory depression at home has happened.',
    },
    ['FDA23B'],
    [cite('legal-fda-2023-compounded', 'FDA23')],
  )

const driving = (): Claim =>
  row(
    'myth-no-driving-2h',
    'contradicted',
    {
      statement: 'After the two hours of observation driving is possible again.',
      evidence:
        'The label bars driving and dangerous work until the next day after restful sleep. One study on the road found no more weaving 8 hours after a single dose of 84 mg than after placebo, in 24 people; it does not change the label.',
      wording: 'The label of esketamine bars driving until the next day after restful sleep.',
    },
    [['PI19', 'section 5.8'], 'HCP-TRD'],
    [cite('dc-driving-esk-onroad', 'VDLOO')],
  )

const pressure = (): Claim =>
  row(
    'myth-fda-160-100',
    'contradicted',
    {
      statement: 'The FDA requires a blood pressure below 160/100 before a dose.',
      evidence:
        'A consumer page says so. The label holds no such number: above 140 systolic or 90 diastolic it asks for a decision whether to delay, weighing benefit and risk.',
      wording:
        'The label asks for a decision where blood pressure is above 140/90 before a dose; any other number is the rule of a site.',
    },
    [
      ['PI19', 'section 5.6'],
      ['SINGC', 'the statement itself'],
    ],
  )

const maoi = (): Claim =>
  row(
    'myth-maoi-absolute',
    'contradicted',
    {
      statement: 'MAOIs are an absolute contraindication with esketamine.',
      evidence:
        'Neither the US nor the EU text lists them as one: both ask for blood pressure to be watched closely. Some clinics bar them, an association guide calls them contraindicated, and one trial of intravenous ketamine left out people who had taken one within two weeks.',
      wording:
        'With an MAOI the labels of esketamine ask for close watch of blood pressure; a bar is the rule of a site, not of a label.',
    },
    [['PI19', 'section 7.3'], 'JNJ-MAOI', 'SMPC-RXS'],
    [cite('conf-maoi', 'NCTCL'), cite('conf-maoi', 'KAASSN')],
  )

const inpatient = (): Claim =>
  row(
    'myth-inpatient-no-rems',
    'contradicted',
    {
      statement: 'Inpatient or emergency-department use is exempt from the REMS.',
      evidence:
        'Only the enrolment of the patient and the monitoring form fall away. Certification of the setting, a prescriber on site, direct observation of the dose, at least two hours of monitoring after every dose and the report of suspected adverse events stay.',
      wording:
        'Inpatient settings need no patient enrolment and no monitoring form; every other duty of the REMS holds there too.',
    },
    ['REMS-INF20', 'REMS-IN'],
  )

const suicide = (): Claim =>
  row(
    'myth-prevents-suicide',
    'contradicted',
    {
      statement: 'It prevents suicide.',
      evidence:
        'The US label states as a limit of its use that esketamine was not shown to prevent suicide or to reduce suicidal ideation or behaviour, and that a need for hospital admission stays. Pooled studies of ketamine found suicidal ideation lower for up to about three days or a week, not beyond.',
      wording:
        'That it prevents suicide has not been shown. Suicidal ideation may ease for some days after ketamine; the need for other care, admission included, is not removed.',
    },
    ['WCM', 'PI20'],
    [cite('ind-si-ketamine', 'WIL18'), cite('ind-si-duration', 'WITT')],
  )

const withTablets = (): Claim =>
  row(
    'myth-stop-oral-ad',
    'outdated',
    {
      statement: 'An oral antidepressant must always be taken with it.',
      evidence:
        'In the United States this ended for treatment-resistant depression on 21 January 2025; for depression with acute suicidality it still holds. The EU and UK texts ask for an SSRI or SNRI, Australia for an antidepressant newly begun together with it, Switzerland for an oral antidepressant.',
      wording:
        'In the United States esketamine may be used alone for treatment-resistant depression since January 2025; elsewhere, and for depression with acute suicidality, labels ask for an oral antidepressant beside it.',
    },
    ['NEWS25', 'JNJ-TAKE25', 'SMPC-UK', 'HDAU', 'SWISS'],
  )

const everything = (): Claim =>
  row(
    'myth-ketamine-therapy-all-conditions',
    'overstated',
    {
      statement: 'It treats PTSD, OCD, anxiety, pain and addiction.',
      evidence:
        'All of these uses are off-label, and the evidence differs. PTSD: a small trial was positive, a larger one in veterans was not. OCD: one crossover of 15 people was positive, an open trial was not. Pain: moderate evidence in complex regional pain syndrome, weak or none elsewhere. Alcohol: more days of abstinence in one trial, no difference in relapse.',
      wording:
        'Outside depression the uses are off-label; evidence is mixed or weak, and differs from condition to condition.',
    },
    ['ABD22', 'ROD13', 'ASRA18', 'GRAB22'],
    [cite('ind-ptsd-feder', 'FED21'), cite('ind-ocd-bloch', 'BLO12')],
  )

/* @__NO_SIDE_EFFECTS__ */
function registry(): readonly Claim[] {
  return deepFreeze([
    abuse(),
    fewerEffects(),
    longTerm(),
    noCure(),
    hours(),
    wearsOff(),
    labelled(),
    atHome(),
    driving(),
    pressure(),
    maoi(),
    inpatient(),
    suicide(),
    withTablets(),
    everything(),
  ])
}

/** Every statement the reference holds, in its order. */
export const claims: readonly Claim[] = /* @__PURE__ */ registry()
