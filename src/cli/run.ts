/** One run of the command line, from its words to its exit code. @module */
import { Buffer } from 'node:buffer'
import { badArgument, type CodeRow, fileNotRead } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { libraryVersion } from '../kernel/version.ts'
import { type Choices, type Command, commandOf } from './arguments.ts'
import { type Callable, member } from './callable.ts'
import { type Bench, benchOf, packs } from './context.ts'
import { courseIn } from './course-argument.ts'
import { helpText } from './help.ts'
import { jsonOf } from './json.ts'
import { judge } from './judge.ts'
import { hasMark, mostLineBytes, textOf } from './lines.ts'
import type { Machine } from './machine.ts'
import { Totals } from './overview.ts'
import { counted, type Paper, shown } from './paper.ts'
import { Progress } from './progress.ts'
import { jsonReporter, textReporter } from './reporters.ts'
import { refusalLines } from './result-lines.ts'
import { ruleLines, rulesFor } from './rule-list.ts'
import { itemsOf, type Tally } from './sources.ts'
import { callables } from './table.ts'
import { pictureOf, summaryOf, timelineIn } from './table-timeline.ts'
import { timelineLines } from './timeline-lines.ts'
import { wholeOf } from './visit.ts'
import { visitLines } from './visit-report.ts'
import { visitView } from './visit-view.ts'

/** Exit codes; `--help` says what each means. */
export const exits = { judged: 0, notAll: 1, usage: 2, atLeastAsBad: 3 } as const

const mostWidth = 100
const widthWithoutTerminal = 80

/** Does what the words say, and tells how it went. */
export async function run(words: readonly string[], machine: Machine): Promise<number> {
  const command = commandOf(words)
  if (!command.ok) return usage(machine, command.error)
  switch (command.value.verb) {
    case 'help':
      await machine.out.write(helpText(packs.us.content.products.map((product) => product.id)))
      return exits.judged
    case 'version':
      await machine.out.write(`${libraryVersion}\n`)
      return exits.judged
    case 'rules':
      return listRules(command.value.choices, machine)
    case 'call':
      return call(command.value, machine)
    case 'visit':
      return tellVisit(command.value, machine)
    case 'timeline':
      return tellTimeline(command.value, machine)
    case 'screen':
      return screenAll(command.value, machine)
  }
}

async function usage(machine: Machine, text: string): Promise<number> {
  await machine.err.write(`${text}\nketamine-treatment --help tells what there is.\n`)
  return exits.usage
}

async function listRules(choices: Choices, machine: Machine): Promise<number> {
  const { content } = packs[choices.jurisdiction]
  const { product } = choices
  if (product !== undefined && !content.products.some((one) => one.id === product)) {
    return usage(machine, `--product takes one of ${content.products.map((one) => one.id).join(', ')}.`)
  }
  const text = choices.json
    ? JSON.stringify(rulesFor(content, product), null, 2)
    : ruleLines(content, product, paperOf(choices, machine)).join('\n')
  await machine.out.write(`${text}\n`)
  return exits.judged
}

function paperOf(choices: Choices, machine: Machine): Paper {
  const columns = machine.out.columns ?? widthWithoutTerminal
  return { width: choices.width ?? Math.max(40, Math.min(columns, mostWidth)), colour: machine.colour }
}

/** The bench, or the exit code where it cannot be made. */
async function makeBench(choices: Choices, machine: Machine): Promise<Bench | number> {
  let policy: string | undefined
  if (choices.policy !== undefined) {
    policy = await wholeText(choices.policy, machine)
    if (policy === undefined) return usage(machine, 'The policy file cannot be read.')
  }
  const bench = benchOf(choices, policy, machine)
  return bench.ok ? bench.value : usage(machine, bench.error)
}

/** The text of a small file; undefined where it is not there, not text, or larger than a line may be. */
async function wholeText(path: string, machine: Machine): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const block of machine.read(path)) {
      length += block.length
      if (length > mostLineBytes) return undefined
      parts.push(Uint8Array.from(block))
    }
  } catch {
    return undefined
  }
  const bytes = Buffer.concat(parts)
  return textOf(hasMark(bytes) ? bytes.subarray(3) : bytes)
}

