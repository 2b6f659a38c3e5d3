import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Billing } from '#contract/billing'
import { newId } from '../base/id.ts'
import { ecosystems, messages } from '../db/tables/index.ts'
import { type Customer, newCustomer } from '../testing/customer.ts'
import { openWorld, type World } from '../testing/world.ts'

vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const failing = '4000000000000341'
const asking = '4000002760003184'

const billing = async ({ billing }: Customer): Promise<Billing> => Billing.parse(await billing())
const received = async ({ id }: Customer) => {
  const kinds = ['payment-failed', 'suspended', 'reactivated']
  const rows = await world.deps.db.select().from(messages).where(eq(messages.ecosystem, id))
  return rows
    .filter(({ kind }) => kinds.includes(kind))
    .sort((one, other) => +one.createdAt - +other.createdAt)
    .map(({ kind }) => kind)
}
const charged = async (customer: Customer) =>
  (await customer.invoices()).filter(({ amount_paid }) => amount_paid > 0).length

/** Replaces the card at the provider by a good one, without a message about it. */
const replaceCard = async (customer: Customer, card = 'pm_card_visa') => {
  const { id } = await customer.stripe.paymentMethods.attach(card, { customer: customer.provider })
  const { id: own } = await customer.subscription()
  await customer.stripe.subscriptions.update(own, { default_payment_method: id })
  await world.settled()
}

/** A customer whose first renewal was declined a moment ago. */
const owing = async (card = failing, wanted: object = {}) => {
  const customer = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card, ...wanted })
  const { nextPayment } = await billing(customer)
  await world.advanceTo(new Date(+new Date(nextPayment!.date) + 61 * 60_000))
  expect((await billing(customer)).status).toBe('past-due')
  return customer
}

describe('a renewal that can’t be charged', () => {
  it('keeps the time of the day in Tijuana, where these three days have 71 hours', async () => {
    await world.advanceTo('2027-02-12T18:00:00Z')
    const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: failing })
    const zone = { timeZone: 'America/Tijuana' }
    await world.deps.db.update(ecosystems).set(zone).where(eq(ecosystems.id, eva.id))
    await world.advanceTo('2027-03-13T00:00:00Z')
    const { due } = await billing(eva)
    expect(+new Date(due!.suspendsAt) - +new Date(due!.since)).toBe(71 * 3_600_000)
    await world.advanceTo(new Date(due!.suspendsAt))
    expect((await billing(eva)).status).toBe('suspended')
  })

  it('is announced with reason, amount and deadline; nothing else changes for three days', async () => {
    const eva = await owing()
    const { due, notices, status } = await billing(eva)
    expect(status).toBe('past-due')
    expect(due).toMatchObject({
      amount: { amount: 99_900, currency: 'MXN' },
      reason: { code: 'card-declined' },
      needsAction: false,
      retryAt: expect.any(String),
    })
    expect(+new Date(due!.suspendsAt) - +new Date(due!.since)).toBe(3 * 86_400_000)
    expect(notices[0]).toMatchObject({
      code: 'payment-failed',
      at: due!.suspendsAt,
      text: expect.stringContaining('No pudimos cobrar $999.00. Tu banco rechazó el pago.'),
      facts: { invoice: due!.invoice },
    })
    expect(await eva.get('entitlements')).toMatchObject({ access: 'full', validUntil: due!.suspendsAt })
    expect(await received(eva)).toEqual(['payment-failed'])
  })

  it('suspends on the third day, although the provider goes on retrying', async () => {
    const eva = await owing()
    const { suspendsAt, invoice } = (await billing(eva)).due!
    await world.advanceTo(new Date(+new Date(suspendsAt) - 60_000))
    expect((await billing(eva)).status).toBe('past-due')
    await world.advanceTo(new Date(suspendsAt))
    const { status, notices, due } = await billing(eva)
    expect(status).toBe('suspended')
    expect(notices[0]).toMatchObject({
      code: 'suspended',
      text: expect.stringContaining('Guardamos tus datos'),
    })
    expect(due).toMatchObject({ invoice, suspendsAt })
    // The provider still reports it as past due, and retries three more times.
    expect((await eva.subscription()).status).toBe('past_due')
    await world.advanceBy('P16D')
    const [renewal] = await eva.invoices()
    expect(renewal).toMatchObject({ status: 'open', attempt_count: 4 })
    expect((await billing(eva)).status).toBe('suspended')
    expect(await eva.get('entitlements')).toMatchObject({ status: 'suspended', access: 'read-only' })
    expect(await received(eva)).toEqual(['payment-failed', 'suspended'])
  })

  it('that is paid in the very second of the suspension never suspends', async () => {
    const eva = await owing()
    const { suspendsAt } = (await billing(eva)).due!
    await replaceCard(eva)
    expect((await billing(eva)).status).toBe('past-due')
    // The provider's own retry comes in the same second.
    await world.advanceTo(new Date(suspendsAt))
    expect(await billing(eva)).toMatchObject({ status: 'active' })
    expect((await billing(eva)).due).toBeUndefined()
    expect(await received(eva)).toEqual(['payment-failed'])
    expect(await charged(eva)).toBe(2)
  })

  it('reactivates by itself as soon as it is paid, with everything', async () => {
    const eva = await owing()
    await world.advanceBy('P5D')
    expect((await billing(eva)).status).toBe('suspended')
    const setup = (await eva.post('payment-method', {})).body.clientSecret.split('_secret_')[0]
    await eva.stripe.setupIntents.confirm(setup, { payment_method: 'pm_card_mastercard' })
    await world.settled()
    expect(await billing(eva)).toMatchObject({ status: 'active', notices: [] })
    expect(await eva.get('entitlements')).toMatchObject({ access: 'full' })
    expect(await received(eva)).toEqual(['payment-failed', 'suspended', 'reactivated'])
    expect(await charged(eva)).toBe(2)
  })

  it('sends no outdated mail: after a week of downtime it only announces the suspension', async () => {
    const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: failing })
    const { nextPayment } = await billing(eva)
    const due = +new Date(nextPayment!.date)
    world.stripe.faults({ webhooks: { drop: true } })
    await world.deps.scheduler.stop()
    world.sandbox.clock.advanceTo(new Date(due + 60_000))
    await world.stripe.runDue()
    world.sandbox.clock.advanceTo(new Date(due + 2 * 3_600_000))
    await world.stripe.runDue()
    world.sandbox.clock.advanceTo(new Date(due + 7 * 86_400_000))
    world.stripe.faults({ webhooks: { drop: false } })
    await world.advanceBy('PT1H')
    expect((await billing(eva)).status).toBe('suspended')
    expect(await received(eva)).toEqual(['suspended'])
  })
})

