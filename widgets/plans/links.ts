import type { Interval } from '#contract/money'
import type { Plan } from '#contract/plan'
import type { PlanAction } from '../events/plan-select.ts'

const pages: Record<'es' | 'en', Record<PlanAction, string>> = {
  es: { buy: '/comprar', trial: '/prueba', contact: '/contacto', change: '/comprar' },
  en: { buy: '/en/buy', trial: '/en/trial', contact: '/en/contact', change: '/en/buy' },
}

const pagesIn = (locale: string) => pages[locale.startsWith('es') ? 'es' : 'en']

/** What pressing the button of a plan means. */
export const actionOf = (plan: Plan): PlanAction =>
  plan.trialPlan ? 'trial' : plan.contactSales || !(plan.prices.month ?? plan.prices.year) ? 'contact' : 'buy'

/** The page of the billing server that does the same without JavaScript. */
export const actionHref = (
  action: PlanAction,
  at: { server: string; locale: string; catalogue: string; currency: string },
  plan: string,
  interval: Interval,
): string => {
  const search = new URLSearchParams({ catalogue: at.catalogue })
  if (action !== 'trial') search.set('plan', plan)
  if (action === 'buy' || action === 'change') {
    search.set('interval', interval)
    search.set('currency', at.currency)
  }
  return `${at.server}${pagesIn(at.locale)[action]}?${search}`
}

/** Where the buyer returns to after paying, unless the host says otherwise. */
export const thanksHref = (server: string, locale: string): string =>
  `${server}${locale.startsWith('es') ? '/gracias' : '/en/thanks'}`

export const pricingHref = (server: string, locale: string): string =>
  `${server}${locale.startsWith('es') ? '/precios' : '/en/pricing'}`
