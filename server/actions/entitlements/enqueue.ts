import type { Deps } from '../../deps.ts'

/** Tells the queue `subscription` that an ecosystem may use something else than before; what, is read when it is consumed. */
export const enqueueEntitlements = (
  { subscriptionQueue }: Deps,
  change: { ecosystem: string; revision: number },
): Promise<void> => subscriptionQueue.send({ version: 1, type: 'entitlements-changed', ...change })
