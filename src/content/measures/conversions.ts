/** Published tables from one scale to another, as far as they were seen. Nothing between two rows is filled in. @module */

import { recall } from '../../kernel/evidence.ts'
import type { ConversionTable } from '../../kernel/instrument.ts'
import { deepFreeze } from '../../kernel/parsed.ts'
import { seen, seenIn } from './instrument.ts'

type Row = ConversionTable['rows'][number]

const row = (from: number, least: number, most = least): Row => ({ from, to: { least, most } })

const forGroups =
  'It compares groups. For one person the error is large, and bands of severity did not agree after a conversion (Kim 2024, on the PHQ-9 and the MADRS).'

/** A band of one scale against a band of the other: each total of the first meets the whole of the second. */
const band = (first: number, last: number, least: number, most: number): readonly Row[] =>
  Array.from({ length: last - first + 1 }, (_, step) => row(first + step, least, most))

// The source prints one range for 14 and for 15; one of them is probably an error.
const doubtful = (one: Row): Row => ({ ...one, doubtful: true })

const qidsToHrsd = (): ConversionTable => ({
  id: 'qids-sr16-to-hamd-17',
  label: 'QIDS-SR16 to HRSD17, complete',
  from: 'qids-sr16',
  to: 'hamd-17',
  method: 'item-response',
  sample: 'Rush 2003 and Trivedi 2004, as the table names them; it prints no number of people',
  error: forGroups,
  rows: [
    row(0, 0),
    row(1, 1, 2),
    row(2, 3),
    row(3, 4),
    row(4, 5, 6),
    row(5, 7),
    row(6, 8),
    row(7, 9, 10),
    row(8, 11),
    row(9, 12),
    row(10, 13),
    row(11, 14, 15),
    row(12, 16),
    row(13, 17),
    doubtful(row(14, 18, 19)),
    doubtful(row(15, 18, 19)),
    row(16, 20),
    row(17, 21, 22),
    row(18, 23),
    row(19, 24),
    row(20, 25),
    row(21, 26, 27),
    row(22, 28),
    row(23, 29),
    row(24, 30, 31),
    row(25, 32),
    row(26, 33, 35),
    row(27, 36, 52),
  ],
  ...seenIn('conversion', 'IDSQIDS', 'KIM24'),
})

const hamdToMadrs = (): ConversionTable => ({
  id: 'hamd-17-to-madrs-equipercentile',
  label: 'HAM-D to MADRS, four totals of an abstract',
  from: 'hamd-17',
  to: 'madrs',
  method: 'equipercentile',
  sample:
    '4388 people in 31 trials of mirtazapine in major depression; the abstract does not say how many items its HAM-D has, and the form of 17 is taken as known',
  error: `The totals correspond roughly, as the abstract says. ${forGroups}`,
  seenInPart: true,
  rows: [row(10, 13), row(20, 26), row(30, 39), row(40, 52, 53)],
  certainty: 'K',
  sources: [recall('measure-conversion', 'K', 'LEUCHT18'), ...seen('conversion', 'KIM24').sources],
})

const hrsdToMadrs = (): ConversionTable => ({
  id: 'hamd-17-to-madrs-item-response',
  label: 'HRSD17 to MADRS, one total of an abstract',
  from: 'hamd-17',
  to: 'madrs',
  method: 'item-response',
  sample: '233 people with highly treatment-resistant depression and 985 in an acute trial',
  error: forGroups,
  seenInPart: true,
  rows: [row(7, 8, 9)],
  ...seenIn('conversion', 'HAMMADRS', 'KIM24'),
})

const qidsToMadrs = (): ConversionTable => ({
  id: 'qids-sr16-to-madrs',
  label: 'QIDS-SR16 to MADRS, one total of an abstract',
  from: 'qids-sr16',
  to: 'madrs',
  method: 'item-response',
  sample: '233 outpatients with highly treatment-resistant, nonpsychotic depression',
  error: `How far it holds in people who are less resistant is not known, as the abstract says. ${forGroups}`,
  seenInPart: true,
  rows: [row(5, 7, 8)],
  ...seenIn('conversion', 'CARMODY06', 'KIM24'),
})

const qidsBandsToMadrs = (): ConversionTable => ({
  id: 'qids-sr16-to-madrs-by-band',
  label: 'QIDS-SR16 to MADRS by bands, Chinese versions: a total meets the whole of a band',
  from: 'qids-sr16',
  to: 'madrs',
  method: 'item-response',
  sample: '1164 people with major depression, Chinese versions, at the end of six weeks',
  error: `Only the ends of the bands were seen, and the lowest is printed as 7.5. At the beginning of the study the scales could not be linked at all. ${forGroups}`,
  seenInPart: true,
  rows: [
    ...band(0, 5, 0, 7),
    ...band(6, 10, 9, 17),
    ...band(11, 15, 18, 24),
    ...band(16, 20, 25, 33),
    ...band(21, 27, 34, 60),
  ],
  ...seenIn('conversion', 'QIDSLINK', 'KIM24'),
})

const phqToMadrs = (): ConversionTable => ({
  id: 'phq-9-to-madrs',
  label: 'PHQ-9 to MADRS, three totals of an abstract',
  from: 'phq-9',
  to: 'madrs',
  method: 'equipercentile',
  sample: '555 older adults with treatment-resistant depression, checked in 187 others',
  error: `In those others the two scales correlated by 0.76. ${forGroups}`,
  seenInPart: true,
  rows: [row(1, 1), row(15, 24), row(27, 48)],
  ...seenIn('conversion', 'KIM23', 'KIM24'),
})

/* @__NO_SIDE_EFFECTS__ */
function tables(): readonly ConversionTable[] {
  return deepFreeze([
    qidsToHrsd(),
    hamdToMadrs(),
    hrsdToMadrs(),
    qidsToMadrs(),
    qidsBandsToMadrs(),
    phqToMadrs(),
  ])
}

/** Every table that was seen, whole or in part. */
export const conversions: readonly ConversionTable[] = /* @__PURE__ */ tables()
