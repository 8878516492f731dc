/** The numbers at the points of a chart: each beside its own point, on nothing else, or not at all. @module */
import { plainNumber } from '../../kernel/quantity.ts'
import { fontSize, widthOf, words } from './svg.ts'

/** A point in the picture. */
export interface PlacedPoint {
  readonly x: number
  readonly y: number
  readonly total: number
}

/** What a number may not leave, and may not lie on. */
export interface Room {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Lines from top to bottom. */
  readonly uprights: readonly number[]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

// With more points than this only the first, the last, and one of the highest and lowest get a number.
const eachAtMost = 200

/** The numbers: the last score first, then the first one, the ends, and the rest as far as there is room. */
export function numbersAt(points: readonly PlacedPoint[], room: Room): string {
  const totals = points.map(({ total }) => total)
  const ends = new Set([
    points.length - 1,
    0,
    totals.indexOf(largest(totals)),
    totals.indexOf(-largest(totals.map((n) => -n))),
  ])
  const order = points.length > eachAtMost ? [...ends] : [...new Set([...ends, ...points.keys()])]
  const taken: Box[] = []
  const parts: string[] = []
  for (const at of order) {
    const point = points[at]
    if (point === undefined) continue
    const text = plainNumber(Math.round(point.total * 100) / 100)
    const spot = spots(points, at, widthOf(text)).find(
      (box) =>
        isInside(box, room) && !taken.some((other) => overlap(box, other)) && !isCrossed(box, points, at),
    )
    if (spot === undefined) continue
    taken.push(spot)
    parts.push(words(text, (spot.left + spot.right) / 2, spot.bottom - 2, { anchor: 'middle' }))
  }
  return parts.join('')
}

/** Where the number of a point may stand, the best place first. */
function spots(points: readonly PlacedPoint[], at: number, width: number): readonly Box[] {
  const { x, y } = points[at] ?? { x: 0, y: 0 }
  const box = (middle: number, bottom: number): Box => ({
    left: middle - width / 2,
    right: middle + width / 2,
    top: bottom - fontSize,
    bottom,
  })
  const [over, under] = [box(x, y - 7), box(x, y + 6 + fontSize)]
  const beside = [points[at - 1], points[at + 1]].filter((one) => one !== undefined)
  const isValley = beside.length > 0 && beside.every((one) => one.y < y)
  const [aside, back] = [x + width / 2 + 5, x - width / 2 - 5]
  return [
    ...(isValley ? [under, over] : [over, under]),
    box(aside, y - 4),
    box(back, y - 4),
    box(aside, y + 4 + fontSize),
    box(back, y + 4 + fontSize),
    box(aside + 3, y + 6),
    box(back - 3, y + 6),
  ]
}

function isInside(box: Box, { left, right, top, bottom, uprights }: Room): boolean {
  return (
    box.left >= left &&
    box.right <= right &&
    box.top >= top &&
    box.bottom <= bottom &&
    uprights.every((x) => x < box.left - 1 || x > box.right + 1)
  )
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom && b.top < a.bottom
}

/** Whether a point or the line lies on a number. Only what is near can. */
function isCrossed(box: Box, points: readonly PlacedPoint[], at: number): boolean {
  for (const [other, point] of points.entries()) {
    const next = points[other + 1]
    if (other !== at && isIn(box, point, 5)) return true
    if (next === undefined || next.x < box.left || point.x > box.right) continue
    if (hits(box, point, next)) return true
  }
  return false
}

function isIn(box: Box, { x, y }: PlacedPoint, room: number): boolean {
  return x > box.left - room && x < box.right + room && y > box.top - room && y < box.bottom + room
}

/** Whether a line goes through a box: it is looked at where it is over or under the box. */
function hits(box: Box, from: PlacedPoint, to: PlacedPoint): boolean {
  if (to.x - from.x < 0.01)
    return (
      from.x > box.left &&
      from.x < box.right &&
      Math.min(from.y, to.y) < box.bottom &&
      Math.max(from.y, to.y) > box.top
    )
  const yAt = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
  const [a, b] = [yAt(Math.max(box.left, from.x)), yAt(Math.min(box.right, to.x))]
  return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)
}
