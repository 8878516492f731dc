/** A gap between two sessions, held against the gaps that were studied. @module */
import type { Protocol, ProtocolPhase, StudiedGap } from '../kernel/protocol.ts'
import type { GapRead } from './forecast-shape.ts'

/** A gap in civil days; null where nobody knows it. */
export interface Gap {
  readonly days: number | null
  /** The kind of phase it would stand in; left out, rows of any phase are asked. */
  readonly phase?: ProtocolPhase['kind']
}

/**
 * Whether a gap was studied, lies between two that were, or beyond or below all of them.
 *
 * A gap between two studied ones was not studied itself: the rows next to it are named, and nothing is read into it.
 */
export function studiedGap({ days, phase }: Gap, protocol: Pick<Protocol, 'studied'>): GapRead {
  const rows = protocol.studied.filter((row) => speaksOf(row, phase))
  if (days === null || !Number.isFinite(days)) return { days: null, standing: 'unknown', studied: [] }
  if (rows.length === 0) return { days, standing: 'not-studied', studied: [] }
  const inside = rows.filter((row) => row.days.from <= days && days <= row.days.to)
  if (inside.length > 0) return { days, standing: 'studied', studied: inside }
  const shorter = nearest(rows, (row) => days - row.days.to)
  const longer = nearest(rows, (row) => row.days.from - days)
  const standing = longer.length === 0 ? 'beyond' : shorter.length === 0 ? 'below' : 'between'
  return { days, standing, studied: [...shorter, ...longer] }
}

function speaksOf(row: StudiedGap, phase: ProtocolPhase['kind'] | undefined): boolean {
  return phase === undefined || row.phase === undefined || row.phase === phase
}

/** The rows on one side that lie closest; a distance of zero or less is on the other side. */
function nearest(rows: readonly StudiedGap[], distance: (row: StudiedGap) => number): readonly StudiedGap[] {
  const least = Math.min(...rows.map(distance).filter((days) => days > 0))
  return rows.filter((row) => distance(row) === least)
}
