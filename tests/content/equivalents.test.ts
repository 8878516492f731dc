import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startingChoices } from '../../src/content/policy-numbers.ts'
import { us } from '../../src/content/us.ts'

const { equivalents } = us

type Printed = Readonly<Record<string, number | readonly [number, number]>>

const file = new URL('../vectors/benzodiazepine-equivalents.json', import.meta.url)
const { note: _note, ...columns }: Readonly<Record<string, Printed>> & { note: never } = JSON.parse(
  readFileSync(file, 'utf8'),
)

const table = (id: string) => {
  const found = equivalents.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no table ${id}`)
  return found
}

test.each(Object.entries(columns))(
  '%s holds what is printed; of a range the number that counts for more',
  (id, printed) => {
    const smaller = Object.fromEntries(
      Object.entries(printed).map(([name, mg]) => [name, typeof mg === 'number' ? mg : Math.min(...mg)]),
    )
    expect(table(id).rows).toEqual(smaller)
    expect(table(id).per).toEqual({ value: 10, unit: 'mg' })
  },
)

test.each(Object.entries(columns))(
  '%s in lorazepam is the same column with lorazepam as its measure',
  (id, printed) => {
    const inLorazepam = table(`${id}-lorazepam`)
    expect(inLorazepam.rows).toEqual(table(id).rows)
    expect(inLorazepam.reference).toBe('lorazepam')
    expect(inLorazepam.per.value).toBe(printed.lorazepam)
  },
)

test('the table of the starting policy never gives a smaller lorazepam equivalent than another table', () => {
  const chosen = table(startingChoices['lorazepam-equivalents'])
  const others = equivalents.filter((one) => one.reference === 'lorazepam')
  for (const [name, mg] of Object.entries(chosen.rows)) {
    for (const other of others) {
      const each = other.rows[name]
      if (each !== undefined) expect(chosen.per.value / mg).toBeGreaterThanOrEqual(other.per.value / each)
    }
  }
})

test('every medicine of a table is a fact that a record can answer', () => {
  const ids = new Set(us.facts.filter((row) => row.kind === 'medicine').map((row) => row.id))
  const named = equivalents.flatMap((one) => Object.keys(one.rows))
  expect(named.filter((name) => !ids.has(name))).toEqual([])
})
