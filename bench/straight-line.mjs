/**
 * The limit: what somebody would write by hand for exactly these 40 rules and nothing else.
 *
 * It reads the parsed record directly, answers with the same three values for the same reasons, and shares no code
 * with the engine but the reading of rare date forms. @module
 */
import { instantMs, startOfDayMs, whenRangeMs } from '../src/kernel/time.ts'
import {
  agesAsStatement,
  agingEntry,
  asOf,
  attestationMaxAgeDays,
  codesOfCondition,
  codesOfMedicine,
  conditionFacts,
  medicineFacts,
  readingMaxAgeDays,
  statementMaxAgeDays,
  washedOut,
  washOutDays,
  zone,
} from './tables.mjs'

const NO = 0
const YES = 1
const OPEN = 2

// --- Cut-offs, worked out once for the time of the judgement.

const today = asOf.slice(0, 10)
const now = instantMs(asOf)
const ahead = now + 300_000
const daysAgo = (days) =>
  new Date(Date.UTC(+today.slice(0, 4), +today.slice(5, 7) - 1, +today.slice(8) - days))
    .toISOString()
    .slice(0, 10)
const cutOff = (days) => startOfDayMs(daysAgo(days), zone)
const attestedSince = cutOff(attestationMaxAgeDays)
const statedSince = cutOff(statementMaxAgeDays)
const recordedSince = cutOff(365)
const readSince = cutOff(readingMaxAgeDays)
const washedSince = daysAgo(washOutDays)
const washedSinceMs = cutOff(washOutDays)

// --- Codes. One look-up gives every fact a code leads to, as bits.

const bit = (at) => 1 << at
const exact = new Map()
const families = []

function addExact(code, part) {
  const known = exact.get(code) ?? { core: 0, history: 0, confirm: 0, medicine: 0 }
  exact.set(code, {
    core: known.core | (part.core ?? 0),
    history: known.history | (part.history ?? 0),
    confirm: known.confirm | (part.confirm ?? 0),
    medicine: known.medicine | (part.medicine ?? 0),
  })
}

for (const at of conditionFacts.keys()) {
  const codes = codesOfCondition(at)
  for (const code of codes.exact) addExact(code, { core: bit(at) })
  for (const code of codes.history) addExact(code, { history: bit(at) })
  for (const code of codes.families) families.push({ code, except: codes.except, core: bit(at) })
  for (const code of codes.confirm) families.push({ code, except: [], confirm: bit(at) })
}
for (const at of medicineFacts.keys()) {
  const codes = codesOfMedicine(at)
  const bits = bit(at) | (at < 4 ? bit(10) : 0) // m10 is their class
  for (const code of codes.exact) addExact(code, { medicine: bits })
  families.push({ code: codes.family, except: [], medicine: bits })
}

const placed = new Map()

/** What a code leads to; undefined where it cannot be placed. */
function lookUp(system, code) {
  const known = placed.get(code)
  if (known !== undefined) return known
  let found = exact.get(code)
  if (system.includes('icd-10') || system.includes('atc')) {
    found = { core: 0, history: 0, confirm: 0, medicine: 0 }
    for (const family of families) {
      if (!code.startsWith(family.code) || family.except.some((left) => code.startsWith(left))) continue
      found.core |= family.core ?? 0
      found.confirm |= family.confirm ?? 0
      found.medicine |= family.medicine ?? 0
    }
  }
  if (found !== undefined) placed.set(code, found)
  return found
}

// --- Times.

const two = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
const monthDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Milliseconds of an instant that the door has checked. */
function msOf(text) {
  if (text.charCodeAt(19) === 46) return instantMs(text)
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const y = month <= 2 ? year - 1 : year
  const leaps = ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0)
  const day = year * 365 + leaps + monthDays[month - 1] + two(text, 8) - 719_528
  let minutes = two(text, 11) * 60 + two(text, 14)
  const sign = text.charCodeAt(19)
  if (sign !== 90) {
    const offset = two(text, 20) * 60 + two(text, 23)
    minutes += sign === 45 ? offset : -offset
  }
  return ((day * 1440 + minutes) * 60 + two(text, 17)) * 1000
}

