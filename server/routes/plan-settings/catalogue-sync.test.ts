import { startStripeSandbox } from '@waizant/stripe-sandbox'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueSync } from '#contract/catalogue-sync'
import { providerPrices, subscriptions } from '../../db/tables/index.ts'
import { stripeCatalogue } from '../../payments/stripe/catalogue.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { backOffice } from '../../testing/back-office.ts'
import { cutLine } from '../../testing/cut-line.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

let world: World
let admin: Awaited<ReturnType<typeof backOffice>>
let line: Awaited<ReturnType<typeof cutLine>>
beforeAll(async () => {
  // After the crash no retry runs, so that the test repairs it.
  world = await openWorld({ retries: { limit: 0, seconds: 0, maxSeconds: 0 } })
  admin = await backOffice(world)
  line = await cutLine(world.stripe.url)
  const { secretKey } = world.stripe
  world.deps.environments.all[0]!.provider = stripeCatalogue({ secretKey, apiUrl: line.url })
})
beforeEach(async () => {
  line.cut(null)
  await world.settled()
  expect((await admin.repair()).status).toBe(200)
})
afterAll(async () => {
  await line.close()
  await world.close()
})

const stripe = () => stripeOf(world.stripe)
const sandboxOf = ({ environments }: CatalogueSync) => environments[0]!
const pricesUnder = async (key: string) =>
  (await stripe().prices.list({ product: 'waizant_erp_pro', limit: 100 })).data.filter(
    (price) => price.metadata.key === key,
  )
const holderOf = async (key: string) => (await stripe().prices.list({ lookup_keys: [key] })).data
const states = (sync: CatalogueSync, version: number) =>
  sandboxOf(sync)
    .versions.find((one) => one.plan === 'pro' && one.version === version)!
    .prices.map(({ state }) => state)

/** A draft of pro whose price then changes without a sync to the provider. */
const pricedDraft = async () => {
  const { body } = await admin.create({ startsAt: world.deps.clock.now().toISOString(), copyFrom: 1 })
  await admin.save(body.number, { ...body.content, audience: { 'es-MX': 'Todos', en: 'All' } }, body.etag)
  await world.settled()
  return (await admin.read(body.number)).body
}
const change = async (number: number, month: number) => {
  const { body } = await admin.read(number)
  body.content.prices.MXN.month = month
  expect((await admin.save(number, body.content, body.etag)).status).toBe(200)
}

describe('Saving rates', () => {
  it('creates the prices in the environment that sells, and reports them', async () => {
    const { number } = await pricedDraft()
    const sync = await admin.sync()
    expect(sandboxOf(sync)).toMatchObject({
      name: 'sandbox',
      sells: true,
      state: 'in-sync',
      account: { id: expect.stringMatching(/^acct_/), livemode: false },
      syncedAt: expect.any(String),
    })
    expect(states(sync, number)).toEqual(['in-sync', 'in-sync', 'in-sync', 'in-sync'])
    const stored = await world.deps.db
      .select()
      .from(providerPrices)
      .where(eq(providerPrices.key, `erp/pro/${number}/MXN/month`))
    const [held] = await holderOf(`erp/pro/${number}/MXN/month`)
    expect(stored).toMatchObject([{ environment: 'sandbox', amount: 249_900, providerId: held!.id }])
  })

  it('moves the key to a new amount and archives the old price', async () => {
    const { number } = await pricedDraft()
    const key = `erp/pro/${number}/MXN/month`
    await change(number, 260_000)
    await world.settled()
    const all = await pricesUnder(key)
    expect(
      all.map(({ unit_amount, active, lookup_key }) => [unit_amount, active, lookup_key]).sort(),
    ).toEqual([
      [249_900, false, null],
      [260_000, true, key],
    ])
    await change(number, 249_900)
    await world.settled()
    expect(await pricesUnder(key)).toHaveLength(2)
    expect(await holderOf(key)).toMatchObject([{ unit_amount: 249_900, active: true }])
  })

  it('sends nothing to the provider when it refuses the content', async () => {
    const { number, content, etag } = await pricedDraft()
    line.cut(null)
    content.prices.MXN.month = -5
    expect((await admin.save(number, content, etag)).status).toBe(400)
    await world.settled()
    expect(line.calls()).toBe(0)
  })
})

