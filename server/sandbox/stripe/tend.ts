import type { Draft } from './draft.ts'
import type { Kind } from './kinds.ts'
import { expireSession } from './objects/checkout/session.ts'
import { tendInvoice } from './objects/invoice/tend.ts'
import { tendSchedule } from './objects/schedule/tend.ts'
import { dropResumption } from './objects/subscription/resume.ts'
import { tendSubscription } from './objects/subscription/tend.ts'

/** Runs what is due for one object, at the draft's moment. */
export const tend = (draft: Draft, kind: Kind, id: string): void => {
  if (kind === 'checkout.session') expireSession(draft, id)
  else if (kind === 'invoice') tendInvoice(draft, id)
  else if (kind === 'subscription') tendSubscription(draft, id)
  else if (kind === 'subscription_schedule') tendSchedule(draft, id)
  else if (kind === 'own.subscription') tendSecret(draft, id)
}

const tendSecret = (draft: Draft, id: string) => {
  const secret = draft.need('own.subscription', id)
  if (secret.announceTrialAt && secret.announceTrialAt <= draft.now) {
    draft.change('own.subscription', id, { announceTrialAt: null })
    const subscription = draft.need('subscription', id)
    if (subscription.status === 'trialing') draft.emit('customer.subscription.trial_will_end', subscription)
  }
  if (secret.resumption && secret.resumption.expiresAt <= draft.now) dropResumption(draft, id)
}
