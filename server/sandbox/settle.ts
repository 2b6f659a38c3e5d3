import type { Jobs } from '../messaging/jobs.ts'
import type { StripeSandbox } from './stripe/index.ts'

type Settling = Pick<StripeSandbox, 'settled' | 'deliveries'>

/**
 * Waits until nothing follows any more from what has happened: every webhook that is due was delivered, every
 * job that is ready has run, and so have those that they brought about.
 */
export const settle = async (jobs: Pick<Jobs, 'settled'>, stripe: Settling | null | undefined) => {
  for (;;) {
    await stripe?.settled()
    const before = stripe?.deliveries()
    const worked = await jobs.settled()
    // A job may have spoken to the provider, which then had something to tell.
    await stripe?.settled()
    if (!worked && stripe?.deliveries() === before) return
  }
}
