/** Whether the host has put members on the prototype of all objects under names that are data here. @module */
import { alteredPrototype } from './codes.ts'
import { Refusal } from './refusal.ts'

/** Members that may be absent from a record, a rule, a policy, a plan or a result, and would then be inherited. */
// Put together where they are needed: a list that is worked out as the module loads would be shipped with everything.
const names = (): readonly string[] =>
  [
    // of a record
    'id codes text recordedAt from display onset abated severity site period start end lastTaken dose perDay route type criticality reaction performed value unit bound absent upperLimit at method group answer grade by complete read noneKnown birthDate sex conditions medicines allergies procedures observations statements antidepressantTrials highestDosePerDay attestations incomplete extensions',
    // of tables and policies
    'elsewhere within relativeTo onlyIfRecorded maxAge settings indications exceptIndications to core history confirm includes except needsStatement askedOf entryMaxAge statementMaxAge grades speaksOf lasting policy edge source section',
    'onOxygen position unread systolic diastolic heartRate respiratoryRate oxygenSaturation temperature',
    // of definitions and trials
    'stated rxnorm strict augmentation notOral formNotTold differentClasses labelOf products statuses alsoRisk episode',
    // of arguments and results
    'baseline signs scales patient plan timeCritical without booked number product most resolved distress action rescue nextDose serious sideEffects',
    // of a log
    'late happenedAt happened untimed correctedBy schedule turn dueAt firstDevice lastDevice impossible',
    // of orders and of what was given
    'confirmed previous phase limits saltFactor perDevice body height over count holds amount rate concentration volume delivered left',
    // of courses and their questions
    'closures preferences adjuncts horizon sessions until away weekdays intervals choices keep weeks time',
    // of instruments and forms
    'reversed notAssessed unscored notAskedIf loinc answers oneOf times missing domain of for range triage takenAt rater statedTotal',
    'indication setting overrides zoneTables why said hit override list limit against outsideTheLabel entries',
  ]
    .join(' ')
    .split(' ')

/** The members every object has by the language itself. */
const standardMembers = 12

/**
 * Whether the host has added members to every object.
 *
 * @throws Refusal `altered-prototype` where one of them stands under a name that is data here: what is absent would
 *   then be answered by the host
 */
export function isAltered(): boolean {
  // Nearly always nothing was added: one look-up.
  if (Object.getOwnPropertyNames(Object.prototype).length <= standardMembers) return false
  if (names().some((name) => Object.hasOwn(Object.prototype, name))) throw new Refusal(alteredPrototype, '')
  return true
}

const nothing = /* @__PURE__ */ Object.freeze({})

/**
 * The same for each judgement, where nothing may be allocated: members that were plainly assigned.
 *
 * Those that were hidden from enumeration are met at the door.
 *
 * @throws Refusal `altered-prototype`
 */
export function demandUnaltered(): void {
  for (const _inherited in nothing) {
    isAltered()
    return
  }
}
