/** What contradicts itself in a protocol, and how it is told. @module */

/** A row of the protocol that takes part in a fault. */
export interface NamedRow {
  /** Where it stands: `phases[0].limits[1]`. */
  readonly path: string
  /** Its own label, as the author of the protocol wrote it; of a row without one, what it is. */
  readonly label: string
  /** What it asks, in a few words. */
  readonly says: string
}

/** One thing that is wrong, with every row that has a part in it. */
export interface ProtocolFault {
  readonly code: string
  /** The field to look at first. */
  readonly path: string
  /** What is wrong, in a sentence. */
  readonly text: string
  readonly rows: readonly NamedRow[]
}

/** Everything that is wrong; code and path are those of the first. */
export interface ProtocolFaults {
  readonly code: string
  readonly path: string
  readonly faults: readonly ProtocolFault[]
}
