import * as z from 'zod/mini'
import { Money } from './money.ts'
import { Package } from './plan.ts'

const Quantity = z.int().check(z.gte(1), z.lte(1_000_000))

export const EncounterRequest = z.strictObject({ quantity: Quantity })
export type EncounterRequest = z.infer<typeof EncounterRequest>

/** The price of a quantity by the packages of the customer's own plan version. */
export const EncounterPrice = z.object({
  quantity: z.int(),
  unit: Money,
  total: Money,
  /** The package whose unit price applies. */
  package: Package,
})
export type EncounterPrice = z.infer<typeof EncounterPrice>

export const EncounterOrder = z.strictObject({
  quantity: Quantity,
  /** The price that was shown; another one is refused with 409 `price-changed`. */
  expectedTotal: z.strictObject({ ...Money.shape, amount: z.int().check(z.gte(1)) }),
})
export type EncounterOrder = z.infer<typeof EncounterOrder>

/** `pending`: the payment is processing; `paid`: the money has arrived; `delivered`: the encounters are usable. */
export const PurchaseStatus = z.enum(['open', 'pending', 'paid', 'delivered', 'failed', 'expired'])
export type PurchaseStatus = z.infer<typeof PurchaseStatus>

export const EncounterPurchaseOpened = z.object({
  id: z.string(),
  status: PurchaseStatus,
  /** The provider's session, which the page confirms with a saved card or a new one. */
  checkout: z.object({ id: z.string(), clientSecret: z.string() }),
})
export type EncounterPurchaseOpened = z.infer<typeof EncounterPurchaseOpened>

export const EncounterPurchase = z.object({
  id: z.string(),
  status: PurchaseStatus,
  quantity: z.int(),
  total: Money,
  failure: z.optional(z.object({ code: z.string(), text: z.string() })),
})
export type EncounterPurchase = z.infer<typeof EncounterPurchase>
