import { afterAll, beforeAll, expect, it } from 'vitest'
import { stripeOf } from '../../sandbox/console.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

/** An operator archives prices in the provider's dashboard while the server runs. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const erp = (plan: string) => newCustomer(world, { catalogue: 'erp', plan })

const archive = async (plan: string) => {
  const { prices } = stripeOf(world.stripe)
  for await (const { id, metadata } of prices.list({ active: true, limit: 100 }))
    if (metadata.key!.startsWith(`erp/${plan}/`)) await prices.update(id, { active: false })
}

it('sells at the catalogue’s prices all the same', async () => {
  const [ana, eva] = [await erp('basico'), await erp('pro')]
  const wanted = { plan: 'pro', interval: 'month' }
  expect((await world.checkout({ ...wanted, company: 'Uno', email: 'uno@lopez.mx' })).status).toBe(201)
  expect((await ana.preview('pro')).status).toBe(200)

  await archive('pro')
  const { body } = await ana.preview('pro')
  expect((await ana.confirm(body.quoteId)).body.status).toBe('applied')
  await archive('basico')
  const later = (await eva.preview('basico')).body
  expect((await eva.confirm(later.quoteId)).body.status).toBe('scheduled')
  await archive('pro')
  expect((await world.checkout({ ...wanted, company: 'Dos', email: 'dos@lopez.mx' })).status).toBe(201)
})

it('has a clear refusal for a subscription that ends while its change is priced', async () => {
  const ana = await erp('basico')
  const { payments } = world.deps
  const { previewChange } = payments
  payments.previewChange = async (change) => {
    await ana.stripe.subscriptions.cancel(change.subscription)
    return previewChange(change)
  }
  const answer = await ana.preview('pro')
  payments.previewChange = previewChange
  expect([answer.status, answer.body.code]).toEqual([409, 'subscription-ended'])
})
