import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('given at the provider are in the quote of a change, and are not counted as credit', async () => {
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  const { id } = await ana.stripe.coupons.create({ percent_off: 20, duration: 'forever' })
  await ana.stripe.subscriptions.update((await ana.subscription()).id, { discounts: [{ coupon: id }] })
  const quote = quoteIn(await ana.preview('pro', 'year'))
  expect(quote.lines.at(-1)).toMatchObject({ description: 'Descuento', amount: { amount: -509_800 } })
  expect(quote).toMatchObject({ balanceUsed: { amount: 0 }, balanceAfter: { amount: 0 } })
  expect(doneIn(await ana.confirm(quote.quoteId)).billing.balance.amount).toBe(0)
  expect((await ana.invoices())[0]).toMatchObject({
    total: quote.total.amount,
    amount_paid: quote.dueNow.amount,
  })
})
