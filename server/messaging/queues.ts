import type { EnvironmentName } from '#contract/catalogue-sync'

/** Background jobs and their data, by queue. A job may run twice: every handler is idempotent. */
export interface JobData {
  'handle-event': { event: string }
  'provision-ecosystem': { ecosystem: string }
  /**
   * Fetches the provider's messages that never arrived, from a given time; without one, as far back as the
   * provider keeps them.
   */
  'backfill-missed-events': { since?: string }
  /** Queues a comparison with the provider for everything that may still change. */
  'enqueue-reconciliation': Record<string, never>
  'sync-subscription': { subscription: string }
  /** Syncs a catalogue to the provider. */
  'sync-catalogue': { catalogue: string; environment: EnvironmentName }
  /** Queues that for every catalogue. */
  'sync-catalogues': Record<string, never>
  'sync-checkout': { checkout: string }
  'sync-purchase': { purchase: string }
  'enqueue-encounter-credit': { purchase: string }
  'apply-plan': { ecosystem: string }
  'resume-plan-change': { quote: string; ecosystem: string }
  /** Ends a charge for services whose request may have been interrupted. */
  'resume-collection': { ecosystem: string; settlement: string }
  'check-scheduled-change': { ecosystem: string }
  /** Does what is due to an ecosystem by now. */
  'run-lifecycle-job': { ecosystem: string }
  'enqueue-entitlements': { ecosystem: string; revision: number }
  'enqueue-included-encounters': {
    ecosystem: string
    revision: number
    from: string
    until: string
    granted: number
  }
  /** Expires the rest of a month's included encounters. */
  'close-included-month': { ecosystem: string }
  'delete-ecosystem': { ecosystem: string; actor: string }
  'send-mail': { message: string }
  'remind-renewal': { ecosystem: string }
  /** Queues a check of the limits of every paying ecosystem. */
  'watch-all-limits': Record<string, never>
  'watch-limits': { ecosystem: string }
  /** Takes away the counts of minutes that are past. */
  'prune-rate-limits': Record<string, never>
  /** Deletes the answers that are older than a client's retries. */
  'prune-idempotency-keys': Record<string, never>
}
export type Queue = keyof JobData

/** A queue that is missing here is a type error. */
const queueNames: Record<Queue, true> = {
  'handle-event': true,
  'provision-ecosystem': true,
  'backfill-missed-events': true,
  'enqueue-reconciliation': true,
  'sync-subscription': true,
  'sync-catalogue': true,
  'sync-catalogues': true,
  'sync-checkout': true,
  'sync-purchase': true,
  'enqueue-encounter-credit': true,
  'apply-plan': true,
  'resume-plan-change': true,
  'resume-collection': true,
  'check-scheduled-change': true,
  'run-lifecycle-job': true,
  'enqueue-entitlements': true,
  'enqueue-included-encounters': true,
  'close-included-month': true,
  'delete-ecosystem': true,
  'send-mail': true,
  'remind-renewal': true,
  'watch-all-limits': true,
  'watch-limits': true,
  'prune-rate-limits': true,
  'prune-idempotency-keys': true,
}

export const queues = Object.keys(queueNames) as Queue[]

/** What queues were called in earlier releases, whose waiting jobs are still there after an upgrade. */
export const formerNames: Record<string, Queue> = {
  reconcile: 'backfill-missed-events',
  'sync-all': 'enqueue-reconciliation',
  'deliver-encounters': 'enqueue-encounter-credit',
  'deliver-plan': 'apply-plan',
  'finish-change': 'resume-plan-change',
  'finish-settlement': 'resume-collection',
  'tend-ecosystem': 'run-lifecycle-job',
  'push-entitlements': 'enqueue-entitlements',
  'push-included': 'enqueue-included-encounters',
  'turn-month': 'close-included-month',
}
