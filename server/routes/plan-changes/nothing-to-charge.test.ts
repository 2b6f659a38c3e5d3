import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Billing } from '#contract/billing'
import { newId } from '../../base/id.ts'
import { invoices, messages } from '../../db/tables/index.ts'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const renew = async (customer: Customer) => {
  const { nextPayment } = await billingOf(customer)
  await world.advanceTo(new Date(Date.parse(nextPayment!.date) + 61 * 60_000).toISOString())
}

const billingOf = async ({ billing }: Customer) => Billing.parse(await billing())

/** An operator removes the card at the provider. */
const removeCard = async ({ stripe, provider }: Customer) => {
  const { data } = await stripe.customers.listPaymentMethods(provider)
  for (const { id } of data) await stripe.paymentMethods.detach(id)
  await world.settled()
}

describe('a card that was removed at the provider', () => {
  it('is gone from the panel at once, which asks for a new one and says until when', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    const before = await billingOf(ana)
    expect([before.paymentMethod?.last4, before.notices]).toEqual(['4242', []])
    await removeCard(ana)
    const { paymentMethod, notices, nextPayment } = await billingOf(ana)
    expect(paymentMethod).toBe(null)
    expect(notices).toMatchObject([{ code: 'no-payment-method', at: nextPayment!.date }])
    expect(notices[0]!.text).toMatch(/^No tienes una tarjeta guardada\. Agrega una antes del \d+ de \w+/)
  })

  it('is the reason why its renewal failed: no bank declined, in the panel and in the mail', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    await removeCard(ana)
    await renew(ana)
    const { status, due } = await billingOf(ana)
    expect([status, due?.reason]).toEqual([
      'past-due',
      { code: 'no-payment-method', text: 'No tienes una tarjeta guardada. Agrega una para pagar.' },
    ])
    const [mail] = await world.deps.db
      .select()
      .from(messages)
      .where(and(eq(messages.ecosystem, ana.id), eq(messages.kind, 'payment-failed')))
    expect(mail!.facts).toMatchObject({ reason: 'no_payment_method' })
  })

  it('is not the reason when a bank did decline', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
    await renew(ana)
    expect((await billingOf(ana)).due?.reason.code).toBe('card-declined')
  })
})

describe('a debt that is forgiven at the provider', () => {
  it.each(['void', 'uncollectible'])('ends the past-due state: %s', async (how) => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
    await renew(ana)
    const { due } = await billingOf(ana)
    if (how === 'void') await ana.stripe.invoices.voidInvoice(due!.invoice)
    else await ana.stripe.invoices.markUncollectible(due!.invoice)
    await world.settled()
    expect((await ana.subscription()).status).toBe('active')
    const after = await billingOf(ana)
    expect([after.status, after.due, after.notices]).toEqual(['active', undefined, []])
    await world.advanceBy('P5D')
    expect((await billingOf(ana)).status).toBe('active')
  })

  it('continues while another one is open', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
    await renew(ana)
    await renew(ana)
    const open = (await ana.invoices()).filter(({ status }) => status === 'open')
    expect(open.length).toBe(2)
    await ana.stripe.invoices.voidInvoice(open[1]!.id!)
    await world.settled()
    expect((await ana.subscription()).status).toBe('past_due')
    expect((await billingOf(ana)).due?.invoice).toBe(open[0]!.id)
  })
})

it('the newer of two invoices paid in one second is the last payment', async () => {
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  const at = new Date(Date.parse((await billingOf(ana)).lastPayment!.date) + 1000)
  const paid = (number: string, amount: number) => ({
    providerId: newId('in'),
    ecosystem: ana.id,
    number,
    status: 'paid',
    currency: 'MXN' as const,
    total: amount,
    amountPaid: amount,
    balanceUsed: 0,
    lines: [],
    at,
    paidAt: at,
  })
  const rows = [paid('WZ-0009', 900), paid('WZ-0011', 1100), paid('WZ-0010', 1000)]
  await world.deps.db.insert(invoices).values(rows)
  expect((await billingOf(ana)).lastPayment?.amount.amount).toBe(1100)
})
