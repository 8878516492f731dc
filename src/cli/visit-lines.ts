/** What happened in a visit on paper: what is alarming, due, given, read and seen. @module */
import { anchorWords } from '../adapters/plots/account.ts'
import type { Content } from '../kernel/content.ts'
import { formatQuantity, plainNumber } from '../kernel/quantity.ts'
import { type Instant, instantMs } from '../kernel/time.ts'
import type { DueObservation } from '../session/due.ts'
import type { Entry, SessionState } from '../session/state.ts'
import { readVitals } from '../session/vitals.ts'
import type { VitalGrade } from '../session/vitals-grade.ts'
import { counted, type Ink, inked, listed, type Paper, paragraph, shown } from './paper.ts'
import { timeOf } from './readiness-lines.ts'
import type { VisitView } from './visit-view.ts'

/** What a visit is told with. */
export interface Telling {
  readonly content: Content
  readonly zone: string
  readonly paper: Paper
  /** Nothing is cut short. */
  readonly full: boolean
}

const gradeInks: Readonly<Record<VitalGrade, Ink>> = {
  emergency: 'contraindicated',
  stop: 'hold',
  unknown: 'indeterminate',
  alert: 'caution',
  within: 'faint',
}

const gradeWords: Readonly<Record<VitalGrade, string>> = {
  emergency: '[E] emergency',
  stop: '[S] stop',
  unknown: '[?] not known',
  alert: '[!] alert',
  within: '',
}

/** The alarms that are met by what was seen last. */
export function alarmLines({ board }: VisitView, { content, paper, full }: Telling): readonly string[] {
  const alarm = board?.alarm
  if (alarm === undefined)
    return paragraph(
      paper,
      'No alarm is met by what was written down last. What nobody read is not told by this.',
      { indent: 2 },
    )
  return alarm.rules.flatMap((id) => {
    const rule = content.session?.alarms.find((one) => one.id === id)
    const actions = rule?.actions.map(({ code }) => content.actions[code] ?? code) ?? []
    return [
      ...paragraph(paper, rule?.statement ?? id, {
        lead: `${gradeWords[alarm.grade]}  `,
        hang: gradeWords[alarm.grade].length + 2,
        leadInk: gradeInks[alarm.grade],
        ink: 'strong',
      }),
      ...(rule === undefined ? [] : paragraph(paper, rule.because, { indent: 4 })),
      ...(actions.length === 0
        ? []
        : paragraph(paper, actions.join(' '), { indent: 4, lead: 'Consider', hang: 10, leadInk: 'faint' })),
      ...(full ? paragraph(paper, id, { indent: 4, ink: 'faint' }) : []),
    ]
  })
}

const pressing = ['overdue', 'due', 'missed', 'unknown'] as const
const dueWords = {
  overdue: ['OVERDUE', 'hold'],
  due: ['DUE NOW', 'caution'],
  missed: ['MISSED', 'hold'],
  unknown: ['?', 'indeterminate'],
  waiting: ['next', 'faint'],
} as const satisfies Readonly<
  Record<Exclude<DueObservation['status'], 'done' | 'done-late'>, readonly [string, Ink]>
>

const observedWords: Readonly<Record<DueObservation['observe'][number], string>> = {
  'blood-pressure': 'blood pressure',
  'heart-rate': 'heart rate',
  'oxygen-saturation': 'SpO2',
  'respiratory-rate': 'breathing rate',
  alertness: 'alertness',
  dissociation: 'dissociation',
}

/** What is to be observed: what presses first, then the next one, then how many are done. */
export function dueLines({ due, state }: VisitView, { zone, paper, full }: Telling): readonly string[] {
  if (due.length === 0) return []
  if (state.anchors.start === undefined)
    return paragraph(paper, 'Nothing yet: every observation of the schedule counts from what is given.', {
      indent: 2,
    })
  const waiting = due.filter(({ status, dueAt }) => status === 'waiting' && dueAt !== undefined)
  const rows = [
    ...pressing.flatMap((status) => due.filter((one) => one.status === status)),
    ...(full ? waiting : waiting.slice(0, 1)),
  ]
  const lines = rows.flatMap((one) => {
    if (one.status === 'done' || one.status === 'done-late') return []
    const [word, ink] = dueWords[one.status]
    const when = one.dueAt === undefined ? '--:--' : timeOf(one.dueAt, zone, state.asOf)
    const place = `${plainNumber(one.minutes)} min from ${anchorWords[one.anchor]}`
    const things = one.observe.map((thing) => observedWords[thing]).join(', ')
    const must = one.required ? '; required' : ''
    return paragraph(paper, `${when}  ${place}: ${things}${must}`, {
      lead: word.padEnd(9),
      hang: 9,
      leadInk: ink,
      indent: 2,
    })
  })
  const done = due.filter(({ status }) => status === 'done').length
  const late = due.filter(({ status }) => status === 'done-late').length
  const ahead = due.filter(({ status, dueAt }) => status === 'waiting' && dueAt === undefined).length
  const sum = [
    `${counted(done, 'observation')} done`,
    ...(late === 0 ? [] : [`${late} done late`]),
    ...(ahead === 0 ? [] : [`${counted(ahead, 'row')} begin later`]),
  ]
  return [...lines, ...paragraph(paper, `${sum.join(', ')}.`, { indent: 2, ink: 'faint' })]
}

