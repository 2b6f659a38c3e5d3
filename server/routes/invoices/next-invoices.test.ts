import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usage } from '../../db/tables/index.ts'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Two hours past a date, because a renewal is final after one hour. */
const advancePast = (date: string) => world.advanceTo(new Date(Date.parse(date) + 2 * 3_600_000))

const coupon = (percent_off: number, more: object = { duration: 'forever' as const }) => ({
  give: async ({ stripe, subscription }: Customer) => {
    const { id } = await stripe.coupons.create({ percent_off, ...more })
    await stripe.subscriptions.update((await subscription()).id, { discounts: [{ coupon: id }] })
  },
})

const taxRate = (percentage: number, inclusive: boolean) => ({
  give: async ({ stripe, subscription }: Customer) => {
    const { id } = await stripe.taxRates.create({ display_name: 'IVA', percentage, inclusive })
    await stripe.subscriptions.update((await subscription()).id, { default_tax_rates: [id] })
  },
})

/** An item that waits for the next invoice. */
const waiting = (amount: number) => ({
  give: ({ stripe, provider: customer }: Customer) =>
    stripe.invoiceItems.create({ customer, amount, currency: 'mxn' }),
})

const extraItem = {
  give: async ({ stripe, subscription }: Customer) => {
    const { id, currency } = await subscription()
    const product = await stripe.products.create({ name: 'Soporte en sitio' })
    const price_data = {
      currency,
      product: product.id,
      recurring: { interval: 'month' as const },
      unit_amount: 50_000,
    }
    await stripe.subscriptions.update(id, { items: [{ price_data }], proration_behavior: 'none' })
  },
}

type Quote = ReturnType<typeof quoteIn>

const make = async (customer: Customer, quote: Quote) => {
  const { billing } = doneIn(await customer.confirm(quote.quoteId))
  const [said, is] = [quote.nextInvoice!, billing.nextPayment!]
  expect(is.amount, 'the panel says what the review said').toEqual(said.amount)
  // A period that begins with the change begins when it is confirmed, some seconds after its review.
  expect(Date.parse(is.date) - Date.parse(said.date)).toBeGreaterThanOrEqual(0)
  expect(Date.parse(is.date) - Date.parse(said.date)).toBeLessThan(60_000)
}

/** The amount of the newest invoice, which a renewal created. */
const renewal = async (customer: Customer) => {
  const [invoice] = await customer.invoices()
  expect(invoice).toMatchObject({ billing_reason: 'subscription_cycle', status: 'paid' })
  return invoice!.amount_paid
}

