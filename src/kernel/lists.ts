/** What is asked about a whole list of a record. @module */
import type { ListName } from './fact.ts'

/** The question that settles what a list leaves open, for each list. */
export const listQuestions: Readonly<Record<ListName, string>> = {
  conditions: 'Confirm that the problem list is complete and that every entry was read for this purpose.',
  medicines:
    'Confirm that the list of medicines is complete, with those bought over the counter, and that every entry was read.',
  allergies:
    'Confirm that the list of allergies is complete, or state that none are known, and that every entry was read.',
  procedures: 'Confirm that the list of procedures is complete and that every entry was read.',
  observations: 'Provide the observations: the record came without all of them.',
}

/** Whether a word names a list of a record. */
export function isListName(name: string): name is ListName {
  return Object.hasOwn(listQuestions, name)
}
