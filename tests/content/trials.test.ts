/** Trials of antidepressants, counted under each definition of the packs: worked by hand as JSON. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { eu } from '../../src/content/eu.ts'
import { us } from '../../src/content/us.ts'
import { indicationTables } from '../../src/judgement/selection.ts'
import { momentOf } from '../../src/patient/moment.ts'
import { AntidepressantTrial } from '../../src/patient/patient.schema.ts'
import { shortOf } from '../../src/screening/indication-record.ts'
import { countTrials } from '../../src/screening/trials.ts'

const truth = z.enum(['yes', 'no', 'unknown'])

const Vector = z.strictObject({
  name: z.string(),
  /** Id of the definition. */
  definition: z.string(),
  content: z.enum(['us', 'eu']),
  asOf: z.string(),
  /** Whether a clinician said that no trial is left out. */
  complete: z.boolean(),
  /** How the answer comes about, where the trials do not say it by themselves. */
  working: z.string().optional(),
  trials: z.array(AntidepressantTrial),
  expect: z.strictObject({
    resistant: truth,
    /** Failures there are at least, and at most. */
    least: z.int(),
    most: z.int(),
    /** The criterion that decides, for each trial; null where it counts. */
    reasons: z.array(z.string().nullable()).optional(),
    counted: z.array(truth).optional(),
  }),
})

const vectors = z
  .array(Vector)
  .parse(JSON.parse(readFileSync(new URL('../vectors/resistance/trials.json', import.meta.url), 'utf8')))

function answerOf({ content, definition, trials, asOf, complete }: z.infer<typeof Vector>) {
  const { definitions, minimumDoses } = indicationTables(content === 'us' ? us : eu)
  const found = definitions.find((one) => one.id === definition)
  if (found === undefined) throw new RangeError(`no definition ${definition}`)
  const count = countTrials(trials, found, minimumDoses, momentOf(asOf, 'America/New_York'))
  const short = shortOf(count, complete)
  return {
    resistant: short === undefined ? 'unknown' : short === 0 ? 'yes' : 'no',
    least: count.least,
    most: count.most,
    reasons: count.trials.map(({ counted, reasons }) => (counted === 'yes' ? null : reasons[0]?.code)),
    counted: count.trials.map(({ counted }) => counted),
  }
}

describe('trials counted by hand', () => {
  test.each(vectors.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(answerOf(one)).toMatchObject(one.expect)
  })
})

test('every definition has a person it calls resistant, and one it does not', () => {
  const ids = [us, eu].flatMap((pack) => indicationTables(pack).definitions.map(({ id }) => id))
  for (const id of new Set(ids)) {
    const answers = vectors.filter((one) => one.definition === id).map((one) => one.expect.resistant)
    expect(answers, id).toContain('yes')
    expect(
      answers.some((answer) => answer !== 'yes'),
      id,
    ).toBe(true)
  }
})
