/** What the code of the documentation claims, kept for the test that runs it. @module */

/** A line of a page, what its code gave, and what the page says it gives. */
export interface Claim {
  readonly line: number
  readonly actual: unknown
  readonly expected: unknown
}

const made: Claim[] = []

/**
 * Called by the programs made from the pages.
 *
 * @public
 */
export function claim(line: number, actual: unknown, expected: unknown): void {
  made.push({ line, actual, expected })
}

/** Every claim so far. */
export function claimsMade(): readonly Claim[] {
  return [...made]
}
