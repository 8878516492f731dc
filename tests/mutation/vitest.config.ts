import { defineConfig } from 'vitest/config'

/** The tests of the rooms that are mutated, and of the rooms that stand on them; not those that read the source text. */
export default defineConfig({
  test: {
    include: [
      'tests/{kernel,rules,patient,screening,dosing,session,side-effect,measure,course,timeline}/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
})
