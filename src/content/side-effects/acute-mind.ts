/** What a dose does to mind and senses for an hour or two. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { inAFifthOfInfusions, inEuText, inWeek1, quotedOfInfusions, rate, rates } from './incidence.ts'
import { ctcae, effect, firstUs, injectionUs, note, pooledEu, pooledUs, recalled, seen } from './row.ts'

const leading = cite('ae-iv-short-most-common', 'SHORT18')

/** Effects that have a row of their own in the reference. */
export const acuteMind = (): readonly SideEffect[] => [
  effect(
    'dissociation',
    'Dissociation',
    'S',
    [cite('ae-dissociation', 'SMPC-HK'), cite('ae-dissociation', 'SINGH16'), leading],
    {
      onset: '10-40 min',
      duration: 'gone by 1.5-2 h',
      grades: ctcae('Psychiatric disorders - Other', undefined, undefined, 'intensity and daily activities'),
      incidence: [
        ...rates('ae-freq-dissociation', {
          us: [41, 9],
          t1: [26.8, 3.5],
          mdsi: [33.9, 5.8],
          maint: [23, 0],
          eu: [27],
        }),
        ...inWeek1(16.7),
        ...inEuText('ae-esk-dissoc-severe', 4, { term: 'Dissociation, severe', is: 'below' }),
        ...inEuText('ae-esk-dissoc-related', 2.2, { term: 'Derealisation' }),
        ...inEuText('ae-esk-dissoc-related', 2.2, { term: 'Depersonalisation' }),
        ...inEuText('ae-esk-dissoc-related', 1.3, { term: 'Illusions' }),
        ...inEuText('ae-esk-dissoc-related', 1.2, { term: 'Time distortion' }),
        ...quotedOfInfusions(28),
        ...inAFifthOfInfusions(),
      ],
      during: true,
      escalate: ['distress', 'unsafe behaviour', 'longer than 2 h', 'recurs between sessions'],
      listed: [firstUs('legal-label-us-2019', 'boxed warning'), pooledEu('ae-freq-dissociation')],
      notes: [
        note('Lessens with repeated dosing.', cite('ae-iv-attenuation', 'SINGH16')),
        note('More of it at higher doses by infusion.', cite('ae-iv-bp-fava', 'FAVAY')),
        note('Came with ketamine and not with ECT in ELEKT-D.', cite('ae-iv-elektd-dissoc', 'ELEKTB')),
      ],
    },
  ),
  effect('hallucination', 'Hallucination', 'K', [recall('ae-hallucination', 'K')], {
    codes: recalled('7011001'),
    onset: 'during the effect',
    grades: ctcae('Hallucinations', 1, 4, undefined, {
      1: 'mild, of perception',
      2: 'moderate',
      3: 'severe, without admission',
      4: 'life-threatening, or admitted',
    }),
    during: true,
    escalate: ['lasts beyond the effect', 'signs of psychosis'],
  }),
  effect(
    'sedation',
    'Sedation / Somnolence',
    'S',
    [cite('ae-sedation', 'HCP-SAF'), cite('ae-sedation', 'PI19', 'section 5.1')],
    {
      codes: recalled('72641008'),
      onset: '15-45 min',
      duration: '1-2 h',
      grades: ctcae('Somnolence, or Depressed level of consciousness', 1, 5),
      incidence: [
        ...rates('ae-freq-sedation', { us: [23, 9] }, 'Sedation as a group, somnolence among it'),
        ...rates(
          'ae-freq-sedation',
          { t1: [6.1, 0.9], mdsi: [10.1, 2.2], maint: [6.6, 0.7], eu: [9.3] },
          'Sedation',
        ),
        ...rates(
          'ae-freq-somnolence',
          { t1: [19.5, 11.5], mdsi: [20.7, 10.2], maint: [21.1, 2.1], eu: [18] },
          'Somnolence',
        ),
        ...inWeek1(3.8),
      ],
      during: true,
      escalate: ['MOAA/S 2 or less', 'SpO2 below 92 %'],
      listed: [firstUs('legal-label-us-2019', 'boxed warning'), pooledEu('ae-freq-sedation')],
    },
  ),
  effect('anxiety', 'Anxiety', 'S', [cite('ae-anxiety', 'HCP-SAF'), leading], {
    codes: seen('48694002'),
    onset: 'during the effect',
    grades: ctcae('Anxiety', 1, 4),
    incidence: [
      ...rates('ae-freq-anxiety', { us: [13, 6], t1: [8.2, 6.2], mdsi: [10.1, 7.6], maint: [7.9, 3.4] }),
      ...quotedOfInfusions(15),
      ...inAFifthOfInfusions(),
    ],
    during: true,
    escalate: ['panic', 'persistent', 'suicidal content'],
    listed: [pooledUs('ae-freq-anxiety')],
  }),
  effect('emergence', 'Emergence delirium', 'S', [cite('ae-emergence', 'KET-OLD')], {
    codes: recalled('2776000'),
    onset: 'as the drug wears off',
    duration: 'less than a few h',
    grades: ctcae('Delirium, or Confusion', 1, 5),
    incidence: rate('Anaesthetic doses of ketamine', cite('ae-anaes-emergence', 'KET-OLD'), 12, {
      is: 'about',
    }),
    during: true,
    escalate: ['unsafe', 'longer than 2 h'],
    listed: [injectionUs('ae-emergence', 'KET-OLD')],
    notes: [
      note(
        'May recur within a day of an anaesthetic dose; least over 65 years and by IM.',
        cite('ae-anaes-emergence', 'KET-OLD'),
      ),
    ],
  }),
  effect('dizziness', 'Dizziness', 'S', [cite('ae-dizziness', 'HCP-SAF'), leading], {
    codes: seen('404640003'),
    onset: 'min',
    duration: 'less than 2 h',
    grades: ctcae('Dizziness', 1, 3, 'daily activities'),
    incidence: [
      ...rates('ae-freq-dizziness', {
        us: [29, 8],
        t1: [25.1, 8.8],
        mdsi: [38.3, 13.8],
        maint: [20.4, 4.8],
        eu: [31],
      }),
      ...inWeek1(20.6),
      ...quotedOfInfusions(33),
      ...inAFifthOfInfusions(),
    ],
    during: true,
    escalate: ['falls', 'focal signs'],
    listed: [pooledUs('ae-freq-dizziness'), pooledEu('ae-freq-dizziness')],
  }),
  effect('vertigo', 'Vertigo', 'S', [cite('ae-vertigo', 'HCP-SAF')], {
    codes: recalled('399153001'),
    onset: 'min',
    duration: 'less than 2 h',
    grades: ctcae('Vertigo', 1, 3),
    incidence: [
      ...rates('ae-freq-vertigo', { us: [23, 3], t1: [20.8, 1.8], maint: [25, 5.5], eu: [16] }),
      ...inWeek1(12.1),
    ],
    during: true,
    escalate: ['falls', 'focal signs'],
    listed: [pooledUs('ae-freq-vertigo'), pooledEu('ae-freq-vertigo')],
  }),
  effect('headache', 'Headache', 'S', [cite('ae-headache', 'PI19', 'section 5.6'), leading], {
    codes: seen('25064002'),
    onset: 'h',
    grades: ctcae('Headache', 1, 3),
    incidence: [
      ...rates('ae-freq-headache', {
        us: [20, 17],
        t1: [20.3, 16.8],
        mdsi: [20.3, 20.4],
        maint: [17.8, 9.7],
        eu: [23],
      }),
      ...quotedOfInfusions(35),
      ...inAFifthOfInfusions(),
    ],
    during: true,
    escalate: ['sudden and severe, or with loss of sight: intracranial bleeding or encephalopathy?'],
    listed: [pooledUs('ae-freq-headache'), pooledEu('ae-freq-headache')],
  }),
  effect(
    'blurred-vision',
    'Vision blurred / Diplopia',
    'S',
    [cite('ae-blurred-vision', 'T1'), cite('ae-blurred-vision', 'SUS1T'), leading],
    {
      codes: recalled('246636008'),
      onset: 'min',
      duration: 'less than 2 h',
      grades: ctcae('Blurred vision', 1, 4),
      incidence: [
        ...rates(
          'ae-freq-vision-blurred',
          { t1: [7.4, 0], mdsi: [11.9, 4.9], maint: [15.8, 0.7] },
          'Vision blurred',
        ),
        ...rates('ae-freq-diplopia', { maint: [5.9, 0] }, 'Diplopia'),
        ...quotedOfInfusions(23),
      ],
      during: true,
      escalate: ['pain in the eye', 'history of glaucoma'],
    },
  ),
]

