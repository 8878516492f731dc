/** How rows of the catalogue are written: the short forms of what many of them share. @module */
import type { Incidence, Listed, SideEffect } from '../../kernel/content.ts'
import { type Certainty, type Citation, cite } from '../../kernel/evidence.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { injection } from '../scope.ts'

type Grade = 1 | 2 | 3 | 4 | 5
type Parts = Pick<SideEffect, 'codes' | 'onset' | 'duration' | 'grades' | 'watch' | 'notes'>

/** What a row says beside its id, term, certainty and sources. What is left out the reference does not give. */
interface Written extends Parts {
  readonly incidence?: readonly Incidence[]
  readonly during?: true
  readonly always?: true
  readonly escalate?: readonly string[]
  readonly listed?: readonly (readonly Listed[])[]
}

/** A row of the catalogue. */
/* @__NO_SIDE_EFFECTS__ */
export function effect(
  id: string,
  term: string,
  certainty: Certainty,
  sources: readonly Citation[],
  written: Written,
): SideEffect {
  const { incidence = [], during, always, escalate = [], listed = [], ...parts } = written
  return {
    id,
    term,
    ...parts,
    incidence,
    duringSession: during === true,
    escalate: { always: always === true, when: escalate },
    listed: listed.flat(),
    certainty,
    sources,
  }
}

/** A concept that was seen with its name. */
/* @__NO_SIDE_EFFECTS__ */
export function seen(code: string): NonNullable<SideEffect['codes']> {
  return [{ system: 'snomed-ct', code, certainty: 'S', source: 'CODES' }]
}

/** A concept that the reference knows but did not see. */
/* @__NO_SIDE_EFFECTS__ */
export function recalled(code: string): NonNullable<SideEffect['codes']> {
  return [{ system: 'snomed-ct', code, certainty: 'K' }]
}

/** A CTCAE term from memory: its lowest and highest grade, what it goes by, and the texts of single grades. */
/* @__NO_SIDE_EFFECTS__ */
export function ctcae(
  term: string,
  lowest?: Grade,
  highest?: Grade,
  by?: string,
  texts: Readonly<Partial<Record<Grade, string>>> = {},
): NonNullable<SideEffect['grades']> {
  const grades = [1, 2, 3, 4, 5] as const
  return {
    term,
    ...(lowest === undefined ? {} : { lowest }),
    ...(highest === undefined ? {} : { highest }),
    ...(by === undefined ? {} : { by }),
    texts: grades.flatMap((grade) => {
      const text = texts[grade]
      return text === undefined ? [] : [{ grade, text }]
    }),
    certainty: 'K',
  }
}

/** A label of the nasal spray that lists the effect. */
/* @__NO_SIDE_EFFECTS__ */
export function nasalLabel(
  jurisdiction: 'us' | 'eu',
  sources: readonly Citation[],
  from?: CivilDate,
  without?: CivilDate,
  certainty: Certainty = 'S',
): readonly Listed[] {
  return [
    {
      product: 'esketamine-nasal',
      jurisdiction,
      ...(from === undefined ? {} : { from }),
      ...(without === undefined ? {} : { without }),
      certainty,
      sources,
    },
  ]
}

/** The first label of the nasal spray in the United States, which already lists the effect. */
/* @__NO_SIDE_EFFECTS__ */
export function firstUs(fact: string, section?: string): readonly Listed[] {
  return nasalLabel('us', [cite(fact, 'PI19', section)], '2019-03-05')
}

/** The pooled adverse reactions of the US label, of which no date was seen. */
/* @__NO_SIDE_EFFECTS__ */
export function pooledUs(fact: string): readonly Listed[] {
  return nasalLabel('us', [cite(fact, 'HCP-SAF')])
}

/** The adverse reactions of the EU text, of which no date was seen. */
/* @__NO_SIDE_EFFECTS__ */
export function pooledEu(fact: string): readonly Listed[] {
  return nasalLabel('eu', [cite(fact, 'SMPC-HK')])
}

/** The US label of the ketamine injection, by whichever route it is injected. */
/* @__NO_SIDE_EFFECTS__ */
export function injectionUs(fact: string, source: string, section?: string): readonly Listed[] {
  const sources = [cite(fact, source, section)]
  // The revision of October 2024 is the one dated copy; by the end of that month it listed what it lists.
  const dated = source === 'KET24' ? { from: '2024-10-31' } : {}
  return injection.map((product) => ({ product, jurisdiction: 'us', ...dated, certainty: 'S', sources }))
}

/** Something else that is known of an effect. */
/* @__NO_SIDE_EFFECTS__ */
export function note(
  text: string,
  ...sources: readonly Citation[]
): NonNullable<SideEffect['notes']>[number] {
  return { text, sources }
}
