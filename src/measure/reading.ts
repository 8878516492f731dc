/** What a form says of each item. @module */
import type { CodeRow } from '../kernel/codes.ts'
import type { FormConflict, FormFault, FormIssue } from './score-shape.ts'

/** What is known of an item. */
export const blank = 0
export const given = 1
/** Something was answered that is no answer of the item. */
export const unread = 2
/** Two different answers. */
export const disputed = 3
export const notAsked = 4

/** The answers of one form, by the place of the item. */
export interface Reading {
  /** The least and the most each item can count as. */
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  readonly how: readonly number[]
  readonly disputes: readonly FormConflict[]
  readonly issues: readonly FormIssue[]
}

/** Whether an item was answered, or need not be. */
export function isSettled(how: number | undefined): boolean {
  return how !== blank && how !== unread
}

/** Why a form was refused. */
export function fault(row: CodeRow, path: string): FormFault {
  return Object.freeze({ code: row.code, path })
}

/** A name as instruments use them; any other is not repeated. */
export const shortName = /^[\w.-]{1,64}$/
