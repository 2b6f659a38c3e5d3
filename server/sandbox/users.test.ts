import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { coreUsers } from '../db/tables/core.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let ecosystem: string
beforeAll(async () => {
  world = await openWorld()
  const body = {
    catalogue: 'erp',
    plan: 'basico',
    currency: 'MXN',
    company: 'Equipo',
    email: 'ana@equipo.mx',
  }
  ecosystem = (await world.send('/sandbox/ecosystems', { body })).body.ecosystem
})
afterAll(() => world.close())

const set = (count: unknown, of = ecosystem) =>
  world.send(`/sandbox/ecosystems/${of}/users`, { body: { count } })

const emails = async () => {
  const rows = await world.deps.core
    .select()
    .from(coreUsers)
    .where(eq(coreUsers.ecosystem, ecosystem))
    .orderBy(asc(coreUsers.email))
  return rows.map(({ email }) => email)
}

it('lets members come and the newest go, the owner never', async () => {
  expect((await set(3)).body).toEqual({ users: 3 })
  expect(await emails()).toEqual(['ana@equipo.mx', 'persona-2@equipo.mx', 'persona-3@equipo.mx'])
  expect((await set(12)).body).toEqual({ users: 12 })
  expect((await set(2)).body).toEqual({ users: 2 })
  expect(await emails()).toEqual(['ana@equipo.mx', 'persona-2@equipo.mx'])
  expect((await set(1)).body).toEqual({ users: 1 })
  expect(await emails()).toEqual(['ana@equipo.mx'])
})

it('is what the billing panel counts, and what several set at once', async () => {
  await Promise.all([set(7), set(7), set(7)])
  const { body } = await world.send(`/v1/ecosystems/${ecosystem}/billing`, {
    headers: await world.signIn(ecosystem),
  })
  expect(body.licences.inUse).toBe(7)
})

it('refuses what is no number of users, and an ecosystem that is not there', async () => {
  for (const count of [0, -1, 1.5, 'dos', 10_001]) expect((await set(count)).status).toBe(400)
  expect((await set(2, 'nadie')).status).toBe(404)
})
