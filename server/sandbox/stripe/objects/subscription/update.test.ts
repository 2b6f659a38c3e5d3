import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestPrice, startTestServer, type TestServer } from '../../test-server.ts'

let server: TestServer
let basic: Stripe.Price
let pro: Stripe.Price
let seat: Stripe.Price

beforeAll(async () => {
  server = await startTestServer('2027-04-01T06:00:00Z')
  basic = await createTestPrice(server.stripe, 'Basic', 10_00)
  pro = await createTestPrice(server.stripe, 'Pro', 20_00)
  seat = await createTestPrice(server.stripe, 'Seat', 5_00)
})
afterAll(() => server.close())

const nextMonth = () => {
  const now = server.clock.now()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 6))
}

/** A subscriber from the first of next month, paying by this card. */
const subscriber = async (
  card = 'pm_card_visa',
  items: Stripe.SubscriptionCreateParams.Item[] = [{ price: basic.id }],
) => {
  const { stripe } = server
  await server.until(nextMonth())
  const customer = await stripe.customers.create({ email: 'ana@example.com' })
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items,
    default_payment_method: good.id,
    billing_cycle_anchor_config: { day_of_month: 1, hour: 6, minute: 0, second: 0 },
  })
  if (card !== 'pm_card_visa') {
    const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
    await stripe.subscriptions.update(subscription.id, { default_payment_method: method.id })
  }
  return stripe.subscriptions.retrieve(subscription.id)
}

const middleOf = (subscription: Stripe.Subscription) => {
  const { current_period_start: start, current_period_end: end } = subscription.items.data[0]!
  return start + (end - start) / 2
}

describe('a plan change', () => {
  it('charges exactly what its preview said', async () => {
    const { stripe, until } = server
    const subscription = await subscriber()
    const date = middleOf(subscription)
    await until(date * 1000)
    const items = [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }]
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: 'always_invoice', proration_date: date },
    })
    const updated = await stripe.subscriptions.update(subscription.id, {
      items,
      proration_behavior: 'always_invoice',
      proration_date: date,
      payment_behavior: 'pending_if_incomplete',
      expand: ['latest_invoice'],
    })
    const invoice = updated.latest_invoice as Stripe.Invoice
    expect(updated.pending_update).toBeNull()
    expect(invoice.lines.data.map((line) => line.amount)).toEqual([-500, 1000])
    expect(preview.lines.data.map((line) => [line.amount, line.description, line.period])).toEqual(
      invoice.lines.data.map((line) => [line.amount, line.description, line.period]),
    )
    for (const field of [
      'total',
      'subtotal',
      'amount_due',
      'starting_balance',
      'ending_balance',
      'currency',
    ] as const)
      expect(preview[field], field).toBe(invoice[field])
    expect(invoice.status).toBe('paid')
  })

  it('waits for the next invoice with create_prorations, and the preview of it says so', async () => {
    const { stripe, until } = server
    const subscription = await subscriber()
    const end = subscription.items.data[0]!.current_period_end
    const date = middleOf(subscription)
    await until(date * 1000)
    const items = [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }]
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items, proration_date: date },
    })
    expect(preview.lines.data.map((line) => line.amount)).toEqual([-500, 1000, 2000])
    await stripe.subscriptions.update(subscription.id, { items, proration_date: date })
    expect(
      (await stripe.invoiceItems.list({ customer: subscription.customer as string, pending: true })).data,
    ).toHaveLength(2)
    await until((end + 3601) * 1000)
    const [renewal] = (await stripe.invoices.list({ subscription: subscription.id })).data
    expect(renewal).toMatchObject({ status: 'paid', total: 2500, billing_reason: 'subscription_cycle' })
    expect(
      (await stripe.invoiceItems.list({ customer: subscription.customer as string, pending: true })).data,
    ).toHaveLength(0)
  })

  it('turns the unused rest of a dearer plan into balance, which the renewal uses', async () => {
    const { stripe, until } = server
    const subscription = await subscriber('pm_card_visa', [{ price: pro.id }])
    const end = subscription.items.data[0]!.current_period_end
    await until(middleOf(subscription) * 1000)
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, price: basic.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      proration_date: middleOf(subscription),
      expand: ['latest_invoice', 'customer'],
    })
    expect(updated.latest_invoice).toMatchObject({
      total: -500,
      amount_due: 0,
      status: 'paid',
      starting_balance: 0,
      ending_balance: -500,
    })
    expect(updated.customer).toMatchObject({ balance: -500 })
    await until((end + 3601) * 1000)
    const [renewal] = (await stripe.invoices.list({ subscription: subscription.id })).data
    expect(renewal).toMatchObject({
      total: 1000,
      starting_balance: -500,
      ending_balance: 0,
      amount_due: 500,
      amount_paid: 500,
    })
    const ledger = (await stripe.customers.listBalanceTransactions(subscription.customer as string)).data
    expect(ledger.map((row) => [row.type, row.amount, row.ending_balance])).toEqual([
      ['applied_to_invoice', 500, 0],
      ['applied_to_invoice', -500, -500],
    ])
  })

  it('credits what was last debited, not the price of today (flexible billing)', async () => {
    const { stripe, until } = server
    const subscription = await subscriber()
    const item = subscription.items.data[0]!
    const third = (item.current_period_end - item.current_period_start) / 3
    await until((item.current_period_start + third) * 1000)
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'none',
    })
    const date = item.current_period_start + 2 * third
    await until(date * 1000)
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item.id, price: basic.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      proration_date: date,
      expand: ['latest_invoice'],
    })
    expect((updated.latest_invoice as Stripe.Invoice).lines.data.map((line) => line.amount)).toEqual([
      -333, 333,
    ])
  })

  it('bills pending seats together with the change', async () => {
    const { stripe, until } = server
    const subscription = await subscriber('pm_card_visa', [
      { price: basic.id },
      { price: seat.id, quantity: 2 },
    ])
    const [base, seats] = subscription.items.data as [Stripe.SubscriptionItem, Stripe.SubscriptionItem]
    const date = middleOf(subscription)
    await until(date * 1000)
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: seats.id, quantity: 4 }],
      proration_date: date,
    })
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: base.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      proration_date: date,
      expand: ['latest_invoice'],
    })
    expect((updated.latest_invoice as Stripe.Invoice).lines.data.map((line) => line.amount)).toEqual([
      -500, 1000, -500, 1000,
    ])
  })
})

