/** Signs of life while long input is read. @module */
import { describe, expect, test } from 'vitest'
import { Progress } from '../../src/cli/progress.ts'

/** What is written when somebody looks every 100 ms for `ms` milliseconds. */
async function written(ms: number, isTerminal: boolean): Promise<string> {
  let now = 1_000
  let text = ''
  const write = async (more: string) => {
    text += more
  }
  const progress = new Progress({ write, isTerminal, columns: 80 }, () => now)
  for (let passed = 0; passed <= ms; passed += 100) {
    now = 1_000 + passed
    await progress.tick(passed * 1_000_000, passed)
  }
  await progress.clear()
  return text
}

describe('progress', () => {
  test('is silent over short input', async () => {
    expect(await written(400, true)).toBe('')
    expect(await written(1_900, false)).toBe('')
  })

  test('is a line now and then where nobody watches a terminal', async () => {
    expect(await written(13_000, false)).toBe(
      '2,000 MB read, 2,000 records judged, 2 s\n12,000 MB read, 12,000 records judged, 12 s\n',
    )
  })

  test('on a terminal is one line, written over and taken away', async () => {
    const lines = (await written(2_000, true)).split('\r\u001b[K')
    expect(lines[0]).toBe('')
    expect(lines.at(-1)).toBe('')
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.slice(1, -1).every((line) => /^[\d,]+ MB read, [\d,]+ records judged$/.test(line))).toBe(
      true,
    )
  })
})
