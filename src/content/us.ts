/** The tables of the United States. @module */
import { packOf } from './pack.ts'
import { allTables } from './tables.ts'

/**
 * The pack of the United States: the labels of the nasal spray and of the ketamine injection, and the consensus beside
 * them, each row with its source and the days it was in force.
 */
export const us = /* @__PURE__ */ packOf({
  ...allTables(),
  id: 'us',
  jurisdictions: ['us'],
  countries: ['us'],
})
