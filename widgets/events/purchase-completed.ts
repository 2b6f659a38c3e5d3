import type { Purchase } from './before-purchase.ts'

/** What was bought is there: encounters are delivered, seats can be used. */
export class WaizantPurchaseCompletedEvent extends Event {
  readonly purchase: Purchase

  constructor(purchase: Purchase) {
    super('waizant-purchase-completed', { bubbles: true, composed: true })
    this.purchase = purchase
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-purchase-completed': WaizantPurchaseCompletedEvent
  }
}
