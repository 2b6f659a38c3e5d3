import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { chargeLastUsage } from './charge-last-usage.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('charges what was used to the last day once, although the provider fails half way', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  await ana.use('audit-case', 4)
  await world.settled()
  world.stripe.faults({ webhooks: { drop: true } })
  const { id } = await ana.stripe.subscriptions.cancel((await ana.subscription()).id)
  await world.settled()
  world.stripe.faults({ webhooks: { drop: false } })

  for (const path of ['/v1/payment_intents', '/v1/payment_intents/*']) {
    world.stripe.faults({ api: { failNext: [{ path, times: 3, status: 500 }] } })
    await expect(chargeLastUsage(world.deps, id)).rejects.toMatchObject({ code: 'payments-unavailable' })
  }
  for (let again = 0; again < 2; again++) await chargeLastUsage(world.deps, id)

  const { invoices } = await ana.get('invoices')
  expect(invoices[0]).toMatchObject({ status: 'paid', amountPaid: { amount: 2_000 } })
  const { data } = await ana.stripe.charges.list({ customer: ana.provider })
  expect(data.filter(({ amount }) => amount === 2_000)).toHaveLength(1)
})
