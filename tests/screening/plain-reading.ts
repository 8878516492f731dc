/**
 * A record read the slow way: one question at a time, in words, straight from the written meaning of each entry.
 *
 * The second implementation of `src/patient`. It shares nothing with it but types; time, quantities and names of code
 * systems come from the kernel. @module
 */
import { systemOf } from '../../src/kernel/coding.ts'
import type { Content, Policy } from '../../src/kernel/content.ts'
import type { Codes, FactRow, ListName } from '../../src/kernel/fact.ts'
import { valueIn } from '../../src/kernel/quantity.ts'
import type {
  Age,
  Amount,
  Comparison,
  DailyAmount,
  Graded,
  Has,
  Leaf,
  Measured,
  Since,
  Span,
  Stated,
  Takes,
} from '../../src/kernel/rule.ts'
import {
  addDays,
  addMonths,
  ageOn,
  civilDayAt,
  instantMs,
  type Range,
  whenRangeMs,
} from '../../src/kernel/time.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import type {
  AllergyEntry,
  ConditionEntry,
  MedicineEntry,
  ObservationEntry,
  Patient,
  ProcedureEntry,
  Statement,
} from '../../src/patient/patient.schema.ts'

/** A record, and what it is read with. */
export interface Asked {
  readonly patient: Patient
  readonly content: Content
  readonly policy: Policy
  readonly asOf: string
  readonly zone: string
}

/** The answer of a record to one question. */
export function plainAnswer(leaf: Leaf, asked: Asked): Truth {
  switch (leaf.kind) {
    case 'has':
      return has(leaf, asked)
    case 'since':
      return since(leaf, asked)
    case 'takes':
      return takes(leaf, asked)
    case 'measured':
      return measured(leaf, asked)
    case 'age':
      return age(leaf, asked)
    case 'stated':
      return stated(leaf, asked)
    case 'graded':
      return graded(leaf, asked)
    case 'daily-amount':
      return dailyAmount(leaf, asked)
  }
}

// --- Time.

const fiveMinutes = 300_000
const now = (asked: Asked): number => instantMs(asked.asOf)
const today = (asked: Asked): string => civilDayAt(now(asked), asked.zone)
const rangeOf = (when: string | undefined, asked: Asked): Range | undefined =>
  when === undefined ? undefined : whenRangeMs(when, asked.zone)
const isAhead = (range: Range, asked: Asked): boolean => range.from > now(asked) + fiveMinutes

type Length = Exclude<Span, { readonly policy: string }>

/** Whether a moment lies at or after the start of the span that ends now; `after` leaves the start itself out. */
function lies(where: 'at-or-after' | 'after', ms: number, span: Length, asked: Asked): boolean {
  if (span.unit === 'min' || span.unit === 'h') {
    const elapsed = now(asked) - ms
    const most = span.value * (span.unit === 'h' ? 60 : 1) * 60_000
    return where === 'after' ? elapsed < most : elapsed <= most
  }
  const months = span.unit === 'mo' ? span.value : span.unit === 'a' ? 12 * span.value : 0
  const days = span.unit === 'd' ? span.value : span.unit === 'wk' ? 7 * span.value : 0
  const first = months > 0 ? addMonths(today(asked), -months) : addDays(today(asked), -days)
  const day = civilDayAt(ms, asked.zone)
  return where === 'after' ? day > first : day >= first
}

/** Whether all, none or some of what a recorded time can mean is young enough. */
function isFresh(range: Range, span: Length, asked: Asked): Truth {
  const early = lies('at-or-after', range.from, span, asked)
  const late = lies('at-or-after', range.to, span, asked)
  if (early) return 'yes'
  return late ? 'unknown' : 'no'
}

// --- Numbers of the site.

const units = ['min', 'h', 'd', 'wk', 'mo', 'a'] as const

function policyNumber(name: string, asked: Asked): { readonly value: number; readonly unit: string } {
  const found = asked.policy.numbers[name]
  if (found === undefined) throw new Error(`the policy has no ${name}`)
  return found
}

function lengthOf(span: Span, asked: Asked): Length {
  if (!('policy' in span)) return span
  const { value, unit } = policyNumber(span.policy, asked)
  const known = units.find((one) => one === unit)
  if (known === undefined) throw new Error(`${span.policy} is no length of time`)
  return { value, unit: known }
}

const limitOf = (limit: Amount, asked: Asked) =>
  'policy' in limit ? policyNumber(limit.policy, asked) : limit

type Side = 'above' | 'at-least' | 'below' | 'at-most'

function sideOf(is: Comparison, asked: Asked): Side {
  if (typeof is === 'string') return is
  const strict = asked.policy.edges[is.edge] === 'strict'
  if (is.side === 'above') return strict ? 'above' : 'at-least'
  return strict ? 'below' : 'at-most'
}

