/** The medicine of a trial, by its codes. @module */
import { systemOf } from '../kernel/coding.ts'
import type { MinimumDose } from '../kernel/indication.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'

/** Finds the row of the one medicine that the codes of a trial name; of codes of several medicines nobody can tell. */
export function agentsIn(
  doses: readonly MinimumDose[],
): (trial: AntidepressantTrial) => MinimumDose | undefined {
  const rows = new Map<string, MinimumDose>()
  for (const row of doses) {
    for (const code of row.atc.split(' ')) rows.set(`atc ${code}`, row)
    for (const code of row.rxnorm?.split(' ') ?? []) rows.set(`rxnorm ${code}`, row)
  }
  return ({ codes = [] }) => {
    const named = new Set<MinimumDose>()
    for (const { system, code } of codes) {
      const row = rows.get(`${systemOf(system)} ${code}`)
      if (row !== undefined) named.add(row)
    }
    const [one, another] = named
    return another === undefined ? one : undefined
  }
}
