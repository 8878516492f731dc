/** The one list of codes: what went wrong, or was odd, in words that never carry a value. @module */

/** How much a code weighs: nothing came back, something was put aside, something looks odd. */
export type Severity = 'refused' | 'set-aside' | 'warning'

/** One code. Its meaning never changes between versions. */
export interface CodeRow<C extends string = string> {
  readonly code: C
  readonly severity: Severity
  /** What was wrong, and what to do. */
  readonly text: string
}

/* @__NO_SIDE_EFFECTS__ */
function row<C extends string>(code: C, severity: Severity, text: string): CodeRow<C> {
  return { code, severity, text }
}

// At the door.
export const notJson = row(
  'not-json',
  'refused',
  'This is not plain JSON data. Pass objects, arrays, strings, numbers, booleans and null only.',
)
export const notReadable = row(
  'not-readable',
  'refused',
  'This value could not be read without running code. Pass a plain copy of the data.',
)
export const hostileKey = row('hostile-key', 'refused', 'This key is never data. Remove it.')
export const tooDeep = row('too-deep', 'refused', 'The data is nested more deeply than any record is.')
export const tooLarge = row(
  'too-large',
  'refused',
  'The data is larger than any record is. Split it, or drop attachments.',
)
export const wrongShape = row(
  'wrong-shape',
  'refused',
  'This field is missing, or is not of the kind its schema asks for.',
)
export const unknownKey = row(
  'unknown-key',
  'refused',
  'This field is not known here. Correct its name, or keep it under `extensions`.',
)
export const unknownUnit = row(
  'unknown-unit',
  'refused',
  'This unit is not in the list of units. Write the UCUM code.',
)
export const outOfBounds = row(
  'out-of-bounds',
  'refused',
  'This value lies outside what any living adult can have. Check the number and its unit.',
)
export const badDate = row(
  'bad-date',
  'refused',
  'This is no calendar date or instant. Write YYYY-MM-DD, or an instant with its offset.',
)
export const twoEnds = row(
  'two-ends',
  'refused',
  'A medicine carries the end of its period or the last intake, not both.',
)
export const unknownFormat = row(
  'unknown-format',
  'refused',
  'This format is not one this version reads. Convert the record, or update the library.',
)
export const duplicateKey = row(
  'duplicate-key',
  'refused',
  'This JSON text names one member twice, so one of the two would be lost.',
)

export const answerOrGrade = row(
  'answer-or-grade',
  'refused',
  'A statement carries an answer or a grade, one of the two.',
)
export const unseenHardStop = row(
  'unseen-hard-stop',
  'refused',
  'A rule whose source was not seen cannot be a contraindication. Choose another class, or cite what was seen.',
)

// Calls.
export const alteredPrototype = row(
  'altered-prototype',
  'refused',
  'This page has added a member to every object under a name that is data here, so what is absent could not be told. Remove it.',
)
export const notParsed = row(
  'not-parsed',
  'refused',
  'This record did not come through `parse`. Parse it once, at the door.',
)
export const badArgument = row(
  'bad-argument',
  'refused',
  'This argument is missing or is not of the kind the function asks for.',
)
export const unknownProduct = row(
  'unknown-product',
  'refused',
  'This product is not covered, and no neighbour’s rules stand in for it.',
)
export const birthDateAhead = row(
  'birth-date-ahead',
  'refused',
  'The birth date lies after the time of the judgement.',
)
export const unknownZone = row(
  'unknown-zone',
  'refused',
  'This is no time zone name known here. Use an IANA name.',
)
export const contentIncomplete = row(
  'content-incomplete',
  'refused',
  'This pack was made without the tables the function needs. Use the whole pack of the jurisdiction.',
)
export const policyIncomplete = row(
  'policy-incomplete',
  'refused',
  'A rule asks for a policy number that the policy does not hold.',
)
export const idClash = row(
  'id-clash',
  'refused',
  'Two rows share one id. Give the added row an id of its own.',
)
export const danglingReference = row(
  'dangling-reference',
  'refused',
  'This row names another row that is not in the pack.',
)

