/** Circulation, stomach, nose and the place of the needle; what keeps a person from driving. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { inAFifthOfInfusions, inWeek1, quotedOfInfusions, rate, rates } from './incidence.ts'
import {
  ctcae,
  effect,
  firstUs,
  injectionUs,
  nasalLabel,
  note,
  pooledEu,
  pooledUs,
  recalled,
  seen,
} from './row.ts'

const changed2024 = (fact: string) =>
  nasalLabel(
    'eu',
    [cite(fact, 'MEDIE'), cite('legal-label-eu-2024-12', 'MEDIE', 'section 4.8')],
    '2024-12-12',
    '2019-12-18', // "added" says that no label before listed it
  )

/** Rows on the body. */
export const body = (): readonly SideEffect[] => [
  effect(
    'bp-increase',
    'Blood pressure increased',
    'S',
    [
      cite('ae-bp-increase', 'CTC'),
      cite('ae-bp-increase', 'PI19', 'section 5.6'),
      cite('ae-iv-short-most-common', 'SHORT18'),
    ],
    {
      codes: recalled('24184005'),
      onset: 'peak 40 min',
      duration: '1.5-4 h',
      grades: {
        term: 'Hypertension',
        texts: [
          { grade: 1, text: 'systolic 120-139 or diastolic 80-89 mmHg' },
          { grade: 2, text: '140-159 or 90-99' },
          { grade: 3, text: '160 or more, or 100 or more' },
          { grade: 4, text: 'crisis' },
          { grade: 5, text: 'death' },
        ],
        certainty: 'S',
        source: 'CTC',
      },
      incidence: [
        ...rates('ae-freq-bp', { us: [10, 3], t1: [8.2, 4.4], mdsi: [11.5, 4], maint: [6.6, 3.4], eu: [10] }),
        ...inWeek1(4.3),
        ...rate('Esketamine programme, people without hypertension', cite('ae-esk-bp-rx', 'DROESK'), 2.1, {
          term: 'New medicine for blood pressure needed',
        }),
        ...quotedOfInfusions(28),
      ],
      during: true,
      escalate: ['symptoms', '180/110 mmHg or more', 'no fall by 2 h'],
      listed: [firstUs('ae-bp-increase', 'section 5.6'), pooledEu('ae-freq-bp')],
      notes: [
        note('Higher after higher doses by infusion, for a time.', cite('ae-iv-bp-fava', 'FAVAY')),
        note('Back within 1.5 h after an infusion in all of 49 people.', cite('ae-iv-bp-duration', 'SZAR20')),
        note('A rise of 10-50 % is quoted for ketamine.', cite('ae-iv-bp-range', 'DRO-K')),
      ],
    },
  ),
  effect('tachycardia', 'Tachycardia', 'K', [recall('ae-tachycardia', 'K')], {
    codes: recalled('3424008'),
    onset: 'min',
    duration: 'less than 2 h',
    grades: ctcae('Sinus tachycardia', 1, 3, undefined, {
      1: 'without symptoms',
      2: 'with symptoms',
      3: 'urgent treatment',
    }),
    incidence: rates('ae-freq-tachycardia', { us: [2, 0.5] }),
    during: true,
    escalate: ['chest pain', 'above 130 /min', 'arrhythmia'],
    listed: [pooledUs('ae-freq-tachycardia')],
  }),
  effect('arrhythmia', 'Arrhythmia', 'S', [cite('ae-arrhythmia', 'KET-ADR')], {
    codes: seen('698247007'),
    onset: 'min',
    grades: ctcae('The term of the event itself'),
    during: true,
    always: true,
    escalate: ['reviewed each time'],
    listed: [injectionUs('ae-arrhythmia', 'KET-ADR')],
  }),
  effect('bradycardia', 'Bradycardia', 'S', [cite('ae-arrhythmia', 'KET-ADR')], {
    onset: 'min',
    grades: ctcae('The term of the event itself'),
    during: true,
    always: true,
    escalate: ['reviewed each time'],
    listed: [injectionUs('ae-arrhythmia', 'KET-ADR'), changed2024('ae-arrhythmia')],
  }),
  effect('hypotension', 'Hypotension', 'S', [cite('ae-arrhythmia', 'KET-ADR')], {
    onset: 'min',
    grades: ctcae('The term of the event itself'),
    during: true,
    always: true,
    escalate: ['reviewed each time'],
    listed: [injectionUs('ae-arrhythmia', 'KET-ADR')],
  }),
  effect('nausea', 'Nausea', 'S', [cite('ae-nausea', 'HCP-SAF')], {
    codes: seen('422587007'),
    onset: '15-60 min',
    duration: 'h',
    grades: ctcae('Nausea', 1, 3, 'how much is eaten and drunk'),
    incidence: [
      ...rates('ae-freq-nausea', {
        us: [28, 9],
        t1: [29.4, 10.6],
        mdsi: [26.9, 13.8],
        maint: [16.4, 0.7],
        eu: [27],
      }),
      ...inWeek1(14),
      ...inAFifthOfInfusions(),
    ],
    during: true,
    escalate: ['cannot drink by the time of leaving'],
    listed: [pooledUs('ae-freq-nausea'), pooledEu('ae-freq-nausea')],
  }),
  effect('vomiting', 'Vomiting', 'S', [cite('ae-vomiting', 'HCP-SAF')], {
    codes: recalled('422400008'),
    onset: '15-60 min',
    duration: 'h',
    grades: ctcae('Vomiting', 1, 5, undefined, { 2: 'fluid by vein or other treatment as an outpatient' }),
    incidence: rates('ae-freq-vomiting', {
      us: [9, 2],
      t1: [9.1, 1.8],
      mdsi: [11.5, 5.3],
      maint: [6.6, 0.7],
      eu: [11],
    }),
    during: true,
    escalate: ['while sedated: it may be breathed in', 'repeated'],
    listed: [pooledUs('ae-freq-vomiting'), pooledEu('ae-freq-vomiting')],
  }),
  effect('diarrhoea', 'Diarrhoea', 'S', [cite('ae-freq-diarrhoea', 'HCP-SAF')], {
    incidence: rates('ae-freq-diarrhoea', { us: [7, 6], t1: [5.6, 2.7] }),
    listed: [pooledUs('ae-freq-diarrhoea')],
  }),
  effect(
    'nasal-local',
    'Nasal discomfort / Throat irritation / Dysgeusia',
    'S',
    [cite('ae-nasal-local', 'HCP-SAF')],
    {
      codes: recalled('271801002'),
      onset: 'min-h',
      grades: ctcae('Nasal congestion, or Dysgeusia', 1, 2),
      incidence: [
        ...rates('ae-freq-nasal', { us: [7, 5], t1: [3.9, 6.2], maint: [7.2, 2.8] }, 'Nasal discomfort'),
        ...rates('ae-freq-throat', { us: [7, 4], t1: [6.1, 3.5], maint: [5.3, 0.7] }, 'Throat irritation'),
        ...rates(
          'ae-freq-dysgeusia',
          { us: [19, 14], t1: [16, 15], mdsi: [19.8, 12.9], maint: [27, 6.9], eu: [18] },
          'Dysgeusia',
        ),
      ],
      during: true,
      escalate: ['bleeding', 'ulcer'],
      listed: [pooledUs('ae-nasal-local'), pooledEu('ae-freq-dysgeusia')],
    },
  ),
  effect('site', 'Infusion or injection site reaction', 'S', [cite('ae-site', 'KET-ADR')], {
    onset: 'min-d',
    grades: ctcae('Infusion site extravasation', 1, 4),
    during: true,
    escalate: ['necrosis', 'infection'],
    listed: [injectionUs('ae-site', 'KET-ADR')],
  }),
  effect('pollakiuria', 'Pollakiuria', 'S', [cite('ae-freq-pollakiuria', 'HCP-SAF')], {
    incidence: rates('ae-freq-pollakiuria', { us: [3, 0.5], t1: [3.5, 0.9] }),
    listed: [pooledUs('ae-freq-pollakiuria')],
    watch: 'bladder',
  }),
  effect('driving', 'Impaired driving', 'S', [cite('ae-driving', 'PI19', 'section 5.8')], {
    duration: 'until the next day',
    escalate: ['any driving before the next day'],
    listed: [firstUs('ae-driving', 'section 5.8')],
  }),
  effect(
    'seizure-like',
    'Muscle tone or jerks resembling a seizure',
    'S',
    [cite('ae-seizure-like', 'KET-ADR')],
    {
      codes: recalled('91175000'),
      onset: 'min',
      grades: ctcae('Seizure, or Myoclonus', 1, 5),
      during: true,
      escalate: ['prolonged', 'of the whole body'],
      listed: [injectionUs('ae-seizure-like', 'KET-ADR')],
    },
  ),
  effect('seizure', 'Seizure', 'S', [cite('ae-seizure-like', 'MEDIE')], {
    codes: recalled('91175000'),
    onset: 'min',
    grades: ctcae('Seizure', 1, 5),
    during: true,
    escalate: ['prolonged', 'of the whole body'],
    listed: [changed2024('ae-seizure-like')],
  }),
]
