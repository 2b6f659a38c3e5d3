import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A little more than one segment of the database's log: without that much it does not start. */
const leastBytes = 20 * 1024 * 1024

const chunk = Buffer.alloc(1024 * 1024)

/** Throws the file system's error (`ENOSPC`, `EDQUOT`) when the directory's disk has no room for a start. */
export const needRoom = (directory: string): void => {
  const file = join(directory, 'room')
  const output = openSync(file, 'w')
  try {
    for (let done = 0; done < leastBytes; ) done += writeSync(output, chunk)
  } finally {
    closeSync(output)
    rmSync(file)
  }
}
