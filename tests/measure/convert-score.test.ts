/** A score read off a published table: what the table says, or why it says nothing. */
import { describe, expect, test } from 'vitest'
import { conversions } from '../../src/content/measures/conversions.ts'
import { type ConversionQuestion, convertScore } from '../../src/measure/convert-score.ts'
import { scoreMeasure } from '../../src/measure/score.ts'
import { thawed } from './laws.ts'
import { shipped } from './shipped.ts'
import { made } from './small-instruments.ts'

const asked = (
  id: string,
  total: number | null,
  to: string,
  status: 'complete' | 'prorated' | 'incomplete' = 'complete',
) => convertScore(conversions, { score: { instrument: { id }, total, status }, to })

// QIDS-SR16 to HRSD17 as the interpretation table prints it, in the words of the reference.
const printed =
  '0→0, 1→1–2, 2→3, 3→4, 4→5–6, 5→7, 6→8, 7→9–10, 8→11, 9→12, 10→13, 11→14–15, 12→16, 13→17, 14→18–19, 15→18–19, 16→20, 17→21–22, 18→23, 19→24, 20→25, 21→26–27, 22→28, 23→29, 24→30–31, 25→32, 26→33–35, 27→36–52'

test.each(
  printed.split(', ').map((row) => {
    const [from = '', to = ''] = row.split('→')
    const [least = '', most = least] = to.split('–')
    return [Number(from), Number(least), Number(most)] as const
  }),
)('a QIDS-SR16 of %d stands beside a HAM-D17 of %d to %d', (from, least, most) => {
  const result = asked('qids-sr16', from, 'hamd-17')
  expect(result.ok && result.value.to).toEqual({ instrument: 'hamd-17', least, most })
  expect(result.ok && result.value.doubtful).toBe(from === 14 || from === 15)
})

test('the answer names the table, its method, its sample and its error, and says that nothing was measured', () => {
  const result = asked('phq-9', 15, 'madrs')
  if (!result.ok) throw new Error(result.error.code)
  expect(result.value).toMatchObject({
    table: 'phq-9-to-madrs',
    method: 'equipercentile',
    from: { instrument: 'phq-9', total: 15 },
    to: { instrument: 'madrs', least: 24, most: 24 },
    measured: false,
  })
  expect(result.value.sample).toMatch(/555/)
  expect(result.value.error).not.toBe('')
  expect(result.value.sources.length).toBeGreaterThan(0)
  expect(thawed(result)).toEqual([])
})

test('a score of the engine can be handed over as it is', () => {
  const qids = shipped.get('qids-sr16')
  if (qids === undefined) throw new Error('no QIDS')
  const items = qids.items.filter(({ id }) => id !== 'q7' && id !== 'q9')
  const score = scoreMeasure(qids, { answers: Object.fromEntries(items.map(({ id }) => [id, 1])) })
  if (!score.ok) throw new Error(score.error.code)
  expect(score.value.total).toBe(9)
  const result = convertScore(conversions, { score: score.value, to: 'hamd-17' })
  expect(result.ok && result.value.to).toEqual({ instrument: 'hamd-17', least: 12, most: 12 })
})

describe('nothing is converted', () => {
  const refused = (code: string, path: string) => ({ ok: false, error: { code, path } })

  test('where no table leads, in the other direction neither', () => {
    expect(asked('madrs', 20, 'qids-sr16')).toEqual(refused('no-score-conversion', 'to'))
    expect(asked('gad-7', 10, 'phq-9')).toEqual(refused('no-score-conversion', 'to'))
    expect(
      convertScore([], { score: { instrument: { id: 'phq-9' }, total: 1, status: 'complete' }, to: 'madrs' }),
    ).toEqual(refused('no-score-conversion', 'to'))
  })

  test('between two rows that were seen', () => {
    expect(asked('phq-9', 14, 'madrs')).toEqual(refused('score-not-in-table', 'score.total'))
    expect(asked('qids-sr16', 28, 'hamd-17')).toEqual(refused('score-not-in-table', 'score.total'))
    expect(asked('qids-sr16', 11.5, 'hamd-17')).toEqual(refused('score-not-in-table', 'score.total'))
  })

  test('of a score that is not complete', () => {
    expect(asked('qids-sr16', 11, 'hamd-17', 'prorated')).toEqual(refused('score-not-complete', 'score'))
    expect(asked('qids-sr16', null, 'hamd-17', 'incomplete')).toEqual(refused('score-not-complete', 'score'))
    expect(asked('qids-sr16', null, 'hamd-17')).toEqual(refused('score-not-complete', 'score'))
  })

  test.each([
    ['nothing', undefined, 'to'],
    ['no score', { to: 'madrs' }, 'score.instrument'],
    ['no instrument', { score: { total: 1, status: 'complete' }, to: 'madrs' }, 'score.instrument'],
    [
      'a total as text',
      { score: { instrument: { id: 'phq-9' }, total: '15', status: 'complete' }, to: 'madrs' },
      'score.total',
    ],
    [
      'a word nobody knows',
      { score: { instrument: { id: 'phq-9' }, total: 15, status: 'done' }, to: 'madrs' },
      'score.status',
    ],
    ['no other scale', { score: { instrument: { id: 'phq-9' }, total: 15, status: 'complete' } }, 'to'],
  ])('of %s: that is a mistake of the program', (_what, given, path) => {
    const box: { asked: ConversionQuestion } = {
      asked: { score: { instrument: { id: 'phq-9' }, total: 15, status: 'complete' }, to: 'madrs' },
    }
    Object.assign(box, { asked: given })
    expect(() => convertScore(conversions, box.asked)).toThrow(
      expect.objectContaining({ code: 'bad-argument', path }),
    )
  })

  test('without a list of tables', () => {
    const box = { tables: conversions }
    Object.assign(box, { tables: made({ id: 'x', items: [], scoring: { kind: 'stated' } }) })
    expect(() =>
      convertScore(box.tables, {
        score: { instrument: { id: 'phq-9' }, total: 15, status: 'complete' },
        to: 'madrs',
      }),
    ).toThrow(expect.objectContaining({ code: 'bad-argument', path: 'conversions' }))
  })
})
