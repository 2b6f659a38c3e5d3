import { safeError } from '../base/safe-error.ts'
import { SettingsError } from '../env.ts'

type Coded = Error & { code?: string | undefined; address?: string }

/**
 * The reason why the server can't listen on a port, as a sentence for the operator; null: the error has another
 * cause.
 */
export const listenRefusal = (error: Coded, setting: string, port: number): SettingsError | null => {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Set ${setting} to another one.`,
    EACCES: `Port ${port} needs permissions that this process has not. Set ${setting} to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${error.address}. Set HOST to one that it has.`,
    ENOTFOUND: 'HOST is no address that can be found. Set it to one of this machine.',
  }
  const sentence = why[error.code ?? '']
  return sentence ? new SettingsError(sentence) : null
}

/** Why a PostgreSQL database could not be opened. Its URL is not shown, because it contains the password. */
export const databaseRefusal = (error: unknown, setting: string): Error => {
  const chain = causes(error)
  for (const { code = '', message } of chain) {
    const why = Object.entries(ofDatabase).find(([pattern]) => new RegExp(`^(${pattern})$`).test(code))
    if (why) return new SettingsError(`${setting}: ${why[1]}`)
    if (/^(timeout exceeded when trying|Connection terminated)/.test(message))
      return new SettingsError(
        `${setting}: the database does not answer. Check its host, its port and the network.`,
      )
  }
  return error as Error
}

const ofDatabase: Record<string, string> = {
  '28P01|28000': 'the database refuses this user or password. Check both.',
  '3D000': 'there is no database of this name. Create it, or name another one.',
  '42501': 'the user may not create tables there. Grant it the right, or use another user.',
  'ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET|ENOTFOUND|EAI_AGAIN|57P03|08...':
    'the database cannot be reached. Check its host, its port and whether it runs.',
  '53300': 'the database takes no more connections. Raise max_connections, or stop other clients.',
  '53100': 'the disk of the database is full. Make room there, and keep what it holds.',
  '25006': 'the database is read-only. Name the one that takes writes.',
}

/**
 * The sentence for a start that met a full disk. It asks for room and says that the folder is to be kept: what it holds
 * is whole, and deleting it would lose every customer.
 */
export const fullDiskRefusal = (
  error: unknown,
  directory: string,
  isDatabaseThere = true,
): SettingsError | undefined =>
  causes(error).some(
    ({ code = '' }) => /^(ENOSPC|EDQUOT)$/.test(code) || (isDatabaseThere && code === '53100'),
  )
    ? new SettingsError(
        `DATA_DIR: the disk is full (${directory}). Make room and start again, and keep the folder: its data are whole.`,
      )
    : undefined

/** Why the directory `DATA_DIR` can't be used. */
export const directoryRefusal = (error: unknown, directory: string): Error => {
  const full = fullDiskRefusal(error, directory)
  if (full) return full
  const why = causes(error)
    .map(({ code }) => ofDirectory[code ?? ''])
    .find(Boolean)
  return why
    ? new SettingsError(`DATA_DIR: ${why} (${directory}). Set it to a folder that this process may write to.`)
    : (error as Error)
}

const ofDirectory: Record<string, string> = {
  EACCES: 'the folder cannot be written to',
  EPERM: 'the folder cannot be written to',
  EROFS: 'the folder is on a disk that is read-only',
  ENOTDIR: 'there is a file where the folder should be',
  EEXIST: 'there is a file where the folder should be',
}

const causes = (error: unknown): Coded[] =>
  error instanceof Error ? [error as Coded, ...causes(error.cause)] : []

/** Prints why a process ends at startup: a sentence if the operator can fix it, otherwise the stack. */
export const endFailed = (error: unknown): never => {
  if (error instanceof SettingsError) console.error(`\n${error.message}\n`)
  else console.error(safeError(error))
  process.exit(1)
}
