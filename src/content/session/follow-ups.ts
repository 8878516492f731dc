/** What a visit leaves to be done. @module */
import type { FollowUp } from '../../kernel/content.ts'

/** The United States. */
export const followUpsUs = (): readonly FollowUp[] => []

/** Rows alike in both packs. */
export const followUps = (): readonly FollowUp[] => []
