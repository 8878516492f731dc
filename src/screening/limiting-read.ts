/** The one of several reads that an answer stands and falls with. @module */
import type { FactRead } from '../kernel/decision.ts'
import { byText } from '../kernel/order.ts'
import type { Condition } from '../kernel/rule.ts'
import { type Moment, rangeOf } from '../patient/moment.ts'
import { leavesOf } from '../rules/compile.ts'
import { replay } from '../rules/explain.ts'

/**
 * The read whose age decides how long an answer of a condition still stands.
 *
 * Where every part is needed it is the oldest of them; where one of several is enough, the newest of those that are.
 *
 * @param condition - a condition that has the answer
 * @param reads - what was read, in the order of its questions
 * @param truth - the answer
 * @returns the read; nothing where none of them has a time
 */
export function limitingRead(
  condition: Condition,
  reads: readonly FactRead[],
  truth: 'yes' | 'no',
  moment: Moment,
): FactRead | undefined {
  switch (condition.kind) {
    case 'not':
      return limitingRead(condition.of, reads, truth === 'yes' ? 'no' : 'yes', moment)
    case 'all':
    case 'any':
    case 'at-least-n': {
      const found = partsThat(truth, condition.of, reads).flatMap(
        (part) => limitingRead(part.condition, part.reads, truth, moment) ?? [],
      )
      const isOneEnough = condition.kind === (truth === 'yes' ? 'any' : 'all')
      return found.toSorted(oldestFirst(moment)).at(isOneEnough ? -1 : 0)
    }
    default:
      return reads[0]?.truth === truth && reads[0].at !== undefined ? reads[0] : undefined
  }
}

/** The parts of a condition that have an answer, each with its own reads. */
function partsThat(truth: 'yes' | 'no', of: readonly Condition[], reads: readonly FactRead[]) {
  let next = 0
  return of
    .map((condition) => {
      const begin = next
      next += leavesOf(condition).length
      return { condition, reads: reads.slice(begin, next) }
    })
    .filter((part) => replay(part.condition, part.reads) === truth)
}

function oldestFirst(moment: Moment) {
  const begin = ({ at }: FactRead) => rangeOf(at, moment)?.from ?? Number.NEGATIVE_INFINITY
  return (a: FactRead, b: FactRead) => begin(a) - begin(b) || byText(a.fact, b.fact)
}