// First and last millisecond of the date read last; in a table, so that no number has to be boxed.
const range = new Float64Array(2)

/** Writes to `range`; false where there is no date. */
function rangeOf(text) {
  if (text === undefined) return false
  if (text.length > 10) {
    range[0] = range[1] = msOf(text)
    return true
  }
  const wide = whenRangeMs(text, zone)
  range[0] = wide.from
  range[1] = wide.to
  return true
}

// --- What is known of a record, in numbers that are used for one record after another.

let coreYes = 0 // bits of conditions: has now
let coreMaybe = 0
let everYes = 0
let everMaybe = 0
let takesYes = 0 // bits of medicines
let takesMaybe = 0
let tookYes = 0
let tookMaybe = 0
let recentYes = 0 // taken within the wash-out
let recentMaybe = 0
let settledConditionsNow = false
let settledConditionsEver = false
let settledMedicinesNow = false
let settledMedicinesEver = false
let conditionsPresent = false
let medicinesPresent = false
let ageLeast = 0
let ageMost = 0 // -1: unknown

// Answers of people, by fact: conditions first, then medicines.
const facts = conditionFacts.length + medicineFacts.length
const places = new Map([...conditionFacts, ...medicineFacts].map((id, at) => [id, at]))
const ages = [...conditionFacts, ...medicineFacts].map(agesAsStatement)
const firstAnswer = new Int8Array(facts).fill(-1)
const firstStale = new Uint8Array(facts)
const firstMs = new Float64Array(facts)
const secondAnswer = new Int8Array(facts).fill(-1)
const secondMs = new Float64Array(facts)
let statedFacts = []

const names = { 'systolic-pressure': 0, 'diastolic-pressure': 1, 'heart-rate': 2, 'oxygen-saturation': 3 }
const newest = new Float64Array(4)
const highest = new Float64Array(4)
const lowest = new Float64Array(4)
const unread = new Uint8Array(4)
const fresh = new Uint8Array(4)
const obsName = new Uint8Array(256)
const obsFrom = new Float64Array(256)
const obsTo = new Float64Array(256)
const obsValue = new Float64Array(256)

const agingBit = bit(conditionFacts.indexOf(agingEntry))
const washedBits = washedOut.reduce((bits, id) => bits | bit(medicineFacts.indexOf(id)), 0)

let attestedConditions = false
let attestedMedicines = false
const readUpTo = new Float64Array(2)

function readAttestations(record) {
  attestedConditions = false
  attestedMedicines = false
  readUpTo.fill(-1)
  const { attestations, incomplete } = record
  if (attestations === undefined) return
  for (let at = 0; at < attestations.length; at += 1) {
    const attestation = attestations[at]
    const list = attestation.list
    if (list !== 'conditions' && list !== 'medicines') continue
    if (record[list] === undefined || incomplete?.includes(list)) continue
    const none = record[list].length === 0 && counts(attestation.noneKnown)
    if (counts(attestation.complete) || none) {
      if (list === 'conditions') attestedConditions = true
      else attestedMedicines = true
    }
    if (counts(attestation.read)) {
      const which = list === 'conditions' ? 0 : 1
      readUpTo[which] = Math.max(readUpTo[which], range[1])
    }
  }
}

function counts(part) {
  return part !== undefined && rangeOf(part.at) && range[0] <= ahead && range[0] >= attestedSince
}

/** Whether an entry nobody could place leaves the facts of its list open. */
function staysOpen(entry, which) {
  const upTo = readUpTo[which]
  if (upTo < 0 || ((entry.codes === undefined || entry.codes.length === 0) && entry.text === undefined))
    return true
  const written = rangeOf(entry.recordedAt) ? Math.min(range[0], now) : now
  return written > upTo + 300_000
}

