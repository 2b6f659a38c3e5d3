import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { cancellations } from '../../db/tables/index.ts'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ engine: 'postgres' })
})
afterAll(() => world.close())

const leave = (customer: Customer, reason: string) => customer.post('cancellation', { reason })

const open = async ({ id }: Customer) => {
  const rows = await world.deps.db.select().from(cancellations).where(eq(cancellations.ecosystem, id))
  return rows.filter(({ undoneAt }) => !undoneAt).length
}

it('gives five simultaneous cancellations the same answer, and records one', async () => {
  const customer = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  const reasons = ['unused', 'too-complex', 'other', 'low-quality', 'too-expensive']
  const answers = await Promise.all(reasons.map((reason) => leave(customer, reason)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.accessUntil)).size).toBe(1)
  expect(await open(customer)).toBe(1)
})

it('ends in one of the two states, complete, when some cancel and some undo at once', async () => {
  const customer = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  await Promise.all(
    ['unused', 'other', 'too-complex'].flatMap((reason) => [
      leave(customer, reason),
      customer.delete('cancellation'),
    ]),
  )
  await world.settled()
  const { status, accessUntil } = await customer.billing()
  const { cancel_at } = await customer.subscription()
  expect([status, accessUntil !== null, await open(customer)]).toEqual(
    cancel_at ? ['canceling', true, 1] : ['active', false, 0],
  )
})

it('charges a debt once when a new card, its message twice, and a cancellation come at the same time', async () => {
  const customer = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
  for (const advanceBy of ['P1M', 'PT3H']) await world.advanceBy(advanceBy)
  expect((await customer.billing()).status).toBe('past-due')
  const { body } = await world.send(`/v1/ecosystems/${customer.id}/payment-method`, {
    method: 'POST',
    headers: { ...customer.signedIn, 'Idempotency-Key': newId('key') },
  })
  world.stripe.faults({ webhooks: { duplicate: true } })
  const [left] = await Promise.all([
    leave(customer, 'unused'),
    customer.stripe.setupIntents.confirm(body.clientSecret.split('_secret_')[0], {
      payment_method: 'pm_card_visa',
    }),
  ])
  await world.settled()
  world.stripe.faults({ webhooks: { duplicate: false } })
  expect(left.status).toBe(200)
  expect(await customer.billing()).toMatchObject({ status: 'canceling', paymentMethod: { last4: '4242' } })
  const charges = await customer.stripe.charges.list({ customer: customer.provider, limit: 100 })
  const renewals = charges.data.filter(({ status }) => status === 'succeeded')
  expect(renewals).toHaveLength(2)
})