// Reading other people’s formats.
export const notFhirR4 = row(
  'not-fhir-r4',
  'refused',
  'This is no FHIR R4 JSON of a kind that is read here: a bundle of type collection, searchset, transaction or batch, or resources.',
)
export const noPatient = row(
  'no-patient',
  'refused',
  'There is no Patient resource, so nothing can be said of anyone.',
)
export const twoPatients = row(
  'two-patients',
  'refused',
  'There is more than one patient. Pass one patient at a time.',
)
export const notUtf8 = row('not-utf-8', 'refused', 'These bytes are not UTF-8 text.')
export const tornLine = row('torn-line', 'refused', 'This line is not a whole JSON text.')
export const noRecords = row('no-records', 'refused', 'There is no record in this input.')
export const fileNotRead = row(
  'file-not-read',
  'refused',
  'This file or folder is not there, or may not be read.',
)
export const exportTooLarge = row(
  'export-too-large',
  'refused',
  'This export holds more resources than are grouped by patient in memory. Split it by patient.',
)
export const exportTorn = row(
  'export-torn',
  'warning',
  'A line of the export this record was gathered from could not be read, so no list is complete.',
)

// Oddities in a record that was judged all the same.
export const entryNotPlaced = row(
  'entry-not-placed',
  'set-aside',
  'This entry could not be placed by its codes. A person has to read it.',
)
export const entryPossible = row(
  'entry-possible',
  'set-aside',
  'This entry is not confirmed. A person has to decide whether it counts.',
)
export const readingNotReadable = row(
  'reading-not-readable',
  'set-aside',
  'This reading has no value that can be used.',
)
export const readingUndated = row(
  'reading-undated',
  'set-aside',
  'This entry has no date that can be used, so it counts as if it were new and cannot be relied on.',
)
export const readingAhead = row(
  'reading-ahead',
  'set-aside',
  'This entry is dated after the time of the judgement.',
)
export const readingInverted = row(
  'reading-inverted',
  'set-aside',
  'The systolic pressure is not above the diastolic pressure. Neither is used.',
)
export const pressuresInverted = row(
  'pressures-inverted',
  'refused',
  'The systolic pressure is not above the diastolic one. Check which number is which.',
)
export const baselineAfterReading = row(
  'baseline-after-reading',
  'set-aside',
  'The baseline was taken after the reading it is compared with, so no change is worked out.',
)
export const readingUnusual = row(
  'reading-unusual',
  'warning',
  'This value is unusual. Confirm the number and its unit.',
)
export const weightJump = row(
  'weight-jump',
  'warning',
  'The weight changed by more than is likely. Confirm it.',
)
export const weightRatio = row(
  'weight-ratio',
  'warning',
  'The last two weights differ by a ratio near 2.2, that of pounds to kilograms. Confirm the unit.',
)
export const statementUnknown = row(
  'statement-unknown',
  'warning',
  'This statement answers a question that no row of the tables asks.',
)
export const sameIdOtherContent = row(
  'same-id-other-content',
  'warning',
  'Two entries share one id and differ. Both are read, the more cautious counts.',
)
export const activeButEnded = row(
  'active-but-ended',
  'warning',
  'This entry is marked active and carries an end in the past. It counts as active.',
)
export const noneKnownBesideEntries = row(
  'none-known-beside-entries',
  'warning',
  'A “none known” statement stands beside entries of the same list. The entries count.',
)
export const contentOutdated = row(
  'content-outdated',
  'warning',
  'This row is past the day of its next look. Update the library or compare the row with its source.',
)
export const overrideLapsed = row(
  'override-lapsed',
  'warning',
  'This override has expired, or the rule or the facts it saw have changed. It does not count.',
)
export const overrideRefused = row(
  'override-refused',
  'warning',
  'This override is not complete, or the rule can not be overridden. It does not count.',
)

