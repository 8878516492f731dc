/** The tables of the European Union, with rows of the United Kingdom and of Switzerland. @module */
import { packOf } from './pack.ts'
import { allTables } from './tables.ts'

/**
 * The pack of the European Union.
 *
 * Rows of one country (`uk`, `ch`) bind as its label where `policy.countries` names it, and are consensus elsewhere.
 */
export const eu = /* @__PURE__ */ packOf({
  ...allTables(),
  id: 'eu',
  jurisdictions: ['eu'],
  countries: ['eu', 'uk', 'ch'],
})
