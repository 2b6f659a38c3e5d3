import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../actions/notifications/enqueue.ts'
import { sendMail } from '../actions/notifications/send.ts'
import { newId } from '../base/id.ts'
import { messages } from '../db/tables/index.ts'
import { mailTo, subjectsTo } from '../testing/mail.ts'
import { openWorld, type World } from '../testing/world.ts'

const plan = { 'es-MX': 'Pro', en: 'Pro' }

describe('a message', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ retries: { limit: 3, seconds: 0, maxSeconds: 0 } })
  })
  afterAll(() => world.close())

  const trial = async () => {
    const email = `${newId('ana')}@lopez.mx`
    const { body } = await world.send('/v1/trials', {
      body: { catalogue: 'erp', company: newId('Nube'), email },
    })
    await world.settled()
    return { id: body.ecosystem as string, email }
  }
  const received = (ecosystem: string, key: string) =>
    world.deps.db.transaction((tx) =>
      notify(world.deps, tx, { ecosystem, kind: 'reactivated', key, facts: { plan } }),
    )

  it('is sent once, even when many processes find the event at the same time', async () => {
    const { id, email } = await trial()
    const answers = await Promise.all(Array.from({ length: 8 }, () => received(id, `back/${id}`)))
    await world.settled()
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await subjectsTo(world, email)).toEqual([
      expect.stringContaining('Tu prueba ya empezó'),
      'Ya estás de vuelta',
    ])
  })

  it('does not exist when its event did not happen', async () => {
    const { id, email } = await trial()
    const failing = world.deps.db.transaction(async (tx) => {
      await notify(world.deps, tx, { ecosystem: id, kind: 'reactivated', key: `no/${id}`, facts: { plan } })
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    await world.settled()
    expect(await subjectsTo(world, email)).toHaveLength(1)
    expect(await received(id, `no/${id}`)).toBe(true)
  })

  it('is sent at most once more after a process crashed before it could record the first sending, with the same id', async () => {
    const { id, email } = await trial()
    await received(id, `died/${id}`)
    await world.settled()
    const sent = async () =>
      (await mailTo(world, email)).filter(({ subject }) => subject === 'Ya estás de vuelta')
    const message = (await sent())[0]!.id!
    for (let time = 0; time < 3; time++) {
      // The database's state after such a crash.
      await world.deps.db.update(messages).set({ sentAt: null }).where(eq(messages.id, message))
      await sendMail(world.deps, message)
    }
    expect((await sent()).map((one) => one.id)).toEqual([message, message])
  })

  it('is not sent at all when it would be too late', async () => {
    const { id, email } = await trial()
    const at = new Date(world.sandbox.clock.now().getTime() - 1000).toISOString()
    const amount = { amount: 249_900, currency: 'MXN' as const }
    await world.deps.db.transaction((tx) =>
      notify(world.deps, tx, {
        ecosystem: id,
        kind: 'renewal-reminder',
        key: `late/${id}`,
        facts: { plan, interval: 'month', at, amount },
      }),
    )
    await world.settled()
    expect(await subjectsTo(world, email)).toHaveLength(1)
  })
})
