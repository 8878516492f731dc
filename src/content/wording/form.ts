/** What the words of a form are. @module */

/** An answer as the form prints it, with the value it counts for. */
export interface AnswerWording {
  readonly value: number
  readonly text: string
}

/** The words of a form that may be passed on: as published, in the language they were read in. */
export interface FormWording {
  readonly language: 'en'
  /** To be shown wherever the words are. */
  readonly notice: string
  readonly title: string
  /** The question before the items; empty where each item is one. */
  readonly stem: string
  /** By the id of the item. */
  readonly items: Readonly<Record<string, string>>
  /** Of every item that has none of its own. */
  readonly answers: readonly AnswerWording[]
  readonly answersOf?: Readonly<Record<string, readonly AnswerWording[]>>
  /** Keys of the documents the words were read in. */
  readonly sources: readonly string[]
}
