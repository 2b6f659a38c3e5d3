const dayMs = 24 * 60 * 60 * 1000

/** How far the clocks of a time zone are ahead of UTC at a moment. */
const offsetMs = (at: Date, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
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

/**
 * So many days later where somebody is (earlier, when negative): the clocks on the wall say the same, also across a change
 * of daylight saving time. A time that does not exist on that day becomes the one an hour later.
 */
export const daysLater = (at: Date, days: number, timeZone: string): Date => {
  const wall = at.getTime() + offsetMs(at, timeZone) + days * dayMs
  // The offset of the day that it falls on; a second look where the first guess lies across the change.
  const guess = new Date(wall - offsetMs(at, timeZone))
  const there = new Date(wall - offsetMs(guess, timeZone))
  return new Date(wall - Math.min(offsetMs(there, timeZone), offsetMs(guess, timeZone)))
}
