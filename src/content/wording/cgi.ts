/** The words of the Clinical Global Impression. @module */
import type { FormWording } from './form.ts'

const notice =
  'Guy W (1976). ECDEU Assessment Manual for Psychopharmacology, revised. US Department of Health, Education, and Welfare.'
const language = 'en'
const sources = ['CAMCOPS']

/** Severity of illness. */
export const cgiSWording: FormWording = {
  language,
  notice,
  title: 'CGI: Severity of illness',
  stem: '',
  items: {
    q1: 'Considering your total clinical experience with this particular population, how mentally ill is the patient at this time?',
  },
  answers: [
    { value: 0, text: 'Not assessed' },
    { value: 1, text: 'Normal, not at all ill' },
    { value: 2, text: 'Borderline mentally ill' },
    { value: 3, text: 'Mildly ill' },
    { value: 4, text: 'Moderately ill' },
    { value: 5, text: 'Markedly ill' },
    { value: 6, text: 'Severely ill' },
    { value: 7, text: 'Among the most extremely ill patients' },
  ],
  sources,
}

/** Global improvement; the words are those of 1976. */
export const cgiIWording: FormWording = {
  language,
  notice,
  title: 'CGI: Global improvement',
  stem: '',
  items: {
    q1: 'Rate total improvement whether or not, in your judgment, it is due entirely to drug treatment.\n\nCompared to his condition at admission to the project, how much has he changed?',
  },
  answers: [
    { value: 0, text: 'Not assessed' },
    { value: 1, text: 'Very much improved' },
    { value: 2, text: 'Much improved' },
    { value: 3, text: 'Minimally improved' },
    { value: 4, text: 'No change' },
    { value: 5, text: 'Minimally worse' },
    { value: 6, text: 'Much worse' },
    { value: 7, text: 'Very much worse' },
  ],
  sources,
}
