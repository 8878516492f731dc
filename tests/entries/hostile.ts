/** Values no honest caller passes, and arguments with one of them somewhere inside. @module */
import fc from 'fast-check'

class Odd {
  readonly value = 1
}

const cycle = (): object => {
  const one: Record<string, unknown> = { value: 1 }
  one.self = one
  one.list = [one]
  return one
}

const throwing = new Error('a getter ran')

const traps = (): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw throwing
      },
      has: () => {
        throw throwing
      },
      ownKeys: () => {
        throw throwing
      },
      getOwnPropertyDescriptor: () => {
        throw throwing
      },
      getPrototypeOf: () => {
        throw throwing
      },
    },
  )

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const getter = (): object =>
  Object.defineProperty({}, 'value', {
    enumerable: true,
    get: () => {
      throw throwing
    },
  })

/** Throws something that cannot even be looked at. */
const rudeGetter = (): object =>
  Object.defineProperty({}, 'product', {
    enumerable: true,
    get: () => {
      throw revoked()
    },
  })

const holes = (): unknown[] => {
  const list: unknown[] = []
  list.length = 3
  return list
}

/** Each made anew, so that no call can spoil the next. */
export const hostileValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => -1,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 1e308,
  () => 12n,
  () => Symbol('odd'),
  () => '',
  () => 'text',
  () => '__proto__',
  () => 'constructor',
  () => '\ud800',
  () => 'x'.repeat(5000),
  () => () => 'called',
  () => [],
  () => [null],
  () => holes(),
  () => ({}),
  () => ({ value: 'text', unit: 7 }),
  () => ({ code: Symbol('odd') }),
  () => Object.create(null),
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => Object(5),
  () => Object('text'),
  () => new Odd(),
  () => new Uint8Array(3),
  () => cycle(),
  () => getter(),
  () => rudeGetter(),
  () => traps(),
  () => revoked(),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
]

/** One of them. */
export const hostile = fc
  .nat(hostileValues.length - 1)
  .map((at) => ({ at, value: () => hostileValues[at]?.() }))

/**
 * Good arguments with one place inside them, or a whole one, replaced.
 *
 * @param steps - which member to go into at each depth; the walk stops where there is none
 */
export function spoiled(good: unknown, steps: readonly number[], value: () => unknown): unknown {
  if (typeof good !== 'object' || good === null || steps.length === 0) return value()
  const [step = 0, ...rest] = steps
  const keys = Object.keys(good)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return value()
  // A parsed record keeps its mark: what is inside it stays as it came through the door.
  if (Object.getOwnPropertySymbols(good).length > 0) return value()
  const member: unknown = Object.entries(good).find(([name]) => name === key)?.[1]
  const changed = spoiled(member, rest, value)
  if (Array.isArray(good)) return good.map((one: unknown, at) => (String(at) === key ? changed : one))
  return { ...good, [key]: changed }
}
