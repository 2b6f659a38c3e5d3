import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import { readState, writeState } from './state-file.ts'

/** A clock that runs with real time, shifted by what it was advanced; it never goes back. */
export interface MovableClock extends Clock {
  /** Moves to `instant`; earlier than now is a `RangeError`. Kept over restarts when it has a directory. */
  advanceTo(instant: Date): void
}

/** What is kept of it: the shift, and a time that it has shown already. */
interface Kept {
  shiftMs: number
  at?: number
}

/** Two centuries around 1970: what is beyond was written by no clock of ours, and a `Date` may not hold it. */
const isNear = (ms: unknown): boolean => typeof ms === 'number' && Math.abs(ms) < 6.4e12

const isKept = (value: unknown): value is Kept => {
  const { shiftMs, at = 0 } = (value ?? {}) as Partial<Kept>
  return isNear(shiftMs) && isNear(at)
}

/** How far it may be behind after a restart that a clock set back came before. */
const keptEveryMs = 60_000

/** Kept in `directory`; a new one starts at `startsAt`, else now. */
export const movableClock = (directory: string | null, startsAt = new Date()): MovableClock => {
  const file = directory && join(directory, 'clock.json')
  const kept = file ? readState(file, isKept) : undefined
  let shift = kept ? kept.shiftMs : startsAt.getTime() - Date.now()
  let latest = kept?.at ?? Number.NEGATIVE_INFINITY
  let keptAt = latest

  const keep = () => {
    if (file) writeState(file, { shiftMs: shift, at: latest })
    keptAt = latest
  }

  /** When the machine's own clock was set back, this one goes on from where it was. */
  const read = (): number => {
    const behind = latest - (Date.now() + shift)
    if (behind > 0) shift += behind
    latest = Math.max(latest, Date.now() + shift)
    return latest
  }

  return {
    now() {
      const now = read()
      if (now - keptAt >= keptEveryMs) {
        keptAt = now
        try {
          keep()
        } catch {
          // A full disk stops no clock; the next minute tries again.
        }
      }
      return new Date(now)
    },
    advanceTo(instant) {
      const by = instant.getTime() - read()
      if (Number.isNaN(by) || by < 0) throw new RangeError('The clock never goes back.')
      shift += by
      latest = Math.max(latest, instant.getTime())
      keep()
    },
  }
}
