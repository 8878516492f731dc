/** What a visit is asked: times, scales, answers. @module */
import type { FactRow } from '../../kernel/fact.ts'
import { suicideGrades } from '../suicide-levels.ts'

/** A number made from the log of a visit. */
/* @__NO_SIDE_EFFECTS__ */
function counted(
  id: string,
  label: string,
  unit: string,
  ask: string,
  means: FactRow['means'] = 'measure',
): FactRow {
  return { id, label, ask, kind: 'measurement', lists: ['observations'], unit, means }
}

/** An answer that holds for the visit it was given in, and speaks against going on. */
/* @__NO_SIDE_EFFECTS__ */
function against(
  id: string,
  label: string,
  ask: string,
  statementMaxAge: string | undefined,
  means: FactRow['means'] = 'ask',
): FactRow {
  const aged = statementMaxAge === undefined ? {} : { statementMaxAge }
  return { id, label, ask, kind: 'statement', lists: [], ...aged, means }
}

/** An answer whose yes speaks for going on. */
/* @__NO_SIDE_EFFECTS__ */
function favourable(
  id: string,
  label: string,
  ask: string,
  statementMaxAge: string | undefined,
  means: FactRow['means'] = 'ask',
): FactRow {
  return { ...against(id, label, ask, statementMaxAge, means), favourable: true }
}

const day = 'dosing-day-answer-max-age'
const leaving = 'release-answer-max-age'
const watch = 'alarm-window'

/** Times and numbers. */
const numbers = (): readonly FactRow[] => [
  counted(
    'time-since-food',
    'Time since the last food',
    'min',
    'When did the person last eat anything?',
    'wait',
  ),
  counted(
    'time-since-clear-liquids',
    'Time since the last drink',
    'min',
    'When did the person last drink anything?',
    'wait',
  ),
  counted(
    'time-since-alcohol',
    'Time since the last alcohol',
    'min',
    'When did the person last drink alcohol?',
    'wait',
  ),
  counted(
    'time-since-first-administration',
    'Time since the first administration',
    'min',
    'When was the first administration of this visit?',
    'wait',
  ),
  counted(
    'time-since-last-administration',
    'Time since the last administration',
    'min',
    'When did the last administration of this visit end?',
    'wait',
  ),
  counted(
    'observation-left',
    'Observation still to run',
    'min',
    'When was the first, and when the last administration of this visit?',
    'wait',
  ),
  counted(
    'stay-left',
    'Time still to stay, as a clinician asks',
    'min',
    'Until when does a clinician ask the person to stay?',
    'decide',
  ),
  counted('alertness', 'Alertness (MOAA/S)', '{score}', 'What is the MOAA/S score?'),
  counted(
    'alertness-lowest-of-last-two',
    'Lower MOAA/S of the last two checks',
    '{score}',
    'What are the last two MOAA/S scores?',
  ),
  counted('agitation-sedation', 'Agitation and sedation (RASS)', '{score}', 'What is the RASS score?'),
  counted(
    'agitation-sedation-furthest-of-last-two',
    'RASS of the last two checks that lies further from 0',
    '{score}',
    'What are the last two RASS scores?',
  ),
  counted('dissociation', 'Dissociation (CADSS)', '{score}', 'What is the CADSS total?'),
  counted(
    'dissociation-over-baseline',
    'CADSS above its value before the dose',
    '{score}',
    'What was the CADSS total before the dose, and what is it now?',
  ),
  counted(
    'aldrete-total',
    'Modified Aldrete total',
    '{score}',
    'What is the total of the modified Aldrete score?',
  ),
  counted('padss-total', 'PADS or PADSS total', '{score}', 'What is the total of the PADS or PADSS score?'),
  counted(
    'systolic-off-baseline',
    'Systolic pressure off its value before the dose',
    '%',
    'What was the systolic pressure before the dose, and what is it now?',
  ),
  counted(
    'diastolic-off-baseline',
    'Diastolic pressure off its value before the dose',
    '%',
    'What was the diastolic pressure before the dose, and what is it now?',
  ),
  counted(
    'systolic-rise',
    'Rise of the systolic pressure since before the dose',
    'mm[Hg]',
    'What was the systolic pressure before the dose, and what is it now?',
  ),
  counted(
    'diastolic-rise',
    'Rise of the diastolic pressure since before the dose',
    'mm[Hg]',
    'What was the diastolic pressure before the dose, and what is it now?',
  ),
  counted(
    'systolic-trend',
    'Systolic pressure against the reading before',
    'mm[Hg]',
    'What are the last two systolic pressures?',
  ),
  counted(
    'diastolic-trend',
    'Diastolic pressure against the reading before',
    'mm[Hg]',
    'What are the last two diastolic pressures?',
  ),
  counted(
    'session-number',
    'Number of the session in its course',
    '{n}',
    'Which session of the course is this?',
    'ask',
  ),
]

