import { eq, isNull } from 'drizzle-orm'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../base/id.ts'
import { balanceMovements, ecosystems, events, invoices, subscriptions } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { handleEvent } from './handle.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ engine: 'postgres' })
})
afterAll(() => world.close())

const subscriber = async (): Promise<string> => {
  const body = { catalogue: 'erp', plan: 'basico', interval: 'month', currency: 'MXN' }
  return (await world.send('/sandbox/ecosystems', { body })).body.ecosystem
}

const subscriptionOf = async (ecosystem: string) => {
  const rows = await world.deps.db.select().from(subscriptions).where(eq(subscriptions.ecosystem, ecosystem))
  expect(rows).toHaveLength(1)
  return rows[0]!
}

const invoicesOf = async (ecosystem: string) =>
  (await world.deps.db.select().from(invoices).where(eq(invoices.ecosystem, ecosystem)))
    .map(({ providerId, status, total }) => ({ providerId, status, total }))
    .sort((one, other) => one.providerId.localeCompare(other.providerId))

/** Stores a second message of the provider about the same object, with any content. */
const keep = async (type: string, object: object) => {
  const id = newId('evt')
  await world.deps.db.insert(events).values({ id, type, payload: { data: { object } }, provider: 'stripe' })
  return id
}

it('uses the provider’s current state, never a message’s content', async () => {
  const ecosystem = await subscriber()
  const before = await subscriptionOf(ecosystem)
  const claimed = { object: 'subscription', id: before.providerId, status: 'canceled', items: { data: [] } }
  await handleEvent(world.deps, await keep('customer.subscription.deleted', claimed))
  const after = await subscriptionOf(ecosystem)
  const { syncedAt: _, syncSequence: __, ...received } = before
  expect(after).toMatchObject(received)
})

it('reaches one state when a message, and two about the same object, are handled at once', async () => {
  const { body } = await world.checkout({ plan: 'basico', interval: 'month' })
  world.stripe.faults({ webhooks: { drop: true } })
  await world.pay(body.id, '4242424242424242')
  world.stripe.faults({ webhooks: { drop: false } })
  const { data } = await stripeOf(world.stripe).events.list({ limit: 30 })
  const completed = data.find(({ type }) => type === 'checkout.session.completed')!
  const one = await keep(completed.type, completed.data.object)
  const other = await keep(completed.type, completed.data.object)
  await Promise.all([one, one, other, one, other].map((id) => handleEvent(world.deps, id)))
  await world.settled()
  const { ecosystem } = (await world.send(`/v1/checkouts/${body.id}`)).body
  const { email } = (completed.data.object as Stripe.Checkout.Session).customer_details!
  const made = await world.deps.db.select().from(ecosystems).where(eq(ecosystems.email, email!))
  expect(made.map(({ id }) => id)).toEqual([ecosystem])
  expect((await subscriptionOf(ecosystem)).live).toBe(true)
  expect(await invoicesOf(ecosystem)).toHaveLength(1)
})

it('reaches the provider’s state when messages arrive late, twice and in reverse order', async () => {
  const ecosystem = await subscriber()
  const { providerId } = await subscriptionOf(ecosystem)
  const stripe = stripeOf(world.stripe)
  world.stripe.faults({ webhooks: { duplicate: true, reorder: true } })
  for (const cancel_at_period_end of [true, false, true])
    await stripe.subscriptions.update(providerId, { cancel_at_period_end })
  await stripe.subscriptions.cancel(providerId)
  await world.settled()
  world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
  expect(await subscriptionOf(ecosystem)).toMatchObject({ providerStatus: 'canceled', live: false })
  const { data } = await stripe.invoices.list({ subscription: providerId })
  expect(await invoicesOf(ecosystem)).toEqual(
    data
      .map(({ id, status, total }) => ({ providerId: id, status, total }))
      .sort((one, other) => one.providerId!.localeCompare(other.providerId!)),
  )
})

it('asks the provider once for a burst of messages, and again for one that arrived after the question', async () => {
  const ecosystem = await subscriber()
  const { providerId } = await subscriptionOf(ecosystem)
  await world.settled()
  const asked = vi.spyOn(world.deps.payments, 'subscription')
  const about = { object: 'subscription', id: providerId }
  const burst: string[] = []
  for (let one = 0; one < 10; one++) burst.push(await keep('customer.subscription.updated', about))

  await Promise.all(burst.slice(0, 5).map((id) => handleEvent(world.deps, id)))
  for (const id of burst.slice(5)) await handleEvent(world.deps, id)
  expect(asked).toHaveBeenCalledTimes(1)

  await handleEvent(world.deps, await keep('customer.subscription.updated', about))
  expect(asked).toHaveBeenCalledTimes(2)
  const unhandled = await world.deps.db.select().from(events).where(isNull(events.handledAt))
  expect(unhandled).toEqual([])
  asked.mockRestore()
})

it('asks the provider again when the first answer was lost before it was stored', async () => {
  const ecosystem = await subscriber()
  const { providerId } = await subscriptionOf(ecosystem)
  const stripe = stripeOf(world.stripe)
  world.stripe.faults({ webhooks: { drop: true } })
  await stripe.subscriptions.update(providerId, { cancel_at_period_end: true })
  world.stripe.faults({ webhooks: { drop: false } })
  const message = await keep('customer.subscription.updated', { object: 'subscription', id: providerId })

  const lost = vi.spyOn(world.deps.payments, 'balance').mockRejectedValueOnce(new Error('The line broke.'))
  await expect(handleEvent(world.deps, message)).rejects.toThrow('The line broke.')
  await handleEvent(world.deps, message)
  lost.mockRestore()
  expect((await subscriptionOf(ecosystem)).cancelAt).not.toBeNull()
})

it('mirrors the credit too when a checkout has just read the subscription', async () => {
  const stripe = stripeOf(world.stripe)
  const { body } = await world.checkout({ email: 'eva@saldo.mx', company: 'Saldo', plan: 'basico' })
  world.stripe.faults({ webhooks: { drop: true } })
  await world.pay(body.id, '4242424242424242')
  const { data } = await stripe.events.list({ type: 'checkout.session.completed', limit: 1 })
  const session = data[0]!.data.object as Stripe.Checkout.Session
  await stripe.customers.createBalanceTransaction(session.customer as string, {
    amount: -5_000,
    currency: 'mxn',
  })
  const credited = await keep('customer.updated', { object: 'customer', id: session.customer })
  await handleEvent(world.deps, await keep('checkout.session.completed', session))
  await handleEvent(world.deps, credited)
  await world.settled()
  world.stripe.faults({ webhooks: { drop: false } })
  const { ecosystem } = (await world.send(`/v1/checkouts/${body.id}`)).body
  const movements = await world.deps.db
    .select({ amount: balanceMovements.amount })
    .from(balanceMovements)
    .where(eq(balanceMovements.ecosystem, ecosystem))
  expect(movements).toContainEqual({ amount: 5_000 })
})
