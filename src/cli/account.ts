/** What was odd in the input, and what became of each entry, on paper. @module */
import type { FhirRecord } from '../adapters/fhir/patient-from-fhir.ts'
import { entryNotPlaced, entryPossible, listAbsent } from '../kernel/codes.ts'
import { systemOf } from '../kernel/coding.ts'
import type { Issue } from '../kernel/decision.ts'
import type { ListName } from '../kernel/fact.ts'
import type { Patient } from '../patient/patient.schema.ts'
import type { Outcome } from './judge.ts'
import { counted, grouped, type Paper, paragraph, shown } from './paper.ts'
import { codeWords, dayOf } from './words.ts'

type Judged = Extract<Outcome, { readonly kind: 'judged' }>

const lists: readonly ListName[] = ['conditions', 'medicines', 'allergies', 'procedures', 'observations']

const toRead: readonly string[] = [entryNotPlaced.code, entryPossible.code]

/** Entries a person has to read, by list, each name once with how often it stands there. */
export function readLines(judged: Judged, paper: Paper, full: boolean): readonly string[] {
  const { patient, attested } = judged
  const { issues } = judged.decision
  const stated = attested.filter(({ outcome }) => outcome === 'stated').map(({ list }) => list)
  const entries = entryLines(patient, issues, paper, full)
  if (entries.length === 0 || stated.length === 0) return entries
  return [...paragraph(paper, `Stated by the user as read: ${stated.join(', ')}.`, { indent: 2 }), ...entries]
}

function entryLines(
  patient: Patient,
  issues: readonly Issue[],
  paper: Paper,
  full: boolean,
): readonly string[] {
  return lists.flatMap((list) => {
    const names = new Map<string, number>()
    for (const issue of issues) {
      if (!toRead.includes(issue.code) || !(issue.path === list || issue.path.startsWith(`${list}[`)))
        continue
      const name = `${nameOf(patient, list, issue.path)}${issue.code === entryPossible.code ? ', not confirmed' : ''}`
      names.set(name, (names.get(name) ?? 0) + 1)
    }
    if (names.size === 0) return []
    const all = [...names].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`))
    const most = full || all.length <= 13 ? all.length : 12
    const rest = all.length - most
    return [
      ...all.slice(0, most).flatMap((name, at) => {
        return paragraph(paper, name, { indent: 2, lead: at === 0 ? list : '', hang: 14, leadInk: 'faint' })
      }),
      ...(rest === 0
        ? []
        : paragraph(paper, `and ${rest} more; --full lists them`, { indent: 16, ink: 'faint' })),
    ]
  })
}

interface Entry {
  readonly id?: string | undefined
  readonly from?: string | undefined
  readonly text?: string | undefined
  readonly recordedAt?: string | undefined
  readonly codes?:
    | readonly { readonly system: string; readonly code: string; readonly display?: string | undefined }[]
    | undefined
}

function nameOf(patient: Patient, list: ListName, path: string): string {
  const entries: readonly Entry[] = patient[list] ?? []
  const entry = entries.find(
    ({ id, from }) => path === `${list}[id=${id}]` || path === `${list}[from=${from}]`,
  )
  if (entry === undefined) return shown(path)
  const [code] = entry.codes ?? []
  const words = entry.text ?? code?.display ?? 'an entry without words'
  const coded = code === undefined ? 'text only' : `${code.code}, ${systemOf(code.system) ?? code.system}`
  return shown(`${words} (${coded})${entry.recordedAt === undefined ? '' : `, ${dayOf(entry.recordedAt)}`}`)
}

/** Other oddities, grouped, each with what it means. */
export function issueLines(issues: readonly Issue[], paper: Paper): readonly string[] {
  const counts = new Map<string, number>()
  for (const { code } of issues) if (!toRead.includes(code)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].flatMap(([code, count]) =>
    paragraph(paper, codeWords(code), { indent: 2, lead: `${grouped(count)} x`, hang: 6 }),
  )
}

/** The sum of a FHIR input: no entry is lost. */
export function fhirLines(fhir: Omit<FhirRecord, 'patient'>, paper: Paper): readonly string[] {
  const { entries, used, unmapped, excluded } = fhir.counts
  const absent = fhir.incomplete.filter(({ code }) => code === listAbsent.code).flatMap((note) => note.lists)
  const partial = fhir.incomplete.filter(({ code }) => code !== listAbsent.code)
  return [
    ...paragraph(
      paper,
      `${counted(entries, 'entry', 'entries')} = ${grouped(used)} used + ${grouped(unmapped)} kept to be looked at + ${grouped(excluded)} left out.`,
      { indent: 2 },
    ),
    ...reasons(fhir.unmapped, paper),
    ...reasons(fhir.excluded, paper),
    ...(absent.length === 0
      ? []
      : paragraph(paper, `Not sent: ${absent.join(', ')}. That is not the same as nothing there.`, {
          indent: 2,
        })),
    ...[...new Set(partial.map(({ code }) => code))].flatMap((code) =>
      paragraph(paper, codeWords(code), { indent: 2 }),
    ),
  ]
}

function reasons(notes: FhirRecord['excluded'], paper: Paper): readonly string[] {
  const byCode = new Map<string, Map<string, number>>()
  for (const { code, resource = 'no resource' } of notes) {
    const types = byCode.get(code) ?? new Map<string, number>()
    types.set(resource, (types.get(resource) ?? 0) + 1)
    byCode.set(code, types)
  }
  return [...byCode].flatMap(([code, types]) => {
    const total = [...types.values()].reduce((sum, count) => sum + count, 0)
    const each = [...types]
      .toSorted((a, b) => b[1] - a[1])
      .map(([type, count]) => `${grouped(count)} ${shown(type)}`)
    return paragraph(paper, `${codeWords(code)} (${each.join(', ')})`, {
      indent: 4,
      lead: grouped(total),
      hang: 6,
    })
  })
}
