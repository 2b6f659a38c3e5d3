import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestPrice, startTestServer, type TestServer } from '../../test-server.ts'

let server: TestServer
let basic: Stripe.Price
let pro: Stripe.Price
let yearly: Stripe.Price
let seat: Stripe.Price

const START = '2027-04-01T06:00:00Z'
const at = (text: string) => Date.parse(text) / 1000

beforeEach(async () => {
  server = await startTestServer(START)
  basic = await createTestPrice(server.stripe, 'Basic', 10_00)
  pro = await createTestPrice(server.stripe, 'Pro', 20_00)
  yearly = await createTestPrice(server.stripe, 'Yearly', 365_00, { recurring: { interval: 'year' } })
  seat = await createTestPrice(server.stripe, 'Seat', 3_00)
})
afterEach(() => server.close())

const customer = async (card: string | null = 'pm_card_visa') => {
  const { id } = await server.stripe.customers.create({ email: 'ana@example.com' })
  if (!card) return id
  const method = await server.stripe.paymentMethods.attach(card, { customer: id })
  await server.stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } })
  return id
}

const subscribe = async (
  more: Partial<Stripe.SubscriptionCreateParams> = {},
  card: string | null = 'pm_card_visa',
) =>
  server.stripe.subscriptions.create({
    customer: await customer(card),
    items: [{ price: basic.id }],
    ...more,
  })

const latest = async (id: string) => (await server.stripe.invoices.list({ subscription: id })).data[0]!

describe('a trial', () => {
  it('bills nothing until it ends, warns three days before, then bills the first period', async () => {
    const subscription = await subscribe({ trial_period_days: 30 })
    expect(subscription).toMatchObject({ status: 'trialing', trial_end: at(START) + 30 * 86_400 })
    expect(await latest(subscription.id)).toMatchObject({ total: 0, status: 'paid' })
    await server.until('2027-05-01T08:00:00Z')
    expect(await server.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'active' })
    expect(await latest(subscription.id)).toMatchObject({
      total: 1000,
      status: 'paid',
      created: at('2027-05-01T06:00:00Z'),
    })
    const warned = server.events.filter((event) => event.type === 'customer.subscription.trial_will_end')
    expect(warned.map((event) => event.created)).toEqual([at('2027-04-28T06:00:00Z')])
  })

  it('without a card pauses, and resumes once a card pays', async () => {
    const subscription = await subscribe(
      { trial_period_days: 30, trial_settings: { end_behavior: { missing_payment_method: 'pause' } } },
      null,
    )
    await server.until('2027-05-02T06:00:00Z')
    expect(await server.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'paused',
      status_details: { paused: { subscription: { type: 'trial_end_without_payment_method' } } },
    })
    const owner = subscription.customer as string
    const bad = await server.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: owner })
    await server.stripe.subscriptions.update(subscription.id, { default_payment_method: bad.id })
    const still = await server.stripe.subscriptions.resume(subscription.id, {
      payment_behavior: 'resume_on_payment_success',
    })
    expect(still.status).toBe('paused')
    const good = await server.stripe.paymentMethods.attach('pm_card_visa', { customer: owner })
    await server.stripe.invoices.pay(still.latest_invoice as string, { payment_method: good.id })
    expect(await server.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
      billing_cycle_anchor: at('2027-05-02T06:00:00Z'),
    })
    await server.sandbox.settled()
    expect(server.events.map((event) => event.type)).toContain('customer.subscription.resumed')
  })

  it('moves the next bill when one is server to a running subscription', async () => {
    const subscription = await subscribe()
    await server.until('2027-04-21T06:00:00Z')
    await server.stripe.subscriptions.update(subscription.id, {
      trial_end: at('2027-06-01T06:00:00Z'),
      proration_behavior: 'none',
    })
    await server.until('2027-05-20T06:00:00Z')
    expect(
      (await server.stripe.invoices.list({ subscription: subscription.id })).data.map(
        (invoice) => invoice.total,
      ),
    ).toEqual([0, 1000])
    await server.until('2027-06-01T08:00:00Z')
    expect(await latest(subscription.id)).toMatchObject({ total: 1000, status: 'paid' })
  })
})

