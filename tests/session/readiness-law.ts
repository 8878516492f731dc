/** The first law for readiness: what less information may do to an answer before a dose and before the door. @module */
import type { Decision } from '../../src/kernel/decision.ts'
import type { Verdict } from '../../src/kernel/rule.ts'
import type { Truth } from '../../src/kernel/truth.ts'
import { screen } from '../../src/screening/screen.ts'
import { dischargeReadiness } from '../../src/session/discharge-readiness.ts'
import { startReadiness } from '../../src/session/start-readiness.ts'
import { parsed } from '../screening/arbitrary.ts'
import { sessionOf, type Visit } from './visits.ts'

type Judged = Decision<{ readonly ready: Truth }>

interface Both {
  readonly start: Judged
  readonly home: Judged
}

const known = new WeakMap<Visit, Both>()

/** Both judgements of a visit. The screening handed in is that of the same record. */
export function judgedBoth(visit: Visit): Both {
  const both = known.get(visit) ?? judged(visit)
  known.set(visit, both)
  return both
}

function judged(visit: Visit): Both {
  const { plan, stated, context, events, earlier, isScreened } = visit
  const patient = parsed(visit.draft)
  const question = {
    session: sessionOf(events),
    patient,
    plan,
    stated,
    ...(isScreened ? { screening: screen({ patient, plan }, context) } : {}),
  }
  const before = earlier === undefined ? {} : { earlier: [sessionOf(earlier, 'earlier')] }
  return {
    start: startReadiness({ ...question, ...before }, context),
    home: dischargeReadiness(question, context),
  }
}

/** What the first law forbids between a visit and the same one with facts made unknown. */
export function brokenBetween(less: Visit, more: Visit): readonly string[] {
  const [a, b] = [judgedBoth(less), judgedBoth(more)]
  const sameRecord = less.draft.record === more.draft.record
  return [...brokenIn('start', a.start, b.start, sameRecord), ...brokenIn('home', a.home, b.home, sameRecord)]
}

const goesOn: Readonly<Partial<Record<Verdict, readonly Verdict[]>>> = {
  'no-finding': ['no-finding'],
  caution: ['caution', 'no-finding'],
}

function brokenIn(name: string, less: Judged, more: Judged, sameRecord: boolean): readonly string[] {
  const broken: string[] = []
  const before = new Map(more.findings.map(({ rule, truth }) => [rule.id, truth]))
  const after = new Map(less.findings.map(({ rule, truth }) => [rule.id, truth]))
  for (const rule of sameRecord ? new Set([...before.keys(), ...after.keys()]) : []) {
    const [known, blank] = [before.get(rule) ?? 'no', after.get(rule) ?? 'no']
    if (blank !== 'unknown' && blank !== known)
      broken.push(`${name} ${rule}: ${blank} with less, ${known} with more`)
  }
  if (less.value.ready === 'yes' && more.value.ready !== 'yes') broken.push(`${name}: ready with less`)
  if (goesOn[less.verdict]?.includes(more.verdict) === false)
    broken.push(`${name}: ${less.verdict} with less, ${more.verdict} with more`)
  return broken
}
