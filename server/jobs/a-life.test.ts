import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../base/id.ts'
import { stripeOf } from '../sandbox/console.ts'
import { watchTimeline } from '../testing/timeline.ts'
import { openWorld, type World } from '../testing/world.ts'

vi.setConfig({ testTimeout: 300_000 })

let world: World
let timeline: ReturnType<typeof watchTimeline>
beforeAll(async () => {
  world = await openWorld({ engine: 'embedded' })
  timeline = watchTimeline(world.deps)
})
afterAll(() => world.close())

const live = async (id: string) => {
  const headers = await world.signIn(id)
  const path = (rest: string) => `/v1/ecosystems/${id}/${rest}`
  const post = async (rest: string, body: object, status = 200) => {
    const answer = await world.send(path(rest), {
      body,
      headers: { ...headers, 'Idempotency-Key': newId('key') },
    })
    expect(answer.status, answer.text).toBe(status)
    await world.settled()
    return answer.body
  }
  const stripe = stripeOf(world.stripe)
  const provider = async () =>
    (await stripe.customers.list({ limit: 100 })).data.find(({ metadata }) => metadata.ecosystem === id)!.id
  return {
    buy: async (catalogue: string, plan: string, interval: string, currency: string) => {
      const { body, status, text } = await world.checkout({
        catalogue,
        plan,
        interval,
        currency,
        ecosystem: id,
      })
      expect(status, text).toBe(201)
      await world.pay(body.id, '4242424242424242')
    },
    change: async (plan: string, interval = 'month') => {
      const { quoteId } = await post('plan-changes/preview', { plan, interval })
      return (await post('plan-changes', { quoteId })).status
    },
    badCard: async () => world.stripe.saveCard(await provider(), '4000000000000341'),
    newCard: async () => {
      const { clientSecret } = await post('payment-method', {})
      await stripe.setupIntents.confirm(clientSecret.split('_secret_')[0], {
        payment_method: 'pm_card_mastercard',
      })
      await world.settled()
    },
    cancel: () => post('cancellation', { reason: 'unused' }),
    stay: () => world.send(path('cancellation'), { method: 'DELETE', headers }),
    get: async (rest: string) => (await world.send(path(rest), { headers })).body,
  }
}

