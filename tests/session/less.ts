/** Visits of which less is known: one value, time, answer or total of a log made unknown. @module */
import type { Happening, SessionEvent } from '../../src/session/session.schema.ts'
import { everyBlanking } from '../screening/blanking.ts'
import type { Visit } from './visits.ts'

/** A visit with one fact less. */
export interface Less {
  /** What was blanked, for the report of a failure. */
  readonly what: string
  readonly visit: Visit
}

const vitals = [
  'systolic',
  'diastolic',
  'heartRate',
  'respiratoryRate',
  'oxygenSaturation',
  'temperature',
] as const

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _gone, ...rest } = value
  return rest
}

/** What a happening reads with one fact of it made unknown. */
function blanksOf(what: Happening): readonly (readonly [string, Happening])[] {
  switch (what.type) {
    case 'booked':
      return [
        ['number', without(what, 'number')],
        ['dose', without(what, 'dose')],
        ['time booked', without(what, 'for')],
      ]
    case 'vitals': {
      const { reading } = what
      const unread = reading.unread ?? []
      const values = vitals
        .filter((vital) => reading[vital] !== undefined)
        .map((vital): [string, Happening] => [
          vital,
          { ...what, reading: { ...without(reading, vital), unread: [...unread, vital] } },
        ])
      return [
        ...values,
        ['oxygen, left out', { ...what, reading: without(reading, 'onOxygen') }],
        ['oxygen', { ...what, reading: { ...reading, onOxygen: 'unknown' } }],
      ]
    }
    case 'scale':
      return [
        ['total', without(what, 'total')],
        ['level', without(what, 'level')],
      ]
    case 'answered':
      return what.of === undefined
        ? [['answer', { ...without(what, 'grade'), answer: 'unknown' }]]
        : [['time of it', without(what, 'of')]]
    case 'asked':
      return [['answer', { ...what, answer: 'unknown' }]]
    case 'device-given':
      return [
        ['outcome', { ...what, outcome: 'unknown' }],
        ['content', without(what, 'holds')],
        ['amount', without(what, 'amount')],
      ]
    case 'dose-given':
      return [['amount', without(what, 'amount')]]
    case 'loss-reported':
      return [['amount', without(what, 'amount')]]
    case 'infusion-started':
      return [['rate', without(what, 'rate')]]
    case 'infusion-resumed':
      return [['rate', without(what, 'rate')]]
    case 'infusion-stopped':
      return [
        ['count of the pump', without(what, 'delivered')],
        ['rest', without(what, 'left')],
        ['reason', { ...what, why: 'unknown' }],
      ]
    case 'effect-observed': {
      const { effect } = what
      return [
        ['kind of effect', { ...what, effect: { ...effect, effect: 'not-readable' } }],
        ['seriousness', { ...what, effect: without(effect, 'serious') }],
        ['severity', { ...what, effect: without(effect, 'severity') }],
        [
          'admission',
          { ...what, effect: { ...effect, serious: { ...effect.serious, hospitalisation: 'unknown' } } },
        ],
      ]
    }
    default:
      return []
  }
}

/** Every log with one fact less. */
export function everyBlankOf(
  events: readonly SessionEvent[],
): readonly { readonly what: string; readonly events: readonly SessionEvent[] }[] {
  return events.flatMap((event, place) => {
    const { what } = event
    const blanked: [string, SessionEvent][] = [
      ['speaker', { ...event, by: 'unknown' }],
      ['time', without(event, 'at')],
    ]
    if (what.type === 'corrected') {
      for (const [name, to] of blanksOf(what.to))
        blanked.push([`corrected ${name}`, { ...event, what: { ...what, to } }])
    } else if (what.type !== 'voided') {
      for (const [name, less] of blanksOf(what)) blanked.push([name, { ...event, what: less }])
    }
    return blanked.map(([name, less]) => ({
      what: `${event.id} ${what.type}: ${name}`,
      events: events.with(place, less),
    }))
  })
}

/** Every visit with one fact less, of its log or of what is handed in beside it. */
export function everyBlankOfLog(visit: Visit): readonly Less[] {
  const found: Less[] = everyBlankOf(visit.events).map(({ what, events }) => ({
    what,
    visit: { ...visit, events },
  }))
  visit.stated.forEach((one, place) => {
    const put = (less: (typeof visit.stated)[number]) => ({
      ...visit,
      stated: visit.stated.with(place, less),
    })
    found.push({ what: `stated ${one.fact}: truth`, visit: put({ ...one, truth: 'unknown' }) })
    found.push({ what: `stated ${one.fact}: time`, visit: put(without(one, 'at')) })
    found.push({ what: `stated ${one.fact}: speaker`, visit: put({ ...one, by: 'unknown' }) })
  })
  if (visit.isScreened) found.push({ what: 'the screening', visit: { ...visit, isScreened: false } })
  if (visit.earlier !== undefined) {
    const { earlier } = visit
    for (const { what, events } of everyBlankOf(earlier))
      found.push({ what: `earlier ${what}`, visit: { ...visit, earlier: events } })
  }
  return found
}

/** Every visit with one fact of the patient’s own record less. */
export function everyBlankOfRecord(visit: Visit): readonly Less[] {
  return everyBlanking(visit.draft).map(({ what, draft }) => ({ what, visit: { ...visit, draft } }))
}

/** A visit with one to so many facts less: every other one in the log. */
export function withLess(visit: Visit, picks: readonly number[]): Less {
  return picks.reduce<Less>(
    (less, pick, turn) => {
      const all = turn % 3 === 2 ? everyBlankOfRecord(less.visit) : everyBlankOfLog(less.visit)
      const next = all[pick % Math.max(1, all.length)]
      return next === undefined ? less : { what: `${less.what}; ${next.what}`, visit: next.visit }
    },
    { what: '', visit },
  )
}
