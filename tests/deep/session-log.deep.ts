/** The laws of a log, over many of them, and the machine of a visit against a second one. */
import fc from 'fast-check'
import { events, logs } from '../session/arbitrary.ts'
import {
  fallenClock,
  lostTimesReadyNobody,
  nothingIsAhead,
  nothingIsLost,
  orderChangesNothing,
  originalsReplay,
  repeatingChangesNothing,
  stateIsPlain,
  wholeVisit,
} from '../session/log-laws.ts'
import { bothAgree, ordinarySteps, runs } from '../session/machine.ts'
import { inParts } from './parts.ts'

const moment = fc.integer({ min: 470, max: 1439 })

/** As many logs for each law. */
const many = (seed: number) => ({ records: 200_000, aPart: 50_000, seed })

inParts(
  'the place of an entry in the array plays no part',
  many(20_000),
  fc.tuple(logs(14), fc.nat(), moment),
  ([session, seed, minutes]) => orderChangesNothing(session, seed, minutes),
)
inParts('a log sent twice is the same log', many(21_000), fc.tuple(logs(12), moment), ([session, minutes]) =>
  repeatingChangesNothing(session, minutes),
)
inParts(
  'the originals that counted tell the same once more',
  many(22_000),
  logs(12, { clocks: true }),
  originalsReplay,
)
inParts(
  'every entry counts or is listed with its reason',
  many(23_000),
  fc.tuple(logs(14), moment),
  ([session, minutes]) => nothingIsLost(session, minutes),
)
inParts(
  'nothing of later counts, and no duration is negative',
  many(24_000),
  fc.tuple(logs(14), moment),
  ([session, minutes]) => nothingIsAhead(session, minutes),
)
inParts('a state is plain and frozen, and its log stays as it was', many(25_000), logs(8), stateIsPlain)
inParts(
  'losing times makes nobody ready',
  many(26_000),
  fc.tuple(events(6, { clocks: true }), fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 4 })),
  ([extra, lost]) => lostTimesReadyNobody(extra, lost),
)

/** From further than the longest gap between two entries of the visit, each fall is one. */
inParts(
  'a clock that fell back leaves no time of its recorder standing',
  many(27_000),
  fc.tuple(
    fc.integer({ min: 1, max: wholeVisit().length - 1 }),
    fc.double({ min: 67, max: 400, noNaN: true }),
  ),
  ([place, minutes]) => fallenClock(place, minutes),
)

// Some ten entries a run: two million in all.
inParts(
  'two machines agree on every entry, and none leads to ready without what has to be seen',
  { records: 200_000, aPart: 10_000, seed: 28_000 },
  fc.tuple(runs(20), fc.nat({ max: ordinarySteps })),
  ([list, steps]) => bothAgree(list, steps),
)
