/** Protocols for pain: a pack of their own. No rule, and no course, of psychiatry is held against them. @module */
import { cite } from '../../kernel/evidence.ts'
import type { Parsed } from '../../kernel/parsed.ts'
import type { Protocol } from '../../kernel/protocol.ts'
import { amount } from '../../kernel/rule.ts'
import { regionalPain } from '../indication/purposes.ts'
import { bothPacks, firstDay } from '../scope.ts'
import { around, known, protocol, seen, sourceIsSilent } from './protocol.ts'

/** Complex regional pain syndrome: four hours a day on ten days. */
export const ketamineCrps = /* @__PURE__ */ protocol(() => {
  const guideline = seen(cite('ind-crps', 'ASRA18'))
  return {
    id: 'ketamine-iv-crps-10-days',
    label: 'Ketamine by vein for complex regional pain syndrome, four hours on ten days',
    field: 'pain',
    product: 'ketamine-iv',
    jurisdictions: bothPacks,
    indications: [regionalPain],
    age: { from: 18 },
    effective: { from: firstDay },
    basis: 'guideline',
    certainty: 'S',
    phases: [
      {
        id: 'infusions',
        label: 'Ten days',
        kind: 'induction',
        sessions: 10,
        intervals: [
          {
            id: 'daily',
            label: 'Every day',
            sessions: 7,
            weeks: 1,
            ...around('daily'),
            means:
              'Ten days one after another: whether days without an infusion may lie between was not seen.',
            ...known(cite('ind-crps', 'ASRA18')),
          },
        ],
        limits: [],
        doses: [
          {
            sessions: { from: 1 },
            amounts: { unit: 'mg/kg/h', least: 0.35, most: 0.35 },
            over: { value: 4, unit: 'h' },
            ...guideline,
          },
        ],
        checkpoints: [
          {
            id: 'outcome',
            label: 'Review after the ten days',
            kind: 'benefit',
            at: { end: 'phase' },
            blocks: true,
            prompt: 'Has pain changed, and what follows?',
            because: 'The evidence is moderate, and reaches to twelve weeks.',
            ...guideline,
          },
        ],
        missed: [sourceIsSilent()],
        makesUp: 'ask',
        ...guideline,
      },
    ],
    limits: [
      {
        id: 'one-a-day',
        label: 'At most one session on a day',
        kind: 'most-sessions',
        count: 1,
        in: 'civil-day',
        ...guideline,
      },
    ],
    assessments: [
      {
        id: 'baseline-pain',
        label: 'Pain score before the first session',
        kind: 'measure',
        instruments: ['pain-nrs', 'bpi-sf', 'peg'],
        anchor: { is: 'start' },
        direction: 'before',
        from: amount(0, 'd'),
        due: amount(0, 'd'),
        to: { policy: 'recent-score' },
        ...known(cite('ind-crps', 'ASRA18')),
      },
      {
        id: 'pain-12-weeks',
        label: 'Pain score at twelve weeks, as far as the evidence reaches',
        kind: 'measure',
        instruments: ['pain-nrs', 'bpi-sf', 'peg'],
        anchor: { is: 'phase-end', phase: 'infusions' },
        direction: 'after',
        from: amount(84, 'd'),
        due: amount(84, 'd'),
        to: amount(84, 'd'),
        ...known(cite('ind-crps', 'ASRA18')),
      },
    ],
    adjuncts: [],
    studied: [],
    beyond:
      'The protocol ends after ten days. Evidence reaches to twelve weeks, and only in this syndrome; of a second course no source was found. The other schedule of the guideline, 22 mg an hour through four days and nights, is one infusion and no course of visits.',
    sources: [cite('ind-crps', 'ASRA18'), cite('ind-pain-dose', 'ASRA18'), cite('ind-other-pain', 'ASRA18')],
  }
})

/** The protocols for pain. They are in no pack of psychiatry. */
export const painProtocols: readonly Parsed<Protocol>[] = [ketamineCrps]
