import { eq } from 'drizzle-orm'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Billing } from '#contract/billing'
import { PaymentMethodSetup } from '#contract/payment-method'
import { newId } from '../../base/id.ts'
import { customers, events } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let stripe: Stripe
beforeAll(async () => {
  world = await openWorld()
  stripe = stripeOf(world.stripe)
})
afterAll(() => world.close())

const make = async (company: string, more: object = {}): Promise<string> =>
  (
    await world.send('/sandbox/ecosystems', {
      body: { catalogue: 'erp', plan: 'basico', currency: 'MXN', company, ...more },
    })
  ).body.ecosystem

/** An ecosystem whose renewal was declined. */
const owing = async (company: string) => {
  const ecosystem = await make(company, { card: '4000000000000341' })
  await world.advanceBy('P1M')
  await world.advanceBy('PT3H')
  expect(await billing(ecosystem)).toMatchObject({ status: 'past-due' })
  return ecosystem
}

const billing = async (ecosystem: string) =>
  Billing.parse(
    (await world.send(`/v1/ecosystems/${ecosystem}/billing`, { headers: await world.signIn(ecosystem) }))
      .body,
  )

const begin = async (
  ecosystem: string,
  key = newId('key'),
  headers?: Record<string, string>,
  body?: object,
) =>
  world.send(`/v1/ecosystems/${ecosystem}/payment-method`, {
    method: 'POST',
    ...(body && { body }),
    headers: { ...(headers ?? (await world.signIn(ecosystem))), 'Idempotency-Key': key },
  })

const setupOf = async (ecosystem: string, expectedTotal?: object) => {
  const { status, body } = await begin(ecosystem, newId('key'), undefined, expectedTotal && { expectedTotal })
  expect(status).toBe(200)
  return PaymentMethodSetup.parse(body).clientSecret.split('_secret_')[0]!
}

/** Enters a card in the page, as Stripe.js does. */
const enter = async (setup: string, card = 'pm_card_mastercard') => {
  await stripe.setupIntents.confirm(setup, { payment_method: card })
  await world.settled()
}

/** Handles an event once more, as after a crash before it was marked as handled. */
const again = async (event: string) => {
  await world.deps.db.transaction(async (tx) => {
    await tx.update(events).set({ handledAt: null }).where(eq(events.id, event))
    await world.deps.jobs.send(tx, 'handle-event', { event })
  })
  await world.settled()
  const [row] = await world.deps.db.select().from(events).where(eq(events.id, event))
  expect(row?.handledAt).toBeTruthy()
}

const customerOf = async (ecosystem: string) => {
  const [row] = await world.deps.db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  return row!.providerId
}

const charges = async (ecosystem: string) => {
  const { data } = await stripe.charges.list({ customer: await customerOf(ecosystem), limit: 100 })
  return data.filter(({ status }) => status === 'succeeded').length
}

const defaults = async (ecosystem: string) => {
  const customer = (await stripe.customers.retrieve(await customerOf(ecosystem))) as Stripe.Customer
  const { data } = await stripe.subscriptions.list({ customer: customer.id })
  return [customer.invoice_settings.default_payment_method, data[0]!.default_payment_method]
}

describe('a new card', () => {
  it('becomes the default of customer and subscription once it is confirmed, not before', async () => {
    const ecosystem = await make('Tarjeta Nueva')
    const setup = await setupOf(ecosystem)
    await world.advanceBy('PT1M')
    expect((await billing(ecosystem)).paymentMethod).toMatchObject({ brand: 'visa', last4: '4242' })
    await enter(setup)
    expect((await billing(ecosystem)).paymentMethod).toMatchObject({ brand: 'mastercard', last4: '4444' })
    const { payment_method: card } = await stripe.setupIntents.retrieve(setup)
    expect(await defaults(ecosystem)).toEqual([card, card])
    expect(await charges(ecosystem)).toBe(1)
  })

  it('finds the same attempt under the same key, and is refused without one', async () => {
    const ecosystem = await make('Misma Llave')
    const key = newId('key')
    const [one, two] = await Promise.all([begin(ecosystem, key), begin(ecosystem, key)])
    expect([one.status, two.body]).toEqual([200, one.body])
    const { body } = await world.send(`/v1/ecosystems/${ecosystem}/payment-method`, {
      method: 'POST',
      headers: await world.signIn(ecosystem),
    })
    expect(body.code).toBe('idempotency-key-required')
  })

  it('is for buyers of this ecosystem that have paid before', async () => {
    const ecosystem = await make('Ajena')
    const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
    const reader = { Authorization: `Bearer ${body.token}` }
    expect((await begin(ecosystem, newId('key'), reader)).body.code).toBe('not-allowed')
    const stranger = await world.signIn('misma-llave')
    expect((await begin(ecosystem, newId('key'), stranger)).status).toBe(404)
    const trial = await make('En Prueba', { plan: 'trial' })
    expect((await begin(trial)).body.code).toBe('no-subscription')
  })
})

