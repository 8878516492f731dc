/** Signs of life while long input is read: counts only, never what was read. @module */
import type { Screen } from './machine.ts'
import { counted, grouped } from './paper.ts'

const firstAfterMs = 2_000

/** On a terminal one line that is written over; elsewhere a line now and then. */
export class Progress {
  readonly #screen: Screen
  readonly #nowMs: () => number
  readonly #begun: number
  #next: number
  #drawn = false

  constructor(screen: Screen, nowMs: () => number) {
    this.#screen = screen
    this.#nowMs = nowMs
    this.#begun = nowMs()
    this.#next = this.#begun + (screen.isTerminal ? firstAfterMs / 4 : firstAfterMs)
  }

  /** Tells how far the work is, if it is time to. */
  async tick(bytes: number, records: number): Promise<void> {
    const now = this.#nowMs()
    if (now < this.#next) return
    const text = `${grouped(Math.round(bytes / 1_000_000))} MB read, ${counted(records, 'record')} judged`
    if (this.#screen.isTerminal) {
      this.#next = now + 250
      this.#drawn = true
      await this.#screen.write(`\r\u001b[K${text}`)
    } else {
      this.#next = now + 10_000
      await this.#screen.write(`${text}, ${Math.round((now - this.#begun) / 1000)} s\n`)
    }
  }

  /** Takes the line away again. */
  async clear(): Promise<void> {
    if (!this.#drawn) return
    this.#drawn = false
    await this.#screen.write('\r\u001b[K')
  }
}
