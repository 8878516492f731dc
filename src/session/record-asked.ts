/** What the rules of a pack ask of a visit, so that nothing else is worked out for it. @module */
import type { Engine, Selection } from '../judgement/selection.ts'
import { factsIfRecorded } from '../judgement/stated.ts'
import { rulesOf } from '../kernel/content.ts'
import type { Leaf, Span } from '../kernel/rule.ts'
import { leavesOf } from '../rules/compile.ts'

/** The facts that rules ask, and how far back they look. */
export interface AskedFacts {
  has(fact: string): boolean
  /** How far back from now a reading can still be the worst of a window, in ms; 0 where only the newest counts. */
  windowMs(fact: string): number
  /** Facts of statements whose absence answers no where the statements of a record are there. */
  readonly ifRecorded: readonly string[]
}

const byEngine = /* @__PURE__ */ new WeakMap<Engine, AskedFacts>()
const bySelection = /* @__PURE__ */ new WeakMap<Selection, AskedFacts>()

/** The facts that any rule of a pack asks under a policy. */
export function askedFacts(engine: Engine): AskedFacts {
  let asked = byEngine.get(engine)
  if (asked === undefined) {
    const leaves = rulesOf(engine.content).flatMap(({ when }) => leavesOf(when))
    asked = gathered(leaves, engine)
    byEngine.set(engine, asked)
  }
  return asked
}

/** The facts that the rules of a selection ask. */
export function askedIn(selection: Selection): AskedFacts {
  let asked = bySelection.get(selection)
  if (asked === undefined) {
    asked = gathered(selection.leaves, selection.engine)
    bySelection.set(selection, asked)
  }
  return asked
}

function gathered(leaves: readonly Leaf[], { content, numbers }: Engine): AskedFacts {
  const facts = new Set<string>()
  const windows = new Map<string, number>()
  for (const leaf of leaves) {
    if (leaf.kind === 'age') continue
    facts.add(leaf.fact)
    if (leaf.kind !== 'measured' || leaf.pick !== 'worst') continue
    windows.set(leaf.fact, Math.max(windows.get(leaf.fact) ?? 0, longest(leaf.maxAge, numbers.span)))
  }
  for (const { onlyIf } of content.session?.followUps ?? []) if (onlyIf !== undefined) facts.add(onlyIf)
  return {
    has: (fact) => facts.has(fact),
    windowMs: (fact) => windows.get(fact) ?? 0,
    ifRecorded: [...factsIfRecorded(leaves)],
  }
}

const most = { min: 60_000, h: 3_600_000, d: 1, wk: 7, mo: 31, a: 366 } as const

/** A length that a span never exceeds: a calendar span begins with its first day, in any zone. */
function longest(span: Span, resolved: (span: Span) => Exclude<Span, { policy: string }>): number {
  // A number the policy does not hold is refused where a rule that needs it is asked, not here.
  if ('policy' in span) {
    try {
      return longest(resolved(span), resolved)
    } catch {
      return Number.POSITIVE_INFINITY
    }
  }
  const { value, unit } = span
  return unit === 'min' || unit === 'h' ? value * most[unit] : (value * most[unit] + 2) * 86_400_000
}
