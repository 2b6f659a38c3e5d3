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

/** Why a start ends at a file that can't be read, and how to begin anew. */
export const damaged = (file: string, dataDirectory: string): SettingsError =>
  new SettingsError(
    `The sandbox cannot go on: its file ${file} is damaged. To begin anew with fresh demonstration data, delete the folder ${dataDirectory} (with DATABASE_URL, empty that database as well) and start again.`,
  )

/** The folder that holds the sandbox's is the whole of `DATA_DIR`. */
const dataDirectoryOf = (file: string) => dirname(dirname(file))

/** What a file of the sandbox's state holds; undefined: there is none yet. What `isValid` refuses is a `SettingsError`. */
export const readState = <T>(file: string, isValid: (value: unknown) => value is T): T | undefined => {
  if (!existsSync(file)) return undefined
  const value = parsed(readFileSync(file, 'utf8'))
  if (isValid(value)) return value
  throw damaged(file, dataDirectoryOf(file))
}

/** Puts a file in its place in one step: a process that dies on the way leaves the old one. */
export const writeState = (file: string, value: unknown, { mode }: { mode?: number } = {}): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: mode ?? 0o644 })
  renameSync(`${file}.new`, file)
}

/** The lines of a file that grows; a last one cut short by a crash is taken away. */
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

/** Adds a line, or nothing: a disk without room leaves no half of one behind. */
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
