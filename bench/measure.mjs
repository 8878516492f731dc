/** Side by side: every contender once a round, in a changing order, and the median of the rounds. @module */

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Times contenders in interleaved rounds.
 *
 * @param contenders - name to `{ run, units }`: a function that does `units` units of work, perhaps asynchronously
 * @returns name to the median microseconds of one unit
 */
export async function interleaved(contenders, { rounds, warmUp = 3, onRound = () => undefined }) {
  const names = Object.keys(contenders)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + warmUp) % names.length]
      const { run, units } = contenders[name]
      // A full collection would also throw away code that was not run for a while, and a round is a while.
      globalThis.gc?.({ type: 'minor' })
      const start = process.hrtime.bigint()
      await run()
      const took = Number(process.hrtime.bigint() - start) / 1000 / units
      if (round >= 0) times[name].push(took)
    }
    onRound(round, rounds)
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]))
}

/** One line that is written over, on a terminal; one line a step elsewhere. */
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`)
  else process.stderr.write(`${text}\n`)
}