// Written decimals as whole numbers of one scale, so that nothing is lost on the way to a comparison.
function wholeNumbers(numbers: readonly number[]): readonly bigint[] {
  const parts = numbers.map((number) => {
    const [mantissa = '0', exponent = '0'] = number.toExponential().split('e')
    const [whole = '0', digits = ''] = mantissa.split('.')
    return { digits: BigInt(whole + digits), power: Number(exponent) - digits.length }
  })
  const least = Math.min(...parts.map((part) => part.power))
  return parts.map((part) => part.digits * 10n ** BigInt(part.power - least))
}

function stands(left: bigint, is: Side, right: bigint): boolean {
  if (left === right) return is === 'at-least' || is === 'at-most'
  return left > right ? is === 'above' || is === 'at-least' : is === 'below' || is === 'at-most'
}

// --- Codes.

type Kind = 'core' | 'history' | 'confirm'
const kinds: readonly Kind[] = ['core', 'history', 'confirm']

interface Coding {
  readonly system: string
  readonly code: string
}

function isFamilyCode(coding: Coding): boolean {
  const system = systemOf(coding.system)
  if (system === 'icd-10-cm') {
    const [head = '', tail, ...more] = coding.code.split('.')
    if (more.length > 0 || tail === '') return false
    if (tail !== undefined && head.length !== 3) return false
    const all = head + (tail ?? '')
    return all.length <= 7 && /^[A-Z][0-9][0-9A-Z]+$/.test(all)
  }
  if (system === 'atc') {
    const levels = [
      /^[A-Z]$/,
      /^[A-Z]\d\d$/,
      /^[A-Z]\d\d[A-Z]$/,
      /^[A-Z]\d\d[A-Z]{2}$/,
      /^[A-Z]\d\d[A-Z]{2}\d\d$/,
    ]
    return levels.some((level) => level.test(coding.code))
  }
  return false
}

function isIn(set: Codes, coding: Coding): boolean {
  if (systemOf(coding.system) !== set.system) return false
  if (set.system !== 'icd-10-cm' && set.system !== 'atc') return set.codes.includes(coding.code)
  if (!isFamilyCode(coding)) return false
  const bare = (code: string) => (set.system === 'icd-10-cm' ? code.split('.').join('') : code)
  const under = (families: readonly string[]) =>
    families.some((family) => bare(coding.code).startsWith(bare(family)))
  return under(set.codes) && !under(set.except ?? [])
}

const rowOf = (fact: string, content: Content): FactRow | undefined =>
  content.facts.find((row) => row.id === fact)

/** A fact and everything it includes, however deep. */
function membersOf(
  fact: string,
  content: Content,
  seen: ReadonlySet<string> = new Set(),
): readonly FactRow[] {
  const row = rowOf(fact, content)
  if (row === undefined || seen.has(fact)) return []
  const known = new Set([...seen, fact])
  return [row, ...(row.includes ?? []).flatMap((member) => membersOf(member, content, known))]
}

// The only thing that is remembered: which facts a code speaks of. Looking it up again changes nothing but the time.
const spoken = new WeakMap<Content, Map<string, ReadonlyMap<string, ReadonlySet<Kind>>>>()

