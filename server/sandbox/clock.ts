import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import { readState, writeState } from './state-file.ts'

/** A clock that runs with real time plus the time it was advanced by; it never goes back. */
export interface MovableClock extends Clock {
  /** Moves to `instant`; an instant in the past is a `RangeError`. With a directory, the time survives restarts. */
  advanceTo(instant: Date): void
}

/** The stored state: the shift, and the latest time that the clock has shown. */
interface StoredClock {
  shiftMs: number
  at?: number
}

/** Two centuries around 1970: what is beyond was written by no clock of ours, and a `Date` may not hold it. */
const isNear = (ms: unknown): boolean => typeof ms === 'number' && Math.abs(ms) < 6.4e12

const isStoredClock = (value: unknown): value is StoredClock => {
  const { shiftMs, at = 0 } = (value ?? {}) as Partial<StoredClock>
  return isNear(shiftMs) && isNear(at)
}

/** How much the clock may fall behind when the machine's clock was set back before a restart. */
const storeEveryMs = 60_000

/** Stored in `directory`; a new clock starts at `startsAt`, else now. */
export const movableClock = (directory: string | null, startsAt = new Date()): MovableClock => {
  const file = directory && join(directory, 'clock.json')
  const stored = file ? readState(file, isStoredClock) : undefined
  let shift = stored ? stored.shiftMs : startsAt.getTime() - Date.now()
  let latest = stored?.at ?? Number.NEGATIVE_INFINITY
  let storedAt = latest

  const store = (state: Required<StoredClock>) => {
    if (file) writeState(file, state)
    storedAt = state.at
  }

  /** When the machine's own clock was set back, this one continues from its latest time. */
  const read = (): number => {
    const behind = latest - (Date.now() + shift)
    if (behind > 0) shift += behind
    latest = Math.max(latest, Date.now() + shift)
    return latest
  }

  return {
    now() {
      const now = read()
      if (now - storedAt >= storeEveryMs) {
        storedAt = now
        try {
          store({ shiftMs: shift, at: latest })
        } catch {
          // A full disk does not stop the clock; the next minute tries again.
        }
      }
      return new Date(now)
    },
    advanceTo(instant) {
      const by = instant.getTime() - read()
      if (Number.isNaN(by) || by < 0) throw new RangeError('The clock never goes back.')
      const moved = { shiftMs: shift + by, at: Math.max(latest, instant.getTime()) }
      // Written first: a move that cannot be written is refused, so it must not happen either.
      store(moved)
      shift = moved.shiftMs
      latest = moved.at
    },
  }
}
