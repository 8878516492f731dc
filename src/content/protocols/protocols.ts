/** The psychiatric protocols of the packs. Those for pain stand in a pack of their own, `pain.ts`. @module */
import type { Protocol } from '../../kernel/protocol.ts'
import { esketamineSuicidalityUs, esketamineTrdUs } from './esketamine-us.ts'

/** Protocols of both packs. */
export const protocols = (): readonly Protocol[] => []

/** The protocols of the United States. */
export const protocolsUs = (): readonly Protocol[] => [esketamineTrdUs, esketamineSuicidalityUs]

/** The protocols of the European Union. */
export const protocolsEu = (): readonly Protocol[] => []
