/** The least dose a day at which a trial of an antidepressant counts. @module */
import type { MinimumDose } from '../../kernel/indication.ts'

/** One row a medicine. */
export const minimumDoses = (): readonly MinimumDose[] => []
