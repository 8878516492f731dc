/** What was given over a course and a life, and what it makes due, for a person to read. @module */
import type {
  CourseExposure,
  Exposed,
  ExposureWatch,
  ProductExposure,
  WatchItem,
} from '../course/exposure-shape.ts'
import type { Content, Context } from '../kernel/content.ts'
import type { Decision } from '../kernel/decision.ts'
import { formatQuantity } from '../kernel/quantity.ts'
import { isDecision, member } from './callable.ts'
import { markOf, unsignedLines } from './certainty.ts'
import { askLines, verdictLines } from './indication-lines.ts'
import { counted, type Ink, type Paper, paragraph, rule, shown } from './paper.ts'
import { field, isError, isOk, refusedLines, section, words } from './result-lines.ts'

/** Sessions and milligrams, by product. */
export function exposureLines(
  value: unknown,
  { content }: Context,
  paper: Paper,
): readonly string[] | undefined {
  if (isError(value)) return refusedLines(value, paper)
  if (!isOk<CourseExposure>(value, 'products')) return undefined
  return [rule(paper), ...productLines(value.value, content, paper)]
}

function productLines(
  { asOf, sessions, products, unplaced }: CourseExposure,
  content: Content,
  paper: Paper,
): readonly string[] {
  return [
    ...field(paper, 'Moment', asOf),
    ...(products.length === 0 ? field(paper, 'Given', 'nothing in these logs') : []),
    ...sessions.flatMap(({ product, logged, lifetime }) => {
      const rows = products.filter((row) => row.product === product)
      const name = shown(content.products.find(({ id }) => id === product)?.label ?? product)
      return section(paper, name, [
        // Milligrams of two salts are never one sum; the sessions are.
        ...(rows.length === 1
          ? []
          : field(
              paper,
              'Sessions',
              `${sessionWords(logged)} in the logs, ${sessionWords(lifetime)} in a lifetime`,
            )),
        ...rows.flatMap((row, at) => [...(at === 0 ? [] : ['']), ...rowLines(row, rows.length > 1, paper)]),
      ])
    }),
    ...section(
      paper,
      'Visits of an unknown product',
      unplaced.flatMap((visit) => paragraph(paper, shown(visit), { indent: 2, lead: '-', hang: 2 })),
    ),
  ]
}

const saltWords: Readonly<Record<ProductExposure['as'], string>> = {
  base: 'as base',
  hydrochloride: 'as hydrochloride',
  unstated: 'no entry says what the milligrams count',
}

function rowLines(
  { as, first, last, logged, lifetime, windows }: ProductExposure,
  isOneOfSeveral: boolean,
  paper: Paper,
): readonly string[] {
  const salt = as === 'unstated' && !isOneOfSeveral ? '' : `, ${saltWords[as]}`
  return [
    ...field(paper, 'In the logs', `${exposedWords(logged)}${salt}`),
    ...field(paper, 'First, last', `${first ?? 'not known'}, ${last ?? 'not known'}`),
    ...windows.flatMap(({ days, ...exposed }) => field(paper, `Last ${days} d`, exposedWords(exposed))),
    ...field(paper, 'Lifetime', exposedWords(lifetime)),
  ]
}

function sessionWords({ least, most }: Exposed['sessions']): string {
  if (most === null) return `at least ${counted(least, 'session')}`
  return least === most ? counted(least, 'session') : `${least} to ${most} sessions`
}

function exposedWords({ sessions, mg }: Exposed): string {
  const amount =
    mg.most === undefined
      ? `at least ${formatQuantity(mg.least)}`
      : mg.most.value === mg.least.value
        ? formatQuantity(mg.least)
        : `${formatQuantity(mg.least)} to ${formatQuantity(mg.most)}`
  return `${sessionWords(sessions)}, ${amount}`
}

const itemInks: Readonly<Record<WatchItem['status'], Ink>> = {
  found: 'caution',
  due: 'strong',
  unknown: 'indeterminate',
  'not-due': 'faint',
}

const itemMarks: Readonly<Record<WatchItem['status'], string>> = {
  found: '[!]',
  due: '[>]',
  unknown: '[?]',
  'not-due': '[-]',
}

/** What is to be looked at: bladder, liver, cognition, dependence. */
export function watchLines(value: unknown, context: Context, paper: Paper): readonly string[] | undefined {
  if (!isWatch(value)) return undefined
  const { exposure, items } = value.value
  return [
    rule(paper),
    ...productLines(exposure, context.content, paper),
    ...section(
      paper,
      'To be watched',
      items.flatMap(({ watch, label, status, because, lastAt, nextBy, certainty }) => [
        ...paragraph(
          paper,
          `${watch}: ${shown(label)}${markOf(certainty)} (${words(status)}${lastAt === null ? '' : `; last ${lastAt}`}${nextBy === null ? '' : `; by ${nextBy}`})`,
          { lead: itemMarks[status], hang: 4, leadInk: itemInks[status] },
        ),
        ...paragraph(paper, shown(because), { indent: 4, ink: 'faint' }),
      ]),
    ),
    ...(items.length === 0 ? [] : ['', ...unsignedLines(items, paper)]),
    ...askLines(value, paper),
    '',
    ...verdictLines(value, context, paper),
  ]
}

function isWatch(value: unknown): value is Decision<ExposureWatch> {
  return isDecision(value) && Array.isArray(member(member(value, 'value'), 'items'))
}
