/** The zone of the machine changes nothing. */
import { afterEach, expect, test, vi } from 'vitest'

const home = process.env.TZ
afterEach(() => {
  if (home === undefined) delete process.env.TZ
  else process.env.TZ = home
})

/** Everything that touches the clock or the calendar, from modules loaded afresh under this process zone. */
async function answers(processZone: string): Promise<string> {
  process.env.TZ = processZone
  vi.resetModules()
  const time = await import('../../src/kernel/time.ts')
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ]
  const instants = [
    '2026-03-08T06:59:59Z',
    '2026-03-08T07:00:00Z',
    '2026-10-04T15:30:00Z',
    '2026-12-31T23:59:59Z',
  ]
  const out = zones.map((zone) => [
    instants.map((text) => {
      const ms = time.instantMs(text)
      return [
        time.civilDayAt(ms, zone),
        time.offsetMinutes(ms, zone),
        time.formatInstant(ms, time.offsetMinutes(ms, zone)),
      ]
    }),
    ['2026', '2026-03', '2026-03-08', '2026-10-04'].map((when) => time.whenRangeMs(when, zone)),
    ['02:30', '01:45'].map((at) => time.resolveLocal({ day: '2026-03-08', time: at, zone, kind: 'planned' })),
  ])
  return JSON.stringify([out, time.ageOn('2008-02-29', '2026-03-01'), time.addMonths('2026-03-31', 1)])
}

test('the same days, instants and ages come out under every zone of the process, to the byte', async () => {
  const places = [
    'UTC',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ]
  const seen = new Set<string>()
  const machineOffsets = new Set<number>()
  for (const place of places) {
    seen.add(await answers(place))
    machineOffsets.add(new Date(0).getTimezoneOffset())
  }
  expect(machineOffsets.size).toBeGreaterThan(4) // the zone of the process really changed
  expect(seen.size).toBe(1)
})
