/** The screening engine alone, without a table and without a schema. @module */
export { createScreener, type Screener, type ScreenerContext, type Screening } from '../screening/screen.ts'
