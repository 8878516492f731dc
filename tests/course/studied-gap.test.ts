import { expect, test } from 'vitest'
import { studiedGap } from '../../src/course/studied-gap.ts'
import type { StudiedGap } from '../../src/kernel/protocol.ts'

const row = (id: string, from: number, to: number, phase?: StudiedGap['phase']): StudiedGap => ({
  id,
  label: id,
  days: { from, to },
  ...(phase === undefined ? {} : { phase }),
  certainty: 'S',
  sources: [],
})

const studied = [
  row('twice-weekly', 3, 4, 'induction'),
  row('weekly', 7, 7, 'maintenance'),
  row('every-two-weeks', 14, 14, 'maintenance'),
  row('every-four-weeks', 28, 28, 'maintenance'),
]

const read = (days: number | null, phase?: StudiedGap['phase']) => {
  const gap = studiedGap(phase === undefined ? { days } : { days, phase }, { studied })
  return [gap.standing, ...gap.studied.map(({ id }) => id)]
}

test.each([
  { days: 14, says: ['studied', 'every-two-weeks'] },
  { days: 21, says: ['between', 'every-two-weeks', 'every-four-weeks'] },
  { days: 35, says: ['beyond', 'every-four-weeks'] },
  { days: 5, says: ['below', 'weekly'] },
  { days: null, says: ['unknown'] },
  { days: Number.NaN, says: ['unknown'] },
])('a gap of $days days in maintenance is $says', ({ days, says }) => {
  expect(read(days, 'maintenance')).toEqual(says)
})

test('a gap studied in one phase says nothing of another', () => {
  expect(read(3, 'induction')).toEqual(['studied', 'twice-weekly'])
  expect(read(3, 'optimisation')).toEqual(['not-studied'])
  expect(read(5)).toEqual(['between', 'twice-weekly', 'weekly'])
})

test('where nothing was studied, every gap says so', () => {
  expect(studiedGap({ days: 7 }, { studied: [] })).toEqual({ days: 7, standing: 'not-studied', studied: [] })
})
