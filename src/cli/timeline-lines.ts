/** A treatment as a picture of characters: a row for each lane, a column for some days. @module */

import { notDrawnOf, standingWords } from '../adapters/plots/timeline-account.ts'
import { dateOf, stretchOfDays } from '../adapters/plots/timeline-axis.ts'
import { type DrawnTimeline, drawnTimeline, type Standing } from '../adapters/plots/timeline-drawn.ts'
import { phaseSentences, stretchesOf } from '../adapters/plots/timeline-phases.ts'
import { civilDayAt, dayNumber, instantMs } from '../kernel/time.ts'
import type { PhaseBand, Timeline } from '../timeline/timeline-shape.ts'
import { issueLines } from './account.ts'
import { sureField } from './certainty.ts'
import type { Bench } from './context.ts'
import { inked, type Paper, paragraph, rule, shown } from './paper.ts'
import { footLines } from './report.ts'
import { field, section } from './result-lines.ts'

/** Columns for the name of a lane. */
const nameColumns = 15
const rowsAtMost = 6

interface Columns {
  readonly from: number
  readonly perColumn: number
  readonly count: number
  readonly today: number
}

const marks: Readonly<Record<Standing, string>> = {
  given: '*',
  planned: 'o',
  'to-choose': 'c',
  due: '>',
  'past-due': '!',
  'awaiting-review': '=',
  missed: 'x',
  cancelled: '/',
  unknown: '?',
}

/** Where several fall into one column, the one that most asks for somebody’s eye is shown; worse grades first. */
const weight = '54321!x=>?co*/^d'

/** The picture, what it means, and where the patient stands. */
export function timelineLines(
  timeline: Timeline,
  summary: readonly { readonly text: string }[],
  bench: Bench,
  paper: Paper,
): readonly string[] {
  const { asOf, zone, start, phases, protocol, issues } = timeline
  const drawn = drawnTimeline(timeline)
  const today = dayNumber(civilDayAt(instantMs(asOf), zone))
  const stretch = stretchOfDays(drawn, phases, { today, start: start === null ? null : dayNumber(start) })
  const count = Math.max(20, paper.width - nameColumns)
  const from = Math.floor(stretch.from)
  const perColumn = Math.max(1, (Math.ceil(stretch.to) - from + 1) / count)
  const columns: Columns = { from, perColumn, count, today }
  const rows = lanesOf(drawn, timeline, columns)
  return [
    rule(paper),
    ...field(
      paper,
      'Treatment',
      protocol === null ? 'no course is on record' : `${shown(protocol.label)} (${shown(protocol.id)})`,
    ),
    ...(protocol === null ? [] : sureField(protocol, paper)),
    ...field(paper, 'Moment', `${asOf}, days of ${zone}`),
    ...field(paper, 'First dose', start ?? 'none is known'),
    '',
    ...(rows.length === 0
      ? paragraph(paper, 'Nothing of this treatment has a day.', { indent: 2 })
      : [
          ...rows.map(([name, cells]) =>
            `${name.slice(0, nameColumns - 1).padEnd(nameColumns)}${cells}`.trimEnd(),
          ),
          ...axisLines(columns, paper),
          '',
          ...legendLines(drawn, columns, paper),
        ]),
    ...section(
      paper,
      'Where it stands',
      summary.flatMap(({ text }) => paragraph(paper, shown(text), { indent: 2, lead: '-', hang: 2 })),
    ),
    ...section(
      paper,
      'Phases',
      phaseSentences(phases).flatMap((text) =>
        paragraph(paper, shown(text), { indent: 2, lead: '-', hang: 2 }),
      ),
    ),
    ...section(paper, 'Reviews and decisions', turnLines(drawn, paper)),
    ...section(
      paper,
      'Not in the picture',
      notDrawnOf(drawn).flatMap((text) => paragraph(paper, text, { indent: 2, lead: '-', hang: 2 })),
    ),
    ...section(paper, 'Odd', issueLines(issues, paper)),
    '',
    ...footLines(bench, paper),
  ]
}

