import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestPrice, startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
let price: Stripe.Price
beforeAll(async () => {
  server = await startTestServer('2027-03-11T06:00:00Z')
  price = await createTestPrice(server.stripe, 'Pro <b>', 3100)
})
afterAll(() => server.close())

const open = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  server.stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 1 }],
    success_url: 'https://example.com/ok?id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://example.com/no',
    custom_fields: [{ key: 'company', label: { type: 'custom', custom: 'Empresa' }, type: 'text' }],
    subscription_data: { billing_cycle_anchor_config: { day_of_month: 1, hour: 6, minute: 0, second: 0 } },
    ...more,
  })

const visit = async (url: string, form?: Record<string, string>, language = 'es-MX') => {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { 'accept-language': language },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

const buyer = {
  email: 'ana@example.com',
  'field-company': 'ACME',
  number: '4242 4242 4242 4242',
  expiry: '12 / 34',
  cvc: '123',
}

describe('the checkout page', () => {
  it('shows in the language of the buyer what is due today, and escapes names', async () => {
    const session = await open()
    const spanish = await visit(session.url!)
    expect(spanish.status).toBe(200)
    expect(spanish.text).toContain('Modo de prueba')
    expect(spanish.text).toContain('Pro &lt;b&gt;')
    expect(spanish.text).toMatch(/USD\s21\.00/)
    expect(spanish.text).toContain('1 de abril de 2027')
    expect((await visit(session.url!, undefined, 'en-GB')).text).toContain('Test mode')
  })

  it('names every mistake at its field and keeps what was typed', async () => {
    const session = await open()
    const answer = await visit(session.url!, {
      ...buyer,
      email: 'ana',
      number: '4242 4242 4242 4241',
      expiry: '01/20',
      cvc: '1',
      'field-company': '',
    })
    expect(answer.status).toBe(422)
    for (const name of ['email', 'number', 'expiry', 'cvc', 'field-company'])
      expect(answer.text).toContain(`id="${name}-error"`)
    expect(answer.text).toContain('value="4242 4242 4242 4241"')
    expect((await server.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
  })

  it('explains a decline and lets the buyer try another card', async () => {
    const session = await open()
    const declined = await visit(session.url!, { ...buyer, number: '4000000000009995' })
    expect(declined.status).toBe(402)
    expect(declined.text).toContain('fondos suficientes')
    const paid = await visit(session.url!, buyer)
    expect(paid).toMatchObject({ status: 303, location: `https://example.com/ok?id=${session.id}` })
    const done = await server.stripe.checkout.sessions.retrieve(session.id)
    expect(done.custom_fields[0]!.text!.value).toBe('ACME')
    expect(done.customer_details!.email).toBe('ana@example.com')
  })

  it('asks the bank of a card with 3-D Secure, which may say no', async () => {
    const session = await open()
    const first = await visit(session.url!, { ...buyer, number: '4000002500003155' })
    expect(first.location).toBe(`/c/pay/${session.id}/authenticate`)
    const bank = `${server.sandbox.url}${first.location}`
    expect((await visit(bank)).text).toContain('banco')
    expect((await visit(bank, { answer: 'no' })).status).toBe(402)
    await visit(session.url!, { ...buyer, number: '4000002500003155' })
    expect(await visit(bank, { answer: 'yes' })).toMatchObject({
      status: 303,
      location: `https://example.com/ok?id=${session.id}`,
    })
  })

  it('asks for what the session wants to know, and keeps it', async () => {
    const session = await open({
      billing_address_collection: 'required',
      phone_number_collection: { enabled: true },
      tax_id_collection: { enabled: true },
    })
    const missing = await visit(session.url!, buyer)
    for (const name of ['phone', 'line1', 'city', 'state', 'postal_code', 'country'])
      expect(missing.text).toContain(`id="${name}-error"`)
    const address = { line1: 'Reforma 1', city: 'CDMX', state: 'CDMX', postal_code: '06600', country: 'mx' }
    await visit(session.url!, { ...buyer, ...address, phone: '5555555555', tax_id: 'XAXX010101000' })
    const done = await server.stripe.checkout.sessions.retrieve(session.id, { expand: ['customer'] })
    expect(done.customer_details).toMatchObject({
      phone: '5555555555',
      address: { line1: 'Reforma 1', country: 'MX' },
      tax_ids: [{ type: 'mx_rfc', value: 'XAXX010101000' }],
    })
    expect(done.customer).toMatchObject({ phone: '5555555555', address: { city: 'CDMX' } })
  })

  it('charges once however often it is submitted, and says so afterwards', async () => {
    const session = await open()
    const answers = await Promise.all(Array.from({ length: 5 }, () => visit(session.url!, buyer)))
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
    const { customer } = await server.stripe.checkout.sessions.retrieve(session.id)
    expect((await server.stripe.charges.list({ customer: customer as string })).data).toHaveLength(1)
    const again = await visit(session.url!)
    expect(again.text).toContain('ya está hecho')
    expect(again.text).toContain(`https://example.com/ok?id=${session.id}`)
  })

  it('says when it has expired, and when there is no such page', async () => {
    const session = await open()
    await server.stripe.checkout.sessions.expire(session.id)
    const answer = await visit(session.url!)
    expect(answer.status).toBe(410)
    expect(answer.text).toContain('https://example.com/no')
    expect((await visit(`${server.sandbox.url}/c/pay/cs_test_none`)).status).toBe(404)
  })
})

it('shows a paid invoice as a page and as a PDF', async () => {
  const session = await open()
  await server.sandbox.pay(session.id, { card: '4242424242424242' })
  const { invoice } = await server.stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice'] })
  const { hosted_invoice_url, invoice_pdf } = invoice as Stripe.Invoice
  expect((await visit(hosted_invoice_url!)).text).toContain('Pagada')
  expect((await visit(invoice_pdf!)).text).toMatch(/^%PDF-1\.4/)
})
