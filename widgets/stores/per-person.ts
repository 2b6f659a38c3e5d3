import { personSignal } from './connection.ts'

/** A value that is created again for each person, so that no person sees the previous person's data. */
export const perPerson = <T>(make: () => T): (() => T) => {
  let signal: AbortSignal | undefined
  let made: T
  return () => {
    if (signal !== personSignal()) made = make()
    signal = personSignal()
    return made
  }
}
