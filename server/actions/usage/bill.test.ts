import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { billUsage } from './bill.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('bills no report twice when a renewal becomes final between two of them', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  await ana.use('audit-case', 1, 'first')
  await ana.use('audit-case', 1, 'second')
  await world.settled()
  const renewAt = async (hours: number) => {
    const { date } = (await ana.billing()).nextPayment
    const advanceTo = new Date(Date.parse(date) + hours * 3_600_000).toISOString()
    await world.advanceTo(advanceTo)
  }
  world.stripe.faults({ webhooks: { drop: true } })
  await renewAt(0)
  const [draft] = await ana.invoices()
  expect(draft!.status).toBe('draft')
  const { payments } = world.deps
  const dies = () => Promise.reject(new Error('The process died.'))
  const once = { ...world.deps, payments: { ...payments, addToDraft: addOne(payments.addToDraft, dies) } }
  await expect(billUsage(once, ana.id, draft!.id!)).rejects.toThrow('died')
  await ana.stripe.invoices.finalizeInvoice(draft!.id!)
  world.stripe.faults({ webhooks: { drop: false } })

  await billUsage(world.deps, ana.id, draft!.id!)
  expect((await ana.use('audit-case', 1, 'first')).body.status).toBe('billed')
  expect((await ana.use('audit-case', 1, 'second')).body.status).toBe('recorded')
  await world.advanceBy('PT2H')
  await renewAt(2)
  expect((await ana.invoices()).slice(0, 2).map(({ total }) => total)).toEqual([9_900 + 500, 9_900 + 500])
})

/** The first call succeeds; the process crashes after the second. */
const addOne = <Given, Answer>(add: (given: Given) => Promise<Answer>, dies: () => Promise<Answer>) => {
  let added = 0
  return (given: Given) => (added++ ? dies() : add(given))
}
