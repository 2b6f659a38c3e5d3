/** The seller's time zone, and a customer's until another one is known. */
export const sellersTimeZone = 'America/Mexico_City'

/**
 * A time zone as this server's time zone database spells it; null when the name is unknown. Zones change with
 * the database's editions, so a browser may know one that the server does not. An offset such as `+05:00` is
 * refused: it has no daylight saving time, and older browsers can't format it.
 */
export const knownTimeZone = (name: string): string | null => {
  if (!/^[a-z]/i.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
