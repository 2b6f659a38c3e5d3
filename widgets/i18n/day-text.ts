/**
 * A date in readable form. The time zone is required: a moment must show the same date in every browser, that of the
 * ecosystem's time zone. A browser too old to know the zone shows its own date.
 */
export const dayText = (
  at: string | number,
  language: string,
  timeZone: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string => {
  const format = (zone?: string) => new Intl.DateTimeFormat(language, { ...style, timeZone: zone })
  try {
    return format(timeZone).format(new Date(at))
  } catch {
    return format().format(new Date(at))
  }
}

const monthsMs = 300 * 86_400_000

/** `3 de enero`, in the ecosystem's time zone; with the year when the date is months away, or `always`. */
export const dayOf = (
  at: string,
  language: string,
  { timeZone }: { timeZone: string },
  year = '',
): string => {
  const isFar = year === 'always' || Math.abs(Date.parse(at) - Date.now()) > monthsMs
  return dayText(at, language, timeZone, { day: 'numeric', month: 'long', ...(isFar && { year: 'numeric' }) })
}

/** The browser's time zone; undefined when it does not say. */
export const browserZone = (): string | undefined => new Intl.DateTimeFormat().resolvedOptions().timeZone
