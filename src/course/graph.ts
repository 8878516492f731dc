/** A graph of yes and no: which yes implies which, and what it costs where a yes is followed by a no. @module */

/** Always yes. */
export const source = 0
/** Always no. */
export const sink = 1

const always = 1e9

/** Nodes are whole numbers from 0; edges stand in pairs, there and back. */
export class Graph {
  readonly #edges: number[][]
  readonly #to: number[] = []
  readonly #left: number[] = []
  /** 1 settled as yes, 2 settled as no. */
  readonly #settled: Uint8Array

  constructor(nodes: number) {
    this.#edges = Array.from({ length: nodes }, () => [])
    this.#settled = new Uint8Array(nodes)
  }

  /** A yes at one node and a no at the other cost so much. */
  edge(from: number, to: number, cost: number): void {
    if (from === sink || to === source || from === to) return
    this.#edges[from]?.push(this.#to.length)
    this.#to.push(to)
    this.#left.push(cost)
    this.#edges[to]?.push(this.#to.length)
    this.#to.push(from)
    this.#left.push(0)
  }

  /** A yes at one node is a yes at the other. */
  implies(from: number, to: number): void {
    this.edge(from, to, always)
  }

  /** Finds the smallest cost, and settles what is the same wherever it is reached. */
  fill(): void {
    while (this.#augmented());
    this.#spread(source, 1)
    this.#spread(sink, 2)
  }

  /**
   * Settles one node as yes and another as no, if the cost can stay the smallest then.
   *
   * @returns false, and nothing is settled, where it cannot
   */
  settle(yes: number, no: number): boolean {
    const marked = this.#spread(yes, 1)
    if (marked === undefined) return false
    const other = this.#settled[no] === 1 ? undefined : this.#spread(no, 2)
    if (other !== undefined) return true
    for (const node of marked) this.#settled[node] = 0
    return false
  }

  /** Sends one more unit along a shortest way; every way holds an edge that costs, and each of those costs one. */
  #augmented(): boolean {
    const by = new Int32Array(this.#edges.length).fill(-1)
    const queue = [source]
    for (const node of queue) {
      for (const edge of this.#edges[node] ?? []) {
        const to = this.#to[edge] ?? source
        if (to === source || by[to] !== -1 || (this.#left[edge] ?? 0) === 0) continue
        by[to] = edge
        if (to === sink) {
          this.#send(by)
          return true
        }
        queue.push(to)
      }
    }
    return false
  }

  #send(by: Int32Array): void {
    for (let node = sink; node !== source; ) {
      const edge = by[node] ?? 0
      this.#left[edge] = (this.#left[edge] ?? 0) - 1
      this.#left[edge ^ 1] = (this.#left[edge ^ 1] ?? 0) + 1
      node = this.#to[edge ^ 1] ?? source
    }
  }

  /**
   * Settles a node, and all that follow from it: a yes along what is left of the edges, a no against it.
   *
   * @returns what was settled; nothing, and nothing is settled, where one of them is settled the other way
   */
  #spread(from: number, as: 1 | 2): readonly number[] | undefined {
    const seen = this.#settled
    if (seen[from] !== 0) return seen[from] === as ? [] : undefined
    const queue = [from]
    let clash = false
    seen[from] = as
    for (const node of queue) {
      if (clash) break
      for (const edge of this.#edges[node] ?? []) {
        const to = this.#to[edge] ?? source
        if ((this.#left[as === 1 ? edge : edge ^ 1] ?? 0) === 0 || seen[to] === as) continue
        if (seen[to] !== 0) {
          clash = true
          break
        }
        seen[to] = as
        queue.push(to)
      }
    }
    if (!clash) return queue
    for (const node of queue) seen[node] = 0
    return undefined
  }
}
