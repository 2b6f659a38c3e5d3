import * as z from 'zod/mini'

/** A name of the IANA time zone database: `America/Tijuana`. */
export const TimeZone = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/))
export type TimeZone = z.infer<typeof TimeZone>

/** What a browser says of where it is: nobody is turned away for a zone that only their browser knows. */
export const BrowserZone = z.string().check(z.maxLength(64))

/** Where the days of an ecosystem begin from now on. */
export const TimeZoneChange = z.strictObject({ timeZone: TimeZone })
export type TimeZoneChange = z.infer<typeof TimeZoneChange>
