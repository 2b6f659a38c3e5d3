import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SettingsError } from '../env.ts'

/**
 * Makes a data directory this process's own until the returned function is called; a directory in use
 * is a `SettingsError`. The embedded database has no lock: two processes would destroy it.
 *
 * The lock is a local socket, not a file with a process id: the system closes it however a process ends.
 */
export const lockDirectory = async (directory: string): Promise<() => Promise<void>> => {
  mkdirSync(directory, { recursive: true })
  const real = realpathSync(directory)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24)
  const path = join(tmpdir(), `waizant-${name}.lock`)
  const server = (await listen(path)) ?? (await takeOver(path))
  if (!server)
    throw new SettingsError(
      `Another process is using the data directory ${real}. Stop it first, or set DATA_DIR to another directory.`,
    )
  return () => new Promise((done) => server.close(() => done()))
}

/** A socket file that nobody answers at was left by a process that is gone. */
const takeOver = async (path: string): Promise<Server | null> => {
  if (await answers(path)) return null
  rmSync(path, { force: true })
  return listen(path)
}

const listen = (path: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => resolve(true))
    socket.once('error', () => resolve(false)).once('close', () => socket.destroy())
  })
