/** The payment page is ready. Cancel it to go there in your own way: a new tab, a web view. */
export class WaizantCheckoutOpenEvent extends Event {
  readonly checkout: { readonly id: string; readonly url: string }

  constructor(checkout: { id: string; url: string }) {
    super('waizant-checkout-open', { bubbles: true, composed: true, cancelable: true })
    this.checkout = checkout
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-checkout-open': WaizantCheckoutOpenEvent
  }
}
