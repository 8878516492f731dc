/** What the definitions of outcome on the scales of depression share. @module */
import { type Citation, cite } from '../../kernel/evidence.ts'
import type { OutcomeDefinition } from '../../kernel/instrument.ts'
import { known, seen } from './instrument.ts'

/** A fall of half or more, as trials of depression use it. */
/* @__NO_SIDE_EFFECTS__ */
export function halved(...more: readonly Citation[]): OutcomeDefinition['response'] {
  return { percent: 50, certainty: 'S', sources: [cite('measure-outcome', 'ESKJP'), ...more] }
}

/** What is said of depression whatever the scale: partial response, early improvement, recovery. */
/* @__NO_SIDE_EFFECTS__ */
export function depressionCourse(): Pick<
  OutcomeDefinition,
  'partialResponse' | 'earlyImprovement' | 'recovery'
> {
  return {
    partialResponse: { percent: 25, ...known('outcome') },
    earlyImprovement: { percent: 20, withinDays: 14, ...known('outcome', 'SZEGEDI09') },
    recovery: { months: 6, ...seen('outcome', 'MEDICO11') },
  }
}
