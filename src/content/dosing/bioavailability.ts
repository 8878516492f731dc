/** How much of a dose arrives by each route: cited where a conversion is refused, never used to convert. @module */
import type { Citation } from '../../kernel/evidence.ts'

/** By product. */
export const bioavailability = (): Readonly<Record<string, readonly Citation[]>> => ({})
