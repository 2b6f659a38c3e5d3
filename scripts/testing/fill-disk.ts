import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** From now on every write to a file fails as on a full disk. Returns how to make room again. */
export const fillDisk = (): (() => void) => {
  const { writeSync } = fs
  fs.writeSync = (() => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
  }) as typeof writeSync
  syncBuiltinESMExports()
  return () => {
    fs.writeSync = writeSync
    syncBuiltinESMExports()
  }
}
