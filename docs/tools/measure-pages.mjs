/** Writes one page for each instrument, and one that lists them with the tables of conversion, from the built package. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { citationText, escaped } from './rules-table.mjs'

const certainties = {
  S: 'seen in the source',
  K: 'known, source not opened',
  'K?': 'known, detail not certain',
}
const legend = Object.entries(certainties)
  .map(([mark, meaning]) => `**${mark}** ${meaning}`)
  .join('; ')
const raters = { self: 'the person', clinician: 'a clinician' }
const directions = {
  higher: 'higher is worse',
  lower: 'higher is better',
  neither: 'no direction is better by itself',
}
const sides = { 'at-least': 'at least', 'at-most': 'at most' }
const flagKinds = {
  safety: 'safety, whatever the total says',
  screen: 'cut-off of a screen',
  algorithm: 'rule over items',
  attention: 'to look at',
}
const changeKinds = {
  important: 'smallest change that matters',
  reliable: 'more than error of measurement',
  'end-point': 'value to get to',
}
const methods = { equipercentile: 'equipercentile', 'item-response': 'item response theory' }

/** Cells are text or lists of lines; a table without rows is a sentence. */
function table(heads, rows, none) {
  if (rows.length === 0) return [none, '']
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.map((cell) => [cell].flat().join('<br>')).join(' | ')} |`),
    '',
  ]
}

const range = ({ least, most } = {}) => (least === undefined ? 'none' : `${least} to ${most}`)
const stretch = ({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)

/** Whole numbers in a row as a stretch, others one by one. */
function valuesOf(values) {
  const first = values[0]
  const isRow = values.length > 2 && values.every((value, at) => value === first + at)
  return isRow ? `${first} to ${values.at(-1)}` : values.join(', ')
}

/** `q1 to q9` for items in a row. */
function itemsOf(ids) {
  const groups = []
  for (const id of ids) {
    const number = /^q\d+$/.test(id) ? Number(id.slice(1)) : Number.NaN
    const last = groups.at(-1)
    if (last !== undefined && number === last.to + 1) last.to = number
    else groups.push({ id, from: number, to: number })
  }
  return groups
    .flatMap(({ id, from, to }) =>
      Number.isNaN(from) || from === to
        ? [id]
        : to === from + 1
          ? [`q${from}`, `q${to}`]
          : [`q${from} to q${to}`],
    )
    .join(', ')
}

function partText(part) {
  if (typeof part === 'string') return part
  const one = (part.oneOf ?? []).map((group) => `one of ${group.join(' and ')} is enough`)
  return `the highest of ${itemsOf(part.highestOf)} (${[part.id, ...one].join('; ')})`
}

/** The rule as a phrase. */
function ruleOf(scoring) {
  if (scoring.kind === 'none') return 'no number is made of the items'
  if (scoring.kind === 'stated') return 'the total is taken as stated'
  const plain = scoring.of.filter((part) => typeof part === 'string')
  const domains = scoring.of.filter((part) => typeof part !== 'string').map(partText)
  const parts = [...(plain.length === 0 ? [] : [itemsOf(plain)]), ...domains].join('; ')
  if (scoring.kind === 'mean') return `mean of ${parts}`
  const times = scoring.times === undefined || scoring.times === 1 ? '' : `, times ${scoring.times}`
  return plain.length === 1 && domains.length === 0 ? `${parts}${times}` : `sum of ${parts}${times}`
}

const joined = (parts, word) =>
  parts.map((part) => (/ (and|or) /.test(part) ? `(${part})` : part)).join(` ${word} `)

/** Items with the same limit, said once. */
function alike(tests) {
  const [first] = tests
  const same = ({ kind, is, value }) => kind === 'item' && is === first.is && value === first.value
  return tests.length > 1 && tests.every(same)
    ? `${itemsOf(tests.map(({ item }) => item))} ${sides[first.is]} ${first.value}`
    : undefined
}

/** A test in words. */
function testOf(test) {
  const many = Array.isArray(test.of) ? alike(test.of) : undefined
  if (test.kind === 'all' && many !== undefined) return `all of ${many}`
  if (test.kind === 'any' && many !== undefined) return `any of ${many}`
  if (test.kind === 'item') return `${test.item} ${sides[test.is]} ${test.value}`
  if (test.kind === 'total')
    return `${test.of === undefined ? 'total' : `subscale ${test.of}`} ${sides[test.is]} ${test.value}`
  if (test.kind === 'not') return `not (${testOf(test.of)})`
  if (test.kind === 'all') return joined(test.of.map(testOf), 'and')
  if (test.kind === 'any') return joined(test.of.map(testOf), 'or')
  const number = test.to === undefined ? `${test.from} or more` : stretch(test)
  return `${number} of: ${many ?? test.of.map(testOf).join('; ')}`
}

const listText = (answers) => answers.map(({ code, value }) => `\`${code}\` = ${value}`).join(', ')

