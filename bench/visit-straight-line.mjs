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

const minute = 60_000
const half = 30 * minute

/**
 * Whether each criterion of leaving after an infusion is met, by hand: 0 it is not, 1 it is, 2 nobody can tell.
 *
 * Knows the one product, the one policy and a person of whom every list is complete and empty.
 */
export function leavingByHand(session, asOf, effectIds) {
  const now = Date.parse(asOf)
  const state = foldByHand(session, asOf)
  const vitals = []
  const alertness = []
  const dissociation = []
  const answers = new Map()
  const asked = []
  let isRescued = false
  for (const entry of state.entries) {
    const { what } = entry
    const ms = Date.parse(entry.at)
    if (what.type === 'vitals') vitals.push({ ms, reading: what.reading })
    else if (what.type === 'scale' && what.instrument === 'moaas') alertness.push({ ms, total: what.total })
    else if (what.type === 'scale') dissociation.push({ ms, total: what.total })
    else if (what.type === 'answered') answers.set(what.fact, { ms, answer: what.answer, of: what.of })
    else if (what.type === 'asked') asked.push({ ms, answer: what.answer })
    else if (what.type === 'rescue-given') isRescued = true
  }
  const start = Date.parse(state.anchors.start.at)
  const end = Date.parse(state.anchors.end.at)
  const met = {}
  const said = (fact, age = half) => {
    const answer = answers.get(fact)
    if (answer === undefined || now - answer.ms > age) return 2
    return answer.answer === 'yes' ? 1 : answer.answer === 'no' ? 0 : 2
  }
  met['release/administration-running'] = state.running ? 0 : 1
  const covers = (from, to, ...names) =>
    vitals.some(({ ms, reading }) => ms >= from && ms <= to && names.every((name) => reading[name]))
  const basic = ['systolic', 'diastolic', 'heartRate', 'oxygenSaturation']
  met['release/required-observations'] =
    covers(start - 15 * minute, start, ...basic) && covers(end - 2 * minute, end + 10 * minute, ...basic)
      ? 1
      : 2
  met['release/observation-ketamine'] = now - end >= 120 * minute ? 1 : 0
  const checks = alertness.filter(({ ms }) => ms > end).slice(-2)
  const fresh = checks.length === 2 && now - checks[1].ms <= half
  met['release/alertness'] = fresh ? (Math.min(checks[0].total, checks[1].total) < 5 ? 0 : 1) : 2
  const last = dissociation.at(-1)
  const before = dissociation.findLast(({ ms }) => ms <= start)
  met['release/dissociation-scale'] =
    now - last.ms > half ? 2 : last.total <= 4 || last.total - before.total <= 4 ? 1 : 0
  const cuffs = vitals.filter(({ reading }) => reading.systolic && reading.diastolic)
  const base = cuffs.findLast(({ ms }) => ms <= start).reading
  const latest = cuffs.at(-1)
  const earlier = cuffs.at(-2)
  const old = now - latest.ms > half
  const pressure = (name) => latest.reading[name].value
  const off = (name) => (Math.abs(pressure(name) - base[name].value) / base[name].value) * 100 > 20
  const rose = (name) => pressure(name) > earlier.reading[name].value
  const verdict = (isBad) => (old ? 2 : isBad ? 0 : 1)
  met['release/pressure-off-baseline'] = verdict(off('systolic') || off('diastolic'))
  met['release/pressure-high'] = verdict(pressure('systolic') >= 160 || pressure('diastolic') >= 100)
  met['release/pressure-rising-ketamine'] = verdict(rose('systolic') || rose('diastolic'))
  const oxygen = vitals.findLast(({ reading }) => reading.oxygenSaturation)
  met['release/saturation'] = now - oxygen.ms > half ? 2 : oxygen.reading.oxygenSaturation.value < 94 ? 0 : 1
  const beats = vitals.findLast(({ reading }) => reading.heartRate)
  const breaths = vitals.findLast(({ reading }) => reading.respiratoryRate)
  const isFresh = (one) => one !== undefined && now - one.ms <= half
  const rate = (one, name) => one.reading[name].value
  met['release/vital-alarm'] =
    (isFresh(beats) && (rate(beats, 'heartRate') > 120 || rate(beats, 'heartRate') < 50)) ||
    (isFresh(breaths) && rate(breaths, 'respiratoryRate') < 8)
      ? 0
      : !isFresh(beats) || !isFresh(breaths)
        ? 2
        : 1
  met['release/nausea'] = said('nausea-settled')
  met['release/orientation'] = said('oriented')
  met['release/gait'] = said('steady-gait')
  met['release/aldrete'] = 1
  met['release/padss'] = 1
  met['release/mental-state'] = said('mental-state-rechecked')
  met['release/suicide-risk'] = said('suicide-risk-rechecked')
  // Nobody was screened in these visits, so no high answer is open.
  met['release/suicide-screen-high'] = 1
  met['release/breathing-ketamine'] = said('breathing-normal')
  met['release/stable-ketamine'] = said('clinically-stable')
  met['release/written-advice'] = said('written-advice-given', 720 * minute)
  met['release/way-home-ketamine'] = said('escort-here')
  const until = answers.get('stay-until')
  const isOver = until === undefined ? 2 : Date.parse(until.of) <= now ? 1 : 0
  met['release/stay-set'] = isOver === 0 ? 0 : 1
  met['release/stay-depressants'] = 1
  // No screening was handed in: nobody knows what it would ask.
  met['release/stay-requested'] = isOver === 1 ? 1 : 2
  met['release/stay-liver-ketamine'] = 1
  met['release/stay-rescue'] = isRescued ? isOver : 1
  const late = answers.get('earlier-delayed-sedation')
  met['release/stay-earlier-sedation'] =
    state.booked.number <= 1 || late?.answer === 'no' ? 1 : late === undefined ? 2 : isOver
  const none = asked.findLast(({ answer }) => answer === 'none')
  for (const id of effectIds) {
    const courses = state.effects.filter(({ entry }) => entry.what.effect.effect === id)
    const open = courses.some(
      ({ entry, resolved }) =>
        resolved === undefined && (none === undefined || none.ms <= Date.parse(entry.at)),
    )
    const gone = courses.map(({ resolved }) => resolved && Date.parse(resolved.at)).filter(Boolean)
    const word = Math.max(none?.ms ?? 0, ...gone)
    met[`release/open-${id}`] = open ? 0 : now - word <= half ? 1 : 2
  }
  let ready = 1
  const criteria = []
  for (const rule in met) {
    criteria.push({ rule, met: met[rule] })
    if (met[rule] === 0) ready = 0
    else if (met[rule] === 2 && ready === 1) ready = 2
  }
  return { ready, criteria, state }
}
