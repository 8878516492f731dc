/**
 * Measures a schedule of 24 sessions, local times to instants, beside what else can work it out; and first of all counts the
 * sessions that come out wrong, over five cases of clock changes under four zones of the process. @module
 */
import { spawnSync } from 'node:child_process'
import { usStartingPolicy } from '../src/content/policies.ts'
import { esketamineTrdUs } from '../src/content/protocols/esketamine-us.ts'
import { us } from '../src/content/us.ts'
import { planCourse } from '../src/course/plan-course.ts'
import { regularPlaces } from '../src/course/regular-places.ts'
import { cases } from './course-cases.mjs'
import { peers } from './course-peers.mjs'
import { interleaved, progress } from './measure.mjs'

const count = 24
const ours = ({ start, slots, zone }) => {
  const places = regularPlaces({ start, pattern: { slots }, count, zone })
  if (!places.ok) throw new Error(`${places.error.code} at ${places.error.path}`)
  return places.value
}
const contenders = { ours, ...peers }

/** How many sessions of each contender do not lie where they should, by case; under the zone of this process. */
function wrongSessions() {
  return Object.fromEntries(
    Object.entries(contenders).map(([name, schedule]) => [
      name,
      Object.fromEntries(
        cases.map(({ name: of, zone, start, slots, expected }) => {
          const places = schedule({ start, slots, count, zone })
          const wrong = expected.filter((ms, at) => Date.parse(places[at]?.at) !== ms).length
          return [of, wrong + Math.abs(places.length - expected.length)]
        }),
      ),
    ]),
  )
}

if (process.argv.includes('--count')) {
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), wrong: wrongSessions() }))
  process.exit(0)
}

const processZones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati']
const wrong = {}
const offsets = new Set()
for (const zone of processZones) {
  progress(`course: sessions under ${zone}`)
  const { status, stdout } = spawnSync(process.execPath, [process.argv[1], '--count'], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) process.exit(1)
  const answer = JSON.parse(stdout)
  offsets.add(answer.offset)
  for (const [name, byCase] of Object.entries(answer.wrong)) {
    wrong[name] ??= {}
    for (const [of, number] of Object.entries(byCase)) wrong[name][of] = (wrong[name][of] ?? 0) + number
  }
}
if (offsets.size !== processZones.length) throw new Error('the zone of the process did not change')
const total = Object.fromEntries(
  Object.entries(wrong).map(([name, byCase]) => [name, Object.values(byCase).reduce((a, b) => a + b, 0)]),
)
const sessions = cases.length * count * processZones.length

// Schedules that begin on different days, in a zone whose clock changes inside most of them.
const zone = 'America/New_York'
const slots = [
  { weekday: 'tue', time: '09:00' },
  { weekday: 'fri', time: '13:30' },
]
const starts = Array.from({ length: 40 }, (_, at) =>
  new Date(Date.UTC(2027, 0, 4 + 9 * at)).toISOString().slice(0, 10),
)
const context = { content: us, policy: usStartingPolicy, zone, asOf: '2026-12-01T09:00:00-05:00' }
const whole = (start) => {
  const course = planCourse(
    { protocol: esketamineTrdUs, start, pattern: { slots }, horizon: { sessions: count } },
    context,
  )
  if (!course.ok || course.value.sessions.length !== count) throw new Error('no course of 24 sessions')
  return course.value
}

for (const start of starts) {
  const question = { start, slots, count, zone }
  const at = (places) => JSON.stringify(places.map((place) => [place.day, place.time, Date.parse(place.at)]))
  for (const [name, schedule] of Object.entries(peers)) {
    if (at(schedule(question)) === at(ours(question))) continue
    console.error(`${name} lays the schedule from ${start} out in another way`)
    process.exit(1)
  }
}

const every = (act) => ({
  units: starts.length,
  run: () => {
    for (const start of starts) act(start)
  },
})
const timed = Object.fromEntries(
  Object.entries(contenders).map(([name, schedule]) => [
    name,
    every((start) => schedule({ start, slots, count, zone })),
  ]),
)
const micros = await interleaved(
  { ...timed, 'planCourse, whole': every(whole) },
  {
    rounds: 41,
    warmUp: 15,
    onRound: (round, rounds) => progress(`course: round ${Math.max(round + 1, 0)} of ${rounds}`),
  },
)
progress('')
console.log(JSON.stringify({ count, cases: cases.length, processZones, sessions, wrong, total, micros }))
