/** The words of the forms that may be passed on. @module */
export type { AnswerWording, FormWording } from '../content/wording/form.ts'
export { wording, wordingSources } from '../content/wording/wording.ts'
