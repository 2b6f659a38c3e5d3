import type { Draft } from './draft.ts'
import type { Kind } from './kinds.ts'
import { expireSession } from './objects/checkout/session.ts'
import { runDueInvoice } from './objects/invoice/run-due.ts'
import { runDueSchedule } from './objects/schedule/run-due.ts'
import { dropResumption } from './objects/subscription/resume.ts'
import { runDueSubscription } from './objects/subscription/run-due.ts'

/** Runs what is due for one object, at the draft's moment. */
export const runDueFor = (draft: Draft, kind: Kind, id: string): void => {
  if (kind === 'checkout.session') expireSession(draft, id)
  else if (kind === 'invoice') runDueInvoice(draft, id)
  else if (kind === 'subscription') runDueSubscription(draft, id)
  else if (kind === 'subscription_schedule') runDueSchedule(draft, id)
  else if (kind === 'internal.subscription') runDueState(draft, id)
}

const runDueState = (draft: Draft, id: string) => {
  const state = draft.need('internal.subscription', id)
  if (state.announceTrialAt && state.announceTrialAt <= draft.now) {
    draft.change('internal.subscription', id, { announceTrialAt: null })
    const subscription = draft.need('subscription', id)
    if (subscription.status === 'trialing') draft.emit('customer.subscription.trial_will_end', subscription)
  }
  if (state.resumption && state.resumption.expiresAt <= draft.now) dropResumption(draft, id)
}
