import '../acting.ts'
import type { ReactiveController } from 'lit'
import { billingOf } from '../stores/billing.ts'
import { followPlans } from '../stores/follow-plans.ts'
import type { WaizantPlanChangeDialog } from './plan-change-dialog.ts'

/** Keeps the plans to choose among at today's prices while the dialog is open. */
export class LiveChoice implements ReactiveController {
  readonly #host: WaizantPlanChangeDialog
  #leave: (() => void) | undefined

  constructor(host: WaizantPlanChangeDialog) {
    this.#host = host
  }

  hostConnected(): void {
    this.#follow()
  }

  hostUpdated(): void {
    this.#follow()
  }

  hostDisconnected(): void {
    this.#leave?.()
  }

  #follow() {
    const { server: api, serverLanguage: locale } = this.#host
    const billing = billingOf(api, locale)?.value?.value
    if (this.#leave || !billing) return
    this.#leave = followPlans({ api, catalogue: billing.catalogue, currency: billing.currency, locale })
  }
}
