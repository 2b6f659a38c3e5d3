import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Billing } from '#contract/billing'
import { syncSubscription } from '../../actions/subscriptions/sync.ts'
import type { Database } from '../../db/connection/open.ts'
import { ecosystems } from '../../db/tables/index.ts'
import { openTickets, ticketsName } from '../../db/tickets/tickets.ts'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { doneIn, quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

const declined = '4000000000000341'
const good = '4242424242424242'

describe('included encounters', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const now = () => world.deps.clock.now()
  /** Advances to a day and hour of the following month. */
  const toDay = async (day: number, hour = 16) => {
    const at = now()
    await world.advanceTo(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, day, hour)))
  }
  const clinic = (plan: string, more: object = {}) =>
    newCustomer(world, { catalogue: 'waizant', plan, ...more })
  const change = async (ana: Customer, plan: string, interval: 'month' | 'year' = 'month') => {
    doneIn(await ana.confirm(quoteIn(await ana.preview(plan, interval)).quoteId))
    await world.settled()
  }
  const held = async (ana: Customer) => Billing.parse(await ana.billing()).encounters
  const place = async ({ id }: Pick<Customer, 'id'>) => {
    const [row] = await world.deps.db.select().from(ecosystems).where(eq(ecosystems.id, id))
    return sql.identifier(ticketsName(row!.number))
  }
  /** Uses encounters as the ecosystem's own app does. */
  const spend = async (ana: Customer, quantity: number): Promise<boolean> => {
    const { rows } = (await world.deps.db.execute(
      sql`select ${await place(ana)}.spend('encounters', ${quantity}, ${now().toISOString()}) as spent`,
    )) as unknown as { rows: { spent: boolean }[] }
    return rows[0]!.spent
  }
  const buy = async (ana: Customer, quantity: number) => {
    const { total } = (await ana.post('encounters/preview', { quantity })).body
    const order = { quantity, expectedTotal: { amount: total.amount, currency: total.currency } }
    const { id } = (await ana.post('encounters', order)).body
    expect((await world.pay(id, good)).status).toBe(200)
  }
  /** The share of a month's encounters for the seconds until its end. */
  const shareOf = (rate: number, from: Date, until: string) => {
    const end = new Date(until)
    const begin = new Date(end)
    begin.setUTCMonth(begin.getUTCMonth() - 1)
    const second = Math.floor(+from / 1000) * 1000
    return Math.floor((rate * (+end - second)) / (+end - +begin))
  }

  it('are worth nothing to a customer who takes the large plan for a minute (Lite → Premium → Lite)', async () => {
    await toDay(12)
    const ana = await clinic('lite')
    await buy(ana, 50)
    await change(ana, 'premium')
    const { included, bought } = await held(ana)
    expect(included!.of).toBe(shareOf(500, now(), included!.until))
    expect([included!.left, bought]).toEqual([included!.of, 50])
    await world.advanceBy('PT1M')
    await change(ana, 'lite')
    expect(await held(ana)).toMatchObject({ available: 50, included: null, bought: 50 })
    for (let times = 0; times < 3; times++) for (const plan of ['premium', 'lite']) await change(ana, plan)
    expect((await held(ana)).available).toBe(50)
    await change(ana, 'premium')
    expect((await held(ana)).included!.left).toBeLessThanOrEqual(included!.of)
  })

  it('are used before bought ones; unused ones that a smaller plan does not include are removed', async () => {
    await toDay(2)
    const ana = await clinic('premium')
    await buy(ana, 100)
    const { included } = await held(ana)
    expect(await spend(ana, 200)).toBe(true)
    expect(await held(ana)).toMatchObject({
      available: included!.of - 100,
      included: { left: included!.of - 200, of: included!.of },
      bought: 100,
    })
    await change(ana, 'plus')
    const less = await held(ana)
    expect([less.included!.left, less.bought]).toEqual([Math.max(0, less.included!.of - 200), 100])
    expect(less.included!.of).toBeLessThan(200)
    expect(await spend(ana, 101)).toBe(false)
    expect(await spend(ana, 100)).toBe(true)
    expect((await held(ana)).available).toBe(0)
    // What was used of the larger plan's encounters counts when that plan comes back.
    await change(ana, 'premium')
    expect((await held(ana)).available).toBeLessThanOrEqual(included!.of - 200)
  })

  it('that are unused expire with the month, and a new month begins once it is paid; bought ones stay', async () => {
    await toDay(12)
    const ana = await clinic('plus')
    await buy(ana, 50)
    const first = (await held(ana)).included!
    expect(first.of).toBe(shareOf(200, now(), first.until))
    await spend(ana, 20)
    expect((await held(ana)).included).toEqual({ ...first, left: first.of - 20 })
    await world.advanceTo(first.until)
    // The renewal is being prepared.
    expect(await held(ana)).toMatchObject({ available: 50, included: null, bought: 50 })
    expect(await spend(ana, 51)).toBe(false)
    await world.advanceBy('PT2H')
    const second = (await held(ana)).included!
    expect(second).toMatchObject({ left: 200, of: 200 })
    expect(+new Date(second.until)).toBeGreaterThan(+new Date(first.until) + 27 * 86_400_000)
    expect((await held(ana)).available).toBe(250)
  })

  it('come each month of a year that was paid at once', async () => {
    await toDay(1)
    const ana = await clinic('plus', { interval: 'year' })
    await world.advanceTo((await held(ana)).included!.until)
    await world.advanceBy('PT2H')
    const months = new Set<string>()
    for (let month = 0; month < 4; month++) {
      const { available, included } = await held(ana)
      expect([available, included]).toMatchObject([200, { left: 200, of: 200 }])
      months.add(included!.until)
      await spend(ana, 150)
      await world.advanceTo(included!.until)
    }
    expect(months.size).toBe(4)
    expect((await ana.invoices()).filter(({ total }) => total > 0)).toHaveLength(2)
    await world.stripe.runDue()
    await ana.stripe.subscriptions.cancel((await ana.subscription()).id)
    await world.settled()
  })

  it('wait for the payment of a customer with a debt, and then come once', async () => {
    await toDay(12)
    const ana = await clinic('plus')
    await ana.card(declined)
    await world.advanceTo((await held(ana)).included!.until)
    await world.advanceBy('P1DT2H')
    expect((await ana.billing()).status).toBe('past-due')
    expect(await held(ana)).toMatchObject({ available: 0, included: null })
    await ana.card(good)
    const [owed] = await ana.invoices()
    await ana.post(`invoices/${owed!.id}/pay`, {})
    await world.settled()
    expect(await held(ana)).toMatchObject({ available: 200, included: { left: 200, of: 200 } })
    const { id } = await ana.subscription()
    for (let times = 0; times < 3; times++)
      await world.deps.db.transaction((tx) =>
        world.deps.jobs.send(tx, 'sync-subscription', { subscription: id }),
      )
    await world.settled()
    expect((await held(ana)).available).toBe(200)
  })

  it('are not granted by a change that the bank refuses', async () => {
    await toDay(12)
    const ana = await clinic('lite')
    const quote = quoteIn(await ana.preview('premium'))
    await ana.card(declined)
    expect((await ana.confirm(quote.quoteId)).status).toBe(402)
    await world.settled()
    expect(await held(ana)).toMatchObject({ available: 0, included: null })
  })

  it('come once to a customer who cancels, undoes it, or ends and starts again within the month', async () => {
    await toDay(3)
    const ana = await clinic('plus')
    const { included } = await held(ana)
    await spend(ana, 30)
    await ana.post('cancellation', { reason: 'unused' })
    await ana.delete('cancellation')
    await world.settled()
    expect((await held(ana)).included!.left).toBe(included!.of - 30)
    await ana.stripe.subscriptions.cancel((await ana.subscription()).id)
    await world.settled()
    const order = {
      catalogue: 'waizant',
      plan: 'plus',
      interval: 'month',
      currency: 'USD',
      ecosystem: ana.id,
    }
    const { body } = await world.checkout(order)
    expect((await world.pay(body.id, good)).status).toBe(200)
    const again = (await held(ana)).included!
    expect([again.until, again.left]).toEqual([included!.until, again.of - 30])
    expect(again.of).toBeLessThanOrEqual(included!.of)
    expect(again.of).toBeGreaterThanOrEqual(included!.of - 1)
  })

  it('of a trial are its own, and end when it becomes a subscription', async () => {
    await toDay(12)
    const { body } = await world.send('/sandbox/ecosystems', {
      body: { catalogue: 'waizant', plan: 'trial', company: 'De Prueba' },
    })
    const headers = await world.signIn(body.ecosystem)
    const read = async () =>
      Billing.parse((await world.send(`/v1/ecosystems/${body.ecosystem}/billing`, { headers })).body)
    const { encounters, trialEndsAt } = await read()
    expect(encounters).toMatchObject({ available: 50, included: { left: 50, of: 50, until: trialEndsAt } })
    const order = { catalogue: 'waizant', plan: 'lite', interval: 'month', currency: 'USD', ...body }
    const checkout = await world.checkout(order)
    expect((await world.pay(checkout.body.id, good)).status).toBe(200)
    expect((await read()).encounters).toMatchObject({ available: 0, included: null, bought: 0 })
  })

  it('of an unpaid trial end with it', async () => {
    await toDay(12)
    const { body } = await world.send('/sandbox/ecosystems', {
      body: { catalogue: 'waizant', plan: 'trial', company: 'Sin Pagar' },
    })
    await world.advanceBy('P31D')
    const { body: tickets } = await world.send(`/sandbox/ecosystems/${body.ecosystem}/tickets`)
    expect(tickets).toMatchObject({ encounters: 0, included: null })
  })

  it('keep the encounters of a database from before included months, and begin with the following month', async () => {
    await toDay(3)
    const ana = await clinic('plus')
    const name = await place(ana)
    const { db } = world.deps
    // The state that an older server left, which granted a plan's encounters once and for all.
    await db.execute(sql`drop table ${name}.included`)
    await db.execute(sql`drop function ${name}.spend`)
    await db.execute(sql`insert into ${name}.credits (key, parameter, quantity)
      values ('included/waizant/plus/1', 'encounters', 200), ('purchase/pur_1', 'encounters', 60)`)
    await db.execute(sql`update ${name}.counters set total = 230 where id = 'encounters'`)
    await db.execute(sql`delete from included_months where ecosystem = ${ana.id}`)
    // A current server that has not read it yet.
    world.deps.tickets = openTickets({ db } as Database, undefined)
    expect(await held(ana)).toMatchObject({ available: 230, included: null, bought: 230 })
    await syncSubscription(world.deps, (await ana.subscription()).id)
    await world.settled()
    expect(await held(ana)).toMatchObject({ available: 230, included: { left: 0 }, bought: 230 })
    await world.advanceTo((await held(ana)).included!.until)
    await world.advanceBy('PT2H')
    expect(await held(ana)).toMatchObject({ available: 430, included: { left: 200 }, bought: 230 })
  })
})
