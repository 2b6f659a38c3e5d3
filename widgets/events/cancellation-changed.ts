import type { Billing } from '#contract/billing'

/** The subscription ends with what is paid, or goes on after all. */
export class WaizantCancellationChangedEvent extends Event {
  readonly status: 'canceling' | 'kept'
  readonly billing: Billing

  constructor(status: 'canceling' | 'kept', billing: Billing) {
    super('waizant-cancellation-changed', { bubbles: true, composed: true })
    this.status = status
    this.billing = billing
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-cancellation-changed': WaizantCancellationChangedEvent
  }
}
