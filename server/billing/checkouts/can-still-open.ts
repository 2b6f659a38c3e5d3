import type { FirstPeriod } from './first-period.ts'

/** The provider refuses a page that expires in less than half an hour; the extra minutes allow for its own clock. */
const leastOpenMs = 35 * 60 * 1000

/** The provider refuses an anchor that is past on its own clock. */
const leastFreeMs = 5_000

interface Opening {
  expiresAt: Date
  firstPeriod?: Pick<FirstPeriod, 'anchor' | 'isFree'> | null
}

/** Whether the page of a checkout can still be opened; later the checkout must be replaced. */
export const canStillOpen = ({ expiresAt, firstPeriod }: Opening, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() >= leastOpenMs &&
  !(firstPeriod?.isFree && firstPeriod.anchor.getTime() - now.getTime() < leastFreeMs)
