/** The words behind every code, in English: one table for a screen, a printout or a translator. @module */

import { allCodes } from './codes.ts'
import { type Content, rulesOf } from './content.ts'
import { listQuestions } from './lists.ts'
import { answered } from './total.ts'

/**
 * Every text of a pack and of the library by its code.
 *
 * Keys: `code/<code>` for errors and issues, `action/<code>`, `ask/<fact>` and `label/<fact>` for facts, `ask/list/<list>`,
 * `rule/<id>/statement` and `rule/<id>/because` for rules (the newest version of a row, where there are several).
 *
 * @param content - a pack
 * @returns texts by key
 *
 * @example
 * ```ts
 * englishCatalogue(us)['rule/vascular/aneurysm/statement'] // => 'Aneurysmal vascular disease'
 * ```
 */
export function englishCatalogue(content: Content): Readonly<Record<string, string>> {
  return answered(() => {
    const texts: Record<string, string> = {}
    for (const { code, text } of allCodes) texts[`code/${code}`] = text
    for (const [code, text] of Object.entries(content.actions)) texts[`action/${code}`] = text
    for (const [list, ask] of Object.entries(listQuestions)) texts[`ask/list/${list}`] = ask
    for (const row of content.facts) {
      texts[`label/${row.id}`] = row.label
      texts[`ask/${row.id}`] = row.ask
    }
    for (const rule of rulesOf(content).toSorted((a, b) => a.version - b.version)) {
      texts[`rule/${rule.id}/statement`] = rule.statement
      texts[`rule/${rule.id}/because`] = rule.because
    }
    return Object.freeze(texts)
  })
}
