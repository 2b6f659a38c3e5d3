import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { SettingsError } from '../env.ts'

/** The start-up error for a file that cannot be read; it says how to start over. */
export const damaged = (file: string, dataDirectory: string): SettingsError =>
  new SettingsError(
    `The sandbox cannot go on: its file ${file} is damaged. To start over with fresh demonstration data, delete the folder ${dataDirectory} (with DATABASE_URL, empty that database as well) and start again.`,
  )

/** The sandbox's folder is inside `DATA_DIR`; resetting needs the whole of `DATA_DIR`. */
const dataDirectoryOf = (file: string) => dirname(dirname(file))

/**
 * The content of a state file; undefined when there is none yet. Content that `isValid` refuses is a `SettingsError`.
 */
export const readState = <T>(file: string, isValid: (value: unknown) => value is T): T | undefined => {
  if (!existsSync(file)) return undefined
  const value = parsed(readFileSync(file, 'utf8'))
  if (isValid(value)) return value
  throw damaged(file, dataDirectoryOf(file))
}

/** Replaces a file in one step: if the process dies on the way, the old file remains. */
export const writeState = (file: string, value: unknown, { mode }: { mode?: number } = {}): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: mode ?? 0o644 })
  renameSync(`${file}.new`, file)
}

/** The lines of an append-only file; a last line that a crash cut short is removed. */
export const readLines = <T>(file: string): T[] => {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const value = parsed(line)
      if (value === undefined) throw damaged(file, dataDirectoryOf(file))
      return value as T
    })
}

/** Appends a whole line or nothing: on a full disk no partial line remains. */
export const appendLine = (file: string, value: unknown): void => {
  mkdirSync(dirname(file), { recursive: true })
  const size = existsSync(file) ? statSync(file).size : 0
  try {
    appendFileSync(file, `${JSON.stringify(value)}\n`)
  } catch (error) {
    if (existsSync(file)) truncateSync(file, size)
    throw error
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
