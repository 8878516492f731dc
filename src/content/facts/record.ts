/** What the record says of itself, before anything clinical is asked. @module */
import type { FactRow } from '../../kernel/fact.ts'

/** States of a record that stop every judgement. The engine reads them from the record, not from statements. */
export const recordFacts = (): readonly FactRow[] => [
  {
    id: 'record-state-deceased',
    label: 'Record of a person who has died',
    ask: 'Has the person of this record died?',
    kind: 'statement',
    lists: [],
    lasting: true,
    means: 'ask',
  },
  {
    id: 'record-state-merged',
    label: 'Record merged into another',
    ask: 'Was this record merged into or replaced by another?',
    kind: 'statement',
    lists: [],
    lasting: true,
    means: 'ask',
  },
  {
    id: 'record-state-test',
    label: 'Test record',
    ask: 'Is this a test record?',
    kind: 'statement',
    lists: [],
    lasting: true,
    means: 'ask',
  },
  {
    id: 'record-state-other-person',
    label: 'Record with another person’s data',
    ask: 'Does this record hold the data of another person?',
    kind: 'statement',
    lists: [],
    lasting: true,
    means: 'ask',
  },
  {
    id: 'record-state-unknown',
    label: 'State of the record unknown',
    ask: 'Is it unknown whether this is the living person’s own and current record?',
    kind: 'statement',
    lists: [],
    means: 'ask',
  },
]
