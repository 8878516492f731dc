/** Side effects and exposure, as lines. @module */
import type { ProductExposure, ProductSessions } from '../course/exposure-shape.ts'
import { instantMs } from '../kernel/time.ts'
import { counted, effectName, lastDose, line, productName, type Summarised } from './summary-lines.ts'
import type { SummaryLine, TimelineEntry } from './timeline-shape.ts'

/** The effects of the last visit with a dose, those that recur, and those nobody saw gone. */
export function effectLines(summarised: Summarised): readonly SummaryLine[] {
  const { timeline, content, of } = summarised
  const { sessions, effects } = timeline.sideEffects
  return [
    ...lastLines(summarised),
    ...sinceLines(summarised),
    ...effects
      .filter(({ sessions: { seen } }) => seen > 1)
      .map(({ effect, text, sessions: { seen, visits, notAsked }, courses }) => {
        const values = { effect: effectName(effect, text, content), effectId: effect, seen, visits }
        const entries = courses.map(({ session, event }) => `effect/${session}/${event}`)
        return notAsked === 0
          ? line('effects/recurring', values, entries)
          : line('effects/recurring-not-always-asked', { ...values, notAsked }, entries)
      }),
    ...effects
      .filter(({ between: { seen } }) => seen > 1)
      .map(({ effect, text, between: { seen } }) =>
        line('effects/recurring-between', {
          effect: effectName(effect, text, content),
          effectId: effect,
          seen,
        }),
      ),
    ...openLines(of('effect').filter(isOpen), summarised),
    ...(sessions.visits === 0
      ? []
      : [line('effects/asked', { asked: sessions.asked, visits: sessions.visits })]),
  ]
}

function isOpen({ what }: TimelineEntry): boolean {
  return what.resolved === undefined
}

function lastLines(summarised: Summarised): readonly SummaryLine[] {
  const { content, of } = summarised
  const last = lastDose(summarised)
  // A dose without a date may have been the last: what was seen after it is told as well.
  const undated = of('dose').filter(({ at }) => at === null)
  const doses = last === undefined ? undated : [last, ...undated]
  if (doses.length === 0) return []
  const visits = new Set(doses.map(({ visit }) => visit))
  const lines = of('effect')
    .filter(({ visit }) => visits.has(visit))
    .map(({ id, what: { effect = '', text, grade } }) => {
      const values = { effect: effectName(effect, text, content), effectId: effect }
      return grade === undefined
        ? line('effects/last-ungraded', values, [id])
        : line('effects/last', { ...values, grade }, [id])
    })
  const ids = doses.map(({ id }) => id)
  const isAsked = of('visit').every(({ visit, what }) => !visits.has(visit) || what.asked === 'yes')
  // What was seen is told, and whether there was more nobody knows unless somebody asked.
  if (!isAsked) return [...lines, line('effects/not-asked', {}, ids)]
  return lines.length > 0 ? lines : [line('effects/none-seen', {}, ids)]
}

/** What was seen or reported after the last dose, in visits without one. */
function sinceLines(summarised: Summarised): readonly SummaryLine[] {
  const { content, of } = summarised
  const last = lastDose(summarised)
  const dosed = new Set(of('dose').map(({ visit }) => visit))
  const from = last?.at == null ? Number.NaN : instantMs(last.at)
  return of('effect').flatMap(({ id, at, days, visit, what: { effect = '', text } }) =>
    at === null || days === null || dosed.has(visit) || !(instantMs(at) >= from)
      ? []
      : [
          line(
            'effects/since-last',
            { effect: effectName(effect, text, content), effectId: effect, day: days.from },
            [id],
          ),
        ],
  )
}

/** Effects nobody saw gone, by name: in how many visits, and when last. */
function openLines(open: readonly TimelineEntry[], { content }: Summarised): readonly SummaryLine[] {
  const byName = new Map<string, TimelineEntry[]>()
  for (const entry of open) {
    const { effect = '', text } = entry.what
    const name = JSON.stringify([effect, effect === 'other' ? (text ?? '') : ''])
    byName.set(name, [...(byName.get(name) ?? []), entry])
  }
  return [...byName.values()].flatMap((entries) => {
    const [first] = entries
    const { effect = '', text } = first?.what ?? {}
    const values = {
      effect: effectName(effect, text, content),
      effectId: effect,
      count: new Set(entries.map(({ visit }) => visit)).size,
    }
    const ids = entries.map(({ id }) => id)
    const day = entries.findLast(({ days }) => days !== null)?.days?.to
    return day === undefined
      ? [line('effects/open-undated', values, ids)]
      : [line('effects/open', { ...values, day }, ids)]
  })
}

/** What was given in all, by product. */
export function exposureLines({ timeline, content }: Summarised): readonly SummaryLine[] {
  if (timeline.exposure === null) return [line('exposure/not-known')]
  const { sessions, products, unplaced } = timeline.exposure
  return [
    ...sessions.flatMap((one) => {
      const rows = products.filter(({ product }) => product === one.product)
      return productLines(one, rows, productName(one.product, content))
    }),
    ...counted(
      'exposure/unplaced',
      unplaced.length,
      unplaced.map((visit) => `visit/${visit}`),
    ),
  ]
}

function productLines(
  { product: productId, logged, lifetime }: ProductSessions,
  rows: readonly ProductExposure[],
  product: string,
): readonly SummaryLine[] {
  const named = { product, productId }
  const isKnownBefore = lifetime.most !== null
  return [
    logged.most === null
      ? line('exposure/sessions-at-least', { ...named, least: logged.least })
      : logged.most === logged.least
        ? line('exposure/sessions', { ...named, least: logged.least })
        : line('exposure/sessions-between', { ...named, least: logged.least, most: logged.most }),
    ...rows.flatMap((row) => milligramLines(row, rows.length > 1, named)),
    ...(isKnownBefore ? [] : [line('exposure/before-unknown', named)]),
    ...(lifetime.least > logged.least
      ? [line('exposure/lifetime', { ...named, least: lifetime.least })]
      : []),
  ]
}

/** Milligrams of the base and of the hydrochloride are never one sum. */
function milligramLines(
  { as, logged: { mg } }: ProductExposure,
  isOneOfSeveral: boolean,
  names: { readonly product: string; readonly productId: string },
): readonly SummaryLine[] {
  const named = { ...names, as }
  return [
    ...(isOneOfSeveral || as === 'hydrochloride' ? [line(`exposure/as-${as}`, named)] : []),
    mg.most === undefined
      ? line('exposure/mg-at-least', { ...named, least: mg.least.value })
      : mg.most.value === mg.least.value
        ? line('exposure/mg', { ...named, least: mg.least.value })
        : line('exposure/mg-between', { ...named, least: mg.least.value, most: mg.most.value }),
  ]
}
