/** The register of sources of protocols and courses: what only these tables cite. @module */
import type { Source } from '../../kernel/evidence.ts'

/** What rows of both packs cite. */
export const courseReferences: readonly Source[] = []

/** What rows of the United States cite. */
export const courseReferencesUs: readonly Source[] = []

/** What rows of the European Union cite. */
export const courseReferencesEu: readonly Source[] = []
