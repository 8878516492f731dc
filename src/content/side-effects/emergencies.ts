/** What is an emergency whenever it is seen. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { rate } from './incidence.ts'
import { ctcae, effect, firstUs, injectionUs, nasalLabel, note, recalled } from './row.ts'

const emergency = ['an emergency']

// The month is known and not its day: it counts from the first, and the labels of 2019 and 2020 are known to be without.
const boxed2023 = (section: string) =>
  nasalLabel(
    'us',
    [cite('legal-label-us-2023', 'PPNT', section), cite('ae-resp-depression', 'SPS23')],
    '2023-10-01',
    '2019-03-05',
    'K',
  )

const cases = note(
  'March 2019 to February 2023: 40 reports of depression and 2 of arrest in about 868 000 sessions of the spray.',
  cite('mon-esk-resp-cases', 'SPS23'),
)

/** Rows that are escalated each time. */
export const emergencies = (): readonly SideEffect[] => [
  effect('loss-of-consciousness', 'Loss of consciousness', 'S', [cite('ae-loss-of-consciousness', 'PI20')], {
    codes: recalled('419045004'),
    duration: 'less than 1 h',
    grades: ctcae('Depressed level of consciousness', 3, 4),
    incidence: rate('Esketamine, US label from 2020', cite('ae-loss-of-consciousness', 'PI20'), 0.3, {
      to: 0.4,
    }),
    during: true,
    always: true,
    listed: [firstUs('legal-label-us-2019')],
  }),
  effect(
    'resp-depression',
    'Respiratory depression',
    'S',
    [
      cite('ae-resp-depression', 'EPO'),
      cite('ae-resp-depression', 'PPNT'),
      cite('ae-resp-depression', 'KET24'),
      cite('ae-resp-depression', 'EUPIL22'),
    ],
    {
      onset: 'min',
      grades: ctcae('Hypoxia, Apnea, or Respiratory failure', 3, 5),
      during: true,
      always: true,
      escalate: emergency,
      listed: [
        boxed2023('boxed warning and section 5.3'),
        // A leaflet of that month has it already; when it came in is not known, so nothing is said of the days before.
        nasalLabel(
          'eu',
          [cite('ae-resp-depression', 'EUPIL22'), cite('legal-label-eu-2022-resp', 'EUPIL22')],
          '2022-02-28',
        ),
        injectionUs('ae-resp-depression', 'KET24'),
      ],
      notes: [cases],
    },
  ),
  effect('resp-arrest', 'Respiratory arrest', 'S', [cite('ae-resp-depression', 'SPS23')], {
    onset: 'min',
    grades: ctcae('Hypoxia, Apnea, or Respiratory failure', 3, 5),
    during: true,
    always: true,
    escalate: emergency,
    listed: [boxed2023('section 5.3')],
    notes: [cases],
  }),
  effect('laryngospasm', 'Laryngospasm', 'K', [recall('ae-laryngospasm', 'K', 'KET-IT')], {
    onset: 'min; rare at 0.5 mg/kg',
    grades: ctcae('Laryngospasm', 2, 4, undefined, {
      2: 'transient',
      3: 'recurrent',
      4: 'severe, with loss of consciousness',
    }),
    during: true,
    always: true,
    escalate: emergency,
  }),
  effect('anaphylaxis', 'Anaphylactic reaction', 'S', [cite('ae-anaphylaxis', 'KET-ADR')], {
    codes: recalled('39579001'),
    onset: 'min',
    grades: ctcae('Anaphylaxis', 3, 5),
    during: true,
    always: true,
    escalate: emergency,
    listed: [injectionUs('ae-anaphylaxis', 'KET-ADR')],
  }),
]
