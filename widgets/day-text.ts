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

/** Where this browser is; undefined where it does not say. */
export const browserZone = (): string | undefined => new Intl.DateTimeFormat().resolvedOptions().timeZone
