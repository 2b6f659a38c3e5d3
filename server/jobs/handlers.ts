import { addEncounters } from '../actions/add-encounters.ts'
import { attemptEvent } from '../actions/attempt-event.ts'
import { finishQuote } from '../actions/carry-out-quote.ts'
import { checkScheduledChange } from '../actions/check-scheduled-change.ts'
import { deleteEcosystem } from '../actions/delete-ecosystem.ts'
import { deliverEncounters } from '../actions/deliver-encounters.ts'
import { deliverEntitlements } from '../actions/deliver-entitlements.ts'
import { deliverPlan } from '../actions/deliver-plan.ts'
import { finishSettlement } from '../actions/finish-settlement.ts'
import { includeEncounters } from '../actions/include-encounters.ts'
import { provisionEcosystem } from '../actions/provision-ecosystem.ts'
import { pushEntitlements } from '../actions/push-entitlements.ts'
import { pushIncluded } from '../actions/push-included.ts'
import { reconcile } from '../actions/reconcile.ts'
import { remindRenewal } from '../actions/remind-renewal.ts'
import { sendMail } from '../actions/send-mail.ts'
import { syncAll } from '../actions/sync-all.ts'
import { syncInBackground } from '../actions/sync-catalogue.ts'
import { syncCheckout } from '../actions/sync-checkout.ts'
import { syncPurchase } from '../actions/sync-purchase.ts'
import { syncSubscription } from '../actions/sync-subscription.ts'
import { tendEcosystem } from '../actions/tend-ecosystem.ts'
import { turnMonth } from '../actions/turn-month.ts'
import { wantSyncs } from '../actions/want-sync.ts'
import { watchAllLimits } from '../actions/watch-all-limits.ts'
import { watchLimits } from '../actions/watch-limits.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../messaging/jobs.ts'
import type { Consumer } from '../messaging/subscription-queue.ts'

/** Which action each queue calls. */
export const handlers = (deps: Deps): Handlers => ({
  'handle-event': ({ event }) => attemptEvent(deps, event),
  'provision-ecosystem': ({ ecosystem }) => provisionEcosystem(deps, ecosystem),
  reconcile: (data) => reconcile(deps, data),
  'sync-all': () => syncAll(deps),
  'sync-subscription': ({ subscription }) => syncSubscription(deps, subscription),
  'sync-catalogue': (ref) => syncInBackground(deps, ref),
  'sync-catalogues': () => wantSyncs(deps),
  'sync-checkout': ({ checkout }) => syncCheckout(deps, checkout),
  'deliver-plan': ({ ecosystem }) => deliverPlan(deps, ecosystem),
  'finish-change': ({ quote, ecosystem }) => finishQuote(deps, { id: quote, ecosystem }),
  'finish-settlement': (settlement) => finishSettlement(deps, settlement),
  'check-scheduled-change': ({ ecosystem }) => checkScheduledChange(deps, ecosystem),
  'remind-renewal': ({ ecosystem }) => remindRenewal(deps, ecosystem),
  'watch-all-limits': () => watchAllLimits(deps),
  'watch-limits': ({ ecosystem }) => watchLimits(deps, ecosystem),
  'send-mail': ({ message }) => sendMail(deps, message),
  'tend-ecosystem': ({ ecosystem }) => tendEcosystem(deps, ecosystem),
  'push-entitlements': (change) => pushEntitlements(deps, change),
  'push-included': (grant) => pushIncluded(deps, grant),
  'turn-month': ({ ecosystem }) => turnMonth(deps, ecosystem),
  'delete-ecosystem': ({ ecosystem, actor }) => deleteEcosystem(deps, ecosystem, actor),
  'sync-purchase': ({ purchase }) => syncPurchase(deps, purchase),
  'deliver-encounters': ({ purchase }) => deliverEncounters(deps, purchase),
})

/** What the queue `subscription` is consumed by. */
export const consumer =
  (deps: Deps): Consumer =>
  (message) => {
    if (message.type === 'encounters-purchased') return addEncounters(deps, message)
    if (message.type === 'encounters-included') return includeEncounters(deps, message)
    return deliverEntitlements(deps, message)
  }
