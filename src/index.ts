/**
 * Judgements about ketamine and esketamine treatment as pure functions: plain JSON in, an explained answer out.
 *
 * Nothing in here brings a schema or a table with it: those stand in `./schemas` and `./content`.
 * @module
 */
export { type Decision, verdictOf, worse } from './kernel/decision.ts'
export { Refusal } from './kernel/refusal.ts'
export { err, ok, type Result } from './kernel/result.ts'
export { and, atLeast, not, or, type Truth } from './kernel/truth.ts'