// The log of a visit.
export const illegalTransition = row(
  'illegal-transition',
  'refused',
  'This can not follow from where the visit stands. Write down what can, or correct the entry before it.',
)
export const idTaken = row(
  'id-taken',
  'refused',
  'An entry of the log has this id already. Give the new entry an id of its own.',
)
export const eventAhead = row(
  'event-ahead',
  'refused',
  'This entry is dated further ahead than clocks differ. Check the clock it was written by.',
)
export const eventImpossibleHere = row(
  'event-impossible-here',
  'warning',
  'This entry can not follow from where the visit stood. It is kept and read, and the visit did not move.',
)
export const readyNotShown = row(
  'ready-not-shown',
  'warning',
  'The log does not show every required observation and the whole time of observation, so this entry did not count as readiness.',
)
export const leftBeforeReady = row(
  'left-before-ready',
  'warning',
  'The person left after a dose, and nobody had found them ready by the log.',
)
export const noDoseRecorded = row(
  'no-dose-recorded',
  'warning',
  'The person left, and the log holds neither a dose nor a refusal of it. Whether there was one is unknown.',
)
export const arrivalNotRecorded = row(
  'arrival-not-recorded',
  'warning',
  'Something was given before anybody wrote down that the person had come.',
)
export const resolvedNothing = row(
  'resolved-nothing',
  'warning',
  'This entry sees an effect gone that the log does not hold.',
)
export const goneBeforeSeen = row(
  'gone-before-seen',
  'warning',
  'This effect was seen to be gone before it was observed. It counts as still there.',
)
export const clockNotReliedOn = row(
  'clock-not-relied-on',
  'set-aside',
  'The times of this recorder do not agree with its count, so none of them is relied on.',
)
export const timeNotRecorded = row(
  'time-not-recorded',
  'set-aside',
  'This entry has no time. What rests on it is unknown.',
)
export const correctionOfNothing = row(
  'correction-of-nothing',
  'set-aside',
  'This correction speaks of an entry that is not in the log.',
)
export const correctionInACircle = row(
  'correction-in-a-circle',
  'set-aside',
  'These corrections speak of one another and of no entry. None of them is followed.',
)

// Sums and times.
export const unitMismatch = row(
  'unit-mismatch',
  'refused',
  'These units measure different things, or one of them is not listed. No amount is turned into another kind.',
)
export const notANumber = row('not-a-number', 'refused', 'This is not a finite number.')
export const badStep = row('bad-step', 'refused', 'A rounding step is a positive number.')
export const notADay = row('not-a-day', 'refused', 'This is no day of the calendar. Write YYYY-MM-DD.')
export const notATime = row('not-a-time', 'refused', 'This is no time of day. Write HH:MM.')
export const skippedLocalTime = row(
  'skipped-local-time',
  'refused',
  'The clocks were put forward over this local time, so it did not exist. Record the time before or after it.',
)
export const ambiguousLocalTime = row(
  'ambiguous-local-time',
  'refused',
  'The clocks were put back and this local time came twice. Record it with its offset.',
)
export const wrongOffset = row('wrong-offset', 'refused', 'The zone does not have this offset at that time.')