/** What is asked before a dose. */
const before = (): readonly FactRow[] => [
  favourable(
    'last-meal-light',
    'Last meal was light',
    'Was the last meal a light one, without fried or fatty food or meat?',
    day,
  ),
  favourable(
    'consent-on-file',
    'Consent on file',
    'Is the documented consent to this treatment on file?',
    day,
  ),
  favourable(
    'pulse-oximeter-at-hand',
    'Pulse oximeter at hand',
    'Is a pulse oximeter at hand for the whole visit?',
    day,
  ),
  favourable(
    'resuscitation-ready',
    'Resuscitation ready',
    'Are equipment for resuscitation and the airway, and people trained in it, at hand?',
    day,
  ),
  favourable(
    'seizure-means-at-hand',
    'Means to treat a seizure at hand',
    'Are the means to treat a seizure at hand?',
    day,
  ),
  favourable(
    'staff-present',
    'Staff present',
    'Is a clinician trained in advanced life support on site throughout, and one person always with the patient?',
    day,
  ),
  favourable(
    'pump-checked',
    'Pump and line checked',
    'Have the pump and the venous access been checked?',
    day,
  ),
  favourable(
    'product-in-hand',
    'Product and lot checked',
    'Is the product at hand, with its strength and lot number checked?',
    day,
  ),
  favourable(
    'observed-by-professional',
    'Under direct observation',
    'Does a healthcare professional watch the person take the dose?',
    day,
  ),
  favourable(
    'chaperone-present',
    'Chaperone present',
    'Is a responsible adult with the person for the whole visit at home?',
    day,
  ),
  favourable(
    'medicines-reviewed-today',
    'Medicines reviewed today',
    'Have the current medicines, with those bought without prescription, been reviewed today?',
    day,
  ),
  favourable(
    'held-medicines-agreed',
    'Held medicines agreed',
    'Is it agreed with the prescriber which medicines are taken and which are held around the session?',
    day,
  ),
  favourable(
    'mental-state-assessed',
    'Mental state assessed',
    'Has the mental state been assessed today: psychosis, mania, intoxication, capacity?',
    day,
    'decide',
  ),
  {
    ...against(
      'suicide-screen-level',
      'Highest answer of the suicide screen',
      'Which is the highest level of the suicide screen (C-SSRS screener) today?',
      'suicide-risk-max-age',
    ),
    grades: suicideGrades(),
  },
  {
    ...favourable(
      'suicide-risk-assessed',
      'Suicide risk assessed by a clinician today',
      'Has a clinician assessed the suicide risk today, since the last screen, and decided on care and on this session?',
      'suicide-risk-max-age',
      'decide',
    ),
    speaksOf: 'suicide-screen-level',
  },
  against(
    'weight-change-suspected',
    'Change of weight suspected',
    'Is the body weight thought to have changed since it was measured?',
    day,
  ),
  against(
    'earlier-matter-open',
    'An earlier session left a matter open',
    'Did an earlier session leave a serious event, a referral or a transfer that nobody has reviewed?',
    day,
  ),
  against(
    'started-or-over',
    'Something was given already, or the visit is over',
    'Was something given in this visit already, or is it over?',
    day,
    'decide',
  ),
  against(
    'screening-open',
    'Screening is open or stands against the session',
    'Is the screening missing, out of date, or does it stand against the session?',
    day,
    'decide',
  ),
]

/** What a screening, an override or a person of the team asks of this visit. */
const requested = (): readonly FactRow[] => [
  against(
    'resuscitation-requested',
    'Resuscitation at hand was asked for',
    'Was it asked that resuscitation be at hand in this session?',
    undefined,
  ),
  against(
    'seizure-means-requested',
    'Means to treat a seizure were asked for',
    'Was it asked that the means to treat a seizure be at hand in this session?',
    undefined,
  ),
  against(
    'closer-pressure-watch-requested',
    'A closer watch of blood pressure was asked for',
    'Was a closer watch of blood pressure asked for in this session?',
    undefined,
  ),
  against(
    'closer-alertness-watch-requested',
    'A closer watch of alertness and breathing was asked for',
    'Was a closer watch of alertness and breathing asked for in this session?',
    undefined,
  ),
  against(
    'longer-stay-requested',
    'A longer observation was asked for',
    'Was a longer observation asked for in this session?',
    undefined,
  ),
]