async function call(command: Extract<Command, { verb: 'call' }>, machine: Machine): Promise<number> {
  const bench = await makeBench(command.choices, machine)
  if (typeof bench === 'number') return bench
  const argument = await argumentAt(command.path, machine)
  const found = callableOf(command.name)
  const paper = paperOf(command.choices, machine)
  const isTold = found.lines !== undefined && !command.choices.json
  const refuse = async (code: string, path: string, text?: string) => {
    const lines = isTold
      ? refusalLines(code, path, paper, text)
      : [JSON.stringify({ refused: { code, path } })]
    await machine.out.write(`${lines.join('\n')}\n`)
    return exits.notAll
  }
  if (argument === undefined) return refuse('file-not-read', '')
  if (!argument.ok) return refuse(argument.error.code, '')
  try {
    const value = found.call(argument.value, bench, command.about)
    const lines = isTold ? found.lines?.(value, bench, paper, command.about, argument.value) : undefined
    await machine.out.write(`${lines?.join('\n') ?? printed(value, found)}\n`)
    // What is told to a person says whether it could be told; what is JSON carries it in `ok`.
    return found.lines !== undefined && member(value, 'ok') === false ? exits.notAll : exits.judged
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return refuse(thrown.code, thrown.path, thrown.text)
  }
}

async function argumentAt(
  path: string | undefined,
  machine: Machine,
): Promise<Result<unknown, CodeRow> | undefined> {
  if (path === undefined) return ok(undefined)
  const text = await wholeText(path, machine)
  return text === undefined ? undefined : jsonOf(text)
}

