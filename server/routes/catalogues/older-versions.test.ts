import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backOffice } from '../../testing/back-office.ts'
import { newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a subscriber of an older version', () => {
  it('keeps that version at its price, and can change to the one that is sold now', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const admin = await backOffice(world)
    const number = await admin.reprice(279_900, 2_855_000)
    expect(await ana.billing()).toMatchObject({
      plan: 'pro',
      planVersion: 1,
      planPrice: { amount: 249_900, currency: 'MXN' },
    })
    const quote = quoteIn(await ana.preview('pro'))
    expect(quote).toMatchObject({
      effect: 'now',
      from: { planVersion: 1, price: { amount: 249_900 } },
      to: { planVersion: number, price: { amount: 279_900 } },
      nextInvoice: { amount: { amount: 279_900 } },
    })
    const { billing } = doneIn(await ana.confirm(quote.quoteId))
    expect(billing).toMatchObject({ planVersion: number, planPrice: { amount: 279_900 } })
    expect((await ana.preview('pro')).body.code).toBe('same-plan')
  })
})
