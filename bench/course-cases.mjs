/**
 * Five schedules of 24 sessions whose instants were worked out by hand from the rules of the zones, as published in the tz
 * database. A time that the clock is put forward over is planned for the first instant after it; of one it shows twice the
 * earlier is taken. @module
 */

/** Sessions on these days, each at this time of UTC. */
const at = (clock, days) => days.split(' ').map((day) => Date.parse(`${day}T${clock}:00Z`))
const inOrder = (...parts) => parts.flat().sort((a, b) => a - b)

export const cases = [
  {
    name: 'spring gap',
    zone: 'America/New_York',
    start: '2027-02-03',
    slots: [
      { weekday: 'wed', time: '02:30' },
      { weekday: 'sun', time: '02:30' },
    ],
    // US rule: forward on the second Sunday of March (2027: the 14th) at 02:00 EST (UTC-5), which is 07:00Z; then EDT, UTC-4.
    // Up to 10 March 02:30 EST = 07:30Z. On the 14th there is no 02:30: the first instant after the gap, 07:00Z.
    // From 17 March on 02:30 EDT = 06:30Z.
    expected: inOrder(
      at(
        '07:30',
        '2027-02-03 2027-02-07 2027-02-10 2027-02-14 2027-02-17 2027-02-21 2027-02-24 2027-02-28 2027-03-03 2027-03-07 2027-03-10',
      ),
      at('07:00', '2027-03-14'),
      at(
        '06:30',
        '2027-03-17 2027-03-21 2027-03-24 2027-03-28 2027-03-31 2027-04-04 2027-04-07 2027-04-11 2027-04-14 2027-04-18 2027-04-21 2027-04-25',
      ),
    ),
  },
  {
    name: 'autumn fold',
    zone: 'Europe/Berlin',
    start: '2027-09-29',
    slots: [
      { weekday: 'wed', time: '02:30' },
      { weekday: 'sun', time: '02:30' },
    ],
    // EU rule: back on the last Sunday of October (2027: the 31st) at 01:00Z, 03:00 CEST (UTC+2) to 02:00 CET (UTC+1).
    // Up to 27 October 02:30 CEST = 00:30Z. On the 31st 02:30 comes twice, at 00:30Z and 01:30Z: the earlier.
    // From 3 November on 02:30 CET = 01:30Z.
    expected: inOrder(
      at(
        '00:30',
        '2027-09-29 2027-10-03 2027-10-06 2027-10-10 2027-10-13 2027-10-17 2027-10-20 2027-10-24 2027-10-27 2027-10-31',
      ),
      at(
        '01:30',
        '2027-11-03 2027-11-07 2027-11-10 2027-11-14 2027-11-17 2027-11-21 2027-11-24 2027-11-28 2027-12-01 2027-12-05 2027-12-08 2027-12-12 2027-12-15 2027-12-19',
      ),
    ),
  },
  {
    name: 'late evening',
    zone: 'America/Los_Angeles',
    start: '2027-10-05',
    slots: [
      { weekday: 'tue', time: '22:30' },
      { weekday: 'fri', time: '22:30' },
    ],
    // US rule: back on the first Sunday of November (2027: the 7th) at 02:00 PDT (UTC-7) to 01:00 PST (UTC-8).
    // Tuesdays and Fridays up to 5 November: 22:30 PDT = 05:30Z of the next day, Wednesdays and Saturdays up to the 6th.
    // From Tuesday 9 November on 22:30 PST = 06:30Z of the next day.
    expected: inOrder(
      at(
        '05:30',
        '2027-10-06 2027-10-09 2027-10-13 2027-10-16 2027-10-20 2027-10-23 2027-10-27 2027-10-30 2027-11-03 2027-11-06',
      ),
      at(
        '06:30',
        '2027-11-10 2027-11-13 2027-11-17 2027-11-20 2027-11-24 2027-11-27 2027-12-01 2027-12-04 2027-12-08 2027-12-11 2027-12-15 2027-12-18 2027-12-22 2027-12-25',
      ),
    ),
  },
  {
    name: 'half-hour shift',
    zone: 'Australia/Lord_Howe',
    start: '2027-09-02',
    slots: [
      { weekday: 'thu', time: '09:00' },
      { weekday: 'sun', time: '02:15' },
    ],
    // Lord Howe: from UTC+10:30 to UTC+11 on the first Sunday of October (2027: the 3rd) at 02:00, which becomes 02:30.
    // Thursdays 09:00 up to 30 September: 22:30Z of the Wednesday; from 7 October on 22:00Z of the Wednesday.
    // Sundays 02:15 up to 26 September: 15:45Z of the Saturday. On 3 October there is no 02:15: the first instant after the
    // gap is 02:30 at UTC+11, 15:30Z of Saturday 2 October. From 10 October on 15:15Z of the Saturday.
    expected: inOrder(
      at('22:30', '2027-09-01 2027-09-08 2027-09-15 2027-09-22 2027-09-29'),
      at('15:45', '2027-09-04 2027-09-11 2027-09-18 2027-09-25'),
      at('15:30', '2027-10-02'),
      at('22:00', '2027-10-06 2027-10-13 2027-10-20 2027-10-27 2027-11-03 2027-11-10 2027-11-17'),
      at('15:15', '2027-10-09 2027-10-16 2027-10-23 2027-10-30 2027-11-06 2027-11-13 2027-11-20'),
    ),
  },
  {
    name: 'a zone without clock changes',
    zone: 'Asia/Kolkata',
    start: '2027-03-01',
    slots: [
      { weekday: 'mon', time: '09:00' },
      { weekday: 'thu', time: '09:00' },
    ],
    // India: UTC+5:30 all year, 09:00 = 03:30Z.
    expected: at(
      '03:30',
      '2027-03-01 2027-03-04 2027-03-08 2027-03-11 2027-03-15 2027-03-18 2027-03-22 2027-03-25 2027-03-29 2027-04-01 2027-04-05 2027-04-08 2027-04-12 2027-04-15 2027-04-19 2027-04-22 2027-04-26 2027-04-29 2027-05-03 2027-05-06 2027-05-10 2027-05-13 2027-05-17 2027-05-20',
    ),
  },
]