describe('A sync that crashes at any call', () => {
  it.each(['before', 'after'] as const)(
    'is finished by the next one, with no price too many (%s it arrives)',
    async (when) => {
      const { number } = await pricedDraft()
      const key = `erp/pro/${number}/MXN/month`
      let died = 0
      for (let at = 1; at < 100; at++) {
        const amount = 300_000 + at * 1_000
        line.cut({ at, when })
        await change(number, amount)
        await world.settled()
        if (line.calls() < at) break
        died++
        line.cut(null)
        const { status, body } = await admin.repair()
        expect(status, `call ${at}`).toBe(200)
        expect(sandboxOf(body).state, `call ${at}`).toBe('in-sync')
        const all = await pricesUnder(key)
        expect(
          all.filter(({ active }) => active),
          `call ${at}`,
        ).toHaveLength(1)
        expect(
          all.filter(({ unit_amount }) => unit_amount === amount),
          `call ${at}`,
        ).toHaveLength(1)
        expect(await holderOf(key)).toMatchObject([{ unit_amount: amount, active: true }])
      }
      expect(died).toBeGreaterThan(8)
    },
    300_000,
  )

  it.each([500, 'timeout-after-success'] as const)(
    'is repaired after the provider’s own faults (%s)',
    async (status) => {
      const { number } = await pricedDraft()
      for (const [index, path] of ['/v1/account', '/v1/products*', '/v1/prices', '/v1/prices/*'].entries()) {
        world.stripe.faults({ api: { failNext: [{ path, times: 4, status }] } })
        await change(number, 400_000 + index * 1_000)
        await world.settled()
        world.stripe.faults({ api: { failNext: [] } })
        expect(sandboxOf((await admin.repair()).body).state, path).toBe('in-sync')
        expect(await holderOf(`erp/pro/${number}/MXN/month`)).toMatchObject([
          { unit_amount: 400_000 + index * 1_000, active: true },
        ])
      }
    },
    120_000,
  )
})

describe('Drift made by hand in Stripe', () => {
  const drifts: [string, string, (id: string, key: string) => Promise<unknown>][] = [
    ['switched off', 'archived', (id) => stripe().prices.update(id, { active: false })],
    ['robbed of its key', 'lost-key', (id) => stripe().prices.update(id, { lookup_key: '' })],
    [
      'replaced by another amount',
      'lost-key',
      (_, key) =>
        stripe().prices.create({
          product: 'waizant_erp_pro',
          currency: 'mxn',
          unit_amount: 100,
          recurring: { interval: 'month' },
          lookup_key: key,
          transfer_lookup_key: true,
          metadata: { key },
        }),
    ],
  ]
  it.each(drifts)('shows a price that was %s, and repairs it', async (_, state, spoil) => {
    const { number } = await pricedDraft()
    const key = `erp/pro/${number}/MXN/month`
    const [held] = await holderOf(key)
    await spoil(held!.id, key)
    const drifted = sandboxOf(await admin.sync())
    expect(drifted.state).toBe('drift')
    expect(drifted.versions.flatMap(({ prices }) => prices).find((price) => price.key === key)!.state).toBe(
      state,
    )
    const { body } = await admin.repair()
    expect(sandboxOf(body).state).toBe('in-sync')
    expect(await holderOf(key)).toMatchObject([{ id: held!.id, active: true, unit_amount: 249_900 }])
  })

  it('shows a product with another name, and repairs it', async () => {
    await stripe().products.update('waizant_erp_pro', { name: 'Otra cosa', active: false })
    expect(sandboxOf(await admin.sync()).versions.find(({ plan }) => plan === 'pro')!.product.state).toBe(
      'archived',
    )
    expect(sandboxOf((await admin.repair()).body).state).toBe('in-sync')
  })

  it('leaves prices alone that a person created for another purpose', async () => {
    const own = await stripe().prices.create({
      product: 'waizant_erp_pro',
      currency: 'mxn',
      unit_amount: 7_700,
    })
    expect(sandboxOf((await admin.repair()).body).state).toBe('in-sync')
    expect((await stripe().prices.retrieve(own.id)).active).toBe(true)
  })
})

