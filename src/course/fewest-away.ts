/**
 * Among all plans the one in which the fewest sessions leave their regular place, and of those the first by preference.
 *
 * "Session i stands on its place a or a later one" is a yes or no for each i and a. A link says that one such yes implies
 * another, and a place costs something where one yes is followed by a no: that is a cut through a graph, and the smallest
 * cut is found exactly, in bounded time, by the largest flow (Picard 1976, doi:10.1287/mnsc.22.11.1268). All smallest cuts
 * can be read from what the flow leaves over, which settles the order of preference without a search.
 * @module
 */
import { Graph, sink, source } from './graph.ts'
import { keeps, type Link } from './limit-links.ts'
import type { Room } from './room.ts'

/** What is asked of each session beside the links: its regular place, and its places by preference, as indexes. */
export interface Wish {
  /** Nothing where no place of it costs anything: it was chosen, or is past. */
  readonly regular: number | undefined
  readonly byPreference: readonly number[]
}

/**
 * For each session the index of its place.
 *
 * @param room - as `roomLeft` leaves it: each first place is part of a plan, and so is each last
 */
export function fewestAway(room: Room, links: readonly Link[], wishes: readonly Wish[]): readonly number[] {
  const first: number[] = []
  let nodes = 2
  for (const spots of room) {
    first.push(nodes)
    nodes += spots.length - 1
  }
  /** The node of "session stands on this place or a later one". */
  const node = (session: number, place: number): number => {
    if (place <= 0) return source
    return place >= (room[session]?.length ?? 0) ? sink : (first[session] ?? 0) + place - 1
  }
  const graph = new Graph(nodes)
  for (const [session, spots] of room.entries()) {
    const regular = wishes[session]?.regular
    for (const place of spots.keys()) {
      // Where every place costs the same, none does.
      const costs = regular !== undefined && place !== regular
      if (costs) graph.edge(node(session, place), node(session, place + 1), 1)
      graph.implies(node(session, place + 1), node(session, place))
    }
  }
  for (const link of links) addImplied(graph, link, room, node)
  graph.fill()
  return room.map((spots, session) => {
    const order = wishes[session]?.byPreference ?? []
    const place = order.find((at) => graph.settle(node(session, at), node(session, at + 1)))
    return place ?? spots.length - 1
  })
}

/** For each place of one session the first place of the other that goes with it, and with all before it. */
function addImplied(
  graph: Graph,
  link: Link,
  room: Room,
  node: (session: number, place: number) => number,
): void {
  const { before, after, is } = link
  const [from, to] = is === 'least' ? [before, after] : [after, before]
  const others = room[to] ?? []
  let other = 0
  for (const [place, spot] of (room[from] ?? []).entries()) {
    const was = other
    for (; other < others.length; other += 1) {
      const against = others[other]
      if (against === undefined) break
      if (is === 'least' ? keeps(link, spot, against) : keeps(link, against, spot)) break
    }
    if (other !== was) graph.implies(node(from, place), node(to, other))
  }
}
