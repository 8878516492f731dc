/** Writes the page of protocols from the built package: phases, spacing, doses, reviews, missed sessions, sources. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { euStartingPolicy, leftOutOfProtocols, painProtocols, usStartingPolicy } from '../../dist/content.js'
import { citationText, escaped, packsOf } from './rules-table.mjs'
import { merged, table } from './visit-tables.mjs'

const inPacks = (packs) => packs.map((pack) => `\`${pack}\``).join(', ')
const dates = ({ from, to }) => (to === undefined ? `since ${from}` : `${from} to ${to}`)
const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`

const startingPolicies = { us: usStartingPolicy, eu: euStartingPolicy }

/** What a number of the policy starts at in each of these jurisdictions: one value where all start alike. */
function startsAt(name, jurisdictions) {
  const held = jurisdictions.flatMap((id) => {
    const found = startingPolicies[id]?.numbers[name]
    return found === undefined ? [] : [[id, `${found.value} ${found.unit}`]]
  })
  const values = new Set(held.map(([, value]) => value))
  if (values.size === 0) return ''
  if (values.size === 1) return ` (starts at ${[...values][0]})`
  return ` (starts at ${held.map(([id, value]) => `${value} in \`${id}\``).join(', ')})`
}

/** How a protocol writes its numbers: one of the row, or of the policy with the value its own packs start at. */
function numbersOf({ jurisdictions }) {
  return (amount) =>
    amount.policy === undefined
      ? `${amount.value} ${amount.unit}`
      : `policy \`${escaped(amount.policy)}\`${startsAt(amount.policy, jurisdictions)}`
}

/** Who reviewed a row, in the words of the row. */
function reviewText(review) {
  return review === 'none'
    ? 'No clinician has reviewed it'
    : `Reviewed by ${escaped(review.by)} on ${review.on}`
}

/** The same of all of them together. */
function reviewsText(rows) {
  const signed = rows.filter(({ clinicalReview }) => clinicalReview !== 'none').length
  if (signed === 0) return 'No clinician has signed one.'
  return `Clinicians have signed ${signed} of ${rows.length}; each protocol says who.`
}

function ageText({ from, to } = {}) {
  if (from === undefined && to === undefined) return 'any age'
  if (to === undefined) return `${from} and over`
  return from === undefined ? `up to ${to}` : `${from} to ${to}`
}

function lengthText({ weeks, sessions }) {
  const parts = [
    ...(weeks === undefined ? [] : [counted(weeks, 'week')]),
    ...(sessions === undefined ? [] : [counted(sessions, 'session')]),
  ]
  return parts.length === 0 ? 'until somebody decides' : parts.join(', ')
}

function limitText(limit, number) {
  const what =
    'amount' in limit
      ? `${limit.kind === 'least-between' ? 'at least' : 'at most'} ${number(limit.amount)} apart, in ${limit.in.replace('-', ' ')}`
      : `at most ${counted(limit.count, 'session')} in ${'window' in limit ? `any ${number(limit.window)}` : `one ${limit.in.replace('-', ' ')}`}`
  return `${what} (**${limit.certainty}**)`
}

function intervalText(one, number) {
  const means = one.means === undefined ? '' : `<br>${escaped(one.means)}`
  return [
    `**${escaped(one.label)}** \`${one.id}\`: ${counted(one.sessions, 'session')} in ${counted(one.weeks, 'week')} (**${one.certainty}**)`,
    `early: ${number(one.early)}; late: ${number(one.late)}${means}`,
  ].join('<br>')
}

function doseText({ sessions, amounts, over, note, certainty }) {
  const { from, to } = sessions
  const which =
    to === from ? `session ${from}` : to === undefined ? `from session ${from}` : `sessions ${from} to ${to}`
  const doses =
    'values' in amounts
      ? amounts.values.join(' or ')
      : amounts.least === amounts.most
        ? amounts.least
        : `${amounts.least} to ${amounts.most}`
  const time = over === undefined ? '' : ` over ${over.value} ${over.unit}`
  const more = note === undefined ? '' : `<br>${escaped(note)}`
  return `${which}: ${doses} ${amounts.unit}${time} (**${certainty}**)${more}`
}

function dueText(at, number) {
  if ('afterSessions' in at) return `after ${counted(at.afterSessions, 'session')} given in the phase`
  return 'end' in at ? 'at the end of the phase' : `every ${number(at.every)} while the phase lasts`
}

const anchors = {
  start: () => 'the first session',
  'each-session': ({ every }) =>
    every === undefined || every === 1 ? 'each session' : `every ${every}th session`,
  session: ({ number: one }) => `session ${one}`,
  'phase-end': ({ phase }) => `the last planned session of \`${phase}\``,
}

const missedOptions = {
  continue: 'go on',
  'step-back': 'one step back',
  're-induce': 'a new induction',
  ask: 'the source is silent: a clinician chooses',
}

function missedText(one) {
  const when = one.when === 'worse' ? 'where depression is worse' : 'always'
  const from = one.from === undefined ? '' : `, from \`${one.from}\``
  const to = one.to === undefined ? '' : ` to \`${one.to.interval}\` (\`${one.to.phase}\`)`
  return `**${missedOptions[one.option]}**${to}, ${when}${from} (**${one.certainty}**)<br>${escaped(one.text)}`
}

const makesUp = {
  yes: 'It is given later.',
  no: 'It is not given later.',
  ask: 'Whether it is given later is a site’s choice.',
}

const orNone = (lines) => (lines.length === 0 ? '-' : lines.join('<br><br>'))

