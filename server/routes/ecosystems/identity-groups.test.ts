import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../base/id.ts'
import { ecosystems, identityGroups } from '../../db/tables/index.ts'
import { cognitoDirectory } from '../../identity/cognito.ts'
import type { Directory } from '../../identity/directory.ts'
import { openUserPool } from '../../testing/cognito.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

/** A world whose identity provider has groups that this product did not create. */
interface Place {
  world: World
  membersOf(group: string): string[]
  close(): Promise<void>
}

/** A failed job is retried at once. */
const retries = { limit: 5, seconds: 0, maxSeconds: 0 }

const operators = ['guardia@waizant.mx']
const foreign = {
  'waizant-backoffice': operators,
  'waizant-admin-store': operators,
  constructor: operators,
  ventas: operators,
  almacen: operators,
  nube: operators,
}

const embedded = async (): Promise<Place> => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-groups-'))
  const file = join(directory, 'sandbox', 'identity-groups.json')
  mkdirSync(join(directory, 'sandbox'))
  writeFileSync(file, JSON.stringify(foreign))
  const world = await openWorld({ settings: { DATA_DIR: directory }, retries })
  return {
    world,
    membersOf: (group) => {
      const kept = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
      const found = kept.get(group) as { members: string[] } | string[] | undefined
      return Array.isArray(found) ? found : (found?.members ?? [])
    },
    close: async () => {
      await world.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const cognito = async (): Promise<Place> => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test').stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  const pool = await openUserPool()
  for (const [group, members] of Object.entries(foreign)) pool.has(group, members)
  const world = await openWorld({ retries })
  world.deps.directory = cognitoDirectory('us-east-1_test', pool.url)
  return {
    world,
    membersOf: pool.membersOf,
    close: async () => {
      await world.close()
      await pool.close()
    },
  }
}

describe.each([
  ['embedded', embedded],
  ['Cognito', cognito],
] as const)('groups that another party created (%s)', (_, open) => {
  let place: Place
  let world: World
  beforeAll(async () => {
    place = await open()
    world = place.world
  })
  afterAll(() => place.close())

  /** An unknown person starts a trial; returns its ecosystem. */
  const startTrial = async (company: string, email = `${newId('ana')}@x.mx`) => {
    const { body } = await world.send('/v1/trials', { body: { catalogue: 'erp', email, company } })
    await world.settled()
    return { id: body.ecosystem as string, email }
  }
  const billing = async (ecosystem: string) =>
    (await world.send(`/v1/ecosystems/${ecosystem}/billing`, { headers: await world.signIn(ecosystem) }))
      .status

  /** Runs work with one of the directory's calls replaced by an unreliable one. */
  const during = async (call: Partial<Directory>, work: () => Promise<void>) => {
    const { directory } = world.deps
    world.deps.directory = { ...directory, ...call }
    await work()
    world.deps.directory = directory
  }

  it.each([
    ['Waizant Backoffice', 'backoffice-2'],
    ['waizant  backoffice!', 'backoffice-3'],
    ['Waizant Admin Store', 'admin-store-2'],
    ['Waizant-Waizant Backoffice', 'backoffice-4'],
    ['Constructor', 'constructor-2'],
    ['__proto__', 'proto-2'],
    ['Ventas', 'ventas-2'],
  ])('are not joined by %s, which becomes %s', async (company, id) => {
    const trial = await startTrial(company)
    expect(trial.id).toBe(id)
    expect(place.membersOf(id)).toEqual([trial.email])
    expect(await billing(id)).toBe(200)
    for (const group of ['waizant-backoffice', 'constructor', 'ventas'])
      expect([group, place.membersOf(group)]).toEqual([group, operators])
    // Buyers of every ecosystem are in it, and no change removed the operators.
    expect(place.membersOf('waizant-admin-store')).toEqual(
      expect.arrayContaining([...operators, trial.email]),
    )
  })

  it('are not joined by a person who buys at once', async () => {
    const { body } = await world.checkout({ company: 'Waizant Backoffice', email: 'eva@x.mx' })
    await world.pay(body.id, cards.good)
    const { ecosystem } = (await world.send(`/v1/checkouts/${body.id}`)).body
    expect(ecosystem).toMatch(/^backoffice-\d+$/)
    expect(place.membersOf('waizant-backoffice')).toEqual(operators)
    expect(await billing(ecosystem)).toBe(200)
  })

  it('are not joined either when the first check missed them', async () => {
    let id = ''
    await during({ hasGroup: () => Promise.reject(new Error('No answer.')) }, async () => {
      id = (await startTrial('Almacén')).id
    })
    expect(place.membersOf('almacen')).toEqual(operators)
    expect(place.membersOf('almacen-2')).toHaveLength(1)
    expect(await billing(id)).toBe(200)
  })

  it.each(['before', 'after'] as const)(
    'are distinguished from the own one by an ecosystem whose process crashed just %s creating it',
    async (moment) => {
      const { directory } = world.deps
      let deaths = 0
      const makeGroup: Directory['makeGroup'] = async (group, mark) => {
        if (moment === 'after' && deaths === 0) await directory.makeGroup(group, mark)
        if (deaths++ === 0) throw new Error('The process died.')
        return directory.makeGroup(group, mark)
      }
      const company = newId('nueva')
      await during({ makeGroup }, async () => {
        const { id, email } = await startTrial(company)
        for (let tries = 0; tries < 3 && deaths < 2; tries++) await world.settled()
        expect(deaths).toBe(2)
        expect(place.membersOf(id)).toEqual([email])
      })
    },
  )

  it('stay when the ecosystems with their name are deleted; our own groups are removed', async () => {
    const { id } = await startTrial('Nube')
    expect(id).toBe('nube-2')
    // As earlier releases stored them: with a record that claims the group, and without one.
    for (const [company, group] of [
      ['Antigua Uno', 'waizant-backoffice'],
      ['Antigua Dos', 'waizant-admin-store'],
    ] as const) {
      const { id: old } = await startTrial(company)
      const { db } = world.deps
      await db.update(ecosystems).set({ group }).where(eq(ecosystems.id, old))
      if (group === 'waizant-backoffice')
        await db
          .update(identityGroups)
          .set({ name: group, madeAt: new Date() })
          .where(eq(identityGroups.ecosystem, old))
    }
    await world.advanceBy('P90D')
    expect(await billing(id)).toBe(410)
    expect(place.membersOf(id)).toEqual([])
    expect(place.membersOf('backoffice-2')).toEqual([])
    for (const group of ['waizant-backoffice', 'constructor', 'ventas', 'nube', 'almacen'])
      expect([group, place.membersOf(group)]).toEqual([group, operators])
    expect(place.membersOf('waizant-admin-store')).toEqual(expect.arrayContaining(operators))
  })
})
