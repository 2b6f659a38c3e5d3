/** The provider refuses a page that expires in less than half an hour; the extra minutes allow for its own clock. */
const leastOpenMs = 35 * 60 * 1000

/** Whether the page of a checkout can still be opened; later the checkout must be replaced. */
export const canStillOpen = ({ expiresAt }: { expiresAt: Date }, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() >= leastOpenMs