describe('pausing', () => {
  it('credits unused time, bills nothing, and resumes with a period from now', async () => {
    const subscription = await subscribe()
    await server.until('2027-04-16T06:00:00Z')
    const paused = await server.stripe.subscriptions.pause(subscription.id, { invoicing_behavior: 'invoice' })
    expect(paused.status).toBe('paused')
    expect(await latest(subscription.id)).toMatchObject({ total: -500, status: 'paid' })
    await server.until('2027-07-10T06:00:00Z')
    const resumed = await server.stripe.subscriptions.resume(subscription.id)
    expect(resumed).toMatchObject({ status: 'active', billing_cycle_anchor: at('2027-07-10T06:00:00Z') })
    expect(await latest(subscription.id)).toMatchObject({
      total: 1000,
      starting_balance: -500,
      amount_paid: 500,
    })
  })
})

it('keeps the credit of a pause when resuming is not paid for', async () => {
  const subscription = await subscribe({}, 'pm_card_visa')
  const owner = subscription.customer as string
  await server.until('2027-04-16T06:00:00Z')
  await server.stripe.subscriptions.pause(subscription.id)
  server.sandbox.saveCard(owner, '4000000000000341')
  const tried = await server.stripe.subscriptions.resume(subscription.id, {
    payment_behavior: 'resume_on_payment_success',
  })
  expect(tried.status).toBe('paused')
  expect((await server.stripe.invoiceItems.list({ customer: owner, pending: true })).data).toHaveLength(0)
  await server.until('2027-04-17T06:00:00Z')
  expect(await server.stripe.invoices.retrieve(tried.latest_invoice as string)).toMatchObject({
    status: 'void',
  })
  const [credit] = (await server.stripe.invoiceItems.list({ customer: owner, pending: true })).data
  expect(credit).toMatchObject({ amount: -500, description: 'Unused time on Basic after 16 Apr 2027' })
})

describe('an annual plan with monthly seats', () => {
  it('bills each on its own cycle from one anchor', async () => {
    const subscription = await subscribe({
      items: [{ price: yearly.id }, { price: seat.id, quantity: 2 }],
      billing_cycle_anchor_config: { day_of_month: 1, month: 5, hour: 6, minute: 0, second: 0 },
    })
    const [base, seats] = subscription.items.data
    expect([base!.current_period_end, seats!.current_period_end]).toEqual([
      at('2027-05-01T06:00:00Z'),
      at('2027-05-01T06:00:00Z'),
    ])
    // 30 of the 365 days before the anchor, and a whole month of two seats.
    expect((await latest(subscription.id)).lines.data.map((line) => line.amount)).toEqual([3000, 600])
    await server.until('2027-06-02T06:00:00Z')
    const bills = (await server.stripe.invoices.list({ subscription: subscription.id })).data.map(
      (invoice) => invoice.total,
    )
    expect(bills).toEqual([600, 36_500 + 600, 3600])
    expect(
      (await server.stripe.subscriptions.retrieve(subscription.id)).items.data.map(
        (item) => item.current_period_end,
      ),
    ).toEqual([at('2028-05-01T06:00:00Z'), at('2027-07-01T06:00:00Z')])
  })

  it('can be entered at the end of a month by a schedule that starts a new cycle', async () => {
    const subscription = await subscribe()
    const schedule = await server.stripe.subscriptionSchedules.create({ from_subscription: subscription.id })
    const [now] = schedule.phases
    await server.stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { items: [{ price: basic.id, quantity: 1 }], start_date: now!.start_date, end_date: now!.end_date },
        {
          items: [{ price: yearly.id, quantity: 1 }],
          duration: { interval: 'year', interval_count: 1 },
          billing_cycle_anchor: 'phase_start',
          proration_behavior: 'none',
        },
      ],
    })
    await server.until('2027-05-01T08:00:00Z')
    expect(await latest(subscription.id)).toMatchObject({ total: 36_500, status: 'paid' })
    expect((await server.stripe.subscriptions.retrieve(subscription.id)).items.data[0]).toMatchObject({
      current_period_start: at('2027-05-01T06:00:00Z'),
      current_period_end: at('2028-05-01T06:00:00Z'),
    })
  })
})