function readConditionList(record) {
  coreYes = coreMaybe = everYes = everMaybe = 0
  settledConditionsNow = settledConditionsEver = attestedConditions
  conditionsPresent = record.conditions !== undefined
  if (!conditionsPresent) return
  for (let of = 0; of < record.conditions.length; of += 1) {
    const entry = record.conditions[of]
    const { verification, clinical, codes } = entry
    if (verification === 'refuted' || verification === 'entered-in-error') continue
    const sure = verification === 'confirmed'
    const active = clinical === 'active' || clinical === 'recurrence' || clinical === 'relapse'
    const current = active || clinical === 'unknown'
    let core = 0
    let history = 0
    let confirm = 0
    let isPlaced = false
    if (codes !== undefined) {
      for (let at = 0; at < codes.length; at += 1) {
        const code = codes[at]
        const found = lookUp(code.system, code.code)
        if (found === undefined) continue
        isPlaced = true
        core |= found.core
        history |= found.history
        confirm |= found.confirm
      }
    }
    if (!isPlaced && staysOpen(entry, 0)) {
      settledConditionsEver = false
      if (current) settledConditionsNow = false
    }
    let old = 0
    if (((core | history) & agingBit) !== 0) {
      const isFresh = rangeOf(entry.recordedAt) && range[0] <= ahead && range[0] >= recordedSince
      if (!isFresh) old = agingBit
    }
    everMaybe |= confirm
    if (current) coreMaybe |= confirm
    if (sure) {
      everYes |= (core | history) & ~old
      everMaybe |= (core | history) & old
      if (active) {
        coreYes |= core & ~old
        coreMaybe |= core & old
      } else if (current) coreMaybe |= core
    } else {
      everMaybe |= core | history
      if (current) coreMaybe |= core
    }
  }
}

function readMedicineList(record) {
  takesYes = takesMaybe = tookYes = tookMaybe = recentYes = recentMaybe = 0
  settledMedicinesNow = settledMedicinesEver = attestedMedicines
  medicinesPresent = record.medicines !== undefined
  if (!medicinesPresent) return
  for (let of = 0; of < record.medicines.length; of += 1) {
    const entry = record.medicines[of]
    const { status, intent, codes } = entry
    if (intent === 'plan' || intent === 'proposal' || intent === 'prohibited') continue
    let current = NO
    let ever = YES
    switch (status) {
      case 'active':
        current = YES
        break
      case 'on-hold':
      case 'unknown':
        current = ever = OPEN
        break
      case 'cancelled':
        ever = OPEN
        break
      case 'completed':
      case 'stopped':
        break
      default:
        continue
    }
    if (intent === 'unknown') {
      ever = OPEN
      if (current === YES) current = OPEN
    }
    let bits = 0
    let isPlaced = false
    if (codes !== undefined) {
      for (let at = 0; at < codes.length; at += 1) {
        const code = codes[at]
        const found = lookUp(code.system, code.code)
        if (found === undefined) continue
        isPlaced = true
        bits |= found.medicine
      }
    }
    if (!isPlaced && staysOpen(entry, 1)) {
      settledMedicinesEver = false
      if (current !== NO) settledMedicinesNow = false
    }
    if (current === YES) takesYes |= bits
    else if (current === OPEN) takesMaybe |= bits
    if (ever === YES) tookYes |= bits
    else tookMaybe |= bits
    if ((bits & washedBits) !== 0) {
      if (current !== NO) recentMaybe |= bits
      else {
        const recent = takenWithin(entry)
        if (recent === YES && ever === YES) recentYes |= bits
        else if (recent !== NO) recentMaybe |= bits
      }
    }
  }
}

function takenWithin(entry) {
  const last = entry.lastTaken ?? entry.period?.end
  if (last === undefined) return OPEN
  if (last.length === 10) return last >= washedSince ? YES : NO
  rangeOf(last)
  if (range[0] >= washedSinceMs) return YES
  return range[1] < washedSinceMs ? NO : OPEN
}

