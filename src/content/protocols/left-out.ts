/** Schedules that were read and are no protocol here, each with its reason. @module */
import type { LeftOut } from '../left-out.ts'

/** By fact id. A site that uses one of them writes a protocol of its own. */
export const leftOutOfProtocols: readonly LeftOut[] = [
  {
    fact: 'dose-sl-range',
    why: 'Under the tongue: doses are quoted, all of low quality, and no source says how often or for how long.',
  },
  {
    fact: 'dose-im-range',
    why: 'Repeated doses into the muscle: a range of doses and no schedule. What the one trial tells of, one dose and three days, is a protocol.',
  },
  {
    fact: 'dose-in-racemic',
    why: 'Compounded ketamine into the nose: one trial gave one dose, and what is delivered varies; no schedule was found.',
  },
  {
    fact: 'dose-oral-titration-example',
    why: 'By mouth every three days, raised each time: a case series that names no end, in a rhythm that no week repeats.',
  },
  {
    fact: 'ind-si-abbar',
    why: 'Suicidal ideation, two infusions: how far apart, and at which dose, was not seen.',
  },
  {
    fact: 'ind-ptsd-feder',
    why: 'Six infusions after trauma: dose and days were not seen; a larger trial found no benefit.',
  },
  {
    fact: 'ind-ptsd-abdallah',
    why: 'Eight infusions in veterans: the days were not seen, and trauma symptoms did not improve.',
  },
  {
    fact: 'ind-aud-grabski',
    why: 'Three doses with a therapy for the use of alcohol: the days between them were not seen.',
  },
  {
    fact: 'ind-bipolar',
    why: 'Bipolar depression: an open series of eight infusions, of which neither dose nor days were seen.',
  },
  {
    fact: 'ind-pain-dose',
    why: 'Pain outside the complex regional pain syndrome: doses and a bolus, and no schedule.',
  },
  {
    fact: 'ind-aud-dakwar',
    why: 'Dependence on alcohol: one infusion with a therapy in a pilot trial; a single dose for a purpose no rule of a course speaks of.',
  },
  {
    fact: 'ind-cocaine',
    why: 'Use of cocaine: one infusion with a therapy; neither its dose nor what follows it was seen.',
  },
  {
    fact: 'ind-sci-pain',
    why: 'Pain after an injury of the spinal cord: weak evidence of short effect, doses in two ways of counting, and no schedule.',
  },
  {
    fact: 'dose-iv-realworld-titrated',
    why: 'Six infusions raised one by one in one office: neither the steps nor the days between them were seen.',
  },
  {
    fact: 'dose-iv-slow-100min',
    why: 'The reference dose over 100 minutes: two open trials, of which neither number nor days of the infusions were seen.',
  },
  {
    fact: 'dose-sc-kads-outcome',
    why: 'Under the skin at 0.5 mg/kg throughout: the fixed cohort of the trial was no better than its control. The flexible one is a protocol.',
  },
  {
    fact: 'dose-esk-asian-start',
    why: 'A lower start by ancestry: no text seen has one.',
  },
]