type Row = readonly [string, string]

function lanesOf(drawn: DrawnTimeline, { phases }: Timeline, columns: Columns): readonly Row[] {
  const { scores, doses, effects, medicines, planned, assessments, turns } = drawn
  const blank = () => Array.from({ length: columns.count }, () => ' ')
  const row = (name: string, cells: readonly string[]): Row => [name, cells.join('')]
  const marked = (
    name: string,
    entries: readonly { readonly day: number; readonly mark: string }[],
  ): readonly Row[] => {
    if (entries.length === 0) return []
    const cells = blank()
    for (const { day, mark } of entries) {
      const at = columnOf(columns, day)
      const there = cells[at] ?? ' '
      cells[at] = there === ' ' || rank(mark) < rank(there) ? mark : there
    }
    return [row(name, cells)]
  }
  return [
    ...(phases.length === 0 ? [] : [row('Phase', phaseCells(phases, columns, blank()))]),
    ...scores
      .slice(0, rowsAtMost)
      .map(({ instrument, points }) => row(instrument.toUpperCase(), scoreCells(points, columns, blank()))),
    ...marked(
      'Given',
      doses.map(({ day }) => ({ day, mark: '^' })),
    ),
    ...effects.slice(0, rowsAtMost).flatMap(({ name, seen }) =>
      marked(
        name,
        seen.map(({ day, grade }) => ({ day, mark: grade === null ? '?' : `${grade}` })),
      ),
    ),
    ...medicines
      .slice(0, rowsAtMost)
      .map(({ name, from, to, isOpen }) =>
        row(shown(name), medicineCells({ from, to, isOpen }, columns, blank())),
      ),
    ...marked(
      'Sessions',
      planned.map(({ day, standing }) => ({ day, mark: marks[standing] })),
    ),
    ...marked(
      'Assessments',
      assessments.map(({ day, standing }) => ({ day, mark: marks[standing] })),
    ),
    ...marked(
      'Reviews',
      turns
        .filter(({ kind }) => kind === 'checkpoint')
        .map(({ day, standing }) => ({ day, mark: marks[standing] })),
    ),
    ...marked(
      'Decisions',
      turns.filter(({ kind }) => kind === 'decision').map(({ day }) => ({ day, mark: 'd' })),
    ),
  ]
}

function rank(mark: string): number {
  return weight.indexOf(mark)
}

function columnOf({ from, perColumn, count }: Columns, day: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((day - from) / perColumn)))
}

/** A line for what is behind, dots for what is planned, and the name where it begins. */
function phaseCells(phases: readonly PhaseBand[], columns: Columns, cells: string[]): readonly string[] {
  for (const { short, bands } of stretchesOf(phases)) {
    let [first, last] = [columns.count, 0]
    for (const { from, to, isPlanned } of bands) {
      const [start, end] = [
        columnOf(columns, dayNumber(from)),
        to === null ? columns.count - 1 : columnOf(columns, dayNumber(to)),
      ]
      for (let at = start; at <= end; at += 1) cells[at] = isPlanned ? '·' : '─'
      first = Math.min(first, start)
      last = Math.max(last, end)
    }
    const word = [...`|${shown(short)}`].slice(0, Math.max(1, last - first))
    for (const [at, letter] of word.entries()) cells[first + at] = letter
  }
  return cells
}

const heights = '▁▂▃▄▅▆▇█'

/** The totals as columns between the lowest and the highest of them; the last of a column is shown. */
function scoreCells(
  points: DrawnTimeline['scores'][number]['points'],
  columns: Columns,
  cells: string[],
): readonly string[] {
  const totals = points.map(({ total }) => total)
  const [low, high] = totals.reduce(
    ([least, most], total) => [Math.min(least, total), Math.max(most, total)],
    [0, 1],
  )
  for (const { day, total } of points) {
    const height = Math.round(((total - low) / (high - low)) * (heights.length - 1))
    cells[columnOf(columns, day)] = heights[height] ?? ' '
  }
  return cells
}

