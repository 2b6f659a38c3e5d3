const dayMs = 24 * 60 * 60 * 1000

/** The calendar day of a moment in a time zone, as the UTC midnight of the same date. */
const dayIn = (at: Date, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)
  return Date.parse(`${parts}T00:00:00Z`)
}

/** How many midnights lie between two moments where somebody is: today is 0, tomorrow 1. */
export const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  Math.round((dayIn(to, timeZone) - dayIn(from, timeZone)) / dayMs)
