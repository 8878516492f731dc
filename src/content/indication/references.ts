/** The register of sources of indications and resistance: what only these tables cite. @module */
import type { Source } from '../../kernel/evidence.ts'

/** What rows of both packs cite. */
export const indicationReferences: readonly Source[] = []

/** What only the US rows cite. */
export const indicationReferencesUs: readonly Source[] = []

/** What only the EU rows cite. */
export const indicationReferencesEu: readonly Source[] = []
