/** Entries of one id that differ: what still counts of each. @module */
import type { Happening } from './session.schema.ts'

/** Whether every reading of it counts, each at its own time: the worse of two is never lost. */
export function countsBoth({ type }: Happening): boolean {
  return type === 'vitals' || type === 'scale' || type === 'effect-observed'
}

/** Two of one key say the same once their content is taken away. */
export function keyOf(what: Happening): string {
  switch (what.type) {
    case 'answered':
      return `answered ${what.fact}`
    case 'loss-reported':
      return `loss-reported ${what.of}`
    case 'asked':
      return `asked ${what.about}`
    case 'requested':
      return `requested ${what.actions.join(' ')}`
    default:
      return what.type
  }
}

/** What is left of an entry in conflict: that it happened, without amounts and without an answer; or nothing of it. */
export function withoutContent(what: Happening): Happening | undefined {
  switch (what.type) {
    case 'answered':
      return { type: 'answered', fact: what.fact, answer: 'unknown' }
    case 'asked':
      return { type: 'asked', about: what.about, answer: 'unknown' }
    case 'device-given':
      return { type: 'device-given', outcome: 'unknown' }
    case 'dose-given':
      return { type: 'dose-given', how: what.how }
    case 'infusion-started':
    case 'infusion-rate-changed':
    case 'infusion-resumed':
    case 'wasted':
      return { type: what.type }
    case 'infusion-stopped':
      return { type: 'infusion-stopped', why: 'unknown' }
    case 'loss-reported':
      return { type: 'loss-reported', of: what.of, how: what.how }
    case 'booked':
      return { type: 'booked', kind: what.kind }
    // What would settle something settles nothing.
    case 'effect-resolved':
    case 'reviewed':
    case 'outcome':
      return undefined
    default:
      return what
  }
}