describe('Customers of an old version', () => {
  it('keep their price when a new one is published, and so does a customer who is paying just then', async () => {
    const made = { catalogue: 'erp', plan: 'basico', interval: 'month', currency: 'MXN' }
    const { ecosystem } = (await world.send('/sandbox/ecosystems', { body: made })).body
    const { body: opened } = await world.checkout({
      plan: 'basico',
      interval: 'month',
      email: 'tarde@lopez.mx',
    })
    const number = await admin.reprice(120_000, 1_200_000, 'basico')
    await world.settled()
    expect((await world.pay(opened.id, cards.good)).status).toBe(200)
    await world.settled()
    const rows = await world.deps.db
      .select()
      .from(subscriptions)
      .where(eq(subscriptions.version, 'erp/basico/1'))
    expect(rows).toHaveLength(2)
    const [row] = rows.filter((one) => one.ecosystem === ecosystem)
    expect(row!.nextPayment!.amount).toBe(99_900)
    expect((await stripe().prices.list({ lookup_keys: ['erp/basico/1/MXN/month'] })).data[0]!.active).toBe(
      true,
    )
    const { body: later } = await world.checkout({
      plan: 'basico',
      interval: 'month',
      email: 'nueva@lopez.mx',
    })
    expect((await world.pay(later.id, cards.good)).status).toBe(200)
    await world.settled()
    const bought = await world.deps.db
      .select()
      .from(subscriptions)
      .where(eq(subscriptions.version, `erp/basico/${number}`))
    expect(bought).toMatchObject([{ nextPayment: { amount: 120_000 } }])
  })
})

describe('Accounts', () => {
  const withAccount = async (account: { id: string; livemode: boolean }) => {
    const environment = world.deps.environments.all[0]!
    const { provider } = environment
    environment.provider = { ...provider!, account: async () => account }
    environment.account = 'acct_expected'
    try {
      line.cut(null)
      const shown = sandboxOf(await admin.sync())
      const { body } = await admin.repair()
      return { shown, body, calls: line.calls() }
    } finally {
      environment.provider = provider
      environment.account = null
    }
  }

  it.each([
    ['real money where none belongs', 'wrong-mode', { id: 'acct_expected', livemode: true }],
    ['another account than expected', 'wrong-account', { id: 'acct_other', livemode: false }],
  ])('refuses %s, and writes nothing', async (_, code, account) => {
    const { shown, body, calls } = await withAccount(account)
    expect(shown).toMatchObject({ state: 'refused', problem: { code }, versions: [] })
    expect(body).toMatchObject({ code: 'sync-refused', status: 409 })
    expect(calls).toBe(0)
  })

  it('syncs another environment only on request, and each keeps its own prices', async () => {
    const { clock } = world.sandbox
    const qa = await startStripeSandbox({ port: 0, directory: null, clock, checksAnswers: true })
    const { all } = world.deps.environments
    const place = all.find(({ name }) => name === 'qa')!
    place.provider = stripeCatalogue({ secretKey: qa.secretKey, apiUrl: qa.url })
    try {
      expect((await admin.sync()).environments[1]).toMatchObject({ name: 'qa', sells: false, state: 'drift' })
      const { body } = await admin.repair({ environment: 'qa' })
      expect(body.environments.map(({ name, state }: never) => [name, state])).toEqual([
        ['sandbox', 'in-sync'],
        ['qa', 'in-sync'],
        ['staging', 'not-configured'],
        ['production', 'not-configured'],
      ])
      const [here, there] = body.environments
      expect(there.account.id).not.toBe(here.account.id)
      const key = 'erp/pro/1/MXN/year'
      const ids = [stripeOf(world.stripe), stripeOf(qa)].map(async ({ prices }) => {
        const { data } = await prices.list({ lookup_keys: [key] })
        return data[0]!.id
      })
      const stored = await world.deps.db.select().from(providerPrices).where(eq(providerPrices.key, key))
      expect(stored.map(({ providerId }) => providerId).sort()).toEqual((await Promise.all(ids)).sort())
      const keys = { secretKey: world.stripe.secretKey, apiUrl: world.stripe.url }
      place.provider = stripeCatalogue(keys)
      const mixed = await admin.repair({ environment: 'qa' })
      expect(mixed.body).toMatchObject({
        code: 'sync-refused',
        detail: expect.stringContaining('otra cuenta'),
      })
    } finally {
      place.provider = null
      await qa.close()
    }
  })

  it('has no environment without keys', async () => {
    expect((await admin.repair({ environment: 'production' })).status).toBe(404)
    expect((await admin.repair({ environment: 'mars' })).status).toBe(400)
  })
})
