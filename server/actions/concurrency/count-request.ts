import { countInWindow } from '../../db/operations/rate-limits.ts'
import type { Deps } from '../../deps.ts'

/** How many requests are left in the window, and the seconds until the next one begins. */
export interface Allowance {
  left: number
  resetsIn: number
}

/** Counts a request of a caller. A negative rest means that the caller is over the limit. */
export const countRequest = async (deps: Deps, caller: string, most: number): Promise<Allowance> => {
  const { count, resetsIn } = await countInWindow(deps.db, caller)
  return { left: most - count, resetsIn: Math.max(1, resetsIn) }
}
