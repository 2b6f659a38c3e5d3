import { randomInt } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { newStore } from '../../testing/store.ts'
import { type KeptEntitlements, openTickets } from './tickets.ts'

const answer = (revision: number) => ({ ecosystem: 'el-molino', revision }) as KeptEntitlements

/** Either a schema each in the store, or a database each next to it. */
const templateOf = (kind: string): string | undefined => {
  if (kind !== 'a database') return undefined
  const url = new URL(inject('postgres'))
  url.pathname = 'waizant_tickets_{number}'
  return decodeURI(url.href)
}

it.each([
  ['a schema', 'embedded'],
  ['a schema', 'postgres'],
  ['a database', 'postgres'],
] as const)(
  'an ecosystem’s own data is kept in %s (%s), and gone when it is dropped',
  async (kind, engine) => {
    const store = await newStore(engine)
    const tickets = openTickets(store, templateOf(kind))
    const number = randomInt(100_000, 999_999)
    for (let times = 0; times < 2; times++) {
      await tickets.provision(number)
      await tickets.setPlan(number, { plan: 'pro', version: 1, licences: 5 })
      expect(await tickets.entitlements(number)).toBeNull()
      for (const revision of [2, 3, 1]) await tickets.setEntitlements(number, answer(revision))
      expect(await tickets.entitlements(number)).toEqual(answer(3))
      await tickets.drop(number)
      await tickets.drop(number)
      await expect(tickets.read(number, new Date(0))).rejects.toThrow()
    }
    await tickets.close()
    await store.close()
  },
)