/** The list of answers that several items share, as a phrase. */
function sharedList(items) {
  const lists = items.flatMap(({ answers }) => (answers === undefined ? [] : [listText(answers)]))
  return lists.find((one, at) => lists.indexOf(one) !== at)
}

/** What a reader has to hold in mind of one item. */
function itemNotes(item, shared) {
  const list = item.answers === undefined ? undefined : listText(item.answers)
  return [
    item.reversed ? 'given as on the form, turned round for the sum' : '',
    item.notAssessed === undefined ? '' : `${item.notAssessed} is “not assessed”: no answer`,
    item.unscored ? 'not scored' : '',
    item.notAskedIf === undefined ? '' : `not asked where ${item.notAskedIf.item} is ${item.notAskedIf.is}`,
    item.loinc === undefined ? '' : `LOINC \`${item.loinc}\``,
    list === undefined ? '' : list === shared ? 'answers as above' : `answers ${list}`,
  ].filter((line) => line !== '')
}

/** Each criterion of a definition in words, with where it comes from. */
function criteriaOf(definition, worse) {
  const way = worse === 'lower' ? 'rise' : 'fall'
  const {
    response,
    partialResponse,
    remission,
    earlyImprovement,
    rapidResponse,
    sustainedResponse,
    consistentRemission,
    relapse,
    recovery,
    judgeFrom,
  } = definition
  const row = (name, criterion, text) => (criterion === undefined ? [] : [{ name, criterion, text }])
  return [
    ...row('response', response, `${way} of at least ${response.percent} % of the baseline`),
    ...row(
      'partial response',
      partialResponse,
      `${way} of at least ${partialResponse?.percent} % and less than the response`,
    ),
    ...row('remission', remission, `total ${sides[remission?.is]} ${remission?.value}`),
    ...row(
      'early improvement',
      earlyImprovement,
      `${way} of at least ${earlyImprovement?.percent} % within ${earlyImprovement?.withinDays} days`,
    ),
    ...row(
      'rapid response',
      rapidResponse,
      `${way} of at least ${rapidResponse?.percent} % within ${rapidResponse?.withinHours} hours`,
    ),
    ...row(
      'sustained response',
      sustainedResponse,
      `response by day ${sustainedResponse?.byDay}, kept to day ${sustainedResponse?.toDay}, ${sustainedResponse?.excursions} excursion allowed`,
    ),
    ...row(
      'consistent remission',
      consistentRemission,
      `remission at ${consistentRemission?.visits} visits in a row`,
    ),
    ...row(
      'relapse',
      relapse,
      `total ${sides[relapse?.is]} ${relapse?.value} at ${relapse?.visits} visits in a row, ${relapse?.apartDays.least} to ${relapse?.apartDays.most} days apart${relapse?.events ? '; or an admission or an event judged to be one' : ''}`,
    ),
    ...row('recovery', recovery, `${recovery?.months} months of remission`),
    ...row('no response is non-response', judgeFrom, `from day ${judgeFrom?.days} after the first dose on`),
  ]
}

const size = ({ points, to, percent, kind }) =>
  [
    points === undefined
      ? ''
      : `${to === undefined ? points : `${points} to ${to}`}${kind === 'end-point' ? '' : points === 1 ? ' point' : ' points'}`,
    percent === undefined ? '' : `${percent} % of the baseline`,
  ]
    .filter((part) => part !== '')
    .join(', ')

/**
 * The page of one instrument as Markdown.
 *
 * @param instrument - as the package exports it
 * @param tables - the registers, by key, and the words of actions, by code
 */
