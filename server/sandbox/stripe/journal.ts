import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Change, Store } from './store.ts'

/** Where commits are written down: one line each, so that a crash leaves whole requests only. */
export interface Journal {
  write(changes: Change[]): void
  close(): void
}

export const memoryJournal: Journal = { write: () => {}, close: () => {} }

/** A journal is rewritten when it is this long and three times as long as what it says. */
const LONG = 64_000_000

/**
 * Reads what the directory holds into the store and goes on writing there. History is dropped at the start and again
 * whenever it outgrows the state. A last line cut short by a crash was never answered, so it is left out.
 */
export const openJournal = (directory: string, store: Store): Journal => {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'journal.jsonl')
  if (existsSync(file)) for (const changes of readLines(file)) store.commit(changes)
  let { output, size } = snapshot(file, store)
  let rewriteAt = Math.max(LONG, 3 * size)
  return {
    write(changes) {
      size += writeSync(output, `${JSON.stringify(changes)}\n`)
      if (size < rewriteAt) return
      closeSync(output)
      ;({ output, size } = snapshot(file, store))
      rewriteAt = Math.max(LONG, 3 * size)
    },
    close: () => closeSync(output),
  }
}

/** Writes the state beside the journal and puts it in its place in one step. */
const snapshot = (file: string, store: Store): { output: number; size: number } => {
  const fresh = `${file}.new`
  const output = openSync(fresh, 'w')
  let size = 0
  for (const kind of store.kinds())
    for (const object of store.all(kind)) {
      const change: Change = [kind, (object as { id: string }).id, object as object]
      size += writeSync(output, `${JSON.stringify([change])}\n`)
    }
  fsyncSync(output)
  renameSync(fresh, file)
  return { output, size }
}

const NEWLINE = 10

/** Line by line: a journal may be longer than a string can be. */
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
}

const parse = (line: Buffer, file: string, number: number): Change[] => {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch (cause) {
    throw new Error(`${file} is damaged at line ${number}.`, { cause })
  }
}
