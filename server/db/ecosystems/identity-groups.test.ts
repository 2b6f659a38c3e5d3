import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { ecosystems } from '../tables/index.ts'
import { claimGroup } from './identity-groups.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const trial = async (company: string, email: string): Promise<string> => {
  const { body } = await world.send('/v1/trials', { body: { catalogue: 'erp', company, email } })
  await world.settled()
  return body.ecosystem
}

it('gives a group to one ecosystem only, however it is written', async () => {
  const { db } = world.deps
  const [one, other] = [await trial('Ventas', 'ana@ventas.mx'), await trial('Otra', 'eva@otra.mx')]
  await expect(
    db.update(ecosystems).set({ group: one.toUpperCase() }).where(eq(ecosystems.id, other)),
  ).rejects.toThrow()
  const claimed = await claimGroup(db, other, one.toUpperCase()).catch(() => null)
  expect(claimed?.ecosystem ?? null).not.toBe(other)
})
