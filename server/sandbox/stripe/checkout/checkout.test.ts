import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestPrice, startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer('2027-03-11T06:00:00Z')
})
afterAll(() => server.close())

const openCheckout = async () => {
  const { stripe } = server
  const price = await createTestPrice(stripe, 'Pro', 3100)
  return stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 2 }],
    success_url: 'https://example.com/ok?id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://example.com/no',
    client_reference_id: 'legacy533',
    metadata: { order: '7' },
    adaptive_pricing: { enabled: false },
    custom_fields: [{ key: 'company', label: { type: 'custom', custom: 'Empresa' }, type: 'text' }],
    subscription_data: {
      metadata: { ecosystem: 'legacy533' },
      billing_mode: { type: 'flexible' },
      billing_cycle_anchor_config: { day_of_month: 1, hour: 6, minute: 0, second: 0 },
      proration_behavior: 'create_prorations',
    },
  })
}

describe('a subscription bought through Checkout', () => {
  it('charges the stub to the first of the month at once', async () => {
    const { stripe, sandbox, events } = server
    const session = await openCheckout()
    expect(session.url).toBe(`${sandbox.url}/c/pay/${session.id}`)
    // 11 March to 1 April is 21 of March's 31 days: 2 × 31.00 × 21/31 = 42.00.
    expect(session.amount_total).toBe(4200)

    const paid = await sandbox.pay(session.id, {
      card: '4242 4242 4242 4242',
      email: 'ana@example.com',
      fields: { company: 'ACME' },
    })
    expect(paid.status).toBe(200)
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription.latest_invoice.payments', 'customer', 'line_items'],
    })
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      client_reference_id: 'legacy533',
    })
    expect(done.custom_fields[0]?.text?.value).toBe('ACME')
    const subscription = done.subscription as import('stripe').Stripe.Subscription
    expect(subscription).toMatchObject({ status: 'active', metadata: { ecosystem: 'legacy533' } })
    expect(subscription.items.data[0]?.current_period_end).toBe(Date.parse('2027-04-01T06:00:00Z') / 1000)
    const invoice = subscription.latest_invoice as import('stripe').Stripe.Invoice
    expect(invoice).toMatchObject({
      status: 'paid',
      total: 4200,
      amount_paid: 4200,
      billing_reason: 'subscription_create',
    })
    expect(invoice.payments?.data[0]).toMatchObject({ status: 'paid', amount_paid: 4200 })

    await sandbox.settled()
    const types = events.map((event) => event.type)
    for (const type of [
      'customer.created',
      'payment_method.attached',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice_payment.paid',
      'payment_intent.succeeded',
      'charge.succeeded',
      'checkout.session.completed',
    ])
      expect(types).toContain(type)
    expect(types.at(-1)).toBe('checkout.session.completed')
  })

  it('leaves everything as it was when the card is declined, and can be paid once only', async () => {
    const { stripe, sandbox } = server
    const session = await openCheckout()
    const before = await stripe.subscriptions.list({ limit: 100 })
    expect(await sandbox.pay(session.id, { card: '4000000000009995' })).toMatchObject({
      status: 402,
      declineCode: 'insufficient_funds',
    })
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
    expect((await stripe.subscriptions.list({ limit: 100 })).data).toHaveLength(before.data.length)
    expect(await sandbox.pay(session.id, { card: '4000002500003155' })).toMatchObject({
      status: 402,
      code: 'authentication_required',
    })
    expect(await sandbox.pay(session.id, { card: '4000002500003155', authenticate: false })).toMatchObject({
      status: 402,
    })
    expect(await sandbox.pay(session.id, { card: '4000002500003155', authenticate: true })).toMatchObject({
      status: 200,
    })
    await expect(sandbox.pay(session.id, { card: '4242424242424242' })).rejects.toThrow('already complete')
  })

  it('is refused while the days before its anchor cost less than the smallest charge', async () => {
    const late = await startTestServer('2027-03-31T23:00:00Z')
    const price = await createTestPrice(late.stripe, 'Pro', 3100)
    const open = (proration_behavior: 'none' | 'create_prorations') =>
      late.stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items: [{ price: price.id, quantity: 1 }],
        success_url: 'https://example.com/ok',
        subscription_data: {
          billing_cycle_anchor: Date.parse('2027-04-01T06:00:00Z') / 1000,
          proration_behavior,
        },
      })
    await expect(open('create_prorations')).rejects.toMatchObject({ code: 'amount_too_small' })
    const free = await open('none')
    expect(free).toMatchObject({ amount_total: 0, payment_status: 'no_payment_required' })
    expect(await late.sandbox.pay(free.id, { card: '4242424242424242' })).toMatchObject({ status: 200 })
    await late.close()
  })

  it('renews on the first of each month, an hour after its draft', async () => {
    const { stripe, sandbox, until } = server
    const session = await openCheckout()
    await sandbox.pay(session.id, { card: '4242424242424242' })
    const { subscription } = await stripe.checkout.sessions.retrieve(session.id)
    await until('2027-04-01T06:30:00Z')
    const [draft] = (await stripe.invoices.list({ subscription: subscription as string })).data
    expect(draft).toMatchObject({ status: 'draft', total: 6200, billing_reason: 'subscription_cycle' })
    await until('2027-04-01T07:00:01Z')
    expect(await stripe.invoices.retrieve(draft!.id)).toMatchObject({ status: 'paid', amount_paid: 6200 })
  })
})

