import type { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'
import { newId } from '../base/id.ts'
import { type Database, type Db, dbOf } from '../db/connection/open.ts'
import type { Mortal } from './mortal.ts'

/** One process's connection to a database that outlives it: committed data stays, the rest is rolled back. */
export const mortalDatabase = ({ driver }: Database, mortal: Mortal): Database =>
  driver.kind === 'pglite' ? onEmbedded(driver.pglite, mortal) : onPostgres(driver.pool, mortal)

/** A poll for jobs (`skip locked`) does not count as a write, because no caller waits for it. */
const isWrite = (text: string) =>
  /^\s*(insert|update|delete|with|commit)\b/i.test(text) && !/skip locked/i.test(text)

const onEmbedded = (pglite: PGlite, mortal: Mortal): Database => {
  const one = instead(pglite, {
    query: (text: string, ...rest: never[]) => write(mortal, text, () => pglite.query(text, ...rest)),
    exec: (text: string, ...rest: never[]) => write(mortal, text, () => pglite.exec(text, ...rest)),
    async transaction(work: (tx: object) => Promise<unknown>) {
      mortal.mustLive()
      const result = await pglite.transaction(async (tx) => {
        const inside = await work(
          instead(tx, {
            query: (text: string, ...rest: never[]) => read(mortal, () => tx.query(text, ...rest)),
            exec: (text: string, ...rest: never[]) => read(mortal, () => tx.exec(text, ...rest)),
          }),
        )
        mortal.moment()
        return inside
      })
      mortal.moment()
      return result
    },
  })
  return {
    db: drizzlePglite(one) as unknown as Db,
    driver: { kind: 'pglite', pglite: one },
    close: async () => {},
  }
}

/** An object with some of its methods replaced. */
const instead = <T extends object>(object: T, methods: Record<string, unknown>): T =>
  new Proxy(object, {
    get: (_, name) => {
      const value = methods[name as string] ?? Reflect.get(object, name)
      return typeof value === 'function' && name !== 'constructor' ? value.bind(object) : value
    },
  })

const read = async <T>(mortal: Mortal, work: () => Promise<T>): Promise<T> => {
  mortal.mustLive()
  return work()
}

const write = async <T>(mortal: Mortal, text: string, work: () => Promise<T>): Promise<T> => {
  if (!isWrite(text)) return read(mortal, work)
  mortal.moment()
  const result = await work()
  mortal.moment()
  return result
}

/**
 * Connections of its own, which break when the process crashes; inside a transaction only the commit counts as
 * a write.
 */
const onPostgres = ({ options }: pg.Pool, mortal: Mortal): Database => {
  const url = options.connectionString!
  const name = newId('process')
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    application_name: name,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // Broken connections are intended here; without a listener they would end the tests.
    client.on('error', () => {})
    mortal.onDeath(() => (client as unknown as Connected).connection.stream.destroy())
    countQueries(client, mortal)
  })
  const close = async () => {
    if (!mortal.isDead()) return pool.end()
    // A crashed process never returns the connections that it holds.
    pool.end().catch(() => {})
    await gone(url, name)
  }
  return { db: dbOf(pool), driver: { kind: 'postgres', pool }, close }
}

/** The database may not have noticed yet that the connection broke, and may still run its last statement. */
const gone = async (url: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const left = () =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name])
  while ((await left()).rowCount) await new Promise((resolve) => setTimeout(resolve, 5))
  await client.end()
}

interface Connected {
  connection: { stream: { destroy(): void } }
}

type Answer = (error: unknown, result?: unknown) => void
type Query = (...given: unknown[]) => unknown

const countQueries = (client: pg.PoolClient, mortal: Mortal) => {
  const query = client.query.bind(client) as Query
  let isInside = false
  const counted: Query = (...given) => {
    const text = typeof given[0] === 'string' ? given[0] : (given[0] as { text: string }).text
    if (/^\s*begin\s*$/i.test(text)) isInside = true
    const ends = /^\s*(commit|rollback)\s*$/i.test(text)
    const counts = isWrite(text) && (ends || !isInside)
    if (ends) isInside = false
    const moment = () => (counts ? mortal.moment() : mortal.mustLive())
    const callback = given.at(-1)
    if (typeof callback === 'function')
      return withCallback(query, given.slice(0, -1), callback as Answer, moment)
    return (async () => {
      moment()
      const result = await query(...given)
      moment()
      return result
    })()
  }
  client.query = counted as never
}

const withCallback = (query: Query, given: unknown[], answer: Answer, moment: () => void) => {
  const attempt = (then: () => void) => {
    try {
      moment()
    } catch (error) {
      return answer(error)
    }
    then()
  }
  attempt(() =>
    query(...given, (error: unknown, result: unknown) =>
      error ? answer(error) : attempt(() => answer(null, result)),
    ),
  )
}
