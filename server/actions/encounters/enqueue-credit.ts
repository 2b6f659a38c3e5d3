import { purchaseById } from '../../db/encounters/purchases.ts'
import type { Deps } from '../../deps.ts'

/**
 * Sends a paid purchase to the queue `subscription`, whose consumer writes it into the ecosystem's own
 * database.
 */
export const enqueueEncounterCredit = async (deps: Deps, id: string): Promise<void> => {
  const purchase = await purchaseById(deps.db, id)
  if (purchase?.status !== 'paid') return
  const { ecosystem, quantity } = purchase
  await deps.subscriptionQueue.send({
    version: 1,
    type: 'encounters-purchased',
    purchase: id,
    ecosystem,
    quantity,
  })
}
