import type { Billing } from '#contract/billing'

const monthsMs = 300 * 86_400_000

/** `3 de enero`, on the day that it is where the ecosystem is; with the year when that is months away, or `always`. */
export const dayOf = (
  at: string,
  language: string,
  { timeZone }: Pick<Billing, 'timeZone'>,
  year = '',
): string => {
  const date = new Date(at)
  const isFar = year === 'always' || Math.abs(date.getTime() - Date.now()) > monthsMs
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    ...(isFar && { year: 'numeric' }),
    timeZone,
  }).format(date)
}
