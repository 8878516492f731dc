/** The register of sources of protocols and courses: what only these tables cite. @module */
import type { Source } from '../../kernel/evidence.ts'

/** What rows of both packs cite. */
export const courseReferences: readonly Source[] = [
  {
    key: 'JNJ-MISS',
    type: 'L',
    title: 'J&J Medical Connect: missed dose or reinitiation (2025-10-10)',
    url: 'https://www.jnjmedicalconnect.com/products/spravato/medical-content/dosage-and-administration-management-of-missed-dose-or-reinitiation-after-spravato-discontinuation',
  },
  {
    key: 'JNJ-4WK',
    type: 'C',
    title: 'Manufacturer medical information: every-4-week dosing of esketamine',
    url: 'jnjmedicalconnect.com, every-4-week dosing page',
  },
  {
    key: 'SUS3',
    type: 'P',
    title: 'SUSTAIN-3 final, IJNP',
    url: 'https://www.moreblossom.com/papers/safety-and-efficacy-with-esketamine-in-treatment-resistant-depression-long-term-',
  },
  {
    key: 'EARLY24',
    type: 'P',
    title: 'Early non-improvement, 10.1038/s41398-024-03027-2',
    url: 'http://preview-www.nature.com/articles/s41398-024-03027-2',
  },
  {
    key: 'EARLY21',
    type: 'P',
    title: 'Early improvement, 10.1016/j.pnpbp.2020.110126',
    url: 'https://pubmed.ncbi.nlm.nih.gov/33031861/',
  },
  {
    key: 'KADSB',
    type: 'P',
    title: 'KADS trial record summary',
    url: 'https://www.moreblossom.com/trials/effectiveness-of-ketamine-therapy-among-patients-with-treatment-resistant-depression-a-double',
  },
  {
    key: 'KADSP',
    type: 'P',
    title: 'Loo 2023 (KADS), abstract copy: remission as a MADRS of 10 or less',
    url: 'https://bohrium.dp.tech/paper/arxiv/06c36fc4766d40cd395e0707915ac13557e5616ae0d3e5ace3edf1a0aadce92f',
  },
  {
    key: 'PDRS',
    type: 'C',
    title: 'PDR: Spravato summary (pre-dose, BP, missed doses)',
    url: 'https://pdr.net/drug-summary/?drugLabelId=24300',
  },
]

/** What rows of the United States cite. */
export const courseReferencesUs: readonly Source[] = [
  {
    key: 'PI26',
    type: 'L',
    title: 'Spravato SPL, version 18, effective 2026-03-13 (header only)',
    url: 'https://nctr-crs.fda.gov/fdalabel/services/spl/set-ids/d81a6a79-a74a-44b7-822c-0dfa3036eaed/spl-doc',
  },
]

/** What rows of the European Union cite. */
export const courseReferencesEu: readonly Source[] = []
