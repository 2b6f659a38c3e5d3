import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../base/id.ts'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { audit, messages } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import { newCustomer } from '../testing/customer.ts'
import { openReplica } from '../testing/replica.ts'
import { openWorld, type World } from '../testing/world.ts'

vi.setConfig({ testTimeout: 180_000 })

const failing = '4000000000000341'
const dayMs = 86_400_000

let world: World
beforeAll(async () => {
  world = await openWorld({ engine: 'postgres', retries: { limit: 5, seconds: 0, maxSeconds: 0 } })
})
afterAll(() => world.close())

const trial = async (): Promise<{ id: string; email: string }> => {
  const email = `${newId('eva')}@nube.mx`
  const { body } = await world.send('/v1/trials', {
    body: { catalogue: 'erp', email, company: newId('Nube') },
  })
  await world.settled()
  return { id: body.ecosystem, email }
}

/** Advances the clock to each due time; all processes check it at the same moment. */
const pass = async (ms: number, all: Deps[]) => {
  const { clock, stripe } = world.sandbox
  const to = clock.now().getTime() + ms
  for (;;) {
    const due = [stripe!.due(), await all[0]!.scheduler.due()].filter((one) => one !== null).map(Number)
    const next = Math.min(to, ...due)
    if (next > clock.now().getTime()) clock.advanceTo(new Date(next))
    await stripe!.runDue()
    await stripe!.settled()
    await Promise.all(all.flatMap(({ scheduler }) => [scheduler.tick(), scheduler.tick()]))
    for (const { jobs } of [...all, ...all]) await jobs.settled()
    if (next >= to) return
  }
}

const reported = async (id: string) =>
  (
    await world.deps.db.select().from(messages).where(eq(messages.ecosystem, id)).orderBy(messages.createdAt)
  ).map(({ kind }) => kind)
const received = (email: string) => world.sandbox.mailbox.messages().filter(({ to }) => to === email).length
const actions = async (id: string) =>
  (
    await world.deps.db
      .select()
      .from(audit)
      .where(eq(audit.subject, `ecosystems/${id}`))
  ).map(({ action }) => action)

describe('two processes on one PostgreSQL', () => {
  it('do each thing once, at its moment', async () => {
    const other = await openReplica(world.deps)
    const { id, email } = await trial()
    const begun = received(email)
    const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: failing })
    await pass(62 * dayMs, [world.deps, other.deps])
    expect((await reported(id)).filter((kind) => kind !== 'welcome')).toEqual([
      'trial-ending',
      'trial-ending',
      'trial-ending',
      'trial-ended',
      'data-deletion',
    ])
    expect(received(email)).toBe(begun + 5)
    expect((await actions(id)).sort()).toEqual(['delete-ecosystem', 'request-deletion'])
    const owed = (await reported(eva.id)).filter((kind) => /payment|suspended|deletion/.test(kind))
    expect(owed).toEqual(['payment-failed', 'suspended', 'data-deletion'])
    await other.close()
  })

  it('one that starts after weeks without any process catches up, and sends no outdated mail', async () => {
    const { id } = await trial()
    const eva = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: failing })
    const before = await reported(id)
    await world.deps.scheduler.stop()
    await world.deps.jobs.stop()
    world.stripe.faults({ webhooks: { drop: true } })
    for (let days = 0; days < 40; days++) {
      world.sandbox.clock.advanceTo(new Date(world.deps.clock.now().getTime() + dayMs))
      await world.stripe.runDue()
    }
    await world.stripe.settled()
    world.stripe.faults({ webhooks: { drop: false } })

    const started = await openReplica(world.deps)
    await pass(60_000, [started.deps])
    expect((await reported(id)).slice(before.length)).toEqual(['trial-ended'])
    expect(await ecosystemById(world.deps.db, id)).toMatchObject({ status: 'suspended' })
    expect(await ecosystemById(world.deps.db, eva.id)).toMatchObject({ status: 'suspended' })
    const owed = (await reported(eva.id)).filter((kind) => /payment|suspended|deletion|reminder/.test(kind))
    expect(owed).toEqual(['suspended'])
    await started.close()
  })
})