/** The clock never goes back: each life begins where the one before ended. */
it('erp: from the first trial to the last day', async () => {
  await world.advanceTo('2027-01-05T18:10:00Z')
  const { body } = await world.send('/v1/trials', {
    body: { catalogue: 'erp', email: 'eva@molino.mx', company: 'El Molino' },
  })
  await world.settled()
  const id = body.ecosystem as string
  const eva = await live(id)
  await world.advanceTo('2027-02-10T18:10:00Z')
  await eva.buy('erp', 'basico', 'month', 'MXN')
  await world.advanceTo('2027-03-20T18:10:00Z')
  expect(await eva.change('pro')).toBe('applied')
  await world.advanceTo('2027-04-20T18:10:00Z')
  await eva.badCard()
  await world.advanceTo('2027-05-15T18:10:00Z')
  await eva.newCard()
  await world.advanceTo('2027-05-20T18:10:00Z')
  expect(await eva.change('basico')).toBe('scheduled')
  await world.advanceTo('2027-07-01T18:10:00Z')
  await eva.cancel()
  await world.advanceTo('2027-07-02T18:10:00Z')
  await eva.stay()
  await world.advanceTo('2027-07-03T18:10:00Z')
  await eva.cancel()
  await world.advanceTo('2027-10-01T18:10:00Z')
  await eva.buy('erp', 'basico', 'month', 'MXN')
  await world.advanceTo('2027-11-05T18:10:00Z')
  await eva.cancel()
  await world.advanceTo('2028-03-05T18:10:00Z')
  expect(await timeline(id)).toEqual([
    '2027-01-05 12h  = trialing, pro, full until 2027-02-04',
    '2027-01-05 12h  @ welcome',
    '2027-01-28 12h  @ trial-ending',
    '2027-02-01 12h  @ trial-ending',
    '2027-02-03 12h  @ trial-ending',
    '2027-02-04 12h  = suspended, pro, read-only until 2027-03-06',
    '2027-02-04 12h  @ trial-ended',
    '2027-02-10 12h  $ 999 MXN paid 2027-02-10',
    '2027-02-10 12h  = active, basico, full until 2027-03-10',
    '2027-02-10 12h  @ welcome',
    '2027-03-03 09h  @ renewal-reminder',
    '2027-03-07 09h  @ renewal-reminder',
    '2027-03-09 09h  @ renewal-reminder',
    '2027-03-10 12h  $ 999 MXN paid 2027-03-10',
    '2027-03-10 12h  = active, basico, full until 2027-04-10',
    '2027-03-10 13h  @ renewal-receipt',
    '2027-03-20 12h  $ 1016 MXN paid 2027-03-20',
    '2027-03-20 12h  = active, pro, full until 2027-04-10',
    '2027-03-20 12h  @ plan-changed',
    '2027-04-03 09h  @ renewal-reminder',
    '2027-04-07 09h  @ renewal-reminder',
    '2027-04-09 09h  @ renewal-reminder',
    '2027-04-10 12h  $ 2499 MXN paid 2027-04-10',
    '2027-04-10 12h  = active, pro, full until 2027-05-10',
    '2027-04-10 13h  @ renewal-receipt',
    '2027-05-03 09h  @ renewal-reminder',
    '2027-05-07 09h  @ renewal-reminder',
    '2027-05-09 09h  @ renewal-reminder',
    '2027-05-10 12h  $ 2499 MXN paid 2027-05-15',
    '2027-05-10 12h  = active, pro, full until 2027-06-10',
    '2027-05-10 13h  = past-due, pro, full until 2027-05-13',
    '2027-05-10 13h  @ payment-failed',
    '2027-05-13 13h  = suspended, pro, read-only until 2027-06-12',
    '2027-05-13 13h  @ suspended',
    '2027-05-15 12h  = active, pro, full until 2027-06-10',
    '2027-05-15 12h  @ reactivated',
    '2027-05-15 12h  @ renewal-receipt',
    '2027-05-20 12h  @ plan-change-scheduled',
    '2027-06-03 09h  @ renewal-reminder',
    '2027-06-07 09h  @ renewal-reminder',
    '2027-06-09 09h  @ renewal-reminder',
    '2027-06-10 12h  $ 999 MXN paid 2027-06-10',
    '2027-06-10 12h  = active, basico, full until 2027-07-10',
    '2027-06-10 13h  @ renewal-receipt',
    '2027-07-01 12h  = canceling, basico, full until 2027-07-10',
    '2027-07-01 12h  @ cancellation-confirmed',
    '2027-07-02 12h  = active, basico, full until 2027-07-10',
    '2027-07-02 12h  @ cancellation-undone',
    '2027-07-03 09h  @ renewal-reminder',
    '2027-07-03 12h  = canceling, basico, full until 2027-07-10',
    '2027-07-03 12h  @ cancellation-confirmed',
    '2027-07-10 12h  = canceled, basico, read-only until 2027-10-08',
    '2027-09-24 12h  @ data-deletion',
    '2027-10-01 12h  $ 999 MXN paid 2027-10-01',
    '2027-10-01 12h  = active, basico, full until 2027-11-01',
    '2027-10-01 12h  @ reactivated',
    '2027-10-25 09h  @ renewal-reminder',
    '2027-10-29 09h  @ renewal-reminder',
    '2027-10-31 09h  @ renewal-reminder',
    '2027-11-01 12h  $ 999 MXN paid 2027-11-01',
    '2027-11-01 12h  = active, basico, full until 2027-12-01',
    '2027-11-01 13h  @ renewal-receipt',
    '2027-11-05 12h  = canceling, basico, full until 2027-12-01',
    '2027-11-05 12h  @ cancellation-confirmed',
    '2027-12-01 12h  = canceled, basico, read-only until 2028-02-29',
    '2028-02-15 12h  @ data-deletion',
    '2028-02-29 12h  = deletion-requested',
  ])
})

