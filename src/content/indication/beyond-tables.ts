/** A purpose the tables do not know, and one that was decided on outside the label. @module */
import { cite } from '../../kernel/evidence.ts'
import { anaesthesia } from '../dosing/forms.ts'
import { bothPacks, ketamine, nasal, scope, type UnsignedRule } from '../scope.ts'
import { indications, indicationsEu } from './evidence.ts'
import { notOnRecord, onRecord, purpose } from './row.ts'

/** For the spray such a purpose is outside its label like any other that the label does not name. */
export const unknownPurpose = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/purpose-not-known',
    statement: 'A purpose these tables do not know',
    basis: 'inference',
    scope: {
      ...scope(ketamine, bothPacks),
      exceptIndications: [...[...indications(), ...indicationsEu()].map(({ id }) => id), anaesthesia],
    },
    when: notOnRecord(),
    because:
      'Rows are chosen by the purpose of the plan: of one that is not known, or mistyped, none of them is asked.',
    actions: ['document-off-label-decision', 'document-off-label-consent'],
    sources: [cite('pre-consent', 'CPSBC')],
  }),
]

/** What lifts the hold of a label does not bring a plan inside it: the result goes on saying so. */
export const decided = (): readonly UnsignedRule[] => [
  purpose({
    id: 'indication/decided-outside-label',
    statement: 'Treatment outside the label, by a decision and a consent on record',
    class: 'caution',
    basis: 'inference',
    scope: scope(nasal, bothPacks),
    when: onRecord(),
    because:
      'The label holds no experience of this use: the consent covers that, the acute effects, misuse, bladder and liver, driving, and the limits of what is known over a long time.',
    actions: ['document-outside-label'],
    sources: [cite('pre-consent', 'CPSBC')],
  }),
]
