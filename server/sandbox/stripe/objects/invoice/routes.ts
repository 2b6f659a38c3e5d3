import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { type Page, paginate, type Range, within } from '../../http/list.ts'
import { type Routes, route } from '../../http/route.ts'
import { markUncollectible, voidInvoice } from './close.ts'
import { finalize } from './finalize.ts'
import { createInvoice, deleteInvoice, updateInvoice } from './manual.ts'
import { attachPayment, payInvoice } from './pay.ts'
import { previewInvoice } from './preview.ts'

type List = Page & {
  collection_method?: string
  created?: Range
  customer?: string
  due_date?: Range
  status?: string
  subscription?: string
}

const listInvoices = (draft: Draft, params: List) =>
  paginate(
    (params.subscription
      ? draft.where('invoice', 'subscription', params.subscription)
      : params.customer
        ? draft.where('invoice', 'customer', params.customer)
        : draft.all('invoice')
    )
      .filter((invoice) => !params.customer || invoice.customer === params.customer)
      .filter((invoice) => !params.status || invoice.status === params.status)
      .filter(
        (invoice) => !params.collection_method || invoice.collection_method === params.collection_method,
      )
      .filter((invoice) => within(invoice.created, params.created))
      .reverse(),
    params,
    '/v1/invoices',
  )

const finalizeByHand = (draft: Draft, params: Stripe.InvoiceFinalizeInvoiceParams, id: string) => {
  const invoice = finalize(draft, id)
  if (params.auto_advance === undefined || invoice.status !== 'open') return invoice
  return draft.change('invoice', id, { auto_advance: params.auto_advance })
}

const linesOf = (draft: Draft, id: string) =>
  draft.find('internal.preview', id)?.lines ?? draft.need('invoice', id, 'invoice').lines.data

export const invoiceRoutes: Routes = {
  'POST /v1/invoices': route<Stripe.InvoiceCreateParams>(createInvoice),
  'POST /v1/invoices/create_preview': route<Stripe.InvoiceCreatePreviewParams>(previewInvoice),
  'GET /v1/invoices/:id': route((draft, _params, id) => draft.need('invoice', id, 'invoice')),
  'POST /v1/invoices/:id': route<Stripe.InvoiceUpdateParams>(updateInvoice),
  'DELETE /v1/invoices/:id': route((draft, _params, id) => deleteInvoice(draft, id)),
  'POST /v1/invoices/:id/finalize': route<Stripe.InvoiceFinalizeInvoiceParams>(finalizeByHand),
  'POST /v1/invoices/:id/pay': route<Stripe.InvoicePayParams>(payInvoice),
  'POST /v1/invoices/:id/void': route((draft, _params, id) => voidInvoice(draft, id)),
  'POST /v1/invoices/:id/mark_uncollectible': route((draft, _params, id) => markUncollectible(draft, id)),
  'POST /v1/invoices/:id/attach_payment': route<Stripe.InvoiceAttachPaymentParams>(attachPayment),
  'GET /v1/invoices': route<List>(listInvoices),
  'GET /v1/invoices/:id/lines': route<Page>((draft, params, id) =>
    paginate(linesOf(draft, id), params, `/v1/invoices/${id}/lines`),
  ),
}
