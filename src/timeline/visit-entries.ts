/** Visits, their doses and the effects seen in them, as entries. @module */

import { isAdministration } from '../dosing/delivered.ts'
import type { PrescribedDose } from '../dosing/dose.schema.ts'
import type { Instant } from '../kernel/time.ts'
import { effectsOfVisit } from '../session/effects-of-visit.ts'
import type { Entry, HappeningType, SessionState } from '../session/state.ts'
import type { Draft } from './draft.ts'
import type { TimelineEntry } from './timeline-shape.ts'

/** What a timeline reads of one visit. */
export interface VisitDrafts {
  readonly visit: Draft
  /** Nothing where nothing was given. */
  readonly dose: Draft | undefined
  readonly effects: readonly Draft[]
}

/** A visit as entries: the visit itself, what was given in it, and what was seen. */
export function draftsOfVisit(state: SessionState): VisitDrafts {
  const { session, booked, anchors, delivered, effects, entries } = state
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const [visit, dose] = [`visit/${session}`, `dose/${session}`]
  const seen = new Map(effectsOfVisit(state).effects.map((one) => [one.seen.event, one.seen]))
  // A device that failed gave nothing: nobody was exposed, and nothing is counted from it.
  const isDosed = anchors.start !== undefined && delivered.most?.value !== 0
  const came = whenCame(state)
  return {
    visit: {
      id: visit,
      kind: 'visit',
      at: came.at,
      late: came.entry?.late === true,
      visit: session,
      what: visitWhat(state, isDosed),
    },
    dose:
      isDosed && anchors.start !== undefined
        ? {
            id: dose,
            kind: 'dose',
            at: anchors.start.at ?? null,
            late: byId.get(anchors.start.event)?.late === true,
            visit: session,
            links: [visit],
            what: {
              ...(booked?.product === undefined ? {} : { product: booked.product }),
              delivered: {
                least: delivered.least,
                ...(delivered.most === undefined ? {} : { most: delivered.most }),
              },
              ...orderedIn(booked?.dose),
            },
          }
        : undefined,
    effects: effects.map(({ event, entry, resolved }) => {
      const { effect, text, severity, onset } = entry.what.effect
      return {
        id: `effect/${session}/${event}`,
        kind: 'effect',
        at: onset ?? entry.at ?? null,
        late: entry.late === true,
        visit: session,
        links: seen.get(event)?.when === 'session' ? [visit, dose] : [visit],
        what: {
          effect,
          ...(text === undefined ? {} : { text }),
          ...(severity === undefined ? {} : { grade: severity }),
          ...(resolved === undefined ? {} : { resolved: resolved.at ?? null }),
        },
      }
    }),
  }
}

function visitWhat(state: SessionState, isDosed: boolean): TimelineEntry['what'] {
  const { booked, phase, entries } = state
  const told = entries.findLast(({ what }) => reasoned.includes(what.type))?.what
  const text = told !== undefined && 'reason' in told ? told.reason : undefined
  return {
    status: phase,
    ...(booked === undefined ? {} : { label: booked.kind }),
    ...(booked?.product === undefined ? {} : { product: booked.product }),
    ...orderedIn(booked?.dose),
    ...(text === undefined ? {} : { text }),
    ...(isDosed ? { asked: effectsOfVisit(state).dose.isAsked ? 'yes' : 'no' } : {}),
  }
}

/** What ends a visit otherwise than planned, with its reason. */
const reasoned: readonly HappeningType[] = [
  'aborted',
  'cancelled',
  'dose-refused',
  'left-against-advice',
  'transferred',
]

/** What may be written down, and said on the telephone, without the person being there. */
const fromAfar: readonly HappeningType[] = [
  'booked',
  'cancelled',
  'no-show',
  'requested',
  'handover',
  'referred',
  'reviewed',
  'outcome',
  'answered',
  'asked',
  'note',
]

/** When the person came; of a visit to which nobody came, when it was booked for. */
function whenCame(state: SessionState): { readonly at: Instant | null; readonly entry?: Entry } {
  const { entries, booked, phase } = state
  const timed = entries.filter(({ at }) => at !== undefined)
  const there =
    timed.find(({ what }) => what.type === 'arrived') ??
    timed.find(({ what }) => isAdministration(what) || !fromAfar.includes(what.type))
  if (there?.at !== undefined) return { at: there.at, entry: there }
  // Somebody came, and nobody wrote down when: the day that was planned is not the day it was.
  const isThere = entries.some(({ what }) => isAdministration(what) || !fromAfar.includes(what.type))
  if (isThere) return { at: null }
  if (booked?.for !== undefined) return { at: booked.for }
  if (phase === 'no-show') {
    const missed = timed.find(({ what }) => what.type === 'no-show')
    return missed?.at === undefined ? { at: null } : { at: missed.at, entry: missed }
  }
  const spoken = timed.find(({ what }) => what.type === 'asked' || what.type === 'note')
  return spoken?.at === undefined || phase === 'cancelled' ? { at: null } : { at: spoken.at, entry: spoken }
}

/** The order in words of numbers: `84 mg`, `0.5 mg/kg over 40 min`, `3 devices`. */
function orderedIn(dose: PrescribedDose | undefined): { readonly ordered?: string } {
  if (dose === undefined) return {}
  const over = dose.over === undefined ? '' : ` over ${dose.over.value} ${dose.over.unit}`
  switch (dose.basis) {
    case 'devices':
      return { ordered: `${dose.count} ${dose.count === 1 ? 'device' : 'devices'}${over}` }
    case 'rate':
      return { ordered: `${dose.rate.value} ${dose.rate.unit}${over}` }
    default:
      return { ordered: `${dose.amount.value} ${dose.amount.unit}${over}` }
  }
}
