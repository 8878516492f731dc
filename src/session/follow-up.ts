/** What a visit leaves to be done, with the day it is due. @module */
import { type Engine, sessionTables } from '../judgement/selection.ts'
import type { FollowUp, Plan } from '../kernel/content.ts'
import { valueIn } from '../kernel/quantity.ts'
import { addDays, type CivilDate, civilDayAt, instantMs } from '../kernel/time.ts'
import type { Truth } from '../kernel/truth.ts'
import type { Moment } from '../patient/moment.ts'
import { questionOf } from '../patient/questions.ts'
import { wordOf } from '../rules/compile.ts'
import type { SessionState } from './state.ts'

/** Something to be done after a visit. The form itself, the call or the advice is not in here. */
export interface FollowUpTask {
  readonly id: string
  readonly label: string
  readonly kind: FollowUp['kind']
  /** Last civil day in the zone of the clinic; left out where nobody can tell when the first administration was. */
  readonly due?: CivilDate
  /** Unknown where it is only asked of some patients, and nobody knows of this one. */
  readonly asked: Exclude<Truth, 'no'>
  readonly sources: FollowUp['sources']
}

/**
 * The tasks of a visit, by the day they are due.
 *
 * Counted in civil days from the day of the first administration; where nothing was given there are none.
 *
 * @param engine - as the judgement of this visit left it: what is asked of some patients only is read of its record
 */
export function followUpsOf(
  state: SessionState,
  plan: Plan,
  engine: Engine,
  moment: Moment,
): readonly FollowUpTask[] {
  const { start } = state.anchors
  if (start === undefined) return []
  const given = start.at === undefined ? undefined : civilDayAt(instantMs(start.at), moment.zone)
  const tasks = sessionTables(engine.content).followUps.flatMap((row): FollowUpTask[] => {
    const asked = isFor(row, plan, given ?? moment.today) ? askedOf(row, engine) : 'no'
    if (asked === 'no') return []
    const { id, label, kind, sources } = row
    const days = valueIn(engine.numbers.amount(row.dueWithin), 'd')
    const due = given === undefined || days === undefined ? {} : { due: addDays(given, days) }
    return [{ id, label, kind, ...due, asked, sources }]
  })
  const dueOf = ({ due = '9999-12-31' }: FollowUpTask) => due
  return tasks.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0))
}

/** As for rules: what the plan leaves out drops no row. */
function isFor({ products, settings, effective }: FollowUp, plan: Plan, day: CivilDate): boolean {
  if (!products.includes(plan.product)) return false
  if (plan.setting !== undefined && settings?.some((one) => one === plan.setting) === false) return false
  return effective.from <= day && (effective.to === undefined || day <= effective.to)
}

function askedOf({ onlyIf }: FollowUp, engine: Engine): Truth {
  if (onlyIf === undefined) return 'yes'
  const kind = engine.index.rows[engine.index.slots.get(onlyIf) ?? -1]?.kind
  const leaf =
    kind === 'statement'
      ? ({ kind: 'stated', fact: onlyIf } as const)
      : ({ kind: 'has', fact: onlyIf, when: 'current' } as const)
  return wordOf(questionOf(leaf, engine.index, engine.numbers).answer(engine.reading))
}
