const dayMs = 24 * 60 * 60 * 1000

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Creating a format is slow and using it is fast: one is cached for each time zone. */
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

/** How far the local clocks of a time zone are ahead of UTC at a moment. */
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

/** How many hours the local clocks of a time zone are behind UTC at a moment; negative: ahead. */
export const hoursBehind = (at: Date, timeZone: string): number => -offsetMs(at, timeZone) / 3_600_000

/**
 * The moment at which local clocks show a time. A time that does not exist on that day becomes the time an hour
 * later.
 */
const momentOf = (wall: number, near: Date, timeZone: string): Date => {
  // Uses the offset of that day; computes it twice in case the first guess is on the other side of a clock
  // change.
  const guess = new Date(wall - offsetMs(near, timeZone))
  const there = new Date(wall - offsetMs(guess, timeZone))
  return new Date(wall - Math.min(offsetMs(there, timeZone), offsetMs(guess, timeZone)))
}

/**
 * A number of days later in a time zone (earlier, when negative), at the same local time, also across a change
 * of daylight saving time.
 */
export const daysLater = (at: Date, days: number, timeZone: string): Date =>
  momentOf(at.getTime() + offsetMs(at, timeZone) + days * dayMs, at, timeZone)

/** The number of a moment's local day, so that two days can be compared. */
const dayOf = (at: Date, timeZone: string): number =>
  Math.floor((at.getTime() + offsetMs(at, timeZone)) / dayMs)

/** A full hour on a moment's local day. */
export const hourOfDay = (at: Date, hour: number, timeZone: string): Date =>
  momentOf(dayOf(at, timeZone) * dayMs + hour * (dayMs / 24), at, timeZone)

/** The number of local midnights between two moments: 0 within a day, 1 to tomorrow. */
export const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  dayOf(to, timeZone) - dayOf(from, timeZone)
