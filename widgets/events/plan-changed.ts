import type { Billing } from '#contract/billing'

/** A change of plan took effect, was scheduled for the end of the period, or was undone. */
export class WaizantPlanChangedEvent extends Event {
  readonly status: 'applied' | 'scheduled' | 'undone'
  readonly billing: Billing

  constructor(status: 'applied' | 'scheduled' | 'undone', billing: Billing) {
    super('waizant-plan-changed', { bubbles: true, composed: true })
    this.status = status
    this.billing = billing
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-plan-changed': WaizantPlanChangedEvent
  }
}