// Entries of a FHIR record that were put aside or read in part.
export const enteredInError = row(
  'entered-in-error',
  'set-aside',
  'This entry was recorded by mistake, as its own status says. It does not count.',
)
export const resourceNotRead = row(
  'resource-not-read',
  'set-aside',
  'No question is answered from resources of this type.',
)
export const familyHistoryNotRead = row(
  'family-history-not-read',
  'set-aside',
  'No rule asks for diseases of relatives.',
)
export const duplicateEntry = row(
  'duplicate-entry',
  'set-aside',
  'This entry stands in the input twice, word for word. It counts once.',
)
export const foreignSubject = row(
  'foreign-subject',
  'set-aside',
  'This entry is about another person. Find out how it came into this record.',
)
export const noSubject = row(
  'no-subject',
  'set-aside',
  'It cannot be told whom this entry is about, so its list is not complete.',
)
export const noResource = row('no-resource', 'set-aside', 'There is no resource here that could be read.')
export const deletedEntry = row(
  'deleted-entry',
  'set-aside',
  'This entry asks for something to be deleted and brings nothing to read.',
)
export const operationOutcome = row(
  'operation-outcome',
  'set-aside',
  'The sending system reports a problem instead of data, so no list is complete.',
)
export const nestedBundle = row(
  'nested-bundle',
  'set-aside',
  'A bundle inside the bundle is not opened, so no list is complete.',
)
export const medicationNotUsed = row(
  'medication-not-used',
  'set-aside',
  'No order or statement refers to this medication.',
)
export const noCodeRead = row(
  'no-code-read',
  'set-aside',
  'This entry has no code of a system that is read. It is kept for a person to look at.',
)
export const modifierNotKnown = row(
  'modifier-not-known',
  'set-aside',
  'This entry carries a modifier that may turn its meaning round. Only its place in the list is kept.',
)
export const notAsInR4 = row(
  'not-as-in-r4',
  'set-aside',
  'This entry has elements of another release, or of another kind than R4 has. Only its place in the list is kept.',
)
export const testData = row(
  'test-data',
  'set-aside',
  'This entry is marked as test data. Only its place in the list is kept.',
)
export const statusNotKnown = row(
  'status-not-known',
  'set-aside',
  'The status of this entry is no code of R4. It counts as unknown.',
)
export const referenceNotResolved = row(
  'reference-not-resolved',
  'set-aside',
  'The medication this entry refers to is not here.',
)
export const ingredientNotRead = row(
  'ingredient-not-read',
  'set-aside',
  'An ingredient of this product has no code that is read.',
)
export const valueNotRead = row(
  'value-not-read',
  'set-aside',
  'This reading has no number that can be used. It counts as unknown at its time.',
)
export const unitNotRead = row(
  'unit-not-read',
  'set-aside',
  'This reading has no listed UCUM unit, or one of another kind. It counts as unknown at its time.',
)
export const valueImpossible = row(
  'value-impossible',
  'set-aside',
  'This reading lies outside what any living adult can have. It counts as unknown at its time.',
)
export const dateNotRead = row(
  'date-not-read',
  'set-aside',
  'A date of this entry is no FHIR date. The entry counts as undated.',
)
export const flagToRead = row(
  'flag-to-read',
  'set-aside',
  'This is an alert and no diagnosis. It is kept for a person to look at.',
)
export const morePages = row('more-pages', 'warning', 'This is one page of several, so no list is complete.')
export const fewerThanTotal = row(
  'fewer-than-total',
  'warning',
  'The search found more than was sent, so no list is complete.',
)
export const subsetted = row(
  'subsetted',
  'warning',
  'Parts of this resource were left out by the sender, so its list is not complete.',
)
export const listAbsent = row(
  'list-absent',
  'warning',
  'Nothing of this kind was sent. That is not the same as nothing there.',
)
export const recordNotInUse = row(
  'record-not-in-use',
  'warning',
  'The sending system marks this patient record as not in use.',
)

// What was given, and what is ordered.
export const amountUnknown = row(
  'amount-unknown',
  'warning',
  'An amount, a rate, a strength or what a device holds was not written down, so what was given is a range.',
)
export const amountNotUsed = row(
  'amount-not-used',
  'set-aside',
  'This amount has a unit of another kind or is below zero. It counts as unknown.',
)
export const aboveWhatItHeld = row(
  'above-what-it-held',
  'warning',
  'More was given, or left, than the device, bag or syringe held. One of the numbers is wrong.',
)
export const infusionWithoutStart = row(
  'infusion-without-start',
  'warning',
  'The log speaks of an infusion whose start nobody wrote down, so nothing bounds what it gave.',
)
export const infusionOverlap = row(
  'infusion-overlap',
  'warning',
  'An infusion was started while another one was not stopped. The other may have gone on beside it.',
)
export const eventAfterStop = row(
  'event-after-stop',
  'warning',
  'The log speaks of an infusion after its stop. It may have run until then.',
)
export const orderUnknown = row(
  'order-unknown',
  'warning',
  'It cannot be told when, or in which order, these entries happened. The bounds hold every order.',
)
export const countDiffers = row(
  'count-differs',
  'warning',
  'Rate and time, what the pump counted and what was left do not agree. The bounds hold all of them.',
)
export const lossOfNothing = row(
  'loss-of-nothing',
  'warning',
  'This loss or waste names no administration of the log. It may be part of any.',
)
export const lossAboveGiven = row(
  'loss-above-given',
  'warning',
  'More was reported lost than was given. The upper bound does not count on it.',
)
export const saltMixed = row(
  'salt-mixed',
  'refused',
  'Some amounts count the base and some the hydrochloride. Name the factor between them.',
)
export const notAboveZero = row(
  'not-above-zero',
  'refused',
  'This amount, rate, time or strength is not above zero. Check the number.',
)
export const notWholeDevices = row(
  'not-whole-devices',
  'refused',
  'This product is given in whole devices only, and this is no whole number of them. It is not rounded.',
)
export const perDeviceUnknown = row(
  'per-device-unknown',
  'refused',
  'An order in devices needs to say what a device holds.',
)
export const weightUnknown = row('weight-unknown', 'refused', 'A dose by weight needs a weight.')
export const weightBasisUnknown = row(
  'weight-basis-unknown',
  'refused',
  'The weight this dose is counted on cannot be worked out, and no other one stands in for it.',
)
export const durationUnknown = row(
  'duration-unknown',
  'refused',
  'An infusion needs the time it is given over.',
)
export const notAnInfusion = row(
  'not-an-infusion',
  'refused',
  'This order is not one for an infusion into a vein.',
)
export const needsConfirming = row(
  'needs-confirming',
  'refused',
  'Something changed since the last session, or is too old. A person has to confirm each item named.',
)
export const overCeiling = row(
  'over-ceiling',
  'refused',
  'This dose or rate is above a maximum. The least of them is named.',
)
export const ceilingLoosened = row(
  'ceiling-loosened',
  'refused',
  'A maximum was raised above the one that is shipped, or taken away. It may be lowered; raising it takes a named override with a reason.',
)
export const volumeAboveBag = row(
  'volume-above-bag',
  'refused',
  'The volume drawn is larger than the final volume of the bag.',
)
export const roundedToNothing = row(
  'rounded-to-nothing',
  'refused',
  'Nothing is left once this is rounded to its step. Choose a finer step.',
)
export const notInProductTable = row(
  'not-in-product-table',
  'refused',
  'No line of the table of products has this combination of product, route, enantiomer, form of order, setting and place.',
)
export const historyInConflict = row(
  'history-in-conflict',
  'warning',
  'More sessions were given than the number of this one leaves room for. One of the two is wrong.',
)
export const noConversion = row(
  'no-conversion',
  'refused',
  'No dose of one product, enantiomer or route is turned into a dose of another.',
)
export const moreThanOneVial = row(
  'more-than-one-vial',
  'warning',
  'This dose takes more than one vial. Check the strength of the vial and the number of milligrams.',
)
export const weightToReview = row(
  'weight-to-review',
  'warning',
  'This weight or body mass index lies outside what the trials behind the dose took. Review the dose.',
)
export const impossibleStep = row(
  'impossible-step',
  'refused',
  'This step is not possible where it stands: it goes back in time, or the pump is not in the state it asks for.',
)