function medicineCells(
  { from, to, isOpen }: Pick<DrawnTimeline['medicines'][number], 'from' | 'to' | 'isOpen'>,
  columns: Columns,
  cells: string[],
): readonly string[] {
  const isVague = from === null || (to === null && !isOpen)
  const [start, end] = [columnOf(columns, from ?? columns.from), columnOf(columns, to ?? columns.today)]
  for (let at = start; at <= end; at += 1) cells[at] = isVague ? '~' : '─'
  return cells
}

/** Where today is, and dates under the columns as far as there is room. */
function axisLines(columns: Columns, paper: Paper): readonly string[] {
  const { from, perColumn, count, today } = columns
  const now = columnOf(columns, today)
  const line = `${'─'.repeat(now)}┴${'─'.repeat(count - now - 1)}`
  const dates: string[] = Array.from({ length: count }, () => ' ')
  const step = Math.ceil(count / Math.max(1, Math.floor(count / 14)))
  for (let at = 0; at + 10 <= count; at += step)
    for (const [letter, sign] of [...dateOf(Math.floor(from + at * perColumn))].entries())
      dates[at + letter] = sign
  const label = 'now'
  const before = Math.min(now, count - label.length)
  return [
    `${' '.repeat(nameColumns)}${inked(paper, 'faint', line)}`,
    `${' '.repeat(nameColumns + before)}${label}`,
    `${' '.repeat(nameColumns)}${dates.join('')}`.trimEnd(),
  ]
}

/** The signs that are in the picture, no others. */
function legendLines(drawn: DrawnTimeline, { perColumn }: Columns, paper: Paper): readonly string[] {
  const standings = new Set(
    [...drawn.planned, ...drawn.assessments, ...drawn.turns.filter(({ kind }) => kind === 'checkpoint')].map(
      ({ standing }) => standing,
    ),
  )
  const signs = [
    ...(drawn.doses.length === 0 ? [] : ['^ dose']),
    ...(drawn.effects.length === 0 ? [] : ['1 to 5 grade of a side effect, ? not graded']),
    ...[...standings].map((standing) => `${marks[standing]} ${standingWords[standing]}`),
    ...(drawn.turns.some(({ kind }) => kind === 'decision') ? ['d decision'] : []),
  ]
  const days = Math.round(perColumn * 10) / 10
  return [
    ...paragraph(paper, signs.join('; '), { lead: 'Signs', hang: nameColumns, leadInk: 'faint' }),
    ...drawn.scores.slice(0, rowsAtMost).flatMap(({ instrument, points }) => {
      const [first, last] = [points[0], points.at(-1)]
      return first === undefined || last === undefined
        ? []
        : paragraph(
            paper,
            `first ${first.total} on ${dateOf(first.day)}, last ${last.total} on ${dateOf(last.day)}`,
            { lead: instrument.toUpperCase().slice(0, nameColumns - 1), hang: nameColumns, leadInk: 'faint' },
          )
    }),
    ...paragraph(
      paper,
      `A column is ${days === 1 ? 'a day' : `about ${days} days`}. Of several in one column that is shown which most asks for somebody’s eye.${[drawn.scores, drawn.effects, drawn.medicines].some((rows) => rows.length > rowsAtMost) ? ` Of each kind ${rowsAtMost} rows are shown.` : ''}`,
      { ink: 'faint' },
    ),
  ]
}

const turnsAtMost = 24

function turnLines({ turns }: DrawnTimeline, paper: Paper): readonly string[] {
  return [
    ...turns
      .slice(0, turnsAtMost)
      .flatMap(({ day, text }) => paragraph(paper, shown(text), { indent: 2, lead: dateOf(day), hang: 12 })),
    ...(turns.length > turnsAtMost
      ? paragraph(paper, `and ${turns.length - turnsAtMost} more`, { indent: 2 })
      : []),
  ]
}
