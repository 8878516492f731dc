/** The points of a visit from which time is counted. @module */
import type { AnchorPoint, Entry, SessionState } from './state.ts'

/** Where the clocks of a visit start, and whether anything is being given. */
export type Given = Pick<SessionState, 'anchors' | 'running'>

/** The first and the last of a kind, and one that may have been either. */
interface Ends {
  first: Entry | undefined
  last: Entry | undefined
  untimed: Entry | undefined
}

/** Infusions, as far as they were written down. */
interface Infusions {
  status: 'none' | 'running' | 'paused' | 'over'
  starts: number
  stops: number
  /** The entry that tells of an infusion nobody wrote the start of. */
  withoutStart: Entry | undefined
  isUntimed: boolean
}

/**
 * The anchors of entries in the order of time.
 *
 * One administration without a time may have been the first and may have been the last, so both are then unknown. A
 * device that failed is not the first one, for nothing may have come of it, and can be the last, for something may. An
 * infusion has no end before it was stopped; where no start was written down before its other entries, it began at a
 * time nobody can tell.
 */
export function anchorsOf(entries: readonly Entry[]): Given {
  const all: Ends = { first: undefined, last: undefined, untimed: undefined }
  const devices: Ends = { first: undefined, last: undefined, untimed: undefined }
  const infusions: Infusions = {
    status: 'none',
    starts: 0,
    stops: 0,
    withoutStart: undefined,
    isUntimed: false,
  }
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry === undefined) continue
    const { what } = entry
    switch (what.type) {
      case 'device-given':
        add(entry, what.outcome !== 'failed', true, devices)
        add(entry, what.outcome !== 'failed', true, all)
        break
      case 'dose-given':
        add(entry, true, true, all)
        break
      case 'infusion-started':
      case 'infusion-rate-changed':
      case 'infusion-paused':
      case 'infusion-resumed':
      case 'infusion-stopped':
        follow(infusions, entry, what.type)
        // A pump that was paused or changed at some time may have run at any.
        if (entry.at === undefined) all.untimed ??= entry
        if (what.type === 'infusion-started') add(entry, true, false, all)
        if (what.type === 'infusion-stopped') add(entry, false, true, all)
        break
      default:
    }
  }
  return given(all, devices, infusions)
}

function given(all: Ends, devices: Ends, infusions: Infusions): Given {
  const anchors: { -readonly [K in keyof SessionState['anchors']]: SessionState['anchors'][K] } = {}
  const status = statusOf(infusions)
  const start =
    infusions.withoutStart === undefined ? pointOf(all, all.first) : { event: infusions.withoutStart.id }
  if (start !== undefined) {
    anchors.start = start
    const end = status === 'running' || status === 'paused' ? undefined : pointOf(all, all.last)
    if (end !== undefined) anchors.end = end
  }
  const first = pointOf(devices, devices.first)
  const last = pointOf(devices, devices.last)
  if (first !== undefined && last !== undefined) {
    anchors.firstDevice = first
    anchors.lastDevice = last
  }
  return { anchors, running: status === 'running' }
}

function add(entry: Entry, isFirst: boolean, isLast: boolean, ends: Ends): void {
  if (entry.at === undefined) ends.untimed ??= entry
  else {
    if (isFirst) ends.first ??= entry
    if (isLast) ends.last = entry
  }
}

function pointOf({ untimed }: Ends, entry: Entry | undefined): AnchorPoint | undefined {
  if (untimed !== undefined) return { event: untimed.id }
  return entry?.at === undefined ? undefined : { at: entry.at, event: entry.id }
}

function follow(infusions: Infusions, entry: Entry, type: Entry['what']['type']): void {
  if (entry.at === undefined) infusions.isUntimed = true
  if (infusions.status === 'none' && type !== 'infusion-started') infusions.withoutStart = entry
  if (type === 'infusion-started') infusions.starts += 1
  if (type === 'infusion-stopped') infusions.stops += 1
  if (type === 'infusion-stopped') infusions.status = 'over'
  else if (type === 'infusion-paused') infusions.status = 'paused'
  // A change of the rate tells that a pump runs, but not that a pause is over.
  else if (type !== 'infusion-rate-changed' || infusions.status !== 'paused') infusions.status = 'running'
}

/** Where entries without a time stand last, only as many stops as starts tell that nothing runs any more. */
function statusOf({ status, starts, stops, isUntimed }: Infusions): Infusions['status'] {
  if (!isUntimed || starts + stops === 0) return status
  return stops >= starts ? 'over' : 'running'
}
