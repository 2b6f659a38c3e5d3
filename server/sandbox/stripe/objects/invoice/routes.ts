import type { Draft } from '../../draft.ts'
import { paginate, within, type Page, type Range } from '../../http/list.ts'
import { type Routes, route } from '../../http/route.ts'

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
      .filter((invoice) => !params.collection_method || invoice.collection_method === params.collection_method)
      .filter((invoice) => within(invoice.created, params.created))
      .reverse(),
    params,
    '/v1/invoices',
  )

export const invoiceRoutes: Routes = {
  'GET /v1/invoices/:id': route((draft, _params, id) => draft.need('invoice', id)),
  'GET /v1/invoices': route<List>(listInvoices),
  'GET /v1/invoices/:id/lines': route<Page>((draft, params, id) =>
    paginate(draft.need('invoice', id).lines.data, params, `/v1/invoices/${id}/lines`),
  ),
}
