/** A pack with a site’s own rows. @module */

import { contentIncomplete, danglingReference, idClash } from '../kernel/codes.ts'
import type { SiteContent } from '../kernel/content.schema.ts'
import { type Content, rulesOf } from '../kernel/content.ts'
import type { Citation } from '../kernel/evidence.ts'
import type { FactRow } from '../kernel/fact.ts'
import { demandParsed, markParsed, type Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { answered } from '../kernel/total.ts'
import { leavesOf } from './compile.ts'

/**
 * A pack extended by a site: its rules, facts and protocols are added, its codes widen sets that exist.
 *
 * Nothing of the pack is replaced: an id that is taken is refused, and so is a rule that asks a fact, cites a source or
 * names an action that neither side has, and a protocol of a product or a source that neither side has. Whether a
 * protocol fits together `validateProtocol` says; call it first.
 *
 * @param pack - a pack of the library
 * @param ours - the site’s rows, read by `parse(Content, json)`
 * @returns the extended pack; or `id-clash`, `dangling-reference` or `content-incomplete` with the path of the row
 * @throws Refusal `not-parsed`
 *
 * @example
 * ```ts
 * const ours = parse(Content, { format: 'ketamine-treatment/content/1', id: 'our-clinic', version: '1' })
 * if (ours.ok) extendContent(us, ours.value).ok // => true
 * ```
 */
export function extendContent(
  pack: Parsed<Content>,
  ours: Parsed<SiteContent>,
): Result<Parsed<Content>, Refusal> {
  return answered(() => {
    demandParsed(pack, 'pack')
    demandParsed(ours, 'ours')
    const visit = extendVisit(pack, ours)
    if (!visit.ok) return visit
    const course = extendCourse(pack, ours)
    if (!course.ok) return course
    const widened = widen([...pack.facts, ...(ours.facts ?? [])], ours)
    if (!widened.ok) return widened
    const extended: Content = {
      ...pack,
      ...visit.value,
      ...course.value,
      id: `${pack.id}+${ours.id}`,
      version: `${pack.version}+${ours.version}`,
      facts: widened.value,
      contraindications: [...pack.contraindications, ...(ours.contraindications ?? [])],
      interactions: [...pack.interactions, ...(ours.interactions ?? [])],
      sources: [...pack.sources, ...(ours.sources ?? [])],
      actions: { ...pack.actions, ...ours.actions },
    }
    const wrong = clash(extended) ?? dangling(extended)
    return wrong === undefined ? ok(markParsed(extended)) : err(wrong)
  })
}

/** The tables of a visit with the rows of the site; a pack made without them has no place for such rows. */
function extendVisit(
  { dosing, session }: Content,
  ours: SiteContent,
): Result<Pick<Content, 'dosing' | 'session'>, Refusal> {
  if (ours.dosing !== undefined && dosing === undefined) return err(new Refusal(contentIncomplete, 'dosing'))
  const table = (['gates', 'alarms', 'release'] as const).find((name) => ours[name] !== undefined)
  if (table !== undefined && session === undefined) return err(new Refusal(contentIncomplete, table))
  return ok({
    ...(dosing === undefined
      ? {}
      : { dosing: { ...dosing, rules: [...dosing.rules, ...(ours.dosing ?? [])] } }),
    ...(session === undefined
      ? {}
      : {
          session: {
            ...session,
            gates: [...session.gates, ...(ours.gates ?? [])],
            alarms: [...session.alarms, ...(ours.alarms ?? [])],
            release: [...session.release, ...(ours.release ?? [])],
          },
        }),
  })
}

/** The protocols of the pack and its rules of a course with those of the site. */
function extendCourse({ course }: Content, ours: SiteContent): Result<Pick<Content, 'course'>, Refusal> {
  const table = (['course', 'protocols'] as const).find((name) => ours[name] !== undefined)
  if (course === undefined) return table === undefined ? ok({}) : err(new Refusal(contentIncomplete, table))
  return ok({
    course: {
      ...course,
      protocols: [...course.protocols, ...(ours.protocols ?? [])],
      rules: [...course.rules, ...(ours.course ?? [])],
    },
  })
}

function widen(facts: readonly FactRow[], ours: SiteContent): Result<readonly FactRow[], Refusal> {
  const byId = new Map(facts.map((row) => [row.id, row]))
  for (const [at, added] of (ours.codes ?? []).entries()) {
    const row = byId.get(added.fact)
    if (row === undefined) return err(new Refusal(danglingReference, `codes[${at}].fact`))
    byId.set(row.id, { ...row, [added.kind]: [...(row[added.kind] ?? []), added.codes] })
  }
  return ok(facts.map((row) => byId.get(row.id) ?? row))
}

function clash(content: Content): Refusal | undefined {
  const rules = rulesOf(content).map((rule) => `${rule.id}@${rule.version}`)
  return (
    repeated(rules, 'rules') ??
    repeated(
      content.facts.map((row) => row.id),
      'facts',
    ) ??
    repeated(
      content.sources.map((source) => source.key),
      'sources',
    ) ??
    repeated(
      protocolsOf(content).map((protocol) => `${protocol.id}@${protocol.version}`),
      'protocols',
    )
  )
}

function repeated(ids: readonly string[], path: string): Refusal | undefined {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return new Refusal(idClash, `${path}.${id}`)
    seen.add(id)
  }
  return undefined
}

function dangling(content: Content): Refusal | undefined {
  const facts = new Set(content.facts.map((row) => row.id))
  const sources = new Set(content.sources.map((source) => source.key))
  for (const rule of rulesOf(content)) {
    for (const leaf of leavesOf(rule.when)) {
      if (leaf.kind !== 'age' && !facts.has(leaf.fact))
        return new Refusal(danglingReference, `rules.${rule.id}.when`)
    }
    const unknown = rule.sources.some((one) => one.source !== undefined && !sources.has(one.source))
    if (unknown) return new Refusal(danglingReference, `rules.${rule.id}.sources`)
    if (rule.actions.some((action) => !Object.hasOwn(content.actions, action.code))) {
      return new Refusal(danglingReference, `rules.${rule.id}.actions`)
    }
  }
  for (const protocol of protocolsOf(content)) {
    if (content.products.every(({ id }) => id !== protocol.product))
      return new Refusal(danglingReference, `protocols.${protocol.id}.product`)
    if (citationsOf(protocol).some(({ source }) => source !== undefined && !sources.has(source)))
      return new Refusal(danglingReference, `protocols.${protocol.id}.sources`)
  }
  return undefined
}

function protocolsOf({ course }: Content): readonly Protocol[] {
  return course?.protocols ?? []
}

/** What a protocol and each of its rows cite. */
function citationsOf({ sources, phases, ...rows }: Protocol): readonly Citation[] {
  const { limits, assessments, adjuncts, studied } = rows
  const ofPhases = phases.flatMap((phase) => [
    phase,
    ...phase.intervals,
    ...phase.limits,
    ...phase.doses,
    ...phase.checkpoints,
    ...phase.missed,
  ])
  const all = [...ofPhases, ...limits, ...assessments, ...adjuncts, ...studied]
  return [...sources, ...all.flatMap((row) => row.sources)]
}
