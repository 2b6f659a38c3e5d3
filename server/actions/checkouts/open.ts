import type { CheckoutOpened, CheckoutRequest } from '#contract/checkout'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { secretIdFor } from '../../base/id.ts'
import { knownTimeZone, sellersTimeZone } from '../../billing/calendar/time-zone.ts'
import { checkoutPrices } from '../../billing/catalogue/prices.ts'
import type { CatalogueSnapshot } from '../../billing/catalogue/snapshot.ts'
import { canStillOpen } from '../../billing/checkouts/can-still-open.ts'
import { type FirstPeriod, firstPeriod } from '../../billing/checkouts/first-period.ts'
import { offeredVersion, offerOf } from '../../db/catalogue/snapshots.ts'
import { type CheckoutRow, setCheckoutPage, setOpening } from '../../db/checkouts/checkouts.ts'
import { customerOf } from '../../db/ecosystems/customers.ts'
import { signingKey } from '../../db/notifications/signing-key.ts'
import type { Deps } from '../../deps.ts'
import type { CheckoutOrder } from '../../payments/port.ts'
import { reserveCheckout } from './reserve.ts'
import { type Caller, refuseSubscribed } from './resolve-ecosystem.ts'

/** A provider's page may stay open for a day at most. */
const openForMs = 23 * 60 * 60 * 1000

/** Longer than opening a page takes: a process that is still opening it after this time has crashed. */
const openingMs = 60_000

/**
 * Opens a payment page for what the buyer chose; every amount comes from the catalogue. The id is derived from
 * the buyer's idempotency key, so that an interrupted request resumes where it stopped and other buyers can't
 * guess it. A buyer has one open checkout, so that one purchase can't be paid twice.
 */
export const openCheckout = async (
  deps: Deps,
  request: CheckoutRequest,
  caller: Caller & { key: string; locale: Locale },
): Promise<CheckoutOpened> => {
  refuseForeign(deps, [request.successUrl, request.cancelUrl])
  const now = deps.clock.now()
  const offer = await offerOf(deps.db, request.catalogue, now)
  if (!offer) throw new BillingError('unknown-catalogue', { catalogue: request.catalogue })
  refuseGateway(offer, request.gateway)
  const { plan, prices } = checkoutPrices(offer, request)
  await refuseSubscribed(deps, request, caller)
  const secret = await signingKey(deps.db, 'checkout-ids')
  const id = secretIdFor('chk', caller.key, secret)
  const timeZone = timeZoneOf(request, caller)
  const expiresAt = expiryOf(now, firstPeriod(offer.policy, { prices, at: now, timeZone }))
  const wanted = rowOf(request, { id, version: plan.versionId, caller, now, timeZone, expiresAt })
  const row = await reserveCheckout(deps, wanted)
  if (row.url) return answer(row, row.url)
  const order = await orderOf(deps, offer, row)
  if (!canStillOpen(order, now)) throw new BillingError('purchase-expired')

  const page = await openPage(deps, order)
  if (!(await setCheckoutPage(deps.db, row.id, page))) {
    // Another request of the same buyer was faster: this page must not stay open next to its page.
    await deps.payments.closeCheckout(page.providerId)
    throw new BillingError('request-in-progress')
  }
  return answer(row, page.url)
}

/** While the page is being opened, other requests of the same buyer wait. If opening fails, they need not. */
const openPage = async (deps: Deps, order: CheckoutOrder) => {
  await setOpening(deps.db, order.id, new Date(deps.clock.now().getTime() + openingMs))
  try {
    return await deps.payments.openCheckout(order)
  } catch (error) {
    await setOpening(deps.db, order.id, null)
    throw error
  }
}

const refuseForeign = ({ settings }: Deps, urls: string[]) => {
  if (urls.some((url) => !settings.isAllowedOrigin(new URL(url).origin)))
    throw new BillingError('return-url-not-allowed')
}

const refuseGateway = ({ policy }: CatalogueSnapshot, gateway: CheckoutRequest['gateway'] = 'stripe') => {
  if (gateway !== 'stripe' || !policy.gateways.includes(gateway))
    throw new BillingError('gateway-not-available')
}

const timeZoneOf = ({ timeZone }: CheckoutRequest, { ecosystem }: Caller): string =>
  ecosystem?.timeZone ?? knownTimeZone(timeZone ?? '') ?? sellersTimeZone

/** A page never outlives the moment from which the days before the first 1st cost too little to be charged. */
const expiryOf = (now: Date, first: FirstPeriod | null): Date => {
  const latest = now.getTime() + openForMs
  return new Date(first && !first.isFree ? Math.min(latest, first.chargeableUntil.getTime()) : latest)
}

interface OrderToOpen {
  id: string
  version: string
  caller: Caller & { locale: Locale }
  now: Date
  timeZone: string
  expiresAt: Date
}

const rowOf = (request: CheckoutRequest, { id, version, caller, now, timeZone, expiresAt }: OrderToOpen) => {
  const successUrl = new URL(request.successUrl)
  successUrl.searchParams.set('checkout', id)
  const payer = caller.ecosystem
  const buyer = payer ? `ecosystem:${payer.id}` : request.buyer ? `buyer:${request.buyer}` : null
  return {
    id,
    version,
    buyer,
    catalogue: request.catalogue,
    interval: request.interval,
    currency: request.currency,
    licences: request.licences ?? 0,
    email: request.email ?? caller.email,
    company: request.company ?? payer?.company ?? null,
    locale: request.locale ?? caller.locale,
    timeZone,
    ecosystem: payer?.id ?? null,
    status: 'open' as const,
    successUrl: successUrl.href,
    cancelUrl: request.cancelUrl,
    expiresAt,
    createdAt: now,
    openingUntil: new Date(now.getTime() + openingMs),
  }
}

/**
 * The order for the provider, built from the row alone: a second try sends the same, even if a new version was
 * published since.
 */
const orderOf = async (deps: Deps, offer: CatalogueSnapshot, row: CheckoutRow): Promise<CheckoutOrder> => {
  const version = (await offeredVersion(deps.db, row.version))!
  const { id, interval, currency, licences } = row
  const { prices } = checkoutPrices(
    { ...offer, plans: [version] },
    { plan: version.id, interval, currency, licences },
  )
  const customer = row.ecosystem && (await customerOf(deps.db, row.ecosystem, currency))
  return {
    id,
    prices,
    firstPeriod: firstPeriod(offer.policy, { prices, at: row.createdAt, timeZone: row.timeZone }),
    expiresAt: row.expiresAt,
    locale: row.locale,
    successUrl: row.successUrl,
    cancelUrl: row.cancelUrl,
    ...(customer && { customer }),
    ...(row.email && { email: row.email }),
    ...(row.company && { company: row.company }),
  }
}

const answer = ({ id, expiresAt }: CheckoutRow, url: string): CheckoutOpened => ({
  id,
  url,
  expiresAt: expiresAt.toISOString(),
})
