/** The closed table of what may be ordered, and what each regulator says of it. @module */
import type { ProductForm } from '../../kernel/content.ts'

/** The United States. */
export const formsUs = (): readonly ProductForm[] => []

/** The European Union, the United Kingdom and Switzerland. */
export const formsEu = (): readonly ProductForm[] => []
