import type { BillingAction } from '../billing-actions/action-of.ts'

/** The customer pressed the one action that helps. Cancel it to do it in your own way; `plan` is the one to move to. */
export class WaizantNoticeActionEvent extends Event {
  readonly code: string
  readonly action: BillingAction
  readonly plan: string | undefined

  constructor(code: string, action: BillingAction, plan?: string) {
    super('waizant-notice-action', { bubbles: true, composed: true, cancelable: true })
    this.code = code
    this.action = action
    this.plan = plan
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-notice-action': WaizantNoticeActionEvent
  }
}
