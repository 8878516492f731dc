/** Readings: vital signs, laboratory values, scores, and coded answers. @module */
import { checkBounds } from '../../kernel/bounds.ts'
import {
  type CodeRow,
  enteredInError,
  foreignSubject,
  noCodeRead,
  statusNotKnown,
  unitNotRead,
  valueImpossible,
  valueNotRead,
} from '../../kernel/codes.ts'
import { systemOf } from '../../kernel/coding.ts'
import { plainNumber } from '../../kernel/quantity.ts'
import { panelCodes, readingCodes, type StatementCode, statementCodes } from '../../patient/codes.ts'
import type { ObservationEntry } from '../../patient/patient.schema.ts'
import { type Concept, codesIn, conceptOf, wordsOf } from './concept.ts'
import { Dates, type Desk, type Draft, keptWith, leftOut, type Outcome, origin, type Sent } from './entry.ts'
import { compact, keptText, listOf, type Members, member, membersOf, textOf } from './json.ts'
import { quantityOf } from './quantity.ts'
import { absentReasons, codeStatus, observationStatus, statusSystems } from './status.ts'

const factOf: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  readingCodes.map(({ code, fact }) => [code, fact]),
)

/** The facts the codes of a reading stand for: one, as a rule; two of them leave it open which one it is. */
function namesOf(concept: Concept): { readonly facts: readonly string[]; readonly panel: readonly string[] } {
  const facts = new Set<string>()
  const panel = new Set<string>()
  for (const { system, code } of concept.codes) {
    if (systemOf(system) !== 'loinc') continue
    const fact = factOf.get(code)
    if (fact !== undefined) facts.add(fact)
    if (Object.hasOwn(panelCodes, code)) for (const part of panelCodes[code] ?? []) panel.add(part)
  }
  return { facts: [...facts], panel: [...panel] }
}

const valueNames = [
  'valueQuantity',
  'valueCodeableConcept',
  'valueString',
  'valueBoolean',
  'valueInteger',
  'valueRange',
  'valueRatio',
  'valueSampledData',
  'valueTime',
  'valueDateTime',
  'valuePeriod',
]

type Value = Pick<ObservationEntry, 'value' | 'bound' | 'absent' | 'upperLimit'>

/** A value or the reason why there is none, for a reading of one fact. */
function readingOf(
  node: Members,
  fact: string,
): { readonly value: Value; readonly row: CodeRow | undefined } {
  const given = valueNames.filter((name) => member(node, name) !== undefined)
  const reason = member(node, 'dataAbsentReason')
  if (reason !== undefined) {
    const [code = ''] = codesIn(reason, statusSystems.dataAbsent)
    const absent = Object.hasOwn(absentReasons, code) ? absentReasons[code] : undefined
    // A value beside the reason why there is none: neither can be relied on.
    return { value: { absent: absent ?? 'unknown' }, row: given.length > 0 ? valueNotRead : undefined }
  }
  if (given.length === 0) return { value: { absent: 'unknown' }, row: undefined }
  if (given.length > 1 || given[0] !== 'valueQuantity') {
    return { value: { absent: 'not-readable' }, row: valueNotRead }
  }
  const read = quantityOf(member(node, 'valueQuantity'))
  if (!read.ok) {
    return {
      value: { absent: read.error === unitNotRead ? 'unit-unknown' : 'not-readable' },
      row: read.error,
    }
  }
  const { quantity, bound } = read.value
  const check = checkBounds(fact, quantity)
  if (check === 'impossible') return { value: { absent: 'out-of-bounds' }, row: valueImpossible }
  if (check === 'wrong-unit') return { value: { absent: 'unit-unknown' }, row: unitNotRead }
  return { value: { value: quantity, bound, upperLimit: upperLimitOf(node) }, row: undefined }
}

/** A value that is not used, in words: it stays in sight as it was entered. */
function enteredAs(node: Members): string | undefined {
  const written = textOf(member(node, 'valueString'))
  const quantity = membersOf(member(node, 'valueQuantity'))
  const number = quantity === undefined ? undefined : member(quantity, 'value')
  if (quantity === undefined || typeof number !== 'number') return written
  const unit = textOf(member(quantity, 'unit')) ?? textOf(member(quantity, 'code')) ?? ''
  return `${textOf(member(quantity, 'comparator')) ?? ''}${plainNumber(number)} ${unit}`.trim()
}

// One range that is the laboratory's normal one; of several, or of one for some patients only, none is chosen.
function upperLimitOf(node: Members): ObservationEntry['upperLimit'] {
  const ranges = listOf(member(node, 'referenceRange')).filter((range) => member(range, 'high') !== undefined)
  const [range] = ranges
  if (range === undefined || ranges.length !== 1) return undefined
  if (member(range, 'appliesTo') !== undefined || member(range, 'age') !== undefined) return undefined
  const type = member(range, 'type')
  const meaning = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning'
  if (type !== undefined && !codesIn(type, meaning).includes('normal')) return undefined
  const high = quantityOf(member(range, 'high'))
  return high.ok && high.value.bound === undefined ? high.value.quantity : undefined
}

/** When a reading was taken: of a period the start, because it makes the reading older, never fresher. */
function takenAt(resource: Members, dates: Dates): string | undefined {
  const at =
    dates.read(member(resource, 'effectiveDateTime')) ?? dates.read(member(resource, 'effectiveInstant'))
  const period = dates.period(member(resource, 'effectivePeriod'))
  return at ?? period?.start ?? period?.end
}