/** What was given, as it was written down, and its sum. */
export function givenLines({ state }: VisitView, telling: Telling): readonly string[] {
  const { delivered } = state
  const { least, most } = delivered
  const lines = state.entries.flatMap((entry) => {
    const text = givenText(entry)
    return text === undefined ? [] : rowAt(entry, text, state, telling)
  })
  if (lines.length === 0)
    return paragraph(telling.paper, 'Nothing was given, as far as the log says.', { indent: 2 })
  const sum =
    most === undefined
      ? `at least ${formatQuantity(least)}; how much at most nobody can tell`
      : most.value === least.value
        ? formatQuantity(least)
        : `between ${formatQuantity(least)} and ${formatQuantity(most)}`
  const counts = delivered.as === 'unstated' ? '' : `, counted as ${delivered.as}`
  const doubts =
    delivered.doubts.length === 0
      ? ''
      : ` ${counted(delivered.doubts.length, 'entry', 'entries')} made this less sure.`
  const now = state.running ? ' It is still running.' : ''
  return [
    ...lines,
    ...paragraph(telling.paper, `Together ${sum}${counts}.${now}${doubts}`, { indent: 2, ink: 'strong' }),
  ]
}

function givenText({ what }: Entry): string | undefined {
  switch (what.type) {
    case 'device-given': {
      const number = what.device === undefined ? '' : ` ${what.device}`
      const holds = what.holds === undefined ? '' : ` of ${formatQuantity(what.holds)}`
      return `device${number}${holds}: ${what.outcome}${what.amount === undefined ? '' : `, gave ${formatQuantity(what.amount)}`}`
    }
    case 'dose-given':
      return `${what.how.replaceAll('-', ' ')}: ${what.amount === undefined ? 'amount not known' : formatQuantity(what.amount)}`
    case 'infusion-started': {
      const strength = what.concentration === undefined ? '' : ` of ${formatQuantity(what.concentration)}`
      return `infusion${strength} started at ${rateText(what.rate)}`
    }
    case 'infusion-rate-changed':
      return `rate changed to ${rateText(what.rate)}`
    case 'infusion-paused':
      return 'paused'
    case 'infusion-resumed':
      return what.rate === undefined ? 'resumed' : `resumed at ${rateText(what.rate)}`
    case 'infusion-stopped':
      return `stopped: ${what.why}${what.delivered === undefined ? '' : `, the pump counted ${formatQuantity(what.delivered)}`}`
    case 'loss-reported':
      return `lost: ${what.how.replaceAll('-', ' ')}, ${what.amount === undefined ? 'anything up to all of it' : formatQuantity(what.amount)}`
    case 'wasted':
      return `thrown away: ${what.amount === undefined ? 'amount not known' : formatQuantity(what.amount)}`
    case 'rescue-given':
      return `rescue: ${shown(what.what)}`
    default:
      return undefined
  }
}

function rateText(rate: Parameters<typeof formatQuantity>[0] | undefined): string {
  return rate === undefined ? 'a rate nobody wrote down' : formatQuantity(rate)
}

function rowAt(entry: Entry, text: string, state: SessionState, { zone, paper }: Telling): readonly string[] {
  const mark = entry.correctedBy === undefined ? '' : ' (corrected)'
  return paragraph(paper, `${text}${mark}`, { indent: 2, lead: stamp(entry.at, state, zone), hang: 14 })
}

/** The clock and the minutes from the first administration: `09:46   45`. */
function stamp(at: Instant | undefined, state: SessionState, zone: string): string {
  if (at === undefined) return 'no time'
  const start = state.anchors.start?.at
  const minutes = start === undefined ? '' : `${Math.floor((instantMs(at) - instantMs(start)) / 60_000)}`
  return `${timeOf(at, zone, start ?? state.asOf)} ${minutes.padStart(5)}`
}

const mostReadings = 8