describe('invoices', () => {
  it('move an amount too small to charge into the balance', async () => {
    const cheap = await createTestPrice(server.stripe, 'Cheap', 30)
    const subscription = await subscribe({ items: [{ price: cheap.id }] })
    expect(await latest(subscription.id)).toMatchObject({
      total: 30,
      amount_due: 0,
      ending_balance: 30,
      status: 'paid',
    })
    await server.until('2027-05-01T08:00:00Z')
    expect(await latest(subscription.id)).toMatchObject({
      total: 30,
      starting_balance: 30,
      amount_due: 60,
      amount_paid: 60,
      ending_balance: 0,
    })
    const ledger = await server.stripe.customers.listBalanceTransactions(subscription.customer as string)
    expect(ledger.data.map((row) => [row.type, row.amount])).toEqual([
      ['applied_to_invoice', -30],
      ['invoice_too_small', 30],
    ])
  })

  it('add tax per line and credit it as it was charged', async () => {
    const tax = await server.stripe.taxRates.create({ display_name: 'IVA', percentage: 16, inclusive: false })
    const subscription = await subscribe({
      default_tax_rates: [tax.id],
      items: [{ price: basic.id }, { price: seat.id, quantity: 3 }],
    })
    const first = await latest(subscription.id)
    expect(first).toMatchObject({ subtotal: 1900, total: 2204 })
    expect(first.lines.data.map((line) => line.taxes![0]!.amount)).toEqual([160, 144])
    await server.until('2027-04-16T06:00:00Z')
    const changed = await server.stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }],
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice'],
    })
    const invoice = changed.latest_invoice as Stripe.Invoice
    expect(invoice.lines.data.map((line) => [line.amount, line.taxes![0]!.amount])).toEqual([
      [-500, -80],
      [1000, 160],
    ])
    expect(invoice.total).toBe(580)
  })

  it('split a coupon over their lines, and credit an item by what it had really cost', async () => {
    const coupon = await server.stripe.coupons.create({
      amount_off: 500,
      currency: 'usd',
      duration: 'forever',
    })
    const subscription = await subscribe({
      items: [{ price: basic.id }, { price: pro.id }],
      discounts: [{ coupon: coupon.id }],
    })
    const first = await latest(subscription.id)
    expect(first.lines.data.map((line) => line.discount_amounts![0]!.amount)).toEqual([166, 334])
    expect(first).toMatchObject({ subtotal: 3000, total: 2500 })
    await server.until('2027-04-16T06:00:00Z')
    const changed = await server.stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, deleted: true }],
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice'],
    })
    expect((changed.latest_invoice as Stripe.Invoice).lines.data.map((line) => line.amount)).toEqual([-417])
    await server.until('2027-05-01T08:00:00Z')
    expect(await latest(subscription.id)).toMatchObject({ total: 1500, amount_paid: 1083 })
  })

  it('share a coupon among all items when one of them changes', async () => {
    const coupon = await server.stripe.coupons.create({
      amount_off: 400,
      currency: 'usd',
      duration: 'forever',
    })
    const subscription = await subscribe({
      items: [{ price: basic.id }, { price: pro.id }],
      discounts: [{ coupon: coupon.id }],
    })
    await server.until('2027-04-16T06:00:00Z')
    const changed = await server.stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]!.id, quantity: 2 }],
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice'],
    })
    // Credit: half of 10.00 − 1.33; charge: half of 20.00 − 2.00, as equal items now share the coupon equally.
    expect((changed.latest_invoice as Stripe.Invoice).lines.data.map((line) => line.amount)).toEqual([
      -433, 900,
    ])
  })

  it('take back part of themselves by credit notes: refunded, credited, or before they are paid', async () => {
    const subscription = await subscribe()
    const paid = await latest(subscription.id)
    const note = await server.stripe.creditNotes.create({
      invoice: paid.id!,
      refund_amount: 300,
      credit_amount: 200,
    })
    expect(note).toMatchObject({ amount: 500, post_payment_amount: 500, pre_payment_amount: 0 })
    const owner = subscription.customer as string
    expect(await server.stripe.customers.retrieve(owner)).toMatchObject({ balance: -200 })
    expect((await server.stripe.charges.list({ customer: owner })).data[0]).toMatchObject({
      amount_refunded: 300,
    })
    await expect(server.stripe.creditNotes.create({ invoice: paid.id!, credit_amount: 600 })).rejects.toThrow(
      'what is left',
    )
    await server.stripe.invoiceItems.create({ customer: owner, amount: 5000, currency: 'usd' })
    const open = await server.stripe.invoices.create({
      customer: owner,
      pending_invoice_items_behavior: 'include',
    })
    await server.stripe.invoices.finalizeInvoice(open.id!)
    await server.stripe.creditNotes.create({ invoice: open.id!, amount: 1800 })
    expect(await server.stripe.invoices.retrieve(open.id!)).toMatchObject({
      amount_due: 3000,
      amount_remaining: 3000,
    })
    expect(await server.stripe.invoices.pay(open.id!)).toMatchObject({ status: 'paid', amount_paid: 3000 })
  })

  it('can be void, and give back the balance they had used', async () => {
    const owner = await customer()
    await server.stripe.customers.createBalanceTransaction(owner, { amount: -700, currency: 'usd' })
    await server.stripe.invoiceItems.create({ customer: owner, amount: 5000, currency: 'usd' })
    const invoice = await server.stripe.invoices.create({
      customer: owner,
      pending_invoice_items_behavior: 'include',
    })
    expect(await server.stripe.invoices.finalizeInvoice(invoice.id!)).toMatchObject({
      amount_due: 4300,
      starting_balance: -700,
    })
    await server.stripe.invoices.voidInvoice(invoice.id!)
    expect(await server.stripe.customers.retrieve(owner)).toMatchObject({ balance: -700 })
    await expect(server.stripe.invoices.pay(invoice.id!)).rejects.toThrow('void')
  })

  it('turn an overpayment into credit when a payment is attached', async () => {
    const owner = await customer()
    await server.stripe.invoiceItems.create({ customer: owner, amount: 4000, currency: 'usd' })
    const invoice = await server.stripe.invoices.create({
      customer: owner,
      pending_invoice_items_behavior: 'include',
    })
    await server.stripe.invoices.finalizeInvoice(invoice.id!)
    const intent = await server.stripe.paymentIntents.create({
      amount: 5000,
      currency: 'usd',
      customer: owner,
      payment_method: 'pm_card_visa',
      confirm: true,
      off_session: true,
    })
    expect(
      await server.stripe.invoices.attachPayment(invoice.id!, { payment_intent: intent.id }),
    ).toMatchObject({ status: 'paid', amount_overpaid: 1000 })
    expect(await server.stripe.customers.retrieve(owner)).toMatchObject({ balance: -1000 })
  })
})

