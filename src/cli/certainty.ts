/** How sure a row is, and whether a clinician has signed it, as every report says it. @module */
import type { Basis, Certainty } from '../kernel/evidence.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { type Paper, paragraph, shown } from './paper.ts'
import { field, words } from './result-lines.ts'
import { certaintyWords } from './words.ts'

/** The mark of a row whose source was not seen: ` [K]`; none of one that was. */
export function markOf(certainty: Certainty | undefined): string {
  return certainty === undefined || certainty === 'S' ? '' : ` [${certainty}]`
}

/** How sure a protocol is, what it rests on, and who signed it. */
export function sureField(
  {
    basis,
    certainty,
    clinicalReview,
  }: Pick<Protocol, 'certainty' | 'clinicalReview'> & { readonly basis?: Basis },
  paper: Paper,
): readonly string[] {
  const parts = [
    `${certaintyWords[certainty]}${markOf(certainty)}`,
    ...(basis === undefined ? [] : [`basis ${words(basis)}`]),
    signedWords(clinicalReview),
  ]
  return field(paper, 'Certainty', parts.join('; '))
}

function signedWords(review: Protocol['clinicalReview']): string {
  return review === 'none'
    ? 'no clinician has signed it'
    : `signed by ${shown(review.by)} on ${shown(review.on)}`
}

/** The line under rows of which nobody signed some. */
export function unsignedLines(
  rows: readonly Pick<Protocol, 'clinicalReview'>[],
  paper: Paper,
): readonly string[] {
  const open = rows.filter(({ clinicalReview }) => clinicalReview === 'none').length
  if (open === 0) return []
  const which = open === rows.length ? 'these rules' : `${open} of these ${rows.length} rules`
  return paragraph(paper, `No clinician has signed ${which}.`, { ink: 'faint' })
}
