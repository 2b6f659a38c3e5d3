import type { Draft } from '../../draft.ts'
import type { Subscription } from '../../kinds.ts'
import { collect } from '../invoice/collect.ts'
import { finalize } from '../invoice/finalize.ts'
import { changeMoney } from '../subscription/change.ts'
import { dropPendingUpdate } from '../subscription/pending-update.ts'
import { billChange } from '../subscription/update.ts'
import type { Phase } from './phases.ts'

/**
 * Gives a subscription the items of a phase. Items whose period has just ended take the new price into their next
 * period, which the renewal of the same moment bills; any other item is prorated as the phase says. Discounts that the
 * phase does not list are removed.
 */
export const enterPhase = (
  draft: Draft,
  id: string,
  phase: Phase,
  behavior = phase.proration_behavior,
): void => {
  dropPendingUpdate(draft, id)
  const before = draft.need('subscription', id)
  const over = before.items.data.every((item) => item.current_period_end <= draft.now)
  const restarts = phase.billing_cycle_anchor === 'phase_start'
  const changed = changeMoney(draft, id, {
    items: itemsFor(before, phase) as never,
    proration_behavior: over ? 'none' : behavior,
    ...(restarts && !over && { anchor: draft.now }),
  })
  const after = draft.need('subscription', id)
  const schedule = before.schedule ? draft.find('subscription_schedule', before.schedule) : null
  const card = phase.default_payment_method ?? schedule?.default_settings.default_payment_method
  draft.put('subscription', {
    ...after,
    ...(card && { default_payment_method: card }),
    ...(restarts && over && { billing_cycle_anchor: draft.now, billing_cycle_anchor_config: null }),
    discounts: phase.discounts.map(({ discount }) => discount),
    ...(phase.default_tax_rates?.length && { default_tax_rates: phase.default_tax_rates }),
    ...(phase.metadata &&
      Object.keys(phase.metadata).length && { metadata: { ...after.metadata, ...phase.metadata } }),
    items: {
      ...after.items,
      data: after.items.data.map((item) => (over ? { ...item, current_period_end: draft.now } : item)),
    },
  } as Subscription)
  const invoice = over ? null : billChange(draft, id, changed)
  if (invoice && finalize(draft, invoice.id).status === 'open')
    collect(draft, invoice.id, { offSession: true, retries: true })
}

/** The changes that turn a subscription's items into the phase's: an item with the same price is kept. */
const itemsFor = (subscription: Subscription, phase: Phase): object[] => {
  const left = [...subscription.items.data]
  const kept = phase.items.map((item) => {
    const place = left.findIndex((old) => old.price.id === item.price)
    const old = place >= 0 ? left.splice(place, 1)[0] : undefined
    return { item, old }
  })
  const wanted = kept.map(({ item, old }) => {
    const reused = old ?? left.shift()
    return {
      ...(reused && { id: reused.id }),
      price: item.price,
      quantity: item.quantity ?? 1,
      discounts: item.discounts.map(({ discount }) => ({ discount })),
      ...(item.tax_rates?.length && { tax_rates: item.tax_rates.map((rate) => rate.id) }),
      ...(Object.keys(item.metadata ?? {}).length && { metadata: item.metadata }),
    }
  })
  return [...wanted, ...left.map((old) => ({ id: old.id, deleted: true }))]
}