function readStatements(record) {
  for (const at of statedFacts) {
    firstAnswer[at] = -1
    secondAnswer[at] = -1
  }
  if (statedFacts.length > 0) statedFacts = []
  if (record.statements === undefined) return
  for (let of = 0; of < record.statements.length; of += 1) {
    const statement = record.statements[of]
    const at = places.get(statement.fact)
    if (at === undefined) continue
    readStatement(statement, at)
    // A yes about a medicine is one about its class, a no is not.
    if (statement.answer !== 'no' && at >= 23 && at < 27) readStatement(statement, 33)
  }
}

const caution = [0, 2, 1]

function readStatement(statement, at) {
  const dated = rangeOf(statement.at)
  const usable = dated && range[0] <= ahead
  const ms = usable ? Math.min(range[1], now) : now
  const stale = usable && ages[at] && range[0] < statedSince
  let answer = statement.answer === 'yes' ? YES : statement.answer === 'no' ? NO : OPEN
  if (!usable || stale || (answer === NO && statement.by === 'unknown')) answer = OPEN
  statedFacts.push(at)
  if (statement.by === 'clinician' || statement.by === 'unknown') {
    const isOld = stale && range[1] < statedSince ? 1 : 0
    if (firstAnswer[at] === -1 || ms > firstMs[at]) {
      firstAnswer[at] = answer
      firstStale[at] = isOld
      firstMs[at] = ms
    } else if (ms === firstMs[at]) {
      if (caution[answer] > caution[firstAnswer[at]]) firstAnswer[at] = answer
      firstStale[at] &= isOld
    }
  } else if (secondAnswer[at] === -1 || ms > secondMs[at]) {
    secondAnswer[at] = answer
    secondMs[at] = ms
  } else if (ms === secondMs[at] && caution[answer] > caution[secondAnswer[at]]) secondAnswer[at] = answer
}

/** What people said, joined with what the entries say. */
function joined(at, found, settled, present) {
  const entries = found === NO && !settled ? OPEN : found
  const first = firstAnswer[at]
  const second = secondAnswer[at]
  let answer = entries
  if (first !== -1) answer = firstStale[at] === 1 ? (found === YES ? YES : OPEN) : first
  if (second !== -1 && !(first !== -1 && firstStale[at] === 0 && secondMs[at] < firstMs[at])) {
    if (second === YES) return YES
    if (second === OPEN) return answer === YES ? YES : OPEN
    if (found === NO && first === -1 && present) return NO
  }
  return answer
}

function readObservations(record) {
  newest.fill(-1)
  const list = record.observations
  if (list === undefined) return
  let count = 0
  for (let at = 0; at < list.length; at += 1) {
    const entry = list[at]
    const name = names[entry.name]
    if (name === undefined || entry.status === 'entered-in-error' || entry.status === 'cancelled') continue
    let value = Number.NaN
    if (!rangeOf(entry.at) || range[0] > ahead) {
      obsFrom[count] = obsTo[count] = now
    } else {
      obsFrom[count] = Math.min(range[0], now)
      obsTo[count] = Math.min(range[1], now)
      // Every reading of these records is in the unit of its rule.
      if (entry.status !== 'unknown' && entry.value !== undefined && entry.absent === undefined)
        value = entry.value.value
      if (name < 2 && isInverted(entry, name, list)) value = Number.NaN
    }
    obsName[count] = name
    obsValue[count] = value
    if (newest[name] < obsFrom[count]) newest[name] = obsFrom[count]
    count += 1
  }
  for (let name = 0; name < 4; name += 1) {
    highest[name] = Number.NEGATIVE_INFINITY
    lowest[name] = Number.POSITIVE_INFINITY
    unread[name] = 0
    fresh[name] = newest[name] >= readSince ? 1 : 0
  }
  for (let at = 0; at < count; at += 1) {
    const name = obsName[at]
    if (obsTo[at] < newest[name]) continue
    const value = obsValue[at]
    if (Number.isNaN(value)) unread[name] = 1
    else {
      if (value > highest[name]) highest[name] = value
      if (value < lowest[name]) lowest[name] = value
    }
  }
}

