/** Vital signs graded, over many readings. */
import fc from 'fast-check'
import { us } from '../../src/content/us.ts'
import { byHand } from '../session/alarms-by-hand.ts'
import {
  aWorseValueIsNeverMilder,
  blankingIsNeverMilder,
  moreIsNeverMilder,
  steps,
  vitalNames,
  worlds,
} from '../session/vitals-laws.ts'
import { inParts } from './parts.ts'

const unitedStates = { ...byHand, content: us }

inParts(
  'a worse value is never graded milder',
  { records: 200_000, aPart: 50_000, seed: 40_000 },
  steps,
  (step) => aWorseValueIsNeverMilder(step, unitedStates),
)

inParts(
  'a worse value is never graded milder, by rows that count falls too',
  { records: 50_000, aPart: 50_000, seed: 43_000 },
  steps,
  (step) => aWorseValueIsNeverMilder(step, byHand),
)

inParts(
  'what is blanked never makes a reading milder',
  { records: 200_000, aPart: 50_000, seed: 41_000 },
  fc.tuple(
    worlds,
    fc.record({ vitals: fc.subarray([...vitalNames]), sign: fc.boolean(), air: fc.boolean() }),
  ),
  ([world, blanked]) => blankingIsNeverMilder(world, blanked, unitedStates),
)

inParts(
  'a sign or a baseline beside a reading raises its grade or leaves it',
  { records: 200_000, aPart: 50_000, seed: 42_000 },
  worlds,
  (world) => moreIsNeverMilder(world, unitedStates),
)