describe('a payment through Checkout with invoice_creation', () => {
  it('makes a paid invoice and leaves the balance alone', async () => {
    const { stripe, sandbox } = server
    const customer = await stripe.customers.create({ email: 'leo@example.com' })
    await stripe.customers.createBalanceTransaction(customer.id, { amount: -5000, currency: 'usd' })
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      ui_mode: 'elements',
      customer: customer.id,
      line_items: [
        {
          price_data: { currency: 'usd', unit_amount: 1500, product_data: { name: 'Encounters' } },
          quantity: 3,
        },
      ],
      return_url: 'https://example.com/return',
      invoice_creation: { enabled: true, invoice_data: { metadata: { order: '9' } } },
      payment_intent_data: { metadata: { order: '9' }, setup_future_usage: 'off_session' },
    })
    expect(session.client_secret).toMatch(/_secret_/)
    expect(await sandbox.pay(session.id, { card: '4242424242424242' })).toMatchObject({ status: 200 })
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['invoice', 'payment_intent'],
    })
    expect(done.invoice).toMatchObject({
      status: 'paid',
      total: 4500,
      amount_paid: 4500,
      starting_balance: 0,
      metadata: { order: '9' },
    })
    expect(done.payment_intent).toMatchObject({ status: 'succeeded', metadata: { order: '9' } })
    expect(
      await stripe.customers.retrieve(customer.id, { expand: ['invoice_credit_balance'] }),
    ).toMatchObject({ balance: -5000, invoice_credit_balance: { usd: 5000 } })
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1)
    // The saved card pays the next session by itself.
    const again = await stripe.checkout.sessions.create({
      mode: 'payment',
      ui_mode: 'elements',
      customer: customer.id,
      return_url: 'https://example.com/return',
      line_items: [
        {
          price_data: { currency: 'usd', unit_amount: 1500, product_data: { name: 'Encounters' } },
          quantity: 1,
        },
      ],
    })
    expect(await sandbox.pay(again.id)).toMatchObject({ status: 200 })
  })

  it('shows why a try was refused, goes on with the same payment, and ends it when the session expires', async () => {
    const { stripe, sandbox, events } = server
    const customer = await stripe.customers.create({ email: 'eva@example.com' })
    const open = () =>
      stripe.checkout.sessions.create({
        mode: 'payment',
        ui_mode: 'elements',
        customer: customer.id,
        line_items: [
          {
            price_data: { currency: 'usd', unit_amount: 1500, product_data: { name: 'Encounters' } },
            quantity: 1,
          },
        ],
        payment_intent_data: { metadata: { order: '10' } },
      })
    const { id } = await open()
    const intent = async (session: string) =>
      (await stripe.checkout.sessions.retrieve(session, { expand: ['payment_intent'] }))
        .payment_intent as import('stripe').Stripe.PaymentIntent
    expect(await intent(id)).toBeNull()
    await sandbox.pay(id, { card: '4000000000009995' })
    const refused = await intent(id)
    expect(refused).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
      metadata: { order: '10' },
    })
    await sandbox.pay(id, { card: '4000002500003155', authenticate: false })
    expect(await intent(id)).toMatchObject({
      id: refused.id,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    expect(await sandbox.pay(id, { card: '4242424242424242' })).toMatchObject({ status: 200 })
    expect(await intent(id)).toMatchObject({
      id: refused.id,
      status: 'succeeded',
      last_payment_error: null,
      amount_received: 1500,
    })
    const left = await open()
    await sandbox.pay(left.id, { card: '4000000000000002' })
    await stripe.checkout.sessions.expire(left.id)
    expect(await intent(left.id)).toMatchObject({ status: 'canceled', cancellation_reason: 'expired' })
    await sandbox.settled()
    expect(events.filter(({ type }) => type === 'payment_intent.payment_failed')).toHaveLength(3)
  })

  it('is refused below the smallest charge, and needs no payment when it costs nothing', async () => {
    const { stripe, sandbox } = server
    const open = (unit_amount: number) =>
      stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: 'https://example.com',
        line_items: [
          { price_data: { currency: 'usd', unit_amount, product_data: { name: 'Gift' } }, quantity: 1 },
        ],
        invoice_creation: { enabled: true },
      })
    await expect(open(49)).rejects.toMatchObject({ code: 'amount_too_small' })
    const free = await open(0)
    expect(await sandbox.pay(free.id, { card: '4242424242424242' })).toMatchObject({ status: 200 })
    expect(await stripe.checkout.sessions.retrieve(free.id, { expand: ['invoice'] })).toMatchObject({
      payment_status: 'no_payment_required',
      payment_intent: null,
      invoice: { status: 'paid', total: 0 },
    })
  })
})
