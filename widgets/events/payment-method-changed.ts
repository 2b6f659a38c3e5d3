import type { Billing } from '#contract/billing'

/** Payments now use another card. What was owed is charged to it at once: `billing.status` says whether that worked. */
export class WaizantPaymentMethodChangedEvent extends Event {
  readonly billing: Billing

  constructor(billing: Billing) {
    super('waizant-payment-method-changed', { bubbles: true, composed: true })
    this.billing = billing
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-payment-method-changed': WaizantPaymentMethodChangedEvent
  }
}
