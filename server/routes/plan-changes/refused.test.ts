import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanChangeQuote } from '#contract/plan-change'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

const asksAlways = '4000002760003184'
const good = '4242424242424242'
const failing = '4000000000000341'

describe('a customer', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const erp = (plan: string) => newCustomer(world, { catalogue: 'erp', plan })
  const waizant = (plan: string) => newCustomer(world, { catalogue: 'waizant', plan })

  describe('a quote', () => {
    it('expires, and the refusal has a new one that can be confirmed', async () => {
      const ana = await erp('basico')
      const { quoteId } = (await ana.preview('pro')).body
      await world.advanceBy('PT11M')
      const late = await ana.confirm(quoteId)
      expect([late.status, late.body.code]).toEqual([409, 'quote-expired'])
      const fresh = PlanChangeQuote.parse(late.body.quote)
      expect(fresh.quoteId).not.toBe(quoteId)
      expect((await ana.billing()).plan).toBe('basico')
      expect((await ana.confirm(fresh.quoteId)).body.status).toBe('applied')
    })

    it('is refused once anything that it depends on has changed, with the new amounts', async () => {
      const clinic = await waizant('plus')
      const { quoteId, dueNow } = (await clinic.preview('premium')).body
      await clinic.give(700)
      const changed = await clinic.confirm(quoteId)
      expect([changed.status, changed.body.code]).toEqual([409, 'quote-changed'])
      expect(changed.body.quote).toMatchObject({
        balanceUsed: { amount: 700 },
        dueNow: { amount: dueNow.amount - 700 },
      })
      await clinic.post('licences', { quantity: 7 })
      expect((await clinic.confirm(changed.body.quote.quoteId)).body.code).toBe('quote-changed')
      expect((await clinic.billing()).plan).toBe('plus')
    })

    it('is confirmed once in two tabs, with the same key or different ones', async () => {
      const ana = await erp('basico')
      const { quoteId, dueNow } = (await ana.preview('pro')).body
      const answers = await Promise.all([
        ana.confirm(quoteId, 'a'),
        ana.confirm(quoteId, 'a'),
        ana.confirm(quoteId),
      ])
      expect(answers.map(({ body }) => body.status)).toEqual(['applied', 'applied', 'applied'])
      expect((await ana.invoices()).map(({ amount_paid }) => amount_paid)).toEqual([dueNow.amount, 99_900])
    })

    it('belongs to the person who was shown it: a colleague cannot confirm it, with the same key either', async () => {
      const ana = await erp('basico')
      const { quoteId } = (await ana.preview('pro')).body
      const bea = await world.signIn(ana.id, { email: 'bea@lopez.mx' })
      const confirm = (headers: object, key: string) =>
        world.send(`/v1/ecosystems/${ana.id}/plan-changes`, {
          body: { quoteId },
          headers: { ...headers, 'Idempotency-Key': key },
        })
      for (const key of ['of-ana', 'of-bea']) {
        const { status, body } = await confirm(bea, key)
        expect([status, body.code]).toEqual([404, 'not-found'])
      }
      expect((await ana.billing()).plan).toBe('basico')
      expect((await confirm(ana.signedIn, 'of-ana')).body.status).toBe('applied')
      expect((await confirm(bea, 'of-ana')).status).toBe(404)
    })

    it('in one tab invalidates the quote in another', async () => {
      const ana = await erp('basico')
      const [one, other] = [(await ana.preview('pro')).body, (await ana.preview('pro', 'year')).body]
      const answers = await Promise.all([ana.confirm(one.quoteId), ana.confirm(other.quoteId)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await ana.invoices()).toHaveLength(2)
    })

    it('can’t be confirmed with a key that confirmed another, nor without one, nor by another customer', async () => {
      const [ana, eva] = [await erp('basico'), await erp('basico')]
      const [one, other] = [(await ana.preview('pro')).body, (await ana.preview('pro', 'year')).body]
      expect((await ana.confirm(one.quoteId, 'k')).status).toBe(200)
      expect((await ana.confirm(other.quoteId, 'k')).body.code).toBe('idempotency-key-reused')
      const keyless = await world.send(`/v1/ecosystems/${ana.id}/plan-changes`, {
        body: { quoteId: other.quoteId },
        headers: ana.signedIn,
      })
      expect(keyless.body.code).toBe('idempotency-key-required')
      expect((await eva.confirm(other.quoteId)).body.code).toBe('not-found')
    })
  })

  describe('a declined card', () => {
    it('changes nothing, and the same quote can be paid with another', async () => {
      const ana = await erp('basico')
      await ana.give(3_000)
      ana.card(failing)
      await world.settled()
      const { quoteId, dueNow } = (await ana.preview('pro')).body
      const before = await ana.everything()
      const declined = await ana.confirm(quoteId)
      expect([declined.status, declined.body.code]).toEqual([402, 'payment-declined'])
      await world.settled()
      const after = await ana.everything()
      expect(moneyAndTerms(after)).toEqual(moneyAndTerms(before))
      ana.card(good)
      expect((await ana.confirm(quoteId)).body.status).toBe('applied')
      expect((await ana.invoices())[0]!.amount_paid).toBe(dueNow.amount)
    })
  })

  describe('a bank that asks', () => {
    const asked = async (plan = 'pro') => {
      const ana = await erp('basico')
      ana.card(asksAlways)
      const quote = (await ana.preview(plan)).body as PlanChangeQuote
      const { body } = await ana.confirm(quote.quoteId, 'ask')
      expect([body.status, body.clientSecret]).toEqual(['requires-action', expect.stringMatching(/_secret_/)])
      expect(body.billing.plan).toBe('basico')
      return { ana, quote, intent: body.clientSecret.split('_secret_')[0] as string }
    }
    const answer = (intent: string, authenticate: boolean) =>
      world.send(`/sandbox/checkouts/${intent}/pay`, { body: { authenticate } })

    it('is answered in the page, and the same confirmation then says that it is done', async () => {
      const { ana, quote, intent } = await asked()
      expect((await ana.confirm(quote.quoteId, 'ask')).body.status).toBe('requires-action')
      await answer(intent, true)
      expect((await ana.confirm(quote.quoteId, 'ask')).body).toMatchObject({
        status: 'applied',
        billing: { plan: 'pro' },
      })
      expect((await ana.invoices())[0]!.amount_paid).toBe(quote.dueNow.amount)
    })

    it('is respected when it says no: nothing has changed, and another card may pay', async () => {
      const { ana, quote, intent } = await asked()
      await answer(intent, false)
      expect((await ana.confirm(quote.quoteId, 'ask')).body.code).toBe('payment-declined')
      expect((await ana.billing()).plan).toBe('basico')
      ana.card(good)
      expect((await ana.confirm(quote.quoteId)).body.status).toBe('applied')
    })

    it('changes the plan even when the page never comes back', async () => {
      const { ana, intent } = await asked()
      await answer(intent, true)
      await world.settled()
      expect((await ana.billing()).plan).toBe('pro')
    })

    describe('about services that are paid first', () => {
      const askedOfServices = async () => {
        const clinic = await waizant('plus')
        await clinic.use('audit-case', 3)
        await world.advanceBy('PT1M')
        clinic.card(asksAlways)
        const quote = (await clinic.preview('premium')).body as PlanChangeQuote
        expect(quote.outstanding.amount).toBeGreaterThan(0)
        const { body } = await clinic.confirm(quote.quoteId)
        expect(body.status).toBe('requires-action')
        return { clinic, quote, intent: body.clientSecret.split('_secret_')[0] as string }
      }
      type Clinic = Awaited<ReturnType<typeof waizant>>
      const ofServices = async (clinic: Clinic, { outstanding }: PlanChangeQuote) =>
        (await clinic.get('invoices')).invoices.filter(
          (invoice: { total: { amount: number } }) => invoice.total.amount === outstanding.amount,
        )

      it('is noticed when the page never comes back: they are paid, and the change is confirmed next', async () => {
        const { clinic, quote, intent } = await askedOfServices()
        await answer(intent, true)
        await world.settled()
        expect(await ofServices(clinic, quote)).toMatchObject([{ status: 'paid' }])
        const again = (await clinic.confirm(quote.quoteId)).body
        expect(again.status).toBe('requires-action')
        await answer(again.clientSecret.split('_secret_')[0], true)
        expect((await clinic.confirm(quote.quoteId)).body).toMatchObject({ billing: { plan: 'premium' } })
      })

      it('is noticed too late to change anything: what was paid is recorded, once', async () => {
        const { clinic, quote, intent } = await askedOfServices()
        world.stripe.faults({ webhooks: { drop: true } })
        world.sandbox.clock.advanceTo(new Date(world.deps.clock.now().getTime() + 23 * 60 * 60 * 1000))
        await answer(intent, true)
        world.stripe.faults({ webhooks: { drop: false } })
        expect((await clinic.confirm(quote.quoteId)).body.code).toBe('quote-expired')
        clinic.card(good)
        const fresh = (await clinic.preview('premium')).body as PlanChangeQuote
        expect(fresh.outstanding.amount).toBe(0)
        expect((await clinic.confirm(fresh.quoteId)).body.status).toBe('applied')
        expect(await ofServices(clinic, quote)).toMatchObject([{ status: 'paid' }])
        await world.settled()
        expect(await world.deps.jobs.dead.list()).toEqual([])
      })
    })

    it('is rolled back for the next choice, and by itself after a day', async () => {
      const { ana } = await asked()
      ana.card(good)
      const other = (await ana.preview('pro', 'year')).body
      expect((await ana.confirm(other.quoteId)).body.status).toBe('applied')
      const { ana: eva, quote } = await asked()
      await world.advanceBy('P1DT2H')
      expect((await eva.billing()).plan).toBe('basico')
      expect((await eva.confirm(quote.quoteId)).body.code).toBe('quote-expired')
      expect((await eva.invoices()).map(({ status }) => status)).toEqual(['void', 'paid'])
    })
  })

  describe('a provider that fails', () => {
    it('gets the request again when its answer is lost, and charges once', async () => {
      const ana = await erp('basico')
      const { quoteId } = (await ana.preview('pro')).body
      world.stripe.faults({
        api: { failNext: [{ path: '/v1/subscriptions/*', times: 2, status: 'timeout-after-success' }] },
      })
      expect((await ana.confirm(quoteId)).body.status).toBe('applied')
      expect(await ana.invoices()).toHaveLength(2)
    })

    it('leaves a confirmation that the next one resumes', async () => {
      const ana = await erp('basico')
      const { quoteId, dueNow } = (await ana.preview('pro')).body
      world.stripe.faults({ api: { failNext: [{ path: '/v1/subscriptions/*', times: 9, status: 500 }] } })
      expect((await ana.confirm(quoteId)).body.code).toBe('payments-unavailable')
      world.stripe.faults({ api: { failNext: [] } })
      expect((await ana.confirm(quoteId)).body.status).toBe('applied')
      expect((await ana.invoices()).map(({ amount_paid }) => amount_paid)).toEqual([dueNow.amount, 99_900])
    })
  })

  it('can schedule a change again after the provider refused it half way', async () => {
    const ana = await erp('pro')
    const { quoteId } = (await ana.preview('basico')).body
    const path = '/v1/subscription_schedules/*'
    world.stripe.faults({ api: { failNext: [{ path, times: 1, status: 400 }] } })
    expect((await ana.confirm(quoteId)).body.code).toBe('quote-changed')
    expect((await ana.subscription()).schedule).toBeNull()
    expect((await ana.confirm(quoteId)).body.status).toBe('scheduled')
  })

  describe('a change that is not possible', () => {
    it('is refused by name: other catalogues, no price, no such plan, the same plan, another currency', async () => {
      const ana = await erp('pro')
      const code = async (plan: string, interval = 'month', more = {}) =>
        (await ana.post('plan-changes/preview', { plan, interval, ...more })).body.code
      expect(await code('premium')).toBe('plan-not-for-sale')
      expect(await code('enterprise')).toBe('plan-not-for-sale')
      expect(await code('nada')).toBe('plan-not-for-sale')
      expect(await code('pro')).toBe('same-plan')
      expect(await code('basico', 'month', { currency: 'USD' })).toBe('currency-fixed')
      expect(await code('basico', 'week')).toBe('invalid-input')
    })

    it.each([
      ['now', 'basico', 'pro', 'changeNow'],
      ['for the next period', 'pro', 'basico', 'scheduleChange'],
    ] as const)(
      'is refused %s when the subscription ends just then, and nothing is left',
      async (_, from, to, step) => {
        const ana = await erp(from)
        const { quoteId } = (await ana.preview(to)).body
        const { payments, jobs } = world.deps
        const take = payments[step] as (...given: unknown[]) => Promise<never>
        payments[step] = async (...given: unknown[]) => {
          await ana.stripe.subscriptions.cancel((await ana.subscription()).id)
          return take(...given)
        }
        const answer = await ana.confirm(quoteId)
        payments[step] = take
        expect([answer.status, answer.body.code]).toEqual([409, 'no-subscription'])
        await world.settled()
        await world.advanceBy('P2D')
        expect(await jobs.dead.list()).toEqual([])
        expect((await ana.billing()).status).toBe('canceled')
      },
    )

    it('is refused without a subscription, after a cancellation, and for a member who may only read', async () => {
      const trial = await newCustomerInTrial()
      expect((await trial('pro')).code).toBe('no-subscription')
      const ana = await erp('basico')
      const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ana.id] } })
      const headers = { Authorization: `Bearer ${body.token}`, 'Idempotency-Key': 'reader' }
      const asReader = (path: string, content: object) =>
        world.send(`/v1/ecosystems/${ana.id}/plan-changes${path}`, { body: content, headers })
      const seen = await asReader('/preview', { plan: 'pro', interval: 'month' })
      const refused = await asReader('', { quoteId: seen.body.quoteId })
      expect([seen.status, refused.status, refused.body.code]).toEqual([200, 403, 'not-allowed'])
      await ana.post('cancellation', { reason: 'unused' })
      expect((await ana.preview('pro')).body.code).toBe('subscription-canceling')
    })

    it('is refused while the provider has paused the subscription, as are licences', async () => {
      const clinic = await waizant('plus')
      const now = { outstanding_usage_through: { type: 'now' }, unused_time_from: { type: 'now' } } as const
      const { id } = await clinic.subscription()
      await clinic.stripe.subscriptions.pause(id, { type: 'subscription', bill_for: now })
      const answers = [
        await clinic.preview('premium'),
        await clinic.post('licences/preview', { quantity: 9 }),
        await clinic.post('licences', { quantity: 9 }),
      ]
      for (const { status, body } of answers) expect([status, body.code]).toEqual([409, 'no-subscription'])
    })

    const newCustomerInTrial = async () => {
      const { body } = await world.send('/sandbox/ecosystems', {
        body: { catalogue: 'erp', plan: 'trial', company: 'Prueba' },
      })
      const headers = await world.signIn(body.ecosystem)
      return async (plan: string) =>
        (
          await world.send(`/v1/ecosystems/${body.ecosystem}/plan-changes/preview`, {
            body: { plan, interval: 'month' },
            headers,
          })
        ).body
    }
  })
})

type Everything = Awaited<ReturnType<Awaited<ReturnType<typeof newCustomer>>['everything']>>

/** Leaves out what only shows that a charge was tried. */
const moneyAndTerms = ({ billing, balance, tickets, invoices, provider }: Everything) => ({
  billing,
  balance,
  tickets,
  invoices: invoices.invoices.filter(({ status }: { status: string }) => status !== 'void'),
  waiting: provider.items.filter(({ invoice }) => !invoice).map(({ id }) => id),
  paid: provider.paid.map(({ id }) => id),
  charged: provider.invoices.map(({ id, status, amount_paid }) => ({ id, status, amount_paid })),
  owned: provider.balance,
  terms: provider.subscriptions.map(({ items, status, pending_update, schedule, cancel_at }) => ({
    items: items.data.map(({ id, price, quantity, current_period_end }) => [
      id,
      price.id,
      quantity,
      current_period_end,
    ]),
    status,
    pending_update,
    schedule,
    cancel_at,
  })),
})
