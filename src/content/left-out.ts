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
]
