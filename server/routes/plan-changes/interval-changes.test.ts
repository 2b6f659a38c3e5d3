import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('from month to year and back', () => {
  it('starts a year on the contract day, at the same price however long the buyer waits', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    await world.advanceBy('P3D')
    const quote = quoteIn(await ana.preview('basico', 'year'))
    await world.advanceBy('PT9M')
    const { billing } = doneIn(await ana.confirm(quote.quoteId))
    expect(billing).toMatchObject({ plan: 'basico', interval: 'year' })
    expect((await ana.invoices())[0]!.amount_paid).toBe(quote.dueNow.amount)

    const back = quoteIn(await ana.preview('basico', 'month'))
    expect(back).toMatchObject({ effect: 'period-end', dueNow: { amount: 0 } })
    doneIn(await ana.confirm(back.quoteId))
    await world.advanceBy('P1Y')
    await world.advanceBy('PT3H')
    expect(await ana.billing()).toMatchObject({
      interval: 'month',
      pendingChange: null,
      lastPayment: { amount: { amount: 99_900 } },
    })
  })

  it('starts twelve months on the next 1st when the billing day is the 1st', async () => {
    const clinic = await newCustomer(world, { catalogue: 'waizant', plan: 'lite' })
    const same = quoteIn(await clinic.preview('lite', 'year'))
    expect(same).toMatchObject({ effect: 'period-end', dueNow: { amount: 0 } })
    expect(same.effectiveAt).toMatch(/-01T06:00:00.000Z$/)

    const better = quoteIn(await clinic.preview('premium', 'year'))
    expect(better.effect).toBe('now')
    const { status, billing } = doneIn(await clinic.confirm(better.quoteId))
    expect([status, billing.plan, billing.interval]).toEqual(['applied', 'premium', 'month'])
    expect(billing.pendingChange).toMatchObject({ plan: 'premium', interval: 'year' })
    expect(billing.nextPayment).toEqual(better.nextInvoice)
    await world.advanceTo(new Date(Date.parse(better.nextInvoice!.date) + 2 * 3_600_000))
    const after = await clinic.billing()
    expect(after).toMatchObject({
      interval: 'year',
      pendingChange: null,
      lastPayment: { amount: { amount: 191_040 } },
    })
    expect(after.nextPayment.date).toBe(
      better.nextInvoice!.date.replace(/^\d+/, (year) => String(Number(year) + 1)),
    )

    const down = quoteIn(await clinic.preview('plus', 'month'))
    expect([down.effect, down.dueNow.amount]).toEqual(['now', 0])
    doneIn(await clinic.confirm(down.quoteId))
    expect((await clinic.get('balance')).balance).toEqual(down.balanceAfter)
  })
})
