import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { currentNames } from './journal-names.ts'
import type { Change, Store } from './store.ts'

/** Where commits are written: one line each, so that a crash leaves only whole requests. */
export interface Journal {
  write(changes: Change[]): void
  close(): void
}

export const memoryJournal: Journal = { write: () => {}, close: () => {} }

/** The journal is rewritten when it is this long and three times as long as the state. */
const REWRITE_BYTES = 64_000_000

/**
 * Loads the directory's state into the store and continues the journal there. History is dropped at the start and again
 * whenever it outgrows the state. A last line cut short by a crash was never answered, so it is left out.
 */
export const openJournal = (directory: string, store: Store): Journal => {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'journal.jsonl')
  if (existsSync(file)) for (const changes of readLines(file)) store.commit(currentNames(changes))
  let { output, size } = snapshot(file, store)
  let rewriteAt = Math.max(REWRITE_BYTES, 3 * size)
  return {
    write(changes) {
      size = writeLine(output, changes, size)
      if (size < rewriteAt) return
      closeSync(output)
      ;({ output, size } = snapshot(file, store))
      rewriteAt = Math.max(REWRITE_BYTES, 3 * size)
    },
    close: () => closeSync(output),
  }
}

/** Writes the state to a new file next to the journal, then replaces the journal in one step. */
const snapshot = (file: string, store: Store): { output: number; size: number } => {
  const fresh = `${file}.new`
  const output = openSync(fresh, 'w')
  // A first line without changes: no valid journal is empty, so an empty file counts as damaged.
  let size = writeLine(output, [], 0)
  for (const kind of store.kinds())
    for (const object of store.all(kind)) {
      const change: Change = [kind, (object as { id: string }).id, object as object]
      size = writeLine(output, [change], size)
    }
  fsyncSync(output)
  renameSync(fresh, file)
  return { output, size }
}

/** Appends a line and returns the new size; when the disk is full, no part of the line remains. */
const writeLine = (output: number, changes: Change[], size: number): number => {
  const line = Buffer.from(`${JSON.stringify(changes)}\n`)
  try {
    for (let done = 0; done < line.length; )
      done += writeSync(output, line, done, line.length - done, size + done)
  } catch (error) {
    ftruncateSync(output, size)
    throw error
  }
  return size + line.length
}

/** A journal that cannot be read; its state is lost. */
export class DamagedJournal extends Error {
  readonly file: string

  constructor(file: string, line: number, cause?: unknown) {
    super(`${file} is damaged at line ${line}.`, { cause })
    this.file = file
  }
}

const NEWLINE = 10

/** Reads line by line, because a journal may be longer than the longest string. */
function* readLines(file: string): Generator<Change[]> {
  const input = openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 20)
  let rest = Buffer.alloc(0)
  let number = 0
  for (let read = readSync(input, chunk); read > 0; read = readSync(input, chunk)) {
    let text = Buffer.concat([rest, chunk.subarray(0, read)])
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      number++
      yield parse(text.subarray(0, end), file, number)
      text = text.subarray(end + 1)
    }
    rest = text
  }
  closeSync(input)
  if (!number) throw new DamagedJournal(file, 1)
}

const parse = (line: Buffer, file: string, number: number): Change[] => {
  try {
    const changes: unknown = JSON.parse(line.toString('utf8'))
    if (Array.isArray(changes)) return changes
  } catch (cause) {
    throw new DamagedJournal(file, number, cause)
  }
  throw new DamagedJournal(file, number)
}