export function measurePage(instrument, { sources, actions }) {
  const consider = (action) => `Consider: ${escaped(actions[action] ?? action)}`
  const cited = (row) => [
    `certainty **${row.certainty}**`,
    ...row.sources.map((citation) => citationText(citation, sources)),
  ]
  const { bandSets, subscales, flags, triage, change, outcomes, codes, notes, licence, missing } = instrument
  const [main] = bandSets.filter(({ of }) => of === undefined)
  const shared = sharedList(instrument.items)
  return [
    '---',
    `title: "${instrument.id}"`,
    '---',
    '',
    `# ${escaped(instrument.title)}`,
    '',
    `\`${instrument.id}\`, version: ${escaped(instrument.version)}. Item labels are topic words of this library, not the wording of a form. No clinician has signed a row.`,
    '',
    `A certainty stands behind every row: ${legend}.`,
    '',
    ...table(
      ['what', 'of this instrument'],
      [
        ['measures', escaped(instrument.measures)],
        ['rated by', raters[instrument.rater]],
        ['asks about', escaped(instrument.recall.label)],
        ['total', `${range(instrument.range)}; ${directions[instrument.worse]}`],
        ['made by', ruleOf(instrument.scoring)],
        ['missing answers', [`\`${missing.id}\`: ${escaped(missing.text)}`, ...cited(missing)]],
      ],
      '',
    ),
    '## Items',
    '',
    ...(shared === undefined ? [] : [`Codes of the answers: ${shared}.`, '']),
    ...table(
      ['item', 'values', 'to note'],
      instrument.items.map((item) => [
        `**${item.id}** ${escaped(item.label)}`,
        valuesOf(item.values),
        itemNotes(item, shared),
      ]),
      'No items are shipped.',
    ),
    '## Subscales',
    '',
    ...table(
      ['subscale', 'rule', 'sources'],
      subscales.map((one) => [
        [
          `**${escaped(one.label)}**`,
          `\`${one.id}\``,
          ...(one.domain === undefined ? [] : [`followed as ${one.domain}`]),
        ],
        [
          `${ruleOf(one.scoring)}; ${range(one.range)}`,
          ...(one.missing === undefined
            ? ['nothing is filled']
            : [`\`${one.missing.id}\`: ${escaped(one.missing.text)}`, ...cited(one.missing)]),
        ],
        cited(one),
      ]),
      'None.',
    ),
    '## Bands',
    '',
    ...(bandSets.length > 1
      ? ['Several tables exist. The first gives the band; the others are rivals.', '']
      : []),
    ...table(
      ['set', 'bands', 'sources'],
      bandSets.map((set) => [
        [
          `**${escaped(set.label)}**`,
          `\`${set.id}\``,
          ...(set.of === undefined ? [] : [`of the subscale ${set.of}`]),
          ...(set === main ? ['gives the band'] : []),
        ],
        set.bands.map((band) => `${stretch(band)}: ${escaped(band.id)}`),
        cited(set),
      ]),
      'No bands are shipped.',
    ),
    '## Flags',
    '',
    'A flag is yes, no or unknown: an item that is not answered may take any of its values.',
    '',
    ...table(
      ['flag', 'sources'],
      flags.map((one) => [
        [
          `**${escaped(one.label)}**`,
          `\`${one.id}\` (${flagKinds[one.kind]})`,
          ...(one.for === undefined ? [] : [`for the sex ${one.for}`]),
          `Yes when: ${escaped(testOf(one.when))}.`,
          ...(one.actions ?? []).map(consider),
        ],
        cited(one),
      ]),
      'None.',
    ),
    ...(triage === undefined
      ? []
      : [
          '## Triage',
          '',
          `\`${triage.id}\`: ${escaped(triage.label)}. The gravest level that holds is the level; there is no sum.`,
          '',
          ...table(
            ['level', 'sources'],
            triage.levels.map((level) => [
              [
                `**${escaped(level.id)}** (${level.tier}): ${escaped(level.meaning)}`,
                `Yes when: ${escaped(testOf(level.when))}.`,
                ...level.actions.map(consider),
              ],
              cited(level),
            ]),
            '',
          ),
          ...triage.inconsistent.map(
            (one) =>
              `- Cannot all be right (\`${one.id}\`): ${escaped(one.label)}: ${escaped(testOf(one.when))}.`,
          ),
          '',
        ]),
    '## Outcomes',
    '',
    ...(outcomes.length === 0 ? ['No definition of an outcome is shipped.', ''] : []),
    ...outcomes.flatMap((definition) => [
      `### ${escaped(definition.label)}`,
      '',
      `\`${definition.id}\``,
      '',
      ...table(
        ['criterion', 'sources'],
        criteriaOf(definition, instrument.worse).map(({ name, criterion, text }) => [
          [`**${name}**`, text],
          cited(criterion),
        ]),
        '',
      ),
    ]),
    '## Change',
    '',
    ...table(
      ['figure', 'size', 'sources'],
      change.map((one) => [
        [
          `**${escaped(one.label)}**`,
          `\`${one.id}\` (${changeKinds[one.kind]})`,
          ...(one.of === undefined ? [] : [`of the subscale ${one.of}`]),
        ],
        size(one),
        cited(one),
      ]),
      'No published figure is shipped.',
    ),
    '## Codes',
    '',
    ...table(
      ['code', 'of', 'sources'],
      codes.map((one) => [`${one.system} \`${one.code}\``, one.of, cited(one)]),
      'None was verified, and none is shipped.',
    ),
    '## Licence',
    '',
    `${escaped(licence.status)} Wording of items in an open package: **${licence.wording}**.${licence.notice === undefined ? '' : ` ${escaped(licence.notice)}`}`,
    '',
    `Sources: ${cited(licence).join('; ')}.`,
    '',
    '## Notes',
    '',
    ...(notes.length === 0
      ? ['None.']
      : notes.map((note) => `- ${escaped(note.text)} (${cited(note).join('; ')})`)),
    '',
    '## Sources',
    '',
    ...instrument.sources.map((citation) => {
      const title = sources.get(citation.source)?.title
      return `- ${title === undefined ? '' : `${escaped(title)}: `}${citationText(citation, sources)}`
    }),
    '',
  ].join('\n')
}

