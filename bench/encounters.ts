/** Paid purchases delivered to the ecosystem's own database, compared with the same additions made directly. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { createApp } from '../server/app.ts'
import { newId } from '../server/base/id.ts'
import { ecosystemById } from '../server/db/ecosystems/ecosystems.ts'
import { purchases } from '../server/db/tables/index.ts'
import { readEnv } from '../server/env.ts'
import { openDeps, openStore } from '../server/startup/open-deps.ts'
import { startPostgres } from '../server/testing/postgres.ts'
import { median } from './median.ts'
import { openResults } from './results.ts'

const size = 200

const directory = mkdtempSync(join(tmpdir(), 'waizant-bench-'))
const postgres = await startPostgres({ fsync: 'on' })
const env = readEnv({
  NODE_ENV: 'development',
  PORT: '0',
  DATABASE_URL: postgres.url,
  DATA_DIR: directory,
  LOG_LEVEL: 'silent',
})
const { deps, sandbox, close } = await openDeps(env, { ...(await openStore(env)), port: 1 })
const app = createApp(deps, sandbox!.routes(deps))

const trial = async (): Promise<string> => {
  const response = await app.request('/sandbox/ecosystems', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ catalogue: 'waizant', plan: 'trial' }),
  })
  if (!response.ok) throw new Error(await response.text())
  return ((await response.json()) as { ecosystem: string }).ecosystem
}

/** Purchases whose payment was just confirmed, each with its job. */
const pay = async (ecosystem: string): Promise<string[]> => {
  const now = deps.clock.now()
  const rows = Array.from({ length: size }, () => ({
    id: newId('pur'),
    ecosystem,
    parameter: 'encounters',
    quantity: 100,
    unit: 100,
    total: 10_000,
    currency: 'USD' as const,
    status: 'paid' as const,
    createdAt: now,
    expiresAt: now,
    paidAt: now,
  }))
  const ids = rows.map(({ id }) => id)
  await deps.db.transaction(async (tx) => {
    await tx.insert(purchases).values(rows)
    await deps.jobs.sendAll(
      tx,
      'enqueue-encounter-credit',
      ids.map((purchase) => ({ purchase })),
    )
  })
  return ids
}

/** Additions per second. */
const rateOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return (size / (performance.now() - startedAt)) * 1000
}

/** As many at a time as the jobs run. */
const directly = async (number: number) => {
  for (let added = 0; added < size; added += 10)
    await Promise.all(
      Array.from({ length: 10 }, () =>
        deps.tickets.credit(number, { key: newId('bench'), parameter: 'encounters', quantity: 100 }),
      ),
    )
}

try {
  const ecosystem = await trial()
  const { number } = (await ecosystemById(deps.db, ecosystem))!
  const before = (await deps.tickets.read(number, deps.clock.now()))!.encounters
  const [rates, ratios]: [number[], number[]] = [[], []]
  const rounds = 7
  for (let round = 0; round < rounds; round++) {
    await pay(ecosystem)
    const [one, other] = [await rateOf(() => deps.jobs.settled()), await rateOf(() => directly(number))]
    if (round < 2) continue
    rates.push(one)
    ratios.push(one / other)
  }
  const rows = await deps.db.select().from(purchases).where(eq(purchases.status, 'delivered'))
  const added = (await deps.tickets.read(number, deps.clock.now()))!.encounters - before
  const wrong = added - rounds * size * 100 * 2
  const { tell, keep } = openResults('encounters')
  tell('encounter purchases delivered', median(rates), 'per-second')
  tell('their delivery beside the additions alone', median(ratios), 'ratio')
  tell('purchases undelivered', rounds * size - rows.length, 'count', { aim: 0 })
  tell('encounters too many or too few', Math.abs(wrong), 'count', { aim: 0 })
  keep()
  if (wrong || rows.length !== rounds * size) process.exitCode = 1
} finally {
  await close()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
