/** The words of the PCL-5. @module */
import type { FormWording } from './form.ts'

/**
 * Twenty items over a month.
 *
 * CamCOPS leaves out the question mark of the tenth item; it stands in the other copies that were seen. Its words before
 * the items were changed for a screen and are left out. Of the version of a week only the first items were seen: left out.
 */
export const pcl5Wording: FormWording = {
  language: 'en',
  notice:
    'Weathers, F.W., Litz, B.T., Keane, T.M., Palmieri, P.A., Marx, B.P., & Schnurr, P.P. (2013). The PTSD Checklist for DSM-5 (PCL-5). Scale available from the National Center for PTSD at https://www.ptsd.va.gov.',
  title: 'PTSD Checklist for DSM-5 (PCL-5)',
  stem: 'In the past month, how much were you bothered by:',
  items: {
    q1: 'Repeated, disturbing, and unwanted memories of the stressful experience?',
    q2: 'Repeated, disturbing dreams of the stressful experience?',
    q3: 'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    q4: 'Feeling very upset when something reminded you of the stressful experience?',
    q5: 'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    q6: 'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    q7: 'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    q8: 'Trouble remembering important parts of the stressful experience?',
    q9: 'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    q10: 'Blaming yourself or someone else for the stressful experience or what happened after it?',
    q11: 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    q12: 'Loss of interest in activities that you used to enjoy?',
    q13: 'Feeling distant or cut off from other people?',
    q14: 'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    q15: 'Irritable behavior, angry outbursts, or acting aggressively?',
    q16: 'Taking too many risks or doing things that could cause you harm?',
    q17: 'Being “superalert” or watchful or on guard?',
    q18: 'Feeling jumpy or easily startled?',
    q19: 'Having difficulty concentrating?',
    q20: 'Trouble falling or staying asleep?',
  },
  answers: [
    { value: 0, text: 'Not at all' },
    { value: 1, text: 'A little bit' },
    { value: 2, text: 'Moderately' },
    { value: 3, text: 'Quite a bit' },
    { value: 4, text: 'Extremely' },
  ],
  sources: ['CAMCOPS', 'AWELL', 'VAWEEK'],
}
