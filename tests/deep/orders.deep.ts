/** The laws of orders, over many of them. */
import {
  blanked,
  blankingLiftsNothing,
  climbing,
  moreIsNotMilder,
  namelessLiftsNothing,
  orderSaysNothing,
  sprays,
  worlds,
} from '../screening/dose-laws.ts'
import { inParts } from './parts.ts'

inParts(
  'what is blanked makes no rule answer otherwise, and lets no order through',
  { records: 200_000, aPart: 10_000, seed: 710_000 },
  blanked,
  blankingLiftsNothing,
)

inParts(
  'a plan that names no indication lets nothing through',
  { records: 200_000, aPart: 20_000, seed: 720_000 },
  sprays,
  namelessLiftsNothing,
)

inParts(
  'a larger dose by weight is never looked at more mildly',
  { records: 200_000, aPart: 20_000, seed: 730_000 },
  climbing,
  moreIsNotMilder,
)

inParts(
  'the order of earlier doses and of weights says nothing',
  { records: 200_000, aPart: 10_000, seed: 740_000 },
  worlds,
  orderSaysNothing,
)
