/** A course as a calendar (iCalendar, RFC 5545). The package `ical-generator` has to be installed beside it. @module */
export type { CalendarTitles } from '../adapters/ics/entry-words.ts'
export { type CalendarFault, type CalendarOptions, courseCalendar } from '../adapters/ics.ts'
