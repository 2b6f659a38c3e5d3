import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEncounterCredit } from '../actions/encounters/apply-credit.ts'
import { enqueueEncounterCredit } from '../actions/encounters/enqueue-credit.ts'
import { enqueueReconciliation } from '../actions/provider-events/enqueue-reconciliation.ts'
import { newId } from '../base/id.ts'
import { purchaseById } from '../db/encounters/purchases.ts'
import { engines } from '../testing/store.ts'
import { openWorld, type World } from '../testing/world.ts'

describe.each(engines)('what was paid reaches the ecosystem’s own database (%s)', (engine) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ engine, retries: { limit: 5, seconds: 0, maxSeconds: 0 } })
    // Recurring tasks are off, so that only a test's own calls find anything.
    await world.deps.scheduler.stop()
  })
  afterAll(() => world.close())

  const customer = async (): Promise<string> =>
    (
      await world.send('/sandbox/ecosystems', {
        body: { catalogue: 'waizant', plan: 'lite', company: newId('Co') },
      })
    ).body.ecosystem
  const open = async (ecosystem: string): Promise<string> =>
    (
      await world.send(`/v1/ecosystems/${ecosystem}/encounters`, {
        body: { quantity: 50, expectedTotal: { amount: 3_000, currency: 'USD' } },
        headers: { ...(await world.signIn(ecosystem)), 'Idempotency-Key': newId('key') },
      })
    ).body.id
  const tickets = async (ecosystem: string): Promise<number> =>
    (await world.send(`/sandbox/ecosystems/${ecosystem}/tickets`)).body.encounters
  const status = async (id: string) => (await purchaseById(world.deps.db, id))?.status

  it('once, although its consumer crashes after adding and before reporting', async () => {
    const { deps } = world
    const { credit } = deps.tickets
    const ecosystem = await customer()
    const id = await open(ecosystem)
    let deaths = 2
    const added: boolean[] = []
    deps.tickets.credit = async (...given) => {
      added.push(await credit(...given))
      if (deaths-- > 0) throw new Error('killed')
      return true
    }
    await world.pay(id)
    await world.settled()
    deps.tickets.credit = credit
    expect(added).toEqual([true, false, false])
    expect([await status(id), await tickets(ecosystem)]).toEqual(['delivered', 50])
  })

  it('once, although its job runs many times, also at the same moment', async () => {
    const { deps } = world
    const { credit } = deps.tickets
    const ecosystem = await customer()
    const id = await open(ecosystem)
    // All readers have seen that it is undelivered before the first one delivers it.
    let waiting = 0
    let go = () => {}
    const all = new Promise<void>((resolve) => {
      go = resolve
    })
    deps.tickets.credit = async (...given) => {
      if (++waiting === 5) go()
      await all
      return credit(...given)
    }
    const again = async () => {
      while ((await status(id)) !== 'paid') await new Promise((resolve) => setTimeout(resolve, 5))
      await enqueueEncounterCredit(deps, id)
    }
    await Promise.all([world.pay(id), again(), again(), again(), again()])
    await world.settled()
    deps.tickets.credit = credit
    expect([await status(id), await tickets(ecosystem)]).toEqual(['delivered', 50])
    await deps.db.transaction((tx) => deps.jobs.send(tx, 'enqueue-encounter-credit', { purchase: id }))
    await world.settled()
    expect(await tickets(ecosystem)).toBe(50)
  })

  it('only if the payment was stored: after a crash before that, the next read delivers it', async () => {
    const { deps } = world
    const { send } = deps.jobs
    const ecosystem = await customer()
    const id = await open(ecosystem)
    world.stripe.faults({ webhooks: { drop: true } })
    await world.pay(id)
    deps.jobs.send = async (tx, queue, data) => {
      await send(tx, queue, data)
      if (queue === 'enqueue-encounter-credit') throw new Error('killed')
    }
    const look = async () =>
      (
        await world.send(`/v1/ecosystems/${ecosystem}/encounters/${id}`, {
          headers: await world.signIn(ecosystem),
        })
      ).body.status
    expect(await look()).toBe('open')
    deps.jobs.send = send
    await world.settled()
    expect(await tickets(ecosystem)).toBe(0)
    await world.advanceBy('PT4S')
    await look()
    await world.settled()
    world.stripe.faults({ webhooks: { drop: false } })
    expect([await look(), await tickets(ecosystem)]).toEqual(['delivered', 50])
  })

  it('or is found by the nightly comparison: a payment, an end, or a delivery whose message was lost', async () => {
    const { deps } = world
    const [one, other, third] = [await customer(), await customer(), await customer()]
    const [unheard, ended, lost] = [await open(one), await open(other), await open(third)]
    const { send } = deps.subscriptionQueue
    deps.subscriptionQueue.send = async () => {}
    await world.pay(lost)
    deps.subscriptionQueue.send = send
    world.stripe.faults({ webhooks: { drop: true } })
    await world.pay(unheard)
    world.sandbox.clock.advanceTo(new Date(deps.clock.now().getTime() + 4 * 60 * 60 * 1000))
    await world.stripe.runDue()
    expect([await status(unheard), await status(ended), await status(lost)]).toEqual(['open', 'open', 'paid'])
    await enqueueReconciliation(deps)
    await world.settled()
    world.stripe.faults({ webhooks: { drop: false } })
    expect([await status(unheard), await status(ended), await status(lost)]).toEqual([
      'delivered',
      'expired',
      'delivered',
    ])
    expect([await tickets(one), await tickets(other), await tickets(third)]).toEqual([50, 0, 50])
  })

  it('never by a message about a purchase that is not paid', async () => {
    const [ecosystem, other] = [await customer(), await customer()]
    const id = await open(ecosystem)
    const message = {
      version: 1,
      type: 'encounters-purchased',
      purchase: id,
      ecosystem,
      quantity: 50,
    } as const
    await expect(applyEncounterCredit(world.deps, message)).rejects.toThrow('No paid purchase')
    const { send } = world.deps.subscriptionQueue
    world.deps.subscriptionQueue.send = async () => {}
    await world.pay(id)
    world.deps.subscriptionQueue.send = send
    expect(await status(id)).toBe('paid')
    for (const lie of [{ quantity: 51 }, { ecosystem: other }, { purchase: newId('pur') }])
      await expect(applyEncounterCredit(world.deps, { ...message, ...lie })).rejects.toThrow(
        'No paid purchase',
      )
    expect([await tickets(ecosystem), await tickets(other)]).toEqual([0, 0])
    await applyEncounterCredit(world.deps, message)
    expect([await status(id), await tickets(ecosystem)]).toEqual(['delivered', 50])
  })
})