it('waizant: buys in the trial, moves down for credit, stops paying, loses its data, starts again', async () => {
  await world.advanceTo('2028-04-05T18:10:00Z')
  const trial = { catalogue: 'waizant', email: 'leo@alba.mx', company: 'Consultorio Alba' }
  const { body } = await world.send('/v1/trials', { body: trial })
  await world.settled()
  const id = body.ecosystem as string
  const leo = await live(id)
  await world.advanceTo('2028-04-20T18:10:00Z')
  await leo.buy('waizant', 'plus', 'month', 'USD')
  await world.advanceTo('2028-06-10T18:10:00Z')
  expect(await leo.change('lite')).toBe('applied')
  await world.advanceTo('2028-07-20T18:10:00Z')
  await leo.badCard()
  await world.advanceTo('2028-10-20T18:10:00Z')
  const { status } = await world.send(`/v1/ecosystems/${id}/billing`, { headers: await world.signIn(id) })
  expect(status).toBe(410)
  const again = await world.checkout({ ...trial, plan: 'lite', interval: 'year', currency: 'USD' })
  await world.pay(again.body.id, '4242424242424242')
  expect(await leo.get('billing')).toMatchObject({ ecosystem: id, status: 'active', plan: 'lite' })
  expect(await timeline(id)).toEqual([
    '2028-04-05 12h  = trialing, free-trial, full until 2028-05-05',
    '2028-04-05 12h  @ welcome',
    '2028-04-20 12h  $ 35 USD paid 2028-04-20',
    '2028-04-20 12h  = active, plus, full until 2028-05-01',
    '2028-04-20 12h  @ welcome',
    '2028-04-24 09h  @ renewal-reminder',
    '2028-04-28 09h  @ renewal-reminder',
    '2028-04-30 09h  @ renewal-reminder',
    '2028-05-01 00h  $ 99 USD paid 2028-05-01',
    '2028-05-01 00h  = active, plus, full until 2028-06-01',
    '2028-05-01 01h  @ renewal-receipt',
    '2028-05-25 09h  @ renewal-reminder',
    '2028-05-29 09h  @ renewal-reminder',
    '2028-05-31 09h  @ renewal-reminder',
    '2028-06-01 00h  $ 99 USD paid 2028-06-01',
    '2028-06-01 00h  = active, plus, full until 2028-07-01',
    '2028-06-01 01h  @ renewal-receipt',
    '2028-06-10 12h  $ -34 USD paid 2028-06-10',
    '2028-06-10 12h  = active, lite, full until 2028-07-01',
    '2028-06-10 12h  @ plan-changed',
    '2028-06-24 09h  @ renewal-reminder',
    '2028-06-28 09h  @ renewal-reminder',
    '2028-06-30 09h  @ renewal-reminder',
    '2028-07-01 00h  $ 49 USD paid 2028-07-01',
    '2028-07-01 00h  = active, lite, full until 2028-08-01',
    '2028-07-01 01h  @ renewal-receipt',
    '2028-07-25 09h  @ renewal-reminder',
    '2028-07-29 09h  @ renewal-reminder',
    '2028-07-31 09h  @ renewal-reminder',
    '2028-08-01 00h  $ 49 USD open',
    '2028-08-01 00h  = active, lite, full until 2028-09-01',
    '2028-08-01 01h  = past-due, lite, full until 2028-08-04',
    '2028-08-01 01h  @ payment-failed',
    '2028-08-04 01h  = suspended, lite, read-only until 2028-09-03',
    '2028-08-04 01h  @ suspended',
    '2028-08-20 01h  @ data-deletion',
    '2028-09-01 00h  $ 49 USD open',
    '2028-09-01 00h  = suspended, lite, read-only until 2028-09-03',
    '2028-09-03 01h  = deletion-requested',
    '2028-10-20 12h  $ 15 USD paid 2028-10-20',
    '2028-10-20 12h  = active, lite, full until 2028-11-01',
    '2028-10-20 12h  @ reactivated',
  ])
})
