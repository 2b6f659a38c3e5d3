import type { StripeSandbox } from '@waizant/stripe-sandbox'
import Stripe from 'stripe'
import { apiVersion } from '../payments/stripe/client.ts'

/** The official SDK, connected to the sandbox. */
export const stripeOf = ({ secretKey, url }: StripeSandbox): Stripe => {
  const { hostname, port } = new URL(url)
  return new Stripe(secretKey, { apiVersion, host: hostname, port, protocol: 'http', telemetry: false })
}

/** The data of the sandbox on the page of controls, newest first. */
export const overviewOf = async (sandbox: StripeSandbox) => {
  const stripe = stripeOf(sandbox)
  const [customers, subscriptions, invoices, events] = await Promise.all([
    stripe.customers.list({ limit: 100 }),
    stripe.subscriptions.list({ limit: 30, status: 'all' }),
    stripe.invoices.list({ limit: 30 }),
    stripe.events.list({ limit: 30 }),
  ])
  const names = new Map(customers.data.map(({ id, email, name }) => [id, name ?? email ?? id]))
  const nameOf = (customer: string | { id: string } | null) =>
    names.get(typeof customer === 'string' ? customer : (customer?.id ?? '')) ?? ''
  return {
    subscriptions: subscriptions.data.map((one) => ({
      id: one.id,
      customer: nameOf(one.customer),
      status: one.status,
      what: one.items.data.map((item) => item.price.lookup_key ?? item.price.id).join(', '),
      periodEnd: instant(one.items.data[0]?.current_period_end),
    })),
    invoices: invoices.data.map((one) => ({
      id: one.id!,
      number: one.number,
      customer: nameOf(one.customer as string),
      status: one.status,
      total: { amount: one.total, currency: one.currency.toUpperCase() },
      at: instant(one.created),
      url: one.hosted_invoice_url,
    })),
    events: events.data.map((one) => ({ id: one.id, type: one.type, at: instant(one.created) })),
  }
}

const instant = (seconds: number | undefined) => (seconds ? new Date(seconds * 1000).toISOString() : null)
