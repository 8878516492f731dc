/** A machine made of plain values: files are texts or bytes, the clock stands still, what is printed is kept. @module */
import { Buffer } from 'node:buffer'
import type { Machine } from '../../src/cli/machine.ts'
import { run } from '../../src/cli/run.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A morning on which the records of these tests are judged. */
export const morning = ['--as-of', '2026-11-22T09:00:00-05:00', '--zone', 'America/New_York']

/** Runs a command line. `cut` says how the bytes of a file arrive. */
export async function said(
  words: readonly string[],
  files: Files = {},
  {
    cut = (bytes: Uint8Array): Iterable<Uint8Array> => [bytes],
    columns = 80,
    colour = false,
    written = new Map<string, string>(),
  } = {},
): Promise<Said> {
  const printed = { out: '', err: '' }
  const screen = (name: 'out' | 'err') => ({
    write: async (text: string) => {
      printed[name] += text
    },
    isTerminal: colour,
    columns,
  })
  const machine: Machine = {
    out: screen('out'),
    err: screen('err'),
    colour,
    async *read(path) {
      const found = Object.hasOwn(files, path) ? files[path] : undefined
      if (found === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'open' })
      yield* cut(typeof found === 'string' ? Buffer.from(found, 'utf8') : found)
    },
    look: async (path) => {
      if (Object.hasOwn(files, path)) return 'file'
      return Object.keys(files).some((name) => name.startsWith(`${path.replace(/\/$/, '')}/`))
        ? 'folder'
        : 'absent'
    },
    list: async (folder) => {
      const inside = `${folder.replace(/\/$/, '')}/`
      return Object.keys(files).flatMap((name) =>
        name.startsWith(inside) ? [name.slice(inside.length)] : [],
      )
    },
    write: async (path, text) => {
      if (path.startsWith('nowhere/')) return false
      written.set(path, text)
      return true
    },
    nowMs: () => Date.UTC(2026, 10, 22, 14, 0, 0, 123),
    zone: 'Europe/Berlin',
    zoneTables: '2026a',
  }
  const code = await run(words, machine)
  return { code, ...printed }
}

/** A native record, with what is given on top. */
export function nativeRecord(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    format: 'ketamine-treatment/patient/1',
    record: 'active',
    birthDate: '1980-05-17',
    sex: 'male',
    ...members,
  }
}

/** A current, confirmed condition by ICD-10-CM. */
export function condition(code: string): Record<string, unknown> {
  const system = 'http://hl7.org/fhir/sid/icd-10-cm'
  return {
    codes: [{ system, code }],
    clinical: 'active',
    verification: 'confirmed',
    recordedAt: '2026-03-02',
  }
}

/** A resource of a bulk export about a patient. */
export function resource(
  type: string,
  about: string,
  members: Readonly<Record<string, unknown>> = {},
): string {
  const who = type === 'Patient' ? { id: about } : { subject: { reference: `Patient/${about}` } }
  return JSON.stringify({ resourceType: type, ...who, ...members })
}

/** A condition of a bulk export. */
export function exportedCondition(about: string, id: string, code: string): string {
  return resource('Condition', about, {
    id,
    clinicalStatus: coded('condition-clinical', 'active'),
    verificationStatus: coded('condition-ver-status', 'confirmed'),
    code: { coding: [{ system: 'http://snomed.info/sct', code }] },
    recordedDate: '2026-03-02',
  })
}

function coded(name: string, code: string): unknown {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }] }
}

/** What a run printed with --json, line by line. */
export function printedLines({ out }: Said): readonly Printed[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Printed => JSON.parse(line))
}

/** One line of JSON output, as far as the tests look at it. */
export interface Printed {
  readonly source: string
  readonly refused?: { readonly code: string; readonly path: string }
  readonly decision?: {
    readonly verdict: string
    readonly findings: readonly {
      readonly rule: { readonly id: string }
      readonly truth: string
      readonly inputs: readonly { readonly from?: string }[]
    }[]
    readonly missing: readonly { readonly fact: string; readonly why: string }[]
  }
}
