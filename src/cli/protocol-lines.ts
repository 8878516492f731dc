/** Protocols for a person to read: which there are, and what contradicts itself in one. @module */
import { describeProtocolFault } from '../course/validate-protocol.ts'
import type { ProtocolFault } from '../course/validate-protocol-shape.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { member } from './callable.ts'
import { markOf, sureField } from './certainty.ts'
import type { Bench } from './context.ts'
import { counted, heading, type Paper, paragraph, rule, shown } from './paper.ts'
import { field, refusedLines } from './result-lines.ts'

/** Each protocol: its id, what it is for, its phases. */
export function protocolLines(
  value: unknown,
  { isForPain }: Bench,
  paper: Paper,
): readonly string[] | undefined {
  if (!isProtocols(value)) return undefined
  const rows = value.flatMap(
    ({ id, label, version, product, jurisdictions, certainty, basis, phases, clinicalReview }, at) => [
      ...(at === 0 ? [] : ['']),
      heading(paper, id),
      ...field(paper, 'What', `${label} (version ${version})`),
      ...field(paper, 'Product', `${product}; ${jurisdictions.join(', ')}`),
      ...sureField({ basis, certainty, clinicalReview }, paper),
      ...phases.flatMap((phase) =>
        field(
          paper,
          'Phase',
          `${phase.label}${markOf(phase.certainty)}: ${[
            ...(phase.weeks === undefined ? [] : [counted(phase.weeks, 'week')]),
            ...(phase.sessions === undefined ? [] : [counted(phase.sessions, 'session')]),
            ...(phase.weeks === undefined && phase.sessions === undefined ? ['without an end'] : []),
          ].join(
            ', ',
          )}; ${phase.intervals.map((one) => `${one.label}${markOf(one.certainty)}`).join(' or ')}`,
        ),
      ),
    ],
  )
  const apart =
    isForPain === true
      ? 'These are for pain, and stand apart: no rule, and no course, of psychiatry is held against them.'
      : 'Protocols for pain stand apart: course protocols --pain lists them.'
  return [...rows, '', ...paragraph(paper, apart, { ink: 'faint' })]
}

/** What contradicts itself, each with the rows it is about. */
export function faultLines(value: unknown, paper: Paper): readonly string[] | undefined {
  const faults = member(member(value, 'error'), 'faults')
  if (isFaults(faults))
    return [
      ...paragraph(paper, `${counted(faults.length, 'thing')} cannot be carried out as written.`, {
        lead: 'REFUSED',
        hang: 9,
        leadInk: 'strong',
      }),
      ...faults.flatMap((fault) => [
        '',
        ...paragraph(paper, shown(describeProtocolFault(fault)), { indent: 2, lead: '-', hang: 2 }),
      ]),
    ]
  if (member(value, 'ok') === false) return refusedLines(value, paper)
  const label = member(member(value, 'value'), 'label')
  if (typeof label !== 'string') return undefined
  return [
    rule(paper),
    ...paragraph(
      paper,
      `${shown(label)}: nothing in it contradicts itself. Whether it is right, a clinician says.`,
    ),
  ]
}

function isProtocols(value: unknown): value is readonly Protocol[] {
  return Array.isArray(value)
}

function isFaults(value: unknown): value is readonly ProtocolFault[] {
  return Array.isArray(value)
}
