/** What the command line asks of the machine. The real one stands in `src/cli.ts`; a test brings its own. @module */

/** Where text goes. */
export interface Screen {
  /** Resolves when more can be taken, so that a slow reader holds back a fast writer. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  readonly columns: number | undefined
}

/** Files, clock, zone and console. */
export interface Machine {
  readonly out: Screen
  readonly err: Screen
  /** Whether colours may be used on `out`. */
  readonly colour: boolean
  /** The bytes of a file; `-` is standard input. Throws where it cannot be read. */
  read(path: string): AsyncIterable<Uint8Array>
  look(path: string): Promise<'file' | 'folder' | 'absent'>
  /** Names of the files of a folder, in no order. */
  list(folder: string): Promise<readonly string[]>
  /** Writes a file; false where it cannot be written. */
  write(path: string, text: string): Promise<boolean>
  nowMs(): number
  /** IANA name of the zone the machine is set to. */
  readonly zone: string
  readonly zoneTables: string | undefined
}
