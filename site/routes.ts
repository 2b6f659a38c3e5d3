import type { Locale } from '#contract/locale'

export type { Locale }

export const locales = ['es-MX', 'en'] as const satisfies readonly Locale[]

/** Every page that a visitor can reach, by name, in each language. */
export const routes = {
  home: { 'es-MX': '/', en: '/en/' },
  pricing: { 'es-MX': '/precios', en: '/en/pricing' },
  waizantPricing: { 'es-MX': '/waizant/precios', en: '/en/waizant/pricing' },
  buy: { 'es-MX': '/comprar', en: '/en/buy' },
  trial: { 'es-MX': '/prueba', en: '/en/trial' },
  contact: { 'es-MX': '/contacto', en: '/en/contact' },
  thanks: { 'es-MX': '/gracias', en: '/en/thanks' },
  security: { 'es-MX': '/seguridad', en: '/en/security' },
  terms: { 'es-MX': '/terminos', en: '/en/terms' },
  privacy: { 'es-MX': '/privacidad', en: '/en/privacy' },
  account: { 'es-MX': '/cuenta', en: '/en/account' },
  admin: { 'es-MX': '/admin', en: '/en/admin' },
  docs: { 'es-MX': '/docs', en: '/en/docs' },
  api: { 'es-MX': '/docs/api', en: '/en/docs/api' },
} as const satisfies Record<string, Record<Locale, string>>

export type RouteName = keyof typeof routes

/** Where one page is in each language. */
export type Addresses = Readonly<Record<Locale, string>>

/** The routes for search engines; the others belong to one visitor's purchase. */
export const publicRoutes = [
  'home',
  'pricing',
  'waizantPricing',
  'trial',
  'contact',
  'security',
] as const satisfies RouteName[]

export const localeOfPath = (path: string): Locale => (/^\/en(\/|$)/.test(path) ? 'en' : 'es-MX')

export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'es-MX' : 'en')
