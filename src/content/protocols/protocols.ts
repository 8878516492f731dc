/** The psychiatric protocols of the packs. Those for pain stand in a pack of their own, `pain.ts`. @module */
import type { Protocol } from '../../kernel/protocol.ts'
import { esketamineEmergencyEu, esketamineTrdEu, esketamineTrdEu65 } from './esketamine-eu.ts'
import { esketamineSuicidalityUs, esketamineTrdUs } from './esketamine-us.ts'
import {
  ketamineIvMaintenance,
  ketamineIvThriceThenWeekly,
  ketamineIvThriceWeekly,
  ketamineIvTwiceWeekly,
} from './ketamine-iv.ts'
import {
  ketamineImSingle,
  ketamineOralTwiceWeekly,
  ketamineScFlexible,
  ketamineScNaturalistic,
} from './ketamine-other.ts'

/** Protocols of both packs. */
export const protocols = (): readonly Protocol[] => [
  ketamineIvTwiceWeekly,
  ketamineIvThriceWeekly,
  ketamineIvThriceThenWeekly,
  ketamineIvMaintenance,
  ketamineScFlexible,
  ketamineScNaturalistic,
  ketamineImSingle,
  ketamineOralTwiceWeekly,
]

/** The protocols of the United States. */
export const protocolsUs = (): readonly Protocol[] => [esketamineTrdUs, esketamineSuicidalityUs]

/** The protocols of the European Union. */
export const protocolsEu = (): readonly Protocol[] => [
  esketamineTrdEu,
  esketamineTrdEu65,
  esketamineEmergencyEu,
]
