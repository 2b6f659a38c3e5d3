import fc from 'fast-check'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestPrice, startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
let plans: Stripe.Price[]
let seat: Stripe.Price
let tax: Stripe.TaxRate
let coupons: Stripe.Coupon[]

beforeAll(async () => {
  server = await startTestServer('2027-01-31T17:12:09Z')
  const { stripe } = server
  plans = [
    await createTestPrice(stripe, 'Free', 0),
    await createTestPrice(stripe, 'Basic', 9_99),
    await createTestPrice(stripe, 'Pro', 32_52),
    await createTestPrice(stripe, 'Yearly', 299_90, { recurring: { interval: 'year' } }),
  ]
  seat = await createTestPrice(stripe, 'Seat', 5_33)
  tax = await stripe.taxRates.create({ display_name: 'IVA', percentage: 16, inclusive: false })
  coupons = [
    await stripe.coupons.create({ percent_off: 12.5, duration: 'forever' }),
    await stripe.coupons.create({
      amount_off: 500,
      currency: 'usd',
      duration: 'repeating',
      duration_in_months: 2,
    }),
    await stripe.coupons.create({ amount_off: 300, currency: 'usd', duration: 'once' }),
  ]
})
afterAll(() => server.close())

type Step =
  | { what: 'seats'; quantity: number; invoice: boolean }
  | { what: 'plan'; plan: number; behavior: 'always_invoice' | 'create_prorations' | 'none' }
  | { what: 'wait'; hours: number }
  | { what: 'credit'; amount: number }
  | { what: 'coupon'; coupon: number }
  | { what: 'restart' }
  | { what: 'card'; card: string }
  | { what: 'pending'; plan: number; outcome: 'authenticate' | 'refuse' | 'pay' | 'void' | 'nothing' }

const steps = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant('seats' as const),
      quantity: fc.integer({ min: 0, max: 9 }),
      invoice: fc.boolean(),
    }),
    fc.record({
      what: fc.constant('plan' as const),
      plan: fc.integer({ min: 0, max: 3 }),
      behavior: fc.constantFrom('always_invoice' as const, 'create_prorations' as const, 'none' as const),
    }),
    fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 24 * 45 }) }),
    fc.record({ what: fc.constant('credit' as const), amount: fc.integer({ min: -5000, max: 500 }) }),
    fc.record({ what: fc.constant('coupon' as const), coupon: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ what: fc.constant('restart' as const) }),
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('card' as const),
        card: fc.constantFrom('pm_card_visa', 'pm_card_chargeCustomerFail', 'pm_card_authenticationRequired'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant('pending' as const),
        plan: fc.integer({ min: 0, max: 3 }),
        outcome: fc.constantFrom(
          'authenticate' as const,
          'refuse' as const,
          'pay' as const,
          'void' as const,
          'nothing' as const,
        ),
      }),
    },
  ),
  { minLength: 1, maxLength: 9 },
)

const subscriber = async () => {
  const { stripe } = server
  const customer = await stripe.customers.create({ email: 'ana@example.com' })
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  return stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: method.id,
    default_tax_rates: [tax.id],
    items: [{ price: plans[1]!.id }, { price: seat.id, quantity: 2 }],
    billing_cycle_anchor_config: { day_of_month: 31, hour: 6, minute: 0, second: 0 },
  })
}

/** What a preview and the resulting invoice must have in common. */
const essence = (invoice: Stripe.Invoice) => ({
  lines: invoice.lines.data.map((line) => [
    line.amount,
    line.description,
    line.period,
    line.quantity,
    line.taxes?.map((each) => each.amount),
    line.discount_amounts?.map((each) => each.amount),
  ]),
  total: invoice.total,
  due: invoice.amount_due,
  starting: invoice.starting_balance,
  ending: invoice.ending_balance,
  taxes: invoice.total_taxes?.map((each) => each.amount),
})

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const checkInvoice = (invoice: Stripe.Invoice) => {
  const lines = invoice.lines.data
  if (invoice.lines.has_more) return
  const discounts = sum(lines.flatMap((line) => (line.discount_amounts ?? []).map((each) => each.amount)))
  const taxes = sum(lines.flatMap((line) => (line.taxes ?? []).map((each) => each.amount)))
  expect(sum(lines.map((line) => line.amount)) - discounts + taxes).toBe(invoice.total)
  expect(sum((invoice.total_taxes ?? []).map((each) => each.amount))).toBe(taxes)
  expect(sum((invoice.total_discount_amounts ?? []).map((each) => each.amount))).toBe(discounts)
  if (invoice.status === 'draft') return
  expect(invoice.ending_balance).toBe(invoice.starting_balance + invoice.total - invoice.amount_due)
  expect(invoice.amount_paid + invoice.amount_remaining).toBe(invoice.amount_due)
}

const checkBooks = async (customer: string) => {
  const { stripe } = server
  for await (const invoice of stripe.invoices.list({ customer, limit: 100 })) checkInvoice(invoice)
  const rows: Stripe.CustomerBalanceTransaction[] = []
  for await (const row of stripe.customers.listBalanceTransactions(customer, { limit: 100 })) rows.push(row)
  const { balance } = (await stripe.customers.retrieve(customer)) as Stripe.Customer
  expect(sum(rows.map((row) => row.amount))).toBe(balance)
  expect(rows[0]?.ending_balance ?? 0).toBe(balance)
}

