import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageRecorded } from '#contract/usage'
import { type Customer, newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

const failing = '4000000000000341'
const good = '4242424242424242'

describe('a customer', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const clinic = (plan = 'plus') => newCustomer(world, { catalogue: 'waizant', plan })
  const usedIn = async (ana: Customer) =>
    Object.fromEntries(
      (await ana.billing()).services.map(({ id, used }: { id: string; used: { units: number } }) => [
        id,
        used.units,
      ]),
    )
  const afterRenewal = async (ana: Customer) => {
    const { date, amount } = (await ana.billing()).nextPayment
    await world.advanceTo(new Date(Date.parse(date) + 2 * 3_600_000))
    return { announced: amount.amount as number, invoice: (await ana.invoices())[0]! }
  }

  /** The next charge is refused when it is created. */
  const refuseIntents = (status: 'amount-too-small' | 402) =>
    world.stripe.faults({ api: { failNext: [{ path: '/v1/payment_intents', status }] } })

  describe('services used', () => {
    it('are on the next renewal exactly once, at the price of the customer’s own version', async () => {
      const ana = await clinic()
      const first = await ana.use('build-schedule', 3, 'job-1')
      expect([first.status, UsageRecorded.parse(first.body)]).toEqual([
        201,
        expect.objectContaining({
          units: 3,
          unit: expect.objectContaining({ amount: 350 }),
          status: 'recorded',
        }),
      ])
      const again = await Promise.all([1, 2, 3, 4].map(() => ana.use('build-schedule', 3, 'job-1')))
      expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      await ana.use('audit-case', 2, 'job-2')
      await world.settled()
      expect(await usedIn(ana)).toEqual({ 'build-schedule': 3, 'audit-case': 2 })

      const { announced, invoice } = await afterRenewal(ana)
      expect(invoice.amount_paid).toBe(9_900 + 3 * 350 + 2 * 500)
      expect(announced).toBe(invoice.amount_paid)
      expect(await usedIn(ana)).toEqual({ 'build-schedule': 0, 'audit-case': 0 })
      expect((await ana.use('audit-case', 2, 'job-2')).body.status).toBe('billed')
      expect((await afterRenewal(ana)).invoice.amount_paid).toBe(9_900)
    })

    it('are charged for in the language of the customer, whose bank writes it on a receipt', async () => {
      const ben = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', locale: 'en' })
      await ben.use('audit-case', 4)
      expect((await ben.post('cancellation', { reason: 'unused' })).status).toBe(200)
      const { data } = await ben.stripe.paymentIntents.list({ customer: ben.provider, limit: 1 })
      expect(data[0]).toMatchObject({ amount: 2_000, description: 'Services used to date' })
    })

    it('are refused with an id that was used for something else, for an unknown service, without a subscription', async () => {
      const ana = await clinic()
      await ana.use('audit-case', 1, 'same')
      expect((await ana.use('audit-case', 2, 'same')).body.code).toBe('usage-id-reused')
      expect((await ana.use('build-schedule', 1, 'same')).body.code).toBe('usage-id-reused')
      expect((await ana.use('nada', 1)).body.code).toBe('unknown-service')
      const eva = await clinic()
      expect((await eva.use('audit-case', 5, 'same')).status).toBe(201)
    })

    it('are charged once although every message of the renewal comes twice and out of order', async () => {
      const ana = await clinic()
      for (let job = 0; job < 5; job++) await ana.use('audit-case', 1)
      world.stripe.faults({ webhooks: { duplicate: true, reorder: true } })
      expect((await afterRenewal(ana)).invoice.amount_paid).toBe(9_900 + 5 * 500)
      world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
    })

    it('wait for the renewal again when a cancellation that was to charge them is never sent again', async () => {
      const ana = await clinic()
      await ana.use('audit-case', 4)
      world.stripe.faults({ api: { failNext: [{ path: '/v1/payment_intents', times: 4, status: 500 }] } })
      expect((await ana.post('cancellation', { reason: 'unused' })).status).toBe(503)
      world.stripe.faults({ api: { failNext: [] } })
      await world.advanceBy('PT2H')
      expect(await usedIn(ana)).toMatchObject({ 'audit-case': 4 })
      const { announced, invoice } = await afterRenewal(ana)
      expect([announced, invoice.amount_paid]).toEqual([9_900 + 2_000, 9_900 + 2_000])
    })

    it('are in the next payment again when the card that was to pay them is refused', async () => {
      const ana = await clinic()
      await ana.use('audit-case', 4)
      ana.card(failing)
      const { body } = await ana.post('cancellation', { reason: 'unused' })
      expect(body).toMatchObject({
        code: 'outstanding-charges-declined',
        detail: expect.stringMatching(/\(USD.20\.00\)/),
      })
      await world.settled()
      expect((await ana.billing()).nextPayment.amount.amount).toBe(9_900 + 2_000)
    })

    it('below the provider’s minimum charge do not block leaving, and wait for the last invoice', async () => {
      const ana = await clinic()
      await ana.use('audit-case', 4)
      refuseIntents('amount-too-small')
      expect((await ana.post('cancellation', { reason: 'unused' })).status).toBe(200)
      await world.settled()
      expect(await usedIn(ana)).toMatchObject({ 'audit-case': 4 })
    })

    it('until the last day of a subscription are charged when it has ended', async () => {
      const ana = await clinic()
      const { accessUntil } = (await ana.post('cancellation', { reason: 'unused' })).body
      await ana.use('audit-case', 4)
      await world.advanceTo(new Date(Date.parse(accessUntil) + 3_600_000))
      expect((await ana.billing()).status).toBe('canceled')
      const { invoices } = await ana.get('invoices')
      expect(invoices[0]).toMatchObject({ status: 'paid', amountPaid: { amount: 2_000 } })
    })
  })

  describe('before a change takes effect', () => {
    it('services used to date are paid by a charge of their own, without the balance', async () => {
      const ana = await clinic('plus')
      await ana.give(100_000)
      await ana.use('audit-case', 3)
      await ana.use('build-schedule', 1)
      await world.advanceBy('PT2S')
      const { body: quote } = await ana.preview('premium')
      expect(quote.outstanding.amount).toBe(1_850)
      expect(quote.outstandingLines.map(({ kind }: { kind: string }) => kind)).toEqual(['service', 'service'])
      expect(quote.dueNow.amount).toBe(1_850)
      const { body } = await ana.confirm(quote.quoteId)
      expect(body).toMatchObject({ status: 'applied', billing: { balance: quote.balanceAfter } })
      expect(body.billing.balance.amount).toBe(100_000 - quote.total.amount)
      const { invoices } = await ana.get('invoices')
      expect(
        invoices.map(({ amountPaid }: { amountPaid: { amount: number } }) => amountPaid.amount),
      ).toContain(1_850)
      expect((await afterRenewal(ana)).invoice.total).toBe(19_900)
    })

    it('services recorded in the very second of the quote are in it, and later ones are not', async () => {
      const ana = await clinic('plus')
      const { clock } = world.deps
      const second = Math.ceil(clock.now().getTime() / 1000) * 1000
      const at = (ms: number) => {
        world.deps.clock = { now: () => new Date(second + ms) }
      }
      at(400)
      await ana.use('audit-case', 3)
      at(600)
      const { body: quote } = await ana.preview('premium')
      at(800)
      await ana.use('audit-case', 1)
      const { body } = await ana.confirm(quote.quoteId)
      world.deps.clock = clock
      expect([quote.outstanding.amount, body.status]).toEqual([1_500, 'applied'])
      expect(await usedIn(ana)).toMatchObject({ 'audit-case': 1 })
    })

    it('an unpaid renewal is paid too, and what was used after the price was shown waits', async () => {
      const ana = await clinic('lite')
      ana.card(failing)
      const { date } = (await ana.billing()).nextPayment
      await world.advanceTo(new Date(Date.parse(date) + 3 * 3_600_000))
      expect((await ana.billing()).status).toBe('past-due')
      ana.card(good)
      const { body: quote } = await ana.preview('plus')
      expect(quote.outstandingLines).toMatchObject([{ kind: 'pending', amount: { amount: 4_900 } }])
      await world.advanceBy('PT1M')
      await ana.use('audit-case', 1)
      const { body } = await ana.confirm(quote.quoteId)
      expect(body).toMatchObject({ status: 'applied', billing: { status: 'active', plan: 'plus' } })
      expect(await usedIn(ana)).toMatchObject({ 'audit-case': 1 })
      const paid = (await ana.invoices()).slice(0, 2).reduce((sum, { amount_paid }) => sum + amount_paid, 0)
      expect(paid).toBe(quote.dueNow.amount)
    })

    it('a refusal stops the change and leaves everything as it was', async () => {
      const ana = await clinic('plus')
      await ana.give(100_000)
      await ana.use('audit-case', 2)
      await world.advanceBy('PT2S')
      ana.card(failing)
      await world.settled()
      const { quoteId } = (await ana.preview('premium')).body
      const before = await ana.everything()
      const refused = await ana.confirm(quoteId)
      expect([refused.status, refused.body.code]).toEqual([402, 'outstanding-charges-declined'])
      await world.settled()
      expect(await ana.everything()).toEqual(before)
      ana.card(good)
      expect((await ana.confirm(quoteId)).body.status).toBe('applied')
    })

    it.each([
      ['amount-too-small', 422, 'amount-too-small'],
      [402, 402, 'outstanding-charges-declined'],
    ] as const)(
      'a charge that the provider does not even begin (%s) denies the change in words',
      async (fault, status, code) => {
        const ana = await clinic('plus')
        await ana.use('audit-case', 2)
        await world.advanceBy('PT2S')
        const { quoteId } = (await ana.preview('premium')).body
        const before = await ana.everything()
        refuseIntents(fault)
        const refused = await ana.confirm(quoteId)
        expect([refused.status, refused.body.code]).toEqual([status, code])
        await world.settled()
        expect(await ana.everything()).toEqual(before)
        expect((await ana.confirm((await ana.preview('premium')).body.quoteId)).body.status).toBe('applied')
      },
    )

    it('the bank may ask about each payment, one after the other', async () => {
      const ana = await clinic('lite')
      ana.card('4000002760003184')
      await ana.use('audit-case', 2)
      await world.advanceBy('PT2S')
      const { quoteId, dueNow } = (await ana.preview('plus')).body
      const asked: string[] = []
      let answer = await ana.confirm(quoteId)
      for (; answer.body.status === 'requires-action'; answer = await ana.confirm(quoteId)) {
        const intent = answer.body.clientSecret.split('_secret_')[0]
        asked.push(intent)
        await world.send(`/sandbox/checkouts/${intent}/pay`, { body: { authenticate: true } })
      }
      expect([answer.body.status, new Set(asked).size]).toEqual(['applied', 2])
      const intents = await ana.stripe.paymentIntents.list({ customer: ana.provider, limit: 2 })
      expect(intents.data.reduce((sum, { amount_received }) => sum + amount_received, 0)).toBe(dueNow.amount)
    })
  })
})
