/** All rules of a pack on paper, or as JSON. @module */
import type { Content } from '../kernel/content.ts'
import { rulesOf } from '../kernel/content.ts'
import type { Rule } from '../kernel/rule.ts'
import { counted, heading, type Paper, paragraph } from './paper.ts'
import { citationList } from './words.ts'

/** The rules of a pack, of one product or of all. */
export function rulesFor(content: Content, product: string | undefined): readonly Rule[] {
  return rulesOf(content).filter((rule) => product === undefined || rule.scope.products.includes(product))
}

/** A table of rules, in the groups they are filed under. */
export function ruleLines(content: Content, product: string | undefined, paper: Paper): readonly string[] {
  const rules = rulesFor(content, product)
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const [group = ''] = rule.id.split('/')
    groups.set(group, [...(groups.get(group) ?? []), rule])
  }
  const of = product === undefined ? 'all products' : product
  return [
    ...paragraph(
      paper,
      `${counted(rules.length, 'rule')} for ${of}; jurisdiction ${content.id}, content ${content.version}.`,
      {
        ink: 'strong',
      },
    ),
    ...[...groups].flatMap(([group, members]) => [
      '',
      heading(paper, group),
      ...members.flatMap((rule) => ruleRow(rule, content, paper)),
    ]),
  ]
}

const hang = 19

function ruleRow(rule: Rule, content: Content, paper: Paper): readonly string[] {
  const { products, effective } = rule.scope
  const scope = products.length === content.products.length ? 'every product' : products.join(', ')
  const until =
    effective.to === undefined ? `since ${effective.from}` : `${effective.from} to ${effective.to}`
  return [
    '',
    ...paragraph(paper, rule.statement, { lead: rule.class, hang, leadInk: 'strong' }),
    ...paragraph(paper, `${rule.id} v${rule.version}; ${scope}; ${until}`, { indent: hang, ink: 'faint' }),
    ...(rule.sources.length === 0
      ? []
      : paragraph(paper, citationList(rule.sources), { indent: hang, ink: 'faint' })),
  ]
}
