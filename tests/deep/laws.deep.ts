/** The laws of every judgement, over many records. */
import fc from 'fast-check'
import { worlds } from '../screening/arbitrary.ts'
import {
  addingLiftsNothing,
  changesLift,
  contraindications,
  findingsReplay,
  freshOnTheSameFacts,
  inputsStay,
  orderChangesNothing,
  overridesCount,
  refutingLiftsNothing,
  resultIsPlain,
  wordAgrees,
} from '../screening/laws.ts'
import { inParts } from './parts.ts'

inParts(
  'adding a recorded contraindication never lifts a verdict',
  { records: 25_000, aPart: 5_000, seed: 10_000 },
  fc.tuple(worlds(6), contraindications),
  ([world, added]) => addingLiftsNothing(world, added),
)

inParts(
  'a refuted entry beside a confirmed one lifts nothing',
  { records: 15_000, aPart: 5_000, seed: 11_000 },
  worlds(8),
  refutingLiftsNothing,
)

inParts(
  'order and repetition change nothing',
  { records: 15_000, aPart: 5_000, seed: 12_000 },
  fc.tuple(worlds(10), fc.array(fc.nat(1000), { minLength: 5, maxLength: 12 })),
  ([world, numbers]) => orderChangesNothing(world, numbers),
)

inParts(
  'the word is the word of the decision',
  { records: 10_000, aPart: 5_000, seed: 13_000 },
  worlds(8),
  wordAgrees,
)
inParts(
  'a decision is plain and frozen',
  { records: 5_000, aPart: 2_500, seed: 14_000 },
  worlds(8),
  resultIsPlain,
)
inParts('inputs stay as they were', { records: 4_000, aPart: 2_000, seed: 15_000 }, worlds(6), inputsStay)
inParts(
  'findings replay from themselves',
  { records: 6_000, aPart: 2_000, seed: 16_000 },
  worlds(8),
  findingsReplay,
)
inParts('what would change lifts', { records: 5_000, aPart: 2_500, seed: 17_000 }, worlds(6), changesLift)
inParts('overrides mark and lapse', { records: 5_000, aPart: 2_500, seed: 18_000 }, worlds(6), overridesCount)
inParts(
  'a decision is fresh on the same facts',
  { records: 4_000, aPart: 2_000, seed: 19_000 },
  worlds(6),
  freshOnTheSameFacts,
)
