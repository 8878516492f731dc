/** The other engines, each holding the same 40 rules. All of them are given flat facts. @module */
import cql from 'cql-execution'
import { LogicEngine } from 'json-logic-engine'
import { Engine } from 'json-rules-engine'
import { flatQuestion, inTwoValues } from './conditions.mjs'

/** json-logic-engine, compiled. It has two values, so every rule is written twice: yes, and not no. */
export function jsonLogic(rules) {
  const operators = { above: '>', 'at-least': '>=', below: '<', 'at-most': '<=' }
  const words = {
    and: (of) => ({ and: of }),
    or: (of) => ({ or: of }),
    three: (fact, certain) => (certain ? { '===': [{ var: fact }, 1] } : { '!==': [{ var: fact }, 0] }),
    number: (fact, is, limit, certain) => {
      const compared = { [operators[is]]: [{ var: fact }, limit] }
      const isUnknown = { '===': [{ var: fact }, null] }
      return certain ? { and: [{ '!': isUnknown }, compared] } : { or: [isUnknown, compared] }
    },
  }
  const engine = new LogicEngine()
  const compiled = rules.map(({ when }) =>
    engine.build({
      if: [inTwoValues(when, true, words), 1, { if: [inTwoValues(when, false, words), 2, 0] }],
    }),
  )
  return (facts, out) => {
    for (let at = 0; at < compiled.length; at += 1) out[at] = compiled[at](facts)
  }
}

/** json-rules-engine: two rules for each of ours, one for yes and one for not no. */
export function jsonRules(rules) {
  const operators = {
    above: 'greaterThan',
    'at-least': 'greaterThanInclusive',
    below: 'lessThan',
    'at-most': 'lessThanInclusive',
  }
  const words = {
    and: (of) => ({ all: of }),
    or: (of) => ({ any: of }),
    three: (fact, certain) =>
      certain ? { fact, operator: 'equal', value: 1 } : { fact, operator: 'notEqual', value: 0 },
    // The engine compares null with nothing, so a certain comparison needs no more.
    number: (fact, is, limit, certain) => {
      const compared = { fact, operator: operators[is], value: limit }
      return certain ? compared : { any: [{ fact, operator: 'equal', value: null }, compared] }
    },
  }
  const whole = (part) => ('fact' in part ? { all: [part] } : part)
  const engine = new Engine()
  rules.forEach(({ when }, at) => {
    for (const certain of [true, false]) {
      engine.addRule({
        conditions: whole(inTwoValues(when, certain, words)),
        event: { type: 'holds', params: { at, certain } },
      })
    }
  })
  return async (facts, out) => {
    const { events } = await engine.run(facts)
    out.fill(0)
    for (const { params } of events) {
      if (params.certain) out[params.at] = 1
      else if (out[params.at] === 0) out[params.at] = 2
    }
  }
}

const fhirless = 'https://github.com/cqframework/cql-execution/simple'
const elmType = (name) => `{urn:hl7-org:elm-types:r1}${name}`

/** cql-execution over ELM. It has three values of its own: a Boolean may be null. */
export function cqlExecution(rules) {
  const operators = {
    above: 'Greater',
    'at-least': 'GreaterOrEqual',
    below: 'Less',
    'at-most': 'LessOrEqual',
  }
  const property = (path) => ({ type: 'Property', path, source: { type: 'ExpressionRef', name: 'Patient' } })
  const literal = (value) => ({ type: 'Literal', valueType: elmType('Integer'), value: String(value) })
  const compare = (path, is, limit) => ({ type: operators[is], operand: [property(path), literal(limit)] })
  const joined = (type, parts) => parts.reduce((left, right) => ({ type, operand: [left, right] }))
  const truth = (value) => ({ type: 'Literal', valueType: elmType('Boolean'), value: String(value) })
  const expression = (condition) => {
    if (condition.kind === 'all') return joined('And', condition.of.map(expression))
    if (condition.kind === 'any') return joined('Or', condition.of.map(expression))
    const { fact, is, limit, least, most } = flatQuestion(condition)
    if (is === undefined) return property(fact)
    if (least === undefined) return compare(fact, is, limit)
    const up = is === 'at-least' || is === 'above'
    const opposite = { above: 'at-most', 'at-least': 'below', below: 'at-least', 'at-most': 'above' }[is]
    return {
      type: 'If',
      condition: compare(up ? least : most, is, limit),
      // biome-ignore lint/suspicious/noThenProperty: the name of the branch in ELM; nothing awaits it
      then: truth(true),
      else: {
        type: 'If',
        condition: compare(up ? most : least, opposite, limit),
        // biome-ignore lint/suspicious/noThenProperty: the name of the branch in ELM; nothing awaits it
        then: truth(false),
        else: { type: 'As', strict: false, operand: { type: 'Null' }, asType: elmType('Boolean') },
      },
    }
  }
  const patient = {
    name: 'Patient',
    context: 'Patient',
    expression: {
      type: 'SingletonFrom',
      operand: { type: 'Retrieve', dataType: `{${fhirless}}Patient`, templateId: 'Patient' },
    },
  }
  const library = new cql.Library({
    library: {
      identifier: { id: 'Bench', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'Simple', uri: fhirless }] },
      statements: {
        def: [
          patient,
          ...rules.map(({ when }, at) => ({
            name: `rule${at}`,
            context: 'Patient',
            accessLevel: 'Public',
            expression: expression(when),
          })),
        ],
      },
    },
  })
  const executor = new cql.Executor(library)
  const names = rules.map((_, at) => `rule${at}`)
  return async (person, out) => {
    const results = await executor.exec(new OnePatient(person))
    const found = results.patientResults.one
    for (let at = 0; at < names.length; at += 1) {
      const answer = found[names[at]]
      out[at] = answer === null ? 2 : answer ? 1 : 0
    }
  }
}

/** The smallest patient source: one person, whose record is the flat facts. */
class OnePatient {
  #left
  constructor(person) {
    this.#left = person
  }
  currentPatient() {
    return this.#left
  }
  nextPatient() {
    this.#left = undefined
    return undefined
  }
}

const threeToNull = [false, true, null]

/** Flat facts as cql-execution reads them: false, true, null. Made before the clock runs. */
export class CqlFacts {
  constructor(flat) {
    this.facts = Object.fromEntries(
      Object.entries(flat).map(([name, value]) => [
        name,
        /(Now|Ever|Within)$/.test(name) ? threeToNull[value] : value,
      ]),
    )
  }
  getId() {
    return 'one'
  }
  id = 'one'
  get(path) {
    return this.facts[path]
  }
  findRecords() {
    return [this]
  }
}