describe('paying reactivates by itself', () => {
  it('charges what is owed to the new card at once, and once only', async () => {
    const ecosystem = await owing('Debe Uno')
    const setup = await setupOf(ecosystem)
    const before = await charges(ecosystem)
    world.stripe.faults({ webhooks: { duplicate: true, reorder: true } })
    await enter(setup)
    world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
    expect(await billing(ecosystem)).toMatchObject({ status: 'active', paymentMethod: { last4: '4444' } })
    expect(await charges(ecosystem)).toBe(before + 1)
    const { data } = await stripe.events.list({ type: 'setup_intent.succeeded', limit: 1 })
    await again(data[0]!.id)
    expect(await charges(ecosystem)).toBe(before + 1)
  })

  it('stays past due when the bank declines the new card, and reactivates with the next one', async () => {
    const ecosystem = await owing('Debe Dos')
    const [bad, good] = [await setupOf(ecosystem), await setupOf(ecosystem)]
    await enter(bad, 'pm_card_chargeCustomerFail')
    expect(await billing(ecosystem)).toMatchObject({ status: 'past-due', paymentMethod: { last4: '0341' } })
    await world.advanceBy('PT1M')
    await enter(good)
    expect(await billing(ecosystem)).toMatchObject({ status: 'active', paymentMethod: { last4: '4444' } })
  })

  it('charges the invoices that were shown, and none that came later', async () => {
    const mxn = (amount: number) => ({ amount, currency: 'MXN' })
    const ecosystem = await owing('Debe Cuatro')
    const begun = (expectedTotal: object) => begin(ecosystem, newId('key'), undefined, { expectedTotal })
    for (const other of [mxn(99_899), mxn(99_901), { amount: 99_900, currency: 'USD' }])
      expect((await begun(other)).body).toMatchObject({ status: 409, code: 'price-changed' })
    for (const bad of [mxn(-1), mxn(0.5), {}, '99900'])
      expect((await begun(bad as object)).body).toMatchObject({ status: 400, code: 'invalid-input' })
    const before = await charges(ecosystem)
    await enter(await setupOf(ecosystem, mxn(0)))
    expect(await billing(ecosystem)).toMatchObject({ status: 'past-due', paymentMethod: { last4: '4444' } })
    expect(await charges(ecosystem)).toBe(before)

    await world.advanceBy('PT1M')
    const setup = await setupOf(ecosystem, mxn(99_900))
    const customer = await customerOf(ecosystem)
    const { data: subscriptions } = await stripe.subscriptions.list({ customer })
    const subscription = subscriptions[0]!.id
    await stripe.invoiceItems.create({ customer, subscription, amount: 50_000, currency: 'mxn' })
    const later = await stripe.invoices.create({ customer, subscription })
    await stripe.invoices.finalizeInvoice(later.id!, { auto_advance: false })
    await enter(setup, 'pm_card_visa')
    expect(await charges(ecosystem)).toBe(before + 1)
    const { data } = await stripe.events.list({ type: 'setup_intent.succeeded', limit: 1 })
    await again(data[0]!.id)
    expect(await charges(ecosystem)).toBe(before + 1)
    expect((await stripe.invoices.retrieve(later.id!)).status).toBe('open')
  })

  it('charges once when the answer to the charge is lost', async () => {
    const ecosystem = await owing('Debe Tres')
    const setup = await setupOf(ecosystem)
    const before = await charges(ecosystem)
    const customer = await customerOf(ecosystem)
    const open = await stripe.invoices.list({ customer, status: 'open' })
    const path = `/v1/invoices/${open.data[0]!.id}/pay`
    world.stripe.faults({ api: { failNext: [{ path, status: 'timeout-after-success', times: 2 }] } })
    await enter(setup)
    expect((await billing(ecosystem)).status).toBe('active')
    expect(await charges(ecosystem)).toBe(before + 1)
  })
})

