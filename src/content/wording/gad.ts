/** The words of the GAD-7. @module */
import type { FormWording } from './form.ts'

/** Seven items. */
export const gad7Wording: FormWording = {
  language: 'en',
  notice:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  title: 'GAD-7',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: {
    q1: 'Feeling nervous, anxious or on edge',
    q2: 'Not being able to stop or control worrying',
    q3: 'Worrying too much about different things',
    q4: 'Trouble relaxing',
    q5: 'Being so restless that it is hard to sit still',
    q6: 'Becoming easily annoyed or irritable',
    q7: 'Feeling afraid as if something awful might happen',
  },
  answers: [
    { value: 0, text: 'Not at all' },
    { value: 1, text: 'Several days' },
    { value: 2, text: 'More than half the days' },
    { value: 3, text: 'Nearly every day' },
  ],
  sources: ['CAMCOPS'],
}
