import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.ts'
import { startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
let browser: Browser
let site: Server

/** A shop's page on another origin that loads only the stand-in. */
const html = () =>
  `<!doctype html><html lang="es"><title>Shop</title><div id="card"></div><script src="${server.sandbox.url}/v3/"></script>`

describe('Stripe.js of the sandbox', () => {
  beforeAll(async () => {
    server = await startTestServer('2027-03-11T06:00:00Z')
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html()))
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })
  })
  afterAll(async () => {
    await browser.close()
    site.close()
    await server.close()
  })

  const shop = async (): Promise<Page> => {
    const page = await browser.newPage({ locale: 'es-MX' })
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
    return page
  }

  /** Runs in the page: `stripe` is ready, `server` is the argument from the test. */
  const inPage = <Result>(page: Page, names: object, script: string): Promise<Result> =>
    page.evaluate(
      ([key, values, body]) =>
        new Function('Stripe', 'key', 'server', `const stripe = window.stripe ??= Stripe(key);${body}`)(
          (window as never as { Stripe: unknown }).Stripe,
          key,
          values,
        ),
      [server.sandbox.publishableKey, names, script] as const,
    ) as Promise<Result>

  const type = async (page: Page, number: string) => {
    await page.mouse.click(60, 60)
    await inPage(page, {}, 'window.element.focus()')
    await page.keyboard.type(number)
    await page.keyboard.press('Tab')
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123')
  }

  it('keeps a card with confirmSetup, in fields that the page cannot read', async () => {
    const customer = await server.stripe.customers.create({ email: 'ana@example.com' })
    const intent = await server.stripe.setupIntents.create({ customer: customer.id })
    const page = await shop()
    await inPage(
      page,
      { secret: intent.client_secret },
      `
      window.elements = stripe.elements({ clientSecret: server.secret, appearance: { variables: { colorPrimary: '#083' } } });
      window.element = elements.create('payment'); element.mount('#card')`,
    )
    const incomplete = await inPage<{ error: { code: string } }>(
      page,
      {},
      "return stripe.confirmSetup({ elements, redirect: 'if_required' })",
    )
    expect(incomplete.error.code).toBe('incomplete_number')
    await type(page, '4242424242424242')
    const done = await inPage<{ setupIntent: { status: string } }>(
      page,
      {},
      "return stripe.confirmSetup({ elements, redirect: 'if_required' })",
    )
    expect(done.setupIntent.status).toBe('succeeded')
    expect(
      await page.evaluate(() => document.documentElement.outerHTML + document.body.innerText),
    ).not.toContain('4242')
    expect((await server.stripe.paymentMethods.list({ customer: customer.id })).data[0]!.card!.last4).toBe(
      '4242',
    )
    await page.close()
  })

  it('asks the bank in a dialog, which may say no', async () => {
    const intent = await server.stripe.paymentIntents.create({
      amount: 900,
      currency: 'usd',
      payment_method: 'pm_card_threeDSecure2Required',
      confirm: true,
      return_url: 'https://example.com',
    })
    expect(intent.status).toBe('requires_action')
    const page = await shop()
    const asked = inPage<{ error: { code: string } }>(
      page,
      { clientSecret: intent.client_secret },
      'return stripe.handleNextAction(server)',
    )
    await page.getByRole('button', { name: 'No, cancelar' }).click()
    expect((await asked).error.code).toBe('payment_intent_authentication_failure')
    const again = inPage<{ paymentIntent: { status: string } }>(
      page,
      { clientSecret: intent.client_secret },
      "return stripe.confirmPayment({ clientSecret: server.clientSecret, confirmParams: { payment_method: 'pm_card_threeDSecure2Required' }, redirect: 'if_required' })",
    )
    await page.getByRole('button', { name: 'Sí, autorizo' }).click()
    expect((await again).paymentIntent.status).toBe('succeeded')
    await page.close()
  })

  it('confirms a checkout session in place, with a new card and then with the saved one', async () => {
    const customer = await server.stripe.customers.create({ email: 'leo@example.com' })
    const open = () =>
      server.stripe.checkout.sessions.create({
        mode: 'payment',
        ui_mode: 'elements',
        customer: customer.id,
        return_url: 'https://example.com/return?s={CHECKOUT_SESSION_ID}',
        line_items: [
          {
            price_data: { currency: 'usd', unit_amount: 1500, product_data: { name: 'Encounters' } },
            quantity: 2,
          },
        ],
        payment_intent_data: { setup_future_usage: 'off_session' },
        invoice_creation: { enabled: true },
      })
    const start = `const checkout = stripe.initCheckoutElementsSdk({ clientSecret: server.secret, adaptivePricing: { allowed: false } });`
    const page = await shop()
    const first = await open()
    await inPage(
      page,
      { secret: first.client_secret },
      `${start}
      window.element = checkout.createPaymentElement(); element.mount('#card');
      return checkout.loadActions().then((loaded) => { window.actions = loaded.actions })`,
    )
    await type(page, '4000002500003155')
    const paying = inPage<{
      type: string
      session: { status: object; total: { total: { minorUnitsAmount: number } } }
    }>(page, {}, "return actions.confirm({ redirect: 'if_required' })")
    await page.getByRole('button', { name: 'Sí, autorizo' }).click()
    expect(await paying).toMatchObject({
      type: 'success',
      session: {
        status: { type: 'complete', paymentStatus: 'paid' },
        total: { total: { minorUnitsAmount: 3000 } },
      },
    })
    const { invoice } = await server.stripe.checkout.sessions.retrieve(first.id, { expand: ['invoice'] })
    expect((invoice as Stripe.Invoice).status).toBe('paid')

    await server.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    const second = await open()
    const saved = await inPage<{ type: string }>(
      page,
      { secret: second.client_secret },
      `${start}
      return checkout.loadActions().then(({ actions }) => actions.confirm({ paymentMethod: actions.getSession().savedPaymentMethods[0].id, redirect: 'if_required' }))`,
    )
    expect(saved.type).toBe('success')
    const declined = await open()
    const no = await inPage(
      page,
      { secret: declined.client_secret },
      `${start}
      return checkout.loadActions().then(({ actions }) => actions.confirm({ paymentMethod: 'pm_card_chargeDeclinedInsufficientFunds', redirect: 'if_required' }))`,
    )
    expect(no).toMatchObject({
      type: 'error',
      error: { code: 'paymentFailed', paymentFailed: { declineCode: 'insufficient_funds' } },
    })
    await page.close()
  })

  it('hands a card to the server as a confirmation token', async () => {
    const page = await shop()
    await inPage(
      page,
      {},
      "window.elements = stripe.elements({ mode: 'payment', amount: 900, currency: 'usd' }); window.element = elements.create('payment'); element.mount('#card')",
    )
    await type(page, '5555555555554444')
    const { confirmationToken } = await inPage<{ confirmationToken: { id: string } }>(
      page,
      {},
      'return stripe.createConfirmationToken({ elements })',
    )
    const paid = await server.stripe.paymentIntents.create({
      amount: 900,
      currency: 'usd',
      confirm: true,
      confirmation_token: confirmationToken.id,
      return_url: 'https://example.com',
    })
    expect(paid.status).toBe('succeeded')
    await page.close()
  })
})
