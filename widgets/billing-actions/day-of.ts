import { dayText } from '../day-text.ts'

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
