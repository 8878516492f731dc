/** Short lists put in order without work space. @module */

// From this length on the platform’s way is the faster one, whatever it allocates.
const short = 48

/**
 * Puts a list in order, in place; what compares equal keeps its place.
 *
 * A decision sorts dozens of lists of a few members each, and the platform’s sort makes two more lists for each.
 */
export function putInOrder<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > short) return list.sort(compare)
  for (let at = 1; at < list.length; at += 1) {
    const moved = list[at]
    if (moved === undefined) continue
    let to = at
    for (; to > 0; to -= 1) {
      const before = list[to - 1]
      if (before === undefined || compare(before, moved) <= 0) break
      list[to] = before
    }
    list[to] = moved
  }
  return list
}

/** The order of texts by their characters, the same everywhere. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
