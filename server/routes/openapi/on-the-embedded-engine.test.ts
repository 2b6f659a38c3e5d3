import { afterAll, beforeAll, expect, it } from 'vitest'
import { backOffice } from '../../testing/back-office.ts'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { mailTo } from '../../testing/mail.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

/** Tests run on PostgreSQL. What each noun asks of its store is asked here of the embedded engine, once. */
let world: World
let ana: Customer
beforeAll(async () => {
  world = await openWorld({ engine: 'embedded' })
  ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
})
afterAll(() => world.close())

it('sells by a checkout, and makes a trial', async () => {
  const { body: opened } = await world.checkout()
  expect((await world.pay(opened.id, cards.good)).status).toBe(200)
  await world.settled()
  expect((await world.send(`/v1/checkouts/${opened.id}`)).body.status).toBe('complete')
  const trial = { catalogue: 'erp', company: 'Papelería Nube', email: 'nube@lopez.mx' }
  expect((await world.send('/v1/trials', { body: trial })).status).toBe(201)
  await world.settled()
  expect(await mailTo(world, trial.email)).not.toEqual([])
})

it('changes a plan for what the preview says', async () => {
  const eva = await newCustomer(world, { catalogue: 'waizant', plan: 'lite' })
  const { body: preview } = await eva.preview('plus')
  expect((await eva.confirm(preview.quoteId)).status).toBe(200)
  expect((await eva.invoices())[0]!.amount_paid).toBe(preview.dueNow.amount)
})

it('sells encounters, and licences', async () => {
  const order = { quantity: 100, expectedTotal: { amount: 5_000, currency: 'USD' } }
  const { body: purchase } = await ana.post('encounters', order)
  expect((await world.pay(purchase.id)).status).toBe(200)
  await world.settled()
  expect((await ana.get(`encounters/${purchase.id}`)).status).toBe('delivered')
  expect((await world.send(`/sandbox/ecosystems/${ana.id}/tickets`)).body.bought).toBe(100)
  const { body: quote } = await ana.post('licences/preview', { quantity: 9 })
  const { at, total: expectedTotal } = quote
  expect((await ana.post('licences', { quantity: 9, at, expectedTotal })).status).toBe(200)
  expect((await ana.billing()).licences.total).toBe(9)
})

it('bills services with the renewal, and grants its encounters', async () => {
  expect((await ana.use('audit-case', 2, 'job-1')).status).toBe(201)
  expect((await ana.use('audit-case', 2, 'job-1')).status).toBe(200)
  await world.settled()
  const { date, amount } = (await ana.billing()).nextPayment
  await world.advanceTo(new Date(Date.parse(date) + 2 * 3_600_000))
  expect((await ana.invoices())[0]!.amount_paid).toBe(amount.amount)
  expect((await ana.get('entitlements')).plan).toBe('plus')
  expect((await ana.get('invoices')).invoices.length).toBeGreaterThan(1)
})

it('ends a subscription at the end of its period', async () => {
  const lea = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  expect((await lea.post('cancellation', { reason: 'unused' })).status).toBe(200)
  await world.advanceBy('P32D')
  expect((await lea.billing()).status).toBe('canceled')
})

it('keeps versions of plans, brings them to the provider, and answers its operators', async () => {
  const office = await backOffice(world)
  const number = await office.reprice(12_345_00, 123_450_00)
  await world.settled()
  expect((await office.list()).versions.map((one: { number: number }) => one.number)).toContain(number)
  expect((await office.sync()).environments[0].name).toBe('sandbox')
  expect((await world.send('/v1/catalogues/erp/plans?currency=MXN')).status).toBe(200)
  expect((await world.send('/readyz')).status).toBe(200)
  expect((await world.send('/metrics')).text).toContain('queue')
})
