/** Whether an effect of the session is still there: one fact for each row of the catalogue that may be. @module */
import type { FactRow } from '../../kernel/fact.ts'
import { sideEffects } from '../side-effects/side-effects.ts'

/** Not expected of a session, and looked for in each all the same. */
const atAnyTime: readonly string[] = ['suicidality', 'mania', 'psychosis']

/** Answered from the log of the visit, or by a person who looked. */
export const openEffectFacts = (): readonly FactRow[] =>
  [
    ...sideEffects().filter((row) => row.duringSession || atAnyTime.includes(row.id)),
    // What was written down in words of its own.
    { id: 'other', term: 'an effect the catalogue does not name' },
  ].map(({ id, term }) => ({
    id: `open-${id}`,
    label: `Still there: ${term}`,
    ask: `Is this effect still there: ${term}?`,
    kind: 'statement',
    lists: [],
    statementMaxAge: 'release-answer-max-age',
    means: 'ask',
  }))
