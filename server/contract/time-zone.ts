import * as z from 'zod/mini'

/** A name of the IANA time zone database: `America/Tijuana`. */
export const TimeZone = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/))
export type TimeZone = z.infer<typeof TimeZone>

/**
 * The time zone that a browser reports. An unknown one is accepted, so that no customer is refused because the
 * browser's zone list is newer.
 */
export const BrowserZone = z.string().check(z.maxLength(64))

/** The new time zone of an ecosystem's days. */
export const TimeZoneChange = z.strictObject({ timeZone: TimeZone })
export type TimeZoneChange = z.infer<typeof TimeZoneChange>
