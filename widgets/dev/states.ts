import { billingNoticeStates } from './billing-notice.states.ts'
import { billingPanelStates } from './billing-panel.states.ts'
import { encounterPurchaseStates } from './encounter-purchase.states.ts'
import { licencePurchaseStates } from './licence-purchase.states.ts'
import { planChangeStates } from './plan-change.states.ts'
import { planSettingsStates } from './plan-settings.states.ts'
import type { State } from './state.ts'

/** Every state of every element for customers and administrators; the page that shows them is `/dev/elements`. */
export const states: readonly State<never>[] = [
  ...billingPanelStates,
  ...billingNoticeStates,
  ...planChangeStates,
  ...encounterPurchaseStates,
  ...licencePurchaseStates,
  ...planSettingsStates,
]