describe('a change whose payment needs its holder', () => {
  it('waits, applies once authenticated, and sends the event', async () => {
    const { stripe, sandbox, until, events } = server
    const subscription = await subscriber('pm_card_authenticationRequired')
    const date = middleOf(subscription)
    await until(date * 1000)
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      proration_date: date,
      payment_behavior: 'pending_if_incomplete',
      expand: ['latest_invoice.confirmation_secret'],
    })
    expect(updated.items.data[0]!.price.id).toBe(basic.id)
    expect(updated.status).toBe('active')
    expect(updated.pending_update?.subscription_items?.[0]?.price.id).toBe(pro.id)
    expect(updated.pending_update!.expires_at - date).toBeGreaterThan(22 * 3600)
    const invoice = updated.latest_invoice as Stripe.Invoice
    expect(invoice).toMatchObject({ status: 'open', amount_due: 500 })
    const secret = invoice.confirmation_secret!.client_secret
    const intent = secret.split('_secret_')[0]!
    sandbox.authenticate(intent, true)
    const after = await stripe.subscriptions.retrieve(subscription.id)
    expect(after.pending_update).toBeNull()
    expect(after.items.data[0]!.price.id).toBe(pro.id)
    await sandbox.settled()
    expect(events.map((event) => event.type)).toContain('customer.subscription.pending_update_applied')
  })

  it('keeps what else was decided while it waited', async () => {
    const { stripe, sandbox } = server
    const subscription = await subscriber('pm_card_authenticationRequired')
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
      metadata: { plan: 'pro' },
      expand: ['latest_invoice.confirmation_secret'],
    })
    expect(updated.metadata).toEqual({})
    await stripe.subscriptions.update(subscription.id, { cancel_at: 'min_period_end', description: 'Adiós' })
    const { confirmation_secret } = updated.latest_invoice as Stripe.Invoice
    sandbox.authenticate(confirmation_secret!.client_secret.split('_secret_')[0]!, true)
    const after = await stripe.subscriptions.retrieve(subscription.id)
    expect(after).toMatchObject({ pending_update: null, description: 'Adiós', metadata: { plan: 'pro' } })
    expect(after.cancel_at).toBe(subscription.items.data[0]!.current_period_end)
    expect(after.items.data[0]!.price.id).toBe(pro.id)
  })

  it('expires after 23 hours, voids its invoice and leaves pending seats pending', async () => {
    const { stripe, until, events, sandbox } = server
    const subscription = await subscriber('pm_card_authenticationRequired', [
      { price: basic.id },
      { price: seat.id, quantity: 2 },
    ])
    const [base, seats] = subscription.items.data as [Stripe.SubscriptionItem, Stripe.SubscriptionItem]
    const date = middleOf(subscription)
    await until(date * 1000)
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: seats.id, quantity: 4 }],
      proration_date: date,
    })
    const customer = subscription.customer as string
    const before = (await stripe.invoiceItems.list({ customer, pending: true })).data.map((item) => item.id)
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: base.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    })
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(0)
    await until((updated.pending_update!.expires_at + 1) * 1000)
    expect(await stripe.invoices.retrieve(updated.latest_invoice as string)).toMatchObject({ status: 'void' })
    const after = await stripe.subscriptions.retrieve(subscription.id)
    expect(after).toMatchObject({ pending_update: null, status: 'active' })
    expect(after.items.data[0]!.price.id).toBe(basic.id)
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data.map((item) => item.id)).toEqual(
      before,
    )
    await sandbox.settled()
    expect(events.map((event) => event.type)).toContain('customer.subscription.pending_update_expired')
  })

  it('refuses parameters that a pending update cannot hold', async () => {
    const { stripe } = server
    const subscription = await subscriber()
    await expect(
      stripe.subscriptions.update(subscription.id, {
        items: [{ id: subscription.items.data[0]!.id, price: pro.id }],
        payment_behavior: 'pending_if_incomplete',
        description: 'no',
      }),
    ).rejects.toMatchObject({ type: 'StripeInvalidRequestError', param: 'description' })
  })
})

