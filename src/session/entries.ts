/** The entries of a log that count at a moment, in order; and those that do not. @module */
import {
  type CodeRow,
  clockNotReliedOn,
  correctionInACircle,
  correctionOfNothing,
  readingAhead,
  sameIdOtherContent,
  timeNotRecorded,
} from '../kernel/codes.ts'
import { canonical } from '../kernel/digest.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import { instantMs } from '../kernel/time.ts'
import { clockSkewMs, type Writable } from '../patient/moment.ts'
import { type Clocks, clocksOf } from './clock.ts'
import { countsBoth, keyOf, withoutContent } from './conflict.ts'
import { type Amended, type Amendments, amendmentsOf, idsIn } from './corrections.ts'
import { isHappened, type Row, readLog } from './log.ts'
import { byTime, inOrderOfTime, type Timed } from './order.ts'
import type { Happening, SessionEvent } from './session.schema.ts'
import type { Entry, LeftOut } from './state.ts'

/** An entry with its time in ms; infinite where it has none. */
export interface Placed {
  readonly entry: Entry
  readonly ms: number
  /** As it was written. */
  readonly event: SessionEvent
}

/** Something odd, at an entry. */
export interface Oddity {
  readonly row: CodeRow
  readonly id: string
}

/** A log at a moment. */
export interface Counted {
  /** In the order of time. */
  readonly placed: readonly Placed[]
  readonly leftOut: LeftOut[]
  readonly odd: Oddity[]
}

/** Reads a log at a moment. */
export function entriesAt(events: readonly SessionEvent[], ms: number): Counted {
  const log = readLog(events)
  const amended = amendmentsOf(log, ms)
  // A time that was stated afterwards is no reading of a clock, nor is that of an entry that is void.
  const clocks = amended.isEmpty
    ? clocksOf(log.rows)
    : clocksOf(log.rows, ({ event }) => isRestated(amended.of(event.id)))
  const reader = new Reader(ms, clocks, amended)
  for (const row of log.happened) reader.read(row.event, row.event.what, row.ms)
  for (const [id, rows] of log.conflicts) reader.readConflict(id, rows)
  for (const id of log.repeated) reader.leftOut.push({ id, why: 'repeated' })
  for (const { id, fault } of clocks.seen)
    reader.odd.push({ id, row: fault === 'another-time-not-recorded' ? timeNotRecorded : clockNotReliedOn })
  // All of them are listed; to name the first is enough.
  if (reader.ahead !== undefined) reader.odd.push({ id: reader.ahead.event.id, row: readingAhead })
  return { placed: inOrderOfTime(reader.placed), leftOut: reader.leftOut, odd: reader.odd }
}

function isRestated(amended: Amended | undefined): boolean {
  return amended?.kind === 'struck' || (amended?.kind === 'reads' && amended.happened !== undefined)
}

const untimed = Number.POSITIVE_INFINITY

type Reads = Extract<Amended, { readonly kind: 'reads' }>

class Reader {
  readonly placed: Placed[] = []
  readonly leftOut: LeftOut[] = []
  readonly odd: Oddity[] = []
  /** The first of those that lie further ahead than clocks differ. */
  ahead: Timed | undefined
  readonly #ms: number
  readonly #clocks: Clocks
  readonly #amended: Amendments

  constructor(ms: number, clocks: Clocks, amended: Amendments) {
    this.#ms = ms
    this.#clocks = clocks
    this.#amended = amended
    for (const one of amended.leftOut) {
      this.leftOut.push(one)
      if (one.why === 'correction-of-nothing') this.odd.push({ id: one.id, row: correctionOfNothing })
      if (one.why === 'correction-in-a-circle') this.odd.push({ id: one.id, row: correctionInACircle })
    }
  }

  /** One entry that is alone with its id. */
  read(event: SessionEvent, what: Happening, ms: number): void {
    const amended = this.#amended.of(event.id)
    if (amended === undefined) this.#place(event, what, ms, event.at, this.#faultOf(event))
    else if (amended.kind === 'struck') this.leftOut.push({ id: event.id, why: 'voided' })
    else if (amended.kind === 'unclear') this.#placeUnclear(event, [what, ...amended.mayRead])
    else this.#placeAmended(event, amended, ms, event.at, this.#faultOf(event))
  }

