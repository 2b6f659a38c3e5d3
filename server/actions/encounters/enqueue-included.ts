import type { Deps } from '../../deps.ts'
import type { JobData } from '../../messaging/jobs.ts'

/**
 * Sends a month's grant to the queue `subscription`, whose consumer writes it into the ecosystem's own
 * database.
 */
export const enqueueIncludedEncounters = (
  { subscriptionQueue }: Deps,
  grant: JobData['enqueue-included-encounters'],
): Promise<void> => subscriptionQueue.send({ version: 1, type: 'encounters-included', ...grant })
