import type { Interval, Money } from '#contract/money'

/** What is about to be bought. */
export type Purchase =
  | {
      readonly kind: 'plan-change'
      readonly plan: string
      readonly interval: Interval
      readonly dueNow: Money
    }
  | { readonly kind: 'encounters'; readonly quantity: number; readonly dueNow: Money }
  | {
      readonly kind: 'licences'
      /** The new total of seats. */
      readonly quantity: number
      /** Nothing: it rides on the next invoice. */
      readonly dueNow: Money
      /** Negative: a credit. */
      readonly onNextInvoice: Money
    }

/** The customer confirmed a purchase, and nothing was sent yet. Cancel it to take over. */
export class WaizantBeforePurchaseEvent extends Event {
  readonly purchase: Purchase

  constructor(purchase: Purchase) {
    super('waizant-before-purchase', { bubbles: true, composed: true, cancelable: true })
    this.purchase = purchase
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-before-purchase': WaizantBeforePurchaseEvent
  }
}
