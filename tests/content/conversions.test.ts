/** What holds of the tables from one scale to another. @module */
import { describe, expect, test } from 'vitest'
import { conversions } from '../../src/content/measures/conversions.ts'
import { instruments, measureSources } from '../../src/content/measures/instruments.ts'
import { convertScore } from '../../src/measure/convert-score.ts'

const tableOf = (id: string) => conversions.find((one) => one.id === id)

/** The columns QIDS-SR and HRSD17 of the published table, copied a second time. */
const published = `
  0:0 1:1-2 2:3 3:4 4:5-6 5:7 6:8 7:9-10 8:11 9:12 10:13 11:14-15 12:16 13:17 14:18-19 15:18-19 16:20 17:21-22
  18:23 19:24 20:25 21:26-27 22:28 23:29 24:30-31 25:32 26:33-35 27:36-52`

/** Each row as the table above writes it. */
const written = (id: string) =>
  (tableOf(id)?.rows ?? []).map(
    ({ from, to }) => `${from}:${to.least === to.most ? to.least : `${to.least}-${to.most}`}`,
  )

describe('the tables of conversion', () => {
  test('hold the whole of the one table that was seen whole', () => {
    expect(written('qids-sr16-to-hamd-17')).toEqual(published.trim().split(/\s+/))
    expect(tableOf('qids-sr16-to-hamd-17')?.seenInPart).toBeUndefined()
  })

  test('doubt the two rows for which the source prints one range, and no other', () => {
    const doubtful = conversions.flatMap(({ id, rows }) =>
      rows.filter((row) => row.doubtful === true).map((row) => `${id} ${row.from}`),
    )
    expect(doubtful).toEqual(['qids-sr16-to-hamd-17 14', 'qids-sr16-to-hamd-17 15'])
  })

  test.each([
    ['hamd-17-to-madrs-equipercentile', '10:13 20:26 30:39 40:52-53'],
    ['hamd-17-to-madrs-item-response', '7:8-9'],
    ['qids-sr16-to-madrs', '5:7-8'],
    ['phq-9-to-madrs', '1:1 15:24 27:48'],
  ])('hold of %s only the totals an abstract prints', (id, rows) => {
    expect(written(id).join(' ')).toBe(rows)
    expect(tableOf(id)?.seenInPart).toBe(true)
  })

  test('answer a total with the whole of a band where only bands were seen', () => {
    const bands = new Map(
      (tableOf('qids-sr16-to-madrs-by-band')?.rows ?? []).map(({ from, to }) => [
        from,
        `${to.least}-${to.most}`,
      ]),
    )
    const edges = [0, 5, 6, 10, 11, 15, 16, 20, 21, 27].map((total) => bands.get(total))
    expect(edges.join(' ')).toBe('0-7 0-7 9-17 9-17 18-24 18-24 25-33 25-33 34-60 34-60')
  })

  test.each([
    ['hamd-17', 7, 'madrs', 'hamd-17-to-madrs-item-response', 8, 9],
    ['hamd-17', 10, 'madrs', 'hamd-17-to-madrs-equipercentile', 13, 13],
    ['qids-sr16', 5, 'madrs', 'qids-sr16-to-madrs', 7, 8],
    ['qids-sr16', 12, 'madrs', 'qids-sr16-to-madrs-by-band', 18, 24],
  ])(
    'of two tables of one pair the one that has the row speaks: %s %i to %s by %s',
    (id, total, to, table, least, most) => {
      const asked = { score: { instrument: { id }, total, status: 'complete' as const }, to }
      const found = convertScore(conversions, asked)
      expect(found.ok && [found.value.table, found.value.to]).toEqual([
        table,
        { instrument: to, least, most },
      ])
    },
  )

  test('join instruments of this library, inside the totals they can have', () => {
    const ranges = new Map(instruments.map(({ id, range }) => [id, range]))
    for (const { id, from, to, rows } of conversions) {
      const [here, there] = [ranges.get(from), ranges.get(to)]
      expect(here !== undefined && there !== undefined, id).toBe(true)
      for (const row of rows) {
        expect(row.from, id).toBeGreaterThanOrEqual(here?.least ?? Number.NaN)
        expect(row.from, id).toBeLessThanOrEqual(here?.most ?? Number.NaN)
        expect(row.to.least, id).toBeGreaterThanOrEqual(there?.least ?? Number.NaN)
        expect(row.to.most, id).toBeLessThanOrEqual(there?.most ?? Number.NaN)
        expect(row.to.least, id).toBeLessThanOrEqual(row.to.most)
      }
    }
  })

  test('never fall while the score they start from rises', () => {
    for (const { id, rows } of conversions)
      for (const [at, row] of rows.entries()) {
        const before = rows[at - 1]
        if (before === undefined) continue
        expect(row.from, id).toBeGreaterThan(before.from)
        expect(row.to.least, id).toBeGreaterThanOrEqual(before.to.least)
        expect(row.to.most, id).toBeGreaterThanOrEqual(before.to.most)
      }
  })

  test('say for whom they were made, how far they err for one person, and where they come from', () => {
    const register = new Set(measureSources.map(({ key }) => key))
    for (const { id, sample, error, sources } of conversions) {
      expect(sample, id).not.toBe('')
      expect(error, id).toMatch(/one person the error is large/)
      expect(sources.length, id).toBeGreaterThan(0)
      for (const { source } of sources) expect(register.has(source ?? ''), `${id}: ${source}`).toBe(true)
    }
    expect(new Set(conversions.map(({ id }) => id)).size).toBe(conversions.length)
  })
})
