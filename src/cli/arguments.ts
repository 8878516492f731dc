/** The words of a command line, checked before anything is read. @module */
import { parseArgs } from 'node:util'
import type { ListName } from '../kernel/fact.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Verdict } from '../kernel/rule.ts'
import { isInstant, isZone } from '../kernel/time.ts'
import { listsOf } from './attest.ts'
import { callables } from './table.ts'

/** What is judged with; shared by every command. */
export interface Choices {
  /** `esketamine-nasal` where none is named; a list of rules is of all products then. */
  readonly product: string | undefined
  readonly indication: string | undefined
  readonly setting: string | undefined
  readonly jurisdiction: 'us' | 'eu'
  readonly zone: string | undefined
  readonly asOf: string | undefined
  /** Path of a policy file. */
  readonly policy: string | undefined
  /** Id of a protocol of the tables. */
  readonly protocol: string | undefined
  /** Protocols for pain in place of those of the tables. */
  readonly pain: boolean
  readonly json: boolean
  readonly width: number | undefined
}

/** What the user asked for. */
export type Command =
  | { readonly verb: 'help' }
  | { readonly verb: 'version' }
  | { readonly verb: 'rules'; readonly choices: Choices }
  | {
      readonly verb: 'call'
      readonly name: string
      /** What the verb is about, where it is about one of several. */
      readonly about: string
      /** Nothing is read where there is none. */
      readonly path: string | undefined
      readonly choices: Choices
    }
  | {
      readonly verb: 'visit'
      readonly path: string
      readonly patient: string | undefined
      readonly full: boolean
      readonly choices: Choices
    }
  | {
      readonly verb: 'timeline'
      readonly path: string
      /** Paths of the files to write. */
      readonly svg: string | undefined
      readonly ics: string | undefined
      readonly choices: Choices
    }
  | {
      readonly verb: 'screen'
      readonly paths: readonly string[]
      readonly choices: Choices
      readonly attest: readonly ListName[]
      readonly failOn: Verdict | undefined
      readonly skipBadLines: boolean
      readonly full: boolean
    }

/** A sentence for the user about their own words. */
export type UsageError = string

const options = {
  product: { type: 'string' },
  indication: { type: 'string' },
  setting: { type: 'string' },
  jurisdiction: { type: 'string' },
  zone: { type: 'string' },
  'as-of': { type: 'string' },
  attest: { type: 'string', multiple: true },
  policy: { type: 'string' },
  patient: { type: 'string' },
  protocol: { type: 'string' },
  pain: { type: 'boolean' },
  svg: { type: 'string' },
  ics: { type: 'string' },
  json: { type: 'boolean' },
  full: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'skip-bad-lines': { type: 'boolean' },
  width: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/** Options that only some commands have. */
const ofScreen = ['attest', 'fail-on', 'skip-bad-lines'] as const

/** Options that only the command timeline has. */
const ofTimeline = ['svg', 'ics'] as const

/** Verbs of courses that take the name of a protocol. */
const protocolVerbs: readonly string[] = ['plan', 'validate-protocol']

/** Reads the words after the name of the program. */
export function commandOf(words: readonly string[]): Result<Command, UsageError> {
  const read = wordsOf(words)
  if (!read.ok) return read
  const { values, positionals } = read.value
  if (values.version === true) return ok({ verb: 'version' })
  const [room, ...rest] = positionals
  if (values.help === true || room === undefined || room === 'help') return ok({ verb: 'help' })
  const choices = choicesOf(values)
  if (!choices.ok) return choices
  if (values.patient !== undefined && room !== 'visit') return err('--patient belongs to the command visit.')
  const isPlan = room === 'course' && protocolVerbs.includes(rest[0] ?? '')
  if (values.protocol !== undefined && !isPlan)
    return err('--protocol belongs to the commands course plan and course validate-protocol.')
  if (values.pain !== undefined && !isPlan && !(room === 'course' && rest[0] === 'protocols'))
    return err('--pain belongs to the commands course protocols, course plan and course validate-protocol.')
  const isPicture = room === 'timeline' && !Object.hasOwn(callables, `timeline ${rest[0]}`)
  const file = ofTimeline.find((name) => values[name] !== undefined)
  if (file !== undefined && !isPicture) return err(`--${file} belongs to the command timeline.`)
  if (room === 'screen') return screenOf(values, rest, choices.value)
  const foreign = ofScreen.find((name) => values[name] !== undefined)
  if (foreign !== undefined) return err(`--${foreign} belongs to the command screen.`)
  if (room === 'visit') return visitOf(values, rest, choices.value)
  if (isPicture) return timelineOf(values, rest, choices.value)
  if (values.full !== undefined) return err('--full belongs to the commands screen and visit.')
  if (room === 'rules') {
    return rest.length === 0
      ? ok({ verb: 'rules', choices: choices.value })
      : err('The command rules takes no paths.')
  }
  return callOf(room, rest, choices.value)
}

function callOf(
  room: string,
  [verb, ...words]: readonly string[],
  choices: Choices,
): Result<Command, UsageError> {
  const name = `${room} ${verb ?? ''}`
  const found = Object.hasOwn(callables, name) ? callables[name] : undefined
  if (found === undefined) return err(`There is no command "${name.trim()}".`)
  const about = found.named === undefined ? '' : words[0]
  if (found.named !== undefined && (about === undefined || !found.named.listed().includes(about))) {
    return err(`The command ${name} takes ${found.named.what}, one of ${found.named.listed().join(', ')}.`)
  }
  const paths = found.named === undefined ? words : words.slice(1)
  const most = found.readsNothing === true ? 0 : 1
  if (paths.length > most) return err(`The command ${name} reads ${most === 0 ? 'no' : 'one'} file.`)
  const path = found.readsNothing === true ? undefined : (paths[0] ?? '-')
  return ok({ verb: 'call', name, about: about ?? '', path, choices })
}

type Values = Extract<ReturnType<typeof wordsOf>, { ok: true }>['value']['values']

function wordsOf(words: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...words], options, allowPositionals: true, strict: true }))
  } catch (thrown) {
    // Words of the user's own command line, not of a record.
    const [first = ''] = thrown instanceof Error ? thrown.message.split('. ') : []
    return err(first.endsWith('.') ? first : `${first}.`)
  }
}

