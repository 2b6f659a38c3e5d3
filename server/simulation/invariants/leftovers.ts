import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Life } from '../life.ts'
import type { Rows } from './books.ts'

/** Nothing is left half done: a day later all work has ended. */
export const nothingIsLeftOver = async ({ town }: Life, rows: Rows) => {
  expect(
    rows.quotes.filter(({ status }) => status === 'accepted'),
    'accepted quotes',
  ).toEqual([])
  expect(
    rows.settlements.filter(({ status }) => status === 'open'),
    'open settlements',
  ).toEqual([])
  expect(
    rows.usage.filter(({ status, claimedBy }) => status === 'recorded' && claimedBy !== null),
    'open claims of services',
  ).toEqual([])
  const { lockExpiresAt } = rows.ecosystem
  if (lockExpiresAt) expect(lockExpiresAt.getTime(), 'a lease').toBeLessThan(town.clock.now().getTime())
  const { dead } = town.deps().jobs
  expect(await dead.list(), 'dead letters').toEqual([])
  const left = async (query: ReturnType<typeof sql>) =>
    ((await town.database.db.execute(query)) as unknown as { rows: object[] }).rows
  expect(
    await left(sql`select name, data, output from jobs.job where state in ('created', 'retry', 'active')`),
    'jobs',
  ).toEqual([])
  expect(
    await left(sql`select id, type, failure from events where handled_at is null or failure is not null`),
    'events that were not handled',
  ).toEqual([])
}
