import type { StripeSandbox } from '@waizant/stripe-sandbox'
import type { Jobs } from '../messaging/jobs.ts'

type Settling = Pick<StripeSandbox, 'settled' | 'deliveries'>

/**
 * Waits until nothing is left to do: every due webhook was delivered, and every ready job has run, including jobs and
 * webhooks that those created.
 */
export const settle = async (jobs: Pick<Jobs, 'settled'>, stripe: Settling | null | undefined) => {
  for (;;) {
    await stripe?.settled()
    const before = stripe?.deliveries()
    const worked = await jobs.settled()
    // A job may have called the provider, which then sends more webhooks.
    await stripe?.settled()
    if (!worked && stripe?.deliveries() === before) return
  }
}
