import { afterAll, beforeAll, expect, it } from 'vitest'
import { LicenceQuote } from '#contract/licences'
import { newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A customer whose next invoice has more pending lines than one answer of the provider contains. */
const changeable = async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  for (let quantity = 6; quantity <= 12; quantity++) {
    expect((await ana.post('licences', { quantity })).status).toBe(200)
    await world.advanceBy('PT1H')
  }
  return ana
}

it('shows every line of a plan change with a long invoice, and charges their sum', async () => {
  const ana = await changeable()
  const quote = quoteIn(await ana.preview('premium'))
  expect(quote.lines.length).toBeGreaterThan(10)
  expect(doneIn(await ana.confirm(quote.quoteId)).status).toBe('applied')
  const [invoice] = await ana.invoices()
  expect(invoice).toMatchObject({ total: quote.total.amount, amount_paid: quote.dueNow.amount })
})

it('shows the price of more licences when their next invoice is long', async () => {
  const ana = await changeable()
  const { body } = await ana.post('licences/preview', { quantity: 13 })
  const quote = LicenceQuote.parse(body)
  expect(quote.lines.map(({ kind }) => kind)).toEqual(['credit', 'charge'])
  const { at, total: expectedTotal } = quote
  const done = await ana.post('licences', { quantity: 13, at, expectedTotal })
  expect(done.body.nextInvoice).toEqual(quote.nextInvoice)
})
