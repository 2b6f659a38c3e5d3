import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Change, Store } from './store.ts'

/** Where commits are written down: one line each, so that a crash leaves whole requests only. */
export interface Journal {
  write(changes: Change[]): void
  close(): void
}

export const memoryJournal: Journal = { write: () => {}, close: () => {} }

/**
 * Reads what the directory holds into the store, rewrites it without its history, and goes on from there. A last
 * line cut short by a crash was never answered, so it is left out.
 */
export const openJournal = (directory: string, store: Store): Journal => {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'journal.jsonl')
  if (existsSync(file)) for (const changes of readLines(file)) store.commit(changes)
  const fresh = `${file}.new`
  const output = openSync(fresh, 'w')
  for (const kind of store.kinds())
    for (const object of store.all(kind)) {
      const change: Change = [kind, (object as { id: string }).id, object as object]
      writeSync(output, `${JSON.stringify([change])}\n`)
    }
  renameSync(fresh, file)
  return {
    write: (changes) => void writeSync(output, `${JSON.stringify(changes)}\n`),
    close: () => closeSync(output),
  }
}

function* readLines(file: string): Generator<Change[]> {
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    if (!line) continue
    try {
      yield JSON.parse(line)
    } catch (cause) {
      if (index < lines.length - 1) throw new Error(`${file} is damaged at line ${index + 1}`, { cause })
    }
  }
}
