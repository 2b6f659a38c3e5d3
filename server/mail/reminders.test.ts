import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../base/id.ts'
import { ecosystems } from '../db/tables/index.ts'
import { mailTo } from '../testing/mail.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.advanceTo('2028-01-15T16:00:00Z')
})
afterAll(() => world.close())

/** A customer who pays from now on, in a given time zone. */
const customer = async (wanted: object = {}, timeZone = 'America/Mexico_City') => {
  const email = `${newId('ana')}@lopez.mx`
  const body = {
    catalogue: 'erp',
    plan: 'pro',
    currency: 'MXN',
    company: newId('Lopez').slice(0, 14),
    email,
    ...wanted,
  }
  const { ecosystem } = (await world.send('/sandbox/ecosystems', { body })).body
  await world.deps.db.update(ecosystems).set({ timeZone }).where(eq(ecosystems.id, ecosystem))
  return { id: ecosystem as string, email }
}

const reminders = async (email: string) =>
  (await mailTo(world, email)).filter(({ subject }) => subject.includes('se renueva'))

const sentAt = async (email: string) => {
  const { messages } = (await world.send('/sandbox/mail')).body
  return messages
    .filter((one: { to: string; subject: string }) => one.to === email && one.subject.includes('se renueva'))
    .map(({ at }: { at: string }) => at.slice(0, 16))
    .reverse()
}

/** Time passes while no process runs; then one runs again. */
const downUntil = async (instant: string) => {
  world.sandbox.clock.advanceTo(new Date(instant))
  await world.deps.scheduler.tick()
  await world.settled()
}

describe('reminders before a renewal', () => {
  it('come 7, 3 and 1 days before it at nine local time, over 29 February and changes of the clocks', async () => {
    const mexico = await customer()
    const tijuana = await customer({}, 'America/Tijuana')
    await world.advanceTo('2028-02-15T15:59:00Z')
    expect(await sentAt(mexico.email)).toEqual(['2028-02-08T15:00', '2028-02-12T15:00', '2028-02-14T15:00'])
    expect(await sentAt(tijuana.email)).toEqual(['2028-02-08T17:00', '2028-02-12T17:00', '2028-02-14T17:00'])
    await world.advanceTo('2028-03-15T15:59:00Z')
    // In Tijuana the clocks went forward on 12 March, in Mexico City they never change; February had 29 days.
    expect((await sentAt(mexico.email)).slice(3)).toEqual([
      '2028-03-08T15:00',
      '2028-03-12T15:00',
      '2028-03-14T15:00',
    ])
    expect((await sentAt(tijuana.email)).slice(3)).toEqual([
      '2028-03-08T17:00',
      '2028-03-12T16:00',
      '2028-03-14T16:00',
    ])
  })

  it('say the day, and exactly what the provider will charge', async () => {
    await world.advanceTo('2028-03-31T16:00:00Z')
    const ana = await customer()
    await world.advanceTo('2028-04-29T16:00:00Z')
    const [first, , last] = await reminders(ana.email)
    expect(first!.subject).toBe('Tu plan Pro se renueva en 7 días')
    expect(last!.subject).toBe('Tu plan Pro se renueva mañana')
    // A month after the 31st is the 30th.
    expect(first!.text).toContain('Fecha: 30 de abril de 2028')
    const { body } = await world.send(`/v1/ecosystems/${ana.id}/billing`, {
      headers: await world.signIn(ana.id),
    })
    expect(first!.text).toContain(`Importe: ${body.nextPayment.amount.text} MXN`)
    expect(first!.html).toContain(body.nextPayment.amount.text)
  })

  it('are not sent late: after downtime only the last one that was due, and none for a renewal that is over', async () => {
    const ana = await customer()
    await downUntil('2028-05-27T20:00:00Z')
    expect((await reminders(ana.email)).map(({ subject }) => subject)).toEqual([
      'Tu plan Pro se renueva en 2 días',
    ])
    await downUntil('2028-06-10T20:00:00Z')
    expect(await reminders(ana.email)).toHaveLength(1)
  })

  it('are not sent to a customer who leaves', async () => {
    const ana = await customer()
    const headers = { ...(await world.signIn(ana.id)), 'Idempotency-Key': newId('key') }
    await world.send(`/v1/ecosystems/${ana.id}/cancellation`, { body: { reason: 'too-expensive' }, headers })
    await world.advanceTo('2028-07-10T19:00:00Z')
    expect(await reminders(ana.email)).toEqual([])
  })
})

describe('reminders before a year is paid', () => {
  beforeAll(async () => {
    await world.close()
    world = await openWorld()
    await world.advanceTo('2027-02-28T16:00:00Z')
  })

  it('come 30, 15 and 7 days before it', async () => {
    const ana = await customer({ interval: 'year' })
    await world.advanceTo('2028-02-28T15:00:00Z')
    expect(await sentAt(ana.email)).toEqual(['2028-01-29T15:00', '2028-02-13T15:00', '2028-02-21T15:00'])
  })
})
