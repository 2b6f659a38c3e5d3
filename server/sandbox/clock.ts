import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'

/** A clock that runs with real time, shifted by what it was advanced; it never goes back. */
export interface MovableClock extends Clock {
  /** Moves to `instant`; earlier than now is a `RangeError`. Kept over restarts when it has a directory. */
  advanceTo(instant: Date): void
}

/** Kept in `directory`; a new one starts at `startsAt`, else now. */
export const movableClock = (directory: string | null, startsAt = new Date()): MovableClock => {
  const file = directory && join(directory, 'clock.json')
  let shift =
    file && existsSync(file)
      ? Number(JSON.parse(readFileSync(file, 'utf8')).shiftMs)
      : startsAt.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + shift),
    advanceTo(instant) {
      const by = instant.getTime() - (Date.now() + shift)
      if (Number.isNaN(by) || by < 0) throw new RangeError('The clock never goes back.')
      shift += by
      if (!file) return
      mkdirSync(directory, { recursive: true })
      writeFileSync(file, JSON.stringify({ shiftMs: shift }))
    },
  }
}