export const scaleNotRead = row(
  'scale-not-read',
  'warning',
  'No question of a visit is answered from a scale of this name. It is kept; check the name where one should be.',
)
export const beforeTables = row(
  'before-tables',
  'refused',
  'The instant lies before the first day the tables speak of. Nothing found there would mean nothing.',
)
// Measures and who the treatment is for.
export const unknownItem = row(
  'unknown-item',
  'refused',
  'The instrument has no item of this id. Check which instrument and version the answers are of.',
)
export const answerOutOfRange = row(
  'answer-out-of-range',
  'refused',
  'This item does not take this value. Nothing is moved into range: correct the answer, or leave the item out.',
)
export const answerNotWhole = row(
  'answer-not-whole',
  'refused',
  'An answer is a whole number, a code of the answer list of the item, or null. Nothing is rounded or read from text.',
)
export const tooManyAnswers = row(
  'too-many-answers',
  'refused',
  'There are more answers than any form has. Pass the answers of one form.',
)
export const wrongRater = row(
  'wrong-rater',
  'refused',
  'The form was rated by somebody other than this instrument is for. Score it with the instrument of that rater.',
)
export const statedTotalOutOfRange = row(
  'stated-total-out-of-range',
  'refused',
  'The stated total lies outside what this instrument can come to.',
)
export const unknownAnswerCode = row(
  'unknown-answer-code',
  'set-aside',
  'This code is not in the answer list of the item. The item counts as unanswered.',
)
export const answeredThoughNotAsked = row(
  'answered-though-not-asked',
  'warning',
  'The form skips this item after an earlier answer, and it was answered all the same.',
)
export const mixedInstruments = row(
  'mixed-instruments',
  'refused',
  'A series holds the scores of one instrument in one version by one rater. Make a series for each.',
)
export const scoreAhead = row(
  'score-ahead',
  'refused',
  'This score lies after the instant of the question. Check its date.',
)
export const tooManyScores = row(
  'too-many-scores',
  'refused',
  'There are more scores than a course can have. Pass those of one course.',
)
export const definitionOfAnother = row(
  'definition-of-another',
  'refused',
  'The definition is for another instrument. Choose one of the instrument of the series.',
)
export const noScoreConversion = row(
  'no-score-conversion',
  'refused',
  'No published table leads from this scale to that one. Use the instrument itself.',
)
export const scoreNotInTable = row(
  'score-not-in-table',
  'refused',
  'The published table, as far as it was seen, has no row for this total.',
)
export const scoreNotComplete = row(
  'score-not-complete',
  'refused',
  'Only a complete score is converted. Ask for the missing answers first.',
)
export const startAhead = row(
  'start-ahead',
  'refused',
  'The first dose lies after the instant of the question. Check its date.',
)
export const unknownClaim = row('unknown-claim', 'refused', 'The registry holds no claim of this id.')
export const unknownDefinition = row(
  'unknown-definition',
  'refused',
  'The tables hold no definition of this id.',
)
export const unknownIndication = row(
  'unknown-indication',
  'warning',
  'The tables do not know this indication. Nothing is said of its evidence.',
)
export const endBeforeStart = row(
  'end-before-start',
  'warning',
  'The end lies before the start, so nobody knows how long it lasted. Correct the one that is wrong.',
)
export const notStoppedButEnded = row(
  'not-stopped-but-ended',
  'warning',
  'This trial is marked as not stopped and carries an end in the past. It counts as ended between that day and now.',
)

