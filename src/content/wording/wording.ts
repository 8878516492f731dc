/** The words of the forms that may be passed on, by instrument. @module */
import type { Source } from '../../kernel/evidence.ts'
import { cgiIWording, cgiSWording } from './cgi.ts'
import type { FormWording } from './form.ts'
import { gad7Wording } from './gad.ts'
import { pcl5Wording } from './pcl.ts'
import { phq2Wording, phq8Wording, phq9Wording } from './phq.ts'

/**
 * The words of each form whose owner lets them be passed on, by the id of its instrument.
 *
 * All others are scored by keys and ranges alone; their words are had from their owners.
 *
 * @example
 * ```ts
 * wording['phq-9']?.items['q1']
 * // => 'Little interest or pleasure in doing things'
 * ```
 *
 * @see {@link wordingSources}
 */
export const wording: Readonly<Record<string, FormWording>> = {
  'phq-9': phq9Wording,
  'phq-8': phq8Wording,
  'phq-2': phq2Wording,
  'gad-7': gad7Wording,
  'pcl-5': pcl5Wording,
  'cgi-s': cgiSWording,
  'cgi-i': cgiIWording,
}

/** Where the words were read. */
export const wordingSources: readonly Source[] = [
  {
    key: 'CAMCOPS',
    type: 'W',
    title:
      'CamCOPS, commit e9e7dc0: server/camcops_server/extra_strings/phq9.xml, gad7.xml, pcl5.xml, cgi.xml; rights in docs/source/tasks',
    url: 'https://github.com/RudolfCardinal/camcops',
  },
  {
    key: 'LFORMS',
    type: 'W',
    title:
      'LHC-Forms, commit 1013cb9: test/data/R4/phq9.json (the same items, with the punctuation of LOINC)',
    url: 'https://github.com/LHNCBC/lforms',
  },
  {
    key: 'AWELL',
    type: 'W',
    title: 'awell-score, commit c37843e: src/scores/phq_8, src/scores/pcl_5 (stem and item in one sentence)',
    url: 'https://github.com/awell-health/awell-score',
  },
  {
    key: 'NIDACDE',
    type: 'W',
    title: 'NIDA common data elements: PHQ-2, the first two items of the PHQ-9, with its copyright statement',
    url: 'https://cde.drugabuse.gov/instrument/fc216f70-be8e-ac44-e040-bb89ad433387',
  },
  {
    key: 'VAWEEK',
    type: 'W',
    title: 'PCL-5, past week version of 11 April 2018 (US Department of Veterans Affairs), copy',
    url: 'https://vdocuments.us/past-week-version-veterans-affairs.html',
  },
]
