/** The whole treatment on the command line. @module */
import { timelinePlot } from '../adapters/plots/timeline-plot.ts'
import { instruments } from '../content/measures/instruments.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { MedicineEntry } from '../patient/patient.schema.ts'
import { buildTimeline } from '../timeline/build-timeline.ts'
import { describeLine } from '../timeline/summary-catalogue.ts'
import type { Timeline, TimelineNote, TimelineQuestion } from '../timeline/timeline-shape.ts'
import { treatmentSummary } from '../timeline/treatment-summary.ts'
import { type Callable, member, patientIn } from './callable.ts'
import type { Bench } from './context.ts'
import { courseIn, scoresIn } from './course-argument.ts'
import { parsedSessions } from './visit.ts'

const treatment =
  'an object with patient; where wanted sessions, measures, course, medications, notes, earlier'

/** By `room verb`. */
export const ofTimelines: Readonly<Record<string, Callable>> = {
  'timeline build': {
    takes: `${treatment}: everything in order`,
    call: (argument, bench) => timelineIn(argument, bench),
  },
  'timeline summary': {
    takes: `${treatment}: where the patient stands, by code and in words`,
    call: (argument, bench) => summaryOf(timelineIn(argument, bench), bench),
  },
  'timeline plot': {
    takes: `${treatment}; gives a picture as SVG`,
    isText: true,
    call: (argument, bench) => pictureOf(timelineIn(argument, bench)),
  },
}

/** Everything of a treatment, in order. */
export function timelineIn(argument: unknown, { context }: Bench): Parsed<Timeline> {
  const [sessions, measures] = [member(argument, 'sessions'), member(argument, 'measures')]
  const question = {
    patient: patientIn(argument),
    sessions: sessions === undefined ? [] : parsedSessions(sessions, 'sessions'),
    measures: measures === undefined ? [] : scoresIn(measures, 'measures'),
    ...(member(argument, 'course') === undefined ? {} : { course: courseIn(argument) }),
    ...listIn(argument, 'medications'),
    ...listIn(argument, 'notes'),
    ...listIn(argument, 'earlier'),
  }
  if (!isQuestion(question)) throw new Refusal(badArgument, '')
  return buildTimeline(question, context)
}

/** The picture of it, with the scales the library knows. */
export function pictureOf(timeline: Timeline): string {
  return timelinePlot(timeline, { instruments })
}

/** Where the patient stands: each line with its sentence. */
export function summaryOf(timeline: Parsed<Timeline>, { context }: Bench) {
  const { asOf, lines } = treatmentSummary(timeline, { ...context, asOf: timeline.asOf })
  return { asOf, lines: lines.map((line) => ({ ...line, text: describeLine(line) })) }
}

function listIn(argument: unknown, key: string): Readonly<Record<string, unknown>> {
  const list = member(argument, key)
  if (list === undefined) return {}
  if (!Array.isArray(list) || !list.every(isObject)) throw new Refusal(badArgument, key)
  return { [key]: list }
}

// Each list was told apart above; the function looks at every member itself.
function isQuestion(value: { readonly patient: unknown }): value is TimelineQuestion & {
  readonly notes?: readonly TimelineNote[]
  readonly medications?: readonly MedicineEntry[]
} {
  return isObject(value.patient)
}
