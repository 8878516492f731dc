/**
 * A visit folded by hand: what somebody would write who knows that every entry has a time, one pump runs, and nothing in
 * the log disagrees. It is the limit, and what the library is measured against. @module
 */

/** Phase, anchors, amounts, effects and the entries in order, at a moment. */
export function foldByHand(session, asOf) {
  const now = Date.parse(asOf)
  const byId = new Map()
  const corrections = new Map()
  const leftOut = []
  const clocks = new Map()
  for (const event of session.events) {
    if (byId.has(event.id)) {
      leftOut.push({ id: event.id, why: 'repeated' })
      continue
    }
    const ms = Date.parse(event.at)
    byId.set(event.id, event)
    if (ms > now) {
      leftOut.push({ id: event.id, why: 'after-as-of' })
      continue
    }
    if (!event.late) {
      const clock = clocks.get(event.recorder)
      if (clock === undefined) clocks.set(event.recorder, [[event.sequence, ms]])
      else clock.push([event.sequence, ms])
    }
    if (event.what.type === 'corrected') corrections.set(event.what.of, event)
    else if (event.what.type === 'voided') corrections.set(event.what.of, event)
  }
  const unreliable = new Set()
  for (const [recorder, readings] of clocks) {
    readings.sort((a, b) => a[0] - b[0])
    for (let at = 1; at < readings.length; at += 1)
      if (readings[at][1] < readings[at - 1][1]) unreliable.add(recorder)
  }
  const rows = []
  for (const event of byId.values()) {
    const ms = Date.parse(event.at)
    const { type } = event.what
    if (ms > now) continue
    if (type === 'corrected' || type === 'voided') {
      leftOut.push({ id: event.id, why: 'correction-followed' })
      continue
    }
    const correction = corrections.get(event.id)
    if (correction?.what.type === 'voided') {
      leftOut.push({ id: event.id, why: 'voided' })
      continue
    }
    const what = correction === undefined ? event.what : correction.what.to
    const entry = { id: event.id, by: event.by, source: event.source, what, original: event }
    if (unreliable.has(event.recorder)) entry.untimed = 'clock-ran-backwards'
    else entry.at = event.at
    if (correction !== undefined) entry.correctedBy = [correction.id]
    rows.push({ ms, entry })
  }
  rows.sort(
    (a, b) =>
      a.ms - b.ms ||
      (a.entry.original.recorder < b.entry.original.recorder
        ? -1
        : a.entry.original.recorder > b.entry.original.recorder
          ? 1
          : a.entry.original.sequence - b.entry.original.sequence),
  )
  let phase = 'nothing-recorded'
  let start
  let end
  let running = false
  let rate = 0
  let concentration = 0
  let since = 0
  let given = 0
  let booked
  const effects = new Map()
  for (const { ms, entry } of rows) {
    const { what } = entry
    switch (what.type) {
      case 'booked':
        booked = what
        phase = 'booked'
        break
      case 'arrived':
        phase = 'arrived'
        break
      case 'answered':
      case 'asked':
      case 'vitals':
      case 'scale':
        if (phase === 'arrived') phase = 'checks-open'
        break
      case 'infusion-started':
        phase = 'dosing'
        start ??= { at: entry.at, event: entry.id }
        running = true
        rate = what.rate.value
        concentration = what.concentration.value
        since = ms
        break
      case 'infusion-rate-changed':
        given += concentration * rate * (ms - since)
        rate = what.rate.value
        since = ms
        break
      case 'infusion-paused':
        phase = 'paused'
        running = false
        given += concentration * rate * (ms - since)
        break
      case 'infusion-resumed':
        phase = 'dosing'
        running = true
        if (what.rate !== undefined) rate = what.rate.value
        since = ms
        break
      case 'infusion-stopped':
        phase = 'observing'
        if (running) given += concentration * rate * (ms - since)
        running = false
        end = { at: entry.at, event: entry.id }
        break
      case 'effect-observed':
        effects.set(entry.id, { event: entry.id, entry })
        if (phase === 'ready') phase = 'observing'
        break
      case 'effect-resolved': {
        const effect = effects.get(what.of)
        if (effect !== undefined) effect.resolved = { event: entry.id, at: entry.at }
        break
      }
      case 'found-ready':
        phase = 'ready'
        break
      case 'left':
        phase = 'departed'
        break
      default:
    }
  }
  if (running) given += concentration * rate * (now - since)
  return {
    session: session.id,
    asOf,
    phase,
    booked,
    entries: rows.map(({ entry }) => entry),
    leftOut: leftOut.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    anchors: { start, end },
    running,
    delivered: given / 3_600_000,
    effects: [...effects.values()],
  }
}