describe('paying an invoice in the page', () => {
  const pay = (customer: Customer, invoice: string, key = newId('key')) =>
    customer.post(`invoices/${invoice}/pay`, {}, key)

  it('reactivates at once, is charged once, and returns the same answer again', async () => {
    const eva = await owing()
    await world.advanceBy('P4D')
    const { invoice } = (await billing(eva)).due!
    const declined = await pay(eva, invoice)
    expect(declined.body).toMatchObject({ status: 402, code: 'payment-declined' })
    await replaceCard(eva)
    const key = newId('key')
    const answers = await Promise.all([pay(eva, invoice, key), pay(eva, invoice, key), pay(eva, invoice)])
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 3 }, () => [200, { status: 'paid' }]),
    )
    await world.settled()
    expect((await billing(eva)).status).toBe('active')
    expect(await charged(eva)).toBe(2)
  })

  it('lets the bank ask the card holder, who was not present before', async () => {
    const eva = await owing(asking)
    const { due, notices } = await billing(eva)
    expect(due).toMatchObject({ needsAction: true, reason: { code: 'authentication-failed' } })
    expect(notices[0]).toMatchObject({ code: 'payment-failed', facts: { asks: 1 } })
    const key = newId('key')
    const { body, status } = await pay(eva, due!.invoice, key)
    expect([status, body]).toEqual([
      200,
      { status: 'requires-action', clientSecret: expect.stringMatching(/^pi_.+_secret_/) },
    ])
    world.stripe.authenticate(body.clientSecret.split('_secret_')[0], true)
    await world.settled()
    expect((await billing(eva)).status).toBe('active')
    expect((await pay(eva, due!.invoice, key)).body).toEqual({ status: 'paid' })
    expect(await charged(eva)).toBe(2)
  })

  it('is for buyers, of their own invoices, that are to be paid', async () => {
    const [eva, leo] = [await owing(), await newCustomer(world, { catalogue: 'erp', plan: 'basico' })]
    const { invoice } = (await billing(eva)).due!
    expect((await pay(leo, invoice)).status).toBe(404)
    expect((await pay(leo, 'in_nobody')).status).toBe(404)
    const [paid] = await leo.invoices()
    expect((await pay(leo, paid!.id!)).body).toEqual({ status: 'paid' })
    const { body } = await world.send('/sandbox/identity/token', { body: { groups: [eva.id] } })
    const headers = { Authorization: `Bearer ${body.token}`, 'Idempotency-Key': 'x' }
    const path = `/v1/ecosystems/${eva.id}/invoices/${invoice}/pay`
    expect((await world.send(path, { method: 'POST', headers })).body.code).toBe('not-allowed')
    const keyless = await world.send(path, { method: 'POST', headers: eva.signedIn })
    expect(keyless.body.code).toBe('idempotency-key-required')
    await eva.stripe.invoices.voidInvoice(invoice)
    await world.settled()
    expect((await pay(eva, invoice)).body.code).toBe('invoice-not-payable')
  })
})

it('a declined change of plan is no debt: no mail is sent, and no account is suspended', async () => {
  const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: failing })
  const { quoteId } = (await eva.preview('pro')).body
  expect((await eva.confirm(quoteId)).status).toBe(402)
  await world.advanceBy('P4D')
  expect(await billing(eva)).toMatchObject({ status: 'active', plan: 'basico' })
  expect((await billing(eva)).due).toBeUndefined()
  expect(await received(eva)).toEqual([])
})
