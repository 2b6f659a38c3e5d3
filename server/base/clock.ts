/** Tells the time. Everything the product decides by time asks a clock that was passed in. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
