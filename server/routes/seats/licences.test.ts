import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LicenceQuote } from '#contract/licences'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const clinic = (plan = 'plus', licences = 0) => newCustomer(world, { catalogue: 'waizant', plan, licences })
const quoteIn = (answer: { status: number; body: unknown; text: string }) => {
  expect(answer.status, answer.text).toBe(200)
  const quote = LicenceQuote.parse(answer.body)
  expect(quote.lines.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(quote.total.amount)
  return quote
}

describe('more licences', () => {
  it('go on the next invoice exactly as shown, without one of their own', async () => {
    const ana = await clinic()
    await world.advanceBy('PT40H')
    const quote = quoteIn(await ana.post('licences/preview', { quantity: 9 }))
    expect(quote).toMatchObject({ before: 5, included: 5, inUse: 1, unit: { amount: 800 } })
    expect(quote.lines).toMatchObject([
      { kind: 'charge', description: expect.stringMatching(/^4 licencias/) },
    ])
    await world.advanceBy('PT5M')
    const { at, total: expectedTotal } = quote
    const order = { quantity: 9, at, expectedTotal }
    expect(quoteIn(await ana.post('licences', order)).total).toEqual(expectedTotal)

    expect(await ana.invoices()).toHaveLength(1)
    const billing = await ana.billing()
    expect(billing.licences).toMatchObject({ total: 9, inUse: 1, included: 5, bought: 4 })
    expect(billing.nextPayment).toEqual(quote.nextInvoice)
    await world.settled()
    expect((await world.send(`/sandbox/ecosystems/${ana.id}/tickets`)).body.licences).toBe(9)

    await world.advanceTo(new Date(Date.parse(quote.nextInvoice!.date) + 2 * 3_600_000))
    expect((await ana.invoices())[0]!.amount_paid).toBe(quote.nextInvoice!.amount.amount)
  })

  it('have the unit price of the package that their number reaches', async () => {
    const ana = await clinic()
    expect(quoteIn(await ana.post('licences/preview', { quantity: 14 })).unit!.amount).toBe(800)
    expect(quoteIn(await ana.post('licences/preview', { quantity: 15 })).unit!.amount).toBe(700)
  })

  it('are part of the bill of a plan change, line by line', async () => {
    const ana = await clinic('lite')
    quoteIn(await ana.post('licences', { quantity: 7 }))
    const { body } = await ana.preview('plus')
    expect(body.lines.map(({ kind }: { kind: string }) => kind)).toContain('pending')
    const done = await ana.confirm(body.quoteId)
    expect(done.body.billing.licences).toMatchObject({ total: 7, bought: 2 })
    expect((await ana.invoices())[0]!.amount_paid).toBe(body.dueNow.amount)
  })
})

describe('fewer licences', () => {
  it('are credited on the next invoice, never below those in use or included', async () => {
    const ana = await clinic('plus', 5)
    await ana.users(8)
    const code = async (quantity: number) => (await ana.post('licences/preview', { quantity })).body.code
    expect([await code(7), await code(4)]).toEqual(['licences-in-use', 'licences-included'])
    const quote = quoteIn(await ana.post('licences', { quantity: 8 }))
    expect(quote.total.amount).toBeLessThan(0)
    await ana.users(1)
    quoteIn(await ana.post('licences', { quantity: 5 }))
    expect((await ana.billing()).licences).toMatchObject({ total: 5, inUse: 1, included: 5, bought: 0 })
    expect((await ana.subscription()).items.data).toHaveLength(1)
  })
})

describe('an order', () => {
  it('counts once, even when its key is sent again and any answer is lost', async () => {
    const ana = await clinic()
    world.stripe.faults({
      api: { failNext: [{ path: '/v1/subscriptions/*', times: 1, status: 'timeout-after-success' }] },
    })
    const answers = [
      await ana.post('licences', { quantity: 8 }, 'once'),
      await ana.post('licences', { quantity: 8 }, 'once'),
    ]
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    expect((await ana.post('licences', { quantity: 9 }, 'once')).body.code).toBe('idempotency-key-reused')
    const items = await ana.stripe.invoiceItems.list({ customer: ana.provider, pending: true })
    expect(items.data).toHaveLength(1)
  })

  it('is refused when the price is not the one that was shown', async () => {
    const ana = await clinic()
    const { at, total } = quoteIn(await ana.post('licences/preview', { quantity: 8 }))
    const code = async (order: object) =>
      (await ana.post('licences', { quantity: 8, at, ...order })).body.code
    expect(await code({ expectedTotal: { ...total, amount: total.amount + 1 } })).toBe('price-changed')
    await world.advanceBy('PT11M')
    expect(await code({ expectedTotal: total })).toBe('price-changed')
    expect((await ana.billing()).licences.bought).toBe(0)
  })

  it('that was shown before another tab bought the first licences is refused', async () => {
    const ana = await clinic()
    const shown = quoteIn(await ana.post('licences/preview', { quantity: 9 }))
    await world.advanceBy('PT1M')
    quoteIn(await ana.post('licences', { quantity: 6 }))
    const late = await ana.post('licences', { quantity: 9, at: shown.at, expectedTotal: shown.total })
    expect([late.status, late.body.code]).toEqual([409, 'price-changed'])
    expect((await ana.billing()).licences.bought).toBe(1)
  })

  it('in two tabs ends with the total of the last one, each charged once', async () => {
    const ana = await clinic()
    const answers = await Promise.all([6, 7, 8].map((quantity) => ana.post('licences', { quantity })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { bought } = (await ana.billing()).licences
    expect((await ana.subscription()).items.data.find(({ quantity }) => quantity === bought)).toBeTruthy()
  })

  it('is refused, as is its preview, for a customer who is leaving, included seats too', async () => {
    const ana = await clinic()
    await ana.post('cancellation', { reason: 'unused' })
    for (const path of ['licences/preview', 'licences'])
      for (const quantity of [5, 8])
        expect((await ana.post(path, { quantity })).body.code).toBe('subscription-canceling')
  })

  it('for more is refused while a renewal is owed; for fewer it is not', async () => {
    const ana = await clinic('plus', 3)
    ana.card('4000000000000341')
    const { date } = (await ana.billing()).nextPayment!
    await world.advanceTo(new Date(Date.parse(date) + 3 * 3_600_000))
    expect((await ana.billing()).status).toBe('past-due')
    for (const path of ['licences/preview', 'licences']) {
      const more = await ana.post(path, { quantity: 500 })
      expect([more.status, more.body.code]).toEqual([409, 'payment-overdue'])
    }
    expect((await ana.billing()).licences.total).toBe(8)
    quoteIn(await ana.post('licences', { quantity: 6 }))
    await world.advanceBy('P3D')
    expect((await ana.billing()).status).toBe('suspended')
    expect((await ana.post('licences', { quantity: 500 })).body.code).toBe('payment-overdue')
  })

  it('is refused where a plan sells none, or a change is scheduled', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    expect((await ana.post('licences/preview', { quantity: 60 })).body.code).toBe('licences-not-for-sale')
    const eva = await clinic('plus')
    await eva.confirm((await eva.preview('plus', 'year')).body.quoteId)
    expect((await eva.post('licences', { quantity: 8 })).body.code).toBe('change-scheduled')
  })
})
