/** What may follow a missed session, and where one could be moved to, for a person to read. @module */
import type {
  MissedOption,
  MissedOptions,
  MoveOption,
  PlanChange,
  Rescheduled,
} from '../course/change-shape.ts'
import type { Course } from '../course/course.schema.ts'
import type { Context } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import { isDecision, member } from './callable.ts'
import { markOf, sureField } from './certainty.ts'
import { gapWords } from './forecast-lines.ts'
import { askLines, verdictLines } from './indication-lines.ts'
import { counted, type Paper, paragraph, rule, shown } from './paper.ts'
import { conflictLines, placeWords } from './plan-lines.ts'
import { field, isError, isOk, refusedLines, section, truthWords, words } from './result-lines.ts'
import { codeWords } from './words.ts'

const offeredWords: Readonly<Record<MissedOption['offered'], string>> = {
  'by-protocol': 'the protocol says so',
  'if-worse': 'the protocol says so where the depression is worse',
  'protocol-silent': 'the protocol is silent: the choice is open',
}

const optionWords: Readonly<Record<MissedOption['option'], string>> = {
  continue: 'CONTINUE',
  'step-back': 'ONE STEP BACK',
  're-induce': 'NEW INDUCTION',
}

/** The options, each with what it would mean. None is picked. */
export function missedLines(
  value: unknown,
  courseOf: () => Course,
  context: Context,
  paper: Paper,
): readonly string[] | undefined {
  if (!isMissed(value)) return undefined
  const { missed, gap, worse, judgement, options } = value.value
  return [
    rule(paper),
    ...sureField(courseOf().protocol, paper),
    ...field(
      paper,
      'Missed',
      missed.length === 0 ? 'nothing that was not decided about' : missed.map(shown).join(', '),
    ),
    ...field(paper, 'Since', gap.days === null ? 'how long is not known' : gapWords(gap)),
    ...field(paper, 'Worse', truthWords[worse]),
    ...(judgement === null
      ? []
      : field(paper, 'Judgement', `${judgement.word}, ${judgement.at}, by ${shown(judgement.by)}`)),
    ...section(
      paper,
      'What may follow',
      options.flatMap((option, at) => [...(at === 0 ? [] : ['']), ...optionLines(option, paper)]),
    ),
    ...askLines(value, paper),
    '',
    ...verdictLines(value, context, paper),
    '',
    ...paragraph(
      paper,
      'Nothing is chosen. An option takes effect when a decision is recorded (course decide).',
      { ink: 'faint' },
    ),
  ]
}

function optionLines(
  { option, offered, to, text, certainty, gap, future, fault, changes }: MissedOption,
  paper: Paper,
): readonly string[] {
  const where = to === null ? '' : `, to ${words(to.phase)}, ${words(to.interval)}`
  const coming = future?.sessions.filter(({ status }) => status !== 'cancelled').slice(-1)[0]
  return [
    ...paragraph(paper, `${offeredWords[offered]}${where}`, {
      lead: `${optionWords[option]} `,
      hang: optionWords[option].length + 1,
      leadInk: 'strong',
    }),
    ...paragraph(paper, `${shown(text)}${markOf(certainty)}`, { indent: 4 }),
    ...paragraph(paper, `Gap ${gapWords(gap)}.`, { indent: 4 }),
    ...(fault === null
      ? paragraph(
          paper,
          `${changesWords(changes)}${coming === undefined ? '' : `; the last session would be ${placeWords(coming.place)}`}.`,
          { indent: 4 },
        )
      : (conflictLines({ error: fault }, paper) ??
        paragraph(paper, `It cannot be laid out: ${codeWords(fault.code)}`, { indent: 4 }))),
  ]
}

const changedWords: Readonly<Record<PlanChange['kind'], string>> = {
  moved: 'moved',
  added: 'added',
  removed: 'removed',
  status: 'to choose or chosen',
  interval: 'with another interval',
  phase: 'in another phase',
  doses: 'with other doses',
  protocol: 'of the rows of the protocol',
  assessment: 'of the assessments',
}

/** What would change, counted. */
export function changesWords(changes: readonly PlanChange[]): string {
  const counts = new Map<PlanChange['kind'], number>()
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts.size === 0
    ? 'Nothing else would change'
    : `It would change: ${[...counts].map(([kind, count]) => `${count} ${changedWords[kind]}`).join(', ')}`
}

/** The places a session could be moved to. */
export function rescheduledLines(
  value: unknown,
  courseOf: () => Course,
  paper: Paper,
): readonly string[] | undefined {
  if (isError(value)) return conflictLines(value, paper) ?? refusedLines(value, paper)
  if (!isOk<Rescheduled>(value, 'options')) return undefined
  const { session, options } = value.value
  return [
    rule(paper),
    ...sureField(courseOf().protocol, paper),
    ...field(paper, 'Session', `${shown(session)}: ${counted(options.length, 'place')} inside its window`),
    ...section(
      paper,
      'Places',
      options.flatMap((option) => moveLines(option, paper)),
    ),
    '',
    ...paragraph(
      paper,
      'Nothing is moved. A place takes effect when a decision is recorded (course decide).',
      { ink: 'faint' },
    ),
  ]
}

function moveLines({ place, before, after, changes }: MoveOption, paper: Paper): readonly string[] {
  return [
    ...paragraph(paper, placeWords(place), { indent: 2, lead: '-', hang: 2, ink: 'strong' }),
    ...paragraph(
      paper,
      `Gap before it ${gapWords(before)}; after it ${gapWords(after)}. ${changesWords(changes)}.`,
      { indent: 4 },
    ),
  ]
}

function isMissed(value: unknown): value is Decision<MissedOptions> {
  return isDecision(value) && Array.isArray(member(member(value, 'value'), 'options'))
}
