/** How the tables become the pack of a jurisdiction. @module */
import type {
  Content,
  DoseSet,
  DosingTables,
  FollowUp,
  MonitoringSchedule,
  ProductForm,
  SessionTables,
  SideEffect,
} from '../kernel/content.ts'
import type { Source } from '../kernel/evidence.ts'
import type { FactRow } from '../kernel/fact.ts'
import type { ConsentTopic, Indication, MinimumDose, ResistanceDefinition } from '../kernel/indication.ts'
import { markParsed, type Parsed } from '../kernel/parsed.ts'
import type { Protocol } from '../kernel/protocol.ts'
import { type Actions, actionWords, screeningActions } from './actions.ts'
import { record } from './contraindications/record.ts'
import { equivalents } from './equivalents.ts'
import { sharedFacts } from './facts/shared.ts'
import { products } from './products.ts'
import { type UnsignedRule, unsigned } from './scope.ts'

/** The version of the tables, apart from the version of the code. */
export const contentVersion = '2026.11.22'

/**
 * What a pack lists: its groups of rows, each a table of its own.
 *
 * A table is a function, so that a bundler leaves out what no pack of the user names: it keeps an array of rows for the
 * calls in it, asked for or not. For the same reason nothing here is spread.
 */
export interface Tables {
  readonly id: string
  /** Countries whose labels bind in this pack whatever the policy names. */
  readonly jurisdictions: readonly string[]
  /** Facts that no rule of another pack asks; those asked in both are in each. */
  readonly facts: readonly (() => readonly FactRow[])[]
  readonly contraindications: readonly (() => readonly UnsignedRule[])[]
  readonly interactions: readonly (() => readonly UnsignedRule[])[]
  readonly sources: readonly (readonly Source[])[]
}

/** What a pack holds beside the tables of a screening: who it is for, orders of a dose, the visit, side effects. */
export interface VisitTables {
  readonly facts: readonly (() => readonly FactRow[])[]
  readonly forms: readonly (() => readonly ProductForm[])[]
  readonly doseSets: readonly (() => readonly DoseSet[])[]
  readonly dosing: readonly (() => readonly UnsignedRule[])[]
  readonly gates: readonly (() => readonly UnsignedRule[])[]
  readonly alarms: readonly (() => readonly UnsignedRule[])[]
  readonly release: readonly (() => readonly UnsignedRule[])[]
  readonly schedules: readonly (() => readonly MonitoringSchedule[])[]
  readonly followUps: readonly (() => readonly FollowUp[])[]
  readonly sideEffects: readonly (() => readonly SideEffect[])[]
  readonly indications: readonly (() => readonly Indication[])[]
  readonly consent: readonly (() => readonly ConsentTopic[])[]
  readonly indicationRules: readonly (() => readonly UnsignedRule[])[]
  readonly resistanceRules: readonly (() => readonly UnsignedRule[])[]
  readonly workup: readonly (() => readonly UnsignedRule[])[]
  readonly definitions: readonly (() => readonly ResistanceDefinition[])[]
  readonly minimumDoses: readonly (() => readonly MinimumDose[])[]
  readonly bioavailability: () => DosingTables['bioavailability']
  readonly requests: () => SessionTables['requests']
  readonly actions: readonly Actions[]
  /** What these tables cite, and no screening does. */
  readonly sources: readonly (readonly Source[])[]
}

/** What a whole pack holds beside these: protocols, and the rules asked of a course. */
export interface TablesOfCourse {
  readonly facts: readonly (() => readonly FactRow[])[]
  readonly protocols: readonly (() => readonly Protocol[])[]
  readonly rules: readonly (() => readonly UnsignedRule[])[]
  readonly actions: readonly Actions[]
  /** What these tables cite, and no visit does. */
  readonly sources: readonly (readonly Source[])[]
}

/**
 * What a pack holds beside the tables of a screening, ready to be put in.
 *
 * How it is put together stands with it: a page that only screens ships neither the tables nor the code that files them.
 */
export interface Part {
  readonly facts: readonly (() => readonly FactRow[])[]
  readonly actions: readonly Actions[]
  readonly sources: readonly (readonly Source[])[]
  tables(actions: readonly Actions[]): Partial<Content>
}

/** The pack of a jurisdiction: of a screening alone, or with more parts beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function packOf(tables: Tables, ...parts: readonly Part[]): Parsed<Content> {
  const actions = [screeningActions, ...parts.flatMap((part) => part.actions)]
  return markParsed({
    format: 'ketamine-treatment/content/1',
    id: tables.id,
    version: contentVersion,
    jurisdictions: tables.jurisdictions,
    products: products(),
    facts: rowsOf([...sharedFacts, ...tables.facts, ...parts.flatMap((part) => part.facts)]),
    records: unsigned([record], actions),
    contraindications: unsigned(tables.contraindications, actions),
    interactions: unsigned(tables.interactions, actions),
    equivalents: equivalents(),
    sources: [...tables.sources, ...parts.flatMap((part) => part.sources)].flat(),
    actions: actionWords(actions),
    ...Object.assign({}, ...parts.map((part) => part.tables(actions))),
  })
}

/** Orders of a dose, the visit, side effects, and who it is for. */
/* @__NO_SIDE_EFFECTS__ */
export function visitPart(visit: VisitTables): Part {
  const tables = (actions: readonly Actions[]): Partial<Content> => ({
    dosing: {
      forms: rowsOf(visit.forms),
      doseSets: rowsOf(visit.doseSets),
      rules: unsigned(visit.dosing, actions),
      bioavailability: visit.bioavailability(),
    },
    session: {
      gates: unsigned(visit.gates, actions),
      alarms: unsigned(visit.alarms, actions),
      release: unsigned(visit.release, actions),
      schedules: rowsOf(visit.schedules),
      followUps: rowsOf(visit.followUps),
      requests: visit.requests(),
    },
    sideEffects: rowsOf(visit.sideEffects),
    indication: {
      indications: rowsOf(visit.indications),
      consent: rowsOf(visit.consent),
      rules: unsigned(visit.indicationRules, actions),
      resistanceRules: unsigned(visit.resistanceRules, actions),
      workup: unsigned(visit.workup, actions),
      definitions: rowsOf(visit.definitions),
      minimumDoses: rowsOf(visit.minimumDoses),
    },
  })
  return { facts: visit.facts, actions: visit.actions, sources: visit.sources, tables }
}

/** Protocols, and the rules asked of a course. */
/* @__NO_SIDE_EFFECTS__ */
export function coursePart(course: TablesOfCourse): Part {
  const tables = (actions: readonly Actions[]): Partial<Content> => ({
    course: { protocols: rowsOf(course.protocols), rules: unsigned(course.rules, actions) },
  })
  return { facts: course.facts, actions: course.actions, sources: course.sources, tables }
}

function rowsOf<T>(tables: readonly (() => readonly T[])[]): readonly T[] {
  return tables.flatMap((rows) => rows())
}
