#!/usr/bin/env node
/** The command line: the only place with files, clock and console. @module */
import { createReadStream } from 'node:fs'
import { readdir, stat, writeFile } from 'node:fs/promises'
import process from 'node:process'
import type { Machine, Screen } from './cli/machine.ts'
import { run } from './cli/run.ts'

const blockBytes = 1024 * 1024

function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve()
        else stream.once('drain', resolve)
      }),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  }
}

const { NO_COLOR, TERM } = process.env

const machine: Machine = {
  out: screenOf(process.stdout),
  err: screenOf(process.stderr),
  colour: process.stdout.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb',
  read: (path) => (path === '-' ? process.stdin : createReadStream(path, { highWaterMark: blockBytes })),
  look: async (path) => {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return 'absent'
    return found.isDirectory() ? 'folder' : 'file'
  },
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  },
  write: (path, text) =>
    writeFile(path, text).then(
      () => true,
      () => false,
    ),
  nowMs: () => Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  zoneTables: process.versions.tz,
}

// Whoever read the output has gone: nothing is left to say, and not everything was told.
process.stdout.on('error', () => process.exit(1))
process.stderr.on('error', () => undefined)

run(process.argv.slice(2), machine).then(
  (code) => {
    process.exitCode = code
  },
  (thrown: unknown) => {
    // A fault of the program. Its message could quote a record, so only its kind is told.
    const kind = thrown instanceof Error ? thrown.name : 'something'
    process.stderr.write(`The program failed (${kind}). Nothing more was judged.\n`)
    process.exitCode = 1
  },
)
