import type { Deps } from '../../deps.ts'
import type { JobData } from '../../messaging/jobs.ts'

/** Hands what a month grants to the queue `subscription`, by which it reaches the ecosystem's own database. */
export const enqueueIncludedEncounters = (
  { subscriptionQueue }: Deps,
  grant: JobData['push-included'],
): Promise<void> => subscriptionQueue.send({ version: 1, type: 'encounters-included', ...grant })
