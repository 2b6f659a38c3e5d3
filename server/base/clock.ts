/** Returns the current time. Every decision by time uses a clock that was passed in. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
