/** From the rows that are met to a grade, of the whole and of each vital sign. @module */
import type { Finding } from '../kernel/decision.ts'
import type { Grade } from '../kernel/rule.ts'
import type { VitalRow } from './vitals.ts'

/** How bad a reading is; `within` says that no row of the tables is met, and no more than that. */
export type VitalGrade = 'within' | Grade | 'unknown'

/**
 * From mildest to worst.
 *
 * What may be a reason to stop ranks below one that is, and above an alert, which lets the session go on.
 */
const ranks: readonly VitalGrade[] = ['within', 'alert', 'unknown', 'stop', 'emergency']

/** How sure each rank of a row is: an alert that may be met says less than one that is. */
const rowRanks = ['within', 'alert?', 'alert', 'stop?', 'stop', 'emergency'] as const
type RowRank = (typeof rowRanks)[number]

/** Whether one grade is worse than another. */
export function isWorse(grade: VitalGrade, than: VitalGrade): boolean {
  return ranks.indexOf(grade) > ranks.indexOf(than)
}

/** The worst of some grades. */
export function worstOf(grades: readonly VitalGrade[]): VitalGrade {
  let worst: VitalGrade = 'within'
  for (const grade of grades) if (isWorse(grade, worst)) worst = grade
  return worst
}

/** The grade of a whole reading. */
export function gradeOf(findings: readonly Finding[]): VitalGrade {
  return together(findings.filter((finding) => !restsOnChange(finding)))
}

/** The grade of one vital sign: of the rows that its own value, or its change, meets or leaves open. */
export function gradeOfVital(row: VitalRow, findings: readonly Finding[]): VitalGrade {
  const facts = factsOf(row)
  return together(
    findings.filter(
      (finding) =>
        !restsOnChange(finding) &&
        finding.inputs.some(({ fact, truth }) => facts.includes(fact) && truth === finding.truth),
    ),
  )
}

/** The facts of a vital sign: its value and its changes. */
export function factsOf({ fact, vital }: VitalRow): readonly string[] {
  return [fact, `${vital}-rise`, `${vital}-off-baseline`]
}

function together(findings: readonly Finding[]): VitalGrade {
  let worst: RowRank = 'within'
  for (const { rule, truth } of findings) {
    // A row without a grade is taken for one that stops.
    const grade = rule.grade ?? 'stop'
    const rank = truth === 'yes' ? grade : grade === 'alert' ? 'alert?' : 'stop?'
    if (rowRanks.indexOf(rank) > rowRanks.indexOf(worst)) worst = rank
  }
  return worst === 'alert?' || worst === 'stop?' ? 'unknown' : worst
}

/** Whether only a change keeps a row open: without a baseline, what the value itself comes to stands. */
function restsOnChange({ truth, inputs }: Finding): boolean {
  if (truth !== 'unknown') return false
  const open = inputs.filter((read) => read.truth === 'unknown')
  return open.length > 0 && open.every(({ fact }) => /-(rise|off-baseline)$/.test(fact))
}