function isInverted(entry, name, list) {
  if (entry.value === undefined) return false
  const other = name === 0 ? 'diastolic-pressure' : 'systolic-pressure'
  for (let at = 0; at < list.length; at += 1) {
    const partner = list[at]
    if (partner.name !== other || partner.value === undefined) continue
    if (partner.status === 'entered-in-error' || partner.status === 'cancelled') continue
    const grouped = entry.group !== undefined || partner.group !== undefined
    if (grouped ? entry.group !== partner.group : entry.at !== partner.at) continue
    if (name === 0 ? entry.value.value <= partner.value.value : entry.value.value >= partner.value.value)
      return true
  }
  return false
}

function readAge(record) {
  const born = record.birthDate
  ageMost = -1
  if (born === undefined) return
  const earliest = born.length === 4 ? `${born}-01-01` : born.length === 7 ? `${born}-01` : born
  ageMost = years(earliest)
  ageLeast = ageMost
  if (born.length === 10) return
  const latest = born.length === 4 ? `${born}-12-31` : `${born}-31` // a 31st that is none compares alike
  ageLeast = years(latest < today ? latest : today)
}

const thisYear = two(today, 0) * 100 + two(today, 2)
const thisDay = two(today, 5) * 100 + two(today, 8)

function years(born) {
  const passed = thisDay < two(born, 5) * 100 + two(born, 8) ? 1 : 0
  return thisYear - two(born, 0) * 100 - two(born, 2) - passed
}

/** Reads a record into the numbers above. */
function read(record) {
  readAttestations(record)
  readConditionList(record)
  readMedicineList(record)
  readStatements(record)
  readObservations(record)
  readAge(record)
}

const conditionEver = (at) => {
  const b = 1 << at
  const found = everYes & b ? YES : everMaybe & b ? OPEN : NO
  if (firstAnswer[at] !== -1 || secondAnswer[at] !== -1) {
    return joined(at, found, settledConditionsEver, conditionsPresent)
  }
  return found === NO && !settledConditionsEver ? OPEN : found
}
const conditionNow = (at) => {
  const b = 1 << at
  const found = coreYes & b ? YES : coreMaybe & b ? OPEN : NO
  if (firstAnswer[at] !== -1 || secondAnswer[at] !== -1) {
    return joined(at, found, settledConditionsNow, conditionsPresent)
  }
  return found === NO && !settledConditionsNow ? OPEN : found
}
const medicineNow = (at) => {
  const b = 1 << at
  const found = takesYes & b ? YES : takesMaybe & b ? OPEN : NO
  if (firstAnswer[23 + at] !== -1 || secondAnswer[23 + at] !== -1) {
    return joined(23 + at, found, settledMedicinesNow, medicinesPresent)
  }
  return found === NO && !settledMedicinesNow ? OPEN : found
}
const medicineWithin = (at) => {
  const b = 1 << at
  const current = medicineNow(at)
  if (current === YES) return YES
  const found = tookYes & b ? YES : tookMaybe & b ? OPEN : NO
  let past = found === NO && !settledMedicinesEver ? OPEN : found
  if (firstAnswer[23 + at] !== -1 || secondAnswer[23 + at] !== -1) {
    past = joined(23 + at, found, settledMedicinesEver, medicinesPresent)
  }
  if (past === NO) return current
  if (found === NO) return past
  if (recentYes & b) return YES
  return current === OPEN || recentMaybe & b || !settledMedicinesEver ? OPEN : NO
}

const above = (name, limit) => {
  if (newest[name] < 0) return OPEN
  if (fresh[name] === 0) return OPEN
  return highest[name] > limit ? YES : unread[name] === 1 ? OPEN : NO
}
const atLeast = (name, limit) => {
  if (newest[name] < 0) return OPEN
  if (fresh[name] === 0) return OPEN
  return highest[name] >= limit ? YES : unread[name] === 1 ? OPEN : NO
}
const below = (name, limit) => {
  if (newest[name] < 0) return OPEN
  if (fresh[name] === 0) return OPEN
  return lowest[name] < limit ? YES : unread[name] === 1 ? OPEN : NO
}
const olderThan = (limit) => (ageMost < 0 ? OPEN : ageLeast >= limit ? YES : ageMost < limit ? NO : OPEN)
const youngerThan = (limit) => (ageMost < 0 ? OPEN : ageMost < limit ? YES : ageLeast >= limit ? NO : OPEN)

