/** Records that are nobody’s to judge. They are looked at before any other row and cannot be overridden. @module */
import { stated } from '../../kernel/rule.ts'
import { allProducts, bothPacks, scope, type UnsignedRule } from '../scope.ts'

const everywhere = /* @__PURE__ */ scope(allProducts, bothPacks)
const askWhose = ['check-record-identity'] as const

// Nothing clinical stands behind these rows: the state is read off the record itself, hence S and no source.

/** One row for each state of a record that stops everything. */
export const record = (): readonly UnsignedRule[] => [
  {
    id: 'record/deceased',
    version: 1,
    statement: 'Record of a person who has died',
    class: 'contraindicated',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: everywhere,
    when: stated('record-state-deceased'),
    because: 'Nobody can be treated under this record.',
    actions: askWhose,
    sources: [],
  },
  {
    id: 'record/merged',
    version: 1,
    statement: 'Record merged into another',
    class: 'contraindicated',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: everywhere,
    when: stated('record-state-merged'),
    because: 'What is known about the person stands in another record.',
    actions: askWhose,
    sources: [],
  },
  {
    id: 'record/test',
    version: 1,
    statement: 'Test record',
    class: 'contraindicated',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: everywhere,
    when: stated('record-state-test'),
    because: 'The record describes nobody.',
    actions: askWhose,
    sources: [],
  },
  {
    id: 'record/other-person',
    version: 1,
    statement: 'Record with another person’s data',
    class: 'contraindicated',
    basis: 'inference',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: everywhere,
    when: stated('record-state-other-person'),
    because: 'The data would be judged for the wrong person.',
    actions: askWhose,
    sources: [],
  },
  {
    id: 'record/unknown',
    version: 1,
    statement: 'State of the record unknown',
    class: 'specialist-review', // unknown is no state: it reads indeterminate until somebody looks
    basis: 'inference',
    certainty: 'S',
    asked: ['screening', 'session'],
    scope: everywhere,
    when: stated('record-state-unknown'),
    because: 'It is not known whether this is the living person’s own and current record.',
    actions: askWhose,
    sources: [],
  },
]
