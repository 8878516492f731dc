/** The parts of a score beside its total. What comes again and again is made once. @module */
import type { Truth } from '../kernel/truth.ts'
import type { ReadForm } from './form.ts'
import type { Answered } from './possible.ts'
import { disputed, isSettled, type Reading } from './reading.ts'
import type { Ready, ReadyBands } from './ready.ts'
import type { Score, SubscaleScore, TriageRead } from './score-shape.ts'
import { numberOf } from './sums.ts'
import { type Possible, truthOf } from './tests.ts'

export function subscalesOf(ready: Ready, possible: Answered, fills: boolean): Score['subscales'] {
  if (ready.subscales.length === 0) return none
  const found: SubscaleScore[] = []
  for (let n = 0; n < ready.subscales.length; n += 1) {
    const subscale = ready.subscales[n]
    if (subscale === undefined) continue
    const { sum, id, domain, range, met } = subscale
    const counted = possible.tally(n + 1, sum)
    // Whole scores of all the items are few: each is made once.
    const key = counted.known === sum.parts && !counted.disputed && !sum.mean ? counted.sum * sum.times : -1
    const before = met[key]
    if (before !== undefined) {
      found.push(before)
      continue
    }
    const { status, total, exact } = numberOf(sum, counted, fills)
    const made = Object.freeze({ id, domain, status, total, exact, range })
    if (Number.isInteger(key) && key >= 0 && key <= 200) met[key] = made
    found.push(made)
  }
  return Object.freeze(found)
}

export function bandsOf(ready: Ready, total: number | null, subscales: Score['subscales']): Score['bands'] {
  const [first] = ready.bandSets
  if (first === undefined) return none
  const placed = (set: ReadyBands): number =>
    bandAt(set, set.of < 0 ? total : (subscales[set.of]?.total ?? null))
  if (ready.bandSets.length === 1) return first.alone[placed(first)] ?? first.noneAlone
  return Object.freeze(ready.bandSets.map((set) => set.reads[placed(set)] ?? set.none))
}

function bandAt({ bands }: ReadyBands, total: number | null): number {
  if (total === null) return -1
  for (let n = 0; n < bands.length; n += 1) {
    const band = bands[n]
    if (band !== undefined && total >= band.from && total <= band.to) return n
  }
  return -1
}

export function flagsOf(ready: Ready, possible: Possible, form: ReadForm): Score['flags'] {
  const { flags, flagLists } = ready
  if (flags.length === 0) return none
  if (flags.length > 5) return Object.freeze(flags.map((flag) => flag.reads[flagTruth(flag, possible, form)]))
  let key = 0
  for (const flag of flags) {
    const truth = flagTruth(flag, possible, form)
    key = key * 3 + (truth === 'yes' ? 2 : truth === 'no' ? 1 : 0)
  }
  const before = flagLists.get(key)
  if (before !== undefined) return before
  const made = Object.freeze(
    flags.map(
      ({ reads }, n) => reads[truths[Math.floor(key / 3 ** (flags.length - 1 - n)) % 3] ?? 'unknown'],
    ),
  )
  flagLists.set(key, made)
  return made
}

const truths = ['unknown', 'no', 'yes'] as const

function flagTruth(flag: Ready['flags'][number], possible: Possible, { sex }: ReadForm): Truth {
  if (flag.for !== null && sex !== null && sex !== flag.for) return 'no'
  const truth = truthOf(flag.test, possible)
  return flag.for !== null && sex === null && truth === 'yes' ? 'unknown' : truth
}

export function triageOf(ready: Ready, possible: Possible, lacks: boolean): TriageRead | null {
  if (ready.triage === null) return null
  let open = false
  for (const level of ready.triage.levels) {
    const truth = truthOf(level.test, possible)
    // Nothing answered is not "none".
    if (truth === 'yes' && !(level.tier === 'none' && lacks)) return open ? level.floor : level.certain
    if (truth !== 'no') open = true
  }
  return open ? ready.triage.open : ready.triage.nothing
}

export function itemsOf({ ids, instrument }: Ready, { lo, hi, how }: Reading): Score['items'] {
  const items: Record<string, number | null> = {}
  // Of two answers neither of which is the worse, the higher is shown.
  const shown = instrument.worse === 'higher' ? lo : hi
  for (let place = 0; place < ids.length; place += 1) {
    const value = (how[place] === disputed ? shown : lo)[place]
    items[ids[place] ?? ''] = isSettled(how[place]) && value !== undefined ? value : null
  }
  return Object.freeze(items)
}

const none: readonly never[] = /* @__PURE__ */ Object.freeze([])
