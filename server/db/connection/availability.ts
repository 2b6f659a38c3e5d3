import { randomBytes } from 'node:crypto'
import { events } from '../tables/index.ts'
import type { Db } from './open.ts'

/** The disk is full or read-only: reads work, and nothing can be saved. */
const storageCodes = new Set(['53100', '25006', 'ENOSPC', 'EDQUOT', 'EROFS'])

/** No connection, no resources, a shutdown, a crashed server, or a conflict that a retry solves. */
const awayCodes =
  /^(08...|53...|57P0.|57014|58...|25006|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOSPC|EDQUOT|EROFS|EIO|EMFILE)$/

/** Messages of driver errors that have no code. */
const awayMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|PGlite is closed)/

/** Whether an error means that the database can't be reached or can't save at the moment. */
export const isStoreAway = (error: unknown): boolean =>
  chainOf(error).some(
    ({ name, message, code }) =>
      // A client that hung up causes the same error code in Node as a broken database connection.
      message !== 'aborted' &&
      (awayCodes.test(String(code)) || awayMessages.test(message) || name === 'RuntimeError'),
  )

const isStorageFull = (error: unknown): boolean =>
  chainOf(error).some(({ code }) => storageCodes.has(String(code)))

/** An error and its causes. */
const chainOf = (error: unknown): (Error & { code?: unknown })[] =>
  error instanceof Error ? [error, ...chainOf(error.cause)] : []

/** Whether the disk accepts writes, as known from failed requests and from probe writes. */
export interface Storage {
  note(error: unknown): void
  /** Rejects while nothing can be saved. */
  check(): Promise<void>
}

/** Large enough that the database has to request more space from the disk. */
const probeBytes = 256 * 1024

export const watchStorage = (db: Db): Storage => {
  let isFull = false
  return {
    note(error) {
      isFull ||= isStorageFull(error)
    },
    async check() {
      if (!isFull) return
      await db.transaction(probe).catch((error) => {
        if (error !== undone) throw error
      })
      isFull = false
    },
  }
}

const undone = new Error('The probe is not kept.')

const probe = async (tx: Db): Promise<never> => {
  const payload = { probe: randomBytes(probeBytes).toString('base64') }
  await tx.insert(events).values({ id: 'storage-probe', provider: 'none', type: 'probe', payload })
  throw undone
}