// Courses and plans.
export const planInfeasible = row(
  'plan-infeasible',
  'refused',
  'No plan keeps all of this. Give way in one of the constraints named, or choose another start or pattern.',
)
export const startInPast = row(
  'start-in-past',
  'refused',
  'The course would start before the day of the question. Choose a later day.',
)
export const horizonTooLong = row(
  'horizon-too-long',
  'refused',
  'The plan would reach further than ten years or 400 sessions. Shorten it, and extend it later.',
)
export const tooManyClosures = row(
  'too-many-closures',
  'refused',
  'This is more closures than a plan can meet. Leave out those before its start and after its end.',
)
export const tooFewSlots = row(
  'too-few-slots',
  'refused',
  'The pattern has fewer places in a week than the protocol has sessions. Add a place.',
)
export const protocolNotInForce = row(
  'protocol-not-in-force',
  'refused',
  'The protocol was not in force on the day of the start. Choose the one of that day.',
)
export const protocolNotForPerson = row(
  'protocol-not-for-person',
  'refused',
  'The protocol is for another age. Choose the one for this person.',
)
export const protocolNotForPurpose = row(
  'protocol-not-for-purpose',
  'refused',
  'The protocol is not for this indication. Choose one that is.',
)
export const spacingContradicts = row(
  'spacing-contradicts',
  'refused',
  'Two limits of the protocol cannot both be kept. Change one of them.',
)
export const phasesInCircle = row(
  'phases-in-circle',
  'refused',
  'The phases of the protocol follow one another in a circle. Let the last one end it, or leave it open.',
)
export const unknownPhase = row(
  'unknown-phase',
  'refused',
  'The protocol names a phase or an interval it does not have. Correct the name.',
)
export const unitOfAnother = row(
  'unit-of-another',
  'refused',
  'This number counts in another unit than the row it stands in. Use min or h for hours, d for days.',
)
export const rangeReversed = row(
  'range-reversed',
  'refused',
  'This range ends before it begins. Exchange its ends.',
)
export const assessmentUnreachable = row(
  'assessment-unreachable',
  'refused',
  'This row hangs on a session, a phase or an adjunct the protocol does not have.',
)
export const anotherCourse = row(
  'another-course',
  'refused',
  'This visit belongs to another course or another person. Leave it out.',
)
export const unknownPlannedSession = row(
  'unknown-planned-session',
  'refused',
  'The course has no such planned session.',
)
export const notStillToCome = row(
  'not-still-to-come',
  'refused',
  'This session was given, missed or cancelled, and cannot be changed any more.',
)
export const outsideWindow = row(
  'outside-window',
  'refused',
  'This place lies outside the window of the session. Choose one inside it.',
)
export const breaksLimit = row(
  'breaks-limit',
  'refused',
  'This place breaks a limit of the protocol, a closure or a preference. Choose another.',
)
export const courseEnded = row('course-ended', 'refused', 'The course has ended. Start a new one.')
export const nothingToDecide = row(
  'nothing-to-decide',
  'refused',
  'There is nothing in the course this decision could be about.',
)
export const decisionAhead = row(
  'decision-ahead',
  'refused',
  'The decision is dated after the moment of the question. Correct its time.',
)
export const decisionRepeated = row(
  'decision-repeated',
  'refused',
  'A decision of this id is on record already. Give it an id of its own.',
)
export const tooManySessions = row(
  'too-many-sessions',
  'refused',
  'This is more visits than a course can have. Hand in those of one course.',
)
export const adjunctNotStated = row(
  'adjunct-not-stated',
  'warning',
  'The protocol has something beside the drug of which nobody said whether it is part of this plan. Ask.',
)
export const ageNotKnown = row(
  'age-not-known',
  'warning',
  'The protocol is for an age, and the age of the person is not known. Ask for the birth date.',
)
export const plannedTimeMoved = row(
  'planned-time-moved',
  'warning',
  'The clock is put forward over the planned time; the first instant after it was taken.',
)
export const plannedTimeTwice = row(
  'planned-time-twice',
  'warning',
  'The clock shows the planned time twice; the earlier of the two was taken.',
)
export const placeToChoose = row(
  'place-to-choose',
  'warning',
  'The regular place of this session is taken away. Choose one of its alternatives.',
)
export const visitNotPlaced = row(
  'visit-not-placed',
  'warning',
  'This visit is none of the planned sessions. It counts for gaps and exposure.',
)
export const visitOutsideWindow = row(
  'visit-outside-window',
  'warning',
  'This visit was on a day outside the window of the session it was booked as. Look whether the right one is named.',
)
export const visitWithoutTime = row(
  'visit-without-time',
  'warning',
  'Nobody knows when this visit was. What hangs on it is not known.',
)
export const sessionTwice = row(
  'session-twice',
  'warning',
  'Two visits stand for one planned session; the one in which more was given counts as it.',
)
export const givenTooSoon = row(
  'given-too-soon',
  'warning',
  'A dose was given closer to the one before it than the protocol allows.',
)
export const courseInDoubt = row(
  'course-in-doubt',
  'warning',
  'The log leaves open whether this session counts as given. Complete it.',
)
export const recordNotActive = row(
  'record-not-active',
  'refused',
  'This is not the record of a living person under care. Look at its state.',
)