function printed(value: unknown, { isText }: Callable): string {
  return isText === true && typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

function callableOf(name: string): Callable {
  const found = Object.hasOwn(callables, name) ? callables[name] : undefined
  if (found === undefined) throw new Refusal(badArgument, 'command')
  return found
}

/** A visit on paper, or as the JSON of its parts. */
async function tellVisit(command: Extract<Command, { verb: 'visit' }>, machine: Machine): Promise<number> {
  const { choices, path, patient, full } = command
  const bench = await makeBench(choices, machine)
  if (typeof bench === 'number') return bench
  const refuse = async ({ code, text }: CodeRow, place: string) => {
    await machine.err.write(`The visit cannot be told: ${code} at ${place}. ${text}\n`)
    return exits.notAll
  }
  const visit = await jsonAt(path, machine)
  const record = patient === undefined ? undefined : await jsonAt(patient, machine)
  if (!visit.ok) return refuse(visit.error, 'the file of the visit')
  if (record !== undefined && !record.ok) return refuse(record.error, 'the file of the patient')
  try {
    const argument = argumentOf(visit.value, record?.value)
    if (argument === undefined)
      return usage(machine, 'The file of the visit holds a patient of its own; leave out --patient.')
    const view = visitView(argument, bench)
    const text = choices.json
      ? JSON.stringify(view, null, 2)
      : visitLines(view, bench, paperOf(choices, machine), full).join('\n')
    await machine.out.write(`${text}\n`)
    return exits.judged
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return refuse(thrown, thrown.path === '' ? 'its root' : thrown.path)
  }
}

/** A treatment as a picture of characters, as JSON, and as files for a browser and a calendar. */
async function tellTimeline(
  command: Extract<Command, { verb: 'timeline' }>,
  machine: Machine,
): Promise<number> {
  const { choices, path, svg, ics } = command
  const bench = await makeBench(choices, machine)
  if (typeof bench === 'number') return bench
  const refuse = async ({ code, text }: CodeRow, place: string) => {
    await machine.err.write(`The treatment cannot be told: ${code} at ${place}. ${text}\n`)
    return exits.notAll
  }
  const read = await jsonAt(path, machine)
  if (!read.ok) return refuse(read.error, 'the file of the treatment')
  try {
    const timeline = timelineIn(read.value, bench)
    const files = [
      ...(svg === undefined ? [] : [{ path: svg, text: ok(pictureOf(timeline)) }]),
      ...(ics === undefined ? [] : [{ path: ics, text: await calendarOf(read.value, bench) }]),
    ]
    const text = choices.json
      ? JSON.stringify(timeline, null, 2)
      : timelineLines(timeline, summaryOf(timeline, bench).lines, bench, paperOf(choices, machine)).join('\n')
    await machine.out.write(`${text}\n`)
    return await writeAll(files, machine)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return refuse(thrown, thrown.path === '' ? 'its root' : thrown.path)
  }
}

interface WantedFile {
  readonly path: string
  readonly text: Result<string, string>
}

async function writeAll(files: readonly WantedFile[], machine: Machine): Promise<number> {
  let code: number = exits.judged
  for (const { path, text } of files) {
    const isWritten = text.ok && (await machine.write(path, text.value))
    if (!isWritten) code = exits.notAll
    const said = text.ok ? (isWritten ? 'written' : 'cannot be written') : `not written: ${text.error}`
    await machine.err.write(`${shown(path)}: ${said}\n`)
  }
  return code
}

/** The calendar of the course, by a package that is only there where somebody wants calendars. */
async function calendarOf(argument: unknown, { context }: Bench): Promise<Result<string, string>> {
  if (member(argument, 'course') === undefined) return err('the file holds no course.')
  const course = courseIn(argument)
  const module = await import('../adapters/ics.ts').catch(() => undefined)
  if (module === undefined) return err('it takes the package ical-generator; install it beside this one.')
  const made = module.courseCalendar({ course }, { stamp: context.asOf })
  return made.ok ? made : err(`${made.error.code} at ${made.error.path}.`)
}

async function jsonAt(path: string, machine: Machine): Promise<Result<unknown, CodeRow>> {
  const text = await wholeText(path, machine)
  return text === undefined ? err(fileNotRead) : jsonOf(text)
}

/** What is told of: the file as it is, with the patient of another file where it has none. */
function argumentOf(visit: unknown, patient: unknown): unknown {
  const whole = wholeOf(visit)
  if (patient === undefined) return whole
  return member(whole, 'patient') === undefined ? Object.assign({}, whole, { patient }) : undefined
}

async function screenAll(command: Extract<Command, { verb: 'screen' }>, machine: Machine): Promise<number> {
  const { choices, paths } = command
  const bench = await makeBench(choices, machine)
  if (typeof bench === 'number') return bench
  const totals = new Totals()
  const tally: Tally = { exportLog: 0, resources: 0, unread: new Map(), bytes: 0 }
  const progress = new Progress(machine.err, () => machine.nowMs())
  const watched: Machine = { ...machine, read: (path) => watch(machine.read(path), progress, tally, totals) }
  const [first = ''] = paths
  const reporter = choices.json
    ? jsonReporter(paths.length === 1 && /\.json$/i.test(first))
    : textReporter({
        bench,
        paper: paperOf(choices, machine),
        full: command.full,
        folder: await folderOf(paths, machine),
      })
  const print = async (text: string) => {
    if (text === '') return
    await progress.clear()
    await machine.out.write(text)
  }
  for await (const item of itemsOf(paths, watched, { skipBadLines: command.skipBadLines, tally })) {
    const outcome = judge(item, bench, command.attest)
    totals.take(outcome)
    await print(reporter.take(outcome))
    await progress.tick(tally.bytes, totals.judged)
  }
  await print(reporter.end(totals, tally))
  await progress.clear()
  if (totals.refused > 0 || totals.judged === 0) {
    await machine.err.write(
      `${counted(totals.refused, 'input')} could not be read or judged; ${counted(totals.judged, 'record')} judged.\n`,
    )
    return exits.notAll
  }
  return command.failOn !== undefined && totals.reaches(command.failOn) ? exits.atLeastAsBad : exits.judged
}

async function* watch(
  blocks: AsyncIterable<Uint8Array>,
  progress: Progress,
  tally: Tally,
  totals: Totals,
): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    await progress.tick(tally.bytes, totals.judged)
    yield block
  }
}

/** The one folder that was named, with its slash. */
async function folderOf(paths: readonly string[], machine: Machine): Promise<string | undefined> {
  const [first, ...others] = paths
  if (first === undefined || first === '-' || others.length > 0) return undefined
  return (await machine.look(first)) === 'folder' ? `${first.replace(/[/\\]+$/, '')}/` : undefined
}
