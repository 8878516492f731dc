/** Writes the page of statements that circulate, each beside what labels and studies say, from the built package. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { citationText, escaped } from './rules-table.mjs'

const verdicts = {
  supported: 'Supported',
  qualified: 'Qualified',
  contradicted: 'Contradicted',
  unproven: 'Unproven',
}
const nuances = {
  'partly-true': 'partly true',
  outdated: 'true once',
  overstated: 'more than is known',
  misleading: 'apt to mislead',
}

/**
 * The page as Markdown.
 *
 * @param claims - the registry
 * @param sources - the registers, by key
 */
export function claimsPage(claims, sources) {
  const count = (verdict) => claims.filter((one) => one.verdict === verdict).length
  // The verdict comes first: a heading read alone must not pass the statement on.
  const said = ({ verdict, nuance }) =>
    nuance === undefined ? verdicts[verdict] : `${verdicts[verdict]}, ${nuances[nuance]}`
  return [
    '---',
    'title: Statements that circulate',
    '---',
    '',
    '# Statements that circulate',
    '',
    `${claims.length} statements of articles, web pages and software: ${Object.keys(verdicts)
      .map((verdict) => `${count(verdict)} ${verdict}`)
      .join(', ')}.`,
    'Each stands beside what labels and studies say, and beside a sentence that stays inside the sources. It informs; it advises nobody.',
    '',
    '**S** seen in the source; **K** known, source not opened. No clinician has signed a row.',
    '',
    ...claims.flatMap((one) => [
      `## ${said(one)}: “${escaped(one.statement)}”`,
      '',
      `\`${one.id}\`, certainty **${one.certainty}**`,
      '',
      `**What is known.** ${escaped(one.evidence)}`,
      '',
      `**A sentence inside the sources.** ${escaped(one.wording)}`,
      '',
      ...one.sources.map((citation) => {
        const title = sources.get(citation.source)?.title
        return `- ${title === undefined ? '' : `${escaped(title)}: `}${citationText(citation, sources)}`
      }),
      '',
    ]),
  ].join('\n')
}

/** Writes the page from the built tables of the project below `root`, and tells how many statements it holds. */
export async function writeClaimsPage(root, built = join(root, 'dist/content.js')) {
  const content = await import(pathToFileURL(built).href)
  const { claims, claimReferences } = content
  if (claims === undefined || claimReferences === undefined)
    throw new Error('the built tables export no statements')
  const packs = Object.values(content).flatMap((value) => value?.sources ?? [])
  const sources = new Map([...packs, ...claimReferences].map((row) => [row.key, row]))
  const folder = join(root, 'reports')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'claims.md'), `${claimsPage(claims, sources).trimEnd()}\n`)
  return { claims: claims.length }
}