/** A calendar without a single entry: its format knows none. */
export const calendarEmpty = row(
  'calendar-empty',
  'refused',
  'Nothing is planned, and the format of calendars knows no empty one. Plan a session first.',
)
export const phaseUnreachable = row(
  'phase-unreachable',
  'refused',
  'Nothing leads to this phase. Name it as the next of a phase that ends, or leave it out.',
)
export const dosesOverlap = row(
  'doses-overlap',
  'refused',
  'Two lines of doses speak of the same session. Let each session stand in one of them.',
)
export const doseMissing = row(
  'dose-missing',
  'refused',
  'No line of doses speaks of the first session. Add one, or leave the doses out.',
)

export const noteOfNothing = row(
  'note-of-nothing',
  'set-aside',
  'This note speaks of an entry that the timeline does not hold. Correct the id.',
)

export const earlierContradicts = row(
  'earlier-contradicts',
  'refused',
  'Of the time before, either the sessions or the milligrams are stated as none, and the other is not. Correct the one that is wrong, or leave out what nobody knows.',
)

// Of the plan of a course, once more.
export const adjunctRequired = row(
  'adjunct-required',
  'warning',
  'The protocol requires something beside the drug that is stated as no part of this plan. Say why, or plan it.',
)
export const protocolOfElsewhere = row(
  'protocol-of-elsewhere',
  'warning',
  'The protocol is of a country that neither the pack nor the policy names. Check which label binds here.',
)
export const intervalToChoose = row(
  'interval-to-choose',
  'warning',
  'This phase allows more than one frequency and nobody chose: the first is laid out. Choose one.',
)

