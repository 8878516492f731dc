/** Trials, indication and work-up for a person to read. @module */
import type { Context } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import type { IndicationAnswer } from '../screening/assess-indication.ts'
import type { Resistance } from '../screening/assess-treatment-resistance.ts'
import type { Workup, WorkupItem } from '../screening/baseline-workup.ts'
import type { StageRange } from '../screening/staging.ts'
import type { CountedTrial } from '../screening/trials.ts'
import { isDecision, member } from './callable.ts'
import { findingLines } from './findings.ts'
import { counted, type Ink, type Paper, paragraph, rule, shown } from './paper.ts'
import { field, section, truthInks, truthMarks, truthWords, words } from './result-lines.ts'
import { marks, verdictWords } from './words.ts'

/** The verdict, what holds, and what may. */
export function verdictLines(
  decision: Decision<unknown>,
  { content }: Context,
  paper: Paper,
): readonly string[] {
  const { verdict, findings, missing } = decision
  const weighty = findings.filter((finding) => finding.class !== 'note')
  const open = weighty.filter(({ truth }) => truth === 'unknown')
  return [
    ...paragraph(paper, verdictWords(verdict, missing.length, findings), {
      lead: `${marks[verdict]} ${verdict.toUpperCase()}`,
      hang: verdict.length + 6,
      leadInk: verdict,
    }),
    ...section(
      paper,
      'What holds',
      weighty
        .filter(({ truth }) => truth === 'yes')
        .flatMap((finding) => [...findingLines(finding, content, paper), '']),
    ),
    ...section(
      paper,
      'What may hold, and is not known',
      open.flatMap(({ rule: { statement, id } }) =>
        paragraph(paper, `${statement} (${id})`, { lead: '[?]', hang: 4, leadInk: 'indeterminate' }),
      ),
    ),
  ]
}

/** The open questions, each with how many rules it settles. */
export function askLines({ missing }: Decision<unknown>, paper: Paper): readonly string[] {
  return section(
    paper,
    'To ask',
    missing.flatMap(({ ask, rules }) =>
      paragraph(paper, `${ask} (settles ${counted(rules.length, 'rule')})`, {
        indent: 2,
        lead: '-',
        hang: 2,
      }),
    ),
  )
}

const resistantWords = {
  yes: 'SHOWN to be resistant under this definition',
  no: 'NOT SHOWN to be resistant under this definition',
  unknown: 'NOT KNOWN whether resistant under this definition',
} as const

/** The trials one by one, each with what decides it. */
export function resistanceLines(
  value: unknown,
  context: Context,
  paper: Paper,
): readonly string[] | undefined {
  if (!isOf<Resistance>(value, 'staging')) return undefined
  const { resistant, definition, counted: failures, trials, staging } = value.value
  const range =
    failures.least === failures.most ? `${failures.least}` : `${failures.least} to ${failures.most}`
  return [
    rule(paper),
    ...paragraph(paper, resistantWords[resistant], { ink: 'strong' }),
    ...paragraph(paper, withId(definition), { ink: 'faint' }),
    '',
    ...field(paper, 'Failures', `${range} of the ${definition.needed} that are asked for`),
    ...section(
      paper,
      'Trials',
      trials.flatMap((trial) => trialLines(trial, paper)),
    ),
    ...section(paper, 'Staging', stagingLines(staging, paper)),
    ...askLines(value, paper),
    '',
    ...verdictLines(value, context, paper),
    rule(paper),
  ]
}

/** The label of a definition with its id, once where the label names the id in brackets. */
function withId({ label, id }: Resistance['definition']): string {
  return label.includes(`(${id})`) ? label : `${label} (${id})`
}

const criterionWords: Readonly<Record<CountedTrial['reasons'][number]['code'], string>> = {
  'own-id': 'id of this trial alone',
  stopped: 'not stopped for side effects',
  outcome: 'outcome a failure',
  episode: 'in this episode',
  agent: 'medicine known by its code',
  'different-agent': 'another medicine than a trial already counted',
  route: 'by mouth',
  augmentation: 'not only added to another',
  dose: 'dose reached',
  duration: 'long enough',
  adherence: 'taken as agreed',
}

const remarkWords: Readonly<Record<CountedTrial['remarks'][number]['code'], string>> = {
  overlaps: 'Given together with another medicine of this list; each counts by itself.',
}

const countedWords = { yes: 'counted', no: 'not counted', unknown: 'not known' } as const

function trialLines(
  { place, id, agent, counted: truth, reasons, remarks, days }: CountedTrial,
  paper: Paper,
): readonly string[] {
  const name = agent ?? (id === undefined ? `trial ${place + 1}` : shown(id))
  const long = days.most === days.least ? `${days.least} d` : `${days.least} to ${days.most ?? '?'} d`
  const against = reasons.filter((reason) => reason.truth !== 'yes')
  const why = against
    .map((reason) => `${criterionWords[reason.code]}: ${truthWords[reason.truth]}`)
    .join('; ')
  const beside = remarks.map(({ code }) => ` ${remarkWords[code]}`).join('')
  const text = `${countedWords[truth]}, ${long}${why === '' ? '' : `. ${why}`}`
  return paragraph(paper, beside === '' ? text : `${text}.${beside}`, {
    lead: `${truth === 'yes' ? '[+]' : truthMarks[truth]} ${words(name)}`.padEnd(24),
    hang: 24,
    leadInk: truth === 'yes' ? 'strong' : truthInks[truth],
  })
}

