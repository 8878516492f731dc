/** Writes the page of all rules from the built tables: what each asks, how much it weighs, and where it comes from. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeCondition, rulesOf } from '../../dist/index.js'

const classes = ['contraindicated', 'defer', 'specialist-review', 'caution', 'note']
const certainties = {
  S: 'seen in the source',
  K: 'known, source not opened',
  'K?': 'known, detail not certain',
}

/**
 * The page as Markdown.
 *
 * @param packs - content packs
 */
export function rulesPage(packs) {
  const rows = mergeRows(packs)
  const words = {
    sources: new Map(packs.flatMap((pack) => pack.sources.map((source) => [source.key, source]))),
    labels: new Map(packs.flatMap((pack) => pack.facts.map((row) => [row.id, row.label]))),
    actions: Object.assign({}, ...packs.map((pack) => pack.actions)),
  }
  const reviewed = rows.filter(({ rule }) => rule.clinicalReview !== 'none').length
  const legend = Object.entries(certainties)
    .map(([mark, meaning]) => `**${mark}** ${meaning}`)
    .join('; ')
  const groups = groupBy(rows, groupOf)
  const lines = [
    '---',
    'title: All rules',
    '---',
    '',
    '# All rules',
    '',
    `${rows.length} rules in ${packs.length} packs: ${packs.map((pack) => `\`${pack.id}\` ${pack.version}`).join(', ')}.`,
    `${reviewed} of them carry the signature of a named clinician.`,
    '',
    'How much each class weighs is told in "Decisions". A certainty stands behind every source:',
    `${legend}.`,
    '',
    '| class | rules |',
    '| --- | --: |',
    ...classes.map((name) => `| ${name} | ${rows.filter(({ rule }) => rule.class === name).length} |`),
    '',
  ]
  for (const [group, members] of groups) {
    lines.push(`## ${group}`, '')
    lines.push('| what, why, and when it holds | rule and scope | sources |', '| --- | --- | --- |')
    for (const row of members) lines.push(tableRow(row, words))
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** One entry for each distinct row; a row that stands alike in two packs is listed once. */
function mergeRows(packs) {
  const rows = new Map()
  for (const pack of packs) {
    for (const rule of rulesOf(pack)) {
      const key = JSON.stringify(rule)
      const known = rows.get(key)
      if (known === undefined) rows.set(key, { rule, packs: [pack.id] })
      else known.packs.push(pack.id)
    }
  }
  return [...rows.values()].sort((a, b) => compare(a.rule.id, b.rule.id) || a.rule.version - b.rule.version)
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const groupOf = ({ rule }) => rule.id.split('/')[0]

function groupBy(rows, keyOf) {
  const groups = new Map()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

function tableRow({ rule, packs }, { sources, labels, actions }) {
  const logic = describeCondition(rule.when, (fact) => `“${labels.get(fact) ?? fact}”`)
  const what = [
    `**${escaped(rule.statement)}**`,
    escaped(rule.because),
    `Holds when: ${escaped(logic)}.`,
    ...rule.actions.map((action) => `Consider: ${escaped(actions[action.code])}`),
  ]
  const cells = [
    what.join('<br>'),
    aboutRow(rule, packs).join('<br>'),
    rule.sources.map((citation) => citationText(citation, sources)).join('<br>'),
  ]
  return `| ${cells.join(' | ')} |`
}

function aboutRow(rule, packs) {
  const { scope, asked } = rule
  const { from, to } = scope.effective
  const elsewhere = rule.elsewhere === undefined ? '' : `, elsewhere ${rule.elsewhere}`
  const review =
    rule.clinicalReview === 'none' ? 'none' : `${rule.clinicalReview.by}, ${rule.clinicalReview.on}`
  return [
    `**${rule.class}**${elsewhere} (${rule.basis}, ${rule.certainty})`,
    `\`${rule.id}\` v${rule.version}`,
    escaped(scope.products.join(', ')),
    `${scope.jurisdictions.join(', ')} (in ${packs.map((pack) => `\`${pack}\``).join(', ')})`,
    ...(scope.settings ? [`settings: ${escaped(scope.settings.join(', '))}`] : []),
    ...(scope.indications ? [`indications: ${escaped(scope.indications.join(', '))}`] : []),
    to === undefined ? `since ${from}` : `${from} to ${to}`,
    `asked at ${asked.join(' and ')}`,
    `checked ${rule.checkedOn}, next by ${rule.checkBy}`,
    `clinical review: ${escaped(review)}`,
  ]
}

/** A citation with the name of its source, its place, its certainty and the fact it was filed under. */
export function citationText(citation, sources) {
  const source = sources.get(citation.source)
  const name = source === undefined ? escaped(citation.source ?? 'no document') : linked(source)
  const section = citation.section === undefined ? '' : `, ${escaped(citation.section)}`
  return `${name}${section} (**${citation.certainty}**, ${citation.seenOn}, \`${citation.fact}\`)`
}

/** The key of a source as a link to where it was seen; places that are no address, and notes on pages, stay text. */
function linked({ key, url: place }) {
  // Parentheses of a doi would end the link.
  const url = place.replace(
    /^doi:(10\.\S+)/,
    (_, doi) => `https://doi.org/${doi.replaceAll('(', '%28').replaceAll(')', '%29')}`,
  )
  const [address] = /https?:\/\/[^\s()]+/.exec(url) ?? []
  const rest = url.replace(address ?? '', '').trim()
  const name = address === undefined ? escaped(key) : `[${escaped(key)}](${address})`
  return rest === '' ? name : `${name} ${escaped(rest)}`
}

/** Text that a table cell shows as it stands. */
export function escaped(text) {
  return text.replace(/[\\|*_`[\]<>]/g, (mark) =>
    mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`,
  )
}

/** The whole packs of `dist/content.js` of the project below `root`; the lean ones hold no row of their own. */
export async function packsOf(root) {
  const content = await import(pathToFileURL(join(root, 'dist/content.js')).href)
  const packs = Object.values(content).filter(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Array.isArray(value.contraindications) &&
      value.session !== undefined,
  )
  if (packs.length === 0) throw new Error('dist/content.js exports no pack with rules')
  return packs
}

/** Writes the page from `dist/content.js` of the project below `root`, and tells where. */
export async function writeRulesPage(root) {
  const packs = await packsOf(root)
  const folder = join(root, 'reports')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'rules.md')
  writeFileSync(path, rulesPage(packs))
  return { path, rules: new Set(packs.flatMap((pack) => rulesOf(pack).map((rule) => rule.id))).size }
}
