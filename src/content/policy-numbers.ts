/** The numbers no source fixes: a starting value for each, with its reason. Nobody has signed them. @module */
import type { PolicyNumber } from '../kernel/content.ts'

/** Starting values, by the name rules use. */
export const startingNumbers = {
  'attestation-max-age': {
    value: 90,
    unit: 'd',
    reason:
      'No source gives an age for a statement that a list is complete; a quarter keeps it near each phase of a course.',
    proposed: true,
  },
  'pre-eclampsia-entry-max-age': {
    value: 280,
    unit: 'd',
    reason:
      'No source gives a number; a pregnancy lasts about forty weeks, so an older entry tells of an earlier one.',
    fact: 'ci-eclampsia',
    certainty: 'K',
    proposed: true,
  },
  'benzodiazepine-flag': {
    value: 2,
    unit: 'mg',
    reason:
      'Lorazepam equivalent a day: the lower of the two daily amounts above which trials took nobody (2 and 3 mg).',
    fact: 'pol-benzo-flag',
    certainty: 'S',
    proposed: true,
  },
  'benzodiazepine-hold': {
    value: 24,
    unit: 'h',
    reason:
      'Clinics ask for the same day to 24 hours; the longest common value, and only where the prescriber agrees.',
    fact: 'pol-benzo-hold',
    certainty: 'S',
    proposed: true,
  },
  'dosing-day-answer-max-age': {
    value: 12,
    unit: 'h',
    reason: 'No source gives an age for an answer about the dosing day; twelve hours keeps it on that day.',
    proposed: true,
  },
  'maoi-window': {
    value: 14,
    unit: 'd',
    reason: 'An intravenous ketamine trial took nobody who had used an MAO inhibitor within two weeks.',
    fact: 'pol-maoi-window',
    certainty: 'S',
    proposed: true,
  },
  'bp-block-diastolic': {
    value: 100,
    unit: 'mm[Hg]',
    reason:
      'Two trials and a guide give no dose from here on; it leaves room below the pressure that stops a session.',
    fact: 'pol-bp-block',
    certainty: 'S',
    proposed: true,
  },
  'bp-block-systolic': {
    value: 160,
    unit: 'mm[Hg]',
    reason:
      'Two trials and a guide give no dose from here on; it leaves room below the pressure that stops a session.',
    fact: 'pol-bp-block',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-diastolic': {
    value: 90,
    unit: 'mm[Hg]',
    reason:
      'The number at which the esketamine label prompts a decision, taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-systolic': {
    value: 140,
    unit: 'mm[Hg]',
    reason:
      'The number at which the esketamine label prompts a decision, taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-decision-systolic-over-65': {
    value: 150,
    unit: 'mm[Hg]',
    reason:
      'Esketamine trials took this number above the age of 65; taken over for ketamine, whose label has none.',
    fact: 'pol-bp-decision',
    certainty: 'S',
    proposed: true,
  },
  'bp-max-age': {
    value: 15,
    unit: 'min',
    reason:
      'Sources ask for a reading of the same day only; worry and posture change blood pressure within minutes.',
    fact: 'pol-bp-max-age',
    certainty: 'K',
    proposed: true,
  },
  'disease-state-max-age': {
    value: 90,
    unit: 'd',
    reason:
      'No source gives an age for a statement on how well a disease is controlled; a quarter keeps it near each phase of a course.',
    proposed: true,
  },
  'intracranial-injury-entry-max-age': {
    value: 180,
    unit: 'd',
    reason:
      'No source gives a number; half a year keeps an injury that may not have healed apart from an old one, which is asked about.',
    proposed: true,
  },
  'screening-pressure-max-age': {
    value: 30,
    unit: 'd',
    reason:
      'No source gives an age for blood pressure at screening; it is taken over from the window of trials for laboratory values.',
    proposed: true,
  },
  'recent-event-answer-max-age': {
    value: 7,
    unit: 'd',
    reason: 'No source gives an age for an answer about the last weeks; a week keeps it near to them.',
    proposed: true,
  },
  'childbearing-age-from': {
    value: 10,
    unit: 'a',
    reason: 'No source gives an age; drawn wide so that nobody who may be pregnant goes unasked.',
    proposed: true,
  },
  'childbearing-age-to': {
    value: 60,
    unit: 'a',
    reason: 'No source gives an age; drawn wide so that nobody who may be pregnant goes unasked.',
    proposed: true,
  },
  'pregnancy-entry-max-age': {
    value: 294,
    unit: 'd',
    reason:
      'No source gives a number; a pregnancy is over after 42 weeks, so an older entry says nothing about today.',
    proposed: true,
  },
  'pregnancy-test-max-age': {
    value: 0,
    unit: 'd',
    reason:
      'A trial tested at screening and again on the dosing day; an answer speaks for the civil day on which it was given.',
    fact: 'pol-pregnancy-max-age',
    certainty: 'S',
    proposed: true,
  },
  'breastfeeding-max-age': {
    value: 28,
    unit: 'd',
    reason:
      'No source gives a number; four weeks are one induction course, after which the answer may have changed.',
    proposed: true,
  },
  'contraception-max-age': {
    value: 28,
    unit: 'd',
    reason: 'The question belongs to each course, and four weeks are one induction course.',
    fact: 'ci-contraception-eu',
    certainty: 'S',
    proposed: true,
  },
  'suicide-risk-max-age': {
    value: 24,
    unit: 'h',
    reason: 'Guidance asks at every encounter; an answer of an earlier day does not speak for this one.',
    fact: 'pre-suicide-every-encounter',
    certainty: 'S',
    proposed: true,
  },
  'capacity-max-age': {
    value: 30,
    unit: 'd',
    reason:
      'No source gives a number; as old as the other answers that open a course, and asked again on the dosing day.',
    proposed: true,
  },
  'liver-class-max-age': {
    value: 6,
    unit: 'mo',
    reason: 'As long as liver tests are taken to speak in a long course: the shorter end of 6 to 12 months.',
    fact: 'pol-labs-repeat',
    certainty: 'K',
    proposed: true,
  },
  'labs-max-age': {
    value: 30,
    unit: 'd',
    reason: 'Trials took laboratory values of the last 21 to 30 days to decide who could start.',
    fact: 'pol-labs-max-age',
    certainty: 'S',
    proposed: true,
  },
  'fast-solids-injection': {
    value: 360,
    unit: 'min',
    reason: 'Sedation guideline: six hours after a light meal; some sites ask for less.',
    fact: 'pol-fast-solids-iv',
    certainty: 'S',
    proposed: true,
  },
  'fast-fatty-injection': {
    value: 480,
    unit: 'min',
    reason: 'Sedation guideline: eight hours after a fatty meal; some sites ask for less.',
    fact: 'pol-fast-solids-iv',
    certainty: 'S',
    proposed: true,
  },
  'fast-liquids-injection': {
    value: 120,
    unit: 'min',
    reason: 'Sedation guideline: two hours after clear liquids; sites ask for 0 to 4 hours.',
    fact: 'pol-fast-liquids-iv',
    certainty: 'S',
    proposed: true,
  },
  'fast-solids-oral': {
    value: 240,
    unit: 'min',
    reason: 'The one value seen for oral and sublingual ketamine, of one tele-clinic.',
    fact: 'pre-site-fast-isha',
    certainty: 'S',
    proposed: true,
  },
  'fast-liquids-oral': {
    value: 120,
    unit: 'min',
    reason: 'The one value seen for oral and sublingual ketamine, of one tele-clinic.',
    fact: 'pre-site-fast-isha',
    certainty: 'S',
    proposed: true,
  },
  'alcohol-gap': {
    value: 1440,
    unit: 'min',
    reason: 'Two clinics ask for 12 and 24 hours; the longer one.',
    fact: 'pre-site-alcohol',
    certainty: 'S',
    proposed: true,
  },
  'bp-low': {
    value: 90,
    unit: 'mm[Hg]',
    reason: 'Four trials took nobody below it.',
    fact: 'pol-bp-low',
    certainty: 'S',
    proposed: true,
  },
  'heart-rate-hold-high': {
    value: 110,
    unit: '/min',
    reason: 'Middle of the range of trials, which end at 100 to 150.',
    fact: 'pol-hr-hold',
    certainty: 'S',
    proposed: true,
  },
  'heart-rate-hold-low': {
    value: 50,
    unit: '/min',
    reason: 'Upper end of the lower bounds of trials, 45 and 50.',
    fact: 'pol-hr-hold',
    certainty: 'S',
    proposed: true,
  },
  'respiratory-rate-hold-high': {
    value: 30,
    unit: '/min',
    reason: 'Three sources agree.',
    fact: 'pol-rr-hold',
    certainty: 'S',
    proposed: true,
  },
  'respiratory-rate-hold-low': {
    value: 10,
    unit: '/min',
    reason: 'Three sources agree.',
    fact: 'pol-rr-hold',
    certainty: 'S',
    proposed: true,
  },
  'saturation-hold': {
    value: 95,
    unit: '%',
    reason: 'Two trials and a guide agree, on room air.',
    fact: 'pol-spo2-hold',
    certainty: 'S',
    proposed: true,
  },
  'weight-max-age-induction': {
    value: 7,
    unit: 'd',
    reason:
      'An error of the weight is an error of the dose, and induction lasts 2 to 4 weeks; no source gives days.',
    fact: 'pol-weight-max-age',
    certainty: 'K',
    proposed: true,
  },
  'weight-max-age': {
    value: 28,
    unit: 'd',
    reason: 'An error of the weight is an error of the dose; no source gives days.',
    fact: 'pol-weight-max-age',
    certainty: 'K',
    proposed: true,
  },
  'induction-sessions': {
    value: 6,
    unit: '{n}',
    reason: 'The acute course of trials has six infusions.',
    fact: 'dose-iv-induction-6',
    certainty: 'S',
    proposed: true,
  },
  'bp-alert-diastolic': {
    value: 100,
    unit: 'mm[Hg]',
    reason: 'The same value as the one before a dose from which none is given.',
    fact: 'pol-bp-alert',
    certainty: 'S',
    proposed: true,
  },
  'bp-alert-systolic': {
    value: 160,
    unit: 'mm[Hg]',
    reason: 'The same value as the one before a dose from which none is given.',
    fact: 'pol-bp-alert',
    certainty: 'S',
    proposed: true,
  },
  'bp-stop-diastolic': {
    value: 110,
    unit: 'mm[Hg]',
    reason: 'Sites act on one or two such readings; a single one is the stricter form.',
    fact: 'pol-bp-stop',
    certainty: 'S',
    proposed: true,
  },
  'bp-stop-systolic': {
    value: 180,
    unit: 'mm[Hg]',
    reason: 'Sites act on one or two such readings; a single one is the stricter form.',
    fact: 'pol-bp-stop',
    certainty: 'S',
    proposed: true,
  },
  'bp-low-stop': {
    value: 90,
    unit: 'mm[Hg]',
    reason: 'A guide stops the drug below it.',
    fact: 'mon-bp-low-stop',
    certainty: 'S',
    proposed: true,
  },
  'heart-rate-alert': {
    value: 120,
    unit: '/min',
    reason: 'Two sites agree; they wait five minutes, and a single reading is the stricter form.',
    fact: 'pol-hr-stop',
    certainty: 'S',
    proposed: true,
  },
  'heart-rate-stop-low': {
    value: 50,
    unit: '/min',
    reason: 'A guide stops the drug below it.',
    fact: 'pol-hr-stop',
    certainty: 'S',
    proposed: true,
  },
  'saturation-alert': {
    value: 95,
    unit: '%',
    reason: 'One step above the only published band in which something is done.',
    fact: 'pol-spo2-alert',
    certainty: 'K',
    proposed: true,
  },
  'saturation-stop': {
    value: 92,
    unit: '%',
    reason: 'A guide stops the drug below it.',
    fact: 'pol-spo2-stop',
    certainty: 'S',
    proposed: true,
  },
  'saturation-emergency': {
    value: 90,
    unit: '%',
    reason: 'Below it a guide speaks of respiratory depression.',
    fact: 'pol-spo2-stop',
    certainty: 'S',
    proposed: true,
  },
  'respiratory-rate-emergency': {
    value: 8,
    unit: '/min',
    reason: 'Below it a guide speaks of respiratory depression.',
    fact: 'pol-spo2-stop',
    certainty: 'S',
    proposed: true,
  },
  'sedation-stop': {
    value: 3,
    unit: '{score}',
    reason: 'MOAA/S one level above the loss of purposeful response; no source prints a number.',
    fact: 'pol-sedation-stop',
    certainty: 'K?',
    proposed: true,
  },
  'alarm-window': {
    value: 15,
    unit: 'min',
    reason:
      'As long as the longest interval between the readings of a watch; the worst reading in it counts.',
    fact: 'pol-vitals-interval-after',
    certainty: 'S',
    proposed: true,
  },
  'release-answer-max-age': {
    value: 30,
    unit: 'min',
    reason: 'No source gives a number; twice the interval of the checks after a dose.',
    proposed: true,
  },
  'release-reading-max-age': {
    value: 30,
    unit: 'min',
    reason: 'No source gives a number; twice the interval of the checks after a dose.',
    proposed: true,
  },
  'release-alertness': {
    value: 5,
    unit: '{score}',
    reason: 'MOAA/S of somebody fully alert, at the last two checks.',
    fact: 'pol-dc-moaas',
    certainty: 'K',
    proposed: true,
  },
  'release-dissociation': {
    value: 4,
    unit: '{score}',
    reason: 'CADSS: the small threshold above which analyses of the label count dissociation.',
    fact: 'mon-scale-cadss-cut',
    certainty: 'K',
    proposed: true,
  },
  'release-pressure-off-baseline': {
    value: 20,
    unit: '%',
    reason: 'Recovery scores give full marks up to it.',
    fact: 'pol-bp-return',
    certainty: 'S',
    proposed: true,
  },
  'release-systolic': {
    value: 160,
    unit: 'mm[Hg]',
    reason: 'A cap beside the distance from the value before the dose; sites also ask for less than 140.',
    fact: 'pol-bp-return',
    certainty: 'S',
    proposed: true,
  },
  'release-diastolic': {
    value: 100,
    unit: 'mm[Hg]',
    reason: 'A cap beside the distance from the value before the dose; sites also ask for less than 90.',
    fact: 'pol-bp-return',
    certainty: 'S',
    proposed: true,
  },
  'release-pressure-rise': {
    value: 0,
    unit: 'mm[Hg]',
    reason: 'Not rising over the last two readings; no source tolerates a rise.',
    fact: 'pol-bp-return',
    certainty: 'S',
    proposed: true,
  },
  'release-saturation': {
    value: 94,
    unit: '%',
    reason: 'Full marks of a recovery score start above 92 %; one step above.',
    fact: 'pol-dc-spo2',
    certainty: 'K',
    proposed: true,
  },
  'release-aldrete': {
    value: 9,
    unit: '{score}',
    reason: 'Published threshold; a variant accepts 8.',
    fact: 'pol-dc-aldrete',
    certainty: 'S',
    proposed: true,
  },
  'release-padss': {
    value: 9,
    unit: '{score}',
    reason: 'Published threshold.',
    fact: 'pol-dc-padss',
    certainty: 'S',
    proposed: true,
  },
  'leaving-alone-after': {
    value: 1440,
    unit: 'min',
    reason:
      'Leaving alone is not allowed: a day is longer than any visit. One clinic allows it two hours after, without driving.',
    fact: 'pol-dc-escort',
    certainty: 'S',
    proposed: true,
  },
  'observation-iv': {
    value: 120,
    unit: 'min',
    reason:
      'From the end of the infusion. One clinic keeps 60 minutes who is escorted, and 120 who is not; others 15 to 120.',
    fact: 'pol-obs-iv',
    certainty: 'S',
    proposed: true,
  },
  'observation-im': {
    value: 120,
    unit: 'min',
    reason:
      'From the injection. Two offices keep 30 to 45 minutes; matched to esketamine, as no pump can be stopped.',
    fact: 'pol-obs-im',
    certainty: 'K',
    proposed: true,
  },
  'observation-sc': {
    value: 120,
    unit: 'min',
    reason: 'From the injection: the only value seen.',
    fact: 'pol-obs-sc',
    certainty: 'S',
    proposed: true,
  },
  'observation-esketamine': {
    value: 120,
    unit: 'min',
    reason: 'From the last device: two hours by the later of two clocks.',
    fact: 'pol-obs-esk',
    certainty: 'S',
    proposed: true,
  },
  'observation-compounded': {
    value: 120,
    unit: 'min',
    reason: 'No source gives a number for these products; matched to esketamine.',
    proposed: true,
  },
  'esketamine-40-early': {
    value: 5,
    unit: 'min',
    reason: 'The reading at 40 minutes is taken from 35 minutes on; no tolerance is printed.',
    fact: 'pol-esk-40-grace',
    certainty: 'K',
    proposed: true,
  },
  'esketamine-40-late': {
    value: 10,
    unit: 'min',
    reason: 'The reading at 40 minutes is on time up to 50 minutes; no tolerance is printed.',
    fact: 'pol-esk-40-grace',
    certainty: 'K',
    proposed: true,
  },
  'esketamine-40-missed': {
    value: 20,
    unit: 'min',
    reason: 'The reading at 40 minutes is missed after 60 minutes; no tolerance is printed.',
    fact: 'pol-esk-40-grace',
    certainty: 'K',
    proposed: true,
  },
  'vitals-interval-infusion': {
    value: 10,
    unit: 'min',
    reason: 'Two university clinics use it.',
    fact: 'pol-vitals-interval-iv',
    certainty: 'S',
    proposed: true,
  },
  'vitals-interval-after': {
    value: 15,
    unit: 'min',
    reason: 'The value of a university clinic.',
    fact: 'pol-vitals-interval-after',
    certainty: 'S',
    proposed: true,
  },
  'check-early': {
    value: 5,
    unit: 'min',
    reason: 'No source gives a number; half the shortest interval of checks.',
    proposed: true,
  },
  'check-late': {
    value: 5,
    unit: 'min',
    reason: 'No source gives a number; half the shortest interval of checks.',
    proposed: true,
  },
  'check-missed': {
    value: 10,
    unit: 'min',
    reason: 'No source gives a number; by then the next check of an infusion is due.',
    proposed: true,
  },
  'stream-stale-after': {
    value: 2,
    unit: 'min',
    reason:
      'No source gives a number; counted from when the next value was expected, two minutes are longer than a monitor takes to find its signal again.',
    proposed: true,
  },
  'stream-flat-line-after-systolic-pressure': {
    value: 30,
    unit: 'min',
    reason:
      'No source gives a number; a cuff that measures does not come to the same number for half an hour.',
    proposed: true,
  },
  'stream-flat-line-after-diastolic-pressure': {
    value: 30,
    unit: 'min',
    reason:
      'No source gives a number; a cuff that measures does not come to the same number for half an hour.',
    proposed: true,
  },
  'stream-flat-line-after-heart-rate': {
    value: 5,
    unit: 'min',
    reason: 'No source gives a number; a pulse that is counted afresh does not stand still for five minutes.',
    proposed: true,
  },
  'stream-flat-line-after-respiratory-rate': {
    value: 10,
    unit: 'min',
    reason: 'No source gives a number; breaths that are counted afresh do not stand still for ten minutes.',
    proposed: true,
  },
  'stream-flat-line-after-oxygen-saturation': {
    value: 20,
    unit: 'min',
    reason:
      'No source gives a number; whole percents stand still for long while all is well; twenty minutes leave room for that.',
    proposed: true,
  },
  'stream-flat-line-after-body-temperature': {
    value: 60,
    unit: 'min',
    reason:
      'No source gives a number; a temperature may stand still for long while all is well; an hour leaves room for that.',
    proposed: true,
  },
  'stream-flat-line-count': {
    value: 10,
    unit: '{n}',
    reason: 'No source gives a number; fewer equal values may be a monitor that sends seldom.',
    proposed: true,
  },
  'stream-artefact-change-systolic-pressure': {
    value: 60,
    unit: 'mm[Hg]',
    reason:
      'No source gives a number; a cuff that moved or a line that was flushed changes more than this in a minute, a person seldom does.',
    proposed: true,
  },
  'stream-artefact-change-diastolic-pressure': {
    value: 40,
    unit: 'mm[Hg]',
    reason:
      'No source gives a number; a cuff that moved or a line that was flushed changes more than this in a minute, a person seldom does.',
    proposed: true,
  },
  'stream-artefact-change-heart-rate': {
    value: 60,
    unit: '/min',
    reason:
      'No source gives a number; a lead that slipped or a beat counted twice changes more than this in a minute; a real jump is confirmed by the next value.',
    proposed: true,
  },
  'stream-artefact-change-respiratory-rate': {
    value: 20,
    unit: '/min',
    reason:
      'No source gives a number; speech and movement change more than this in a minute; a real jump is confirmed by the next value.',
    proposed: true,
  },
  'stream-artefact-change-oxygen-saturation': {
    value: 15,
    unit: '%',
    reason:
      'No source gives a number; a probe that slipped changes more than this in a minute; a real fall is confirmed by the next value.',
    proposed: true,
  },
  'stream-artefact-change-body-temperature': {
    value: 1,
    unit: 'Cel',
    reason: 'No source gives a number; a body does not warm or cool by a degree in a minute.',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Starting values that only rules of the European Union, the United Kingdom and Switzerland ask for. */
export const startingNumbersEu = {
  'body-mass-index-max-age': {
    value: 28,
    unit: 'd',
    reason: 'As old as the weight it is made of may be between courses.',
    fact: 'pol-weight-max-age',
    certainty: 'K',
    proposed: true,
  },
} as const satisfies Readonly<Record<string, PolicyNumber>>

/** Whether a limit counts itself, where the source leaves it open. */
export const startingEdges = {
  // Sources stop above 160/100; the stricter reading takes the number itself in.
  'bp-block': 'inclusive',
  // The label speaks of more than 140/90.
  'bp-decision': 'strict',
  // “Within six months” leaves the last day open; the stricter reading takes it in.
  'event-within-trial-window': 'inclusive',
  // One guide stops from the number on, one clinic above it; the stricter reading takes the number itself in.
  'bp-stop': 'inclusive',
  // Sources say below and above; who would rather hold at the number itself takes it in.
  'vitals-hold': 'strict',
} as const satisfies Readonly<Record<string, 'strict' | 'inclusive'>>

/** Which of several tables is used. */
export const startingChoices = {
  // The column that makes most benzodiazepines count for more diazepam.
  'diazepam-equivalents': 'ashton-2002',
  // The column that makes every benzodiazepine it lists count for more lorazepam, or as much.
  'lorazepam-equivalents': 'va-dod-2021-lorazepam',
} as const satisfies Readonly<Record<string, string>>
