import { checkNumber } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { needCustomer } from '../objects/need-customer.ts'
import { createCard } from '../objects/payment-method.ts'

/**
 * Makes a card the default of a customer and all their subscriptions, without asking its bank. With it a test can give
 * a customer a card that is declined from now on.
 */
export const saveCard = (draft: Draft, customerId: string, number: string): string => {
  const customer = needCustomer(draft, customerId)
  const year = new Date(draft.now * 1000).getUTCFullYear() + 4
  const entry = { number: checkNumber(number, 'card'), exp_month: 12, exp_year: year, cvc: '123' }
  const { id } = createCard(draft, entry, customer.email, customer.name ?? null)
  draft.change('internal.card', id, { authenticated: true })
  draft.emit('payment_method.attached', draft.change('payment_method', id, { customer: customer.id }))
  const settings = { ...customer.invoice_settings, default_payment_method: id }
  draft.emit('customer.updated', draft.change('customer', customer.id, { invoice_settings: settings }))
  for (const subscription of draft.where('subscription', 'customer', customer.id))
    if (!subscription.ended_at)
      draft.emit(
        'customer.subscription.updated',
        draft.change('subscription', subscription.id, { default_payment_method: id }),
      )
  return id
}
