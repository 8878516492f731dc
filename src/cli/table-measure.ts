/** Measures, outcome and claims on the command line. @module */
import { scoreChart } from '../adapters/plots/score-chart.ts'
import { claims } from '../content/claims.ts'
import { conversions } from '../content/measures/conversions.ts'
import { instruments } from '../content/measures/instruments.ts'
import { isObject } from '../judgement/context.ts'
import { checkClaim } from '../kernel/claims.ts'
import { badArgument, unknownDefinition } from '../kernel/codes.ts'
import type { Instrument, OutcomeDefinition } from '../kernel/instrument.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { classifyResponse } from '../measure/classify-response.ts'
import { type ConversionQuestion, convertScore } from '../measure/convert-score.ts'
import { type ChangeQuestion, reliableChangeIndex } from '../measure/reliable-change.ts'
import { scoreMeasure } from '../measure/score.ts'
import type { FilledForm, Score } from '../measure/score-shape.ts'
import type { OwnAccount, ScoreSeries, SeriesEvent } from '../measure/series-shape.ts'
import { scoreTrend } from '../measure/trend.ts'
import { type Callable, member } from './callable.ts'
import type { Bench } from './context.ts'
import { claimLines, instrumentLines } from './instrument-lines.ts'
import { outcomeLines } from './outcome-lines.ts'
import { scoreLines } from './score-lines.ts'

const series =
  'an object with instrument, courseStart, and forms or scores; where wanted asOf, zone, events, accounts, judgeFromDays'

const instrumentName: Callable['named'] = {
  what: 'the name of an instrument',
  listed: () => instruments.map(({ id }) => id),
}

/** By `room verb`. */
export const ofMeasures: Readonly<Record<string, Callable>> = {
  'measure score': {
    takes: 'after the name of an instrument: a form with answers, or the bare answers by item',
    named: instrumentName,
    call: (argument, _bench, name) => scoreMeasure(instrumentOf(name), formIn(argument)),
    lines: (value, _bench, paper, name) => scoreLines(value, instrumentOf(name), paper),
  },
  'measure show': {
    takes: 'the name of an instrument, and no file: its items, rules, bands and sources',
    named: instrumentName,
    readsNothing: true,
    call: (_argument, _bench, name) => instrumentOf(name),
    lines: (_value, _bench, paper, name) => instrumentLines(instrumentOf(name), paper),
  },
  'measure convert': {
    takes: 'an object with score (instrument, total, status) and to: by a published table, or refused',
    call: (argument) => {
      if (!isConversion(argument)) throw new Refusal(badArgument, 'score')
      return convertScore(conversions, argument)
    },
  },
  'measure reliable-change': {
    takes: 'an object with before, after, sd and reliability',
    call: (argument) => {
      if (!isChange(argument)) throw new Refusal(badArgument, 'change')
      return reliableChangeIndex(argument)
    },
  },
  'outcome classify': {
    takes: `${series}; and definition`,
    call: (argument, bench) => classified(argument, bench),
    lines: (value, _bench, paper) => outcomeLines(value, paper),
  },
  'outcome trend': {
    takes: series,
    call: (argument, bench) => scoreTrend(seriesIn(argument, bench)),
  },
  'outcome chart': {
    takes: `${series}: the scores as SVG`,
    isText: true,
    call: (argument, bench) => {
      const trend = scoreTrend(seriesIn(argument, bench))
      return trend.ok ? scoreChart(trend.value) : trend
    },
  },
  'claim check': {
    takes: 'the name of a claim, and no file: what the sources say of it',
    named: { what: 'the name of a claim', listed: () => claims.map(({ id }) => id) },
    readsNothing: true,
    call: (_argument, _bench, name) => checkClaim(claims, name),
    lines: (value, _bench, paper) => claimLines(value, paper),
  },
}

/** A shipped instrument by its name. */
export function instrumentOf(id: unknown): Parsed<Instrument> {
  const found = instruments.find((one) => one.id === id)
  if (found === undefined) throw new Refusal(badArgument, 'instrument')
  return found
}

/** A form; answers alone are a form that says nothing else. */
function formIn(argument: unknown): FilledForm {
  const form = member(argument, 'answers') === undefined ? { answers: argument } : argument
  if (!isForm(form)) throw new Refusal(badArgument, 'answers')
  return form
}

function classified(argument: unknown, bench: Bench) {
  const read = seriesIn(argument, bench)
  return classifyResponse(read, definitionIn(argument, read.instrument))
}

/** A definition of the instrument by its id, or one of the site’s own. */
export function definitionIn(argument: unknown, { outcomes }: Instrument): OutcomeDefinition {
  const named = member(argument, 'definition')
  if (isDefinition(named)) return named
  // Where there is one it needs no name.
  const found =
    outcomes.length === 1 && named === undefined ? outcomes[0] : outcomes.find(({ id }) => id === named)
  if (found === undefined) {
    const known = outcomes.map(({ id }) => id).join(', ')
    throw new Refusal(
      { ...unknownDefinition, text: `${unknownDefinition.text} This instrument has: ${known || 'none'}.` },
      'definition',
    )
  }
  return found
}

/** A series; forms are scored first, and what the time is comes from the options where the file does not say. */
function seriesIn(argument: unknown, { context }: Bench): ScoreSeries {
  const instrument = instrumentOf(member(argument, 'instrument'))
  const forms = member(argument, 'forms')
  const scores = forms === undefined ? member(argument, 'scores') : scored(forms, instrument)
  const found = {
    asOf: context.asOf,
    zone: context.zone,
    ...(isObject(argument) ? argument : {}),
    instrument,
    scores,
  }
  if (!isSeries(found)) throw new Refusal(badArgument, 'scores')
  return found
}

/** Forms, scored; one that cannot be is refused by its place. */
export function scored(forms: unknown, instrument: Parsed<Instrument>): readonly Score[] {
  if (!Array.isArray(forms)) throw new Refusal(badArgument, 'forms')
  return forms.map((form: unknown, at) => {
    const score = scoreMeasure(instrument, formIn(form))
    if (score.ok) return score.value
    throw new Refusal(
      { code: score.error.code, severity: 'refused', text: 'This form was not scored.' },
      `forms.${at}.${score.error.path}`,
    )
  })
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isForm(value: unknown): value is FilledForm {
  return isObject(member(value, 'answers'))
}

function isConversion(value: unknown): value is ConversionQuestion {
  return isObject(member(value, 'score')) && typeof member(value, 'to') === 'string'
}

function isChange(value: unknown): value is ChangeQuestion {
  return isObject(value) && !Array.isArray(value)
}

function isDefinition(value: unknown): value is OutcomeDefinition {
  return typeof member(value, 'id') === 'string'
}

function isSeries(value: unknown): value is ScoreSeries & {
  readonly events?: readonly SeriesEvent[]
  readonly accounts?: readonly OwnAccount[]
} {
  return Array.isArray(member(value, 'scores'))
}
