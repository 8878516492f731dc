/** Scripted visits: logs with what has to be found at each moment, worked out from the reference. */
import { readFileSync } from 'node:fs'
import { eu } from '../../src/content/eu.ts'
import { euStartingPolicy, usStartingPolicy } from '../../src/content/policies.ts'
import { us } from '../../src/content/us.ts'
import type { Context, Plan } from '../../src/kernel/content.ts'
import { parse } from '../../src/kernel/door.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'
import { Patient } from '../../src/patient/patient.schema.ts'
import { Session } from '../../src/session/session.schema.ts'

/** A rule is named by a fact of the reference it cites, or by one of several. */
export type Citing = string | readonly string[]

/** What a judgement of readiness has to say. `not-yes` leaves open whether it is a no or unknown. */
export interface ExpectedReadiness {
  readonly ready: 'yes' | 'no' | 'unknown' | 'not-yes'
  /** Stands against it; an empty list: nothing does. */
  readonly unmet?: readonly Citing[]
  /** Not known; an empty list: nothing is open. */
  readonly open?: readonly Citing[]
  readonly met?: readonly Citing[]
  readonly earliest?: string
}

/** What has to be found at a moment. What is left out is not said. */
export interface Expected {
  readonly asOf: string
  readonly because: readonly string[]
  readonly phase?: string
  readonly running?: boolean
  /** Milligrams. */
  readonly delivered?: { readonly least: number; readonly most: number }
  readonly due?: readonly {
    readonly anchor: string
    readonly minutes: number
    readonly at: string
    readonly status: string | readonly string[]
  }[]
  readonly openEffects?: readonly string[]
  readonly leftOut?: readonly { readonly id: string; readonly why: string }[]
  readonly untimed?: readonly string[]
  readonly vitals?: { readonly reading: string; readonly grade: string }
  readonly start?: ExpectedReadiness
  readonly home?: ExpectedReadiness
  readonly tasks?: readonly { readonly citing: string; readonly by: string }[]
}

interface Written {
  readonly zone: string
  readonly jurisdiction: 'us' | 'eu'
  readonly plan: Plan & { readonly product: string }
  readonly patient: unknown
  /** The moment of the screening that is handed in. */
  readonly screenedAt: string
  readonly stated: readonly {
    readonly fact: string
    readonly truth: 'yes' | 'no' | 'unknown'
    readonly at: string
    readonly by: 'clinician'
  }[]
  readonly session: unknown
  readonly expected: readonly Expected[]
}

/** A scripted visit, ready to be asked. */
export interface Scripted extends Omit<Written, 'patient' | 'session'> {
  readonly patient: Parsed<Patient>
  readonly session: Parsed<Session>
  contextAt(asOf: string): Context
}

const packs = {
  us: { content: us, policy: usStartingPolicy },
  eu: { content: eu, policy: euStartingPolicy },
}

/** The visit of a file of `tests/vectors/sessions`. */
export function scripted(name: string): Scripted {
  const path = new URL(`../vectors/sessions/${name}.json`, import.meta.url)
  const written: Written = JSON.parse(readFileSync(path, 'utf8'))
  const patient = parse(Patient, written.patient)
  const session = parse(Session, written.session)
  if (!patient.ok) throw patient.error
  if (!session.ok) throw session.error
  const { zone, jurisdiction } = written
  return {
    ...written,
    patient: patient.value,
    session: session.value,
    contextAt: (asOf) => ({ ...packs[jurisdiction], zone, asOf }),
  }
}
