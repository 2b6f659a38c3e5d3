/** A payment needs another card. Cancel it to ask for one in your own way: the element then shows no card fields. */
export class WaizantPaymentMethodNeededEvent extends Event {
  constructor() {
    super('waizant-payment-method-needed', { bubbles: true, composed: true, cancelable: true })
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-payment-method-needed': WaizantPaymentMethodNeededEvent
  }
}
