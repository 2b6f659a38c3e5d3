import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const erp = (plan: string, interval: 'month' | 'year' = 'month') =>
  newCustomer(world, { catalogue: 'erp', plan, interval })
const waizant = (plan: string, interval: 'month' | 'year' = 'month', licences = 0) =>
  newCustomer(world, { catalogue: 'waizant', plan, interval, licences })

describe('an upgrade', () => {
  it('is charged at once, exactly as shown, and is in force from then on', async () => {
    const ana = await erp('basico')
    await world.advanceBy('P10DT5H')
    const quote = quoteIn(await ana.preview('pro'))
    expect(quote).toMatchObject({ effect: 'now', losses: [], blockers: [] })
    expect(quote.lines.map(({ kind }) => kind)).toEqual(['credit', 'charge'])
    expect(quote.gains).toContainEqual({ code: 'limit', text: 'Usuarios: 10 → 50' })

    await world.advanceBy('PT4M')
    const { status, billing } = doneIn(await ana.confirm(quote.quoteId))
    expect([status, billing.plan, billing.licences.total]).toEqual(['applied', 'pro', 50])
    const [invoice] = await ana.invoices()
    expect([invoice!.amount_paid, invoice!.total]).toEqual([quote.dueNow.amount, quote.total.amount])
    expect(billing.nextPayment).toEqual({
      date: quote.nextInvoice!.date,
      amount: quote.nextInvoice!.amount,
    })
    await world.settled()
    expect((await world.send(`/sandbox/ecosystems/${ana.id}/tickets`)).body).toMatchObject({
      plan: 'pro',
      licences: 50,
    })
  })

  it('uses the balance before the card', async () => {
    const ana = await erp('basico')
    await ana.give(20_000)
    const quote = quoteIn(await ana.preview('pro'))
    expect(quote).toMatchObject({ balanceBefore: { amount: 20_000 }, balanceUsed: { amount: 20_000 } })
    doneIn(await ana.confirm(quote.quoteId))
    expect((await ana.get('balance')).balance.amount).toBe(quote.balanceAfter.amount)
    expect((await ana.invoices())[0]!.amount_paid).toBe(quote.dueNow.amount)
  })

  it('includes what an earlier invoice below the minimum left owing', async () => {
    const ana = await erp('basico')
    await ana.give(-500)
    const quote = quoteIn(await ana.preview('pro'))
    expect(quote.lines.at(-1)).toMatchObject({ kind: 'pending', amount: { amount: 500 } })
    doneIn(await ana.confirm(quote.quoteId))
    expect((await ana.invoices())[0]!.amount_paid).toBe(quote.dueNow.amount)
    expect((await ana.get('balance')).balance.amount).toBe(0)
  })

  it('shows the effect on the encounters, which then happens', async () => {
    const clinic = await waizant('lite')
    const available = async () => {
      await world.settled()
      return (await clinic.billing()).encounters.available
    }
    let before = 0
    for (const plan of ['plus', 'lite', 'plus', 'premium', 'plus']) {
      const quote = quoteIn(await clinic.preview(plan))
      const { change } = quote.encounters!
      const said = change > 0 ? quote.gains : quote.losses
      expect(said).toContainEqual({
        code: 'encounters',
        text: expect.stringContaining(`${Math.abs(change)} `),
      })
      expect(quote.gains.concat(quote.losses)).toContainEqual({
        code: 'included',
        text: expect.stringContaining('Encounters al mes: '),
      })
      doneIn(await clinic.confirm(quote.quoteId))
      expect(await available()).toBe(before + change)
      before += change
    }
    expect(before).toBeLessThan(200)
  })
})

