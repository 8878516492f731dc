/** What a consent has to cover. @module */
import type { ConsentTopic } from '../../kernel/indication.ts'

/** Topics of a consent, by what the plan is. */
export const consentTopics = (): readonly ConsentTopic[] => []