function screenOf(values: Values, paths: readonly string[], choices: Choices): Result<Command, UsageError> {
  if (paths.length === 0) return err('Name a file, a folder, or - for standard input.')
  if (paths.filter((path) => path === '-').length > 1) return err('Standard input can be read once.')
  const attest = listsOf((values.attest ?? []).join(','))
  if (values.attest !== undefined && attest === undefined) {
    return err('--attest takes conditions, medications, allergies, procedures or all, with commas between.')
  }
  const failOn = values['fail-on']
  if (failOn !== undefined && !isFailure(failOn)) {
    return err(`--fail-on takes one of ${failures.join(', ')}.`)
  }
  return ok({
    verb: 'screen',
    paths,
    choices,
    attest: values.attest === undefined ? [] : (attest ?? []),
    failOn,
    skipBadLines: values['skip-bad-lines'] === true,
    full: values.full === true,
  })
}

function visitOf(values: Values, paths: readonly string[], choices: Choices): Result<Command, UsageError> {
  const [path, ...more] = paths
  if (path === undefined) return err('Name the file of a visit, or - for standard input.')
  if (more.length > 0) return err('The command visit reads one file.')
  if (path === '-' && values.patient === '-') return err('Standard input can be read once.')
  return ok({ verb: 'visit', path, patient: values.patient, full: values.full === true, choices })
}

function timelineOf(values: Values, paths: readonly string[], choices: Choices): Result<Command, UsageError> {
  const [path, ...more] = paths
  if (path === undefined) return err('Name the file of a treatment, or - for standard input.')
  if (more.length > 0) return err('The command timeline reads one file.')
  if (values.full !== undefined) return err('--full belongs to the commands screen and visit.')
  return ok({ verb: 'timeline', path, svg: values.svg, ics: values.ics, choices })
}

const failures = ['contraindicated', 'hold', 'indeterminate', 'caution'] as const

function isFailure(word: string): word is (typeof failures)[number] {
  return failures.some((one) => one === word)
}

function choicesOf(values: Values): Result<Choices, UsageError> {
  const { jurisdiction = 'us', zone, width, 'as-of': asOf } = values
  if (jurisdiction !== 'us' && jurisdiction !== 'eu') return err('--jurisdiction takes us or eu.')
  if (zone !== undefined && !isZone(zone))
    return err('--zone takes the IANA name of a time zone, such as America/New_York.')
  if (asOf !== undefined && !isInstant(asOf)) {
    return err('--as-of takes an instant with seconds and offset, such as 2026-11-22T09:00:00-05:00.')
  }
  const columns = widthOf(width)
  if (columns === 'none') return err('--width takes a whole number from 40 to 200.')
  return ok({
    product: values.product,
    indication: values.indication,
    setting: values.setting,
    jurisdiction,
    zone,
    asOf,
    policy: values.policy,
    protocol: values.protocol,
    pain: values.pain === true,
    json: values.json === true,
    width: columns,
  })
}

function widthOf(text: string | undefined): number | undefined | 'none' {
  if (text === undefined) return undefined
  if (!/^[1-9][0-9]{1,2}$/.test(text)) return 'none'
  const width: unknown = JSON.parse(text)
  return typeof width === 'number' && width >= 40 && width <= 200 ? width : 'none'
}
