/** Tables that say how much of each benzodiazepine counts as much as one of them. @module */
import type { Equivalents } from '../kernel/content.ts'
import { cite } from '../kernel/evidence.ts'

/** One published column: milligrams by mouth taken as equal to 10 mg of diazepam. */
interface Column {
  readonly id: string
  readonly label: string
  readonly source: string
  readonly rows: Readonly<Record<string, number>> & { readonly diazepam: number; readonly lorazepam: number }
}

/* Where a column prints a range (estazolam and flurazepam of Ashton, lormetazepam of NHS Scotland) the smaller number
   stands here: fewer milligrams for the same effect make the larger equivalent. WHO and NHS Scotland print values for
   5 mg of diazepam; they are doubled. The Medscape page prints ranges throughout and is no column here. */

const vaDod2021: Column = {
  id: 'va-dod-2021',
  label: 'VA/DoD 2021',
  source: 'BZVA',
  rows: {
    alprazolam: 1,
    chlordiazepoxide: 25,
    clonazepam: 1,
    clorazepate: 15,
    diazepam: 10,
    estazolam: 1,
    flurazepam: 15,
    lorazepam: 2,
    oxazepam: 30,
    quazepam: 10,
    temazepam: 15,
    triazolam: 0.25,
  },
}

const ashton2002: Column = {
  id: 'ashton-2002',
  label: 'Ashton 2002',
  source: 'BZVA', // printed beside the VA/DoD column on the same card
  rows: {
    alprazolam: 0.5,
    chlordiazepoxide: 25,
    clonazepam: 0.5,
    clorazepate: 15,
    diazepam: 10,
    estazolam: 1,
    flurazepam: 15,
    lorazepam: 1,
    oxazepam: 20,
    quazepam: 20,
    temazepam: 20,
    triazolam: 0.5,
  },
}

const who2009: Column = {
  id: 'who-2009',
  label: 'WHO 2009',
  source: 'BZWHO',
  rows: {
    alprazolam: 1,
    bromazepam: 6,
    clobazam: 20,
    diazepam: 10,
    lorazepam: 1,
    lormetazepam: 1.5,
    nitrazepam: 10,
    oxazepam: 30,
    temazepam: 20,
    triazolam: 0.5,
  },
}

const nhsScotland: Column = {
  id: 'nhs-scotland',
  label: 'NHS Scotland',
  source: 'BZSCOT',
  rows: {
    chlordiazepoxide: 25,
    clobazam: 20,
    clonazepam: 0.5,
    diazepam: 10,
    lorazepam: 1,
    lormetazepam: 1,
    nitrazepam: 10,
    oxazepam: 20,
    temazepam: 20,
    zolpidem: 20,
    zopiclone: 15,
  },
}

/** The column as it is printed, in milligrams of diazepam. */
/* @__NO_SIDE_EFFECTS__ */
function inDiazepam(column: Column): Equivalents {
  return {
    id: column.id,
    label: `${column.label}, in diazepam`,
    reference: 'diazepam',
    per: { value: column.rows.diazepam, unit: 'mg' },
    rows: column.rows,
    sources: Object.keys(column.rows).map((name) => cite(`pre-bzd-${name}`, column.source)),
  }
}

/** The same column in milligrams of lorazepam, the medicine in which trials set their limits. */
/* @__NO_SIDE_EFFECTS__ */
function inLorazepam(column: Column): Equivalents {
  return {
    ...inDiazepam(column),
    id: `${column.id}-lorazepam`,
    label: `${column.label}, in lorazepam`,
    reference: 'lorazepam',
    per: { value: column.rows.lorazepam, unit: 'mg' },
  }
}

const columns: readonly Column[] = [vaDod2021, ashton2002, who2009, nhsScotland]

/**
 * The four columns, each in diazepam (`ashton-2002`) and in lorazepam (`ashton-2002-lorazepam`).
 *
 * They disagree by up to a factor of two, so a site names the one it uses.
 */
export const equivalents = (): readonly Equivalents[] => [
  ...columns.map(inDiazepam),
  ...columns.map(inLorazepam),
]
