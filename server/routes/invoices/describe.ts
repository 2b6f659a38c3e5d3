import { InvoiceList } from '#contract/invoice'
import { InvoicePayment, InvoicePaymentRequest } from '#contract/invoice-payment'
import type { Operation } from '../openapi/operation.ts'

export const invoiceOperations: Operation[] = [
  {
    id: 'listInvoices',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/invoices',
    tag: 'Customer',
    summary: 'Its invoices, newest first',
    query: { cursor: 'Where the page before ended' },
    answers: 'A page of invoices.',
    answer: InvoiceList,
    signedIn: true,
  },
  {
    id: 'payInvoice',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/invoices/{id}/pay',
    tag: 'Customer',
    summary: 'Pay an open invoice with the saved card',
    body: InvoicePaymentRequest,
    answers: 'It is paid, or the bank asks first; what was suspended for it is back at once.',
    answer: InvoicePayment,
    idempotencyKey: true,
    signedIn: true,
  },
]
