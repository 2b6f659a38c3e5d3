/** The time of a sandbox; it never goes back. Stripe's test clocks advance it, too. */
export interface MovableClock {
  now(): Date
  advanceTo(instant: Date): void
}

/** Runs with the machine's time plus what it was advanced by. */
export const runningClock = (): MovableClock => {
  let shift = 0
  const now = () => new Date(Date.now() + shift)
  return {
    now,
    advanceTo(instant) {
      shift += Math.max(0, instant.getTime() - now().getTime())
    },
  }
}
