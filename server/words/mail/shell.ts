import type { Locale } from '#contract/locale'
import type { Interval } from '#contract/money'

interface ShellWords {
  every: Record<Interval, string>
  /** The number of days from today; past ones read as today. */
  away: (days: number) => string
  card: (brand: string, last4: string) => string
  /** The reason why the reader gets this mail. */
  why: (company: string) => string
  unsubscribe: string
}

/** The texts that every mail has. */
export const shellWords: Record<Locale, ShellWords> = {
  'es-MX': {
    every: { month: 'mensual', year: 'anual' },
    away: (days) => (days <= 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`),
    card: (brand, last4) => `${brand} terminada en ${last4}`,
    why: (company) => `Te escribimos porque administras la cuenta de ${company} en Waizant.`,
    unsubscribe: 'No quiero más avisos como este',
  },
  en: {
    every: { month: 'monthly', year: 'yearly' },
    away: (days) => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
    card: (brand, last4) => `${brand} ending in ${last4}`,
    why: (company) => `You get this mail because you manage the account of ${company} at Waizant.`,
    unsubscribe: 'Stop notices like this one',
  },
}