/** The readings as a table, the latest ones; those that were graded are never left out. */
export function readingLines(
  { state, readings }: VisitView,
  { zone, paper, full }: Telling,
): readonly string[] {
  const rows = readings.readings.flatMap(({ event, grade }) => {
    const entry = state.entries.find(({ id }) => id === event)
    return entry?.what.type === 'vitals' ? [{ entry, grade, read: readVitals(entry.what.reading) }] : []
  })
  if (rows.length === 0) return paragraph(paper, 'No vital signs in this log.', { indent: 2 })
  const kept = rows.filter(
    ({ grade }, index) => full || grade !== 'within' || index >= rows.length - mostReadings,
  )
  const head = `  ${'clock   min'.padEnd(14)}${'BP'.padEnd(9)}${'HR'.padStart(4)}${'SpO2'.padStart(6)}${'breath'.padStart(8)}`
  return [
    inked(paper, 'faint', head),
    ...kept.map(({ entry, grade, read: { values, unread } }) => {
      const { systolic, diastolic, heartRate, oxygenSaturation, respiratoryRate } = values
      const number = (value: number | undefined) => (value === undefined ? '-' : plainNumber(value))
      const star = entry.correctedBy === undefined ? '' : '*'
      const pressure =
        systolic === undefined && diastolic === undefined
          ? '-'
          : `${number(systolic)}/${number(diastolic)}${star}`
      const cells = `  ${stamp(entry.at, state, zone).padEnd(14)}${pressure.padEnd(9)}${number(heartRate).padStart(4)}${number(oxygenSaturation).padStart(6)}${number(respiratoryRate).padStart(8)}`
      const lost = unread.length === 0 ? '' : `not usable: ${unread.length}`
      const word = [gradeWords[grade], lost].filter((one) => one !== '').join(', ')
      return `${cells}  ${inked(paper, gradeInks[grade], word)}`.trimEnd()
    }),
    ...(kept.length === rows.length
      ? []
      : paragraph(paper, `${counted(rows.length - kept.length, 'earlier reading')} met no alarm.`, {
          indent: 2,
          ink: 'faint',
        })),
    ...(kept.some(({ entry }) => entry.correctedBy !== undefined)
      ? paragraph(paper, '* corrected; the original stays in the log.', { indent: 2, ink: 'faint' })
      : []),
  ]
}

const severities = ['', 'mild', 'moderate', 'severe', 'life-threatening', 'death'] as const

/** Side effects, those nobody saw gone first. */
export function effectLines({ state }: VisitView, telling: Telling): readonly string[] {
  const { content, zone, paper } = telling
  const open = state.effects.filter(({ resolved }) => resolved === undefined)
  const gone = state.effects.filter(({ resolved }) => resolved !== undefined)
  const asked = state.entries.findLast(({ what }) => what.type === 'asked' && what.about === 'side-effects')
  const lines = [...open, ...gone].flatMap(({ entry, resolved }) => {
    const { effect, text, severity } = entry.what.effect
    const term = content.sideEffects?.find(({ id }) => id === effect)?.term ?? shown(text ?? effect)
    const bad = severity === undefined ? '' : `, ${severities[severity]}`
    const end =
      resolved === undefined
        ? 'not seen to be gone'
        : resolved.at === undefined
          ? 'gone, at a time nobody knows'
          : `gone at ${timeOf(resolved.at, zone, state.anchors.start?.at ?? state.asOf)}`
    return rowAt(entry, `${term}${bad}; ${end}`, state, telling)
  })
  const words =
    asked?.what.type === 'asked'
      ? `Asked at ${asked.at === undefined ? 'an unknown time' : timeOf(asked.at, zone, state.asOf)}: ${asked.what.answer}.`
      : 'Nobody has written down having asked about side effects.'
  return [...lines, ...paragraph(paper, words, { indent: 2, ink: 'faint' })]
}

/** Entries that do not count, by their reason. */
export function leftOutLines({ state }: VisitView, { paper, full }: Telling): readonly string[] {
  const reasons = [...new Set(state.leftOut.map(({ why }) => why))]
  const untimed = state.entries.filter(({ at }) => at === undefined)
  return [
    ...reasons.flatMap((why) => {
      const ids = state.leftOut.filter((one) => one.why === why).map(({ id }) => shown(id))
      return paragraph(paper, `${leftOutWords[why]}: ${listed(ids, full ? ids.length : 6)}.`, {
        indent: 2,
        lead: '-',
        hang: 2,
      })
    }),
    ...(untimed.length === 0
      ? []
      : paragraph(
          paper,
          `Counted without a time, because none can be relied on: ${listed(
            untimed.map(({ id }) => shown(id)),
            full ? untimed.length : 6,
          )}.`,
          { indent: 2, lead: '-', hang: 2 },
        )),
  ]
}

const leftOutWords: Readonly<Record<SessionState['leftOut'][number]['why'], string>> = {
  'after-as-of': 'Later than the moment of this report',
  repeated: 'Written twice alike, counted once',
  voided: 'Declared void',
  'in-conflict': 'One id, two contents',
  'correction-followed': 'Corrections that were followed',
  'correction-of-nothing': 'Corrections of an entry that is not there',
  'correction-in-a-circle': 'Corrections that correct one another',
}