  /** Entries that share an id and differ, in an order of their own. */
  readConflict(id: string, rows: readonly Row[]): void {
    this.odd.push({ id, row: sameIdOtherContent })
    const amended = this.#amended.of(id)
    if (amended?.kind === 'reads') {
      this.#placeSettled(id, rows, amended)
      return
    }
    const keys = new Set<string>()
    for (const { event, ms } of rows) {
      if (amended?.kind === 'unclear' && isHappened(event))
        this.#placeUnclear(event, [event.what, ...amended.mayRead])
      else if (amended?.kind === 'struck') this.leftOut.push({ id, why: 'voided' })
      else if (isHappened(event)) this.#placeConflicting(event, event.what, ms, keys)
      else this.leftOut.push({ id, why: 'in-conflict' })
    }
  }

  /** A correction says which of several it was; their time counts where they agree on one. */
  #placeSettled(id: string, rows: readonly Row[], amended: Reads): void {
    const told = rows.filter(({ event }) => isHappened(event))
    const [first] = told
    if (first === undefined) return
    const isAgreed = told.every(({ event }) => event.at === first.event.at)
    const fault = isAgreed ? this.#faultOf(first.event) : 'in-conflict'
    this.#placeAmended(first.event, amended, first.ms, first.event.at, fault)
    for (let at = 1; at < rows.length; at += 1) this.leftOut.push({ id, why: 'in-conflict' })
  }

  /** It may read any of these, or not be there at all: each counts as written down at a time nobody can tell. */
  #placeUnclear(event: SessionEvent, mayRead: readonly Happening[]): void {
    this.odd.push({ id: event.id, row: timeNotRecorded })
    const keys = new Set<string>()
    for (const what of mayRead) {
      const rest = withoutContent(what)
      const key = countsBoth(what) ? canonical(what) : keyOf(what)
      if (rest === undefined || keys.has(key)) continue
      keys.add(key)
      this.#place(event, deepFreeze(rest), untimed, undefined, 'in-conflict')
    }
    if (keys.size === 0) this.leftOut.push({ id: event.id, why: 'in-conflict' })
  }

  #placeConflicting(event: SessionEvent, what: Happening, ms: number, keys: Set<string>): void {
    const fault = this.#faultOf(event)
    const rest = withoutContent(what)
    const key = keyOf(what)
    if (countsBoth(what)) this.#place(event, what, ms, event.at, fault)
    else if (fault === undefined && this.#isAhead(ms)) this.#leaveOut(event, ms)
    else if (rest === undefined || keys.has(key)) this.leftOut.push({ id: event.id, why: 'in-conflict' })
    else {
      keys.add(key)
      this.#place(event, deepFreeze(rest), untimed, undefined, 'in-conflict')
    }
  }

  #placeAmended(
    event: SessionEvent,
    { to, happened, by }: Reads,
    ms: number,
    at: string | undefined,
    fault: Entry['untimed'],
  ): void {
    if (happened === undefined) this.#place(event, to, ms, at, fault, idsIn(by))
    else {
      const stated = this.#clocks.faultOf(happened.recorder)
      this.#place(event, to, instantMs(happened.at), happened.at, stated, idsIn(by))
    }
  }

  #place(
    event: SessionEvent,
    what: Happening,
    ms: number,
    at: string | undefined,
    fault: Entry['untimed'],
    by?: readonly string[],
  ): void {
    const untimedBecause = fault ?? (at === undefined ? 'not-recorded' : undefined)
    if (untimedBecause === undefined && this.#isAhead(ms)) {
      this.#leaveOut(event, ms)
      return
    }
    const entry: Writable<Entry> = {
      id: event.id,
      by: event.by,
      source: event.source,
      what,
      original: event,
    }
    if (untimedBecause !== undefined) entry.untimed = untimedBecause
    else if (at !== undefined) entry.at = at
    if (event.late === true) entry.late = true
    if (by !== undefined) entry.correctedBy = Object.freeze(by)
    if (at === undefined && event.late === true) this.odd.push({ id: event.id, row: timeNotRecorded })
    // What it holds is frozen with the log, so that nobody has to look into it again.
    Object.freeze(entry)
    this.placed.push({ entry, ms: untimedBecause === undefined ? ms : untimed, event })
  }

  #isAhead(ms: number): boolean {
    return ms > this.#ms && ms !== untimed
  }

  #leaveOut(event: SessionEvent, ms: number): void {
    this.leftOut.push({ id: event.id, why: 'after-as-of' })
    // Within this much, two clocks may differ.
    if (ms <= this.#ms + clockSkewMs) return
    if (this.ahead === undefined || byTime({ event, ms }, this.ahead) < 0) this.ahead = { event, ms }
  }

  #faultOf({ recorder }: SessionEvent): Entry['untimed'] {
    return this.#clocks.faultOf(recorder)
  }
}
