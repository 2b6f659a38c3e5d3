import { newId } from '../base/id.ts'
import { stripeOf } from '../sandbox/console.ts'
import type { World } from './world.ts'

export type Customer = Awaited<ReturnType<typeof newCustomer>>

interface Wanted {
  catalogue: 'erp' | 'waizant'
  plan: string
  interval?: 'month' | 'year'
  currency?: 'MXN' | 'USD'
  licences?: number
  encounters?: number
  card?: string
  locale?: 'es-MX' | 'en'
  timeZone?: string
}

/** A paying ecosystem with a signed-in member: their API requests, and the provider's data of them. */
export const newCustomer = async (world: Pick<World, 'send' | 'signIn' | 'stripe'>, wanted: Wanted) => {
  const currency = wanted.catalogue === 'erp' ? 'MXN' : 'USD'
  const body = { company: newId('Empresa').slice(0, 20), currency, ...wanted }
  const made = await world.send('/sandbox/ecosystems', { body })
  const id = made.body.ecosystem as string
  const path = (rest: string) => `/v1/ecosystems/${id}/${rest}`
  const signedIn = await world.signIn(id)
  const stripe = stripeOf(world.stripe)
  const all = await stripe.customers.list({ limit: 100 })
  const provider = all.data.find(({ metadata }) => metadata.ecosystem === id)!.id

  const get = async (rest: string) => (await world.send(path(rest), { headers: signedIn })).body
  const post = (rest: string, content: object, key: string = newId('key')) =>
    world.send(path(rest), { body: content, headers: { ...signedIn, 'Idempotency-Key': key } })
  return {
    id,
    provider,
    stripe,
    signedIn,
    get,
    post,
    put: (rest: string, content: object) =>
      world.send(path(rest), { method: 'PUT', body: content, headers: signedIn }),
    delete: (rest: string) => world.send(path(rest), { method: 'DELETE', headers: signedIn }),
    preview: (plan: string, interval = 'month') => post('plan-changes/preview', { plan, interval }),
    confirm: (quoteId: string, key?: string) => post('plan-changes', { quoteId }, key),
    use: (service: string, units: number, usageId = newId('use')) =>
      post(`services/${service}/usage`, { units, usageId }),
    billing: () => get('billing'),
    /** Every invoice at the provider, newest first. */
    invoices: async () => (await stripe.invoices.list({ customer: provider, limit: 100 })).data,
    subscription: async () =>
      (await stripe.subscriptions.list({ customer: provider, status: 'all', limit: 1 })).data[0]!,
    /** Everything that could change, here and at the provider: for tests that nothing did. */
    everything: async () => {
      const [subscriptions, invoices, customer, items, intents] = await Promise.all([
        stripe.subscriptions.list({ customer: provider, status: 'all' }),
        stripe.invoices.list({ customer: provider, limit: 100 }),
        stripe.customers.retrieve(provider),
        stripe.invoiceItems.list({ customer: provider, limit: 100 }),
        stripe.paymentIntents.list({ customer: provider, limit: 100 }),
      ])
      return {
        billing: await get('billing'),
        invoices: await get('invoices'),
        balance: await get('balance'),
        tickets: (await world.send(`/sandbox/ecosystems/${id}/tickets`)).body,
        provider: {
          subscriptions: subscriptions.data,
          // A declined charge and its void invoice leave a trace, but no money moves.
          invoices: invoices.data.filter(({ status }) => status !== 'void'),
          balance: customer.deleted ? null : customer.balance,
          items: items.data,
          paid: intents.data.filter(({ status }) => status === 'succeeded'),
        },
      }
    },
    give: (amount: number) =>
      stripe.customers.createBalanceTransaction(provider, {
        amount: -amount,
        currency: body.currency.toLowerCase(),
      }),
    card: (number: string) => world.stripe.saveCard(provider, number),
    users: (count: number) => world.send(`/sandbox/ecosystems/${id}/users`, { body: { count } }),
  }
}