function stagingLines(staging: Resistance['staging'], paper: Paper): readonly string[] {
  const { maudsley, thaseRush, massachusetts, european, leftOut } = staging
  const line = (name: string, text: string) =>
    paragraph(paper, text, { indent: 2, lead: `${name} `.padEnd(16), hang: Math.max(16, name.length + 1) })
  return [
    ...line('Maudsley', maudsley === null ? 'says nothing before a first failure' : stageWords(maudsley)),
    ...line('Thase-Rush', stageWords(thaseRush)),
    ...line('Massachusetts', stageWords(massachusetts)),
    ...line('European', stageWords(european)),
    ...leftOut.flatMap(({ instrument, because }) => line(instrument, `left out. ${because}`)),
  ]
}

function stageWords({ least, most, missing }: StageRange<number | string>): string {
  const range =
    most === null ? `${words(`${least}`)} or more` : least === most ? `${least}` : `${least} to ${most}`
  return missing.length === 0 ? words(range) : `${words(range)}; not known: ${missing.map(words).join(', ')}`
}

/** What the plan is by its regulators, by the evidence, and what consent covers. */
export function indicationLines(
  value: unknown,
  context: Context,
  paper: Paper,
): readonly string[] | undefined {
  if (!isOf<IndicationAnswer>(value, 'perJurisdiction')) return undefined
  const { status, perJurisdiction, insideLabel, adjunct, evidence, consent, alsoRisk } = value.value
  return [
    rule(paper),
    ...paragraph(paper, words(status).toUpperCase(), { ink: 'strong' }),
    '',
    ...field(
      paper,
      'By country',
      perJurisdiction.map((one) => `${one.jurisdiction}: ${words(one.status)}`).join('; ') || 'no line',
    ),
    ...field(paper, 'Inside label', truthWords[insideLabel]),
    ...field(
      paper,
      'Beside it',
      `antidepressant asked for: ${truthWords[adjunct.required]}; taken: ${truthWords[adjunct.taken]}`,
    ),
    ...(alsoRisk ? field(paper, 'Both sides', 'The purpose is at once a risk of the treatment.') : []),
    ...section(
      paper,
      'Evidence',
      evidence === null
        ? paragraph(paper, 'The tables hold none for this purpose.', { indent: 2 })
        : [
            ...paragraph(paper, evidence.strength, { indent: 2 }),
            ...evidence.trials.flatMap((trial) =>
              paragraph(
                paper,
                `${trial.result}: ${trial.text}${trial.certainty === 'S' ? '' : ` [${trial.certainty}]`}`,
                {
                  indent: 2,
                  lead: '-',
                  hang: 2,
                },
              ),
            ),
          ],
    ),
    ...section(
      paper,
      'What consent has to cover',
      consent.flatMap((topic) =>
        paragraph(paper, `${topic.label}${topic.certainty === 'S' ? '' : ` [${topic.certainty}]`}`, {
          indent: 2,
          lead: '-',
          hang: 2,
        }),
      ),
    ),
    ...askLines(value, paper),
    '',
    ...verdictLines(value, context, paper),
    rule(paper),
  ]
}

const itemWords: Readonly<Record<WorkupItem['status'], readonly [string, Ink]>> = {
  'to-obtain': ['TO OBTAIN', 'caution'],
  'need-unknown': ['NEEDED?', 'indeterminate'],
  'on-record': ['on record', 'faint'],
  'not-needed': ['not needed', 'faint'],
}

/** What is to be obtained before a first session, and what is there. */
export function workupLines(value: unknown, context: Context, paper: Paper): readonly string[] | undefined {
  if (!isOf<Workup>(value, 'items')) return undefined
  const { items, complete } = value.value
  return [
    rule(paper),
    ...paragraph(
      paper,
      complete === 'yes'
        ? 'Everything that is needed is on record.'
        : 'Something is to be obtained, or its need is not known.',
      { ink: 'strong' },
    ),
    '',
    ...items.flatMap((item) => {
      const [lead, leadInk] = itemWords[item.status]
      const valid = item.validFor === null ? '' : ` ${validWords(item.validFor)}`
      const since = item.at === null ? '' : ` Found ${item.at}.`
      return paragraph(paper, `${item.label}.${valid}${since}`, { lead: lead.padEnd(12), hang: 12, leadInk })
    }),
    ...askLines(value, paper),
    '',
    ...verdictLines(value, context, paper),
    rule(paper),
  ]
}

function validWords({ value, unit }: NonNullable<WorkupItem['validFor']>): string {
  return value === 0 ? 'Speaks for its own day.' : `Speaks for ${value} ${unit}.`
}

// What comes back from the library was made by it: its kind is told by one member of its answer.
function isOf<T>(value: unknown, by: string): value is Decision<T> {
  return isDecision(value) && member(value.value, by) !== undefined
}
