import type { Draft } from '../../draft.ts'
import type { Kind, Subscription } from '../../kinds.ts'
import type { Change } from '../../store.ts'
import { voidInvoice } from '../invoice/close.ts'

const HOUR = 3600
/** How long an update waits for its payment. */
const WAITS = 23 * HOUR

/** Kinds that an update changes only once it is paid; everything else it did (its invoice) stands at once. */
const WAITING: Kind[] = ['subscription', 'own.debit']

/** Takes over a change that was not paid: the invoice is open, and the rest waits for it. */
export const holdBack = (draft: Draft, fork: Draft, id: string, invoice: string): Subscription => {
  const before = draft.need('subscription', id)
  const after = fork.need('subscription', id)
  const debits = fork.changes().filter(([kind]) => kind === 'own.debit')
  const changes: Change[] = [...debits, ['subscription', id, difference(before, after)]]
  const swept = fork
    .where('invoiceitem', 'invoice', invoice)
    .filter((item) => draft.find('invoiceitem', item.id))
    .map((item) => item.id)
  for (const change of fork.changes()) if (!WAITING.includes(change[0])) take(draft, change)
  draft.change('own.subscription', id, { pendingUpdate: { invoice, changes, swept } })
  const periodEnds = before.items.data.map((item) => item.current_period_end)
  const moved = after.billing_cycle_anchor !== before.billing_cycle_anchor
  return draft.change('subscription', id, {
    latest_invoice: invoice,
    pending_update: {
      billing_cycle_anchor: moved ? after.billing_cycle_anchor : null,
      cancel_at_period_end:
        after.cancel_at_period_end !== before.cancel_at_period_end ? after.cancel_at_period_end : null,
      discount: null,
      discounts: null,
      expires_at: Math.min(
        draft.now + WAITS,
        ...periodEnds,
        before.trial_end && before.trial_end > draft.now ? before.trial_end : Infinity,
      ),
      metadata: after.metadata === before.metadata ? null : after.metadata,
      subscription_items: after.items.data,
      trial_end: after.trial_end !== before.trial_end ? after.trial_end : null,
      trial_from_plan: null,
    } as Subscription['pending_update'],
  })
}

/** The fields that the update changes; what happens to the others in the meantime stays. */
const difference = (before: Subscription, after: Subscription): object =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        name !== 'latest_invoice' &&
        JSON.stringify(value) !== JSON.stringify(before[name as keyof Subscription]),
    ),
  )

const take = (draft: Draft, [kind, id, value]: Change) => {
  if (value) draft.put(kind, value as never)
  else draft.remove(kind, id)
}

/** The invoice was paid: now the change happens. */
export const applyPendingUpdate = (draft: Draft, id: string): void => {
  const { pendingUpdate } = draft.need('own.subscription', id)
  draft.change('own.subscription', id, { pendingUpdate: null })
  if (!pendingUpdate?.changes.length) return
  for (const [kind, key, value] of pendingUpdate.changes as Change[])
    if (kind === 'subscription') draft.change('subscription', key, value as Partial<Subscription>)
    else take(draft, [kind, key, value])
  const after = draft.change('subscription', id, { pending_update: null })
  draft.emit('customer.subscription.pending_update_applied', after)
  draft.emit('customer.subscription.updated', after)
}

/**
 * Forgets the update: too late, or given up. Its invoice is void and its prorations with it; what the invoice had swept
 * waits again. Stripe's documentation does not say what becomes of swept items: this is the one place that decides it.
 */
export const dropPendingUpdate = (draft: Draft, id: string, expired = false): void => {
  const secret = draft.need('own.subscription', id)
  if (!secret.pendingUpdate) return
  draft.put('own.subscription', { ...secret, pendingUpdate: null })
  const subscription = draft.change('subscription', id, { pending_update: null })
  if (draft.need('invoice', secret.pendingUpdate.invoice).status === 'open')
    voidInvoice(draft, secret.pendingUpdate.invoice)
  for (const item of secret.pendingUpdate.swept) draft.change('invoiceitem', item, { invoice: null })
  if (expired) draft.emit('customer.subscription.pending_update_expired', subscription)
  draft.emit('customer.subscription.updated', draft.need('subscription', id))
}
