import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { balanceMovements, customers, events, invoices, subscriptions } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { backfillMissedEvents } from './backfill-missed.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const subscriber = async (more: object = {}): Promise<string> => {
  const body = { catalogue: 'erp', plan: 'pro', interval: 'month', currency: 'MXN', ...more }
  const made = await world.send('/sandbox/ecosystems', { body })
  expect(made.status).toBe(201)
  return made.body.ecosystem
}

/** The provider's own data of an ecosystem, in the shape of our mirrors. */
const truthOf = async (ecosystem: string) => {
  const stripe = stripeOf(world.stripe)
  const { db } = world.deps
  const [owner] = await db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  const customer = owner!.providerId
  const [subscription] = (await stripe.subscriptions.list({ customer, status: 'all' })).data
  const [item] = subscription!.items.data
  const { data: bills } = await stripe.invoices.list({ customer, limit: 100 })
  const { data: ledger } = await stripe.customers.listBalanceTransactions(customer, { limit: 100 })
  return {
    subscription: {
      id: subscription!.id,
      status: subscription!.status,
      start: item!.current_period_start,
      end: item!.current_period_end,
      cancelAt: subscription!.cancel_at ?? subscription!.ended_at,
    },
    invoices: bills
      .map((one) => ({
        id: one.id,
        number: one.number,
        status: one.status,
        currency: one.currency.toUpperCase(),
        total: one.total,
        paid: one.amount_paid,
        lines: one.lines.data.map((line) => [line.description, line.amount]),
        at: one.created,
        paidAt: one.status_transitions.paid_at,
      }))
      .sort((one, other) => one.id!.localeCompare(other.id!)),
    ledger: ledger
      .map((one) => ({ id: one.id, amount: -one.amount, reason: one.type, at: one.created }))
      .sort((one, other) => one.id.localeCompare(other.id)),
  }
}

const seconds = (date: Date | null) => date && date.getTime() / 1000

const mirrorOf = async (ecosystem: string) => {
  const { db } = world.deps
  const [subscription] = await db.select().from(subscriptions).where(eq(subscriptions.ecosystem, ecosystem))
  const bills = await db
    .select()
    .from(invoices)
    .where(eq(invoices.ecosystem, ecosystem))
    .orderBy(sql`provider_id collate "C"`)
  const ledger = await db
    .select()
    .from(balanceMovements)
    .where(eq(balanceMovements.ecosystem, ecosystem))
    .orderBy(sql`provider_id collate "C"`)
  return {
    subscription: {
      id: subscription!.providerId,
      status: subscription!.providerStatus,
      start: seconds(subscription!.periodStart),
      end: seconds(subscription!.periodEnd),
      cancelAt: seconds(subscription!.cancelAt),
    },
    invoices: bills
      .map((one) => ({
        id: one.providerId,
        number: one.number,
        status: one.status,
        currency: one.currency,
        total: one.total,
        paid: one.amountPaid,
        lines: one.lines.map((line) => [line.description, line.amount]),
        at: seconds(one.at),
        paidAt: seconds(one.paidAt),
      }))
      .sort((one, other) => one.id.localeCompare(other.id)),
    ledger: ledger
      .map((one) => ({ id: one.providerId, amount: one.amount, reason: one.reason, at: seconds(one.at) }))
      .sort((one, other) => one.id.localeCompare(other.id)),
  }
}

it('has the provider’s state after a month without a single message, each thing once', async () => {
  const [payer, leaver, debtor] = [
    await subscriber(),
    await subscriber(),
    await subscriber({ card: '4000000000000341' }),
  ] as [string, string, string]
  const stripe = stripeOf(world.stripe)
  world.stripe.faults({ webhooks: { drop: true } })
  const heard = await world.deps.db.$count(events)

  const before = await truthOf(leaver)
  await stripe.subscriptions.cancel(before.subscription.id)
  const { customer } = (await stripe.subscriptions.retrieve((await truthOf(payer)).subscription.id)) as {
    customer: string
  }
  await stripe.customers.createBalanceTransaction(customer, { amount: -12_300, currency: 'mxn' })
  await world.advanceBy('P29D')
  for (const ecosystem of [payer, leaver, debtor])
    expect(await mirrorOf(ecosystem)).toEqual(await truthOf(ecosystem))

  await world.advanceBy('P10D')
  for (const ecosystem of [payer, leaver, debtor])
    expect(await mirrorOf(ecosystem)).toEqual(await truthOf(ecosystem))
  expect((await mirrorOf(debtor)).subscription.status).toBe('past_due')
  expect((await mirrorOf(leaver)).subscription.status).toBe('canceled')
  expect((await mirrorOf(payer)).ledger).toContainEqual(expect.objectContaining({ amount: 12_300 }))

  const { data: said } = await stripe.events.list({ limit: 100 })
  const kept = await world.deps.db.select({ id: events.id, handledAt: events.handledAt }).from(events)
  expect(kept.length).toBeGreaterThan(heard)
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(said.map(({ id }) => id)))
  expect(kept.filter(({ handledAt }) => !handledAt)).toEqual([])
  expect(await world.deps.jobs.dead.list()).toEqual([])
})

it('finds in the nightly run what the provider has dropped from its message list', async () => {
  const ecosystem = await subscriber()
  world.stripe.faults({ webhooks: { drop: true } })
  await stripeOf(world.stripe).subscriptions.cancel((await truthOf(ecosystem)).subscription.id)
  await world.advanceBy('P2M')
  expect(await mirrorOf(ecosystem)).toEqual(await truthOf(ecosystem))
})

it('creates the ecosystem of a checkout whose payment event was never delivered', async () => {
  const { body } = await world.checkout()
  world.stripe.faults({ webhooks: { drop: true } })
  await world.pay(body.id, '4242424242424242')
  await world.advanceBy('PT2H')
  const checkout = await world.send(`/v1/checkouts/${body.id}`)
  expect(checkout.body).toMatchObject({ status: 'complete', ecosystem: expect.any(String) })
})

it('fetches each span once, and again after the provider did not answer', async () => {
  const { deps } = world
  const { subscription } = await truthOf(await subscriber())
  world.stripe.faults({
    webhooks: { drop: true },
    api: { failNext: [{ path: '/v1/events', times: 5, status: 500 }] },
  })
  await stripeOf(world.stripe).subscriptions.cancel(subscription.id)
  // Younger events may still be in delivery.
  world.sandbox.clock.advanceTo(new Date(deps.clock.now().getTime() + 6 * 60_000))
  await expect(backfillMissedEvents(deps, {})).rejects.toThrow('payments-unavailable')
  world.stripe.faults({ api: { failNext: [] } })
  const before = await deps.db.$count(events)
  await backfillMissedEvents(deps, {})
  const after = await deps.db.$count(events)
  expect(after).toBeGreaterThan(before)
  await backfillMissedEvents(deps, { since: deps.clock.now().toISOString() })
  expect(await deps.db.$count(events)).toBe(after)
})