it('never replaces a newer card by an older one, even when the older one’s message comes late', async () => {
  const ecosystem = await make('Dos Pestañas')
  const [first, second] = [await setupOf(ecosystem), await setupOf(ecosystem)]
  await world.advanceBy('PT1M')
  world.stripe.faults({ webhooks: { drop: true } })
  await enter(first, 'pm_card_amex')
  world.stripe.faults({ webhooks: { drop: false } })
  await world.advanceBy('PT1M')
  await enter(second)
  expect((await billing(ecosystem)).paymentMethod?.brand).toBe('mastercard')
  const { data } = await stripe.events.list({ type: 'setup_intent.succeeded', limit: 5 })
  const late = data.find(({ data }) => (data.object as Stripe.SetupIntent).id === first)!
  await world.send(`/sandbox/stripe/events/${late.id}/resend`, { method: 'POST' })
  expect((await billing(ecosystem)).paymentMethod?.brand).toBe('mastercard')

  await world.advanceBy('PT1M')
  world.stripe.saveCard(await customerOf(ecosystem), '4242424242424242')
  await again(late.id)
  expect((await billing(ecosystem)).paymentMethod).toMatchObject({ brand: 'visa', last4: '4242' })
})

it('does not pay for a change that still waits for its bank', async () => {
  const customer = await newCustomer(world, {
    catalogue: 'waizant',
    plan: 'lite',
    card: '4000002760003184',
  })
  const { body: quote } = await customer.preview('plus')
  const { body: waiting } = await customer.confirm(quote.quoteId)
  expect(waiting.status).toBe('requires-action')
  await world.advanceBy('PT1M')
  await enter(await setupOf(customer.id), 'pm_card_visa')
  expect(await customer.billing()).toMatchObject({ plan: 'lite', paymentMethod: { last4: '4242' } })
  expect((await customer.invoices()).map(({ status }) => status)).toEqual(['open', 'paid'])
})

it('stays the default when a change takes effect that was scheduled before it', async () => {
  const ecosystem = await make('Con Cambio', { plan: 'pro' })
  const { data } = await stripe.subscriptions.list({ customer: await customerOf(ecosystem) })
  const [subscription] = data
  const item = subscription!.items.data[0]!
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription!.id })
  const [now] = schedule.phases
  const items = [{ price: item.price.id, quantity: 1 }]
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [
      { items, start_date: now!.start_date, end_date: now!.end_date },
      { items, duration: { interval: 'month', interval_count: 1 } },
    ],
  })
  await world.advanceBy('PT1M')
  await enter(await setupOf(ecosystem))
  await world.advanceBy('P1M')
  await world.advanceBy('PT3H')
  expect(await billing(ecosystem)).toMatchObject({ status: 'active', paymentMethod: { last4: '4444' } })
  const [card, own] = await defaults(ecosystem)
  expect(own).toBe(card)
})

it('shows the customer’s card when the subscription has none of its own', async () => {
  const ecosystem = await make('Tarjeta del Cliente')
  await world.advanceBy('PT1M')
  await enter(await setupOf(ecosystem))
  const { data } = await stripe.subscriptions.list({ customer: await customerOf(ecosystem) })
  await stripe.subscriptions.update(data[0]!.id, { default_payment_method: '' })
  await world.settled()
  expect((await billing(ecosystem)).paymentMethod).toMatchObject({ last4: '4444' })
})