/** The list of all instruments, and what converts one score to another. */
function indexPage({ instruments, conversions, sources }) {
  const rows = instruments.map((one) => [
    [`[${escaped(one.title)}](./${one.id}.md)`, `\`${one.id}\``],
    one.items.length === 0 ? 'none shipped' : `${one.items.length}`,
    [range(one.range), directions[one.worse]],
    raters[one.rater],
    one.licence.wording,
  ])
  return [
    '---',
    'title: All instruments',
    'children:',
    ...instruments.map(({ id }) => `  - ./${id}.md`),
    '---',
    '',
    '# All instruments',
    '',
    `${instruments.length} instruments, one table each. Another version, rater or recall period is another instrument.`,
    'Labels of items are topic words; no wording of a licensed form is shipped. No clinician has signed a row.',
    '',
    ...table(['instrument', 'items', 'total', 'rated by', 'wording open'], rows, 'None.'),
    '## Converting a score',
    '',
    'Tables link groups of people. A converted score is never stored as a measured one; between the rows shown nothing is filled in.',
    '',
    ...table(
      ['table', 'rows', 'sample and error', 'sources'],
      conversions.map((one) => [
        [
          `**${escaped(one.label)}**`,
          `\`${one.id}\` (${methods[one.method]})`,
          ...(one.seenInPart ? ['seen in part'] : []),
        ],
        one.rows.map(
          ({ from, to, doubtful }) =>
            `${from} → ${to.least === to.most ? to.least : `${to.least} to ${to.most}`}${doubtful ? ' (doubtful)' : ''}`,
        ),
        [escaped(one.sample), escaped(one.error)],
        [`certainty **${one.certainty}**`, ...one.sources.map((citation) => citationText(citation, sources))],
      ]),
      'None.',
    ),
  ].join('\n')
}

/** Tables as the package exports them, with every register a citation may point into. */
export function measureTables(content) {
  const { instruments, conversions, measureSources } = content
  if (instruments === undefined || conversions === undefined || measureSources === undefined)
    throw new Error('the built tables export no instruments')
  const packs = Object.values(content).filter((value) => value?.format === 'ketamine-treatment/content/1')
  const rows = [...packs.flatMap((pack) => pack.sources), ...measureSources]
  return {
    instruments,
    conversions,
    sources: new Map(rows.map((row) => [row.key, row])),
    actions: Object.assign({}, ...packs.map((pack) => pack.actions)),
  }
}

/** Writes the pages below `reports/measures` of the project below `root`, and tells how many there are. */
export async function writeMeasurePages(root, built = join(root, 'dist/content.js')) {
  const tables = measureTables(await import(pathToFileURL(built).href))
  const folder = join(root, 'reports/measures')
  mkdirSync(folder, { recursive: true })
  for (const instrument of tables.instruments)
    writeFileSync(join(folder, `${instrument.id}.md`), `${measurePage(instrument, tables).trimEnd()}\n`)
  writeFileSync(join(folder, 'all-instruments.md'), `${indexPage(tables).trimEnd()}\n`)
  return { instruments: tables.instruments.length }
}
