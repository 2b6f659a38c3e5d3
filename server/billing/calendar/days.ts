const dayMs = 24 * 60 * 60 * 1000

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow, using it is not: one for each time zone. */
const wallClockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  wallClocks.set(timeZone, made)
  return made
}

/** How far the clocks of a time zone are ahead of UTC at a moment. */
const offsetMs = (at: Date, timeZone: string): number => {
  const parts = wallClockOf(timeZone).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(at.getTime() / 1000) * 1000
}

/** How many hours the clocks of a time zone are behind UTC at a moment; negative: ahead. */
export const hoursBehind = (at: Date, timeZone: string): number => -offsetMs(at, timeZone) / 3_600_000

/** The moment at which clocks somewhere say so; a time that does not exist on that day becomes the one an hour later. */
const momentOf = (wall: number, near: Date, timeZone: string): Date => {
  // The offset of the day that it falls on; a second look where the first guess lies across the change.
  const guess = new Date(wall - offsetMs(near, timeZone))
  const there = new Date(wall - offsetMs(guess, timeZone))
  return new Date(wall - Math.min(offsetMs(there, timeZone), offsetMs(guess, timeZone)))
}

/**
 * So many days later where somebody is (earlier, when negative): the clocks on the wall say the same, also across a change
 * of daylight saving time.
 */
export const daysLater = (at: Date, days: number, timeZone: string): Date =>
  momentOf(at.getTime() + offsetMs(at, timeZone) + days * dayMs, at, timeZone)

/** Which day a moment is on where somebody is: counted, so that two can be compared. */
const dayOf = (at: Date, timeZone: string): number =>
  Math.floor((at.getTime() + offsetMs(at, timeZone)) / dayMs)

/** A full hour on the day of a moment, where somebody is. */
export const hourOfDay = (at: Date, hour: number, timeZone: string): Date =>
  momentOf(dayOf(at, timeZone) * dayMs + hour * (dayMs / 24), at, timeZone)

/** How many midnights lie between two moments where somebody is: within a day 0, to tomorrow 1. */
export const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  dayOf(to, timeZone) - dayOf(from, timeZone)
