/** What the rows of a visit share. @module */
import { span } from '../../kernel/rule.ts'

/** Numbers made from the log of a visit are made for the moment of the judgement: an older one tells nothing. */
export const fromNow = /* @__PURE__ */ span(1, 'min')
