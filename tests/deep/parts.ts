/** Long properties in parts, each with a seed of its own, so that a failure can be run again alone. @module */
import fc from 'fast-check'
import { test } from 'vitest'

/**
 * Holds a property against many records, so many a part; each part is a line of the report.
 *
 * @param name - the law
 * @param seed - of the first part; the others count on from it
 */
export function inParts<T>(
  name: string,
  size: { readonly records: number; readonly aPart: number; readonly seed: number },
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void,
): void {
  const parts = Array.from({ length: Math.ceil(size.records / size.aPart) }, (_, part) => part)
  test.each(parts.map((part) => [part * size.aPart + 1, (part + 1) * size.aPart, size.seed + part] as const))(
    `${name}: records %i to %i (seed %i)`,
    (_first, _last, seed) => {
      fc.assert(fc.property(arbitrary, check), {
        numRuns: size.aPart,
        seed,
        interruptAfterTimeLimit: 470_000,
        markInterruptAsFailure: true,
      })
    },
  )
}
