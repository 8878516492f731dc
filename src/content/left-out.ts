/** Rows of the clinical reference that are no rule here, each with its reason. @module */

/** A fact that was read and deliberately not made a rule. */
export interface LeftOut {
  readonly fact: string
  readonly why: string
}

/** All of them, by fact id. */
export const leftOut: readonly LeftOut[] = [
  {
    fact: 'ddi-esk-inj-xanthine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ddi-esk-inj-ergometrine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-bp-icp',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-ihd',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ci-esk-inj-xanthine-ergometrine',
    why: 'Esketamine injection is not a product of these tables; a plan that names it is refused.',
  },
  {
    fact: 'ae-esk-recur',
    why: 'Speaks of all effects alike and gives no figure; no row of the catalogue can hold it.',
  },
  {
    fact: 'ae-esk-discont',
    why: 'How many ended treatment in trials says nothing of a single effect.',
  },
  {
    fact: 'ae-iv-short-longterm',
    why: 'Says what is not known of infusions; no row of the catalogue follows from it.',
  },
  {
    fact: 'ae-lt-sustain3-exposure',
    why: 'How long and how many people were followed, without a control; no effect is counted in it.',
  },
  {
    fact: 'ae-lt-sustain2',
    why: 'How many completed a study for reasons not seen; the reference warns against reading it as tolerability.',
  },
  {
    fact: 'ae-serious-criteria',
    why: 'No row of the catalogue: `assessSeriousness` asks these criteria.',
  },
  {
    fact: 'ae-serious-er-visit',
    why: 'No row of the catalogue: the question of `assessSeriousness` about admission says so.',
  },
  {
    fact: 'ae-serious-not-severity',
    why: 'No row of the catalogue: `assessSeriousness` does not take a grade.',
  },
  {
    fact: 'ae-causality-whoumc',
    why: 'No row of the catalogue: `assessCausality` keeps the category a person stated.',
  },
  {
    fact: 'ae-causality-naranjo',
    why: 'No row of the catalogue: `assessCausality` reads the band of a stated total; the scores of the items were not seen.',
  },
  {
    fact: 'ae-expected-dated',
    why: 'No row of its own: each row of the catalogue carries the dates, and `expectedness` compares them.',
  },
]
