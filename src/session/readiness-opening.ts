/** From when on time alone meets a rule. @module */
import type { Engine, Ready, Selection } from '../judgement/selection.ts'
import type { FactRead, Finding } from '../kernel/decision.ts'
import { valueIn } from '../kernel/quantity.ts'
import type { Leaf } from '../kernel/rule.ts'
import type { Instant } from '../kernel/time.ts'
import { type Moment, momentOf } from '../patient/moment.ts'
import type { Patient } from '../patient/patient.schema.ts'
import { emptyReading, type Reading, readPatient } from '../patient/reading.ts'
import { NO, OPEN } from '../rules/compile.ts'
import { type AskedFacts, askedIn } from './record-asked.ts'
import { instantIn } from './schedule.ts'

/** Which way a number goes while nothing happens. */
function directionOf(leaf: Leaf): 'up' | 'down' | undefined {
  if (leaf.kind !== 'measured') return undefined
  if (leaf.fact.startsWith('time-since-')) return 'up'
  return leaf.fact === 'observation-left' || leaf.fact === 'stay-left' ? 'down' : undefined
}

/** Whether a rule asks how much time went by, or is still to run. */
export function asksTime(row: Ready, selection: Selection): boolean {
  return timedIn(selection).rows.has(row)
}

/** The rules of a selection that ask for time, and all facts they ask. */
interface TimedRules {
  readonly rows: ReadonlySet<Ready>
  readonly facts: AskedFacts
}

const pressures = ['systolic-pressure', 'diastolic-pressure'] as const
const known = /* @__PURE__ */ new WeakMap<Selection, TimedRules>()

function timedIn(selection: Selection): TimedRules {
  let timed = known.get(selection)
  if (timed === undefined) {
    const { ready, leaves } = selection
    const asks = (place: number) => leaves[place] !== undefined && directionOf(leaves[place]) !== undefined
    const rows = ready.filter(({ places }) => places.some(asks))
    const facts = new Set<string>(
      rows.flatMap(({ places }) =>
        places.flatMap((place) => {
          const leaf = leaves[place]
          return leaf === undefined || leaf.kind === 'age' ? [] : [leaf.fact]
        }),
      ),
    )
    // The two pressures of a cuff check one another.
    if (pressures.some((fact) => facts.has(fact))) for (const fact of pressures) facts.add(fact)
    timed = { rows: new Set(rows), facts: { ...askedIn(selection), has: (fact) => facts.has(fact) } }
    known.set(selection, timed)
  }
  return timed
}

/** Tables of a later moment, used for one judgement after another. */
const later = /* @__PURE__ */ new WeakMap<Engine, Reading>()

/**
 * When rules open.
 *
 * An elapsed time reaches its limit at an instant that can be worked out; whether the rule as a whole is met then is not
 * reasoned but judged again, with the log as it is and the clock put forward.
 */
export class Opening {
  readonly #selection: Selection
  readonly #moment: Moment
  readonly #recordAt: (moment: Moment, facts: AskedFacts) => Patient
  /** What the tables of a later moment hold now. */
  #read: number | undefined

  constructor(
    selection: Selection,
    moment: Moment,
    recordAt: (moment: Moment, facts: AskedFacts) => Patient,
  ) {
    this.#selection = selection
    this.#moment = moment
    this.#recordAt = recordAt
  }

  /** The first instant at which the rule of a finding is met by the passing of time; nothing where there is none. */
  of(row: Ready, finding: Finding): Instant | undefined {
    if (!asksTime(row, this.#selection)) return undefined
    const waits: number[] = []
    row.places.forEach((place, at) => {
      const leaf = this.#selection.leaves[place]
      const read = finding.inputs[at]
      const wait = leaf === undefined || read === undefined ? undefined : waitOf(leaf, read)
      if (wait !== undefined && wait > 0) waits.push(wait)
    })
    for (const wait of waits.sort((a, b) => a - b)) {
      const at = this.#moment.ms + wait
      if (this.#isMet(row, at)) return instantIn(at, this.#moment)
    }
    return undefined
  }

  #isMet(row: Ready, at: number): boolean {
    const { questions } = this.#selection
    const reading = this.#readingAt(at)
    const answers = new Uint8Array(questions.length)
    for (const place of row.places) answers[place] = questions[place]?.answer(reading) ?? OPEN
    return row.holds(answers) === NO
  }

  #readingAt(at: number): Reading {
    const { engine } = this.#selection
    let reading = later.get(engine)
    if (reading !== undefined && this.#read === at) return reading
    if (reading === undefined) {
      reading = emptyReading(engine.index)
      later.set(engine, reading)
    }
    this.#read = at
    const moment = momentOf(instantIn(at, this.#moment), this.#moment.zone)
    const record = this.#recordAt(moment, timedIn(this.#selection).facts)
    return readPatient(engine.index, record, moment, engine, reading)
  }
}

/** Milliseconds until an elapsed time crosses its limit, at the first moment on the other side of it. */
function waitOf(leaf: Leaf, { value, unit, limit }: FactRead): number | undefined {
  const direction = directionOf(leaf)
  if (direction === undefined || value === undefined || unit === undefined || limit === undefined)
    return undefined
  const now = valueIn({ value, unit }, 'ms')
  const end = valueIn(limit, 'ms')
  if (now === undefined || end === undefined) return undefined
  // At the limit itself one of the two sides begins; for the other it is a moment later.
  const isAtLimit =
    direction === 'up'
      ? limit.is === 'below' || limit.is === 'at-least'
      : limit.is === 'above' || limit.is === 'at-most'
  return Math.ceil((direction === 'up' ? end - now : now - end) + (isAtLimit ? 0 : 1))
}
