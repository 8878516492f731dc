/** What repeated or heavy use may do over months: watched over a course. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { rate } from './incidence.ts'
import { ctcae, effect, firstUs, injectionUs, note } from './row.ts'

/** Bladder, liver, cognition, dependence, misuse. */
export const lasting = (): readonly SideEffect[] => [
  effect(
    'lt-cystitis',
    'Cystitis noninfective',
    'S',
    [
      cite('ae-lt-cystitis-mechanism', 'KIC22'),
      cite('ae-lt-cystitis-mechanism', 'LUTS19'),
      recall('ae-lt-ctcae-cystitis', 'K'),
    ],
    {
      grades: ctcae('Cystitis noninfective', 1, 5, undefined, {
        1: 'hardly any symptoms, or blood seen under the microscope',
        2: 'moderate',
        3: 'blood seen by eye, or care by vein',
        4: 'life-threatening',
        5: 'death',
      }),
      incidence: rate(
        'People who use ketamine and seek no treatment for it',
        cite('ae-lt-luts-prevalence', 'LUTS19'),
        26.6,
        { term: 'Lower urinary tract symptoms' },
      ),
      escalate: ['a positive answer: urinalysis', 'persistent: urology'],
      listed: [
        firstUs('ae-lt-cystitis-monitor', 'section 5.9'),
        injectionUs('ae-lt-cystitis-label', 'KET24', 'section 2.1'),
      ],
      watch: 'bladder',
      notes: [
        note(
          'Frequency, urgency, pain on passing water, blood, pain; with heavy use a fibrous bladder, dammed kidneys and kidney failure.',
          cite('ae-lt-cystitis-mechanism', 'KIC22'),
          cite('ae-lt-cystitis-mechanism', 'LUTS19'),
        ),
        note('Regular non-medical use makes it 3-4 times as likely.', cite('ae-lt-cystitis-risk', 'KIC22')),
        note(
          'Ending ketamine is the key treatment and often helps.',
          cite('ae-lt-cystitis-stop', 'KIC22'),
          cite('ae-lt-cystitis-stop', 'LUTS19'),
        ),
        note(
          'The injection label names genitourinary pain with long off-label use, and thinks of ending it where pain persists.',
          cite('ae-lt-cystitis-label', 'KET24', 'section 2.1'),
        ),
        note(
          'The label of the spray asks for urinary symptoms over the course, and refers where warranted.',
          cite('ae-lt-cystitis-monitor', 'PI19', 'section 5.9'),
        ),
        note('Practice: symptoms asked at each session.', recall('ae-lt-cystitis-monitor-detail', 'K')),
        note(
          'With the spray more lower urinary symptoms than with placebo, and no interstitial cystitis in trials of up to a year.',
          cite('ae-esk-uti-symptoms', 'PI19', 'section 5.9'),
        ),
      ],
    },
  ),
  effect('lt-dili', 'Drug-induced liver injury', 'S', [cite('ae-lt-dili', 'COT21')], {
    grades: ctcae(
      'Alanine aminotransferase increased; Blood bilirubin increased',
      1,
      4,
      'multiples of the upper limit of normal',
      {
        1: 'ALT above it to 3; bilirubin above it to 1.5',
        2: 'ALT above 3 to 5; bilirubin above 1.5 to 3',
        3: 'ALT above 5 to 20; bilirubin above 3 to 10',
        4: 'ALT above 20; bilirubin above 10',
      },
    ),
    listed: [injectionUs('ae-lt-dili-label', 'KET24')],
    watch: 'liver',
    notes: [
      note(
        'Cases after repeated or continuous medical use in reports to the FDA.',
        cite('ae-lt-dili', 'COT21'),
      ),
      note(
        'The injection label asks for liver tests, ALP and GGT among them, before recurrent use.',
        cite('ae-lt-dili-label', 'KET24'),
      ),
      note('The multiples of the grades are from memory.', recall('ae-lt-dili-lab-grades', 'K')),
    ],
  }),
  effect('lt-cognition', 'Cognitive impairment', 'S', [cite('ae-lt-cognition-misuse', 'EMPOW')], {
    watch: 'cognition',
    notes: [
      note(
        'Chronic misuse comes with slower processing and less verbal fluency, learning and memory.',
        cite('ae-lt-cognition-misuse', 'EMPOW'),
      ),
      note(
        'A year of esketamine: stable as a group; older adults reacted more slowly.',
        recall('ae-lt-cognition-esk', 'K'),
      ),
    ],
  }),
  effect('lt-dependence', 'Dependence', 'S', [cite('ae-lt-dependence-label', 'PI19', 'section 9.2')], {
    listed: [firstUs('ae-lt-dependence-label', 'section 9.2')],
    watch: 'dependence',
    notes: [
      note(
        'Physical dependence has been reported with prolonged ketamine.',
        cite('ae-lt-dependence-label', 'PI19', 'section 9.2'),
      ),
      note(
        'Withdrawal-type symptoms have been reported after long heavy use.',
        cite('ae-lt-discontinuation-sx', 'SMPC-DE'),
      ),
    ],
  }),
  effect('lt-misuse', 'Abuse and misuse', 'S', [cite('ae-lt-abuse-study', 'SMPC-MYF')], {
    listed: [firstUs('legal-label-us-2019', 'boxed warning')],
    watch: 'misuse',
    notes: [
      note(
        'Polydrug users liked 84 and 112 mg of esketamine and 0.5 mg/kg of ketamine by vein better than placebo.',
        cite('ae-lt-abuse-study', 'SMPC-MYF'),
      ),
      note(
        'Craving was not universal in 33 people on ketamine by nose or under the tongue; monitoring is still advised.',
        cite('ae-lt-abuse-clinic', 'CHUB22'),
      ),
      note(
        'Experts judge the risk of misuse like that of stimulants or benzodiazepines.',
        cite('ae-lt-abuse-comparison', 'SWA22'),
      ),
    ],
  }),
]
