import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const mxn = (amount: number) => ({ amount, currency: 'MXN' })
const usd = (amount: number) => ({ amount, currency: 'USD' })
const refused = { status: 409, code: 'price-changed', detail: expect.stringContaining('No se cobró nada') }

describe('an open invoice', () => {
  it('is paid at the amount that was shown, and at no other', async () => {
    const card = '4000000000000341'
    const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card })
    await world.advanceTo(new Date((await eva.billing()).nextPayment.date))
    await world.advanceBy('PT2H')
    const [owed] = (await eva.billing()).due.invoices
    expect(owed).toEqual({
      id: (await eva.billing()).due.invoice,
      amount: { ...mxn(99_900), text: '$999.00' },
    })
    eva.card('4242424242424242')
    const pay = (expectedTotal: object) => eva.post(`invoices/${owed.id}/pay`, { expectedTotal })
    for (const other of [mxn(99_899), mxn(99_901), usd(99_900)])
      expect((await pay(other)).body).toMatchObject(refused)
    expect((await eva.billing()).status).toBe('past-due')
    expect((await pay({ amount: 'x' })).body).toMatchObject({ status: 400, code: 'invalid-input' })
    expect((await pay(mxn(99_900))).body).toEqual({ status: 'paid' })
  })
})

describe('cancelling', () => {
  const reason = 'unused'

  it('charges the services that were shown, or nothing', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
    expect((await ana.billing()).ifCanceled.dueNow).toMatchObject(usd(0))
    await ana.use('audit-case', 3)
    const shown = (await ana.billing()).ifCanceled.dueNow
    await ana.use('audit-case', 1)
    const expectedTotal = { amount: shown.amount, currency: shown.currency }
    const answer = await ana.post('cancellation', { reason, expectedTotal })
    expect(answer.body).toMatchObject(refused)
    expect((await ana.billing()).status).toBe('active')
    const { amount } = (await ana.billing()).ifCanceled.dueNow
    expect(amount).toBe((shown.amount / 3) * 4)
    const done = await ana.post('cancellation', { reason, expectedTotal: usd(amount) })
    expect(done.status).toBe(200)
    expect((await ana.get('invoices')).invoices[0].amountPaid).toMatchObject(usd(amount))
  })

  it('says that nothing is due when the services are below the minimum charge', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    expect((await ana.billing()).ifCanceled.dueNow).toMatchObject(mxn(0))
    expect((await ana.post('cancellation', { reason, expectedTotal: mxn(5) })).body).toMatchObject(refused)
    expect((await ana.post('cancellation', { reason, expectedTotal: mxn(0) })).status).toBe(200)
  })

  it('resumes a charge that was begun, and charges it once', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
    await ana.use('audit-case', 3)
    const { amount } = (await ana.billing()).ifCanceled.dueNow
    const order = { reason, expectedTotal: usd(amount) }
    const path = '/v1/payment_intents'
    world.stripe.faults({ api: { failNext: [{ path, status: 'timeout-after-success', times: 3 }] } })
    expect((await ana.post('cancellation', order, 'leave-once')).status).toBe(503)
    await ana.use('audit-case', 1)
    expect((await ana.post('cancellation', order, 'leave-once')).status).toBe(200)
    const paid = (await ana.stripe.charges.list({ customer: ana.provider })).data
    expect(paid.filter((charge) => charge.amount === amount)).toHaveLength(1)
  })
})
