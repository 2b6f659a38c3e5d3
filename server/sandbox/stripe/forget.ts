import type { Draft } from './draft.ts'

const DAY = 86_400
const KEEPS_EVENTS = 30 * DAY
const KEEPS_KEYS = DAY
const KEEPS_PREVIEWS = 3 * DAY

/** Removes what Stripe removes: events after 30 days, idempotency keys after one, previews after three. */
export const forgetOld = (draft: Draft): void => {
  for (const event of draft.base.all('event')) {
    if (event.created > draft.now - KEEPS_EVENTS) break
    draft.remove('event', event.id)
    for (const delivery of draft.base.where('own.delivery', 'event', event.id))
      draft.remove('own.delivery', delivery.id)
  }
  for (const record of draft.base.all('own.idempotency')) {
    if (record.created > draft.now - KEEPS_KEYS) break
    draft.remove('own.idempotency', record.id)
  }
  for (const preview of draft.base.all('own.preview')) {
    if (preview.created > draft.now - KEEPS_PREVIEWS) break
    draft.remove('own.preview', preview.id)
  }
}
