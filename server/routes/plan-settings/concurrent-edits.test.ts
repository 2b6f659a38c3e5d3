import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripeOf } from '../../sandbox/console.ts'
import { backOffice } from '../../testing/back-office.ts'
import { engines } from '../../testing/store.ts'
import { openWorld, type World } from '../../testing/world.ts'

describe.each(engines)('Two administrators at once (%s)', (engine) => {
  let world: World
  let ana: Awaited<ReturnType<typeof backOffice>>
  let luis: typeof ana
  beforeAll(async () => {
    world = await openWorld({ engine })
    ana = await backOffice(world, 'ana@waizant.mx')
    luis = await backOffice(world, 'luis@waizant.mx')
  })
  afterAll(() => world.close())

  const now = () => world.deps.clock.now().toISOString()
  const draft = async () => (await ana.create({ startsAt: now(), copyFrom: 1 })).body

  it('save over each other: the second gets the differences field by field, and no work is lost', async () => {
    const { number, content, etag } = await draft()
    const hers = { ...content, prices: { ...content.prices, MXN: { month: 250_000, year: 2_500_000 } } }
    const his = { ...content, limits: { ...content.limits, users: 75 } }
    const answers = await Promise.all([ana.save(number, hers, etag), luis.save(number, his, etag)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const saved = answers.find(({ status }) => status === 200)!.body
    const refused = answers.find(({ status }) => status === 412)!.body
    const isHers = answers[0].status === 200
    expect(refused).toMatchObject({ code: 'version-changed', etag: saved.etag })
    const [yours, theirs] = isHers ? [content.prices.MXN.month, 250_000] : [250_000, content.prices.MXN.month]
    expect(refused.difference).toContainEqual({ path: 'prices.MXN.month', yours, theirs })
    expect(refused.difference).toHaveLength(3)
    expect((await ana.read(number)).body.content).toEqual(saved.content)
    const both = { ...hers, limits: his.limits }
    expect((await luis.save(number, both, refused.etag)).body.content).toMatchObject({
      limits: { users: 75 },
      prices: { MXN: { month: 250_000 } },
    })
    expect((await ana.history(number)).entries.map(({ action }: { action: string }) => action)).toEqual([
      'edit',
      'edit',
      'create',
    ])
  })

  it('are refused when what they publish has changed since they saw it', async () => {
    const { number, content, etag } = await draft()
    await luis.save(number, { ...content, support: [] }, etag)
    const refused = await ana.turn(number, 'publish', 'pro', { 'If-Match': etag })
    expect(refused).toMatchObject({ status: 412, body: { code: 'version-changed', difference: [] } })
    expect((await ana.read(number)).body.published).toBe(false)
  })

  it('create versions: each gets a number of its own', async () => {
    const made = await Promise.all([ana, luis, ana, luis].map((who) => who.create({ startsAt: now() })))
    expect(new Set(made.map(({ body }) => body.number)).size).toBe(4)
  })

  it('publish two versions: one is in force, and Stripe sells that one', async () => {
    const [one, other] = [await draft(), await draft()]
    for (const { number } of [one, other]) await ana.turn(number, 'activate')
    await Promise.all([ana.turn(one.number, 'publish'), luis.turn(other.number, 'publish')])
    const { versions } = await ana.list()
    const inForce = versions.filter(({ status }: { status: string }) => status === 'in-force')
    expect(inForce).toHaveLength(1)
    expect([one.number, other.number]).toContain(inForce[0].number)
    await world.settled()
    expect((await ana.repair()).body.environments[0].state).toBe('in-sync')
    const key = `erp/pro/${inForce[0].number}/MXN/month`
    const held = await stripeOf(world.stripe).prices.list({ lookup_keys: [key] })
    expect(held.data).toMatchObject([{ active: true, unit_amount: 249_900 }])
  })

  it('repair at once: every price is created once', async () => {
    const { number, content, etag } = await draft()
    content.prices.MXN.month = 255_500
    await ana.save(number, content, etag)
    const answers = await Promise.all([ana.repair(), luis.repair(), ana.repair()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await world.settled()
    const all = await stripeOf(world.stripe).prices.list({ product: 'waizant_erp_pro', limit: 100 })
    const made = all.data.filter(({ metadata }) => metadata.key === `erp/pro/${number}/MXN/month`)
    expect(made).toHaveLength(1)
  })

  it('save while a customer opens a checkout: what is bought is what was shown', async () => {
    const number = await ana.reprice(270_000, 2_700_000)
    const { body } = await ana.read(number)
    body.content.prices.MXN.month = 280_000
    const [saved, opened] = await Promise.all([
      ana.save(number, body.content, body.etag),
      world.checkout({ interval: 'month', email: `${engine}@lopez.mx` }),
    ])
    expect(opened.status).toBe(201)
    const after = (await ana.read(number)).body.content.prices.MXN.month
    expect(after).toBe(saved.status === 200 ? 280_000 : 270_000)
    const sessions = await stripeOf(world.stripe).checkout.sessions.list({ limit: 1 })
    const lines = await stripeOf(world.stripe).checkout.sessions.listLineItems(sessions.data[0]!.id)
    expect(lines.data[0]!.price!.unit_amount).toBe(after)
  })
})
