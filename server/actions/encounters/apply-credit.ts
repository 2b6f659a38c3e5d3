import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { movePurchase, purchaseById } from '../../db/encounters/purchases.ts'
import type { Deps } from '../../deps.ts'
import type { EncountersPurchased } from '../../messaging/subscription-message.ts'

/**
 * Adds bought encounters in the ecosystem's own database and reports it to the store (update-plan,
 * "Microservice Queuing"). The purchase is the idempotency key of the credit: it is added once, even if the
 * message arrives again or an earlier run crashed. A message about a purchase that is not paid is an error.
 */
export const applyEncounterCredit = async (deps: Deps, message: EncountersPurchased): Promise<void> => {
  const purchase = await purchaseById(deps.db, message.purchase)
  if (purchase?.status === 'delivered') return
  const isTrue =
    purchase?.status === 'paid' &&
    purchase.ecosystem === message.ecosystem &&
    purchase.quantity === message.quantity
  if (!isTrue) throw new Error(`No paid purchase is like this message: ${JSON.stringify(message)}`)
  const { number } = (await ecosystemById(deps.db, purchase.ecosystem))!
  const { id, parameter, quantity } = purchase
  await deps.tickets.credit(number, { key: `purchase/${id}`, parameter, quantity })
  await movePurchase(deps.db, id, ['paid'], { status: 'delivered', deliveredAt: deps.clock.now() })
}
