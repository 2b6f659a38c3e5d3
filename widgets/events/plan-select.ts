import type { Interval } from '#contract/money'

/** What pressing a plan's button would do. */
export type PlanAction = 'buy' | 'trial' | 'contact' | 'change'

export interface PlanSelection {
  readonly action: PlanAction
  readonly catalogue: string
  readonly plan: string
  readonly interval: Interval
  readonly currency: string
}

/** A visitor chose a plan. Cancel it to take over what happens next. */
export class WaizantPlanSelectEvent extends Event {
  readonly selection: PlanSelection

  constructor(selection: PlanSelection) {
    super('waizant-plan-select', { bubbles: true, composed: true, cancelable: true })
    this.selection = selection
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-plan-select': WaizantPlanSelectEvent
  }
}
