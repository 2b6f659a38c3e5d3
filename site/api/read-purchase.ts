import type { Checkout, CheckoutStatus } from '#contract/checkout'
import { catalogueOf, catalogues } from '../catalogues.ts'
import { type Locale, routes } from '../routes.ts'
import { ask } from './ask.ts'

/** What a returning buyer should see. */
export interface Purchase {
  status: CheckoutStatus | 'unknown' | 'unavailable'
  checkout?: Checkout
  /** The one link that helps in this status. */
  action: string
}

const actionOf = (checkout: Checkout, locale: Locale, here: string): string => {
  const { status, catalogue, plan } = checkout
  if (status === 'complete') return routes.home[locale]
  if (status === 'pending') return here
  const known = catalogueOf(catalogue)
  if (status === 'open' || !known) return routes[known ? catalogues[known].route : 'pricing'][locale]
  return `${routes.buy[locale]}?${new URLSearchParams({ catalogue: known, plan })}`
}

export const readPurchase = async (locals: App.Locals, url: URL, locale: Locale): Promise<Purchase> => {
  const id = url.searchParams.get('checkout')
  const here = url.pathname + url.search
  if (!id) return { status: 'unknown', action: routes.pricing[locale] }
  const answer = await ask<Checkout>(locals, `/v1/checkouts/${encodeURIComponent(id)}`).catch(() => null)
  if (answer?.ok) {
    const checkout = answer.value
    return { status: checkout.status, checkout, action: actionOf(checkout, locale, here) }
  }
  return answer && answer.status < 500
    ? { status: 'unknown', action: routes.pricing[locale] }
    : { status: 'unavailable', action: here }
}
