/** What `--help` prints. @module */
import { callables } from './table.ts'

/** The help, at any width. */
export function helpText(products: readonly string[]): string {
  return `ketamine-treatment: what stands against treatment with ketamine or esketamine, one visit,
scales and their outcome, told from records. It informs a health professional, who decides.

USAGE
  ketamine-treatment screen <file | folder | -> ... [options]
  ketamine-treatment visit <file | -> [--patient file] [--full] [options]
  ketamine-treatment timeline <file | -> [--svg file] [--ics file] [options]
  ketamine-treatment course plan [--protocol id] | forecast | missed | reschedule [file | -]
  ketamine-treatment rules [--jurisdiction us|eu] [--product id] [--json]
  ketamine-treatment measure score <instrument> [file | -]
  ketamine-treatment outcome classify | trd assess | indication assess | workup baseline [file | -]
  ketamine-treatment <room> <verb> [file | -] [options]

INPUT OF screen
  file.json     a FHIR R4 bundle, or a record of the format ketamine-treatment/patient/1
  file.ndjson   one record or bundle a line; or a bulk export, one resource a line,
                gathered by patient over all files named (at most 200,000 resources)
  folder        its *.json and *.ndjson files, in the order of their names
  -             standard input, either kind

INPUT OF visit
  file.json     a session of the format ketamine-treatment/session/1, a list of its events,
                or an object with session, and where wanted patient, plan, screening, stated,
                overrides and earlier; the product is the one that was booked
  --patient     a record of the format ketamine-treatment/patient/1

INPUT OF timeline
  file.json     an object with patient, and where wanted sessions, measures (instrument with
                forms or scores), course, medications, notes and earlier
  --svg         writes the picture for a browser to this file
  --ics         writes the planned sessions for a calendar to this file; it takes the
                package ical-generator

WHAT IS PLANNED
  --protocol id       of the tables, for a course; course protocols lists them
  --pain              protocols for pain in place of those of the tables
  --product id        ${products.slice(0, 3).join(', ')},
                      ${products.slice(3, 5).join(', ')},
                      ${products.slice(5).join(', ')}
                      (without it: esketamine-nasal)
  --indication word   left out, it drops no rule
  --setting word      inpatient or outpatient; left out, it drops no rule

WHAT IT IS HELD AGAINST
  --jurisdiction us|eu   tables and starting policy (us)
  --policy file.json     the policy of the site instead of the starting policy
  --zone name            IANA time zone of the clinic (that of this computer)
  --as-of instant        time of the judgement, such as 2026-11-22T09:00:00-05:00 (now)
  --attest lists         states of conditions, medications, allergies, procedures, or all:
                         the list is complete, and every entry was read for this purpose.
                         It is the user's own statement and shown as such.

OUTPUT
  --json             the decision as JSON; of many records one a line:
                     {"source", "decision"} or {"source", "refused": {"code", "path"}}
  --full             reports with no list cut short, for any number of records
  --width n          columns, 40 to 200 (those of the terminal, at most 100)
  --skip-bad-lines   go on after a line that is torn, too long (over 16 MiB), not UTF-8,
                     or names a JSON member twice; without it the file ends there
  --help, --version

EXIT CODE
  It tells whether the input could be read and judged, not what was found.
  0   every record was judged
  1   some input could not be read or judged, or nobody took the output
  2   these words could not be followed
  3   with --fail-on contraindicated|hold|indeterminate|caution: every record was
      judged, and one of the verdicts is at least that bad

FUNCTIONS, JSON IN AND JSON OUT
${Object.entries(callables)
  .map(([name, { takes }]) => `  ${name.padEnd(28)} ${takes}`)
  .join('\n')}
`
}
