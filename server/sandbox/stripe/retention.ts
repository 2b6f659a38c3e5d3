import type { Draft } from './draft.ts'

const DAY = 86_400
const EVENT_RETENTION = 30 * DAY
const KEY_RETENTION = DAY
const PREVIEW_RETENTION = 3 * DAY

/** Removes what Stripe removes: events after 30 days, idempotency keys after one, previews after three. */
export const removeExpired = (draft: Draft): void => {
  for (const event of draft.base.all('event')) {
    if (event.created > draft.now - EVENT_RETENTION) break
    draft.remove('event', event.id)
    for (const delivery of draft.base.where('internal.delivery', 'event', event.id))
      draft.remove('internal.delivery', delivery.id)
  }
  for (const record of draft.base.all('internal.idempotency')) {
    if (record.created > draft.now - KEY_RETENTION) break
    draft.remove('internal.idempotency', record.id)
  }
  for (const preview of draft.base.all('internal.preview')) {
    if (preview.created > draft.now - PREVIEW_RETENTION) break
    draft.remove('internal.preview', preview.id)
  }
}
