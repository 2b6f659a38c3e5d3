import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RetentionList, RetentionRun } from '#contract/retention'
import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { coreEcosystems, coreUsers } from '../../db/tables/core.ts'
import { audit, ecosystems, messages } from '../../db/tables/index.ts'
import { ticketsName } from '../../db/tickets/tickets.ts'
import { backOfficeGroup } from '../../identity/token.ts'
import { newCustomer } from '../../testing/customer.ts'
import { fingerprint } from '../../testing/fingerprint.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let operator: { Authorization: string }
beforeAll(async () => {
  world = await openWorld({ retries: { limit: 5, seconds: 0, maxSeconds: 0 } })
  const { body } = await world.send('/sandbox/identity/token', {
    body: { groups: [backOfficeGroup], email: 'guardia@waizant.mx' },
  })
  operator = { Authorization: `Bearer ${body.token}` }
})
afterAll(() => world.close())

const trial = async (company: string): Promise<string> => {
  const { body } = await world.send('/v1/trials', {
    body: {
      catalogue: 'erp',
      email: `${company.replaceAll(' ', '-').replaceAll('ó', 'o')}@nube.mx`,
      company,
    },
  })
  await world.settled()
  return body.ecosystem
}
const list = async () =>
  RetentionList.parse((await world.send('/v1/admin/retention?dryRun', { headers: operator })).body).ecosystems
const listed = async (id: string) => (await list()).find(({ ecosystem }) => ecosystem === id)
const run = async (dryRun: boolean) => {
  const { status, body, text } = await world.send('/v1/admin/retention/run', {
    body: { dryRun },
    headers: operator,
  })
  expect(status, text).toBe(200)
  await world.settled()
  return RetentionRun.parse(body)
}
const row = async (id: string) => (await ecosystemById(world.deps.db, id))!
const mails = async (id: string) =>
  (
    await world.deps.db
      .select()
      .from(messages)
      .where(and(eq(messages.ecosystem, id), eq(messages.kind, 'data-deletion')))
  ).map(({ facts }) => (facts as { at: string }).at)
const billingOf = async (id: string) =>
  world.send(`/v1/ecosystems/${id}/billing`, { headers: await world.signIn(id) })
const hasDatabase = async (id: string): Promise<boolean> => {
  const name = ticketsName((await row(id)).number)
  const found = await world.deps.db.execute(
    sql`select 1 from information_schema.schemata where schema_name = ${name}`,
  )
  return (found as unknown as { rows: object[] }).rows.length > 0
}
const days = (from: string, to: string) => (+new Date(to) - +new Date(from)) / 86_400_000

describe('retained data', () => {
  it('is listed with its dates, announced two weeks before, and deleted on the announced day', async () => {
    const id = await trial('Se Olvidó')
    expect(await listed(id)).toBeUndefined()
    await world.advanceBy('P30D')
    const first = (await listed(id))!
    expect(first).toMatchObject({
      status: 'suspended',
      reason: 'trial-ended',
      announced: null,
      due: 'nothing',
    })
    expect(days(first.since, first.keptUntil)).toBe(30)
    expect(days(first.announcesAt!, first.keptUntil)).toBe(14)
    await world.advanceBy('P17D')
    const received = (await listed(id))!
    expect(received).toMatchObject({
      announcesAt: null,
      announced: first.keptUntil,
      deletesAt: first.keptUntil,
    })
    expect(await mails(id)).toEqual([first.keptUntil])
    expect((await billingOf(id)).status).toBe(200)
    expect(await hasDatabase(id)).toBe(true)

    await world.advanceBy('P14D')
    expect(await listed(id)).toBeUndefined()
    expect(await mails(id)).toHaveLength(1)
    const gone = await billingOf(id)
    expect([gone.status, gone.body.code, await hasDatabase(id)]).toEqual([410, 'ecosystem-deleted', false])
    expect(gone.body.detail).toMatch(/se eliminaron el \d+ de \w+ de \d{4}.+elige un plan y empieza de nuevo/)
    const stranger = await world.signIn('somebody-else')
    expect((await world.send(`/v1/ecosystems/${id}/billing`, { headers: stranger })).status).toBe(404)
    const { ecosystems } = (await world.send('/sandbox/ecosystems')).body
    expect(ecosystems.find((one: { id: string }) => one.id === id).deletedOn).toMatch(/^\d+ de \w+ de \d{4}$/)
    const { core, db } = world.deps
    expect(await core.select().from(coreUsers).where(eq(coreUsers.ecosystem, id))).toEqual([])
    expect(await core.select().from(coreEcosystems).where(eq(coreEcosystems.id, id))).toEqual([])
    const notes = await db
      .select()
      .from(audit)
      .where(eq(audit.subject, `ecosystems/${id}`))
      .orderBy(audit.at)
    expect(notes).toMatchObject([
      { actor: 'retention', action: 'request-deletion', before: { status: 'suspended' } },
      { actor: 'retention', action: 'delete-ecosystem', before: { group: id } },
    ])
  })

  it('of a customer who returns before is off the list, and still complete', async () => {
    const id = await trial('Vuelve Antes')
    await world.advanceBy('P47D')
    expect(await listed(id)).toMatchObject({ announced: expect.any(String) })
    const { number } = await row(id)
    const order = { catalogue: 'erp', plan: 'basico', interval: 'month', currency: 'MXN', ecosystem: id }
    const { body } = await world.checkout(order)
    await world.pay(body.id, '4242424242424242')
    expect(await listed(id)).toBeUndefined()
    await world.advanceBy('P20D')
    expect((await billingOf(id)).body).toMatchObject({ status: 'active', plan: 'basico' })
    expect([(await row(id)).number, await hasDatabase(id)]).toEqual([number, true])
  })

  it('that was deleted leaves the old name free for a new start', async () => {
    const company = 'Vuelve Tarde'
    const id = await trial(company)
    await world.advanceBy('P61D')
    expect(await hasDatabase(id)).toBe(false)
    const order = { catalogue: 'erp', plan: 'basico', interval: 'month', currency: 'MXN' }
    const { body } = await world.checkout({ ...order, email: 'Vuelve-Tarde@nube.mx', company })
    await world.pay(body.id, '4242424242424242')
    expect((await billingOf(id)).body).toMatchObject({ ecosystem: id, status: 'active', plan: 'basico' })
    expect(await hasDatabase(id)).toBe(true)
    expect(await world.deps.tickets.entitlements((await row(id)).number)).toMatchObject({ access: 'full' })
    expect(await listed(id)).toBeUndefined()
  })

  it('of a customer with a debt goes with the subscription, and the invoices stay', async () => {
    const owing = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
    await world.advanceBy('P1M')
    await world.advanceBy('P10D')
    expect(await listed(owing.id)).toMatchObject({ status: 'suspended', reason: 'unpaid' })
    await world.advanceBy('P25D')
    expect((await owing.subscription()).status).toBe('canceled')
    expect(await row(owing.id)).toMatchObject({ status: 'canceled', deletedAt: expect.any(Date) })
    const invoices = await owing.invoices()
    expect(invoices.map(({ status }) => status)).toEqual(expect.arrayContaining(['paid', 'open']))
  })
})