/** The facts a code speaks of, and as what. */
function factsOf(coding: Coding, content: Content): ReadonlyMap<string, ReadonlySet<Kind>> {
  const known = spoken.get(content) ?? new Map<string, ReadonlyMap<string, ReadonlySet<Kind>>>()
  spoken.set(content, known)
  const key = `${coding.system} ${coding.code}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const own = content.facts.map((row) => {
    const as = kinds.filter((kind) => (row[kind] ?? []).some((set) => isIn(set, coding)))
    return [row.id, new Set(as)] as const
  })
  const found = new Map<string, Set<Kind>>()
  for (const [id, as] of own) {
    if (as.size === 0) continue
    for (const row of content.facts) {
      if (!membersOf(row.id, content).some((member) => member.id === id)) continue
      found.set(row.id, new Set([...(found.get(row.id) ?? []), ...as]))
    }
  }
  known.set(key, found)
  return found
}

// --- Entries and what their status says.

interface Standing {
  readonly now: Truth
  readonly ever: Truth
}

type Entry = ConditionEntry | MedicineEntry | AllergyEntry | ProcedureEntry

/** An entry that counts, with its list. Those that never count are not here. */
interface Listed {
  readonly list: ListName
  readonly entry: Entry
  readonly standing: Standing
  /** When what it tells of took place, by the field that says so. */
  readonly happened: string | undefined
}

const answers = (now: Truth, ever: Truth): Standing => ({ now, ever })
const possibly = (standing: Standing): Standing => ({
  now: standing.now === 'no' ? 'no' : 'unknown',
  ever: standing.ever === 'no' ? 'no' : 'unknown',
})

function ofCondition(entry: ConditionEntry): Standing | undefined {
  if (['refuted', 'entered-in-error'].includes(entry.verification)) return undefined
  const over = ['inactive', 'remission', 'resolved'].includes(entry.clinical)
  const going = ['active', 'recurrence', 'relapse'].includes(entry.clinical)
  const standing = answers(going ? 'yes' : over ? 'no' : 'unknown', 'yes')
  return entry.verification === 'confirmed' ? standing : possibly(standing)
}

function ofAllergy(entry: AllergyEntry): Standing | undefined {
  if (['refuted', 'entered-in-error'].includes(entry.verification)) return undefined
  const going: Truth = entry.clinical === 'active' ? 'yes' : entry.clinical === 'unknown' ? 'unknown' : 'no'
  const standing = answers(going, 'yes')
  return ['confirmed', 'presumed'].includes(entry.verification) ? standing : possibly(standing)
}

function ofMedicine(entry: MedicineEntry): Standing | undefined {
  if (['plan', 'proposal', 'prohibited'].includes(entry.intent)) return undefined
  if (['draft', 'intended', 'not-taken', 'entered-in-error'].includes(entry.status)) return undefined
  if (['on-hold', 'unknown'].includes(entry.status)) return answers('unknown', 'unknown')
  const going = entry.status === 'active'
  // A cancelled order may have been begun.
  const standing = answers(going ? 'yes' : 'no', entry.status === 'cancelled' ? 'unknown' : 'yes')
  return entry.intent === 'unknown' ? possibly(standing) : standing
}

function ofProcedure(entry: ProcedureEntry): Standing | undefined {
  if (['planned', 'not-done', 'entered-in-error'].includes(entry.status)) return undefined
  return ['completed', 'in-progress'].includes(entry.status)
    ? answers('yes', 'yes')
    : answers('unknown', 'unknown')
}

function entriesOf(patient: Patient): readonly Listed[] {
  const found: {
    list: ListName
    entry: Entry
    standing: Standing | undefined
    happened: string | undefined
  }[] = [
    ...(patient.conditions ?? []).map((entry) => ({
      list: 'conditions' as const,
      entry,
      standing: ofCondition(entry),
      happened: entry.onset,
    })),
    ...(patient.medicines ?? []).map((entry) => ({
      list: 'medicines' as const,
      entry,
      standing: ofMedicine(entry),
      happened: entry.recordedAt,
    })),
    ...(patient.allergies ?? []).map((entry) => ({
      list: 'allergies' as const,
      entry,
      standing: ofAllergy(entry),
      happened: entry.recordedAt,
    })),
    ...(patient.procedures ?? []).map((entry) => ({
      list: 'procedures' as const,
      entry,
      standing: ofProcedure(entry),
      happened: entry.performed,
    })),
  ]
  return found.flatMap((one) => (one.standing === undefined ? [] : [{ ...one, standing: one.standing }]))
}

/** The entries that speak of a fact, each with how its codes speak of it. */
function hitsOf(row: FactRow, asked: Asked): readonly (Listed & { readonly as: ReadonlySet<Kind> })[] {
  return entriesOf(asked.patient)
    .filter((one) => row.lists.includes(one.list))
    .map((one) => {
      const as = (one.entry.codes ?? []).flatMap((coding) => [
        ...(factsOf(coding, asked.content).get(row.id) ?? []),
      ])
      return { ...one, as: new Set(as) }
    })
    .filter((one) => one.as.size > 0)
}

/** The surest of several answers for: yes, else unknown, else no. */
function strongest(all: readonly Truth[]): Truth {
  if (all.includes('yes')) return 'yes'
  return all.includes('unknown') ? 'unknown' : 'no'
}

/** What an entry says of a fact: the most that any of its codes says. */
function says(hit: Listed & { readonly as: ReadonlySet<Kind> }, when: 'current' | 'ever'): Truth {
  const { now, ever } = hit.standing
  if (when === 'ever') {
    return strongest([
      hit.as.has('core') || hit.as.has('history') ? ever : 'no',
      hit.as.has('confirm') ? 'unknown' : 'no',
    ])
  }
  const doubtful: Truth = now === 'no' ? 'no' : 'unknown'
  return strongest([hit.as.has('core') ? now : 'no', hit.as.has('confirm') ? doubtful : 'no'])
}

// --- Lists that answer no.

/** Whether what is not on its lists is not there. */
function listsSayNo(row: FactRow, when: 'current' | 'ever', asked: Asked): boolean {
  return (
    row.lists.length > 0 &&
    row.needsStatement !== true &&
    row.lists.every((list) => isSettled(list, when, asked))
  )
}

function isSettled(list: ListName, when: 'current' | 'ever', asked: Asked): boolean {
  const isEmpty = asked.patient[list]?.length === 0
  const spoken = attested(list, asked)
  const isWhole = spoken.complete.length > 0 || (isEmpty && spoken.noneKnown.length > 0)
  return isWhole && unreadIn(list, when, asked).length === 0
}

type Part = 'complete' | 'read' | 'noneKnown'

/** When a list was called complete, read, and without anything to list: what still speaks of a list that came whole. */
function attested(list: ListName, asked: Asked): Readonly<Record<Part, readonly Range[]>> {
  const { patient } = asked
  const isWhole = patient[list] !== undefined && patient.incomplete?.includes(list) !== true
  const longest = lengthOf({ policy: 'attestation-max-age' }, asked)
  const all = isWhole ? (patient.attestations ?? []).filter((one) => one.list === list) : []
  const spoken = (part: Part): readonly Range[] =>
    all
      .flatMap((one) => rangeOf(one[part]?.at, asked) ?? [])
      .filter((range) => !isAhead(range, asked) && isFresh(range, longest, asked) === 'yes')
  return { complete: spoken('complete'), read: spoken('read'), noneKnown: spoken('noneKnown') }
}

/** The entries of a list that count, that nobody can place, and that nobody read since they were written. */
function unreadIn(list: ListName, when: 'current' | 'ever', asked: Asked): readonly Entry[] {
  const { read } = attested(list, asked)
  return entriesOf(asked.patient)
    .filter((one) => one.list === list)
    .filter((one) => when === 'ever' || one.standing.now !== 'no')
    .map((one) => one.entry)
    .filter((entry) => !isPlaced(entry, asked))
    .filter((entry) => !isLegible(entry) || !read.some((range) => covers(surely(range, asked), entry, asked)))
}

function isPlaced(entry: Entry, asked: Asked): boolean {
  return (entry.codes ?? []).some((coding) => isFamilyCode(coding) || factsOf(coding, asked.content).size > 0)
}

const isLegible = (entry: Entry): boolean => (entry.codes ?? []).length > 0 || entry.text !== undefined

/** What was said or read on a day was so at its end; what was said or read in a month or a year perhaps at its start. */
function surely({ from, to }: Range, asked: Asked): number {
  return civilDayAt(from, asked.zone) === civilDayAt(to, asked.zone) ? to : from
}

// An entry may be as young as its date allows; without a date it is of now. Clocks may differ by five minutes.
function covers(until: number, entry: Entry, asked: Asked): boolean {
  const youngest = Math.min(rangeOf(entry.recordedAt, asked)?.to ?? now(asked), now(asked))
  return youngest <= until + fiveMinutes
}

// --- Statements.

interface Said {
  readonly answer: Truth
  /** Where in time its last word lies, at most now. */
  readonly from: number
  readonly to: number
  /** An entry written up to here was there when it was said. */
  readonly until: number
  readonly stale: boolean
}

type Voice = (statement: Statement) => Truth

/** Statements about a fact: its own, and what was not denied about its members. */
function statementsAbout(fact: string, asked: Asked): readonly Statement[] {
  const members = membersOf(fact, asked.content).map((row) => row.id)
  return (asked.patient.statements ?? []).filter(
    (one) => one.fact === fact || (one.answer !== 'no' && members.includes(one.fact)),
  )
}

/**
 * What the newest of some statements says.
 *
 * All that may be the newest count: those no other is surely after. They agree, or were made at one time, when the more
 * cautious of them stands, or one is so cautious that it stands whether they are older or of its time, or nobody knows.
 */
function newest(
  all: readonly Statement[],
  maxAge: Length | undefined,
  voice: Voice,
  asked: Asked,
  cautious: 'yes' | 'no' = 'yes',
): Said | undefined {
  const said = all.map((one) => weighed(one, maxAge, voice, cautious, asked))
  const mayBeLast = said.filter((one) => !said.some((other) => other.from > one.to))
  const [first] = mayBeLast
  if (first === undefined) return undefined
  const words = mayBeLast.map((one) => one.answer)
  const isOneTime = mayBeLast.every((one) => isOneTimeWith(first, one))
  const order = [cautious, 'unknown', first.answer] as const
  const mostCautious = order.find((word) => words.includes(word)) ?? 'unknown'
  const end = Math.max(...mayBeLast.map((one) => one.to))
  const outweighs = mayBeLast.some((one) => one.from === end && one.answer === mostCautious)
  const answer = words.every((word) => word === first.answer)
    ? first.answer
    : isOneTime || outweighs
      ? mostCautious
      : 'unknown'
  return {
    answer,
    from: Math.max(...mayBeLast.map((one) => one.from)),
    to: Math.max(...mayBeLast.map((one) => one.to)),
    until: Math.max(...mayBeLast.map((one) => one.until)),
    stale: mayBeLast.every((one) => one.stale),
  }
}

// One instant, or one day: in one month they are not of one time.
const isOneTimeWith = (a: Said, b: Said): boolean => a.from === b.from && a.to === b.to && b.until >= b.to

function weighed(
  statement: Statement,
  maxAge: Length | undefined,
  voice: Voice,
  cautious: 'yes' | 'no',
  asked: Asked,
): Said {
  const range = rangeOf(statement.at, asked)
  const instant = now(asked)
  const unknown = { answer: 'unknown', stale: false } as const
  if (range === undefined || isAhead(range, asked))
    return { ...unknown, from: instant, to: instant, until: instant }
  const at = {
    from: Math.min(range.from, instant),
    to: Math.min(range.to, instant),
    until: surely(range, asked),
  }
  const fresh = maxAge === undefined ? 'yes' : isFresh(range, maxAge, asked)
  if (fresh !== 'yes') return { ...unknown, ...at, stale: fresh === 'no' }
  const answer = voice(statement)
  // What lets the plan go on is no answer where nobody knows who gave it.
  const permits = answer !== 'unknown' && answer !== cautious && statement.by === 'unknown'
  return { answer: permits ? 'unknown' : answer, ...at, stale: false }
}

const itself: Voice = (statement) => statement.answer ?? 'unknown'

/**
 * The answer of entries and statements together.
 *
 * @param found - what the entries say for the fact: yes, possibly, or nothing
 * @param when - whether it is asked of now, or of ever
 */
function together(row: FactRow, when: When, found: Truth, asked: Asked): Truth {
  const all = statementsAbout(row.id, asked)
  const by = (...speakers: readonly Statement['by'][]) => all.filter((one) => speakers.includes(one.by))
  const nobody = [...new Map(by('unknown').map((one) => [sorted(one), one])).values()]
  if (nobody.length > 4) return 'unknown'
  const answers = new Set(
    everyWay(nobody, by('clinician'), by('patient', 'device', 'import')).map(([clinicians, others]) =>
      weighedTogether({ row, when, found, clinicians, others }, asked),
    ),
  )
  const [only = 'unknown', ...more] = answers
  return more.length === 0 ? only : 'unknown'
}

type Speakers = readonly [clinicians: readonly Statement[], others: readonly Statement[]]

/** Every way in which what nobody is known to have said may have been said by a clinician, or by somebody else. */
function everyWay(
  nobody: readonly Statement[],
  clinicians: readonly Statement[],
  others: readonly Statement[],
): readonly Speakers[] {
  const [first, ...rest] = nobody
  if (first === undefined) return [[clinicians, others]]
  return [
    ...everyWay(rest, [...clinicians, first], others),
    ...everyWay(rest, clinicians, [...others, first]),
  ]
}

type When = 'current' | 'ever'

interface Voices {
  readonly row: FactRow
  readonly found: Truth
  readonly when: When
  readonly clinicians: readonly Statement[]
  readonly others: readonly Statement[]
}

function weighedTogether({ row, found, when, clinicians, others }: Voices, asked: Asked): Truth {
  const maxAge =
    row.statementMaxAge === undefined ? undefined : lengthOf({ policy: row.statementMaxAge }, asked)
  if (row.favourable === true)
    return forThePlan(
      newest(clinicians, maxAge, itself, asked, 'no'),
      newest(others, maxAge, itself, asked, 'no'),
      found,
      found === 'no' && asked.patient.statements !== undefined ? absent(row, when, asked) : 'unknown',
    )
  const clinician = newest(clinicians, maxAge, itself, asked)
  const other = newest(others, maxAge, itself, asked)
  const entries = found === 'no' ? absent(row, when, asked) : found
  const codes = found === 'yes' ? 'yes' : 'unknown'
  const first = clinician === undefined ? entries : clinician.stale ? codes : clinician.answer
  const isHeard =
    other !== undefined && (clinician === undefined || clinician.stale || other.to >= clinician.from)
  if (!isHeard) return first
  const isAfter =
    clinician === undefined ||
    clinician.stale ||
    other.from >= clinician.to ||
    isOneTimeWith(other, clinician)
  if (other.answer === 'yes') return isAfter || first === 'yes' ? 'yes' : 'unknown'
  if (other.answer === 'unknown') return first === 'yes' ? 'yes' : 'unknown'
  const settles =
    clinician === undefined &&
    found === 'no' &&
    areThere(row, asked) &&
    row.lists.every((list) => unreadIn(list, when, asked).every((entry) => covers(other.until, entry, asked)))
  return settles ? 'no' : first
}

/**
 * Whether something speaks for the plan.
 *
 * A clinician says so; or somebody else does, and an entry says the same. A no of anybody is heard, unless a clinician
 * spoke after it.
 *
 * @param silent - the answer where nobody said anything
 */
function forThePlan(
  clinician: Said | undefined,
  other: Said | undefined,
  found: Truth,
  silent: Truth,
): Truth {
  if (clinician === undefined) {
    if (other === undefined) return silent
    if (other.answer === 'yes') return found === 'yes' ? 'yes' : 'unknown'
    return other.answer
  }
  if (clinician.stale) return other?.answer === 'no' ? 'no' : 'unknown'
  const { answer } = clinician
  if (other === undefined || other.to < clinician.from || answer === 'no' || other.answer === 'yes')
    return answer
  const isAfter = other.from >= clinician.to || isOneTimeWith(other, clinician)
  return other.answer === 'no' && isAfter ? 'no' : 'unknown'
}

const areThere = (row: FactRow, asked: Asked): boolean =>
  row.lists.every((list) => asked.patient[list] !== undefined)

// --- The questions.

function knownRow(fact: string, asked: Asked): FactRow {
  const row = rowOf(fact, asked.content)
  if (row === undefined) throw new Error(`the pack has no fact ${fact}`)
  return row
}

function has(leaf: Has, asked: Asked): Truth {
  const row = knownRow(leaf.fact, asked)
  const found = strongest(hitsOf(row, asked).map((hit) => aged(says(hit, leaf.when), hit.entry, row, asked)))
  return together(row, leaf.when, found, asked)
}

/** A yes that is too old to speak for today, or of an unknown day, is only a possibility. */
function aged(answer: Truth, entry: Entry, row: FactRow, asked: Asked): Truth {
  if (answer !== 'yes' || row.entryMaxAge === undefined) return answer
  const range = rangeOf(entry.recordedAt, asked)
  if (range === undefined || isAhead(range, asked)) return 'unknown'
  return isFresh(range, lengthOf({ policy: row.entryMaxAge }, asked), asked) === 'yes' ? 'yes' : 'unknown'
}

function absent(row: FactRow, when: 'current' | 'ever', asked: Asked): Truth {
  if (listsSayNo(row, when, asked)) return 'no'
  return row.askedOf === 'childbearing' && areThere(row, asked) && cannotBear(asked) ? 'no' : 'unknown'
}

function cannotBear(asked: Asked): boolean {
  const { patient } = asked
  if (patient.sex === 'male') return true
  const years = patient.birthDate === undefined ? undefined : ageOn(patient.birthDate, today(asked))
  const from = policyNumber('childbearing-age-from', asked).value
  const to = policyNumber('childbearing-age-to', asked).value
  if (years !== undefined && (years.most < from || years.least > to)) return true
  return newest(statementsAbout('pregnancy-possible', asked), undefined, itself, asked)?.answer === 'no'
}

function since(leaf: Since, asked: Asked): Truth {
  const row = knownRow(leaf.fact, asked)
  const span = lengthOf(leaf.span, asked)
  const is = sideOf(leaf.is, asked)
  const found = hitsOf(row, asked).map((hit): Truth => {
    const certain = says(hit, 'ever')
    if (certain === 'no') return 'no'
    const range = rangeOf(hit.happened, asked)
    if (range === undefined || isAhead(range, asked)) return 'unknown'
    if (is === 'above' || is === 'at-least') return 'unknown'
    const inside = (ms: number) => lies(is === 'below' ? 'after' : 'at-or-after', ms, span, asked)
    if (!inside(range.to)) return 'no'
    return inside(range.from) ? certain : 'unknown'
  })
  return together(row, 'ever', strongest(found), asked)
}

function takes(leaf: Takes, asked: Asked): Truth {
  if (leaf.within === undefined) return has({ kind: 'has', fact: leaf.fact, when: 'current' }, asked)
  const row = knownRow(leaf.fact, asked)
  const window = lengthOf(leaf.within, asked)
  const found = hitsOf(row, asked).map((hit): Truth => {
    const certain = says(hit, 'ever')
    const current = aged(says(hit, 'current'), hit.entry, row, asked)
    if (current === 'yes') return 'yes'
    if (hit.standing.now !== 'no') return 'unknown'
    const last = 'intent' in hit.entry ? (hit.entry.lastTaken ?? hit.entry.period?.end) : undefined
    const range = rangeOf(last, asked)
    if (range === undefined || isAhead(range, asked)) return 'unknown'
    const fresh = isFresh(range, window, asked)
    if (fresh === 'no') return 'no'
    return fresh === 'yes' ? certain : 'unknown'
  })
  return together(row, 'ever', strongest(found), asked)
}

function dailyAmount(leaf: DailyAmount, asked: Asked): Truth {
  const row = knownRow(leaf.fact, asked)
  const taken = has({ kind: 'has', fact: leaf.fact, when: 'current' }, asked)
  const limit = limitOf(leaf.limit, asked)
  const is = sideOf(leaf.is, asked)
  const known = (milligrams: number): boolean => {
    const [sum = 0n, line = 0n] = wholeNumbers([Math.round(milligrams * 1e9) / 1e9, limit.value])
    return stands(sum, is, line)
  }
  if (taken === 'no') return known(0) ? 'yes' : 'no'
  if (taken === 'unknown') return 'unknown'
  // One entry, however often it stands there.
  const current = new Map(
    hitsOf(row, asked)
      .filter((hit) => says(hit, 'current') !== 'no')
      .map((hit) => [sorted(hit.entry), hit] as const),
  )
  const doses = [...current.values()].map((hit) =>
    says(hit, 'current') === 'yes' ? equivalent(hit.entry, leaf, asked) : undefined,
  )
  const sum = doses.reduce<number>((total, dose) => total + (dose ?? 0), 0)
  const all =
    doses.length > 0 &&
    !doses.includes(undefined) &&
    row.lists.every((list) => isSettled(list, 'current', asked))
  if (all) return known(sum) ? 'yes' : 'no'
  // More can only be added: a sum that is over the limit stays over it.
  const upward = is === 'above' || is === 'at-least'
  return known(sum) === upward ? (upward ? 'yes' : 'no') : 'unknown'
}

/** Milligrams of the reference medicine a day, or nothing where the dose or the medicine is not in the table. */
function equivalent(entry: Entry, leaf: DailyAmount, asked: Asked): number | undefined {
  const id =
    typeof leaf.equivalents === 'string' ? leaf.equivalents : asked.policy.choices[leaf.equivalents.policy]
  const table = asked.content.equivalents.find((one) => one.id === id)
  const dose = 'intent' in entry ? entry.dose?.perDay : undefined
  const value = dose === undefined ? undefined : valueIn(dose, 'mg')
  if (table === undefined || value === undefined) return undefined
  const per = table.rows[table.reference] ?? table.per.value
  const each = (entry.codes ?? [])
    .flatMap((coding) => [...factsOf(coding, asked.content).keys()])
    .map((fact) => (Object.hasOwn(table.rows, fact) ? table.rows[fact] : undefined))
    .find((milligrams) => milligrams !== undefined)
  return each === undefined ? undefined : (value * per) / each
}

/** JSON with the names of members in one order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

function age(leaf: Age, asked: Asked): Truth {
  const { birthDate } = asked.patient
  const years = birthDate === undefined ? undefined : ageOn(birthDate, today(asked))
  if (years === undefined) return 'unknown'
  const limit = limitOf(leaf.limit, asked).value
  const is = sideOf(leaf.is, asked)
  const both = [years.least, years.most].map((one) => stands(BigInt(one), is, BigInt(limit)))
  if (both.every((one) => one)) return 'yes'
  return both.some((one) => one) ? 'unknown' : 'no'
}

function stated(leaf: Stated, asked: Asked): Truth {
  return asStated(leaf, itself, asked)
}

function graded(leaf: Graded, asked: Asked): Truth {
  const voice: Voice = (statement) => {
    if (statement.grade !== undefined) return leaf.among.includes(statement.grade) ? 'yes' : 'no'
    return statement.answer === 'no' ? 'no' : 'unknown'
  }
  return asStated(leaf, voice, asked)
}

function asStated(leaf: Stated | Graded, voice: Voice, asked: Asked): Truth {
  const row = knownRow(leaf.fact, asked)
  const span =
    leaf.maxAge ?? (row.statementMaxAge === undefined ? undefined : { policy: row.statementMaxAge })
  const maxAge = span === undefined ? undefined : lengthOf(span, asked)
  const all = statementsAbout(leaf.fact, asked)
  const said = newest(all, maxAge, voice, asked, row.favourable === true ? 'no' : 'yes')
  if (said !== undefined) return wasFoundSince(said.until, row, asked) ? 'unknown' : said.answer
  return leaf.onlyIfRecorded === true && asked.patient.statements !== undefined ? 'no' : 'unknown'
}

/** Whether what an answer speaks of was found again after it. */
function wasFoundSince(until: number, { speaksOf }: FactRow, asked: Asked): boolean {
  if (speaksOf === undefined) return false
  return statementsAbout(speaksOf, asked).some((one) => {
    const range = rangeOf(one.at, asked)
    const found = range === undefined || isAhead(range, asked) ? now(asked) : range.to
    return Math.min(found, now(asked)) > until
  })
}

// --- Readings.

interface Read {
  readonly answer: Truth
  readonly from: number
  readonly to: number
  /** Without a date that can be used it counts as taken now, and never as old. */
  readonly placed: boolean
}

function measured(leaf: Measured, asked: Asked): Truth {
  const { patient } = asked
  if (patient.observations === undefined) return 'unknown'
  const all = patient.observations.filter(
    (one) => one.name === leaf.fact && !['entered-in-error', 'cancelled'].includes(one.status),
  )
  if (all.length === 0) {
    const known = leaf.onlyIfRecorded === true && patient.incomplete?.includes('observations') !== true
    return known ? 'no' : 'unknown'
  }
  const reads = all.map((one) => readOf(one, leaf, asked))
  return leaf.pick === 'latest' ? latest(reads, leaf, asked) : worst(reads, leaf, asked)
}

function latest(reads: readonly Read[], leaf: Measured, asked: Asked): Truth {
  const maxAge = lengthOf(leaf.maxAge, asked)
  const last = Math.max(...reads.map((one) => one.from))
  const tied = reads.filter((one) => one.to >= last)
  return strongest(
    tied.map((one) => {
      if (!one.placed || isFresh(one, maxAge, asked) === 'yes') return one.answer
      return one.answer === 'no' && leaf.onlyIfRecorded === true ? 'no' : 'unknown'
    }),
  )
}

function worst(reads: readonly Read[], leaf: Measured, asked: Asked): Truth {
  const window = lengthOf(leaf.maxAge, asked)
  const inside = reads.flatMap((one): Truth[] => {
    const fresh = one.placed ? isFresh(one, window, asked) : 'yes'
    if (fresh === 'no') return []
    return fresh === 'yes' || one.answer === 'no' ? [one.answer] : ['unknown']
  })
  return inside.length === 0 ? 'unknown' : strongest(inside)
}

function readOf(entry: ObservationEntry, leaf: Measured, asked: Asked): Read {
  const range = rangeOf(entry.at, asked)
  if (range === undefined || isAhead(range, asked)) {
    return { answer: 'unknown', from: now(asked), to: now(asked), placed: false }
  }
  const at = { from: Math.min(range.from, now(asked)), to: Math.min(range.to, now(asked)), placed: true }
  const usable = entry.status !== 'unknown' && !isCrossed(entry, asked)
  return { ...at, answer: usable ? compared(entry, leaf, asked) : 'unknown' }
}

function compared(entry: ObservationEntry, leaf: Measured, asked: Asked): Truth {
  if (entry.value === undefined || entry.absent !== undefined) return 'unknown'
  const limit = limitOf(leaf.limit, asked)
  const is = sideOf(leaf.is, asked)
  const sides = leaf.relativeTo === undefined ? absolute(entry, limit) : relative(entry, limit)
  if (sides === undefined) return 'unknown'
  const yes = stands(sides[0], is, sides[1])
  if (entry.bound === undefined) return yes ? 'yes' : 'no'
  const upward = is === 'above' || is === 'at-least'
  if (entry.bound === 'above') return yes === upward ? (yes ? 'yes' : 'no') : 'unknown'
  return yes === upward ? 'unknown' : yes ? 'yes' : 'no'
}

type Sides = readonly [bigint, bigint]

function absolute(entry: ObservationEntry, limit: { value: number; unit: string }): Sides | undefined {
  const value = entry.value === undefined ? undefined : valueIn(entry.value, limit.unit)
  if (value === undefined) return undefined
  const [left = 0n, right = 0n] = wholeNumbers([value, limit.value])
  return [left, right]
}

// So many times the laboratory's own limit: compared as a product, so that no division has to be rounded.
function relative(entry: ObservationEntry, limit: { value: number }): Sides | undefined {
  const { value, upperLimit } = entry
  if (value === undefined || upperLimit === undefined || upperLimit.value <= 0) return undefined
  const number = valueIn(value, upperLimit.unit)
  if (number === undefined) return undefined
  const [left = 0n, upper = 0n] = wholeNumbers([number, upperLimit.value])
  const [times = 0n, one = 1n] = wholeNumbers([limit.value, 1])
  return [left * one, upper * times]
}

/** A pressure whose other pressure is not on the right side of it, or may not be, is no reading. */
function isCrossed(entry: ObservationEntry, asked: Asked): boolean {
  const pair = ['systolic-pressure', 'diastolic-pressure']
  if (!pair.includes(entry.name) || entry.value === undefined) return false
  const other = pair.find((name) => name !== entry.name)
  return (asked.patient.observations ?? [])
    .filter((one) => one.name === other && !['entered-in-error', 'cancelled'].includes(one.status))
    .filter((one) => mayBeOneCuff(entry, one))
    .some((one) => !areInOrder(entry, one))
}

function mayBeOneCuff(a: ObservationEntry, b: ObservationEntry): boolean {
  if (a.group !== undefined || b.group !== undefined) return a.group === b.group
  return a.at === undefined || b.at === undefined || a.at === b.at
}

function areInOrder(a: ObservationEntry, b: ObservationEntry): boolean {
  const [systolic, diastolic] = a.name === 'systolic-pressure' ? [a, b] : [b, a]
  if (systolic.value === undefined || diastolic.value === undefined) return false
  const high = valueIn(systolic.value, 'mm[Hg]')
  const low = valueIn(diastolic.value, 'mm[Hg]')
  return high !== undefined && low !== undefined && high > low
}
