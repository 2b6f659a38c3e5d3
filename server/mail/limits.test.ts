import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../base/id.ts'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { ticketsName } from '../db/tickets/tickets.ts'
import { mailTo, subjectsTo } from '../testing/mail.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const customer = async (wanted: object) => {
  const email = `${newId('ana')}@lopez.mx`
  const body = { company: newId('Lopez').slice(0, 14), email, ...wanted }
  const id = (await world.send('/sandbox/ecosystems', { body })).body.ecosystem as string
  return {
    id,
    email,
    users: (count: number) => world.send(`/sandbox/ecosystems/${id}/users`, { body: { count } }),
  }
}

const later = (advanceBy = 'PT6H') => world.advanceBy(advanceBy)
const warnings = async (email: string) =>
  (await mailTo(world, email)).filter(({ headers }) => headers!['List-Unsubscribe'])

describe('warnings near the limit of users', () => {
  it('come at 9 of 10 with the plan to move to, once, and again only after it was below', async () => {
    const ana = await customer({ catalogue: 'erp', plan: 'basico', currency: 'MXN' })
    await ana.users(8)
    await later()
    expect(await warnings(ana.email)).toEqual([])
    await ana.users(9)
    await later()
    const [warning] = await warnings(ana.email)
    expect(warning!.subject).toBe('Ya usas 9 de 10 licencias')
    expect(warning!.text).toContain('Con Pro tienes 50.')
    await ana.users(10)
    await later('P1M')
    expect(await warnings(ana.email)).toHaveLength(1)
    await ana.users(5)
    await later()
    await ana.users(10)
    await later()
    expect((await warnings(ana.email)).map(({ subject }) => subject)).toEqual([
      'Ya usas 9 de 10 licencias',
      'Usas tus 10 licencias',
    ])
  })

  it('come once in a period, even when the limit is left and reached again', async () => {
    const ana = await customer({ catalogue: 'erp', plan: 'pro', currency: 'MXN' })
    for (const count of [45, 3, 46, 3, 45]) {
      await ana.users(count)
      await later()
    }
    expect((await warnings(ana.email)).map(({ subject }) => subject)).toEqual(['Ya usas 45 de 50 licencias'])
  })
})

describe('warnings before encounters are used up', () => {
  it('come at nine of ten, and again after a purchase', async () => {
    const ana = await customer({ catalogue: 'waizant', plan: 'lite', currency: 'USD', encounters: 1000 })
    await later()
    await use(ana.id, 899)
    await later()
    expect(await warnings(ana.email)).toEqual([])
    await use(ana.id, 1)
    await later()
    expect((await warnings(ana.email))[0]).toMatchObject({ subject: 'Ya usas 900 de 1,000 encounters' })
  })
})

describe('a person who unsubscribes', () => {
  it('gets no more optional mail, still gets mail about the account, and can subscribe again', async () => {
    const ana = await customer({ catalogue: 'waizant', plan: 'lite', currency: 'USD', encounters: 1000 })
    await ana.users(5)
    await later()
    const link = await linkOf(ana.email)
    const asked = await world.send(link)
    expect(asked.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(asked.text).toContain('Ya no quiero estos avisos')

    const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: form }
    for (const _ of [1, 2]) expect((await world.send(link, oneClick)).status).toBe(200)
    expect((await world.send(link)).text).toContain('Volver a recibirlos')
    await use(ana.id, 950)
    await later()
    const headers = { ...(await world.signIn(ana.id)), 'Idempotency-Key': newId('key') }
    await world.send(`/v1/ecosystems/${ana.id}/licences`, { body: { quantity: 6 }, headers })
    await later()
    expect(await warnings(ana.email)).toHaveLength(1)
    expect(await subjectsTo(world, ana.email)).toContain('Ahora tienes 6 licencias')

    await world.send(link, { method: 'POST', body: 'notices=on', headers: form })
    await ana.users(6)
    await later()
    expect(await warnings(ana.email)).toHaveLength(2)
  })

  it('needs a link that we signed: another signature, or another ecosystem in it, is refused', async () => {
    const ana = await customer({ catalogue: 'erp', plan: 'basico', currency: 'MXN' })
    await ana.users(9)
    await later()
    const link = await linkOf(ana.email)
    const other = await customer({ catalogue: 'erp', plan: 'basico', currency: 'MXN' })
    for (const wrong of [`${link.slice(0, -1)}_`, link.replace(ana.id, other.id), '/v1/unsubscribe/x'])
      expect((await world.send(wrong, { method: 'POST' })).status).toBe(404)
  })
})

/** The unsubscribe link of the first warning. */
const linkOf = async (email: string) => {
  const { headers } = (await warnings(email))[0]!
  expect(headers!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  return new URL(headers!['List-Unsubscribe']!.slice(1, -1)).pathname
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Counts encounters down in the ecosystem's own database, as its backend does. */
const use = async (id: string, many: number) => {
  const { number } = (await ecosystemById(world.deps.db, id))!
  await world.deps.db.execute(
    sql`update ${sql.identifier(ticketsName(number))}.counters set total = total - ${many} where id = 'encounters'`,
  )
}