const both = (a, b) => (a === NO || b === NO ? NO : a === OPEN || b === OPEN ? OPEN : YES)
const either = (a, b) => (a === YES || b === YES ? YES : a === OPEN || b === OPEN ? OPEN : NO)

const SYSTOLIC = 0
const DIASTOLIC = 1
const PULSE = 2
const OXYGEN = 3

/** The 40 answers of a record, one byte a rule. */
export function judge(record, out) {
  read(record)
  out[0] = conditionEver(0)
  out[1] = conditionEver(1)
  out[2] = conditionEver(2)
  out[3] = conditionEver(3)
  out[4] = conditionEver(4)
  out[5] = conditionEver(5)
  out[6] = conditionEver(6)
  out[7] = conditionEver(7)
  out[8] = conditionEver(8)
  out[9] = conditionEver(9)
  out[10] = conditionNow(10)
  out[11] = conditionNow(11)
  out[12] = conditionNow(12)
  out[13] = conditionNow(13)
  out[14] = conditionNow(14)
  out[15] = conditionNow(15)
  out[16] = medicineNow(0)
  out[17] = medicineNow(1)
  out[18] = medicineNow(2)
  out[19] = medicineNow(3)
  out[20] = medicineWithin(4)
  out[21] = medicineWithin(5)
  out[22] = medicineNow(10)
  out[23] = atLeast(SYSTOLIC, 140)
  out[24] = above(DIASTOLIC, 90)
  out[25] = atLeast(SYSTOLIC, 180)
  out[26] = above(PULSE, 110)
  out[27] = below(PULSE, 50)
  out[28] = below(OXYGEN, 92)
  out[29] = youngerThan(18)
  out[30] = olderThan(65)
  out[31] = both(conditionNow(16), medicineNow(6))
  out[32] = both(either(conditionNow(17), conditionNow(18)), out[23])
  out[33] = either(conditionEver(19), both(conditionNow(20), out[30]))
  out[34] = both(out[22], medicineNow(7))
  out[35] = either(medicineNow(8), medicineNow(9))
  out[36] = both(out[30], either(atLeast(SYSTOLIC, 160), atLeast(DIASTOLIC, 100)))
  out[37] = both(conditionNow(21), either(out[16], either(out[17], out[18])))
  out[38] = either(below(OXYGEN, 90), both(out[11], above(PULSE, 100)))
  out[39] = both(out[2], both(above(SYSTOLIC, 130), olderThan(40)))
}

const number = (name, list) =>
  newest[name] < 0 || fresh[name] === 0 || unread[name] === 1 ? null : list[name]

/**
 * The facts of a record, laid flat for engines that do not read records: 0 no, 1 yes, 2 unknown; null an unknown number.
 *
 * The time this takes is not counted for them, though it is counted for us.
 */
export function flatFacts(record) {
  read(record)
  const flat = {}
  for (const [at, id] of conditionFacts.entries()) {
    flat[`${id}Now`] = conditionNow(at)
    flat[`${id}Ever`] = conditionEver(at)
  }
  for (const [at, id] of medicineFacts.entries()) flat[`${id}Now`] = medicineNow(at)
  for (const id of washedOut) flat[`${id}Within`] = medicineWithin(medicineFacts.indexOf(id))
  flat.systolic = number(SYSTOLIC, highest)
  flat.diastolic = number(DIASTOLIC, highest)
  flat.pulse = number(PULSE, highest)
  flat.oxygen = number(OXYGEN, lowest)
  flat.ageLeast = ageMost < 0 ? null : ageLeast
  flat.ageMost = ageMost < 0 ? null : ageMost
  return flat
}
