import { defineConfig } from 'vitest/config'

/**
 * Three suites, one a mode: `vitest run` for the tests of every day, `--mode deep` for long properties,
 * `--mode records` for the shared records that never become part of the project.
 */
const suites = {
  // Left to itself the runner keeps one core of two idle.
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    setupFiles: ['tests/tools/seed.ts'],
    maxWorkers: 2,
  },
  // One part after another, each under eight minutes, each named when it ends.
  deep: { include: ['tests/deep/**/*.deep.ts'], testTimeout: 480_000, fileParallelism: false },
  records: { include: ['tests/records/**/*.records.ts'], testTimeout: 120_000, fileParallelism: false },
}

export default defineConfig(({ mode }) => {
  const name = mode === 'deep' || mode === 'records' ? mode : 'test'
  return {
    test: {
      ...suites[name],
      exclude: ['**/node_modules/**', 'dist/**'],
      passWithNoTests: false,
      allowOnly: false,
      reporters: [name === 'test' ? 'default' : 'verbose', ['json', { outputFile: `reports/${name}.json` }]],
      coverage: {
        provider: 'v8',
        include: ['src/**/*.ts'],
        exclude: ['src/**/*.schema.ts', 'src/entries/**', 'src/index.ts'],
        reporter: ['text-summary', 'html', 'json-summary'],
        reportsDirectory: 'coverage',
      },
    },
  }
})
