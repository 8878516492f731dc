/** Where a clinical statement comes from, and how sure we are that it says so. @module */
import type { CivilDate } from './time.ts'

/**
 * `S`: the statement was seen in the source. `K`: known, but the source could not be opened.
 * `K?`: as `K`, and the number or detail itself is shaky.
 */
export type Certainty = 'S' | 'K' | 'K?'

/** What a rule rests on, strongest first. */
export type Basis = 'label' | 'guideline' | 'consensus' | 'trial' | 'practice' | 'inference'

/** `L` label or regulator, `C` label copy or monograph, `P` paper, `G` guideline, `W` web page of lower authority. */
export type SourceType = 'L' | 'C' | 'P' | 'G' | 'W'

/** One document of the register of sources. */
export interface Source {
  readonly key: string
  readonly type: SourceType
  readonly title: string
  readonly url: string
}

/** A pointer from a row to what was read: the fact it was filed under, the document, the place in it. */
export interface Citation {
  /** Id of the fact in the clinical reference. */
  readonly fact: string
  /** Key in the register of sources; absent where only the author's knowledge stands behind the fact. */
  readonly source?: string
  readonly section?: string
  readonly certainty: Certainty
  /** The day the statement was seen (or filed, where it was not seen). */
  readonly seenOn: CivilDate
}

/**
 * A citation of something that was seen in a source.
 *
 * @param fact - id of the fact in the clinical reference
 * @param source - key in the register of sources
 * @param section - section or page, as printed
 *
 * @example
 * ```ts
 * cite('ci-aneurysm', 'PI19', 'section 4')
 * // => { fact: 'ci-aneurysm', source: 'PI19', section: 'section 4', certainty: 'S', seenOn: '2026-11-22' }
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function cite(fact: string, source: string, section?: string): Citation {
  return {
    fact,
    source,
    ...(section === undefined ? {} : { section }),
    certainty: 'S',
    seenOn: '2026-11-22',
  }
}

/**
 * A citation of something known but not seen.
 *
 * @param fact - id of the fact in the clinical reference
 * @param certainty - `K`, or `K?` where the detail itself is shaky
 * @param named - the document it is said to stand in, as a register key
 * @param section - section or page, as far as known
 *
 * @example
 * ```ts
 * recall('ci-pheo', 'K')
 * // => { fact: 'ci-pheo', certainty: 'K', seenOn: '2026-11-22' }
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function recall(fact: string, certainty: 'K' | 'K?', named?: string, section?: string): Citation {
  return {
    fact,
    ...(named === undefined ? {} : { source: named }),
    ...(section === undefined ? {} : { section }),
    certainty,
    seenOn: '2026-11-22',
  }
}
