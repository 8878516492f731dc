/** Writes the page of who the treatment is for from the built package: evidence, consent, resistance, least doses. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { citationText, escaped, packsOf } from './rules-table.mjs'
import { merged, table } from './visit-tables.mjs'

const inPacks = (packs) => packs.map((pack) => `\`${pack}\``).join(', ')

const episodes = { current: 'of the current episode', any: 'of any episode' }

/** The words of one definition of resistance. */
function definitionText(row) {
  const { failures, episode, duration, doses, failed, differentAgents, differentClasses, augmentation } = row
  return [
    `${failures} failures ${episodes[episode]}, each of at least ${duration.value} ${duration.unit}`,
    `dose: the ${doses === 'label' ? 'lowest usual one' : 'stricter column'}`,
    `a failure is ${failed.join(' or ')}`,
    differentAgents ? 'two trials of one medicine are one failure' : 'each trial counts',
    ...(differentClasses === undefined ? [] : [`of ${differentClasses} classes at least`]),
    augmentation ? 'added medicines count' : 'added medicines do not count',
    row.oralOnly ? 'by mouth only' : 'by any way',
  ].join('<br>')
}

/** A condition, with a list of its trials: each with its own sources. */
function conditionSection(row, packs, cited) {
  return [
    `### ${escaped(row.label)}`,
    '',
    `\`${row.id}\`, ${escaped(row.area)}, in ${inPacks(packs)}. Evidence: ${escaped(row.strength)}.` +
      `${row.alsoRisk === true ? ' The condition is at once a risk of the treatment.' : ''}`,
    '',
    ...row.trials.map(
      ({ text, result, sources }) =>
        `- **${result}**: ${escaped(text)} ${cited(sources).replaceAll('<br>', '; ')}`,
    ),
    ...(row.notes ?? []).map(
      ({ text, sources }) => `- ${escaped(text)} ${cited(sources).replaceAll('<br>', '; ')}`,
    ),
    '',
    `Sources: ${cited(row.sources).replaceAll('<br>', '; ')}`,
    '',
  ]
}

/**
 * The page as Markdown.
 *
 * @param packs - whole content packs
 */
export function indicationTablesPage(packs) {
  const sources = new Map(packs.flatMap((pack) => pack.sources.map((source) => [source.key, source])))
  const cited = (citations) => citations.map((one) => citationText(one, sources)).join('<br>')
  const indications = merged(packs, (pack) => pack.indication.indications)
  const consent = merged(packs, (pack) => pack.indication.consent)
  const definitions = merged(packs, (pack) => pack.indication.definitions)
  const doses = merged(packs, (pack) => pack.indication.minimumDoses)
  return [
    '---',
    'title: Tables of indications',
    '---',
    '',
    '# Tables of indications',
    '',
    `${indications.length} conditions, ${consent.length} topics of consent, ${definitions.length} definitions of resistance and least doses of ${doses.length} medicines.`,
    'What stands against a plan because of what it is for, and what should be known before a first session, are rules: they stand on the page "All rules".',
    'No clinician has signed a row.',
    '',
    '## Conditions and their evidence',
    '',
    ...indications.flatMap(({ row, packs: names }) => conditionSection(row, names, cited)),
    '## What consent has to cover',
    '',
    ...table(
      ['topic', 'for', 'sources'],
      consent.map(({ row }) => [
        `${escaped(row.label)} (**${row.certainty}**)`,
        [row.statuses?.join(', ') ?? 'every status', row.products?.join(', ') ?? 'every product'].join(
          '<br>',
        ),
        cited(row.sources),
      ]),
    ),
    '## Definitions of resistance',
    '',
    ...table(
      ['definition', 'what it asks for', 'sources'],
      definitions.map(({ row, packs: names }) => [
        [
          `**${escaped(row.label)}**`,
          `\`${row.id}\``,
          `certainty ${row.certainty}`,
          `in ${inPacks(names)}`,
        ].join('<br>'),
        definitionText(row),
        cited(row.sources),
      ]),
    ),
    '## Least doses at which a trial counts',
    '',
    'Milligrams a day in adults. Other tables print other numbers for some medicines; they stand beside the one that is used. The lists of doses of the ATHF and ATRQ instruments could not be opened, and no number here is one of theirs.',
    '',
    ...table(
      ['medicine', 'lowest', 'stricter', 'other tables', 'sources'],
      doses.map(({ row }) => [
        [
          `**${escaped(row.label)}** (${row.class})`,
          `ATC ${row.atc}${row.rxnorm === undefined ? '' : `, RxNorm ${row.rxnorm}`}`,
          ...(row.augmentation === true ? ['added to another'] : []),
          ...(row.notOral === true ? ['not by mouth'] : []),
        ].join('<br>'),
        `${row.lowest.value} (${row.lowest.certainty})`,
        row.strict === undefined
          ? '-'
          : `${row.strict.least === row.strict.most ? row.strict.least : `${row.strict.least} to ${row.strict.most}`} (${row.strict.certainty})`,
        (row.elsewhere ?? []).map((one) => `${escaped(one.table)}: ${one.value}`).join('<br>') || '-',
        cited(row.sources),
      ]),
    ),
  ].join('\n')
}

/** Writes the page from `dist/content.js` of the project below `root`. */
export async function writeIndicationTables(root) {
  const folder = join(root, 'reports')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'indication-tables.md'),
    `${indicationTablesPage(await packsOf(root)).trimEnd()}\n`,
  )
}
