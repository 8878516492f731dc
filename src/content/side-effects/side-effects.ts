/** The catalogue of side effects. @module */
import type { SideEffect } from '../../kernel/content.ts'
import { acuteMind, acuteTerms } from './acute-mind.ts'
import { body } from './body.ts'
import { emergencies } from './emergencies.ts'
import { lasting } from './lasting.ts'
import { moodEffects } from './mood.ts'

/** All rows, alike in both packs. */
export const sideEffects = (): readonly SideEffect[] => [
  ...acuteMind(),
  ...acuteTerms(),
  ...body(),
  ...emergencies(),
  ...moodEffects(),
  ...lasting(),
]
