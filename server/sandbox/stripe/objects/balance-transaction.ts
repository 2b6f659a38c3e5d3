import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { BalanceTransaction } from '../kinds.ts'
import { needCurrency } from '../money/currency.ts'
import { needCustomer } from './need-customer.ts'

interface Reason {
  type: BalanceTransaction['type']
  invoice?: string
  credit_note?: string
  description?: string | null
  metadata?: Record<string, string>
}

/** The only writer of a customer's balance: every change is a row of the ledger. Negative means credit. */
export const adjustBalance = (draft: Draft, id: string, amount: number, currency: string, reason: Reason) => {
  const customer = needCustomer(draft, id)
  if (customer.currency && customer.currency !== currency)
    throw invalid(
      `The customer's balance is in ${customer.currency}; you cannot combine currencies on a single customer. This customer has had a ${customer.currency} invoice or balance.`,
      'currency',
    )
  const ending = customer.balance + amount
  const transaction = draft.create('customer_balance_transaction', {
    amount,
    created: draft.now,
    credit_note: reason.credit_note ?? null,
    currency,
    customer: id,
    description: reason.description ?? null,
    ending_balance: ending,
    invoice: reason.invoice ?? null,
    livemode: false,
    metadata: reason.metadata ?? {},
    type: reason.type,
  })
  draft.emit('customer.updated', draft.change('customer', id, { balance: ending, currency }))
  return transaction
}

type Create = Stripe.CustomerCreateBalanceTransactionParams

const transactionOf = (draft: Draft, customer: string, id: string) => {
  const transaction = draft.need('customer_balance_transaction', id)
  return transaction.customer === customer
    ? transaction
    : draft.need('customer_balance_transaction', `${id} of ${customer}`)
}

export const balanceTransactionRoutes: Routes = {
  'POST /v1/customers/:id/balance_transactions': route<Create>((draft, params, id) => {
    needCustomer(draft, id)
    return adjustBalance(draft, id, params.amount, needCurrency(params.currency), {
      type: 'adjustment',
      description: params.description ?? null,
      metadata: metadata(params.metadata),
    })
  }),
  'GET /v1/customers/:id/balance_transactions/:id': route((draft, _params, id, ids) =>
    transactionOf(draft, id, ids[1]!),
  ),
  'POST /v1/customers/:id/balance_transactions/:id': route<Stripe.CustomerUpdateBalanceTransactionParams>(
    (draft, params, id, ids) => {
      const before = transactionOf(draft, id, ids[1]!)
      return draft.change('customer_balance_transaction', before.id, {
        description: params.description ?? before.description,
        metadata: metadata(params.metadata, before.metadata ?? {}),
      })
    },
  ),
  'GET /v1/customers/:id/balance_transactions': route<Page & { created?: Range; invoice?: string }>(
    (draft, params, id) => {
      needCustomer(draft, id)
      return paginate(
        draft
          .where('customer_balance_transaction', 'customer', id)
          .filter((each) => within(each.created, params.created))
          .filter((each) => !params.invoice || each.invoice === params.invoice)
          .reverse(),
        params,
        `/v1/customers/${id}/balance_transactions`,
      )
    },
  ),
}
