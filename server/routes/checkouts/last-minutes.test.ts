import { afterEach, describe, expect, it } from 'vitest'
import { Billing } from '#contract/billing'
import { stripeOf } from '../../sandbox/console.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

/** Midnight in Mexico City: the 1st on which a subscription of the medical platform begins. */
const first = new Date('2026-12-01T06:00:00Z')

let world: World
afterEach(() => world.close())

const minutesBefore = (minutes: number) => new Date(first.getTime() - minutes * 60_000)

const open = async (startsAt: Date, more: object = {}) => {
  world = await openWorld({ startsAt })
  const plus = { catalogue: 'waizant', plan: 'plus', interval: 'month', currency: 'USD' }
  const { status, body } = await world.checkout({ ...plus, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

const pay = async ({ id }: { id: string }) => {
  expect((await world.pay(id, cards.good)).status).toBe(200)
  await world.settled()
  const { body } = await world.send(`/v1/checkouts/${id}`)
  expect(body.status).toBe('complete')
  const headers = await world.signIn(body.ecosystem)
  const get = async (rest: string) =>
    (await world.send(`/v1/ecosystems/${body.ecosystem}/${rest}`, { headers })).body
  return {
    billing: async () => Billing.parse(await get('billing')),
    amounts: async () =>
      (await get('invoices')).invoices.map(({ total }: { total: { amount: number } }) => total.amount),
    headers,
    ecosystem: body.ecosystem,
  }
}

const sessionOf = async () => (await stripeOf(world.stripe).checkout.sessions.list()).data[0]!

describe('days before the 1st that cost less than the smallest charge', () => {
  it.each([
    ['in the last minute', 1, {}, 9_900],
    ['in the last hours', 4 * 60, {}, 9_900],
    ['with seats', 30, { plan: 'lite', licences: 2 }, null],
    ['of a year, in its last minute', 1, { interval: 'year' }, 95_040],
    ['of a year, in the last hours', 5 * 60, { interval: 'year' }, 95_040],
  ])(
    'are free %s: nothing is paid or owed, and the 1st is charged in full',
    async (_, minutes, more, full) => {
      const buyer = await pay(await open(minutesBefore(minutes), more))
      expect(await buyer.amounts()).toEqual([0])
      const now = await buyer.billing()
      expect(now).toMatchObject({ status: 'active', balance: { amount: 0 }, lastPayment: null })
      expect(now.nextPayment?.date).toBe(first.toISOString())
      await world.advanceTo(new Date(first.getTime() + 2 * 3_600_000))
      const [charged] = await buyer.amounts()
      expect(charged).toBe(now.nextPayment?.amount.amount)
      if (full) expect(charged).toBe(full)
    },
  )

  it('grant no encounters, and those of the first whole month once it is paid', async () => {
    const buyer = await pay(await open(minutesBefore(4 * 60)))
    expect((await buyer.billing()).encounters).toMatchObject({ available: 0, included: null })
    await world.advanceTo(new Date(first.getTime() + 2 * 3_600_000))
    expect((await buyer.billing()).encounters).toMatchObject({ included: { left: 200, of: 200 } })
  })

  it('say on the page that they are free, and how much is due on which day', async () => {
    const { url } = await open(minutesBefore(4 * 60))
    const page = await (await fetch(url)).text()
    expect(page).toContain('Gratis hasta el 1 de diciembre de 2026.')
    expect(page).toMatch(/Total de hoy<\/dt><dd>USD\s0.00/)
    expect(page).toContain('Suscribirme')
  })

  it('never become a free month: who pays after the 1st is charged for the whole one', async () => {
    const opened = await open(minutesBefore(20))
    await world.advanceTo(new Date(first.getTime() + 10 * 60_000))
    const page = await (await fetch(opened.url)).text()
    expect(page).toMatch(/Total de hoy<\/dt><dd>USD\s99.00/)
    const buyer = await pay(opened)
    expect(await buyer.amounts()).toEqual([9_900])
    const now = await buyer.billing()
    expect(now.nextPayment?.date).toBe('2027-01-01T06:00:00.000Z')
    expect(now.encounters).toMatchObject({ included: { left: 200, of: 200 } })
  })

  it('grant a share of the bigger plan that is paid within them, as much as its days justify', async () => {
    const buyer = await pay(await open(minutesBefore(4 * 60)))
    const post = (rest: string, body: object) =>
      world.send(`/v1/ecosystems/${buyer.ecosystem}/${rest}`, {
        body,
        headers: { ...buyer.headers, 'Idempotency-Key': rest },
      })
    const { body: quote } = await post('plan-changes/preview', { plan: 'premium', interval: 'month' })
    expect(quote.dueNow.amount).toBeGreaterThanOrEqual(50)
    expect((await post('plan-changes', { quoteId: quote.quoteId })).status).toBe(200)
    await world.settled()
    // Both invoices may be of the same second, and then have no order.
    expect((await buyer.amounts()).sort((one: number, other: number) => other - one)).toEqual([
      quote.dueNow.amount,
      0,
    ])
    const { included } = (await buyer.billing()).encounters
    expect(included?.of).toBe(Math.floor((500 * 4) / (30 * 24)))
  })
})

describe('days before the 1st that can be charged', () => {
  it.each([
    ['a month', { interval: 'month' }],
    ['a year', { interval: 'year' }],
  ])('are charged, and the page of %s closes before they cost too little', async (_, more) => {
    const opened = await open(minutesBefore(20 * 60), more)
    const closes = new Date(opened.expiresAt)
    expect(closes.getTime()).toBeLessThan(first.getTime())
    await world.advanceTo(new Date(closes.getTime() - 1_000))
    expect(await (await fetch(opened.url)).text()).toMatch(/Total de hoy<\/dt><dd>USD\s0\.5/)
    const buyer = await pay(opened)
    const [charged] = await buyer.amounts()
    expect(charged).toBeGreaterThanOrEqual(50)
    expect((await sessionOf()).amount_total).toBe(charged)
    expect((await buyer.billing()).balance.amount).toBe(0)
  })

  it('are charged as before in the middle of a month, and the page stays open for almost a day', async () => {
    const opened = await open(new Date('2026-11-14T16:00:00Z'))
    expect(opened.expiresAt.slice(0, 16)).toBe('2026-11-15T15:00')
    expect((await sessionOf()).amount_total).toBeGreaterThan(5_000)
  })
})
