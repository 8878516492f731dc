/** Legal sets, ceilings and guides as rules. @module */
import type { UnsignedRule } from '../scope.ts'
import { ceilings, ceilingsEu, ceilingsUs } from './ceilings.ts'
import { spray, sprayEu, sprayUs } from './spray.ts'
import { titration, titrationEu, titrationUs } from './titration.ts'

/** Rows alike in both packs. */
export const dosing = (): readonly UnsignedRule[] => [...ceilings(), ...spray(), ...titration()]

/** The rows of the United States. */
export const dosingUs = (): readonly UnsignedRule[] => [...ceilingsUs(), ...sprayUs(), ...titrationUs()]

/** The rows of the European Union, the United Kingdom and Switzerland. */
export const dosingEu = (): readonly UnsignedRule[] => [...ceilingsEu(), ...sprayEu(), ...titrationEu()]