/** Every code there is, for catalogues and tests. */
export const allCodes = [
  notJson,
  notReadable,
  hostileKey,
  tooDeep,
  tooLarge,
  wrongShape,
  unknownKey,
  unknownUnit,
  outOfBounds,
  badDate,
  twoEnds,
  answerOrGrade,
  unseenHardStop,
  unknownFormat,
  duplicateKey,
  alteredPrototype,
  notParsed,
  badArgument,
  unknownProduct,
  birthDateAhead,
  unknownZone,
  contentIncomplete,
  policyIncomplete,
  idClash,
  danglingReference,
  notFhirR4,
  noPatient,
  twoPatients,
  notUtf8,
  tornLine,
  noRecords,
  fileNotRead,
  exportTooLarge,
  exportTorn,
  entryNotPlaced,
  entryPossible,
  readingNotReadable,
  readingUndated,
  readingAhead,
  readingInverted,
  pressuresInverted,
  baselineAfterReading,
  readingUnusual,
  weightJump,
  weightRatio,
  statementUnknown,
  sameIdOtherContent,
  activeButEnded,
  noneKnownBesideEntries,
  contentOutdated,
  overrideLapsed,
  overrideRefused,
  illegalTransition,
  idTaken,
  eventAhead,
  eventImpossibleHere,
  readyNotShown,
  leftBeforeReady,
  noDoseRecorded,
  arrivalNotRecorded,
  resolvedNothing,
  goneBeforeSeen,
  clockNotReliedOn,
  timeNotRecorded,
  correctionOfNothing,
  correctionInACircle,
  unitMismatch,
  notANumber,
  badStep,
  notADay,
  notATime,
  skippedLocalTime,
  ambiguousLocalTime,
  wrongOffset,
  enteredInError,
  resourceNotRead,
  familyHistoryNotRead,
  duplicateEntry,
  foreignSubject,
  noSubject,
  noResource,
  deletedEntry,
  operationOutcome,
  nestedBundle,
  medicationNotUsed,
  noCodeRead,
  modifierNotKnown,
  notAsInR4,
  testData,
  statusNotKnown,
  referenceNotResolved,
  ingredientNotRead,
  valueNotRead,
  unitNotRead,
  valueImpossible,
  dateNotRead,
  flagToRead,
  morePages,
  fewerThanTotal,
  subsetted,
  listAbsent,
  recordNotInUse,
  amountUnknown,
  amountNotUsed,
  aboveWhatItHeld,
  infusionWithoutStart,
  infusionOverlap,
  eventAfterStop,
  orderUnknown,
  countDiffers,
  lossOfNothing,
  lossAboveGiven,
  saltMixed,
  notAboveZero,
  notWholeDevices,
  perDeviceUnknown,
  weightUnknown,
  weightBasisUnknown,
  durationUnknown,
  notAnInfusion,
  needsConfirming,
  overCeiling,
  ceilingLoosened,
  volumeAboveBag,
  roundedToNothing,
  notInProductTable,
  historyInConflict,
  noConversion,
  impossibleStep,
  moreThanOneVial,
  weightToReview,
  scaleNotRead,
  beforeTables,
  unknownItem,
  answerOutOfRange,
  answerNotWhole,
  tooManyAnswers,
  wrongRater,
  statedTotalOutOfRange,
  unknownAnswerCode,
  answeredThoughNotAsked,
  mixedInstruments,
  scoreAhead,
  tooManyScores,
  definitionOfAnother,
  noScoreConversion,
  scoreNotInTable,
  scoreNotComplete,
  startAhead,
  unknownClaim,
  unknownDefinition,
  unknownIndication,
  endBeforeStart,
  notStoppedButEnded,
  planInfeasible,
  startInPast,
  horizonTooLong,
  tooManyClosures,
  tooFewSlots,
  protocolNotInForce,
  protocolNotForPerson,
  protocolNotForPurpose,
  spacingContradicts,
  phasesInCircle,
  unknownPhase,
  unitOfAnother,
  rangeReversed,
  assessmentUnreachable,
  anotherCourse,
  unknownPlannedSession,
  notStillToCome,
  outsideWindow,
  breaksLimit,
  courseEnded,
  nothingToDecide,
  decisionAhead,
  decisionRepeated,
  tooManySessions,
  adjunctNotStated,
  ageNotKnown,
  plannedTimeMoved,
  plannedTimeTwice,
  placeToChoose,
  visitNotPlaced,
  visitWithoutTime,
  visitOutsideWindow,
  sessionTwice,
  givenTooSoon,
  courseInDoubt,
  recordNotActive,
  calendarEmpty,
  phaseUnreachable,
  dosesOverlap,
  doseMissing,
  noteOfNothing,
  earlierContradicts,
  adjunctRequired,
  protocolOfElsewhere,
  intervalToChoose,
] as const

/** A code of the list. */
export type Code = (typeof allCodes)[number]['code']
