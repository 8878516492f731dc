import { describe, expect, test } from 'vitest'
import { esketamineTrdUs } from '../../src/content/protocols/esketamine-us.ts'
import { diffPlans } from '../../src/course/diff-plans.ts'
import { parse } from '../../src/kernel/door.ts'
import { Protocol as Schema } from '../../src/kernel/protocol.schema.ts'
import type { Protocol } from '../../src/kernel/protocol.ts'
import { changed, decided, planned, visits } from './change-desk.ts'

const course = planned()

function upgraded(change: (protocol: Protocol) => unknown) {
  const found = parse(Schema, change(JSON.parse(JSON.stringify(esketamineTrdUs))))
  if (!found.ok) throw found.error
  return planned({ protocol: found.value })
}

test('a plan does not differ from itself', () => {
  expect(diffPlans({ before: course, after: planned() })).toEqual([])
})

test('a session that was moved is told once, with the assessment that moves with it', () => {
  const move = decided({ kind: 'move', session: 's10', day: '2026-12-30' } as const, '2026-12-22')
  const after = changed(course, visits(course, '2026-12-21'), move, '2026-12-22')
  expect(diffPlans({ before: course, after })).toEqual([
    { kind: 'moved', of: 's10', before: '2026-12-28 09:00', after: '2026-12-30 09:00' },
    {
      kind: 'assessment',
      of: 'check-after-session-s10',
      before: '2026-12-29 (2026-12-29 to 2026-12-30)',
      after: '2026-12-31 (2026-12-31 to 2027-01-01)',
    },
  ])
})

test('a choice on the day that was proposed moves nothing, and is told', () => {
  const closed = planned({ closures: [{ id: 'clinic', from: '2026-12-28' }] })
  const open = closed.sessions.find(({ status }) => status === 'to-choose')
  if (open === undefined) throw new Error('nothing to choose')
  const { id, place } = open
  const logs = visits(closed, '2026-12-21')
  const after = changed(
    closed,
    logs,
    decided({ kind: 'move', session: id, day: place.day, time: place.time }, '2026-12-22'),
    '2026-12-22',
  )
  expect(diffPlans({ before: closed, after })).toEqual([
    { kind: 'status', of: id, before: 'to-choose', after: 'chosen' },
  ])
})

test('told from the other side, what comes goes', () => {
  const cancel = decided({ kind: 'cancel', session: 's5' } as const, '2026-12-04')
  const after = changed(course, visits(course, '2026-12-03'), cancel, '2026-12-04')
  const away = diffPlans({ before: course, after })
  const back = diffPlans({ before: after, after: course })
  expect(away).toContainEqual({ kind: 'removed', of: 's5', before: '2026-12-07 09:00', after: null })
  expect(back).toContainEqual({ kind: 'added', of: 's5', before: null, after: '2026-12-07 09:00' })
  expect(back.length).toBe(away.length)
})

describe('another version of the protocol', () => {
  test('a dose that changes is told by its row and by each session it touches', () => {
    const after = upgraded((protocol) => ({
      ...protocol,
      version: '2',
      phases: protocol.phases.map((phase) =>
        phase.id === 'induction'
          ? {
              ...phase,
              doses: phase.doses.map((line, at) =>
                at === 0 ? { ...line, amounts: { unit: 'mg', values: [28] } } : line,
              ),
            }
          : phase,
      ),
    }))
    expect(diffPlans({ before: course, after })).toEqual([
      { kind: 'protocol', of: 'version', before: '1', after: '2' },
      { kind: 'protocol', of: 'phases.induction.doses.1', before: '56 mg', after: '28 mg' },
      { kind: 'doses', of: 's1', before: '56 mg', after: '28 mg' },
    ])
  })

  test('limits, checkpoints and spacing are told by row', () => {
    const after = upgraded((protocol) => ({
      ...protocol,
      limits: protocol.limits.filter(({ id }) => id !== 'one-a-day'),
      phases: protocol.phases.map((phase) =>
        phase.id === 'optimisation'
          ? {
              ...phase,
              weeks: 2,
              sessions: 2,
              checkpoints: [],
              intervals: phase.intervals.map((one) => ({ ...one, late: { value: 1, unit: 'd' } })),
            }
          : phase,
      ),
    }))
    const changes = diffPlans({ before: course, after })
    expect(changes.filter(({ kind }) => kind === 'protocol')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ of: 'limits.one-a-day', after: null }),
        expect.objectContaining({
          of: 'phases.optimisation.intervals.weekly',
          after: '1 in 1 wk, early session-early-weekly, late 1 d',
        }),
        expect.objectContaining({ of: 'phases.optimisation' }),
      ]),
    )
    // From the third weekly session on the course is in its next phase.
    expect(changes).toContainEqual({ kind: 'phase', of: 's11', before: 'optimisation', after: 'maintenance' })
  })

  test('a row that only cites another source is told too', () => {
    const after = upgraded((protocol) => ({
      ...protocol,
      limits: protocol.limits.map((row) => ({ ...row, sources: [] })),
    }))
    const changes = diffPlans({ before: course, after })
    expect(changes.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'protocol limits.least-apart',
      'protocol limits.one-a-day',
    ])
    expect(changes.every((one) => one.before !== one.after)).toBe(true)
    expect(changes.every(({ after: now }) => now === 'sources: none')).toBe(true)
  })

  test('of a row that changed only what changed in it is told, in words', () => {
    const after = upgraded((protocol) => ({
      ...protocol,
      limits: protocol.limits.map((row) => ({ ...row, label: `${row.label}!` })),
      phases: protocol.phases.map((phase) => ({
        ...phase,
        checkpoints: phase.checkpoints.map((row) =>
          row.id === 'benefit' ? { ...row, at: { afterSessions: 6 }, blocks: false } : row,
        ),
      })),
    }))
    const changes = diffPlans({ before: course, after })
    expect(changes.filter(({ kind }) => kind === 'protocol')).toEqual([
      {
        kind: 'protocol',
        of: 'limits.least-apart',
        before: 'label: Least time between two sessions',
        after: 'label: Least time between two sessions!',
      },
      expect.objectContaining({ of: 'limits.one-a-day' }),
      {
        kind: 'protocol',
        of: 'phases.induction.checkpoints.benefit',
        before: 'at: end phase; blocks: true',
        after: 'at: afterSessions 6; blocks: false',
      },
    ])
    for (const { before, after: now } of changes) expect(`${before}${now}`).not.toMatch(/[{}"]/)
  })
})

test.each([
  ['nothing', undefined, 'bad-argument'],
  ['one plan', { before: course }, 'not-parsed'],
  ['a plan that never came through the door', { before: course, after: { ...course } }, 'not-parsed'],
])('%s is a mistake', (_name, plans, code) => {
  expect(() => diffPlans(plans as never)).toThrow(expect.objectContaining({ code }))
})
