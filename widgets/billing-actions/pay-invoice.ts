import '../chunks/acting.ts'
import type { InvoicePayment } from '#contract/invoice-payment'
import { type Speaker, write } from '../api/mutate.ts'
import { newId } from '../base/new-id.ts'

/** Pays an open invoice with the saved card; false when the bank asked and got no answer. Rejects with an `ApiError`. */
export const payInvoice = async (speaker: Speaker, invoice: string): Promise<boolean> => {
  const key = newId()
  const pay = () => write<InvoicePayment>(speaker, `invoices/${encodeURIComponent(invoice)}/pay`, { key })
  const first = await pay()
  if (first.status === 'paid') return true
  const { askBank } = await import('../payment/bank.ts')
  await askBank(speaker, first.clientSecret!)
  return (await pay()).status === 'paid'
}
