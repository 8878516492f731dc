import { copyFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

const entries = {
  index: 'src/index.ts',
  schemas: 'src/entries/schemas.ts',
  content: 'src/entries/content.ts',
  screening: 'src/entries/screening.ts',
  fhir: 'src/entries/fhir.ts',
  plots: 'src/entries/plots.ts',
  wording: 'src/entries/wording.ts',
  ics: 'src/entries/ics.ts',
}

const shared: Options = {
  dts: { entry: entries },
  platform: 'neutral',
  target: ['node20', 'es2022'],
  // One copy of the kernel for all subpaths: a record parsed by one must be known to the others.
  splitting: true,
  // One function of it is used. Looking its package up at run time would take longer than to load everything else.
  noExternal: ['@date-fns/tz'],
  treeshake: false,
  sourcemap: false,
  minify: false,
  clean: false,
  // What is taken in keeps its licence beside it.
  onSuccess: () => copyFile('node_modules/@date-fns/tz/LICENSE.md', 'dist/date-fns-tz.LICENSE.md'),
}

export default defineConfig([
  // The command line is ESM only; the first line of src/cli.ts is its shebang.
  { ...shared, format: 'esm', entry: { ...entries, cli: 'src/cli.ts' } },
  { ...shared, format: 'cjs', entry: entries },
])
