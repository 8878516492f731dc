/** The medicine of a trial, by its codes. @module */
import { systemOf } from '../kernel/coding.ts'
import type { MinimumDose } from '../kernel/indication.ts'
import type { AntidepressantTrial } from '../patient/patient.schema.ts'

/**
 * Finds the row of the one medicine that the codes of a trial name.
 *
 * A code of ATC or RxNorm that no row has may be that of another medicine or of several in one tablet: beside it nobody
 * can tell. Only a class of ATC that holds the medicine says nothing new. Codes of other systems name no row here.
 */
export function agentsIn(
  doses: readonly MinimumDose[],
): (trial: AntidepressantTrial) => MinimumDose | undefined {
  const rows = new Map<string, MinimumDose>()
  for (const row of doses) {
    for (const code of row.atc.split(' ')) rows.set(`atc ${code}`, row)
    for (const code of row.rxnorm?.split(' ') ?? []) rows.set(`rxnorm ${code}`, row)
  }
  return ({ codes = [] }) => {
    let found: MinimumDose | undefined
    const others: string[] = []
    for (const { system, code } of codes) {
      const name = systemOf(system)
      if (name !== 'atc' && name !== 'rxnorm') continue
      const row = rows.get(`${name} ${code}`)
      if (row === undefined) others.push(name === 'atc' ? code : notAClass)
      else if (found === undefined) found = row
      else if (found !== row) return undefined
    }
    const own = found?.atc.split(' ') ?? []
    const isClassOfIt = (code: string) => code !== notAClass && own.some((one) => one.startsWith(code))
    return others.every(isClassOfIt) ? found : undefined
  }
}

// Codes of RxNorm do not tell by themselves what they are part of.
const notAClass = ''
