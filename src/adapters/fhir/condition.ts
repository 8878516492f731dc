/** Conditions, alerts and procedures. @module */
import { enteredInError, flagToRead, noCodeRead, statusNotKnown } from '../../kernel/codes.ts'
import { severityCodes } from '../../patient/codes.ts'
import { codesIn, conceptOf, wordsOf } from './concept.ts'
import { Dates, type Desk, type Draft, keptWith, leftOut, type Outcome, origin, type Sent } from './entry.ts'
import { compact, keptText, listOf, member } from './json.ts'
import {
  codeStatus,
  conceptStatus,
  conditionClinical,
  conditionVerification,
  flagClinical,
  procedureStatus,
  statusSystems,
} from './status.ts'

/** A Condition. Recorded by mistake: left out. Refuted: kept, as evidence against. */
export function readCondition(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const verification = conceptStatus(
    conditionVerification,
    statusSystems.conditionVerification,
    member(resource, 'verificationStatus'),
  )
  if (verification.value === 'entered-in-error') return leftOut(enteredInError)
  const clinical = conceptStatus(
    conditionClinical,
    statusSystems.conditionClinical,
    member(resource, 'clinicalStatus'),
  )
  const concept = conceptOf(member(resource, 'code'), desk.site)
  const dates = new Dates()
  const known = verification.known && clinical.known
  const [severity] = codesIn(member(resource, 'severity'), 'snomed-ct')
  const sites = listOf(member(resource, 'bodySite')).map(wordsOf)
  const site = keptText(sites.filter((text) => text !== undefined).join('; '))
  const onset = dates.read(member(resource, 'onsetDateTime'))
  const abated = dates.read(member(resource, 'abatementDateTime'))
  draft.conditions.push(
    compact({
      ...origin(sent, dates.read(member(resource, 'recordedDate'))),
      codes: concept.codes.length === 0 ? undefined : [...concept.codes],
      text: concept.text,
      // A status outside R4 may mean anything, also that the condition was ruled out.
      clinical: known ? clinical.value : 'unknown',
      verification: known ? verification.value : 'unknown',
      onset: onset ?? dates.period(member(resource, 'onsetPeriod'))?.start,
      abated: abated ?? dates.period(member(resource, 'abatementPeriod'))?.end,
      severity:
        severity !== undefined && Object.hasOwn(severityCodes, severity)
          ? severityCodes[severity]
          : undefined,
      site,
    }),
  )
  return keptWith(known ? undefined : statusNotKnown, concept.read ? undefined : noCodeRead, dates.row)
}

/** A Flag: its words only, for a person to read. An alert is no diagnosis, so its codes are not placed. */
export function readFlag(sent: Sent, _desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(flagClinical, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  const dates = new Dates()
  const period = dates.period(member(resource, 'period'))
  draft.conditions.push(
    compact({
      ...origin(sent, period?.start),
      text: wordsOf(member(resource, 'code')),
      clinical: status.value,
      verification: 'unknown',
      onset: period?.start,
      abated: period?.end,
    }),
  )
  return keptWith(flagToRead)
}

/** A Procedure. Of a period the end counts: that is when the patient had been through it. */
export function readProcedure(sent: Sent, desk: Desk, draft: Draft): Outcome {
  const { resource } = sent
  const status = codeStatus(procedureStatus, member(resource, 'status'))
  if (status.value === 'entered-in-error') return leftOut(enteredInError)
  const concept = conceptOf(member(resource, 'code'), desk.site)
  const dates = new Dates()
  const period = dates.period(member(resource, 'performedPeriod'))
  draft.procedures.push(
    compact({
      ...origin(sent),
      codes: concept.codes.length === 0 ? undefined : [...concept.codes],
      text: concept.text,
      status: status.value,
      performed: dates.read(member(resource, 'performedDateTime')) ?? period?.end ?? period?.start,
    }),
  )
  return keptWith(status.known ? undefined : statusNotKnown, concept.read ? undefined : noCodeRead, dates.row)
}
