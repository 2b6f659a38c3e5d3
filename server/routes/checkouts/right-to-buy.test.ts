import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { coreUsers } from '../../db/tables/core.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const person = () => `${newId('eva')}@x.mx`
const company = () => newCustomer(world, { catalogue: 'waizant', plan: 'plus' })

/** Orders a seat as a person of the ecosystem who is in the group of buyers. */
const buyIn = async (ecosystem: string, email: string | undefined) => {
  const signedIn = await world.signIn(ecosystem, { email, groups: ['waizant-admin-store'] })
  const headers = { ...signedIn, 'Idempotency-Key': newId('key') }
  const { status, body } = await world.send(`/v1/ecosystems/${ecosystem}/licences`, {
    body: { quantity: 6 },
    headers,
  })
  const read = await world.send(`/v1/ecosystems/${ecosystem}/billing`, { headers: signedIn })
  expect(read.status).toBe(200)
  return [status, body.code ?? null]
}

const refused = [403, 'not-allowed']

describe('the right to buy', () => {
  it('belongs to one ecosystem: a trial of one’s own gives none in another', async () => {
    const { id } = await company()
    const email = person()
    await world.send('/v1/trials', { body: { catalogue: 'erp', email, company: newId('propia') } })
    await world.settled()
    expect(await buyIn(id, email)).toEqual(refused)
    expect(await buyIn(id, email.toUpperCase())).toEqual(refused)
  })

  it.each([
    ['owner', 200],
    ['admin', 200],
    ['member', 403],
  ] as const)('of a person with the role %s in the registry answers %i', async (role, status) => {
    const { id } = await company()
    const email = person()
    await world.deps.core.insert(coreUsers).values({ ecosystem: id, email, role })
    expect((await buyIn(id, email))[0]).toBe(status)
  })

  it('and to look is not that of a group whose name differs by case: it is another group', async () => {
    const { id } = await company()
    for (const group of [id.toUpperCase(), id.replace(/^./, (first) => first.toUpperCase())]) {
      const { body } = await world.send('/sandbox/identity/token', {
        body: { groups: [group, 'waizant-admin-store'], email: person() },
      })
      const headers = { Authorization: `Bearer ${body.token}` }
      expect((await world.send(`/v1/ecosystems/${id}/billing`, { headers })).status).toBe(404)
    }
  })

  it('comes from the groups alone when the registry does not know the person', async () => {
    const { id } = await company()
    expect((await buyIn(id, person()))[0]).toBe(200)
  })

  it('is checked with an address from the identity provider when the token has none', async () => {
    const { id } = await company()
    const email = person()
    await world.deps.core.insert(coreUsers).values({ ecosystem: id, email, role: 'member' })
    const { verifyToken, directory } = world.deps
    world.deps.verifyToken = async (token) => ({ ...(await verifyToken(token)), email: null })
    world.deps.directory = { ...directory, emailOf: async () => email }
    expect(await buyIn(id, undefined)).toEqual(refused)
    world.deps.directory = { ...directory, emailOf: () => Promise.reject(new Error('No answer.')) }
    expect(await buyIn(id, undefined)).toEqual([503, 'identity-unavailable'])
    Object.assign(world.deps, { verifyToken, directory })
  })
})
