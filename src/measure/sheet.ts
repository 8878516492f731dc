/** Answers of a form as they come in: one of each item counts, and what does not go together is kept. @module */
import {
  answeredThoughNotAsked,
  answerNotWhole,
  answerOutOfRange,
  type CodeRow,
  hostileKey,
  unknownAnswerCode,
  unknownItem,
} from '../kernel/codes.ts'
import { byText } from '../kernel/order.ts'
import { blank, disputed, fault, given, type Reading, shortName, unread } from './reading.ts'
import type { Ready, ReadyItem } from './ready.ts'
import type { FormConflict, FormFault, FormIssue } from './score-shape.ts'
import { followSkips } from './skips.ts'

const hostile: readonly string[] = ['__proto__', 'constructor', 'prototype']

// Behind every fault there is.
const noRank = 1_000_000

/** Answers as they come in. */
export class Sheet {
  fault: FormFault | undefined
  private rank = noRank
  private readonly ready: Ready
  private readonly lo: number[]
  private readonly hi: number[]
  private readonly how: number[]
  private several: Map<number, number[]> | undefined
  private unassessed: Set<number> | undefined
  private odd: Map<number, FormIssue> | undefined

  constructor(ready: Ready) {
    this.ready = ready
    this.lo = ready.least.slice()
    this.hi = ready.most.slice()
    this.how = ready.blank.slice()
  }

  /** One answer; `hint` is where it would stand in published order. */
  take(id: string, answer: unknown, hint: number): void {
    const { items, at } = this.ready
    const place = items[hint]?.id === id ? hint : at.get(id)
    const item = place === undefined ? undefined : items[place]
    if (place === undefined || item === undefined) this.refuseName(id)
    else if (typeof answer === 'number') this.count(item, place, answer)
    else if (typeof answer === 'string') this.decode(item, place, answer)
    else if (answer !== null && answer !== undefined) this.refuse(answerNotWhole, item.path, place * 2)
  }

  private decode(item: ReadyItem, place: number, code: string): void {
    const value = item.codes?.get(code)
    if (value !== undefined) {
      this.count(item, place, value)
      return
    }
    this.note(place, unknownAnswerCode)
    if (this.how[place] === blank) this.how[place] = unread
    else this.add(place, Number.NaN)
  }

  private count(item: ReadyItem, place: number, answer: number): void {
    if (!Number.isInteger(answer)) {
      this.refuse(answerNotWhole, item.path, place * 2)
      return
    }
    if (answer === item.notAssessed) {
      this.unassessed ??= new Set()
      this.unassessed.add(place)
      return
    }
    const value = item.turn === null ? answer + 0 : item.turn - answer // a negative zero becomes zero
    const fits = value >= item.least && value <= item.most && (item.dense || item.values.includes(value))
    if (!fits) this.refuse(answerOutOfRange, item.path, place * 2 + 1)
    else if (this.how[place] !== blank) this.add(place, value)
    else {
      this.how[place] = given
      this.lo[place] = value
      this.hi[place] = value
    }
  }

  /** One more answer to an item that has one. */
  private add(place: number, value: number): void {
    this.several ??= new Map()
    const before = this.several.get(place)
    if (before !== undefined) before.push(value)
    else this.several.set(place, [this.how[place] === unread ? Number.NaN : (this.lo[place] ?? 0), value])
  }

  private note(place: number, row: CodeRow): void {
    this.odd ??= new Map()
    this.odd.set(place, Object.freeze({ code: row.code, path: this.ready.items[place]?.path ?? 'answers' }))
  }

  private refuse(row: CodeRow, path: string, rank: number): void {
    if (rank >= this.rank) return
    this.rank = rank
    this.fault = fault(row, path)
  }

  // Of several names the same one is always told, whatever the order of the list.
  private refuseName(id: string): void {
    const path = shortName.test(id) ? `answers.${id}` : 'answers'
    if (hostile.includes(id)) this.refuse(hostileKey, 'answers', -2)
    else if (this.rank === -1 && byText(path, this.fault?.path ?? '') < 0)
      this.fault = fault(unknownItem, path)
    else this.refuse(unknownItem, path, -1)
  }

  finished(): Reading {
    const disputes = this.several === undefined && this.unassessed === undefined ? none : this.settled()
    if (this.ready.skips.length > 0) {
      for (const place of followSkips(this.ready, { lo: this.lo, hi: this.hi, how: this.how }))
        this.note(place, answeredThoughNotAsked)
    }
    const issues =
      this.odd === undefined
        ? none
        : Object.freeze([...this.odd].sort(([a], [b]) => a - b).map(([, one]) => one))
    return { lo: this.lo, hi: this.hi, how: this.how, disputes, issues }
  }

  /**
   * The worse of several answers stands; beside one that cannot be read it is the least that is known. That it was "not
   * assessed" contradicts any value.
   */
  private settled(): readonly FormConflict[] {
    const { items, instrument, least, most } = this.ready
    const found: FormConflict[] = []
    const places = new Set([...(this.several?.keys() ?? []), ...(this.unassessed ?? [])])
    for (const place of [...places].sort((a, b) => a - b)) {
      const all = this.several?.get(place) ?? (this.how[place] === given ? [this.lo[place] ?? 0] : [])
      const values = [...new Set(all.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b)
      const item = items[place]
      const [low, high] = [values[0], values.at(-1)]
      if (item === undefined || low === undefined || high === undefined) continue // none of them can be read
      const open = all.some((value) => Number.isNaN(value))
      const { worse } = instrument
      this.lo[place] = worse === 'higher' ? high : open ? (least[place] ?? low) : low
      this.hi[place] = worse === 'lower' ? low : open ? (most[place] ?? high) : high
      const differ = low !== high || this.unassessed?.has(place) === true
      this.how[place] = differ ? disputed : open ? unread : given
      if (differ) found.push(this.dispute(item, values, this.unassessed?.has(place) === true))
    }
    return Object.freeze(found)
  }

  /** Names the values as they were written. */
  private dispute(
    { id, turn, notAssessed }: ReadyItem,
    values: readonly number[],
    unassessed: boolean,
  ): FormConflict {
    const written = values.map((value) => (turn === null ? value : turn - value))
    if (unassessed && notAssessed !== null) written.push(notAssessed)
    return Object.freeze({ kind: 'item', item: id, values: Object.freeze(written.sort((a, b) => a - b)) })
  }
}

const none: readonly never[] = /* @__PURE__ */ Object.freeze([])