describe('what cannot be combined is refused', () => {
  it('currencies of one customer', async () => {
    const pesos = await createTestPrice(server.stripe, 'Pesos', 99_900, { currency: 'mxn' })
    const subscription = await subscribe()
    await expect(
      server.stripe.subscriptions.create({
        customer: subscription.customer as string,
        items: [{ price: pesos.id }],
      }),
    ).rejects.toThrow('cannot combine currencies')
  })

  it('a proration date outside the period, or without prorations', async () => {
    const subscription = await subscribe()
    const items = [{ id: subscription.items.data[0]!.id, price: pro.id, quantity: 1 }]
    await expect(
      server.stripe.subscriptions.update(subscription.id, { items, proration_date: at(START) - 60 }),
    ).rejects.toMatchObject({ param: 'proration_date' })
    await expect(
      server.stripe.invoices.createPreview({
        subscription: subscription.id,
        subscription_details: { items, proration_date: at(START) + 60, proration_behavior: 'none' },
      }),
    ).rejects.toMatchObject({ param: 'subscription_details[proration_date]' })
  })

  it('a trial with an anchor in Checkout, and a parameter that the sandbox would ignore', async () => {
    const line_items = [{ price: basic.id, quantity: 1 }]
    const success_url = 'https://example.com'
    await expect(
      server.stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items,
        success_url,
        subscription_data: { trial_period_days: 30, billing_cycle_anchor_config: { day_of_month: 1 } },
      }),
    ).rejects.toMatchObject({ code: 'parameters_exclusive' })
    await expect(
      server.stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items,
        success_url,
        optional_items: [{ price: seat.id, quantity: 1 }],
      }),
    ).rejects.toThrow('does not serve optional_items')
  })

  it('the same price twice, an inactive price and an unknown item', async () => {
    const subscription = await subscribe()
    await expect(
      server.stripe.subscriptions.update(subscription.id, { items: [{ price: basic.id }] }),
    ).rejects.toThrow('same plan')
    await server.stripe.prices.update(pro.id, { active: false })
    await expect(
      server.stripe.subscriptions.update(subscription.id, { items: [{ price: pro.id }] }),
    ).rejects.toThrow('inactive')
    await expect(
      server.stripe.subscriptions.update(subscription.id, { items: [{ id: 'si_none', quantity: 2 }] }),
    ).rejects.toMatchObject({ code: 'resource_missing' })
  })
})

