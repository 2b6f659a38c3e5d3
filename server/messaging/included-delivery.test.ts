import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyIncludedEncounters } from '../actions/encounters/apply-included.ts'
import { closeIncludedMonth } from '../actions/subscriptions/close-included-month.ts'
import { newCustomer } from '../testing/customer.ts'
import { engines } from '../testing/store.ts'
import { openWorld, type World } from '../testing/world.ts'
import type { EncountersIncluded, SubscriptionMessage } from './subscription-message.ts'

describe.each(engines)('what a month includes reaches the ecosystem’s own database (%s)', (engine) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ engine, retries: { limit: 5, seconds: 0, maxSeconds: 0 } })
  })
  afterAll(() => world.close())

  const held = async (ecosystem: string) => {
    const { body } = await world.send(`/sandbox/ecosystems/${ecosystem}/tickets`)
    return { included: body.included && [body.included.left, body.included.of], bought: body.bought }
  }
  /** Every message of a change, held back from its consumer. */
  const messagesOf = async (work: () => Promise<unknown>): Promise<EncountersIncluded[]> => {
    const { subscriptionQueue } = world.deps
    const kept: SubscriptionMessage[] = []
    const { send } = subscriptionQueue
    subscriptionQueue.send = async (message) => void kept.push(message)
    await work()
    await world.settled()
    subscriptionQueue.send = send
    return kept.filter((message) => message.type === 'encounters-included')
  }
  const changes = async (ana: Awaited<ReturnType<typeof newCustomer>>, plan: string) =>
    ana.confirm((await ana.preview(plan)).body.quoteId)

  it('once, although its consumer crashes after writing and before it reports', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'lite', encounters: 40 })
    const { tickets } = world.deps
    const { include } = tickets
    let deaths = 2
    tickets.include = async (...given) => {
      const left = await include(...given)
      if (deaths-- > 0) throw new Error('killed')
      return left
    }
    await changes(ana, 'plus')
    await world.settled()
    tickets.include = include
    expect(deaths).toBe(-1)
    const { included, bought } = await held(ana.id)
    expect([included[0] > 0, included[0], bought]).toEqual([true, included[1], 40])
  })

  it('with the same result when its messages come in any order, or again', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'lite', encounters: 40 })
    const messages: EncountersIncluded[] = []
    for (const plan of ['premium', 'lite', 'plus'])
      messages.push(...(await messagesOf(() => changes(ana, plan))))
    expect(messages.map(({ granted }) => granted > 0)).toEqual([true, false, true])
    const [first, second, last] = messages as [EncountersIncluded, EncountersIncluded, EncountersIncluded]
    for (const message of [first, last, second, first, last, first, second])
      await applyIncludedEncounters(world.deps, message)
    const after = { included: [last.granted, last.granted], bought: 40 }
    expect(await held(ana.id)).toEqual(after)
    await Promise.all(
      [...messages, ...messages].map((message) => applyIncludedEncounters(world.deps, message)),
    )
    expect(await held(ana.id)).toEqual(after)
  })

  it('and expires with the month, although the message of its start arrives only after that', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'lite', encounters: 40 })
    const messages = await messagesOf(async () => {
      await changes(ana, 'premium')
      await world.settled()
      await ana.post('cancellation', { reason: 'unused' })
      await world.advanceBy('P1M')
    })
    expect(messages.length).toBeGreaterThan(1)
    for (const message of messages) await applyIncludedEncounters(world.deps, message)
    expect(await held(ana.id)).toEqual({ included: null, bought: 40 })
    for (let times = 0; times < 2; times++) await closeIncludedMonth(world.deps, ana.id)
    await world.settled()
    expect(await held(ana.id)).toEqual({ included: null, bought: 40 })
  })
})
