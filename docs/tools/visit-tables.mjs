/** Writes the page of the tables of a visit from the built package: products, doses, observations, tasks, side effects. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { citationText, escaped, packsOf } from './rules-table.mjs'

const number = ({ value, unit, policy }) =>
  policy === undefined ? `${value} ${unit}` : `policy \`${escaped(policy)}\``
const dates = ({ from, to }) => (to === undefined ? `since ${from}` : `${from} to ${to}`)
const span = ({ from, to } = {}) =>
  from === undefined && to === undefined
    ? 'any'
    : to === undefined
      ? `${from} and over`
      : from === undefined
        ? `up to ${to}`
        : from === to
          ? `${from}`
          : `${from} to ${to}`

/** A table of Markdown. */
export function table(heads, rows) {
  if (rows.length === 0) return ['No rows.', '']
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ]
}

/** Each row once, with the packs it stands in. */
export function merged(packs, rowsOf) {
  const rows = new Map()
  for (const pack of packs) {
    for (const row of rowsOf(pack) ?? []) {
      const key = JSON.stringify(row)
      const known = rows.get(key)
      if (known === undefined) rows.set(key, { row, packs: [pack.id] })
      else known.packs.push(pack.id)
    }
  }
  return [...rows.values()]
}

/**
 * The page as Markdown.
 *
 * @param packs - whole content packs
 */
export function visitTablesPage(packs) {
  const sources = new Map(packs.flatMap((pack) => pack.sources.map((source) => [source.key, source])))
  const cited = (citations) => citations.map((one) => citationText(one, sources)).join('<br>')
  const forms = merged(packs, (pack) => pack.dosing.forms)
  const sets = merged(packs, (pack) => pack.dosing.doseSets)
  const schedules = merged(packs, (pack) => pack.session.schedules)
  const followUps = merged(packs, (pack) => pack.session.followUps)
  const effects = merged(packs, (pack) => pack.sideEffects)
  return [
    '---',
    'title: Tables of a visit',
    '---',
    '',
    '# Tables of a visit',
    '',
    `${forms.length} lines of products, ${sets.length} sets of doses, ${schedules.length} schedules, ` +
      `${followUps.length} tasks and ${effects.length} side effects in ${packs.map(({ id }) => `\`${id}\``).join(' and ')}.`,
    'Gates, limits of a dose, alarms and criteria for leaving are rules: they stand on the page "All rules".',
    'No clinician has signed a row.',
    '',
    '## What may be ordered',
    '',
    'A closed table: what has no line here is refused. The status is what the regulator says of the product for the indication, and nothing about a person.',
    '',
    ...table(
      ['product and status', 'where, how and when', 'sources'],
      forms.map(({ row }) => [
        [
          `\`${row.product}\` (${row.enantiomer}, ${row.route}, ${row.form})`,
          `**${row.status}** for ${escaped(row.indication ?? 'every other indication')}`,
        ].join('<br>'),
        [
          `${row.jurisdiction}: ${row.settings.join(', ')}`,
          `ordered as ${row.ordered.join(', ')}`,
          dates(row.effective),
        ].join('<br>'),
        cited(row.sources),
      ]),
    ),
    '## Doses that labels allow',
    '',
    ...table(
      ['doses', 'for', 'sources'],
      sets.map(({ row }) => [
        `**${row.doses.join(', ')} mg**<br>\`${row.id}\``,
        [
          `\`${row.product}\`, ${row.jurisdiction}, ${escaped(row.indication)}`,
          `session ${span(row.sessions)}; age ${span(row.age)}`,
          dates(row.effective),
        ].join('<br>'),
        cited(row.sources),
      ]),
    ),
    '## Observations',
    '',
    ...schedules.flatMap(({ row }) => [
      `### ${escaped(row.label)}`,
      '',
      `\`${row.id}\`, ${row.products.join(', ')}; ${row.jurisdictions.join(', ')}; ${dates(row.effective)}. ` +
        `Observation ends when all of these are over: ${row.observation.map(({ anchor, minimum }) => `${number(minimum)} from ${anchor}`).join('; ')}.`,
      '',
      ...table(
        ['observation', 'due', 'sources'],
        row.slots.map((slot) => [
          `${slot.observe.join(', ')}<br>\`${slot.id}\`, ${slot.required ? '**required**' : 'not required'}`,
          [
            `${number(slot.at)} from ${slot.anchor}${slot.every === undefined ? '' : `, then every ${number(slot.every)} until ${slot.until}`}`,
            `counts from ${number(slot.early)} before; late after ${number(slot.late)}, missed after ${number(slot.missed)}`,
          ].join('<br>'),
          cited(slot.sources),
        ]),
      ),
    ]),
    '## What a visit leaves to be done',
    '',
    ...table(
      ['task', 'for', 'sources'],
      followUps.map(({ row }) => [
        `${escaped(row.label)}<br>${row.kind}, within ${number(row.dueWithin)}`,
        `${row.products.join(', ')}; ${row.jurisdictions.join(', ')}${row.settings ? `; ${row.settings.join(', ')}` : ''}${row.onlyIf === undefined ? '' : `; only if \`${escaped(row.onlyIf)}\``}`,
        cited(row.sources),
      ]),
    ),
    '## Side effects',
    '',
    'Percentages come from different groups of people and different ways of counting; they are never averaged.',
    '',
    ...table(
      ['effect', 'seen in, and listed', 'sources'],
      effects.map(({ row }) => [
        [
          `**${escaped(row.term)}** (\`${row.id}\`)`,
          [row.onset, row.duration].filter(Boolean).map(escaped).join('; '),
          ...(row.watch === undefined ? [] : [`watched over a course: ${row.watch}`]),
          ...(row.escalate.always ? ['escalate **always**'] : []),
          ...(row.escalate.when.length === 0
            ? []
            : [`escalate: ${row.escalate.when.map(escaped).join('; ')}`]),
        ]
          .filter((line) => line !== '')
          .join('<br>'),
        [
          ...row.incidence.map(
            ({ population, drug, control }) =>
              `${escaped(population)}: ${drug} %${control === undefined ? '' : ` against ${control} %`}`,
          ),
          ...row.listed.map(
            (one) =>
              `listed: ${one.product}, ${one.jurisdiction}, ${one.from ?? 'day not known'} (${one.certainty})`,
          ),
        ].join('<br>'),
        cited(row.sources),
      ]),
    ),
  ].join('\n')
}

/** Writes the page from `dist/content.js` of the project below `root`. */
export async function writeVisitTables(root) {
  const folder = join(root, 'reports')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'visit-tables.md'), `${visitTablesPage(await packsOf(root)).trimEnd()}\n`)
}
