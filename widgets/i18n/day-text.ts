/**
 * A day in a person's words. The zone is required: the same moment is the same day in every browser, the one that it is
 * where the ecosystem is. A browser that is older than a zone's name shows its own day instead of nothing.
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

/** `3 de enero`, on the day that it is where the ecosystem is; with the year when that is months away, or `always`. */
export const dayOf = (
  at: string,
  language: string,
  { timeZone }: { timeZone: string },
  year = '',
): string => {
  const isFar = year === 'always' || Math.abs(Date.parse(at) - Date.now()) > monthsMs
  return dayText(at, language, timeZone, { day: 'numeric', month: 'long', ...(isFar && { year: 'numeric' }) })
}

/** Where this browser is; undefined where it does not say. */
export const browserZone = (): string | undefined => new Intl.DateTimeFormat().resolvedOptions().timeZone
