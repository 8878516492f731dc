/** Where an answer can go without being missed: each way is one the form itself provides. @module */
import type { Domain, Instrument } from '../../src/kernel/instrument.ts'
import type { FilledForm } from '../../src/measure/score-shape.ts'
import { answeredValue, highestOf, leftOut } from './plain-score.ts'

/** The ways, each by its name; any other answer that goes is missing. */
export const waysNotMissed = {
  /**
   * Given against the skip of the form itself: without it the form is one that was filled in as it is printed, and no
   * scorer can know that anything else was there.
   */
  'against-the-skip': (instrument, form, gone) => leftOut(instrument, form).includes(gone),
  /** Of a pair the form asks one, and the other is answered. */
  'one-of-a-pair': (instrument, form, gone) =>
    domainsWith(instrument, gone).some(({ oneOf = [] }) =>
      oneOf.some(
        (group) => group.includes(gone) && group.some((id) => answeredValue(instrument, form, id) !== null),
      ),
    ),
  /** Only the highest of some items counts, and another one is as high as any can be. */
  'beside-the-highest': (instrument, form, gone) =>
    domainsWith(instrument, gone).some((domain) =>
      domain.highestOf.some((id) => answeredValue(instrument, form, id) === highestOf(instrument, domain)),
    ),
} as const satisfies Readonly<
  Record<string, (instrument: Instrument, without: FilledForm, gone: string) => boolean>
>

/** One of the ways. */
export type WayNotMissed = keyof typeof waysNotMissed

/** Why an answer that went is not missing from the form that is left. */
export function whyNotMissed(
  instrument: Instrument,
  without: FilledForm,
  gone: string,
): WayNotMissed | undefined {
  const names: readonly WayNotMissed[] = ['against-the-skip', 'one-of-a-pair', 'beside-the-highest']
  return names.find((name) => waysNotMissed[name](instrument, without, gone))
}

function domainsWith({ scoring }: Instrument, gone: string): readonly Domain[] {
  if (scoring.kind !== 'sum' && scoring.kind !== 'mean') return []
  return scoring.of.flatMap((part: string | Domain) =>
    typeof part !== 'string' && part.highestOf.includes(gone) ? [part] : [],
  )
}
