/** A treatment in sentences, for those who do not see the picture, and for what is not drawn. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import type { EntryKind } from '../../timeline/timeline-shape.ts'
import { dateOf } from './timeline-axis.ts'
import type { Drawable, DrawnTimeline, Mark, Standing } from './timeline-drawn.ts'
import type { KnownScale } from './timeline-lanes.ts'
import { phaseSentences } from './timeline-phases.ts'

/** What stands in a picture without anything. */
export const emptyTreatment = 'Nothing of this treatment can be drawn.'

/** What a mark means. */
export const standingWords: Readonly<Record<Standing, string>> = {
  given: 'given or done',
  planned: 'planned',
  'to-choose': 'place to be chosen',
  due: 'due now',
  'past-due': 'past due',
  'awaiting-review': 'waits for a review',
  missed: 'missed',
  cancelled: 'cancelled',
  unknown: 'how it stands is not known',
}

/** So many of a kind are listed one by one. */
export const listedAtMost = 24

/** The whole picture in sentences. */
export function describeTreatment(
  { asOf, start, phases, protocol }: Drawable,
  drawn: DrawnTimeline,
  scales: ReadonlyMap<string, KnownScale>,
): string {
  const { doses, scores, effects, medicines, planned, assessments, turns } = drawn
  const sentences = [
    `A treatment as of ${asOf}`,
    start === null ? 'No first dose is known' : `Day 0 is that of the first dose, ${start}`,
    ...sureSentences(protocol),
    ...some(phaseSentences(phases)).map((text) => `Phase ${text}`),
    ...(doses.length === 0
      ? []
      : [
          `${doses.length === 1 ? '1 dose' : `${doses.length} doses`}: ${some(doses.filter(({ isNew }) => isNew).map(({ text, day }) => `${text} from ${dateOf(day)}`)).join(', ')}; the last on ${dateOf(doses[doses.length - 1]?.day ?? 0)}`,
        ]),
    ...scores.map(({ instrument, points }) => {
      const scale = scales.get(instrument)
      const way = scale === undefined || scale.worse === 'neither' ? '' : ` (${scale.worse} is worse)`
      return `${scale?.title ?? instrument.toUpperCase()}${way}: ${pointWords(points)}`
    }),
    ...some(
      effects.map(({ name, seen }) => {
        const worst = seen.reduce((high, { grade }) => Math.max(high, grade ?? 0), 0)
        return `${name}, seen ${seen.length === 1 ? 'once' : `${seen.length} times`}${worst === 0 ? '' : `, at worst of grade ${worst}`}`
      }),
    ).map((text) => `Side effect: ${text}`),
    ...some(
      medicines.map(
        ({ name, from, to, isOpen }) =>
          `${name}, ${from === null ? 'since nobody knows when' : `from ${dateOf(from)}`}${isOpen ? '' : to === null ? ', stopped at a time nobody knows' : ` to ${dateOf(to)}`}`,
      ),
    ).map((text) => `Medicine: ${text}`),
    ...markWords('Sessions of the plan', planned),
    ...markWords('Assessments of the plan', assessments),
    ...some(turns.map(({ day, text }, at) => `${at + 1}, ${dateOf(day)}, ${text}`)).map(capital),
  ]
  return sentences.map((text) => `${text}.`).join(' ')
}

/** How sure the protocol is, and that nobody has signed it; no word of one that was seen and signed. */
export function sureSentences(protocol: Drawable['protocol']): readonly string[] {
  if (protocol === undefined || protocol === null) return []
  const { certainty, clinicalReview } = protocol
  return [
    ...(certainty === 'S' ? [] : [`The protocol is known, and was not seen in a source [${certainty}]`]),
    ...(clinicalReview === 'none' ? ['No clinician has signed the protocol'] : []),
  ]
}

function pointWords(points: readonly { readonly day: number; readonly total: number }[]): string {
  const said = ({ day, total }: (typeof points)[number]) => `${plainNumber(total)} on ${dateOf(day)}`
  const [first] = points
  const last = points[points.length - 1]
  if (first === undefined || last === undefined) return 'none'
  if (points.length <= listedAtMost) return points.map(said).join('; ')
  const lowest = points.reduce((low, one) => (one.total < low.total ? one : low))
  const highest = points.reduce((high, one) => (one.total > high.total ? one : high))
  return `${points.length} scores, first ${said(first)}; highest ${said(highest)}; lowest ${said(lowest)}; last ${said(last)}`
}

const standingOrder = [
  'past-due',
  'missed',
  'awaiting-review',
  'due',
  'unknown',
  'to-choose',
  'planned',
  'given',
  'cancelled',
] as const

function markWords(name: string, marks: readonly Mark[]): readonly string[] {
  if (marks.length === 0) return []
  const parts = standingOrder.flatMap((standing) => {
    const days = marks.filter((one) => one.standing === standing).map(({ day }) => day)
    return days.length === 0
      ? []
      : [
          `${days.length} ${standingWords[standing]} (${some(
            days.map((day) => dateOf(day)),
            8,
          ).join(', ')})`,
        ]
  })
  return [`${name}: ${parts.join('; ')}`]
}

const kindWords: Readonly<Record<EntryKind, readonly [string, string]>> = {
  visit: ['visit', 'visits'],
  dose: ['dose', 'doses'],
  score: ['score', 'scores'],
  effect: ['side effect', 'side effects'],
  'medicine-started': ['medicine begun', 'medicines begun'],
  'medicine-stopped': ['medicine ended', 'medicines ended'],
  decision: ['decision', 'decisions'],
  checkpoint: ['review', 'reviews'],
  note: ['note', 'notes'],
  'planned-session': ['planned session', 'planned sessions'],
  'planned-assessment': ['planned assessment', 'planned assessments'],
}

/** What is in the list and not in the picture, with its reason. */
export function notDrawnOf({ undated, rough, late, notes, toChoose }: DrawnTimeline): readonly string[] {
  const without = [...undated].map(([kind, count]) => counted(count, kindWords[kind]))
  const days = some(
    toChoose.map((day) => dateOf(day)),
    8,
  )
  return [
    ...(days.length === 0
      ? []
      : [`Place of a session still to be chosen, beside its mark: ${days.join(', ')}.`]),
    ...(without.length === 0 ? [] : [`Without a day: ${without.join(', ')}.`]),
    ...(rough === 0 ? [] : [`Day known only roughly, drawn in the middle: ${rough}.`]),
    ...(late === 0 ? [] : [`Written down after the fact: ${late}.`]),
    ...(notes === 0 ? [] : [`Not drawn: ${counted(notes, kindWords.note)}.`]),
  ]
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The first of a long list, and how many more there are. */
function some(texts: readonly string[], most = listedAtMost): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most - 1), `${texts.length - most + 1} more`]
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
