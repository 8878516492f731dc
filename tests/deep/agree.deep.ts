/** The engine and the plain reading, over many records. */
import { expect } from 'vitest'
import { worlds } from '../screening/arbitrary.ts'
import { agreesPlainly, disagreements } from '../screening/plain-screen.ts'
import { inParts } from './parts.ts'

inParts(
  'the engine finds what the plain reading finds',
  { records: 10_000, aPart: 1_000, seed: 3_000 },
  worlds(8),
  (world) => {
    const { engine, plain } = agreesPlainly(world)
    expect(engine).toEqual(plain)
  },
)

inParts(
  'the engine answers as the plain reading does',
  { records: 6_000, aPart: 1_000, seed: 4_000 },
  worlds(10),
  (world) => {
    expect(disagreements(world)).toEqual([])
  },
)