/** Signs that are looked for while a session runs. */
const signs = (): readonly FactRow[] => [
  against('sign-chest-pain', 'Chest pain', 'Is there chest pain?', watch),
  against('sign-breathlessness', 'Breathlessness', 'Is the person short of breath?', watch),
  against('sign-severe-headache', 'Sudden severe headache', 'Is there a sudden severe headache?', watch),
  against('sign-visual-loss', 'Loss of vision', 'Is there a loss of vision?', watch),
  against('sign-seizure', 'Seizure', 'Is there a seizure?', watch),
  against(
    'sign-reduced-consciousness',
    'Reduced consciousness',
    'Is consciousness reduced beyond the sedation that is intended?',
    watch,
  ),
  against(
    'sign-focal-deficit',
    'Focal neurological deficit',
    'Is there a focal neurological deficit?',
    watch,
  ),
  against(
    'sign-loss-of-consciousness',
    'Loss of consciousness',
    'Has the person lost consciousness?',
    watch,
  ),
  against(
    'sign-respiratory-depression',
    'Respiratory depression',
    'Is breathing depressed, or has it stopped?',
    watch,
  ),
  against('sign-laryngospasm', 'Laryngospasm', 'Is there laryngospasm?', watch),
  against(
    'sign-airway-obstruction',
    'Obstructed airway',
    'Is the airway obstructed?',
    watch,
  ),
  against(
    'sign-severe-distress',
    'Severe agitation, panic, terror or psychosis',
    'Is there severe agitation, panic, terror or psychosis in spite of reassurance?',
    watch,
  ),
]

/** What is asked before the person leaves. */
const after = (): readonly FactRow[] => [
  against(
    'administration-running',
    'Something is still being given',
    'Is anything still being given?',
    undefined,
  ),
  against('rescue-given', 'A rescue medicine was given', 'Was a rescue medicine given in this visit?', undefined),
  against(
    'earlier-delayed-sedation',
    'Sedation outlasted the observation of an earlier session',
    'Did sedation last longer than expected, or come late, in an earlier session?',
    undefined,
  ),
  favourable(
    'required-observations-done',
    'Required observations done',
    'Were all the observations that the schedule requires taken?',
    undefined,
    'measure',
  ),
  favourable('oriented', 'Oriented', 'Is the person oriented to person, place and time?', leaving),
  favourable('steady-gait', 'Steady gait', 'Does the person walk steadily?', leaving),
  favourable(
    'nausea-settled',
    'Nausea settled',
    'Is nausea absent or under control, so that the person can drink?',
    leaving,
  ),
  favourable('breathing-normal', 'Breathing normal', 'Is breathing normal?', leaving, 'decide'),
  favourable(
    'saturation-at-own-baseline',
    'Oxygen saturation at the person’s own baseline',
    'Is the oxygen saturation back at the value the person had before the dose?',
    leaving,
  ),
  favourable(
    'clinically-stable',
    'Judged clinically stable',
    'Does a healthcare professional judge the person clinically stable and ready to leave?',
    leaving,
    'decide',
  ),
  favourable(
    'mental-state-rechecked',
    'Mental state checked again',
    'Has the mental state been checked again after the dose, with nothing that stands against leaving?',
    leaving,
    'decide',
  ),
  favourable(
    'suicide-risk-rechecked',
    'Suicide risk checked again',
    'Has the suicide risk been checked again after the dose, with nothing that stands against leaving?',
    leaving,
    'decide',
  ),
  favourable(
    'written-advice-given',
    'Written advice given',
    'Was written advice given: no driving until the next day after sleep, medicines, activities, a number to call?',
    day,
  ),
  favourable(
    'escort-here',
    'Escort here',
    'Is a responsible adult here to take the person home?',
    leaving,
  ),
  favourable(
    'departure-arranged',
    'Departure arranged without an escort',
    'Is a way home arranged on which the person does not drive?',
    leaving,
  ),
]

/** Facts that only a visit answers. */
export const sessionFacts = (): readonly FactRow[] => [
  ...numbers(),
  ...before(),
  ...requested(),
  ...signs(),
  ...after(),
]

/** Facts that only rows of the United States ask. */
export const sessionFactsUs = (): readonly FactRow[] => [
  favourable(
    'rems-patient-enrolled',
    'Enrolled in the REMS',
    'Has the enrolment of the person in the REMS been verified?',
    day,
  ),
  favourable(
    'rems-setting-certified',
    'Setting certified by the REMS',
    'Is this healthcare setting certified by the REMS?',
    day,
  ),
  favourable(
    'prescriber-on-site',
    'Prescriber on site',
    'Is a prescriber on site for the dose and the whole observation?',
    day,
  ),
  favourable(
    'counselled',
    'Counselled',
    'Has the person been counselled on effects, monitoring and the way home?',
    day,
  ),
]
