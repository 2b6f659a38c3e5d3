import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SettingsError } from '../../env.ts'

/** SQLITE_BUSY: another connection holds the lock. */
const busy = 5

/** References to the held locks: the garbage collector would close, and so release, an unreferenced one. */
const held = new Set<DatabaseSync>()

const unusable = (file: string) =>
  new SettingsError(
    `DATA_DIR: the file ${file} cannot be locked. Delete it once no other process uses the folder, and make sure that this process may write there.`,
  )

const opened = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch {
    throw unusable(file)
  }
}

/**
 * Makes a data directory this process's own until the returned function is called; a directory in use is a
 * `SettingsError`. The embedded database has no lock: two processes would destroy it.
 *
 * The lock is the system's own, on a file inside the directory, as SQLite takes it: it is released however the
 * process ends, and never held twice. Node offers no other lock of this kind.
 */
export const lockDirectory = async (directory: string): Promise<() => Promise<void>> => {
  mkdirSync(directory, { recursive: true })
  const real = realpathSync(directory)
  const file = join(real, 'lock')
  const lock = opened(file)
  try {
    // Nothing is ever written: the exclusive transaction alone is the lock.
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== busy) throw unusable(file)
    throw new SettingsError(
      `Another process is using the data directory ${real}. Stop it first, or set DATA_DIR to another directory.`,
    )
  }
  held.add(lock)
  return async () => {
    held.delete(lock)
    lock.close()
  }
}
