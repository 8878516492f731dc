/** Where a course stands, and what was given of it, as lines. @module */
import type { CourseForecast } from '../course/forecast-shape.ts'
import { counted, lastDose, line, plannedEntry, productName, type Summarised } from './summary-lines.ts'
import type { SummaryLine, Timeline } from './timeline-shape.ts'

/** The protocol, the phase, and how the course ends. */
export function courseLines({ timeline, today }: Summarised): readonly SummaryLine[] {
  const { protocol, forecast } = timeline
  if (protocol === null) return [line('course/none')]
  const named = [
    line('course/protocol', { protocol: protocol.label, version: protocol.version }),
    ...sureLines(protocol),
  ]
  if (forecast === null) {
    const why = timeline.issues.find(({ path }) => path.startsWith('forecast.'))
    return [...named, line('course/not-followed', { reason: why?.code ?? 'unknown' })]
  }
  return [...named, ...phaseLines(forecast, today, protocol), ...endLines(forecast)]
}

type Followed = NonNullable<Timeline['protocol']>

/** How sure the protocol is, and who signed it. */
function sureLines({ certainty, clinicalReview }: Followed): readonly SummaryLine[] {
  return [
    ...(certainty === 'S'
      ? []
      : [line(certainty === 'K' ? 'protocol/known' : 'protocol/detail-not-certain', { certainty })]),
    clinicalReview === 'none'
      ? line('protocol/unsigned')
      : line('protocol/signed', { by: clinicalReview.by, on: clinicalReview.on }),
  ]
}

function phaseLines(
  { phase, intervals }: CourseForecast,
  today: string,
  protocol: Followed,
): readonly SummaryLine[] {
  if (phase === null) return []
  const row = intervals.find(({ interval }) => interval.id === phase.interval)?.interval
  const interval = row?.label ?? phase.interval
  // What is said of the whole protocol is not said again.
  const isLess = row !== undefined && row.certainty !== 'S' && row.certainty !== protocol.certainty
  return [
    line(phase.since > today ? 'phase/upcoming' : 'phase/current', {
      phase: phase.label,
      interval,
      since: phase.since,
    }),
    ...(isLess ? [line('phase/not-seen', { interval, certainty: row.certainty })] : []),
  ]
}

function endLines({ end, phase }: CourseForecast): readonly SummaryLine[] {
  if (end === null) return []
  const { on, why } = end
  if (why === 'planned-so-far') return [line('phase/planned-so-far', { on })]
  const ended = line(why === 'decided' ? 'phase/ended-decided' : 'phase/ended-protocol', { on })
  const isNear = phase === null && end.beyond !== ''
  return [ended, ...(isNear ? [line('phase/beyond', { text: end.beyond })] : [])]
}

/** Sessions given of those planned, and the last dose. */
export function givenLines(summarised: Summarised): readonly SummaryLine[] {
  const { timeline, of } = summarised
  const doses = of('dose')
  return [
    ...(timeline.forecast === null ? [] : adherenceLines(timeline.forecast, summarised)),
    ...(timeline.forecast === null && doses.length > 0
      ? [line('sessions/without-course', { count: doses.length }, ids(doses))]
      : []),
    ...(doses.length === 0 ? [line('sessions/no-dose')] : doseLines(summarised)),
    ...openVisits(summarised),
  ]
}

function ids(some: readonly { readonly id: string }[]): readonly string[] {
  return some.map(({ id }) => id)
}

function adherenceLines(forecast: CourseForecast, { of }: Summarised): readonly SummaryLine[] {
  const { adherence, sessions, visits } = forecast
  const planned = sessions.filter(({ status }) => status !== 'cancelled')
  const as = (word: string) =>
    sessions.filter(({ status }) => status === word).map(({ id }) => plannedEntry(id))
  const open = new Set(visits.filter(({ session }) => session === null).map(({ visit }) => visit))
  const outside = of('dose').filter(({ visit }) => visit !== null && open.has(visit))
  return [
    line('sessions/given', { given: adherence.given, planned: planned.length }, as('given')),
    ...counted('sessions/in-doubt', adherence.inDoubt),
    ...counted('sessions/missed', as('missed').length, as('missed')),
    ...counted('sessions/cancelled', as('cancelled').length, as('cancelled')),
    ...counted('sessions/outside-plan', outside.length, ids(outside)),
  ]
}

function doseLines(summarised: Summarised): readonly SummaryLine[] {
  const { content, of } = summarised
  const undated = of('dose').filter(({ at }) => at === null)
  const last = lastDose(summarised)
  const lines: SummaryLine[] = []
  if (last?.days != null) {
    const { product, delivered, ordered } = last.what
    const day = last.days.from
    lines.push(
      product === undefined
        ? line('dose/last-product-unknown', { day }, [last.id])
        : line('dose/last', { product: productName(product, content), productId: product, day }, [last.id]),
    )
    if (ordered !== undefined) lines.push(line('dose/ordered', { ordered }, [last.id]))
    if (delivered !== undefined) lines.push(amountLine(delivered.least.value, delivered.most?.value, last.id))
  }
  return [...lines, ...counted('dose/undated', undated.length, ids(undated))]
}

function amountLine(least: number, most: number | undefined, entry: string): SummaryLine {
  if (most === undefined)
    return least === 0
      ? line('dose/delivered-unknown', {}, [entry])
      : line('dose/delivered-at-least', { least }, [entry])
  return least === most
    ? line('dose/delivered', { least }, [entry])
    : line('dose/delivered-between', { least, most }, [entry])
}

/** Where a visit stands while the person has not left. */
const running: readonly (string | undefined)[] = [
  'arrived',
  'checks-open',
  'dosing',
  'paused',
  'observing',
  'ready',
]

function openVisits({ of }: Summarised): readonly SummaryLine[] {
  return of('visit')
    .filter(({ what }) => running.includes(what.status))
    .map(({ id, days, what }) => {
      const phase = what.status ?? ''
      return days === null
        ? line('visit/not-closed-undated', { phase }, [id])
        : line('visit/not-closed', { day: days.from, phase }, [id])
    })
}
