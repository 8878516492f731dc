/** Suicidality, mania and psychosis: looked for at any time, not only while a session runs. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { cite } from '../../kernel/evidence.ts'
import { rate } from './incidence.ts'
import { ctcae, effect, firstUs, injectionUs, note, recalled, seen } from './row.ts'

/** Rows on mood and thought. */
export const moodEffects = (): readonly SideEffect[] => [
  effect(
    'suicidality',
    'Suicidal ideation / behaviour',
    'S',
    [cite('ae-suicidality', 'PI19', 'section 5.5'), cite('ae-suicidality', 'ASP2')],
    {
      codes: recalled('6471006'),
      onset: 'any time, watched early and when the dose changes',
      grades: ctcae('Suicidal ideation (1 to 4), or Suicide attempt (3 to 5)', 1, 5),
      incidence: rate('ASPIRE II', cite('ae-suicidality', 'ASP2'), 4.4, { control: 5.3 }),
      escalate: ['any new or worse ideation with intent or plan'],
      listed: [firstUs('legal-label-us-2019', 'boxed warning')],
      watch: 'mood',
    },
  ),
  effect(
    'young-adult-suicidality',
    'Suicidality with antidepressants, by age',
    'S',
    [cite('ae-young-adult-suicidality', 'PI19', 'Table 2')],
    {
      escalate: ['closer watch up to 24 years of age'],
      listed: [firstUs('ae-young-adult-suicidality', 'Table 2')],
      watch: 'mood',
      notes: [
        note(
          'Antidepressants against placebo, in 1000: 14 more under 18 years, 5 more at 18-24, 1 fewer at 25-64, 6 fewer from 65.',
          cite('ae-young-adult-suicidality', 'PI19', 'Table 2'),
        ),
      ],
    },
  ),
  effect('mania', 'Mania / hypomania switch', 'S', [cite('ae-mania', 'ABB22'), cite('ae-mania', 'BIPWIL')], {
    codes: seen('231494001'),
    onset: 'd-wk',
    grades: ctcae('Mania', 1, 4),
    escalate: ['YMRS rises', 'loss of sleep'],
    watch: 'mood',
    notes: [note('None seen in a randomised trial of 156 people.', cite('ae-mania', 'ABB22'))],
  }),
  effect(
    'psychosis',
    'Psychotic disorder',
    'S',
    [cite('ae-psychosis', 'PI19', 'section 5.2'), cite('ae-psychosis', 'KET-ADR')],
    {
      codes: seen('69322001'),
      onset: 'h-d',
      grades: ctcae('Psychosis', 1, 5),
      escalate: ['any psychosis that persists'],
      listed: [injectionUs('ae-psychosis', 'KET-ADR')],
      watch: 'mood',
      notes: [
        note(
          'Psychiatric events lasting days to weeks have been reported with the injection.',
          cite('ae-anaes-psych-persist', 'KET-ADR'),
        ),
      ],
    },
  ),
]
