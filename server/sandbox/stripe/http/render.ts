import { baseUrlOf, invoiceLinks } from '../base-url.ts'
import type { Event, Invoice, Price, Session, Subscription, SubscriptionItem } from '../kinds.ts'
import { planOf } from '../objects/plan.ts'
import type { Reader } from '../store.ts'

/** An object as answers and events show it: with current prices, and only the first ten entries of long lists. */
export const render = (draft: Reader, object: { object: string }): object => {
  if ((object as { deleted?: boolean }).deleted) return object
  if (object.object === 'subscription') return renderSubscription(draft, object as Subscription)
  if (object.object === 'invoice') return renderInvoice(draft, object as Invoice)
  if (object.object === 'event') return renderEvent(draft, object as Event)
  if (object.object === 'checkout.session') return renderSession(draft, object as Session)
  if (object.object === 'subscription_item') return renderItem(draft, object as SubscriptionItem)
  return object
}

const renderSubscription = (draft: Reader, subscription: Subscription): object => ({
  ...subscription,
  items: { ...subscription.items, data: subscription.items.data.map((item) => renderItem(draft, item)) },
})

const renderItem = (draft: Reader, item: SubscriptionItem): object => {
  const price = (draft.find('price', item.price.id) ?? item.price) as Price
  return { ...item, price, plan: planOf(price) }
}

/** How many endpoints still wait for an event. */
const renderEvent = (draft: Reader, event: Event): object => ({
  ...event,
  pending_webhooks: draft.where('internal.delivery', 'event', event.id).filter((each) => each.nextAt !== null)
    .length,
})

const renderSession = (draft: Reader, session: Session): object =>
  session.url ? { ...session, url: `${baseUrlOf(draft)}/c/pay/${session.id}` } : session

/** How many of an invoice's lines an answer contains. */
export const SHOWN_LINES = 10

const renderInvoice = (draft: Reader, stored: Invoice): object => {
  const invoice = stored.hosted_invoice_url ? { ...stored, ...invoiceLinks(draft, stored.id) } : stored
  return invoice.lines.data.length <= SHOWN_LINES
    ? invoice
    : {
        ...invoice,
        lines: { ...invoice.lines, data: invoice.lines.data.slice(0, SHOWN_LINES), has_more: true },
      }
}
