/** The provider opens no page that expires in less than half an hour; a little more, so that its own clock agrees. */
const leastOpenMs = 35 * 60 * 1000

/** Whether a page that was begun may still be opened: later it has to be another one. */
export const canStillOpen = ({ expiresAt }: { expiresAt: Date }, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() >= leastOpenMs
