/** How the tables of protocols are written, and the rows several of them share. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'
import { markParsed, type Parsed } from '../../kernel/parsed.ts'
import type {
  Grounded,
  Interval,
  Limit,
  MissedRule,
  Protocol,
  ProtocolAssessment,
} from '../../kernel/protocol.ts'
import { amount, fromPolicy } from '../../kernel/rule.ts'
import { checkedOn } from '../scope.ts'

type Rows = Omit<Protocol, 'format' | 'version' | 'checkedOn' | 'clinicalReview'>

/**
 * A protocol of this library, frozen and marked.
 *
 * Its rows stand in a function: a bundler then leaves the whole of it out where nobody asks. The last line of doses of a
 * phase has no end: after a missed session, sessions of a phase may come back with higher numbers.
 */
/* @__NO_SIDE_EFFECTS__ */
export function protocol(rows: () => Rows): Parsed<Protocol> {
  return markParsed({
    format: 'ketamine-treatment/protocol/1',
    version: '1',
    ...rows(),
    checkedOn,
    clinicalReview: 'none',
  })
}

/** Seen in these places. */
/* @__NO_SIDE_EFFECTS__ */
export function seen(...sources: readonly Citation[]): Grounded {
  return { certainty: 'S', sources }
}

/** Known, and not seen; what was seen beside it may be cited too. */
/* @__NO_SIDE_EFFECTS__ */
export function known(...sources: readonly Citation[]): Grounded {
  return { certainty: 'K', sources }
}

/** How far a session may lie from its regular day: in a busy week less than in a quiet one. No source says. */
/* @__NO_SIDE_EFFECTS__ */
export function around(often: 'daily' | 'several' | 'weekly'): Pick<Interval, 'early' | 'late'> {
  const suffix = often === 'several' ? '' : `-${often}`
  return { early: fromPolicy(`session-early${suffix}`), late: fromPolicy(`session-late${suffix}`) }
}

/** Scales of depression that answer a planned score. */
const scales = ['madrs', 'hamd-17', 'qids-sr16', 'phq-9']

/** Measurement-based care asks for a scale before sessions; that it is before the first one, and at a review, is a reading. */
const scaleBeforeSessions = /* @__PURE__ */ cite('pre-rating-scale', 'VADOD')

/** A score before the first dose: what every later one is held against. No protocol’s source asks for it in so many words. */
/* @__NO_SIDE_EFFECTS__ */
export function baselineScore(...sources: readonly Citation[]): ProtocolAssessment {
  return {
    id: 'baseline-score',
    label: 'Depression score before the first session',
    kind: 'measure',
    instruments: scales,
    anchor: { is: 'start' },
    direction: 'before',
    from: amount(0, 'd'),
    due: amount(0, 'd'),
    to: fromPolicy('recent-score'),
    ...known(scaleBeforeSessions, ...sources),
  }
}

/** A score by the last session of a phase: the source asks for a review, and that a scale serves it is a reading. */
/* @__NO_SIDE_EFFECTS__ */
export function scoreForReview(phase: string, { sources }: Pick<Grounded, 'sources'>): ProtocolAssessment {
  return {
    id: `review-score-${phase}`,
    label: 'Depression score for the review at the end of the phase',
    kind: 'measure',
    instruments: scales,
    anchor: { is: 'phase-end', phase },
    direction: 'before',
    from: amount(0, 'd'),
    due: amount(0, 'd'),
    to: fromPolicy('recent-score'),
    ...known(scaleBeforeSessions, ...sources),
  }
}

/** A word with the patient after each session, where no source asks for one: a site's choice. */
/* @__NO_SIDE_EFFECTS__ */
export function checkAfterSession(): ProtocolAssessment {
  return {
    id: 'check-after-session',
    label: 'Check after the session: how the patient is, and what came after going home',
    kind: 'contact',
    anchor: { is: 'each-session' },
    direction: 'after',
    from: fromPolicy('check-after-session'),
    due: fromPolicy('check-after-session'),
    to: fromPolicy('check-after-session-late'),
    ...known(),
  }
}

/** The limit every protocol of the nasal spray has: one session on a day. */
/* @__NO_SIDE_EFFECTS__ */
export function oneADay(): Limit {
  return {
    id: 'one-a-day',
    label: 'At most one session on a day',
    kind: 'most-sessions',
    count: 1,
    in: 'civil-day',
    ...known(recall('dose-esk-one-per-day', 'K', 'PI19', 'sections 2.3 and 2.4')),
  }
}

/** At most so many sessions a week. The count is the source’s; that its week is one of the calendar is a reading. */
/* @__NO_SIDE_EFFECTS__ */
export function mostAWeek(count: number, { sources }: Pick<Grounded, 'sources'>): Limit {
  return {
    id: 'most-a-week',
    label: `At most ${count} sessions a week; that a calendar week is meant is this library’s reading`,
    kind: 'most-sessions',
    count,
    in: 'calendar-week',
    ...known(...sources),
  }
}

/** The least time between two injections: the densest schedule of trials, as a number a site chooses. */
/* @__NO_SIDE_EFFECTS__ */
export function injectedApart(): Limit {
  return {
    id: 'least-apart',
    label: 'Least time between two sessions',
    kind: 'least-between',
    amount: fromPolicy('min-interval-iv'),
    in: 'elapsed-hours',
    ...seen(cite('pol-min-interval-iv', 'PHIL19'), cite('pol-min-interval-iv', 'SINGH16')),
  }
}

/** What follows a missed session where no source says. */
/* @__NO_SIDE_EFFECTS__ */
export function sourceIsSilent(): MissedRule {
  return {
    id: 'source-is-silent',
    when: 'any',
    option: 'ask',
    text: 'No source says what follows a missed session here: a clinician chooses.',
    ...known(),
  }
}