describe('an operator', () => {
  it('sees what a run would do, and nothing changes', async () => {
    const id = await trial('En Seco')
    await world.advanceBy('P30D')
    // Downtime: the due time passes while no process runs.
    await world.deps.scheduler.cancel(world.deps.db, 'run-lifecycle-job', id)
    world.sandbox.clock.advanceTo(new Date(world.deps.clock.now().getTime() + 20 * 86_400_000))
    await world.deps.scheduler.stop()
    const before = await fingerprint(world)
    const dry = await run(true)
    expect(dry).toEqual({ dryRun: true, announced: [id], deleted: [] })
    expect(await listed(id)).toMatchObject({ due: 'announce', announced: null })
    expect(await fingerprint(world)).toEqual(before)

    expect(await run(false)).toEqual({ ...dry, dryRun: false })
    const [at] = await mails(id)
    // A late announcement means a late deletion: the notice stays two weeks.
    expect(days(world.deps.clock.now().toISOString(), at!)).toBeCloseTo(14, 1)
    expect(await listed(id)).toMatchObject({ announced: at, due: 'nothing' })
    const [note] = await world.deps.db.select().from(audit).where(eq(audit.action, 'run-retention'))
    expect(note).toMatchObject({ actor: 'guardia@waizant.mx', after: { announced: [id], deleted: [] } })
  })

  it('finishes a deletion that was interrupted', async () => {
    const id = await trial('A Medias')
    await world.advanceBy('P50D')
    const { deps } = world
    const { drop } = deps.tickets
    let failures = 2
    deps.tickets.drop = async (number) => {
      if (failures-- > 0) throw new Error('killed')
      return drop(number)
    }
    await world.advanceBy('P11D')
    deps.tickets.drop = drop
    expect(failures).toBeLessThan(0)
    expect(await row(id)).toMatchObject({ deletedAt: expect.any(Date), provisionedAt: null })
    const requests = await deps.db
      .select()
      .from(audit)
      .where(eq(audit.subject, `ecosystems/${id}`))
    expect(requests.map(({ action }) => action).sort()).toEqual(['delete-ecosystem', 'request-deletion'])
  })

  it('is the only one who may list and run', async () => {
    const id = await trial('Curiosa')
    const headers = await world.signIn(id)
    expect((await world.send('/v1/admin/retention', { headers })).body.code).toBe('not-an-operator')
    const body = { dryRun: false }
    expect((await world.send('/v1/admin/retention/run', { body, headers })).status).toBe(403)
    expect((await world.send('/v1/admin/retention/run', { body })).status).toBe(401)
    const wrong = await world.send('/v1/admin/retention/run', { body: {}, headers: operator })
    expect(wrong.body.errors).toMatchObject([{ path: 'dryRun' }])
    expect(await world.deps.db.select().from(ecosystems).where(eq(ecosystems.id, id))).toHaveLength(1)
  })
})
