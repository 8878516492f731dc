/** The conditions the treatment is given for or proposed for, and the evidence of each. @module */
import type { Indication } from '../../kernel/indication.ts'

/** Conditions, with their key trials. */
export const indications = (): readonly Indication[] => []