describe('the next invoice of licences', () => {
  it('counts coupon, tax, and services that wait for it', async () => {
    const clinic = await newCustomer(world, { catalogue: 'waizant', plan: 'lite' })
    await coupon(20).give(clinic)
    await taxRate(16, false).give(clinic)
    await world.advanceBy('P3D')
    const [service] = (await clinic.billing()).services
    await clinic.use(service.id, 2)
    const { body: quote } = await clinic.post('licences/preview', { quantity: 8 })
    expect(quote.lines.at(-1)).toMatchObject({ kind: 'tax', description: 'Impuestos' })
    const lines = quote.lines.map(({ amount }: { amount: { amount: number } }) => amount.amount)
    expect(lines.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(quote.total.amount)
    const order = { quantity: 8, at: quote.at, expectedTotal: quote.total }
    expect((await clinic.post('licences', order)).status).toBe(200)
    expect((await clinic.billing()).nextPayment).toEqual(quote.nextInvoice)
    await advancePast(quote.nextInvoice.date)
    expect(await renewal(clinic)).toBe(quote.nextInvoice.amount.amount)
  })
})

interface Change {
  is: string
  given: { give: (customer: Customer) => Promise<unknown> }[]
  from: ['erp' | 'waizant', string]
  to: [string, ('month' | 'year')?]
  next: number
}

/** Less than the minimum that a card can be charged. */
const smallService = {
  give: ({ id }: Customer) =>
    world.deps.db.insert(usage).values({
      ecosystem: id,
      usageId: 'small',
      service: 'audit-case',
      units: 1,
      unit: 30,
      currency: 'USD',
      at: world.deps.clock.now(),
      status: 'recorded',
    }),
}

const changes: Change[] = [
  {
    is: 'with services too small to be charged by themselves',
    given: [smallService],
    from: ['waizant', 'lite'],
    to: ['plus'],
    next: 9_930,
  },
  { is: 'with a coupon of 20 %', given: [coupon(20)], from: ['erp', 'basico'], to: ['pro'], next: 199_920 },
  {
    is: 'with a tax that is added',
    given: [taxRate(16, false)],
    from: ['erp', 'basico'],
    to: ['pro'],
    next: 289_884,
  },
  {
    is: 'with a tax that is included',
    given: [taxRate(16, true)],
    from: ['erp', 'basico'],
    to: ['pro'],
    next: 249_900,
  },
  {
    is: 'with an item that the provider added',
    given: [extraItem],
    from: ['erp', 'basico'],
    to: ['pro'],
    next: 299_900,
  },
  {
    is: 'of twelve months with a coupon of 50 %',
    given: [coupon(50)],
    from: ['waizant', 'plus'],
    to: ['plus', 'year'],
    next: 47_520,
  },
  {
    is: 'of a larger plan and twelve months with a coupon of 50 %',
    given: [coupon(50)],
    from: ['waizant', 'lite'],
    to: ['premium', 'year'],
    next: 95_520,
  },
  {
    is: 'of a smaller plan later, with all of them together',
    given: [coupon(20), taxRate(16, false), extraItem],
    from: ['erp', 'pro'],
    to: ['basico'],
    next: 139_107,
  },
  {
    is: 'after a coupon that the change used up',
    given: [coupon(20, { duration: 'once' })],
    from: ['erp', 'basico'],
    to: ['pro'],
    next: 249_900,
  },
  {
    is: 'with a coupon that no earlier invoice uses up',
    given: [coupon(20, { duration: 'once' })],
    from: ['erp', 'pro'],
    to: ['basico'],
    next: 79_920,
  },
  {
    is: 'without what the change takes along',
    given: [waiting(30_000)],
    from: ['erp', 'basico'],
    to: ['pro'],
    next: 249_900,
  },
  {
    is: 'with what waits for it',
    given: [waiting(30_000)],
    from: ['erp', 'pro'],
    to: ['basico'],
    next: 129_900,
  },
]

describe('the next invoice of a review is what is charged then', () => {
  const made: { customer: Customer; quote: Quote; next: number }[] = []

  for (const { is, given, from, to, next } of changes)
    it(`says so ${is}`, async () => {
      const [catalogue, plan] = from
      const customer = await newCustomer(world, { catalogue, plan })
      for (const { give } of given) await give(customer)
      const quote = quoteIn(await customer.preview(...to))
      expect(quote.nextInvoice?.amount.amount).toBe(next)
      made.push({ customer, quote, next })
      await make(customer, quote)
    })

  it('charges it when it comes', async () => {
    const dates = made.map(({ quote }) => quote.nextInvoice!.date).sort()
    await advancePast(dates.at(-1)!)
    expect(made.length).toBe(changes.length)
    for (const { customer, next } of made) expect(await renewal(customer)).toBe(next)
  })

  it('is on the day when it comes, from twelve months to one', async () => {
    const clinic = await newCustomer(world, { catalogue: 'waizant', plan: 'lite' })
    await make(clinic, quoteIn(await clinic.preview('lite', 'year')))
    await advancePast((await clinic.billing()).nextPayment.date)
    await make(clinic, quoteIn(await clinic.preview('plus', 'month')))
  })

  it('is without a coupon that has ended by then', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    await coupon(20, { duration: 'repeating', duration_in_months: 3 }).give(ana)
    const quote = quoteIn(await ana.preview('basico', 'year'))
    expect(quote.nextInvoice?.amount.amount).toBe(1_018_900)
    await make(ana, quote)
  })
})
