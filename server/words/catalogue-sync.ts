import type { Locale } from '#contract/locale'

const words = {
  'wrong-mode': {
    'es-MX': 'Las llaves no son de este entorno: producción cobra dinero real, y solo producción.',
    en: 'The keys are not of this environment: production moves real money, and nothing else does.',
  },
  'wrong-account': {
    'es-MX': 'Las llaves son de otra cuenta de Stripe que la de este entorno.',
    en: 'The keys belong to another Stripe account than this environment’s.',
  },
  unreachable: {
    'es-MX': 'Stripe no responde. Intenta de nuevo en un momento.',
    en: 'Stripe does not answer. Try again in a moment.',
  },
  'bad-keys': {
    'es-MX': 'Stripe no acepta las llaves de este entorno.',
    en: 'Stripe does not accept the keys of this environment.',
  },
  'not-configured': {
    'es-MX': 'Faltan las llaves de este entorno.',
    en: 'The keys of this environment are not set.',
  },
} as const

export type SyncProblem = keyof typeof words

/** Why an environment is not in sync, as text for a person. */
export const syncProblem = (code: SyncProblem, locale: Locale): string => words[code][locale]
