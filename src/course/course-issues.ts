/** What is odd in the history of a course. @module */
import { courseInDoubt, givenTooSoon, placeToChoose } from '../kernel/codes.ts'
import type { Issue } from '../kernel/decision.ts'
import { byText } from '../kernel/order.ts'
import type { Calendar } from './calendar.ts'
import { dosesOf, soonestAfter } from './dose-limits.ts'
import type { Standing } from './standing.ts'
import type { VisitRead } from './visits.ts'

/** Sessions the logs leave open, places to be chosen, and doses closer together than the protocol allows, beside what was odd before. */
export function issuesOf(
  known: readonly Issue[],
  standings: readonly Standing[],
  visits: readonly VisitRead[],
  calendar: Calendar,
): readonly Issue[] {
  const doubts = standings
    .filter(({ given }) => given === 'unknown')
    .map(({ session }) => ({ ...courseInDoubt, path: `sessions.${session.id}` }))
  const open = standings
    .filter(({ word, session }) => word === 'to-come' && session.status === 'to-choose')
    .map(({ session }) => ({ ...placeToChoose, path: `sessions.${session.id}` }))
  const given = visits.filter(({ visit, ms }) => visit.exposed === 'yes' && ms !== null)
  const { all } = dosesOf(given, calendar)
  const tooSoon = given.filter(({ ms }, at) => {
    const { ms: free } = soonestAfter(all[at]?.session, all.slice(0, at), calendar)
    return ms !== null && ms < free
  })
  const soon = tooSoon.map(({ visit }) => ({ ...givenTooSoon, path: `visits.${visit.visit}` }))
  return [
    ...known,
    ...[...doubts, ...open, ...soon].map(({ code, path, severity }) => ({ code, path, severity })),
  ].sort((a, b) => byText(a.path, b.path) || byText(a.code, b.code))
}
