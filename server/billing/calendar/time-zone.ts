/** Where the seller's own days begin, and a customer's until another zone is known. */
export const sellersTimeZone = 'America/Mexico_City'

/**
 * A zone as this server's time zone database writes it; null where it has none by that name. Zones come and go with the
 * database's editions, so a browser may know one that the server does not. An offset such as `+05:00` is no zone: it has no
 * daylight saving time, and older browsers can't show it.
 */
export const knownTimeZone = (name: string): string | null => {
  if (!/^[a-z]/i.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
