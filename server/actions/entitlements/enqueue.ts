import type { Deps } from '../../deps.ts'

/**
 * Notifies the queue `subscription` that an ecosystem's entitlements changed. The consumer reads the current
 * ones.
 */
export const enqueueEntitlements = (
  { subscriptionQueue }: Deps,
  change: { ecosystem: string; revision: number },
): Promise<void> => subscriptionQueue.send({ version: 1, type: 'entitlements-changed', ...change })