it('takes the card that a test gives to a customer, even one that is always declined', async () => {
  const subscription = await subscribe()
  server.sandbox.saveCard(subscription.customer as string, '4000000000000002')
  await server.until('2027-05-01T08:00:00Z')
  expect(await latest(subscription.id)).toMatchObject({ status: 'open', attempt_count: 1 })
  expect((await server.stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
})

describe('a first payment', () => {
  it('that fails leaves the subscription incomplete, and ends it after 23 hours', async () => {
    const subscription = await subscribe({}, 'pm_card_chargeCustomerFail')
    expect(subscription.status).toBe('incomplete')
    await server.until('2027-04-02T06:00:00Z')
    expect(await server.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'incomplete_expired',
    })
    expect(await latest(subscription.id)).toMatchObject({ status: 'void' })
  })

  it('that must succeed leaves nothing behind when it does not', async () => {
    const owner = await customer('pm_card_chargeCustomerFail')
    await expect(
      server.stripe.subscriptions.create({
        customer: owner,
        items: [{ price: basic.id }],
        payment_behavior: 'error_if_incomplete',
      }),
    ).rejects.toMatchObject({ type: 'StripeCardError', code: 'card_declined' })
    expect((await server.stripe.subscriptions.list({ customer: owner, status: 'all' })).data).toHaveLength(0)
    expect((await server.stripe.invoices.list({ customer: owner })).data).toHaveLength(0)
  })

  it('waits for the buyer with default_incomplete, and starts when the intent is confirmed', async () => {
    const owner = await customer()
    const subscription = await server.stripe.subscriptions.create({
      customer: owner,
      items: [{ price: basic.id }],
      payment_behavior: 'default_incomplete',
      expand: ['latest_invoice.confirmation_secret'],
    })
    expect(subscription.status).toBe('incomplete')
    const intent = (subscription.latest_invoice as Stripe.Invoice).confirmation_secret!.client_secret.split(
      '_secret_',
    )[0]!
    await server.stripe.paymentIntents.confirm(intent, {
      payment_method: 'pm_card_visa',
      return_url: 'https://example.com',
    })
    expect((await server.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  })
})
