/** Flags and levels made ready: every answer they can give stands there before the first form. @module */
import type { Flag, Sex, Test, Triage } from '../kernel/instrument.ts'
import { deepFreeze } from '../kernel/parsed.ts'
import type { Truth } from '../kernel/truth.ts'
import type { FlagRead, TriageRead } from './score-shape.ts'
import { type Places, type ReadyTest, readyTest } from './tests.ts'

/** One flag. */
export interface ReadyFlag {
  readonly test: ReadyTest
  readonly for: Sex | null
  readonly reads: Readonly<Record<Truth, FlagRead>>
}

/** Levels, the gravest first. */
export interface ReadyTriage {
  readonly levels: readonly {
    readonly test: ReadyTest
    readonly tier: TriageRead['tier']
    readonly certain: TriageRead
    readonly floor: TriageRead
  }[]
  readonly inconsistent: readonly {
    readonly id: string
    readonly test: ReadyTest
    /** Where the answers it is about stand in a form. */
    readonly paths: readonly string[]
  }[]
  /** No level holds, for certain; and no level is known to hold. */
  readonly nothing: TriageRead
  readonly open: TriageRead
}

/** A flag, ready. */
export function readyFlag(flag: Flag, places: Places): ReadyFlag {
  const read = (truth: Truth): FlagRead =>
    deepFreeze({ id: flag.id, kind: flag.kind, truth, actions: [...(flag.actions ?? [])] })
  return {
    test: readyTest(flag.when, places),
    for: flag.for ?? null,
    reads: { yes: read('yes'), no: read('no'), unknown: read('unknown') },
  }
}

/** A table of levels, ready. */
export function readyTriage(triage: Triage, places: Places): ReadyTriage {
  const none = { table: triage.id, level: null, tier: null, meaning: null, actions: [] }
  return {
    levels: triage.levels.map(({ id, tier, meaning, when, actions }) => {
      const read = (atLeast: boolean): TriageRead =>
        deepFreeze({ table: triage.id, level: id, tier, meaning, atLeast, actions: [...actions] })
      return { test: readyTest(when, places), tier, certain: read(false), floor: read(true) }
    }),
    inconsistent: triage.inconsistent.map(({ id, when }) => ({
      id,
      test: readyTest(when, places),
      paths: namedBy(when).map((item) => `answers.${item}`),
    })),
    nothing: deepFreeze({ ...none, atLeast: false, actions: [] }),
    open: deepFreeze({ ...none, atLeast: true, actions: [] }),
  }
}

function namedBy(test: Test): readonly string[] {
  if (test.kind === 'item') return [test.item]
  if (test.kind === 'total') return []
  return test.kind === 'not' ? namedBy(test.of) : test.of.flatMap(namedBy)
}
