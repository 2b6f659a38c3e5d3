import type { Billing } from '#contract/billing'
import type { InvoiceList } from '#contract/invoice'
import { credit, paying, invoices as someInvoices } from '../fixtures/billing.ts'
import { customerAnswers, on } from './customer-answers.ts'
import type { Answer } from './fake-server.ts'

const own = '/v1/ecosystems/legacy533'

export const billingPaths = {
  invoices: `${own}/invoices`,
  cancellation: `${own}/cancellation`,
  export: `${own}/export`,
}

/** The server of a customer who opens their billing. */
export const billingAnswers = (
  billing: Billing = paying(),
  invoices: InvoiceList = someInvoices(),
  ...others: Answer[]
): Answer[] => [
  ...others,
  on('GET', billingPaths.invoices, invoices),
  on('GET', `${own}/balance`, { ...credit(), balance: billing.balance }),
  ...customerAnswers({ billing }),
]