/** An Observation: one entry for its own value and one for each part, in one group. */
export function readObservation(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(observationStatus, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  // A focus is something or somebody else than the patient: an unborn child, a donor.
  if (listOf(member(resource, 'focus')).length > 0) return leftOut(foreignSubject)
  const dates = new Dates()
  const at = takenAt(resource, dates)
  const code = member(resource, 'code')
  const whole = conceptOf(code, desk.site)
  const parts = listOf(member(resource, 'component'))
  const kept = origin(sent, dates.read(member(resource, 'issued')))
  const shared = {
    ...kept,
    status: status.value,
    at,
    method: wordsOf(member(resource, 'method')),
    site: wordsOf(member(resource, 'bodySite')),
    group: parts.length > 0 ? kept.from : undefined,
  }
  const rows: (CodeRow | undefined)[] = [status.known ? undefined : statusNotKnown]
  const answered = new Set<string>()
  const add = (node: Members, part: number | undefined): void => {
    const concept = conceptOf(member(node, 'code'), desk.site)
    const { facts } = namesOf(concept)
    const [fact] = facts
    const name = fact !== undefined && facts.length === 1 ? fact : 'other'
    const { value, row } = readingOf(node, name)
    if (name !== 'other') {
      rows.push(row)
      answered.add(name)
    }
    draft.observations.push(
      compact({
        ...shared,
        ...value,
        id: kept.id === undefined || part === undefined ? kept.id : `${kept.id}#component[${part}]`,
        name,
        codes: concept.codes.length === 0 ? undefined : [...concept.codes],
        text: value.absent === undefined ? concept.text : withEntered(concept.text, node),
      }),
    )
  }
  const { facts, panel } = namesOf(whole)
  const ambiguous = facts.length > 1
  // What could be either of two facts is a reading of both that cannot be read.
  for (const fact of ambiguous ? facts : []) addUnread(draft, shared, fact)
  if (panel.length === 0 && !ambiguous) add(resource, undefined)
  for (const [at, part] of parts.entries()) add(part, at)
  // A panel that lacks a part is not skipped for an older one that has it.
  const elsewhere = listOf(member(resource, 'hasMember')).length > 0
  for (const fact of elsewhere ? [] : panel) if (!answered.has(fact)) addUnread(draft, shared, fact)
  const statement = statementCodes.find((row) => codesIn(code, 'loinc').includes(row.code))
  if (statement !== undefined) rows.push(state(statement, resource, draft, shared))
  const explained = elsewhere || member(resource, 'dataAbsentReason') !== undefined
  if (ambiguous || (panel.length > 0 && answered.size === 0 && !explained)) rows.push(valueNotRead)
  return keptWith(...rows, whole.read ? undefined : noCodeRead, dates.row)
}

function withEntered(text: string | undefined, node: Members): string | undefined {
  const entered = enteredAs(node)
  if (entered === undefined) return text
  return keptText(text === undefined ? entered : `${text}: ${entered}`)
}

type Shared = Pick<ObservationEntry, 'id' | 'from' | 'recordedAt' | 'status' | 'at' | 'group'>

function addUnread(draft: Draft, shared: Shared, name: string): void {
  const id = shared.id === undefined ? undefined : `${shared.id}#${name}`
  draft.observations.push(compact({ ...shared, id, name, absent: 'unknown' }))
}

// Who stated it is not read, so it counts as an import: it never outranks a code.
function state(row: StatementCode, resource: Members, draft: Draft, shared: Shared): CodeRow | undefined {
  if (shared.status === 'cancelled') return undefined
  const codes = codesIn(member(resource, 'valueCodeableConcept'), 'snomed-ct')
  const answers = new Set(
    codes.map((code) => (Object.hasOwn(row.answers, code) ? row.answers[code] : undefined)),
  )
  const [answer] = answers
  const final = shared.status === 'final' && answers.size === 1 && answer !== undefined
  draft.statements.push(
    compact({
      id: shared.id,
      fact: row.fact,
      answer: final ? answer : 'unknown',
      at: shared.at,
      by: 'import',
      from: shared.from,
    }),
  )
  return answer === undefined || answers.size !== 1 ? valueNotRead : undefined
}

/**
 * The facts a resource would answer if it could be read as it stands.
 *
 * Each becomes a reading without a value at its time, so that no older reading takes its place.
 */
export function placeholderReadings(sent: Sent, desk: Desk, draft: Draft): void {
  const dates = new Dates()
  const { resource } = sent
  const shared = {
    ...origin(sent),
    status: 'unknown' as const,
    at: takenAt(resource, dates),
    group: undefined,
  }
  const nodes = [resource, ...listOf(member(resource, 'component'))]
  const all = nodes.map((node) => namesOf(conceptOf(member(node, 'code'), desk.site)))
  const facts = new Set(all.flatMap((names) => [...names.facts, ...names.panel]))
  for (const fact of facts) addUnread(draft, shared, fact)
  if (facts.size === 0) addUnread(draft, shared, 'other')
  for (const row of statementCodes) {
    if (!codesIn(member(resource, 'code'), 'loinc').includes(row.code)) continue
    draft.statements.push(
      compact({
        id: shared.id,
        fact: row.fact,
        answer: 'unknown',
        at: shared.at,
        by: 'import',
        from: shared.from,
      }),
    )
  }
}