describe('a downgrade of a plan that is paid ahead', () => {
  it('waits for the end of the period, can be undone, and is made at the price that was shown', async () => {
    const ana = await erp('pro')
    const first = quoteIn(await ana.preview('basico'))
    const { currentPeriodEnd } = { currentPeriodEnd: (await ana.billing()).nextPayment.date }
    expect(first).toMatchObject({
      effect: 'period-end',
      effectiveAt: currentPeriodEnd,
      lines: [],
      dueNow: { amount: 0 },
      nextInvoice: { date: currentPeriodEnd, amount: { amount: 99_900 } },
    })
    const { status, billing } = doneIn(await ana.confirm(first.quoteId))
    expect([status, billing.plan]).toEqual(['scheduled', 'pro'])
    expect(billing.pendingChange).toEqual({
      plan: 'basico',
      planName: 'Básico',
      interval: 'month',
      effectiveAt: currentPeriodEnd,
    })

    const undone = await ana.delete('plan-changes/pending')
    expect([undone.status, undone.body.pendingChange]).toEqual([200, null])
    expect((await ana.delete('plan-changes/pending')).body.code).toBe('no-scheduled-change')

    doneIn(await ana.confirm(quoteIn(await ana.preview('basico')).quoteId))
    await world.advanceTo(new Date(Date.parse(currentPeriodEnd) + 2 * 3_600_000))
    expect(await ana.billing()).toMatchObject({
      plan: 'basico',
      status: 'active',
      pendingChange: null,
      licences: { total: 10 },
      lastPayment: { amount: { amount: 99_900 } },
    })
    // The schedule has done its work: the next change works like the first.
    doneIn(await ana.confirm(quoteIn(await ana.preview('pro')).quoteId))
  })

  it('is refused while more users are active than the new plan allows, and checked again before it happens', async () => {
    const ana = await erp('pro')
    await ana.users(12)
    const tooMany = quoteIn(await ana.preview('basico'))
    expect(tooMany.blockers).toEqual([
      { code: 'too-many-users', text: expect.stringContaining('12 usuarios activos y Básico permite 10') },
    ])
    expect((await ana.confirm(tooMany.quoteId)).body).toMatchObject({ status: 422, code: 'too-many-users' })

    await ana.users(9)
    doneIn(await ana.confirm(quoteIn(await ana.preview('basico')).quoteId))
    await ana.users(11)
    await world.advanceBy('P1M')
    await world.advanceBy('PT2H')
    expect(await ana.billing()).toMatchObject({
      plan: 'pro',
      pendingChange: null,
      lastPayment: { amount: { amount: 249_900 } },
    })
  })

  it('must be undone before another change', async () => {
    const ana = await erp('pro')
    doneIn(await ana.confirm(quoteIn(await ana.preview('basico')).quoteId))
    const other = quoteIn(await ana.preview('pro', 'year'))
    expect(other.blockers).toMatchObject([{ code: 'change-scheduled' }])
    expect((await ana.confirm(other.quoteId)).body.code).toBe('change-scheduled')
  })
})

describe('a downgrade that takes effect at once', () => {
  it('pays the new plan with the unused time and adds the rest to the balance, which the next renewal uses', async () => {
    const clinic = await waizant('premium', 'month', 3)
    await world.advanceBy('PT30H')
    const quote = quoteIn(await clinic.preview('lite'))
    expect(quote.effect).toBe('now')
    expect(quote.total.amount).toBeLessThan(0)
    expect(quote.dueNow.amount).toBe(0)
    expect(quote.losses).toContainEqual({ code: 'feature', text: 'Waizant RCM' })
    const { billing } = doneIn(await clinic.confirm(quote.quoteId))
    expect(billing).toMatchObject({ plan: 'lite', licences: { total: 8, bought: 3 } })
    expect(billing.balance).toEqual(quote.balanceAfter)
    expect(billing.nextPayment).toEqual(quote.nextInvoice)
    await world.advanceTo(new Date(Date.parse(quote.nextInvoice!.date) + 2 * 3_600_000))
    const [renewal] = await clinic.invoices()
    expect(renewal!.amount_paid).toBe(quote.nextInvoice!.amount.amount)
  })
})

describe('while a renewal is being prepared', () => {
  it('it is finalised first, so that the change is exact', async () => {
    const ana = await erp('basico')
    await ana.give(5_000)
    await world.advanceBy('P1M')
    expect((await ana.invoices())[0]!.status).toBe('draft')
    const quote = quoteIn(await ana.preview('pro'))
    const [renewal] = await ana.invoices()
    expect([renewal!.status, renewal!.amount_paid]).toEqual(['paid', 94_900])
    doneIn(await ana.confirm(quote.quoteId))
    expect((await ana.invoices())[0]!.amount_paid).toBe(quote.dueNow.amount)
  })
})

it('moves a customer of an older version to the new one, each at their own price', async () => {
  const ana = await erp('basico')
  const { db } = world.deps
  const copy = async (table: string, columns: string) =>
    db.execute(
      sql.raw(`insert into ${table} (version_id, ${columns}) select 'erp/basico/2', ${columns} from ${table}
        where version_id = 'erp/basico/1'`),
    )
  await db.execute(sql`insert into plan_versions (id, catalogue, plan, number, name, description, audience, starts_at,
      published, active, limits, limit_texts, support)
    select 'erp/basico/2', catalogue, plan, 2, name, description, audience, starts_at, true, true, limits, limit_texts, support
    from plan_versions where id = 'erp/basico/1'`)
  await copy('version_features', 'feature, value')
  await copy('prices', 'currency, interval, amount')
  await db.execute(sql`update prices set amount = amount + 10000 where version_id = 'erp/basico/2'`)
  expect((await ana.billing()).planVersion).toBe(1)
  const quote = quoteIn(await ana.preview('basico'))
  expect([quote.from.planVersion, quote.from.price.amount]).toEqual([1, 99_900])
  expect([quote.to.planVersion, quote.to.price.amount]).toEqual([2, 109_900])
  const { billing } = doneIn(await ana.confirm(quote.quoteId))
  expect([billing.planVersion, billing.nextPayment!.amount.amount]).toEqual([2, 109_900])
  await db.execute(sql`update plan_versions set published = false where id = 'erp/basico/2'`)
})
