/** The words of the PHQ-9, its first eight items and its first two. @module */
import type { FormWording } from './form.ts'

/** The words of CamCOPS, without the numbers before the items. */
const items = {
  q1: 'Little interest or pleasure in doing things',
  q2: 'Feeling down, depressed, or hopeless',
  q3: 'Trouble falling or staying asleep, or sleeping too much',
  q4: 'Feeling tired or having little energy',
  q5: 'Poor appetite or overeating',
  q6: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  q7: 'Trouble concentrating on things, such as reading the newspaper or watching television',
  q8: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  q9: 'Thoughts that you would be better off dead or of hurting yourself in some way',
}

const answers = [
  { value: 0, text: 'Not at all' },
  { value: 1, text: 'Several days' },
  { value: 2, text: 'More than half the days' },
  { value: 3, text: 'Nearly every day' },
]

const notice =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.'
const stem = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?'
const language = 'en'

const { q1, q2, q3, q4, q5, q6, q7, q8 } = items

/** Nine items, and the question on difficulty. */
export const phq9Wording: FormWording = {
  language,
  notice,
  title: 'Patient Health Questionnaire (PHQ-9)',
  stem,
  items: {
    ...items,
    q10: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
  },
  answers,
  answersOf: {
    q10: [
      { value: 0, text: 'Not difficult at all' },
      { value: 1, text: 'Somewhat difficult' },
      { value: 2, text: 'Very difficult' },
      { value: 3, text: 'Extremely difficult' },
    ],
  },
  sources: ['CAMCOPS', 'LFORMS'],
}

/** The same without the last item. */
export const phq8Wording: FormWording = {
  language,
  notice,
  title: 'Patient Health Questionnaire (PHQ-8)',
  stem,
  items: { q1, q2, q3, q4, q5, q6, q7, q8 },
  answers,
  sources: ['CAMCOPS', 'AWELL'],
}

/** The first two items. */
export const phq2Wording: FormWording = {
  language,
  notice,
  title: 'Patient Health Questionnaire (PHQ-2)',
  stem,
  items: { q1, q2 },
  answers,
  sources: ['CAMCOPS', 'NIDACDE'],
}
