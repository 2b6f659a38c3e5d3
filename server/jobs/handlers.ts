import { enqueueAllCatalogueSyncs } from '../actions/catalogue/sync/enqueue.ts'
import { syncInBackground } from '../actions/catalogue/sync/run.ts'
import { syncCheckout } from '../actions/checkouts/sync.ts'
import { resumeCollection } from '../actions/collections/resume.ts'
import { deleteEcosystem } from '../actions/ecosystems/delete.ts'
import { provisionEcosystem } from '../actions/ecosystems/provision.ts'
import { runLifecycleJob } from '../actions/ecosystems/run-lifecycle-job.ts'
import { applyEncounterCredit } from '../actions/encounters/apply-credit.ts'
import { applyIncludedEncounters } from '../actions/encounters/apply-included.ts'
import { enqueueEncounterCredit } from '../actions/encounters/enqueue-credit.ts'
import { enqueueIncludedEncounters } from '../actions/encounters/enqueue-included.ts'
import { syncPurchase } from '../actions/encounters/sync-purchase.ts'
import { applyEntitlements } from '../actions/entitlements/apply.ts'
import { applyPlan } from '../actions/entitlements/apply-plan.ts'
import { enqueueEntitlements } from '../actions/entitlements/enqueue.ts'
import { sendMail } from '../actions/notifications/send.ts'
import { checkScheduledChange } from '../actions/plan-changes/check-scheduled.ts'
import { resumePlanChange } from '../actions/plan-changes/execute.ts'
import { backfillMissedEvents } from '../actions/provider-events/backfill-missed.ts'
import { enqueueReconciliation } from '../actions/provider-events/enqueue-reconciliation.ts'
import { handleEvent } from '../actions/provider-events/handle.ts'
import { closeIncludedMonth } from '../actions/subscriptions/close-included-month.ts'
import { remindRenewal } from '../actions/subscriptions/remind-renewal.ts'
import { syncSubscription } from '../actions/subscriptions/sync.ts'
import { watchAllLimits } from '../actions/usage/watch-all-limits.ts'
import { watchLimits } from '../actions/usage/watch-limits.ts'
import { pruneIdempotencyKeys } from '../db/operations/idempotency-keys.ts'
import { pruneRateLimits } from '../db/operations/rate-limits.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../messaging/jobs.ts'
import type { Consumer } from '../messaging/subscription-queue.ts'

/** The action that each queue calls. */
export const handlers = (deps: Deps): Handlers => ({
  'handle-event': ({ event }) => handleEvent(deps, event),
  'provision-ecosystem': ({ ecosystem }) => provisionEcosystem(deps, ecosystem),
  'backfill-missed-events': (data) => backfillMissedEvents(deps, data),
  'enqueue-reconciliation': () => enqueueReconciliation(deps),
  'sync-subscription': ({ subscription }) => syncSubscription(deps, subscription),
  'sync-catalogue': (ref) => syncInBackground(deps, ref),
  'sync-catalogues': () => enqueueAllCatalogueSyncs(deps),
  'sync-checkout': ({ checkout }) => syncCheckout(deps, checkout),
  'apply-plan': ({ ecosystem }) => applyPlan(deps, ecosystem),
  'resume-plan-change': ({ quote, ecosystem }) => resumePlanChange(deps, { id: quote, ecosystem }),
  'resume-collection': (settlement) => resumeCollection(deps, settlement),
  'check-scheduled-change': ({ ecosystem }) => checkScheduledChange(deps, ecosystem),
  'remind-renewal': ({ ecosystem }) => remindRenewal(deps, ecosystem),
  'watch-all-limits': () => watchAllLimits(deps),
  'watch-limits': ({ ecosystem }) => watchLimits(deps, ecosystem),
  'prune-rate-limits': () => pruneRateLimits(deps.db),
  'prune-idempotency-keys': () => pruneIdempotencyKeys(deps.db),
  'send-mail': ({ message }) => sendMail(deps, message),
  'run-lifecycle-job': ({ ecosystem }) => runLifecycleJob(deps, ecosystem),
  'enqueue-entitlements': (change) => enqueueEntitlements(deps, change),
  'enqueue-included-encounters': (grant) => enqueueIncludedEncounters(deps, grant),
  'close-included-month': ({ ecosystem }) => closeIncludedMonth(deps, ecosystem),
  'delete-ecosystem': ({ ecosystem, actor }) => deleteEcosystem(deps, ecosystem, actor),
  'sync-purchase': ({ purchase }) => syncPurchase(deps, purchase),
  'enqueue-encounter-credit': ({ purchase }) => enqueueEncounterCredit(deps, purchase),
})

/** The consumer of the queue `subscription`. */
export const consumer =
  (deps: Deps): Consumer =>
  (message) => {
    if (message.type === 'encounters-purchased') return applyEncounterCredit(deps, message)
    if (message.type === 'encounters-included') return applyIncludedEncounters(deps, message)
    return applyEntitlements(deps, message)
  }
