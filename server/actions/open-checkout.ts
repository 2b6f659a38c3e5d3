import { eq } from 'drizzle-orm'
import type { CheckoutOpened, CheckoutRequest } from '#contract/checkout'
import type { Locale } from '#contract/locale'
import { checkoutPrices } from '../billing/checkout-prices.ts'
import { statusAt } from '../billing/ecosystem-status.ts'
import { BillingError } from '../billing-error.ts'
import * as store from '../db/checkouts.ts'
import { type Ecosystem, ecosystemById } from '../db/ecosystems.ts'
import { offerOf } from '../db/offers.ts'
import { customers } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import { idFor } from '../id.ts'
import type { CheckoutOrder } from '../payments/port.ts'
import { syncCheckout } from './sync-checkout.ts'

/** A provider's page may stay open for a day at most. */
const openForMs = 23 * 60 * 60 * 1000

/**
 * Opens a checkout for what the buyer chose. The id comes from the idempotency key, so a try that was
 * interrupted is taken up where it stopped. A buyer has one open checkout: the older one is closed first,
 * at the provider too, so that one intention can't be paid twice.
 */
export const openCheckout = async (
  deps: Deps,
  request: CheckoutRequest,
  caller: { key: string; locale: Locale },
): Promise<CheckoutOpened> => {
  for (const url of [request.successUrl, request.cancelUrl])
    if (!deps.settings.isAllowedOrigin(new URL(url).origin)) throw new BillingError('return-url-not-allowed')
  const at = deps.clock.now()
  const offer = await offerOf(deps.db, request.catalogue, at)
  if (!offer) throw new BillingError('unknown-catalogue', { catalogue: request.catalogue })
  const gateway = request.gateway ?? 'stripe'
  if (gateway !== 'stripe' || !offer.policy.gateways.includes(gateway))
    throw new BillingError('gateway-not-available')
  const { plan, prices } = checkoutPrices(offer, request)
  const payer = request.ecosystem ? await payingEcosystem(deps, request.ecosystem, request.catalogue) : null

  const id = idFor('chk', caller.key)
  const email = request.email ?? payer?.email ?? null
  const company = request.company ?? payer?.company ?? null
  const successUrl = new URL(request.successUrl)
  successUrl.searchParams.set('checkout', id)
  const row = {
    id,
    catalogue: offer.catalogue,
    version: plan.versionId,
    interval: request.interval,
    currency: request.currency,
    licences: request.licences ?? 0,
    email,
    company,
    locale: request.locale ?? caller.locale,
    buyer: payer ? `ecosystem:${payer.id}` : request.buyer ? `buyer:${request.buyer}` : null,
    ecosystem: payer?.id ?? null,
    status: 'open' as const,
    successUrl: successUrl.href,
    cancelUrl: request.cancelUrl,
    expiresAt: new Date(at.getTime() + openForMs),
    createdAt: at,
  }
  const opened = await claim(deps, row)
  if (opened.url) return answer(opened)

  const order: CheckoutOrder = {
    id,
    prices,
    billingDay: offer.policy.billingDay,
    at: opened.createdAt,
    expiresAt: opened.expiresAt,
    locale: row.locale,
    ...(email && { email }),
    ...(company && { company }),
    ...(payer && (await customerOf(deps, payer, request.currency))),
    successUrl: row.successUrl,
    cancelUrl: row.cancelUrl,
  }
  const page = await deps.payments.openCheckout(order)
  if (!(await store.setCheckoutPage(deps.db, id, page))) {
    await deps.payments.closeCheckout(page.providerId)
    throw new BillingError('request-in-progress')
  }
  return answer({ ...opened, ...page })
}

const answer = (row: { id: string; url: string | null; expiresAt: Date }): CheckoutOpened => ({
  id: row.id,
  url: row.url!,
  expiresAt: row.expiresAt.toISOString(),
})

/** Makes the row ours, closing what the same buyer had open; a checkout that got paid meanwhile refuses. */
const claim = async (
  deps: Deps,
  row: Parameters<typeof store.insertCheckout>[1],
): Promise<store.CheckoutRow> => {
  for (let tries = 0; tries < 5; tries++) {
    await store.insertCheckout(deps.db, row)
    const mine = await store.checkoutById(deps.db, row.id)
    if (mine?.status === 'open') return mine
    if (mine) throw new BillingError(mine.status === 'expired' ? 'request-in-progress' : 'checkout-complete')
    const other = row.buyer
      ? await store.otherOpenCheckout(deps.db, { id: row.id, catalogue: row.catalogue, buyer: row.buyer })
      : null
    if (other) await close(deps, other)
  }
  throw new BillingError('request-in-progress')
}

const close = async (deps: Deps, other: store.CheckoutRow) => {
  if (!other.providerId) return store.moveCheckout(deps.db, other.id, 'open', 'expired')
  const { status } = await deps.payments.closeCheckout(other.providerId)
  if (status === 'expired') return store.moveCheckout(deps.db, other.id, 'open', 'expired')
  await syncCheckout(deps, other.id)
  throw new BillingError('checkout-complete', { checkout: other.id })
}

/** Who may be paid for without signing in: an ecosystem without a subscription. Others are not told of. */
const payingEcosystem = async (deps: Deps, id: string, catalogue: string): Promise<Ecosystem> => {
  const ecosystem = await ecosystemById(deps.db, id)
  if (!ecosystem || ecosystem.catalogue !== catalogue) throw new BillingError('not-found')
  const status = statusAt(ecosystem, deps.clock.now())
  const payable =
    status === 'trialing' || status === 'canceled' || (status === 'suspended' && ecosystem.trialEndsAt)
  if (!payable) throw new BillingError('already-subscribed')
  return ecosystem
}

const customerOf = async (
  deps: Deps,
  ecosystem: Ecosystem,
  currency: string,
): Promise<{ customer?: string }> => {
  const rows = await deps.db.select().from(customers).where(eq(customers.ecosystem, ecosystem.id))
  const customer = rows.find((row) => row.currency === currency)?.providerId
  return customer ? { customer } : {}
}