/** Every citation within a row, each once. */
function citationsOf(value) {
  if (typeof value !== 'object' || value === null) return []
  if ('fact' in value && 'seenOn' in value) return [value]
  return Object.values(value).flatMap(citationsOf)
}

function once(citations) {
  return [...new Map(citations.map((one) => [JSON.stringify(one), one])).values()]
}

/** A protocol, with its phases as a table. */
function protocolSection(row, packs, cited) {
  const { phases, limits, assessments, adjuncts, studied } = row
  const number = numbersOf(row)
  return [
    `### ${escaped(row.label)}`,
    '',
    `\`${row.id}\` version ${escaped(row.version)}, ${packs.length === 0 ? 'in no pack, imported by name' : `in ${inPacks(packs)}`}. ` +
      `\`${row.product}\`, for ${row.indications.map((one) => `\`${one}\``).join(', ')}, ${ageText(row.age)}, ` +
      `${row.jurisdictions.join(', ')}, ${dates(row.effective)}. Rests on: ${row.basis}; certainty **${row.certainty}**. ${reviewText(row.clinicalReview)}.`,
    '',
    ...table(
      ['phase', 'intervals and limits', 'doses'],
      phases.map((phase) => [
        `**${escaped(phase.label)}** \`${phase.id}\`<br>${lengthText(phase)} (**${phase.certainty}**)${phase.next === undefined ? '' : `<br>then \`${phase.next}\``}`,
        orNone([
          ...phase.intervals.map((one) => intervalText(one, number)),
          ...phase.limits.map((one) => limitText(one, number)),
        ]),
        orNone(phase.doses.map(doseText)),
      ]),
    ),
    ...(limits.length === 0
      ? []
      : ['Through all phases:', '', ...limits.map((one) => `- ${limitText(one, number)}`), '']),
    ...table(
      ['phase', 'reviews', 'after a missed session'],
      phases.map((phase) => [
        escaped(phase.label),
        orNone(
          phase.checkpoints.map(
            (one) =>
              `**${escaped(one.label)}**, ${dueText(one.at, number)}; ${one.blocks ? 'coming sessions wait for it' : 'nothing waits for it'} (**${one.certainty}**)<br>${escaped(one.prompt)}<br>${escaped(one.because)}`,
          ),
        ),
        `${orNone(phase.missed.map(missedText))}<br>${makesUp[phase.makesUp]}`,
      ]),
    ),
    ...table(
      ['beside the sessions', 'when', 'answered by'],
      [
        ...assessments.map((one) => [
          `${escaped(one.label)} (**${one.certainty}**)`,
          `${one.direction} ${anchors[one.anchor.is](one.anchor)}: due ${number(one.due)}, between ${number(one.from)} and ${number(one.to)}`,
          one.instruments === undefined
            ? 'a visit or a call'
            : one.instruments.map((id) => `\`${id}\``).join(', '),
        ]),
        ...adjuncts.map((one) => [
          `${escaped(one.label)} (**${one.certainty}**)`,
          `${one.need}, ${dates(one.effective)}`,
          'what the plan states',
        ]),
      ],
    ),
    `Gaps that were studied: ${
      studied.length === 0
        ? 'none was found.'
        : `${studied
            .map(({ label, days, phase, certainty }) => {
              const span =
                days.from === days.to ? counted(days.from, 'day') : `${days.from} to ${days.to} days`
              return `${escaped(label)} (${span}${phase === undefined ? '' : `, ${phase}`}, **${certainty}**)`
            })
            .join('; ')}.`
    }`,
    '',
    `Past its end: ${escaped(row.beyond)}`,
    '',
    `Sources: ${cited(once(citationsOf(row))).join('; ')}`,
    '',
  ]
}

/**
 * The page as Markdown.
 *
 * @param all - content packs
 */
export function protocolPage(all) {
  // A pack of a screening and a visit has no course.
  const packs = all.filter(({ course }) => course !== undefined)
  const sources = new Map(packs.flatMap((pack) => pack.sources.map((source) => [source.key, source])))
  const cited = (citations) => citations.map((one) => citationText(one, sources))
  const psychiatric = merged(packs, (pack) => pack.course.protocols)
  return [
    '---',
    'title: Protocols',
    '---',
    '',
    '# Protocols',
    '',
    `${psychiatric.length} protocols for depression stand in the packs, and ${painProtocols.length} for pain in a list of its own, which no pack of psychiatry holds.`,
    `${reviewsText([...psychiatric.map(({ row }) => row), ...painProtocols])} **S** means that the statement was seen in its source, **K** that it is known and the source was not opened, or that a reading lies between.`,
    'A number no source fixes is a number of the policy: a site chooses it, and the value it starts at, in the pack of the protocol, stands beside its name.',
    '',
    '## For depression',
    '',
    ...psychiatric.flatMap(({ row, packs: names }) => protocolSection(row, names, cited)),
    '## For pain',
    '',
    ...painProtocols.flatMap((row) => protocolSection(row, [], cited)),
    '## Schedules that are no protocol here',
    '',
    ...table(
      ['row of the reference', 'why'],
      leftOutOfProtocols.map(({ fact, why }) => [`\`${fact}\``, escaped(why)]),
    ),
  ].join('\n')
}

/** Writes the page from `dist/content.js` of the project below `root`. */
export async function writeProtocolPage(root) {
  const folder = join(root, 'reports')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'protocols.md'), `${protocolPage(await packsOf(root)).trimEnd()}\n`)
}
