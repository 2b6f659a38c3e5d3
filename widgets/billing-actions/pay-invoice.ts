import '../chunks/acting.ts'
import type { Due } from '#contract/billing'
import type { InvoicePayment } from '#contract/invoice-payment'
import { type Speaker, write } from '../api/mutate.ts'
import { newId } from '../base/new-id.ts'

type Owed = NonNullable<Due['invoices']>[number]

/**
 * Pays all open invoices with the saved card, one by one, each at the amount that was shown. Returns false when the
 * bank asked for authentication and got none. Rejects with an `ApiError`.
 */
export const payInvoices = async (speaker: Speaker, { invoice, amount, invoices }: Due): Promise<boolean> => {
  for (const owed of invoices ?? [{ id: invoice, amount }])
    if (!(await payInvoice(speaker, owed))) return false
  return true
}

const payInvoice = async (speaker: Speaker, { id, amount: { amount, currency } }: Owed): Promise<boolean> => {
  const key = newId()
  const body = { expectedTotal: { amount, currency } }
  const pay = () => write<InvoicePayment>(speaker, `invoices/${encodeURIComponent(id)}/pay`, { body, key })
  const first = await pay()
  if (first.status === 'paid') return true
  const { askBank } = await import('../payment/bank.ts')
  await askBank(speaker, first.clientSecret!)
  return (await pay()).status === 'paid'
}
