/**
 * The PHQ-9 as it would be written by hand for this one form: every number stands in the code, nothing is looked up in a
 * table. It hands over the same frozen record and makes the same checks; it is what the library is measured against.
 * @module
 */

const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10']
const scored = 9
const codes = new Map([
  ['LA6568-5', 0],
  ['LA6569-3', 1],
  ['LA6570-1', 2],
  ['LA6571-9', 3],
])
const difficulty = new Map([
  ['LA6572-7', 0],
  ['LA6573-5', 1],
  ['LA6575-0', 2],
  ['LA6574-3', 3],
])
const instrument = Object.freeze({ id: 'phq-9', version: '9 items', rater: 'self', worse: 'higher' })
const whole = Object.freeze({ least: 0, most: 27 })
const part = Object.freeze({ least: 0, most: 3 })
const none = Object.freeze([])

function flag(id, kind, ...actions) {
  const read = (truth) => Object.freeze({ id, kind, truth, actions: Object.freeze(actions) })
  return { yes: read('yes'), no: read('no'), unknown: read('unknown') }
}

const suicidality = flag('suicidality', 'safety', 'Assess suicide risk further, whatever the total says.')
const positive = flag('screen-positive', 'screen')
const major = flag('major-depression', 'algorithm')
const other = flag('other-depression', 'algorithm')

function refused(code, path) {
  return Object.freeze({ ok: false, error: Object.freeze({ code, path }) })
}

function bandOf(total) {
  if (total < 5) return 'minimal'
  if (total < 10) return 'mild'
  if (total < 15) return 'moderate'
  return total < 20 ? 'moderately-severe' : 'severe'
}

function fraction(top, bottom) {
  let [a, b] = [top, bottom]
  while (b !== 0) [a, b] = [b, a % b]
  return Object.freeze({ numerator: top / (a || 1), denominator: bottom / (a || 1) })
}

function subscale(domain, value) {
  const known = value !== null
  return Object.freeze({
    id: domain,
    domain,
    status: known ? 'complete' : 'incomplete',
    total: value,
    exact: known ? Object.freeze({ numerator: value, denominator: 1 }) : null,
    range: part,
  })
}

/** The same record, for a form whose answers are given by item. */
export function phq9ByHand({ answers }) {
  let fault = null
  let rank = Number.POSITIVE_INFINITY
  let issues = none
  const refuse = (code, path, place) => {
    if (place < rank || (place === -1 && rank === -1 && path < fault.error.path)) {
      rank = place
      fault = refused(code, path)
    }
  }
  for (const id in answers) if (!ids.includes(id)) refuse('unknown-item', `answers.${id}`, -1)
  const items = {}
  const missing = []
  let sum = 0
  let known = 0
  let count = 0 // symptoms that count towards the algorithm, and those that still may
  let open = 0
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at]
    let answer = answers[id] ?? null
    if (typeof answer === 'string') {
      const value = (at < scored ? codes : difficulty).get(answer)
      if (value === undefined) {
        if (issues === none) issues = []
        issues.push(Object.freeze({ code: 'unknown-answer-code', path: `answers.${id}` }))
      }
      answer = value ?? null
    } else if (answer !== null) {
      if (!Number.isInteger(answer)) refuse('answer-not-whole', `answers.${id}`, at * 2)
      else if (answer < 0 || answer > 3) refuse('answer-out-of-range', `answers.${id}`, at * 2 + 1)
      answer += 0
    }
    items[id] = answer
    if (at >= scored) continue
    if (answer === null) {
      missing.push(id)
      open += 1
      continue
    }
    sum += answer
    known += 1
    if (answer >= (at === 8 ? 1 : 2)) count += 1
  }
  if (fault !== null) return fault

  const { q1, q2, q3, q9 } = items
  const core = q1 >= 2 || q2 >= 2 ? 'yes' : q1 === null || q2 === null ? 'unknown' : 'no'
  const most = sum + open * 3
  // An open first or second item that has to be at 2 or more for the core is then one of those that count.
  const least = core === 'unknown' ? count + 1 : count
  const reach = count + open
  const isMajor = core === 'no' || reach < 5 ? 'no' : core === 'yes' && count >= 5 ? 'yes' : 'unknown'
  const isOther =
    core === 'no' || reach < 2 || least > 4
      ? 'no'
      : core === 'yes' && count >= 2 && reach <= 4
        ? 'yes'
        : 'unknown'

  let status = 'incomplete'
  let total = null
  let exact = null
  if (known === scored) {
    status = 'complete'
    total = sum
    exact = Object.freeze({ numerator: sum, denominator: 1 })
  } else if (known >= scored - 2) {
    status = 'prorated'
    total = Math.floor((2 * sum * scored + known) / (2 * known))
    exact = fraction(sum * scored, known)
  }
  const band = total === null ? null : bandOf(total)
  return Object.freeze({
    ok: true,
    value: Object.freeze({
      instrument,
      status,
      total,
      exact,
      range: whole,
      subscales: Object.freeze([
        subscale('anhedonia', q1),
        subscale('sleep', q3),
        subscale('suicidality', q9),
      ]),
      band,
      bands: Object.freeze([Object.freeze({ set: 'phq-9-kroenke', band })]),
      flags: Object.freeze([
        suicidality[q9 === null ? 'unknown' : q9 >= 1 ? 'yes' : 'no'],
        positive[sum >= 10 ? 'yes' : most < 10 ? 'no' : 'unknown'],
        major[isMajor],
        other[isOther],
      ]),
      triage: null,
      items: Object.freeze(items),
      missing: Object.freeze(missing),
      missingRule: 'mean-of-up-to-2',
      conflicts: none,
      issues: Object.freeze(issues),
      statedTotal: null,
      takenAt: null,
    }),
  })
}

/** The least that anybody would write: the sum, and nothing said of what is missing or cannot be. */
export function naiveSum({ answers }) {
  let sum = 0
  for (let at = 0; at < scored; at += 1) sum += answers[ids[at]] ?? 0
  return sum
}
