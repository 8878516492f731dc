/** Rows of a protocol as short texts, for whoever compares two versions of it. @module */
import { isObject } from '../judgement/context.ts'
import { canonical } from '../kernel/digest.ts'
import type { DoseLine, Interval, Limit, Protocol, ProtocolPhase } from '../kernel/protocol.ts'
import type { Amount } from '../kernel/rule.ts'

/** One row of a protocol: where it stands, what it says in short, and all of it. */
export interface ProtocolPart {
  /** `version`, `limits.one-a-day`, `phases.induction.doses.1`. */
  readonly of: string
  readonly text: string
  readonly whole: string
  /** Its members as texts; none of what is no row. */
  readonly fields: ReadonlyMap<string, string>
  /** A change of it is told by the members that changed, and not by the short text. */
  readonly byField: boolean
}

/** The members in which two texts of one row differ, before and after. */
export function fieldsThatDiffer(was: ProtocolPart, now: ProtocolPart): readonly [string, string] {
  const names = [...new Set([...was.fields.keys(), ...now.fields.keys()])]
  const changed = names.filter((name) => was.fields.get(name) !== now.fields.get(name))
  const told = ({ fields }: ProtocolPart): string =>
    changed.map((name) => `${name}: ${fields.get(name) ?? 'not said'}`).join('; ')
  return changed.length === 0 ? [was.whole, now.whole] : [told(was), told(now)]
}

function fieldsOf(row: unknown): ReadonlyMap<string, string> {
  if (!isObject(row) || Array.isArray(row)) return new Map()
  return new Map(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, inWords(value)]])),
  )
}

/** A value without the signs of a data format: `fact dose-esk-trd-day1, source PI19`. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(' | ')
  if (!isObject(value)) return String(value)
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `${name} ${inWords(one)}`)
    .join(', ')
}

/** Every part of a protocol a course can depend on, in the order in which it stands there. */
export function partsOf(protocol: Protocol): readonly ProtocolPart[] {
  const { phases, limits, assessments, adjuncts, studied, age, effective, indications } = protocol
  const part: Make = (of, text, row, byField = false) => ({
    of,
    text,
    whole: canonical(row),
    fields: fieldsOf(row),
    byField,
  })
  const plain = (of: string, value: unknown): readonly ProtocolPart[] =>
    value === undefined ? [] : [part(of, inWords(value), value)]
  return [
    ...plain('id', protocol.id),
    ...plain('version', protocol.version),
    ...plain('product', protocol.product),
    ...plain('indications', indications),
    ...plain('age', age),
    ...plain('effective', effective),
    ...plain('beyond', protocol.beyond),
    ...limits.map((row) => part(`limits.${row.id}`, limitText(row), row, true)),
    ...phases.flatMap((phase) => partsOfPhase(phase, part)),
    ...assessments.map((row) => part(`assessments.${row.id}`, row.label, row, true)),
    ...adjuncts.map((row) =>
      part(`adjuncts.${row.id}.${row.effective.from}`, `${row.label}, ${row.need}`, row),
    ),
    ...studied.map((row) => part(`studied.${row.id}`, `${row.days.from} to ${row.days.to} d`, row)),
  ]
}

type Make = (of: string, text: string, row: unknown, byField?: boolean) => ProtocolPart

function partsOfPhase(phase: ProtocolPhase, part: Make): readonly ProtocolPart[] {
  const { id, label, kind, weeks, sessions, makesUp, next, certainty, sources } = phase
  const own = { label, kind, weeks, sessions, makesUp, next, certainty, sources }
  const under = `phases.${id}`
  return [
    part(under, phaseText(phase), own),
    ...phase.intervals.map((row) => part(`${under}.intervals.${row.id}`, intervalText(row), row)),
    ...phase.limits.map((row) => part(`${under}.limits.${row.id}`, limitText(row), row, true)),
    ...phase.doses.map((row, at) => part(`${under}.doses.${at + 1}`, doseText(row), row)),
    ...phase.checkpoints.map((row) =>
      part(`${under}.checkpoints.${row.id}`, `${row.label}, ${inWords(row.at)}`, row, true),
    ),
    ...phase.missed.map((row) => part(`${under}.missed.${row.id}`, `${row.when}: ${row.option}`, row, true)),
  ]
}

function phaseText({ label, weeks, sessions, next }: ProtocolPhase): string {
  const length = [
    weeks === undefined ? [] : [`${weeks} weeks`],
    sessions === undefined ? [] : [`${sessions} sessions`],
  ].flat()
  return [
    label,
    ...(length.length === 0 ? ['open'] : length),
    next === undefined ? 'last' : `then ${next}`,
  ].join(', ')
}

function amountText(amount: Amount): string {
  return 'policy' in amount ? amount.policy : `${amount.value} ${amount.unit}`
}

function intervalText({ sessions, weeks, early, late }: Interval): string {
  return `${sessions} in ${weeks} wk, early ${amountText(early)}, late ${amountText(late)}`
}

function limitText(limit: Limit): string {
  if (limit.kind !== 'most-sessions') return `${limit.kind} ${amountText(limit.amount)}, ${limit.in}`
  const window = 'window' in limit ? ` ${amountText(limit.window)}` : ''
  return `${limit.kind} ${limit.count}, ${limit.in}${window}`
}

/** The doses of a line, in short. */
export function doseText({ amounts, over, note }: DoseLine): string {
  const doses = 'values' in amounts ? amounts.values.join(' or ') : `${amounts.least} to ${amounts.most}`
  const length = over === undefined ? '' : ` over ${over.value} ${over.unit}`
  return `${doses} ${amounts.unit}${length}${note === undefined ? '' : ` (${note})`}`
}

/** The doses a phase allows in the session of this number. */
export function dosesOf(phase: ProtocolPhase | undefined, number: number): readonly DoseLine[] {
  return (phase?.doses ?? []).filter(
    ({ sessions: { from, to } }) => from <= number && number <= (to ?? Number.POSITIVE_INFINITY),
  )
}
