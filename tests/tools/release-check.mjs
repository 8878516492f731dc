/** `npm run check:release`: no row of the tables may be past the day of its next look when a version goes out. @module */
import { eu, us } from '../../dist/content.js'
import { rulesOf } from '../../dist/index.js'

/** Rows past their day, by id; the first law of a release is that there are none. */
export function outdated(packs, today) {
  const late = packs.flatMap((pack) => rulesOf(pack).filter((rule) => rule.checkBy < today))
  return [...new Set(late.map((rule) => `${rule.id} v${rule.version}: due ${rule.checkBy}`))]
}

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10)
const late = outdated([us, eu], today)
for (const line of late) console.log(line)
console.log(
  late.length === 0
    ? `No row is past its next look on ${today}.`
    : `${late.length} row(s) to compare with their sources.`,
)
process.exitCode = late.length === 0 ? 0 : 1
