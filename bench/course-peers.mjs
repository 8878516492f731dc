/**
 * The same schedule with other libraries, each as its documentation writes it: the first session of each slot, then so many
 * weeks later on the wall clock. Each gives day, local time and instant as text, as ours does. @module
 */
import { TZDate } from '@date-fns/tz'
import { addWeeks } from 'date-fns'
import { DateTime } from 'luxon'
import { Temporal } from 'temporal-polyfill'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const later = (slot, weekday) => (weekdays.indexOf(slot.weekday) + 1 - weekday + 7) % 7
const byInstant = (a, b) => (a.day < b.day ? -1 : 1)
const pad = (value) => String(value).padStart(2, '0')

export const peers = {
  'temporal-polyfill': ({ start, slots, count, zone }) => {
    const from = Temporal.PlainDate.from(start)
    const places = []
    for (const slot of slots) {
      const first = from.add({ days: later(slot, from.dayOfWeek) })
      for (let week = 0; week < count / slots.length; week += 1) {
        const day = first.add({ weeks: week })
        const at = day.toZonedDateTime({ timeZone: zone, plainTime: slot.time })
        places.push({
          day: day.toString(),
          time: slot.time,
          at: at.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        })
      }
    }
    return places.sort(byInstant)
  },
  'date-fns + @date-fns/tz': ({ start, slots, count, zone }) => {
    const [year, month, date] = start.split('-').map(Number)
    const weekday = new TZDate(year, month - 1, date, zone).getDay() || 7
    const places = []
    for (const slot of slots) {
      const [hour, minute] = slot.time.split(':').map(Number)
      const first = new TZDate(year, month - 1, date + later(slot, weekday), hour, minute, zone)
      for (let week = 0; week < count / slots.length; week += 1) {
        const at = addWeeks(first, week)
        const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
        places.push({ day, time: slot.time, at: at.toISOString() })
      }
    }
    return places.sort(byInstant)
  },
  luxon: ({ start, slots, count, zone }) => {
    const from = DateTime.fromISO(start, { zone })
    const places = []
    for (const slot of slots) {
      const [hour, minute] = slot.time.split(':').map(Number)
      const first = from.plus({ days: later(slot, from.weekday) }).set({ hour, minute })
      for (let week = 0; week < count / slots.length; week += 1) {
        const at = first.plus({ weeks: week })
        places.push({ day: at.toISODate(), time: slot.time, at: at.toISO({ suppressMilliseconds: true }) })
      }
    }
    return places.sort(byInstant)
  },
}