/** Previews a change, makes it, and compares the two. */
const change = async (subscription: Stripe.Subscription, params: Stripe.SubscriptionUpdateParams) => {
  const { stripe } = server
  const { items, proration_behavior, proration_date, billing_cycle_anchor } = params
  const details = {
    items,
    proration_behavior,
    proration_date,
    billing_cycle_anchor,
  } as Stripe.InvoiceCreatePreviewParams.SubscriptionDetails
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: details,
  })
  const after = await stripe.subscriptions.update(subscription.id, { ...params, expand: ['latest_invoice'] })
  const invoice = after.latest_invoice as Stripe.Invoice
  if (invoice.id !== subscription.latest_invoice) expect(essence(invoice)).toEqual(essence(preview))
  else
    expect(essence(await stripe.invoices.createPreview({ subscription: subscription.id }))).toEqual(
      essence(preview),
    )
}

type Pending = Extract<Step, { what: 'pending' }>

/** A change that may have to wait for its payment: it happens completely or not at all. */
const wait = async (subscription: Stripe.Subscription, { plan, outcome }: Pending) => {
  const { stripe, sandbox, clock } = server
  const item = subscription.items.data[0]!
  await change(subscription, {
    items: [{ id: item.id, price: plans[plan]!.id, quantity: 1 }],
    proration_behavior: 'always_invoice',
    proration_date: Math.floor(clock.now().getTime() / 1000),
    payment_behavior: 'pending_if_incomplete',
  })
  const after = await stripe.subscriptions.retrieve(subscription.id)
  const priceOf = (each: Stripe.Subscription) => each.items.data[0]!.price.id
  if (!after.pending_update) return
  expect(priceOf(after)).toBe(item.price.id)
  const id = after.latest_invoice as string
  const { confirmation_secret } = await stripe.invoices.retrieve(id, { expand: ['confirmation_secret'] })
  const intent = confirmation_secret!.client_secret.split('_secret_')[0]!
  const asks = (await stripe.paymentIntents.retrieve(intent)).status === 'requires_action'
  if (outcome === 'void') await stripe.invoices.voidInvoice(id)
  else if (outcome === 'pay') {
    const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: after.customer as string })
    await stripe.invoices.pay(id, { payment_method: good.id })
  } else if (asks && outcome !== 'nothing') sandbox.authenticate(intent, outcome === 'authenticate')
  const end = await stripe.subscriptions.retrieve(subscription.id)
  const paid = outcome === 'pay' || (outcome === 'authenticate' && asks)
  expect(priceOf(end)).toBe(paid ? plans[plan]!.id : item.price.id)
  expect(end.pending_update === null).toBe(paid || outcome === 'void')
}

const play = async (id: string, step: Step) => {
  const { stripe, until, clock } = server
  const subscription = await stripe.subscriptions.retrieve(id)
  const [plan, seats] = subscription.items.data as [Stripe.SubscriptionItem, Stripe.SubscriptionItem]
  const proration_date = Math.floor(clock.now().getTime() / 1000)
  if (step.what === 'wait') await until(clock.now().getTime() + step.hours * 3_600_000)
  else if (step.what === 'credit') {
    if (step.amount)
      await stripe.customers.createBalanceTransaction(subscription.customer as string, {
        amount: step.amount,
        currency: 'usd',
      })
  } else if (step.what === 'coupon')
    await stripe.subscriptions.update(id, { discounts: [{ coupon: coupons[step.coupon]!.id }] })
  else if (step.what === 'restart')
    await change(subscription, {
      billing_cycle_anchor: { type: 'now' },
      items: [{ id: plan.id, quantity: 1 }],
    })
  else if (step.what === 'card') {
    const method = await stripe.paymentMethods.attach(step.card, {
      customer: subscription.customer as string,
    })
    await stripe.subscriptions.update(id, { default_payment_method: method.id })
  } else if (step.what === 'pending') await wait(subscription, step)
  else if (step.what === 'seats')
    await change(subscription, {
      items: [{ id: seats.id, quantity: step.quantity }],
      proration_behavior: step.invoice ? 'always_invoice' : 'create_prorations',
      proration_date,
    })
  else
    await change(subscription, {
      items: [{ id: plan.id, price: plans[step.plan]!.id, quantity: 1 }],
      proration_behavior: step.behavior,
      ...(step.behavior !== 'none' && { proration_date }),
    })
}

it('keeps its books through any life of a subscription, and every preview is what then happens', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (life) => {
      const { id, customer } = await subscriber()
      for (const step of life) await play(id, step as Step)
      await server.until(server.clock.now().getTime() + 40 * 86_400_000)
      await checkBooks(customer as string)
      await server.stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true })
      await checkBooks(customer as string)
    }),
    { numRuns: 25 },
  )
}, 120_000)

it('nets to zero when a change is undone in the same second', async () => {
  const { stripe, until, clock } = server
  const subscription = await subscriber()
  await until(clock.now().getTime() + 11 * 86_400_000)
  const proration_date = Math.floor(clock.now().getTime() / 1000)
  const item = subscription.items.data[0]!
  const move = (price: string) =>
    stripe.subscriptions.update(subscription.id, {
      items: [{ id: item.id, price, quantity: 1 }],
      proration_date,
    })
  await move(plans[2]!.id)
  await move(plans[1]!.id)
  const pending = await stripe.invoiceItems.list({ customer: subscription.customer as string, pending: true })
  expect(pending.data).toHaveLength(4)
  expect(sum(pending.data.map((each) => each.amount))).toBe(0)
})
