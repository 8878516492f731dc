/** The laws of scoring, over many instruments and forms. */
import fc from 'fast-check'
import { filled } from '../measure/arbitrary.ts'
import {
  agreesPlainly,
  answersTheSameTwice,
  knowingLessMakesNobodySurer,
  marksWhatItFills,
  orderSaysNothing,
  raisingNeverLowers,
  staysInRange,
} from '../measure/laws.ts'
import { inParts } from './parts.ts'

const size = { records: 200_000, aPart: 40_000 }
const anything = filled({ odd: true, stated: true })
const readable = filled({ odd: false, stated: true })
const keys = fc.array(fc.nat(100), { minLength: 1, maxLength: 8 })

inParts('a total lies in its range', { ...size, seed: 60_000 }, anything, staysInRange)
inParts('what was filled is marked', { ...size, seed: 61_000 }, anything, marksWhatItFills)
inParts(
  'raising an item never lowers the total or the band',
  { ...size, seed: 62_000 },
  fc.tuple(readable, fc.nat()),
  ([one, pick]) => raisingNeverLowers(one, pick),
)
inParts(
  'taking an answer away completes nothing and makes nobody surer',
  { ...size, seed: 63_000 },
  fc.tuple(readable, fc.nat()),
  ([one, pick]) => knowingLessMakesNobodySurer(one, pick),
)
inParts(
  'the order of a list says nothing',
  { ...size, seed: 64_000 },
  fc.tuple(anything, keys),
  ([one, order]) => orderSaysNothing(one, order),
)
inParts(
  'the same form gives the same bytes, and stays as it was',
  { ...size, seed: 65_000 },
  anything,
  answersTheSameTwice,
)
inParts('the engine and the plain scorer agree', { ...size, seed: 66_000 }, anything, agreesPlainly)
