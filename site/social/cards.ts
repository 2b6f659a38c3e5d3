import { type Locale, locales, type RouteName, routes } from '../routes.ts'
import { apiReference } from '../words/api-reference.ts'
import { contactWords } from '../words/contact.ts'
import { home } from '../words/home.ts'
import { pricing } from '../words/pricing.ts'
import { securityWords } from '../words/security.ts'
import { social } from '../words/social.ts'
import { trialWords } from '../words/trial.ts'
import type { Motif } from './motifs.ts'

/** The picture of a page for shared links. */
export interface Card {
  /** The address of the page. */
  address: string
  title: string
  lead: string
  motif: Motif
}

type CardContent = Omit<Card, 'address'>

const contents: Partial<Record<RouteName, (locale: Locale) => CardContent>> = {
  home: (locale) => ({ title: home[locale].heading, lead: social[locale].home, motif: 'bill' }),
  pricing: (locale) => ({ title: pricing[locale].erp.heading, lead: social[locale].pricing, motif: 'plans' }),
  waizantPricing: (locale) => ({
    title: pricing[locale].waizant.heading,
    lead: social[locale].waizantPricing,
    motif: 'plans',
  }),
  trial: (locale) => ({ title: trialWords[locale].heading, lead: social[locale].trial, motif: 'days' }),
  contact: (locale) => ({ title: contactWords[locale].heading, lead: social[locale].contact, motif: 'form' }),
  security: (locale) => ({
    title: securityWords[locale].heading,
    lead: social[locale].security,
    motif: 'shield',
  }),
  docs: (locale) => ({ title: social[locale].docsTitle, lead: social[locale].docs, motif: 'code' }),
  api: (locale) => ({ title: apiReference[locale].heading, lead: social[locale].api, motif: 'code' }),
}

export const cards: readonly Card[] = locales.flatMap((locale) =>
  Object.entries(contents).map(([name, contentOf]) => ({
    address: routes[name as RouteName][locale],
    ...contentOf(locale),
  })),
)