describe('dunning', () => {
  it('retries a declined renewal and heals once it is paid', async () => {
    const { stripe, until } = server
    const subscription = await subscriber('pm_card_chargeCustomerFail')
    const end = subscription.items.data[0]!.current_period_end
    await until((end + 3601) * 1000)
    const [renewal] = (await stripe.invoices.list({ subscription: subscription.id })).data
    expect(renewal).toMatchObject({
      status: 'open',
      attempt_count: 1,
      next_payment_attempt: end + 3600 + 3 * 86_400,
    })
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
    await until((end + 3601 + 3 * 86_400) * 1000)
    expect(await stripe.invoices.retrieve(renewal!.id)).toMatchObject({ status: 'open', attempt_count: 2 })
    await expect(stripe.invoices.pay(renewal!.id)).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
    })
    const good = await stripe.paymentMethods.attach('pm_card_visa', {
      customer: subscription.customer as string,
    })
    expect(await stripe.invoices.pay(renewal!.id, { payment_method: good.id })).toMatchObject({
      status: 'paid',
    })
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  })
})

describe('a schedule', () => {
  it('changes the plan at the end of the period, without prorations, and lets go', async () => {
    const { stripe, until } = server
    const subscription = await subscriber('pm_card_visa', [{ price: pro.id }])
    const { current_period_start: start, current_period_end: end } = subscription.items.data[0]!
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id })
    expect(schedule.current_phase).toEqual({ start_date: start, end_date: end })
    await stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: 'release',
      proration_behavior: 'none',
      phases: [
        { start_date: start, end_date: end, items: [{ price: pro.id, quantity: 1 }] },
        {
          items: [{ price: basic.id, quantity: 1 }],
          duration: { interval: 'month', interval_count: 1 },
          proration_behavior: 'none',
        },
      ],
    })
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
    expect(preview.total).toBe(1000)
    await expect(stripe.subscriptions.pause(subscription.id)).rejects.toThrow(
      'managed by the subscription schedule',
    )
    await until((end + 3601) * 1000)
    const [renewal] = (await stripe.invoices.list({ subscription: subscription.id })).data
    expect(renewal).toMatchObject({ status: 'paid', total: 1000 })
    expect((await stripe.subscriptions.retrieve(subscription.id)).items.data[0]!.price.id).toBe(basic.id)
    await until((end + 32 * 86_400) * 1000)
    expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: 'released',
      released_subscription: subscription.id,
    })
    expect((await stripe.subscriptions.retrieve(subscription.id)).schedule).toBeNull()
  })
})

describe('cancelling', () => {
  it('keeps the subscription to the end of its period, and can be undone before', async () => {
    const { stripe, until } = server
    const subscription = await subscriber()
    const end = subscription.items.data[0]!.current_period_end
    const stopping = await stripe.subscriptions.update(subscription.id, { cancel_at: 'min_period_end' })
    expect(stopping.cancel_at).toBe(end)
    expect((await stripe.subscriptions.update(subscription.id, { cancel_at: '' })).cancel_at).toBeNull()
    await stripe.subscriptions.update(subscription.id, {
      cancel_at_period_end: true,
      cancellation_details: { comment: 'Adiós' },
    })
    await until((end + 1) * 1000)
    const ended = await stripe.subscriptions.retrieve(subscription.id)
    expect(ended).toMatchObject({
      status: 'canceled',
      ended_at: end,
      cancellation_details: { comment: 'Adiós' },
    })
    expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(1)
  })
})