const shortly = 'shortly after the dose'
const sameDay = 'most gone by 1.5 h, all on the same day'
const timing = [cite('ae-esk-timing', 'POPOVA'), cite('ae-esk-timing', 'SMPC-HK')]

/** Effects of which the reference knows how often they were counted, and when effects of a dose come and go. */
export const acuteTerms = (): readonly SideEffect[] => [
  effect('hypoesthesia', 'Hypoaesthesia', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-hypoesthesia', { us: [18, 2], t1: [13.3, 1.8], maint: [5.9, 0], eu: [11] }),
    during: true,
    listed: [pooledUs('ae-freq-hypoesthesia'), pooledEu('ae-freq-hypoesthesia')],
  }),
  effect('paraesthesia', 'Paraesthesia', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-paraesthesia', { t1: [13, 2.7], mdsi: [11.5, 3.1], maint: [7.2, 0] }),
    during: true,
  }),
  effect('lethargy', 'Lethargy / fatigue', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-lethargy', { us: [11, 5], t1: [5.2, 0.9] }),
    during: true,
    listed: [pooledUs('ae-freq-lethargy')],
  }),
  effect('feeling-drunk', 'Feeling drunk', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-drunk', { us: [5, 0.5], t1: [4.3, 0] }),
    during: true,
    listed: [pooledUs('ae-freq-drunk')],
  }),
  effect('euphoria', 'Euphoric mood', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-euphoria', { us: [4, 1], t1: [4.3, 1.8] }),
    during: true,
    listed: [pooledUs('ae-freq-euphoria')],
  }),
  effect('dysarthria', 'Dysarthria', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-dysarthria', { us: [4, 0] }),
    during: true,
    listed: [pooledUs('ae-freq-dysarthria')],
  }),
  effect('tremor', 'Tremor', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-tremor', { us: [3, 1], t1: [4.3, 1.8] }),
    during: true,
    listed: [pooledUs('ae-freq-tremor')],
  }),
  effect('mental-impairment', 'Mental impairment', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-mental-impairment', { us: [3, 1], t1: [3.9, 0.9] }),
    during: true,
    listed: [firstUs('ae-esk-cognition-acute', 'section 5.7')],
    notes: [
      note(
        'In healthy volunteers performance had fallen 40 min after a dose.',
        cite('ae-esk-cognition-acute', 'PI19', 'section 5.7'),
      ),
    ],
  }),
  effect('confusion', 'Confusional state', 'S', timing, {
    onset: shortly,
    duration: sameDay,
    incidence: rates('ae-freq-confusion', { maint: [5.9, 0] }),
    during: true,
  }),
  effect('insomnia', 'Insomnia', 'S', [cite('ae-freq-insomnia', 'HCP-SAF')], {
    incidence: rates('ae-freq-insomnia', { us: [8, 7], t1: [7.8, 9.7] }),
    listed: [pooledUs('ae-freq-insomnia')],
  }),
]
